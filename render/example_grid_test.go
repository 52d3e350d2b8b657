package render_test

import (
	"fmt"

	am "github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render"
	"github.com/accountatlas/accountatlas/render/graph"
)

// graphOf returns the graph of a view of a small account.
func graphOf(view render.View) *graph.Graph {
	m, err := am.New(&am.Account{
		Profile:  am.Profile{Name: "Grupo Meridiano", Currency: "EUR", AsOf: am.Date{Year: 2026, Month: 11, Day: 1}},
		Units:    []am.Unit{{ID: "log", Name: "Logística"}, {ID: "it", Name: "IT & Data"}},
		Products: []am.Product{{ID: "core", Name: "Core"}, {ID: "fleet", Name: "Fleet"}},
		Contacts: []am.Contact{
			{ID: "jorg", Name: "Jörg Müller", Unit: "log", Stance: am.StanceChampion, Power: 4, Owner: "ana"},
			{ID: "marek", Name: "Marek Kowalski", Unit: "it", Stance: am.StanceBlocker, Power: 5},
		},
		Relationships: []am.Relationship{{From: "jorg", To: "marek", Kind: am.RelationshipInfluence}},
		Coverage: []am.Cell{
			{Unit: "log", Product: "core", Status: am.CoverageSold, Value: am.Money{Minor: 3_460_000, Currency: "EUR"}},
			{Unit: "it", Product: "core", Status: am.CoverageGap},
		},
		Team: []am.Member{{ID: "ana", Name: "Ana Ruiz"}},
		Milestones: []am.Milestone{
			{ID: "paper", Title: "Paper for the committee", Phase: am.PhaseExpansion, Due: am.Date{Year: 2026, Month: 10, Day: 15}},
			{ID: "decision", Title: "The committee decides", Phase: am.PhaseExpansion, Due: am.Date{Year: 2026, Month: 12, Day: 10}, After: []am.MilestoneID{"paper"}},
		},
	})
	if err != nil {
		fmt.Println(err)
		return &graph.Graph{Grid: &graph.Grid{}}
	}
	g, err := view.Graph(m, &render.Options{Terms: terms.English(), AsOf: m.Profile().AsOf})
	if err != nil {
		fmt.Println(err)
	}
	return g
}

func ExampleCoverage() {
	g := graphOf(render.Coverage{People: -1})
	fmt.Println(g.Title)
	for _, c := range g.Grid.Cells {
		fmt.Println(g.Grid.Columns[c.Column].Label, "-", g.Grid.Rows[c.Row].Label+":", c.Label, c.Detail)
	}
	// Output:
	// Grupo Meridiano · coverage
	// Logística - Core: Sold 34.6k
	// IT & Data - Core: Gap
}

func ExampleInfluence() {
	g := graphOf(render.Influence{})
	fmt.Println(g.Title)
	for _, n := range g.Nodes {
		fmt.Println(n.Label, "-", g.Grid.Rows[n.Place.Row].Label+",", g.Grid.Columns[n.Place.Column].Label)
	}
	for _, e := range g.Edges {
		fmt.Println(e.Tooltip)
	}
	// Output:
	// Grupo Meridiano · influence map
	// Jörg Müller - Power 4, Champion
	// Marek Kowalski - Power 5, Blocker
	// Jörg Müller influences Marek Kowalski
}

func ExampleTeamCover() {
	g := graphOf(render.TeamCover{})
	fmt.Println(g.Title)
	for _, c := range g.Grid.Cells {
		for _, l := range c.Lines {
			fmt.Println(g.Grid.Rows[c.Row].Label, "-", g.Grid.Columns[c.Column].Label+":", l.Label)
		}
	}
	// Output:
	// Grupo Meridiano · team cover
	// Logística - Ana Ruiz: Jörg Müller
	// IT & Data - Nobody on our side: Marek Kowalski
}

func ExampleRoadmap() {
	g := graphOf(render.Roadmap{})
	fmt.Println(g.Title)
	for _, n := range g.Nodes {
		fmt.Println(n.Label+":", n.Detail)
	}
	for _, e := range g.Edges {
		fmt.Println(e.Tooltip)
	}
	// Output:
	// Grupo Meridiano · success roadmap
	// Paper for the committee: 17 days late · due 15 Oct 2026
	// The committee decides: due 10 Dec 2026
	// Paper for the committee must be done before The committee decides
}
