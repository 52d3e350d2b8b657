// Package picture is the interface between a drawing of an account and the pages and workbooks that
// show it. A drawing of package render is a [Picture].
package picture

import "io"

// A Picture is a finished drawing.
type Picture interface {
	// Title and Description say what the picture shows. Empty texts mean the account map: who
	// reports to whom.
	Title() string
	Description() string
	// Size returns the width and height in points. Both are more than 0.
	Size() (width, height float64)
	// SVG and PNG write the picture, the same bytes each time.
	SVG(w io.Writer) error
	PNG(w io.Writer) error
}
