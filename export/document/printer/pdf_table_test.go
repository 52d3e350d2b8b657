package printer_test

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// people returns a table of people with short columns and a column of notes, in two groups.
func people(n int) *document.Table {
	t := &document.Table{Caption: "Champions first", Head: []document.Row{{
		{Lines: document.Lines("Name")}, {Lines: document.Lines("Unit")}, {Lines: document.Lines("Power"), Number: true}, {Lines: document.Lines("Notes")}}}}
	for _, title := range []string{"Here", "Left"} {
		g := document.Group{Title: document.Text{document.Plain(title)}}
		for i := range n {
			g.Rows = append(g.Rows, document.Row{
				{Lines: document.Lines(fmt.Sprintf("%s_%d", title, i)), Header: true}, {Lines: document.Lines("Logística")},
				{Lines: document.Lines(fmt.Sprint(i % 5)), Number: true}, {Lines: document.Lines(strings.Repeat("He wants the saving proven in one plant. ", 1+i%4))}})
		}
		t.Groups = append(t.Groups, g)
	}
	t.Foot = []document.Row{{{Lines: document.Lines("Everybody"), Colspan: 2}, {Lines: document.Lines(fmt.Sprint(2 * n)), Number: true}, {}}}
	return t
}

func TestPDFTableGoesOnOverPages(t *testing.T) {
	f := pdfOf(t, body(&document.Section{Title: "People", Blocks: []document.Block{people(70)}}))
	require.Greater(t, len(f.pages), 4)
	seen := map[string]int{}
	for i, p := range f.pages {
		words := strings.Split(p.text(), "\n")
		assert.Contains(t, words, "Name", "page %d has the head", i+1)
		assert.True(t, slices.Contains(words, "Here") || slices.Contains(words, "Left"), "page %d says whose rows they are", i+1)
		for j, w := range words {
			if strings.Contains(w, "_") {
				seen[w]++
				assert.Equal(t, "Logística", words[j+1], "the row of %s is on one page", w)
			}
		}
	}
	assert.Len(t, seen, 140)
	for name, n := range seen {
		assert.Equal(t, 1, n, name)
	}
	last := f.pages[len(f.pages)-1].text()
	assert.Contains(t, last, "Everybody")
	assert.GreaterOrEqual(t, strings.Count(last, "Left_"), 2, "the foot is not left alone")
}

// TestPDFTableColumns checks that no column is so narrow that its words are broken, and that the
// fullest column is the widest.
func TestPDFTableColumns(t *testing.T) {
	f := pdfOf(t, body(people(10)))
	notes, lines := 0., 0
	for _, w := range f.pages[0].words {
		if w.text == "Notes" {
			notes = w.x
		}
		if strings.HasPrefix(w.text, "He wants the saving") {
			lines++
			assert.Equal(t, notes, w.x)
		}
	}
	assert.Less(t, notes, 260., "the notes have more than half of the width")
	assert.Greater(t, lines, 10)
}

// TestPDFSharesBreakNoWord checks that a column with a small share of the width still fits its
// longest word, at the expense of wider columns.
func TestPDFSharesBreakNoWord(t *testing.T) {
	row := func(texts ...string) (row document.Row) {
		for _, text := range texts {
			row = append(row, document.Cell{Lines: document.Lines(text)})
		}
		return row
	}
	table := &document.Table{Head: []document.Row{row("Probabilidad", "Notes")}, Widths: []int{1, 40},
		Groups: []document.Group{{Rows: []document.Row{row("Desconocida", strings.Repeat("a long note ", 20))}}}}
	words := strings.Split(pdfOf(t, body(&document.Section{Title: "People", Blocks: []document.Block{table}})).text(), "\n")
	assert.Contains(t, words, "Probabilidad")
	assert.Contains(t, words, "Desconocida")
}

func TestPDFTableKeepsEveryWordOfATallRow(t *testing.T) {
	norace.Only(t)
	var long strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&long, "w%d ", i)
	}
	f := pdfOf(t, body(&document.Table{Head: []document.Row{{{Lines: document.Lines("A")}, {Lines: document.Lines("B")}}}, Groups: []document.Group{{Rows: []document.Row{
		{{Lines: document.Lines("short")}, {Lines: document.Lines(long.String())}},
		{{Lines: document.Lines("next")}, {}},
	}}}}))
	require.Greater(t, len(f.pages), 1)
	got := strings.Fields(f.text())
	for i := range 3000 {
		require.Contains(t, got, fmt.Sprint("w", i))
	}
	assert.Equal(t, 1, strings.Count(f.text(), "short"))
	for _, p := range f.pages {
		for _, w := range p.words {
			require.Greater(t, w.y, 20.)
		}
	}
}

