package layout

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// fields adds the grounds of a part, one for each run of rows by each run of columns, with the lines on them.
func (s *seating) fields(x, y lines) {
	g := s.out.Grid
	for _, row := range together(s.grid.Rows, y) {
		for _, column := range together(s.grid.Columns, x) {
			f := geom.Rect{X: column.Left, Y: row.Left, W: column.Right - column.Left, H: row.Right - row.Left}
			g.Fields = append(g.Fields, f)
			for i := y.From; i < y.To; i++ {
				if end := y.at[i] + y.long[i]; end > f.Y && end < f.Bottom() {
					g.Rules = append(g.Rules, geom.Rect{X: f.X, Y: end, W: f.W, H: 0})
				}
			}
			for i := x.From; i < x.To; i++ {
				if end := x.at[i] + x.long[i]; end > f.X && end < f.Right() {
					g.Rules = append(g.Rules, geom.Rect{X: end, Y: f.Y, W: 0, H: f.H})
				}
			}
		}
	}
}

// together are the stretches of tracks without a gap between them.
func together(all []Track, l lines) []Stretch {
	var found []Stretch
	for i := l.From; i < l.To; i++ {
		if i == l.From || all[i].Apart {
			found = append(found, Stretch{Left: l.at[i]})
		}
		found[len(found)-1].Right = l.at[i] + l.long[i]
	}
	return found
}

// zones places what of each zone is in the part.
func (s *seating) zones(x, y lines) {
	for i, z := range s.grid.Zones {
		rows := Tracks{max(z.FirstRow, y.From), min(z.LastRow+1, y.To)}
		columns := Tracks{max(z.FirstColumn, x.From), min(z.LastColumn+1, x.To)}
		if rows.From >= rows.To || columns.From >= columns.To {
			continue
		}
		r := geom.Rect{X: x.at[columns.From], Y: y.at[rows.From]}
		r.W, r.H = x.end(columns, 0)-r.X, y.end(rows, 0)-r.Y
		s.out.Grid.Zones = append(s.out.Grid.Zones, Part{i, r})
		s.out.Grid.ZoneLabels[i] = geom.Rect{X: r.X + gridLabelPad, Y: r.Y + (gridLead-z.Label.H)/2 + 2, W: math.Min(z.Label.W, r.W-2*gridLabelPad), H: z.Label.H}
	}
}

// marks places the upright lines with their labels, beside the line on the side where there is room.
func (s *seating) marks(x lines, top, bottom float64) {
	left, long := s.scaleLeft(x), scaleLength(s.grid.Columns, s.widths)
	for i, m := range s.grid.Marks {
		at := left + m.At*s.scale
		s.out.Grid.Marks[i] = geom.Rect{X: at, Y: top, H: bottom - top}
		label := geom.Rect{X: at, Y: top + 2, W: m.Label.W, H: m.Label.H}
		if label.Right() > left+long {
			label.X = at - label.W
		}
		s.out.Grid.MarkLabels[i] = label
	}
}
