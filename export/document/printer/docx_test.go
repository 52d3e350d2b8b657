package printer_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A painting is a picture for every printer, of the given size.
type painting struct{ width, height float64 }

func (p painting) Size() (width, height float64) { return p.width, p.height }

func (painting) SVG(w io.Writer) error { return drawing(smallMap).SVG(w) }

func (p painting) EmbedSVG(w io.Writer, _, _, _ string) error { return p.SVG(w) }

func (painting) PNG(w io.Writer) error { return png.Encode(w, image.NewGray(image.Rect(0, 0, 2, 2))) }

// docxOf prints a document as DOCX and returns its parts by name.
func docxOf(t testing.TB, d *document.Document) map[string]string {
	t.Helper()
	var file bytes.Buffer
	require.NoError(t, printer.DOCX(t.Context(), &file, d, nil))
	archive, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	require.NoError(t, err)
	parts := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		require.NoError(t, err)
		part, err := io.ReadAll(r)
		require.NoError(t, err)
		parts[f.Name] = string(part)
	}
	return parts
}

// paragraphs returns the styles and texts of a document.xml, one paragraph per line, with the
// enclosing cells and rows.
func paragraphs(t testing.TB, part string) []string {
	t.Helper()
	var lines []string
	line, inText := "", false
	for d := xml.NewDecoder(strings.NewReader(part)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return lines
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "t"
			switch token.Name.Local {
			case "br":
				line += "\n"
			case "tab":
				line += "\t"
			case "pStyle":
				line = token.Attr[0].Value + ": "
			case "tbl", "tr", "tc", "sectPr", "hyperlink":
				lines = append(lines, "<"+token.Name.Local)
			case "docPr":
				lines = append(lines, "alt: "+token.Attr[2].Value)
			}
		case xml.EndElement:
			inText = false
			if token.Name.Local == "p" {
				lines = append(lines, line)
			}
		case xml.CharData:
			if inText {
				line += string(token)
			}
		}
	}
}

// FuzzDOCX prints a document with s in every field. Each paragraph of the text part must equal its
// counterpart for a harmless word, with s, without bidirectional control characters, instead of the
// word.
func FuzzDOCX(f *testing.F) {
	norace.Only(f)
	for _, s := range hostile {
		f.Add(s)
	}
	const harmless = "Zqx"
	want := paragraphs(f, docxOf(f, filled(harmless))["word/document.xml"])
	f.Fuzz(func(t *testing.T, s string) {
		s = harmless + s // a title must not be blank
		parts := docxOf(t, filled(s))
		for name, part := range parts {
			if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
				require.NoError(t, wellFormed(part), "%s of %q", name, s)
			}
		}
		got := paragraphs(t, parts["word/document.xml"])
		require.Equal(t, len(want), len(got), "%q changes the text", s)
		for i := range want {
			word := cleantext.Undirected(readable(s))
			if strings.HasPrefix(want[i], "TOC1") {
				word = strings.Join(strings.Fields(word), " ")
			}
			assert.Equal(t, strings.ReplaceAll(want[i], harmless, word), got[i])
		}
	})
}

func wellFormed(part string) error {
	for d := xml.NewDecoder(strings.NewReader(part)); ; {
		if _, err := d.Token(); err != nil {
			if err == io.EOF {
				return nil
			}
			return err
		}
	}
}

// TestDOCXHasEveryBlock prints each kind of block by itself, and checks its text.
func TestDOCXHasEveryBlock(t *testing.T) {
	text := document.Text{document.Plain("Zqx")}
	blocks := map[string]document.Block{
		"Section":   &document.Section{Title: "Zqx"},
		"Paragraph": &document.Paragraph{Text: text},
		"List":      &document.List{Items: []document.Text{text}},
		"Facts":     &document.Facts{Items: []document.Fact{{Label: "Zqx", Value: "1"}}},
		"Table":     &document.Table{Groups: []document.Group{{Rows: []document.Row{{{Lines: []document.Text{text}}}}}}},
		"Figure":    &document.Figure{Alt: "Zqx", Picture: drawing(smallMap)},
		"Timeline":  &document.Timeline{Moments: []document.Moment{{Day: "1 May", Text: "Zqx"}}},
	}
	sources, err := filepath.Glob("../*.go")
	require.NoError(t, err)
	kinds := 0
	for _, name := range sources {
		source, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, kind := range regexp.MustCompile(`func \(\*(\w+)\) block\(\)`).FindAllStringSubmatch(string(source), -1) {
			kinds++
			block, ok := blocks[kind[1]]
			require.True(t, ok, "no block %s", kind[1])
			assert.Contains(t, docxOf(t, body(block))["word/document.xml"], "Zqx", kind[1])
		}
	}
	assert.Equal(t, len(blocks), kinds)
}

