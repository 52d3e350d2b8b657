// Package accountmaptest has test data for code that draws, prints or computes with accounts:
// generated accounts of any size and shape, texts that break careless writers, and a comparison
// with golden files.
//
//	a := accountmaptest.Generate(1, accountmaptest.Star(200))
//	m, err := accountmap.New(a) // err is nil: every generated account is valid
//
// The same seed and [Shape] make the same account in every process and on every machine.
package accountmaptest

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// Generate returns a valid account of the shape, as of 1 November 2026 and in EUR. Equal seeds and
// shapes give equal accounts. The seed varies stances, statuses, dates and everything else that the
// shape does not determine.
func Generate(seed uint64, s Shape) *accountmap.Account {
	r := rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15))
	g := generator{Shape: s, r: r, names: namer{words: manyLanguages(), r: r, letters: s.NameLetters}}
	if s.Greek {
		g.names.words = greek()
	}
	g.a = &accountmap.Account{
		Format:  accountmap.FormatVersion,
		Profile: accountmap.Profile{ID: fmt.Sprintf("generated-%d", seed), Name: g.names.unit(0), Currency: "EUR", AsOf: asOf()},
	}
	g.team()
	g.units()
	g.products()
	g.contacts()
	g.relationships()
	g.competitors()
	g.coverage()
	g.orders()
	g.advocacy()
	g.activity()
	g.agreements()
	g.roadmap()
	g.service()
	complete(g.a, func(list *schema.Field) int {
		if isShaped(list) {
			return 0
		}
		return min(3, max(0, g.Contacts))
	})
	return g.a
}

func asOf() accountmap.Date { return accountmap.Date{Year: 2026, Month: 11, Day: 1} }

type generator struct {
	Shape
	a     *accountmap.Account
	r     *rand.Rand
	names namer

	// above is the index of each unit's parent, or -1; staffed contains the indexes of the units
	// with people.
	above, staffed []int
}

func (g *generator) team() {
	roles := []string{"New business", "Account manager", "Solutions engineer", "Customer success", "Partner manager"}
	for i := range g.Team {
		g.a.Team = append(g.a.Team, accountmap.Member{
			ID: accountmap.MemberID(id("member", i)), Name: g.names.person(), Role: roles[i%len(roles)], From: g.before(1000),
		})
	}
	if g.Team > 1 {
		g.a.Handoff = accountmap.Handoff{
			From: g.a.Team[0].ID, To: g.a.Team[1].ID, Start: asOf().AddDays(-30), End: asOf().AddDays(45),
			Checklist: []accountmap.ChecklistItem{{Text: "Introduce each other", Done: true}, {Text: "Visit every unit"}},
		}
	}
}

func (g *generator) units() {
	depth := make([]int, max(0, g.Units))
	parents := make([]bool, len(depth))
	var open []int // the units that may have sub-units
	for i := range depth {
		u := accountmap.Unit{ID: accountmap.UnitID(id("unit", i)), Name: g.names.unit(i), Kind: anyOf(g.r, accountmap.UnitKinds())}
		above := -1
		switch {
		case g.UnitDepth > 1 && i > 0 && i < g.UnitDepth:
			above = i - 1
		case i >= g.UnitDepth && len(open) > 0 && g.r.IntN(8) > 0:
			above = pick(g.r, open)
		}
		if above >= 0 {
			u.Parent, depth[i], parents[above] = g.a.Units[above].ID, depth[above]+1, true
		}
		if g.r.IntN(3) > 0 {
			u.City, u.Country = g.names.city(), pick(g.r, []string{"ES", "GR", "PL", "DE", "PT", "BG"})
		}
		if depth[i] < g.UnitDepth-1 {
			open = append(open, i)
		}
		g.a.Units, g.above = append(g.a.Units, u), append(g.above, above)
	}
	for i := range g.a.Units {
		if !g.PeopleInLeaves || !parents[i] {
			g.staffed = append(g.staffed, i)
		}
	}
}

func (g *generator) products() {
	lines := []string{"Platform", "Field", "Warehouse", ""}
	for i := range g.Products {
		g.a.Products = append(g.a.Products, accountmap.Product{
			ID: accountmap.ProductID(id("product", i)), Name: g.names.product(i), Line: lines[i*len(lines)/g.Products],
			Price: accountmap.Money{Minor: int64(100 * (1 + g.r.IntN(20_000)))},
		})
	}
}

func (g *generator) competitors() {
	for i := range g.Competitors {
		g.a.Competitors = append(g.a.Competitors, accountmap.Competitor{
			ID: accountmap.CompetitorID(id("competitor", i)), Name: g.names.product(i) + " Systems", Strengths: []string{"Price"},
			Weaknesses: []string{"Support"},
		})
	}
}

// before returns a random day less than the given number of days before the day of the account.
func (g *generator) before(days int) accountmap.Date { return asOf().AddDays(-g.r.IntN(days)) }

func (g *generator) sometimes(n int) bool { return g.r.IntN(n) == 0 }

func id(thing string, i int) string { return fmt.Sprintf("%s-%d", thing, i+1) }

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// anyOf returns a random element of the list, or the zero value if the list is empty.
func anyOf[T any](r *rand.Rand, list []T) T {
	var unknown T
	if i := r.IntN(len(list) + 1); i < len(list) {
		return list[i]
	}
	return unknown
}

func (g *generator) contacts() {
	heads := make([]accountmap.ContactID, len(g.a.Units)) // the first person of each unit
	unit, first := -1, 0                                  // the unit being filled, and its first contact
	for i := range g.Contacts {
		c := g.contact(i)
		if len(g.staffed) > 0 {
			if next := g.staffed[i*len(g.staffed)/g.Contacts]; next != unit {
				unit, first = next, i
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

// headAbove returns the head of the nearest unit above that has a head. Parents are filled before
// their sub-units, so there is no cycle.
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
		e.By = g.anyMember()
		g.a.Exposures = append(g.a.Exposures, e)
	}
}
