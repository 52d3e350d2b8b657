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

// A Document is one page with a title, read from top to bottom. Printing only
// reads it: any number of goroutines may print it at once, as long as none
// changes it.
type Document struct {
	// Title is the title of the document, its only first-level heading, and the
	// footer of every printed page. It may not be empty.
	Title string

	// Subtitle is printed under the title; "" is none.
	Subtitle string

	// Language is the BCP 47 tag of the language of the text; "" is "en".
	Language string

	// Details say in the header what the document is about, whom it is for and
	// when it was made, in this order. They may be empty.
	Details []Detail

	// Contents is the heading of the list of top-level sections. Without it, or
	// with fewer than two sections, no list is printed.
	Contents string

	// Tones are the colours that cells, chips and facts may name.
	Tones []Tone

	// Words are the names of the controls of the HTML page.
	Words Words

	// Accent is the colour of links, bars and heads, as #RRGGBB; "" is blue. A colour that is
	// illegible on a light page is an error, which names the nearest legible colour. A dark page
	// gets a lighter accent if necessary.
	Accent string

	// Logo is a PNG beside the title, in HTML, PDF and DOCX, and at the foot of slides: at most 1 MB,
	// and 2,000 pixels wide and high. Only its pixels are used. Nil is none.
	Logo []byte

	// Blocks is the body, in reading order.
	Blocks []Block
}

// Words are the names of the controls on the HTML page, in the language of
// the document. A control without a name is left out.
type Words struct {
	// Search labels the field that searches a table of eight rows or more;
	// Found says how many rows it leaves: "{0} of {1} rows".
	Search, Found string

	// ZoomIn, ZoomOut and ZoomReset name the buttons that enlarge a picture,
	// shrink it, and restore its size.
	ZoomIn, ZoomOut, ZoomReset string

	// The following words are for a [LivePicture], and are used only if Find is set. Find labels
	// the search field for people, and Matches counts the results: "{0} of {1} people". All is the
	// choice of a filter for everybody, Lines heads the kinds of lines, and Reset names the button
	// that clears every filter. Close closes the details of a person. Whole names the button that
	// shows the whole picture on a narrow window, where its boxes are a list at first.
	Find, Matches, All, Lines, Reset, Close, Whole string

	// More says in HTML how many pages of a picture are left out: "{0} more pages are in the PDF".
	More string
}

// A Detail is a labelled line of the header, such as "From: Lucía Moreno".
type Detail struct {
	Label string
	Text  Text
}

// A Tone is a named pair of colours. The name is not printed, may not be empty
// and must be unique in the document. Fill is the background and Ink the text
// on it, both as #RRGGBB. Whoever chooses them has to ensure a contrast of at
// least 4.5:1, and a word beside the colour, since print may be black and
// white.
type Tone struct {
	Name string
	Fill string
	Ink  string
}

// A Block is a part of a document on lines of its own: a
// *[Section], *[Paragraph], *[List], *[Facts], *[Table], *[Figure] or
// *[Timeline]. Printing a nil Block is an error.
type Block interface {
	// block keeps the set of blocks closed.
	block()
}

// A Section is a heading with blocks under it. The level of the heading follows
// from the nesting, so that no level is skipped; sections nest at most five
// deep.
type Section struct {
	// ID is the target of links to "#ID": a lower-case letter followed by
	// lower-case letters, digits and hyphens, unique in the document. With ""
	// the printer chooses the anchor.
	ID string

	// Title is the heading. It may not be empty.
	Title string

	// Lead makes the section the first page of the document, under its title:
	// what a reader must see. Only the first block of a document may be a lead.
	// Its heading is not printed, it is set closer than other sections,
	// and the details and the list of contents come after it. Whoever makes it
	// has to keep it to one page.
	Lead bool

	// NewPage begins the section on a new page in print.
	NewPage bool

	// Folded shows only the heading of a section of the top level in HTML until
	// the reader opens it. In print it is whole.
	Folded bool

	Blocks []Block
}

// A Paragraph is running text. Line breaks in the text are kept.
type Paragraph struct {
	Text Text
}

// A List is a list of items, with bullets or numbered from 1. Without items
// nothing is printed.
type List struct {
	Numbered bool
	Items    []Text
}

// Facts are key figures, side by side as tiles in the given order. Without
// items nothing is printed.
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

	// Tone is the name of a [Tone] for the tile; "" is plain.
	Tone string

	// Share, from 0 to 1, is drawn as a bar under the value; 0 draws none. The
	// value has to say the same in words: the bar is only seen.
	Share float64
}

func (*Section) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Facts) block()     {}
func (*Table) block()     {}
func (*Figure) block()    {}
func (*Timeline) block()  {}
