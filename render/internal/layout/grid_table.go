package layout

import (
	"iter"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// table is a grid with what stands in each of its places.
type table struct {
	in   *Input
	grid *Grid
	// cells and flow are by place: the cells there, and the cards that stand in it one after another. Spanned are the cards on the scale, by row.
	cells   map[place][]int
	flow    map[place][]int
	spanned [][]int
	// levels is how many headings stand above one another over the columns.
	levels int
	// labelled are the rows that leave room for the label of a zone or a mark.
	labelled []bool
}

type place struct{ row, column int }

// arrangement is one way to arrange a table.
type arrangement struct {
	// abreast is how many cards stand side by side in each column, scale the points of one unit of the scale.
	abreast []int
	scale   float64
	// parts is in how many parts the table goes on.
	parts int
}

func newTable(in *Input) *table {
	t := &table{in: in, grid: in.Grid, cells: map[place][]int{}, flow: map[place][]int{}, spanned: make([][]int, len(in.Grid.Rows)),
		labelled: make([]bool, len(in.Grid.Rows))}
	for i, c := range t.grid.Cells {
		at := place{c.Row, c.Column}
		t.cells[at] = append(t.cells[at], i)
	}
	for i, c := range in.Cards {
		if c.Place.Span != nil {
			t.spanned[c.Place.Row] = append(t.spanned[c.Place.Row], i)
			continue
		}
		at := place{c.Place.Row, c.Place.Column}
		t.flow[at] = append(t.flow[at], i)
	}
	for _, c := range t.grid.Columns {
		t.levels = max(t.levels, len(chain(t.grid.ColumnBands, c.Band)))
	}
	for _, z := range t.grid.Zones {
		t.labelled[z.FirstRow] = true
	}
	if len(t.grid.Marks) > 0 && len(t.labelled) > 0 {
		t.labelled[0] = true
	}
	return t
}

// chain lists a band and those over it, the topmost first.
func chain(bands []Band, band int) []int {
	var up []int
	for ; band >= 0; band = bands[band].Parent {
		up = append(up, band)
	}
	slices.Reverse(up)
	return up
}

// first is the arrangement that is narrowest.
func (t *table) first() arrangement {
	a := arrangement{abreast: make([]int, len(t.grid.Columns)), scale: t.leastScale(), parts: 1}
	for i := range a.abreast {
		a.abreast[i] = 1
	}
	return a
}

// leastScale is the one at which every head on the scale has room.
func (t *table) leastScale() float64 {
	least, length := 0.0, 0.0
	for _, c := range t.grid.Columns {
		if c.Length > 0 {
			least = math.Max(least, c.Head.W/c.Length)
			length += c.Length
		}
	}
	if length > 0 {
		least = math.Max(least, gridLeast/length)
	}
	return least
}

// arrangements are those worth trying besides the first: a longer scale, a table in several parts, or more cards side by side.
func (t *table) arrangements() iter.Seq[arrangement] {
	return func(yield func(arrangement) bool) {
		first := t.first()
		if first.scale > 0 {
			for step := 1; step <= 24; step++ {
				a := first
				a.scale *= 1 + float64(step)/6
				if !yield(a) {
					return
				}
			}
			return
		}
		for parts := 2; parts <= min(t.wrapping(), mostParts); parts++ {
			a := first
			a.parts = parts
			if !yield(a) {
				return
			}
		}
		if t.wrapping() > 0 {
			return
		}
		for t.widen(&first) {
			next := first
			next.abreast = slices.Clone(first.abreast)
			if !yield(next) {
				return
			}
		}
	}
}

// wrapping is how many tracks may be broken into parts.
func (t *table) wrapping() int {
	switch {
	case t.grid.WrapRows:
		return len(t.grid.Rows)
	case t.grid.WrapColumns:
		return len(t.grid.Columns)
	}
	return 0
}

// widen puts one more card side by side in the column whose cards make the highest row high. It reports false when that row is one of cards
// that stand side by side already.
func (t *table) widen(a *arrangement) bool {
	highest, column := 0.0, -1
	for row := range t.grid.Rows {
		for c := range t.grid.Columns {
			if cards := t.flow[place{row, c}]; len(cards) > a.abreast[c] {
				if h := t.flowSize(cards, a.abreast[c]).H; h > highest {
					highest, column = h, c
				}
			}
		}
	}
	if column < 0 {
		return false
	}
	a.abreast[column]++
	return true
}

// flowSize is the room of cards that are that many abreast.
func (t *table) flowSize(cards []int, abreast int) geom.Size {
	var s geom.Size
	for i := 0; i < len(cards); i += abreast {
		line := cards[i:min(i+abreast, len(cards))]
		wide, high := -float64(gridAcross), 0.0
		for _, c := range line {
			wide += t.in.Cards[c].W + gridAcross
			high = math.Max(high, t.in.Cards[c].H)
		}
		s.W = math.Max(s.W, wide)
		s.H += high + gridDown
	}
	s.H -= gridDown
	return s
}
