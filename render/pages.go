package render

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/paint"
)

// Picture is one of the pictures of a set. It is read-only and safe for many goroutines.
type Picture struct {
	*Drawing
	// ID is the name that links of the set's other pictures lead to: "#page-3" to the picture page-3. It is a word of ours, and tells the
	// pictures of a set apart.
	ID string
	// Title is what is on the picture: the units, or the whole map.
	Title string
	// Depth is how many overviews lead to the picture: 0 is the first picture.
	Depth int
}

// Pages draws a view of the map as a set of pictures. It is one picture, as [Layout] makes it, when its texts are no smaller than 6
// points in print on the options' page. Otherwise the first picture is an overview: the units with how many people stand where, and the ties
// between them. It leads to a page for each unit, which small units share and of which large ones take several, and to further overviews
// where there are very many. Who is on another page has a card there that leads to it. The order is that of the units.
//
// A table that may go on in a further part, as [Coverage] and [TeamCover], is a page for each block of rows and columns that can be read,
// with its heads, from left to right and then down; any other table is one picture. A nil opts means the defaults; the errors are those of
// [Draw].
func Pages(ctx context.Context, m *accountmap.Map, v View, opts *Options) ([]Picture, error) {
	if m == nil || v == nil {
		return nil, errors.New("nothing to draw: the map or the view is nil")
	}
	o := opts.defaults(m)
	g, err := makeGraph(m, v, &o)
	if err != nil {
		return nil, err
	}
	s := &pageSet{ctx: ctx, g: g, o: &o, pageOf: make([]*pagePart, len(g.Nodes))}
	if g.Grid != nil {
		return tablePages(ctx, g, &o)
	}
	if len(g.Nodes) < 2 {
		d, err := layGraph(ctx, g, &o)
		return []Picture{{Drawing: d, ID: "map", Title: g.Title}}, err
	}
	if d, err := s.whole(); d != nil || err != nil {
		return []Picture{{Drawing: d, ID: "map", Title: g.Title}}, err
	}
	root, err := s.divide()
	if err != nil {
		return nil, err
	}
	s.tellApart(root)
	s.name(root, 0)
	return s.draw(root)
}

// pageSet is a graph on its way to a set of pages.
type pageSet struct {
	ctx context.Context
	g   *graph.Graph
	o   *Options
	// pageOf is the page of each node.
	pageOf []*pagePart
	count  int
	// onePerPage gives each page one box on an overview, where its units have not room for one each.
	onePerPage bool
	// mostAway is how many people of other pages a page shows at most.
	mostAway int
}

// pagePart is a page: an overview of other parts, or nodes and the groups that they stand in.
type pagePart struct {
	id, title string
	depth     int
	above     *pagePart
	parts     []*pagePart
	// groups and nodes are what stands on the page, roots those of the groups that stand in no other there.
	groups, nodes, roots []int
	// whole says that all people of the roots are there, so that other groups may join them.
	whole bool
}

// whole is the drawing of the whole graph, or nil if that cannot be read on the page.
func (s *pageSet) whole() (*Drawing, error) {
	if !s.o.Page.holds(usualCard * float64(len(s.g.Nodes))) {
		return nil, nil
	}
	d, err := layGraph(s.ctx, s.g, s.o)
	if err == nil && !s.o.Page.legible(d) {
		d = nil
	}
	return d, err
}

// usualCard is the area of a usual card.
const usualCard = 196 * 60

// name gives the parts their names, in the order of the pages.
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

// draw draws a part and those below.
func (s *pageSet) draw(p *pagePart) ([]Picture, error) {
	g := s.page(p)
	if p.parts != nil {
		g = s.overview(p)
	}
	d, err := layGraph(s.ctx, g, s.o)
	if err != nil {
		return nil, fmt.Errorf("page %q: %w", p.title, err)
	}
	all := []Picture{{Drawing: d, ID: p.id, Title: p.title, Depth: p.depth}}
	for _, sub := range p.parts {
		below, err := s.draw(sub)
		if err != nil {
			return nil, err
		}
		all = append(all, below...)
	}
	return all, nil
}

// pdfPages are the pictures as the pages of a PDF, all of the page's size, or each of its own where the page is free.
func pdfPages(pictures []Picture, page Page) []paint.Page {
	pages := make([]paint.Page, len(pictures))
	for i, p := range pictures {
		pages[i] = paint.Page{Scene: p.scene, ID: p.ID, Title: p.Title, Depth: p.Depth}
		if !page.free() {
			pages[i].Width, pages[i].Height = page.Width, page.Height
		}
	}
	return pages
}

// nodesIn lists the nodes in each group itself, with those in none last.
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

// kidsOf lists the groups inside each group, with those at the top last.
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

// inside lists a group with all inside it, parents first.
func inside(kids [][]int, group int) []int {
	all := []int{group}
	for _, kid := range kids[group] {
		all = append(all, inside(kids, kid)...)
	}
	slices.Sort(all)
	return all
}
