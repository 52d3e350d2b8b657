package tree

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// maxEngineCards is the largest number of cards in a branch that the engine lays out. WebAssembly
// cannot be preempted, so the garbage collector, and with it every goroutine, waits for the end of
// a call. A call takes 0.05 s for 400 cards, and 58 s for 5,000 reports of one manager.
const maxEngineCards = 400

// tidyCenters places the cards of a large branch in linear time, in the same way as the engine
// places a small branch. Every manager is in the middle above the reports, and subtrees are as
// close as their outlines allow (Reingold and Tilford). The centers are in the order of
// [branch.cards].
func tidyCenters(in *Input, b *branch) []geom.Point {
	return tidyBranch(in, b).centers(nil, 0, 0)
}

// tidy is a column of cards, mostly a single card, with trees below. Positions are relative to the
// column's center.
type tidy struct {
	cards int
	below []*tidy
	at    []float64 // of each tree below
	// left and right are the outline of the column and the trees, row by row from the top.
	left, right []float64
}

func tidyBranch(in *Input, b *branch) *tidy {
	width := in.Cards[b.card].W + 2*assistantsWidth(in, b.assistants)
	if b.singleStack() {
		width += stackWidth(in, b) - in.Cards[b.card].W
	}
	top := &tidy{}
	top.add(width)
	for _, stack := range b.stacks {
		column := &tidy{}
		for _, card := range stack {
			column.add(in.Cards[card].W + Indent)
		}
		top.below = append(top.below, column)
	}
	for _, sub := range b.subs {
		top.below = append(top.below, tidyBranch(in, sub))
	}
	top.join(in.gap(treeGap))
	return top
}

func (t *tidy) add(width float64) {
	t.cards++
	t.left, t.right = append(t.left, -width/2), append(t.right, width/2)
}

// join moves the trees below together, and the column to the middle above them.
func (t *tidy) join(gap float64) {
	var left, right []float64 // the outline of the trees so far, from the center of the first
	for _, sub := range t.below {
		x := 0.0
		for row := range min(len(right), len(sub.left)) {
			x = math.Max(x, right[row]+gap-sub.left[row])
		}
		t.at = append(t.at, x)
		for row := range sub.left {
			if row < len(left) {
				right[row] = x + sub.right[row]
			} else {
				left, right = append(left, x+sub.left[row]), append(right, x+sub.right[row])
			}
		}
	}
	if len(t.at) == 0 {
		return
	}
	middle := t.at[len(t.at)-1] / 2
	for i := range t.at {
		t.at[i] -= middle
	}
	for row := range left {
		t.left, t.right = append(t.left, left[row]-middle), append(t.right, right[row]-middle)
	}
}

// centers appends the centers of all cards. As in Graphviz, y grows upwards.
func (t *tidy) centers(all []geom.Point, x float64, row int) []geom.Point {
	const rowHeight = 100 // rows are moved together afterwards
	for range t.cards {
		all = append(all, geom.Pt(x, -float64(row*rowHeight)))
		row++
	}
	for i, sub := range t.below {
		all = sub.centers(all, x+t.at[i], row)
	}
	return all
}
