package layout

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/accountatlas/accountatlas/render/internal/geom"

	"github.com/stretchr/testify/assert"
)

type labelCase struct {
	in  *Input
	out *Placed
}

func (c *labelCase) placeLabels() { placeLabels(c.in, c.out) }

// labelled returns two cards with a line between them, and a label on it.
func labelled(label geom.Size, more ...geom.Rect) *labelCase {
	p := &labelCase{in: &Input{Edges: []Edge{{From: 0, To: 1, Label: label}}}, out: &Placed{Width: 600, Height: 60}}
	p.out.Cards = append([]geom.Rect{{X: 0, Y: 0, W: 196, H: 60}, {X: 404, Y: 0, W: 196, H: 60}}, more...)
	p.out.Lines = [][]geom.Point{{geom.Pt(196, 30), geom.Pt(404, 30)}}
	return p
}

func TestLabelIsInTheMiddleOfItsLine(t *testing.T) {
	p := labelled(geom.Size{W: 80, H: 13})
	p.placeLabels()
	assert.Equal(t, []geom.Rect{{X: 260, Y: 23.5, W: 80, H: 13}}, p.out.Labels)
}

func TestALabelGivesWay(t *testing.T) {
	p := labelled(geom.Size{W: 60, H: 13}, geom.Rect{X: 290, Y: 20, W: 20, H: 20})
	p.placeLabels()
	assert.False(t, p.out.Labels[0].Overlaps(p.out.Cards[2]), "to a card")
	assert.Positive(t, p.out.Labels[0].W)

	p = labelled(geom.Size{W: 60, H: 13})
	p.in.Edges = append(p.in.Edges, Edge{})
	p.out.Lines = append(p.out.Lines, []geom.Point{geom.Pt(300, 0), geom.Pt(300, 60)})
	p.placeLabels()
	assert.False(t, p.out.Labels[0].Overlaps(geom.Rect{X: 299, Y: 0, W: 2, H: 60}), "to another line, where there is room")
	assert.Zero(t, p.out.Labels[1])

	p = labelled(geom.Size{W: 60, H: 13})
	p.in.Edges = append(p.in.Edges, Edge{})
	p.out.Lines = append(p.out.Lines, []geom.Point{geom.Pt(196, 20), geom.Pt(300, 20), geom.Pt(300, 0)})
	p.placeLabels()
	assert.GreaterOrEqual(t, p.out.Labels[0].X, 300.0+labelClear, "to a line above it, which would look like its rule")

	p = labelled(geom.Size{W: 190, H: 13})
	p.in.Edges = append(p.in.Edges, Edge{})
	p.out.Lines = append(p.out.Lines, []geom.Point{geom.Pt(300, 0), geom.Pt(300, 60)})
	p.placeLabels()
	assert.Positive(t, p.out.Labels[0].W, "and stands over it where there is none")
}

func TestALabelWithoutRoomIsLeftOut(t *testing.T) {
	for _, p := range []*labelCase{labelled(geom.Size{W: 300, H: 13}), labelled(geom.Size{W: 80, H: 13}, geom.Rect{X: 196, Y: 20, W: 208, H: 20})} {
		p.placeLabels()
		assert.Equal(t, []geom.Rect{{}}, p.out.Labels)
	}
}

// TestNearFindsEachPairOnce compares near with a search through all pairs of stretches whose
// rectangles are close.
func TestNearFindsEachPairOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	lines := make([][]stretch, 60)
	for i := range lines {
		p := geom.Pt(float64(r.IntN(1500)), float64(r.IntN(900)))
		q := geom.Pt(p.X+float64(r.IntN(700)-350), p.Y)
		lines[i] = stretches(i, []geom.Point{p, q, geom.Pt(q.X, q.Y+float64(r.IntN(500)-250))}, i%2 == 0)
	}
	type pair struct{ s, o stretch }
	index := newStretchIndex(lines)
	for _, line := range lines {
		found := map[pair]int{}
		index.near(line, func(s, o stretch) { found[pair{s, o}]++ })
		for _, s := range line {
			for _, o := range slices.Concat(lines...) {
				assert.LessOrEqual(t, found[pair{s, o}], 1)
				if s.Grow(clearance).Overlaps(o.Grow(0.01)) {
					assert.Equal(t, 1, found[pair{s, o}], "%v and %v", s, o)
				}
			}
		}
	}
}
