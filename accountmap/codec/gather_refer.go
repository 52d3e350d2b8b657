package codec

import (
	"iter"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// resolve turns the names of entries that cells refer to into their ids. Before tells the names that the rows of a table were written with,
// as far as that is known.
func (g *gatherer) resolve(before func(*table.Table) table.Written) {
	g.keyRows()
	resolvers := map[string]*table.Resolver{}
	for _, t := range table.All() {
		for row := range g.draft.Len(t) {
			for c := range t.Columns {
				if t.Columns[c].Kind == table.Reference {
					g.refer(t, row, c, resolvers, before)
				}
			}
		}
	}
}

func (g *gatherer) refer(t *table.Table, row, column int, resolvers map[string]*table.Resolver, before func(*table.Table) table.Written) {
	c := &t.Columns[column]
	resolve := func(said string) string {
		r := resolvers[c.Refers]
		if r == nil {
			r = g.resolver(c.Refers, before, g.referring(c.Refers))
			resolvers[c.Refers] = r
		}
		return g.referTo(t, row, column, r, said)
	}
	if !c.List {
		if said := g.draft.Text(t, row, column); said != "" {
			g.draft.SetText(t, row, column, resolve(said))
		}
		return
	}
	if all, _ := g.draft.Value(t, row, column).([]string); len(all) > 0 {
		for i := range all {
			all[i] = resolve(all[i])
		}
		g.draft.Set(t, row, column, all)
	}
}

// referring are the cells that refer to a table, before any of them was resolved.
func (g *gatherer) referring(to string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, t := range table.All() {
			for c := range t.Columns {
				if t.Columns[c].Kind != table.Reference || t.Columns[c].Refers != to {
					continue
				}
				for row := range g.draft.Len(t) {
					if !g.eachSaid(t, row, c, yield) {
						return
					}
				}
			}
		}
	}
}

// eachSaid visits the references in a cell, until one visit returns false.
func (g *gatherer) eachSaid(t *table.Table, row, column int, visit func(said string) bool) bool {
	if !t.Columns[column].List {
		said := g.draft.Text(t, row, column)
		return said == "" || visit(said)
	}
	all, _ := g.draft.Value(t, row, column).([]string)
	return !slices.ContainsFunc(all, func(said string) bool { return !visit(said) })
}

// resolver knows the rows of a table that cells refer to.
func (g *gatherer) resolver(name string, before func(*table.Table) table.Written, cells iter.Seq[string]) *table.Resolver {
	t, _ := table.Lookup(name)
	column, named := t.NameColumn()
	return table.NewResolver(before(t), cells, g.draft.Len(t), func(row int) string { return g.draft.Key(t, row) }, func(row int) string {
		if !named {
			return ""
		}
		return g.draft.Text(t, row, column)
	})
}

// referTo returns the key that is meant, and what was said where there is none.
func (g *gatherer) referTo(t *table.Table, row, column int, r *table.Resolver, said string) string {
	if said == "" {
		return "" // in a list; a rule says what is wrong with it
	}
	if key, ok := r.Key(said); ok {
		return key
	}
	if g.wasThere != nil && g.wasThere(t, row) {
		if key, ok := r.Before(said); ok {
			return key
		}
	}
	to, _ := table.Lookup(t.Columns[column].Refers)
	switch {
	case r.Ambiguous(said):
		if g.named {
			g.fault(t, row, column, accountmap.ErrUnknownReference, "more than one of "+quote(to.Name)+" is or was called "+quote(said), "write the id of the one that is meant")
			break
		}
		g.fault(t, row, column, accountmap.ErrUnknownReference, "more than one on "+g.called(to)+" is or was called "+quote(said),
			"write the id of the one that is meant in brackets behind the name; ids are in the hidden first column of that sheet")
	case g.wasIn != nil && g.wasIn(to, said):
		g.fault(t, row, column, accountmap.ErrUnknownReference, "the row of "+quote(said)+" is gone from "+g.called(to), "put it back, or name another here")
	case !g.lost[to]:
		detail := "nothing in " + g.called(to) + " has the id or the name " + quote(said)
		if !g.named {
			detail = "nothing on " + g.called(to) + " is called " + quote(said)
		}
		g.fault(t, row, column, accountmap.ErrUnknownReference, detail, g.near(to, said, t.Columns[column].List))
	}
	return said
}

// near says what somebody probably meant, by the ids and names of the first rows; in a workbook, which hides ids, by the names. Within a list commas may be
// what is wrong.
func (g *gatherer) near(t *table.Table, said string, inList bool) string {
	most := 5000
	if len(g.faults) >= maxHints {
		most = 0
	}
	column, named := t.NameColumn()
	var known []string
	for row := range min(most, g.draft.Len(t)) {
		if g.named || !named {
			known = append(known, g.draft.Key(t, row))
		}
		if named {
			known = append(known, g.draft.Text(t, row, column))
		}
	}
	if near, ok := spell.Nearest(said, known); ok {
		return "did you mean " + quote(near) + "?"
	}
	if inList && strings.Contains(said, ",") {
		return "write semicolons between several"
	}
	return "add it to " + g.called(t) + ", or correct it"
}

// maxHints bounds the search for near names, which is linear in the table for each name that is unknown.
const maxHints = 50
