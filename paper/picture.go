package paper

import (
	"context"
	"io"
)

// Picture is a finished drawing for a document, such as a drawing of package render.
type Picture interface {
	// ID identifies the picture among the pictures of [Divisible.OnPaper]. It is the target of
	// links of the form "#id" between them.
	ID() string
	// Title and Description describe the picture.
	Title() string
	Description() string
	// Size returns the width and height in points. Both are positive.
	Size() (width, height float64)
	// SVG and PNG write the picture, the same bytes each time.
	SVG(w io.Writer) error
	PNG(w io.Writer) error
	// EmbedSVG writes the picture as one svg element for an HTML page, with idPrefix before every
	// id. The page determines the accessible name and description.
	EmbedSVG(w io.Writer, idPrefix, title, description string) error
	// DrawPDF draws the picture on a page of a PDF, scaled to fit the rectangle whose upper left
	// corner is (x, y).
	DrawPDF(c Canvas, x, y, width, height float64) error
}

// Divisible is a drawing that may be too large for one page.
type Divisible interface {
	// Size returns the width and height in points.
	Size() (width, height float64)
	// OnPaper returns the pictures to print on paper of the given size: the drawing itself if its
	// texts are legible, and otherwise another arrangement of it, or an overview and legible pages.
	// There is at least one. The error may be the error of ctx.
	OnPaper(ctx context.Context, size Size) ([]Picture, error)
}

// Divide returns the pictures of a drawing on paper of the given size. It returns nil if the
// drawing itself is printed, since its texts are legible or it is not [Divisible].
func Divide(ctx context.Context, drawing any, size Size) ([]Picture, error) {
	divisible, ok := drawing.(Divisible)
	if !ok {
		return nil, nil
	}
	pictures, err := divisible.OnPaper(ctx, size)
	if err != nil || len(pictures) == 0 {
		return nil, err
	}
	width, height := divisible.Size()
	if w, h := pictures[0].Size(); len(pictures) == 1 && w == width && h == height {
		return nil, nil
	}
	return pictures, nil
}

// Frame returns the space for a picture on a landscape page of its own: the page minus margins,
// heading and caption. Documents and workbooks divide a picture for this frame, so that its pages
// are the same in all of them.
func Frame(page Size) Size {
	const across, down = 68, 167
	page = page.Landscape()
	return Size{Width: page.Width - across, Height: page.Height - down}
}
