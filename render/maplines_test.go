package render

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
)

func sample(t testing.TB) *accountmap.Map {
	t.Helper()
	a, problems := codec.ReadFile("../examples/handoff/sample.yaml")
	require.NoError(t, problems.Err())
	return mustNew(t, a)
}

// crossing returns a typical account with ties between people of different units.
func crossing(seed uint64, people, ties int) *accountmap.Account {
	shape := accountmaptest.Typical(people)
	shape.Relationships = 40 * ties
	a := accountmaptest.Generate(seed, shape)
	unit := map[accountmap.ContactID]accountmap.UnitID{}
	for _, c := range a.Contacts {
		unit[c.ID] = c.Unit
	}
	var kept []accountmap.Relationship
	for _, r := range a.Relationships {
		if len(kept) < ties && unit[r.From] != unit[r.To] {
			kept = append(kept, r)
		}
	}
	a.Relationships = kept
	return a
}

// TestLinesOfMapsAreReadable counts the faults of the lines of maps in their SVG. With every tie
// drawn as a line, the sample would have 18 crossings, 12 close runs and 6 covered arrowheads. A
// map of 300 people with 60 ties would have 588 close runs. The counts before are those of the
// layout that drew every tie; they were counted for the sample, and once for 60 ties between units.
func TestLinesOfMapsAreReadable(t *testing.T) {
	norace.Only(t)
	const (
		uncounted = "not counted"
		ofSample  = "13 crossings, 12 close runs"
		of60Ties  = "232 crossings, 162 close runs, in another account with 60 ties"
	)
	check := func(name string, m *accountmap.Map, crossings int, before string) {
		t.Run(name, func(t *testing.T) {
			d, err := Layout(t.Context(), m, Stakeholders{}, nil)
			require.NoError(t, err)
			f := faultsOf(t, d)
			w, h := d.Size()
			t.Logf("before: %s; now: %v; %.0f x %.0f", before, f, w, h)
			assert.LessOrEqual(t, len(f.crossings), crossings, f.crossings)
			assert.Empty(t, f.closeRuns, "lines run side by side")
			assert.Empty(t, f.nearText, "lines are near texts")
			assert.Empty(t, f.nearCard, "lines are near cards of others")
			assert.Empty(t, f.nearFrame, "lines run along boxes")
			assert.Empty(t, f.heads, "arrowheads are not free")
			assert.Empty(t, f.cutNames)
			assert.Empty(t, f.brokenName)
		})
	}
	check("sample", sample(t), 3, ofSample)
	check("sample for the client", sample(t).Select(accountmap.Scope{Audience: accountmap.AudienceClient}), 3, uncounted)
	for _, shape := range []accountmaptest.Shape{accountmaptest.Star(40), accountmaptest.Chain(12), accountmaptest.Chain(30), accountmaptest.ManyUnits(15),
		accountmaptest.NoUnits(30), accountmaptest.DeepNest(6), accountmaptest.OneUnit(60)} {
		check(shape.Name, mustNew(t, accountmaptest.Generate(3, shape)), 10, uncounted)
	}
	for _, people := range []int{25, 60, 120, 300} {
		for i, ties := range []int{12, 30, 60} {
			check(fmt.Sprintf("%d people, %d ties", people, ties), mustNew(t, crossing(1, people, ties)), 10, []string{uncounted, uncounted, of60Ties}[i])
			if people < 300 {
				check(fmt.Sprintf("other %d people, %d ties", people, ties), mustNew(t, crossing(12, people, ties)), 10, uncounted)
			}
		}
	}
}

// TestLinesStayInTheFrameOfTheAccount checks that a line between two people in one frame leaves it
// only if there is no path inside: along its outside, a line looks like a second frame.
func TestLinesStayInTheFrameOfTheAccount(t *testing.T) {
	outside := 0
	for seed := range uint64(8) {
		d, err := Layout(t.Context(), mustNew(t, crossing(seed+1, 60, 60)), Stakeholders{}, nil)
		require.NoError(t, err)
		var svg bytes.Buffer
		require.NoError(t, d.Write(&svg, SVG))
		m := readMap(t, svg.String())
		frame := m.frames[0]
		for _, f := range m.frames[1:] {
			frame = frame.Union(f)
		}
		for _, l := range m.lines {
			for _, p := range stretchesOf(l.points) {
				if !frame.Contains(geom.Rect{X: p.CenterX(), Y: p.CenterY()}) && p.W+p.H > longRun {
					outside++
				}
			}
		}
	}
	t.Logf("%d runs outside the frames of 8 accounts", outside)
	assert.LessOrEqual(t, outside, 1)
}

