package accountmap

import (
	"fmt"
	"slices"

	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

func checkSelfRelationships(a *Account, report Report) {
	name := contactNames(a)
	for i, r := range a.Relationships {
		if r.From != "" && r.From == r.To {
			report(fmt.Sprintf("relationships[%d].to", i), message.Of("the contact %s is in a relationship with itself", name(r.From)),
				message.Of("name two contacts"))
		}
	}
}

func checkRepeatedRoles(a *Account, report Report) {
	had := map[Role]bool{}
	for i := range a.Contacts {
		clear(had)
		for j, r := range a.Contacts[i].Roles {
			if r != "" && had[r] {
				report(fmt.Sprintf("contacts[%d].roles[%d]", i, j), message.Of("the contact already has the role %s", quote.Text(string(r))), message.Of("delete one of the two"))
			}
			had[r] = true
		}
	}
}

// checkReportingAway reports managers who work in another part of the client: neither in the
// contact's unit, nor above it, nor below. A manager who heads both parts from a third is allowed.
// All such contacts are one problem, at the first contact, since a client may be organised so. A
// client without a single parent unit has no parts yet: units written above the columns of an empty
// matrix have no parents.
func checkReportingAway(a *Account, report Report) {
	if !slices.ContainsFunc(a.Units, func(u Unit) bool { return u.Parent != "" }) {
		return
	}
	units := newUnitForest(a)
	at := indexBy(a.Contacts, func(c Contact) ContactID { return c.ID })
	next, several := nextUnits(a, at), leadSeveral(a, at)
	var away []int
	for i, c := range a.Contacts {
		for _, manager := range existing(at, c.ReportsTo) {
			if units.unrelated(c.Unit, a.Contacts[manager].Unit) && !units.headsBoth(next[manager], c.Unit, a.Contacts[manager].Unit, several[manager]) {
				away = append(away, i)
			}
		}
	}
	if len(away) == 0 {
		return
	}
	c := a.Contacts[away[0]]
	contact, unit := contactNames(a), unitNames(a)
	detail := message.Of("the manager %s works in %s, in a different part of the client from %s", contact(c.ReportsTo),
		unit(a.Contacts[at[c.ReportsTo]].Unit), unit(c.Unit))
	if more := away[1:]; len(more) > 0 {
		var names []string
		for _, i := range more {
			names = append(names, contact(a.Contacts[i].ID))
		}
		detail += message.Of("; likewise %d more: %s", len(more), quote.Some(names))
	}
	report(fmt.Sprintf("contacts[%d].reportsTo", away[0]), detail, message.Of("correct the unit of one of the two, name the unit that one belongs to, or make it a relationship"))
}

// nextUnits returns, for each contact, the unit of the first manager above them who works in
// another unit. It is empty if there is no such manager, or if managers are missing or in a cycle.
func nextUnits(a *Account, at map[ContactID]int) []UnitID {
	units, done := make([]UnitID, len(a.Contacts)), make([]bool, len(a.Contacts))
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
				next = units[i]
			}
		}
		for _, i := range chain {
			units[i] = next
		}
	}
	return units
}

// unitForest is the units of an account that is not checked yet.
type unitForest struct {
	at   map[UnitID]int
	tree tree
	// parent is the parent of each unit, or -1. jump is a unit further above it, for searches in
	// logarithmic time: a jump pointer of Myers' skew-binary lists.
	parent, jump []int
	// placed marks the units below a root. Units in a cycle or below an unknown parent are not
	// placed.
	placed []bool
}

func newUnitForest(a *Account) unitForest {
	n := len(a.Units)
	f := unitForest{at: indexBy(a.Units, func(u Unit) UnitID { return u.ID }), parent: make([]int, n), jump: make([]int, n), placed: make([]bool, n)}
	for i, u := range a.Units {
		f.parent[i] = -1
		for _, above := range existing(f.at, u.Parent) {
			f.parent[i] = above
		}
	}
	f.tree = newTree(n, func(i int) int { return f.parent[i] })
	for _, root := range f.tree.roots {
		for _, i := range f.tree.below(root) {
			f.placed[i] = a.Units[root].Parent == ""
			f.jump[i] = i
			if p := f.parent[i]; p >= 0 {
				f.jump[i] = p
				near, far := f.jump[p], f.jump[f.jump[p]]
				if depth := f.tree.depth; depth[p]-depth[near] == depth[near]-depth[far] {
					f.jump[i] = far
				}
			}
		}
	}
	return f
}

// unrelated reports whether both units are placed and neither contains the other.
func (f unitForest) unrelated(u, v UnitID) bool {
	both := existing(f.at, u, v)
	if len(both) < 2 || !f.placed[both[0]] || !f.placed[both[1]] {
		return false
	}
	return !f.contains(both[0], both[1]) && !f.contains(both[1], both[0])
}

// leadSeveral reports, for each contact, whether people of two units or more other than their own
// report to them.
func leadSeveral(a *Account, at map[ContactID]int) []bool {
	first, several := make([]UnitID, len(a.Contacts)), make([]bool, len(a.Contacts))
	for _, c := range a.Contacts {
		for _, manager := range existing(at, c.ReportsTo) {
			switch {
			case c.Unit == "" || c.Unit == a.Contacts[manager].Unit || c.Unit == first[manager]:
			case first[manager] == "":
				first[manager] = c.Unit
			default:
				several[manager] = true
			}
		}
	}
	return several
}

// headsBoth reports whether a manager in v, whose own managers continue in the unit next, is at the
// top of u and v: next is outside the lowest unit that holds both, or, for a manager who leads
// several units, that unit itself. U and v must be placed.
func (f unitForest) headsBoth(next, u, v UnitID, leadsSeveral bool) bool {
	common := f.common(f.at[u], f.at[v])
	if common < 0 {
		return false
	}
	outside := existing(f.at, next)
	return len(outside) == 0 || !f.contains(common, outside[0]) || leadsSeveral && outside[0] == common
}

// common returns the lowest unit that holds units i and j, or -1.
func (f unitForest) common(i, j int) int {
	for i >= 0 && !f.contains(i, j) {
		if up := f.jump[i]; up != i && !f.contains(up, j) {
			i = up
			continue
		}
		i = f.parent[i]
	}
	return i
}

func (f unitForest) contains(i, j int) bool {
	return f.tree.at[i] <= f.tree.at[j] && f.tree.at[j] < f.tree.end[i]
}

func checkReceiver(a *Account, report Report) {
	if h := a.Handoff; h.To == "" && !h.IsZero() {
		report("handoff.to", message.Of("nobody takes the account over"), message.Of("name the member of the team who does; the same person may keep it"))
	}
}

func checkUnasked(a *Account, report Report) {
	for i, e := range a.Endorsements {
		if !e.Given.IsZero() && e.Asked.IsZero() {
			report(fmt.Sprintf("endorsements[%d].given", i), message.Of("it was given but never asked for"), message.Of("say when it was asked for, or leave it as it is if nobody asked"))
		}
	}
}

// checkReferralCounts reports contacts with more referrals given than asked for. Contacts who were
// never asked are left to checkUnasked.
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
	name := contactNames(a)
	for i, e := range a.Endorsements {
		c := counts[e.Contact]
		if e.Kind != EndorsementReferral || c.asked == 0 || c.given <= c.asked {
			continue
		}
		report(fmt.Sprintf("endorsements[%d].contact", i), message.Of("%s was asked for %d of %d referrals", name(e.Contact),
			c.asked, c.given), message.Of("say when each was asked for"))
		c.given = 0 // once a contact
	}
}
