package render

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// fadedUnless is the class of what is out of focus, or none.
func fadedUnless(seen bool) []graph.Class {
	if seen {
		return nil
	}
	return []graph.Class{classFaded}
}

// finish fades the boxes around faded people, says in the heading what the focus is, and makes the legend.
func (b *people) finish() {
	if b.seen != nil {
		b.fadeAround()
		b.g.Subtitle += "  ·  " + b.words.Count(terms.MapFocus, len(b.seen.Contacts))
	}
	b.g.Legend = legend(b.g, b.words)
}

// fadeAround fades the lines of which an end has faded, and the boxes that stand for no unit in which everybody has.
func (b *people) fadeAround() {
	faded := func(n graph.Node) bool { return slices.Contains(n.Class, classFaded) }
	bright := make([]bool, len(b.g.Groups))
	for _, n := range b.g.Nodes {
		if n.Group != graph.None && !faded(n) {
			bright[n.Group] = true
		}
	}
	for _, box := range []*int{b.outside, b.unplaced} {
		if box != nil && !bright[*box] {
			b.g.Groups[*box].Class = append(b.g.Groups[*box].Class, classFaded)
		}
	}
	for i, e := range b.g.Edges {
		if faded(b.g.Nodes[e.From]) || faded(b.g.Nodes[e.To]) {
			b.g.Edges[i].Class = append(slices.Clip(e.Class), classFaded)
		}
	}
}
