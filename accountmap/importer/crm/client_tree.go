package crm

import (
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
)

// setParents finds what each account is below.
func (im *importer) setParents() {
	c := im.clients
	for i := range c.units {
		r := c.units[i].rec
		if r == nil {
			continue
		}
		parent := r.get("parent")
		if parent.text == "" {
			continue
		}
		above, found := c.find(im.system, im.system.references(parent.text)[0])
		if !found {
			im.WarnOf(parent.text, r.pos(parent), accountmap.ErrUnknownReference, im.near(c, parent.text), "the parent %q of %q is not among the accounts", parent.text, c.units[i].name)
			continue
		}
		c.units[i].parent = above
	}
}

// mostHints bounds the search for near names, which looks at every account.
const mostHints = 50

// near suggests what a reference to an account may mean.
func (im *importer) near(c *clients, reference string) string {
	if c.several(reference) {
		return "several have this name: export the column with their ids, too"
	}
	if im.hints++; im.hints <= mostHints {
		names := make([]string, 0, len(c.units))
		for _, u := range c.units {
			names = append(names, u.name)
		}
		if near, ok := spell.Nearest(reference, names); ok {
			return fmt.Sprintf("did you mean %q?", near)
		}
	}
	return "export it, too, or correct the reference"
}

// cutCircles takes the parent from one account of each circle, the first in the file.
func (im *importer) cutCircles() {
	c := im.clients
	for _, i := range circles(len(c.units), func(i int) int { return c.units[i].parent }) {
		u := &c.units[i]
		im.WarnOf(u.name, u.rec.pos(u.rec.get("parent")), accountmap.ErrUnitCycle, "it is read as one without a parent; correct the parents in the CRM", "the account %q is below itself", u.name)
		u.parent = -1
	}
}

// circles returns one member of each circle that the links make, the first. A link below 0 is none.
func circles(n int, link func(int) int) []int {
	var found []int
	walk := make([]int, n) // the number of the walk that came by, from 1
	for start := range n {
		i := start
		for i >= 0 && walk[i] == 0 {
			walk[i] = start + 1
			i = link(i)
		}
		if i < 0 || walk[i] != start+1 {
			continue
		}
		first := i
		for j := link(i); j != i; j = link(j) {
			first = min(first, j)
		}
		found = append(found, first)
	}
	return found
}
