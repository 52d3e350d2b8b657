package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// addPerson adds the row of one of the client's people.
func (b *teamCover) addPerson(band int, c accountmap.Contact) {
	row := len(b.g.Grid.Rows)
	faded := fadedUnless(b.seen == nil || b.seen.Contacts[c.ID])
	track := graph.Track{Band: band, Class: append([]graph.Class{stanceClass(c.Stance)}, faded...), Label: cmp.Or(c.Name, c.Title), Detail: c.Title,
		Tooltip: b.contactTooltip(c, b.m)}
	if c.Placeholder || c.Name == "" {
		track.Detail = b.words.Text(terms.MapNotYetKnown)
	}
	if c.KeyPlayer() {
		track.Chips = append(track.Chips, b.words.Text(terms.ViewsKeyPlayer))
	}
	for _, r := range c.Decides() {
		track.Chips = append(track.Chips, b.words.RoleShort(r))
	}
	if c.Power > 0 {
		track.Level = &graph.Level{Value: c.Power, Max: mostPower}
	}
	b.g.Grid.Rows = append(b.g.Grid.Rows, track)
	for column, t := range b.team {
		b.addStanding(row, column, c, t, faded)
	}
	b.addVerdict(row, c, faded)
}

// addStanding adds the cell of what one of ours is in the eyes of one of theirs, unless there is nothing between them.
func (b *teamCover) addStanding(row, column int, c accountmap.Contact, t accountmap.Member, faded []graph.Class) {
	cell := graph.Cell{Row: row, Column: column, Class: slices.Clone(faded)}
	lines := []string{t.Name + " · " + cmp.Or(c.Name, c.Title)}
	if c.Owner == t.ID {
		cell.Label = b.words.Text(terms.ViewsOwner)
		cell.Class = append([]graph.Class{classOwner}, faded...)
		lines = append(lines, cell.Label)
	}
	for _, r := range t.Reach {
		if r.Contact != c.ID || r.Now == "" && r.Wanted == "" {
			continue
		}
		cell.Level = &graph.Level{Value: reachValue(r.Now), Max: len(accountmap.ReachLevels()), Wanted: reachValue(r.Wanted)}
		lines = append(lines, b.words.ReachLevel(r.Now))
		if r.Wanted != "" {
			lines = append(lines, b.words.Text(terms.ViewsWanted)+": "+b.words.ReachLevel(r.Wanted))
		}
	}
	if cell.Label != "" || cell.Level != nil {
		cell.Tooltip = joinLines(lines)
		b.g.Grid.Cells = append(b.g.Grid.Cells, cell)
	}
}

// reachValue is how many dots a level has, and zero for one that is not known.
func reachValue(l accountmap.ReachLevel) int { return slices.Index(accountmap.ReachLevels(), l) + 1 }

// addVerdict says of a row that nobody or only one of ours is in it, or no owner. It stands out where the person counts.
func (b *teamCover) addVerdict(row int, c accountmap.Contact, faded []graph.Class) {
	links := b.links[c.ID]
	var parts []string
	switch {
	case c.Placeholder:
	case len(links) == 0:
		parts = append(parts, b.words.Text(terms.ViewsNobodyOfUs))
		if c.KeyPlayer() {
			b.uncovered++
		}
	case len(links) == 1:
		member, _ := b.m.Member(links[0].Member)
		parts = append(parts, b.words.Text(terms.ViewsOnlyOne, member.Name))
	}
	if b.unowned[c.ID] && (len(links) > 0 || c.Placeholder) {
		parts = append(parts, b.words.Text(terms.ViewsNoOwner))
	}
	if len(parts) == 0 {
		return
	}
	cell := graph.Cell{Row: row, Column: len(b.team), Label: strings.Join(parts, " · "), Class: faded}
	if counts(c) {
		cell.Class = append([]graph.Class{classAlarm}, faded...)
	}
	b.g.Grid.Cells = append(b.g.Grid.Cells, cell)
}
