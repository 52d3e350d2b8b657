package handoff

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
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
	if !p.Client {
		heads = append(heads, left(terms.HandoffReach))
	}
	table := &document.Table{Head: p.heads(heads...)}
	table.Groups = parted(team, p.former, p.memberRow, p.Words.Text(terms.PackTeamNow), p.Words.Text(terms.PackTeamBefore))
	return p.section(SectionTeam, terms.HandoffSectionTeam, "", table)
}

func (p *page) memberRow(t accountmap.Member) document.Row {
	row := document.Row{
		rowHead(words(p.MemberName(t.ID)), email(t.Email)), textCell(accountview.OneLine(t.Role)), textCell(accountview.OneLine(t.Region)), nameLines(t.Units, p.UnitName),
		p.dayCell(t.From), p.dayCell(t.To),
	}
	if !p.Client {
		row = append(row, p.reachCell(t.Reach))
	}
	return row
}

func (p *page) former(t accountmap.Member) bool { return !t.To.IsZero() && t.To.Before(p.AsOf) }

// reachCell has a line for each contact: what the member is in their eyes, and what the member should become.
func (p *page) reachCell(reach []accountmap.Reach) document.Cell {
	var lines []document.Text
	for _, r := range reach {
		level := p.Words.ReachLevel(r.Now)
		if r.Wanted != "" && r.Wanted != r.Now {
			level += " → " + p.Words.ReachLevel(r.Wanted)
		}
		lines = append(lines, document.Text{document.Plain(p.ContactName(r.Contact)), document.Plain("  "), document.Muted(level)})
	}
	return cell(lines...)
}
