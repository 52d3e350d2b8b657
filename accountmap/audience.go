package accountmap

import "slices"

// Audience is the group of readers of the pictures, workbooks and documents made of a map. It is
// set in a [Scope]. Only [Map.Select] withholds data from an audience: every output of the selected
// map shows only what that audience may read.
type Audience string

// The audiences.
const (
	// AudienceInternal is our own people, who may read everything. The empty Audience means the
	// same.
	AudienceInternal Audience = "internal"
	// AudienceClient is the client's people. They may read what they told us, agreed with us and
	// bought, but not our opinions.
	//
	// The client's copy of the organisation has the units with their places and the current
	// contacts. Contacts have their name, title, unit, reporting line, email, phone and language.
	// Placeholders, outside advisers and people who left are omitted. The copy of the business has
	// the products without list prices, the sold cells, orders, contracts, and the terms of
	// contracts. The copy of the work has the communications and cadences with the client, except
	// for internal communications; exposures; testimonials that may be published; goals and
	// initiatives with their figures; milestones of every phase but expansion; cases without our
	// view of their severity; commitments; our team; and the people and days of the handoff.
	//
	// The copy has no stance, power, buying role, contact level, evidence, note, owner,
	// relationship, referral, open request, reaction, reach, competitor, opportunity, gap,
	// potential, reason, negotiation authority, survey, objection, risk or target. A new field of
	// the account is for our own people until the copy includes it.
	//
	// An entry with a day has the same people in the copy as for our own people; see [Map.Liaison].
	// An open entry whose contact has left names the successor.
	//
	// Ids are kept, and the author's own words are copied as written: the subject and summary of a
	// communication, the title of a goal or milestone, the summary of a case, the text of a
	// promise, the introduction. A frank word in any of them reaches the client.
	AudienceClient Audience = "client"
)

// Audiences lists the audiences in descending order of access.
func Audiences() []Audience { return []Audience{AudienceInternal, AudienceClient} }

func (a Audience) ours() bool { return a == "" || a == AudienceInternal }

// Audience returns the audience of the map: our own people, or the audience given to [Map.Select].
// Every selection from a map for the client is for the client.
func (m *Map) Audience() Audience {
	if m.audience == "" {
		return AudienceInternal
	}
	return m.audience
}

// client makes the client's copy of an account. Each method copies the fields of an entry that the
// client may read, one by one: other fields, such as new ones, are left out. The method returns
// false for an entry that the client may not read at all.
type client struct {
	whole      *Map
	people     map[ContactID]bool
	goals      map[GoalID]bool
	milestones map[MilestoneID]bool
}

// clientCopy returns what the client may read of an account, as a valid account that shares no list
// with it.
func clientCopy(m *Map) *Account {
	a := m.a
	c := client{whole: m, people: map[ContactID]bool{}, goals: map[GoalID]bool{}, milestones: map[MilestoneID]bool{}}
	for _, p := range a.Contacts {
		c.people[p.ID] = !p.Placeholder && !p.External && p.Here(a.AsOf)
	}
	for _, g := range a.Goals {
		c.goals[g.ID] = g.Kind == "" || g.Kind == GoalKindGoal || g.Kind == GoalKindInitiative
	}
	for _, s := range a.Milestones {
		c.milestones[s.ID] = s.Phase != PhaseExpansion && (s.Goal == "" || c.goals[s.Goal])
	}
	return &Account{
		Format:         a.Format,
		Profile:        Profile{ID: a.ID, Name: a.Name, Industry: a.Industry, Currency: a.Currency, AsOf: a.AsOf},
		Units:          copyEach(a.Units, c.unit),
		Products:       copyEach(a.Products, c.product),
		Contacts:       copyEach(a.Contacts, c.contact),
		Coverage:       copyEach(a.Coverage, c.cell),
		Orders:         copyEach(a.Orders, c.order),
		Contracts:      copyEach(a.Contracts, c.contract),
		Terms:          copyEach(a.Terms, c.term),
		Endorsements:   copyEach(a.Endorsements, c.endorsement),
		Exposures:      copyEach(a.Exposures, c.exposure),
		Communications: c.communications(a.Communications, a.AsOf),
		Cadences:       copyEach(a.Cadences, c.cadence),
		Goals:          copyEach(a.Goals, c.goal),
		KPIs:           copyEach(a.KPIs, c.kpi),
		Milestones:     copyEach(a.Milestones, c.milestone),
		Team:           copyEach(a.Team, c.member),
		Cases:          copyEach(a.Cases, c.complaint),
		Commitments:    copyEach(a.Commitments, c.commitment),
		Handoff: Handoff{From: a.Handoff.From, To: a.Handoff.To, Start: a.Handoff.Start, End: a.Handoff.End,
			Introduction: a.Handoff.Introduction},
	}
}

