package insight

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// lateThings makes moves of what is overdue.
func (p *planner) lateThings() {
	surveys := 0
	severities := map[string]accountmap.Severity{}
	for c := range p.Cases() {
		severities[string(c.ID)] = c.Severity
	}
	for _, o := range p.Overdue(p.today, accountmap.Deadlines{}) {
		v := Move{By: o.Due, Title: o.Title, Unit: o.Unit, Contacts: p.whomToAsk(o.Unit, o.Contact)}
		v.Members = p.whoOfUs(o.Unit, v.Contacts, o.Member)
		if o.Product != "" {
			v.Products = []accountmap.ProductID{o.Product}
			v.Worth = p.soldAt(o.Unit, o.Product)
		}
		var severity accountmap.Severity
		about := o.Contact
		switch o.Kind {
		case accountmap.OverdueCommitment:
			severity = accountmap.SeverityMedium
			v.Kind, v.Key = MoveKeepPromise, moveKey(MoveKeepPromise, string(o.Contact), factCode(o.Title))
		case accountmap.OverdueOrder:
			about = "" // an order names nobody
			v.Kind, v.Key = MoveDeliver, moveKey(MoveDeliver, string(o.Unit), string(o.Product), o.ID)
		case accountmap.OverdueCase:
			severity = severities[o.ID]
			v.Kind, v.Key = MoveSettleCase, moveKey(MoveSettleCase, o.ID)
		case accountmap.OverdueFollowUp:
			v.Kind, v.Key = MoveFollowUp, moveKey(MoveFollowUp, string(o.Contact), factCode(o.Title, o.Due))
		case accountmap.OverdueMilestone:
			v.Kind, v.Key = MoveMilestone, moveKey(MoveMilestone, o.ID)
		case accountmap.OverdueGoal:
			v.Kind, v.Key = MoveGoal, moveKey(MoveGoal, o.ID)
		case accountmap.OverdueSurvey:
			if surveys++; surveys > maxOfKind {
				continue
			}
			about, v.By = "", accountmap.Date{} // nobody waits for it
			v.Kind, v.Key, v.Worth = MoveSurvey, moveKey(MoveSurvey, string(o.Unit)), accountmap.Money{}
		default:
			continue // renewals: see renewalsAhead
		}
		v.Factors = append(p.lateFactors(o), p.leaverFactor(o.Member)...)
		p.move(v, weight{severity, about}, o.Title, o.Member)
	}
}

// lateFactors gives the reasons of something overdue their numbers.
func (p *planner) lateFactors(o accountmap.Overdue) []Factor {
	var factors []Factor
	for _, r := range o.Reasons {
		f := Factor{Reason: r}
		if r == accountmap.ReasonPastDue || r == accountmap.ReasonTooLong {
			f.Date, f.Days = o.Due, o.Days
		}
		factors = append(factors, f)
	}
	return factors
}

// leaverFactor says that the one who answers for something leaves.
func (p *planner) leaverFactor(id accountmap.MemberID) []Factor {
	last, leaves := p.leaves(id)
	if !leaves {
		return nil
	}
	return []Factor{{Reason: accountmap.ReasonLeaves, Members: []accountmap.MemberID{id}, Date: last}}
}

// soldAt is what a unit spends on a product a year.
func (p *planner) soldAt(unit accountmap.UnitID, product accountmap.ProductID) accountmap.Money {
	return p.own(p.Matrix().At(unit, product).Value)
}

// datedThings makes moves of the promises, follow-ups and milestones of the next weeks.
func (p *planner) datedThings() {
	for _, a := range Agenda(p.Map, p.today, p.today.AddDays(p.ahead), AgendaPromise, AgendaFollowUp, AgendaMilestone) {
		named := firstOf(a.Members)
		v := Move{By: a.Date, Title: a.Title, Unit: a.Unit, Contacts: p.whomToAsk(a.Unit, a.Contacts...)}
		v.Members = p.whoOfUs(v.Unit, v.Contacts, a.Members...)
		v.Factors = append([]Factor{{Reason: accountmap.ReasonDueSoon, Date: a.Date, Days: p.today.DaysTo(a.Date)}}, p.leaverFactor(named)...)
		var severity accountmap.Severity
		switch a.Kind {
		case AgendaPromise:
			v.Kind, v.Key, severity = MoveKeepPromise, moveKey(MoveKeepPromise, string(firstOf(a.Contacts)), factCode(a.Title)), accountmap.SeverityMedium
		case AgendaFollowUp:
			v.Kind, v.Key = MoveFollowUp, moveKey(MoveFollowUp, string(firstOf(a.Contacts)), factCode(a.Title, a.Date))
		default:
			v.Kind, v.Key = MoveMilestone, moveKey(MoveMilestone, a.ID)
		}
		p.move(v, weight{severity, firstOf(a.Contacts)}, a.Title, named)
	}
}

// renewalsAhead makes one move of the sold cells of each unit that must be renewed soon, or should
// have been, with the contract of that unit; and one of each other contract.
func (p *planner) renewalsAhead() {
	end := p.today.AddDays(p.renewals)
	due := map[accountmap.UnitID][]accountmap.Cell{}
	var units []accountmap.UnitID
	for _, c := range p.cells {
		if c.Status != accountmap.CoverageSold || c.Renewal.IsZero() || end.Before(c.Renewal) {
			continue
		}
		if due[c.Unit] == nil {
			units = append(units, c.Unit)
		}
		due[c.Unit] = append(due[c.Unit], c)
	}
	contracts := map[accountmap.UnitID]accountmap.Contract{}
	for c := range p.Contracts() {
		over := !c.End.IsZero() && c.End.Before(p.today)
		if c.Renewal.IsZero() || end.Before(c.Renewal) || over {
			continue
		}
		if u := only(c.Units); due[u] != nil && contracts[u].ID == "" {
			contracts[u] = c
			continue
		}
		p.renewContract(c)
	}
	for _, u := range units {
		p.renewUnit(u, due[u], contracts[u])
	}
}

