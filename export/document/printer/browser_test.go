package printer_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// used is the report of testdata/browser.cjs on a page.
type used struct {
	Errors     []string
	Violations []string // from the accessibility rules of axe-core
	Looks      map[string]struct {
		Passes int
		Wider  int    // excess of the page's width over the window's, in pixels
		Ground string // behind the text
	}
	Used struct {
		Controls, Unnamed                          int
		Before, Ascending, Descending, None        []string // the first column
		AscendingState, DescendingState, NoneState *string
		Rows, After                                int
		Found                                      []string
		Said                                       string
		Zoom                                       []int // width of the first picture: initially, after +, Ctrl and wheel, wheel, 0
	}
	Still   struct{ Buttons, Rows int } // without a script
	Asked   asking
	Printed string // the file of the page in print
}

// asking is the report on a picture of people: the names of the cards that are not faded, and the
// details of one person.
type asking struct {
	Controls                                                                 []string // labels
	Start, Pointed, Left, Picked, Moved, Stays, Closed, Found, Filtered, All []string
	Told, Ties                                                               []string // of the selected person
	Focus, Tied, Count, Address                                              string
	Off                                                                      bool              // whether a line of a deselected kind is hidden
	Ground                                                                   map[string]string // of a card: light, dark, and printed in dark mode
	Units, Person, Sheet                                                     []string          // on a phone
	Roles                                                                    int
}

// browse opens a page in Chromium. It skips the test if Chromium, Node.js or their packages are not
// installed.
func browse(t *testing.T, page string) used {
	t.Helper()
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	if exec.Command(node, "-e", `require.resolve("axe-core"), require.resolve("puppeteer-core")`).Run() != nil {
		t.Skip("the npm packages axe-core and puppeteer-core are not on NODE_PATH")
	}
	name := filepath.Join(t.TempDir(), "page.html")
	require.NoError(t, os.WriteFile(name, []byte(page), 0o600))
	cmd := exec.Command(node, "testdata/browser.cjs", name, chromium, t.TempDir())
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	var result used
	require.NoError(t, json.Unmarshal(out, &result))
	return result
}

// usable returns a document with every block, a table to sort and search, and a picture to enlarge.
func usable() *document.Document {
	d := filled("Meridiano")
	d.Language = "es"
	d.Words = document.Words{Search: "Buscar", Found: "{0} de {1} filas", ZoomIn: "Ampliar", ZoomOut: "Reducir", ZoomReset: "Tamaño original"}
	t := &document.Table{Caption: "Pedidos", Head: []document.Row{{{Lines: document.Lines("Importe"), Number: true}, {Lines: document.Lines("Unidad")}, {Lines: document.Lines("Fecha")}}}}
	var g document.Group
	for i, amount := range []string{"1.250,00 EUR", "980,50 EUR", "", "12 EUR", "1.000.000 EUR", "−3,5 EUR", "7 EUR", "8 EUR"} {
		g.Rows = append(g.Rows, document.Row{{Lines: document.Lines(amount), Number: true, Header: true},
			{Lines: document.Lines([]string{"Zaragoza", "Ávila", "Burgos", "ágata"}[i%4])}, {Lines: document.Lines("1 nov 2026"), Sort: "2026-11-01"}})
	}
	t.Groups = []document.Group{g}
	d.Blocks[1].(*document.Section).Title = "Actividad" // otherwise, sections of the same name would be indistinguishable
	w := &d.Words
	w.Find, w.Matches, w.All, w.Lines, w.Reset, w.Close, w.Whole = "Buscar personas", "{0} de {1} personas", "Todo", "Líneas", "Mostrar a todos", "Cerrar", "Mapa completo"
	d.Blocks = append([]document.Block{&document.Section{Title: "Pedidos", Blocks: []document.Block{t}}}, d.Blocks...)
	d.Blocks = append(d.Blocks, &document.Section{Title: "Mapa", ID: "mapa", Blocks: []document.Block{&document.Figure{Alt: "Mapa", Picture: asked{}}}})
	return d
}

