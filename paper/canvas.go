package paper

// Canvas is a page of a PDF for a picture that draws itself. Lengths are in points, from the upper
// left corner of the page, y downwards.
type Canvas interface {
	// Size returns the size of the page.
	Size() Size
	// Operators adds operators of ISO 32000-1 to the content of the page. Their y grows upwards,
	// from the lower edge of the page. They must restore the graphics state.
	Operators(content string)
	// Text writes one line of text.
	Text(t Text)
	// Link adds a link on a rectangle to a web or mail address, or to a page of the document as
	// "#id". A link to an unknown id has no effect.
	Link(x, y, width, height float64, address string)
	// Err returns the first error of the document, or nil.
	Err() error
}

// Text is a line of text on a [Canvas].
type Text struct {
	// X and Y are the left end of the baseline.
	X, Y   float64
	String string
	Font   Font
	// Size is the size of the font in points.
	Size             float64
	Red, Green, Blue uint8
	// Hidden text can be selected and searched, but is invisible.
	Hidden bool
}

// Font is a font that a document embeds as far as it is used. Family, Bold and Italic identify it
// in the document. TrueType is its file, which must not change.
type Font struct {
	Family       string
	Bold, Italic bool
	TrueType     []byte
}
