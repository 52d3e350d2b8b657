package crm

import (
	"cmp"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// people are the contacts of the export.
type people struct {
	*index
	all []*person
}

// person is a contact, and the roles that other files give it.
type person struct {
	rec      *record
	id, name string
	unit     int // -1 when not known
	seat     seat
	// roles are rows of roles in the client, and touched the unit of the first.
	roles   []*record
	touched int
	// at is where the contact stands in the account, and -1 when it is left out.
	at int
}

// addContacts makes the contacts of the account.
func (im *importer) addContacts() {
	im.people = &people{index: newIndex()}
	for _, r := range im.records["contacts"] {
		im.readPerson(r)
	}
	for _, r := range im.records["roles"] {
		im.readRole(r)
	}
	for _, p := range im.people.all {
		if im.belongs(p) {
			p.at = len(im.account.Contacts)
			im.account.Contacts = append(im.account.Contacts, im.contact(p))
			im.placed("contacts", p.rec.pos(p.rec.get("id")))
		}
	}
	im.addReporting()
}

func (im *importer) readPerson(r *record) {
	email := r.get("email").text
	p := &person{rec: r, name: cmp.Or(fullName(r), email), unit: -1, touched: -1, at: -1}
	p.id = im.ownID(r, "contact", email, p.name)
	switch {
	case p.id == "":
		im.Warn(r.pos(cell{}), accountmap.ErrMissingName, "export both columns", "the contact has neither name nor id, and is left out")
		return
	case p.name == "":
		im.Warn(r.pos(cell{}), accountmap.ErrMissingName, "it is called by its id", "the contact %q has no name", p.id)
		p.name = p.id
	}
	if im.repeats(im.people.index, r, "contact", p.id) {
		return
	}
	p.unit, p.seat = im.seatOf(r)
	im.people.add(len(im.people.all), p.id, fullName(r), email)
	im.people.all = append(im.people.all, p)
}

// readRole gives a contact the role that a row of roles says, if it is one in the client.
func (im *importer) readRole(r *record) {
	if im.isPast(r) {
		return
	}
	unit, s := im.seatOf(r)
	if deal := r.get("deal"); s == seatNone && deal.text != "" {
		i, found := im.dealsBy.find(im.system, deal.text)
		if !found {
			im.WarnOf(deal.text, r.pos(deal), accountmap.ErrUnknownReference, "export it, too", "the deal %q is not among the deals, and the role in it is left out", deal.text)
			return
		}
		unit, s = im.deals[i].unit, im.deals[i].seat
	}
	named := r.get("contact")
	i, found := im.people.find(im.system, named.text)
	switch {
	case s != seatWithin:
		im.leaveOut(r, "role of", named.text, unit, s)
	case !found:
		im.WarnOf(named.text, r.pos(named), accountmap.ErrUnknownReference, "export the contact, too", "the contact %q is not among the contacts, and the role is left out", named.text)
	default:
		p := im.people.all[i]
		p.roles = append(p.roles, r)
		if p.touched < 0 {
			p.touched = unit
		}
	}
}

// belongs reports whether a contact is one of the account, and reports those that are not.
func (im *importer) belongs(p *person) bool {
	switch {
	case p.seat == seatUnknown && p.touched >= 0:
		named := p.rec.get("account")
		im.WarnOf(named.text, p.rec.pos(named), accountmap.ErrUnknownReference, im.near(im.clients, named.text), "the contact %q is of the account %q, which is not among the accounts, and is read as one from outside who has a role there", p.name, named.text)
		return true
	case p.seat == seatWithin, p.touched >= 0:
		return true
	case p.seat == seatNone && len(im.clients.order) == len(im.clients.units):
		im.Warn(p.rec.pos(p.rec.get("account")), accountmap.ErrMissingValue, "give it an account in the CRM", "the contact %q is of no account: the unit is not known", p.name)
		return true
	}
	im.leaveOut(p.rec, "contact", p.name, p.unit, p.seat)
	return false
}

// contact makes the contact of the account.
func (im *importer) contact(p *person) accountmap.Contact {
	r := p.rec
	c := accountmap.Contact{ID: accountmap.ContactID(p.id), Name: p.name, Title: r.get("title").text, Email: r.get("email").text,
		Phone: r.get("phone").text, Owner: im.owner(r), Notes: notes(r)}
	c.Unit = im.clients.id(p.unit)
	if p.seat != seatWithin {
		c.Unit = im.clients.id(p.touched)
		c.External = p.touched >= 0 && p.seat != seatNone
	}
	im.characterise(p, &c)
	if len(im.words(r, "gone")) > 0 {
		if c.Left = cmp.Or(im.date(r, "modified"), im.account.AsOf); c.Left.IsZero() {
			im.Warn(r.pos(r.get("gone")), accountmap.ErrMissingValue, "export the date of the last change, too, or say as of which day this is", "the contact %q has left, and nothing says when", p.name)
		}
	}
	return c
}

// notes returns what the source says of a contact in words of its own.
func notes(r *record) string {
	var lines []string
	if said := texts(r, "description"); said != "" {
		lines = append(lines, said)
	}
	lines = append(lines, furtherPhones(r)...)
	for _, c := range r.all(fieldNote) {
		lines = append(lines, c.called+": "+c.text)
	}
	return strings.Join(lines, "\n")
}