func copyEach[T any](list []T, copied func(T) (T, bool)) []T {
	var out []T
	for _, v := range list {
		if c, ok := copied(v); ok {
			out = append(out, c)
		}
	}
	return out
}

func readable[K comparable](allowed map[K]bool, ids []K) []K {
	return copyEach(ids, func(id K) (K, bool) { return id, allowed[id] })
}

// person returns the id of a contact whom the client may read about, and "" for others.
func (c client) person(id ContactID) ContactID {
	if c.people[id] {
		return id
	}
	return ""
}

// partner returns the person to turn to about an entry with a recorded person: after that person has
// left, the successor if the entry is open.
func (c client) partner(id ContactID, unit UnitID, open bool) ContactID {
	if i, ok := c.whole.contacts[id]; ok && open && !c.whole.a.Contacts[i].Here(c.whole.a.AsOf) {
		return c.whole.Liaison(unit, Date{}, Liaison{Contact: id}).Contact
	}
	return c.person(id)
}

func (c client) unit(u Unit) (Unit, bool) {
	return Unit{ID: u.ID, Name: u.Name, Kind: u.Kind, Parent: u.Parent, Country: u.Country, Region: u.Region, City: u.City,
		Address: u.Address}, true
}

// contact returns a person without our opinions of them. A manager whom the client may not read
// about is left out.
func (c client) contact(p Contact) (Contact, bool) {
	return Contact{ID: p.ID, Name: p.Name, Title: p.Title, Unit: p.Unit, ReportsTo: c.person(p.ReportsTo),
		AssistantTo: c.person(p.AssistantTo), Language: p.Language, Email: p.Email, Phone: p.Phone}, c.people[p.ID]
}

// member returns one of our people without the reach, which is our opinion of their standing with
// the client's people.
func (c client) member(m Member) (Member, bool) {
	m = cloned(m)
	return Member{ID: m.ID, Name: m.Name, Role: m.Role, Region: m.Region, Units: m.Units, Email: m.Email, From: m.From, To: m.To}, true
}

// What the client may read of the business: what was bought and agreed.

func (c client) product(p Product) (Product, bool) {
	return Product{ID: p.ID, Name: p.Name, Line: p.Line, Description: p.Description}, true
}

// cell returns sold cells. Every other status, and the kind of sale, is our own view.
func (c client) cell(x Cell) (Cell, bool) {
	return Cell{Unit: x.Unit, Product: x.Product, Status: x.Status, Value: x.Value, Renewal: x.Renewal, AsOf: x.AsOf}, x.Status == CoverageSold
}

func (c client) order(o Order) (Order, bool) {
	return Order{ID: o.ID, Unit: o.Unit, Product: o.Product, Date: o.Date, Quantity: o.Quantity, Amount: o.Amount, Status: o.Status,
		Due: o.Due, Delivered: o.Delivered}, true
}

func (c client) contract(k Contract) (Contract, bool) {
	k = cloned(k)
	return Contract{ID: k.ID, Units: k.Units, Products: k.Products, Start: k.Start, End: k.End, Renewal: k.Renewal, Value: k.Value}, true
}

// term returns a term of a contract; other terms may be offers that we have not made yet.
func (c client) term(t Term) (Term, bool) {
	t = cloned(t)
	return Term{Kind: t.Kind, Units: t.Units, Products: t.Products, Contract: t.Contract, Value: t.Value, Percent: t.Percent,
		Text: t.Text}, t.Contract != ""
}

// What the client may read of the work: communications, agreements and plans of both sides.

