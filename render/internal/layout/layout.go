// Package layout places the nodes, groups and edges of a graph on a page. Package tree places
// people in trees, pack places the boxes around them, and route routes the other lines. Package
// table places a table, without an engine.
package layout

import (
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/layout/tree"
)

// Input is the graph to place. Indexes are indexes of the graph.
type Input struct {
	// Cards are the sizes of the nodes.
	Cards []Card
	// Boxes are the groups; parents precede their children.
	Boxes []pack.Box
	Edges []Edge
	// Grid makes the picture a table: every card has a place in it, and there are no boxes. Nil
	// means no table.
	Grid *table.Grid
	// Aspect is the width of the page divided by its height, such as 1.41 for A4 landscape.
	Aspect float64
	// LegibleHeight is the largest height of a page, in points, at which its text is legible in
	// print.
	LegibleHeight float64
	// Reserved is the size of margins, title and legend on the page.
	Reserved geom.Size
	// Forms caches trees from other layouts by the same engine. Nil means no cache.
	Forms *tree.Forms
	// Was is an earlier picture whose positions are kept. Nil means no such picture.
	Was *Earlier

	// gaps are the distances of [boxGaps]. They are wider if lines were too close; widened then is
	// true.
	gaps    []float64
	widened bool
}

// Card is a node to place.
type Card struct {
	geom.Size
	// Grow is the increase in height since the earlier picture.
	Grow float64
	// Box is the index of the card's box, or -1 for the page.
	Box int
	// Place is the position in the grid. It is nil without a grid.
	Place *table.Place
}

// Edge is a line to route.
type Edge struct {
	From, To int
	// Hierarchy puts To below From or, with Assistant, beside it.
	Hierarchy, Assistant bool
	// Loose marks a line that the cards may describe in words instead; see [Placed.Far].
	Loose bool
	// Arrow reserves space for an arrowhead before To.
	Arrow bool
	// Kind identifies the style. If very many lines of one kind leave a card, they may share a
	// path.
	Kind int
	// Label is the size of the text on the line. Zero means no label.
	Label geom.Size
}

// Placed has the position of everything, by the index of the input.
type Placed struct {
	// Width and Height are the size of the whole picture, whose top left corner is (0, 0).
	Width, Height float64
	Cards         []geom.Rect
	Boxes         []geom.Rect
	// Lines are orthogonal. They lead from a side of the first card to a side of the last.
	Lines [][]geom.Point
	// Far lists the loose edges that are too long or too tangled for a line, in ascending order. If
	// it is not empty, the lines are not final: the cards must describe these edges in words and be
	// placed again.
	Far []int
	// Labels are the rectangles of the labels. A rectangle is empty if the label is missing or does
	// not fit.
	Labels []geom.Rect
	// Grid has the parts of the table. It is nil without a table.
	Grid *table.Placed
	// Warnings are the engine's messages.
	Warnings []string
}
