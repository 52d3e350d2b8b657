package accountmap

import (
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/internal/quote"
)

type hanging struct {
	kinds []string
	of    map[string][]string
}

func (h *hanging) add(kind, what string) {
	if h.of == nil {
		h.of = map[string][]string{}
	}
	if h.of[kind] == nil {
		h.kinds = append(h.kinds, kind)
	}
	h.of[kind] = append(h.of[kind], quote.Text(what))
}

// String lists the kinds with their numbers and the first of each: `3 who report to them ("Ana",
// "Eva", …); 1 goal ("Cut idle time")`.
func (h *hanging) String() string {
	const most = 3
	var parts []string
	for _, kind := range h.kinds {
		all := h.of[kind]
		shown := all[:min(most, len(all))]
		if len(all) > most {
			shown = append(slices.Clone(shown), "…")
		}
		parts = append(parts, fmt.Sprintf("%d × %s (%s)", len(all), kind, strings.Join(shown, ", ")))
	}
	return strings.Join(parts, "; ")
}

func (h *hanging) count() (n int) {
	for _, all := range h.of {
		n += len(all)
	}
	return n
}

// mostDeparted is how many people have a line of their own.
const mostDeparted = 20

// checkDeparted reports each person of either side who has left, or is leaving, and on whom entries
// still depend. Somebody who hands the account over is leaving, and is reported from the day after
// the last one.
func checkDeparted(a *Account, report Report) {
	contacts, members := leaving(a)
	if len(contacts) == 0 && len(members) == 0 {
		return
	}
	hangOnContacts(a, contacts)
	hangOnMembers(a, members)
	told, more := 0, 0
	var next []string
	tell := func(path, name, verb string, day Date, h *hanging, hint string) {
		n := h.count()
		if n == 0 {
			return
		}
		if told++; told <= mostDeparted {
			things := "things still hang"
			if n == 1 {
				things = "thing still hangs"
			}
			report(path, fmt.Sprintf("%s %s on %s, and %d %s on this person: %s", quote.Text(name), verb, day, n, things, h), hint)
			return
		}
		if more++; more <= 3 {
			next = append(next, quote.Text(name))
		}
	}
	for i := range a.Contacts {
		c := &a.Contacts[i]
		if h := contacts[c.ID]; h != nil {
			tell(fmt.Sprintf("contacts[%d].left", i), orID(c.Name, string(c.ID)), leaves(c.Left, a.AsOf), c.Left, h, "name for each who follows, or leave it out")
			delete(contacts, c.ID) // a duplicate id means its first contact
		}
	}
	for i := range a.Team {
		m := &a.Team[i]
		if h := members[m.ID]; h != nil {
			tell(fmt.Sprintf("team[%d].to", i), orID(m.Name, string(m.ID)), leaves(m.To, a.AsOf), m.To, h, "name for each who of us takes over")
			delete(members, m.ID)
		}
	}
	if more > len(next) {
		next = append(next, "…")
	}
	if more > 0 {
		report("contacts", fmt.Sprintf("something still hangs on %d more people who have left or are leaving: %s", more, strings.Join(next, ", ")),
			"settle those above first")
	}
}

func leaves(day, asOf Date) string {
	if day.isFuture(asOf) {
		return "leaves"
	}
	return "left"
}

func orID(name, id string) string {
	if name == "" {
		return id
	}
	return name
}

// leaving returns the people who have left or are leaving.
func leaving(a *Account) (contacts map[ContactID]*hanging, members map[MemberID]*hanging) {
	contacts, members = map[ContactID]*hanging{}, map[MemberID]*hanging{}
	for _, c := range a.Contacts {
		if !c.Left.IsZero() && c.ID != "" {
			contacts[c.ID] = &hanging{}
		}
	}
	for _, m := range a.Team {
		handsOver := m.ID == a.Handoff.From && a.Handoff.SignedOff.IsZero() && !m.To.Before(a.AsOf)
		if !m.To.IsZero() && m.ID != "" && !handsOver {
			members[m.ID] = &hanging{}
		}
	}
	return contacts, members
}

func hangOnContacts(a *Account, on map[ContactID]*hanging) {
	put := func(id ContactID, kind, what string) {
		if h := on[id]; h != nil {
			h.add(kind, what)
		}
	}
	for _, c := range a.Contacts {
		if c.Left.IsZero() {
			put(c.ReportsTo, "reports to them", orID(c.Name, string(c.ID)))
			put(c.AssistantTo, "assists them", orID(c.Name, string(c.ID)))
		}
	}
	for _, c := range a.Cadences {
		for _, id := range c.Contacts {
			put(id, "regular talk with them", c.Title)
		}
	}
	for _, g := range a.Goals {
		if g.State != GoalAchieved && g.State != GoalDropped {
			put(g.Owner, "goal of theirs", g.Title)
		}
	}
	for _, m := range a.Milestones {
		if m.isOpen() {
			put(m.Contact, "milestone of theirs", m.Title)
		}
	}
	for _, m := range a.Team {
		for _, r := range m.Reach {
			if r.Wanted != "" && r.Wanted != r.Now {
				put(r.Contact, "standing with them that we want", orID(m.Name, string(m.ID)))
			}
		}
	}
	for _, c := range a.Cases {
		if c.IsOpen() {
			put(c.Contact, "open case of theirs", c.Summary)
		}
	}
	for _, c := range a.Commitments {
		if c.IsOpen() {
			put(c.To, "promise to them", c.Text)
		}
	}
	for _, e := range a.Endorsements {
		if !e.Asked.IsZero() && e.Given.IsZero() && e.Declined.IsZero() {
			put(e.Contact, "request to them", string(e.Kind))
		}
	}
}

func hangOnMembers(a *Account, on map[MemberID]*hanging) {
	put := func(id MemberID, kind, what string) {
		if h := on[id]; h != nil {
			h.add(kind, what)
		}
	}
	for _, c := range a.Contacts {
		if c.Left.IsZero() {
			put(c.Owner, "contact of theirs", orID(c.Name, string(c.ID)))
		}
	}
	for _, c := range a.Cadences {
		for _, id := range c.Members {
			put(id, "regular talk of theirs", c.Title)
		}
	}
	for _, m := range a.Milestones {
		if m.isOpen() {
			put(m.Owner, "milestone of theirs", m.Title)
		}
	}
	for _, c := range a.Cases {
		if c.IsOpen() {
			put(c.Owner, "open case of theirs", c.Summary)
		}
	}
	for _, c := range a.Commitments {
		if c.IsOpen() {
			put(c.By, "promise of theirs", c.Text)
		}
	}
	for _, r := range a.Risks {
		if r.State == RiskOpen || r.State == "" {
			put(r.Owner, "risk of theirs", r.Text)
		}
	}
}

func (m Milestone) isOpen() bool { return m.Status != MilestoneDone && m.Status != MilestoneDropped }
