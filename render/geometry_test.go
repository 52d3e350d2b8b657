package render

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// shapes returns accounts of every shape that a map must handle.
func shapes() map[string]accountmaptest.Shape {
	flat, web := accountmaptest.Typical(60), accountmaptest.Typical(50)
	flat.ReportsPerManager = 0
	web.Relationships = 600
	return map[string]accountmaptest.Shape{
		"nobody reports": flat, "a web of ties": web, "everybody without a unit": accountmaptest.NoUnits(150),
		"empty": accountmaptest.Empty(), "one person": accountmaptest.OnePerson(), "a chain": accountmaptest.Chain(60), "a long chain": accountmaptest.Chain(500),
		"500 reports of one": accountmaptest.Star(500), "40 units of one": accountmaptest.ManyUnits(40), "one unit of 400": accountmaptest.OneUnit(400),
		"a deep nest": accountmaptest.DeepNest(12), "no units": accountmaptest.NoUnits(30), "long names": accountmaptest.LongNames(),
		"Greek": accountmaptest.Greek(), "60 people": accountmaptest.Typical(60), "300 people": accountmaptest.Typical(300),
	}
}

// TestPlaces checks the geometry of every drawing. Cards and boxes do not overlap, cards are in
// their boxes, and every line connects its two cards without passing under another card.
func TestPlaces(t *testing.T) {
	norace.Only(t)
	for name, shape := range shapes() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for seed := range uint64(3) {
				d, err := Layout(t.Context(), mustNew(t, accountmaptest.Generate(seed, shape)), Stakeholders{}, nil)
				require.NoError(t, err)
				checkCards(t, d)
				checkBoxes(t, d)
				checkLines(t, d)
				labelled, err := Layout(t.Context(), mustNew(t, accountmaptest.Generate(seed, shape)), Stakeholders{Labels: true}, nil)
				require.NoError(t, err)
				checkLabels(t, labelled)
				w, h := d.Size()
				if len(d.picture.Input.Graph.Nodes) > 0 {
					assert.InDelta(t, 1, w/h/1.414, 0.25, "the picture's shape is near the page's")
				}
			}
		})
	}
}

func checkCards(t *testing.T, d *Drawing) {
	t.Helper()
	for i, a := range d.picture.Input.Placed.Cards {
		assert.Positive(t, a.W, "card %d is placed", i)
		for j := range i {
			if a.Overlaps(d.picture.Input.Placed.Cards[j]) {
				assert.Fail(t, "cards overlap", "%d %v and %d %v", i, a, j, d.picture.Input.Placed.Cards[j])
			}
		}
		if box := d.picture.Input.Graph.Nodes[i].Group; box != graph.None {
			assert.True(t, contains(d.picture.Input.Placed.Boxes[box], a), "card %d %v stands in its box %v", i, a, d.picture.Input.Placed.Boxes[box])
		}
	}
}

func checkBoxes(t *testing.T, d *Drawing) {
	t.Helper()
	for i, a := range d.picture.Input.Placed.Boxes {
		for j := range i {
			b := d.picture.Input.Placed.Boxes[j]
			if d.picture.Input.Graph.Groups[i].Parent == d.picture.Input.Graph.Groups[j].Parent && a.Overlaps(b) {
				assert.Fail(t, "boxes overlap", "%d %v and %d %v", i, a, j, b)
			}
		}
		if parent := d.picture.Input.Graph.Groups[i].Parent; parent != graph.None {
			assert.True(t, contains(d.picture.Input.Placed.Boxes[parent], a), "box %d stands in its parent", i)
		}
	}
}

func checkLines(t *testing.T, d *Drawing) {
	t.Helper()
	cards := slices.Clone(d.picture.Input.Placed.Cards)
	if grid := d.picture.Input.Placed.Grid; grid != nil { // lines lead from bar to bar, and pass the texts below the bars
		for i, bar := range grid.Bars {
			if card := cards[i]; bar.W > 0 {
				cards[i] = bar
				cards = append(cards, geom.Rect{X: card.X, Y: bar.Bottom(), W: d.picture.Input.Cards[i].W, H: card.Bottom() - bar.Bottom()})
			}
		}
	}
	for i, line := range d.picture.Input.Placed.Lines {
		e := d.picture.Input.Graph.Edges[i]
		if !assert.GreaterOrEqual(t, len(line), 2, "edge %d has a line", i) {
			continue
		}
		assert.True(t, onSide(cards[e.From], line[0]), "edge %d leaves its card %v at %v", i, cards[e.From], line[0])
		assert.True(t, onSide(cards[e.To], line[len(line)-1]), "edge %d reaches its card", i)
		for k := 1; k < len(line); k++ {
			stretch := geom.Rect{X: min(line[k-1].X, line[k].X), Y: min(line[k-1].Y, line[k].Y)}
			stretch.W, stretch.H = max(line[k-1].X, line[k].X)-stretch.X, max(line[k-1].Y, line[k].Y)-stretch.Y
			for c, card := range cards {
				if stretch.Overlaps(card.Grow(-1)) {
					assert.Fail(t, "a line goes under a card", "edge %d (%d to %d), %v to %v, card %d %v", i, e.From, e.To, line[k-1], line[k], c, card)
				}
			}
		}
	}
}

// checkLabels checks that every label is on its own line, clear of cards, of the texts of boxes and
// of other labels.
func checkLabels(t *testing.T, d *Drawing) {
	t.Helper()
	for i, label := range d.picture.Input.Placed.Labels {
		if label.W == 0 {
			continue
		}
		on := false
		for k, line := 1, d.picture.Input.Placed.Lines[i]; k < len(line); k++ {
			middle := geom.Rect{X: min(line[k-1].X, line[k].X), Y: min(line[k-1].Y, line[k].Y)}
			middle.W, middle.H = max(line[k-1].X, line[k].X)-middle.X, max(line[k-1].Y, line[k].Y)-middle.Y
			on = on || contains(middle.Grow(1), geom.Rect{X: label.CenterX(), Y: label.CenterY()})
		}
		assert.True(t, on, "label %d stands on its line", i)
		for c, card := range d.picture.Input.Placed.Cards {
			assert.False(t, label.Overlaps(card), "label %d is over card %d", i, c)
		}
		for j := range i {
			assert.False(t, label.Overlaps(d.picture.Input.Placed.Labels[j]), "labels %d and %d are over one another", i, j)
		}
		for b, box := range d.picture.Input.Placed.Boxes {
			for _, text := range d.picture.Input.Heads[b].Texts {
				at := text.Move(box.X, box.Y)
				if text.AlignRight {
					at.X += box.W - d.picture.Input.Heads[b].W
				}
				assert.False(t, label.Overlaps(at), "label %d is over a text of box %d", i, b)
			}
		}
	}
}

func contains(outer, inner geom.Rect) bool {
	const rounding = 0.51
	return outer.X <= inner.X+rounding && outer.Y <= inner.Y+rounding && outer.Right() >= inner.Right()-rounding &&
		outer.Bottom() >= inner.Bottom()-rounding
}

func onSide(r geom.Rect, p geom.Point) bool {
	const rounding = 0.51
	within := p.X >= r.X-rounding && p.X <= r.Right()+rounding && p.Y >= r.Y-rounding && p.Y <= r.Bottom()+rounding
	inside := p.X > r.X+rounding && p.X < r.Right()-rounding && p.Y > r.Y+rounding && p.Y < r.Bottom()-rounding
	return within && !inside
}
