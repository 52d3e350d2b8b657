package insight

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/ranking"
)

// Transfer is the list of items that pass from a leaving member of our team to a successor.
type Transfer struct {
	// From is the member who leaves, and Last their last day; zero means not set.
	From accountmap.MemberID
	Last accountmap.Date
	// To is the member who takes over. Empty means that nobody is named.
	To accountmap.MemberID
	// Items are the items for which From is still responsible, in the order of [TransferKinds].
	// Contacts are ordered by power, dated items by day, ties in the author's order.
	Items []TransferItem
}

// TransferItem is one item that passes to another member.
type TransferItem struct {
	Kind TransferKind
	// ID is the id of the milestone, case or contract; it is empty for other kinds. Title is the
	// author's title of the item; it is empty for contacts, deals and renewals.
	ID, Title string
	// Unit, Product and Contact are the unit, the product and the client's person that the item is
	// about. Empty means unknown.
	Unit    accountmap.UnitID
	Product accountmap.ProductID
	Contact accountmap.ContactID
	// To is the new owner: the receiver of the handoff, or a member who stays and already shares
	// the item. Empty means no new owner yet.
	To accountmap.MemberID
	// Known reports whether To is already linked with Contact.
	Known bool
	// Due is the day on which the item is due, or the day of the next regular talk. Of the cases,
	// only those open for too long have a day. Zero means no day.
	Due accountmap.Date
	// AfterLast reports whether the item is due after the last day of the leaving member, and Late
	// whether its day has passed.
	AfterLast, Late bool
	// Verbal is true for a promise made only orally.
	Verbal bool
	// Severity is the severity of a case or risk.
	Severity accountmap.Severity
	// Worth is the yearly amount of a deal or renewal. Zero means unknown.
	Worth accountmap.Money
}

// TransferKind is the kind of an item in a transfer.
type TransferKind string

// The kinds of items in a transfer.
const (
	TransferContact   TransferKind = "contact"   // a person to look after
	TransferPromise   TransferKind = "promise"   // an open promise
	TransferCase      TransferKind = "case"      // an open complaint or dispute
	TransferMilestone TransferKind = "milestone" // a milestone that is not done
	TransferRisk      TransferKind = "risk"      // an open risk
	TransferFollowUp  TransferKind = "follow-up" // something that must follow a communication
	TransferCadence   TransferKind = "cadence"   // a recurring communication
	TransferRenewal   TransferKind = "renewal"   // something sold that must be renewed
	TransferDeal      TransferKind = "deal"      // a cell with a deal in progress
)

// TransferKinds lists the kinds of items in a transfer, people first.
func TransferKinds() []TransferKind {
	return []TransferKind{TransferContact, TransferPromise, TransferCase, TransferMilestone, TransferRisk, TransferFollowUp, TransferCadence,
		TransferRenewal, TransferDeal}
}

// After lists the items due after the last day of the leaving member.
func (t Transfer) After() []TransferItem {
	return slices.DeleteFunc(slices.Clone(t.Items), func(i TransferItem) bool { return !i.AfterLast })
}

// Orphans lists the items without a new owner.
func (t Transfer) Orphans() []TransferItem {
	return slices.DeleteFunc(slices.Clone(t.Items), func(i TransferItem) bool { return i.To != "" })
}

// TransferOptions set which members count as leaving. The zero TransferOptions are the defaults.
type TransferOptions struct {
	// Within is the number of days ahead in which the last day of a member must lie. Zero or less
	// means [DefaultLeavesWithin].
	Within int
}

// DefaultLeavesWithin is the number of days ahead in which a last day counts as leaving. A notice
// period of three months is common, and a handoff plan has 30, 60 and 90 days.
const DefaultLeavesWithin = 90

// Transfers answers "what passes from whom to whom?" It has an entry for each member who leaves. It
// also has an entry for each former member who is still responsible for something. The giver of a
// handoff that is not signed off comes first. Then come the members whose last day has passed or is
// near, by that day. The items are the member's contacts, promises, cases, milestones, risks,
// follow-ups and talks, and the renewals and deals of the member's units.
func (s *Situation) Transfers(o TransferOptions) []Transfer {
	switch {
	case !s.ours:
		return nil
	case o == TransferOptions{}:
		return s.transfers()
	}
	return s.pass(o)
}

func (s *Situation) pass(o TransferOptions) []Transfer {
	var list []Transfer
	for i := range s.team.list {
		t := Transfer{From: s.team.list[i].ID, Last: s.team.list[i].To}
		if s.team.handsOver(t.From) {
			if t.To = s.team.handoff.To; s.team.hasLeft(t.To) {
				t.To = ""
			}
			t.Last, _ = s.team.leaves(t.From)
		} else if !s.team.leavesWithin(&s.team.list[i], orDefault(o.Within, DefaultLeavesWithin)) {
			continue
		}
		s.fill(&t)
		if len(t.Items) > 0 || s.team.handsOver(t.From) {
			list = append(list, t)
		}
	}
	slices.SortStableFunc(list, func(a, b Transfer) int {
		return cmp.Or(ranking.First(s.team.handsOver(a.From), s.team.handsOver(b.From)), a.Last.Compare(b.Last))
	})
	return list
}

func (s *Situation) fill(t *Transfer) {
	s.transferContacts(t)
	s.transferWork(t)
	s.transferFollowUps(t)
	s.transferCadences(t)
	s.transferCells(t)
	for i := range t.Items {
		s.finish(t, &t.Items[i])
	}
	slices.SortStableFunc(t.Items, func(a, b TransferItem) int {
		return cmp.Or(cmp.Compare(a.Kind.rank(), b.Kind.rank()), cmp.Compare(s.power(b), s.power(a)), ranking.First(!a.Due.IsZero(), !b.Due.IsZero()),
			a.Due.Compare(b.Due))
	})
}

