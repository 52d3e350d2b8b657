package pdf

import (
	"fmt"
	"iter"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/letters"
	"github.com/accountatlas/accountatlas/paper"
)

// The names of the fonts in a PDF. A [document.PDFPicture] uses the first, too.
const (
	fontFamily  = "go"
	otherFamily = "other"
)

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

type fonts struct {
	pdf    *fpdf.Fpdf
	faces  [2]*sfnt.Font // regular and bold, with the same characters
	other  *sfnt.Font    // for characters that faces lack, or nil
	buffer sfnt.Buffer
	shown  map[rune]shape
}

type shape uint8

const (
	inFont  shape = iota // of the built-in fonts
	inOther              // of the other font
	asSign               // drawn as an outline
	asBase               // drawn as the outline of the letter without marks
	asBox
)

// newFonts registers the fonts with pdf. The other font may be nil.
func newFonts(pdf *fpdf.Fpdf, other []byte) (*fonts, error) {
	f := &fonts{pdf: pdf, shown: map[rune]shape{}}
	for i, face := range [2][]byte{goregular.TTF, gobold.TTF} {
		pdf.AddUTF8FontFromBytes(fontFamily, [2]string{"", "B"}[i], face)
		parsed, err := sfnt.Parse(face)
		if err != nil {
			return nil, err
		}
		f.faces[i] = parsed
	}
	if other != nil {
		parsed, err := letters.ParseFont(other)
		if err != nil {
			return nil, fmt.Errorf("the font for characters that the built-in fonts lack: %w", err)
		}
		f.other = parsed
		pdf.AddUTF8FontFromBytes(otherFamily, "", other)
	}
	return f, nil
}

// width returns the width of s, in points. s is a result of clean.
func (f *fonts) width(s string, l textStyle) float64 {
	sum := 0.0
	for show, run := range f.runs(s) {
		sum += f.runWidth(show, run, l)
	}
	return sum
}

func (f *fonts) runWidth(show shape, run string, l textStyle) float64 {
	switch show {
	case inFont:
		f.pdf.SetFont(fontFamily, l.style(), l.size)
	case inOther:
		f.pdf.SetFont(otherFamily, "", l.size)
	case asBase:
		f.pdf.SetFont(fontFamily, l.style(), l.size)
		run = strings.Map(func(r rune) rune { plain, _ := letters.Base(r); return plain }, run)
	default:
		return letters.SignWidth * l.size * float64(utf8.RuneCountInString(run))
	}
	return f.pdf.GetStringWidth(run)
}

// runs yields the parts of s whose characters share a shape.
func (f *fonts) runs(s string) iter.Seq2[shape, string] {
	return func(yield func(shape, string) bool) {
		start, last := 0, inFont
		for i, r := range s {
			show := f.shape(r)
			if show != last && i > start {
				if !yield(last, s[start:i]) {
					return
				}
				start = i
			}
			last = show
		}
		if start < len(s) {
			yield(last, s[start:])
		}
	}
}

func (f *fonts) shape(r rune) shape {
	if r < utf8.RuneSelf {
		return inFont
	}
	show, known := f.shown[r]
	if !known {
		show = f.findShape(r)
		f.shown[r] = show
	}
	return show
}

func (f *fonts) findShape(r rune) shape {
	has := func(face *sfnt.Font, r rune) bool {
		glyph, err := face.GlyphIndex(&f.buffer, r)
		return err == nil && glyph != 0
	}
	plain, ok := letters.Base(r)
	_, sign := letters.Sign(r)
	switch {
	case has(f.faces[0], r):
		return inFont
	case f.other != nil && has(f.other, r):
		return inOther
	case sign:
		return asSign
	case ok && has(f.faces[0], plain):
		return asBase
	}
	return asBox
}

// clean returns s in characters that can be shown: with composed accents, and with every kind of
// space as a plain or a no-break space. It drops format characters and keeps line breaks.
//
// The PDF library accepts nothing else: it panics on invalid UTF-8 and on characters above U+FFFF,
// which become U+FFFD.
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
		case unicode.Is(unicode.Mn, r) && f.shape(r) == asBox:
			return -1 // its letter is there
		case r > 0xFFFF:
			return unicode.ReplacementChar
		}
		return r
	}, norm.NFC.String(cleantext.Lines(s)))
}

// paint writes a line of text with the left end of its baseline at a point. Characters of no font
// are drawn as outlines, with invisible text over them, which makes them searchable.
func (f *fonts) paint(x, y float64, text string, l textStyle) {
	for show, run := range f.runs(letters.Visual(text)) {
		width := f.runWidth(show, run, l) // selects the font
		if show == inFont || show == inOther {
			f.pdf.Text(x, y, run)
			x += width
			continue
		}
		const invisible, filled = 3, 0
		f.pdf.SetFont(fontFamily, l.style(), l.size)
		f.pdf.SetTextRenderingMode(invisible)
		f.pdf.Text(x, y, run)
		f.pdf.SetTextRenderingMode(filled)
		f.pdf.SetFillColor(f.pdf.GetTextColor())
		for _, r := range run {
			f.draw(x, y, r, show, l)
			x += f.runWidth(show, string(r), l)
		}
	}
}

