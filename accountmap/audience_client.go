package accountmap

// client is an account while the client's copy of it is made. Each method copies what the client may read of an entry, field by field: a
// field that is not named here, or is added to a type one day, stays with us. It reports false for an entry that the client may not read at
// all.
type client struct {
	people     map[ContactID]bool
	goals      map[GoalID]bool
	milestones map[MilestoneID]bool
}

// clientCopy returns what the client may read of a valid account, as a valid account that shares no list with it.
func clientCopy(a *Account) *Account {
	c := client{people: map[ContactID]bool{}, goals: map[GoalID]bool{}, milestones: map[MilestoneID]bool{}}
	for _, p := range a.Contacts {
		c.people[p.ID] = !p.Placeholder && !p.External && p.Left.IsZero()
	}
	for _, g := range a.Goals {
		c.goals[g.ID] = g.Kind == "" || g.Kind == GoalGoal || g.Kind == GoalInitiative
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

// those returns the ids that the client may read.
func those[K comparable](readable map[K]bool, ids []K) []K {
	return copyEach(ids, func(id K) (K, bool) { return id, readable[id] })
}

// person returns the id of somebody whom the client may read of, and none otherwise.
func (c client) person(id ContactID) ContactID {
	if c.people[id] {
		return id
	}
	return ""
}

func (c client) unit(u Unit) (Unit, bool) {
	return Unit{ID: u.ID, Name: u.Name, Kind: u.Kind, Parent: u.Parent, Country: u.Country, Region: u.Region, City: u.City,
		Address: u.Address}, true
}

// contact returns a person without what we think of them. A manager whom the client may not read of leaves no line.
func (c client) contact(p Contact) (Contact, bool) {
	return Contact{ID: p.ID, Name: p.Name, Title: p.Title, Unit: p.Unit, ReportsTo: c.person(p.ReportsTo),
		AssistantTo: c.person(p.AssistantTo), Language: p.Language, Email: p.Email, Phone: p.Phone}, c.people[p.ID]
}

// member returns one of our people without the reach, which is what we take ourselves for in the eyes of theirs.
func (c client) member(m Member) (Member, bool) {
	m = m.clone()
	return Member{ID: m.ID, Name: m.Name, Role: m.Role, Region: m.Region, Units: m.Units, Email: m.Email, From: m.From, To: m.To}, true
}
