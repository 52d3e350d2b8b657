package exporttest

import (
	"cmp"
	"fmt"
	"image"
	"image/png"
	"io"
)

// Picture is a picture of the account for a page or a workbook. The zero value is 400 by 300 points
// and has no title.
type Picture struct {
	Width, Height float64
	Heading, Says string
	Err           error // returned by PNG
}

// Title returns the heading.
func (p Picture) Title() string { return p.Heading }

func (p Picture) Description() string { return p.Says }

// Size returns the size in points.
func (p Picture) Size() (width, height float64) { return cmp.Or(p.Width, 400), cmp.Or(p.Height, 300) }

// SVG writes a rectangle.
func (p Picture) SVG(w io.Writer) error {
	width, height := p.Size()
	_, err := fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %v %v"><rect id="box" width="10" height="10"/></svg>`, width, height)
	return err
}

// PNG writes two by two pixels, or returns Err.
func (p Picture) PNG(w io.Writer) error {
	if p.Err != nil {
		return p.Err
	}
	return png.Encode(w, image.NewGray(image.Rect(0, 0, 2, 2)))
}
