package crm

import (
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
)

// chooseRoot finds the client.
func (im *importer) chooseRoot() bool {
	c := im.clients
	root, found := 0, len(c.units) > 0
	switch tops := c.tops(); {
	case im.opts.Root != "":
		if root, found = c.find(im.system, im.opts.Root); !found {
			im.Err(accountmap.Pos{}, ErrNoRoot, problems.Say("the client %q is not among the accounts", im.opts.Root),
				im.near(c, im.opts.Root))
		}
	case len(tops) == 1:
		root = tops[0]
	case len(tops) > 1:
		found = false
		im.Err(accountmap.Pos{File: c.units[tops[0]].pos.File}, ErrNoRoot, fmt.Sprintf("there are %d accounts without a parent: %s",
			len(tops), c.some(tops)),
			"name the client as the root, by its id or its name")
	default:
		im.Err(accountmap.Pos{}, ErrNoRoot, "there are no accounts", "export the accounts, too")
	}
	if !found {
		return false
	}
	c.root = root
	for waiting := []int{root}; len(waiting) > 0; {
		i := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		c.units[i].within, c.units[i].place = true, len(c.order)
		c.order = append(c.order, i)
		for _, below := range slices.Backward(c.units[i].children) {
			waiting = append(waiting, below)
		}
	}
	return true
}

func (c *clients) tops() []int {
	var tops []int
	for i, u := range c.units {
		if u.parent < 0 {
			tops = append(tops, i)
		}
	}
	return tops
}

// some names accounts, each with its id where that is another text.
func (c *clients) some(units []int) string {
	const most = 20
	var names []string
	for _, i := range units[:min(most, len(units))] {
		name := problems.Quote(c.units[i].name)
		if c.units[i].id != c.units[i].name {
			name += " (" + c.units[i].id + ")"
		}
		names = append(names, name)
	}
	if len(units) > most {
		names = append(names, fmt.Sprintf("and %d more", len(units)-most))
	}
	return strings.Join(names, ", ")
}
