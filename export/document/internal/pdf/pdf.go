// Package pdf lays out documents in pages and writes them as PDF.
package pdf

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/logo"
	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/paper"
)

// Write writes a valid document as PDF. The font is for characters that the built-in fonts lack. It
// may be nil.
func Write(ctx context.Context, w io.Writer, d *document.Document, size paper.Size, font []byte) error {
	file := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: size.Width, Ht: size.Height}})
	fonts, err := newFonts(file, font)
	if err != nil {
		return err
	}
	l := &layout{ctx: ctx, doc: d, fonts: fonts, setter: newSetter(d, fonts), paper: size, pictures: map[*document.Figure][]*document.Figure{}}
	if err := l.lay(); err != nil {
		return err
	}
	if err := l.paint(file); err != nil {
		return err
	}
	return writeFile(w, file)
}

// paint paints the pages of a laid-out document, and sets its title, language and outline.
func (l *layout) paint(pdf *fpdf.Fpdf) error {
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCatalogSort(true)
	pdf.SetTitle(l.fonts.clean(l.doc.Title), true)
	pdf.SetLang(structure.Language(l.doc))
	p := &painter{pdf: pdf, fonts: l.fonts, links: map[string]int{}}
	if accent, err := rgb.Accent(l.doc.Accent); err == nil {
		p.accent = new(colourOf(accent))
	}
	for _, a := range l.anchors {
		p.links[a.name] = pdf.AddLink()
		pdf.SetLink(p.links[a.name], a.y, a.page+1)
	}
	for _, page := range l.pages {
		pdf.AddPageFormat("P", fpdf.SizeType{Wd: page.width, Ht: page.height})
		for _, m := range page.marks {
			if err := m.paint(p); err != nil {
				return err
			}
		}
	}
	l.paintOutline(pdf)
	return nil
}

// paintOutline adds the bookmarks. The PDF library measures their positions from the foot of the
// last page.
func (l *layout) paintOutline(pdf *fpdf.Fpdf) {
	last := l.pages[len(l.pages)-1].height
	for _, o := range l.outline {
		y := last - (l.pages[o.page].height - o.y)
		if y == -1 {
			y = -1.01 // the library takes -1 as the current position
		}
		pdf.SetPage(o.page + 1)
		pdf.Bookmark(o.title, o.level, y)
	}
	pdf.SetPage(len(l.pages))
}

// writeFile writes a PDF without the dates of printing, which would make every file different. The
// library cannot omit them. Spaces keep the length, since the file contains byte offsets.
func writeFile(w io.Writer, pdf *fpdf.Fpdf) error {
	var b bytes.Buffer
	if err := pdf.Output(&b); err != nil {
		return fmt.Errorf("document: making the PDF: %w", err)
	}
	out := b.Bytes()
	for _, key := range []string{"CreationDate", "ModDate"} {
		from := bytes.LastIndex(out, []byte("\n/"+key+" (D:"))
		if from < bytes.LastIndex(out, []byte("\nendstream\n")) {
			continue
		}
		for i := from + 1; i < len(out) && out[i] != '\n'; i++ {
			out[i] = ' '
		}
	}
	if _, err := w.Write(out); err != nil {
		return fmt.Errorf("document: writing the PDF: %w", err)
	}
	return nil
}

// A page has the marks of a page, in the order of painting. Lengths are points, and y grows
// downwards.
type page struct {
	width, height float64
	marks         []mark
}

// A mark is a drawable item of a page: wordsMark, box, linkMark or figure.
type mark interface {
	paint(*painter) error
}

type wordsMark struct {
	x, y float64
	text string
	look textStyle
}

type box struct {
	x, y, width, height float64
	radius              float64
	fill                colour
}

// A linkMark is an area of a page with a link to an address, or to an anchor after "#".
type linkMark struct {
	x, y, width, height float64
	url                 string
}

type place struct {
	page int
	y    float64
}

// An outlineEntry is an entry of the outline. Level 0 is a top-level section.
type outlineEntry struct {
	title string
	level int
	place
}

