package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
	"github.com/accountatlas/accountatlas/render/theme"
)

// meridiano returns a small account with one of everything that the view draws.
func meridiano() *accountmap.Account {
	return &accountmap.Account{
		Profile: accountmap.Profile{Name: "Grupo Meridiano", AsOf: accountmap.Date{Year: 2026, Month: 11, Day: 1}},
		Units: []accountmap.Unit{
			{ID: "hq", Name: "Grupo Meridiano", City: "Madrid", Country: "Spain", Kind: accountmap.UnitGroup},
			{ID: "log", Name: "Logística", Parent: "hq", City: "Zaragoza", Country: "Spain"},
			{ID: "gr", Name: "Προμήθειες", Parent: "hq", City: "Αθήνα", Country: "Greece"},
		},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}, {ID: "fleet", Name: "Fleet"}},
		Coverage: []accountmap.Cell{
			{Unit: "log", Product: "core", Status: accountmap.CoverageSold},
			{Unit: "gr", Product: "fleet", Status: accountmap.CoverageNotRelevant, Reason: "no fleet"},
		},
		Team: []accountmap.Member{{ID: "ar", Name: "Ana Rodríguez Ruiz"}},
		Contacts: []accountmap.Contact{
			{ID: "bn", Name: "Begoña Núñez", Title: "Chief executive", Unit: "hq", Stance: accountmap.StanceSupporter, Power: 5,
				Roles: []accountmap.Role{accountmap.RoleDecisionMaker}},
			{ID: "jm", Name: "Jörg Müller", Title: "Head of logistics", Unit: "log", ReportsTo: "bn", Stance: accountmap.StanceChampion, Power: 4,
				Owner: "ar", ContactLevel: accountmap.ContactLevelInDepth},
			{ID: "tw", Name: "Tom Whitfield", Title: "Warehouse lead", Unit: "log", ReportsTo: "jm", Stance: accountmap.StanceNeutral},
			{ID: "as", Name: "Lia Soto", Title: "Assistant", Unit: "log", AssistantTo: "jm"},
			{ID: "lc", Name: "Legal counsel?", Unit: "gr", Placeholder: true, Roles: []accountmap.Role{accountmap.RoleLegal}},
			{ID: "gd", Name: "Γιάννης Δήμου", Title: "Procurement director", Unit: "gr", ReportsTo: "bn", Stance: accountmap.StanceBlocker},
			{ID: "gone", Name: "Иван Петров", Unit: "gr", Left: accountmap.Date{Year: 2026, Month: 3, Day: 1}},
			{ID: "vh", Name: "Victor Hale", Title: "Consultant", External: true, Stance: accountmap.StanceSceptic},
			{ID: "nn", Name: "Nadie Sabe"},
		},
		Relationships: []accountmap.Relationship{
			{From: "jm", To: "gd", Kind: accountmap.RelationshipInfluence},
			{From: "vh", To: "bn", Kind: accountmap.RelationshipConflict, Note: "over the tender"},
			{From: "jm", To: "nn", Kind: accountmap.RelationshipAlliance},
			{From: "tw", To: "lc", Kind: accountmap.RelationshipInformal},
		},
	}
}

func mustNew(t testing.TB, a *accountmap.Account) *accountmap.Map {
	t.Helper()
	m, err := accountmap.New(a)
	require.NoError(t, err)
	return m
}

func stakeholdersOf(t testing.TB, a *accountmap.Account) *graph.Graph {
	t.Helper()
	m := mustNew(t, a)
	o := (*Options)(nil).defaults(m)
	g, err := Stakeholders{}.Graph(m, &o)
	require.NoError(t, err)
	return g
}

func TestStakeholdersGraph(t *testing.T) {
	goldenGraph(t, "stakeholders.json", stakeholdersOf(t, meridiano()))
}

