package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// labelled is two cards with a line between them, and a label on it.
func labelled(label Size, more ...Rect) *placer {
	p := &placer{in: &Input{Edges: []Edge{{From: 0, To: 1, Label: label}}}, out: &Placed{Width: 600, Height: 60}}
	p.out.Cards = append([]Rect{{0, 0, 196, 60}, {404, 0, 196, 60}}, more...)
	p.out.Lines = [][]Point{{{196, 30}, {404, 30}}}
	return p
}

func TestALabelStandsInTheMiddleOfItsLine(t *testing.T) {
	p := labelled(Size{80, 13})
	p.placeLabels()
	assert.Equal(t, []Rect{{260, 23.5, 80, 13}}, p.out.Labels)
}

func TestALabelGivesWay(t *testing.T) {
	p := labelled(Size{60, 13}, Rect{290, 20, 20, 20})
	p.placeLabels()
	assert.False(t, p.out.Labels[0].Overlaps(p.out.Cards[2]), "to a card")
	assert.Positive(t, p.out.Labels[0].W)

	p = labelled(Size{60, 13})
	p.in.Edges = append(p.in.Edges, Edge{})
	p.out.Lines = append(p.out.Lines, []Point{{300, 0}, {300, 60}})
	p.placeLabels()
	assert.False(t, p.out.Labels[0].Overlaps(Rect{299, 0, 2, 60}), "to another line, where there is room")
	assert.Zero(t, p.out.Labels[1])

	p = labelled(Size{190, 13})
	p.in.Edges = append(p.in.Edges, Edge{})
	p.out.Lines = append(p.out.Lines, []Point{{300, 0}, {300, 60}})
	p.placeLabels()
	assert.Positive(t, p.out.Labels[0].W, "and stands over it where there is none")
}

func TestALabelWithoutRoomIsLeftOut(t *testing.T) {
	for _, p := range []*placer{labelled(Size{300, 13}), labelled(Size{80, 13}, Rect{196, 20, 208, 20})} {
		p.placeLabels()
		assert.Equal(t, []Rect{{}}, p.out.Labels)
	}
}
