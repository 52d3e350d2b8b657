package layout

import (
	"context"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/route"
)

// placeGrid lays out a table: of the ways to arrange it, the one that can be printed largest on the page. The error is that of ctx.
func placeGrid(ctx context.Context, in *Input) (*Placed, error) {
	t := newTable(in)
	best := t.stand(t.first())
	for arrangement := range t.arrangements() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if out := t.stand(arrangement); t.need(out) < t.need(best) {
			best = out
		}
	}
	p := &placer{in: in, out: best}
	p.leadGrid(ctx)
	p.placeLabels()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return p.out, nil
}

// need is how high the page must be to hold a table with what stands beside it.
func (t *table) need(p *Placed) float64 {
	return math.Max((p.Width+t.in.Beside.W)/t.in.Shape, p.Height+t.in.Beside.H)
}

// leadGrid leads the edges between the cards of a table, around the labels in its cells.
func (p *placer) leadGrid(ctx context.Context) {
	task := route.Task{Cards: p.out.Cards, Stop: func() bool { return ctx.Err() != nil }}
	for i, f := range p.out.Grid.Fields {
		if i == 0 {
			task.Bounds = f
			continue
		}
		task.Bounds = around(task.Bounds, f)
	}
	task.Texts = p.headTexts()
	task.Boxes = p.gridBoxes()
	for _, e := range p.in.Edges {
		task.Lines = append(task.Lines, route.Line{From: e.From, To: e.To, Arrow: e.Arrow, Kind: e.Kind})
	}
	if len(task.Lines) > 0 {
		p.out.Lines = route.Route(task)
	}
}

// gridBoxes are rectangles whose sides are the lines of the table and of its zones, so that no edge runs along one.
func (p *placer) gridBoxes() []geom.Rect {
	boxes := append(slices.Clone(p.out.Grid.Fields), p.out.Grid.Rules...)
	for _, z := range p.out.Grid.Zones {
		boxes = append(boxes, z.Rect)
	}
	return boxes
}

// gridTexts are the heads, labels and words in a table, which no line may cross.
func (p *placer) gridTexts() []geom.Rect {
	g := p.out.Grid
	texts := slices.Concat(g.Corners, g.ZoneLabels, g.MarkLabels)
	for _, heads := range [][]Part{g.Rows, g.Columns, g.RowBands, g.ColumnBands} {
		for _, head := range heads {
			texts = append(texts, head.Rect)
		}
	}
	for i, c := range p.in.Grid.Cells {
		if c.Size != (geom.Size{}) {
			texts = append(texts, geom.Rect{X: g.Cells[i].X, Y: g.Cells[i].Y, W: c.W, H: g.Cells[i].H})
		}
	}
	return texts
}

// around is the least rectangle that holds both.
func around(a, b geom.Rect) geom.Rect {
	x, y := math.Min(a.X, b.X), math.Min(a.Y, b.Y)
	return geom.Rect{X: x, Y: y, W: math.Max(a.Right(), b.Right()) - x, H: math.Max(a.Bottom(), b.Bottom()) - y}
}
