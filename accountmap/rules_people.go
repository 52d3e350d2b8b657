package accountmap

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/internal/quote"
)

func checkSelfRelationships(a *Account, report Report) {
	for i, r := range a.Relationships {
		if r.From != "" && r.From == r.To {
			report(fmt.Sprintf("relationships[%d].to", i), fmt.Sprintf("the contact %s is in a relationship with itself", quote.Text(string(r.From))),
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
				report(fmt.Sprintf("contacts[%d].roles[%d]", i, j), fmt.Sprintf("the contact already has the role %s", quote.Text(string(r))), "delete one of the two")
			}
			had[r] = true
		}
	}
}

// checkReportingAway reports managers who work in another part of the client: neither in the
// contact's unit, nor above it, nor below. The head of both parts may have an office beside them.
// All are one problem, at the first of them, since a client may be organised so.
func checkReportingAway(a *Account, report Report) {
	parts := newParts(a)
	at := firstOf(a.Contacts, func(c *Contact) ContactID { return c.ID })
	heads := parts.heads(a, at)
	var away []int
	for i, c := range a.Contacts {
		for _, manager := range existing(at, c.ReportsTo) {
			if parts.apart(c.Unit, a.Contacts[manager].Unit) && !parts.leads(heads[manager], c.Unit, a.Contacts[manager].Unit) {
				away = append(away, i)
			}
		}
	}
	if len(away) == 0 {
		return
	}
	c := a.Contacts[away[0]]
	detail := fmt.Sprintf("the manager %s works in %s, which is in another part of the client than %s", quote.Text(string(c.ReportsTo)),
		quote.Text(string(a.Contacts[at[c.ReportsTo]].Unit)), quote.Text(string(c.Unit)))
	if more := away[1:]; len(more) > 0 {
		var names []string
		for _, i := range more[:min(len(more), 3)] {
			names = append(names, quote.Text(string(a.Contacts[i].ID)))
		}
		if len(more) > len(names) {
			names = append(names, "…")
		}
		detail += fmt.Sprintf("; %d more contacts have such managers: %s", len(more), strings.Join(names, ", "))
	}
	report(fmt.Sprintf("contacts[%d].reportsTo", away[0]), detail, "check the units of the two, or make it a relationship")
}

// heads returns, for each contact, the unit in which the chain of managers goes on after it leaves
// the contact's unit. It is empty where the chain ends in that unit, or cannot be followed.
func (p parts) heads(a *Account, at map[ContactID]int) []UnitID {
	heads, done := make([]UnitID, len(a.Contacts)), make([]bool, len(a.Contacts))
	for start := range a.Contacts {
		var chain []int
		next := UnitID("")
		for i := start; !done[i]; {
			done[i] = true
			chain = append(chain, i)
			manager := existing(at, a.Contacts[i].ReportsTo)
			if len(manager) == 0 {
				break
			}
			if above := a.Contacts[manager[0]]; above.Unit != a.Contacts[i].Unit {
				next = above.Unit
				break
			}
			if i = manager[0]; done[i] {
				next = heads[i]
			}
		}
		for _, i := range chain {
			heads[i] = next
		}
	}
	return heads
}

// leads reports whether a chain of managers that leaves v for the unit next is at its top for u and
// v: next is outside the smallest unit that holds both.
func (p parts) leads(next, u, v UnitID) bool {
	seats, out := existing(p.at, u, v), existing(p.at, next)
	common := seats[0]
	for !p.holds(common, seats[1]) {
		if common = p.above[common]; common < 0 {
			return false
		}
	}
	return len(out) == 0 || !p.holds(common, out[0])
}

// parts are the units of an account that may be wrong, as far as their places are known.
type parts struct {
	at    map[UnitID]int
	units tree
	above []int // the parent of each unit, or -1
	// placed marks the units below one at the top: units in a cycle and units below a missing
	// parent are not placed.
	placed []bool
}

func newParts(a *Account) parts {
	p := parts{at: firstOf(a.Units, func(u *Unit) UnitID { return u.ID }), placed: make([]bool, len(a.Units)), above: make([]int, len(a.Units))}
	for i, u := range a.Units {
		p.above[i] = -1
		for _, above := range existing(p.at, u.Parent) {
			p.above[i] = above
		}
	}
	p.units = newTree(len(a.Units), func(i int) int { return p.above[i] })
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
	return !p.holds(seats[0], seats[1]) && !p.holds(seats[1], seats[0])
}

// holds reports whether unit i is unit j or above it.
func (p parts) holds(i, j int) bool {
	return p.units.at[i] <= p.units.at[j] && p.units.at[j] < p.units.end[i]
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

// checkReferralCounts reports contacts with more referrals given than asked for: some entry lacks
// its asking. Those who were never asked are for [checkUnasked].
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
		report(fmt.Sprintf("endorsements[%d].contact", i), fmt.Sprintf("%s gave %d referrals, but was asked for %d", quote.Text(string(e.Contact)),
			c.given, c.asked), "say when each was asked for")
		c.given = 0 // once a contact
	}
}
