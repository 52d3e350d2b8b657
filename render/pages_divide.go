package render

import (
	"context"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// dividing is a set on its way into parts.
type dividing struct {
	*pageSet
	nodes, kids [][]int // by group, see nodesIn and kidsOf
	below       [][]int // by node, who hangs below it in its group
	hangs       []bool
	// room is about how many cards a page may have, boxes how many boxes an overview.
	room, boxes int
}

// divide parts the graph into pages that can be read.
func (s *pageSet) divide(ctx context.Context) (*pagePart, error) {
	d := &dividing{pageSet: s, nodes: nodesIn(s.g), kids: kidsOf(s.g), below: make([][]int, len(s.g.Nodes)), hangs: make([]bool, len(s.g.Nodes))}
	for _, e := range s.g.Edges {
		if e.Hierarchy && !d.hangs[e.To] && e.From != e.To && s.g.Nodes[e.From].Group == s.g.Nodes[e.To].Group {
			d.below[e.From] = append(d.below[e.From], e.To)
			d.hangs[e.To] = true
		}
	}
	page := s.o.Page
	if page.free() {
		page = A3().Landscape()
	}
	const dense, usualBox = 0.4, 280 * 170 / (1.5 * 1.5) // whose smallest text, of nine points, may become six
	d.room = max(6, int(dense*page.Width*page.Height/usualCard))
	s.mostAway = max(3, min(12, d.room/3))
	most := max(8, min(48, int(page.Width*page.Height/usualBox)))
	sections, err := d.sections(ctx)
	if err != nil {
		return nil, err
	}
	for d.boxes = most; ; d.boxes = d.boxes * 2 / 3 {
		root := d.arrange(ctx, sections)
		if ok, err := d.overviewsLegible(ctx, root); ok || err != nil || d.boxes < 4 {
			return root, err
		}
		s.onePerPage = true
	}
}

// arrange puts all pages under one overview, or those of each section under one of their own where they are many.
func (d *dividing) arrange(ctx context.Context, sections []pageSection) *pagePart {
	root := &pagePart{title: d.o.Terms.Text(terms.PagesOverview)}
	for _, section := range sections {
		root.parts = append(root.parts, section.parts...)
	}
	root.parts = d.together(ctx, root.parts)
	if d.boxesOf(root.parts) <= d.boxes {
		return root
	}
	root.parts = nil
	for _, section := range sections {
		root.parts = append(root.parts, d.above(section.title, section.parts))
	}
	root.parts = d.fewer(d.together(ctx, root.parts))
	return root
}

// overviewsLegible reports whether an overview and those below it can be read.
func (d *dividing) overviewsLegible(ctx context.Context, p *pagePart) (bool, error) {
	if p.parts == nil {
		return true, nil
	}
	drawing, err := layGraph(ctx, d.overview(p), d.o)
	if err != nil || !d.o.Page.legible(drawing) {
		return false, err
	}
	for _, sub := range p.parts {
		sub.above = p
		if ok, err := d.overviewsLegible(ctx, sub); !ok || err != nil {
			return false, err
		}
	}
	return true, nil
}

// boxesOf counts the boxes that parts have on an overview.
func (s *pageSet) boxesOf(parts []*pagePart) int {
	boxes := len(parts)
	if !s.onePerPage {
		for _, p := range parts {
			boxes += max(0, len(p.roots)-1)
		}
	}
	return boxes
}

// legible reports whether a page can be read.
func (d *dividing) legible(ctx context.Context, p *pagePart) (bool, error) {
	size, err := d.text(ctx, p)
	return size >= leastText, err
}

// text is about how large the smallest text of a page is in print, in points, or less than that on a page with very much on it.
func (d *dividing) text(ctx context.Context, p *pagePart) (float64, error) {
	if len(p.nodes) > 2*d.room {
		return leastText / 2, nil
	}
	tried := *p
	tried.above = &pagePart{title: p.title} // there will be a way back
	drawing, err := layGraph(ctx, d.page(&tried), d.o)
	if err != nil {
		return 0, err
	}
	const unknown = 0.96 // what the titles of other pages may take, which have none yet
	return unknown * drawing.smallestText() * d.o.Page.scale(drawing), nil
}

// together puts pages that follow each other on one where they can be read there.
func (d *dividing) together(ctx context.Context, parts []*pagePart) []*pagePart {
	var all []*pagePart
	for _, p := range parts {
		if last := len(all) - 1; last >= 0 && p.whole && all[last].whole &&
			len(all[last].nodes)+len(p.nodes) <= d.room {
			both := &pagePart{whole: true, groups: slices.Concat(all[last].groups, p.groups), nodes: slices.Concat(all[last].nodes, p.nodes),
				roots: slices.Concat(all[last].roots, p.roots)}
			slices.Sort(both.groups)
			slices.Sort(both.nodes)
			both.title = d.titleOf(both.roots)
			if ok, err := d.legible(ctx, both); ok && err == nil {
				all[last] = both
				continue
			}
		}
		all = append(all, p)
	}
	return all
}

// titleOf names several groups.
func (d *dividing) titleOf(groups []int) string {
	var labels []string
	for _, group := range groups {
		labels = append(labels, d.g.Groups[group].Label)
	}
	if len(labels) > 3 {
		return labels[0] + " – " + labels[len(labels)-1]
	}
	return d.o.Terms.List(labels)
}

// above is an overview of the parts, or of overviews of them where they are many. One part alone needs none.
func (d *dividing) above(title string, parts []*pagePart) *pagePart {
	if len(parts) == 1 {
		return parts[0]
	}
	return &pagePart{title: title, parts: d.fewer(parts)}
}

// fewer puts parts together under overviews until one overview has room for them.
func (d *dividing) fewer(parts []*pagePart) []*pagePart {
	for len(parts) > d.boxes {
		each := int(math.Ceil(float64(len(parts)) / math.Ceil(float64(len(parts))/float64(d.boxes))))
		var fewer []*pagePart
		for some := range slices.Chunk(parts, each) {
			fewer = append(fewer, &pagePart{title: some[0].title + " – " + some[len(some)-1].title, parts: some})
		}
		parts = fewer
	}
	return parts
}

// cardsOf are the cards on a page or on the pages of an overview.
func (p *pagePart) cardsOf() []int {
	nodes := slices.Clone(p.nodes)
	for _, sub := range p.parts {
		nodes = append(nodes, sub.cardsOf()...)
	}
	return nodes
}
