package crm

import (
	"cmp"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
)

type people struct {
	*index
	all []*person
}

type person struct {
	rec             *record
	id, name, email string
	// notes are the lines from supplements.
	notes      []string
	unit       int // -1 if unknown
	membership membership
	// roles are the rows of roles in the client, and touched is the unit of the first.
	roles   []*record
	touched int
	// at is the index of the contact in the account, or -1 if it is left out.
	at int
}

func (im *importer) addContacts() {
	im.people = &people{index: newIndex()}
	for _, r := range im.records[contactsTable] {
		im.readPerson(r)
	}
	for _, r := range im.records[rolesTable] {
		im.readRole(r)
	}
	im.addSupplements()
	for _, p := range im.people.all {
		if im.belongs(p) {
			p.at = len(im.account.Contacts)
			im.account.Contacts = append(im.account.Contacts, im.contact(p))
			im.placed("contacts", p.rec.pos(p.rec.get(fieldID)))
		}
	}
	im.addReporting()
	im.addReferrals()
	im.reportAddresses()
}

func (im *importer) readPerson(r *record) {
	email := r.get(fieldEmail).text
	p := &person{rec: r, name: cmp.Or(fullName(r), email), unit: -1, touched: -1, at: -1, email: email}
	if p.name == "" && len(im.records[accountsTable]) == 0 && r.get(fieldAccount).text != "" {
		return // a row of a company without a contact
	}
	var ok bool
	if p.id, ok = im.identify(im.people.index, r, "contact", email, p.name); !ok {
		return
	}
	if p.name == "" {
		im.Warn(r.pos(cell{}), accountmap.ErrMissingName, message.Of("its id is used as the name"), "the contact %q has no name", p.id)
		p.name = p.id
	}
	for _, part := range append(r.all(fieldFirst), r.all(fieldLast)...) {
		if named := r.get(fieldName); named.text != "" && !strings.Contains(key(named.text), key(part.text)) {
			im.WarnOf(part.heading, r.pos(part), ErrLeftOut, whichIsMeant(), "the column %q differs from %q, and is ignored where it does", part.heading, named.heading)
		}
	}
	p.unit, p.membership = im.unitOf(r)
	im.people.add(len(im.people.all), p.id, fullName(r), email)
	im.people.all = append(im.people.all, p)
}

// readRole adds the role in a row to a contact, if it is a role within the client.
func (im *importer) readRole(r *record) {
	if im.isPast(r) {
		return
	}
	unit, s := im.unitOf(r)
	if deal := r.get(fieldDeal); s == noAccount && deal.text != "" {
		i, found := im.dealsBy.find(im.system, deal.text)
		if !found {
			why, hint := im.unfound(im.dealsBy, deal.text, "deals", message.Of("also export it"))
			im.WarnOf(deal.text, r.pos(deal), accountmap.ErrUnknownReference, hint, "the deal %q %s, so the role in it is ignored", deal.text, why)
			return
		}
		unit, s = im.deals[i].unit, im.deals[i].membership
	}
	named := r.get(fieldContact)
	i, found := im.people.find(im.system, named.text)
	switch {
	case s != withinClient:
		im.leaveOut(r, "role of", named.text, unit, s)
	case !found:
		why, hint := im.unfound(im.people.index, named.text, "contacts", message.Of("also export the contact"))
		im.WarnOf(named.text, r.pos(named), accountmap.ErrUnknownReference, hint, "the contact %q %s, so the role is ignored", named.text, why)
	default:
		p := im.people.all[i]
		im.reportOther(r, fieldContact, im.people.index, i, p.name)
		p.roles = append(p.roles, r)
		if p.touched < 0 {
			p.touched = unit
		}
	}
}

// belongs reports whether a contact belongs to the account. It adds a problem for any other
// contact.
func (im *importer) belongs(p *person) bool {
	switch {
	case p.membership == unknownAccount && p.touched >= 0:
		named := p.rec.get(fieldAccount)
		why, hint := im.unknownAccount(named.text)
		im.WarnOf(named.text, p.rec.pos(named), accountmap.ErrUnknownReference, hint, "the contact %q belongs to the account %q, which %s, and is read as an outsider with a role there", p.name, named.text, why)
		return true
	case p.membership == withinClient, p.touched >= 0:
		return true
	case p.membership == noAccount && len(im.clients.order) == len(im.clients.units):
		im.Warn(p.rec.pos(p.rec.get(fieldAccount)), accountmap.ErrMissingValue, message.Of("give it an account in the CRM"), "the contact %q belongs to no account: the unit is unknown", p.name)
		return true
	}
	im.leaveOut(p.rec, "contact", p.name, p.unit, p.membership)
	return false
}

