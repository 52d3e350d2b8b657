package pack

import (
	"testing"

	"github.com/accountatlas/accountatlas/render/internal/geom"

	"github.com/stretchr/testify/assert"
)

// TestTreesFillTheRoom checks that a box with spare room shows a tree instead of a list,
// if the tree fits.
func TestTreesFillTheRoom(t *testing.T) {
	tree, list := &Block{}, &Block{}
	tree.AddCard(0, geom.Rect{X: 0, Y: 0, W: 300, H: 100})
	list.AddCard(0, geom.Rect{X: 0, Y: 0, W: 100, H: 200})
	p := newPacker(&Input{Boxes: []Box{{Parent: -1, Head: geom.Size{W: 50, H: 40}}}, BoxGaps: []float64{BoxGap, BoxGap},
		CardGap: CardGap, Blocks: [][]*Block{nil, {tree}}})
	p.lists = [][]*Block{nil, {list}}
	var narrow shape
	for _, s := range p.shapesOf(0, nil) {
		if s.people.lists {
			narrow = s
		}
	}
	assert.Equal(t, []*Block{list}, narrow.people.blocks)
	assert.Equal(t, []*Block{list}, p.preferTrees(0, narrow, geom.Rect{X: 0, Y: 0, W: narrow.W, H: 400}).people.blocks, "too narrow for the tree")
	assert.Equal(t, []*Block{tree}, p.preferTrees(0, narrow, geom.Rect{X: 0, Y: 0, W: 400, H: 400}).people.blocks)
}
