package render

import (
	"bytes"
	"context"
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/gofont/gomono"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf/pdftest"
)

// TestFallbackDrawsMissingLetters draws Hebrew with and without a fallback font that has it.
func TestFallbackDrawsMissingLetters(t *testing.T) {
	font, err := os.ReadFile("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
	if err != nil {
		t.Skip("there is no font with Hebrew on this machine: install DejaVu Sans")
	}
	g := &graph.Graph{Nodes: []graph.Node{{Group: graph.None, Label: "Ana שמעון 𝔸"}}}
	drawn := func(fallback []byte) (png, pdf []byte) {
		d, err := Layout(t.Context(), mustNew(t, meridiano()), fixedView{g}, &Options{Fallback: fallback})
		require.NoError(t, err)
		var pixels, page bytes.Buffer
		require.NoError(t, d.PNG(&pixels))
		require.NoError(t, d.Write(&page, PDF))
		return pixels.Bytes(), page.Bytes()
	}
	boxes, _ := drawn(nil)
	useless, _ := drawn(gomono.TTF)
	letters, page := drawn(font)
	assert.Equal(t, boxes, useless, "a font that has no Hebrew changes nothing")
	assert.NotEqual(t, boxes, letters)
	d, err := pdftest.Read(page)
	require.NoError(t, err)
	assert.Contains(t, d.Pages[0].Texts, "ןועמש", "from left to right")
	require.Len(t, d.Fonts, 2)
	for _, f := range d.Fonts {
		assert.Positive(t, f.Embedded, f.Name)
		assert.Less(t, f.Embedded, 100_000, f.Name)
	}
}

func TestInvalidFallback(t *testing.T) {
	for _, data := range [][]byte{{}, []byte("OTTO...."), []byte("ttcf...."), []byte("not a font"), {0, 1, 0, 0}, gomono.TTF[:1000]} {
		err := Draw(context.Background(), io.Discard, mustNew(t, meridiano()), Stakeholders{}, PNG, &Options{Fallback: data})
		assert.ErrorContains(t, err, "Options.Fallback: it is not a TrueType font", "%.10q", data)
	}
}
