// Package document holds a readable document as a tree of blocks. Package
// printer prints it as HTML, Markdown and PDF.
//
// It is modelled on go/doc/comment: a [Document] is plain data, and a [Block] is
// one of a closed set of types. The package knows nothing of accounts: its caller
// brings every word, colour and picture.
//
// All strings are text, never markup. Control characters and invalid UTF-8 are
// printed as U+FFFD, so that no input can break a format.
package document

// A Document is one page with a title, read from top to bottom. Printing only reads it, so it may
// be printed concurrently while no goroutine changes it.
type Document struct {
	// Title is the title of the document, its only first-level heading, and the footer of every
	// printed page. It must not be empty.
	Title string

	// Subtitle is printed under the title. Empty means none.
	Subtitle string

	// Language is the BCP 47 tag of the language of the text. Empty means "en".
	Language string

	// Details state the subject, readers and date of the document in the header, in this order.
	// They may be empty.
	Details []Detail

	// Contents is the heading of the list of top-level sections. Without it, or
	// with fewer than two sections, no list is printed.
	Contents string

	// Tones are the colours that cells, chips and facts may refer to by name.
	Tones []Tone

	// Words are the labels of the controls of the HTML page.
	Words Words

	// Accent is the colour of links, bars and table heads, as #RRGGBB. Empty means blue. A colour
	// that is illegible on a light page is an error, which gives the nearest legible colour. A dark
	// page gets a lighter accent if necessary.
	Accent string

	// Logo is a PNG for the space beside the title in HTML, PDF and DOCX, and for the foot of
	// slides. The limits are 1 MB, and 2,000 pixels of width and height. Only its pixels are used.
	// Nil means none.
	Logo []byte

	// Blocks is the body, in reading order.
	Blocks []Block
}

// Words are the labels of the controls on the HTML page, in the language of the document. A control
// without a label is omitted.
type Words struct {
	// Search labels the search field of a table of eight rows or more. Found is the number of rows
	// that match: "{0} of {1} rows".
	Search, Found string

	// ZoomIn, ZoomOut and ZoomReset label the buttons that enlarge a picture, shrink it, and
	// restore its size.
	ZoomIn, ZoomOut, ZoomReset string

	// The following words are for a [LivePicture], and are used only if Find is set. Find labels
	// the search field for people, and Matches counts the results: "{0} of {1} people". All is the
	// filter choice for everybody, Lines is the heading of the kinds of lines, and Reset labels the
	// button that clears every filter. Close labels the button that closes the details of a person.
	// Whole labels the button that shows the whole picture in a narrow window, which lists its
	// boxes at first.
	Find, Matches, All, Lines, Reset, Close, Whole string

	// More is the HTML note on the number of omitted pages of a picture: "{0} more pages are in the
	// PDF".
	More string
}

// A Detail is a labelled line of the header, such as "From: Lucía Moreno".
type Detail struct {
	Label string
	Text  Text
}

// A Tone is a named pair of colours. The name is not printed, must not be empty and must be unique
// in the document. Fill is the background and Ink the colour of its text, both as #RRGGBB. The
// caller must ensure a contrast of at least 4.5:1 and a word with the same meaning, since print may
// be black and white.
type Tone struct {
	Name string
	Fill string
	Ink  string
}

// A Block is a part of a document on lines of its own: a *[Section], *[Paragraph], *[List],
// *[Facts], *[Table], *[Figure] or *[Timeline]. Printing a nil Block is an error.
type Block interface {
	// block keeps the set of blocks closed.
	block()
}

// A Section is a heading with blocks under it. The nesting determines the level of the heading, so
// no level is skipped. Sections nest at most five deep.
type Section struct {
	// ID is the target of links to "#ID": a lower-case letter followed by lower-case letters,
	// digits and hyphens, unique in the document. If it is empty, the printer chooses the anchor.
	ID string

	// Title is the heading. It must not be empty.
	Title string

	// Lead makes the section the first page of the document, under its title: the page that every
	// reader must see. Only the first block of a document may be a lead. Its heading is not
	// printed, its spacing is narrower than in other sections, and the details and the list of
	// contents follow it. The caller must keep it to one page.
	Lead bool

	// NewPage begins the section on a new page in print.
	NewPage bool

	// Folded shows only the heading of a top-level section in HTML until the reader opens it. Print
	// always shows the whole section.
	Folded bool

	Blocks []Block
}

// A Paragraph is running text. Line breaks in the text are kept.
type Paragraph struct {
	Text Text
}

// A List is a list of items with bullets. A list without items prints nothing.
type List struct {
	Items []Text
}

// Facts are key figures, side by side as tiles in the given order. Facts without items print
// nothing.
type Facts struct {
	Items []Fact

	// Plain prints the figures in one row without tiles, each above its label.
	Plain bool
}

// A Fact is one tile: a short label, a figure, and an optional note under it.
type Fact struct {
	Label string
	Value string
	Note  string

	// Tone is the name of a [Tone] for the tile. Empty means plain.
	Tone string

	// Share, from 0 to 1, is drawn as a bar under the value. Zero draws none. The value must
	// contain the share in words, since a screen reader ignores the bar.
	Share float64
}

func (*Section) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Facts) block()     {}
func (*Table) block()     {}
func (*Figure) block()    {}
func (*Timeline) block()  {}