// TestPDFWideTableComesInParts checks that a matrix wider than a landscape page is divided into
// parts, each with the products and the parents of its units.
func TestPDFWideTableComesInParts(t *testing.T) {
	d := body(coverage(80, 5))
	d.Tones = []document.Tone{{Name: "sold", Fill: "#CDEAD9", Ink: "#0F5132"}}
	f := pdfOf(t, d)
	units := 0
	for i, p := range f.pages {
		assert.Greater(t, p.width, p.height, "page %d", i+1)
		words := strings.ReplaceAll(p.text(), "\n", " ")
		assert.Contains(t, words, fmt.Sprintf("(%d / %d)", i+1, len(f.pages)))
		for product := range 5 {
			assert.Contains(t, words, fmt.Sprint("Product ", product))
		}
		assert.Contains(t, words, "Parent")
		units += strings.Count(words, "Unit ")
		assert.Equal(t, 5*strings.Count(words, "Unit "), strings.Count(words, "Sold"))
	}
	assert.Equal(t, 80, units)
	assert.Greater(t, len(f.pages), 2)
}

func TestPDFTableSpansInTheBody(t *testing.T) {
	cell := func(s string, rows, columns int) document.Cell {
		return document.Cell{Lines: document.Lines(s), Rowspan: rows, Colspan: columns}
	}
	f := pdfOf(t, body(&document.Table{Groups: []document.Group{{Rows: []document.Row{
		{cell("tall", 3, 1), cell("wide", 1, 2)}, {cell("a", 1, 1), cell("b", 2, 1)}, {cell("c", 1, 1)},
	}}}}))
	at := map[string]pdfWord{}
	for _, w := range f.pages[0].words {
		at[w.text] = w
	}
	assert.Equal(t, at["tall"].y, at["wide"].y)
	assert.Equal(t, at["a"].y, at["b"].y)
	assert.Equal(t, at["wide"].x, at["a"].x)
	assert.Equal(t, at["a"].x, at["c"].x)
	assert.Less(t, at["c"].y, at["a"].y)
}

// TestPDFHeadingsStayWithWhatFollows checks that a table head, a heading and the lead of a section
// are never alone at the foot of a page.
func TestPDFHeadingsStayWithWhatFollows(t *testing.T) {
	for name, under := range map[string][]document.Block{
		"a lead and a table": {&document.Paragraph{Text: document.Text{document.Plain("lead")}}, people(20)},
		"a heading":          {&document.Section{Title: "Inner", Blocks: []document.Block{people(5)}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for filler := range 50 {
				var blocks []document.Block
				for range filler {
					blocks = append(blocks, &document.Paragraph{Text: document.Text{document.Plain("filler")}})
				}
				blocks = append(blocks, &document.Section{Title: "Heading", Blocks: under})
				titled, pages := false, pdfOf(t, body(blocks...)).pages
				for i, p := range pages {
					text := p.text()
					if !titled && strings.Contains(text, "Heading") {
						titled = true
						require.Contains(t, text, "Here_1", "page %d after %d lines", i+1, filler)
					} else if titled {
						require.Contains(t, text, "Heading", "page %d, which goes on with the section, says so at its head", i+1)
					}
				}
				require.True(t, titled)
			}
		})
	}
}

// ofOneWord returns a document with a long word in a cell: repetitions of "abcdefghij".
func ofOneWord(letters int) *document.Document {
	word := document.Text{document.Plain(strings.Repeat("abcdefghij", letters/10))}
	return body(&document.Table{Head: []document.Row{{{Lines: document.Lines("Name")}}},
		Groups: []document.Group{{Rows: []document.Row{{{Lines: []document.Text{word}}}}}}})
}

// TestPDFKeepsALongWord checks that a word of many pages keeps every letter, in lines that are full
// except the last.
func TestPDFKeepsALongWord(t *testing.T) {
	const letters = 20_000
	var parts []string
	var word strings.Builder
	for _, p := range pdfOf(t, ofOneWord(letters)).pages {
		for _, w := range p.words {
			if strings.Contains(w.text, "jabc") {
				parts = append(parts, w.text)
				word.WriteString(w.text)
			}
		}
	}
	assert.Contains(t, word.String(), strings.Repeat("abcdefghij", letters/10))
	for _, part := range parts[:len(parts)-1] {
		assert.InDelta(t, len(parts[0]), len(part), 4)
	}
}

// BenchmarkPDFLongWord should take about ten times as long for ten times the letters.
func BenchmarkPDFLongWord(b *testing.B) {
	for _, letters := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(letters), func(b *testing.B) {
			d := ofOneWord(letters)
			for b.Loop() {
				require.NoError(b, printer.PDF(b.Context(), io.Discard, d, nil))
			}
		})
	}
}

func BenchmarkPDF(b *testing.B) {
	d := body(people(150), coverage(91, 77))
	d.Tones = []document.Tone{{Name: "sold", Fill: "#CDEAD9", Ink: "#0F5132"}}
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := printer.PDF(b.Context(), &out, d, nil); err != nil {
			b.Fatal(err)
		}
	}
}
