package layout

import (
	"cmp"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
	"github.com/accountatlas/accountatlas/render/internal/layout/tree"
)

// Earlier has the positions of an earlier picture, by the index of the input. A card or a box
// without a size is new, and a line without points has yet to be routed.
type Earlier struct {
	Width, Height float64
	Cards, Boxes  []geom.Rect
	// Heads is the increase in height of the head of each box since then.
	Heads []float64
	Lines [][]geom.Point
}

// placeAsBefore gives everything its earlier position. Higher cards and new elements move the
// elements below them down. It returns nil if a new element is wider than its box.
func placeAsBefore(in *Input) *Placed {
	out := &Placed{Width: in.Was.Width, Height: in.Was.Height, Cards: slices.Clone(in.Was.Cards), Boxes: slices.Clone(in.Was.Boxes),
		Lines: slices.Clone(in.Was.Lines)}
	a := adding{in: in, out: out}
	for box := -1; box < len(in.Boxes); box++ {
		a.grow(box)
	}
	for i, b := range in.Boxes {
		if out.Boxes[i].W == 0 {
			a.addBox(i, b)
		}
	}
	for i, c := range in.Cards {
		if out.Cards[i].W == 0 {
			out.Cards[i] = a.place(c.Size, c.Box, pack.CardGap, pack.LineIndent, a.managerIn(i))
		}
	}
	if a.tooWide {
		return nil
	}
	for i := range in.Edges {
		a.drawOnTrunk(i)
	}
	return out
}

// grow increases the heights of a box's head and cards. Space for a card comes from the strips of
// adjacent cards. If they do not suffice, it comes from a new strip at the foot of the card. A tree
// line that no longer ends at its cards is routed again.
func (a *adding) grow(box int) {
	type strip struct{ at, height float64 }
	var strips []strip
	room := func(from, to float64) (sum float64) { // of the strips after from, up to and with to
		for _, s := range strips {
			if s.at > from && s.at <= to {
				sum += s.height
			}
		}
		return sum
	}
	in, out := a.in, a.out
	var order []int
	for i, c := range in.Cards {
		if c.Grow > 0 && c.Box == box {
			order = append(order, i)
		}
	}
	total := 0.0
	if box >= 0 && in.Was.Heads[box] > 0 {
		total = in.Was.Heads[box]
		strips = append(strips, strip{out.Boxes[box].Y, total})
	}
	if len(order) == 0 && total == 0 {
		return
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(out.Cards[x].Bottom(), out.Cards[y].Bottom()) })
	for _, i := range order {
		if more := in.Cards[i].Grow - room(out.Cards[i].Y, out.Cards[i].Bottom()); more > 0 {
			strips = append(strips, strip{out.Cards[i].Bottom(), more})
			total += more
		}
	}
	a.lengthen(box, total)
	above := func(y float64) float64 { return room(math.Inf(-1), y) }
	before := func(y float64) float64 { return above(math.Nextafter(y, math.Inf(-1))) }
	cards := slices.Clone(out.Cards)
	for _, e := range a.elements(box) {
		if e.down = before(e.Y); e.card < 0 {
			a.move(e)
			continue
		}
		cards[e.card].Y += e.down
		cards[e.card].H += in.Cards[e.card].Grow
	}
	for i, line := range out.Lines {
		if line == nil || in.Cards[in.Edges[i].To].Box != box {
			continue
		}
		moved := make([]geom.Point, len(line))
		for k, p := range line {
			moved[k] = geom.Pt(p.X, p.Y+above(p.Y))
		}
		from, to, last := cards[in.Edges[i].From], cards[in.Edges[i].To], len(line)-1
		moved[last].Y = to.Y + line[last].Y - out.Cards[in.Edges[i].To].Y
		if line[last].Y == line[last-1].Y {
			moved[last-1].Y = moved[last].Y
		}
		if line[0].Y == out.Cards[in.Edges[i].From].Bottom() {
			moved[0].Y = from.Bottom()
		}
		if out.Lines[i] = moved; !onSide(from, moved[0]) || !onSide(to, moved[len(moved)-1]) {
			out.Lines[i] = nil
		}
	}
	for i, c := range in.Cards {
		if c.Box == box {
			out.Cards[i] = cards[i]
		}
	}
}

