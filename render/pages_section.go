package render

import (
	"context"
	"slices"

	"github.com/accountatlas/accountatlas/render/graph"
)

// pageSection is the pages of one group, or of people who stand in none.
type pageSection struct {
	title string
	parts []*pagePart
}

// sections are those of the groups at the top, then of who stands in no group. Where one group alone has others inside it, an overview would say
// nothing of these: its sections stand in its place.
func (d *dividing) sections(ctx context.Context) ([]pageSection, error) {
	return d.within(ctx, graph.None, true)
}

// within is the sections inside a group: its own people, and each group there, or what is inside that where open says so. Inside none (None)
// the people come last.
func (d *dividing) within(ctx context.Context, around int, open bool) ([]pageSection, error) {
	at, label, own := len(d.g.Groups), "", []int(nil)
	if around != graph.None {
		at, label, own = around, d.g.Groups[around].Label, []int{around}
	}
	var sections []pageSection
	for _, group := range d.kids[at] {
		some, err := d.section(ctx, group, open && d.onlyNest(group, d.kids[at]))
		if err != nil {
			return nil, err
		}
		sections = append(sections, some...)
	}
	if len(d.nodes[at]) == 0 {
		return sections, nil
	}
	parts, err := d.chunks(ctx, d.nodes[at], own, label)
	if err != nil {
		return nil, err
	}
	people := pageSection{label, parts}
	if around == graph.None {
		people.title = parts[0].title
		return append(sections, people), nil
	}
	return slices.Insert(sections, 0, people), nil
}

// onlyNest reports whether a group is the only one of several that has groups inside it.
func (d *dividing) onlyNest(group int, of []int) bool {
	for _, other := range of {
		if (len(d.kids[other]) > 0) != (other == group) {
			return false
		}
	}
	return true
}

// section is the section of a group, or, with open, those inside it where it takes more than a page.
func (d *dividing) section(ctx context.Context, group int, open bool) ([]pageSection, error) {
	if open {
		switch _, ok, err := d.onePage(ctx, group); {
		case err != nil:
			return nil, err
		case !ok:
			return d.within(ctx, group, true)
		}
	}
	parts, err := d.group(ctx, group)
	return []pageSection{{d.g.Groups[group].Label, parts}}, err
}

// group is the parts of a group with all inside it: one page if that can be read, otherwise those of the sections inside it.
func (d *dividing) group(ctx context.Context, group int) ([]*pagePart, error) {
	p, ok, err := d.onePage(ctx, group)
	if ok || err != nil {
		return []*pagePart{p}, err
	}
	sections, err := d.within(ctx, group, false)
	if err != nil {
		return nil, err
	}
	var parts []*pagePart
	for _, section := range sections {
		parts = append(parts, section.parts...)
	}
	return d.together(ctx, parts), nil
}

// onePage is a group with all inside it on one page, and whether that can be read.
func (d *dividing) onePage(ctx context.Context, group int) (p *pagePart, ok bool, err error) {
	p = &pagePart{title: d.g.Groups[group].Label, groups: inside(d.kids, group), roots: []int{group}, whole: true}
	for _, k := range p.groups {
		p.nodes = append(p.nodes, d.nodes[k]...)
	}
	slices.Sort(p.nodes)
	ok, err = d.legible(ctx, p)
	return p, ok, err
}
