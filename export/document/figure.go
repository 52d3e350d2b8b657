package document

import (
	"io"

	"github.com/accountatlas/accountatlas/paper"
)

// A Figure is a picture with its title and caption.
type Figure struct {
	// Title is the title of the figure. It may be empty. A PDF does not repeat it under a picture
	// that has a title.
	Title string

	// Caption is printed under the picture. Empty means none.
	Caption string

	// Alt describes the picture for readers who cannot see it. Title or Alt must be set.
	Alt string

	// OwnPage gives the section of the figure its own pages in print, landscape if the picture is
	// wider than high.
	OwnPage bool

	// PagesLast changes where a PDF prints a picture that is divided into pages: only the overview
	// at the figure, and the pages at the end of the document.
	PagesLast bool

	// Elsewhere is a sentence that names the file with all pages of a divided picture. A PDF adds
	// it to the caption of the overview instead of more than 30 pages. Empty prints all pages.
	Elsewhere string

	// Picture is the picture itself. It must not be nil.
	Picture Picture
}

// A Picture is a finished drawing that can be written as SVG, such as a chart of another program. A
// drawing of package render is also an [HTMLPicture].
//
// A printer writes each picture once. In HTML it becomes an image, in which the browser runs no
// script, loads nothing and follows no links.
type Picture interface {
	// Size returns the width and height of the drawing in points, which are also the user units of
	// its SVG. Both are positive.
	Size() (width, height float64)

	// SVG writes the drawing as one SVG document in UTF-8, the same bytes each
	// time.
	SVG(w io.Writer) error
}

// An HTMLPicture is a [Picture] that writes itself into an HTML page, where its links work and its
// words can be searched.
type HTMLPicture interface {
	Picture

	// EmbedSVG writes the drawing as one svg element, the same bytes each time. Every id in it
	// begins with idPrefix. Its accessible name is title; description adds to it unless it is
	// empty. The printer copies the element unchanged, so it must not act on the page or load
	// anything.
	EmbedSVG(w io.Writer, idPrefix, title, description string) error
}

// A LivePicture is an [HTMLPicture] of people and the lines between them, for an interactive page:
// readers search for people and filter lines. It may also have dark colours.
type LivePicture interface {
	HTMLPicture

	// EmbedLive writes the picture like EmbedSVG, with interactive data. For each colour, ink
	// returns the colour to use on a light page and on a dark one, both as #RRGGBB.
	//
	// A group of the class "node" with data-tags is a person. Each line of data-tags has a name, a
	// tab and a value, and data-key marks people who decide. A group that also has the class "left"
	// is a person who has left, and is not counted. A group of the class "cluster" is a box;
	// data-in is the id of the box around a person or a box. A group with data-from and data-to is
	// a line between two ids, and data-kind is its kind. The title of a group describes it, one
	// fact per line, starting with the name.
	EmbedLive(w io.Writer, idPrefix, title, description string, ink func(light, dark string) string) error
}

// A PDFPicture is a [Picture] that can also be drawn as vectors into a page of
// a PDF.
type PDFPicture interface {
	Picture

	// DrawPDF draws the picture on a page, scaled to the rectangle whose upper
	// left corner is (x, y).
	DrawPDF(c paper.Canvas, x, y, width, height float64) error
}

// A PNGPicture is a [Picture] that can also be painted as pixels, for formats without vectors.
type PNGPicture interface {
	Picture

	// PNG writes the drawing as a PNG, the same bytes each time.
	PNG(w io.Writer) error
}

// A ScaledPNGPicture is a [PNGPicture] that can be painted at the resolution of its place.
type ScaledPNGPicture interface {
	PNGPicture

	// PNGAt writes the drawing as a PNG with at most dpi pixels per inch of the drawing's own size.
	PNGAt(w io.Writer, dpi int) error
}
