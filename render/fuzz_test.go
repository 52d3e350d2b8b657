package render_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render"
)

// FuzzHostileAccount draws an account with a text in each field. The SVG must be well-formed, and
// the other formats must be written without an error.
func FuzzHostileAccount(f *testing.F) {
	norace.Only(f)
	for _, text := range accountmaptest.Hostile()[:4] {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := accountmaptest.Full()
		accountmaptest.FillText(a, text)
		m, err := accountmap.New(a)
		if err != nil {
			return
		}
		drawing, err := render.Layout(t.Context(), m, render.Stakeholders{}, nil)
		require.NoError(t, err)
		var svg bytes.Buffer
		require.NoError(t, drawing.SVG(&svg))
		for d := xml.NewDecoder(&svg); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				require.NoError(t, err)
			}
		}
		for _, format := range []render.Format{render.DOT, render.PDF, render.DrawIO, render.Mermaid} {
			require.NoError(t, drawing.Write(io.Discard, format), format)
		}
	})
}
