package pages

import (
	"cmp"
	"context"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/picture"
)

// chunks divides the nodes of one group, or of no group, into pages. It keeps people with the same
// manager together if possible.
func (d *dividing) chunks(ctx context.Context, nodes, groups []int, label string) ([]*part, error) {
	parts, err := d.cut(ctx, nodes, groups, label, d.room)
	for _, p := range parts {
		switch {
		case len(parts) == 1 && label != "":
			p.whole = true
		default:
			p.unit, p.ends = label, d.endsOf(p.nodes)
			p.title = p.named(p.ends)
		}
	}
	return parts, err
}

// named returns the title of a part of a group: "Plant North · Ana Ruiz – Ben Ekman".
func (p *part) named(ends [2]string) string {
	name := ends[0]
	if ends[1] != ends[0] {
		name += " – " + ends[1]
	}
	if p.unit != "" {
		name = p.unit + " · " + name
	}
	return name
}

// first and last return the names at the two ends of a title for several parts.
func (p *part) first() string { return cmp.Or(p.ends[0], p.title) }
func (p *part) last() string  { return cmp.Or(p.ends[1], p.title) }

// spanning returns an overview of consecutive parts.
func spanning(parts []*part) *part {
	from, to := parts[0], parts[len(parts)-1]
	p := &part{parts: parts, ends: [2]string{from.first(), to.last()}}
	if from.unit == to.unit {
		p.unit = from.unit
	} else {
		p.ends = [2]string{cmp.Or(from.unit, p.ends[0]), cmp.Or(to.unit, p.ends[1])}
	}
	p.title = p.named(p.ends)
	return p
}

// endsOf returns the names for the title of a page. If one person manages at least half of the
// people, both are that person; otherwise they are the first and the last person at the top.
func (d *dividing) endsOf(nodes []int) [2]string {
	size := map[int]int{} // of the tree on the page below a node, itself included
	var count func(n int, seen map[int]bool) int
	count = func(n int, seen map[int]bool) int {
		if _, here := slices.BinarySearch(nodes, n); !here || seen[n] {
			return 0
		}
		seen[n] = true
		sum := 1
		for _, below := range d.below[n] {
			sum += count(below, seen)
		}
		return sum
	}
	under := map[int]bool{}
	for _, n := range nodes {
		for _, below := range d.below[n] {
			under[below] = true
		}
	}
	tops := slices.DeleteFunc(slices.Clone(nodes), func(n int) bool { return under[n] })
	if len(tops) == 0 {
		tops = nodes[:1] // a cycle, which no valid account has
	}
	largest := tops[0]
	for _, n := range tops {
		if size[n] = count(n, map[int]bool{}); size[n] > size[largest] {
			largest = n
		}
	}
	first, last := d.g.Nodes[tops[0]].Label, d.g.Nodes[tops[len(tops)-1]].Label
	if 2*size[largest] >= len(nodes) || len(tops) == 1 {
		first, last = d.g.Nodes[largest].Label, d.g.Nodes[largest].Label
	}
	return [2]string{first, last}
}

func (d *dividing) cut(ctx context.Context, nodes, groups []int, label string, most int) ([]*part, error) {
	var pages [][]int
	for _, c := range d.clusters(nodes, most) {
		if last := len(pages) - 1; last >= 0 && len(pages[last])+len(c) <= most {
			pages[last] = append(pages[last], c...)
			continue
		}
		pages = append(pages, c)
	}
	parts, err := parallel(pages, func(some []int) ([]*part, error) {
		slices.Sort(some)
		p := &part{groups: groups, roots: groups, nodes: some, title: label}
		size, err := d.text(ctx, p)
		if err != nil {
			return nil, err
		}
		const fewest = 1
		if size >= picture.LeastPrinted || len(some) <= fewest {
			return []*part{p}, nil
		}
		less := max(0.5, min(0.9, size*size/(picture.LeastPrinted*picture.LeastPrinted)))
		return d.cut(ctx, some, groups, label, max(fewest, int(less*float64(len(some)))))
	})
	return slices.Concat(parts...), err
}

// clusters divides nodes into whole trees of at most the given number of nodes. A larger tree
// becomes its top and its subtrees.
func (d *dividing) clusters(nodes []int, most int) [][]int {
	member := map[int]bool{}
	for _, n := range nodes {
		member[n] = true
	}
	seen := map[int]bool{}
	var all [][]int
	var grow func(n int) []int
	grow = func(n int) []int {
		seen[n] = true
		tree := []int{n}
		var cut [][]int
		for _, below := range d.below[n] {
			if member[below] && !seen[below] {
				cut = append(cut, grow(below))
			}
		}
		for _, c := range cut {
			tree = append(tree, c...)
		}
		if len(tree) <= most {
			return tree
		}
		all = append(all, slices.DeleteFunc(cut, func(c []int) bool { return len(c) == 0 })...)
		return []int{n}
	}
	for _, top := range []bool{true, false} { // the second pass finds the nodes of a cycle, which no valid account has
		for _, n := range nodes {
			if !seen[n] && (!d.isReport[n] || !top) {
				at := len(all)
				all = slices.Insert(all, at, grow(n))
			}
		}
	}
	return all
}