// TestDOCXHasEveryInline prints each kind of inline.
func TestDOCXHasEveryInline(t *testing.T) {
	for _, x := range []document.Inline{
		document.Plain("Zqx"), document.Strong("Zqx"), document.Muted("Zqx"), document.Toned{Text: "Zqx"}, document.Chip{Text: "Zqx"},
		document.Link{Text: "Zqx", URL: "https://a.example"}, document.Link{Text: "Zqx", URL: "javascript:alert(1)"}, document.Link{URL: "mailto:Zqx@a.example"},
	} {
		assert.Contains(t, docxOf(t, body(&document.Paragraph{Text: document.Text{x}}))["word/document.xml"], "Zqx", reflect.TypeOf(x))
	}
}

// TestDOCXStructure checks that headings, the field of contents, repeated heads, numbered lists and
// links are where Word expects them.
func TestDOCXStructure(t *testing.T) {
	d := filled("Zqx")
	d.Language = "es"
	parts := docxOf(t, d)
	text := parts["word/document.xml"]
	for _, want := range []string{
		`<w:pStyle w:val="Title"/>`, `<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="Heading2"/>`, ` TOC \o "1-1" \h \z \u `, "<w:titlePg/>",
		`<w:hyperlink w:anchor="_Toc1" w:history="1">`, `w:name="_Toc1"/>`, `<w:vMerge w:val="restart"/>`, "<w:vMerge/>", `<w:gridSpan w:val="2"/>`,
		`<w:jc w:val="right"/>`,
	} {
		assert.Contains(t, text, want)
	}
	assert.Equal(t, 2, strings.Count(text, "<w:tblHeader/>"), "both rows of the head are repeated")
	assert.Contains(t, parts["word/styles.xml"], `<w:lang w:val="es"`)
	assert.Contains(t, parts["word/footer1.xml"], " NUMPAGES ")
	assert.Contains(t, parts["docProps/core.xml"], "<dc:language>es</dc:language>")
	assert.NotRegexp(t, `\d{4}-\d\d-\d\dT`, parts["docProps/core.xml"], "no day")

	var styles, used []string
	for _, found := range regexp.MustCompile(`w:styleId="(\w+)"`).FindAllStringSubmatch(parts["word/styles.xml"], -1) {
		styles = append(styles, found[1])
	}
	for _, found := range regexp.MustCompile(`<w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"/>`).FindAllStringSubmatch(text, -1) {
		used = append(used, found[1])
	}
	assert.Subset(t, styles, used)
	assert.Greater(t, len(used), 40)
}

// TestDOCXHasNoOtherAddresses checks that a file has no address but http, https and mailto, no
// macro, and no unused part.
func TestDOCXHasNoOtherAddresses(t *testing.T) {
	link := func(url string) document.Block {
		return &document.Paragraph{Text: document.Text{document.Link{Text: "x", URL: url}}}
	}
	parts := docxOf(t, body(link("https://a.example/?b&c"), link("mailto:a@b.example"), link("javascript:alert(1)"), link("file:///etc/passwd"),
		link("https://a.example/?b&c"), link("#people"), &document.Section{Title: "People", ID: "people"},
		&document.Figure{Title: "Map", Alt: "who", OwnPage: true, Picture: painting{400, 300}}))
	external := regexp.MustCompile(`Target="([^"]*)" TargetMode="External"`)
	var addresses []string
	for name, part := range parts {
		for _, found := range external.FindAllStringSubmatch(part, -1) {
			addresses = append(addresses, found[1])
		}
		assert.NotContains(t, name, "vba")
	}
	assert.ElementsMatch(t, []string{"https://a.example/?b&amp;c", "mailto:a@b.example"}, addresses)
	var styles []string
	for _, found := range regexp.MustCompile(`<w:rStyle w:val="(\w+)"/>.*?>x<`).FindAllStringSubmatch(parts["word/document.xml"], -1) {
		styles = append(styles, found[1])
	}
	assert.Equal(t, []string{"Hyperlink", "Muted", "Hyperlink", "Hyperlink"}, styles, "a mail address is as quiet as a telephone number")
	assert.Contains(t, parts["word/document.xml"], `w:anchor="_Toc1"`)
	assert.Contains(t, parts, "word/media/picture1.png")
	assert.Contains(t, parts, "word/media/picture1.svg")
	assert.Contains(t, parts["word/document.xml"], `descr="who" title="Map"`)
}

