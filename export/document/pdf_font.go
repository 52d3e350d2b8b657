package document

import (
	"strings"
	"unicode"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

// pdfFamily is the name of the fonts in a PDF, which a [PDFPicture] knows too.
const pdfFamily = "go"

// A pdfLook is how words are set.
type pdfLook struct {
	bold bool
	size float64 // points
	ink  colourRGB
}

func (l pdfLook) style() string {
	if l.bold {
		return "B"
	}
	return ""
}

// pdfFonts measures words, and knows which characters can be shown.
type pdfFonts struct {
	pdf    *fpdf.Fpdf
	face   *sfnt.Font
	buffer sfnt.Buffer
	covers map[rune]bool
}

// newPDFFonts registers the fonts with pdf. Both have the same characters.
func newPDFFonts(pdf *fpdf.Fpdf) (*pdfFonts, error) {
	pdf.AddUTF8FontFromBytes(pdfFamily, "", goregular.TTF)
	pdf.AddUTF8FontFromBytes(pdfFamily, "B", gobold.TTF)
	face, err := sfnt.Parse(goregular.TTF)
	if err != nil {
		return nil, err
	}
	return &pdfFonts{pdf: pdf, face: face, covers: map[rune]bool{}}, nil
}

// width returns the width of s, in points. s has gone through clean.
func (f *pdfFonts) width(s string, l pdfLook) float64 {
	f.pdf.SetFont(pdfFamily, l.style(), l.size)
	return f.pdf.GetStringWidth(s)
}

// clean returns s with characters that the fonts have: letters and their accents composed, spaces of every kind as the one that breaks or
// the one that does not, and U+FFFD for what is left. What only steers how its neighbours are set is dropped. Line breaks stay.
//
// The PDF writer takes nothing else: it panics on invalid UTF-8 and on characters above U+FFFF.
func (f *pdfFonts) clean(s string) string {
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
		return unicode.ReplacementChar
	}, norm.NFC.String(clean(s)))
}

func (f *pdfFonts) has(r rune) bool {
	has, known := f.covers[r]
	if !known {
		glyph, err := f.face.GlyphIndex(&f.buffer, r)
		has = err == nil && glyph != 0 && r <= 0xFFFF
		f.covers[r] = has
	}
	return has
}
