package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// Changes is today's account map with every change since an earlier state of the account, as
// [accountmap.Compare] finds it. It shows people who are new, who moved or who left; people whom
// the account no longer has are drawn in their old place. It shows changed stances, managers,
// titles, roles, powers, contact levels and owners, and ties and units that are new or gone. Each
// change is marked with a glyph, a word and a border, and listed in the heading. Unchanged elements
// are faded and keep their place. On a client's map, both states contain only what the client may
// read.
type Changes struct {
	// Before is the earlier state. Nil means an empty one, so that everything is new.
	Before *accountmap.Map
}

// Graph makes the graph of [Stakeholders] and marks the changes in it. Records that the account no
// longer has come after its groups, nodes and edges, in the earlier order. A nil opts means the
// defaults. Graph returns an error for a focus that is not in the map.
func (v Changes) Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error) {
	b, err := newNested(v, m, opts)
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
		before = before.Select(accountmap.Scope{Audience: m.Audience()}) // the earlier state must not reveal internal content
	}
	if err := checkDepth(before, opts); err != nil {
		return nil, err
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
	c.addLists()
	c.finish()
	c.fadeUnchanged()
	for i := range c.g.Nodes {
		c.g.Nodes[i].Notes = slices.DeleteFunc(c.g.Nodes[i].Notes, c.saysLeft)
	}
	earlier := opts.defaults(m)
	earlier.Focus, earlier.AsOf = accountmap.Focus{}, cmp.Or(before.Profile().AsOf, c.asOf)
	c.g.Before, err = Stakeholders{}.Graph(before, &earlier)
	return c.g, err
}

type changes struct {
	*people
	before *accountmap.Map
	diff   accountmap.Changes
}

// gone counts the people whom the account no longer has. They are not counted as people who left,
// since a missing record does not mean a departure.
func (c *changes) gone() int {
	return len(slices.DeleteFunc(c.diff.Left(), func(p accountmap.Change[accountmap.Contact]) bool { return p.Kind != accountmap.ChangeRemoved }))
}

func (c *changes) addHead() {
	period := c.words.Text(terms.ChangesUndated)
	if from := c.before.Profile().AsOf; !from.IsZero() && !c.asOf.IsZero() && from != c.asOf {
		period = c.words.Text(terms.ChangesPeriod, c.words.Date(from), c.words.Date(c.asOf))
	}
	statuses := len(c.diff.Statuses())
	if c.client {
		statuses = 0
	}
	var parts []string
	people, ties, units := accountmap.Changed[accountmap.Contact](c.diff), accountmap.Changed[accountmap.Relationship](c.diff), accountmap.Changed[accountmap.Unit](c.diff)
	for _, count := range []struct {
		key terms.Key
		n   int
	}{
		{terms.ChangesJoined, len(c.diff.Joined())}, {terms.ChangesLeft, len(c.diff.Left()) - c.gone()}, {terms.ChangesGone, c.gone()},
		{terms.ChangesMoved, len(people.Edited("unit"))}, {terms.ChangesStances, len(people.Edited("stance"))},
		{terms.ChangesManagers, len(people.Edited("reportsTo", "assistantTo"))}, {terms.ChangesTasks, len(people.Edited("title", "roles"))},
		{terms.ChangesTiesNew, len(ties.Added())}, {terms.ChangesTiesEnded, len(ties.Removed())},
		{terms.ChangesUnitsNew, len(units.Added())}, {terms.ChangesUnitsEnded, len(units.Removed())}, {terms.ChangesCoverage, statuses},
	} {
		if count.n > 0 {
			parts = append(parts, c.words.Count(count.key, count.n))
		}
	}
	if parts == nil {
		parts = []string{c.words.Text(terms.ChangesNothing)}
	}
	c.head(terms.ChangesTitle, c.either(terms.ChangesDescription, terms.ClientChangesDescription), period, strings.Join(parts, ", "))
}

// markUnits marks the boxes of new and moved units, and adds the boxes of deleted ones.
func (c *changes) markUnits() {
	for _, change := range accountmap.Changed[accountmap.Unit](c.diff) {
		switch {
		case change.Kind == accountmap.ChangeAdded:
			c.markBox(c.groupOf[change.After.ID], class.GroupNew, c.words.Text(terms.ChangesUnitNew))
		case change.Kind == accountmap.ChangeRemoved:
			c.addGoneUnit(change.Before)
		case change.Edits("parent") && change.Before.Parent == "":
			c.markBox(c.groupOf[change.After.ID], class.GroupNew, c.words.Text(terms.ChangesAtTop))
		case change.Edits("parent"):
			c.markBox(c.groupOf[change.After.ID], class.GroupNew, c.words.Text(terms.ChangesPartOf, c.unitName(change.Before.Parent)))
		}
	}
}

