package render

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

func TestInfluenceGraph(t *testing.T) {
	goldenGraph(t, "influence.json", graphOf(t, meridiano(), Influence{}, nil))
}

// TestInfluencePlacesByPowerAndStance checks each card's row and column.
func TestInfluencePlacesByPowerAndStance(t *testing.T) {
	for name, shape := range gridShapes() {
		a := accountmaptest.Generate(5, shape)
		g := graphOf(t, a, Influence{People: -1}, nil)
		i := 0
		for _, c := range a.Contacts {
			if !c.Left.IsZero() {
				continue
			}
			n := g.Nodes[i]
			if c.Name != "" {
				assert.Equal(t, c.Name, n.Label, name)
			}
			row := "Power not known"
			if c.Power > 0 {
				row = "Power " + string(rune('0'+c.Power))
			}
			assert.Equal(t, row, g.Grid.Rows[n.Place.Row].Label, name)
			assert.Equal(t, []graph.Class{class.Stance(c.Stance)}, g.Grid.Columns[n.Place.Column].Class, name)
			i++
		}
		assert.Len(t, g.Nodes, i, name)
	}
}

// TestInfluenceCountsHiddenPeople checks that the cards and the counts of a large account add up.
func TestInfluenceCountsHiddenPeople(t *testing.T) {
	a := accountmaptest.Generate(1, accountmaptest.Typical(300))
	g := graphOf(t, a, Influence{}, nil)
	assert.GreaterOrEqual(t, len(g.Nodes), fewEnough)
	named := 0
	for _, c := range g.Grid.Cells {
		named += len(c.Lines)
		assert.LessOrEqual(t, len(c.Lines), fewNames)
	}
	assert.Contains(t, g.Subtitle, fmt.Sprintf("%d of 291 people shown", len(g.Nodes)+named))
	drawn, all := len(g.Edges), 0
	left := map[accountmap.ContactID]bool{}
	for _, c := range a.Contacts {
		left[c.ID] = !c.Left.IsZero()
	}
	for _, r := range a.Relationships {
		if !left[r.From] && !left[r.To] {
			all++
		}
	}
	assert.Contains(t, g.Subtitle, fmt.Sprintf("%d ties not drawn", all-drawn))
	inCell, high := map[graph.Place]int{}, map[int]int{}
	for _, n := range g.Nodes {
		inCell[*n.Place]++
		high[n.Place.Row] = max(high[n.Place.Row], inCell[*n.Place])
	}
	for _, c := range g.Grid.Cells {
		assert.LessOrEqual(t, high[c.Row]-1, inCell[graph.Place{Row: c.Row, Column: c.Column}], "%s: the cell is filled before anybody is left out", c.Label)
	}
	powerful := 0
	for _, n := range g.Nodes {
		if row := g.Grid.Rows[n.Place.Row].Label; row == "Power 5" || row == "Power 4" {
			powerful++
		}
	}
	assert.GreaterOrEqual(t, powerful, fewEnough, "key players come first")
	m := mustNew(t, a)
	whole := graphOf(t, a, Influence{People: -1}, nil)
	require.Len(t, whole.Nodes, m.Standing(accountmap.Date{}).Total())
	assert.Empty(t, whole.Grid.Cells)
	for _, e := range whole.Edges {
		assert.NotEmpty(t, e.Tooltip)
	}
}

// TestInfluenceNamesThePeopleOfTheSample checks that the picture of the sample has the name of
// everybody, on a card or below the cards of the cell.
func TestInfluenceNamesThePeopleOfTheSample(t *testing.T) {
	m := sample(t)
	d, err := Layout(t.Context(), m, Influence{}, nil)
	require.NoError(t, err)
	var svg bytes.Buffer
	require.NoError(t, d.SVG(&svg))
	var words []string
	for _, text := range below(parseSVG(t, svg.String()), "text") {
		words = append(words, strings.TrimSpace(text.Text))
	}
	written := strings.Join(words, " ")
	for c := range m.Contacts() {
		if c.Here(m.Profile().AsOf) {
			assert.Contains(t, written, cmp.Or(c.Name, c.Title))
		}
	}
	assert.NotContains(t, written, " more", "a count instead of names")
	assert.NotContains(t, written, "people shown", "everybody is shown")
}

func TestInfluenceZonesHoldThePowerful(t *testing.T) {
	g := graphOf(t, meridiano(), Influence{}, nil)
	var zones []string
	for _, z := range g.Grid.Zones {
		zones = append(zones, z.Label+" "+g.Grid.Rows[z.FirstRow].Label+" to "+g.Grid.Rows[z.LastRow].Label+", "+
			g.Grid.Columns[z.FirstColumn].Label+" to "+g.Grid.Columns[z.LastColumn].Label)
	}
	assert.Equal(t, []string{"To win over · 0 Power 5 to Power 4, Blocker to Sceptic", "To rely on · 2 Power 5 to Power 4, Supporter to Champion",
		"To find out · 1 Power 5 to Power 3, Unknown to Unknown"}, zones)
}

