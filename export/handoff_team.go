package export

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// teamSection lists our own people: what they do, where, since when, and how far they have come with whom. Those who have left the account by
// the day of the page stand last, under a head of their own.
func (p *page) teamSection() *document.Section {
	team := slices.Collect(p.Team())
	if len(team) == 0 {
		return p.section(SectionTeam, terms.HandoffSectionTeam, terms.HandoffNoTeam)
	}
	heads := []headKey{left(terms.ColumnMember), left(terms.ColumnTeamRole), left(terms.ColumnRegion), left(terms.ColumnLooksAfter),
		left(terms.ColumnFrom), left(terms.ColumnTo)}
	if !p.client {
		heads = append(heads, left(terms.HandoffReach))
	}
	table := &document.Table{Head: p.heads(heads...)}
	table.Groups = parted(team, p.former, p.memberRow, p.words.Text(terms.PackTeamNow), p.words.Text(terms.PackTeamBefore))
	return p.section(SectionTeam, terms.HandoffSectionTeam, "", table)
}

func (p *page) memberRow(t accountmap.Member) document.Row {
	row := document.Row{
		rowHead(words(p.memberName(t.ID)), email(t.Email)), textCell(oneLine(t.Role)), textCell(oneLine(t.Region)), nameLines(t.Units, p.unitName),
		p.dayCell(t.From), p.dayCell(t.To),
	}
	if !p.client {
		row = append(row, p.reachCell(t.Reach))
	}
	return row
}

func (p *page) former(t accountmap.Member) bool { return !t.To.IsZero() && t.To.Before(p.asOf) }

// reachCell has a line for each contact: what the member is in their eyes, and what the member should become.
func (p *page) reachCell(reach []accountmap.Reach) document.Cell {
	var lines []document.Text
	for _, r := range reach {
		level := p.words.ReachLevel(r.Now)
		if r.Wanted != "" && r.Wanted != r.Now {
			level += " → " + p.words.ReachLevel(r.Wanted)
		}
		lines = append(lines, document.Text{document.Plain(p.contactName(r.Contact)), document.Plain("  "), document.Muted(level)})
	}
	return cell(lines...)
}
