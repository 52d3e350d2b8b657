// Package document holds a readable document as a tree of blocks and prints it.
//
// It is made after [go/doc/comment]: a [Document] is plain data, a [Block] is
// one of a closed set of types, and a [Printer] whose zero value works has one
// method for each format. The package knows nothing of accounts: whoever
// builds the tree brings every word, colour and picture.
//
// All strings are text, never markup. Control characters and invalid UTF-8 in
// them are printed as U+FFFD, so that no input can break a format.
package document

// A Document is one page with a title, read from top to bottom.
// A Document and all it points to are only read while printing: any number of
// goroutines may print it at once, as long as none changes it.
type Document struct {
	// Title names the document. It may not be empty: it is the page's
	// title, its only first-level heading and the foot of every printed page.
	Title string

	// Subtitle stands under the title; "" is none.
	Subtitle string

	// Language is the BCP 47 tag of the language of the text; "" is "en".
	Language string

	// Details say in the header what the document is about, for whom and
	// from when. They are printed in the order given; none is fine.
	Details []Detail

	// Contents is the heading over the list of the top-level sections.
	// When it is "", or when there are fewer than two sections, no list is
	// printed.
	Contents string

	// Tones are the colours that cells, chips and facts may name.
	Tones []Tone

	// Words name the controls of the HTML page.
	Words Words

	// Blocks is the body, in reading order.
	Blocks []Block
}

// Words are the names of what a reader of the HTML page can do, in the
// language of the document. What has no name is not offered.
type Words struct {
	// Search labels the field that searches a table of eight rows or more,
	// and Found says how many rows it leaves: "{0} of {1} rows".
	Search, Found string

	// ZoomIn, ZoomOut and ZoomReset name the buttons that enlarge a
	// picture, reduce it, and show it as it was.
	ZoomIn, ZoomOut, ZoomReset string
}

// language returns the tag of the language of d.
func (d *Document) language() string {
	if d.Language == "" {
		return "en"
	}
	return d.Language
}

// A Detail is a labelled line of the header, as "From: Lucía Moreno".
type Detail struct {
	Label string
	Text  Text
}

// A Tone is a pair of colours with a name. Name is not printed; it may not be
// empty nor stand twice in a document. Fill is the background and Ink the
// text on it, both as #RRGGBB. Whoever chooses them answers for the contrast,
// at least 4.5:1, and for a word beside the colour: print may be black and
// white.
type Tone struct {
	Name string
	Fill string
	Ink  string
}

// A Block is a part of a document that stands on its own lines,
// one of [*Section], [*Paragraph], [*List], [*Facts], [*Table] or [*Figure].
// A nil Block is an error when printed.
type Block interface {
	// missing reports whether the block is a nil pointer. Being
	// unexported, it also keeps the set of blocks closed.
	missing() bool
}

// A Section is a heading and the blocks under it. The level of the heading
// follows from the nesting, so that no level is ever skipped; sections nest
// at most five deep.
type Section struct {
	// ID is the target of links to "#ID": a lower-case letter, then
	// lower-case letters, digits and hyphens, once in a document.
	// "" leaves the name of the anchor to the printer.
	ID string

	// Title is the heading. It may not be empty.
	Title string

	Blocks []Block
}

// A Paragraph is running text. Line breaks in the text are kept.
type Paragraph struct {
	Text Text
}

// A List is a list of items, bulleted or numbered from 1.
// A list without items prints nothing.
type List struct {
	Numbered bool
	Items    []Text
}

// Facts are the figures that matter, side by side as tiles, in the order
// given. Facts without items print nothing.
type Facts struct {
	Items []Fact
}

// A Fact is one tile: a short label, a figure as it is to be read, and an
// optional note under it.
type Fact struct {
	Label string
	Value string
	Note  string

	// Tone is the name of a [Tone] for the tile; "" is plain.
	Tone string

	// Share, from 0 to 1, is drawn as a bar under the value; 0 draws none.
	// The value has to say the same: the bar is for the eye only.
	Share float64
}

func (b *Section) missing() bool   { return b == nil }
func (b *Paragraph) missing() bool { return b == nil }
func (b *List) missing() bool      { return b == nil }
func (b *Facts) missing() bool     { return b == nil }
func (b *Table) missing() bool     { return b == nil }
func (b *Figure) missing() bool    { return b == nil }
