package printer_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/gobold"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A drawable is a picture that records its box on the page.
type drawable struct {
	drawing
	width, height float64
	err           error
	box           [4]float64
}

func (d *drawable) Size() (width, height float64) { return d.width, d.height }

func (d *drawable) DrawPDF(c paper.Canvas, x, y, width, height float64) error {
	d.box = [4]float64{x, y, width, height}
	c.Text(paper.Text{X: x, Y: y + height/2, String: "drawn", Font: paper.Font{Family: "go", Bold: true, TrueType: gobold.TTF}, Size: 20, Red: 200})
	return d.err
}

var _ document.PDFPicture = (*drawable)(nil)

func TestPDFFigureOnAPageOfItsOwn(t *testing.T) {
	for name, test := range map[string]struct{ width, height, pageWidth, pageHeight float64 }{
		"wide":           {1200, 800, 841.89, 595.28},
		"high":           {800, 1200, 595.28, 841.89},
		"small":          {200, 100, 841.89, 595.28},
		"large":          {2600, 1500, 1190.56, 841.89},
		"very large":     {4000, 3000, 2381.12, 1683.78},
		"beyond any":     {100000, 50000, 3367.56, 2381.12},
		"flat as a line": {5000, 1, 2381.12, 1683.78},
	} {
		t.Run(name, func(t *testing.T) {
			picture := &drawable{width: test.width, height: test.height}
			f := pdfOf(t, body(
				&document.Section{Title: "Before", Blocks: []document.Block{&document.Paragraph{Text: document.Text{document.Plain("x")}}}},
				&document.Section{Title: "Map", Blocks: []document.Block{
					&document.Figure{Title: "People", Caption: "As of today", OwnPage: true, Picture: picture},
					&document.Paragraph{Text: document.Text{document.Plain("after")}}}},
				&document.Section{Title: "Behind", Blocks: nil},
			))
			page := f.pages[1]
			assert.InDelta(t, test.pageWidth, page.width, .01)
			assert.InDelta(t, test.pageHeight, page.height, .01)
			text := page.text()
			for _, words := range []string{"Map", "drawn", "People", "As of today", "2 / "} {
				assert.Contains(t, text, words)
			}
			for _, words := range []string{"Before", "after", "Behind"} {
				assert.NotContains(t, text, words)
			}
			x, y, width, height := picture.box[0], picture.box[1], picture.box[2], picture.box[3]
			assert.InDelta(t, test.width/test.height, width/height, test.width/test.height/1000, "as it was drawn")
			assert.True(t, x > 0 && y > 0 && x+width < page.width && y+height < page.height, "%v", picture.box)
			for _, e := range f.outline {
				assert.InDelta(t, f.pages[e.page].height-44, e.y, 80, "%q is high on its page, whatever the size of that", e.title)
			}
		})
	}
}

func TestPDFFigureAmongTheText(t *testing.T) {
	picture := &drawable{width: 400, height: 200}
	f := pdfOf(t, body(&document.Paragraph{Text: document.Text{document.Plain("before")}}, &document.Figure{Alt: "Map", Picture: picture},
		&document.Paragraph{Text: document.Text{document.Plain("after")}}))
	require.Len(t, f.pages, 1)
	assert.Equal(t, []float64{300, 150}, picture.box[2:], "words of 12 points are as high as the text")
	assert.Contains(t, f.pages[0].text(), "before\ndrawn\nafter")
}

func TestPDFFigureThatCannotBeDrawn(t *testing.T) {
	f := pdfOf(t, body(&document.Figure{Title: "People", Alt: "Who reports to whom", Caption: "As of today", OwnPage: true, Picture: drawing(smallMap)}))
	require.Len(t, f.pages, 1)
	assert.Contains(t, strings.ReplaceAll(f.text(), "\n", " "), "Who reports to whom People As of today")
}

func TestPDFFigureThatFails(t *testing.T) {
	var out bytes.Buffer
	err := printer.PDF(t.Context(), &out, body(&document.Figure{Title: "Map", Picture: &drawable{width: 1, height: 1, err: errFull}}), nil)
	assert.ErrorIs(t, err, errFull)
	assert.ErrorContains(t, err, `figure "Map"`)
	assert.Zero(t, out.Len())
}
