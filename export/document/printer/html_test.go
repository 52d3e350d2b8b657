package printer_test

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

func TestHTMLStructure(t *testing.T) {
	page := printed(t, filled("Meridiano"))
	root := parse(t, page)
	assert.True(t, strings.HasPrefix(page, "<!DOCTYPE html>\n"))
	for _, name := range []string{"html", "style", "header", "nav", "main", "h1"} {
		assert.Len(t, elements(root, name), 1, name)
	}
	assert.Equal(t, "en", attr(elements(root, "html")[0], "lang"))
	assert.Equal(t, "Meridiano", textOf(elements(elements(root, "head")[0], "title")[0]))

	level := 0
	for _, h := range elements(root, "h1", "h2", "h3", "h4", "h5", "h6") {
		next := int(h.Data[1] - '0')
		assert.LessOrEqual(t, next, level+1, "heading %q", textOf(h))
		level = next
	}

	ids := map[string]bool{}
	for _, e := range elements(root) {
		if id := attr(e, "id"); id != "" {
			assert.False(t, ids[id], "id %q is duplicate", id)
			ids[id] = true
		}
	}
	for _, e := range elements(root) {
		for id := range strings.FieldsSeq(attr(e, "aria-labelledby")) {
			assert.True(t, ids[id], "<%s> is labelled by %q, which is nowhere", e.Data, id)
		}
		if target, local := strings.CutPrefix(attr(e, "href"), "#"); local {
			assert.True(t, ids[target], "<%s> leads to #%s, which is nowhere", e.Data, target)
		}
	}
	assert.Len(t, elements(elements(root, "nav")[0], "a"), 2)
	assert.True(t, ids["people"])
}

