package layout

import (
	"context"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/route"
)

func routeLines(ctx context.Context, in *Input, out *Placed) {
	task := route.Task{Cards: out.Cards, Stop: func() bool { return ctx.Err() != nil }}
	if out.Grid != nil {
		addTable(&task, in, out)
		if out.Grid.HasBars() {
			task.Distances = route.Airy()
		}
	} else {
		addBoxes(&task, in, out)
	}
	var edges []int
	for i, e := range in.Edges {
		if out.Lines[i] != nil {
			task.Drawn = append(task.Drawn, out.Lines[i])
			continue
		}
		edges = append(edges, i)
		task.Lines = append(task.Lines, route.Line{From: e.From, To: e.To, Hierarchy: in.Grid == nil && e.Hierarchy && !e.Assistant,
			Forward: out.Grid != nil && out.Grid.HasBars(), Arrow: e.Arrow, Kind: e.Kind})
	}
	if len(edges) == 0 {
		return
	}
	for k, line := range route.Route(task) {
		out.Lines[edges[k]] = line
	}
}

func addBoxes(task *route.Task, in *Input, out *Placed) {
	task.Bounds, task.Distances = geom.Rect{W: out.Width, H: out.Height}, route.Roomy()
	task.Boxes, task.TextBoxes = out.Boxes, []int{}
	for _, c := range in.Cards {
		task.CardBoxes = append(task.CardBoxes, c.Box)
	}
	for i, b := range in.Boxes {
		task.Parents, task.Open = append(task.Parents, b.Parent), append(task.Open, b.Bracket)
		if b.Bracket {
			r := out.Boxes[i]
			task.Rules = append(task.Rules, route.Rule{Rect: geom.Rect{X: r.X, Y: r.Y + b.Rule, W: r.W}, Box: i})
		}
		for range b.HeadTexts {
			task.TextBoxes = append(task.TextBoxes, i)
		}
	}
	// A line directly beside a word looks like a part of the word; a line below it does so less.
	const textMargin = 3
	for _, t := range texts(in, out) {
		task.Texts = append(task.Texts, geom.Rect{X: t.X - textMargin, Y: t.Y, W: t.W + 2*textMargin, H: t.H})
	}
}

// addTable adds the lines and texts of a table as obstacles. On a scale, lines lead from bar to
// bar.
func addTable(task *route.Task, in *Input, out *Placed) {
	for i, f := range out.Grid.Fields {
		if i == 0 {
			task.Bounds = f
			continue
		}
		task.Bounds = task.Bounds.Union(f)
	}
	task.Boxes, task.Texts = out.Grid.Edges(), texts(in, out)
	task.Cards = slices.Clone(task.Cards)
	for i, bar := range out.Grid.Bars {
		if bar.W > 0 {
			card := out.Cards[i]
			task.Cards[i] = bar
			task.Texts = append(task.Texts, geom.Rect{X: card.X, Y: bar.Bottom(), W: in.Cards[i].W, H: card.Bottom() - bar.Bottom()})
		}
	}
}

func texts(in *Input, out *Placed) []geom.Rect {
	if out.Grid != nil {
		return out.Grid.Texts(in.Grid)
	}
	var texts []geom.Rect
	for i, b := range in.Boxes {
		for _, t := range b.Texts(out.Boxes[i].W) {
			texts = append(texts, t.Move(out.Boxes[i].X, out.Boxes[i].Y))
		}
	}
	return texts
}
