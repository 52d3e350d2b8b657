package layout

import (
	"context"
	"math"
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
		Cards: make([]Rect, len(in.Cards)), Boxes: make([]Rect, len(in.Boxes)), Lines: make([][]Point, len(in.Edges)), Warnings: warnings,
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
	// blocks and inside are by box index plus one: what stands in each box, and which boxes are inside it.
	blocks [][]*block
	inside [][]int
	// gaps is how far apart the boxes inside each box stand, by its index plus one.
	gaps   []float64
	shapes [][]shape // by box index
	// abreast lets people stand beside the boxes inside theirs.
	abreast bool
	// lineOf is the edge that hangs each card under its manager, or -1.
	lineOf []int
}

func (p *placer) collect(forest [][]*branch, laid map[*branch]*block) {
	p.blocks = make([][]*block, len(forest))
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

// place chooses, of the ways to arrange everything, the one that can be printed largest on the page, and stands everything so.
func (p *placer) place() {
	best, fit := p.best()
	if len(p.in.Boxes) <= mostAbreast && p.nested() {
		above := p.shapes
		p.abreast = true
		if s, need := p.best(); need < worthIt*fit {
			best = s
		} else {
			p.shapes = above
		}
	}
	p.out.Width, p.out.Height = best.W, best.H
	p.standBox(-1, best, Rect{0, 0, best.W, best.H})
}

// worthIt is how much smaller a picture must become before the people of a unit stand beside the units inside it, and not above them where a
// reader looks for them.
const worthIt = 0.98

// mostAbreast is up to how many boxes it is tried. It takes as long again, and of so many boxes no reader looks at each.
const mostAbreast = 400

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

// nested reports whether a box holds people and boxes.
func (p *placer) nested() bool {
	for i := range p.blocks {
		if len(p.blocks[i]) > 0 && len(p.inside[i]) > 0 {
			return true
		}
	}
	return false
}

// standBox places a box and what it holds in room, which may be larger than the shape needs.
func (p *placer) standBox(box int, s shape, room Rect) {
	if box >= 0 {
		p.out.Boxes[box] = room
	}
	pad := p.pad(box)
	if s.beside {
		top, wide := room.Y+s.peopleTop, hang+s.people.W+p.betweenBoth(box)
		for _, c := range p.people(box, s, Rect{room.X + pad + hang, room.Y, s.people.W, room.H}, s.peopleTop) {
			p.standBlock(c.block, c.at)
		}
		p.standKids(box, s.kids, Rect{room.X + pad + wide, top, room.W - 2*pad - wide, room.Bottom() - pad - top})
		return
	}
	for _, c := range p.people(box, s, room, s.peopleTop) {
		p.standBlock(c.block, c.at)
	}
	if len(s.kids.lines) > 0 {
		top := room.Y + s.H - pad - s.kids.H
		p.standKids(box, s.kids, Rect{room.X + pad, top, room.W - 2*pad, room.Bottom() - pad - top})
	}
}

type standingBlock struct {
	block *block
	at    Point
}

// people places the blocks of a box on their shelves, each shelf in the middle of room.
func (p *placer) people(box int, s shape, room Rect, top float64) []standingBlock {
	apart := p.in.gap(cardGap)
	blocks := p.blocks[box+1]
	var placed []standingBlock
	y := room.Y + top
	for _, row := range s.shelves {
		wide, high := -apart, 0.0
		for _, i := range row {
			wide += blocks[i].W + apart
			high = math.Max(high, blocks[i].H)
		}
		x := math.Round(room.X + (room.W-wide)/2)
		if len(s.shelves) > 1 {
			x = math.Round(room.X + (room.W-s.people.W)/2)
		}
		for _, i := range row {
			placed = append(placed, standingBlock{blocks[i], Point{x, y}})
			x += blocks[i].W + apart
		}
		y += high + apart
	}
	return placed
}

func (p *placer) standBlock(b *block, at Point) {
	for _, c := range b.cards {
		p.out.Cards[c.card] = c.Move(at.X, at.Y)
	}
	for _, l := range b.lines {
		if edge := p.lineOf[l.to]; edge >= 0 {
			p.out.Lines[edge] = movePoints(l.points, at.X, at.Y)
		}
	}
}

// standKids places the boxes inside a box, stretched so that rows end together on the right, or columns at the foot.
func (p *placer) standKids(box int, k kids, room Rect) {
	inside, gap := p.inside[box+1], p.gaps[box+1]
	size := func(i int) Size { return p.shapes[inside[i]][k.chosen[i]].Size }
	along, across, most := room.W, room.H, mostWider
	if k.columns {
		along, across, most = room.H, room.W, mostHigher
	}
	depth := lineDepths(k, size)
	spare := (across - sum(depth) - gap*float64(len(k.lines)-1)) / float64(len(k.lines))
	offset := 0.0
	for n, line := range k.lines {
		thick := depth[n] + spare
		used := -gap
		for _, i := range line {
			used += length(size(i), k.columns) + gap
		}
		stretch := 1 + (along-used)/(used-gap*float64(len(line)-1))
		if box < 0 {
			stretch = math.Min(stretch, most)
		}
		at := 0.0
		for _, i := range line {
			long := length(size(i), k.columns) * stretch
			r := Rect{room.X + at, room.Y + offset, long, thick}
			if k.columns {
				r = Rect{room.X + offset, room.Y + at, thick, long}
			}
			p.standBox(inside[i], p.shapes[inside[i]][k.chosen[i]], r)
			at += long + gap
		}
		offset += thick + gap
	}
}

// lineDepths is how high each row is, or how wide each column.
func lineDepths(k kids, size func(int) Size) []float64 {
	depths := make([]float64, len(k.lines))
	for n, line := range k.lines {
		for _, i := range line {
			depths[n] = math.Max(depths[n], length(size(i), !k.columns))
		}
	}
	return depths
}

// length is the side of a box that runs along a row, or along a column.
func length(s Size, column bool) float64 {
	if column {
		return s.H
	}
	return s.W
}

func sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}

// besideText is how much farther from the ends of a head's texts lines keep than from their feet: one right beside a word looks like a part of it.
const besideText = 3

// lead leads the lines that the trees did not draw.
func (p *placer) lead(ctx context.Context) {
	task := routeTask{Bounds: Rect{0, 0, p.out.Width, p.out.Height}, Cards: p.out.Cards, Boxes: p.out.Boxes, TextBoxes: []int{}}
	for _, c := range p.in.Cards {
		task.CardBoxes = append(task.CardBoxes, c.Box)
	}
	task.Stop = func() bool { return ctx.Err() != nil }
	for _, t := range p.headTexts() {
		task.Texts = append(task.Texts, Rect{t.X - besideText, t.Y, t.W + 2*besideText, t.H})
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
		task.Lines = append(task.Lines, routeLine{From: e.From, To: e.To, Hierarchy: e.Hierarchy && !e.Beside, Arrow: e.Arrow, Kind: e.Kind})
	}
	for k, line := range route(task) {
		p.out.Lines[edges[k]] = line
	}
}
