// Package tree lays out people below their managers. The engine, Graphviz's dot, decides the
// columns and the ranks of a tree; stacks, assistants, lists and the trees too wide for a page are
// ours.
package tree

import (
	"context"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
)

// Engine is the Graphviz that lays out: as dot -Klayout -Tformat.
type Engine interface {
	Run(ctx context.Context, dot []byte, layout, format string) (out []byte, warnings []string, err error)
}

// Input is the cards and who reports to whom.
type Input struct {
	Cards []Card
	// Boxes is the number of boxes.
	Boxes int
	Edges []Edge
	// Aspect is the width of the page divided by its height.
	Aspect float64
	// Spread multiplies the gaps between cards; below 1 it counts as 1.
	Spread float64
	// Forms are known from other layouts by the same engine, and get the new ones. Nil means none.
	Forms *Forms
}

// Card is the size of a card, and the index of its box or -1.
type Card struct {
	geom.Size
	Box int
}

// Edge puts To below From, or, as an assistant, beside it. Only edges within a box have an effect.
type Edge struct {
	From, To  int
	Assistant bool
}

// The distances of a tree, in points.
const (
	stackGap = 7  // between cards of a stack
	treeGap  = 26 // between cards side by side below one manager, wide enough for a visible line
	busGap   = 22 // above a row that a manager's lines lead to
	busRise  = 11 // of the horizontal line above such a row
	drop     = 8  // of the line of a stack, from the manager's left side
	// Indent is how far reports hang to the right of their manager.
	Indent = drop + pack.LineIndent
)

func (in *Input) gap(usual float64) float64 { return math.Round(usual * math.Max(1, in.Spread)) }

// Forest is all people as trees.
type Forest struct {
	// Blocks are the trees of each box, by the index of the box plus one.
	Blocks   [][]*pack.Block
	in       *Input
	branches [][]*branch
}

// Layout makes the trees. The engine is called only for trees of more than one card. The error is
// the engine's or the error of ctx; the warnings are the engine's.
func Layout(ctx context.Context, engine Engine, in *Input) (f *Forest, warnings []string, err error) {
	f = &Forest{in: in, branches: branches(in)}
	var whole []*branch
	for _, all := range f.branches {
		for _, b := range all {
			whole = b.whole(whole)
		}
	}
	laid, warnings, err := layoutBranches(ctx, engine, in, whole)
	if err != nil {
		return nil, nil, err
	}
	f.Blocks = make([][]*pack.Block, len(f.branches))
	for i, all := range f.branches {
		for _, b := range all {
			f.Blocks[i] = append(f.Blocks[i], makeBlock(in, b, laid))
		}
	}
	return f, warnings, nil
}

// Lists returns Blocks with lists in place of trees where possible, and nil for a box without one.
func (f *Forest) Lists() [][]*pack.Block {
	lists := make([][]*pack.Block, len(f.branches))
	for i, all := range f.branches {
		for k, b := range all {
			list := listBlock(f.in, b)
			if list == nil {
				continue
			}
			if lists[i] == nil {
				lists[i] = slices.Clone(f.Blocks[i])
			}
			lists[i][k] = list
		}
	}
	return lists
}
