package layout

import "github.com/accountatlas/accountatlas/render/internal/geom"

// Grid is a table to give room to: rows and columns with heads, cells where they cross, and cards in their places.
type Grid struct {
	// Corner is the least room of the head that stands above those of the rows.
	Corner        geom.Size
	Rows, Columns []Track
	// RowBands and ColumnBands are the headings over runs of tracks, parents before their children.
	RowBands, ColumnBands []Band
	Cells                 []Cell
	Zones                 []Zone
	// Marks are places on the scale, from its beginning.
	Marks []Mark
	// WrapRows and WrapColumns let the table go on in a further part.
	WrapRows, WrapColumns bool
}

// Track is a row or a column.
type Track struct {
	// Head is the least room of the track's head.
	Head geom.Size
	// Band is the index of the heading over the track, or -1.
	Band int
	// Length makes the track a part of the scale, in the scale's unit; zero does not.
	Length float64
	// Apart sets the track off from the one before.
	Apart bool
}

// Band is a heading over a run of tracks.
type Band struct{ Parent int }

// Cell is what has words where a row and a column cross, and the least room that they take.
type Cell struct {
	geom.Size
	Row, Column int
}

// GridPlace is where a card stands: in a cell, or, with a span, on the scale.
type GridPlace struct {
	Row, Column int
	Span        *Span
}

// Span is a part of the scale.
type Span struct{ From, To float64 }

// Zone is a part of the table with a label of its own.
type Zone struct {
	FirstRow, LastRow, FirstColumn, LastColumn int
	Label                                      geom.Size
}

// Mark is a place on the scale with a label of its own.
type Mark struct {
	At    float64
	Label geom.Size
}

// PlacedGrid is where the parts of a table are. In a table of several parts heads come more than once.
type PlacedGrid struct {
	// Fields are the grounds on which the cells stand, one for each run of tracks that no gap divides.
	Fields []geom.Rect
	// Rules are the lines between tracks, as rectangles without a height or without a width.
	Rules   []geom.Rect
	Corners []geom.Rect
	// Rows, Columns and bands are the heads.
	Rows, Columns         []Part
	RowBands, ColumnBands []Part
	// Cells are by the index of the input; one under cards is no higher than its words.
	Cells []geom.Rect
	Zones []Part
	// ZoneLabels and MarkLabels are where the labels of zones and marks stand, by index; they are outside everything else.
	ZoneLabels, MarkLabels []geom.Rect
	// Marks are upright lines, as rectangles without a width, by index.
	Marks []geom.Rect
	// Spans are the stretches of the cards that have one, by the index of the card.
	Spans []Stretch
}

// Part is one place of the thing with an index.
type Part struct {
	Index int
	geom.Rect
}

// Stretch is a part of a level line.
type Stretch struct{ Left, Right float64 }

// The distances of a table, in points.
const (
	gridBand     = 20 // the height of a heading
	gridApart    = 12 // between tracks that are set apart
	gridParts    = 30 // between the parts of a table
	gridPad      = 16 // around the cards in a cell
	gridAcross   = 26 // between cards side by side, wide enough for lines to run between
	gridDown     = 18 // between cards below one another
	gridLead     = 20 // above what stands in a row, for the label of a zone or a mark
	gridLabelPad = 8  // before a zone's label
	gridBefore   = 14 // of a card on the scale before its span, for the stripe
	gridAfter    = 8  // and after it
	gridLeast    = 560
	mostParts    = 24
)
