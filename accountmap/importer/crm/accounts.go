package crm

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// clients are the accounts of the export: the client, the accounts below it, and all others.
type clients struct {
	*index
	units []client
	root  int
	// order lists the units of the client, parents first.
	order []int
}

// client is an account of the export. It has no record if only other rows name it.
type client struct {
	rec *record
	// named are the rows of other tables that name the account, if it lacks its own row.
	named    []*record
	pos      accountmap.Pos
	id, name string
	parent   int // -1 at the top
	children []int
	// within is true for the client and the accounts below it; place is then the index among the
	// units.
	within bool
	place  int
}

// readClients finds the accounts, their parents, and the client. It returns false if there is no
// client.
func (im *importer) readClients() bool {
	im.clients = &clients{index: newIndex()}
	for _, r := range im.records[accountsTable] {
		im.addClient(r)
	}
	if len(im.clients.units) == 0 {
		im.inferClients()
	}
	im.setParents()
	im.cutCycles()
	for i, u := range im.clients.units {
		if u.parent >= 0 {
			im.clients.units[u.parent].children = append(im.clients.units[u.parent].children, i)
		}
	}
	return im.chooseRoot()
}

func (im *importer) addClient(r *record) {
	c := im.clients
	name := r.get(fieldName)
	id, ok := im.identify(c.index, r, "account", name.text)
	if !ok {
		return
	}
	if name.text == "" {
		im.Warn(r.pos(name), accountmap.ErrMissingName, message.Of("its id is used as the name"), "the account %q has no name", id)
	}
	c.add(len(c.units), id, name.text)
	c.units = append(c.units, client{rec: r, pos: r.pos(name), id: id, name: cmp.Or(name.text, id), parent: -1})
}

// inferClients makes accounts from the names in other rows if no file has accounts.
func (im *importer) inferClients() {
	c := im.clients
	for _, t := range []table{contactsTable, dealsTable} {
		for _, r := range im.records[t] {
			named := r.get(fieldAccount)
			for _, reference := range im.system.references(named.text) {
				i, found := c.find(im.system, reference)
				if !found && reference != "" {
					id := im.system.id(reference)
					i = len(c.units)
					c.add(i, id, reference)
					c.units = append(c.units, client{pos: r.pos(named), id: id, name: reference, parent: -1})
				}
				if reference != "" {
					c.units[i].named = append(c.units[i].named, r)
				}
			}
		}
	}
	if len(c.units) > 0 && im.system.name != ACT && im.system.name != GoldMine {
		im.Warn(accountmap.Pos{File: c.units[0].pos.File}, ErrUnknownFile, message.Of("also export the accounts"),
			"there is no file of accounts: they are known by name alone, and none has a parent")
	}
}

func (im *importer) setParents() {
	c := im.clients
	for i := range c.units {
		r := c.units[i].rec
		if r == nil {
			r = c.units[i].rowWith(fieldParent)
		}
		if r == nil {
			continue
		}
		parent := r.get(fieldParent)
		if parent.text == "" {
			continue
		}
		above, found := c.find(im.system, im.system.references(parent.text)[0])
		if !found {
			why, hint := im.unknownAccount(parent.text)
			im.WarnOf(parent.text, r.pos(parent), accountmap.ErrUnknownReference, hint, "the parent %q of %q %s", parent.text, c.units[i].name, why)
			continue
		}
		c.units[i].parent = above
		for _, r := range append([]*record{r}, c.units[i].named...) {
			im.reportOther(r, fieldParent, c.index, above, c.units[above].name)
		}
	}
}

// rowWith returns the first row that names an account and has a value in a field, or nil.
func (c *client) rowWith(f field) *record {
	for _, r := range c.named {
		if r.get(f).text != "" {
			return r
		}
	}
	return nil
}

// maxHints bounds the searches for similar names. Each takes linear time.
const maxHints = 50

// unknownAccount is [importer.unfound] for accounts, with a similar name in the hint.
func (im *importer) unknownAccount(reference string) (why problems.Text, hint string) {
	hint = message.Of("also export it, or correct the reference")
	if im.hints++; im.hints <= maxHints {
		names := make([]string, 0, len(im.clients.units))
		for _, u := range im.clients.units {
			names = append(names, u.name)
		}
		if near, ok := spell.Nearest(reference, names); ok {
			hint = message.Of("did you mean %q?", near)
		}
	}
	return im.unfound(im.clients.index, reference, "accounts", hint)
}

// cutCycles removes the parent of one account of each cycle, the first in the file.
func (im *importer) cutCycles() {
	c := im.clients
	for _, i := range cycles(len(c.units), func(i int) int { return c.units[i].parent }) {
		u := &c.units[i]
		r := cmp.Or(u.rec, u.rowWith(fieldParent))
		im.WarnOf(u.name, r.pos(r.get(fieldParent)), accountmap.ErrUnitCycle, message.Of("it is read without a parent; correct the parents in the CRM"), "the account %q is below itself", u.name)
		u.parent = -1
	}
}

