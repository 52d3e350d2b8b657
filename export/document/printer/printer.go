// Package printer prints documents as HTML, Markdown, PDF, DOCX and PPTX.
//
// Each function first checks the whole document and returns all its problems as one error with
// their places. It then prints into memory and writes the result in one piece, so that an invalid
// document writes nothing. Equal documents give equal bytes. The functions are safe for concurrent
// use. A function with a context returns its error once it ends while pictures are divided into
// pages, which takes longest; Markdown and PPTX divide none.
package printer

import (
	"cmp"
	"context"
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

// Options are the options for printing. Nil means the zero value.
type Options struct {
	// Paper is the paper for printed HTML, PDF and DOCX. Its orientation does not matter. The zero
	// value is A4.
	Paper paper.Size

	// Fallback is a TrueType font (.ttf) for characters that the built-in fonts of a PDF lack, such
	// as Chinese. Nil means none.
	Fallback []byte

	// FigureLink returns the address of the picture of a figure in Markdown, such as "map.svg" for
	// a file in the same folder. Empty means none, as does a nil FigureLink for all figures. Only
	// Markdown calls it, once for each figure; the other formats contain their pictures.
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

// HTML writes d as one page that needs no other file, not even a font. Its content security policy
// forbids loading any. The page is readable on a wide screen, on a phone, in dark mode and on
// paper.
//
// The one script of the page, the only one that the policy allows, lets readers sort and search
// tables and enlarge pictures. Without the script, the page is complete and shows no controls.
func HTML(ctx context.Context, w io.Writer, d *document.Document, o *Options) error {
	if err := structure.Check(d); err != nil {
		return err
	}
	return html.Write(ctx, w, d, o.orZero().Paper)
}

// Markdown writes d as GitHub-flavoured Markdown, for a wiki or a pull request. Every block is one
// paragraph, list or pipe table, so that a changed fact is one changed line.
//
// Markdown has no tones, bars and spans. They are omitted, since the adjacent words have the same
// meaning. A cell that spans several is in the first of them. The title of a group of rows is a row
// of its own. A head of several rows becomes one row, with their texts below one another in each
// cell. A section with an ID begins with an anchor of that name, the target of links to "#ID" on
// GitHub.
//
// A figure is a link to the file that FigureLink returns, with Alt as its text. Without a file,
// only the text is printed.
func Markdown(w io.Writer, d *document.Document, o *Options) error {
	if err := structure.Check(d); err != nil {
		return err
	}
	return markdown.Write(w, d, o.orZero().FigureLink)
}

// PDF writes d as a PDF that needs no other file. The Go fonts, with the letters of the Latin,
// Greek and Cyrillic scripts, are embedded as far as they are used. Any other character is printed
// in the font Fallback, as a letter without its marks, as a drawn sign, or as a box. Text can be
// selected and searched. The file has no date.
//
// The list of contents has page numbers. It is under the title, or at the foot of the first page if
// a section leads. The sections form the outline. The footer of every page has the title and the
// page number. A table continues over as many pages as it needs, with its head on each of them. Its
// pages are in landscape if its words would not fit otherwise. A table that is still too wide is
// printed in parts, each with the first column. A figure with OwnPage has a page to itself, of the
// next larger format if A4 would make it too small to read.
//
// Pictures that implement [document.PDFPicture] are drawn as vectors. Any other picture is a frame
// with the words of Alt.
func PDF(ctx context.Context, w io.Writer, d *document.Document, o *Options) error {
	if err := structure.Check(d); err != nil {
		return err
	}
	return pdf.Write(ctx, w, d, o.orZero().Paper, o.orZero().Fallback)
}

// DOCX writes d as an Office Open XML document for Word and LibreOffice. Headings, lists, tables,
// captions and tiles have styles of their own. The styles have the names of Word's built-in styles
// where they exist, so that a company template can restyle them: "heading 1", "List Bullet", "Table
// Text", "Atlas Table".
//
// The list of contents is a field, with links that work before it is updated. The footer of every
// page except the title page has the title and the page number. The head of a table is repeated on
// every page. A table too wide for portrait pages gets landscape ones; a table that is still too
// wide is printed in parts, each with the first column. A figure with OwnPage has a section to
// itself. Bars are omitted, since the adjacent words have the same meaning. A [document.Timeline]
// is a list.
//
// Pictures that implement [document.PNGPicture] are embedded as pixels. If they are HTMLPictures as
// well, they are also embedded as SVG, which Word 2016 and later show. Any other picture is a frame
// with the words of Alt. The file has no date, no macro, and no address except its links.
func DOCX(ctx context.Context, w io.Writer, d *document.Document, o *Options) error {
	if err := structure.Check(d); err != nil {
		return err
	}
	return docx.Write(ctx, w, d, o.orZero().Paper)
}

// PPTX writes d as a presentation: a 16:9 slide for each top-level section, with native texts and
// tables, and with the content of the slide repeated in its notes. It is for documents made for
// slides, such as the result of handoff.Deck. A crowded slide has smaller type, and never continues
// on another. Nested sections are columns. A cell that covers rows is in the first of them.
//
// A picture that can draw itself in shapes, such as a drawing of package render, stays editable.
// Any other picture is a frame with the words of Alt.
func PPTX(w io.Writer, d *document.Document) error {
	if err := structure.Check(d); err != nil {
		return err
	}
	return slides.Write(w, d, paper.Slide())
}