// TestDOCXPages checks that a picture with OwnPage is alone on pages of its orientation, and that
// no page is empty.
func TestDOCXPages(t *testing.T) {
	page := regexp.MustCompile(`<w:pgSz w:w="(\d+)" w:h="(\d+)"`)
	sizes := func(blocks ...document.Block) (sizes []string) {
		for _, found := range page.FindAllStringSubmatch(docxOf(t, body(blocks...))["word/document.xml"], -1) {
			sizes = append(sizes, found[1]+"x"+found[2])
		}
		return sizes
	}
	words := &document.Paragraph{Text: document.Text{document.Plain("Zqx")}}
	figure := func(width, height float64) document.Block {
		return &document.Section{Title: "Map", Blocks: []document.Block{&document.Figure{Alt: "map", OwnPage: true, Picture: painting{width, height}}}}
	}
	const upright, turned, large = "11906x16838", "16838x11906", "23811x16838"
	assert.Equal(t, []string{upright}, sizes(words))
	assert.Equal(t, []string{upright, turned, upright}, sizes(words, figure(800, 600), words))
	assert.Equal(t, []string{upright, large}, sizes(words, figure(2500, 1800)), "too small to read on A4")
	assert.Equal(t, []string{upright, upright, upright}, sizes(words, figure(600, 800), words))
	assert.Equal(t, []string{upright, upright}, sizes(words, &document.Section{Title: "New", NewPage: true}))

	var wide document.Row
	for i := range 70 {
		wide = append(wide, document.Cell{Lines: document.Lines(fmt.Sprint("Column ", i))})
	}
	parts := docxOf(t, body(&document.Table{Caption: "Wide", Groups: []document.Group{{Rows: []document.Row{wide}}}}))
	assert.Contains(t, parts["word/document.xml"], "Wide (1 / ")
	for table := range strings.SplitSeq(parts["word/document.xml"], "<w:tbl>") {
		assert.LessOrEqual(t, strings.Count(table, "<w:gridCol "), 63, "what Word takes")
	}
	for i := range 70 {
		assert.Contains(t, parts["word/document.xml"], fmt.Sprintf(">Column %d<", i))
	}
}

func TestDOCXIsTheSameTwice(t *testing.T) {
	print := func() []byte {
		var b bytes.Buffer
		require.NoError(t, printer.DOCX(t.Context(), &b, filled("Zqx"), &printer.Options{Paper: paper.Letter()}))
		return b.Bytes()
	}
	assert.True(t, bytes.Equal(print(), print()))
}

func TestDOCXKeepsTogetherWhatIsShort(t *testing.T) {
	kept := func(rows int, text string) []bool {
		table := &document.Table{Groups: []document.Group{{Rows: make([]document.Row, rows)}}}
		for i := range table.Groups[0].Rows {
			table.Groups[0].Rows[i] = document.Row{{Lines: []document.Text{{document.Plain(text)}}}}
		}
		blocks := []document.Block{
			&document.Paragraph{Text: document.Text{document.Plain("Nothing")}},
			&document.Paragraph{Text: document.Text{document.Plain("lead")}}, table}
		var keeps []bool
		for _, p := range strings.Split(docxOf(t, &document.Document{Title: "T", Blocks: blocks})["word/document.xml"], "<w:p>")[1:] {
			if strings.Contains(p, "Nothing") || strings.Contains(p, "lead") || strings.Contains(p, text) {
				keeps = append(keeps, strings.Contains(p, "<w:keepNext/>"))
			}
		}
		return keeps
	}
	assert.Equal(t, []bool{false, true, true, true, false}, kept(3, "word"), "a short table")
	assert.Equal(t, []bool{false, true, false, false, false}, kept(3, strings.Repeat("long text ", 70)), "a table with much text")
	assert.NotContains(t, kept(11, "word")[2:], true, "a table with many rows")
}
