package printer_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// list returns a table of one-line rows in groups of equal size.
func list(rows, group int) *document.Table {
	t := &document.Table{Head: []document.Row{{{Lines: document.Lines("Head")}, {Lines: document.Lines("Unit")}}}}
	for i := range rows {
		if i%group == 0 {
			t.Groups = append(t.Groups, document.Group{Title: document.Text{document.Plain(fmt.Sprint("Title ", i/group))}})
		}
		g := &t.Groups[len(t.Groups)-1]
		g.Rows = append(g.Rows, document.Row{{Lines: document.Lines(fmt.Sprintf("row_%d", i))}, {Lines: document.Lines("Mill")}})
	}
	return t
}

// soldOf returns a document with the tone of [coverage].
func soldOf(blocks ...document.Block) *document.Document {
	d := body(blocks...)
	d.Tones = []document.Tone{{Name: "sold", Fill: "#CDEAD9", Ink: "#0F5132"}}
	return d
}

// filler returns paragraphs of one line.
func filler(lines int) []document.Block {
	var blocks []document.Block
	for range lines {
		blocks = append(blocks, &document.Paragraph{Text: document.Text{document.Plain("filler")}})
	}
	return blocks
}

// last returns the last word above the foot of the page.
func last(words []string) string { return words[len(words)-3] }

// rowsOf counts the rows of [list] on a page.
func rowsOf(p pdfSheet) int { return strings.Count(p.text(), "row_") }

// TestPDFRowsAreNotLeftAlone moves tables down a page line by line. At any page break, a group has
// two rows on both sides, and the last page has at least three rows under its head.
func TestPDFRowsAreNotLeftAlone(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	for lines := range 24 {
		table := list(45, 3+2*(lines%2))
		table.Foot = []document.Row{{{Lines: document.Lines("Total")}, {}}}
		f := pdfOf(t, body(append(filler(lines), table)...))
		for i, p := range f.pages {
			words := strings.Split(p.text(), "\n")
			count := 0
			for _, w := range append(words, "Title") {
				switch {
				case strings.HasPrefix(w, "row_"):
					count++
				case strings.HasPrefix(w, "Title"):
					require.NotEqual(t, 1, count, "page %d after %d lines: a row alone in %v", i+1, lines, words)
					count = 0
				}
			}
			require.False(t, strings.HasPrefix(last(words), "Title"), "page %d after %d lines ends with a title: %v", i+1, lines, words)
			if strings.Contains(p.text(), "Total") {
				require.GreaterOrEqual(t, rowsOf(p), 3, "page %d after %d lines", i+1, lines)
			}
		}
	}
}

// TestPDFMatrixKeepsToOnePage checks that a matrix that fits a page stays whole, under its heading
// and lead, in type of at least six points. A higher matrix continues with more than one row.
func TestPDFMatrixKeepsToOnePage(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	const first, step = 10, 5
	whole := 0
	for products := first; products < 60; products += step {
		matrix := coverage(26, products)
		f := pdfOf(t, soldOf(&document.Section{Title: "Coverage", Blocks: append(filler(1), matrix)}))
		require.Greater(t, f.pages[0].width, f.pages[0].height)
		assert.Contains(t, f.pages[0].text(), "Product 0", "%d products: under the heading", products)
		if len(f.pages) == 1 {
			require.Equal(t, (products-first)/step, whole, "%d products fit, and fewer do not", products)
			whole++
			continue
		}
		last := f.pages[len(f.pages)-1].text()
		require.GreaterOrEqual(t, strings.Count(last, "Product "), 2, "%d products", products)
	}
	assert.Greater(t, whole, 3)
	assert.Less(t, whole, 9)
}

