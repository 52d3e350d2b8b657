package layout

import (
	"context"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/route"
)

// besideText is how much farther from the ends of a head's texts lines keep than from their feet: one right beside a word looks like a part of it.
const besideText = 3

// lead leads the lines that the trees did not draw.
func (p *placer) lead(ctx context.Context) {
	task := route.Task{Bounds: geom.Rect{X: 0, Y: 0, W: p.out.Width, H: p.out.Height}, Cards: p.out.Cards, Boxes: p.out.Boxes, TextBoxes: []int{}}
	for _, c := range p.in.Cards {
		task.CardBoxes = append(task.CardBoxes, c.Box)
	}
	task.Stop = func() bool { return ctx.Err() != nil }
	for _, t := range p.headTexts() {
		task.Texts = append(task.Texts, geom.Rect{X: t.X - besideText, Y: t.Y, W: t.W + 2*besideText, H: t.H})
	}
	for i, b := range p.in.Boxes {
		task.Parents = append(task.Parents, b.Parent)
		for range b.HeadTexts {
			task.TextBoxes = append(task.TextBoxes, i)
		}
	}
	var edges []int
	for i, e := range p.in.Edges {
		if p.out.Lines[i] != nil {
			task.Drawn = append(task.Drawn, p.out.Lines[i])
			continue
		}
		edges = append(edges, i)
		task.Lines = append(task.Lines, route.Line{From: e.From, To: e.To, Hierarchy: e.Hierarchy && !e.Beside, Arrow: e.Arrow, Kind: e.Kind})
	}
	for k, line := range route.Route(task) {
		p.out.Lines[edges[k]] = line
	}
}
