// Package table lays out a table: rows and columns with heads, cells with cards, and cards on a
// scale such as time.
package table

import (
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// Grid is a table before its layout. All sizes are the least sizes that the texts need, in points.
type Grid struct {
	// Corner is the head above the heads of the rows.
	Corner        geom.Size
	Rows, Columns []Track
	// RowBands and ColumnBands are headings over runs of tracks, parents before their children.
	RowBands, ColumnBands []Band
	Cells                 []Cell
	Zones                 []Zone
	// Marks are positions on the scale, measured from its beginning.
	Marks []Mark
	// WrapRows and WrapColumns let the table continue in further parts.
	WrapRows, WrapColumns bool
}

// Track is a row or a column.
type Track struct {
	Head geom.Size
	// Band is the index of the heading over the track, or -1.
	Band int
	// Length is the length of the track on the scale, in the scale's unit. Zero means that the
	// track is not on it.
	Length float64
	// GroupStart leaves a gap before the track.
	GroupStart bool
}

// Band is a heading over a run of tracks. Parent is the index of the heading over this one, or -1.
type Band struct{ Parent int }

// Cell has the size of the words in the cell of a row and a column.
type Cell struct {
	geom.Size
	Row, Column int
}

// Place is the position of a card: in a cell or, with a span, on the scale.
type Place struct {
	Row, Column int
	Span        *Span
	// Bare cards in a cell are a list, without space for lines between them.
	Bare bool
}

// Span is a part of the scale. Later reports whether it ends after the scale.
type Span struct {
	From, To float64
	Later    bool
}

// The measures of the bar of a span in points: its height, and the extent of its diamond beyond the
// end.
const (
	BarHeight = 12
	BarEnd    = 6
)

// Zone is a part of the table with a label of its own.
type Zone struct {
	FirstRow, LastRow, FirstColumn, LastColumn int
	Label                                      geom.Size
}

// Mark is a position on the scale with a label of its own.
type Mark struct {
	At    float64
	Label geom.Size
}

// Placed is a table after its layout. A table of several parts repeats its heads in each part.
type Placed struct {
	// Width and Height are the size of the whole table, whose top left corner is (0, 0).
	Width, Height float64
	// Cards are the rectangles of the cards, by index.
	Cards []geom.Rect
	// Fields are the backgrounds of the cells, one for each run of tracks without a gap.
	Fields []geom.Rect
	// Rules are the lines between tracks, as rectangles of zero height or zero width.
	Rules   []geom.Rect
	Corners []geom.Rect
	// Rows, Columns and the bands are the heads.
	Rows, Columns         []Part
	RowBands, ColumnBands []Part
	// Cells are by index. In a cell with cards, the rectangle is only as high as its words.
	Cells []geom.Rect
	Zones []Part
	// ZoneLabels and MarkLabels are the rectangles of the labels, by index. They overlap nothing
	// else.
	ZoneLabels, MarkLabels []geom.Rect
	// Marks are vertical lines, as rectangles of zero width, by index.
	Marks []geom.Rect
	// Bars are the bars of the cards on the scale, by the index of the card; other entries are
	// empty. A bar is at the top of its card, and lines lead from the right end of one bar to the
	// left end of another.
	Bars []geom.Rect
}

// Part is a rectangle and the index of its item.
type Part struct {
	Index int
	geom.Rect
}

// Interval is a range of x.
type Interval struct{ Left, Right float64 }

// HasBars reports whether any card is on the scale.
func (p *Placed) HasBars() bool {
	return slices.ContainsFunc(p.Bars, func(bar geom.Rect) bool { return bar.W > 0 })
}

// Edges returns rectangles whose sides are the lines of the table, of its marks and of its zones.
func (p *Placed) Edges() []geom.Rect {
	edges := slices.Concat(p.Fields, p.Rules)
	for i, m := range p.Marks {
		const below = 8 // the label, which would close the channels beside the whole mark
		top := p.MarkLabels[i].Bottom() + below
		edges = append(edges, geom.Rect{X: m.X, Y: top, H: math.Max(0, m.Bottom()-top)})
	}
	for _, z := range p.Zones {
		edges = append(edges, z.Rect)
	}
	return edges
}

// Texts returns the rectangles of the heads, labels and words of a table made from g.
func (p *Placed) Texts(g *Grid) []geom.Rect {
	var texts []geom.Rect
	for _, rects := range [][]geom.Rect{p.Corners, p.ZoneLabels, p.MarkLabels} {
		texts = append(texts, rects...)
	}
	for _, heads := range [][]Part{p.Rows, p.Columns, p.RowBands, p.ColumnBands} {
		for _, head := range heads {
			texts = append(texts, head.Rect)
		}
	}
	for i, c := range g.Cells {
		if c.Size != (geom.Size{}) {
			texts = append(texts, geom.Rect{X: p.Cells[i].X, Y: p.Cells[i].Y, W: c.W, H: p.Cells[i].H})
		}
	}
	return texts
}
