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
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// earlier returns meridiano half a year before, so that a change of every kind has followed.
func earlier() *accountmap.Account {
	a := meridiano()
	a.AsOf = accountmap.Date{Year: 2026, Month: 5, Day: 1}
	a.Units = append(a.Units, accountmap.Unit{ID: "old", Name: "Planta Sur", Parent: "hq"})
	at := func(id accountmap.ContactID) *accountmap.Contact {
		return &a.Contacts[slices.IndexFunc(a.Contacts, func(c accountmap.Contact) bool { return c.ID == id })]
	}
	at("gd").Stance = accountmap.StanceNeutral
	at("tw").Unit = "gr"
	at("tw").ReportsTo = ""
	at("gone").Left = accountmap.Date{}
	jm := at("jm")
	jm.Title, jm.Power, jm.ContactLevel, jm.Owner, jm.Roles = "Buyer", 0, accountmap.ContactLevelBrief, "", []accountmap.Role{accountmap.RoleUser}
	at("nn").Name, at("nn").Placeholder = "Somebody?", true
	a.Contacts = slices.DeleteFunc(a.Contacts, func(c accountmap.Contact) bool { return c.ID == "as" })
	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "pi", Name: "Pablo Ibarra", Unit: "old", ReportsTo: "bn"},
		accountmap.Contact{ID: "long", Name: "Long Gone", Unit: "hq", Left: accountmap.Date{Year: 2020, Month: 1, Day: 1}})
	a.Relationships = []accountmap.Relationship{
		{From: "jm", To: "gd", Kind: accountmap.RelationshipInfluence, Strength: 2}, a.Relationships[1],
		{From: "pi", To: "jm", Kind: accountmap.RelationshipConflict}, {From: "tw", To: "lc", Kind: accountmap.RelationshipInformal},
	}
	return a
}

func changesOf(t testing.TB, before, after *accountmap.Account, opts *Options) *graph.Graph {
	t.Helper()
	m := mustNew(t, after)
	o := opts.defaults(m)
	g, err := Changes{Before: mustNew(t, before)}.Graph(m, &o)
	require.NoError(t, err)
	return g
}

func TestChangesGraph(t *testing.T) {
	goldenGraph(t, "changes.json", changesOf(t, earlier(), meridiano(), nil))
}

// notesOf returns the notes on each card, by the card's name.
func notesOf(g *graph.Graph) map[string][]string {
	notes := map[string][]string{}
	for _, n := range g.Nodes {
		for _, note := range n.Notes {
			notes[n.Label] = append(notes[n.Label], note.Text)
		}
	}
	return notes
}

func TestChangesAreNotedOnTheCards(t *testing.T) {
	g := changesOf(t, earlier(), meridiano(), nil)
	assert.Equal(t, map[string][]string{
		"Lia Soto":      {"new on the map"},
		"Pablo Ibarra":  {"no longer in the account"},
		"Tom Whitfield": {"moved from Προμήθειες", "Reports to: was not recorded"},
		"Γιάννης Δήμου": {"was Neutral"},
		"Nadie Sabe":    {"was not yet known", "Name: was Somebody?"},
		"Jörg Müller":   {"Job title: was Buyer", "Roles: was User", "Power: was not recorded", "and 2 more"},
	}, notesOf(g))
	byName := map[string]graph.Node{}
	for _, n := range g.Nodes {
		byName[n.Label] = n
	}
	assert.Contains(t, byName["Иван Петров"].Detail, "left on", "not a second time in a note")
	assert.Equal(t, []graph.Class{"stance-neutral"}, byName["Γιάννης Δήμου"].Notes[0].Class, "the sign of the stance as it was, beside that of today")
	assert.Contains(t, byName["Γιάννης Δήμου"].Class, graph.Class("stance-blocker"))
	assert.Contains(t, byName["Jörg Müller"].Tooltip, "Owner: was not recorded", "the tooltip tells all")
	assert.NotContains(t, byName, "Long Gone", "who had left before is no news")
	assert.Equal(t, "Planta Sur", g.Groups[byName["Pablo Ibarra"].Group].Label)
	assert.Contains(t, g.Groups[byName["Pablo Ibarra"].Group].Detail, "no longer in the account")
	for name, class := range map[string]graph.Class{"Lia Soto": "change-joined", "Иван Петров": "change-left", "Pablo Ibarra": "change-left",
		"Tom Whitfield": "change-moved", "Γιάννης Δήμου": "change-edited"} {
		assert.Equal(t, class, byName[name].Class[0], name)
	}
	assert.NotContains(t, fmt.Sprint(byName["Begoña Núñez"].Class), "change-", "who is as before bears no mark")
}

