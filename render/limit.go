package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// usualLimit is the default limit: some 10,000 people with their lines, which take seconds.
const usualLimit = 40_000

// boxWeight is the number of cards that a box counts as: packing ten thousand boxes takes minutes,
// as many cards only seconds.
const boxWeight = 5

// TooLargeError reports a picture over the limit of the options.
type TooLargeError struct {
	// Cards, Lines and Boxes are the parts of the picture; the cells of a table count as cards.
	// Limit is the largest allowed sum, with each box counted as five.
	Cards, Lines, Boxes, Limit int
	// Largest are up to three units, the largest first: the units at the top or, where one of these
	// holds nearly everything, those inside it. It is empty for an account without units.
	Largest []BoxSize
	// Divided is set by [Pages]: no division into pages makes every picture smaller than the limit.
	Divided bool
}

// BoxSize is a unit and the number of cards in its box, inner boxes included.
type BoxSize struct {
	Label string
	Cards int
}

// Error reports the size of the picture, the limit, and what to do.
func (e *TooLargeError) Error() string {
	var largest []string
	for _, b := range e.Largest {
		largest = append(largest, fmt.Sprintf("%.60q has %d", b.Label, b.Cards))
	}
	of := ""
	if largest != nil {
		of = " (" + strings.Join(largest, ", ") + ")"
	}
	picture, pages := "one picture", ", draw Pages"
	if e.Divided {
		picture, pages = "a page", ""
	}
	return fmt.Sprintf("too large for %s: %d cards, %d lines and %d boxes are over the limit of %d in all, with a box counted as %d; draw some of the "+
		"units with Map.Select%s%s, or raise Options.Limit", picture, e.Cards, e.Lines, e.Boxes, e.Limit, boxWeight, of, pages)
}

// checkSize returns a [TooLargeError] for a graph over the limit.
func checkSize(g *graph.Graph, limit int) error {
	limit = cmp.Or(limit, usualLimit)
	cards := len(g.Nodes)
	if g.Grid != nil {
		cards += len(g.Grid.Cells) + len(g.Grid.Rows) + len(g.Grid.Columns)
	}
	if limit < 0 || cards+len(g.Edges)+boxWeight*len(g.Groups) <= limit {
		return nil
	}
	e := &TooLargeError{Cards: cards, Lines: len(g.Edges), Boxes: len(g.Groups), Limit: limit}
	e.Largest = largestUnits(g)
	return e
}

// largestUnits returns up to three units with the most cards: the units at the top or, where one of
// these has nearly all cards, those inside it.
func largestUnits(g *graph.Graph) []BoxSize {
	counts := cardsIn(g)
	for around := graph.None; ; {
		var inside []int
		for i := range g.Groups {
			if g.Groups[i].Parent == around && counts[i] > 0 && !slices.Contains(g.Groups[i].Class, class.Outside) {
				inside = append(inside, i)
			}
		}
		slices.SortStableFunc(inside, func(a, b int) int { return cmp.Compare(counts[b], counts[a]) })
		if len(inside) > 0 && counts[inside[0]] > len(g.Nodes)*9/10 && hasInside(g, inside[0]) {
			around = inside[0]
			continue
		}
		var largest []BoxSize
		for _, i := range inside[:min(3, len(inside))] {
			largest = append(largest, BoxSize{g.Groups[i].Label, counts[i]})
		}
		return largest
	}
}

func hasInside(g *graph.Graph, group int) bool {
	return slices.ContainsFunc(g.Groups, func(other graph.Group) bool { return other.Parent == group })
}

// cardsIn counts the nodes in each group, inner groups included.
func cardsIn(g *graph.Graph) []int {
	counts := make([]int, len(g.Groups))
	for _, n := range g.Nodes {
		if n.Group != graph.None {
			counts[n.Group]++
		}
	}
	for i := len(g.Groups) - 1; i >= 0; i-- {
		if parent := g.Groups[i].Parent; parent != graph.None {
			counts[parent] += counts[i]
		}
	}
	return counts
}
