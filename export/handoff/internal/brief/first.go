package brief

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
)

// doFirst lists the most important moves: the deadline, the task, the client's people, the worth,
// and our colleague. The next step has the largest letters of the page, and its reasons. The others
// are in the order of their days.
func (p *page) doFirst() []document.Block {
	if len(p.todo) == 0 {
		return nil
	}
	next := p.todo[0]
	const wide = 84 // letters in a line of the page
	text, day, who, owner := p.move(next, max(p.letters, wide))
	if len(next.Members) > 0 {
		owner = p.Words.Members(p.Map, next.Members)
	}
	facts := []string{day, owner, who}
	if len(next.Contacts) > 1 {
		facts = facts[:2] // the task names them
	}
	if worth := p.ShortAmounts(next.Worth); worth != "" {
		facts = append(facts, p.Words.Text(terms.BriefAYear, worth))
	}
	fact := document.Fact{Value: text, Label: cells.Short(strings.Join(facts, " · "), wide+36)}
	if why := next.Further(); len(why) > 0 {
		fact.Label, fact.Note = cells.Short(strings.Join(p.Words.Whys(p.Map, why), " · "), wide+36), fact.Label
	}
	if next.Late > 0 {
		fact.Tone = cells.AlarmTone
	}
	var rows []document.Row
	others := slices.Clone(p.todo[1:min(len(p.todo), p.moves)])
	slices.SortStableFunc(others, func(a, b insight.Move) int { return a.By.Compare(b.By) })
	for _, v := range others {
		text, day, who, owner := p.move(v, p.letters)
		by, ours := cells.Cell(cells.Strong(day)), cells.Cell(cells.Muted(owner))
		if v.Late > 0 {
			by = cells.Cell(document.Text{document.Toned{Text: day, Tone: cells.AlarmTone}})
		}
		ours.Number = true
		rows = append(rows, document.Row{by, cells.TextCell(text), cells.Cell(cells.Muted(who)), cells.NumberCell(p.ShortAmounts(v.Worth)), ours})
	}
	return append([]document.Block{&document.Facts{Plain: true, Items: []document.Fact{fact}}}, p.listed(0, []int{20, 41, 24, 9, 16}, rows)...)
}

// move returns a move in words: the task, its deadline, the first of the client's people, and our
// colleague. If the task names the person, who is a title and a unit.
func (p *page) move(v insight.Move, letters int) (text, day, who, owner string) {
	text = cells.Short(p.Words.Move(p.Map, v), letters)
	who, owner = p.OrNobody(""), p.OrNobody("")
	if len(v.Contacts) > 0 {
		who = p.contact(v.Contacts[0], text)
	}
	if len(v.Members) > 0 {
		owner = cells.Short(p.MemberName(v.Members[0]), 24)
	}
	if day = p.day(v.By); v.Late > 0 {
		day = p.late(v.Late)
	}
	return text, day, who, owner
}

// place returns "Core, Mill", or only the known one of the two.
func (p *page) place(product accountmap.ProductID, unit accountmap.UnitID) string {
	switch name := p.ProductName(product); {
	case name == "":
		return p.UnitName(unit)
	case unit == "":
		return name
	default:
		return name + ", " + p.UnitName(unit)
	}
}