func TestChangesOfTies(t *testing.T) {
	labels := map[string]string{}
	for _, e := range changesOf(t, earlier(), meridiano(), nil).Edges {
		if e.Label != "" {
			labels[e.Tooltip] = e.Label + fmt.Sprint(e.Class)
		}
	}
	assert.Equal(t, map[string]string{
		"Jörg Müller influences Γιάννης Δήμου (strength ?, was 2)": "strength ?, was 2[edge-influence]",
		"Jörg Müller allied with Nadie Sabe (new)":                 "new[edge-alliance edge-new]",
		"Pablo Ibarra in conflict with Jörg Müller (ended)":        "ended[edge-conflict edge-ended]",
	}, labels)
}

func TestChangesAreCounted(t *testing.T) {
	g := changesOf(t, earlier(), meridiano(), nil)
	assert.Equal(t, "Grupo Meridiano · what has changed", g.Title)
	assert.Equal(t, "From 1 May 2026 to 1 November 2026  ·  1 new on the map, 1 left, 1 no longer in the account, 1 moved to another unit, 1 changed their stance, 1 with another manager, "+
		"1 with another title or role, 1 new tie, 1 tie ended, 1 unit no longer there", g.Subtitle)
	same := changesOf(t, meridiano(), meridiano(), nil)
	assert.Equal(t, "What has changed  ·  nothing on the map has changed", same.Subtitle)
	assert.Empty(t, same.Points)
	lists := map[string][]string{}
	for _, p := range g.Points {
		lists[p.Title] = p.Lines
	}
	assert.Equal(t, map[string][]string{
		"New on the map · 1": {"Lia Soto: Logística"}, "No longer there · 2": {"Иван Петров", "Pablo Ibarra: no longer in the account"},
		"Moved · 1":         {"Tom Whitfield: moved from Προμήθειες · Reports to: was not recorded"},
		"Changed · 3":       {"Jörg Müller: Job title: was Buyer · Roles: was User · Power: was not recorded · and 2 more", "Γιάννης Δήμου: was Neutral", "Nadie Sabe: was not yet known · Name: was Somebody?"},
		"Relationships · 3": {"Jörg Müller influences Γιάννης Δήμου (strength ?, was 2)", "Jörg Müller allied with Nadie Sabe (new)", "Pablo Ibarra in conflict with Jörg Müller (ended)"},
		"Units · 1":         {"Planta Sur: no longer in the account"},
	}, lists)
	assert.Empty(t, notesOf(same))
}

func TestChangesSinceNothing(t *testing.T) {
	m := mustNew(t, meridiano())
	o := (*Options)(nil).defaults(m)
	g, err := Changes{}.Graph(m, &o)
	require.NoError(t, err)
	assert.Contains(t, g.Subtitle, "8 new on the map")
	for _, group := range g.Groups[:3] {
		assert.Contains(t, group.Detail, "new unit")
	}
}

// TestChangesOfUnits checks new units, and units with another parent.
func TestChangesOfUnits(t *testing.T) {
	before, after := meridiano(), meridiano()
	after.Units[2].Parent = "log"
	after.Units = append(after.Units, accountmap.Unit{ID: "new", Name: "Nueva"})
	before.Units[1].Parent = ""
	details := map[string]string{}
	for _, g := range changesOf(t, before, after, nil).Groups {
		details[g.Label] = g.Detail
	}
	assert.Contains(t, details["Προμήθειες"], "was part of Grupo Meridiano")
	assert.Contains(t, details["Logística"], "was part of no other unit")
	assert.Contains(t, details["Nueva"], "new unit")
}

// TestChangesLegendHasUsedEntries checks that the legend explains only the marks on the map.
func TestChangesLegendHasUsedEntries(t *testing.T) {
	labels := func(g *graph.Graph) (all []string) {
		for _, s := range g.Legend {
			for _, e := range s.Entries {
				all = append(all, e.Label)
			}
		}
		return all
	}
	whole := labels(changesOf(t, earlier(), meridiano(), nil))
	for _, label := range []string{"new on the map", "no longer there", "moved", "changed", "new tie", "ended tie"} {
		assert.Contains(t, whole, label)
	}
	one := meridiano()
	one.Contacts[1].Stance = accountmap.StanceSceptic
	few := labels(changesOf(t, one, meridiano(), nil))
	assert.Contains(t, few, "changed")
	for _, label := range []string{"new on the map", "moved", "new tie", "ended tie"} {
		assert.NotContains(t, few, label)
	}
}

