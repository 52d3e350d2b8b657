package render

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// usualPeople is how many people are named below a unit.
const usualPeople = 6

// addPeople adds the row of those whom we know in each unit.
func (b *coverage) addPeople() {
	most := b.view.People
	if most == 0 {
		most = usualPeople
	}
	row := len(b.g.Grid.Rows)
	track := graph.Track{Band: graph.None, Apart: row > 0, Label: b.words.Text(b.either(terms.WorkbookPeople, terms.HandoffSectionPeople))}
	strays := 0
	for c := range b.m.Contacts() {
		if c.Unit == "" && !c.External && c.Left.IsZero() {
			strays++
		}
	}
	if strays > 0 {
		track.Detail = b.words.Count(b.either(terms.ViewsStrays, terms.MapMore), strays)
	}
	b.g.Grid.Rows = append(b.g.Grid.Rows, track)
	columns := make(map[accountmap.UnitID]int, len(b.units))
	for i, u := range b.units {
		columns[u.ID] = i
	}
	for _, known := range b.m.Known("") {
		lines, tooltip := b.named(known, most)
		if len(lines) == 0 {
			continue
		}
		b.g.Grid.Cells = append(b.g.Grid.Cells, graph.Cell{Row: row, Column: columns[known.Unit], Lines: lines, Tooltip: tooltip})
	}
}

// named are the lines of a unit, and everybody in them by name. The client is not told where we know nobody.
func (b *coverage) named(known accountmap.UnitContacts, most int) (lines []graph.Line, tooltip string) {
	var names []string
	for _, id := range known.Contacts {
		c, _ := b.m.Contact(id)
		stands, name := []graph.Class{stanceClass(c.Stance)}, c.Name+" ("+b.words.Stance(c.Stance)+")"
		if b.client {
			stands, name = nil, c.Name
		}
		lines = append(lines, graph.Line{Class: append(stands, b.fadedPerson(id)...), Label: c.Name})
		names = append(names, name)
	}
	if len(lines) == 0 && !b.client {
		lines = append(lines, graph.Line{Class: append([]graph.Class{classNobody}, fadedUnless(b.seen == nil || b.seen.Units[known.Unit])...), Label: b.words.Text(terms.WorkbookNobodyYet)})
	}
	for _, id := range known.Missing {
		c, _ := b.m.Contact(id)
		name := c.Name
		if name == "" {
			name = c.Title
		}
		lines = append(lines, graph.Line{Class: append([]graph.Class{stanceClass(c.Stance), classPlaceholder}, b.fadedPerson(id)...), Label: name})
		names = append(names, b.words.Text(terms.WorkbookNotYetKnown, name))
	}
	if left := len(lines) - most; left > 1 {
		lines = append(lines[:most:most], graph.Line{Label: b.words.Count(terms.MapMore, left)})
	}
	return lines, joinLines(names)
}

// fadedPerson is the class of somebody who is out of focus, or none.
func (b *coverage) fadedPerson(id accountmap.ContactID) []graph.Class {
	return fadedUnless(b.seen == nil || b.seen.Contacts[id])
}
