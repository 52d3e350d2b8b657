package render

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
)

func TestTooLarge(t *testing.T) {
	shape := accountmaptest.Typical(200)
	m := mustNew(t, accountmaptest.Generate(1, shape))
	err := Draw(t.Context(), io.Discard, m, Stakeholders{}, SVG, &Options{Limit: 150})
	large, ok := errors.AsType[*TooLargeError](err)
	require.True(t, ok, "%v", err)
	assert.Equal(t, 200, large.Cards)
	assert.Equal(t, 150, large.Limit)
	require.Len(t, large.Largest, 3)
	assert.GreaterOrEqual(t, large.Largest[0].Cards, large.Largest[1].Cards)
	assert.ErrorContains(t, err, "Map.Select")
	assert.ErrorContains(t, err, large.Largest[0].Label)

	within := &Options{Limit: large.Cards + large.Lines + boxWeight*large.Boxes}
	require.NoError(t, Draw(t.Context(), io.Discard, m, Stakeholders{}, SVG, within))
	require.NoError(t, Draw(t.Context(), io.Discard, m, Stakeholders{}, SVG, &Options{Limit: -1}))
}

// TestFarTooLargeIsRefusedAtOnce checks that an account far above the limit of a picture is refused
// before any work.
func TestFarTooLargeIsRefusedAtOnce(t *testing.T) {
	norace.Only(t)
	shape := accountmaptest.Typical(10_000)
	shape.Relationships, shape.Orders = 100_000, 0
	m := mustNew(t, accountmaptest.Generate(1, shape))
	_, err := Layout(t.Context(), m, Stakeholders{}, nil)
	_, ok := errors.AsType[*TooLargeError](err)
	assert.True(t, ok, "%v", err)
}

// TestAMatrixFarTooLargeIsRefusedAtOnce checks that a matrix is refused before its cells are looked
// at, empty ones included, and that a higher limit admits it.
func TestAMatrixFarTooLargeIsRefusedAtOnce(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Wide"}}
	for i := range 1001 {
		a.Units = append(a.Units, accountmap.Unit{ID: accountmap.UnitID(fmt.Sprint(i)), Name: fmt.Sprint("Unit ", i)})
		a.Products = append(a.Products, accountmap.Product{ID: accountmap.ProductID(fmt.Sprint(i)), Name: fmt.Sprint("Product ", i)})
	}
	m := mustNew(t, a)
	_, err := Coverage{}.Graph(m, nil)
	assert.ErrorContains(t, err, "too large for pages: 1002001 cards, 0 lines and 0 boxes are over the limit of 1000000 in all; draw some of the units with Map.Select")
	assert.NoError(t, checkMatrix(m.Matrix(), 1_002_001))
	assert.NoError(t, checkMatrix(m.Matrix(), -1))
}

// TestFewerTies draws people among whom everybody knows everybody. The changed ties come first,
// then the strongest, and everybody's first tie before a second. The subtitle counts the ties left
// out, and the overview of the pages counts all ties.
func TestFewerTies(t *testing.T) {
	const people = 60
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Dense"}, Units: []accountmap.Unit{{ID: "u", Name: "U"}, {ID: "v", Name: "V"}}}
	id := func(i int) accountmap.ContactID { return accountmap.ContactID(fmt.Sprint("c", i)) }
	for i := range people {
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: id(i), Name: fmt.Sprint("Person ", i), Unit: []accountmap.UnitID{"u", "v"}[i%2]})
		for k := range i {
			a.Relationships = append(a.Relationships, accountmap.Relationship{From: id(k), To: id(i), Kind: accountmap.RelationshipInformal, Strength: 1})
		}
	}
	a.Relationships[len(a.Relationships)-1].Strength = 5
	m := mustNew(t, a)
	g, err := Stakeholders{}.Graph(m, nil)
	require.NoError(t, err)
	require.Len(t, g.Edges, people*(people-1)/2)
	drawn := withFewerTies(g, terms.English())
	require.Len(t, drawn.Edges, fewTies)
	assert.Contains(t, drawn.Subtitle, "1,170 lines not drawn")
	assert.Contains(t, drawn.Edges, g.Edges[len(g.Edges)-1], "the strongest")
	ties := make([]int, people)
	for _, e := range drawn.Edges {
		ties[e.From]++
		ties[e.To]++
	}
	assert.Positive(t, slices.Min(ties), "somebody without a tie")
	g.Edges = g.Edges[:fewTies]
	assert.Same(t, g, withFewerTies(g, terms.English()))

	set, err := Pages(t.Context(), m, Stakeholders{}, &Options{Paper: paper.A4()})
	require.NoError(t, err)
	var overview bytes.Buffer
	require.NoError(t, set.Drawings()[0].SVG(&overview))
	sum := 0
	for _, label := range regexp.MustCompile(`class="label ribbon[^<]*<title>[^<]*</title>\s*<path[^>]*>\s*<text[^>]*>(\d+)<`).FindAllStringSubmatch(overview.String(), -1) {
		n, err := strconv.Atoi(label[1])
		require.NoError(t, err)
		sum += n
	}
	assert.Greater(t, sum, fewTies, "the lines between the boxes are all lines")
}

