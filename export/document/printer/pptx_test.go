package printer_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/internal/opc/opctest"
)

func slides(t *testing.T, d *document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, printer.PPTX(&b, d))
	return b.Bytes()
}

// TestOfficeFilesOfEveryBlock prints every kind of block, with hostile texts in every field, and a
// brand.
func TestOfficeFilesOfEveryBlock(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	var brand bytes.Buffer
	require.NoError(t, printer.DOCX(t.Context(), &brand, branded(t), nil))
	files := map[string][]byte{
		"blocks.pptx":  slides(t, filled("Ana & <Co>")),
		"hostile.pptx": slides(t, filled("</a:t>]]>&\"'\x00\xff\uFFFE _x0041_ {0} %s שלום 👩‍👩‍👧 "+strings.Repeat("long ", 900)+strings.Repeat("x", 900))),
		"brand.docx":   brand.Bytes(),
	}
	related := string(opctest.Parts(t, files["blocks.pptx"])["ppt/slides/_rels/slide1.xml.rels"])
	assert.NotContains(t, related, "javascript")
	for name, faults := range opctest.Faults(t, files) {
		assert.Empty(t, faults, name)
	}
}

// TestCrowdedSlidesHaveSmallerType checks that the type size decreases with the amount of text,
// down to a limit.
func TestCrowdedSlidesHaveSmallerType(t *testing.T) {
	list := func(items int) string {
		d := &document.Document{Title: "T", Blocks: []document.Block{&document.Section{Title: "S", Blocks: []document.Block{
			&document.List{Items: document.Lines(strings.Split(strings.Repeat("an item,", items), ",")...)}}}}}
		return string(opctest.Parts(t, slides(t, d))["ppt/slides/slide1.xml"])
	}
	assert.Contains(t, list(5), `sz="1300"`)
	assert.NotContains(t, list(25), `sz="1300"`)
	assert.Contains(t, list(200), `sz="806"`)
}

// TestSlideTables checks column spans on a slide, and the alignment of numbers to the right.
func TestSlideTables(t *testing.T) {
	plain := func(s string) document.Cell { return document.Cell{Lines: document.Lines(s)} }
	wide, number := plain("and 3 more"), plain("7")
	wide.Colspan, number.Number = 2, true
	d := &document.Document{Title: "T", Blocks: []document.Block{&document.Section{Title: "S", Blocks: []document.Block{
		&document.Table{Head: []document.Row{{plain("Unit"), plain("Sold")}}, Groups: []document.Group{{Rows: []document.Row{{plain("Mill"), number}, {wide}}}}}}}}}
	slide := string(opctest.Parts(t, slides(t, d))["ppt/slides/slide1.xml"])
	assert.Contains(t, slide, `<a:tc gridSpan="2">`)
	assert.Equal(t, 1, strings.Count(slide, `hMerge="1"`))
	assert.Regexp(t, `<a:pPr algn="r"/><a:r><a:rPr [^>]*>(?:<a:solidFill>.{0,60}</a:solidFill></a:rPr>)<a:t>7</a:t>`, slide)
}
