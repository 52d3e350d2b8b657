package picture

import (
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// maxMoved is the largest share of cards without an earlier position at which the earlier picture
// is useful.
const maxMoved = 0.5

// keepPlaces gives unchanged elements their earlier position, by the ids of nodes and groups. It
// repeats the words that cards had there.
func keepPlaces(parts *scene.Input, in *layout.Input, before *Picture) {
	was, g := before.Input, *parts.Graph
	g.Groups = slices.Clone(g.Groups)
	places := &layout.Earlier{Width: was.Placed.Width, Height: was.Placed.Height, Cards: make([]geom.Rect, len(g.Nodes)),
		Boxes: make([]geom.Rect, len(g.Groups)), Heads: make([]float64, len(g.Groups)), Lines: make([][]geom.Point, len(g.Edges))}
	boxes, at, heads := groupKeys(&g), groupKeys(was.Graph), make([]float64, len(g.Groups))
	for i, key := range boxes {
		if k := slices.Index(at, key); k >= 0 {
			places.Boxes[i], g.Groups[i].Bracket = was.Placed.Boxes[k], was.Graph.Groups[k].Bracket
			heads[i] = was.Heads[k].H
		}
	}
	nodes := map[string]int{}
	for k, n := range was.Graph.Nodes {
		nodes[n.ID] = k
	}
	keyOf := func(keys []string, group int) string {
		if group == graph.None {
			return ""
		}
		return keys[group]
	}
	kept := 0
	for i, n := range g.Nodes {
		if k, ok := nodes[n.ID]; ok && n.ID != "" && keyOf(boxes, n.Group) == keyOf(at, was.Graph.Nodes[k].Group) {
			places.Cards[i] = was.Placed.Cards[k]
			kept++
		}
	}
	if float64(len(g.Nodes)-kept) > maxMoved*float64(len(g.Nodes)) {
		return
	}
	lines := map[tie]int{}
	for k, e := range was.Graph.Edges {
		lines[tieOf(was.Graph, e)] = k
	}
	for i, e := range g.Edges {
		k, ok := lines[tieOf(&g, e)]
		if ok && e.Hierarchy && places.Cards[e.From].W > 0 && places.Cards[e.To].W > 0 && g.Nodes[e.From].Group == g.Nodes[e.To].Group {
			places.Lines[i] = was.Placed.Lines[k]
		}
	}
	in.Was, parts.Graph = places, &g
	for i, group := range g.Groups {
		head := headIn(group, places.Boxes[i].W, parts)
		parts.Heads[i], in.Boxes[i] = head, boxOf(group, head)
		if places.Boxes[i].W > 0 {
			places.Heads[i] = max(0, head.H-heads[i])
		}
	}
	for i := range g.Nodes {
		fitEarlier(parts, in, i)
	}
	said := map[tie]bool{}
	for _, e := range was.InWords {
		said[tieOf(was.Graph, e)] = true
	}
	var words []int
	for i, e := range g.Edges {
		if e.Loose() && said[tieOf(&g, e)] {
			words = append(words, i)
		}
	}
	sayInWords(parts, in, words)
}

// headIn returns the head of a group in a box of a width. A width of 0 means a box without a
// position.
func headIn(g graph.Group, width float64, parts *scene.Input) scene.Head {
	head := scene.NewHead(g, parts.Theme, parts.Measurer)
	if width > 0 && head.W > width && !g.Bracket {
		return scene.NewHeadIn(g, head.TextRoom(width), parts.Theme, parts.Measurer)
	}
	return head
}

// groupKeys identify the groups of a graph by their ids, or by their labels if they have none, and
// by their ancestors.
func groupKeys(g *graph.Graph) []string {
	keys := make([]string, len(g.Groups))
	for i, group := range g.Groups {
		if keys[i] = "#" + group.ID; group.ID == "" {
			keys[i] = group.Label
		}
		if group.Parent != graph.None {
			keys[i] = keys[group.Parent] + "\n" + keys[i]
		}
	}
	return keys
}

// tie identifies a line by the ids of its ends and its kind.
type tie struct {
	from, to string
	kind     graph.Class
}

func tieOf(g *graph.Graph, e graph.Edge) tie {
	t := tie{from: g.Nodes[e.From].ID, to: g.Nodes[e.To].ID}
	if len(e.Class) > 0 {
		t.kind = e.Class[0]
	}
	return t
}

// fitEarlier gives a card the width, and at least the height, of its earlier position. A new card
// is no wider than its already placed box.
func fitEarlier(parts *scene.Input, in *layout.Input, i int) {
	if in.Was == nil {
		return
	}
	card, n := &parts.Cards[i], parts.Graph.Nodes[i]
	width := card.W
	switch was := in.Was.Cards[i]; {
	case was.W > 0:
		width = was.W
	case n.Group != graph.None && in.Was.Boxes[n.Group].W > 0:
		const sides = 2*12 + pack.LineIndent
		width = math.Min(width, in.Was.Boxes[n.Group].W-sides)
	}
	if width != card.W {
		*card = scene.NewCardOf(n, width, parts.Theme, parts.Measurer)
	}
	card.H = math.Max(card.H, in.Was.Cards[i].H)
	in.Cards[i].Size, in.Cards[i].Grow = card.Size, 0
	if in.Was.Cards[i].W > 0 {
		in.Cards[i].Grow = card.H - in.Was.Cards[i].H
	}
}
