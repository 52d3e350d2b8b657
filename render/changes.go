package render

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// Changes is today's account map with everything that has changed since an earlier state of the account, as [accountmap.Compare] finds it:
// people who are new, who left (drawn where they were if the account no longer has them) or moved; other stances, managers, titles, roles,
// powers, contact levels and owners; ties and units that are new or gone. Each change is marked with a sign, a word and a border, and counted in
// the heading. On a map for the client both states are cut down to what the client may read.
type Changes struct {
	// Before is the earlier state. Nil means that nothing was known then, so that everything is new.
	Before *accountmap.Map
}

// Graph makes the graph of [Stakeholders] with the marks. What is no longer in the account comes after its groups, nodes and edges, in the
// earlier order. A nil opts means the defaults. The error names what is in the focus of the options but not in the map.
func (v Changes) Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error) {
	b, err := newPeople(m, opts)
	if err != nil {
		return nil, err
	}
	before := v.Before
	if before == nil {
		before, err = accountmap.New(&accountmap.Account{Profile: m.Profile()})
		if err != nil {
			return nil, err
		}
	}
	if b.client {
		before = before.Select(accountmap.Scope{Audience: m.Audience()}) // what is held back now must not come back through what was
	}
	c := changes{people: b, before: before, diff: accountmap.Compare(before, m)}
	c.addUnits(everywhere)
	c.markUnits()
	c.markCoverage()
	c.addContacts(everyone)
	c.markContacts()
	c.addReportingLines()
	c.addGoneLines()
	c.addRelationships(false)
	c.markRelationships()
	c.addHead()
	c.finish()
	return c.g, nil
}

type changes struct {
	*people
	before *accountmap.Map
	diff   accountmap.Changes
}

// gone counts the people who left and of whom the account no longer has an entry: it does not say that they left the client.
func (c *changes) gone() int {
	return len(slices.DeleteFunc(c.diff.Left(), func(p accountmap.Change[accountmap.Contact]) bool { return p.Kind != accountmap.ChangeRemoved }))
}

// statuses counts the cells of the coverage matrix with another status, which a map for the client does not show.
func (c *changes) statuses() int {
	if c.client {
		return 0
	}
	return len(c.diff.Statuses())
}

func (c *changes) addHead() {
	name := c.m.Profile().Name
	c.g.Title = c.words.Text(terms.ChangesTitle, name)
	c.g.Description = c.words.Text(c.either(terms.ChangesDescription, terms.ClientChangesDescription), name)
	period := c.words.Text(terms.ChangesUndated)
	if from := c.before.Profile().AsOf; !from.IsZero() && !c.asOf.IsZero() && from != c.asOf {
		period = c.words.Text(terms.ChangesPeriod, c.words.Date(from), c.words.Date(c.asOf))
	}
	var parts []string
	people := c.diff.Contacts
	for _, count := range []struct {
		key terms.Key
		n   int
	}{
		{terms.ChangesJoined, len(c.diff.Joined())}, {terms.ChangesLeft, len(c.diff.Left()) - c.gone()}, {terms.ChangesGone, c.gone()},
		{terms.ChangesMoved, len(people.Edited("unit"))},
		{terms.ChangesStances, len(people.Edited("stance"))}, {terms.ChangesManagers, len(people.Edited("reportsTo", "assistantTo"))},
		{terms.ChangesTasks, len(people.Edited("title", "roles"))}, {terms.ChangesTiesNew, len(c.diff.Relationships.Added())},
		{terms.ChangesTiesEnded, len(c.diff.Relationships.Removed())}, {terms.ChangesUnitsNew, len(c.diff.Units.Added())},
		{terms.ChangesUnitsEnded, len(c.diff.Units.Removed())}, {terms.ChangesCoverage, c.statuses()},
	} {
		if count.n > 0 {
			parts = append(parts, c.words.Count(count.key, count.n))
		}
	}
	if parts == nil {
		parts = []string{c.words.Text(terms.ChangesNothing)}
	}
	c.g.Subtitle = period + "  ·  " + strings.Join(parts, ", ")
}

// markUnits marks the boxes of units that are new or belong elsewhere, and adds those of units that are no longer there.
func (c *changes) markUnits() {
	for _, change := range c.diff.Units {
		switch {
		case change.Kind == accountmap.ChangeAdded:
			c.markBox(c.groupOf[change.After.ID], classGroupNew, c.words.Text(terms.ChangesUnitNew))
		case change.Kind == accountmap.ChangeRemoved:
			c.addGoneUnit(change.Before)
		case change.Edits("parent") && change.Before.Parent == "":
			c.markBox(c.groupOf[change.After.ID], classGroupNew, c.words.Text(terms.ChangesAtTop))
		case change.Edits("parent"):
			c.markBox(c.groupOf[change.After.ID], classGroupNew, c.words.Text(terms.ChangesPartOf, c.unitName(change.Before.Parent)))
		}
	}
}

// markCoverage says on the boxes of units in how many cells of the coverage matrix they have another status, and in the tooltips in which.
func (c *changes) markCoverage() {
	if c.client {
		return
	}
	var units []accountmap.UnitID
	lines := map[accountmap.UnitID][]string{}
	for _, change := range c.diff.Statuses() {
		cell := change.After
		if change.Kind == accountmap.ChangeRemoved {
			cell = change.Before
		}
		if _, drawn := c.groupOf[cell.Unit]; !drawn {
			continue
		}
		if lines[cell.Unit] == nil {
			units = append(units, cell.Unit)
		}
		lines[cell.Unit] = append(lines[cell.Unit], c.productName(cell.Product)+": "+c.words.Status(change.Before.Status)+" → "+c.words.Status(change.After.Status))
	}
	for _, u := range units {
		g := &c.g.Groups[c.groupOf[u]]
		g.Detail = strings.TrimPrefix(g.Detail+" · "+c.words.Count(terms.ChangesCoverage, len(lines[u])), " · ")
		g.Tooltip += "\n" + strings.Join(lines[u], "\n")
	}
}

// productName is the name of a product of either state.
func (c *changes) productName(id accountmap.ProductID) string {
	if p, ok := c.m.Product(id); ok {
		return p.Name
	}
	p, _ := c.before.Product(id)
	return p.Name
}

func (c *changes) markBox(group int, class graph.Class, word string) {
	g := &c.g.Groups[group]
	g.Class = slices.Insert(g.Class, 0, class)
	g.Detail = strings.TrimPrefix(g.Detail+" · "+word, " · ")
	g.Tooltip += "\n" + word
}

// addGoneUnit adds the box of a unit that is no longer there, inside the one that it was in.
func (c *changes) addGoneUnit(u accountmap.Unit) {
	g := graph.Group{Parent: graph.None, Label: u.Name, Tooltip: u.Name, Class: fadedUnless(c.seen == nil)}
	if parent, ok := c.groupOf[u.Parent]; ok {
		g.Parent = parent
	}
	c.groupOf[u.ID] = c.addGroup(g)
	c.markBox(c.groupOf[u.ID], classGroupEnded, c.words.Text(terms.ChangesIsGone))
}

// unitName is the name of a unit of either state.
func (c *changes) unitName(id accountmap.UnitID) string {
	if u, ok := c.m.Unit(id); ok {
		return u.Name
	}
	u, _ := c.before.Unit(id)
	return u.Name
}
