package insight

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Transfer is what passes from a member of our team who leaves to whoever follows.
type Transfer struct {
	// From is the member who leaves, and Last their last day; zero means not set.
	From accountmap.MemberID
	Last accountmap.Date
	// To is the member who takes over; empty means that nobody is named.
	To accountmap.MemberID
	// Items are what From still answers for, in the order of [TransferKinds]; contacts by power,
	// dated items by day, ties in the author's order.
	Items []TransferItem
}

// TransferItem is one thing that passes to somebody else.
type TransferItem struct {
	Kind TransferKind
	// ID is the id of the milestone, case or contract; it is empty for other kinds. Title is the
	// author's words for it, empty for contacts, deals and renewals.
	ID, Title string
	// Unit and Product are where and what, Contact the person at the client in question. Empty means
	// unknown.
	Unit    accountmap.UnitID
	Product accountmap.ProductID
	Contact accountmap.ContactID
	// To is who takes it over: the receiver, or somebody of ours who stays and shares it already.
	// Empty means no new owner yet.
	To accountmap.MemberID
	// Known reports that To is linked with Contact already.
	Known bool
	// Due is the day on which it is due; for a regular talk the next one. Zero means no day.
	Due accountmap.Date
	// AfterLast reports that it falls due after the last day of the one who leaves. Late reports
	// that its day has passed.
	AfterLast, Late bool
	// Verbal reports a promise that was made orally only.
	Verbal bool
	// Severity is the severity of a case or risk.
	Severity accountmap.Severity
	// Worth is the yearly amount of a deal or renewal in the account's currency. Zero means unknown.
	Worth accountmap.Money
}

// TransferKind is a kind of thing that passes from one of us to another.
type TransferKind string

// The kinds of things that pass.
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

// TransferKinds lists the kinds of things that pass, people first.
func TransferKinds() []TransferKind {
	return []TransferKind{TransferContact, TransferPromise, TransferCase, TransferMilestone, TransferRisk, TransferFollowUp, TransferCadence,
		TransferRenewal, TransferDeal}
}

// After lists the items that fall due after the last day of the one who leaves.
func (t Transfer) After() []TransferItem {
	return slices.DeleteFunc(slices.Clone(t.Items), func(i TransferItem) bool { return !i.AfterLast })
}

// Orphans lists the items without a new owner.
func (t Transfer) Orphans() []TransferItem {
	return slices.DeleteFunc(slices.Clone(t.Items), func(i TransferItem) bool { return i.To != "" })
}

// TransferOptions set who counts as leaving. The zero TransferOptions are the defaults.
type TransferOptions struct {
	// Within is the number of days ahead in which the last day of a member must lie. Zero or less
	// means [DefaultLeavesWithin].
	Within int
}

// DefaultLeavesWithin is the number of days ahead in which a last day counts as leaving. A notice
// period of three months is common, and a handoff plan has 30, 60 and 90 days.
const DefaultLeavesWithin = 90

// Transfers answers "what passes from whom to whom?" on the day asOf: an entry for each member who
// leaves, or has left and still answers for something. The giver of the handoff comes first, until
// it is signed off; then the members whose last day has come or is near, by that day. Their
// contacts, promises, cases, milestones, risks, follow-ups and talks pass, and the renewals and
// deals of the units that they look after. A map for the client has no answer. The zero asOf means
// the account's own day.
func Transfers(m *accountmap.Map, asOf accountmap.Date, o TransferOptions) []Transfer {
	if !ours(m) {
		return nil
	}
	return newSituation(m, asOf).transfers(o)
}

func (s *situation) transfers(o TransferOptions) []Transfer {
	var list []Transfer
	h := s.Handoff()
	for i := range s.team {
		t := Transfer{From: s.team[i].ID, Last: s.team[i].To}
		if s.isGiver(t.From) {
			t.To = h.To
			t.Last, _ = s.leaves(t.From)
		} else if !s.leavesWithin(&s.team[i], orDefault(o.Within, DefaultLeavesWithin)) {
			continue
		}
		s.fill(&t)
		if len(t.Items) > 0 || s.isGiver(t.From) {
			list = append(list, t)
		}
	}
	slices.SortStableFunc(list, func(a, b Transfer) int {
		return cmp.Or(first(s.isGiver(a.From), s.isGiver(b.From)), a.Last.Compare(b.Last))
	})
	return list
}

