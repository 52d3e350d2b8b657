package tree

import (
	"testing"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"

	"github.com/stretchr/testify/assert"
)

func TestLists(t *testing.T) {
	in := &Input{}
	for range 6 {
		in.Cards = append(in.Cards, Card{Size: geom.Size{W: 100, H: 40}})
	}
	tree := &branch{card: 0, stacks: [][]int{{1, 2}}, subs: []*branch{{card: 3, stacks: [][]int{{4, 5}}}}}
	list := listBlock(in, tree)
	for i, c := range list.Cards {
		assert.Equal(t, pack.PlacedCard{Card: i, Rect: geom.Rect{X: []float64{0, Indent, Indent, Indent, 2 * Indent, 2 * Indent}[i], Y: float64(i * (40 + stackGap)), W: 100, H: 40}}, c)
	}
	assert.Len(t, list.Lines, 5, "everybody but the first hangs on a line")
	for _, l := range list.Lines {
		for _, c := range list.Cards {
			for k := 1; k < len(l.Points); k++ {
				assert.False(t, geom.Between(l.Points[k-1], l.Points[k]).Grow(1).Overlaps(c.Grow(-2)), "the line to %d and card %d", l.To, c.Card)
			}
		}
	}
	assert.Nil(t, listBlock(in, tree.subs[0]), "a stack is a list already")
	tree.subs[0].assistants = []int{5}
	assert.Nil(t, listBlock(in, tree), "an assistant is beside")
}

// FuzzReadCenters reads any answer of an engine without panicking; positions are finite.
func FuzzReadCenters(f *testing.F) {
	f.Add([]byte(`{"objects":[{"name":"n1","pos":"27,18"},{"name":"n2","pos":"1e9,NaN"}]}`))
	f.Add([]byte(`{"objects":[{"name":"n-1","pos":"-0.5,1e-300"},{"name":"","pos":","}],"edges":[]}`))
	f.Fuzz(func(t *testing.T, answer []byte) {
		centers, err := readCenters(answer)
		if err != nil {
			assert.Nil(t, centers)
			return
		}
		for _, p := range centers {
			assert.Less(t, max(p.X, -p.X, p.Y, -p.Y), 1e8)
		}
	})
}