func TestHTMLInABrowser(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	got := browse(t, printed(t, usable()))
	assert.Empty(t, got.Errors)
	assert.Empty(t, got.Violations)
	require.Len(t, got.Looks, 3)
	for name, look := range got.Looks {
		assert.Greater(t, look.Passes, 20, name)
		assert.LessOrEqual(t, look.Wider, 0, name)
	}
	assert.Equal(t, "rgb(255, 255, 255)", got.Looks["light"].Ground)
	assert.Equal(t, "rgb(18, 22, 30)", got.Looks["dark"].Ground)

	u := got.Used
	assert.Zero(t, u.Unnamed)
	assert.Equal(t, []string{"−3,5 EUR", "7 EUR", "8 EUR", "12 EUR", "980,50 EUR", "1.250,00 EUR", "1.000.000 EUR", ""}, u.Ascending)
	assert.Equal(t, []string{"1.000.000 EUR", "1.250,00 EUR", "980,50 EUR", "12 EUR", "8 EUR", "7 EUR", "−3,5 EUR", ""}, u.Descending)
	assert.Equal(t, u.Before, u.None)
	assert.Equal(t, []any{"ascending", "descending", (*string)(nil)}, []any{*u.AscendingState, *u.DescendingState, u.NoneState})
	assert.Equal(t, []string{"980,50 EUR"}, u.Found)
	assert.Equal(t, "1 de 8 filas", u.Said)
	assert.Equal(t, []int{8, 8}, []int{u.Rows, u.After})
	require.Len(t, u.Zoom, 5)
	assert.Less(t, u.Zoom[0], u.Zoom[1])
	assert.Less(t, u.Zoom[1], u.Zoom[2])
	assert.Equal(t, u.Zoom[2], u.Zoom[3])
	assert.Equal(t, u.Zoom[0], u.Zoom[4])

	assertAsked(t, got.Asked)

	assert.Zero(t, got.Still.Buttons, "without a script nothing is there that does nothing")
	assert.Greater(t, got.Still.Rows, u.Rows)
}

// assertAsked checks the reaction of the picture of [asks] to a mouse, the keyboard, a search,
// filters and touch.
func assertAsked(t *testing.T, a asking) {
	t.Helper()
	ana, bea, eva := "Ana <b>", "Bea", "Éva"
	assert.Equal(t, []string{"Buscar personas", "Stance", "Unit", "Líneas"}, a.Controls)
	assert.Equal(t, []string{ana, bea, eva}, a.Start)
	assert.Equal(t, []string{ana, bea, eva}, a.Pointed, "her lines lead to both, one in words")
	assert.Equal(t, []string{ana, bea, eva}, a.Left)
	assert.Equal(t, []string{ana, bea, eva}, a.Picked)
	assert.Equal(t, []string{ana, "Boss", "ana@a.example"}, a.Told, "as text, and without what the lines say")
	assert.Equal(t, []string{"Bea reports to Ana", "Ana influences Eva"}, a.Ties)
	assert.Equal(t, "mailto:ana@a.example", a.Address)
	assert.Equal(t, "Éva", a.Tied, "a line leads to its other end")
	assert.Equal(t, bea, a.Focus, "the arrow down leads to the card below")
	assert.Equal(t, []string{ana, bea, eva}, a.Moved)
	assert.Equal(t, []string{ana, bea}, a.Stays, "with the lines of a kind hidden")
	assert.True(t, a.Off)
	assert.Equal(t, []string{ana, bea, eva}, a.Closed)
	assert.Equal(t, []string{eva}, a.Found, "without accents and in any case")
	assert.Equal(t, "1 de 3 personas", a.Count)
	assert.Equal(t, []string{ana, eva}, a.Filtered)
	assert.Equal(t, []string{ana, bea, eva}, a.All)
	assert.Equal(t, map[string]string{"light": "rgb(255, 255, 255)", "dark": "rgb(16, 24, 32)", "printed": "rgb(255, 255, 255)"}, a.Ground)
	assert.Equal(t, []string{"Sales 2 Ana <b>", "Shop 1"}, a.Units)
	assert.Equal(t, []string{bea, "Clerk"}, a.Person)
	assert.Equal(t, []string{"none", "flex"}, a.Sheet)
	assert.Equal(t, 3, a.Roles)
}

