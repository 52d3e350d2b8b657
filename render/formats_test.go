package render

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// fewPixels is a resolution at which a test paints what it does not look at: every mark and every letter is painted as at any other, and
// under the race detector it is the pixels that take the time.
const fewPixels = 30

// drawnInEvery draws a view in every format: the PDF as the set of pages, and the others from one drawing.
func drawnInEvery(t testing.TB, m *accountmap.Map, v View, about string) map[Format]string {
	t.Helper()
	opts := &Options{DPI: fewPixels}
	d, err := Layout(t.Context(), m, v, opts)
	require.NoError(t, err, "%.40q", about)
	drawn := map[Format]string{}
	for _, f := range Formats() {
		var picture bytes.Buffer
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
