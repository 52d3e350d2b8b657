package layout

import (
	"testing"

	"github.com/accountatlas/accountatlas/render/internal/geom"

	"github.com/stretchr/testify/assert"
)

func TestLists(t *testing.T) {
	in := &Input{}
	for range 6 {
		in.Cards = append(in.Cards, Card{Size: geom.Size{W: 100, H: 40}})
	}
	tree := &branch{card: 0, stacks: [][]int{{1, 2}}, subs: []*branch{{card: 3, stacks: [][]int{{4, 5}}}}}
	list := listBlock(in, tree)
	for i, c := range list.cards {
		assert.Equal(t, placedCard{i, geom.Rect{X: []float64{0, indent, indent, indent, 2 * indent, 2 * indent}[i], Y: float64(i * (40 + stackGap)), W: 100, H: 40}}, c)
	}
	assert.Len(t, list.lines, 5, "everybody but the first hangs on a line")
	for _, l := range list.lines {
		for _, c := range list.cards {
			for k := 1; k < len(l.points); k++ {
				assert.False(t, between(l.points[k-1], l.points[k]).Grow(1).Overlaps(c.Grow(-2)), "the line to %d and card %d", l.to, c.card)
			}
		}
	}
	assert.Nil(t, listBlock(in, tree.subs[0]), "a stack is a list already")
	tree.subs[0].aides = []int{5}
	assert.Nil(t, listBlock(in, tree), "an aide stands beside")
}

// TestTreesTakeTheRoomThatThereIs: a box that has got more room than its list needs shows a tree, if there is room for that.
func TestTreesTakeTheRoomThatThereIs(t *testing.T) {
	tree, list := &block{}, &block{}
	tree.addCard(0, geom.Rect{X: 0, Y: 0, W: 300, H: 100})
	list.addCard(0, geom.Rect{X: 0, Y: 0, W: 100, H: 200})
	p := &placer{in: &Input{Boxes: []Box{{Parent: -1, Head: geom.Size{W: 50, H: 40}}}}, gaps: []float64{boxGap, boxGap}, inside: [][]int{{0}, nil},
		blocks: [][]*block{nil, {tree}}, lists: [][]*block{nil, {list}}}
	var narrow shape
	for _, s := range p.shapesOf(0) {
		if s.people.lists {
			narrow = s
		}
	}
	assert.Equal(t, []*block{list}, narrow.people.blocks)
	assert.Equal(t, []*block{list}, p.inTrees(0, narrow, geom.Rect{X: 0, Y: 0, W: narrow.W, H: 400}).people.blocks, "too narrow for the tree")
	assert.Equal(t, []*block{tree}, p.inTrees(0, narrow, geom.Rect{X: 0, Y: 0, W: 400, H: 400}).people.blocks)
}