func (k TransferKind) rank() int { return slices.Index(TransferKinds(), k) }

// power returns the power of a contact item, and 0 for other items.
func (s *Situation) power(i TransferItem) int {
	if c := s.contacts[i.Contact]; c != nil && i.Kind == TransferContact {
		return c.Power
	}
	return 0
}

// finish sets the derived fields of an item.
func (s *Situation) finish(t *Transfer, i *TransferItem) {
	i.To = cmp.Or(i.To, t.To)
	if c := s.contacts[i.Contact]; c != nil {
		i.Unit = cmp.Or(i.Unit, c.Unit)
	}
	i.Known = i.To != "" && slices.ContainsFunc(s.team.cover[i.Unit].Links, func(l accountmap.Link) bool { return l.Contact == i.Contact && l.Member == i.To })
	i.AfterLast = !i.Due.IsZero() && !t.Last.IsZero() && t.Last.Before(i.Due)
	i.Late = !i.Due.IsZero() && i.Due.Before(s.today)
}

// transferContacts adds the people whom the member owns, and the people without an owner whom only
// the member knows.
func (s *Situation) transferContacts(t *Transfer) {
	only := map[accountmap.ContactID]bool{}
	for _, l := range s.m.Links(s.today) {
		_, others := only[l.Contact]
		only[l.Contact] = l.Member == t.From && (!others || only[l.Contact])
	}
	for _, c := range s.people {
		if c.Owner == t.From || c.Owner == "" && only[c.ID] {
			t.Items = append(t.Items, TransferItem{Kind: TransferContact, Contact: c.ID, Unit: c.Unit})
		}
	}
}

func (s *Situation) transferWork(t *Transfer) {
	add := func(open bool, by accountmap.MemberID, i TransferItem) {
		if open && by == t.From {
			t.Items = append(t.Items, i)
		}
	}
	for c := range s.m.Commitments() {
		add(c.IsOpen(), c.By, TransferItem{Kind: TransferPromise, Title: c.Text, Contact: c.To, Due: c.Due, Verbal: c.Verbal})
	}
	due := map[string]accountmap.Date{}
	for _, o := range s.overdue() {
		if o.Kind == accountmap.OverdueCase {
			due[o.ID] = o.Due
		}
	}
	for c := range s.m.Cases() {
		add(c.IsOpen(), c.Owner, TransferItem{Kind: TransferCase, ID: string(c.ID), Title: c.Summary, Unit: c.Unit, Product: c.Product, Contact: c.Contact,
			Severity: c.Severity, Due: due[string(c.ID)]})
	}
	for c := range s.m.Milestones() {
		add(!c.Status.Closed(), c.Owner, TransferItem{Kind: TransferMilestone, ID: string(c.ID), Title: c.Title, Contact: c.Contact, Due: c.Due})
	}
	for r := range s.m.Risks() {
		add(r.State != accountmap.RiskClosed, r.Owner, TransferItem{Kind: TransferRisk, Title: r.Text, Severity: r.Severity})
	}
}

// transferFollowUps adds the follow-ups of communications in which the member took part. A
// colleague who took part and stays takes them over.
func (s *Situation) transferFollowUps(t *Transfer) {
	for c, state := range s.m.FollowUps(s.today) {
		if state == "" || state == accountmap.FollowUpDone || !slices.Contains(c.Members, t.From) {
			continue
		}
		t.Items = append(t.Items, TransferItem{Kind: TransferFollowUp, Title: c.Subject, Contact: firstOf(c.Contacts), Due: c.FollowUp,
			To: s.team.colleague(c.Members)})
	}
}

// transferCadences adds the recurring communications with the client in which the member takes
// part.
func (s *Situation) transferCadences(t *Transfer) {
	for c := range s.m.Cadences() {
		if len(c.Contacts) == 0 || !slices.Contains(c.Members, t.From) {
			continue
		}
		i := TransferItem{Kind: TransferCadence, Title: c.Title, Contact: c.Contacts[0], To: s.team.colleague(c.Members)}
		if !s.today.IsZero() {
			for day := range c.Occurrences(s.today, s.today.AddDays(MaxAgendaDays)) {
				i.Due = day
				break
			}
			if i.Due.IsZero() {
				continue // it is over
			}
		}
		t.Items = append(t.Items, i)
	}
}

// transferCells adds the renewals and deals of the units that the member looks after. A colleague
// who stays and also looks after the unit takes them over, since the client already deals with that
// colleague there. Otherwise, the receiver of the handoff does. A renewal has the people of
// [Agenda].
func (s *Situation) transferCells(t *Transfer) {
	units := s.team.members[t.From].Units
	for _, c := range s.cells {
		if !slices.Contains(units, c.Unit) {
			continue
		}
		people := s.m.Liaison(c.Unit, c.Renewal, accountmap.Liaison{})
		i := TransferItem{Unit: c.Unit, Product: c.Product, Contact: people.Contact, To: s.team.colleagueIn(c.Unit)}
		switch {
		case inProgress(c.Status):
			i.Kind, i.Worth = TransferDeal, OpenPotential(c)
		case c.Status == accountmap.CoverageSold && !c.Renewal.IsZero():
			i.Kind, i.Worth, i.Due = TransferRenewal, c.Value, c.Renewal
			if s.team.stays(people.Member) {
				i.To = people.Member
			}
		default:
			continue
		}
		t.Items = append(t.Items, i)
	}
}
