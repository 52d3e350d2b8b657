package printer_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/stretchr/testify/assert"
)

// coverage returns a matrix of products by units. Each pair of units has a parent.
func coverage(units, products int) *document.Table {
	t := &document.Table{Head: []document.Row{{{Lines: document.Lines("Product"), Rowspan: 2}}, {}}}
	for i := range units {
		if i%2 == 0 {
			t.Head[0] = append(t.Head[0], document.Cell{Lines: document.Lines("Parent"), Colspan: min(2, units-i)})
		}
		t.Head[1] = append(t.Head[1], document.Cell{Lines: document.Lines(fmt.Sprint("Unit ", i))})
	}
	g := document.Group{Title: document.Text{document.Plain("Line")}}
	for i := range products {
		row := document.Row{{Lines: document.Lines(fmt.Sprint("Product ", i)), Header: true}}
		for range units {
			row = append(row, document.Cell{Lines: document.Lines("Sold"), Tone: "sold"})
		}
		g.Rows = append(g.Rows, row)
	}
	t.Groups = []document.Group{g}
	return t
}

func TestTableHeadings(t *testing.T) {
	d := body(coverage(3, 2))
	d.Tones = []document.Tone{{Name: "sold", Fill: "#CDEAD9", Ink: "#0F5132"}}
	root := parse(t, printed(t, d))
	var got []string
	for _, th := range elements(root, "th") {
		got = append(got, fmt.Sprintf("%s %s %s%s", textOf(th), attr(th, "scope"), attr(th, "colspan"), attr(th, "class")))
	}
	assert.Equal(t, []string{
		"Product col first", "Parent colgroup 2", "Parent colgroup ", "Unit 0 col ", "Unit 1 col ", "Unit 2 col ",
		"Line rowgroup 4", "Product 0 row first", "Product 1 row first",
	}, got)
	spans := 0
	for _, c := range elements(root, "colgroup") {
		spans += int(attr(c, "span")[0] - '0')
	}
	assert.Equal(t, 4, spans, "the groups of columns cover the table")
	box := elements(root, "table")[0].Parent
	assert.Equal(t, "0", attr(box, "tabindex"), "a box that scrolls can be reached by keyboard")
}

func TestTableBoxIsNamed(t *testing.T) {
	table := coverage(2, 1)
	table.Groups[0].Rows = nil
	page := parse(t, printed(t, body(&document.Section{Title: "Coverage", Blocks: []document.Block{table}})))
	assert.Equal(t, "s.1.h", attr(elements(page, "table")[0].Parent, "aria-labelledby"), "by its heading")
	table.Caption = "Products by unit"
	page = parse(t, printed(t, body(&document.Section{Title: "Coverage", Blocks: []document.Block{table}})))
	assert.Equal(t, "t.1", attr(elements(page, "table")[0].Parent, "aria-labelledby"), "by its caption")
}

func BenchmarkHTML(b *testing.B) {
	d := body(coverage(91, 77))
	d.Tones = []document.Tone{{Name: "sold", Fill: "#CDEAD9", Ink: "#0F5132"}}
	b.ReportAllocs()
	for b.Loop() {
		if err := printer.HTML(b.Context(), io.Discard, d, nil); err != nil {
			b.Fatal(err)
		}
	}
}
