package render

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPage(t *testing.T) {
	for _, p := range []Page{A4(), A3(), Letter(), Slide()} {
		assert.Greater(t, p.Landscape().Width, p.Landscape().Height)
		assert.Equal(t, p.Landscape(), p.Portrait().Landscape())
		assert.InDelta(t, 1, p.Landscape().shape()*p.Portrait().shape(), 1e-9)
	}
	assert.InDelta(t, 16.0/9, Slide().shape(), 1e-9)
	assert.Equal(t, A4().Landscape().shape(), Page{}.shape(), "free")
	assert.Equal(t, 10.0, Page{1000, 1}.shape())
}

func TestParsePage(t *testing.T) {
	for name, want := range map[string]Page{"A3": A3().Landscape(), "a3-landscape": A3().Landscape(), "a4-Portrait": A4(),
		"letter-portrait": Letter(), "slide": Slide(), "slide-portrait": Slide().Portrait(), "free": {}} {
		p, err := ParsePage(name)
		require.NoError(t, err, name)
		assert.Equal(t, want, p, name)
	}
	for _, name := range PageNames() {
		_, err := ParsePage(name)
		assert.NoError(t, err, name)
	}
	for _, name := range []string{"", "a5", "a4-", "a4-sideways", "portrait", "a4 "} {
		_, err := ParsePage(name)
		assert.ErrorContains(t, err, "one of a4, a3, letter, slide, free", name)
	}
}

func ExampleParsePage() {
	p, err := ParsePage("a4-portrait")
	fmt.Println(p, err)
	// Output: {595.28 841.89} <nil>
}
