package table

import (
	"cmp"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// The distances of a table, in points.
const (
	bandHeight = 20
	groupGap   = 12 // before a track with GroupStart
	partGap    = 30 // between the parts of a table
	cellPad    = 16 // above and below the cards in a cell
	cellSide   = 12 // beside them
	columnGap  = 26 // between cards side by side, wide enough for lines
	rowGap     = 18 // between cards below one another
	listGap    = 8  // between bare cards below one another in a cell
	labelRoom  = 20 // above the content of a row, for the label of a zone or a mark
	labelPad   = 8  // left of a zone's label
	scaleEnd   = 4  // after a text at the end of the scale
)

// widths returns the widths of the columns. The columns of a run without a gap are equally wide,
// except for cards and the scale.
func (t *table) widths(a arrangement) []float64 {
	widths := make([]float64, len(t.grid.Columns))
	for i, c := range t.grid.Columns {
		widths[i] = c.Head.W
	}
	for _, c := range t.grid.Cells {
		widths[c.Column] = math.Max(widths[c.Column], c.W)
	}
	begin := 0
	for i := range widths {
		if i+1 < len(widths) && !t.grid.Columns[i+1].GroupStart {
			continue
		}
		even := math.Ceil(slices.Max(widths[begin : i+1]))
		for k := begin; k <= i; k++ {
			widths[k] = even
		}
		begin = i + 1
	}
	for at, cards := range t.cellCards {
		widths[at.column] = math.Max(widths[at.column], t.cardsSize(cards, a.perLine[at.column]).W+2*cellSide)
	}
	for i, c := range t.grid.Columns {
		if c.Length > 0 {
			widths[i] = c.Length * a.scale
		}
	}
	return widths
}

func (t *table) cardsSize(cards []int, perLine int) geom.Size {
	var s geom.Size
	for line := range slices.Chunk(cards, perLine) {
		width, height := -float64(columnGap), 0.0
		for _, c := range line {
			width += t.in.Cards[c].W + columnGap
			height = math.Max(height, t.in.Cards[c].H)
		}
		s.W = math.Max(s.W, width)
		s.H += height + t.gapBelow(cards)
	}
	s.H -= t.gapBelow(cards)
	return s
}

func (t *table) gapBelow(cards []int) float64 {
	if t.in.Cards[cards[0]].Place.Bare {
		return listGap
	}
	return rowGap
}

// scaleRow is the cards of a row's scale, in lanes without overlaps. Each card begins where its bar
// begins, or farther left at the end of the scale or before a line that leaves the bar.
type scaleRow struct {
	cards  []int
	rects  []geom.Rect // relative to the beginning of the scale and the top of the first lane
	bars   []geom.Rect
	height float64
}

// barOf returns the bar of a span in the first lane. The bar of a single day is its diamond.
func barOf(s *Span, scale float64) geom.Rect {
	left, right := s.From*scale, s.To*scale
	if !s.Later {
		left, right = math.Max(0, math.Min(left, right-BarEnd)), right+BarEnd
	}
	return geom.Rect{X: left, W: right - left, H: BarHeight}
}

func (t *table) scaleRow(row int, a arrangement, scaleWidth float64) scaleRow {
	s := scaleRow{cards: slices.Clone(t.spanCards[row])}
	left := make(map[int]float64, len(s.cards))
	width := make(map[int]float64, len(s.cards))
	highest := 0.0
	for _, c := range s.cards {
		card := t.in.Cards[c]
		bar := barOf(card.Place.Span, a.scale)
		end := scaleWidth - scaleEnd
		if card.Leads {
			end = math.Min(end, bar.Right())
		}
		left[c] = math.Max(0, math.Min(bar.X, end-card.W))
		width[c] = math.Max(card.W, bar.Right()-left[c])
		highest = math.Max(highest, card.H)
	}
	slices.SortStableFunc(s.cards, func(x, y int) int { return cmp.Compare(left[x], left[y]) })
	var ends []float64
	for _, c := range s.cards {
		lane := slices.IndexFunc(ends, func(end float64) bool { return end+columnGap <= left[c] })
		if lane < 0 {
			lane = len(ends)
			ends = append(ends, 0)
		}
		ends[lane] = left[c] + width[c]
		y := float64(lane) * (highest + rowGap)
		s.rects = append(s.rects, geom.Rect{X: left[c], Y: y, W: width[c], H: t.in.Cards[c].H})
		s.bars = append(s.bars, barOf(t.in.Cards[c].Place.Span, a.scale).Move(0, y))
	}
	if len(ends) > 0 {
		s.height = float64(len(ends))*(highest+rowGap) - rowGap
	}
	return s
}

// rowHeight returns the height of a row in a part of the table with some of the columns.
func (t *table) rowHeight(row int, a arrangement, columns Tracks, scaleWidth float64) float64 {
	top := t.labelRoom(row)
	height := t.grid.Rows[row].Head.H
	if s := t.scaleRow(row, a, scaleWidth); s.height > 0 {
		height = math.Max(height, top+s.height+2*cellPad)
	}
	for column := columns.From; column < columns.To; column++ {
		at := position{row, column}
		words := t.wordsHeight(at)
		if cards := t.cellCards[at]; len(cards) > 0 {
			height = math.Max(height, top+cellPad+t.cardsSize(cards, a.perLine[column]).H+math.Max(words, cellPad))
			continue
		}
		height = math.Max(height, top+words)
	}
	return math.Ceil(height)
}

func (t *table) labelRoom(row int) float64 {
	if t.labelled[row] {
		return labelRoom
	}
	return 0
}

func (t *table) wordsHeight(at position) float64 {
	height := 0.0
	for _, i := range t.cells[at] {
		height = math.Max(height, t.grid.Cells[i].H)
	}
	return height
}

func scaleWidth(columns []Track, widths []float64) float64 {
	width := 0.0
	for i, c := range columns {
		if c.Length > 0 {
			width += widths[i]
		}
	}
	return width
}
