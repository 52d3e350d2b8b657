package layout

import (
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// stand gives everything in the table its place in an arrangement.
func (t *table) stand(a arrangement) *Placed {
	g := t.grid
	s := &seating{table: t, arrangement: a, widths: t.widths(a), out: &Placed{
		Cards: make([]geom.Rect, len(t.in.Cards)), Lines: make([][]geom.Point, len(t.in.Edges)),
		Grid: &PlacedGrid{Cells: make([]geom.Rect, len(g.Cells)), Spans: make([]Stretch, len(t.in.Cards)), Marks: make([]geom.Rect, len(g.Marks)),
			ZoneLabels: make([]geom.Rect, len(g.Zones)), MarkLabels: make([]geom.Rect, len(g.Marks))},
	}}
	s.headWidth = g.Corner.W
	for _, r := range g.Rows {
		s.headWidth = math.Ceil(math.Max(s.headWidth, r.Head.W))
	}
	bands := gridBand * float64(t.levels)
	s.headHeight = math.Max(gridBand, g.Corner.H-bands)
	for _, c := range g.Columns {
		s.headHeight = math.Ceil(math.Max(s.headHeight, c.Head.H))
	}
	rows, columns := t.parts(a, s.widths)
	at := geom.Point{}
	for i := range rows {
		size := s.part(rows[i], columns[i], at)
		s.out.Width, s.out.Height = math.Max(s.out.Width, at.X+size.W), math.Max(s.out.Height, at.Y+size.H)
		if g.WrapRows {
			at.X += size.W + gridParts
		} else {
			at.Y += size.H + gridParts
		}
	}
	return s.out
}

// seating is a table on its way into its places.
type seating struct {
	*table
	arrangement
	out                   *Placed
	widths                []float64
	headWidth, headHeight float64
}

// lines are the beginnings and lengths of tracks, by their index.
type lines struct {
	Tracks
	at, long []float64
}

// part places one part of the table and returns its size.
func (s *seating) part(rows, columns Tracks, at geom.Point) geom.Size {
	g := s.out.Grid
	x := s.columnLines(columns, at)
	top := at.Y + gridBand*float64(s.levels) + s.headHeight
	y := s.rowLines(rows, columns, geom.Pt(at.X, top), x)
	right, bottom := x.end(columns, at.X+s.headWidth), y.end(rows, top)

	g.Corners = append(g.Corners, geom.Rect{X: at.X, Y: at.Y, W: s.headWidth, H: top - at.Y})
	s.fields(x, y)
	for row := rows.From; row < rows.To; row++ {
		g.Rows = append(g.Rows, Part{row, geom.Rect{X: at.X, Y: y.at[row], W: s.headWidth, H: y.long[row]}})
		for column := columns.From; column < columns.To; column++ {
			s.place(row, column, geom.Rect{X: x.at[column], Y: y.at[row], W: x.long[column], H: y.long[row]})
		}
		s.span(row, x, y.at[row])
	}
	s.zones(x, y)
	s.marks(x, top, bottom)
	return geom.Size{W: right - at.X, H: bottom - at.Y}
}

// end is where the last track ends.
func (l lines) end(t Tracks, otherwise float64) float64 {
	if t.To == t.From {
		return otherwise
	}
	return l.at[t.To-1] + l.long[t.To-1]
}

// columnLines places the columns with their heads and headings.
func (s *seating) columnLines(columns Tracks, at geom.Point) lines {
	g := s.out.Grid
	x := lines{columns, make([]float64, len(s.widths)), s.widths}
	left, headTop := at.X+s.headWidth, at.Y+gridBand*float64(s.levels)
	var over []int
	for i := columns.From; i < columns.To; i++ {
		column := s.grid.Columns[i]
		bands := chain(s.grid.ColumnBands, column.Band)
		common := shared(over, bands)
		if column.Apart && i > columns.From {
			left += gridApart
			common = 0
		}
		x.at[i] = left
		for level, band := range bands {
			r := geom.Rect{X: left, Y: at.Y + gridBand*float64(level), W: s.widths[i], H: gridBand}
			if level < common {
				k := lastPart(g.ColumnBands, band)
				g.ColumnBands[k].W = r.Right() - g.ColumnBands[k].X
				continue
			}
			g.ColumnBands = append(g.ColumnBands, Part{band, r})
		}
		g.Columns = append(g.Columns, Part{i, geom.Rect{X: left, Y: headTop, W: s.widths[i], H: s.headHeight}})
		left += s.widths[i]
		over = bands
	}
	return x
}

// lastPart is the place in the list of the last part with an index.
func lastPart(parts []Part, index int) int {
	for i := len(parts) - 1; i > 0; i-- {
		if parts[i].Index == index {
			return i
		}
	}
	return 0
}

// rowLines places the rows, and the headings above them as wide as the part.
func (s *seating) rowLines(rows, columns Tracks, at geom.Point, x lines) lines {
	y := lines{rows, make([]float64, len(s.grid.Rows)), make([]float64, len(s.grid.Rows))}
	long := scaleLength(s.grid.Columns, s.widths)
	right := x.end(columns, at.X+s.headWidth)
	top := at.Y
	var over []int
	for i := rows.From; i < rows.To; i++ {
		bands := chain(s.grid.RowBands, s.grid.Rows[i].Band)
		if s.grid.Rows[i].Apart && i > rows.From {
			top += gridApart
		}
		for _, band := range bands[shared(over, bands):] {
			s.out.Grid.RowBands = append(s.out.Grid.RowBands, Part{band, geom.Rect{X: at.X, Y: top, W: right - at.X, H: gridBand}})
			top += gridBand
		}
		y.at[i], y.long[i] = top, s.rowHeight(i, s.arrangement, columns, long)
		top += y.long[i]
		over = bands
	}
	return y
}

// place stands the cards and words of one place in its room.
func (s *seating) place(row, column int, room geom.Rect) {
	at := place{row, column}
	cards := s.flow[at]
	words := room
	if len(cards) > 0 {
		words.H = s.wordsHeight(at)
		words.Y = room.Bottom() - words.H
	}
	for _, i := range s.cells[at] {
		s.out.Grid.Cells[i] = words
	}
	abreast := s.abreast[column]
	y := room.Y + s.lead(row) + gridPad
	for line := range slices.Chunk(cards, abreast) {
		x, high := room.X+gridPad, 0.0
		for _, c := range line {
			size := s.in.Cards[c].Size
			s.out.Cards[c] = geom.Rect{X: x, Y: y, W: size.W, H: size.H}
			x += size.W + gridAcross
			high = math.Max(high, size.H)
		}
		y += high + gridDown
	}
}

// span stands the cards of a row's scale.
func (s *seating) span(row int, x lines, top float64) {
	left := s.scaleLeft(x)
	l := s.lanes(row, s.arrangement, scaleLength(s.grid.Columns, s.widths))
	for i, c := range l.cards {
		s.out.Cards[c] = l.rects[i].Move(left, top+s.lead(row)+gridPad)
		s.out.Grid.Spans[c] = Stretch{left + l.spans[i].Left, left + l.spans[i].Right}
	}
}

// scaleLeft is where the scale begins.
func (s *seating) scaleLeft(x lines) float64 {
	i := slices.IndexFunc(s.grid.Columns, func(c Track) bool { return c.Length > 0 })
	if i < 0 {
		return 0
	}
	return x.at[i]
}
