package paper_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/paper"
)

func TestSize(t *testing.T) {
	for _, p := range []paper.Size{paper.A4(), paper.A3(), paper.Letter(), paper.Slide()} {
		assert.Greater(t, p.Landscape().Width, p.Landscape().Height)
		assert.Equal(t, p.Landscape(), p.Portrait().Landscape())
		assert.False(t, p.Free())
	}
	for _, p := range []paper.Size{{}, {Width: 10}, {Height: 10}, {Width: -1, Height: 10}} {
		assert.True(t, p.Free(), "%v", p)
	}
}

func TestParse(t *testing.T) {
	for name, want := range map[string]paper.Size{
		"A3": paper.A3().Landscape(), "a3-landscape": paper.A3().Landscape(), "a4-Portrait": paper.A4(),
		"letter-portrait": paper.Letter(), "slide": paper.Slide(), "slide-portrait": paper.Slide().Portrait(), "free": {},
	} {
		p, err := paper.Parse(name)
		require.NoError(t, err, name)
		assert.Equal(t, want, p, name)
	}
	for _, name := range paper.Names() {
		_, err := paper.Parse(name)
		assert.NoError(t, err, name)
	}
	for _, name := range []string{"", "a5", "a4-", "a4-sideways", "portrait", "a4 "} {
		_, err := paper.Parse(name)
		assert.ErrorContains(t, err, "one of a4, a3, letter, slide, free", name)
	}
}

func ExampleParse() {
	p, err := paper.Parse("a4-portrait")
	fmt.Println(p, err)
	// Output: {595.28 841.89} <nil>
}
