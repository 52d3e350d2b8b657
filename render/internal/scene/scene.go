// Package scene composes the drawing of a laid-out graph. Cards, boxes, lines, head lines and
// legend become a display list of paths and texts in points, which every painter draws alike.
// [NewCard] and [NewHead] decide sizes before the layout; [Compose] draws everything in its place.
package scene

import (
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// Scene is one drawing. All lengths are in points; the origin is the top left corner, and y runs
// downwards. A finished Scene is read-only and safe for concurrent use.
type Scene struct {
	Width, Height float64
	// Title and Description describe the drawing for readers who cannot see it. Either may be
	// empty.
	Title, Description string
	// Language is the BCP 47 tag of the drawing's own words, never empty.
	Language string
	// Ground is the colour of the page below all items, as #RRGGBB. Empty means transparent.
	Ground string
	// Fallback is for letters that the embedded fonts lack, in formats that embed fonts. Nil means
	// no fallback.
	Fallback *typeset.Fallback
	// Items are drawn in order, later items over earlier ones.
	Items []Item
	// InWords are the lines that cards describe in words. Their connectors have no points.
	InWords []Group
}

// Item is something to draw: a [Group], a [Path] or a [Text].
type Item interface{ item() }

// Group holds the items of one element of the graph.
type Group struct {
	// ID is the element's name in the drawing: node3, edge1, clust2, legend. It is never a user's
	// text.
	ID string
	// DataID is the id of the record that the element shows, a user's text. It may be empty.
	DataID string
	// Classes are the kind of the element (node, edge, cluster, legend), followed by its classes.
	Classes []graph.Class
	// Title is the tooltip, in lines. It may be empty.
	Title string
	// Link is the target of the element. [graph.CheckLink] accepts it. Empty means no link.
	Link  string
	Items []Item

	// The following fields are for editable formats.

	// Label and Detail are the complete texts of a card or a box. Items may show only a part of
	// them.
	Label, Detail string
	// Frame is the rectangle of a card, a box, or a part of a table. It is zero for a line.
	Frame geom.Rect
	// Connector describes a line between two cards. It is nil for any other element.
	Connector *Connector
	// Lines are the lines that share a trunk, each drawn on its own; see [Single]. It is nil for
	// anything but a trunk.
	Lines []Group

	// The following fields are for interactive pages.

	// In is the ID of the box around a card or a box. Empty means no box.
	In string
	// Tags are the filters of a card. Key marks a person who decides.
	Tags []graph.Tag
	Key  bool
}

// Single returns the items with each trunk replaced by its lines. It is for formats in which a
// reader moves cards together with their lines.
func Single(items []Item) []Item {
	var single []Item
	for _, item := range items {
		if g, ok := item.(Group); ok && g.Lines != nil {
			for _, line := range g.Lines {
				if len(line.Items) > 0 {
					single = append(single, line)
				}
			}
			continue
		}
		single = append(single, item)
	}
	return single
}

// Connector is a line between two cards.
type Connector struct {
	// From and To are the IDs of the cards.
	From, To string
	// Points lead from a side of the first card to a side of the last, through every corner.
	Points []geom.Point
	// Arrow reports whether the last point has an arrowhead.
	Arrow bool
	// Kind names the line as the legend does, or by its class if there is no legend.
	Kind string
}

// Path is an outline to fill, to stroke, or both, the stroke over the fill.
type Path struct {
	Segments []Segment
	// Fill and Stroke are colours as #RRGGBB. Empty means no fill or no stroke.
	Fill, Stroke string
	// Width is the width of the stroke.
	Width float64
	// Dash alternates the lengths of dashes and gaps. Nil means a solid line.
	Dash []float64
}

// Segment is a step of an outline. A Close has no points, a Move and a Line have To, and a Cubic
// has all three.
type Segment struct {
	Op     Op
	C1, C2 geom.Point
	To     geom.Point
}

// Op is the kind of a segment.
type Op uint8

// The kinds of segments.
const (
	Move  Op = iota // begins an outline at To
	Line            // a straight line to To
	Cubic           // a Bézier curve to To with the control points C1 and C2
	Close           // a straight line to the start of the outline
)

// Text is one line of text in the sans-serif type that [typeset.Measurer] measures.
type Text struct {
	// At is the left end, the middle or the right end of the baseline; see Anchor.
	At geom.Point
	typeset.Font
	Fill   string
	Anchor Anchor
	// String is valid UTF-8 without control characters. It may run from right to left; the anchor
	// Start is its left end even then.
	String string
}

// Anchor is the part of a text that is at its point.
type Anchor uint8

// The anchors. Start is the left end and End the right end, whatever the direction of writing.
const (
	Start Anchor = iota
	Middle
	End
)

func (Group) item() {}
func (Path) item()  {}
func (Text) item()  {}
