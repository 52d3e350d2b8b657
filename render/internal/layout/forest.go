package layout

import "math"

// branch is a manager with everybody below, as it will stand: the aides at the manager's sides, the reports without reports of their own
// in stacks, the others side by side. A branch too wide for the page is cut: what is below hangs on shelves under the manager instead.
type branch struct {
	card   int
	aides  []int
	stacks [][]int
	subs   []*branch
	cut    bool
	// columns is the estimated width in cards side by side.
	columns int
}

// lone reports a card that has nobody below or beside it.
func (b *branch) lone() bool { return len(b.aides) == 0 && b.lowest() }

// lowest reports a card that has nobody below.
func (b *branch) lowest() bool { return len(b.stacks) == 0 && len(b.subs) == 0 }

// hangs reports a manager whose one stack hangs below at the left.
func (b *branch) hangs() bool { return len(b.subs) == 0 && len(b.stacks) == 1 }

// cards lists everybody whom the engine places: the manager, the stacks, and the branches below, but no aides.
func (b *branch) cards() []int { return b.appendCards(nil) }

func (b *branch) appendCards(cards []int) []int {
	cards = append(cards, b.card)
	for _, stack := range b.stacks {
		cards = append(cards, stack...)
	}
	for _, sub := range b.subs {
		cards = sub.appendCards(cards)
	}
	return cards
}

// forests returns the branches of each box, by the box's index plus one, so that cards without a box come first.
func forests(in *Input) [][]*branch {
	reports := make([][]int, len(in.Cards))
	below := make([]bool, len(in.Cards))
	leads := make([]bool, len(in.Cards))
	aides := make([][]int, len(in.Cards))
	for _, e := range in.Edges {
		leads[e.From] = leads[e.From] || e.Hierarchy
	}
	for _, e := range in.Edges {
		if !e.Hierarchy || in.Cards[e.From].Box != in.Cards[e.To].Box || below[e.To] || e.From == e.To {
			continue
		}
		below[e.To] = true
		if e.Beside && !leads[e.To] {
			aides[e.From] = append(aides[e.From], e.To)
		} else {
			reports[e.From] = append(reports[e.From], e.To)
		}
	}
	members := make([]int, len(in.Boxes)+1)
	for _, c := range in.Cards {
		members[c.Box+1]++
	}
	forest := make([][]*branch, len(in.Boxes)+1)
	g := grower{reports: reports, aides: aides, leads: leads, seen: make([]bool, len(in.Cards))}
	grow := func(i int) {
		box := in.Cards[i].Box + 1
		g.widest, g.deepest = widest(members[box], in.Shape), deepest(members[box], in.Shape)
		g.loose = append(g.loose, i)
		for len(g.loose) > 0 {
			root := g.loose[0]
			g.loose = g.loose[1:]
			forest[box] = append(forest[box], g.grow(root, 0))
		}
	}
	for i := range in.Cards {
		if !below[i] {
			grow(i)
		}
	}
	for i := range in.Cards { // only a circle, which no valid account has, is left
		if !g.seen[i] {
			grow(i)
		}
	}
	return forest
}

// across and down are the room of a usual card, for estimates only.
const across, down = cardWidth + cardGap, 80

// widest is how many cards side by side a box of so many people may be before its branches are cut: half as much again as a box of the
// page's shape would be.
func widest(people int, shape float64) int {
	return max(5, int(1.5*math.Sqrt(float64(people)*shape*down/across)))
}

// deepest is how many cards below one another a branch in such a box may be: likewise. What is deeper stands beside, as a branch of its own.
func deepest(people int, shape float64) int {
	return max(8, int(1.5*math.Sqrt(float64(people)*across/(shape*down))))
}

// cardWidth is the usual width of a card, for estimates only.
const cardWidth = 196

type grower struct {
	reports, aides [][]int
	// leads marks who has reports anywhere, also in another box: lines will go down from there, so nobody stands below in a stack.
	leads, seen     []bool
	widest, deepest int
	// loose are those too deep in their branch, who begin one of their own.
	loose []int
}

// grow makes the branch of a card that many rows below the first of its branch.
func (g *grower) grow(card, row int) *branch {
	g.seen[card] = true
	b := &branch{card: card, aides: g.aides[card]}
	for _, aide := range b.aides {
		g.seen[aide] = true
	}
	var leaves []int
	for _, r := range g.reports[card] {
		switch {
		case g.seen[r]:
		case !g.leads[r]:
			g.seen[r] = true
			leaves = append(leaves, r)
		case row+1 >= g.deepest:
			g.loose = append(g.loose, r)
		default:
			sub := g.grow(r, row+1)
			b.subs = append(b.subs, sub)
			b.columns += sub.columns
			b.cut = b.cut || sub.cut
		}
	}
	b.stacks = stacks(leaves)
	b.columns = max(1, b.columns+len(b.stacks))
	if len(b.aides) > 0 {
		b.columns = max(3, b.columns)
	}
	if b.columns > g.widest && len(b.stacks)+len(b.subs) > 1 {
		b.cut = true
	}
	if b.cut {
		b.columns = max(1, g.widest/2)
	}
	return b
}

// stacks parts the reports of one manager into columns about as wide together as they are high; up to six stay in one.
func stacks(leaves []int) [][]int {
	n := len(leaves)
	if n == 0 {
		return nil
	}
	columns := 1
	if n > 6 {
		columns = int(math.Ceil(math.Sqrt(0.45 * float64(n))))
	}
	rows := (n + columns - 1) / columns
	var parts [][]int
	for len(leaves) > 0 {
		take := min(rows, len(leaves))
		parts = append(parts, leaves[:take])
		leaves = leaves[take:]
	}
	return parts
}

// whole lists the branches that the engine lays out: those that are not cut, and that are more than one card.
func whole(b *branch) []*branch {
	switch {
	case b.lone():
		return nil
	case !b.cut:
		return []*branch{b}
	}
	var found []*branch
	for _, sub := range b.subs {
		found = append(found, whole(sub)...)
	}
	return found
}

// raise makes the block of a branch from those that the engine laid out.
func raise(in *Input, b *branch, laid map[*branch]*block) *block {
	switch {
	case b.lone():
		return loneBlock(in, b.card)
	case !b.cut:
		return laid[b]
	}
	var parts []*block
	for _, stack := range b.stacks {
		parts = append(parts, stackBlock(in, stack))
	}
	for _, sub := range b.subs {
		parts = append(parts, raise(in, sub, laid))
	}
	return hangShelves(in, b, parts)
}