// first orders true before false.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// isGiver reports whether the member gives the account away in a handoff that is not signed off.
func (s *situation) isGiver(id accountmap.MemberID) bool {
	h := s.Handoff()
	return id != "" && id == h.From && h.SignedOff.IsZero() && h.From != h.To
}

// leaves reports whether a member leaves the account, and the last day, which may be unknown.
func (s *situation) leaves(id accountmap.MemberID) (last accountmap.Date, leaves bool) {
	t := s.members[id]
	switch {
	case t == nil:
		return accountmap.Date{}, false
	case !t.To.IsZero() && s.leavesWithin(t, DefaultLeavesWithin):
		return t.To, true
	case s.isGiver(id):
		return s.Handoff().End, true
	}
	return accountmap.Date{}, false
}

// leavesWithin reports whether the member's last day has passed or is so many days ahead at most.
func (s *situation) leavesWithin(t *accountmap.Member, days int) bool {
	return !t.To.IsZero() && (s.today.IsZero() || !s.today.AddDays(min(days, 36_500)).Before(t.To))
}

// serves reports whether the member is on the account on the day.
func (s *situation) serves(t *accountmap.Member) bool {
	begun := s.today.IsZero() || !s.today.Before(t.From)
	return begun && (t.To.IsZero() || !s.today.IsZero() && !t.To.Before(s.today))
}

// stays reports whether the member is on the account and does not leave.
func (s *situation) stays(id accountmap.MemberID) bool {
	t := s.members[id]
	if t == nil || !s.serves(t) {
		return false
	}
	_, leaves := s.leaves(id)
	return !leaves
}

// fill lists the items of a transfer.
func (s *situation) fill(t *Transfer) {
	s.transferContacts(t)
	s.transferPromises(t)
	s.transferCases(t)
	s.transferMilestones(t)
	s.transferRisks(t)
	s.transferFollowUps(t)
	s.transferCadences(t)
	s.transferCells(t)
	for i := range t.Items {
		s.finish(t, &t.Items[i])
	}
	slices.SortStableFunc(t.Items, func(a, b TransferItem) int {
		return cmp.Or(cmp.Compare(a.Kind.rank(), b.Kind.rank()), cmp.Compare(s.power(b), s.power(a)), first(!a.Due.IsZero(), !b.Due.IsZero()),
			a.Due.Compare(b.Due))
	})
}

func (k TransferKind) rank() int { return slices.Index(TransferKinds(), k) }

// power returns the power of the contact that passes, and 0 for other items.
func (s *situation) power(i TransferItem) int {
	if c := s.contacts[i.Contact]; c != nil && i.Kind == TransferContact {
		return c.Power
	}
	return 0
}

// finish fills in what follows from the other fields of an item.
func (s *situation) finish(t *Transfer, i *TransferItem) {
	if i.To == "" {
		i.To = t.To
	}
	if i.Unit == "" {
		if c := s.contacts[i.Contact]; c != nil {
			i.Unit = c.Unit
		}
	}
	i.Known = i.To != "" && slices.ContainsFunc(s.cover[i.Unit].Links, func(l accountmap.Link) bool { return l.Contact == i.Contact && l.Member == i.To })
	i.AfterLast = !i.Due.IsZero() && !t.Last.IsZero() && t.Last.Before(i.Due)
	i.Late = !i.Due.IsZero() && i.Due.Before(s.today)
}

// transferContacts lists the people whom the member owns, and the people without an owner whom only
// the member knows.
func (s *situation) transferContacts(t *Transfer) {
	only := map[accountmap.ContactID]bool{}
	for _, l := range s.Links(s.today) {
		_, others := only[l.Contact]
		only[l.Contact] = l.Member == t.From && (!others || only[l.Contact])
	}
	for _, c := range s.people {
		if c.Owner == t.From || c.Owner == "" && only[c.ID] {
			t.Items = append(t.Items, TransferItem{Kind: TransferContact, Contact: c.ID, Unit: c.Unit})
		}
	}
}