func TestHTMLRunsItsOwnScriptAndFetchesNothing(t *testing.T) {
	root := parse(t, printed(t, filled("Meridiano")))
	scripts := elements(root, "script")
	require.Len(t, scripts, 1)
	assert.Empty(t, scripts[0].Attr)
	assert.NotContains(t, textOf(scripts[0]), "Meridiano")
	assert.NotRegexp(t, `\b(innerHTML|outerHTML|insertAdjacentHTML|eval|Function|XMLHttpRequest|import|localStorage|cookie|write)\b|fetch\(|</|<!`, textOf(scripts[0]))
	assert.Empty(t, elements(root, "link", "img", "iframe", "object", "embed", "base", "form", "foreignObject"))
	for _, e := range elements(root) {
		for _, a := range e.Attr {
			assert.False(t, strings.HasPrefix(a.Key, "on"), "%s on <%s>", a.Key, e.Data)
			assert.NotContains(t, []string{"style", "src"}, a.Key, e.Data)
			if a.Key == "href" {
				assert.NotContains(t, a.Val, "javascript")
			}
		}
	}

	digest := func(element *html.Node) string {
		sum := sha256.Sum256([]byte(textOf(element)))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	meta := map[string]string{}
	for _, m := range elements(root, "meta") {
		meta[attr(m, "name")+attr(m, "http-equiv")] = attr(m, "content")
	}
	assert.Equal(t, "default-src 'none'; img-src data:; style-src "+digest(elements(root, "style")[0])+"; script-src "+digest(scripts[0])+
		"; base-uri 'none'; form-action 'none'", meta["Content-Security-Policy"])
	assert.Equal(t, "no-referrer", meta["referrer"])
	assert.Contains(t, meta["robots"], "noindex")
	assert.Contains(t, meta["viewport"], "width=device-width")
}

// TestHTMLFigureKnowsItsWidth checks that a picture fills the window up to its own width, and never
// shrinks until its text is illegible.
func TestHTMLFigureKnowsItsWidth(t *testing.T) {
	picture := func(width float64) document.Block {
		return &document.Figure{Alt: "map", Picture: plain{width}}
	}
	root := parse(t, printed(t, body(picture(3403.5), &document.Section{Title: "More", Blocks: []document.Block{picture(200)}})))
	style := textOf(elements(root, "style")[0])
	assert.Contains(t, style, "@media screen { .f1 { --width: 3403.5px } }")
	assert.Contains(t, style, "@media screen { .f2 { --width: 200px } }")
	figures := elements(root, "figure")
	require.Len(t, figures, 2)
	assert.Equal(t, "f1", attr(figures[0], "class"))
	assert.Equal(t, "f2", attr(figures[1], "class"))
}

// A plain is an empty picture with a width.
type plain struct{ width float64 }

func (p plain) Size() (width, height float64) { return p.width, 300 }

func (p plain) SVG(w io.Writer) error {
	_, err := io.WriteString(w, `<svg xmlns="http://www.w3.org/2000/svg"/>`)
	return err
}

func TestHTMLTones(t *testing.T) {
	d := body(&document.Paragraph{Text: document.Text{document.Chip{Text: "Sold", Tone: `">sold`}, document.Chip{Text: "Core"}}})
	d.Tones = []document.Tone{{Name: "gap", Fill: "#fff1cc", Ink: "#6b4e00"}, {Name: `">sold`, Fill: "#CDEAD9", Ink: "#0F5132"}}
	root := parse(t, printed(t, d))
	chips := elements(elements(root, "p")[0], "span")
	require.Len(t, chips, 2)
	assert.Equal(t, "chip t2", attr(chips[0], "class"))
	assert.Equal(t, "chip", attr(chips[1], "class"))
	assert.Equal(t, "Sold  Core", textOf(elements(root, "p")[0]), "chips are words of their own")
	style := textOf(elements(root, "style")[0])
	assert.Contains(t, style, ".t2 { background: #CDEAD9; color: #0F5132 }")
	assert.NotContains(t, style, "sold")
}

func TestHTMLLinks(t *testing.T) {
	for url, want := range map[string]bool{
		"https://maps.example/a?b=c&d=\"e\"": true, "HTTP://maps.example": true, "mailto:ana@meridiano.example": true, "#people": true,
		"javascript:alert(1)": false, "JaVaScRiPt:alert(1)": false, " javascript:alert(1)": false, "java\nscript:alert(1)": false,
		"\x01javascript:alert(1)": false, "data:text/html,x": false, "vbscript:x": false, "file:///etc/passwd": false, "//maps.example": false,
		"/etc": false, "people": false, "https:": false, "https://": false, "https:maps.example": false, "mailto:": false, "#": false, "": false,
		"https://maps.example/\xff": false, "%zz": false,
	} {
		root := parse(t, printed(t, body(&document.Paragraph{Text: document.Text{document.Link{Text: "there", URL: url}}})))
		p := elements(root, "p")[0]
		assert.Equal(t, "there", textOf(p))
		links := elements(p, "a")
		if !want {
			assert.Empty(t, links, url)
			continue
		}
		if assert.Len(t, links, 1, url) {
			assert.Equal(t, strings.ReplaceAll(url, `"`, "%22"), attr(links[0], "href"))
		}
	}
	root := parse(t, printed(t, body(&document.Paragraph{Text: document.Text{document.Link{URL: "mailto:ana@meridiano.example"}}})))
	assert.Equal(t, "ana@meridiano.example", textOf(elements(root, "p")[0]))
}

func TestHTMLOmitsEmptyParts(t *testing.T) {
	d := body(&document.List{}, &document.Facts{}, &document.Table{Caption: "nothing"}, &document.Section{Title: "Only one"})
	d.Contents = "Contents"
	root := parse(t, printed(t, d))
	assert.Empty(t, elements(root, "ul", "ol", "dl", "table", "nav"))
	assert.Empty(t, elements(elements(root, "header")[0], "p", "dl"))
}

func TestHTMLPrintsTheTitleOnEveryPage(t *testing.T) {
	d := body()
	d.Title = `A "quoted" </style> \ é`
	style := textOf(elements(parse(t, printed(t, d)), "style")[0])
	assert.Contains(t, style, `content: "A \000022 quoted\000022  \00003c \00002f style\00003e  \00005c  \0000e9 "`)
	d.Title = strings.Repeat("é", 200)
	style = textOf(elements(parse(t, printed(t, d)), "style")[0])
	assert.Contains(t, style, `content: "`+strings.Repeat(`\0000e9 `, 79)+`\002026 "`)
}

// album is a picture with a number of pages. Each page has links to the second and the last, and a
// symbol of its own.
type album struct {
	exporttest.Picture
	pages int
}

type albumPage struct {
	paper.Picture
	id   string
	last int
}

func (a album) OnPaper(context.Context, paper.Size) (pages []paper.Picture, _ error) {
	for i := range a.pages {
		pages = append(pages, albumPage{nil, "page-" + strconv.Itoa(i+1), a.pages})
	}
	return pages, nil
}

func (p albumPage) ID() string                    { return p.id }
func (p albumPage) Title() string                 { return p.id }
func (p albumPage) Description() string           { return "" }
func (p albumPage) Size() (width, height float64) { return 30, 20 }
func (p albumPage) EmbedSVG(w io.Writer, prefix, title, _ string) error {
	_, err := fmt.Fprintf(w, `<svg aria-label="%s"><g id="%ssign"/><use href="#%[2]ssign"/><text y="15">%s</text><a href="#page-2">2</a><a href="#page-%d">last</a></svg>`, title, prefix, p.id, p.last)
	return err
}

// TestHTMLBoundsAPictureOfManyPages expects the whole picture and its pages if they are few, and
// otherwise the overview and the first pages. Every link has a target.
func TestHTMLBoundsAPictureOfManyPages(t *testing.T) {
	for _, pages := range []int{3, 40, 41, 300} {
		d := body(&document.Figure{Title: "Album", OwnPage: true, Picture: album{exporttest.Picture{}, pages}})
		d.Words.More = "{0} more in print"
		root := parse(t, printed(t, d))
		drawn := len(elements(root, "svg"))
		if pages <= 40 {
			assert.Equal(t, pages+1, drawn, "the whole and %d pages", pages)
			assert.NotContains(t, textOf(root), "more in print")
		} else {
			assert.Equal(t, 40, drawn, "of %d pages", pages)
			assert.Contains(t, textOf(elements(root, "style")[0]), "--width: 30px", "the width of the overview")
			assert.Contains(t, textOf(root), strconv.Itoa(pages-40)+" more in print")
		}
		ids := map[string]bool{}
		for n := range root.Descendants() {
			ids[attr(n, "id")] = true
		}
		for _, n := range elements(root, "a", "use") {
			if target := attr(n, "href"); target != "" {
				assert.True(t, ids[strings.TrimPrefix(target, "#")], "%d pages: %s leads nowhere", pages, target)
			}
		}
	}
}

func TestHTMLKeepsNumbersAndChipsOnOneLine(t *testing.T) {
	number := func(x ...document.Inline) document.Cell {
		return document.Cell{Number: true, Lines: []document.Text{x}}
	}
	words := strings.Repeat("words ", 8)
	root := parse(t, printed(t, body(&document.Table{Groups: []document.Group{{Rows: []document.Row{{
		number(document.Strong("1,284,500.00 EUR")),
		number(document.Plain("1"), document.Muted(words), document.Link{URL: "#a"}, document.Strong(""), document.Chip{Text: words}),
	}}}}})))
	cells := elements(root, "td")
	assert.Equal(t, "first n", attr(cells[0], "class"))
	assert.Equal(t, "n wrap", attr(cells[1], "class"))
	assert.Equal(t, "chip long", attr(elements(cells[1], "span")[1], "class"))
}

func TestHTMLSheets(t *testing.T) {
	wide := func(columns int) *document.Table {
		return &document.Table{Groups: []document.Group{{Rows: []document.Row{make(document.Row, columns)}}}}
	}
	high := wide(94)
	for range 200 {
		high.Groups[0].Rows = append(high.Groups[0].Rows, make(document.Row, 94))
	}
	page := printed(t, body(
		&document.Section{Title: "a", Blocks: []document.Block{wide(8)}},
		&document.Section{Title: "b", Blocks: []document.Block{&document.Paragraph{}, wide(12)}},
		&document.Section{Title: "c", Blocks: []document.Block{wide(93)}},
		&document.Section{Title: "d", Blocks: []document.Block{high}},
	))
	var classes []string
	for _, s := range elements(parse(t, page), "section") {
		classes = append(classes, attr(s, "class"))
	}
	assert.Equal(t, []string{"", "sheet landscape", "sheet w93", "sheet w94"}, classes)
	assert.Contains(t, page, "@page w93 { size: 2033mm 210mm }\n@media print { .w93 { page: w93 } }", "no higher than its rows")
	assert.Contains(t, page, "@page w94 { size: 2054mm 1456mm }", "no higher than the shape of A4")
}

func TestHTMLIsTheSameEachTime(t *testing.T) {
	d := filled("Meridiano")
	want := printed(t, d)
	exporttest.AtOnce(8, func() {
		var b strings.Builder
		assert.NoError(t, printer.HTML(t.Context(), &b, d, nil))
		assert.Equal(t, want, b.String())
	})
	assert.Equal(t, want, printed(t, filled("Meridiano")))
}

// A fullDisk accepts a number of bytes and then fails.
type fullDisk int

var errFull = errors.New("disk full")

func (d *fullDisk) Write(p []byte) (int, error) {
	if len(p) > int(*d) {
		return int(*d), errFull
	}
	*d -= fullDisk(len(p))
	return len(p), nil
}

// writes records the total after each write.
type writes []int

func (w *writes) Write(p []byte) (int, error) {
	*w = append(*w, len(p))
	if n := len(*w); n > 1 {
		(*w)[n-1] += (*w)[n-2]
	}
	return len(p), nil
}

// TestHTMLReturnsWriteErrors fails within each write of the page, and between two of them.
func TestHTMLReturnsWriteErrors(t *testing.T) {
	t.Parallel()
	d := body(&document.Paragraph{Text: document.Text{document.Plain("x")}})
	var ends writes
	require.NoError(t, printer.HTML(t.Context(), &ends, d, nil))
	require.NotEmpty(t, ends)
	size := 0
	for _, end := range ends {
		for _, n := range []int{size, (size + end) / 2, end - 1} {
			disk := fullDisk(n)
			require.ErrorIs(t, printer.HTML(t.Context(), &disk, d, nil), errFull, "after %d bytes", n)
		}
		size = end
	}
	disk := fullDisk(size)
	require.NoError(t, printer.HTML(t.Context(), &disk, d, nil))
}

func TestHTMLPaper(t *testing.T) {
	for size, want := range map[paper.Size]bool{{}: false, paper.A4().Landscape(): false, paper.Letter(): true} {
		var b strings.Builder
		require.NoError(t, printer.HTML(t.Context(), &b, body(), &printer.Options{Paper: size}))
		style := textOf(elements(parse(t, b.String()), "style")[0])
		assert.Equal(t, want, strings.Contains(style, "@page landscape { size: letter landscape }"))
	}
}

func TestHTMLNamesOnlyTheControlsThatHaveWords(t *testing.T) {
	d := filled("Meridiano")
	assert.Empty(t, elements(parse(t, printed(t, d)), "body")[0].Attr)
	d.Words = document.Words{Search: `Buscar "todo"`, ZoomIn: "Ampliar"}
	page := parse(t, printed(t, d))
	assert.Equal(t, []html.Attribute{{Key: "data-search", Val: `Buscar "todo"`}, {Key: "data-zoom-in", Val: "Ampliar"}}, elements(page, "body")[0].Attr)
	assert.Empty(t, elements(page, "button", "input"), "the script makes them")
}

func TestHTMLSortKeys(t *testing.T) {
	page := parse(t, printed(t, body(&document.Table{Groups: []document.Group{{Rows: []document.Row{
		{{Lines: document.Lines("1 Nov 2026"), Sort: "2026-11-01"}, {Lines: document.Lines("x")}}}}}})))
	cells := elements(page, "td")
	assert.Equal(t, "2026-11-01", attr(cells[0], "data-sort"))
	assert.Equal(t, "", attr(cells[1], "data-sort"))
}

// TestHTMLPrintedColumns checks that a column of notes keeps its width in print if the other
// columns have many short words.
func TestHTMLPrintedColumns(t *testing.T) {
	row := func(words ...string) document.Row {
		r := make(document.Row, len(words))
		for i, w := range words {
			r[i].Lines = document.Lines(w)
		}
		return r
	}
	notes := strings.Repeat("told of the saving in one plant ", 8)
	page := printed(t, body(&document.Table{Head: []document.Row{row("Name", "Unit", "Notes")}, Groups: []document.Group{{Rows: []document.Row{
		row("Begoña Núñez", "Grupo Meridiano", notes), row("Iñaki Öztürk", "Grupo Meridiano", notes)}}}}))
	columns := elements(parse(t, page), "col")
	require.Len(t, columns, 3)
	var shares []int
	total := 0
	for _, c := range columns {
		share, err := strconv.Atoi(strings.TrimPrefix(attr(c, "class"), "c"))
		require.NoError(t, err)
		assert.Contains(t, page, "@media print { .c"+strconv.Itoa(share)+" { width: "+strconv.Itoa(share)+"% } }")
		shares = append(shares, share)
		total += share
	}
	assert.InDelta(t, 100, total, 2)
	assert.Greater(t, shares[2], 60)
	assert.Greater(t, shares[0], 10)
}