// adding puts new cards and boxes into boxes that are already placed.
type adding struct {
	in  *Input
	out *Placed
	// tooWide is true if an element does not fit into its box.
	tooWide bool
}

const boxPad = 12 // inside a box

func (a *adding) pad(box int) float64 {
	if box < 0 || a.in.Boxes[box].Bracket {
		return 0
	}
	return boxPad
}

func (a *adding) addBox(box int, b pack.Box) {
	size, gap := b.Head, float64(pack.CardGap)
	var cards []int
	for i, c := range a.in.Cards {
		if c.Box == box && a.out.Cards[i].W == 0 {
			cards = append(cards, i)
			size.W, size.H = math.Max(size.W, c.W+2*boxPad+pack.LineIndent), size.H+c.H+gap
		}
	}
	if len(cards) > 0 {
		size.H += boxPad - gap
	}
	r := a.place(size, b.Parent, pack.BoxGap, 0, nil)
	a.out.Boxes[box] = r
	y := r.Y + b.Head.H
	for _, i := range cards {
		c := a.in.Cards[i]
		a.out.Cards[i] = geom.Rect{X: r.X + a.pad(box) + pack.LineIndent, Y: y, W: c.W, H: c.H}
		y += c.H + gap
	}
}

func (a *adding) managerIn(card int) *geom.Rect {
	for _, e := range a.in.Edges {
		if r := a.out.Cards[e.From]; e.Hierarchy && e.To == card && a.in.Cards[e.From].Box == a.in.Cards[card].Box && r.W > 0 {
			return &r
		}
	}
	return nil
}

// drawOnTrunk draws the line of a report along the trunk of a manager in the same box. It does so
// only if the report is below and to the right of the manager, and nothing obstructs the line.
func (a *adding) drawOnTrunk(edge int) {
	e := a.in.Edges[edge]
	from, to := a.out.Cards[e.From], a.out.Cards[e.To]
	if a.out.Lines[edge] != nil || !e.Hierarchy || e.Assistant || a.in.Cards[e.From].Box != a.in.Cards[e.To].Box ||
		to.X < from.X+tree.Indent || to.Y < from.Bottom() {
		return
	}
	x := from.X + tree.Indent - pack.LineIndent
	line := []geom.Point{geom.Pt(x, from.Bottom()), geom.Pt(x, to.CenterY()), geom.Pt(to.X, to.CenterY())}
	for i, c := range a.out.Cards {
		c = c.Grow(1)
		if i != e.From && i != e.To && (c.Overlaps(geom.Between(line[0], line[1]).Grow(0.1)) || c.Overlaps(geom.Between(line[1], line[2]).Grow(0.1))) {
			return
		}
	}
	a.out.Lines[edge] = line
}

// place returns a free rectangle of a size in a box, or on the page for -1. It prefers the nearest
// below the manager or, without a manager, the highest. It increases the height of a full box.
func (a *adding) place(size geom.Size, box int, gap, indent float64, manager *geom.Rect) geom.Rect {
	room := geom.Rect{W: a.out.Width, H: a.out.Height}
	head := 0.0
	if box >= 0 {
		room, head = a.out.Boxes[box], a.in.Boxes[box].Head.H
	}
	left, right := room.X+a.pad(box)+indent, room.Right()-a.pad(box)
	taken := a.taken(box, gap)
	xs, ys := []float64{left}, []float64{room.Y + head}
	for _, t := range taken {
		xs, ys = append(xs, t.X), append(ys, t.Bottom()+t.gap)
	}
	if manager != nil {
		xs = append(xs, manager.X+tree.Indent)
	}
	cost := func(r geom.Rect) float64 {
		const higher, above = 1e6, 200 // the costs of a higher box, and of a place above the manager
		sum := higher * math.Max(0, r.Bottom()+a.pad(box)-room.Bottom())
		if manager == nil {
			return sum + r.Y + r.X/100
		}
		if r.Y < manager.Bottom() {
			sum += above
		}
		return sum + math.Abs(r.X-manager.X-tree.Indent) + math.Abs(r.Y-manager.Bottom())
	}
	best, least := geom.Rect{}, math.Inf(1)
	for _, y := range ys {
		for _, x := range xs {
			r := geom.Rect{X: x, Y: y, W: size.W, H: size.H}
			overlaps := func(t obstacle) bool { return t.Grow(t.gap).Overlaps(r) }
			if y < room.Y+head || x < left || x > left && r.Right() > right || slices.ContainsFunc(taken, overlaps) {
				continue
			}
			if c := cost(r); c < least {
				best, least = r, c
			}
		}
	}
	a.tooWide = a.tooWide || best.Right() > right
	if more := best.Bottom() + a.pad(box) - room.Bottom(); more > 0 {
		a.lengthen(box, more)
	}
	return best
}

