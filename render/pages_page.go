package render

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// sheetOf is a page's graph under construction.
type sheetOf struct {
	*pageSet
	p   *pagePart
	out *graph.Graph
	// group and node are the places on the page of the graph's groups and nodes; away is the box of what is on other pages, or None.
	group, node map[int]int
	away, aways int
}

// page is the graph of a page: what stands on it, and a card for each of those elsewhere to whom lines lead.
func (s *pageSet) page(p *pagePart) *graph.Graph {
	b := &sheetOf{pageSet: s, p: p, out: &graph.Graph{Title: p.title, Description: s.g.Description, Language: s.g.Language},
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
		parts = append(parts, s.o.Terms.Count(terms.PagesUndrawn, left))
	}
	b.out.Subtitle = strings.Join(parts, "  ·  ")
	if s.g.Legend != nil {
		b.out.Legend = class.Legend(b.out, s.o.Terms)
	}
	return b.out
}

// lines draws the lines of those on the page, and counts those to other pages for which there is no room.
func (b *sheetOf) lines() (left int) {
	for _, hierarchy := range []bool{true, false} { // whom somebody reports to comes first where room is short
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
				e.Hierarchy, e.Beside = false, false
			}
			e.From, e.To = b.node[e.From], b.node[e.To]
			b.out.Edges = append(b.out.Edges, e)
		}
	}
	return left
}

// here reports whether a node stands on the page itself.
func (b *sheetOf) here(i int) bool {
	_, found := slices.BinarySearch(b.p.nodes, i)
	return found
}

// show sees to it that a node has a card on the page, and reports whether there was room for one.
func (b *sheetOf) show(i int, e graph.Edge) bool {
	if _, ok := b.node[i]; ok {
		return true
	}
	if b.aways >= b.mostAway {
		return false
	}
	b.aways++
	n := b.g.Nodes[i]
	away := graph.Node{Class: n.Class, Label: n.Label, Detail: n.Detail, Tooltip: n.Tooltip}
	if page := b.pageOf[i]; page != nil {
		away.Link = "#" + page.id
		away.Detail = "→ " + page.title
	}
	// Who leads people of the same group from another page stays above them.
	group, ok := b.group[n.Group]
	if !ok || !e.Hierarchy || i != e.From {
		group = b.elsewhere()
	}
	away.Group = group
	b.node[i] = len(b.out.Nodes)
	b.out.Nodes = append(b.out.Nodes, away)
	return true
}

// elsewhere is the box of what is on other pages.
func (b *sheetOf) elsewhere() int {
	if b.away == graph.None {
		b.away = len(b.out.Groups)
		b.out.Groups = append(b.out.Groups, graph.Group{Parent: graph.None, Class: []graph.Class{class.Outside},
			Label: b.o.Terms.Text(terms.PagesElsewhere)})
	}
	return b.away
}

// back adds a card that leads to the overview above.
func (b *sheetOf) back(above *pagePart) {
	b.out.Nodes = append(b.out.Nodes, graph.Node{Group: b.elsewhere(), Class: []graph.Class{class.Summary},
		Label: b.o.Terms.Text(terms.PagesOverview), Detail: backTo(above, b.o.Terms), Link: "#" + above.id})
}

// backTo is what an overview is of, when it is not of everything.
func backTo(above *pagePart, words *terms.Terms) string {
	if above.title == words.Text(terms.PagesOverview) {
		return ""
	}
	return above.title
}
