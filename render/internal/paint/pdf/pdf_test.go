package pdf_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/internal/pdfcanvas"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint/painttest"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf/pdftest"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

func pdfOf(t testing.TB, pages ...pdf.Page) []byte {
	var b bytes.Buffer
	require.NoError(t, pdf.Write(&b, pages))
	return b.Bytes()
}

func read(t testing.TB, data []byte) pdftest.Document {
	d, err := pdftest.Read(data)
	require.NoError(t, err)
	return d
}

func TestPDFSaysWhatTheSceneSays(t *testing.T) {
	s := painttest.Compose(t, scenetest.Small())
	d := read(t, pdfOf(t, pdf.Page{Scene: s}))
	require.Len(t, d.Pages, 1)
	assert.Equal(t, [2]float64{s.Width, s.Height}, d.Pages[0].Size)
	assert.Equal(t, "Grupo Meridiano · account map", d.Title)
	assert.Equal(t, "en", d.Language)
	assert.Empty(t, d.Outline, "one page needs none")
	var texts []string
	var visit func([]scene.Item)
	visit = func(items []scene.Item) {
		for _, item := range items {
			switch item := item.(type) {
			case scene.Group:
				visit(item.Items)
			case scene.Text:
				texts = append(texts, item.String)
			}
		}
	}
	visit(s.Items)
	got := strings.Join(d.Pages[0].Texts, "\n")
	for _, text := range texts {
		if text == "שמעון פרס" { // right to left: its words are reversed, and the font lacks its letters
			text = "ןועמש"
		}
		assert.Contains(t, got, text)
	}
	assert.GreaterOrEqual(t, len(d.Fonts), 2)
	for _, f := range d.Fonts {
		assert.Positive(t, f.Embedded, f.Name)
		assert.Less(t, f.Embedded, 100_000, "%s is a part of the font", f.Name)
		assert.True(t, f.Unicode, "%s says what its letters are", f.Name)
	}
}

// TestPDFDrawsEveryPath checks that every path of the scene is on the page, with its colours, its
// line and its dashes.
func TestPDFDrawsEveryPath(t *testing.T) {
	s := &scene.Scene{Width: 200, Height: 100, Ground: "#FF0000", Items: []scene.Item{
		scene.Path{Segments: painttest.Box(10, 20, 30, 40), Fill: "#0000FF"},
		scene.Path{Segments: painttest.Box(50, 20, 30, 40), Stroke: "#00FF00", Width: 1.25, Dash: []float64{4, 2.5}},
		scene.Path{Segments: painttest.Box(90, 20, 30, 40), Stroke: "#000000", Fill: "#FFFFFF", Width: 2},
		scene.Path{Segments: []scene.Segment{
			{To: geom.Point{X: 1, Y: 2}}, {Op: scene.Cubic, C1: geom.Point{X: 3, Y: 4}, C2: geom.Point{X: 5, Y: 6}, To: geom.Point{X: 7, Y: 8}},
		}, Stroke: "#000000", Width: 1},
		scene.Path{Segments: painttest.Box(0, 0, 1, 1)},
		scene.Path{Segments: painttest.Box(0, 0, 1, 1), Fill: "url(#x)", Stroke: "red", Width: 1},
	}}
	content := read(t, pdfOf(t, pdf.Page{Scene: s})).Pages[0].Content
	want := []string{
		"1.0000 .0000 .0000 rg", "0 100 m", "200 100 l", "200 0 l", "0 0 l", "h", "f",
		"0.0000 0.0000 1.0000 rg", "10 80 m", "40 80 l", "40 40 l", "10 40 l", "h", "f",
		"0.0000 1.0000 0.0000 RG", "1.25 w 0 J 0 j [4 2.5 ] 0 d", "50 80 m", "80 80 l", "80 40 l", "50 40 l", "h", "S",
		"1.0000 1.0000 1.0000 rg", "0.0000 0.0000 0.0000 RG", "2 w 0 J 0 j [] 0 d", "90 80 m", "120 80 l", "120 40 l", "90 40 l", "h", "B",
		"0.0000 0.0000 0.0000 RG", "1 w 0 J 0 j [] 0 d", "1 98 m", "3 96 5 94 7 92 c", "S", "Q",
	}
	want[0] = "1.0000 0.0000 0.0000 rg"
	_, drawn, _ := strings.Cut(content, "4 M\n")
	assert.Equal(t, strings.Join(want, "\n"), strings.TrimSpace(drawn))
}

