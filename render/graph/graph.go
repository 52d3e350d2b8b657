// Package graph describes a picture without its look: nodes, the groups that contain them and the
// edges between them, with texts and classes. It knows neither the domain of the picture nor any
// colour, size or position. A theme gives classes their looks, and a layout gives nodes their
// positions.
package graph

import (
	"fmt"

	"github.com/accountatlas/accountatlas/internal/weblink"
)

// Class is the kind of a node, group or edge, such as "stance-champion". A theme gives it a look.
// It is a word of lower-case letters, digits and hyphens, never a user's text.
type Class string

// None is the index that refers to no node, group or band.
const None = -1

// Graph is one picture. Nodes, groups and edges refer to each other by index, and are drawn in the
// order of their lists. The zero Graph is an empty picture. A Graph is plain data: its maker may
// change it until it is drawn, and nothing else changes it.
type Graph struct {
	// Title and Subtitle are the headings of the picture; either may be empty.
	Title    string
	Subtitle string
	// Headline is the message of the picture, drawn instead of the title. Empty means the title.
	// Points are boxes below it.
	Headline string
	Points   []Point
	// Description is a sentence for readers who cannot see the picture.
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
	// Before is an earlier state of the graph. Groups and nodes with the same IDs keep their
	// positions in it. Larger cards and new elements move only the elements below them. Nil means
	// no earlier state.
	Before *Graph
}

// Point is a box in the heading of the picture for an important finding. It has a title and lines,
// of which the first are shown if not all fit.
type Point struct {
	Class []Class
	Title string
	Lines []string
	// Rest[k] is the note for what is left out if the first k+1 Lines are shown, such as "and 3
	// more". Empty, or a missing entry, means that nothing is.
	Rest []string
	// Most is the largest number of lines of text under the title, without the note. Zero means 3.
	// A first line that does not fit has two more.
	Most int
}

// Group is a box around nodes and other groups.
type Group struct {
	// ID is the id of the group's record, such as a unit; see Node.ID. Empty means no id.
	ID string
	// Parent is the index of the enclosing group, or [None]. Groups form trees; parents precede
	// their children.
	Parent int
	Class  []Class
	// Label is the name of the group, and Detail a smaller line below it.
	Label  string
	Detail string
	// Bracket draws the group as a heading with a rule over its content, without a box.
	Bracket bool
	// Share is drawn as a bar at the top of the box. Nil means no bar.
	Share *Share
	// Tooltip is shown when a reader points at the box, and read by screen readers.
	Tooltip string
	// Link is the address that the box links to; see [CheckLink]. Empty means no link.
	Link string
}

// Share is a part of a whole with a caption, such as "7 of 12 products".
type Share struct {
	Part    int
	Whole   int
	Caption string
}

// Node is one item of the picture, drawn as a card.
type Node struct {
	// ID is the id of the node's record, such as a contact. It is written as data of the card
	// (data-id in SVG, data_id in DOT), never as an identifier. Empty means no id.
	ID string
	// Group is the index of the group that contains the node, or [None].
	Group int
	// Place is the cell of the node in the graph's grid. It is nil if and only if there is no grid.
	Place *Place
	Class []Class
	// Label is the name of the node, and Detail a smaller line below it.
	Label  string
	Detail string
	// Weight determines the size and the emphasis of the card. The zero Weight is WeightUsual.
	Weight Weight
	// Chips are short words in a row, the most important first. Chips that do not fit are omitted
	// and counted. The first KeyChips are darker and never omitted. A light card has no chips.
	Chips    []string
	KeyChips int
	// Level is drawn as a row of dots. Nil means no level.
	Level *Level
	// Initials are about two letters in a disc before the label, instead of the glyph alone, if
	// they fit on the card. Empty means no disc.
	Initials string
	// Badge is drawn as a ring in the corner. Nil means no badge.
	Badge *Badge
	// Notes are lines at the bottom of the card, each with the glyph of its class.
	Notes []Note
	// Slices divide a bar, by class, on the card for many items. Nil means no bar.
	Slices []Slice
	// Rank orders nodes by importance: a card for many nodes names the nodes of the highest rank.
	// Zero means that a node need not be named.
	Rank int
	// Tags are the facts by which an interactive page filters its nodes. A name may occur several
	// times.
	Tags []Tag
	// Tooltip has all facts about the node in words, one per line.
	Tooltip string
	// Link is the address that the card links to; see [CheckLink]. Empty means no link.
	Link string
}

// Tag is one value of a fact about a node, in the reader's words, such as "Stance" and "Champion".
type Tag struct {
	Name  string
	Value string
}

// Weight is the importance of a card relative to the others.
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
	// Wanted is the target value, drawn as a ring around its dot. Zero means no target.
	Wanted int
}

// Note is an additional line about a node, such as "moved from Logistics".
type Note struct {
	Text string
	// Class gives the sign before the text. Without a class, it is the grey disc of the class "note".
	Class []Class
	// Line draws a sample of an edge of the class, instead of a glyph, before the text. Such a note
	// describes an edge in words.
	Line LineEnd
}

// Slice is a part of a bar: the number of items of a class.
type Slice struct {
	Class []Class
	Count int
	// Number is the count in the reader's notation. Empty means plain digits.
	Number string
}

// LineEnd is the end of an edge that a note is at.
type LineEnd string

// The ends of an edge. LineNone means that the note is not an edge.
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
	// one node above it.
	Hierarchy bool
	// Assistant, together with Hierarchy, places To beside From rather than in the row below it.
	Assistant bool
	// Weight multiplies the width of the line. Zero means 1.
	Weight float64
	// Words replace the line on the cards if it would be long or cross others. The zero EdgeWords
	// keep the line.
	Words EdgeWords
	// Label is written on the line if it fits, and shortened if it is long. Empty means no label.
	Label string
	// Tooltip is the meaning of the line: "Jörg Müller influences Γιάννης Δήμου".
	Tooltip string
}

// EdgeWords describe an edge in words: the texts of the notes on the cards of From and To, such as
// "Γιάννης Δήμου: the largest budget". If a text is empty, its card has no note.
type EdgeWords struct {
	From string
	To   string
}

// Loose reports whether the layout may replace the edge by words.
func (e Edge) Loose() bool { return e.Words != EdgeWords{} }

// LegendSection explains signs of one kind, such as stances, that the picture uses.
type LegendSection struct {
	Title   string
	Entries []LegendEntry
}

// LegendEntry shows one sign with its meaning. Kind selects the sign: the glyph or the outline of a
// card, the ring of a badge, the dots or bars of a level, or a line. In a table, the sign may be
// the background of a cell, the type of a name, or the bar of a node.
type LegendEntry struct {
	Kind  LegendKind
	Class []Class
	Label string
	// Level is the level shown by a LegendLevel. Nil means three of five.
	Level *Level
	// Letters are the letters shown by a LegendLetters.
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

// CheckLink returns an error unless a picture may link to the address. Allowed are a web page (http
// or https with a host) and a mail address (mailto). A place in the same file ("#" and the ID of a
// page) is allowed, too. The error lists these forms. Characters that RFC 3986 does not allow must
// be percent-encoded. The empty address means no link, and is allowed.
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
