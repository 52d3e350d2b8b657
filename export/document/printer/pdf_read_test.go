package printer_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/stretchr/testify/require"
)

// A pdfFile is a parsed PDF.
type pdfFile struct {
	pages []pdfSheet
	// outline has the entries in order, each indented by two spaces per level, with its page and
	// the height in points.
	outline []pdfEntry
	title   string
	raw     string
}

type pdfSheet struct {
	width, height float64
	words         []pdfWord // in the order of painting
	links         []pdfLink
}

type pdfWord struct {
	x, y float64 // from the lower left corner
	text string
}

// A pdfLink is a link to an address, or to a page, counted from 0, and a height on it.
type pdfLink struct {
	url  string
	page int
	y    float64
}

type pdfEntry struct {
	title string
	pdfLink
}

// text returns the words of a page in the order of painting, one piece per line.
func (s pdfSheet) text() string {
	lines := make([]string, len(s.words))
	for i, w := range s.words {
		lines[i] = w.text
	}
	return strings.Join(lines, "\n")
}

func (f *pdfFile) text() string {
	pages := make([]string, len(f.pages))
	for i, p := range f.pages {
		pages[i] = p.text()
	}
	return strings.Join(pages, "\n")
}

var (
	pdfObject   = regexp.MustCompile(`(?s)(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj`)
	pdfStream   = regexp.MustCompile(`(?s)stream\n(.*)\nendstream`)
	pdfShow     = regexp.MustCompile(`(?s)BT ([-\d.]+) ([-\d.]+) Td \(((?:\\.|[^\\)])*)\) Tj ET`)
	pdfAnnot    = regexp.MustCompile(`(?s)/URI \(((?:\\.|[^\\)])*)\)>>|/Dest \[(\d+) 0 R /XYZ 0 ([-\d.]+) null\]`)
	pdfBookmark = regexp.MustCompile(`(?s)^<</Title \(((?:\\.|[^\\)])*)\)\n/Parent (\d+) 0 R.*/Dest \[(\d+) 0 R /XYZ 0 ([-\d.]+) null\]`)
	pdfMediaBox = regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`)
	pdfTitle    = regexp.MustCompile(`(?s)\n/Title \(((?:\\.|[^\\)])*)\)`)
)

// readPDF reads a PDF of this printer. It does not read other PDFs.
func readPDF(t testing.TB, data []byte) *pdfFile {
	t.Helper()
	f := &pdfFile{raw: string(data)}
	objects := map[int]string{}
	var order []int
	for _, m := range pdfObject.FindAllStringSubmatch(f.raw, -1) {
		n := atoi(t, m[1])
		objects[n] = m[2]
		order = append(order, n)
	}
	root := pdfMediaBox.FindStringSubmatch(objects[1])
	pageOf := map[int]int{}
	for _, n := range order {
		if !strings.HasPrefix(objects[n], "<</Type /Page\n") {
			continue
		}
		pageOf[n] = len(f.pages)
		box := pdfMediaBox.FindStringSubmatch(objects[n])
		if box == nil {
			box = root
		}
		page := pdfSheet{width: float(t, box[1]), height: float(t, box[2])}
		for _, m := range pdfShow.FindAllStringSubmatch(inflate(t, objects[n+1]), -1) {
			page.words = append(page.words, pdfWord{float(t, m[1]), float(t, m[2]), utf16String(t, unescapePDF(m[3]))})
		}
		f.pages = append(f.pages, page)
	}
	for n, at := range pageOf {
		for _, m := range pdfAnnot.FindAllStringSubmatch(objects[n], -1) {
			link := pdfLink{url: unescapePDF(m[1])}
			if m[2] != "" {
				link.page, link.y = pageOf[atoi(t, m[2])], float(t, m[3])
			}
			f.pages[at].links = append(f.pages[at].links, link)
		}
	}
	depth := map[int]int{}
	for _, n := range order {
		m := pdfBookmark.FindStringSubmatch(objects[n])
		if m == nil {
			continue
		}
		depth[n] = -1
		if d, ok := depth[atoi(t, m[2])]; ok {
			depth[n] = d
		}
		depth[n]++
		title := strings.Repeat("  ", depth[n]) + utf16String(t, strings.TrimPrefix(unescapePDF(m[1]), "\xfe\xff"))
		f.outline = append(f.outline, pdfEntry{title, pdfLink{page: pageOf[atoi(t, m[3])], y: float(t, m[4])}})
	}
	if m := pdfTitle.FindStringSubmatch(f.raw[strings.LastIndex(f.raw, "/Producer"):]); m != nil {
		f.title = utf16String(t, strings.TrimPrefix(unescapePDF(m[1]), "\xfe\xff"))
	}
	return f
}

func inflate(t testing.TB, object string) string {
	t.Helper()
	r, err := zlib.NewReader(strings.NewReader(pdfStream.FindStringSubmatch(object)[1]))
	require.NoError(t, err)
	b, err := io.ReadAll(r)
	require.NoError(t, err)
	return string(b)
}

func unescapePDF(s string) string {
	return regexp.MustCompile(`(?s)\\(.)`).ReplaceAllStringFunc(s, func(e string) string {
		if e[1] == 'r' {
			return "\r"
		}
		return e[1:]
	})
}

func utf16String(t testing.TB, s string) string {
	t.Helper()
	require.Zero(t, len(s)%2, "%q is not in UTF-16", s)
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(units))
}

func atoi(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	require.NoError(t, err)
	return n
}

func float(t testing.TB, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return x
}

func pdfOf(t testing.TB, d *document.Document) *pdfFile {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, printer.PDF(t.Context(), &b, d, nil))
	return readPDF(t, b.Bytes())
}
