package pages

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

type sheet struct {
	*set
	p   *part
	out *graph.Graph
	// group and node map groups and nodes of the graph to groups and nodes of the page. away is the
	// box for other pages, or [graph.None].
	group, node map[int]int
	away, aways int
	// further lists the pages with undrawn lines, by the node of this page at which the lines
	// begin.
	further map[int][]*part
}

// page returns the graph of a page: its own nodes, and a card for each node on another page that
// its lines lead to.
func (s *set) page(p *part) *graph.Graph {
	b := &sheet{set: s, p: p, out: &graph.Graph{Title: p.title, Description: s.g.Description, Language: s.g.Language},
		group: map[int]int{}, node: map[int]int{}, away: graph.None, further: map[int][]*part{}}
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
	b.lines()
	b.refer()
	if p.above != nil {
		b.back(p.above)
	}
	b.out.Subtitle = strings.Join([]string{s.numbered(p), s.g.Title, s.people(p.nodes)}, "  ·  ")
	if s.g.Legend != nil {
		b.out.Legend = class.Legend(b.out, s.o.Words)
	}
	if s.was != nil {
		b.out.Before = s.earlier(p)
	}
	return b.out
}

// earlier returns the page as it was in the earlier state of the graph, in which people keep their
// place.
func (s *set) earlier(p *part) *graph.Graph {
	groups, nodes := map[string]bool{}, map[string]bool{}
	for _, i := range p.groups {
		groups[keyOf(s.g.Groups[i])] = true
	}
	for _, i := range p.nodes {
		nodes[s.g.Nodes[i].ID] = true
	}
	then, here := &part{title: p.title, above: p.above}, map[int]bool{graph.None: true}
	for i, g := range s.was.g.Groups {
		if groups[keyOf(g)] {
			then.groups, here[i] = append(then.groups, i), true
		}
	}
	for i, n := range s.was.g.Nodes {
		if nodes[n.ID] && here[n.Group] {
			then.nodes = append(then.nodes, i)
		}
	}
	return s.was.page(then)
}

func keyOf(g graph.Group) string { return cmp.Or(g.ID, g.Label) }

// numbered returns the number of a page in the set: "Page 3 of 12".
func (s *set) numbered(p *part) string {
	return s.o.Words.Text(terms.PagesNumber, p.number, s.count)
}

func (s *set) pageRef(p *part) string { return s.o.Words.Text(terms.PagesPage, p.number) }

// guestsOf chooses the guest of each edge. If the ends of an edge are on different pages, the guest
// is also on the page of the other end. Every line is then on a page. The manager is a guest on the
// page of a report. For a tie, the guest is the end with more ties, so that few pages have many
// guests.
func guestsOf(g *graph.Graph) []int {
	ties := make([]int, len(g.Nodes))
	for _, e := range g.Edges {
		if !e.Hierarchy {
			ties[e.From]++
			ties[e.To]++
		}
	}
	guests := make([]int, len(g.Edges))
	for i, e := range g.Edges {
		guests[i] = e.From
		if !e.Hierarchy && !slices.Contains(e.Class, class.Report) && ties[e.To] > ties[e.From] {
			guests[i] = e.To
		}
	}
	return guests
}

// lines draws all lines to managers, then the lines to other guests, and then the rest while guests
// fit. A tie to a guest that does not fit is described in words. Any other line is on the page of
// its other end.
func (b *sheet) lines() {
	var here []int
	for _, n := range b.p.nodes {
		here = append(here, b.edgesAt[n]...)
	}
	slices.Sort(here)
	here = slices.Compact(here)
	drawn := map[int]bool{}
	for _, turn := range []lineTurn{managers, guests, others} {
		for _, i := range here {
			e := b.g.Edges[i]
			from, to := b.here(e.From), b.here(e.To)
			if drawn[i] {
				continue
			}
			other := e.From
			if from {
				other = e.To
			}
			if b.turn(i, e, other, from && to) != turn {
				continue
			}
			if drawn[i] = b.show(other, e, turn == managers); !drawn[i] {
				if drawn[i] = turn == guests; drawn[i] {
					b.say(e, other)
				}
				continue
			}
			if from != to && b.out.Nodes[b.node[e.From]].Group != b.out.Nodes[b.node[e.To]].Group {
				e.Hierarchy, e.Assistant = false, false
			}
			e.From, e.To = b.node[e.From], b.node[e.To]
			b.out.Edges = append(b.out.Edges, e)
		}
	}
	for _, i := range here {
		e := b.g.Edges[i]
		for _, ends := range [][2]int{{e.From, e.To}, {e.To, e.From}} {
			if !drawn[i] && b.here(ends[0]) {
				at := b.node[ends[0]]
				b.further[at] = append(b.further[at], b.pageWith(ends[1]))
			}
		}
	}
}

