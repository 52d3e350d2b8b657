package document

import (
	"io"

	"github.com/accountatlas/accountatlas/paper"
)

// A Figure is a picture with its title and caption.
type Figure struct {
	// Title names the figure. It may be empty. A PDF does not repeat it under a picture with a title.
	Title string

	// Caption is printed under the picture; "" is none.
	Caption string

	// Alt describes the picture for readers who cannot see it. Title or Alt must be set.
	Alt string

	// OwnPage gives the section with the figure pages of its own in print,
	// landscape when the picture is wider than it is high.
	OwnPage bool

	// PagesLast prints, in PDF, only the overview of a picture that is divided into
	// pages in the place of the figure, and the pages at the end of the document.
	PagesLast bool

	// Elsewhere names the place of the pages of a divided picture. PDF prints it below the overview
	// in place of more than 30 pages. Empty prints all pages.
	Elsewhere string

	// Picture is what is shown. It may not be nil.
	Picture Picture
}

// A Picture is a finished drawing that can be written as SVG, such as a chart of
// another program. A drawing of package render is an [HTMLPicture], too.
//
// A printer asks for each picture once. In HTML it is an image, in which the browser runs no script
// and from which it loads nothing; links in it cannot be followed.
type Picture interface {
	// Size returns the width and height of the drawing in points, which are also
	// the user units of its SVG. Both are more than 0.
	Size() (width, height float64)

	// SVG writes the drawing as one SVG document in UTF-8, the same bytes each
	// time.
	SVG(w io.Writer) error
}

// An HTMLPicture is a [Picture] that writes itself into an HTML page, where its links work and its
// words can be searched.
type HTMLPicture interface {
	Picture

	// EmbedSVG writes the drawing as one svg element, the same bytes each time.
	// Every id in it begins with idPrefix, its accessible name is title, and
	// description says more unless it is empty. The printer copies the element as
	// it is: nothing in it may act on the page or load anything.
	EmbedSVG(w io.Writer, idPrefix, title, description string) error
}

// A LivePicture is an [HTMLPicture] of people and the lines between them, for an interactive page:
// readers search for people and filter lines. It may also have dark colours.
type LivePicture interface {
	HTMLPicture

	// EmbedLive is EmbedSVG with interactive data. For each colour, ink returns the colour to use
	// on a light page and on a dark one, both as #RRGGBB.
	//
	// A group of the class "node" with data-tags is a person. Each line of data-tags has a name, a
	// tab and a value, and data-key marks people who decide. A group that also has the class "left"
	// has left, and is not counted. A group of the class "cluster" is a box; data-in is the id of
	// the box around a person or a box. A group with data-from and data-to is a line between two
	// ids, and data-kind is its kind. The title of a group describes it, one fact a line, the name
	// first.
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

// A PNGPicture is a [Picture] that can also be painted as pixels, for formats that need them.
type PNGPicture interface {
	Picture

	// PNG writes the drawing as a PNG, the same bytes each time.
	PNG(w io.Writer) error
}

// A ScaledPNGPicture is a [PNGPicture] that is painted with no more pixels than its place shows.
type ScaledPNGPicture interface {
	PNGPicture

	// PNGAt is PNG with at most so many pixels per inch of the drawing's own size.
	PNGAt(w io.Writer, dpi int) error
}