// TestChangesArePlaced draws the changes between two generated accounts, with additions and
// deletions.
func TestChangesArePlaced(t *testing.T) {
	norace.Only(t)
	for _, shape := range []accountmaptest.Shape{accountmaptest.Typical(40), accountmaptest.LongNames(), accountmaptest.NoUnits(20)} {
		for seed := range uint64(3) {
			before, after := mustNew(t, accountmaptest.Generate(seed, shape)), mustNew(t, accountmaptest.Generate(seed+1, shape))
			d, err := Layout(t.Context(), after, Changes{Before: before}, nil)
			require.NoError(t, err)
			checkCards(t, d)
			checkBoxes(t, d)
			checkLines(t, d)
			checkLabels(t, d)
		}
	}
}

// TestChangesKeepTheArrangement changes people without moving them. Every card keeps its place on
// the earlier map, or moves down.
func TestChangesKeepTheArrangement(t *testing.T) {
	norace.Only(t)
	before := accountmaptest.Generate(3, accountmaptest.Typical(40))
	after := accountmaptest.Generate(3, accountmaptest.Typical(40))
	changeTexts(after)
	was, err := Layout(t.Context(), mustNew(t, before), Stakeholders{}, nil)
	require.NoError(t, err)
	now, err := Layout(t.Context(), mustNew(t, after), Changes{Before: mustNew(t, before)}, nil)
	require.NoError(t, err)
	checkCards(t, now)
	checkLines(t, now)
	lower := 0
	for i, card := range was.picture.Input.Placed.Cards {
		at := now.picture.Input.Placed.Cards[i]
		assert.Equal(t, card.X, at.X, "card %d", i)
		assert.GreaterOrEqual(t, at.Y, card.Y, "card %d", i)
		if at.Y > card.Y {
			lower++
		}
	}
	assert.Positive(t, lower, "cards that need more room move what is below")
	faded := 0
	for _, n := range now.picture.Input.Graph.Nodes {
		assert.NotEqual(t, len(n.Notes) > 0 && n.Notes[0].Line == graph.LineNone, slices.Contains(n.Class, class.Faded), n.Label)
		if slices.Contains(n.Class, class.Faded) {
			faded++
		}
	}
	assert.Equal(t, 30, faded)
}

func changeTexts(a *accountmap.Account) {
	for i := range a.Contacts {
		if i%4 == 0 {
			a.Contacts[i].Title += ", and head of everything else that there is to do"
			a.Contacts[i].Power, a.Contacts[i].Stance = 5, accountmap.StanceBlocker
		}
	}
}

// TestChangesMoveNobodyElse adds and moves people, and adds a unit. All other people and units keep
// their column, their width and their order from the top.
func TestChangesMoveNobodyElse(t *testing.T) {
	norace.Only(t)
	for _, shape := range []accountmaptest.Shape{accountmaptest.Typical(25), accountmaptest.Typical(40), accountmaptest.NoUnits(20), accountmaptest.Chain(12)} {
		for seed := range uint64(4) {
			before, after := accountmaptest.Generate(seed, shape), accountmaptest.Generate(seed, shape)
			if seed%2 == 1 {
				changeTexts(after)
			}
			units := len(after.Units)
			if units > 1 {
				after.Contacts[len(after.Contacts)-1].Unit = after.Units[1].ID
				after.Units = append(after.Units, accountmap.Unit{ID: "labs", Name: "Labs", Parent: after.Units[0].ID})
				units++
			}
			for i := range 6 {
				c := accountmap.Contact{ID: accountmap.ContactID(fmt.Sprint("new-", i)), Name: fmt.Sprint("Marta Ruiz ", i), Title: "Head of fleet", Power: i}
				if units > 0 {
					c.Unit = after.Units[(i*3)%units].ID
				}
				if i%2 == 0 {
					c.ReportsTo = after.Contacts[i].ID
				}
				after.Contacts = append(after.Contacts, c)
			}
			was, err := Layout(t.Context(), mustNew(t, before), Stakeholders{}, nil)
			require.NoError(t, err)
			now, err := Layout(t.Context(), mustNew(t, after), Changes{Before: mustNew(t, before)}, nil)
			require.NoError(t, err)
			checkCards(t, now)
			checkBoxes(t, now)
			checkLines(t, now)
			x, y := was.picture.Input, now.picture.Input
			for i, n := range x.Graph.Nodes {
				k := slices.IndexFunc(y.Graph.Nodes, func(o graph.Node) bool { return o.ID == n.ID })
				require.NotEqual(t, -1, k)
				if n.Group != graph.None && x.Graph.Groups[n.Group].Label != y.Graph.Groups[y.Graph.Nodes[k].Group].Label {
					continue // moved
				}
				assert.Equal(t, x.Placed.Cards[i].X, y.Placed.Cards[k].X, n.Label)
				assert.GreaterOrEqual(t, y.Placed.Cards[k].Y, x.Placed.Cards[i].Y, n.Label)
			}
			for i, g := range x.Graph.Groups {
				k := slices.IndexFunc(y.Graph.Groups, func(o graph.Group) bool { return o.Label == g.Label && o.ID == g.ID })
				require.NotEqual(t, -1, k)
				assert.Equal(t, x.Placed.Boxes[i].X, y.Placed.Boxes[k].X, g.Label)
				assert.Equal(t, x.Placed.Boxes[i].W, y.Placed.Boxes[k].W, g.Label)
			}
		}
	}
}

