// Package scene composes the drawing of a graph that has been laid out: cards, boxes, lines, head lines and legend as a display list of
// paths and texts in points, which every painter draws alike. What a card or the head of a box needs is decided before the layout, by
// [NewCard] and [NewHead]; [Compose] puts everything in its place.
package scene

import (
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// Scene is one drawing. A point is the unit of every length; the origin is the top left corner, y runs downwards. Once made a Scene is
// read-only and safe for any number of goroutines.
type Scene struct {
	Width, Height float64
	// Title and Description say what the drawing shows, for readers who cannot see it. Either may be empty.
	Title, Description string
	// Language is the BCP 47 tag of the drawing's own words, never empty.
	Language string
	// Ground is the colour of the whole page, as #RRGGBB, below all items. Empty is none.
	Ground string
	// Fallback is for letters that the embedded fonts do not have, in formats that embed fonts. Nil is none.
	Fallback *Fallback
	// Items are drawn in their order, later ones over earlier ones.
	Items []Item
}

// Item is something to draw: a [Group], a [Path] or a [Text].
type Item interface{ item() }

// Group holds the items that belong to one element of the graph.
type Group struct {
	// ID is the element's name in the drawing: node3, edge1, clust2, legend. It is never a user's text.
	ID string
	// DataID is the id of what the element shows, which may be a user's text. Empty means none.
	DataID string
	// Classes say what the element is, its kind first: node, edge, cluster, legend.
	Classes []graph.Class
	// Title is all that is to be said of the element, in lines. Empty means nothing.
	Title string
	// Link is where the element leads, one that [graph.CheckLink] passes. Empty is nowhere.
	Link  string
	Items []Item
}

// Path is an outline to fill, to stroke, or both, the stroke over the fill.
type Path struct {
	Segments []Segment
	// Fill and Stroke are colours as #RRGGBB. Empty means none.
	Fill, Stroke string
	// Width is that of the stroke.
	Width float64
	// Dash is the stroke's pattern, on and off by turns. Nil is a whole line.
	Dash []float64
}

// Segment is a step of an outline. A Close has no points, a Move and a Line have To, a Cubic has all.
type Segment struct {
	Op     Op
	C1, C2 geom.Point
	To     geom.Point
}

// Op is what a segment does.
type Op uint8

// The steps of an outline.
const (
	Move  Op = iota // begins an outline at To
	Line            // draws straight to To
	Cubic           // draws a Bézier curve to To, led by C1 and C2
	Close           // draws straight to where the outline began, and ends it
)

// Text is one line of text in the sans-serif type that [Measurer] measures.
type Text struct {
	// At is the anchored end, or the middle, of the baseline.
	At geom.Point
	Font
	Fill   string
	Anchor Anchor
	// String has no control characters and is valid UTF-8. It may run from right to left; At is on the left all the same when the
	// anchor is Start.
	String string
}

// Anchor is the part of a text that stands at its point.
type Anchor uint8

// The anchors. Start is the left end and End the right one, whichever way the text runs.
const (
	Start Anchor = iota
	Middle
	End
)

func (Group) item() {}
func (Path) item()  {}
func (Text) item()  {}
