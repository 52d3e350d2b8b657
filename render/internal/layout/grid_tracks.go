package layout

import (
	"cmp"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// widths is how wide each column is. Columns of a run that no gap divides are of one width, but for what cards and the scale need.
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
		if i+1 < len(widths) && !t.grid.Columns[i+1].Apart {
			continue
		}
		even := math.Ceil(slices.Max(widths[begin : i+1]))
		for k := begin; k <= i; k++ {
			widths[k] = even
		}
		begin = i + 1
	}
	for at, cards := range t.flow {
		widths[at.column] = math.Max(widths[at.column], t.flowSize(cards, a.abreast[at.column]).W+2*gridPad)
	}
	for i, c := range t.grid.Columns {
		if c.Length > 0 {
			widths[i] = c.Length * a.scale
		}
	}
	return widths
}

// lanes are the cards of a row's scale in lines without meeting, each where its span begins or, at the scale's end, where it has room.
type lanes struct {
	cards []int
	rects []geom.Rect // relative to where the scale begins and to the first lane's top
	spans []Stretch
	high  float64
}

func (t *table) lanes(row int, a arrangement, long float64) lanes {
	var l lanes
	l.cards = slices.Clone(t.spanned[row])
	left := make(map[int]float64, len(l.cards))
	wide := make(map[int]float64, len(l.cards))
	deep := 0.0
	for _, c := range l.cards {
		card := t.in.Cards[c]
		s := Stretch{card.Place.Span.From * a.scale, card.Place.Span.To * a.scale}
		begin := math.Max(0, s.Left-gridBefore)
		wide[c] = math.Min(long, math.Max(card.W, s.Right+gridAfter-begin))
		left[c] = math.Max(0, math.Min(begin, long-wide[c]))
		deep = math.Max(deep, card.H)
	}
	slices.SortStableFunc(l.cards, func(x, y int) int { return cmp.Compare(left[x], left[y]) })
	var ends []float64
	for _, c := range l.cards {
		lane := slices.IndexFunc(ends, func(end float64) bool { return end+gridAcross <= left[c] })
		if lane < 0 {
			lane = len(ends)
			ends = append(ends, 0)
		}
		ends[lane] = left[c] + wide[c]
		span := t.in.Cards[c].Place.Span
		l.rects = append(l.rects, geom.Rect{X: left[c], Y: float64(lane) * (deep + gridDown), W: wide[c], H: t.in.Cards[c].H})
		l.spans = append(l.spans, Stretch{span.From * a.scale, span.To * a.scale})
	}
	if len(ends) > 0 {
		l.high = float64(len(ends))*(deep+gridDown) - gridDown
	}
	return l
}

// rowHeight is how high a row is in a part of the table with some of the columns.
func (t *table) rowHeight(row int, a arrangement, columns Tracks, long float64) float64 {
	lead := t.lead(row)
	high := t.grid.Rows[row].Head.H
	if spanned := t.lanes(row, a, long); spanned.high > 0 {
		high = math.Max(high, lead+spanned.high+2*gridPad)
	}
	for column := columns.From; column < columns.To; column++ {
		at := place{row, column}
		words := t.wordsHeight(at)
		if cards := t.flow[at]; len(cards) > 0 {
			high = math.Max(high, lead+gridPad+t.flowSize(cards, a.abreast[column]).H+math.Max(words, gridPad))
			continue
		}
		high = math.Max(high, lead+words)
	}
	return math.Ceil(high)
}

// lead is the room that a row leaves at its top.
func (t *table) lead(row int) float64 {
	if t.labelled[row] {
		return gridLead
	}
	return 0
}

// wordsHeight is that of the cells in a place.
func (t *table) wordsHeight(at place) float64 {
	high := 0.0
	for _, i := range t.cells[at] {
		high = math.Max(high, t.grid.Cells[i].H)
	}
	return high
}

// scaleLength is that of all parts of the scale in points.
func scaleLength(columns []Track, widths []float64) float64 {
	long := 0.0
	for i, c := range columns {
		if c.Length > 0 {
			long += widths[i]
		}
	}
	return long
}
