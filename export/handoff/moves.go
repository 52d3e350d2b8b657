package handoff

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// movesSection lists what to do next, each with the reasons, the people on both sides, the day and
// what it is worth.
func (p *page) movesSection(s *document.Section) {
	moves := insight.Moves(p.Map, p.AsOf, insight.MoveOptions{})
	if len(moves) == 0 {
		return
	}
	table := &document.Table{Head: p.heads(left(terms.PackToDo), left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople), left(terms.PackBy),
		right(terms.BriefWorth))}
	var group document.Group
	for _, v := range moves {
		by := p.dayCell(v.By)
		if v.Late > 0 {
			by.Lines = []document.Text{{document.Toned{Text: p.day(v.By), Tone: alarmTone}}}
		}
		why := strings.Join(p.Words.Whys(p.Map, v.Factors[:min(len(v.Factors), reasonsAtMost)]), " · ")
		group.Rows = append(group.Rows, document.Row{
			rowHead(words(p.Words.Move(p.Map, v)), muted(why)), p.people(v.Contacts[:min(len(v.Contacts), 2)]), p.members(v.Members[:min(len(v.Members), 2)]), by,
			numberCell(p.Words.ShortAmount(v.Worth)),
		})
	}
	table.Groups = []document.Group{group}
	s.Blocks = []document.Block{table}
}

// reasonsAtMost is how many reasons stand beside a move.
const reasonsAtMost = 3
