package accountmaptest

import (
	"fmt"
	"math/rand/v2"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Generate returns a valid account of the shape, as of 1 November 2026 and in EUR. Equal seeds and shapes give equal accounts; the seed varies
// stances, statuses, dates and whatever else the shape does not fix.
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
	return g.a
}

func asOf() accountmap.Date { return accountmap.Date{Year: 2026, Month: 11, Day: 1} }

// generator holds an account while it is made.
type generator struct {
	Shape
	a     *accountmap.Account
	r     *rand.Rand
	names namer

	// above is the index of each unit's parent, or -1; seats are the units in which people may sit, by index.
	above, seats []int
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
	var open []int // the units that may have units below
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
			g.seats = append(g.seats, i)
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

// before returns a day of the given number of days before the account's.
func (g *generator) before(days int) accountmap.Date { return asOf().AddDays(-g.r.IntN(days)) }

// sometimes reports true once in n times.
func (g *generator) sometimes(n int) bool { return g.r.IntN(n) == 0 }

func id(thing string, i int) string { return fmt.Sprintf("%s-%d", thing, i+1) }

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// anyOf picks one of a list, or its unknown zero value.
func anyOf[T any](r *rand.Rand, list []T) T {
	var unknown T
	if i := r.IntN(len(list) + 1); i < len(list) {
		return list[i]
	}
	return unknown
}
