// Package layout gives the nodes, groups and edges of a graph their places on a page: people under their managers by Graphviz's dot, a
// unit at a time; boxes packed so that the whole fits the page's shape; and the lines between boxes led through the gutters. A table is laid
// out without the engine.
package layout

import (
	"context"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// Engine is the Graphviz that lays out: as dot -Klayout -Tformat.
type Engine interface {
	Run(ctx context.Context, dot []byte, layout, format string) (out []byte, warnings []string, err error)
}

// Input is what there is to place. Indexes are those of the graph.
type Input struct {
	// Cards has the size of each node, Groups the box of each group.
	Cards []Card
	Boxes []Box
	Edges []Edge
	// Grid makes a table of the picture: every card has a place in it, and there are no boxes. Nil means none.
	Grid *Grid
	// Shape is the width of the page by its height, such as 1.41 for A4 lying down.
	Shape float64
	// Enough is how high a page of that shape may be for the picture's texts to be read in print. Zero means that they never can.
	Enough float64
	// Beside is what the page's margins, head lines and legend take, which the placing leaves for them.
	Beside geom.Size

	// spread is how many times as far apart as usual the cards stand. Zero is once.
	spread float64
}

// Card is a node to place.
type Card struct {
	geom.Size
	// Box is the index of the box that holds the card, or -1.
	Box int
	// Place is where the card stands in the grid. It is nil without a grid.
	Place *GridPlace
}

// Box is a group to place around what it holds.
type Box struct {
	// Parent is the index of the box around this one, or -1; parents come before their children.
	Parent int
	// Head is the least room that the box's own texts take at its top.
	Head geom.Size
	// HeadTexts are the parts of the head that no line may cross, relative to the top left corner of a box of Head's width. Those with
	// AlignRight keep their distance to the right side when the box is wider.
	HeadTexts []HeadText
}

// HeadText is the extent of one text in a box's head.
type HeadText struct {
	geom.Rect
	AlignRight bool
}

// Edge is a line to lead.
type Edge struct {
	From, To int
	// Hierarchy hangs To below From, or beside it with Beside: an assistant, who stands in nobody's row.
	Hierarchy, Beside bool
	// Arrow leaves room for an arrowhead before To.
	Arrow bool
	// Kind is that of its looks. Where a card has very many lines of one kind, these leave it over each other.
	Kind int
	// Label is the size of what is to be written on the line. Zero is nothing.
	Label geom.Size
}

// Placed is where everything is.
type Placed struct {
	// Width and Height are those of everything together, which begins at (0, 0).
	Width, Height float64
	// Cards, Boxes and Lines are by the index of the input. A line goes from the side of its first card to the side of its last one by
	// upright and level stretches.
	Cards []geom.Rect
	Boxes []geom.Rect
	Lines [][]geom.Point
	// Labels are where the labels of the lines stand; one of no size has no place, or there is no label.
	Labels []geom.Rect
	// Grid is where the parts of the grid are. It is nil without one.
	Grid *PlacedGrid
	// Warnings are what the engine said.
	Warnings []string
}