// markCoverage counts, on the box of each unit, the cells of the coverage matrix whose status
// changed, and lists them in the tooltip.
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
		g.Detail = joined([]string{g.Detail, c.words.Count(terms.ChangesCoverage, len(lines[u]))}, " · ")
		g.Tooltip += "\n" + strings.Join(lines[u], "\n")
	}
}

func (c *changes) productName(id accountmap.ProductID) string {
	if p, ok := c.m.Product(id); ok {
		return p.Name
	}
	p, _ := c.before.Product(id)
	return p.Name
}

func (c *changes) markBox(group int, sign graph.Class, word string) {
	g := &c.g.Groups[group]
	g.Class = slices.Insert(g.Class, 0, sign)
	g.Detail = joined([]string{g.Detail, word}, " · ")
	g.Tooltip += "\n" + word
}

// addGoneUnit adds the box of a deleted unit, inside its former parent.
func (c *changes) addGoneUnit(u accountmap.Unit) {
	g := graph.Group{ID: string(u.ID), Parent: graph.None, Label: u.Name, Tooltip: u.Name, Class: fadedUnless(c.seen == nil)}
	if parent, ok := c.groupOf[u.Parent]; ok {
		g.Parent = parent
	}
	c.groupOf[u.ID] = c.addGroup(g)
	c.markBox(c.groupOf[u.ID], class.GroupEnded, c.words.Text(terms.ChangesIsGone))
}

func (c *changes) unitName(id accountmap.UnitID) string {
	if u, ok := c.m.Unit(id); ok {
		return u.Name
	}
	u, _ := c.before.Unit(id)
	return u.Name
}

// maxNotes is the largest number of changes on a card; the tooltip lists all of them.
const maxNotes = 4

// markContacts notes the changes on each card, and adds the cards of deleted contacts.
func (c *changes) markContacts() {
	joiners, left := idsOf(c.diff.Joined()), idsOf(c.diff.Left())
	for _, change := range accountmap.Changed[accountmap.Contact](c.diff) {
		id := change.After.ID
		if change.Kind == accountmap.ChangeRemoved {
			id = change.Before.ID
			if !left[id] {
				continue // had left before
			}
			c.addContact(change.Before, c.before)
			ghost := &c.g.Nodes[c.nodeOf[id]]
			ghost.Class = append(ghost.Class, class.Left)
			c.note(id, class.Gone, c.words.Text(terms.ChangesIsGone))
		}
		switch {
		case joiners[id]:
			c.note(id, class.Joined, c.words.Text(terms.ChangesHasJoined))
		case left[id] && change.Kind == accountmap.ChangeEdited:
			c.note(id, class.Gone, c.words.Text(terms.ChangesHasLeft))
		}
		if change.Kind == accountmap.ChangeEdited {
			c.noteEdits(change)
		}
	}
	for i := range c.g.Nodes {
		c.settleNotes(&c.g.Nodes[i])
	}
}

func idsOf(list accountmap.ChangeList[accountmap.Contact]) map[accountmap.ContactID]bool {
	ids := map[accountmap.ContactID]bool{}
	for _, change := range list {
		ids[change.Before.ID], ids[change.After.ID] = true, true
	}
	return ids
}

// noteEdits notes on a card the earlier values of the changed fields.
func (c *changes) noteEdits(change accountmap.Change[accountmap.Contact]) {
	before, id := change.Before, change.After.ID
	if change.Edits("unit") {
		from := c.words.Text(c.either(terms.MapUnitUnknown, terms.ClientOtherPeople))
		if before.Unit != "" {
			from = c.unitName(before.Unit)
		}
		c.note(id, class.Moved, c.words.Text(terms.ChangesMovedFrom, from))
	}
	if change.Edits("stance") {
		c.note(id, class.Stance(before.Stance), c.words.Text(terms.ChangesWas, c.words.Stance(before.Stance)))
	}
	if change.Edits("placeholder") && before.Placeholder {
		c.note(id, class.Edited, c.words.Text(terms.ChangesWas, c.words.Text(terms.MapNotYetKnown)))
	}
	var roles []string
	for _, r := range before.Roles {
		roles = append(roles, c.words.RoleShort(r))
	}
	power := ""
	if before.Power > 0 {
		power = strconv.Itoa(before.Power)
	}
	level := ""
	if before.ContactLevel != "" {
		level = c.words.ContactLevel(before.ContactLevel)
	}
	owner, _ := c.before.Member(before.Owner)
	for _, field := range []struct{ key, was string }{
		{"name", before.Name}, {"title", before.Title}, {"reportsTo", c.nameBefore(before.ReportsTo)}, {"assistantTo", c.nameBefore(before.AssistantTo)},
		{"roles", strings.Join(roles, ", ")}, {"power", power}, {"contactLevel", level}, {"owner", owner.Name},
	} {
		if !change.Edits(field.key) {
			continue
		}
		if field.was == "" {
			field.was = c.words.Text(terms.ChangesNotRecord)
		}
		c.note(id, class.Edited, c.words.Text(terms.ChangesFieldWas, c.words.Field("contacts", field.key), field.was))
	}
}

