package pages

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// maxNamed is the largest number of lines named in the tooltip of a merged line.
const maxNamed = 12

// overview returns the graph of an overview. It has a box for each group of its pages, or for each
// page if a group takes several. The boxes count their people, and the merged lines count the lines
// between them.
func (s *set) overview(p *part) *graph.Graph {
	out := &graph.Graph{Title: p.title, Description: s.g.Description, Language: s.g.Language}
	if p.above == nil {
		out.Title, out.Headline, out.Points = s.g.Title, s.g.Headline, s.g.Points
	}
	boxOf := make([]int, len(s.g.Nodes)) // the box of each node plus one
	add := func(title string, group int, nodes []int, page *part) {
		box := graph.Group{Parent: graph.None, Label: title}
		if group != graph.None {
			box = s.g.Groups[group]
			box.Label, box.Parent = title, graph.None
		}
		label := []string{s.people(nodes), s.pageRef(page)}
		if box.Link = "#" + page.id; s.alone {
			label, box.Link = label[:1], ""
		}
		out.Groups = append(out.Groups, box)
		for _, i := range nodes {
			boxOf[i] = len(out.Groups)
		}
		out.Nodes = append(out.Nodes, graph.Node{Group: len(out.Groups) - 1, Class: []graph.Class{class.Summary}, Link: box.Link,
			Label: strings.Join(label, " · "), Detail: s.leavers(nodes), Slices: s.stances(nodes), Notes: s.deciders(nodes)})
	}
	for _, sub := range p.parts {
		if !s.onePerPage && len(sub.roots) > 1 {
			for k, nodes := range s.byRoot(sub) {
				add(s.g.Groups[sub.roots[k]].Label, sub.roots[k], nodes, sub)
			}
			continue
		}
		group := graph.None
		if len(sub.roots) == 1 {
			group = sub.roots[0]
		}
		add(sub.title, group, sub.cardsOf(), sub)
	}
	edges, left := s.between(boxOf, len(out.Groups))
	out.Edges = edges
	if p.above != nil {
		b := &sheet{set: s, p: p, out: out, away: graph.None}
		b.back(p.above)
	}
	head := []string{s.numbered(p), s.g.Subtitle}
	switch {
	case s.alone:
		head = head[1:]
	case p.above != nil:
		head = []string{s.numbered(p), s.g.Title, s.people(p.cardsOf())}
	}
	if left > 0 {
		head = append(head, s.o.Words.Count(terms.PagesUndrawn, left))
	}
	out.Subtitle = strings.Join(head, "  ·  ")
	if s.g.Legend != nil {
		out.Legend = s.legend(out)
	}
	return out
}

func (s *set) byRoot(p *part) [][]int {
	of := make([][]int, len(p.roots))
	for _, i := range p.nodes {
		group := s.g.Nodes[i].Group
		for !slices.Contains(p.roots, group) {
			group = s.g.Groups[group].Parent
		}
		at := slices.Index(p.roots, group)
		of[at] = append(of[at], i)
	}
	return of
}

// people counts the people among the nodes who have not left, like the heading of the whole map.
func (s *set) people(nodes []int) string {
	return s.o.Words.Count(terms.MapPeople, len(nodes)-s.gone(nodes))
}

// leavers counts the people among the nodes who have left. It returns "" if nobody has.
func (s *set) leavers(nodes []int) string {
	if n := s.gone(nodes); n > 0 {
		return s.o.Words.Count(terms.PagesLeft, n)
	}
	return ""
}