func (p *planner) renewContract(c accountmap.Contract) {
	v := Move{Kind: MoveRenew, Key: moveKey(MoveRenew, string(c.ID)), Title: contractTitle(c), Unit: only(c.Units), By: c.Renewal, Worth: p.own(c.Value),
		Factors: []Factor{p.dayFactor(c.Renewal)}}
	v.Contacts = p.whomToAsk(v.Unit, p.decider(v.Unit)...)
	v.Members = p.whoOfUs(v.Unit, v.Contacts)
	p.move(v, weight{about: firstOf(v.Contacts)}, v.Worth)
}

// renewUnit makes a move of the renewals of one unit; the zero contract means none.
func (p *planner) renewUnit(u accountmap.UnitID, cells []accountmap.Cell, contract accountmap.Contract) {
	slices.SortStableFunc(cells, func(a, b accountmap.Cell) int { return a.Renewal.Compare(b.Renewal) })
	v := Move{Kind: MoveRenew, Key: moveKey(MoveRenew, string(u)), Unit: u, By: cells[0].Renewal, Contacts: p.whomToAsk(u, p.decider(u)...)}
	v.Members = p.whoOfUs(u, v.Contacts)
	for _, c := range cells {
		v.Products, v.Worth = append(v.Products, c.Product), p.add(v.Worth, c.Value)
	}
	v.Factors = []Factor{p.dayFactor(v.By), {Reason: accountmap.ReasonBuys, Amount: v.Worth, Count: len(cells)}}
	if contract.ID != "" {
		v.Title = contractTitle(contract)
		if contract.Renewal != v.By {
			v.Factors = append(v.Factors, p.dayFactor(contract.Renewal))
		}
	}
	if members := p.cover[u].Members; len(members) == 1 {
		v.Factors = append(v.Factors, Factor{Reason: accountmap.ReasonOneMember, Members: slices.Clone(members)})
	}
	p.move(v, weight{about: firstOf(v.Contacts)}, v.Worth, contract.ID)
}

func contractTitle(c accountmap.Contract) string {
	if c.Note != "" {
		return c.Note
	}
	return string(c.ID)
}

// only returns the id of a list of one, and "" for other lists.
func only[K ~string](ids []K) K {
	if len(ids) == 1 {
		return ids[0]
	}
	return ""
}

// dayFactor says that a renewal is ahead or late.
func (p *planner) dayFactor(day accountmap.Date) Factor {
	if day.Before(p.today) {
		return Factor{Reason: accountmap.ReasonPastDue, Date: day, Days: day.DaysTo(p.today)}
	}
	return Factor{Reason: accountmap.ReasonRenews, Date: day, Days: p.today.DaysTo(day)}
}

// decider returns the most powerful person in the unit with a role without which nothing is bought.
func (p *planner) decider(unit accountmap.UnitID) []accountmap.ContactID {
	var best accountmap.ContactID
	power := -1
	for _, id := range p.known[unit] {
		if c := p.contacts[id]; len(c.Decides()) > 0 && c.Power > power {
			best, power = id, c.Power
		}
	}
	if best == "" {
		return nil
	}
	return []accountmap.ContactID{best}
}

// orderAlerts makes moves of the orders to worry about.
func (p *planner) orderAlerts() {
	for _, a := range p.alerts(Thresholds{}) {
		if a.Severity != AlertAlarming {
			continue
		}
		v := Move{Kind: MoveReorder, Key: moveKey(MoveReorder, string(a.Unit), string(a.Product)), Unit: a.Unit, Products: []accountmap.ProductID{a.Product},
			Contacts: slices.Clone(a.Call), Worth: p.own(accountmap.OrderTotal{Amounts: a.AtRisk}.In(p.currency))}
		v.Members = p.whoOfUs(a.Unit, v.Contacts)
		f := Factor{Reason: a.Reason, Date: a.Last, Days: a.Silent, Expected: a.Every}
		if a.Usual > 0 {
			f.Share = a.Quantity / a.Usual
		}
		v.Factors = []Factor{f, {Reason: accountmap.ReasonBuys, Amount: v.Worth}}
		p.move(v, weight{severity: accountmap.SeverityMedium}, a.Last)
	}
}

// risks makes moves of severe risks without an owner or an answer.
func (p *planner) risks() {
	for r := range p.Risks() {
		owned := p.asked(r.Owner) != ""
		if r.State == accountmap.RiskClosed || r.State == accountmap.RiskOccurred || r.Severity.Rank() < accountmap.SeverityHigh.Rank() || owned && r.Mitigation != "" {
			continue
		}
		v := Move{Kind: MoveMitigateRisk, Key: moveKey(MoveMitigateRisk, factCode(r.Text)), Title: r.Text, Members: p.whoOfUs("", nil, r.Owner),
			Factors: []Factor{{Reason: accountmap.ReasonCritical}}}
		p.move(v, weight{severity: r.Severity}, r.Owner, r.Mitigation)
	}
}
