package picture

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/paper"
)

func TestShape(t *testing.T) {
	for _, p := range []paper.Size{paper.A4(), paper.A3(), paper.Letter(), paper.Slide()} {
		assert.InDelta(t, 1, Shape(p.Landscape())*Shape(p.Portrait()), 1e-9)
	}
	assert.InDelta(t, 16.0/9, Shape(paper.Slide()), 1e-9)
	assert.Equal(t, Shape(paper.A4().Landscape()), Shape(paper.Size{}), "free")
	assert.Equal(t, 10.0, Shape(paper.Size{Width: 1000, Height: 1}))
}
