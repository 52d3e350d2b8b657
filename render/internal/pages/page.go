package pages

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

type sheet struct {
	*set
	p   *part
	out *graph.Graph
	// group and node map the graph's groups and nodes to those of the page; away is the box for
	// other pages, or None.
	group, node map[int]int
	away, aways int
}

// page is the graph of a page: its own nodes, and a card for each node elsewhere that its lines
// lead to.
func (s *set) page(p *part) *graph.Graph {
	b := &sheet{set: s, p: p, out: &graph.Graph{Title: p.title, Description: s.g.Description, Language: s.g.Language},
		group: map[int]int{}, node: map[int]int{}, away: graph.None}
	for _, i := range p.groups {
		g := s.g.Groups[i]
		parent, ok := b.group[g.Parent]
		if g.Parent = graph.None; ok {
			g.Parent = parent
		} else if p.above != nil {
			g.Link = "#" + p.above.id
		}
		b.group[i] = len(b.out.Groups)
		b.out.Groups = append(b.out.Groups, g)
	}
	for _, i := range p.nodes {
		n := s.g.Nodes[i]
		if n.Group != graph.None {
			n.Group = b.group[n.Group]
		}
		b.node[i] = len(b.out.Nodes)
		b.out.Nodes = append(b.out.Nodes, n)
	}
	left := b.lines()
	if p.above != nil {
		b.back(p.above)
	}
	parts := []string{s.g.Title, s.people(p.nodes)}
	if left > 0 {
		parts = append(parts, s.o.Words.Count(terms.PagesUndrawn, left))
	}
	b.out.Subtitle = strings.Join(parts, "  ·  ")
	if s.g.Legend != nil {
		b.out.Legend = class.Legend(b.out, s.o.Words)
	}
	return b.out
}

// lines draws the lines of the page's nodes, and counts the lines to other pages for which there is
// no room.
func (b *sheet) lines() (left int) {
	for _, hierarchy := range []bool{true, false} { // reporting lines come first where room is short
		for _, e := range b.g.Edges {
			if e.Hierarchy != hierarchy {
				continue
			}
			_, from := b.node[e.From]
			_, to := b.node[e.To]
			from, to = from && b.here(e.From), to && b.here(e.To)
			if !from && !to {
				continue
			}
			if !(b.show(e.From, e) && b.show(e.To, e)) {
				left++
				continue
			}
			if from != to && b.out.Nodes[b.node[e.From]].Group != b.out.Nodes[b.node[e.To]].Group {
				e.Hierarchy, e.Assistant = false, false
			}
			e.From, e.To = b.node[e.From], b.node[e.To]
			b.out.Edges = append(b.out.Edges, e)
		}
	}
	return left
}

// here reports whether a node is one of the page's own.
func (b *sheet) here(i int) bool {
	_, found := slices.BinarySearch(b.p.nodes, i)
	return found
}

// show gives a node a card on the page, and reports whether there was room.
func (b *sheet) show(i int, e graph.Edge) bool {
	if _, ok := b.node[i]; ok {
		return true
	}
	if b.aways >= b.mostAway {
		return false
	}
	b.aways++
	n := b.g.Nodes[i]
	away := graph.Node{ID: n.ID, Class: n.Class, Label: n.Label, Detail: n.Detail, Tooltip: n.Tooltip}
	if page := b.pageOf[i]; page != nil {
		away.Link = "#" + page.id
		away.Detail = "→ " + page.title
	}
	// A manager on another page stays in the group, above the reports.
	group, ok := b.group[n.Group]
	if !ok || !e.Hierarchy || i != e.From {
		group = b.elsewhere()
	}
	away.Group = group
	b.node[i] = len(b.out.Nodes)
	b.out.Nodes = append(b.out.Nodes, away)
	return true
}

func (b *sheet) elsewhere() int {
	if b.away == graph.None {
		b.away = len(b.out.Groups)
		b.out.Groups = append(b.out.Groups, graph.Group{Parent: graph.None, Class: []graph.Class{class.Outside},
			Label: b.o.Words.Text(terms.PagesElsewhere)})
	}
	return b.away
}

// back adds a card that links to the overview above.
func (b *sheet) back(above *part) {
	b.out.Nodes = append(b.out.Nodes, graph.Node{Group: b.elsewhere(), Class: []graph.Class{class.Summary},
		Label: b.o.Words.Text(terms.PagesOverview), Detail: backTo(above, b.o.Words), Link: "#" + above.id})
}

// backTo names the content of an overview, unless it is the whole account.
func backTo(above *part, words *terms.Terms) string {
	if above.title == words.Text(terms.PagesOverview) {
		return ""
	}
	return above.title
}

// uniqueTitles makes titles unique: overviews are marked, pages add the group around their own, and
// remaining duplicates are numbered. The first picture keeps its title.
func (s *set) uniqueTitles(root *part) {
	all := root.all()
	for _, alike := range sameTitles(all) {
		for _, p := range alike {
			switch around := s.around(p); {
			case p == root:
			case p.parts != nil:
				p.title += " · " + s.o.Words.Text(terms.PagesOverview)
			case around != "":
				p.title += " · " + around
			}
		}
	}
	for _, alike := range sameTitles(all) {
		for i, p := range alike {
			if p != root {
				p.title = s.o.Words.Text(terms.PagesPart, p.title, i+1, len(alike))
			}
		}
	}
}

// all lists a part and the parts below it, in the order of the pages.
func (p *part) all() []*part {
	all := []*part{p}
	for _, sub := range p.parts {
		all = append(all, sub.all()...)
	}
	return all
}

// sameTitles lists the parts of each title that several have, in the order of the pages.
func sameTitles(all []*part) [][]*part {
	of := map[string][]*part{}
	for _, p := range all {
		of[p.title] = append(of[p.title], p)
	}
	var same [][]*part
	for _, p := range all {
		if alike := of[p.title]; len(alike) > 1 && alike[0] == p {
			same = append(same, alike)
		}
	}
	return same
}

// around is the label of the group around the groups of a page; it may be empty.
func (s *set) around(p *part) string {
	if len(p.roots) == 0 {
		return ""
	}
	parent := s.g.Groups[p.roots[0]].Parent
	if parent == graph.None {
		return ""
	}
	return s.g.Groups[parent].Label
}
