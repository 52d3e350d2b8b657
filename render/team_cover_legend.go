package render

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// explain makes the legend of what is in the picture.
func (b *teamCover) explain() {
	for _, section := range []graph.LegendSection{
		{Title: b.words.Text(terms.ViewsReach), Entries: b.standings()}, {Title: b.words.Text(terms.MapLegendStance), Entries: b.stances()},
		{Entries: b.cells()},
	} {
		if len(section.Entries) > 0 {
			b.g.Legend = append(b.g.Legend, section)
		}
	}
}

// standings are the levels of dots that stand in cells.
func (b *teamCover) standings() (entries []graph.LegendEntry) {
	levels, wanted := map[int]bool{}, false
	for _, c := range b.g.Grid.Cells {
		if c.Level != nil {
			levels[c.Level.Value] = true
			wanted = wanted || c.Level.Wanted > 0
		}
	}
	most := len(accountmap.ReachLevels())
	dots := func(l graph.Level, word string) {
		entries = append(entries, graph.LegendEntry{Kind: graph.LegendLevel, Level: &l, Label: word})
	}
	for _, l := range accountmap.ReachLevels() {
		if levels[reachValue(l)] {
			dots(graph.Level{Value: reachValue(l), Max: most}, b.words.ReachLevel(l))
		}
	}
	if wanted {
		dots(graph.Level{Value: 1, Max: most, Wanted: most}, b.words.Text(terms.ViewsWanted))
	}
	return entries
}

// stances are the signs and dots in the heads of rows.
func (b *teamCover) stances() (entries []graph.LegendEntry) {
	used, power := map[graph.Class]bool{}, false
	for _, r := range b.g.Grid.Rows {
		for _, class := range r.Class {
			used[class] = true
		}
		power = power || r.Level != nil
	}
	for _, s := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		if class := stanceClass(s); used[class] {
			entries = append(entries, entry(graph.LegendGlyph, class, b.words.Stance(s)))
		}
	}
	if power {
		entries = append(entries, graph.LegendEntry{Kind: graph.LegendLevel, Label: b.words.Text(terms.MapLegendPower)})
	}
	return entries
}

// cells are the tint of an owner's cell, and the sign of a warning in a cell or beside a unit.
func (b *teamCover) cells() (entries []graph.LegendEntry) {
	owner, thin := false, false
	for _, c := range b.g.Grid.Cells {
		owner = owner || slices.Contains(c.Class, classOwner)
		thin = thin || slices.Contains(c.Class, classAlarm)
	}
	for _, band := range b.g.Grid.RowBands {
		thin = thin || slices.Contains(band.Class, classAlarm)
	}
	if owner {
		entries = append(entries, entry(graph.LegendCell, classOwner, b.words.Text(terms.ViewsOwner)))
	}
	if thin {
		entries = append(entries, entry(graph.LegendGlyph, classAlarm, b.words.Text(terms.ViewsThin)))
	}
	return entries
}
