package document

import (
	"strconv"

	"codeberg.org/go-pdf/fpdf"
)

// A pdfPage is a page before it is painted: what stands on it, in the order of painting. Lengths are points, and y grows downwards.
type pdfPage struct {
	width, height float64
	untitled      bool // has no foot
	marks         []pdfMark
}

// A pdfMark is one thing on a page: pdfWords, pdfBox, pdfLink or pdfFigure.
type pdfMark interface {
	paint(*pdfPainter) error
}

// pdfWords are words on one line; y is the height of their baseline.
type pdfWords struct {
	x, y float64
	text string
	look pdfLook
}

// A pdfBox is a filled rectangle.
type pdfBox struct {
	x, y, width, height float64
	radius              float64
	fill                colourRGB
}

// A pdfLink is a part of a page that leads to an address, or to an anchor after "#".
type pdfLink struct {
	x, y, width, height float64
	url                 string
}

// A pdfPlace is a point that anchors and the outline lead to. page counts from 0.
type pdfPlace struct {
	page int
	y    float64
}

// A pdfOutline is an entry of the outline; level is 0 for a top-level section.
type pdfOutline struct {
	title string
	level int
	pdfPlace
}

// colourRGB is a colour as 0xRRGGBB.
type colourRGB uint32

const (
	inkTitle  colourRGB = 0x111827
	inkText   colourRGB = 0x1F2937
	inkQuiet  colourRGB = 0x4B5563
	inkMuted  colourRGB = 0x6B7280
	inkLink   colourRGB = 0x2F57B0
	inkChip   colourRGB = 0x374151
	fillChip  colourRGB = 0xE8EDF5
	fillHead  colourRGB = 0xEEF2F8
	fillPale  colourRGB = 0xF6F8FB
	fillWhite colourRGB = 0xFFFFFF
	fillBrand colourRGB = 0x1F3A68
	fillBar   colourRGB = 0x3C6DD0
	fillTrack colourRGB = 0xD9E0EB
	ruleLight colourRGB = 0xE3E8F0
	ruleDark  colourRGB = 0xD3DAE5
)

// toneColour returns a colour written as #RRGGBB, which check has seen.
func toneColour(s string) colourRGB {
	n, _ := strconv.ParseUint(s[1:], 16, 32)
	return colourRGB(n)
}

func (c colourRGB) parts() (r, g, b int) { return int(c >> 16), int(c >> 8 & 0xFF), int(c & 0xFF) }

// A pdfPainter paints pages with the PDF writer.
type pdfPainter struct {
	pdf   *fpdf.Fpdf
	links map[string]int // by anchor
}

func (m pdfWords) paint(p *pdfPainter) error {
	p.pdf.SetFont(pdfFamily, m.look.style(), m.look.size)
	p.pdf.SetTextColor(m.look.ink.parts())
	p.pdf.Text(m.x, m.y, m.text)
	return nil
}

func (m pdfBox) paint(p *pdfPainter) error {
	p.pdf.SetFillColor(m.fill.parts())
	if radius := min(m.radius, m.width/2, m.height/2); radius > 0 {
		p.pdf.RoundedRect(m.x, m.y, m.width, m.height, radius, "1234", "F")
	} else {
		p.pdf.Rect(m.x, m.y, m.width, m.height, "F")
	}
	return nil
}

func (m pdfLink) paint(p *pdfPainter) error {
	if m.url[0] != '#' {
		p.pdf.LinkString(m.x, m.y, m.width, m.height, asciiURL(m.url))
	} else if link, ok := p.links[m.url[1:]]; ok {
		p.pdf.Link(m.x, m.y, m.width, m.height, link)
	}
	return nil
}

// asciiURL returns an address in the seven bits that a PDF has for it.
func asciiURL(s string) string {
	const hex = "0123456789ABCDEF"
	var b []byte
	for _, c := range []byte(s) {
		if c <= ' ' || c >= 0x7F {
			b = append(b, '%', hex[c>>4], hex[c&15])
		} else {
			b = append(b, c)
		}
	}
	return string(b)
}