func (c *changes) nameBefore(id accountmap.ContactID) string {
	contact, _ := c.before.Contact(id)
	return cmp.Or(contact.Name, contact.Title)
}

// settleNotes gives a card the border of its first note, and keeps the first [maxNotes] notes.
func (c *changes) settleNotes(n *graph.Node) {
	if len(n.Notes) == 0 {
		return
	}
	mark := n.Notes[0].Class[0]
	if !slices.Contains([]graph.Class{class.Joined, class.Gone, class.Moved}, mark) {
		mark = class.Edited
	}
	n.Class = slices.Insert(n.Class, 0, mark)
	if len(n.Notes) > maxNotes {
		kept := maxNotes - 1
		rest := graph.Note{Text: c.words.Count(terms.MapMore, len(n.Notes)-kept), Class: []graph.Class{class.Edited}}
		n.Notes = append(n.Notes[:kept:kept], rest)
	}
}

// addGoneLines adds the lines from deleted contacts to their managers on the map.
func (c *changes) addGoneLines() {
	for _, gone := range accountmap.Changed[accountmap.Contact](c.diff).Removed() {
		to, ok := c.nodeOf[gone.ID]
		if !ok {
			continue
		}
		above, line, word := gone.AssistantTo, class.Assistant, terms.MapLegendAssists
		if above == "" {
			above, line, word = gone.ReportsTo, class.Report, terms.MapLegendReportsTo
		}
		if from, ok := c.nodeOf[above]; ok {
			c.g.Edges = append(c.g.Edges, graph.Edge{From: from, To: to, Class: []graph.Class{line, class.TieEnded}, Hierarchy: true,
				Assistant: line == class.Assistant, Tooltip: c.ended(c.sentence(gone.ID, word, above))})
		}
	}
}

func (c *changes) ended(sentence string) string {
	return sentence + " (" + c.words.Text(terms.ChangesTieEnded) + ")"
}

// markRelationships marks the lines of new ties and of ties whose strength changed, and adds the
// lines of ended ties.
func (c *changes) markRelationships() {
	for _, change := range accountmap.Changed[accountmap.Relationship](c.diff) {
		if change.Kind == accountmap.ChangeRemoved {
			c.addEndedTie(change.Before)
			continue
		}
		lines := c.linesOf[change.After]
		c.linesOf[change.After] = lines[1:]
		e := &c.g.Edges[lines[0]]
		switch {
		case change.Kind == accountmap.ChangeAdded:
			e.Class, e.Label = append(slices.Clip(e.Class), class.TieNew), c.words.Text(terms.ChangesTieNew)
		case change.Edits("strength"):
			e.Label = c.words.Text(terms.ChangesStrength, strength(change.Before), strength(change.After))
		}
		if e.Label != "" {
			e.Tooltip += " (" + e.Label + ")"
			e.Words.From, e.Words.To = joined([]string{e.Words.From, e.Label}, " · "), joined([]string{e.Words.To, e.Label}, " · ")
		}
	}
}

func strength(r accountmap.Relationship) string {
	if r.Strength == 0 {
		return "?"
	}
	return strconv.Itoa(r.Strength)
}

// addEndedTie adds the line of a deleted tie if both ends are on the map.
func (c *changes) addEndedTie(r accountmap.Relationship) {
	from, known := c.nodeOf[r.From]
	to, also := c.nodeOf[r.To]
	if !known || !also {
		return
	}
	c.g.Edges = append(c.g.Edges, graph.Edge{From: from, To: to, Class: []graph.Class{class.Relationship(r.Kind), class.TieEnded},
		Words: graph.EdgeWords{From: c.reasoned(r.To, c.words.Text(terms.ChangesTieEnded)), To: c.reasoned(r.From, c.words.Text(terms.ChangesTieEnded))},
		Label: c.words.Text(terms.ChangesTieEnded), Tooltip: c.ended(c.sentence(r.From, relationshipWord(r.Kind), r.To))})
}
