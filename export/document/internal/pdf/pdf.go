// Package pdf sets documents in pages and writes them as PDF.
package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strconv"

	"codeberg.org/go-pdf/fpdf"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/paper"
)

// Write writes a valid document as PDF.
func Write(w io.Writer, d *document.Document, size paper.Size) error {
	file := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: size.Width, Ht: size.Height}})
	fonts, err := newFonts(file)
	if err != nil {
		return err
	}
	l := newLayout(d, fonts, size)
	if err := l.lay(); err != nil {
		return err
	}
	if err := l.paint(file); err != nil {
		return err
	}
	return writeFile(w, file)
}

// paint paints the pages of a laid-out document and sets what stands beside them: title, language, outline.
func (l *layout) paint(pdf *fpdf.Fpdf) error {
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCatalogSort(true)
	pdf.SetTitle(l.fonts.clean(l.doc.Title), true)
	pdf.SetLang(structure.Language(l.doc))
	p := &painter{pdf: pdf, links: map[string]int{}}
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

// paintOutline makes the bookmarks, which the PDF writer measures from the foot of the last page, whatever page they are on.
func (l *layout) paintOutline(pdf *fpdf.Fpdf) {
	last := l.pages[len(l.pages)-1].height
	for _, o := range l.outline {
		y := last - (l.pages[o.page].height - o.y)
		if y == -1 {
			y = -1.01 // to the writer -1 is where it stands
		}
		pdf.SetPage(o.page + 1)
		pdf.Bookmark(o.title, o.level, y)
	}
	pdf.SetPage(len(l.pages))
}

func writeFile(w io.Writer, pdf *fpdf.Fpdf) error {
	var b bytes.Buffer
	if err := pdf.Output(&b); err != nil {
		return fmt.Errorf("document: making the PDF: %w", err)
	}
	out := b.Bytes()
	for _, key := range []string{"CreationDate", "ModDate"} {
		blankDate(out, key)
	}
	if _, err := w.Write(out); err != nil {
		return fmt.Errorf("document: writing the PDF: %w", err)
	}
	return nil
}

// blankDate puts spaces in the place of a date in the information about the document, which the PDF writer cannot leave out: the day of
// printing would make each file another, and a made-up one would be wrong. The length stays, since the file counts its bytes.
func blankDate(pdf []byte, key string) {
	from := bytes.LastIndex(pdf, []byte("\n/"+key+" (D:"))
	if from < bytes.LastIndex(pdf, []byte("\nendstream\n")) {
		return
	}
	for i := from + 1; i < len(pdf) && pdf[i] != '\n'; i++ {
		pdf[i] = ' '
	}
}

func pageNumber(n, of int) string { return strconv.Itoa(n) + " / " + strconv.Itoa(of) }
