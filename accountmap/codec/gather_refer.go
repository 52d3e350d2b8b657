package codec

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// resolve turns the names of entries that cells refer to into their ids. The list of a table tells the names that it was written with; it is
// nil where that is not known.
func (g *gatherer) resolve(before func(*table.Table) *table.BookList) {
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

func (g *gatherer) refer(t *table.Table, row, column int, resolvers map[string]*table.Resolver, before func(*table.Table) *table.BookList) {
	said, c := g.draft.Value(t, row, column), &t.Columns[column]
	if said == nil || said == "" {
		return
	}
	r := resolvers[c.Refers]
	if r == nil {
		r = g.resolver(c.Refers, before)
		resolvers[c.Refers] = r
	}
	switch said := said.(type) {
	case string:
		g.draft.Set(t, row, column, g.referTo(t, row, column, r, said))
	case []string:
		for i := range said {
			said[i] = g.referTo(t, row, column, r, said[i])
		}
		g.draft.Set(t, row, column, said)
	}
}

// resolver knows the rows of a table.
func (g *gatherer) resolver(name string, before func(*table.Table) *table.BookList) *table.Resolver {
	t, _ := table.Lookup(name)
	r := table.NewResolver(before(t))
	column, named := t.NameColumn()
	for row := range g.draft.Len(t) {
		name := ""
		if named {
			name, _ = g.draft.Value(t, row, column).(string)
		}
		if key := g.draft.Key(t, row); key != "" {
			r.Add(key, name)
		}
	}
	return r
}

// referTo returns the key that is meant, and what was said where there is none.
func (g *gatherer) referTo(t *table.Table, row, column int, r *table.Resolver, said string) string {
	if said == "" {
		return "" // in a list; a rule says what is wrong with it
	}
	if key, ok := r.Key(said); ok {
		return key
	}
	to, _ := table.Lookup(t.Columns[column].Refers)
	switch {
	case r.Ambiguous(said):
		g.fault(t, row, column, accountmap.ErrUnknownReference, "more than one of "+quote(to.Name)+" is or was called "+quote(said),
			"write the id of the one that is meant")
	case !g.lost[to]:
		g.fault(t, row, column, accountmap.ErrUnknownReference, "nothing in "+quote(to.Name)+" has the id or the name "+quote(said), g.near(to, said))
	}
	return said
}

// near says what somebody probably meant, by the ids and names of the first rows.
func (g *gatherer) near(t *table.Table, said string) string {
	const most = 5000
	column, named := t.NameColumn()
	var known []string
	for row := range min(most, g.draft.Len(t)) {
		known = append(known, g.draft.Key(t, row))
		if name, ok := "", false; named {
			if name, ok = g.draft.Value(t, row, column).(string); ok {
				known = append(known, name)
			}
		}
	}
	if len(g.faults) < maxHints {
		if near, ok := spell.Nearest(said, known); ok {
			return "did you mean " + quote(near) + "?"
		}
	}
	return "add it to " + quote(t.Name) + ", or correct it"
}

// maxHints bounds the search for near names, which is linear in the table for each name that is unknown.
const maxHints = 50