// TestPDFSavesAPageForAFewRows checks that tight rows save a page, and that rows keep their full
// height if they save none.
func TestPDFSavesAPageForAFewRows(t *testing.T) {
	norace.Only(t)
	pages := func(rows int) *pdfFile { return pdfOf(t, body(list(rows, rows))) }
	apart := func(f *pdfFile) float64 {
		var y []float64
		for _, w := range f.pages[0].words {
			if strings.HasPrefix(w.text, "row_") {
				y = append(y, w.y)
			}
		}
		return y[0] - y[1]
	}
	wide := apart(pages(10))
	saved := 0
	for rows := 30; rows < 60; rows += 2 {
		switch f := pages(rows); {
		case len(f.pages) > 1:
			assert.InDelta(t, wide, apart(f), .01, "%d rows", rows)
			assert.GreaterOrEqual(t, rowsOf(f.pages[1]), 3)
		case apart(f) < wide-1:
			saved++
		}
	}
	assert.Greater(t, saved, 1)
}

// TestPDFIsUprightAfterAMatrix checks that the text after a matrix in its section is in portrait.
func TestPDFIsUprightAfterAMatrix(t *testing.T) {
	f := pdfOf(t, soldOf(&document.Section{Title: "Coverage", Blocks: []document.Block{
		coverage(26, 5), &document.Section{Title: "Whitespace", Blocks: []document.Block{list(5, 5)}}}}))
	require.Len(t, f.pages, 2)
	assert.Greater(t, f.pages[0].width, f.pages[0].height)
	assert.Less(t, f.pages[1].width, f.pages[1].height)
	assert.Contains(t, f.pages[1].text(), "Whitespace")
}

// TestPDFNamesKeepToOneLine checks that a slightly long name gets spare width from a column of
// notes.
func TestPDFNamesKeepToOneLine(t *testing.T) {
	table := &document.Table{Head: []document.Row{{{Lines: document.Lines("Name")}, {Lines: document.Lines("Owner")}, {Lines: document.Lines("Note")}}}}
	g := document.Group{}
	for i := range 12 {
		note := ""
		if i%3 == 0 {
			note = strings.Repeat("Sent by post at her wish and not answered. ", 4)
		}
		g.Rows = append(g.Rows, document.Row{{Lines: document.Lines("Premium support")}, {Lines: document.Lines("Κατερίνα Παπαδοπούλου")}, {Lines: document.Lines(note)}})
	}
	table.Groups = []document.Group{g}
	text := pdfOf(t, body(table)).text()
	assert.Equal(t, 12, strings.Count(text, "Premium support"))
	assert.Equal(t, 12, strings.Count(text, "Κατερίνα Παπαδοπούλου"))
}

// TestPDFHeadingsOfNumbersWrap checks that the heading of a column of numbers is broken before the
// page becomes landscape.
func TestPDFHeadingsOfNumbersWrap(t *testing.T) {
	head, row := document.Row{{Lines: document.Lines("Product")}}, document.Row{{Lines: document.Lines("Core")}}
	for range 6 {
		head = append(head, document.Cell{Lines: document.Lines("Γραμμές παραγγελίας του έτους"), Number: true})
		row = append(row, document.Cell{Lines: document.Lines("1.250"), Number: true})
	}
	f := pdfOf(t, body(&document.Table{Head: []document.Row{head}, Groups: []document.Group{{Rows: []document.Row{row}}}}))
	assert.Less(t, f.pages[0].width, f.pages[0].height)
	assert.Equal(t, 6, strings.Count(f.text(), "1.250"))
}

// TestPDFKeepsUnitsWithTheirNumbers sets a text in ever narrower columns. No line begins with a
// unit.
func TestPDFKeepsUnitsWithTheirNumbers(t *testing.T) {
	norace.Only(t)
	for words := range 12 {
		f := pdfOf(t, body(&document.Paragraph{Text: document.Text{document.Plain(strings.Repeat("word ", words) + "Cut the cost of every delivery by as much as 8 % by 2027, or by 300 €/t; % alone is a word")}}))
		for _, w := range f.pages[0].words {
			require.NotRegexp(t, `^[%€]`, strings.TrimPrefix(w.text, "% alone"), "after %d words", words)
		}
	}
}
