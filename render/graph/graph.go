// Package graph is a picture without a look: nodes, the groups that hold them and the edges between
// them, with texts and classes. It knows neither the domain of the picture nor any colour, size or
// position: a theme gives classes their looks, a layout gives nodes their places.
package graph

import (
	"fmt"

	"github.com/accountatlas/accountatlas/internal/weblink"
)

// Class is the kind of a node, group or edge, such as "stance-champion", to which a theme gives a
// look. It is a word of lower-case letters, digits and hyphens, never a user's text.
type Class string

// None is the index of no node, group or band.
const None = -1

// Graph is one picture. Nodes, groups and edges refer to each other by index, and are drawn in the
// order of their lists. The zero Graph is an empty picture. A Graph is plain data: its maker may
// change it until it is drawn, and nothing else changes it.
type Graph struct {
	// Title and Subtitle are the headings of the picture; either may be empty.
	Title    string
	Subtitle string
	// Headline is the message of the picture, and is drawn in place of the title. Empty means the
	// title. Points are boxes below it.
	Headline string
	Points   []Point
	// Description describes the picture in a sentence, for readers who cannot see it.
	Description string
	// Language is the BCP 47 tag of the picture's own words. Empty means English.
	Language string

	Groups []Group
	Nodes  []Node
	Edges  []Edge
	// Grid makes the picture a table: its nodes are in the cells, and there are no groups. Nil
	// means no table.
	Grid   *Grid
	Legend []LegendSection
	// Before is an earlier state of the graph. Groups and nodes with the same IDs keep its places.
	// Larger cards and new elements move only the elements below them. Nil means none.
	Before *Graph
}

// Point is a box in the head of the picture for an important finding: a title and lines, of which
// the first are shown.
type Point struct {
	Class []Class
	Title string
	Lines []string
	// Most is the greatest number of lines of text under the title. Zero means 3.
	Most int
}

// Group is a box around nodes and other groups.
type Group struct {
	// ID is the id of the group's record, such as a unit's; see Node.ID. Empty means none.
	ID string
	// Parent is the index of the group around this one, or [None]. Groups form trees; a parent
	// comes before its children.
	Parent int
	Class  []Class
	// Label is the name of the group, Detail a smaller line below it.
	Label  string
	Detail string
	// Bracket draws the group as a heading with a rule over its content, without a box.
	Bracket bool
	// Share is drawn as a bar at the top of the box. Nil means none.
	Share *Share
	// Tooltip is shown when readers point at the box, and read by a screen reader.
	Tooltip string
	// Link is the address that the box leads to; see [CheckLink]. Empty means none.
	Link string
}

// Share is a part of a whole with a caption, such as "7 of 12 products".
type Share struct {
	Part    int
	Whole   int
	Caption string
}

// Node is one thing in the picture, drawn as a card.
type Node struct {
	// ID is the id of the node's record, such as a contact's. It is written as data of the card
	// (data-id in SVG, data_id in DOT), never as an identifier. Empty means none.
	ID string
	// Group is the index of the group that holds the node, or [None].
	Group int
	// Place is the cell of the node in the graph's grid; nil if and only if there is no grid.
	Place *Place
	Class []Class
	// Label is the name of the node, Detail a smaller line below it.
	Label  string
	Detail string
	// Weight is how much room and ink the card takes. The zero Weight is usual.
	Weight Weight
	// Chips are short words in a row, the most important first; those that do not fit are left out
	// and counted. The first KeyChips are darker and never left out. A light card has no chips.
	Chips    []string
	KeyChips int
	// Level is drawn as a row of dots. Nil means none.
	Level *Level
	// Initials are about two letters in a disc before the label, in place of the glyph alone, where a
	// card has room for them. Empty means none.
	Initials string
	// Badge is drawn as a ring in the corner. Nil means none.
	Badge *Badge
	// Notes are lines at the bottom of the card, each with the glyph of its class.
	Notes []Note
	// Slices divide a bar on the card of many things by their class. Nil means no bar.
	Slices []Slice
	// Rank orders nodes by importance: a card for many nodes names the nodes of the highest rank.
	// Zero means that a node need not be named.
	Rank int
	// Tags are the facts by which a page filters its nodes. A name may occur several times.
	Tags []Tag
	// Tooltip says everything about the node in words, one fact a line.
	Tooltip string
	// Link is the address that the card leads to; see [CheckLink]. Empty means none.
	Link string
}

// Tag is one value of a fact about a node, in the reader's words: "Stance" and "Champion".
type Tag struct {
	Name  string
	Value string
}