// endorsement returns a testimonial that its giver lets us publish. Referrals are the client's
// politics, and an unanswered request is between us and the person asked.
func (c client) endorsement(e Endorsement) (Endorsement, bool) {
	published := e.Kind == EndorsementTestimonial && e.Public && !e.Given.IsZero()
	return Endorsement{Kind: e.Kind, Contact: e.Contact, Asked: e.Asked, Given: e.Given, Product: e.Product, Text: e.Text,
		Public: e.Public, Expires: e.Expires}, published && c.people[e.Contact]
}

func (c client) exposure(e Exposure) (Exposure, bool) {
	return Exposure{Contact: e.Contact, Product: e.Product, Date: e.Date, Kind: e.Kind, By: e.By}, c.people[e.Contact]
}

// communications returns the communications that the client may read. A follow-up done in a
// communication that the client may not read is left out, since it would be overdue in the copy.
func (c client) communications(list []Communication, asOf Date) []Communication {
	var copied []Communication
	var states []FollowUp
	for i, state := range followUps(list, asOf) {
		if t, ok := c.communication(list[i]); ok {
			copied, states = append(copied, t), append(states, state)
		}
	}
	for i, state := range followUps(copied, asOf) {
		if states[i] == FollowUpDone && state != FollowUpDone {
			copied[i].FollowUp = Date{}
		}
	}
	return copied
}

// communication returns a communication between both sides. A communication without the client's
// people was among our own.
func (c client) communication(t Communication) (Communication, bool) {
	contacts := readable(c.people, t.Contacts)
	return Communication{Date: t.Date, Channel: t.Channel, Contacts: contacts, Members: slices.Clone(t.Members), Direction: t.Direction,
		Subject: t.Subject, Summary: t.Summary, FollowUp: t.FollowUp}, !t.Internal && len(contacts) > 0
}

func (c client) cadence(t Cadence) (Cadence, bool) {
	contacts := readable(c.people, t.Contacts)
	return Cadence{Title: t.Title, Channel: t.Channel, Every: t.Every, From: t.From, Members: slices.Clone(t.Members), Contacts: contacts},
		len(contacts) > 0
}

// goal returns the client's goals and initiatives. Pressures, obstacles, priority and evidence are
// our own view.
func (c client) goal(g Goal) (Goal, bool) {
	return Goal{ID: g.ID, Kind: g.Kind, Title: g.Title, Unit: g.Unit, Owner: c.partner(g.Owner, g.Unit, g.State != GoalAchieved && g.State != GoalDropped), Due: g.Due, State: g.State}, c.goals[g.ID]
}

func (c client) kpi(k KPI) (KPI, bool) {
	k = cloned(k)
	return KPI{Goal: k.Goal, Name: k.Name, Measure: k.Measure, Baseline: k.Baseline, Target: k.Target, By: k.By, Source: k.Source,
		Readings: k.Readings}, k.Goal == "" || c.goals[k.Goal]
}

// milestone returns a step of the common roadmap. The expansion phase is our plan to sell more.
func (c client) milestone(s Milestone) (Milestone, bool) {
	return Milestone{ID: s.ID, Title: s.Title, Phase: s.Phase, Start: s.Start, Due: s.Due, Owner: s.Owner, Contact: c.partner(s.Contact, "", !s.Status.Closed()),
		Goal: s.Goal, Status: s.Status, After: readable(c.milestones, s.After)}, c.milestones[s.ID]
}

// complaint returns a complaint or dispute without our view of its severity.
func (c client) complaint(p Case) (Case, bool) {
	return Case{ID: p.ID, Kind: p.Kind, Opened: p.Opened, Closed: p.Closed, Unit: p.Unit, Contact: c.partner(p.Contact, p.Unit, p.IsOpen()), Product: p.Product,
		Owner: p.Owner, Status: p.Status, Summary: p.Summary}, true
}

// commitment returns a promise without the mark for oral promises, which is for our own people.
func (c client) commitment(p Commitment) (Commitment, bool) {
	return Commitment{Text: p.Text, By: p.By, To: c.partner(p.To, "", p.IsOpen()), Due: p.Due, Status: p.Status}, true
}
