package accountmap

func (m *Map) lateMilestones(late *lateness) {
	for _, s := range m.a.Milestones {
		if !s.Status.Closed() {
			late.add(Overdue{Kind: OverdueMilestone, Due: s.Due, ID: string(s.ID), Title: s.Title, Contact: s.Contact, Member: s.Owner,
				Unit: m.unitOf(s.Contact), Reasons: []Reason{ReasonPastDue}})
		}
	}
}

func (m *Map) lateGoals(late *lateness) {
	for _, g := range m.a.Goals {
		if g.State != GoalAchieved && g.State != GoalDropped {
			late.add(Overdue{Kind: OverdueGoal, Due: g.Due, ID: string(g.ID), Title: g.Title, Unit: g.Unit, Contact: g.Owner,
				Reasons: []Reason{ReasonPastDue}})
		}
	}
}

// lateRenewals takes it that a day of renewal that is past and still stands was missed. A contract that has ended is history.
func (m *Map) lateRenewals(late *lateness) {
	for _, c := range m.a.Contracts {
		if c.End.IsZero() || !c.End.Before(late.today) {
			late.add(Overdue{Kind: OverdueRenewal, Due: c.Renewal, ID: string(c.ID), Title: c.Note, Unit: only(c.Units), Product: only(c.Products),
				Reasons: []Reason{ReasonPastDue}})
		}
	}
	m.eachCell("", func(c Cell, _ []int) {
		if c.Status == StatusSold {
			late.add(Overdue{Kind: OverdueRenewal, Due: c.Renewal, Unit: c.Unit, Product: c.Product, Reasons: []Reason{ReasonPastDue}})
		}
	})
}

// lateSurveys counts from the last answer of anybody in the unit, or one that bears no name, and where there is none from the unit's first
// order.
func (m *Map) lateSurveys(late *lateness, every int) {
	buys, asked, ordered := map[UnitID]bool{}, map[UnitID]Date{}, map[UnitID]Date{}
	for _, c := range m.a.Coverage {
		buys[c.Unit] = buys[c.Unit] || c.Status == StatusSold
	}
	var nameless Date
	for _, s := range m.a.Surveys {
		switch {
		case s.Date.after(late.today):
		case s.Contact != "":
			unit := m.unitOf(s.Contact)
			asked[unit] = later(asked[unit], s.Date)
		case nameless.Before(s.Date):
			nameless = s.Date
		}
	}
	for _, o := range m.a.Orders {
		if before := ordered[o.Unit]; o.Status != OrderCancelled && !o.Date.after(late.today) && (before.IsZero() || o.Date.Before(before)) {
			ordered[o.Unit] = o.Date
		}
	}
	for _, i := range m.units.order {
		id := m.a.Units[i].ID
		if !buys[id] {
			continue
		}
		last := asked[id]
		if last.Before(nameless) {
			last = nameless
		}
		o := Overdue{Kind: OverdueSurvey, Unit: id, Reasons: []Reason{ReasonTooLong}}
		switch start := ordered[id]; {
		case !last.IsZero():
			o.Due = last.AddDays(every)
		case !start.IsZero():
			o.Due, o.Reasons = start.AddDays(every), []Reason{ReasonNeverAsked}
		default:
			o.Reasons = []Reason{ReasonNeverAsked}
			late.list = append(late.list, o)
			continue
		}
		late.add(o)
	}
}

// only returns the one id of a list, and nothing of a list of several.
func only[K ~string](ids []K) K {
	if len(ids) == 1 {
		return ids[0]
	}
	return ""
}