func TestPDFOfSeveralPages(t *testing.T) {
	front, back := scenetest.Small(), scenetest.People(3)
	front.Nodes[0].Link, front.Nodes[1].Link, front.Nodes[2].Link = "#people", "https://example.org/a?b=(c)&d=%C3%A9", "#nowhere"
	front.Groups[0].Link = "mailto:ana@example.org"
	front.Nodes[3].Link = "javascript:alert(1)"
	back.Title = "Αθήνα 🙂"
	data := pdfOf(t,
		pdf.Page{Scene: painttest.Compose(t, front), ID: "all", Title: "All of it"},
		pdf.Page{Scene: painttest.Compose(t, back), ID: "people", Title: "Αθήνα (1)", Depth: 5},
		pdf.Page{Scene: painttest.Compose(t, scenetest.People(9)), Title: "Málaga", Depth: 1},
		pdf.Page{Scene: painttest.Compose(t, scenetest.People(2)), Title: ""},
		pdf.Page{Scene: painttest.Compose(t, scenetest.People(2)), Title: "Last", Depth: -3},
	)
	d := read(t, data)
	require.Len(t, d.Pages, 5)
	assert.Equal(t, []pdftest.Entry{
		{Title: "All of it", Page: 1, Top: d.Pages[0].Size[1]}, {Title: "Αθήνα (1)", Page: 2, Top: d.Pages[1].Size[1]},
		{Title: "Málaga", Page: 3, Top: d.Pages[2].Size[1]}, {Title: "Last", Page: 5, Top: d.Pages[4].Size[1]},
	}, d.Outline)
	assert.Equal(t, []int{0, 1, 1, 0}, d.Depths)
	var to []string
	for _, link := range d.Pages[0].Links {
		to = append(to, link.To)
	}
	assert.Equal(t, []string{"mailto:ana@example.org", "page 2", "https://example.org/a?b=(c)&d=%C3%A9"}, to,
		"what leads nowhere and what may not be led to is left out")
	card := d.Pages[0].Links[1].Box
	assert.InDelta(t, float64(scene.CardWidth), card[2]-card[0], 2, "the whole card leads there: %v", card)
	assert.InDelta(t, 110.5, card[1]-card[3], 2, "with two lines of name and two notes")
}

func TestPDFIsTheSameEachTime(t *testing.T) {
	pages := []pdf.Page{{Scene: painttest.Compose(t, scenetest.Small()), ID: "a", Title: "A"}, {Scene: painttest.Compose(t, scenetest.People(30)), ID: "b", Title: "B"}}
	first := pdfOf(t, pages...)
	for range 10 {
		assert.Equal(t, first, pdfOf(t, pages...))
	}
	assert.Contains(t, string(first), "(D:19700101000000)", "the clock is not asked")
}

func TestPDFPageTooLarge(t *testing.T) {
	s := &scene.Scene{Width: 40_000, Height: 20_000, Items: []scene.Item{
		scene.Group{Link: "https://example.org", Items: []scene.Item{scene.Path{Segments: painttest.Box(20_000, 0, 20_000, 20_000), Fill: "#000000"}}},
	}}
	page := read(t, pdfOf(t, pdf.Page{Scene: s})).Pages[0]
	assert.Equal(t, [2]float64{14400, 7200}, page.Size)
	assert.Equal(t, [4]float64{7200, 7200, 14400, 0}, page.Links[0].Box)
	assert.Contains(t, page.Content, "q 0.36000 0 0 0.36000 0.00000 4608.00000 cm")
}

