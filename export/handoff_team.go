package export

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// teamSection lists our own people: what they do, where, since when, and how far they have come with whom. Those who have left the account by
// the day of the page stand last.
func (p *page) teamSection() *document.Section {
	team := slices.Collect(p.Team())
	if len(team) == 0 {
		return p.section("team", terms.HandoffSectionTeam, terms.HandoffNoTeam)
	}
	slices.SortStableFunc(team, func(a, b accountmap.Member) int { return rank(p.former(a)) - rank(p.former(b)) })
	table := &document.Table{Head: p.heads(left(terms.ColumnMember), left(terms.ColumnTeamRole), left(terms.ColumnRegion),
		left(terms.ColumnLooksAfter), left(terms.ColumnFrom), left(terms.ColumnTo), left(terms.HandoffReach))}
	var group document.Group
	for _, t := range team {
		group.Rows = append(group.Rows, document.Row{
			rowHead(words(p.memberName(t.ID)), email(t.Email)), textCell(oneLine(t.Role)), textCell(oneLine(t.Region)), p.unitsCell(t.Units),
			p.dayCell(t.From), p.dayCell(t.To), p.reachCell(t.Reach),
		})
	}
	table.Groups = []document.Group{group}
	return p.section("team", terms.HandoffSectionTeam, "", table)
}

func (p *page) former(t accountmap.Member) bool { return !t.To.IsZero() && t.To.Before(p.asOf) }

func (p *page) unitsCell(ids []accountmap.UnitID) document.Cell {
	var names []document.Text
	for _, id := range ids {
		names = append(names, words(p.unitName(id)))
	}
	return cell(names...)
}

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
