package structure

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/paper"
)

// pages is a picture that divides into its number of pages.
type pages struct {
	exporttest.Picture
	count int
}

func (p pages) OnPaper(context.Context, paper.Size) ([]paper.Picture, error) {
	pictures := make([]paper.Picture, p.count)
	for i := range pictures {
		pictures[i] = page{}
	}
	return pictures, nil
}

// page is a picture that nobody draws.
type page struct{ paper.Picture }

func (page) Size() (width, height float64) { return 100, 100 }
func (page) Title() string                 { return "" }
func (page) Description() string           { return "" }

func TestDivide(t *testing.T) {
	for name, tc := range map[string]struct {
		count              int
		caption, elsewhere string
		figures            int
		want               string
	}{
		"few pages":         {3, "2 people", "See map.pdf.", 3, "2 people"},
		"no file of them":   {40, "2 people", "", 40, "2 people"},
		"many pages":        {40, "2 people", "See map.pdf.", 1, "2 people. See map.pdf."},
		"without a caption": {40, "", "See map.pdf.", 1, "See map.pdf."},
	} {
		t.Run(name, func(t *testing.T) {
			f := &document.Figure{OwnPage: true, Title: "Map", Caption: tc.caption, Elsewhere: tc.elsewhere, Picture: pages{count: tc.count}}
			figures, err := Divide(t.Context(), f, paper.A4())
			require.NoError(t, err)
			require.Len(t, figures, tc.figures)
			assert.Equal(t, tc.want, figures[0].Caption)
			for _, page := range figures[1:] {
				assert.Empty(t, page.Title+page.Caption)
			}
		})
	}
}
