package accountmap

import (
	"cmp"
	"fmt"
	"strings"

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
		parts = append(parts, fmt.Sprintf("%d × %s (%s)", len(all), kind, quote.Some(all)))
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
	add := func(path, name, verb string, day Date, d *dependents, hint string) {
		n := d.count()
		if n == 0 {
			return
		}
		if reported++; reported > maxDeparted {
			others = append(others, quote.Text(name))
			return
		}
		things := "entries still name"
		if n == 1 {
			things = "entry still names"
		}
		report(path, fmt.Sprintf("%s %s on %s, but %d %s this person: %s", quote.Text(name), verb, day, n, things, d), hint)
	}
	for i := range a.Contacts {
		c := &a.Contacts[i]
		if d := contacts[c.ID]; d != nil {
			add(fmt.Sprintf("contacts[%d].left", i), cmp.Or(c.Name, string(c.ID)), leaves(c.Left, a.AsOf), c.Left, d, "name a successor in each, or delete the name")
			delete(contacts, c.ID) // a duplicate id means its first contact
		}
	}
	for i := range a.Team {
		m := &a.Team[i]
		if d := members[m.ID]; d != nil {
			add(fmt.Sprintf("team[%d].to", i), cmp.Or(m.Name, string(m.ID)), leaves(m.To, a.AsOf), m.To, d, "name in each the colleague who takes over")
			delete(members, m.ID)
		}
	}
	if len(others) > 0 {
		report("contacts", fmt.Sprintf("entries still name more people who have left or are leaving (%d): %s", len(others), quote.Some(others)),
			"correct the people above first")
	}
}

func leaves(day, asOf Date) string {
	if day.isFuture(asOf) {
		return "leaves"
	}
	return "left"
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
			ofContact(c.ReportsTo, "direct report", name)
			ofContact(c.AssistantTo, "assistant", name)
			ofMember(c.Owner, "contact", name)
		}
	}
	for _, c := range a.Cadences {
		for _, id := range c.Contacts {
			ofContact(id, "regular talk", c.Title)
		}
		for _, id := range c.Members {
			ofMember(id, "regular talk", c.Title)
		}
	}
	for _, g := range a.Goals {
		if g.State != GoalAchieved && g.State != GoalDropped {
			ofContact(g.Owner, "goal", g.Title)
		}
	}
	for _, m := range a.Milestones {
		if !m.Status.Closed() {
			ofContact(m.Contact, "milestone", m.Title)
			ofMember(m.Owner, "milestone", m.Title)
		}
	}
	for _, m := range a.Team {
		for _, r := range m.Reach {
			if r.Wanted != "" && r.Wanted != r.Now {
				ofContact(r.Contact, "relationship to build", cmp.Or(m.Name, string(m.ID)))
			}
		}
	}
	for _, c := range a.Cases {
		if c.IsOpen() {
			ofContact(c.Contact, "open case", c.Summary)
			ofMember(c.Owner, "open case", c.Summary)
		}
	}
	for _, c := range a.Commitments {
		if c.IsOpen() {
			ofContact(c.To, "promise to this person", c.Text)
			ofMember(c.By, "promise by this person", c.Text)
		}
	}
	for _, e := range a.Endorsements {
		if !e.Asked.IsZero() && e.Given.IsZero() && e.Declined.IsZero() {
			ofContact(e.Contact, "unanswered request", string(e.Kind))
		}
	}
	for _, r := range a.Risks {
		if r.State == RiskOpen || r.State == "" {
			ofMember(r.Owner, "risk", r.Text)
		}
	}
}
