// Package layout places the nodes, groups and edges of a graph on a page: trees of people by
// package tree, the boxes around them by pack, and the other lines by route. A table is placed by
// package table, without an engine.
package layout

import (
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/layout/tree"
)

// Input is the parts to place. Indexes are indexes of the graph.
type Input struct {
	// Cards have the size of each node.
	Cards []Card
	// Boxes are the groups; parents precede their children.
	Boxes []pack.Box
	Edges []Edge
	// Grid makes the picture a table: every card has a place in it, and there are no boxes. Nil
	// means none.
	Grid *table.Grid
	// Aspect is the width of the page divided by its height, such as 1.41 for A4 landscape.
	Aspect float64
	// LegibleHeight is the height of a page up to which its text can be read in print, in points.
	LegibleHeight float64
	// Reserved is the room on the page that margins, title and legend take.
	Reserved geom.Size
	// Forms are known from other layouts by the same engine. Nil means none.
	Forms *tree.Forms
	// Was is an earlier picture whose places are kept. Nil means none.
	Was *Earlier

	// gaps are the distances of [boxGaps], or wider after lines were too close.
	gaps    []float64
	widened bool
}

// Card is a node to place.
type Card struct {
	geom.Size
	// Grow is the increase in height over the earlier picture.
	Grow float64
	// Box is the index of the card's box, or -1.
	Box int
	// Place is the position in the grid. It is nil without a grid.
	Place *table.Place
}

// Edge is a line to route.
type Edge struct {
	From, To int
	// Hierarchy puts To below From; with Assistant, beside it.
	Hierarchy, Assistant bool
	// Loose is a line that the cards may say in words instead; see [Placed.Far].
	Loose bool
	// Arrow leaves room for an arrowhead before To.
	Arrow bool
	// Kind identifies the style. Very many lines of one kind may leave a card over each other.
	Kind int
	// Label is the size of the text on the line. Zero means none.
	Label geom.Size
}

// Placed is the position of everything, by the index of the input.
type Placed struct {
	// Width and Height are the size of the whole picture, whose top left corner is (0, 0).
	Width, Height float64
	Cards         []geom.Rect
	Boxes         []geom.Rect
	// Lines lead from a side of the first card to a side of the last, horizontally and vertically.
	Lines [][]geom.Point
	// Far are the loose edges that are too long or too tangled for a line, in ascending order. If
	// there are any, the lines are not final: the cards must describe these edges in words and be
	// placed again.
	Far []int
	// Labels are the rectangles of the labels. One without a size has no label, or no room for it.
	Labels []geom.Rect
	// Grid has the parts of the table. It is nil without one.
	Grid *table.Placed
	// Warnings are the engine's messages.
	Warnings []string
}
