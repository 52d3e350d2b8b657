package render

import (
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// tellApart gives those of a set's parts titles of their own that have one in common: an overview says that it is one, a page adds the group
// around its own, and what is still alike is numbered. The first picture keeps its title.
func (s *pageSet) tellApart(root *pagePart) {
	all := root.all()
	for _, alike := range sameTitles(all) {
		for _, p := range alike {
			switch around := s.around(p); {
			case p == root:
			case p.parts != nil:
				p.title += " · " + s.o.Terms.Text(terms.PagesOverview)
			case around != "":
				p.title += " · " + around
			}
		}
	}
	for _, alike := range sameTitles(all) {
		for i, p := range alike {
			if p != root {
				p.title = s.o.Terms.Text(terms.PagesPart, p.title, i+1, len(alike))
			}
		}
	}
}

// all lists a part and those below it, in the order of the pages.
func (p *pagePart) all() []*pagePart {
	all := []*pagePart{p}
	for _, sub := range p.parts {
		all = append(all, sub.all()...)
	}
	return all
}

// sameTitles lists the parts of each title that several have, in the order of the pages.
func sameTitles(all []*pagePart) [][]*pagePart {
	of := map[string][]*pagePart{}
	for _, p := range all {
		of[p.title] = append(of[p.title], p)
	}
	var same [][]*pagePart
	for _, p := range all {
		if alike := of[p.title]; len(alike) > 1 && alike[0] == p {
			same = append(same, alike)
		}
	}
	return same
}

// around is the label of the group around those of a page, or nothing.
func (s *pageSet) around(p *pagePart) string {
	if len(p.roots) == 0 {
		return ""
	}
	parent := s.g.Groups[p.roots[0]].Parent
	if parent == graph.None {
		return ""
	}
	return s.g.Groups[parent].Label
}
