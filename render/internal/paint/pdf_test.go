package paint_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdftest"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
)

func pdfOf(t testing.TB, pages ...paint.Page) []byte {
	var b bytes.Buffer
	require.NoError(t, paint.PDF(&b, pages, nil))
	return b.Bytes()
}

func read(t testing.TB, data []byte) pdftest.Document {
	d, err := pdftest.Read(data)
	require.NoError(t, err)
	return d
}

func TestPDFSaysWhatTheSceneSays(t *testing.T) {
	s := compose(t, scenetest.Small())
	d := read(t, pdfOf(t, paint.Page{Scene: s}))
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
		if text == "שמעון פרס" { // runs from right to left: its words stand the other way round, and its letters are not in the font
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

// TestPDFDrawsEveryPath counts what is painted: a path that the scene has is on the page, with its colours, its line and its dashes.
func TestPDFDrawsEveryPath(t *testing.T) {
	s := &scene.Scene{Width: 200, Height: 100, Ground: "#FF0000", Items: []scene.Item{
		scene.Path{Segments: box(10, 20, 30, 40), Fill: "#0000FF"},
		scene.Path{Segments: box(50, 20, 30, 40), Stroke: "#00FF00", Width: 1.25, Dash: []float64{4, 2.5}},
		scene.Path{Segments: box(90, 20, 30, 40), Stroke: "#000000", Fill: "#FFFFFF", Width: 2, Round: true},
		scene.Path{Segments: []scene.Segment{
			{To: layout.Point{X: 1, Y: 2}}, {Op: scene.Cubic, C1: layout.Point{X: 3, Y: 4}, C2: layout.Point{X: 5, Y: 6}, To: layout.Point{X: 7, Y: 8}},
		}, Stroke: "#000000", Width: 1},
		scene.Path{Segments: box(0, 0, 1, 1)},
		scene.Path{Segments: box(0, 0, 1, 1), Fill: "url(#x)", Stroke: "red", Width: 1},
	}}
	content := read(t, pdfOf(t, paint.Page{Scene: s})).Pages[0].Content
	want := []string{
		"1.0000 .0000 .0000 rg", "0 100 m", "200 100 l", "200 0 l", "0 0 l", "h", "f",
		"0.0000 0.0000 1.0000 rg", "10 80 m", "40 80 l", "40 40 l", "10 40 l", "h", "f",
		"0.0000 1.0000 0.0000 RG", "1.25 w 0 J 0 j [4 2.5 ] 0 d", "50 80 m", "80 80 l", "80 40 l", "50 40 l", "h", "S",
		"1.0000 1.0000 1.0000 rg", "0.0000 0.0000 0.0000 RG", "2 w 1 J 1 j [] 0 d", "90 80 m", "120 80 l", "120 40 l", "90 40 l", "h", "B",
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
		paint.Page{Scene: compose(t, front), ID: "all", Title: "All of it"},
		paint.Page{Scene: compose(t, back), ID: "people", Title: "Αθήνα (1)", Depth: 5},
		paint.Page{Scene: compose(t, scenetest.People(9)), Title: "Málaga", Depth: 1},
		paint.Page{Scene: compose(t, scenetest.People(2)), Title: ""},
		paint.Page{Scene: compose(t, scenetest.People(2)), Title: "Last", Depth: -3},
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
	assert.InDelta(t, 200, card[2]-card[0], 2, "the whole card leads there: %v", card)
	assert.InDelta(t, 98, card[1]-card[3], 2, "with its two notes")
}

func TestPDFIsTheSameEachTime(t *testing.T) {
	pages := []paint.Page{{Scene: compose(t, scenetest.Small()), ID: "a", Title: "A"}, {Scene: compose(t, scenetest.People(30)), ID: "b", Title: "B"}}
	first := pdfOf(t, pages...)
	for range 10 {
		assert.Equal(t, first, pdfOf(t, pages...))
	}
	assert.Contains(t, string(first), "(D:19700101000000)", "the clock is not asked")
	var dated bytes.Buffer
	require.NoError(t, paint.PDF(&dated, pages, &paint.PDFOptions{Created: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)}))
	assert.Contains(t, dated.String(), "(D:20261101000000)")
}

func TestPDFPageLargerThanThereMayBe(t *testing.T) {
	s := &scene.Scene{Width: 40_000, Height: 20_000, Items: []scene.Item{
		scene.Group{Link: "https://example.org", Items: []scene.Item{scene.Path{Segments: box(20_000, 0, 20_000, 20_000), Fill: "#000000"}}},
	}}
	page := read(t, pdfOf(t, paint.Page{Scene: s})).Pages[0]
	assert.Equal(t, [2]float64{14400, 7200}, page.Size)
	assert.Equal(t, [4]float64{7200, 7200, 14400, 0}, page.Links[0].Box)
	assert.Contains(t, page.Content, "q 0.36000 0 0 0.36000 0.00000 4608.00000 cm")
}

func TestPDFOfHostileTexts(t *testing.T) {
	norace.Only(t)
	for _, text := range append(scenetest.Hostile(), "\x00", "a\xff", "\ufffe", "\uffff", `)(\`, ") Tj ET (", strings.Repeat("🙂", 300), "a\r\nb") {
		g := scenetest.Small()
		g.Title, g.Description, g.Language, g.Nodes[0].Label, g.Groups[0].Label = text, text, text, text, text
		s := compose(t, g)
		s.Items = append(s.Items, scene.Text{At: layout.Point{X: 20, Y: 20}, Font: scene.Font{Size: 9}, Fill: "#000000", String: text})
		s.Title, s.Language = text, text
		pages := []paint.Page{{Scene: s, ID: text, Title: text}, {Scene: s, ID: "b", Title: text}}
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
	pages := []paint.Page{{Scene: &scene.Scene{Width: 10, Height: 10}}}
	whole := len(pdfOf(t, pages...))
	for n := range whole {
		assert.ErrorIs(t, paint.PDF(&failing{n}, pages, nil), errFull)
	}
	assert.NoError(t, paint.PDF(&failing{whole}, pages, nil))
}

func TestPDFOfNothing(t *testing.T) {
	assert.ErrorContains(t, paint.PDF(&bytes.Buffer{}, nil, nil), "at least one page")
	for _, size := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		assert.ErrorContains(t, paint.PDF(&bytes.Buffer{}, []paint.Page{{Scene: &scene.Scene{Width: size, Height: 10}}}, nil), "page 1", "%v", size)
	}
}

func host(unit string) *fpdf.Fpdf {
	pdf := fpdf.New("P", unit, "A4", "")
	pdf.SetCompression(false)
	return pdf
}

// TestDrawPDFLeavesThePageAsItWas draws into a document between two texts of its owner's.
func TestDrawPDFLeavesThePageAsItWas(t *testing.T) {
	s := compose(t, scenetest.Small())
	pdf := host("pt")
	pdf.AddPage()
	pdf.SetFont("Helvetica", "I", 17)
	pdf.SetTextColor(1, 2, 3)
	pdf.SetFillColor(4, 5, 6)
	pdf.SetDrawColor(7, 8, 9)
	pdf.SetLineWidth(3.5)
	pdf.SetXY(70, 80)
	state := func() string {
		r, g, b := pdf.GetTextColor()
		fr, fg, fb := pdf.GetFillColor()
		dr, dg, db := pdf.GetDrawColor()
		size, _ := pdf.GetFontSize()
		x, y := pdf.GetXY()
		return fmt.Sprint(r, g, b, fr, fg, fb, dr, dg, db, pdf.GetFontFamily(), pdf.GetFontStyle(), size, pdf.GetLineWidth(), x, y, pdf.PageNo())
	}
	before := state()
	require.NoError(t, paint.DrawPDF(pdf, s, 100, 200, 210, 600))
	assert.Equal(t, before, state())
	pdf.Text(10, 10, "after")
	require.NoError(t, paint.DrawPDF(pdf, s, 100, 500, 210, 600), "twice on a page")

	var b bytes.Buffer
	require.NoError(t, pdf.Output(&b))
	page := read(t, b.Bytes()).Pages[0]
	assert.Contains(t, page.Content, fmt.Sprintf("q 0.50000 0 0 0.50000 100.00000 %.5f cm", 841.89-(200+(600-s.Height/2)/2)-841.89/2),
		"as wide as goes in, in the middle")
	assert.Equal(t, strings.Count(page.Content, "q "), strings.Count(page.Content, "Q"), "every state is left")
	assert.Contains(t, page.Texts, "Ελένη Παπαδοπούλου")
}

func TestDrawPDFWhereItCannot(t *testing.T) {
	s := compose(t, scenetest.Small())
	assert.ErrorContains(t, paint.DrawPDF(host("pt"), s, 0, 0, 100, 100), "a page")
	millimetres := host("mm")
	millimetres.AddPage()
	assert.ErrorContains(t, paint.DrawPDF(millimetres, s, 0, 0, 100, 100), "the unit pt")
	points := host("pt")
	points.AddPage()
	assert.ErrorContains(t, paint.DrawPDF(points, s, 0, 0, 0, 100), "has no room")
	points.SetErrorf("broken before")
	assert.ErrorContains(t, paint.DrawPDF(points, s, 0, 0, 100, 100), "broken before")
}

// TestLinksInSVG has a link around what leads somewhere, and nowhere else.
func TestLinksInSVG(t *testing.T) {
	g := scenetest.Small()
	assert.Equal(t, "img", parse(t, svg(t, compose(t, g), nil)).attr("role"))
	g.Nodes[0].Link, g.Groups[0].Link = "mailto:ana%22@example.org?subject=a&body=b", "#page-2"
	for _, bad := range []string{"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", `https://a"onload="x`, "//example.org", "HTTPS:", "mailto:", "#"} {
		require.Error(t, graph.CheckLink(bad), bad)
		g.Nodes[1].Link = bad
		root := parse(t, svg(t, compose(t, g), nil))
		assert.Equal(t, "group", root.attr("role"), "nobody can reach what is in an img")
		links := map[string]string{}
		root.each(func(e element) {
			for _, child := range e.Children {
				if child.XMLName.Local == "a" {
					links[e.attr("id")] = child.attr("href")
				}
			}
		})
		assert.Equal(t, map[string]string{"node1": "mailto:ana%22@example.org?subject=a&body=b", "clust1": "#page-2"}, links, bad)
	}
}
