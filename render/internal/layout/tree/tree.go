// Package tree lays out people below their managers. The engine, Graphviz's dot, decides the
// columns and the ranks of a tree. Stacks, assistants, lists, and trees too wide for a page are
// laid out here.
package tree

import (
	"context"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
)

// Engine is a Graphviz. Run lays out a graph like dot -Klayout -Tformat.
type Engine interface {
	Run(ctx context.Context, dot []byte, layout, format string) (out []byte, warnings []string, err error)
}

// Input is the cards and their reporting lines.
type Input struct {
	Cards []Card
	// Boxes is the number of boxes.
	Boxes int
	Edges []Edge
	// Aspect is the width of the page divided by its height.
	Aspect float64
	// Spread multiplies the gaps between cards. Values below 1 mean 1.
	Spread float64
	// Forms caches trees from other layouts by the same engine. Nil means no cache.
	Forms *Forms
}

// Card is the size of a card and the index of its box, or -1.
type Card struct {
	geom.Size
	Box int
}

// Edge puts To below From or, with Assistant, beside it. Only edges within a box have an effect.
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
	// Indent is the distance by which reports are to the right of their manager.
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

// Layout makes the trees. It calls the engine only for trees of more than one card. The error comes
// from the engine or from ctx; the warnings are the engine's.
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

// Lists returns Blocks with lists instead of trees where possible. The entry of a box without a
// list is nil.
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
