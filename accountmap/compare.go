package accountmap

import "reflect"

// Changes is what differs between two maps of one account, list by list. The zero Changes means that nothing does. It shares no memory with the
// maps.
//
// Each list has what was added and edited in the order of the later account, then what was removed in the order of the earlier one. A list whose
// entries were only reordered has not changed.
type Changes struct {
	// Profile and Handoff are not lists; a zero Change means that they are equal.
	Profile Change[Profile]

	Units          ChangeList[Unit]
	Products       ChangeList[Product]
	Contacts       ChangeList[Contact]
	Relationships  ChangeList[Relationship]
	Coverage       ChangeList[Cell]
	Orders         ChangeList[Order]
	Contracts      ChangeList[Contract]
	Terms          ChangeList[Term]
	Endorsements   ChangeList[Endorsement]
	Exposures      ChangeList[Exposure]
	Communications ChangeList[Communication]
	Cadences       ChangeList[Cadence]
	Goals          ChangeList[Goal]
	KPIs           ChangeList[KPI]
	Milestones     ChangeList[Milestone]
	Team           ChangeList[Member]
	Competitors    ChangeList[Competitor]
	Surveys        ChangeList[Survey]
	Cases          ChangeList[Case]
	Commitments    ChangeList[Commitment]
	Objections     ChangeList[Objection]
	Risks          ChangeList[Risk]
	Targets        ChangeList[Target]

	Handoff Change[Handoff]
}

// Len counts the changes.
func (c Changes) Len() int {
	n := 0
	v := reflect.ValueOf(c)
	for i := range v.NumField() {
		switch list := v.Field(i); {
		case list.Kind() == reflect.Slice:
			n += list.Len()
		case !list.IsZero():
			n++
		}
	}
	return n
}

// IsZero reports whether nothing has changed.
func (c Changes) IsZero() bool { return c.Len() == 0 }

// Compare answers "what is new since then?": it returns the changes from one map of an account to a later one. A nil map stands for an account
// of which nothing is known, so that everything in the other map was added or removed.
//
// Entries with an id are matched by it. Others are matched by what identifies them to a reader: a cell by unit and product; a relationship by
// its two ends and kind; an order line by the order's number and product (without a number by unit, product and day); an endorsement by kind,
// contact and the day of asking; a promise by its text; and so on. Where several entries are alike in that, equal ones are matched first and the
// others in their order.
//
// The time it takes is linear in the size of the two accounts.
func Compare(before, after *Map) Changes {
	b, a := before.orNothing(), after.orNothing()
	return Changes{
		Profile:        compareOne(b.Profile, a.Profile),
		Units:          compareLists(b.Units, a.Units, func(u Unit) any { return u.ID }),
		Products:       compareLists(b.Products, a.Products, func(p Product) any { return p.ID }),
		Contacts:       compareLists(b.Contacts, a.Contacts, func(c Contact) any { return c.ID }),
		Relationships:  compareLists(b.Relationships, a.Relationships, Relationship.identity),
		Coverage:       compareLists(b.Coverage, a.Coverage, Cell.identity),
		Orders:         compareLists(b.Orders, a.Orders, Order.identity),
		Contracts:      compareLists(b.Contracts, a.Contracts, func(c Contract) any { return c.ID }),
		Terms:          compareLists(b.Terms, a.Terms, Term.identity),
		Endorsements:   compareLists(b.Endorsements, a.Endorsements, Endorsement.identity),
		Exposures:      compareLists(b.Exposures, a.Exposures, Exposure.identity),
		Communications: compareLists(b.Communications, a.Communications, Communication.identity),
		Cadences:       compareLists(b.Cadences, a.Cadences, func(c Cadence) any { return c.Title }),
		Goals:          compareLists(b.Goals, a.Goals, func(g Goal) any { return g.ID }),
		KPIs:           compareLists(b.KPIs, a.KPIs, KPI.identity),
		Milestones:     compareLists(b.Milestones, a.Milestones, func(s Milestone) any { return s.ID }),
		Team:           compareLists(b.Team, a.Team, func(t Member) any { return t.ID }),
		Competitors:    compareLists(b.Competitors, a.Competitors, func(c Competitor) any { return c.ID }),
		Surveys:        compareLists(b.Surveys, a.Surveys, Survey.identity),
		Cases:          compareLists(b.Cases, a.Cases, func(c Case) any { return c.ID }),
		Commitments:    compareLists(b.Commitments, a.Commitments, func(c Commitment) any { return c.Text }),
		Objections:     compareLists(b.Objections, a.Objections, func(o Objection) any { return o.Text }),
		Risks:          compareLists(b.Risks, a.Risks, func(r Risk) any { return r.Text }),
		Targets:        compareLists(b.Targets, a.Targets, Target.identity),
		Handoff:        compareOne(b.Handoff, a.Handoff),
	}
}

func (m *Map) orNothing() *Account {
	if m == nil {
		return &Account{}
	}
	return m.a
}
