// Package printer prints documents as HTML, Markdown, PDF and DOCX.
//
// Each function first checks the whole document and returns everything that is
// wrong with it as one error that names the places. It then prints into memory
// and writes the result in one piece, so that an error in the document writes
// nothing. Equal documents give equal bytes. The functions are safe for
// concurrent use.
package printer

import (
	"cmp"
	"io"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/docx"
	"github.com/accountatlas/accountatlas/export/document/internal/html"
	"github.com/accountatlas/accountatlas/export/document/internal/markdown"
	"github.com/accountatlas/accountatlas/export/document/internal/pdf"
	"github.com/accountatlas/accountatlas/export/document/internal/slides"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/paper"
)

// Options say how to print. Nil means the zero value.
type Options struct {
	// Paper is the paper for printed HTML, PDF and DOCX, whichever way it is turned.
	// The zero value is A4.
	Paper paper.Size

	// Fallback is a TrueType font (.ttf) for characters that the built-in fonts of a PDF lack, such as
	// Chinese. Nil means none.
	Fallback []byte

	// FigureLink returns the address of the picture of a figure in Markdown, such
	// as "map.svg" beside it; "" means none, and so does a nil FigureLink for all
	// figures. It is called once for each figure, by Markdown only: the other
	// formats contain their pictures.
	FigureLink func(*document.Figure) string
}

func (o *Options) orZero() Options {
	o = cmp.Or(o, &Options{})
	printed := *o
	if printed.Paper.Free() {
		printed.Paper = paper.A4()
	}
	printed.Paper = printed.Paper.Portrait()
	return printed
}

// HTML writes d as one page that needs no other file, not even a font, and
// whose content security policy forbids loading any. It reads well on a wide
// screen, on a phone, in dark mode and on paper.
//
// A script of its own, the only one that the policy allows, lets readers sort
// and search tables and enlarge pictures. Without it the page is complete, and
// has no controls that do nothing.
func HTML(w io.Writer, d *document.Document, o *Options) error {
	if err := structure.Check(d); err != nil {
		return err
	}
	return html.Write(w, d, o.orZero().Paper)
}

// Markdown writes d as GitHub-flavoured Markdown, for a wiki or a pull request.
// Every block is one paragraph, list or pipe table, so that a changed fact is
// one changed line.
//
// What Markdown cannot show (tones, bars and spans) is left out where the words
// beside it say the same. A cell that spans several is put into the first of
// them; the title of a group of rows is a row of its own; a head of several
// rows becomes one row, with their texts one below another in each cell. A
// section with an ID begins with an anchor of that name, which links to "#ID"
// find on GitHub.
//
// A figure is a link to the file that FigureLink names, with Alt as its text;
// without a file only the text is printed.
func Markdown(w io.Writer, d *document.Document, o *Options) error {
	if err := structure.Check(d); err != nil {
		return err
	}
	return markdown.Write(w, d, o.orZero().FigureLink)
}

// PDF writes d as a PDF that needs no other file: the Go fonts, which have the
// letters of the Latin, Greek and Cyrillic scripts, are embedded as far as they
// are used. Any other character is printed in the font Fallback, as a letter
// without its marks, as a drawn sign, or as a box. Text can be selected and
// searched. The file has no date.
//
// The list of contents has page numbers, and is under the title, or at the foot of
// the first page when a section leads. The sections form the outline; the footer
// of every page has the title and the page number. A table continues over
// as many pages as it needs, with its head on each of them, and on landscape
// pages when its words would not fit otherwise; one that is wider still is
// printed in parts, each with the first column. A figure with OwnPage has a
// page to itself, of the next larger format when A4 would make it too small to
// read.
//
// Pictures that satisfy [document.PDFPicture] are drawn as vectors. Of any other
// picture the frame is printed, with the words of Alt in it.
func PDF(w io.Writer, d *document.Document, o *Options) error {
	if err := structure.Check(d); err != nil {
		return err
	}
	return pdf.Write(w, d, o.orZero().Paper, o.orZero().Fallback)
}

// DOCX writes d as an Office Open XML document for Word and LibreOffice. Headings, lists, tables,
// captions and tiles have styles of their own, with the names that Word knows where it has one, so
// that a house template can restyle them: "heading 1", "List Bullet", "Table Text", "Atlas Table".
//
// The list of contents is a field, with links that work before it is updated. The footer of every
// page but the title page has the title and the page number. The head of a table is repeated on
// every page; a table too wide for upright pages gets landscape ones, and one that is wider still
// comes in parts, each with the first column. A figure with OwnPage has a section to itself. Bars
// are left out: the words beside them say the same. A [document.Timeline] is a list.
//
// Pictures that satisfy [document.PNGPicture] are embedded as pixels; when they are HTMLPictures as
// well, also as SVG, which Word 2016 and later show. Of any other picture the words of Alt are
// printed in a frame. The file has no date, no macro, and no address except its links.
func DOCX(w io.Writer, d *document.Document, o *Options) error {
	if err := structure.Check(d); err != nil {
		return err
	}
	return docx.Write(w, d, o.orZero().Paper)
}

// PPTX writes d as a presentation: a slide of 16:9 for each section of the top level, with native
// texts and tables, and the content of the slide again in its notes. It is for documents made for
// slides, such as the result of handoff.Deck: a crowded slide has smaller type, and never continues
// on another. Nested sections are columns. A cell that covers rows is in the first of them.
//
// A picture that can draw itself in shapes, such as a drawing of package render, stays editable.
// Any other picture is a frame with the words of Alt in it.
func PPTX(w io.Writer, d *document.Document) error {
	if err := structure.Check(d); err != nil {
		return err
	}
	return slides.Write(w, d, paper.Slide())
}