// TestHTMLInPrint prints with the script enabled. A long table repeats its head on every page,
// every page has its number, and the picture has a landscape page of its own.
func TestHTMLInPrint(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	d := body(
		&document.Section{Title: "Map", Blocks: []document.Block{&document.Figure{Title: "Map", OwnPage: true, Picture: drawing(smallMap)}}},
		&document.Section{Title: "People", Blocks: []document.Block{people(60)}})
	d.Words = document.Words{Search: "Search"}
	got := browse(t, printed(t, d))
	pages := strings.Split(strings.TrimSuffix(run(t, "pdftotext", "-layout", got.Printed, "-"), "\f"), "\f")
	require.Greater(t, len(pages), 4)
	rows := 0
	for i, page := range pages {
		assert.Regexp(t, fmt.Sprintf(`%d ?/ ?%d`, i+1, len(pages)), page)
		assert.NotContains(t, page, "Search")
		if n := strings.Count(page, "_"); n > 0 {
			rows += n
			assert.Regexp(t, `Name +Unit +Power +Notes`, page, "page %d", i+1)
		}
	}
	assert.Equal(t, 120, rows)
	sizes := run(t, "pdfinfo", "-l", "99", got.Printed)
	assert.Equal(t, 1, strings.Count(sizes, "size:  841.9"), "one page lies across: %s", sizes)
}

// onPaper prints an unchanged page to a PDF in Chromium. It skips the test if Chromium is not
// installed.
func onPaper(t *testing.T, page string) (file string) {
	t.Helper()
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	dir := t.TempDir()
	name, file := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	require.NoError(t, os.WriteFile(name, []byte(page), 0o600))
	out, err := exec.CommandContext(t.Context(), chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir="+filepath.Join(dir, "profile"),
		"--no-pdf-header-footer", "--print-to-pdf="+file, "file://"+filepath.ToSlash(name)).CombinedOutput()
	require.NoError(t, err, string(out))
	return file
}

// TestHTMLInPrintKeepsTogether checks page breaks. No page ends with the head of a table. A short
// table stays whole, as does a matrix under its heading and lead. After a matrix, the section is in
// portrait again. A picture that has pages is printed page by page. A chip in a matrix is as large
// as the words beside it, which are the smallest of the page.
func TestHTMLInPrintKeepsTogether(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	var blocks []document.Block
	for i := range 12 {
		short := list(6, 6)
		short.Caption = fmt.Sprint("Short ", i)
		blocks = append(blocks, &document.Section{Title: fmt.Sprint("Heading ", i), Blocks: append(filler(2*i), people(6), short)})
	}
	matrix := coverage(10, 24)
	matrix.Groups[0].Rows[0][1].Lines = []document.Text{{document.Chip{Text: "Chipped", Tone: "sold"}}}
	blocks = append(blocks, &document.Section{Title: "Coverage", Blocks: append(filler(1), matrix,
		&document.Section{Title: "Whitespace", Blocks: []document.Block{list(5, 5)}})})
	blocks = slices.Insert(blocks, 1, document.Block(&document.Figure{Title: "Album", OwnPage: true, Picture: album{exporttest.Picture{}, 3}}))
	file := onPaper(t, printed(t, soldOf(blocks...)))
	pages := strings.Split(strings.TrimSuffix(run(t, "pdftotext", "-layout", file, "-"), "\f"), "\f")
	for i := range 3 {
		id := fmt.Sprint("page-", i+1)
		assert.Equal(t, 1, strings.Count(strings.Join(pages, ""), id), "%s of the picture is printed once", id)
	}
	for i, page := range pages {
		if strings.Contains(page, "Notes") {
			assert.Regexp(t, `(Here|Left)_`, page, "page %d", i+1)
		}
		if strings.Contains(page, "row_") {
			assert.Zero(t, strings.Count(page, "row_0")-strings.Count(page, "row_4"), "page %d: %s", i+1, page)
		}
		if strings.Contains(page, "Product 0") {
			assert.Contains(t, page, "Coverage")
			assert.Contains(t, page, "Product 23")
		}
	}
	height := func(word string) string {
		at := regexp.MustCompile(`yMin="([\d.]+)".*yMax="([\d.]+)">` + word + `<`).FindStringSubmatch(run(t, "pdftotext", "-bbox", file, "-"))
		require.NotNil(t, at, word)
		top, _ := strconv.ParseFloat(at[1], 64)
		bottom, _ := strconv.ParseFloat(at[2], 64)
		return fmt.Sprintf("%.1f", bottom-top)
	}
	assert.Equal(t, height("Sold"), height("Chipped"))
	last := len(pages)
	sizes := run(t, "pdfinfo", "-f", fmt.Sprint(last-1), "-l", fmt.Sprint(last), file)
	assert.Regexp(t, `(?s)size: +841.\d+ x 59.*size: +59\d.\d+ x 841`, sizes)
}
