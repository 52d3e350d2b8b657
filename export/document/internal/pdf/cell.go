package pdf

import (
	"slices"

	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

// A tableCell is a cell of a table: words at first, and lines once the column widths are known.
type tableCell struct {
	row, col         int // in its band
	rowspan, colspan int
	style            textStyle
	words            [][]word // the words of each line
	lines            []textLine
	number           bool // aligned to the right
	whole            bool // its lines are not broken
	share            float64
	bar              colour
	fill             colour
	place            cellPlace
}

type cellPlace int

const (
	atTop cellPlace = iota
	atMiddle
	atBottom
)

const (
	cellBar    = 7. // height of a bar, including the space around it
	cellRule   = .5
	tableText  = 8.
	plainText  = 8.
	matrixText = 7.

	// leastText is the size of the smallest text that is legible in print, in points.
	leastText = 6.5
)

type cellPadding struct{ x, y float64 }

func (c *tableCell) minWidth(pad cellPadding) float64 {
	width := 0.
	for _, words := range c.words {
		if c.whole && !isLongLine(words) {
			width = max(width, slices.Max(append(lineWidths(words), 0)))
		} else {
			width = max(width, minWidth(words))
		}
	}
	return width + 2*pad.x
}

// maxWidth returns the width beyond which more width saves no line.
func (c *tableCell) maxWidth(pad cellPadding) float64 {
	width := 0.
	for _, words := range c.words {
		width = max(width, slices.Max(append(lineWidths(words), 0)))
	}
	return width + 2*pad.x
}

// isLongLine is [structure.IsLong] for a text that is split into words.
func isLongLine(words []word) bool {
	n := 0
	for _, w := range words {
		n += w.runes() + 1
	}
	return n-1 > structure.LongLine
}

func (c *tableCell) height(pad cellPadding) float64 {
	h := linesHeight(c.lines) + 2*pad.y
	if c.share > 0 {
		h += cellBar
	}
	return h
}

// A band is a row, or several rows that share cells with row spans.
type band struct {
	cells   []tableCell
	heights []float64 // of the rows
	title   bool      // the band is the title of a group
	foot    bool      // the band belongs to the foot, not to a group
}

func (b *band) height() float64 { return sum(b.heights) }

// fit sets the row heights so that every cell fits. The last row of a span grows by the missing
// height.
func (b *band) fit(pad cellPadding) {
	for span := 1; span <= len(b.heights); span++ {
		for i := range b.cells {
			c := &b.cells[i]
			if c.rowspan != span {
				continue
			}
			b.heights[c.row+span-1] += max(0, c.height(pad)-sum(b.heights[c.row:c.row+span]))
		}
	}
}

// cut divides a band that is too high for a page. The height of upper is at most room. It reports
// false if not even one line fits.
func (b *band) cut(room float64, pad cellPadding) (upper, lower *band, ok bool) {
	row, top := 0, 0.
	for row < len(b.heights)-1 && top+b.heights[row] <= room {
		top += b.heights[row]
		row++
	}
	upper = &band{heights: make([]float64, row+1)}
	lower = &band{heights: make([]float64, len(b.heights)-row)}
	copy(upper.heights, b.heights[:row])
	for _, c := range b.cells {
		switch {
		case c.row+c.rowspan <= row:
			upper.cells = append(upper.cells, c)
		case c.row > row:
			c.row -= row
			lower.cells = append(lower.cells, c)
		default:
			head, tail := c.divide(room - sum(b.heights[:c.row]) - 2*pad.y)
			ok = ok || len(head.lines) > 0
			head.rowspan = row - c.row + 1
			tail.rowspan = c.row + c.rowspan - row
			tail.row = 0
			upper.cells = append(upper.cells, head)
			lower.cells = append(lower.cells, tail)
		}
	}
	upper.fit(pad)
	lower.fit(pad)
	return upper, lower, ok && upper.height() <= room+.01
}

// divide splits a cell into the lines that fit into room, and the rest. The bar stays under the
// last line.
func (c tableCell) divide(room float64) (head, tail tableCell) {
	n, h := 0, 0.
	for n < len(c.lines) && h+c.lines[n].height <= room {
		h += c.lines[n].height
		n++
	}
	head, tail = c, c
	head.lines, tail.lines = c.lines[:n], c.lines[n:]
	head.place, tail.place = atTop, atTop
	if c.share > 0 {
		if n == len(c.lines) && h+cellBar <= room {
			tail.share = 0
		} else {
			head.share = 0
		}
	}
	return head, tail
}