type colour uint32

const (
	inkTitle  colour = 0x111827
	inkText   colour = 0x1F2937
	inkQuiet  colour = 0x4B5563
	inkMuted  colour = 0x6B7280
	inkLink   colour = 0x2F57B0
	inkChip   colour = 0x374151
	fillChip  colour = 0xE8EDF5
	fillHead  colour = 0xEEF2F8
	fillPale  colour = 0xF6F8FB
	fillWhite colour = 0xFFFFFF
	fillBrand colour = 0x1F3A68
	fillBar   colour = 0x3C6DD0
	fillTrack colour = 0xD9E0EB
	ruleLight colour = 0xE3E8F0
	ruleDark  colour = 0xD3DAE5
	ruleAxis  colour = 0x97A1B2
	ruleStem  colour = 0xC4CDDA
)

func colourOf(c rgb.Colour) colour { return colour(c.R)<<16 | colour(c.G)<<8 | colour(c.B) }

func toneColour(s string) colour {
	c, _ := rgb.Parse(s)
	return colourOf(c)
}

type painter struct {
	pdf   *fpdf.Fpdf
	fonts *fonts
	links map[string]int // by anchor
	// accent replaces the blue of bars, headings and links. Nil keeps the blue.
	accent *colour
}

// parts returns the components of a colour, in which the accent replaces the default blues.
func (p *painter) parts(c colour) (r, g, b int) {
	if p.accent != nil && (c == inkLink || c == fillBrand || c == fillBar) {
		c = *p.accent
	}
	return int(c >> 16), int(c >> 8 & 0xFF), int(c & 0xFF)
}

type logoMark struct {
	*logo.Logo
	x, y float64
}

func (m logoMark) paint(p *painter) error {
	options := fpdf.ImageOptions{ImageType: "PNG"}
	p.pdf.RegisterImageOptionsReader("logo", options, bytes.NewReader(m.PNG))
	p.pdf.ImageOptions("logo", m.x, m.y, m.Width, m.Height, false, options, 0, "")
	return p.pdf.Error()
}

// placeLogo puts the logo at the right of the header, and returns its width with the space beside
// it.
func (l *layout) placeLogo(y float64) float64 {
	logo, err := logo.Read(l.doc.Logo)
	if logo == nil || err != nil { // Check has reported an invalid logo
		return 0
	}
	l.mark(logoMark{logo, marginSide + l.sheet.text() - logo.Width, y})
	return logo.Width + 14
}

func (m wordsMark) paint(p *painter) error {
	p.pdf.SetTextColor(p.parts(m.look.ink))
	p.fonts.paint(m.x, m.y, m.text, m.look)
	return nil
}

func (m box) paint(p *painter) error {
	p.pdf.SetFillColor(p.parts(m.fill))
	if radius := min(m.radius, m.width/2, m.height/2); radius > 0 {
		p.pdf.RoundedRect(m.x, m.y, m.width, m.height, radius, "1234", "F")
	} else {
		p.pdf.Rect(m.x, m.y, m.width, m.height, "F")
	}
	return nil
}

// A diamond is a square on one of its corners. x and y are its centre.
type diamond struct {
	x, y, radius float64
	fill         colour
}

func (m diamond) paint(p *painter) error {
	p.pdf.SetFillColor(p.parts(m.fill))
	p.pdf.Polygon([]fpdf.PointType{{X: m.x, Y: m.y - m.radius}, {X: m.x + m.radius, Y: m.y}, {X: m.x, Y: m.y + m.radius}, {X: m.x - m.radius, Y: m.y}}, "F")
	return nil
}

func (m linkMark) paint(p *painter) error {
	if m.url[0] != '#' {
		p.pdf.LinkString(m.x, m.y, m.width, m.height, m.url)
	} else if link, ok := p.links[m.url[1:]]; ok {
		p.pdf.Link(m.x, m.y, m.width, m.height, link)
	}
	return nil
}