func TestStakeholdersLegendHasUsedEntries(t *testing.T) {
	a := meridiano()
	a.Relationships = a.Relationships[:1]
	var labels []string
	for _, s := range stakeholdersOf(t, a).Legend {
		for _, e := range s.Entries {
			labels = append(labels, e.Label)
		}
	}
	assert.Contains(t, labels, "influences")
	assert.NotContains(t, labels, "in conflict with")
	assert.Empty(t, stakeholdersOf(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Nobody"}}).Legend)
}

func TestAUnitWithoutPeopleSaysSo(t *testing.T) {
	a := meridiano()
	a.Units = append(a.Units, accountmap.Unit{ID: "new", Name: "Παραγωγή", Parent: "hq", City: "Θεσσαλονίκη"})
	assert.Equal(t, "Θεσσαλονίκη · nobody yet", stakeholdersOf(t, a).Groups[3].Detail)
}

// TestUnitsThatManageEachOther checks that, of two units whose people manage each other, only the
// first draws all its lines. Other lines may become words.
func TestUnitsThatManageEachOther(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{ID: "acme", Name: "Acme"}, Units: []accountmap.Unit{{ID: "a", Name: "A"}, {ID: "b", Name: "B"}, {ID: "c", Name: "C"}}}
	for i, unit := range []accountmap.UnitID{"a", "b", "c", "a", "b"} {
		c := accountmap.Contact{ID: accountmap.ContactID(fmt.Sprint("p", i)), Name: fmt.Sprint("Person ", i), Unit: unit}
		if i > 0 {
			c.ReportsTo = accountmap.ContactID(fmt.Sprint("p", i-1))
		}
		a.Contacts = append(a.Contacts, c)
	}
	g := graphOf(t, a, Stakeholders{}, nil)
	require.Len(t, g.Edges, 4)
	for i, e := range g.Edges {
		assert.Equal(t, i == 2, e.Loose(), "%s", e.Tooltip) // from C back to A
	}
	assert.Equal(t, "reports to Person 2", g.Edges[2].Words.To)
}

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{"Ana Rodríguez Ruiz": "AR", "élodie": "É", "": "", "Ana Ruiz": "AR", "  ": "", "Ελένη Δήμου": "ΕΔ", "</svg> (Bob) –": "SB", "?": ""} {
		assert.Equal(t, want, initials(name), name)
	}
}

// TestClassesHaveStyles checks that every theme has a style for every class of a view.
func TestClassesHaveStyles(t *testing.T) {
	for _, name := range theme.Names() {
		th, err := theme.Lookup(name)
		require.NoError(t, err)
		for _, class := range classes() {
			assert.True(t, th.Has(class), "theme %s does not dress %s", name, class)
		}
	}
	parts := []graph.Class{"page", "group", "share", "share-track", "card", "card-heavy", "card-light", "chip", "chip-key", "bracket", "level-on", "level-off", "badge", "edge",
		"note", "label", "point", "grid", "grid-head", "grid-band", "cell", "zone", "mark"}
	assert.ElementsMatch(t, append(parts, classes()...), theme.Classes(), "the themes dress what is given, and nothing besides")
	given := classes()
	g := stakeholdersOf(t, meridiano())
	nodes, badges, edges := class.Used(g)
	for _, used := range []map[graph.Class]bool{nodes, badges, edges} {
		for class := range used {
			assert.True(t, slices.Contains(given, class), "class %s is not listed", class)
		}
	}
}

func TestAdvisersAndStraysHaveBoxesOnlyWithUnits(t *testing.T) {
	g := stakeholdersOf(t, meridiano())
	var labels []string
	for _, group := range g.Groups {
		labels = append(labels, group.Label)
	}
	assert.Equal(t, []string{"Grupo Meridiano", "Logística", "Προμήθειες", "Advisers (external)", "Unit not known"}, labels)

	loose := stakeholdersOf(t, accountmaptest.Generate(1, accountmaptest.NoUnits(5)))
	for _, n := range loose.Nodes {
		if !strings.Contains(n.Tooltip, "external") && n.Group != graph.None {
			assert.Contains(t, loose.Groups[n.Group].Label, "Advisers")
		}
	}
}
