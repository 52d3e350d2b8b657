package render

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// addUnits adds a box for each unit that is to be shown, and for those around it.
func (b *people) addUnits(shown func(accountmap.UnitID) bool) {
	locations := map[accountmap.UnitID]accountmap.Location{}
	for _, l := range b.m.Locations() {
		locations[l.Unit] = l
	}
	holding, peopled := map[accountmap.UnitID]bool{}, map[accountmap.UnitID]bool{}
	for u := range b.m.Units() {
		holding[u.Parent] = holding[u.Parent] || shown(u.ID)
	}
	for c := range b.m.Contacts() {
		peopled[c.Unit] = peopled[c.Unit] || !c.External
	}
	for u := range b.m.Units() {
		if !shown(u.ID) {
			continue
		}
		g := graph.Group{Parent: graph.None, Label: u.Name, Detail: place(u.Name, locations[u.ID]), Tooltip: b.unitTooltip(u, locations[u.ID])}
		if u.Parent != "" {
			g.Parent = b.groupOf[u.Parent]
		}
		switch {
		case holding[u.ID]:
			g.Class = append(g.Class, classHolding)
		case !peopled[u.ID] && !b.client:
			g.Detail = strings.TrimPrefix(g.Detail+" · "+b.words.Text(terms.MapNobodyYet), " · ")
		}
		if p := b.m.Penetration(u.ID); p.Sellable > 0 && !b.client {
			g.Share = &graph.Share{Part: p.Sold, Whole: p.Sellable, Caption: b.words.Count(terms.MapProducts, p.Sellable, p.Sold)}
			if holding[u.ID] {
				g.Share.Caption = b.words.Text(terms.MapPenetration, b.words.Percent(p.Share()))
			}
		}
		g.Class = append(g.Class, fadedUnless(b.seen == nil || b.seen.Units[u.ID])...)
		b.groupOf[u.ID] = b.addGroup(g)
	}
}

// everywhere shows every unit.
func everywhere(accountmap.UnitID) bool { return true }

func (b *people) addGroup(g graph.Group) int {
	b.g.Groups = append(b.g.Groups, g)
	return len(b.g.Groups) - 1
}

// place is where a unit is, as short as a reader needs it: "Madrid, Spain". What the unit's name says already is not said again.
func place(name string, l accountmap.Location) string {
	parts := []string{l.City, l.Country}
	if l.City == "" {
		parts[0] = l.Region
	}
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" || part == name })
	return strings.Join(parts, ", ")
}

// home is the group that a contact's card stands in.
func (b *people) home(c accountmap.Contact) int {
	once := func(at **int, label, detail terms.Key) int {
		if *at == nil {
			g := graph.Group{Parent: graph.None, Label: b.words.Text(label), Class: []graph.Class{classOutside}}
			if detail != "" {
				g.Detail = b.words.Text(detail)
			}
			*at = new(b.addGroup(g))
		}
		return **at
	}
	switch {
	case c.External:
		return once(&b.outside, terms.MapAdvisers, terms.MapOutside)
	case c.Unit != "":
		return b.groupOf[c.Unit]
	case len(b.groupOf) == 0:
		return graph.None
	}
	return once(&b.unplaced, b.either(terms.MapUnitUnknown, terms.ClientOtherPeople), "")
}