func TestPDFOfHostileTexts(t *testing.T) {
	norace.Only(t)
	for _, text := range append(scenetest.Hostile(), "\x00", "a\xff", "\ufffe", "\uffff", `)(\`, ") Tj ET (", strings.Repeat("🙂", 300), "a\r\nb") {
		g := scenetest.Small()
		g.Title, g.Description, g.Language, g.Nodes[0].Label, g.Groups[0].Label = text, text, text, text, text
		s := painttest.Compose(t, g)
		s.Items = append(s.Items, scene.Text{At: geom.Point{X: 20, Y: 20}, Font: typeset.Font{Size: 9}, Fill: "#000000", String: text})
		s.Title, s.Language = text, text
		pages := []pdf.Page{{Scene: s, ID: text, Title: text}, {Scene: s, ID: "b", Title: text}}
		data := pdfOf(t, pages...)
		assert.Equal(t, data, pdfOf(t, pages...))
		d := read(t, data)
		assert.Len(t, d.Pages, 2, "%.40q", text)
		if text == ") Tj ET (" {
			assert.Contains(t, d.Pages[0].Texts, text)
			assert.Equal(t, text, d.Title)
		}
	}
}

func TestEveryFailingWriterFailsAPDF(t *testing.T) {
	pages := []pdf.Page{{Scene: &scene.Scene{Width: 10, Height: 10}}}
	whole := len(pdfOf(t, pages...))
	for n := range whole {
		assert.ErrorIs(t, pdf.Write(&painttest.Failing{N: n}, pages), painttest.ErrFull)
	}
	assert.NoError(t, pdf.Write(&painttest.Failing{N: whole}, pages))
}

func TestPDFOfNothing(t *testing.T) {
	assert.ErrorContains(t, pdf.Write(&bytes.Buffer{}, nil), "at least one page")
	for _, size := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		assert.ErrorContains(t, pdf.Write(&bytes.Buffer{}, []pdf.Page{{Scene: &scene.Scene{Width: size, Height: 10}}}), "page 1", "%v", size)
	}
}

// TestDrawLeavesThePageAsItWas draws between two texts of a document and checks that it does not
// change them.
func TestDrawLeavesThePageAsItWas(t *testing.T) {
	s := painttest.Compose(t, scenetest.Small())
	doc := fpdf.New("P", "pt", "A4", "")
	doc.SetCompression(false)
	doc.AddPage()
	doc.SetFont("Helvetica", "I", 17)
	doc.SetTextColor(1, 2, 3)
	doc.SetFillColor(4, 5, 6)
	doc.SetDrawColor(7, 8, 9)
	doc.SetLineWidth(3.5)
	doc.SetXY(70, 80)
	state := func() string {
		r, g, b := doc.GetTextColor()
		fr, fg, fb := doc.GetFillColor()
		dr, dg, db := doc.GetDrawColor()
		size, _ := doc.GetFontSize()
		x, y := doc.GetXY()
		return fmt.Sprint(r, g, b, fr, fg, fb, dr, dg, db, doc.GetFontFamily(), doc.GetFontStyle(), size, doc.GetLineWidth(), x, y, doc.PageNo())
	}
	drawAt := func(y float64) error {
		return pdfcanvas.Draw(doc, nil, func(c paper.Canvas) error { return pdf.Draw(c, s, 100, y, 210, 600) })
	}
	before := state()
	require.NoError(t, drawAt(200))
	assert.Equal(t, before, state())
	doc.Text(10, 10, "after")
	require.NoError(t, drawAt(500), "twice on a page")

	var b bytes.Buffer
	require.NoError(t, doc.Output(&b))
	page := read(t, b.Bytes()).Pages[0]
	assert.Contains(t, page.Content, fmt.Sprintf("q 0.50000 0 0 0.50000 100.00000 %.5f cm", 841.89-(200+(600-s.Height/2)/2)-841.89/2),
		"as wide as goes in, in the middle")
	assert.Equal(t, strings.Count(page.Content, "q "), strings.Count(page.Content, "Q"), "every state is left")
	assert.Contains(t, page.Texts, "Παπαδοπούλου")
}

func TestDrawErrors(t *testing.T) {
	s := painttest.Compose(t, scenetest.Small())
	doc := fpdf.New("P", "pt", "A4", "")
	doc.AddPage()
	drawIn := func(width, height float64) error {
		return pdfcanvas.Draw(doc, nil, func(c paper.Canvas) error { return pdf.Draw(c, s, 0, 0, width, height) })
	}
	assert.ErrorContains(t, drawIn(0, 100), "has no room")
	doc.SetErrorf("broken before")
	assert.ErrorContains(t, drawIn(100, 100), "broken before")
}
