package document

import (
	"io"

	"codeberg.org/go-pdf/fpdf"
)

// PDF writes d as a PDF that needs nothing else: the Go fonts, which have the letters of Latin, Greek and Cyrillic scripts, are embedded as
// far as they are used, and every other character stands as U+FFFD. Text can be selected and searched, and the same document gives the same
// bytes: the file bears no date.
//
// A document with a list of contents begins with a title page, which has that list with page numbers. The sections make the outline; the
// foot of every page but the title page has the title and the number of the page. A table goes on over as many pages as it needs, its head
// on each of them, and on landscape pages when its words would not fit else; one wider still is printed in parts, each with the first
// column. A figure with OwnPage has a page for itself, of the next larger format when A4 would make it too small to read.
//
// Pictures that satisfy [PDFPicture] are drawn, as vectors. Of any other the frame is printed, with the words of Alt in it.
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

// A PDFPicture is a [Picture] that can also be drawn into a page of a PDF.
type PDFPicture interface {
	Picture

	// DrawPDF draws the picture into the current page of pdf, whose unit
	// is the point, scaled to the box given: x and y are its upper left
	// corner. Its fonts are the Go fonts, as the family "go" in the
	// styles "", "B", "I" and "BI"; it registers those that it needs and
	// that are not there yet. It leaves line width, dashes and
	// transparency as it found them; fonts and colours may change.
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
