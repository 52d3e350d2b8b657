package crm

import (
	"cmp"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
)

// oneText are the fields of which an account holds one text, where a row may have several columns that say different things: a place to bill and one to
// ship to. References and words are no such fields, as their columns say the same in other ways: an id, a name, a code.
var oneText = [...]string{"title", "industry", "segment", "tier", "country", "region", "city", "address", "postal", "email", "reason", "competitor", "family"}

// reportUnread reports the columns of one meaning whose values are not those of the first among them, which alone is read.
func (s *sheet) reportUnread(rec *record, r *problems.List) {
	for _, field := range s.several {
		told := rec.get(field)
		for _, c := range rec.all(field) {
			if key(c.text) == key(told.text) || isCode(c.text) {
				continue
			}
			r.WarnOf(c.heading, rec.pos(c), ErrLeftOut, whichIsMeant, "the column %q says something else than %q, and is left out where it does", c.heading, told.heading)
		}
	}
}

const whichIsMeant = "say in the mapping which of the two is meant, or that this one is to be ignored"

// isCode reports a value by which a system calls what another column says in words.
func isCode(text string) bool {
	return strings.Trim(text, "0123456789") == "" || isSalesforceID(text) || isGUID(text)
}

// reportFurther reports the accounts of the client in which a row is, too, behind the one that it is read of.
func (im *importer) reportFurther(r *record, unit int) {
	for _, named := range r.all("account") {
		for _, reference := range im.system.references(named.text) {
			i, found := im.clients.find(im.system, reference)
			if !found || i == unit || !im.clients.units[i].within {
				continue
			}
			im.Warn(r.pos(named), ErrLeftOut, "nothing to do, unless another is to be the primary one", "the row belongs to %q, too, and is read as of %q", im.clients.units[i].name, im.clients.units[unit].name)
		}
	}
}

// reportUnitOnly reports what an account tells of itself and not of its units.
func (im *importer) reportUnitOnly(r *record, field string) {
	if c := r.get(field); c.text != "" {
		im.WarnOf(c.heading, r.pos(c), ErrLeftOut, "nothing to do, or say in the mapping that the column is the segment", "%s is left out of what is below the client, as a unit has none: %q", c.heading, c.text)
	}
}

// reportUnneeded reports the numbers, days and words of the client's deals and contacts that cannot be read and that nothing needed so far, as
// another value came first: the amount of a deal beside those of its lines, the price of a line beside its total, the expected day of a deal
// beside that of its end, the kind of a deal beside that of the one that decides what its cell is.
func (im *importer) reportUnneeded() {
	for _, d := range im.deals {
		if d.seat != seatWithin {
			continue
		}
		currency := cmp.Or(im.currencyOf(d.rec), im.account.Currency)
		im.readValues(d.rec, currency)
		im.words(d.rec, "kind")
		for _, r := range d.lines {
			if r != d.rec {
				im.readValues(r, cmp.Or(im.currencyOf(r), currency))
			}
		}
	}
	for _, p := range im.people.all {
		if p.at >= 0 {
			im.readValues(p.rec, "")
			im.yes(p.rec, "assistant")
		}
	}
}

// readValues reads every number and day of a row, so that those are reported that are none, and those that say something else than the column of
// the same meaning that is read.
func (im *importer) readValues(r *record, currency accountmap.Currency) {
	for k, i := range r.kept {
		c, field := r.cells[k], r.columns[i].field
		if c.text == "" || !isDate(field) && !isNumber(field) {
			continue
		}
		value, err := r.value(field, c, currency)
		im.reportValue(r, c, err)
		told := r.get(field)
		if first, firstErr := r.value(field, told, currency); err == nil && firstErr == nil && value != first {
			im.WarnOf(c.heading, r.pos(c), ErrLeftOut, whichIsMeant, "the column %q says something else than %q, and is left out where it does", c.heading, told.heading)
		}
	}
}

// value reads a number, an amount or a day; values of a field are equal when they mean the same.
func (r *record) value(field string, c cell, currency accountmap.Currency) (value any, err error) {
	switch {
	case isDate(field):
		return r.spelling.Date(c.text)
	case isCount(field):
		return r.spelling.Number(c.text)
	}
	m, _, err := r.spelling.Money(c.text, currency)
	m.Currency = cmp.Or(m.Currency, currency)
	return m, err
}

// isPast reports whether a role is over, and says so.
func (im *importer) isPast(r *record) bool {
	active, said := im.yes(r, "active")
	if said && !active {
		im.Warn(r.pos(r.get("active")), ErrLeftOut, "nothing to do", "the role of %q is over, and is left out", r.get("contact").text)
	}
	return said && !active
}

// furtherPhones are the numbers of a contact behind the first, each with the name of its column.
func furtherPhones(r *record) []string {
	var lines []string
	all := r.all("phone")
	for i, c := range all {
		if i > 0 && key(c.text) != key(all[0].text) {
			lines = append(lines, c.called+": "+c.text)
		}
	}
	return lines
}
