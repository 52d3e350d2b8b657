package insight

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/ranking"
)

func (p *planner) lateThings() {
	surveys := 0
	severities := map[string]accountmap.Severity{}
	for c := range p.s.m.Cases() {
		severities[string(c.ID)] = c.Severity
	}
	for _, o := range p.s.overdue() {
		v := Move{By: o.Due, Title: o.Title, Unit: o.Unit, Contacts: p.s.theirPerson(o.Unit, o.Contact), Members: ids(o.Member)}
		if o.Product != "" {
			v.Products = []accountmap.ProductID{o.Product}
			v.Worth = p.s.add(nil, p.s.m.Matrix().At(o.Unit, o.Product).Value)
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
			v.Kind, v.Key, v.Worth = MoveSurvey, moveKey(MoveSurvey, string(o.Unit)), nil
		default:
			continue // renewals: see renewalsAhead
		}
		v.Factors = append(p.lateFactors(o), p.leaverFactor(o.Member)...)
		p.move(v, weight{severity, about}, o.Title, o.Member)
	}
}

// lateFactors returns the reasons of an overdue entry with their numbers.
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

// leaverFactor returns the reason that the responsible member leaves.
func (p *planner) leaverFactor(id accountmap.MemberID) []Factor {
	last, leaves := p.s.team.leaves(id)
	if !leaves {
		return nil
	}
	return []Factor{{Reason: accountmap.ReasonLeaves, Members: []accountmap.MemberID{id}, Date: last, Days: max(0, last.DaysTo(p.s.today))}}
}

