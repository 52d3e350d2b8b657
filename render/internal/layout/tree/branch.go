package tree

import "math"

// branch is a manager with everybody below. Assistants are beside the manager, reports without
// reports of their own in stacks, and the other reports side by side.
type branch struct {
	card       int
	assistants []int
	stacks     [][]int
	subs       []*branch
	// cut marks a branch that is too wide for the page: its parts are on shelves below the manager.
	cut bool
	// columns is the estimated width in cards.
	columns int
}

// lone reports whether the branch is a card without reports or assistants.
func (b *branch) lone() bool { return len(b.assistants) == 0 && b.lowest() }

func (b *branch) lowest() bool { return len(b.stacks) == 0 && len(b.subs) == 0 }

// singleStack reports whether all reports are in one stack, which hangs from the manager's left
// side.
func (b *branch) singleStack() bool { return len(b.subs) == 0 && len(b.stacks) == 1 }

func stackWidth(in *Input, b *branch) float64 {
	width := in.Cards[b.card].W
	for _, card := range b.stacks[0] {
		width = max(width, Indent+in.Cards[card].W)
	}
	return width
}

// cards returns the cards that the engine places: everybody except assistants.
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

// whole appends the branches that the engine lays out: uncut branches of more than one card.
func (b *branch) whole(found []*branch) []*branch {
	switch {
	case b.lone():
		return found
	case !b.cut:
		return append(found, b)
	}
	for _, sub := range b.subs {
		found = sub.whole(found)
	}
	return found
}

// maxAssistants is the largest number of assistants beside a manager. Larger numbers are below the
// manager, like reports: two columns of them would be higher than any page.
const maxAssistants = 12

// branches returns the branches of each box, by the index of the box plus one.
func branches(in *Input) [][]*branch {
	reports := make([][]int, len(in.Cards))
	below := make([]bool, len(in.Cards))
	leads := make([]bool, len(in.Cards))
	assistants := make([][]int, len(in.Cards))
	assistantCount := make([]int, len(in.Cards))
	for _, e := range in.Edges {
		leads[e.From] = true
		if e.Assistant {
			assistantCount[e.From]++
		}
	}
	for _, e := range in.Edges {
		if in.Cards[e.From].Box != in.Cards[e.To].Box || below[e.To] || e.From == e.To {
			continue
		}
		below[e.To] = true
		if e.Assistant && !leads[e.To] && assistantCount[e.From] <= maxAssistants {
			assistants[e.From] = append(assistants[e.From], e.To)
		} else {
			reports[e.From] = append(reports[e.From], e.To)
		}
	}
	members := make([]int, in.Boxes+1)
	for _, c := range in.Cards {
		members[c.Box+1]++
	}
	forest := make([][]*branch, in.Boxes+1)
	b := builder{reports: reports, assistants: assistants, leads: leads, seen: make([]bool, len(in.Cards))}
	build := func(card int) {
		box := in.Cards[card].Box + 1
		b.maxColumns, b.maxDepth = maxColumns(members[box], in.Aspect), maxDepth(members[box], in.Aspect)
		b.roots = append(b.roots, card)
		for len(b.roots) > 0 {
			root := b.roots[0]
			b.roots = b.roots[1:]
			forest[box] = append(forest[box], b.build(root, 0))
		}
	}
	for i := range in.Cards {
		if !below[i] {
			build(i)
		}
	}
	for i := range in.Cards { // only a cycle, which no valid account has, is left
		if !b.seen[i] {
			build(i)
		}
	}
	return forest
}

// The size of an average card with its gap, for estimates only.
const usualWidth, usualHeight = 216, 80

// maxColumns returns the width in cards above which a branch is cut: one and a half times the width
// of a box of the page's aspect with as many people.
func maxColumns(people int, aspect float64) int {
	return max(5, int(1.5*math.Sqrt(float64(people)*aspect*usualHeight/usualWidth)))
}

// maxDepth returns the largest number of rows in a branch, computed like maxColumns. Deeper reports
// begin a branch of their own.
func maxDepth(people int, aspect float64) int {
	return max(MaxListed, int(1.5*math.Sqrt(float64(people)*usualWidth/(aspect*usualHeight))))
}

type builder struct {
	reports, assistants [][]int
	// leads marks cards with reports in any box. Lines leave these cards downwards, so they are in
	// no stack.
	leads, seen          []bool
	maxColumns, maxDepth int
	// roots are cards that have yet to begin a branch.
	roots []int
}

func (t *builder) build(card, row int) *branch {
	t.seen[card] = true
	b := &branch{card: card, assistants: t.assistants[card]}
	for _, assistant := range b.assistants {
		t.seen[assistant] = true
	}
	var leaves []int
	for _, r := range t.reports[card] {
		switch {
		case t.seen[r]:
		case !t.leads[r]:
			t.seen[r] = true
			leaves = append(leaves, r)
		case row+1 >= t.maxDepth:
			t.roots = append(t.roots, r)
		default:
			sub := t.build(r, row+1)
			b.subs = append(b.subs, sub)
			b.columns += sub.columns
			b.cut = b.cut || sub.cut
		}
	}
	b.stacks = stacks(leaves)
	b.columns = max(1, b.columns+len(b.stacks))
	if len(b.assistants) > 0 {
		b.columns = max(3, b.columns)
	}
	if b.columns > t.maxColumns && len(b.stacks)+len(b.subs) > 1 {
		b.cut = true
	}
	if b.cut {
		b.columns = max(1, t.maxColumns/2)
	}
	return b
}

// stacks divides the reports of one manager into columns, together about as wide as high. Up to six
// reports form one column.
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