// TestInfluenceWithoutPowers draws people whose power nobody has recorded: five rows of nobody
// would leave a page blank.
func TestInfluenceWithoutPowers(t *testing.T) {
	a := accountmaptest.Generate(1, accountmaptest.Typical(25))
	for i := range a.Contacts {
		a.Contacts[i].Power = 0
	}
	g := graphOf(t, a, Influence{}, nil)
	require.Len(t, g.Grid.Rows, 1)
	assert.Equal(t, "Power not known", g.Grid.Rows[0].Label)
	assert.Empty(t, g.Grid.Zones)
	assert.NoError(t, Draw(t.Context(), io.Discard, mustNew(t, a), Influence{}, SVG, nil))
}

// TestInfluenceCountsAsTheAccountMap compares the zones with the boxes of the account map.
func TestInfluenceCountsAsTheAccountMap(t *testing.T) {
	for seed := range uint64(5) {
		m := mustNew(t, accountmaptest.Generate(seed, accountmaptest.Typical(60)))
		g, err := Influence{}.Graph(m, nil)
		require.NoError(t, err)
		w := insight.Of(m, m.Profile().AsOf).Watch(insight.WatchOptions{})
		for class, total := range map[graph.Class]int{class.WinOver: w.ToWinOver.Total, class.FindOut: w.ToFindOut.Total} {
			at := slices.IndexFunc(g.Grid.Zones, func(z graph.Zone) bool { return z.Class[0] == class })
			require.NotEqual(t, -1, at)
			assert.Regexp(t, fmt.Sprintf(` · %d$`, total), g.Grid.Zones[at].Label)
		}
	}
}

func TestInfluenceFocusFadesTheRest(t *testing.T) {
	g := graphOf(t, meridiano(), Influence{}, &Options{Focus: accountmap.Focus{Contacts: []accountmap.ContactID{"jm"}}})
	faded := 0
	for _, n := range g.Nodes {
		for _, c := range n.Class {
			if c == class.Faded {
				faded++
			}
		}
	}
	assert.Equal(t, len(g.Nodes)-1, faded)
}

// TestLongWordsOfNamesAreWholeInTables checks that a card, and a cell of the team cover, is as wide
// as the longest word of a name.
func TestLongWordsOfNamesAreWholeInTables(t *testing.T) {
	a := meridiano()
	a.Contacts[0].Name, a.Contacts[1].Name = "ΚΩΝΣΤΑΝΤΙΝΟΣ ΠΑΠΑΧΑΡΑΛΑΜΠΟΠΟΥΛΟΣ", "Ana Donaudampfschifffahrtskapitänin"
	for _, v := range []View{Influence{People: -1}, TeamCover{}} {
		d, err := Layout(t.Context(), mustNew(t, a), v, nil)
		require.NoError(t, err)
		var svg bytes.Buffer
		require.NoError(t, d.SVG(&svg))
		assert.Contains(t, svg.String(), ">ΠΑΠΑΧΑΡΑΛΑΜΠΟΠΟΥΛΟΣ<", "%T", v)
		assert.Contains(t, svg.String(), "Donaudampfschifffahrtskapitänin<", "%T", v)
	}
}

// TestLongNamesAreWholeInTables checks that a name of 60 letters widens its column before it is cut.
func TestLongNamesAreWholeInTables(t *testing.T) {
	a := meridiano()
	const long = "Friederike Schwarzenberger-Leutheusser von Hohenlohe-Langenburg"
	a.Contacts[0].Name, a.Units[1].Name = long, long
	for _, v := range []View{TeamCover{}, Coverage{}} {
		d, err := Layout(t.Context(), mustNew(t, a), v, nil)
		require.NoError(t, err)
		var svg bytes.Buffer
		require.NoError(t, d.SVG(&svg))
		assert.NotContains(t, svg.String(), "…", "%T", v)
		assert.Contains(t, svg.String(), "Langenburg<", "%T", v)
	}
}

// TestInfluenceFillsCellsAfterTheirLastPerson checks that the last person of a cell, who is drawn in
// place of a count, makes space for as many people in the other cells of the row.
func TestInfluenceFillsCellsAfterTheirLastPerson(t *testing.T) {
	g := graphOf(t, accountmaptest.Generate(3, accountmaptest.Typical(60)), Influence{}, nil)
	in, high := map[graph.Place]int{}, map[int]int{}
	for _, n := range g.Nodes {
		in[*n.Place]++
		high[n.Place.Row] = max(high[n.Place.Row], in[*n.Place])
	}
	require.NotEmpty(t, g.Grid.Cells)
	for _, c := range g.Grid.Cells {
		assert.Equal(t, high[c.Row], in[graph.Place{Row: c.Row, Column: c.Column}], c.Label)
	}
}
