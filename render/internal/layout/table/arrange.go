package table

import (
	"context"
	"iter"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// Input is a table to lay out.
type Input struct {
	Grid *Grid
	// Cards are the cards in the table; each has a place.
	Cards []Card
	// Aspect is the width of the page divided by its height.
	Aspect float64
	// Reserved is the size of margins, title and legend on the page.
	Reserved geom.Size
}

// Card is the size of a card and its place in the table.
type Card struct {
	geom.Size
	Place *Place
	// Leads reports whether a line leaves the end of the bar. The texts then end there, too, so
	// that they do not obstruct it.
	Leads bool
}

// partsWorth is how much higher the page of a table in one part must be to justify a division: a
// reader compares the tracks of one part at a glance.
const partsWorth = 1.15

// Layout tries the arrangements of a table and returns the arrangement that is largest in print on
// a page of the aspect. The error comes from ctx.
func Layout(ctx context.Context, in *Input) (*Placed, error) {
	t := newTable(in)
	best := t.layout(t.narrowest())
	least := t.pageHeight(best)
	for a := range t.arrangements() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out := t.layout(a)
		high := t.pageHeight(out)
		if a.parts > 1 {
			high *= partsWorth
		}
		if high < least {
			best, least = out, high
		}
	}
	return best, nil
}

// pageHeight returns the height of a page of the aspect with the table and the reserved size.
func (t *table) pageHeight(p *Placed) float64 {
	return math.Max((p.Width+t.in.Reserved.W)/t.in.Aspect, p.Height+t.in.Reserved.H)
}

type table struct {
	in        *Input
	grid      *Grid
	cells     map[position][]int
	cellCards map[position][]int
	// spanCards are the cards on the scale, by row.
	spanCards [][]int
	// levels is the number of heading rows over the columns.
	levels int
	// labelled marks rows with space for the label of a zone or a mark.
	labelled []bool
}

type position struct{ row, column int }

type arrangement struct {
	// perLine is the number of cards side by side in each column.
	perLine []int
	// scale is the length of one unit of the scale, in points.
	scale float64
	parts int
}

func newTable(in *Input) *table {
	t := &table{in: in, grid: in.Grid, cells: map[position][]int{}, cellCards: map[position][]int{},
		spanCards: make([][]int, len(in.Grid.Rows)), labelled: make([]bool, len(in.Grid.Rows))}
	for i, c := range t.grid.Cells {
		at := position{c.Row, c.Column}
		t.cells[at] = append(t.cells[at], i)
	}
	for i, c := range in.Cards {
		if c.Place.Span != nil {
			t.spanCards[c.Place.Row] = append(t.spanCards[c.Place.Row], i)
			continue
		}
		at := position{c.Place.Row, c.Place.Column}
		t.cellCards[at] = append(t.cellCards[at], i)
	}
	for _, c := range t.grid.Columns {
		t.levels = max(t.levels, len(bandPath(t.grid.ColumnBands, c.Band)))
	}
	for _, z := range t.grid.Zones {
		t.labelled[z.FirstRow] = true
	}
	if len(t.grid.Marks) > 0 && len(t.labelled) > 0 {
		t.labelled[0] = true
	}
	return t
}

func bandPath(bands []Band, band int) []int {
	var path []int
	for ; band >= 0; band = bands[band].Parent {
		path = append(path, band)
	}
	slices.Reverse(path)
	return path
}

// commonPrefix returns the number of bands that two paths share from the top.
func commonPrefix(a, b []int) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// narrowest returns the first arrangement: one card per line, the shortest scale, one part.
func (t *table) narrowest() arrangement {
	a := arrangement{perLine: make([]int, len(t.grid.Columns)), scale: t.minScale(), parts: 1}
	for i := range a.perLine {
		a.perLine[i] = 1
	}
	return a
}

// minScale returns the least scale at which every head on it fits.
func (t *table) minScale() float64 {
	const minWidth = 560 // points
	least, length := 0.0, 0.0
	for _, c := range t.grid.Columns {
		if c.Length > 0 {
			least = math.Max(least, c.Head.W/c.Length)
			length += c.Length
		}
	}
	if length > 0 {
		least = math.Max(least, minWidth/length)
	}
	return least
}

// arrangements yields the candidates after the narrowest: longer scales, more parts, or more cards
// per line.
func (t *table) arrangements() iter.Seq[arrangement] {
	const maxParts = 24
	return func(yield func(arrangement) bool) {
		first := t.narrowest()
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
		for parts := 2; parts <= min(t.breakable(), maxParts); parts++ {
			a := first
			a.parts = parts
			if !yield(a) {
				return
			}
		}
		if t.breakable() > 0 {
			return
		}
		for t.addPerLine(&first) {
			next := first
			next.perLine = slices.Clone(first.perLine)
			if !yield(next) {
				return
			}
		}
	}
}

// breakable returns the number of tracks that may be divided among parts.
func (t *table) breakable() int {
	switch {
	case t.grid.WrapRows:
		return len(t.grid.Rows)
	case t.grid.WrapColumns:
		return len(t.grid.Columns)
	}
	return 0
}

// addPerLine adds a card per line in the column whose cards determine the height of the highest
// row. It returns false if the cards of every cell already form one line.
func (t *table) addPerLine(a *arrangement) bool {
	highest, column := 0.0, -1
	for row := range t.grid.Rows {
		for c := range t.grid.Columns {
			if cards := t.cellCards[position{row, c}]; len(cards) > a.perLine[c] {
				if h := t.cardsSize(cards, a.perLine[c]).H; h > highest {
					highest, column = h, c
				}
			}
		}
	}
	if column < 0 {
		return false
	}
	a.perLine[column]++
	return true
}
