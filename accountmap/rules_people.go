package accountmap

import (
	"fmt"
)

func checkSelfRelationships(a *Account, report Report) {
	for i, r := range a.Relationships {
		if r.From != "" && r.From == r.To {
			report(fmt.Sprintf("relationships[%d].to", i), fmt.Sprintf("the contact %s is in a relationship with itself", quote(string(r.From))),
				"name two contacts")
		}
	}
}

func checkRepeatedRoles(a *Account, report Report) {
	had := map[Role]bool{}
	for i := range a.Contacts {
		clear(had)
		for j, r := range a.Contacts[i].Roles {
			if r != "" && had[r] {
				report(fmt.Sprintf("contacts[%d].roles[%d]", i, j), fmt.Sprintf("the contact already has the role %s", quote(string(r))), "delete one of the two")
			}
			had[r] = true
		}
	}
}

// checkReportingAway reports managers who sit in another part of the client: neither in the contact's unit, nor above it, nor below.
func checkReportingAway(a *Account, report Report) {
	parts := newParts(a)
	at := firstOf(a.Contacts, func(c *Contact) ContactID { return c.ID })
	for i := range a.Contacts {
		c := &a.Contacts[i]
		for _, manager := range existing(at, c.ReportsTo) {
			if away := a.Contacts[manager].Unit; parts.apart(c.Unit, away) {
				report(fmt.Sprintf("contacts[%d].reportsTo", i), fmt.Sprintf("the manager %s works in %s, which is in another part of the client than %s",
					quote(string(c.ReportsTo)), quote(string(away)), quote(string(c.Unit))), "check the units of the two, or make it a relationship")
			}
		}
	}
}

// parts are the units of an account that may be wrong, as far as their places are known.
type parts struct {
	at    map[UnitID]int
	units tree
	// placed marks the units that hang together with one at the top: not those in a circle, nor those below a unit that is not there.
	placed []bool
}

func newParts(a *Account) parts {
	p := parts{at: firstOf(a.Units, func(u *Unit) UnitID { return u.ID }), placed: make([]bool, len(a.Units))}
	p.units = newTree(len(a.Units), func(i int) int {
		for _, above := range existing(p.at, a.Units[i].Parent) {
			return above
		}
		return -1
	})
	for _, top := range p.units.roots {
		for _, i := range p.units.below(top) {
			p.placed[i] = a.Units[top].Parent == ""
		}
	}
	return p
}

// apart reports whether the two units are known, and neither holds the other.
func (p parts) apart(u, v UnitID) bool {
	seats := existing(p.at, u, v)
	if len(seats) < 2 || !p.placed[seats[0]] || !p.placed[seats[1]] {
		return false
	}
	holds := func(i, j int) bool { return p.units.at[i] <= p.units.at[j] && p.units.at[j] < p.units.end[i] }
	return !holds(seats[0], seats[1]) && !holds(seats[1], seats[0])
}

func checkReceiver(a *Account, report Report) {
	if h := a.Handoff; h.To == "" && !h.IsZero() {
		report("handoff.to", "nobody takes the account over", "name the member of the team who does; it may be the one who hands it over")
	}
}

func checkUnasked(a *Account, report Report) {
	for i, e := range a.Endorsements {
		if !e.Given.IsZero() && e.Asked.IsZero() {
			report(fmt.Sprintf("endorsements[%d].given", i), "it was given but never asked for", "say when it was asked for, or leave it as it is if nobody asked")
		}
	}
}

// checkReferralCounts reports contacts with more referrals given than asked for: some entry lacks its asking. Those who were never asked
// are for [checkUnasked].
func checkReferralCounts(a *Account, report Report) {
	type count struct{ asked, given int }
	counts := map[ContactID]*count{}
	for _, e := range a.Endorsements {
		if e.Kind != EndorsementReferral {
			continue
		}
		c := counts[e.Contact]
		if c == nil {
			c = &count{}
			counts[e.Contact] = c
		}
		if !e.Asked.IsZero() {
			c.asked++
		}
		if !e.Given.IsZero() {
			c.given++
		}
	}
	for i, e := range a.Endorsements {
		c := counts[e.Contact]
		if e.Kind != EndorsementReferral || c.asked == 0 || c.given <= c.asked {
			continue
		}
		report(fmt.Sprintf("endorsements[%d].contact", i), fmt.Sprintf("%s gave %d referrals, but was asked for %d", quote(string(e.Contact)),
			c.given, c.asked), "say when each was asked for")
		c.given = 0 // once a contact
	}
}
