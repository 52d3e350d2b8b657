package layout

import (
	"context"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/layout/tree"
)

// maxShifting is the largest share of the edges that cards may describe in words before the others
// are routed. A larger share changes the heights of so many cards that the routes would be useless.
const maxShifting = 0.05

// Place lays out the input. The engine may be nil for an input without hierarchy, and for a table.
// The error comes from the engine or from ctx.
func Place(ctx context.Context, in *Input, engine tree.Engine) (*Placed, error) {
	out, err := place(ctx, in, engine)
	if err != nil {
		return nil, err
	}
	out.Far = distant(in, out)
	if len(out.Far) > int(maxShifting*float64(len(in.Edges))) {
		return out, ctx.Err()
	}
	for _, i := range out.Far {
		out.Lines[i] = []geom.Point{} // not nil: this line is not routed
	}
	routeLines(ctx, in, out)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out.Far = append(out.Far, unclear(in, out)...)
	if slices.Sort(out.Far); len(out.Far) > 0 {
		return out, nil
	}
	if in.Was == nil && !in.widened && widen(in, out) {
		return Place(ctx, in, engine)
	}
	if in.Grid == nil {
		out.makeRoom()
	}
	placeLabels(in, out)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return out, nil
}

func place(ctx context.Context, in *Input, engine tree.Engine) (*Placed, error) {
	if in.Grid != nil {
		return placeTable(ctx, in)
	}
	if in.Was != nil {
		if out := placeAsBefore(in); out != nil {
			return out, nil
		}
		in.Was = nil
	}
	forest, warnings, err := tree.Layout(ctx, engine, treeInput(in))
	if err != nil {
		return nil, err
	}
	lists := func() [][]*pack.Block { return withFeet(in, forest.Lists()) }
	if in.gaps == nil {
		in.gaps = boxGaps(in)
	}
	ranks, reports := boxRanks(in, forest.Blocks)
	packed := pack.Pack(&pack.Input{Cards: len(in.Cards), Boxes: in.Boxes, Ranks: ranks, Reports: reports, Blocks: withFeet(in, forest.Blocks), Lists: lists,
		BoxGaps: in.gaps, CardGap: math.Round(pack.CardGap * spread(in)),
		Aspect: in.Aspect, LegibleHeight: in.LegibleHeight, Reserved: in.Reserved})
	out := &Placed{Width: packed.W, Height: packed.H, Cards: packed.Cards, Boxes: packed.Boxes,
		Lines: treeLines(in, packed.Lines), Warnings: warnings}
	return out, nil
}

// withFeet adds space below a block if a line leads from it to the root of another block in the
// same box. Without that space the line would leave the box.
func withFeet(in *Input, blocks [][]*pack.Block) [][]*pack.Block {
	const foot = 8
	roots := make([]bool, len(in.Cards))
	for _, inBox := range blocks {
		for _, b := range inBox {
			if b.Root >= 0 {
				roots[b.Root] = true
			}
		}
	}
	leads := make([]bool, len(in.Cards))
	for _, e := range in.Edges {
		if e.Hierarchy && roots[e.To] && in.Cards[e.From].Box == in.Cards[e.To].Box {
			leads[e.From] = true
		}
	}
	higher := make([][]*pack.Block, len(blocks))
	for box, inBox := range blocks {
		for _, b := range inBox {
			high := *b
			for _, c := range b.Cards {
				if leads[c.Card] {
					high.H = math.Max(high.H, c.Bottom()+foot)
				}
			}
			higher[box] = append(higher[box], &high)
		}
	}
	return higher
}

// outside is how far lines may extend above and below the boxes. The head and the legend of a page
// are 12 away from the boxes; the side margins are wider.
const outside = 4

// makeRoom moves everything down, and increases the height, if lines extend farther outside.
func (p *Placed) makeRoom() {
	top, bottom := 0.0, p.Height
	for _, line := range p.Lines {
		for _, at := range line {
			top, bottom = math.Min(top, at.Y+outside), math.Max(bottom, at.Y-outside)
		}
	}
	if p.Height = bottom - top; top == 0 {
		return
	}
	for i := range p.Cards {
		p.Cards[i].Y -= top
	}
	for i := range p.Boxes {
		p.Boxes[i].Y -= top
	}
	for i, line := range p.Lines {
		p.Lines[i] = pack.Move(line, 0, -top)
	}
}

