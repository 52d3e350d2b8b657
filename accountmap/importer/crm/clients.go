package crm

import (
	"cmp"

	"github.com/accountatlas/accountatlas/accountmap"
)

// clients are the accounts of the export, among them the client and what is below it.
type clients struct {
	*index
	units []client
	root  int
	// order has the units of the client, parents first.
	order []int
}

// client is an account of the export. One that only other rows name has no record.
type client struct {
	rec      *record
	pos      accountmap.Pos
	id, name string
	parent   int // -1 at the top
	children []int
	// within says that it is the client or below it, and place where it then stands among the units.
	within bool
	place  int
}

// readClients finds the accounts, what is below what, and which is the client; without one it returns false.
func (im *importer) readClients() bool {
	im.clients = &clients{index: newIndex()}
	for _, r := range im.records["accounts"] {
		im.addClient(r)
	}
	if len(im.clients.units) == 0 {
		im.inferClients()
	}
	im.setParents()
	im.cutCircles()
	for i, u := range im.clients.units {
		if u.parent >= 0 {
			im.clients.units[u.parent].children = append(im.clients.units[u.parent].children, i)
		}
	}
	return im.chooseRoot()
}

func (im *importer) addClient(r *record) {
	c := im.clients
	name := r.get("name")
	id := im.ownID(r, "account", name.text)
	switch {
	case name.text == "" && id == "":
		im.Warn(r.pos(name), accountmap.ErrMissingName, "export both columns", "the account has neither name nor id, and is left out")
		return
	case name.text == "":
		im.Warn(r.pos(name), accountmap.ErrMissingName, "it is called by its id", "the account %q has no name", id)
	}
	if im.repeats(c.index, r, "account", id) {
		return
	}
	c.add(len(c.units), id, name.text)
	c.units = append(c.units, client{rec: r, pos: r.pos(name), id: id, name: cmp.Or(name.text, id), parent: -1})
}

// ownID returns the id of a row, or what else tells it from others.
func (im *importer) ownID(r *record, thing string, others ...string) string {
	c := r.get("id")
	if isMangledID(c.text) {
		im.Warn(r.pos(c), accountmap.ErrInvalidValue, "export the file anew, and do not save it from the spreadsheet", "%q is no id but what a spreadsheet makes of one: the %s cannot be told from others", c.text, thing)
	}
	return cmp.Or(im.system.id(c.text), cmp.Or(others...))
}

// repeats reports whether there is an entry of the id already, and says so.
func (im *importer) repeats(x *index, r *record, thing, id string) bool {
	_, taken := x.ids[id]
	if taken {
		im.Warn(r.pos(r.get("id")), accountmap.ErrDuplicateID, "delete one of the two", "the %s %q stands in an earlier row already, and this row is left out", thing, id)
	}
	return taken
}

// inferClients takes the accounts from the rows that name them, in the absence of a file of accounts.
func (im *importer) inferClients() {
	c := im.clients
	for _, t := range []string{"contacts", "deals"} {
		for _, r := range im.records[t] {
			named := r.get("account")
			for _, reference := range im.system.references(named.text) {
				if _, found := c.find(im.system, reference); !found && reference != "" {
					id := im.system.id(reference)
					c.add(len(c.units), id, reference)
					c.units = append(c.units, client{pos: r.pos(named), id: id, name: reference, parent: -1})
				}
			}
		}
	}
	if len(c.units) > 0 {
		im.Warn(accountmap.Pos{File: c.units[0].pos.File}, ErrUnknownFile, "export the accounts, too", "there is no file of accounts: they are known by name alone, and none has a parent")
	}
}
