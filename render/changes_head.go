package render

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// maxNamed is the largest number of entries in a list of the heading.
const maxNamed = 8

// addLists adds the lists of changes to the heading: people who are new, gone, moved or otherwise
// changed, ties, and units.
func (c *changes) addLists() {
	lists := map[graph.Class][]string{}
	for _, n := range c.g.Nodes {
		if len(n.Notes) == 0 {
			continue
		}
		var news []string
		for _, note := range n.Notes {
			if note.Class[0] != class.Joined && !c.saysLeft(note) {
				news = append(news, note.Text)
			}
		}
		if n.Class[0] == class.Joined && n.Group != graph.None {
			news = append(news, c.g.Groups[n.Group].Label)
		}
		lists[n.Class[0]] = append(lists[n.Class[0]], joined([]string{n.Label, strings.Join(news, " · ")}, ": "))
	}
	for _, e := range c.g.Edges {
		if e.Label != "" {
			lists[class.TieNew] = append(lists[class.TieNew], e.Tooltip)
		}
	}
	for _, g := range c.g.Groups {
		if len(g.Class) > 0 && (g.Class[0] == class.GroupNew || g.Class[0] == class.GroupEnded) {
			lists[class.GroupNew] = append(lists[class.GroupNew], g.Label+": "+g.Detail)
		}
	}
	for _, box := range []struct {
		sign  graph.Class
		title string
	}{
		{class.Joined, c.words.Text(terms.ChangesHasJoined)}, {class.Gone, c.words.Text(terms.ChangesLegendGone)},
		{class.Moved, c.words.Text(terms.ChangesLegendMove)}, {class.Edited, c.words.Text(terms.ChangesLegendEdit)},
		{class.TieNew, c.words.Field("", "relationships")}, {class.GroupNew, c.words.Field("", "units")},
	} {
		lines := lists[box.sign]
		if len(lines) == 0 {
			continue
		}
		p := graph.Point{Title: capital(box.title) + " · " + c.words.Number(len(lines)), Lines: lines[:min(len(lines), maxNamed)], Most: 2 * maxNamed}
		for i := range p.Lines {
			p.Rest = append(p.Rest, c.rest(len(lines)-i-1))
		}
		if box.sign != class.TieNew && box.sign != class.GroupNew {
			p.Class = []graph.Class{box.sign} // the style of the cards
		}
		c.g.Points = append(c.g.Points, p)
	}
}

// capital returns a text with a capital first letter.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

func (c *changes) saysLeft(n graph.Note) bool {
	return n.Class[0] == class.Gone && n.Text == c.words.Text(terms.ChangesHasLeft)
}

// fadeUnchanged fades the people and lines without a change, unless nothing has changed.
func (c *changes) fadeUnchanged() {
	changed := func(e graph.Edge) bool { return e.Label != "" || slices.Contains(e.Class, class.TieEnded) }
	news := slices.ContainsFunc(c.g.Edges, changed) || slices.ContainsFunc(c.g.Nodes, func(n graph.Node) bool { return len(n.Notes) > 0 })
	for i, n := range c.g.Nodes {
		if news && len(n.Notes) == 0 && !slices.Contains(n.Class, class.Faded) {
			c.g.Nodes[i].Class = append(slices.Clip(n.Class), class.Faded)
		}
	}
	for i, e := range c.g.Edges {
		if news && !changed(e) && !slices.Contains(e.Class, class.Faded) {
			c.g.Edges[i].Class = append(slices.Clip(e.Class), class.Faded)
		}
	}
}
