package layout

import (
	"context"
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// Place lays the input out. The engine is asked only for people under their managers, so an input without hierarchy needs none. The error
// is the engine's, or that of ctx. An input with a grid needs no engine either.
func Place(ctx context.Context, in *Input, engine Engine) (*Placed, error) {
	if in.Grid != nil {
		return placeGrid(ctx, in)
	}
	in = in.spreadOut()
	forest := forests(in)
	var trees []*branch
	for _, branches := range forest {
		for _, b := range branches {
			trees = append(trees, whole(b)...)
		}
	}
	laid, warnings, err := layTrees(ctx, engine, in, trees)
	if err != nil {
		return nil, err
	}
	p := &placer{in: in, gaps: gaps(in), out: &Placed{
		Cards: make([]geom.Rect, len(in.Cards)), Boxes: make([]geom.Rect, len(in.Boxes)), Lines: make([][]geom.Point, len(in.Edges)), Warnings: warnings,
	}}
	p.collect(forest, laid)
	p.place()
	p.lead(ctx)
	p.placeLabels()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return p.out, nil
}

type placer struct {
	in  *Input
	out *Placed
	// forest, blocks and inside are by box index plus one: the branches in each box, as they stand in trees, and which boxes are inside it.
	forest [][]*branch
	blocks [][]*block
	inside [][]int
	// gaps is how far apart the boxes inside each box stand, by its index plus one.
	gaps   []float64
	shapes [][]shape // by box index
	// mixed lets people stand among the boxes inside theirs.
	mixed bool
	// lists are blocks in place of the trees, and nil where lists are not tried. Those of a box are nil where no tree of it can be a list.
	lists [][]*block
	// lineOf is the edge that hangs each card under its manager, or -1.
	lineOf []int
}

func (p *placer) collect(forest [][]*branch, laid map[*branch]*block) {
	p.forest, p.blocks = forest, make([][]*block, len(forest))
	for i, branches := range forest {
		for _, b := range branches {
			p.blocks[i] = append(p.blocks[i], raise(p.in, b, laid))
		}
	}
	p.inside = make([][]int, len(forest))
	for i, b := range p.in.Boxes {
		p.inside[b.Parent+1] = append(p.inside[b.Parent+1], i)
	}
	p.lineOf = make([]int, len(p.in.Cards))
	for i := range p.lineOf {
		p.lineOf[i] = -1
	}
	for i, e := range p.in.Edges {
		if e.Hierarchy && p.lineOf[e.To] < 0 && p.in.Cards[e.From].Box == p.in.Cards[e.To].Box {
			p.lineOf[e.To] = i
		}
	}
}

// place chooses a way to arrange everything, and stands everything so. People stand above the boxes inside theirs, where a reader looks for them, or
// among those where that saves room. They stand in trees; in lists, which take less room, only where the page can be read with these alone.
func (p *placer) place() {
	best, need := p.best()
	if len(p.in.Boxes) <= mostTried && p.nested() {
		p.mixed = true
		best, need = p.better(best, need, worthIt*need)
	}
	if len(p.in.Boxes) <= mostTried && need > p.in.Enough && need < mostSaved*p.in.Enough {
		p.makeLists()
		best, _ = p.better(best, need, p.in.Enough)
	}
	p.out.Width, p.out.Height = best.W, best.H
	p.standBox(-1, best, geom.Rect{X: 0, Y: 0, W: best.W, H: best.H})
}

// better is the best shape as far as the placer tries now, if the page need be no higher than that for it, and otherwise the best so far.
func (p *placer) better(soFar shape, need, most float64) (shape, float64) {
	shapes := p.shapes
	if best, less := p.best(); less <= most {
		return best, less
	}
	p.shapes = shapes
	return soFar, need
}

// nested reports whether a box holds people and boxes.
func (p *placer) nested() bool {
	for i := range p.blocks {
		if len(p.blocks[i]) > 0 && len(p.inside[i]) > 0 {
			return true
		}
	}
	return false
}

// worthIt is how much smaller a picture must become before the people of a unit stand among the units inside it.
const worthIt = 0.98

// mostSaved is more than how many times smaller lists make a picture.
const mostSaved = 1.4

// mostTried is the number of boxes up to which all of that is tried: it takes as long again, and with more boxes no reader looks at each.
const mostTried = 400

// best is the shape of everything with which it can be printed largest, and how high the page must be for it.
func (p *placer) best() (best shape, fit float64) {
	p.shapes = make([][]shape, len(p.in.Boxes))
	for box := len(p.in.Boxes) - 1; box >= 0; box-- { // children before their parents
		p.shapes[box] = p.shapesOf(box)
	}
	fit = math.Inf(1)
	for _, s := range p.shapesOf(-1) {
		if need := math.Max((s.W+p.in.Beside.W)/p.in.Shape, s.H+p.in.Beside.H); need < fit {
			best, fit = s, need
		}
	}
	return best, fit
}
