package render

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf"
)

// Picture is one of a set of pictures. It is read-only and safe for any number of goroutines.
type Picture struct {
	*Drawing
	// ID identifies the picture within its set: "overview", "page-2", or "map" for a picture that stands alone. Links in the other pictures lead
	// to it as "#page-2".
	ID string
	// Title names what is on the picture: its units, or the whole map.
	Title string
	// Depth is the number of overviews above the picture; 0 is the first picture.
	Depth int
}

// Pages draws a view of the map as a set of pictures that are legible on the page of the options. If all texts are at least 6 points high when
// the whole map is printed to fit that page, the set is that one picture, as [Layout] makes it.
//
// Otherwise the first picture is an overview: the units, how many people are in each, and the ties between them. Behind it comes a page for each
// unit, in the order of the units; small units share a page, a large one takes several, and very many pages get further overviews. A person who
// has ties to a page but is on another appears there as a small card that links to that page.
//
// A table that may be continued, [Coverage] or [TeamCover], gets a page for each block of rows and columns that is legible, with its headings,
// from left to right and then down; any other table is one picture. A nil opts means the defaults; the errors are those of [Draw].
func Pages(ctx context.Context, m *accountmap.Map, v View, opts *Options) ([]Picture, error) {
	if m == nil || v == nil {
		return nil, errors.New("nothing to draw: the map or the view is nil")
	}
	o := opts.defaults(m)
	g, err := makeGraph(m, v, &o)
	if err != nil {
		return nil, err
	}
	s := &pageSet{g: g, o: &o, pageOf: make([]*pagePart, len(g.Nodes))}
	if g.Grid != nil {
		return tablePages(ctx, g, &o)
	}
	if len(g.Nodes) < 2 {
		d, err := layGraph(ctx, g, &o)
		return []Picture{{Drawing: d, ID: "map", Title: g.Title}}, err
	}
	if d, err := s.whole(ctx); d != nil || err != nil {
		return []Picture{{Drawing: d, ID: "map", Title: g.Title}}, err
	}
	root, err := s.divide(ctx)
	if err != nil {
		return nil, err
	}
	s.tellApart(root)
	s.name(root, 0)
	return s.draw(ctx, root)
}

// pageSet is a graph being divided into a set of pages.
type pageSet struct {
	g *graph.Graph
	o *Options
	// pageOf is the page of each node.
	pageOf []*pagePart
	count  int
	// onePerPage gives each page one box on an overview, when there is no room for a box for each of its units.
	onePerPage bool
	// mostAway is how many people of other pages a page shows at most.
	mostAway int
}

// pagePart is a page: an overview of other parts, or nodes and the groups that they are in.
type pagePart struct {
	id, title string
	depth     int
	above     *pagePart
	parts     []*pagePart
	// groups and nodes are what is on the page; roots are the groups that are inside no other group there.
	groups, nodes, roots []int
	// whole means that all people of the roots are on the page, so that further groups may join them.
	whole bool
}

// whole is the drawing of the whole graph, or nil when it would not be legible on the page.
func (s *pageSet) whole(ctx context.Context) (*Drawing, error) {
	if !s.o.Page.holds(usualCard * float64(len(s.g.Nodes))) {
		return nil, nil
	}
	d, err := layGraph(ctx, s.g, s.o)
	if err == nil && !s.o.Page.legible(d) {
		d = nil
	}
	return d, err
}

// usualCard is the area of a usual card in square points.
const usualCard = 196 * 60

// name numbers the parts in the order of the pages.
func (s *pageSet) name(p *pagePart, depth int) {
	s.count++
	p.id, p.depth = fmt.Sprintf("page-%d", s.count), depth
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

// draw draws a part and those below it.
func (s *pageSet) draw(ctx context.Context, p *pagePart) ([]Picture, error) {
	g := s.page(p)
	if p.parts != nil {
		g = s.overview(p)
	}
	d, err := layGraph(ctx, g, s.o)
	if err != nil {
		return nil, fmt.Errorf("page %q: %w", p.title, err)
	}
	all := []Picture{{Drawing: d, ID: p.id, Title: p.title, Depth: p.depth}}
	for _, sub := range p.parts {
		below, err := s.draw(ctx, sub)
		if err != nil {
			return nil, err
		}
		all = append(all, below...)
	}
	return all, nil
}

// pdfPages are the pictures as pages of a PDF: all of the size of the page, or each of its own size when that is free.
func pdfPages(pictures []Picture, page Page) []pdf.Page {
	pages := make([]pdf.Page, len(pictures))
	for i, p := range pictures {
		pages[i] = pdf.Page{Scene: p.scene, ID: p.ID, Title: p.Title, Depth: p.Depth}
		if !page.free() {
			pages[i].Width, pages[i].Height = page.Width, page.Height
		}
	}
	return pages
}

// nodesIn lists the nodes directly in each group, and last those in none.
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

// kidsOf lists the groups directly inside each group, and last those at the top.
func kidsOf(g *graph.Graph) [][]int {
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

// inside lists a group and all groups inside it, parents first.
func inside(kids [][]int, group int) []int {
	all := []int{group}
	for _, kid := range kids[group] {
		all = append(all, inside(kids, kid)...)
	}
	slices.Sort(all)
	return all
}
