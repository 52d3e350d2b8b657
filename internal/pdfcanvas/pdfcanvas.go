// Package pdfcanvas adapts a page of the PDF library to a paper.Canvas.
package pdfcanvas

import (
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"github.com/accountatlas/accountatlas/paper"
)

// Draw calls draw with the current page of a document whose unit is the point, and then restores
// font and text colour. A link to "#id" leads to links[id]. The error comes from draw or from the
// document, which keeps it.
func Draw(doc *fpdf.Fpdf, links map[string]int, draw func(paper.Canvas) error) error {
	if doc.Err() {
		return doc.Error()
	}
	family, style := doc.GetFontFamily(), doc.GetFontStyle()
	size, _ := doc.GetFontSize()
	r, g, b := doc.GetTextColor()
	if err := draw(canvas{doc, links}); err != nil {
		return err
	}
	doc.SetTextColor(r, g, b)
	if family != "" {
		doc.SetFont(family, style, size)
	}
	return doc.Error()
}

type canvas struct {
	doc   *fpdf.Fpdf
	links map[string]int
}

func (c canvas) Size() paper.Size {
	width, height := c.doc.GetPageSize()
	return paper.Size{Width: width, Height: height}
}

func (c canvas) Operators(content string) { c.doc.RawWriteStr(content) }

func (c canvas) Text(t paper.Text) {
	c.doc.SetTextColor(int(t.Red), int(t.Green), int(t.Blue))
	AddFont(c.doc, t.Font, t.Size)
	if !t.Hidden {
		c.doc.Text(t.X, t.Y, t.String)
		return
	}
	const invisible, filled = 3, 0
	c.doc.SetTextRenderingMode(invisible)
	c.doc.Text(t.X, t.Y, t.String)
	c.doc.SetTextRenderingMode(filled)
}

// AddFont selects a font, and first adds it to a document that does not have it.
func AddFont(doc *fpdf.Fpdf, f paper.Font, size float64) {
	style := ""
	if f.Bold {
		style += "B"
	}
	if f.Italic {
		style += "I"
	}
	doc.AddUTF8FontFromBytes(f.Family, style, f.TrueType)
	doc.SetFont(f.Family, style, size)
}

func (c canvas) Link(x, y, width, height float64, address string) {
	id, local := strings.CutPrefix(address, "#")
	if !local {
		c.doc.LinkString(x, y, width, height, address)
	} else if link, ok := c.links[id]; ok {
		c.doc.Link(x, y, width, height, link)
	}
}

func (c canvas) Err() error { return c.doc.Error() }
