package crm

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// addUnits makes the profile of the account and its units.
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
		a.Units = append(a.Units, unit)
		im.placed("units", u.pos)
	}
}

// describe fills in what a row of accounts says of a unit, or of the client as a whole.
func (im *importer) describe(u client, unit *accountmap.Unit) {
	a, r := im.account, u.rec
	unit.Country, unit.Region, unit.City = r.get("country").text, r.get("region").text, r.get("city").text
	unit.Address = strings.Trim(r.get("address").text+", "+r.get("postal").text, ", ")
	unit.Segment = r.get("segment").text
	if unit.Segment == "" {
		unit.Segment = r.get("industry").text
	}
	notes := texts(r, "description")
	if a.ID == u.id {
		a.Industry, a.Segment, a.Tier = r.get("industry").text, r.get("segment").text, r.get("tier").text
	} else {
		im.reportUnitOnly(r, "tier")
		if unit.Segment != r.get("industry").text {
			im.reportUnitOnly(r, "industry")
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

// seat is where a row belongs by the account that it names.
type seat int

const (
	seatNone    seat = iota // it names none
	seatWithin              // in the client
	seatOutside             // in another account of the export
	seatUnknown             // in an account that is not in the export
)

// seatOf returns the unit to which a row belongs: of several that it names, the first within the client.
func (im *importer) seatOf(r *record) (unit int, s seat) {
	named := r.get("account")
	if named.text == "" {
		return -1, seatNone
	}
	unit, s = -1, seatUnknown
	within := 0
	for _, reference := range im.system.references(named.text) {
		switch i, found := im.clients.find(im.system, reference); {
		case !found:
		case im.clients.units[i].within:
			if within++; within == 1 {
				unit, s = i, seatWithin
			}
		case s == seatUnknown:
			unit, s = i, seatOutside
		}
	}
	if within > 1 {
		im.Warn(r.pos(named), ErrLeftOut, "export the column with the primary one, too", "the row belongs to %d accounts of the client: it is read as of %q", within, im.clients.units[unit].name)
	} else if s == seatWithin {
		im.reportFurther(r, unit)
	}
	return unit, s
}

// leaveOut reports a row that is not of the client.
func (im *importer) leaveOut(r *record, thing, name string, unit int, s seat) {
	named := r.get("account")
	switch s {
	case seatOutside:
		im.Warn(r.pos(named), ErrLeftOut, "nothing to do, unless the client should be another: then name that one as the root", "the %s %q is of %q, which is not below the client, and is left out", thing, name, im.clients.units[unit].name)
	case seatUnknown:
		im.WarnOf(named.text, r.pos(named), accountmap.ErrUnknownReference, im.near(im.clients, named.text), "the %s %q is of the account %q, which is not among the accounts, and is left out", thing, name, named.text)
	case seatNone, seatWithin:
		im.Warn(r.pos(named), ErrLeftOut, "export the column with the account, or give it one in the CRM", "the %s %q is of no account, and is left out", thing, name)
	}
}

func (c *clients) id(unit int) accountmap.UnitID {
	if unit < 0 {
		return ""
	}
	return accountmap.UnitID(c.units[unit].id)
}