func (im *importer) contact(p *person) accountmap.Contact {
	r := p.rec
	c := accountmap.Contact{ID: accountmap.ContactID(p.id), Name: p.name, Title: r.get(fieldTitle).text, Email: p.email,
		Phone: r.get(fieldPhone).text, Owner: im.owner(r), Notes: strings.Join(append(notes(r), p.notes...), "\n")}
	im.reportPhones(r)
	c.Unit = im.clients.id(p.unit)
	if p.membership != withinClient {
		c.Unit = im.clients.id(p.touched)
		c.External = p.touched >= 0 && p.membership != noAccount
	}
	im.characterise(p, &c)
	if len(im.words(r, fieldGone)) > 0 {
		if c.Left = cmp.Or(im.date(r, fieldModified), im.account.AsOf); c.Left.IsZero() {
			im.Warn(r.pos(r.get(fieldGone)), accountmap.ErrMissingValue, message.Of("also export the date of the last change, or give the day of the export"), "the contact %q has left, but has no date of leaving", p.name)
		}
	}
	return c
}

func notes(r *record) []string {
	var lines []string
	if said := texts(r, fieldDescription); said != "" {
		lines = append(lines, said)
	}
	lines = append(lines, furtherPhones(r)...)
	for _, c := range r.all(fieldNote) {
		lines = append(lines, c.called+": "+c.text)
	}
	return lines
}

// addReporting sets managers and assistants. It cuts cycles.
func (im *importer) addReporting() {
	var kept []*person
	above := []int{}
	for _, p := range im.people.all {
		if p.at >= 0 {
			kept = append(kept, p)
			above = append(above, im.superior(p))
		}
	}
	for _, i := range cycles(len(kept), func(i int) int { return above[i] }) {
		p := kept[i]
		im.WarnOf(p.name, p.rec.pos(p.rec.get(fieldReportsTo)), accountmap.ErrReportingCycle, message.Of("it is read as reporting to nobody; correct who reports to whom in the CRM"), "the contact %q reports to itself, directly or through others", p.name)
		above[i] = -1
	}
	for i, p := range kept {
		if above[i] < 0 {
			continue
		}
		c, superior := &im.account.Contacts[p.at], im.account.Contacts[above[i]].ID
		if assistant, _ := im.yes(p.rec, fieldAssistant); assistant {
			c.AssistantTo = superior
		} else {
			c.ReportsTo = superior
		}
	}
}

func (im *importer) reportPhones(r *record) {
	for _, c := range r.all(fieldPhone) {
		if values.IsMangledPhone(c.text) {
			im.Warn(r.pos(c), accountmap.ErrInvalidValue, message.Of("export the file again, and do not save it in a spreadsheet"),
				"%s: %q is not a phone number: a spreadsheet has changed it", c.heading, c.text)
		}
	}
}

func (im *importer) reportAddresses() {
	first := map[string]*person{}
	for _, p := range im.people.all {
		if p.at < 0 {
			continue
		}
		for _, address := range strings.FieldsFunc(p.email, func(r rune) bool { return r == ';' || r == ',' || r == ' ' }) {
			switch other := first[strings.ToLower(address)]; other {
			case nil:
				first[strings.ToLower(address)] = p
			case p:
			default:
				im.Warn(p.rec.pos(p.rec.get(fieldEmail)), ErrSharedAddress, message.Of("correct one of them in the CRM, or merge the two contacts"),
					"the contacts %q and %q have one address, %q", other.name, p.name, address)
			}
		}
	}
}

// superior returns the index of the manager of a contact, or -1.
func (im *importer) superior(p *person) int {
	named := p.rec.get(fieldReportsTo)
	if named.text == "" {
		return -1
	}
	i, found := im.people.find(im.system, named.text)
	switch {
	case !found:
		why, hint := im.unfound(im.people.index, named.text, "contacts", message.Of("also export that contact, or correct the name"))
		im.WarnOf(named.text, p.rec.pos(named), accountmap.ErrUnknownReference, hint, "%q reports to %q, who %s", p.name, named.text, why)
		return -1
	case im.people.all[i].at < 0:
		im.Warn(p.rec.pos(named), ErrLeftOut, message.Of("no action needed unless the client is another account: then name it as the root"), "%q reports to %q, who does not work for the client", p.name, im.people.all[i].name)
		return -1
	}
	im.reportOther(p.rec, fieldReportsTo, im.people.index, i, im.people.all[i].name)
	return im.people.all[i].at
}