type obstacle struct {
	geom.Rect
	gap float64
}

func (a *adding) taken(box int, gap float64) []obstacle {
	var taken []obstacle
	for i, c := range a.in.Cards {
		if r := a.out.Cards[i]; r.W > 0 && c.Box == box {
			taken = append(taken, obstacle{r, gap})
		}
	}
	for i, b := range a.in.Boxes {
		if r := a.out.Boxes[i]; r.W > 0 && b.Parent == box {
			taken = append(taken, obstacle{r, math.Max(gap, pack.BoxGap)})
		}
	}
	for i, line := range a.out.Lines {
		if a.in.Cards[a.in.Edges[i].To].Box != box {
			continue
		}
		for k := 1; k < len(line); k++ {
			taken = append(taken, obstacle{geom.Between(line[k-1], line[k]), clearance})
		}
	}
	return taken
}

// lengthen increases the height of a box, or of the page for -1. It moves the elements below it in
// the enclosing box down as far as necessary.
func (a *adding) lengthen(box int, more float64) {
	if box < 0 {
		a.out.Height += more
		return
	}
	parent := a.in.Boxes[box].Parent
	siblings := a.elements(parent)
	slices.SortStableFunc(siblings, func(x, y element) int { return cmp.Compare(x.Y, y.Y) })
	moved := []element{{box: box, card: -1, Rect: a.out.Boxes[box], down: more}}
	a.out.Boxes[box].H += more
	end := a.out.Boxes[box].Bottom()
	for _, e := range siblings {
		if e.box == box && e.card < 0 {
			continue
		}
		for _, m := range moved {
			apart := e.Y - m.Bottom()
			if apart < 0 || e.X >= m.Right()+pack.CardGap || m.X >= e.Right()+pack.CardGap {
				continue
			}
			e.down = math.Max(e.down, m.Bottom()+m.down+math.Min(apart, pack.BoxGap)-e.Y)
		}
		if e.down > 0 {
			moved = append(moved, e)
			a.move(e)
			end = math.Max(end, e.Bottom()+e.down)
		}
	}
	around := a.out.Height
	if parent >= 0 {
		around = a.out.Boxes[parent].Bottom() - a.pad(parent)
	}
	if end > around {
		a.lengthen(parent, end-around)
	}
}

// element is a box or a card directly in a box, with the distance that it moves down.
type element struct {
	geom.Rect
	box, card int
	down      float64
}

func (a *adding) elements(parent int) []element {
	var all []element
	for i, b := range a.in.Boxes {
		if b.Parent == parent && a.out.Boxes[i].W > 0 {
			all = append(all, element{Rect: a.out.Boxes[i], box: i, card: -1})
		}
	}
	for i, c := range a.in.Cards {
		if c.Box == parent && a.out.Cards[i].W > 0 {
			all = append(all, element{Rect: a.out.Cards[i], box: -1, card: i})
		}
	}
	return all
}

// move moves an element and its contents. A line that no longer ends at its cards is routed again.
func (a *adding) move(e element) {
	inside := insideOf(a.in)
	for i := range a.out.Cards {
		if i == e.card || e.card < 0 && inside(i, e.box) {
			a.out.Cards[i].Y += e.down
		}
	}
	for i := range a.out.Boxes {
		for at := i; e.card < 0 && at >= 0; at = a.in.Boxes[at].Parent {
			if at == e.box {
				a.out.Boxes[i].Y += e.down
				break
			}
		}
	}
	for i, line := range a.out.Lines {
		from, to := a.in.Edges[i].From, a.in.Edges[i].To
		switch {
		case len(line) == 0:
		case e.card < 0 && inside(from, e.box) && inside(to, e.box):
			a.out.Lines[i] = pack.Move(line, 0, e.down)
		case !onSide(a.out.Cards[from], line[0]) || !onSide(a.out.Cards[to], line[len(line)-1]):
			a.out.Lines[i] = nil
		}
	}
}
