package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/baseletter"
	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/paper"
)

// fontFamily is the name of the fonts in a PDF, which a [PDFPicture] knows too.
const fontFamily = "go"

// A textStyle is the look of words.
type textStyle struct {
	bold bool
	size float64 // points
	ink  colour
}

func (l textStyle) style() string {
	if l.bold {
		return "B"
	}
	return ""
}

// fonts measures words, and knows the characters of the built-in fonts.
type fonts struct {
	pdf    *fpdf.Fpdf
	face   *sfnt.Font
	buffer sfnt.Buffer
	covers map[rune]bool
}

// newFonts registers the fonts with pdf. Both have the same characters.
func newFonts(pdf *fpdf.Fpdf) (*fonts, error) {
	pdf.AddUTF8FontFromBytes(fontFamily, "", goregular.TTF)
	pdf.AddUTF8FontFromBytes(fontFamily, "B", gobold.TTF)
	face, err := sfnt.Parse(goregular.TTF)
	if err != nil {
		return nil, err
	}
	return &fonts{pdf: pdf, face: face, covers: map[rune]bool{}}, nil
}

// width returns the width of s, in points. s has gone through clean.
func (f *fonts) width(s string, l textStyle) float64 {
	f.pdf.SetFont(fontFamily, l.style(), l.size)
	return f.pdf.GetStringWidth(s)
}

// clean returns s in characters that the fonts have: accents composed, every kind of space as a
// plain or a no-break space, base letters for letters with missing marks, and U+FFFD for the rest.
// Format characters are dropped; line breaks stay.
//
// The PDF writer takes nothing else: it panics on invalid UTF-8 and on characters above U+FFFF.
func (f *fonts) clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == unicode.ReplacementChar:
			return r
		case r == '\u2028', r == '\u2029':
			return '\n'
		case r == '\u202F', r == '\u2007':
			return '\u00A0'
		case r == '\u2010', r == '\u2011':
			return '-'
		case r == '\t', r != '\u00A0' && unicode.Is(unicode.Zs, r):
			return ' '
		case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
			return -1
		case f.has(r):
			return r
		}
		if plain, ok := baseletter.Of(r); ok && f.has(plain) {
			return plain
		}
		return unicode.ReplacementChar
	}, norm.NFC.String(cleantext.Lines(s)))
}

func (f *fonts) has(r rune) bool {
	has, known := f.covers[r]
	if !known {
		glyph, err := f.face.GlyphIndex(&f.buffer, r)
		has = err == nil && glyph != 0 && r <= 0xFFFF
		f.covers[r] = has
	}
	return has
}

// An Estimate is the layout of tables in a typeface that is not known, for HTML.
type Estimate struct {
	setter *setter
	paper  paper.Size
}

// NewEstimate returns the estimate for a document in a typeface whose average letter has this width
// in a size of 1.
func NewEstimate(d *document.Document, size paper.Size, letter float64) *Estimate {
	return &Estimate{newSetter(d, average(letter)), size}
}

// Fits reports whether a table has room on portrait pages without being squeezed.
func (e *Estimate) Fits(t *document.Table) bool { return e.setter.fits(t, upright(e.paper)) }

// ColumnShares returns the widths of the columns of a table, in hundredths of the
// width of the page.
func (e *Estimate) ColumnShares(t *document.Table, landscape bool) []int {
	page := upright(e.paper)
	if landscape {
		page = page.turned()
	}
	columns := structure.Columns(t)
	shares := make([]int, columns)
	for i, width := range columnWidths(e.setter.allBands(t, columns), columns, page.text(), paddingOf(t)) {
		shares[i] = int(math.Round(100 * width / page.text()))
	}
	return shares
}

// average is a typeface in which every letter is as wide as an average one, in the size.
type average float64

func (average) clean(s string) string { return cleantext.Lines(s) }

func (a average) width(s string, l textStyle) float64 {
	return float64(a) * l.size * float64(utf8.RuneCountInString(s))
}

// A Part is a table, or some columns of one too wide for a page, with the shares of its columns in
// the width of the page.
type Part struct {
	Table  *document.Table
	Shares []float64
	// Landscape tells that the columns do not fit upright pages.
	Landscape bool
}

// mostColumns is how many columns of the least width some formats allow.
const mostColumns = 60

// Divide returns the table, or parts of it that have the first column in common and fit landscape
// pages. A table without rows has no parts.
func (e *Estimate) Divide(t *document.Table) []Part {
	columns := structure.Columns(t)
	if columns == 0 {
		return nil
	}
	page, landscape := upright(e.paper), false
	bands, pad := e.setter.allBands(t, columns), paddingOf(t)
	least := leastWidths(bands, columns, pad)
	if !t.Plain && (sum(least) > comfort*page.text() || columns > mostColumns) {
		page, landscape = page.turned(), true
	}
	ranges := columnRanges(least, min(page.text(), mostColumns*leastColumn(pad)))
	if t.Plain && columns <= mostColumns || len(ranges) == 1 {
		shares := columnWidths(bands, columns, page.text(), pad)
		if len(t.Widths) == columns {
			for i, share := range t.Widths {
				shares[i] = float64(share)
			}
		}
		return []Part{{t, shares, landscape}}
	}
	var parts []Part
	for _, r := range ranges {
		part := slice(t, r)
		columns := structure.Columns(part)
		parts = append(parts, Part{part, columnWidths(e.setter.allBands(part, columns), columns, page.text(), pad), landscape})
	}
	return parts
}
