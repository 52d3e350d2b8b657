package render

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// TestALongChainIsFolded draws a chain of sixty people, each the manager of the next. The columns
// must fill the page.
func TestALongChainIsFolded(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Chain"}, Units: []accountmap.Unit{{ID: "u", Name: "Unit"}}}
	for i := range 60 {
		c := accountmap.Contact{ID: accountmap.ContactID(fmt.Sprint("c", i)), Name: fmt.Sprint("Person ", i), Unit: "u"}
		if i > 0 {
			c.ReportsTo = a.Contacts[i-1].ID
		}
		a.Contacts = append(a.Contacts, c)
	}
	d, err := Layout(t.Context(), mustNew(t, a), Stakeholders{}, nil)
	require.NoError(t, err)
	checkCards(t, d)
	checkLines(t, d)
	inColumn := map[float64]int{}
	for _, card := range d.picture.Input.Placed.Cards {
		inColumn[card.X]++
	}
	for x, n := range inColumn {
		assert.LessOrEqual(t, n, 20, "the column at %v", x)
	}
	_, height := d.Size()
	assert.Less(t, height, 1800.0, "unfolded it is three times as high")
}

// stretchesOf returns the straight parts of a line.
func stretchesOf(line []geom.Point) (parts []geom.Rect) {
	for k := 1; k < len(line); k++ {
		a, b := line[k-1], line[k]
		parts = append(parts, geom.Rect{X: min(a.X, b.X), Y: min(a.Y, b.Y), W: max(a.X, b.X) - min(a.X, b.X), H: max(a.Y, b.Y) - min(a.Y, b.Y)})
	}
	return parts
}

// TestParallelLinesAreSeparate draws ties of every kind between the same two people, for four
// pairs. No tie may overlap another.
func TestParallelLinesAreSeparate(t *testing.T) {
	a := meridiano()
	a.Relationships = nil
	for _, pair := range [][2]accountmap.ContactID{{"jm", "gd"}, {"tw", "vh"}, {"bn", "jm"}, {"gd", "lc"}} {
		for _, kind := range accountmap.RelationshipKinds() {
			a.Relationships = append(a.Relationships, accountmap.Relationship{From: pair[0], To: pair[1], Kind: kind})
		}
	}
	d, err := Layout(t.Context(), mustNew(t, a), Stakeholders{}, nil)
	require.NoError(t, err)
	checkLines(t, d)
	for i, e := range d.picture.Input.Graph.Edges {
		for j := range i {
			if e.Hierarchy || d.picture.Input.Graph.Edges[j].Hierarchy {
				continue
			}
			for _, p := range stretchesOf(d.picture.Input.Placed.Lines[i]) {
				for _, q := range stretchesOf(d.picture.Input.Placed.Lines[j]) {
					assert.False(t, runsOn(p, q), "edges %d and %d run on one another: %v and %v", i, j, p, q)
				}
			}
		}
	}
}

// runsOn reports whether two parallel stretches are less than two points apart over more than two
// points.
func runsOn(p, q geom.Rect) bool {
	if (p.W > p.H) != (q.W > q.H) {
		return false
	}
	shared := geom.Rect{X: max(p.X, q.X), Y: max(p.Y, q.Y)}
	shared.W, shared.H = min(p.Right(), q.Right())-shared.X, min(p.Bottom(), q.Bottom())-shared.Y
	if p.W > p.H {
		return shared.W > 2 && -shared.H < 2
	}
	return shared.H > 2 && -shared.W < 2
}

// TestArrowheadsAreOutsideTheCards checks that every arrowhead has a straight last stretch
// outside all cards, as long as the arrowhead if that fits.
func TestArrowheadsAreOutsideTheCards(t *testing.T) {
	const head = 9.5 // the length of an arrowhead
	heads, short := 0, 0
	for seed := range uint64(5) {
		d, err := Layout(t.Context(), mustNew(t, accountmaptest.Generate(seed, accountmaptest.Typical(60))), Stakeholders{}, nil)
		require.NoError(t, err)
		for i, e := range d.picture.Input.Graph.Edges {
			if !d.picture.Input.Theme.Style(append(e.Class[:1:1], e.Class...)...).Arrow {
				continue
			}
			parts := stretchesOf(d.picture.Input.Placed.Lines[i])
			last := parts[len(parts)-1]
			heads++
			if last.W+last.H < head {
				short++
			}
			for c, card := range d.picture.Input.Placed.Cards {
				assert.False(t, last.Grow(4).Overlaps(card) && c != e.To && c != e.From, "the head of edge %d is over card %d", i, c)
				assert.False(t, last.Overlaps(card.Grow(-0.5)), "the head of edge %d is in card %d", i, c)
			}
		}
	}
	assert.Positive(t, heads)
	assert.LessOrEqual(t, short*20, heads, "%d of %d arrowheads have too short a stretch", short, heads)
}