func (p *planner) datedThings() {
	for _, a := range Agenda(p.s.m, p.s.today, p.s.today.AddDays(p.ahead), AgendaPromise, AgendaFollowUp, AgendaMilestone) {
		named := firstOf(a.Members)
		v := Move{By: a.Date, Title: a.Title, Unit: a.Unit, Contacts: p.s.theirPerson(a.Unit, a.Contacts...), Members: a.Members}
		v.Factors = append([]Factor{{Reason: accountmap.ReasonDueSoon, Date: a.Date, Days: p.s.today.DaysTo(a.Date)}}, p.leaverFactor(named)...)
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

// renewalsAhead adds a move for each unit with sold cells whose renewal is soon or late, including
// the unit's contract. It adds a move for each other contract.
func (p *planner) renewalsAhead() {
	end := p.s.today.AddDays(p.renewals)
	due := map[accountmap.UnitID][]accountmap.Cell{}
	var units []accountmap.UnitID
	for _, c := range p.s.cells {
		if c.Status != accountmap.CoverageSold || c.Renewal.IsZero() || end.Before(c.Renewal) {
			continue
		}
		if due[c.Unit] == nil {
			units = append(units, c.Unit)
		}
		due[c.Unit] = append(due[c.Unit], c)
	}
	contracts := map[accountmap.UnitID]accountmap.Contract{}
	for c := range p.s.m.Contracts() {
		over := !c.End.IsZero() && c.End.Before(p.s.today)
		if c.Renewal.IsZero() || end.Before(c.Renewal) || over {
			continue
		}
		if u := ranking.Only(c.Units); due[u] != nil && contracts[u].ID == "" {
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
	v := Move{Kind: MoveRenew, Key: moveKey(MoveRenew, string(c.ID)), Title: cmp.Or(c.Note, string(c.ID)), Unit: ranking.Only(c.Units), By: c.Renewal, Worth: p.s.add(nil, c.Yearly()),
		Factors: []Factor{p.dayFactor(c.Renewal)}}
	v.Contacts = p.s.liaison(firstOf(c.Units))
	v.Members = p.s.ourPerson(firstOf(c.Units), v.Contacts)
	p.move(v, weight{about: firstOf(v.Contacts)}, v.Worth)
}

// renewUnit adds a move about the renewals of one unit, by the first of their days. The zero contract
// means none.
func (p *planner) renewUnit(u accountmap.UnitID, cells []accountmap.Cell, contract accountmap.Contract) {
	slices.SortStableFunc(cells, func(a, b accountmap.Cell) int { return a.Renewal.Compare(b.Renewal) })
	v := Move{Kind: MoveRenew, Key: moveKey(MoveRenew, string(u)), Unit: u, By: cells[0].Renewal, Contacts: p.s.liaison(u)}
	v.Members = p.s.ourPerson(u, v.Contacts)
	if contract.ID != "" && contract.Renewal.Before(v.By) {
		v.By = contract.Renewal
	}
	for _, c := range cells {
		v.Products, v.Worth = append(v.Products, c.Product), p.s.add(v.Worth, c.Value)
	}
	v.Factors = []Factor{p.dayFactor(v.By), {Reason: accountmap.ReasonBuys, Amounts: v.Worth, Count: len(cells)}}
	if contract.ID != "" {
		v.Title = cmp.Or(contract.Note, string(contract.ID))
		if contract.Renewal != v.By {
			v.Factors = append(v.Factors, Factor{Reason: accountmap.ReasonContractRenews, Date: contract.Renewal, Days: p.s.today.DaysTo(contract.Renewal)})
		}
	}
	if members := p.s.team.cover[u].Members; len(members) == 1 {
		v.Factors = append(v.Factors, Factor{Reason: accountmap.ReasonOneMember, Members: slices.Clone(members)})
	}
	p.move(v, weight{about: firstOf(v.Contacts)}, v.Worth, contract.ID)
}

// dayFactor returns the reason that a renewal is due soon or late.
func (p *planner) dayFactor(day accountmap.Date) Factor {
	if day.Before(p.s.today) {
		return Factor{Reason: accountmap.ReasonPastDue, Date: day, Days: day.DaysTo(p.s.today)}
	}
	return Factor{Reason: accountmap.ReasonRenews, Date: day, Days: p.s.today.DaysTo(day)}
}

// decider returns the most powerful person in the unit with a role in decisions.
func (p *planner) decider(unit accountmap.UnitID) []accountmap.ContactID {
	var best accountmap.ContactID
	power := -1
	for _, id := range p.s.known[unit] {
		if c := p.s.contacts[id]; len(c.Decides()) > 0 && c.Power > power {
			best, power = id, c.Power
		}
	}
	return ids(best)
}

func (p *planner) orderAlerts() {
	for _, a := range p.s.alerts() {
		if a.Severity != AlertAlarming {
			continue
		}
		v := Move{Kind: MoveReorder, Key: moveKey(MoveReorder, string(a.Unit), string(a.Product)), Unit: a.Unit, Products: []accountmap.ProductID{a.Product},
			Contacts: slices.Clone(a.Call), Worth: a.AtRisk}
		v.Members = p.s.ourPerson(a.Unit, v.Contacts)
		f := Factor{Reason: a.Reason, Date: a.Last, Days: a.Silent, Expected: a.Every}
		if a.Usual > 0 {
			f.Share = a.Quantity / a.Usual
		}
		v.Factors = []Factor{f, {Reason: accountmap.ReasonBuys, Amounts: v.Worth}}
		p.move(v, weight{severity: accountmap.SeverityMedium}, a.Last)
	}
}

func (p *planner) risks() {
	for r := range p.s.m.Risks() {
		owned := p.s.team.standIn(r.Owner) != ""
		if r.State == accountmap.RiskClosed || r.State == accountmap.RiskOccurred || r.Severity.Rank() < accountmap.SeverityHigh.Rank() || owned && r.Mitigation != "" {
			continue
		}
		v := Move{Kind: MoveMitigateRisk, Key: moveKey(MoveMitigateRisk, factCode(r.Text)), Title: r.Text, Members: p.s.ourPerson("", nil, r.Owner),
			Factors: []Factor{{Reason: accountmap.ReasonCritical}}}
		p.move(v, weight{severity: r.Severity}, r.Owner, r.Mitigation)
	}
}

func (p *planner) sales() {
	openings := p.s.Whitespace(WhitespaceOptions{Limit: 5})
	for _, o := range openings[:min(3, len(openings))] {
		v := Move{Kind: MoveSell, Key: moveKey(MoveSell, string(o.Unit), string(o.Product)), Unit: o.Unit, Products: []accountmap.ProductID{o.Product},
			Contacts: slices.Clone(o.Contacts), Members: slices.Clone(o.Members), Worth: p.s.add(nil, o.Expected), Factors: o.Factors()}
		if o.Status == accountmap.CoverageCompetitor {
			v.By = p.s.m.Matrix().At(o.Unit, o.Product).Renewal
		}
		v.Factors = append([]Factor{{Reason: accountmap.ReasonOpenPotential, Amounts: p.s.add(nil, o.Potential)}}, v.Factors...)
		p.move(v, weight{about: firstOf(v.Contacts)}, o.Status, o.Potential)
	}
	p.askForTestimonial(openings)
	p.showProducts()
}

// askForTestimonial adds one move about the best opening whose product has no testimonial yet but a
// contact who could give one.
func (p *planner) askForTestimonial(openings []Opening) {
	for _, o := range openings {
		references := p.s.m.ReferencesFor(o.Unit, o.Product, p.s.today)
		if len(references) == 0 || !references[0].Given.IsZero() {
			continue
		}
		r := references[0]
		v := Move{Kind: MoveTestimonial, Key: moveKey(MoveTestimonial, string(r.Contact), string(o.Product)), Contacts: []accountmap.ContactID{r.Contact},
			Products: []accountmap.ProductID{o.Product}, Members: p.s.ourPerson(r.Unit, []accountmap.ContactID{r.Contact}), Unit: r.Unit, Worth: p.s.add(nil, o.Expected)}
		for _, reason := range r.Reasons {
			v.Factors = append(v.Factors, Factor{Reason: reason})
		}
		p.move(v, weight{about: firstOf(v.Contacts)}, o.Status)
		return
	}
}

// showProducts adds one move about the most powerful person with a deal whose product they were
// never shown or have forgotten.
func (p *planner) showProducts() {
	for _, g := range p.s.m.ExposureGaps(p.s.today, accountmap.Memory{}) {
		c := p.s.contacts[g.Contact]
		if g.Openings == 0 || !inProgress(g.Show[0].Status) || c.Stance.Against() {
			continue
		}
		show := g.Show[0]
		v := Move{Kind: MoveShow, Key: moveKey(MoveShow, string(g.Contact), string(show.Product)), Contacts: []accountmap.ContactID{g.Contact}, Unit: c.Unit,
			Products: []accountmap.ProductID{show.Product}, Members: p.s.ourPerson(c.Unit, []accountmap.ContactID{g.Contact}),
			Worth: p.s.add(nil, OpenPotential(p.s.m.Matrix().At(c.Unit, show.Product)))}
		v.Factors = append(v.Factors, Factor{Reason: show.Reason, Date: show.Last}, Factor{Reason: statusReason(show.Status)})
		p.move(v, weight{about: firstOf(v.Contacts)}, show.Last)
		return
	}
}

// targets adds one move about the sales target of the running period that is furthest behind in
// money.
func (p *planner) targets() {
	var worst accountmap.Attainment
	short := accountmap.Money{}
	for _, a := range p.s.attainments() {
		share, known := a.Share()
		if !known || share >= a.Elapsed || a.Target.Sales.Currency != p.s.currency || !a.Target.Period.Contains(p.s.today) {
			continue
		}
		missing := accountmap.Money{Minor: int64(float64(a.Target.Sales.Minor)*a.Elapsed) - a.Ordered.Minor, Currency: p.s.currency}
		if missing.Minor > short.Minor {
			worst, short = a, missing
		}
	}
	if short.Minor == 0 {
		return
	}
	share, _ := worst.Share()
	_, last, _ := worst.Target.Period.Bounds()
	v := Move{Kind: MoveReachTarget, Key: moveKey(MoveReachTarget, string(worst.Target.Unit), string(worst.Target.Product), string(worst.Target.Period)),
		Title: string(worst.Target.Period), Unit: worst.Target.Unit, By: last, Worth: accountmap.Sums{short}, Members: p.s.ourPerson(worst.Target.Unit, nil)}
	v.Factors = []Factor{{Reason: accountmap.ReasonBehindTarget, Share: share, Expected: worst.Elapsed, Amounts: v.Worth}}
	p.move(v, weight{severity: accountmap.SeverityHigh}, worst.Target.Sales)
}