func (s *situation) transferPromises(t *Transfer) {
	for c := range s.Commitments() {
		if c.IsOpen() && c.By == t.From {
			t.Items = append(t.Items, TransferItem{Kind: TransferPromise, Title: c.Text, Contact: c.To, Due: c.Due, Verbal: c.Verbal})
		}
	}
}

func (s *situation) transferCases(t *Transfer) {
	for c := range s.Cases() {
		if c.IsOpen() && c.Owner == t.From {
			t.Items = append(t.Items, TransferItem{Kind: TransferCase, ID: string(c.ID), Title: c.Summary, Unit: c.Unit, Product: c.Product,
				Contact: c.Contact, Severity: c.Severity})
		}
	}
}

func (s *situation) transferMilestones(t *Transfer) {
	for c := range s.Milestones() {
		if !c.Status.Closed() && c.Owner == t.From {
			t.Items = append(t.Items, TransferItem{Kind: TransferMilestone, ID: string(c.ID), Title: c.Title, Contact: c.Contact, Due: c.Due})
		}
	}
}

func (s *situation) transferRisks(t *Transfer) {
	for r := range s.Risks() {
		if r.State != accountmap.RiskClosed && r.Owner == t.From {
			t.Items = append(t.Items, TransferItem{Kind: TransferRisk, Title: r.Text, Severity: r.Severity})
		}
	}
}

// transferFollowUps lists what must follow the communications in which the member took part. A
// colleague who took part and stays takes it over.
func (s *situation) transferFollowUps(t *Transfer) {
	for c, state := range s.FollowUps(s.today) {
		if state == "" || state == accountmap.FollowUpDone || !slices.Contains(c.Members, t.From) {
			continue
		}
		i := TransferItem{Kind: TransferFollowUp, Title: c.Subject, Due: c.FollowUp, To: s.colleague(c.Members)}
		if len(c.Contacts) > 0 {
			i.Contact = c.Contacts[0]
		}
		t.Items = append(t.Items, i)
	}
}

// transferCadences lists the recurring communications with the client in which the member takes
// part.
func (s *situation) transferCadences(t *Transfer) {
	for c := range s.Cadences() {
		if len(c.Contacts) == 0 || !slices.Contains(c.Members, t.From) {
			continue
		}
		i := TransferItem{Kind: TransferCadence, Title: c.Title, Contact: c.Contacts[0], To: s.colleague(c.Members)}
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

// transferCells lists the renewals and deals of the units that the member looks after. A colleague
// who looks after the unit too takes them over.
func (s *situation) transferCells(t *Transfer) {
	units := s.members[t.From].Units
	for _, c := range s.cells {
		if !slices.Contains(units, c.Unit) {
			continue
		}
		i := TransferItem{Unit: c.Unit, Product: c.Product, To: t.To}
		if i.To == "" {
			i.To = s.colleagueIn(c.Unit)
		}
		switch {
		case inProgress(c.Status):
			i.Kind, i.Worth = TransferDeal, s.own(OpenPotential(c))
		case c.Status == accountmap.CoverageSold && !c.Renewal.IsZero():
			i.Kind, i.Worth, i.Due = TransferRenewal, s.own(c.Value), c.Renewal
		default:
			continue
		}
		t.Items = append(t.Items, i)
	}
}

// colleague returns the first of some members who stays, or "".
func (s *situation) colleague(members []accountmap.MemberID) accountmap.MemberID {
	for _, id := range members {
		if s.stays(id) {
			return id
		}
	}
	return ""
}

// colleagueIn returns a member who stays and looks after the unit, or "".
func (s *situation) colleagueIn(unit accountmap.UnitID) accountmap.MemberID {
	for i := range s.team {
		if slices.Contains(s.team[i].Units, unit) && s.stays(s.team[i].ID) {
			return s.team[i].ID
		}
	}
	return ""
}