func (f *fonts) draw(x, y float64, r rune, show shape, l textStyle) {
	if show == asBase {
		plain, _ := letters.Base(r)
		f.drawGlyph(x, y, plain, l)
		return
	}
	outlines, ok := letters.Sign(r)
	if !ok {
		outlines, _ = letters.Sign('☐')
	}
	for _, outline := range outlines {
		for i, p := range outline {
			to := f.pdf.LineTo
			if i == 0 {
				to = f.pdf.MoveTo
			}
			to(x+p.X*l.size, y+p.Y*l.size)
		}
		f.pdf.ClosePath()
	}
	f.pdf.DrawPath("F")
}

func (f *fonts) drawGlyph(x, y float64, r rune, l textStyle) {
	face := f.faces[0]
	if l.bold {
		face = f.faces[1]
	}
	glyph, _ := face.GlyphIndex(&f.buffer, r)
	const em = 2048
	outline, err := face.LoadGlyph(&f.buffer, glyph, fixed.Int26_6(em), nil)
	if err != nil {
		return
	}
	at := func(p fixed.Point26_6) (float64, float64) {
		return x + float64(p.X)*l.size/em, y + float64(p.Y)*l.size/em
	}
	for i, s := range outline {
		toX, toY := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				f.pdf.ClosePath()
			}
			f.pdf.MoveTo(toX, toY)
		case sfnt.SegmentOpLineTo:
			f.pdf.LineTo(toX, toY)
		case sfnt.SegmentOpQuadTo:
			endX, endY := at(s.Args[1])
			f.pdf.CurveTo(toX, toY, endX, endY)
		}
	}
	f.pdf.ClosePath()
	f.pdf.DrawPath("F")
}

// An Estimate lays out tables in an unknown typeface, for HTML.
type Estimate struct {
	setter *setter
	paper  paper.Size
}

// NewEstimate returns an estimate for a document in a typeface with an average letter width,
// relative to the type size.
func NewEstimate(d *document.Document, size paper.Size, letter float64) *Estimate {
	return &Estimate{newSetter(d, average(letter)), size}
}

// Fits reports whether portrait pages are wide enough for a table without squeezing it.
func (e *Estimate) Fits(t *document.Table) bool { return e.setter.fits(t, portrait(e.paper)) }

// ColumnShares returns the widths of the columns of a table, in hundredths of the width of the
// page.
func (e *Estimate) ColumnShares(t *document.Table, landscape bool) []int {
	page := portrait(e.paper)
	if landscape {
		page = page.landscape()
	}
	columns := structure.Columns(t)
	shares := make([]int, columns)
	for i, width := range columnWidths(e.setter.allBands(t, columns), columns, page.text(), paddingOf(t)) {
		shares[i] = int(math.Round(100 * width / page.text()))
	}
	return shares
}

// average is a typeface of letters of equal width, relative to the type size.
type average float64

func (average) clean(s string) string { return cleantext.Lines(s) }

func (a average) width(s string, l textStyle) float64 {
	return float64(a) * l.size * float64(utf8.RuneCountInString(s))
}

// A Part is a table, or some columns of a table that is too wide for a page. Shares are the shares
// of its columns in the width of the page.
type Part struct {
	Table  *document.Table
	Shares []float64
	// Landscape reports whether the columns do not fit portrait pages.
	Landscape bool
}

// maxColumns is the limit of columns of the minimum width in some formats.
const maxColumns = 60

// Divide returns the table, or parts of it that repeat the first column and fit landscape pages. A
// table without rows has no parts.
func (e *Estimate) Divide(t *document.Table) []Part {
	columns := structure.Columns(t)
	if columns == 0 {
		return nil
	}
	page, landscape := portrait(e.paper), false
	bands, pad := e.setter.allBands(t, columns), paddingOf(t)
	least := minWidths(bands, columns, pad)
	if !t.Plain && (sum(least) > comfort*page.text() || columns > maxColumns) {
		page, landscape = page.landscape(), true
	}
	ranges := columnRanges(least, min(page.text(), maxColumns*minColumn(pad)))
	if t.Plain && columns <= maxColumns || len(ranges) == 1 {
		shares := columnWidths(bands, columns, page.text(), pad)
		if len(t.Widths) == columns {
			shares = sharedWidths(t.Widths, least, page.text())
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
