package accountmaptest

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

func (g *generator) contacts() {
	heads := make([]accountmap.ContactID, len(g.a.Units)) // the first person of each unit
	unit, first := -1, 0                                  // where the run being filled sits, and its first contact
	for i := range g.Contacts {
		c := g.contact(i)
		if len(g.seats) > 0 {
			if seat := g.seats[i*len(g.seats)/g.Contacts]; seat != unit {
				unit, first = seat, i
				heads[unit] = c.ID
			}
			c.Unit = g.a.Units[unit].ID
		}
		if k := g.ReportsPerManager; k > 0 {
			if place := i - first; place > 0 {
				c.ReportsTo = g.a.Contacts[first+(place-1)/k].ID
			} else if unit >= 0 {
				c.ReportsTo = g.headAbove(unit, heads)
			}
		}
		g.a.Contacts = append(g.a.Contacts, c)
	}
}

// headAbove returns the head of the nearest unit above that has one already. Units are filled parents first, so that this never makes a
// circle.
func (g *generator) headAbove(unit int, heads []accountmap.ContactID) accountmap.ContactID {
	for above := g.above[unit]; above >= 0; above = g.above[above] {
		if heads[above] != "" {
			return heads[above]
		}
	}
	return ""
}

func (g *generator) contact(i int) accountmap.Contact {
	c := accountmap.Contact{
		ID: accountmap.ContactID(id("contact", i)), Name: g.names.person(), Title: g.names.title(), Stance: anyOf(g.r, accountmap.Stances()),
		Power: g.r.IntN(6), ContactLevel: anyOf(g.r, accountmap.ContactLevels()), Seniority: anyOf(g.r, accountmap.Seniorities()),
		Orientation: anyOf(g.r, accountmap.Orientations()), Adaptability: anyOf(g.r, accountmap.Adaptabilities()),
		PreferredChannel: anyOf(g.r, accountmap.Channels()),
	}
	for range g.r.IntN(3) {
		if role := pick(g.r, accountmap.Roles()); !slices.Contains(c.Roles, role) {
			c.Roles = append(c.Roles, role)
		}
	}
	if len(g.a.Team) > 0 && !g.sometimes(4) {
		c.Owner = pick(g.r, g.a.Team).ID
	}
	switch {
	case g.Contacts == 1:
	case g.sometimes(20):
		c.Placeholder, c.Name, c.Stance, c.ContactLevel = true, "", "", ""
	case g.sometimes(30):
		c.External = true
	case g.sometimes(30):
		c.Left = g.before(400)
	}
	return c
}

func (g *generator) relationships() {
	for range g.Relationships {
		if g.Contacts < 2 {
			return
		}
		from, step := g.r.IntN(g.Contacts), 1+g.r.IntN(g.Contacts-1)
		g.a.Relationships = append(g.a.Relationships, accountmap.Relationship{
			From: g.a.Contacts[from].ID, To: g.a.Contacts[(from+step)%g.Contacts].ID, Kind: pick(g.r, accountmap.RelationshipKinds()),
			Strength: g.r.IntN(6),
		})
	}
}

func (g *generator) advocacy() {
	if len(g.a.Contacts) == 0 {
		return
	}
	for range g.Endorsements {
		e := accountmap.Endorsement{Kind: pick(g.r, accountmap.EndorsementKinds()), Contact: pick(g.r, g.a.Contacts).ID, Asked: g.before(600)}
		switch g.r.IntN(3) {
		case 0:
			e.Given, e.Text = e.Asked.AddDays(g.r.IntN(20)), "It does what it says."
		case 1:
			e.Declined = e.Asked.AddDays(g.r.IntN(20))
		}
		if e.Kind == accountmap.EndorsementReferral && len(g.a.Units) > 0 {
			e.ToUnit = pick(g.r, g.a.Units).ID
		} else if e.Kind == accountmap.EndorsementTestimonial && len(g.a.Products) > 0 {
			e.Product = pick(g.r, g.a.Products).ID
		}
		g.a.Endorsements = append(g.a.Endorsements, e)
	}
	for range g.Exposures {
		if len(g.a.Products) == 0 {
			return
		}
		e := accountmap.Exposure{
			Contact: pick(g.r, g.a.Contacts).ID, Product: pick(g.r, g.a.Products).ID, Date: g.before(700),
			Kind: anyOf(g.r, accountmap.ExposureKinds()), Reaction: anyOf(g.r, accountmap.Reactions()),
		}
		if len(g.a.Team) > 0 {
			e.By = pick(g.r, g.a.Team).ID
		}
		g.a.Exposures = append(g.a.Exposures, e)
	}
}
