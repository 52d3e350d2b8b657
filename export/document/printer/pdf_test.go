package printer_test

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/gofont/gomono"
)

// threeLanguages returns a document whose sections are long enough for several pages.
func threeLanguages() *document.Document {
	d := &document.Document{Title: "Grupo Meridiano", Subtitle: "Traspaso", Language: "es", Contents: "Contenido"}
	for i, title := range []string{"What was sold", "Qué se ha comunicado", "Οι άνθρωποι του πελάτη"} {
		s := &document.Section{Title: title, ID: "s" + strconv.Itoa(i)}
		for j := range 60 {
			s.Blocks = append(s.Blocks, &document.Paragraph{Text: document.Text{document.Plain(fmt.Sprintf("%s, %d", title, j))}})
		}
		s.Blocks = append(s.Blocks, &document.Section{Title: title + " (2)", Blocks: []document.Block{
			&document.Paragraph{Text: document.Text{document.Link{Text: "there", URL: "#s0"}, document.Link{Text: "nowhere", URL: "#x"}}},
		}})
		d.Blocks = append(d.Blocks, s)
	}
	return d
}

func TestPDFPages(t *testing.T) {
	f := pdfOf(t, threeLanguages())
	require.Len(t, f.pages, 6)
	assert.Equal(t, "Grupo Meridiano", f.title)
	assert.Contains(t, f.raw, "/Lang (es)")
	for i, p := range f.pages {
		assert.InDelta(t, 595.28, p.width, .01)
		assert.InDelta(t, 841.89, p.height, .01)
		foot := fmt.Sprintf("Grupo Meridiano\n%d / 6", i+1)
		assert.True(t, strings.HasSuffix(p.text(), foot), "page %d ends with %q", i+1, foot)
	}
	text := f.text()
	at := 0
	for _, words := range []string{"Traspaso", "Contenido", "What was sold, 59", "Qué se ha comunicado, 0", "Οι άνθρωποι του πελάτη, 59"} {
		next := strings.Index(text[at:], words)
		require.GreaterOrEqual(t, next, 0, "%q comes next", words)
		at += next
	}
}

func TestPDFContentsAndOutline(t *testing.T) {
	f := pdfOf(t, threeLanguages())
	var titles []string
	for _, e := range f.outline {
		titles = append(titles, e.title)
		on := f.pages[e.page]
		found := false
		for _, w := range on.words {
			found = found || w.text == strings.TrimSpace(e.title) && w.y < e.y && w.y > e.y-25
		}
		assert.True(t, found, "%q stands where the outline leads, page %d, %.0f points up", e.title, e.page+1, e.y)
	}
	assert.Equal(t, []string{"What was sold", "  What was sold (2)", "Qué se ha comunicado", "  Qué se ha comunicado (2)",
		"Οι άνθρωποι του πελάτη", "  Οι άνθρωποι του πελάτη (2)"}, titles)
	require.Len(t, f.pages[0].links, 3, "an entry a section")
	for i, link := range f.pages[0].links {
		assert.Equal(t, f.outline[2*i].page, link.page)
		assert.Contains(t, strings.Split(f.pages[0].text(), "\n"), strconv.Itoa(link.page+1))
	}
	for _, e := range f.outline[1:2] {
		require.Len(t, f.pages[e.page].links, 1, "a link to nowhere is none")
		assert.Equal(t, f.outline[0].pdfLink, f.pages[e.page].links[0])
	}
}

func TestPDFIsTheSameEachTime(t *testing.T) {
	var want bytes.Buffer
	require.NoError(t, printer.PDF(t.Context(), &want, filled("Meridiano"), nil))
	assert.NotContains(t, want.String(), "Date")
	exporttest.AtOnce(8, func() {
		var b bytes.Buffer
		assert.NoError(t, printer.PDF(t.Context(), &b, filled("Meridiano"), nil))
		assert.True(t, bytes.Equal(want.Bytes(), b.Bytes()))
	})
}

func TestPDFReturnsWriteErrors(t *testing.T) {
	norace.Only(t)
	d := body(&document.Paragraph{Text: document.Text{document.Plain("x")}})
	var b bytes.Buffer
	require.NoError(t, printer.PDF(t.Context(), &b, d, nil))
	for n := 0; n < b.Len(); n += 1997 {
		disk := fullDisk(n)
		require.ErrorIs(t, printer.PDF(t.Context(), &disk, d, nil), errFull)
	}
}

// FuzzPDF also tests the hostile texts.
func FuzzPDF(f *testing.F) {
	norace.Only(f)
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkPDF(t, s) })
}

// checkPDF prints a document with s in every field. The PDF must have all letters of the fonts, and
// nothing outside the pages.
func checkPDF(t *testing.T, s string) {
	t.Helper()
	s = "Zqx" + s
	f := pdfOf(t, filled(s))
	for _, p := range f.pages {
		for _, w := range p.words {
			require.True(t, 0 < w.x && w.x < p.width && 0 < w.y && w.y < p.height, "%q stands at %.0f, %.0f of %.0f by %.0f", w.text, w.x, w.y, p.width, p.height)
		}
	}
	text := f.text()
	for _, r := range readable(s) {
		if 'a' <= r && r <= 'z' || 'α' <= r && r <= 'ω' || r == '(' || r == ')' || r == '\\' {
			require.True(t, strings.ContainsRune(text, r), "%q is lost", r)
		}
	}
}

func TestPDFPaper(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, printer.PDF(t.Context(), &b, body(), &printer.Options{Paper: paper.Letter()}))
	page := readPDF(t, b.Bytes()).pages[0]
	assert.Equal(t, []float64{612, 792}, []float64{page.width, page.height})
}

// TestPDFKeepsLettersThatFontsLack checks that missing letters can be found as text, whatever
// substitute is drawn.
func TestPDFKeepsLettersThatFontsLack(t *testing.T) {
	const words = "Nguyễn Thị done ✓ best ★ 李娜"
	d := body(&document.Paragraph{Text: document.Text{document.Plain(words)}})
	text := strings.ReplaceAll(pdfOf(t, d).text(), "\n", "")
	for _, word := range []string{"ễ", "ị", "✓", "★", "李娜"} {
		assert.Contains(t, text, word)
	}
	assert.NotContains(t, text, "\uFFFD")
	assert.ErrorContains(t, printer.PDF(t.Context(), io.Discard, d, &printer.Options{Fallback: []byte("OTTO")}), "it is not a TrueType font")
	assert.NoError(t, printer.PDF(t.Context(), io.Discard, d, &printer.Options{Fallback: gomono.TTF}))
}
