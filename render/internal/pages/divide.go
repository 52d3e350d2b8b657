package pages

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/picture"
)

type dividing struct {
	*set
	nodes, children [][]int // by group, see nodesIn and childrenOf
	below           [][]int // by node, its reports in its group
	isReport        []bool
	// room is the approximate number of cards on a page; boxes is the number of boxes on an
	// overview.
	room, boxes int
	// texts caches the results of text by the contents of a page, since arrangements try the same
	// pages.
	texts sync.Map
}

func (s *set) divide(ctx context.Context) (*part, error) {
	d := &dividing{set: s, nodes: nodesIn(s.g), children: childrenOf(s.g), below: make([][]int, len(s.g.Nodes)), isReport: make([]bool, len(s.g.Nodes))}
	for _, e := range s.g.Edges {
		if e.Hierarchy && !d.isReport[e.To] && e.From != e.To && s.g.Nodes[e.From].Group == s.g.Nodes[e.To].Group {
			d.below[e.From] = append(d.below[e.From], e.To)
			d.isReport[e.To] = true
		}
	}
	page := picture.Printed(s.o.Paper)
	const dense, usualBox = 0.4, 280 * 170 / (1.5 * 1.5) // the smallest text, of nine points, may shrink to six
	d.room = max(6, int(dense*page.Width*page.Height/usualCard))
	s.maxAway = max(3, min(12, d.room/3))
	if s.was != nil {
		s.was.maxAway = s.maxAway
	}
	most := max(8, min(48, int(page.Width*page.Height/usualBox)))
	sections, err := d.within(ctx, graph.None, true)
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

// arrange puts all pages under one overview. Large sections get their own overviews.
func (d *dividing) arrange(ctx context.Context, sections []section) *part {
	root := &part{title: d.o.Words.Text(terms.PagesOverview)}
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

func (d *dividing) overviewsLegible(ctx context.Context, p *part) (bool, error) {
	if p.parts == nil {
		return true, nil
	}
	drawing, err := d.o.Lay(ctx, d.overview(p))
	if err != nil || !drawing.Legible(d.o.Paper) {
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

func (s *set) boxesOf(parts []*part) int {
	boxes := len(parts)
	if !s.onePerPage {
		for _, p := range parts {
			boxes += max(0, len(p.roots)-1)
		}
	}
	return boxes
}

func (d *dividing) legible(ctx context.Context, p *part) (bool, error) {
	size, err := d.text(ctx, p)
	return size >= picture.LeastPrinted, err
}

// nesting returns the number of groups of a page inside each other. The groups are in ascending
// order.
func (d *dividing) nesting(groups []int) int {
	depth, most := map[int]int{}, 0
	for _, group := range groups {
		depth[group] = depth[d.g.Groups[group].Parent] + 1
		most = max(most, depth[group])
	}
	return most
}

// text returns the approximate size of the smallest printed text of a page in points. For a very
// full or deeply nested page it returns an illegible size without laying the page out.
func (d *dividing) text(ctx context.Context, p *part) (float64, error) {
	const level = 20 // points of height that each nested group adds, at least
	if len(p.nodes) > 2*d.room || float64(level*d.nesting(p.groups)) > picture.Largest(d.o.Paper).Height {
		return picture.LeastPrinted / 2, nil
	}
	contents := fmt.Sprint(p.title, p.roots, p.groups, p.nodes)
	if size, ok := d.texts.Load(contents); ok {
		return size.(float64), nil
	}
	tried := *p
	tried.above = &part{title: p.title} // there will be a link back
	drawing, err := d.o.Lay(ctx, d.page(&tried))
	if err != nil {
		return 0, err
	}
	const unknown = 0.93 // allows for the titles of other pages, which are not yet known
	size := unknown * drawing.PrintedText(d.o.Paper)
	d.texts.Store(contents, size)
	return size, nil
}

// manyParts is the number of parts above which [dividing.together] guesses how many fit on a page.
const manyParts = 100

// together joins consecutive parts into pages as long as these are legible. It adds one part at a
// time. If there are very many parts, it first tries the number of parts on the previous page. A
// page of one card gets the last part of the page before it.
func (d *dividing) together(ctx context.Context, parts []*part) []*part {
	var all []*part
	var before []*part // the parts of the last page in all
	many, usual := len(parts) > manyParts, 1
	for len(parts) > 0 {
		page, fit, tooMany, try := parts[0], 1, d.maxJoined(parts)+1, 2
		if many {
			try = max(2, usual)
		}
		for fit+1 < tooMany {
			try = min(try, tooMany-1)
			both := d.joined(parts[:try])
			if ok, err := d.legible(ctx, both); ok && err == nil {
				page, fit = both, try
			} else {
				tooMany = try
			}
			if try = fit + 1; many && fit < usual {
				try = (fit + tooMany) / 2
			}
		}
		if last := len(before) - 1; last > 0 && page.whole && len(page.nodes) == 1 {
			both := d.joined([]*part{before[last], page})
			if ok, err := d.legible(ctx, both); ok && err == nil {
				all[len(all)-1], page = d.joined(before[:last]), both
			}
		}
		all, before, parts, usual = append(all, page), parts[:fit], parts[fit:], fit
	}
	return all
}

func (d *dividing) maxJoined(parts []*part) int {
	nodes := 0
	for i, p := range parts {
		if nodes += len(p.nodes); i > 0 && (nodes > d.room || !p.whole || !parts[0].whole) {
			return i
		}
	}
	return len(parts)
}

// joined returns a page of several parts, or the only part.
func (d *dividing) joined(parts []*part) *part {
	both := &part{whole: true}
	for _, p := range parts {
		both.groups, both.nodes, both.roots = append(both.groups, p.groups...), append(both.nodes, p.nodes...), append(both.roots, p.roots...)
	}
	slices.Sort(both.groups)
	slices.Sort(both.nodes)
	both.title = d.titleOf(both.roots)
	return both
}

func (d *dividing) titleOf(groups []int) string {
	var labels []string
	for _, group := range groups {
		labels = append(labels, d.g.Groups[group].Label)
	}
	if len(labels) > 3 {
		return labels[0] + " – " + labels[len(labels)-1]
	}
	return d.o.Words.List(labels)
}

// above returns an overview of the parts, or of overviews of them if there are many. A single part
// needs no overview.
func (d *dividing) above(title string, parts []*part) *part {
	if len(parts) == 1 {
		return parts[0]
	}
	return &part{title: title, parts: d.fewer(parts)}
}

// fewer groups parts under overviews until one overview can show all of them.
func (d *dividing) fewer(parts []*part) []*part {
	for len(parts) > d.boxes {
		each := int(math.Ceil(float64(len(parts)) / math.Ceil(float64(len(parts))/float64(d.boxes))))
		var fewer []*part
		for some := range slices.Chunk(parts, each) {
			fewer = append(fewer, spanning(some))
		}
		parts = fewer
	}
	return parts
}

func (p *part) cardsOf() []int {
	nodes := slices.Clone(p.nodes)
	for _, sub := range p.parts {
		nodes = append(nodes, sub.cardsOf()...)
	}
	return nodes
}

type section struct {
	title string
	parts []*part
}

// within returns the sections inside a group: its own people, and each inner group, or the contents
// of that group if it is open. Inside [graph.None] the people come last. If a single group contains
// all others, its sections replace it: an overview of one group would be useless.
func (d *dividing) within(ctx context.Context, around int, open bool) ([]section, error) {
	at, label, own := len(d.g.Groups), "", []int(nil)
	if around != graph.None {
		at, label, own = around, d.g.Groups[around].Label, []int{around}
	}
	children, err := parallel(d.children[at], func(group int) ([]section, error) {
		return d.section(ctx, group, open && d.onlyNest(group, d.children[at]))
	})
	if err != nil {
		return nil, err
	}
	sections := slices.Concat(children...)
	if len(d.nodes[at]) == 0 {
		return sections, nil
	}
	parts, err := d.chunks(ctx, d.nodes[at], own, label)
	if err != nil {
		return nil, err
	}
	people := section{label, parts}
	if around == graph.None {
		people.title = parts[0].title
		return append(sections, people), nil
	}
	return slices.Insert(sections, 0, people), nil
}

// onlyNest reports whether a group is the only one of its siblings with inner groups.
func (d *dividing) onlyNest(group int, of []int) bool {
	for _, other := range of {
		if (len(d.children[other]) > 0) != (other == group) {
			return false
		}
	}
	return true
}

// section returns the section of a group: one page if that is legible, otherwise the pages of the
// group's inner sections. If open, it returns these sections instead, for a group of more than a
// page.
func (d *dividing) section(ctx context.Context, group int, open bool) ([]section, error) {
	p, ok, err := d.onePage(ctx, group)
	switch {
	case err != nil:
		return nil, err
	case ok:
		return []section{{p.title, []*part{p}}}, nil
	case open:
		return d.within(ctx, group, true)
	}
	sections, err := d.within(ctx, group, false)
	if err != nil {
		return nil, err
	}
	var parts []*part
	for _, section := range sections {
		parts = append(parts, section.parts...)
	}
	parts = d.together(ctx, parts)
	if len(parts) == 1 {
		parts[0].title = p.title
	}
	return []section{{p.title, parts}}, nil
}

// onePage returns a page with a group and its contents. ok reports whether the page is legible or
// indivisible.
func (d *dividing) onePage(ctx context.Context, group int) (p *part, ok bool, err error) {
	p = &part{title: d.g.Groups[group].Label, groups: inside(d.children, group), roots: []int{group}, whole: true}
	for _, k := range p.groups {
		p.nodes = append(p.nodes, d.nodes[k]...)
	}
	slices.Sort(p.nodes)
	if len(p.groups) == 1 && len(p.nodes) <= 1 {
		return p, true, ctx.Err()
	}
	ok, err = d.legible(ctx, p)
	return p, ok, err
}
