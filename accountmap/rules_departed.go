package accountmap

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// dependents holds the entries that depend on one person, by kind.
type dependents struct {
	kinds  []string
	byKind map[string][]string
}

func (d *dependents) add(kind, name string) {
	if d.byKind == nil {
		d.byKind = map[string][]string{}
	}
	if d.byKind[kind] == nil {
		d.kinds = append(d.kinds, kind)
	}
	d.byKind[kind] = append(d.byKind[kind], quote.Text(name))
}

// String lists the kinds with their numbers and the first of each: `3 × reports to them ("Ana",
// "Eva", "Jan", …); 1 × goal of theirs ("Cut idle time")`.
func (d *dependents) String() string {
	var parts []string
	for _, kind := range d.kinds {
		all := d.byKind[kind]
		parts = append(parts, message.Of("%d × %s (%s)", len(all), kind, quote.Some(all)))
	}
	return strings.Join(parts, "; ")
}

func (d *dependents) count() (n int) {
	for _, all := range d.byKind {
		n += len(all)
	}
	return n
}

// maxDeparted is the number of people with a problem each; the others share one.
const maxDeparted = 20

// checkDeparted reports each person of either side who has left, or is leaving, and still has
// dependent entries. Somebody who hands the account over is leaving, and is reported from the day
// after the last one.
func checkDeparted(a *Account, report Report) {
	contacts, members := leaving(a)
	if len(contacts) == 0 && len(members) == 0 {
		return
	}
	addDependents(a, contacts, members)
	reported := 0
	var others []string
	add := func(path, name string, day Date, d *dependents, hint string) {
		n := d.count()
		if n == 0 {
			return
		}
		if reported++; reported > maxDeparted {
			others = append(others, quote.Text(name))
			return
		}
		report(path, stillNamed(quote.Text(name), day, day.isFuture(a.AsOf), n, d), hint)
	}
	for i := range a.Contacts {
		c := &a.Contacts[i]
		if d := contacts[c.ID]; d != nil {
			add(fmt.Sprintf("contacts[%d].left", i), cmp.Or(c.Name, string(c.ID)), c.Left, d, message.Of("name a successor in each, or delete the name"))
			delete(contacts, c.ID) // a duplicate id means its first contact
		}
	}
	for i := range a.Team {
		m := &a.Team[i]
		if d := members[m.ID]; d != nil {
			add(fmt.Sprintf("team[%d].to", i), cmp.Or(m.Name, string(m.ID)), m.To, d, message.Of("name in each the colleague who takes over"))
			delete(members, m.ID)
		}
	}
	if len(others) > 0 {
		report("contacts", message.Of("entries still name more people who have left or are leaving (%d): %s", len(others), quote.Some(others)),
			message.Of("correct the people above first"))
	}
}

// stillNamed describes a person who is still named in n entries.
func stillNamed(name string, day Date, leaves bool, n int, d *dependents) string {
	switch {
	case leaves && n == 1:
		return message.Of("%s leaves on %s, but 1 entry still names this person: %s", name, day, d)
	case leaves:
		return message.Of("%s leaves on %s, but %d entries still name this person: %s", name, day, n, d)
	case n == 1:
		return message.Of("%s left on %s, but 1 entry still names this person: %s", name, day, d)
	}
	return message.Of("%s left on %s, but %d entries still name this person: %s", name, day, n, d)
}

func leaving(a *Account) (contacts map[ContactID]*dependents, members map[MemberID]*dependents) {
	contacts, members = map[ContactID]*dependents{}, map[MemberID]*dependents{}
	for _, c := range a.Contacts {
		if !c.Left.IsZero() && c.ID != "" {
			contacts[c.ID] = &dependents{}
		}
	}
	for _, m := range a.Team {
		handsOver := m.ID == a.Handoff.From && a.Handoff.SignedOff.IsZero() && !m.To.Before(a.AsOf)
		if !m.To.IsZero() && m.ID != "" && !handsOver {
			members[m.ID] = &dependents{}
		}
	}
	return contacts, members
}

// adder returns a function that adds an entry to the dependents of a person who has left.
func adder[ID comparable](people map[ID]*dependents) func(id ID, kind, name string) {
	return func(id ID, kind, name string) {
		if d := people[id]; d != nil {
			d.add(kind, name)
		}
	}
}

func addDependents(a *Account, contacts map[ContactID]*dependents, members map[MemberID]*dependents) {
	ofContact, ofMember := adder(contacts), adder(members)
	for _, c := range a.Contacts {
		if name := cmp.Or(c.Name, string(c.ID)); c.Left.IsZero() {
			ofContact(c.ReportsTo, message.Of("direct report"), name)
			ofContact(c.AssistantTo, message.Of("assistant"), name)
			ofMember(c.Owner, message.Of("contact"), name)
		}
	}
	for _, c := range a.Cadences {
		for _, id := range c.Contacts {
			ofContact(id, message.Of("regular talk"), c.Title)
		}
		for _, id := range c.Members {
			ofMember(id, message.Of("regular talk"), c.Title)
		}
	}
	for _, g := range a.Goals {
		if g.State != GoalAchieved && g.State != GoalDropped {
			ofContact(g.Owner, message.Of("goal"), g.Title)
		}
	}
	for _, m := range a.Milestones {
		if !m.Status.Closed() {
			ofContact(m.Contact, message.Of("milestone"), m.Title)
			ofMember(m.Owner, message.Of("milestone"), m.Title)
		}
	}
	for _, m := range a.Team {
		for _, r := range m.Reach {
			if r.Wanted != "" && r.Wanted != r.Now {
				ofContact(r.Contact, message.Of("relationship to build"), cmp.Or(m.Name, string(m.ID)))
			}
		}
	}
	for _, c := range a.Cases {
		if c.IsOpen() {
			ofContact(c.Contact, message.Of("open case"), c.Summary)
			ofMember(c.Owner, message.Of("open case"), c.Summary)
		}
	}
	for _, c := range a.Commitments {
		if c.IsOpen() {
			ofContact(c.To, message.Of("promise to this person"), c.Text)
			ofMember(c.By, message.Of("promise by this person"), c.Text)
		}
	}
	for _, e := range a.Endorsements {
		if !e.Asked.IsZero() && e.Given.IsZero() && e.Declined.IsZero() {
			ofContact(e.Contact, message.Of("unanswered request"), string(e.Kind))
		}
	}
	for _, r := range a.Risks {
		if r.State == RiskOpen || r.State == "" {
			ofMember(r.Owner, message.Of("risk"), r.Text)
		}
	}
}
