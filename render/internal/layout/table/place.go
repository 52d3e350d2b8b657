package table

import (
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

type placement struct {
	table       *table
	arrangement arrangement
	out         *Placed
	// widths are the widths of the columns.
	widths                []float64
	headWidth, headHeight float64
}

func (t *table) layout(a arrangement) *Placed {
	g := t.grid
	p := &placement{table: t, arrangement: a, widths: t.widths(a), out: &Placed{
		Cards: make([]geom.Rect, len(t.in.Cards)), Cells: make([]geom.Rect, len(g.Cells)),
		Bars: make([]geom.Rect, len(t.in.Cards)), Marks: make([]geom.Rect, len(g.Marks)),
		ZoneLabels: make([]geom.Rect, len(g.Zones)), MarkLabels: make([]geom.Rect, len(g.Marks)),
	}}
	p.headWidth = g.Corner.W
	for _, r := range g.Rows {
		p.headWidth = math.Ceil(math.Max(p.headWidth, r.Head.W))
	}
	p.headHeight = math.Max(bandHeight, g.Corner.H-p.bandsHeight())
	for _, c := range g.Columns {
		p.headHeight = math.Ceil(math.Max(p.headHeight, c.Head.H))
	}
	rows, columns := t.parts(a, p.widths)
	at := geom.Point{}
	for i := range rows {
		size := p.part(rows[i], columns[i], at)
		p.out.Width, p.out.Height = math.Max(p.out.Width, at.X+size.W), math.Max(p.out.Height, at.Y+size.H)
		if g.WrapRows {
			at.X += size.W + partGap
		} else {
			at.Y += size.H + partGap
		}
	}
	return p.out
}

func (p *placement) bandsHeight() float64 { return bandHeight * float64(p.table.levels) }

// tracks has the positions and lengths of the tracks of a part, by their index in the grid.
type tracks struct {
	Tracks
	at, length []float64
}

// end returns the end of the last track of a run, or otherwise for an empty run.
func (t tracks) end(run Tracks, otherwise float64) float64 {
	if run.To == run.From {
		return otherwise
	}
	return t.at[run.To-1] + t.length[run.To-1]
}

func (p *placement) part(rows, columns Tracks, at geom.Point) geom.Size {
	x := p.columns(columns, at)
	top := at.Y + p.bandsHeight() + p.headHeight
	y := p.rows(rows, columns, geom.Pt(at.X, top), x)
	right, bottom := x.end(columns, at.X+p.headWidth), y.end(rows, top)

	p.out.Corners = append(p.out.Corners, geom.Rect{X: at.X, Y: at.Y, W: p.headWidth, H: top - at.Y})
	p.fields(x, y)
	for row := rows.From; row < rows.To; row++ {
		p.out.Rows = append(p.out.Rows, Part{row, geom.Rect{X: at.X, Y: y.at[row], W: p.headWidth, H: y.length[row]}})
		for column := columns.From; column < columns.To; column++ {
			p.cell(row, column, geom.Rect{X: x.at[column], Y: y.at[row], W: x.length[column], H: y.length[row]})
		}
		p.spans(row, x, y.at[row])
	}
	p.zones(x, y)
	p.marks(x, top, bottom)
	return geom.Size{W: right - at.X, H: bottom - at.Y}
}

func (p *placement) columns(run Tracks, at geom.Point) tracks {
	g, out := p.table.grid, p.out
	x := tracks{run, make([]float64, len(p.widths)), p.widths}
	left, headTop := at.X+p.headWidth, at.Y+p.bandsHeight()
	var before []int
	for i := run.From; i < run.To; i++ {
		column := g.Columns[i]
		bands := bandPath(g.ColumnBands, column.Band)
		common := commonPrefix(before, bands)
		if column.GroupStart && i > run.From {
			left += groupGap
			common = 0
		}
		x.at[i] = left
		for level, band := range bands {
			r := geom.Rect{X: left, Y: at.Y + bandHeight*float64(level), W: p.widths[i], H: bandHeight}
			if level < common {
				k := lastPart(out.ColumnBands, band)
				out.ColumnBands[k].W = r.Right() - out.ColumnBands[k].X
				continue
			}
			out.ColumnBands = append(out.ColumnBands, Part{band, r})
		}
		top := at.Y + bandHeight*float64(len(bands)) // the head fills the place of missing bands
		out.Columns = append(out.Columns, Part{i, geom.Rect{X: left, Y: top, W: p.widths[i], H: headTop + p.headHeight - top}})
		left += p.widths[i]
		before = bands
	}
	return x
}

func lastPart(parts []Part, index int) int {
	for i := len(parts) - 1; i > 0; i-- {
		if parts[i].Index == index {
			return i
		}
	}
	return 0
}

// rows places the rows, and the headings above them across the whole part.
func (p *placement) rows(run, columns Tracks, at geom.Point, x tracks) tracks {
	g := p.table.grid
	y := tracks{run, make([]float64, len(g.Rows)), make([]float64, len(g.Rows))}
	width := scaleWidth(g.Columns, p.widths)
	right := x.end(columns, at.X+p.headWidth)
	top := at.Y
	var above []int
	for i := run.From; i < run.To; i++ {
		bands := bandPath(g.RowBands, g.Rows[i].Band)
		if g.Rows[i].GroupStart && i > run.From {
			top += groupGap
		}
		for _, band := range bands[commonPrefix(above, bands):] {
			p.out.RowBands = append(p.out.RowBands, Part{band, geom.Rect{X: at.X, Y: top, W: right - at.X, H: bandHeight}})
			top += bandHeight
		}
		y.at[i], y.length[i] = top, p.table.rowHeight(i, p.arrangement, columns, width)
		top += y.length[i]
		above = bands
	}
	return y
}

func (p *placement) cell(row, column int, room geom.Rect) {
	at := position{row, column}
	cards := p.table.cellCards[at]
	words := room
	if len(cards) > 0 {
		words.H = p.table.wordsHeight(at)
		words.Y = room.Bottom() - words.H
	}
	for _, i := range p.table.cells[at] {
		p.out.Cells[i] = words
	}
	y := room.Y + p.table.labelRoom(row) + cellPad
	for line := range slices.Chunk(cards, p.arrangement.perLine[column]) {
		x, height := room.X+cellSide, 0.0
		for _, c := range line {
			size := p.table.in.Cards[c].Size
			p.out.Cards[c] = geom.Rect{X: x, Y: y, W: size.W, H: size.H}
			x += size.W + columnGap
			height = math.Max(height, size.H)
		}
		y += height + p.table.gapBelow(cards)
	}
}

func (p *placement) spans(row int, x tracks, top float64) {
	left := p.scaleLeft(x)
	s := p.table.scaleRow(row, p.arrangement, scaleWidth(p.table.grid.Columns, p.widths))
	down := top + p.table.labelRoom(row) + cellPad
	for i, c := range s.cards {
		p.out.Cards[c], p.out.Bars[c] = s.rects[i].Move(left, down), s.bars[i].Move(left, down)
	}
}

func (p *placement) scaleLeft(x tracks) float64 {
	i := slices.IndexFunc(p.table.grid.Columns, func(c Track) bool { return c.Length > 0 })
	if i < 0 {
		return 0
	}
	return x.at[i]
}

// fields adds the backgrounds of a part and the rules on them.
func (p *placement) fields(x, y tracks) {
	for _, row := range groups(p.table.grid.Rows, y) {
		for _, column := range groups(p.table.grid.Columns, x) {
			f := geom.Rect{X: column.Left, Y: row.Left, W: column.Right - column.Left, H: row.Right - row.Left}
			p.out.Fields = append(p.out.Fields, f)
			for i := y.From; i < y.To; i++ {
				if end := y.at[i] + y.length[i]; end > f.Y && end < f.Bottom() {
					p.out.Rules = append(p.out.Rules, geom.Rect{X: f.X, Y: end, W: f.W})
				}
			}
			for i := x.From; i < x.To; i++ {
				if end := x.at[i] + x.length[i]; end > f.X && end < f.Right() {
					p.out.Rules = append(p.out.Rules, geom.Rect{X: end, Y: f.Y, H: f.H})
				}
			}
		}
	}
}

func groups(all []Track, t tracks) []Interval {
	var found []Interval
	for i := t.From; i < t.To; i++ {
		if i == t.From || all[i].GroupStart {
			found = append(found, Interval{Left: t.at[i]})
		}
		found[len(found)-1].Right = t.at[i] + t.length[i]
	}
	return found
}

func (p *placement) zones(x, y tracks) {
	for i, z := range p.table.grid.Zones {
		rows := Tracks{max(z.FirstRow, y.From), min(z.LastRow+1, y.To)}
		columns := Tracks{max(z.FirstColumn, x.From), min(z.LastColumn+1, x.To)}
		if rows.From >= rows.To || columns.From >= columns.To {
			continue
		}
		r := geom.Rect{X: x.at[columns.From], Y: y.at[rows.From]}
		r.W, r.H = x.end(columns, 0)-r.X, y.end(rows, 0)-r.Y
		p.out.Zones = append(p.out.Zones, Part{i, r})
		p.out.ZoneLabels[i] = geom.Rect{X: r.X + labelPad, Y: r.Y + (labelRoom-z.Label.H)/2 + 2,
			W: math.Min(z.Label.W, r.W-2*labelPad), H: z.Label.H}
	}
}

// marks places the vertical lines. A label is to the right of its line, or to the left at the end
// of the scale.
func (p *placement) marks(x tracks, top, bottom float64) {
	left, width := p.scaleLeft(x), scaleWidth(p.table.grid.Columns, p.widths)
	for i, m := range p.table.grid.Marks {
		at := left + m.At*p.arrangement.scale
		p.out.Marks[i] = geom.Rect{X: at, Y: top, H: bottom - top}
		label := geom.Rect{X: at, Y: top + 2, W: m.Label.W, H: m.Label.H}
		if label.Right() > left+width {
			label.X = at - label.W
		}
		p.out.MarkLabels[i] = label
	}
}
