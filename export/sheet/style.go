package sheet

// A Style is how a cell looks. It is comparable; equal styles are written once, however many pointers lead to them.
// The zero value is the default: Arial 10, black on nothing, no border, half-way up the row.
type Style struct {
	// Fill is the colour of the cell, Ink that of the letters, Border that of thin lines around it. Empty means none, black and none.
	Fill, Ink, Border string

	// Sides says on which sides the border is drawn. Zero means all four.
	Sides Sides

	// Size of the letters in points, 1 to 409. Zero means 10.
	Size float64

	Bold, Italic, Underline bool

	Align  Align
	VAlign VAlign

	// Indent moves the value in from the side at which it is aligned, in steps of about three spaces, 0 to 15.
	Indent int

	// Rotate turns the text, in degrees counter-clockwise, -90 to 90.
	Rotate int

	// Wrap breaks long lines, and makes line feeds show.
	Wrap bool

	// Number is how Number and Percent are shown. Dates have one form only, and money two: Whole leaves out what is behind the point.
	Number NumberFormat
}

// Sides is a set of sides of a cell, combined with |. Zero means all four.
type Sides uint8

// The sides of a cell, to be combined with |.
const (
	Top Sides = 1 << iota
	Right
	Bottom
	Left
)

// Align is the horizontal alignment of a cell's value.
type Align uint8

// The horizontal alignments.
const (
	AlignAuto   Align = iota // text at its start, numbers at the right
	AlignLeft                // left
	AlignCenter              // centred in the cell
	AlignRight               // right
	AlignAcross              // centred over this cell and the blank cells to its right that have this alignment too
)

// VAlign is the vertical alignment of a cell's value.
type VAlign uint8

// The vertical alignments.
const (
	Middle   VAlign = iota // half-way
	AtTop                  // under the top edge
	AtBottom               // on the bottom edge
)

// NumberFormat is how many decimals numbers and percentages show.
type NumberFormat uint8

// Number formats.
const (
	General    NumberFormat = iota // numbers as they are; percentages without decimals
	Whole                          // 1,234 and 12%
	Tenths                         // 1,234.5 and 12.5%
	Hundredths                     // 1,234.56 and 12.56%
)