// TestTooLargeInOneUnit checks that the error proposes a unit that is smaller than the whole.
func TestTooLargeInOneUnit(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Group"}, Units: []accountmap.Unit{
		{ID: "all", Name: "All"}, {ID: "a", Name: "Works", Parent: "all"}, {ID: "b", Name: "Sales", Parent: "all"}}}
	for i := range 100 {
		c := accountmap.Contact{ID: accountmap.ContactID(fmt.Sprint("c", i)), Name: fmt.Sprint("Person ", i), Unit: []accountmap.UnitID{"a", "b", "a"}[i%3]}
		if i < 8 {
			c.Unit, c.External = "", true
		}
		a.Contacts = append(a.Contacts, c)
	}
	_, err := Layout(t.Context(), mustNew(t, a), Stakeholders{}, &Options{Limit: 50})
	large, ok := errors.AsType[*TooLargeError](err)
	require.True(t, ok, "%v", err)
	assert.Equal(t, []BoxSize{{"a", "Works", 62}, {"b", "Sales", 30}}, large.Largest)
}

// TestTooManyUnits checks the limit for boxes, which take the longest to place.
func TestTooManyUnits(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Wide"}}
	for i := range 10_000 {
		a.Units = append(a.Units, accountmap.Unit{ID: accountmap.UnitID(fmt.Sprint("u", i)), Name: fmt.Sprint("Unit ", i)})
	}
	_, err := Layout(t.Context(), mustNew(t, a), Stakeholders{}, nil)
	assert.ErrorContains(t, err, "10000 boxes")
	require.NoError(t, checkPages(&graph.Graph{Groups: make([]graph.Group, len(a.Units))}, 0), "pages divide at boxes")
}

// TestTooManyForPages checks that a map beyond the limit is refused before it is divided.
func TestTooManyForPages(t *testing.T) {
	m := mustNew(t, accountmaptest.Generate(1, accountmaptest.Star(15_000)))
	_, err := Pages(t.Context(), m, Stakeholders{}, &Options{Limit: 100})
	large, ok := errors.AsType[*TooLargeError](err)
	require.True(t, ok, "%v", err)
	assert.True(t, large.Divided)
	assert.Equal(t, pagesLimit, large.Limit, "the smaller limit is that of each page")
	assert.ErrorContains(t, err, "too large for pages: 15001 cards, 15000 lines")
}

// TestTooDeep nests units as deep as a picture may show them, and one deeper.
func TestTooDeep(t *testing.T) {
	nested := func(units int) *accountmap.Map {
		a := &accountmap.Account{Profile: accountmap.Profile{Name: "Deep"}}
		for i := range units {
			u := accountmap.Unit{ID: accountmap.UnitID(fmt.Sprint("u", i)), Name: fmt.Sprint("Unit ", i)}
			if i > 0 {
				u.Parent = a.Units[i-1].ID
			}
			a.Units = append(a.Units, u)
		}
		return mustNew(t, a)
	}
	deep, deeper := nested(maxDepth+1), nested(maxDepth+2)
	for name, v := range map[string]View{
		"stakeholders": Stakeholders{}, "influence": Influence{}, "advocacy": Advocacy{}, "changes": Changes{}, "changes before": Changes{Before: deeper},
	} {
		t.Run(name, func(t *testing.T) {
			m := deeper
			if name == "changes before" {
				m = deep
			} else {
				_, err := v.Graph(deep, nil)
				require.NoError(t, err)
			}
			_, err := Pages(t.Context(), m, v, nil)
			large, ok := errors.AsType[*TooLargeError](err)
			require.True(t, ok, "%v", err)
			assert.Equal(t, "Unit 501", large.TooDeep)
			assert.True(t, large.Divided)
			assert.ErrorContains(t, err, `"Unit 501" is inside more than 500 others`)
		})
	}
	_, err := Stakeholders{}.Graph(deeper, &Options{Limit: -1})
	assert.NoError(t, err)
	for _, v := range []View{Roadmap{}, Coverage{}, TeamCover{}} {
		_, err := v.Graph(deeper, nil)
		assert.NoError(t, err, "%T has no units inside each other", v)
	}
}

// TestFewerTiesOfAPair draws many ties between the same two people, in both directions.
func TestFewerTiesOfAPair(t *testing.T) {
	g := &graph.Graph{Nodes: make([]graph.Node, 3), Edges: []graph.Edge{{From: 1, To: 2}}}
	for i := range 20 {
		g.Edges = append(g.Edges, graph.Edge{From: i % 2, To: 1 - i%2, Weight: float64(1 + i)})
	}
	drawn := withFewerTies(g, terms.English())
	assert.Equal(t, append(slices.Clone(g.Edges[:1]), g.Edges[13:]...), drawn.Edges, "the strongest eight, and the tie of the other pair")
	assert.Equal(t, "12 lines not drawn", drawn.Subtitle)
}

func TestNobodyWaits(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Layout(ctx, mustNew(t, accountmaptest.Generate(1, accountmaptest.Typical(60))), Stakeholders{}, nil)
	assert.ErrorIs(t, err, context.Canceled)
	_, err = Layout(ctx, mustNew(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Empty"}}), Stakeholders{}, nil)
	assert.ErrorIs(t, err, context.Canceled, "even for a picture of nothing")
}

func ExampleTooLargeError() {
	m, err := accountmap.New(accountmaptest.Generate(1, accountmaptest.Star(400)))
	if err != nil {
		fmt.Println(err)
		return
	}
	err = Draw(context.Background(), io.Discard, m, Stakeholders{}, SVG, &Options{Limit: 500})
	if large, ok := errors.AsType[*TooLargeError](err); ok {
		fmt.Println(large.Cards, "cards and", large.Lines, "lines, at most", large.Limit)
	}
	// Output: 401 cards and 400 lines, at most 500
}
