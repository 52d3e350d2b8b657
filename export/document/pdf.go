package document

import (
	"io"

	"codeberg.org/go-pdf/fpdf"
)

// PDF writes d as a PDF that needs no other file: the Go fonts, which have the
// letters of the Latin, Greek and Cyrillic scripts, are embedded as far as they
// are used, and every other character is printed as U+FFFD. Text can be
// selected and searched. The file has no date, so equal documents give equal
// bytes.
//
// A document with a list of contents begins with a title page that has the list
// with page numbers. The sections form the outline; the footer of every page
// but the title page has the title and the page number. A table continues over
// as many pages as it needs, with its head on each of them, and on landscape
// pages when its words would not fit otherwise; one that is wider still is
// printed in parts, each with the first column. A figure with OwnPage has a
// page to itself, of the next larger format when A4 would make it too small to
// read.
//
// Pictures that satisfy [PDFPicture] are drawn as vectors. Of any other picture
// the frame is printed, with the words of Alt in it.
func (p *Printer) PDF(w io.Writer, d *Document) error {
	if err := check(d); err != nil {
		return err
	}
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: p.paper().points()})
	fonts, err := newPDFFonts(pdf)
	if err != nil {
		return err
	}
	l := newPDFLayout(d, fonts, p.paper())
	l.lay()
	if err := l.paint(pdf); err != nil {
		return err
	}
	return writePDF(w, pdf)
}

// A PDFPicture is a [Picture] that can also be drawn as vectors into a page of
// a PDF.
type PDFPicture interface {
	Picture

	// DrawPDF draws the picture into the current page of pdf, whose unit is the
	// point, scaled to the given rectangle: x and y are its upper left corner.
	// Its fonts are the Go fonts, as the family "go" in the styles "", "B", "I"
	// and "BI"; it registers those that it needs and that are not there yet. It
	// leaves line width and transparency as it found them, and no dash pattern;
	// fonts and colours may change.
	DrawPDF(pdf *fpdf.Fpdf, x, y, width, height float64) error
}

func (p *Printer) paper() Paper {
	if p == nil {
		return A4
	}
	return p.Paper
}

// points returns the size of an upright sheet.
func (p Paper) points() fpdf.SizeType {
	if p == Letter {
		return fpdf.SizeType{Wd: 612, Ht: 792}
	}
	return fpdf.SizeType{Wd: 595.28, Ht: 841.89}
}