// TestDecisionRolesAreShown checks that a card has the words of every indispensable role of the
// person.
func TestDecisionRolesAreShown(t *testing.T) {
	norace.Only(t)
	for _, lang := range terms.Languages() {
		words, ok := terms.Lookup(lang)
		require.True(t, ok)
		for seed := range uint64(3) {
			m := sample(t)
			if seed > 0 {
				m = mustNew(t, accountmaptest.Generate(seed, accountmaptest.Typical(60)))
			}
			d, err := Layout(t.Context(), m, Stakeholders{}, &Options{Terms: words})
			require.NoError(t, err)
			for i, n := range d.picture.Input.Graph.Nodes {
				c, ok := m.Contact(accountmap.ContactID(n.ID))
				require.True(t, ok)
				shown := slices.Concat(d.picture.Input.Cards[i].Chips()...)
				for _, r := range c.Decides() {
					if c.Left.IsZero() {
						assert.Contains(t, shown, words.RoleShort(r), "%s of %s in %s", r, c.Name, lang)
					}
				}
			}
		}
	}
}

// TestHeadBoxesAreBesideATallMap checks that the boxes of the heading are beside a tall map. Above
// it they would leave a third of the sheet blank.
func TestHeadBoxesAreBesideATallMap(t *testing.T) {
	d, err := Layout(t.Context(), mustNew(t, accountmaptest.Generate(3, accountmaptest.Chain(12))), Stakeholders{}, nil)
	require.NoError(t, err)
	var svg bytes.Buffer
	require.NoError(t, d.Write(&svg, SVG))
	m := readMap(t, svg.String())
	require.NotEmpty(t, m.points)
	require.NotEmpty(t, m.frames)
	for _, p := range m.points {
		assert.Less(t, p.Right(), m.frames[0].X)
		assert.GreaterOrEqual(t, p.Y, m.frames[0].Y)
	}
}

// TestLinesInABoxStayInIt draws a chain of 30. It continues in the next column, by a line below the
// last card of a column.
func TestLinesInABoxStayInIt(t *testing.T) {
	d, err := Layout(t.Context(), mustNew(t, accountmaptest.Generate(3, accountmaptest.Chain(30))), Stakeholders{}, nil)
	require.NoError(t, err)
	in := d.picture.Input
	for i, e := range in.Graph.Edges {
		if box := in.Graph.Nodes[e.From].Group; box == in.Graph.Nodes[e.To].Group && box != graph.None {
			for _, p := range in.Placed.Lines[i] {
				assert.True(t, contains(in.Placed.Boxes[box], geom.Rect{X: p.X, Y: p.Y}), "%s: %v", e.Tooltip, p)
			}
		}
	}
}

// TestALineIsLongerThanItsArrowhead draws a manager who influences a report directly below, where
// an assistant leaves no room for a line around the cards. Both cards describe the influence.
func TestALineIsLongerThanItsArrowhead(t *testing.T) {
	name := func(id string) string { return id + " of a name that takes several lines on a card" }
	a := &accountmap.Account{
		Profile: accountmap.Profile{Name: "Above"},
		Units:   []accountmap.Unit{{ID: "u", Name: "U"}},
		Contacts: []accountmap.Contact{
			{ID: "boss", Name: name("Boss"), Unit: "u", Power: 5},
			{ID: "report", Name: name("Report"), Unit: "u", Power: 5, ReportsTo: "boss"},
			{ID: "assistant", Name: name("Assistant"), Unit: "u", Power: 3, AssistantTo: "boss"},
		},
		Relationships: []accountmap.Relationship{{Kind: accountmap.RelationshipInfluence, From: "boss", To: "report"}},
	}
	d, err := Layout(t.Context(), mustNew(t, a), Stakeholders{}, nil)
	require.NoError(t, err)
	placed := d.picture.Input.Placed
	for i, e := range d.picture.Input.Graph.Edges {
		if e.Loose() {
			assert.Empty(t, placed.Lines[i], "a line of %s between %v and %v", e.Tooltip, placed.Cards[e.From], placed.Cards[e.To])
			assert.Contains(t, placed.Far, i)
		}
	}
}
