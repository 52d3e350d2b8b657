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

// maxNamed is the largest number of lines that the tooltip of a merged line names.
const maxNamed = 12

// overview is the graph of an overview: a box for each group of its pages, or for each page where a
// group takes several, with counts of the people inside and of the lines between.
func (s *set) overview(p *part) *graph.Graph {
	out := &graph.Graph{Title: p.title, Description: s.g.Description, Language: s.g.Language}
	if p.above == nil {
		out.Title = s.g.Title
	}
	boxOf := make([]int, len(s.g.Nodes)) // the box of each node plus one
	signs := signsOf(class.Legend(s.g, s.o.Words))
	add := func(title string, group int, nodes []int, page *part) {
		box := graph.Group{Parent: graph.None, Label: title}
		if group != graph.None {
			box = s.g.Groups[group]
			box.Label, box.Parent = title, graph.None
		}
		box.Link = "#" + page.id
		out.Groups = append(out.Groups, box)
		for _, i := range nodes {
			boxOf[i] = len(out.Groups)
		}
		out.Nodes = append(out.Nodes, graph.Node{Group: len(out.Groups) - 1, Class: []graph.Class{class.Summary}, Link: box.Link,
			Label: s.people(nodes), Notes: s.tally(nodes, signs)})
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
	head := []string{s.g.Subtitle}
	if p.above != nil {
		head = []string{s.g.Title, s.people(p.cardsOf())}
	}
	if left > 0 {
		head = append(head, s.o.Words.Count(terms.PagesUndrawn, left))
	}
	out.Subtitle = strings.Join(head, "  ·  ")
	if s.g.Legend != nil {
		out.Legend = class.Legend(out, s.o.Words)
	}
	return out
}

// byRoot divides the nodes of a page by its roots.
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

// signsOf are the signs of cards in a legend.
func signsOf(sections []graph.LegendSection) []graph.LegendEntry {
	var signs []graph.LegendEntry
	for _, section := range sections {
		for _, e := range section.Entries {
			if e.Kind == graph.LegendGlyph {
				signs = append(signs, e)
			}
		}
	}
	return signs
}

// people counts the people among the nodes who have not left, as the head of the whole map does.
func (s *set) people(nodes []int) string {
	return s.o.Words.Count(terms.MapPeople, len(nodes)-s.gone(nodes))
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

// tally counts the nodes by their sign; people who left are counted separately.
func (s *set) tally(nodes []int, signs []graph.LegendEntry) []graph.Note {
	with := map[graph.Class]int{}
	for _, i := range nodes {
		if slices.Contains(s.g.Nodes[i].Class, class.Left) {
			continue
		}
		for _, c := range s.g.Nodes[i].Class {
			with[c]++
		}
	}
	var notes []graph.Note
	for _, sign := range signs {
		if n := with[sign.Class[0]]; n > 0 {
			notes = append(notes, graph.Note{Text: s.counted(n, sign), Class: sign.Class})
		}
	}
	if n := s.gone(nodes); n > 0 {
		notes = append(notes, graph.Note{Text: s.o.Words.Count(terms.PagesLeft, n)})
	}
	return notes
}

// countsOfStances are the words for the numbers of people by stance.
var countsOfStances = []struct {
	class graph.Class
	word  terms.Key
}{
	{class.Stance(accountmap.StanceChampion), terms.PagesChampions}, {class.Stance(accountmap.StanceSupporter), terms.PagesSupporters},
	{class.Stance(accountmap.StanceNeutral), terms.PagesNeutrals}, {class.Stance(accountmap.StanceSceptic), terms.PagesSceptics},
	{class.Stance(accountmap.StanceBlocker), terms.PagesBlockers}, {class.Stance(accountmap.StanceUnknown), terms.PagesUnknown},
}

// counted is a sign's count in words.
func (s *set) counted(n int, bear graph.LegendEntry) string {
	for _, stance := range countsOfStances {
		if bear.Class[0] == stance.class {
			return s.o.Words.Count(stance.word, n)
		}
	}
	return s.o.Words.Number(n) + "  " + bear.Label
}

// between returns a line for each kind of line between two boxes, with their number if there are
// several. If there are too many, it keeps the lines with the largest numbers, and left counts the
// rest.
func (s *set) between(boxOf []int, boxes int) (drawn []graph.Edge, left int) {
	type bundle struct {
		from, to int
		class    graph.Class
	}
	type line struct {
		graph.Edge
		count int
	}
	at := map[bundle]int{}
	var lines []line
	for _, e := range s.g.Edges {
		from, to := boxOf[e.From], boxOf[e.To]
		if from == 0 || to == 0 || from == to || len(e.Class) == 0 {
			continue
		}
		b := bundle{from, to, e.Class[0]}
		i, ok := at[b]
		if !ok {
			i = len(lines)
			at[b] = i
			lines = append(lines, line{Edge: graph.Edge{From: from - 1, To: to - 1, Class: e.Class}})
		}
		switch l := &lines[i]; {
		case l.count == 0:
			l.Tooltip = e.Tooltip
		case l.count < maxNamed:
			l.Tooltip += "\n" + e.Tooltip
		}
		lines[i].count++
	}
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(b.count, a.count) })
	for i, l := range lines {
		if i >= max(12, boxes/2) {
			left += l.count
			continue
		}
		if l.count > 1 {
			l.Label = s.o.Words.Number(l.count)
		}
		if l.count > maxNamed {
			l.Tooltip += "\n" + s.o.Words.Count(terms.MapMore, l.count-maxNamed)
		}
		drawn = append(drawn, l.Edge)
	}
	return drawn, left
}