func TestChangesOfHostileText(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	for _, text := range accountmaptest.Hostile() {
		before, after := earlier(), meridiano()
		accountmaptest.FillText(before, text)
		b, err := accountmap.New(before)
		if err != nil {
			continue // an error is also valid
		}
		drawnInEvery(t, mustNew(t, after), Changes{Before: b}, text)
	}
}

// TestChangesSpeakEveryLanguage checks that a Spanish or Greek picture has no English word.
func TestChangesSpeakEveryLanguage(t *testing.T) {
	english := wordsOf(changesOf(t, earlier(), meridiano(), nil))
	for _, lang := range terms.Languages()[1:] {
		words, _ := terms.Lookup(lang)
		other := wordsOf(changesOf(t, earlier(), meridiano(), &Options{Terms: words}))
		require.Len(t, other, len(english))
		for i, word := range english {
			if strings.ContainsAny(word, "abcdefghijklmnopqrstuvwxyz") && word != "Neutral" && word != "Ana Rodríguez Ruiz" { // also Spanish
				assert.NotEqual(t, word, other[i], lang)
			}
		}
	}
}

// wordsOf returns the built-in words in a graph: heading, notes, labels of lines and legend.
func wordsOf(g *graph.Graph) []string {
	words := []string{g.Title, g.Subtitle, g.Description}
	for _, n := range g.Nodes {
		for _, note := range n.Notes {
			words = append(words, note.Text)
		}
	}
	for _, e := range g.Edges {
		if e.Label != "" {
			words = append(words, e.Label)
		}
	}
	for _, s := range g.Legend {
		for _, e := range s.Entries {
			words = append(words, e.Label)
		}
	}
	return words
}

// TestChangesInCoverage checks that the heading and the boxes count changes of the coverage, and
// that the tooltips name them. A client's map has none of them.
func TestChangesInCoverage(t *testing.T) {
	before, after := meridiano(), meridiano()
	product := after.Products[0]
	set := func(a *accountmap.Account, unit accountmap.UnitID, s accountmap.CoverageStatus) {
		a.Coverage = slices.DeleteFunc(a.Coverage, func(c accountmap.Cell) bool { return c.Unit == unit && c.Product == product.ID })
		if s != accountmap.CoverageUnassessed {
			a.Coverage = append(a.Coverage, accountmap.Cell{Unit: unit, Product: product.ID, Status: s})
		}
	}
	set(before, "log", accountmap.CoverageProposed)
	set(after, "log", accountmap.CoverageSold)
	set(before, "gr", accountmap.CoverageGap)
	set(after, "gr", accountmap.CoverageUnassessed)
	g := changesOf(t, before, after, nil)
	assert.Contains(t, g.Subtitle, "2 changes in coverage")
	boxes := map[string]graph.Group{}
	for _, box := range g.Groups {
		boxes[box.Label] = box
	}
	assert.Contains(t, boxes["Logística"].Detail, "1 change in coverage")
	assert.Contains(t, boxes["Logística"].Tooltip, product.Name+": Proposed → Sold")
	assert.Contains(t, boxes["Προμήθειες"].Tooltip, product.Name+": Gap → Not assessed")
	assert.NotContains(t, boxes["Grupo Meridiano"].Detail, "coverage")

	client := clientGraph(t, mustNew(t, after).Select(toClient), Changes{Before: mustNew(t, before)})
	assert.NotContains(t, fmt.Sprint(client), "coverage")
}