func placeTable(ctx context.Context, in *Input) (*Placed, error) {
	cards := make([]table.Card, len(in.Cards))
	for i, c := range in.Cards {
		cards[i] = table.Card{Size: c.Size, Place: c.Place}
	}
	for _, e := range in.Edges {
		cards[e.From].Leads = true
	}
	t, err := table.Layout(ctx, &table.Input{Grid: in.Grid, Cards: cards, Aspect: in.Aspect, Reserved: in.Reserved})
	if err != nil {
		return nil, err
	}
	return &Placed{Width: t.Width, Height: t.Height, Cards: t.Cards, Lines: make([][]geom.Point, len(in.Edges)), Grid: t}, nil
}

func treeInput(in *Input) *tree.Input {
	t := &tree.Input{Cards: make([]tree.Card, len(in.Cards)), Boxes: len(in.Boxes), Aspect: in.Aspect, Spread: spread(in), Forms: in.Forms}
	for i, c := range in.Cards {
		t.Cards[i] = tree.Card{Size: c.Size, Box: c.Box}
	}
	for _, e := range in.Edges {
		if e.Hierarchy {
			t.Edges = append(t.Edges, tree.Edge{From: e.From, To: e.To, Assistant: e.Assistant})
		}
	}
	return t
}

// treeLines converts lines indexed by the card at which they arrive to lines indexed by edge. Lines
// between trees are nil.
func treeLines(in *Input, byCard [][]geom.Point) [][]geom.Point {
	lines := make([][]geom.Point, len(in.Edges))
	taken := make([]bool, len(in.Cards))
	for i, e := range in.Edges {
		if e.Hierarchy && !taken[e.To] && in.Cards[e.From].Box == in.Cards[e.To].Box {
			lines[i], taken[e.To] = byCard[e.To], true
		}
	}
	return lines
}

func onSide(r geom.Rect, p geom.Point) bool {
	at := geom.Rect{X: p.X, Y: p.Y}
	return r.Grow(0.5).Contains(at) && !r.Grow(-0.5).Contains(at)
}

// spread returns the factor that widens the gaps between cards, so that lines outside the hierarchy
// fit between them.
func spread(in *Input) float64 {
	const (
		freeLines = 1.0 // lines per card that fit into the usual gaps
		perLine   = 0.5 // of the usual gaps for each further line per card
		maxSpread = 2.5
	)
	lines := 0
	for _, e := range in.Edges {
		if !e.Hierarchy {
			lines++
		}
	}
	more := float64(lines)/math.Max(1, float64(len(in.Cards))) - freeLines
	return 1 + math.Min(math.Max(0, more*perLine), maxSpread-1)
}

// boxGaps returns the distances between the boxes in each box, by its index plus one. They grow
// with the number of lines between the boxes. If the boxes form a square, a channel takes about as
// many lines as there are lines per side of the square. The lines of one manager share a path.
// Loose lines do not count: if they do not fit, the cards describe them in words.
func boxGaps(in *Input) []float64 {
	const freeLines, lineWidth = 1.5, 9 // lines in a channel of BoxGap, and points for each further line
	children, lines := make([]int, len(in.Boxes)+1), make([]int, len(in.Boxes)+1)
	depth := make([]int, len(in.Boxes))
	for i, b := range in.Boxes {
		children[b.Parent+1]++
		if b.Parent >= 0 {
			depth[i] = depth[b.Parent] + 1
		}
	}
	type path struct{ from, box int }
	counted := map[path]bool{}
	for _, e := range in.Edges {
		if e.Loose {
			continue
		}
		a, b := in.Cards[e.From].Box, in.Cards[e.To].Box
		for a != b { // up to the innermost box that contains both
			if a < 0 || b >= 0 && depth[b] > depth[a] {
				a, b = b, a
			}
			a = in.Boxes[a].Parent
			if p := (path{e.From, a}); !e.Hierarchy || !counted[p] {
				counted[p] = true
				lines[a+1]++
			}
		}
	}
	gaps := make([]float64, len(in.Boxes)+1)
	for i := range gaps {
		more := float64(lines[i])/math.Sqrt(float64(max(1, children[i]))) - freeLines
		gaps[i] = math.Round(pack.BoxGap + math.Min(math.Max(0, more)*lineWidth, pack.MaxBoxGap-pack.BoxGap))
	}
	return gaps
}
