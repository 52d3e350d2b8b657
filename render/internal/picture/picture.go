// Package picture lays out a graph and composes its scene: it measures cards, heads and labels,
// places everything, and draws it.
package picture

import (
	"cmp"
	"context"
	"fmt"
	"math"

	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/layout/tree"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// Picture is a finished picture. It is read-only and safe for concurrent use.
type Picture struct {
	// Input has the graph, its parts, and their positions.
	Input scene.Input
	Scene *scene.Scene
}

// Options are the options of a layout. All except Fallback and Forms are required.
type Options struct {
	Theme *theme.Theme
	// Paper gives the picture its shape; see [Shape].
	Paper  paper.Size
	Engine tree.Engine
	// Forms caches trees from other pictures by the same engine. Nil means no cache.
	Forms *tree.Forms
	// Fallback has the letters that the embedded fonts lack. It may be nil.
	Fallback *typeset.Fallback
	// Warn receives the warnings of the engine.
	Warn func(warning string)
}

// Lay lays out a graph. The error comes from ctx or from the engine.
func Lay(ctx context.Context, g *graph.Graph, o Options) (*Picture, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	measurer, err := typeset.NewMeasurer()
	if err != nil {
		return nil, err
	}
	parts := scene.Input{Graph: g, Theme: o.Theme, Measurer: measurer, Fallback: o.Fallback, Shape: Shape(o.Paper)}
	o.Forms = cmp.Or(o.Forms, &tree.Forms{})
	in := measure(&parts, o.Paper)
	in.Forms = o.Forms
	if g.Before != nil {
		before, err := Lay(ctx, g.Before, o)
		if err != nil {
			return nil, err
		}
		keepPlaces(&parts, in, before)
	}
	for {
		parts.Placed, err = layout.Place(ctx, in, o.Engine)
		if err != nil {
			return nil, fmt.Errorf("laying out %q: %w", g.Title, err)
		}
		for _, warning := range parts.Placed.Warnings {
			o.Warn(warning)
		}
		if len(parts.Placed.Far) == 0 {
			break
		}
		sayInWords(&parts, in, parts.Placed.Far)
	}
	parts.Graph = withUsedSigns(parts.Graph)
	p := &Picture{Input: parts, Scene: scene.Compose(parts)}
	if len(g.Points) > 0 && g.Before == nil && !p.Legible(o.Paper) {
		plain := *g
		plain.Points = nil
		points := pointsHeight(parts, &plain, p.Scene.Width)
		lower := paper.Size{Width: p.Scene.Width, Height: p.Scene.Height - points}
		// Another arrangement gains less than a tenth.
		if hopeless := 0.9 * LeastPrinted; points > pointsShare*p.Scene.Height && p.printed(lower, o.Paper) >= hopeless {
			if q, err := Lay(ctx, &plain, o); err != nil || q.Legible(o.Paper) {
				return q, err
			}
		}
	}
	p.Input.Measurer = nil // it is not safe for concurrent use
	return p, nil
}

// pointsShare is the largest share of a page for the boxes of the heading if the texts are legible
// in print only without them.
const pointsShare = 0.05

// pointsHeight returns the height of the boxes in the heading.
func pointsHeight(parts scene.Input, without *graph.Graph, width float64) float64 {
	return scene.Margins(parts.Graph, parts.Theme, parts.Measurer, width).H - scene.Margins(without, parts.Theme, parts.Measurer, width).H
}

// In composes the picture with the looks of another theme, everything at the same position. The
// error reports damaged fonts in this build.
func (p *Picture) In(t *theme.Theme) (*scene.Scene, error) {
	measurer, err := typeset.NewMeasurer()
	if err != nil {
		return nil, err
	}
	parts := p.Input
	parts.Theme, parts.Measurer = t, measurer
	measure(&parts, paper.Size{})
	for i, g := range parts.Graph.Groups {
		if parts.Graph.Before != nil {
			parts.Heads[i] = headIn(g, parts.Placed.Boxes[i].W, &parts)
		}
	}
	for i, card := range parts.Cards {
		if r := parts.Placed.Cards[i]; parts.Graph.Before != nil && (card.W != r.W || card.H != r.H) {
			parts.Cards[i] = scene.NewCardOf(parts.Graph.Nodes[i], r.W, t, measurer)
			parts.Cards[i].H = r.H
		}
	}
	return scene.Compose(parts), nil
}

// usualWidth is the width of an average map in points. It serves to estimate the height of the
// legend before the layout determines the real width.
const usualWidth = 1900

// measure makes the parts of the scene, and returns their sizes for the layout.
func measure(parts *scene.Input, p paper.Size) *layout.Input {
	g, t, m, largest := parts.Graph, parts.Theme, parts.Measurer, Largest(p)
	in := &layout.Input{
		Aspect: parts.Shape, LegibleHeight: largest.Height * packGoal, Reserved: scene.Margins(g, t, m, min(usualWidth, largest.Width)),
	}
	parts.Heads, in.Boxes = make([]scene.Head, 0, len(g.Groups)), make([]pack.Box, 0, len(g.Groups))
	parts.Cards, in.Cards = make([]scene.Card, 0, len(g.Nodes)), make([]layout.Card, 0, len(g.Nodes))
	parts.Labels, in.Edges = make([]scene.Label, 0, len(g.Edges)), make([]layout.Edge, 0, len(g.Edges))
	for _, group := range g.Groups {
		head := scene.NewHead(group, t, m)
		parts.Heads, in.Boxes = append(parts.Heads, head), append(in.Boxes, boxOf(group, head))
	}
	if g.Grid != nil {
		parts.Grid = scene.NewGrid(g.Grid, t, m)
		in.Grid = parts.Grid.Layout()
	}
	parts.Wider = leadsBelow(g)
	for i, n := range g.Nodes {
		card := scene.NewCard(n, parts.Wider[i], t, m)
		parts.Cards = append(parts.Cards, card)
		in.Cards = append(in.Cards, layout.Card{Size: card.Size, Box: n.Group, Place: placeOf(n)})
	}
	kinds := edgeKinds{}
	for _, e := range g.Edges {
		label := scene.NewLabel(e, t, m)
		parts.Labels = append(parts.Labels, label)
		in.Edges = append(in.Edges, layout.Edge{
			From: e.From, To: e.To, Hierarchy: e.Hierarchy, Assistant: e.Assistant, Loose: e.Loose(), Kind: kinds.of(e.Class), Label: label.Size,
			Arrow: t.Style(append([]graph.Class{"edge"}, e.Class...)...).Arrow,
		})
	}
	return in
}

func boxOf(g graph.Group, head scene.Head) pack.Box {
	return pack.Box{Parent: g.Parent, Bracket: g.Bracket, Head: head.Size, HeadTexts: head.Texts, Rule: head.Rule()}
}

// leadsBelow returns, for each node, the indent of the deepest person under the same manager in a
// list. Cards that are wider by that indent end at the same x.
func leadsBelow(g *graph.Graph) []float64 {
	above := make([]int, len(g.Nodes))
	for i := range above {
		above[i] = graph.None
	}
	for _, e := range g.Edges {
		if e.Hierarchy && !e.Assistant && above[e.To] == graph.None && e.From != e.To && g.Nodes[e.From].Group == g.Nodes[e.To].Group {
			above[e.To] = e.From
		}
	}
	top, depth := make([]int, len(g.Nodes)), make([]int, len(g.Nodes))
	deepest, people := make([]int, len(g.Nodes)), make([]int, len(g.Nodes)) // by the head of a list
	for i := range g.Nodes {
		top[i] = i
		// A person deeper than that, and everybody above, is in no list.
		for above[top[i]] != graph.None && depth[i] <= tree.MaxListed {
			top[i] = above[top[i]]
			depth[i]++
		}
		deepest[top[i]] = max(deepest[top[i]], depth[i])
		people[top[i]]++
	}
	wider := make([]float64, len(g.Nodes))
	for i := range g.Nodes {
		if people[top[i]] <= tree.MaxListed {
			wider[i] = tree.Indent * float64(max(0, min(deepest[top[i]], maxWidening)-depth[i]))
		}
	}
	return wider
}

// maxWidening is the largest number of levels below a card that widen it.
const maxWidening = 2

func placeOf(n graph.Node) *table.Place {
	if n.Place == nil {
		return nil
	}
	place := &table.Place{Row: n.Place.Row, Column: n.Place.Column, Bare: n.Place.Bare}
	if s := n.Place.Span; s != nil {
		place.Span = &table.Span{From: s.From, To: s.To, Later: s.Later}
	}
	return place
}

// edgeKinds numbers the looks of edges.
type edgeKinds map[string]int

func (k edgeKinds) of(classes []graph.Class) int {
	key := ""
	for _, c := range classes {
		key += string(c) + " "
	}
	kind, ok := k[key]
	if !ok {
		kind = len(k)
		k[key] = kind
	}
	return kind
}

// LeastPrinted is the smallest legible size of text in print, in points.
const LeastPrinted = 6.5

// packGoal is the goal of packing as a factor of the height of the largest legible map. Packing
// tries harder for maps slightly above its goal. With a factor of 1, three of six maps of 60 people
// get texts of 5.8 points on A3; with 1.08 all six get 6 or more.
const packGoal = 1.08

// Shape returns the ratio of width to height of a picture for the paper, between 1:10 and 10:1. A
// free size has the ratio of A4 landscape.
func Shape(p paper.Size) float64 {
	if p.Free() {
		p = paper.A4().Landscape()
	}
	return min(max(p.Width/p.Height, 0.1), 10)
}

// Printed returns the paper that a picture is printed on. A free size means A3 landscape.
func Printed(p paper.Size) paper.Size {
	if p.Free() {
		return paper.A3().Landscape()
	}
	return p
}

// Largest returns the size of the largest map that is legible when printed to fit the paper.
func Largest(p paper.Size) paper.Size {
	p = Printed(p)
	return paper.Size{Width: p.Width * typeset.LeastText / LeastPrinted, Height: p.Height * typeset.LeastText / LeastPrinted}
}

// SmallestText returns the size of the smallest text, in points, or +Inf if there is no text.
func (p *Picture) SmallestText() float64 { return smallestText(p.Scene.Items) }

func smallestText(items []scene.Item) float64 {
	least := math.Inf(1)
	for _, item := range items {
		switch item := item.(type) {
		case scene.Group:
			least = min(least, smallestText(item.Items))
		case scene.Text:
			least = min(least, item.Size)
		}
	}
	return least
}

// PrintedText returns the size of the smallest text when the picture is printed to fit the paper.
func (p *Picture) PrintedText(s paper.Size) float64 {
	return p.printed(paper.Size{Width: p.Scene.Width, Height: p.Scene.Height}, s)
}

// printed returns PrintedText for a picture of another size.
func (p *Picture) printed(size, on paper.Size) float64 {
	on = Printed(on)
	return p.SmallestText() * min(on.Width/size.Width, on.Height/size.Height)
}

// Fill is the height of the picture on a page of its width: of two pages with equal paper, the fuller
// one has more.
func (p *Picture) Fill() float64 { return p.Scene.Height / p.Scene.Width }

// Legible reports whether all texts can be read when the picture is printed to fit the paper.
func (p *Picture) Legible(s paper.Size) bool { return p.PrintedText(s) >= LeastPrinted }