// lineTurn is the order in which the lines of a page are drawn.
type lineTurn int

const (
	managers lineTurn = iota // lines within the page, and lines to managers
	guests
	others
)

func (b *sheet) turn(i int, e graph.Edge, other int, inside bool) lineTurn {
	reports := e.Hierarchy || slices.Contains(e.Class, class.Report)
	switch {
	case inside, reports && e.From == other:
		return managers
	case b.guests[i] == other:
		return guests
	}
	return others
}

// say notes a tie on the card of its end on the page: "influences → Γιάννης Δήμου · page 4".
func (b *sheet) say(e graph.Edge, other int) {
	own := e.From
	label, word := b.g.Nodes[other].Label, class.Word(e.Class, b.o.Words)
	text := word + " → " + label
	if other == e.From {
		own, text = e.To, "← "+label+" "+word
	}
	n := &b.out.Nodes[b.node[own]]
	n.Notes = append(slices.Clip(n.Notes), graph.Note{Text: text + " · " + b.pageRef(b.pageWith(other)), Class: []graph.Class{class.Elsewhere}})
	n.Tooltip += "\n" + e.Tooltip
}

// refer notes on each card the pages with its undrawn lines.
func (b *sheet) refer() {
	for at, pages := range b.further {
		slices.SortFunc(pages, func(x, y *part) int { return cmp.Compare(x.number, y.number) })
		var numbers []string
		for _, p := range slices.Compact(pages) {
			numbers = append(numbers, strconv.Itoa(p.number))
		}
		n := &b.out.Nodes[at]
		text := b.o.Words.Text(terms.PagesFurther, strings.Join(numbers, ", "))
		n.Notes = append(slices.Clip(n.Notes), graph.Note{Text: text, Class: []graph.Class{class.Elsewhere}})
		n.Tooltip += "\n" + text
	}
}

func (b *sheet) here(i int) bool {
	_, found := slices.BinarySearch(b.p.nodes, i)
	return found
}

// show adds a card for a node of another page, unless the page is full and always is false. It
// reports whether the page has the card.
func (b *sheet) show(i int, e graph.Edge, always bool) bool {
	if _, ok := b.node[i]; ok {
		return true
	}
	if !always && b.aways >= b.maxAway {
		return false
	}
	b.aways++
	n := b.g.Nodes[i]
	away := graph.Node{ID: n.ID, Class: n.Class, Label: n.Label, Detail: n.Detail, Tooltip: n.Tooltip}
	page := b.pageWith(i)
	away.Link = "#" + page.id
	away.Detail = "→ " + b.pageRef(page)
	if n.Group != graph.None && !slices.Contains(b.p.groups, n.Group) {
		away.Detail += " · " + b.g.Groups[n.Group].Label
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

// pageWith returns the page of a node. While the division is unfinished, it returns a placeholder
// whose name is as long.
func (b *sheet) pageWith(node int) *part {
	if page := b.pageOf[node]; page != nil {
		return page
	}
	return &part{id: "overview", number: 100, title: b.p.title}
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
		Label: "→ " + b.pageRef(above), Detail: above.title, Link: "#" + above.id})
}

// uniqueTitles makes titles unique. Overviews are marked as such, pages add the enclosing group,
// and remaining duplicates are numbered. The first picture keeps its title.
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

// all returns a part and the parts below it, in the order of the pages.
func (p *part) all() []*part {
	all := []*part{p}
	for _, sub := range p.parts {
		all = append(all, sub.all()...)
	}
	return all
}

// sameTitles returns the parts of each duplicate title, in the order of the pages.
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

// around returns the label of the group that contains the groups of a page, or "".
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
