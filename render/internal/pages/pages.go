// Package pages decides, by the size of its text in print, whether a picture is one sheet or a set
// of pages. It divides a picture into pages.
package pages

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/picture"
	"github.com/accountatlas/accountatlas/render/theme"
)

// Page is one picture of a set.
type Page struct {
	Picture *picture.Picture
	// ID is unique in the set: "overview", "page-2", or "map" for a set of one. Links lead to
	// "#page-2".
	ID string
	// Title names the units on the page, or the whole picture.
	Title string
	// Depth is the number of overviews above the page.
	Depth int
	// Alone is the graph of the first overview without page numbers and links to pages. It is nil
	// for every other page.
	Alone *graph.Graph
}

// Options are the options of a division. All are required.
type Options struct {
	Paper paper.Size
	Words *terms.Terms
	Theme *theme.Theme
	// Lines are all edges between the nodes, for the counts on an overview. The graph may have
	// fewer edges.
	Lines []graph.Edge
	// Lay lays out a graph. It is called concurrently.
	Lay func(context.Context, *graph.Graph) (*picture.Picture, error)
	// Whole lays out the whole graph. Unless that is a table, an illegible picture may be
	// unfinished.
	Whole func(context.Context) (*picture.Picture, error)
	// Illegible is called for a table that cannot be divided, with the size of its text in print.
	Illegible func(g *graph.Graph, points float64)
}

// Divide returns the pages of a graph. It returns one page if that is legible on the paper or
// cannot be divided. The pages of a table are blocks of its rows and columns; any other set begins
// with an overview.
func Divide(ctx context.Context, g *graph.Graph, o Options) ([]Page, error) {
	if g.Grid != nil {
		return tablePages(ctx, g, o)
	}
	s := newSet(g, o)
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	s.o.Lay = func(ctx context.Context, g *graph.Graph) (*picture.Picture, error) {
		slots <- struct{}{}
		defer func() { <-slots }()
		return o.Lay(ctx, g)
	}
	if g.Before != nil {
		s.was = newSet(g.Before, o)
	}
	if d, err := s.whole(ctx); d != nil || err != nil {
		return []Page{{Picture: d, ID: "map", Title: g.Title}}, err
	}
	root, err := s.divide(ctx)
	if err != nil {
		return nil, err
	}
	s.uniqueTitles(root)
	s.name(root, 0)
	all, err := s.draw(ctx, root)
	if err == nil && root.parts != nil {
		s.alone = true
		all[0].Alone = s.overview(root)
	}
	return all, err
}

func newSet(g *graph.Graph, o Options) *set {
	return &set{g: g, o: o, pageOf: make([]*part, len(g.Nodes)), guests: guestsOf(g), edgesAt: edgesAt(g)}
}

type set struct {
	// was is the earlier state of the graph. It is nil without one.
	was    *set
	g      *graph.Graph
	o      Options
	pageOf []*part
	count  int
	// guests has, for each edge, the end that is always drawn on the page of the other end.
	guests []int
	// edgesAt has the edges of each node.
	edgesAt [][]int
	// onePerPage gives each page one box on an overview, if a box for each unit would not fit.
	onePerPage bool
	// alone omits the references to pages.
	alone bool
	// maxAway is the largest number of people from other pages on a page.
	maxAway int
}

// part is a page: an overview of other parts, or nodes and their groups.
type part struct {
	id, title string
	// unit and ends are the title of a page of a divided group: the group's label, and the first
	// and the last of its people. They are empty for other pages.
	unit string
	ends [2]string
	// number is the number of the page in the set, starting at 1.
	number, depth int
	above         *part
	parts         []*part
	// groups and nodes are on the page; roots are the groups that no other group of the page
	// contains.
	groups, nodes, roots []int
	// whole reports whether everybody in the roots is on the page, so that further groups may join
	// it.
	whole bool
}

// usualCard is an estimate of the area of a card in square points.
const usualCard = 196 * 60

// whole returns the picture of the whole graph, or nil if it would be illegible on the paper.
func (s *set) whole(ctx context.Context) (*picture.Picture, error) {
	alone := len(s.g.Nodes) < 2 // nothing to divide
	if !alone && !fits(usualCard*float64(len(s.g.Nodes)), s.o.Paper) {
		return nil, nil
	}
	if alone {
		return s.o.Lay(ctx, s.g)
	}
	d, err := s.o.Whole(ctx)
	if err == nil && !d.Legible(s.o.Paper) {
		return nil, nil
	}
	return d, err
}

// fits reports whether cards of a total area can be legible on the paper in some arrangement. An
// arrangement needs a third more than their area.
func fits(area float64, p paper.Size) bool {
	largest := picture.Largest(p)
	return 1.33*area <= largest.Width*largest.Height
}

// name numbers the parts in the order of the pages.
func (s *set) name(p *part, depth int) {
	s.count++
	p.id, p.number, p.depth = fmt.Sprintf("page-%d", s.count), s.count, depth
	if s.count == 1 {
		p.id = "overview"
	}
	for _, i := range p.nodes {
		s.pageOf[i] = p
	}
	for _, sub := range p.parts {
		sub.above = p
		s.name(sub, depth+1)
	}
}

func (s *set) draw(ctx context.Context, root *part) ([]Page, error) {
	return parallel(root.all(), func(p *part) (Page, error) {
		g := s.page(p)
		if p.parts != nil {
			g = s.overview(p)
		}
		d, err := s.o.Lay(ctx, g)
		if err != nil {
			return Page{}, fmt.Errorf("page %q: %w", p.title, err)
		}
		return Page{Picture: d, ID: p.id, Title: p.title, Depth: p.depth}, nil
	})
}

// parallel returns the results of do for each element of all, in order. It runs several calls
// concurrently. The error is the first one in that order; with an error there are no results.
func parallel[T, R any](all []T, do func(T) (R, error)) ([]R, error) {
	results, errs := make([]R, len(all)), make([]error, len(all))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(all)) {
		wait.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(all); i = next.Add(1) - 1 {
				results[i], errs[i] = do(all[i])
			}
		})
	}
	wait.Wait()
	if err := cmp.Or(errs...); err != nil {
		return nil, err
	}
	return results, nil
}

// edgesAt returns the edges that begin or end at each node, in ascending order.
func edgesAt(g *graph.Graph) [][]int {
	at := make([][]int, len(g.Nodes))
	for i, e := range g.Edges {
		at[e.From] = append(at[e.From], i)
		if e.To != e.From {
			at[e.To] = append(at[e.To], i)
		}
	}
	return at
}

// nodesIn returns the nodes directly in each group, followed by the nodes in no group.
func nodesIn(g *graph.Graph) [][]int {
	in := make([][]int, len(g.Groups)+1)
	for i, n := range g.Nodes {
		at := len(g.Groups)
		if n.Group != graph.None {
			at = n.Group
		}
		in[at] = append(in[at], i)
	}
	return in
}

// childrenOf returns the groups directly inside each group, followed by the top-level groups.
func childrenOf(g *graph.Graph) [][]int {
	in := make([][]int, len(g.Groups)+1)
	for i, group := range g.Groups {
		at := len(g.Groups)
		if group.Parent != graph.None {
			at = group.Parent
		}
		in[at] = append(in[at], i)
	}
	return in
}

// inside returns a group and all its descendants, parents first.
func inside(children [][]int, group int) []int {
	all := []int{group}
	for at := 0; at < len(all); at++ {
		all = append(all, children[all[at]]...)
	}
	slices.Sort(all)
	return all
}
