package examples_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/render"
)

// A drawing is a picture in a PDF, although neither package knows the other.
var (
	_ document.PDFPicture  = (*render.Drawing)(nil)
	_ document.HTMLPicture = (*render.Drawing)(nil)
)

// TestHandoffOfAPageNamesThePage: the picture of one page of a set has that page's title.
func TestHandoffOfAPageNamesThePage(t *testing.T) {
	m, err := accountmap.New(accountmaptest.Generate(1, accountmaptest.Typical(120)))
	require.NoError(t, err)
	set, err := render.Pages(t.Context(), m, render.Stakeholders{}, nil)
	require.NoError(t, err)
	require.Greater(t, len(set.Drawings()), 1)
	for _, d := range set.Drawings()[:2] {
		doc, err := handoff.New(m, &handoff.Options{Pictures: []handoff.Picture{{Picture: d}}})
		require.NoError(t, err)
		var titles []string
		for _, block := range doc.Blocks {
			if section, ok := block.(*document.Section); ok {
				titles = append(titles, section.Title)
			}
		}
		assert.Contains(t, titles, d.Title(), d.ID())
	}
}
