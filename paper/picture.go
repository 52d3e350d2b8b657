package paper

import "io"

// Picture is a finished drawing for a document: a drawing of package render is one.
type Picture interface {
	// ID identifies the picture among those of [OnPaper]. Links of the form "#id" between them
	// lead to it.
	ID() string
	// Title and Description say what the picture shows.
	Title() string
	Description() string
	// Size returns the width and height in points. Both are more than 0.
	Size() (width, height float64)
	// SVG and PNG write the picture, the same bytes each time.
	SVG(w io.Writer) error
	PNG(w io.Writer) error
	// EmbedSVG writes the picture as one svg element for an HTML page, with idPrefix before every id
	// and an accessible name and description of the page's own.
	EmbedSVG(w io.Writer, idPrefix, title, description string) error
	// DrawPDF draws the picture on a page of a PDF, as large as fits the rectangle whose upper left
	// corner is (x, y).
	DrawPDF(c Canvas, x, y, width, height float64) error
}

// Divisible is a drawing that a paper may be too small for.
type Divisible interface {
	// OnPaper returns the pictures to print on paper of that size: the drawing itself where its
	// texts are legible, and otherwise an overview and pages that are. There is at least one.
	OnPaper(size Size) ([]Picture, error)
}

// Divide returns the pictures of a drawing on paper of that size, nil for a drawing that stays one
// picture: because its texts are legible, or because it is not [Divisible].
func Divide(drawing any, size Size) ([]Picture, error) {
	divisible, ok := drawing.(Divisible)
	if !ok {
		return nil, nil
	}
	pictures, err := divisible.OnPaper(size)
	if err != nil || len(pictures) < 2 {
		return nil, err
	}
	return pictures, nil
}

// Frame returns the room for a picture on a landscape page of its own: the page less margins, a
// heading and a caption. Documents and workbooks divide a picture for this frame, so that the pages
// that one of them names are the pages of the others.
func Frame(page Size) Size {
	const across, down = 68, 167
	page = page.Landscape()
	return Size{Width: page.Width - across, Height: page.Height - down}
}
