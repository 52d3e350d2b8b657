package render

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// fewPixels is a resolution for tests that ignore the picture. It still paints every mark and
// letter; under the race detector, the pixels take most of the time.
const fewPixels = 30

// TestSVGForAPage checks that two drawings in one page have different id prefixes, and take the
// width of their places.
func TestSVGForAPage(t *testing.T) {
	opts := &Options{IDPrefix: "second-", Fluid: true}
	var picture bytes.Buffer
	require.NoError(t, Draw(t.Context(), &picture, mustNew(t, meridiano()), Stakeholders{}, SVG, opts))
	assert.Contains(t, picture.String(), `<g id="second-node1" class="node stance-supporter" data-id="bn">`)
	root, _, _ := strings.Cut(picture.String(), ">")
	assert.NotContains(t, root, " width=")
	opts.IDPrefix = "2"
	assert.ErrorContains(t, Draw(t.Context(), &picture, mustNew(t, meridiano()), Stakeholders{}, SVG, opts), "not a prefix for ids")
}

// drawnInEvery draws a view in every format: the PDF from the set of pages, and the others from one
// drawing.
func drawnInEvery(t testing.TB, m *accountmap.Map, v View, about string) map[Format]string {
	t.Helper()
	opts := &Options{DPI: fewPixels}
	d, err := Layout(t.Context(), m, v, opts)
	require.NoError(t, err, "%.40q", about)
	drawn := map[Format]string{}
	for _, f := range Formats() {
		var picture bytes.Buffer
		if (f == DOT || f == Mermaid) && d.picture.Input.Graph.Grid != nil {
			require.ErrorIs(t, d.Write(&picture, f), ErrTable, "%.40q", about)
			continue
		}
		if f == PDF {
			picture.Write(pagesPDF(t, m, v, opts))
		} else {
			require.NoError(t, d.Write(&picture, f), "%s: %.40q", f, about)
		}
		require.Positive(t, picture.Len(), "%s: %.40q", f, about)
		drawn[f] = picture.String()
	}
	return drawn
}