// Weight is how much a card matters among the others.
type Weight string

// The weights of cards. A light card is a row of two lines.
const (
	WeightUsual Weight = ""
	WeightHeavy Weight = "heavy"
	WeightLight Weight = "light"
)

// Level is a value on a scale from 1 to Max, drawn as dots. A Value of 0 means unknown.
type Level struct {
	Value int
	Max   int
	// Wanted is the value to reach, drawn as a ring around its dot. Zero means none.
	Wanted int
}

// Note is a further line about a node, such as "moved from Logistics".
type Note struct {
	Text  string
	Class []Class
	// Line puts a piece of the line of Class, an edge's, before the text instead of a glyph: the note
	// is an edge in words.
	Line LineEnd
}

// Slice is a part of a bar: so many things of a class.
type Slice struct {
	Class []Class
	Count int
	// Number is the count as the reader writes it. Empty means plain digits.
	Number string
}

// LineEnd is the end of an edge at which a note stands.
type LineEnd string

// The ends of an edge. LineNone is no edge.
const (
	LineNone LineEnd = ""
	LineOut  LineEnd = "out" // the edge leads away from the node
	LineIn   LineEnd = "in"  // the edge leads to the node
)

// Badge is a ring with about two letters in it.
type Badge struct {
	Text  string
	Class []Class
	// Name is the meaning of the letters. Empty means that they need no explanation.
	Name string
}

// Edge is a line between two nodes.
type Edge struct {
	From  int
	To    int
	Class []Class
	// Hierarchy places To below From. The hierarchy edges of a graph form trees: a node has at most
	// one above it.
	Hierarchy bool
	// Assistant, together with Hierarchy, places To beside From, not in the row below it.
	Assistant bool
	// Weight multiplies the width of the line. Zero means 1.
	Weight float64
	// Words replace the line on the cards where it would be long or cross others. The zero
	// EdgeWords keep the line.
	Words EdgeWords
	// Label is written on the line where there is room, and shortened when it is long. Empty means
	// none.
	Label string
	// Tooltip is the meaning of the line: "Jörg Müller influences Γιάννης Δήμου".
	Tooltip string
}

// EdgeWords are an edge in words: the texts of the notes on the cards of From and To, such as
// "Γιάννης Δήμου: the largest budget". An empty one leaves its card without a note.
type EdgeWords struct {
	From string
	To   string
}

// Loose reports whether the layout may put the edge in words.
func (e Edge) Loose() bool { return e.Words != EdgeWords{} }

// LegendSection explains signs of one kind, such as stances, that the picture uses.
type LegendSection struct {
	Title   string
	Entries []LegendEntry
}

// LegendEntry shows one sign with its meaning. Kind is what is drawn: the glyph of a card, the ring
// of a badge, the dots or bars of a level, a line, the outline of a card, the ground of a cell, the
// type of a name in a cell, or the bar of a node that covers a span of the scale.
type LegendEntry struct {
	Kind  LegendKind
	Class []Class
	Label string
	// Level is the level of the dots of a LegendLevel. Nil means three of five.
	Level *Level
	// Letters are the sign of a LegendLetters.
	Letters string
}

// LegendKind is the part of a class's look that a legend entry shows.
type LegendKind string

// The signs that a legend can explain.
const (
	LegendGlyph LegendKind = "glyph"
	LegendBadge LegendKind = "badge"
	LegendLevel LegendKind = "level"
	LegendLine  LegendKind = "line"
	LegendCard  LegendKind = "card"
	LegendCell  LegendKind = "cell"
	LegendName  LegendKind = "name"
	LegendSpan  LegendKind = "span"
	LegendBars  LegendKind = "bars"
	// LegendLetters explains the letters in a badge.
	LegendLetters LegendKind = "letters"
	// LegendWords is a sentence about the picture, without a sign.
	LegendWords LegendKind = "words"
)

// CheckLink returns nil if a picture may link to the address, and otherwise an error that says what
// is allowed: a web page (http or https with a host), a mail address (mailto), or a place in the
// same file ("#" and the ID of a page). All characters but those of RFC 3986 must be
// percent-encoded. The empty address means no link.
func CheckLink(link string) error {
	if link == "" {
		return nil
	}
	address, ok := weblink.Encode(link)
	switch {
	case ok && address != link:
		return fmt.Errorf("the link %.80q is not an address: percent-encode all other characters than RFC 3986 allows", link)
	case !ok:
		return fmt.Errorf("the link %.80q must lead to http, https, mailto, or # with the ID of a page", link)
	}
	return nil
}