// cycles returns the first vertex of each cycle of a graph with at most one edge per vertex. A
// negative link means no edge.
func cycles(n int, link func(int) int) []int {
	var found []int
	walk := make([]int, n) // the number of the walk that visited the vertex, from 1
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

func (im *importer) chooseRoot() bool {
	c := im.clients
	root, found := 0, len(c.units) > 0
	switch tops := c.tops(); {
	case im.opts.Root != "":
		if root, found = c.find(im.system, im.opts.Root); !found {
			why, hint := im.unknownAccount(im.opts.Root)
			if len(c.lookup(im.system, im.opts.Root)) > 1 {
				hint = message.Of("write the id of one of them")
			}
			im.Err(accountmap.Pos{}, ErrNoRoot, problems.Say("the client %q %s", im.opts.Root, why), hint)
		}
	case len(tops) == 1:
		root = tops[0]
	case len(tops) > 1:
		found = false
		im.Err(accountmap.Pos{File: c.units[tops[0]].pos.File}, ErrNoRoot, message.Of("there are %d accounts without a parent: %s",
			len(tops), c.some(tops)),
			message.Of("name the client as the root, by its id or its name"))
	default:
		im.Err(accountmap.Pos{}, ErrNoRoot, message.Of("there are no accounts"), message.Of("also export the accounts"))
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

// some lists accounts, each with its id if the id differs from the name.
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
		names = append(names, message.Of("and %d more", len(units)-most))
	}
	return strings.Join(names, ", ")
}

func (im *importer) addUnits() {
	c, a := im.clients, im.account
	root := c.units[c.root]
	a.ID, a.Name = root.id, root.name
	for _, i := range c.order {
		u := c.units[i]
		unit := accountmap.Unit{ID: accountmap.UnitID(u.id), Name: u.name}
		switch {
		case i != c.root:
			unit.Parent = accountmap.UnitID(c.units[u.parent].id)
		case len(u.children) > 0:
			unit.Kind = accountmap.UnitGroup
		default:
			unit.Kind = accountmap.UnitCompany
		}
		if u.rec != nil {
			im.describe(u, &unit)
		}
		for _, r := range u.named {
			locate(r, &unit)
		}
		a.Units = append(a.Units, unit)
		im.placed("units", u.pos)
	}
}

func (im *importer) describe(u client, unit *accountmap.Unit) {
	a, r := im.account, u.rec
	locate(r, unit)
	unit.Segment = r.get(fieldSegment).text
	if unit.Segment == "" {
		unit.Segment = r.get(fieldIndustry).text
	}
	notes := texts(r, fieldDescription)
	if a.ID == u.id {
		a.Industry, a.Segment, a.Tier = r.get(fieldIndustry).text, r.get(fieldSegment).text, r.get(fieldTier).text
	} else {
		im.reportUnitOnly(r, fieldTier)
		if unit.Segment != r.get(fieldIndustry).text {
			im.reportUnitOnly(r, fieldIndustry)
		}
		if notes != "" {
			notes = u.name + ": " + notes
		}
	}
	if notes != "" {
		a.Notes = strings.TrimPrefix(a.Notes+"\n"+notes, "\n")
	}
	if owner := im.owner(r); owner != "" {
		im.team.looksAfter(owner, unit.ID)
	}
}

func locate(r *record, unit *accountmap.Unit) {
	unit.Country = cmp.Or(unit.Country, r.get(fieldCountry).text)
	unit.Region = cmp.Or(unit.Region, r.get(fieldRegion).text)
	unit.City = cmp.Or(unit.City, r.get(fieldCity).text)
	unit.Address = cmp.Or(unit.Address, strings.Trim(r.get(fieldAddress).text+", "+r.get(fieldPostal).text, ", "))
}

// membership is the position of the account that a row names.
type membership int

const (
	noAccount      membership = iota // no account
	withinClient                     // in the client
	otherAccount                     // in another account of the export
	unknownAccount                   // in an account that the export lacks
)

// unitOf returns the unit of a row: the first account within the client that it names.
func (im *importer) unitOf(r *record) (unit int, s membership) {
	named := r.get(fieldAccount)
	if named.text == "" {
		return -1, noAccount
	}
	unit, s = -1, unknownAccount
	within := 0
	for _, reference := range im.system.references(named.text) {
		switch i, found := im.clients.find(im.system, reference); {
		case !found:
		case im.clients.units[i].within:
			if within++; within == 1 {
				unit, s = i, withinClient
			}
		case s == unknownAccount:
			unit, s = i, otherAccount
		}
	}
	if within > 1 {
		im.Warn(r.pos(named), ErrLeftOut, message.Of("also export the column with the primary one"), "the row belongs to %d accounts of the client: %q is used", within, im.clients.units[unit].name)
	} else if s == withinClient {
		im.reportFurther(r, unit)
	}
	return unit, s
}

func (im *importer) leaveOut(r *record, thing, name string, unit int, s membership) {
	named := r.get(fieldAccount)
	switch s {
	case otherAccount:
		im.Warn(r.pos(named), ErrLeftOut, message.Of("no action needed unless the client is another account: then name it as the root"), "the %s %q belongs to %q, which is not below the client, and is ignored", message.Word(thing), name, im.clients.units[unit].name)
	case unknownAccount:
		why, hint := im.unknownAccount(named.text)
		im.WarnOf(named.text, r.pos(named), accountmap.ErrUnknownReference, hint, "the %s %q belongs to the account %q, which %s, and is ignored", message.Word(thing), name, named.text, why)
	case noAccount, withinClient:
		im.Warn(r.pos(named), ErrLeftOut, message.Of("export the account in every row (of a report, the details without groups), or give it one in the CRM"), "the %s %q belongs to no account, and is ignored", message.Word(thing), name)
	}
}

func (c *clients) id(unit int) accountmap.UnitID {
	if unit < 0 {
		return ""
	}
	return accountmap.UnitID(c.units[unit].id)
}