func (s *set) legend(out *graph.Graph) []graph.LegendSection {
	used := map[graph.Class]bool{}
	for _, n := range out.Nodes {
		for _, slice := range n.Slices {
			class.Add(used, slice.Class)
		}
	}
	var lines []graph.LegendEntry
	if len(out.Edges) > 0 {
		lines = append(lines, class.Entry(graph.LegendLine, class.Ribbon(2)[0], s.o.Words.Text(terms.PagesRibbon)))
	}
	if slices.ContainsFunc(out.Nodes, func(n graph.Node) bool { return len(n.Notes) > 0 }) {
		lines = append(lines, graph.LegendEntry{Kind: graph.LegendName, Class: []graph.Class{"cell"}, Label: s.o.Words.Text(terms.PagesDeciders)})
	}
	return class.Sections(
		graph.LegendSection{Title: s.o.Words.Text(terms.MapLegendStance), Entries: class.Stances(used, s.o.Words)},
		graph.LegendSection{Entries: lines},
	)
}

func (s *set) gone(nodes []int) int {
	gone := 0
	for _, i := range nodes {
		if slices.Contains(s.g.Nodes[i].Class, class.Left) {
			gone++
		}
	}
	return gone
}

func (s *set) stances(nodes []int) []graph.Slice {
	with := map[graph.Class]int{}
	for _, i := range nodes {
		if !slices.Contains(s.g.Nodes[i].Class, class.Left) {
			for _, c := range s.g.Nodes[i].Class {
				with[c]++
			}
		}
	}
	var slices []graph.Slice
	for _, stance := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		if c := class.Stance(stance); with[c] > 0 {
			slices = append(slices, graph.Slice{Class: []graph.Class{c}, Count: with[c], Number: s.o.Words.Number(with[c])})
		}
	}
	return slices
}

const maxDeciders = 5

// deciders returns the names of the people of the highest rank among the nodes, each with the sign
// of their stance.
func (s *set) deciders(nodes []int) []graph.Note {
	ranked := slices.DeleteFunc(slices.Clone(nodes), func(i int) bool { return s.g.Nodes[i].Rank <= 0 || slices.Contains(s.g.Nodes[i].Class, class.Left) })
	slices.SortStableFunc(ranked, func(a, b int) int { return cmp.Compare(s.g.Nodes[b].Rank, s.g.Nodes[a].Rank) })
	var notes []graph.Note
	for k, i := range ranked {
		if k == maxDeciders-1 && len(ranked) > maxDeciders {
			return append(notes, graph.Note{Text: s.o.Words.Count(terms.MapMore, len(ranked)-k), Class: []graph.Class{class.Elsewhere}})
		}
		notes = append(notes, graph.Note{Text: s.g.Nodes[i].Label, Class: s.g.Nodes[i].Class})
	}
	return notes
}

// between returns a ribbon for every two boxes with lines between their people. The number of lines
// is the ribbon's label and determines its width. If there are too many ribbons, it keeps the
// largest; left counts the lines of the others.
func (s *set) between(boxOf []int, boxes int) (drawn []graph.Edge, left int) {
	type ribbon struct {
		graph.Edge
		count int
	}
	at := map[[2]int]int{}
	var ribbons []ribbon
	for _, e := range s.o.Lines {
		from, to := boxOf[e.From], boxOf[e.To]
		if from == 0 || to == 0 || from == to {
			continue
		}
		ends := [2]int{min(from, to), max(from, to)}
		i, ok := at[ends]
		if !ok {
			i = len(ribbons)
			at[ends] = i
			ribbons = append(ribbons, ribbon{Edge: graph.Edge{From: ends[0] - 1, To: ends[1] - 1}})
		}
		switch r := &ribbons[i]; {
		case r.count == 0:
			r.Tooltip = e.Tooltip
		case r.count < maxNamed:
			r.Tooltip += "\n" + e.Tooltip
		}
		ribbons[i].count++
	}
	slices.SortStableFunc(ribbons, func(a, b ribbon) int { return cmp.Compare(b.count, a.count) })
	for i, r := range ribbons {
		if i >= max(12, boxes) {
			left += r.count
			continue
		}
		r.Class, r.Label = class.Ribbon(r.count), s.o.Words.Number(r.count)
		if r.count > maxNamed {
			r.Tooltip += "\n" + s.o.Words.Count(terms.MapMore, r.count-maxNamed)
		}
		drawn = append(drawn, r.Edge)
	}
	return drawn, left
}
