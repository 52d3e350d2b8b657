package accountmaptest

import (
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap"
)

func (g *generator) coverage() {
	for _, unit := range g.staffed {
		for _, p := range g.a.Products {
			if g.r.Float64() < g.Assessed {
				g.a.Coverage = append(g.a.Coverage, g.cell(g.a.Units[unit].ID, p.ID))
			}
		}
	}
}

func (g *generator) cell(unit accountmap.UnitID, product accountmap.ProductID) accountmap.Cell {
	c := accountmap.Cell{Unit: unit, Product: product, Status: pick(g.r, accountmap.CoverageStatuses()), AsOf: g.before(200)}
	amount := func() accountmap.Money { return accountmap.Money{Minor: int64(100_000 * (1 + g.r.IntN(500)))} }
	switch c.Status {
	case accountmap.CoverageSold:
		c.Kind, c.Value, c.Renewal = anyOf(g.r, accountmap.SaleKinds()), amount(), asOf().AddDays(g.r.IntN(500))
	case accountmap.CoverageNotRelevant, accountmap.CoverageBlocked:
		c.Reason = "No use for it"
	case accountmap.CoverageCompetitor:
		if len(g.a.Competitors) > 0 {
			c.Competitor = pick(g.r, g.a.Competitors).ID
		}
		c.Potential = amount()
	default:
		c.Potential = amount()
	}
	return c
}

func (g *generator) orders() {
	var cells []accountmap.Cell
	unsold := map[accountmap.Cell]bool{}
	for _, c := range g.a.Coverage {
		if c.Status != accountmap.CoverageSold && c.Status != accountmap.CoverageLapsed {
			unsold[accountmap.Cell{Unit: c.Unit, Product: c.Product}] = true
		}
	}
	for _, unit := range g.staffed {
		for _, p := range g.a.Products {
			if c := (accountmap.Cell{Unit: g.a.Units[unit].ID, Product: p.ID}); !unsold[c] {
				cells = append(cells, c)
			}
		}
	}
	if len(cells) == 0 {
		return
	}
	prices := map[accountmap.ProductID]int64{}
	for _, p := range g.a.Products {
		prices[p.ID] = p.Price.Minor
	}
	for i := range g.Orders {
		c := pick(g.r, cells)
		quantity := 1 + g.r.IntN(50)
		g.a.Orders = append(g.a.Orders, accountmap.Order{
			ID: accountmap.OrderID(fmt.Sprintf("A-%05d", i/2+1)), Unit: c.Unit, Product: c.Product, Date: g.before(730),
			Quantity: float64(quantity), Amount: accountmap.Money{Minor: prices[c.Product] * int64(quantity)},
			Status: anyOf(g.r, accountmap.OrderStatuses()),
		})
	}
}

func (g *generator) activity() {
	for i := range g.Communications {
		c := accountmap.Communication{
			Date: g.before(700), Channel: anyOf(g.r, accountmap.Channels()), Direction: anyOf(g.r, accountmap.Directions()),
			Subject: fmt.Sprintf("Talk %d", i+1), Summary: "They would like to see it at work first.", Internal: g.sometimes(10),
		}
		c.Contacts, c.Members = only(g.anybody()), only(g.anyMember())
		if g.sometimes(4) {
			c.FollowUp = c.Date.AddDays(30)
		}
		g.a.Communications = append(g.a.Communications, c)
	}
	for i := range g.Goals {
		goal := accountmap.Goal{
			ID: accountmap.GoalID(id("goal", i)), Kind: anyOf(g.r, accountmap.GoalKinds()), Title: fmt.Sprintf("Save %d %% in 2027", i+1),
			Priority: g.r.IntN(6), State: anyOf(g.r, accountmap.GoalStates()), Due: asOf().AddDays(g.r.IntN(400)),
		}
		if len(g.staffed) > 0 {
			goal.Unit = g.a.Units[pick(g.r, g.staffed)].ID
		}
		goal.Owner = g.anybody()
		g.a.Goals = append(g.a.Goals, goal)
	}
}

func (g *generator) agreements() {
	for i := range g.Contracts {
		c := accountmap.Contract{
			ID: accountmap.ContractID(id("contract", i)), Start: g.before(900), Value: accountmap.Money{Minor: int64(1_000_000 * (1 + g.r.IntN(90)))},
			Note: "Signed by both.",
		}
		c.End = c.Start.AddDays(730)
		c.Renewal = c.End.AddDays(-90)
		c.Units, c.Products = only(g.someUnit()), only(g.someProduct())
		g.a.Contracts = append(g.a.Contracts, c)
	}
	for range g.Terms {
		t := accountmap.Term{Kind: pick(g.r, accountmap.TermKinds()), Units: only(g.someUnit()), Products: only(g.someProduct()), Text: "As last year.",
			Authority: "The head of sales"}
		if t.Kind == accountmap.TermDiscount {
			t.Percent = float64(1 + g.r.IntN(30))
		}
		if len(g.a.Contracts) > 0 {
			t.Contract = pick(g.r, g.a.Contracts).ID
		}
		g.a.Terms = append(g.a.Terms, t)
	}
	for i := range g.Targets {
		t := accountmap.Target{Period: accountmap.Period(fmt.Sprintf("2026-Q%d", i%4+1)), Sales: accountmap.Money{Minor: int64(100_000 * (1 + g.r.IntN(500)))}}
		t.Unit = g.someUnit()
		g.a.Targets = append(g.a.Targets, t)
	}
	rules := []accountmap.Recurrence{"FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY"}
	for i := range g.Cadences {
		c := accountmap.Cadence{Title: fmt.Sprintf("Review %d", i+1), Channel: anyOf(g.r, accountmap.Channels()), Every: rules[i%len(rules)],
			From: g.before(300), Contacts: only(g.anybody()), Members: only(g.anyMember())}
		g.a.Cadences = append(g.a.Cadences, c)
	}
}

// roadmap adds figures and milestones; a milestone may wait for an earlier one.
func (g *generator) roadmap() {
	for i := range g.KPIs {
		k := accountmap.KPI{Name: fmt.Sprintf("Figure %d", i+1), Measure: "%", Baseline: 40, Target: 60, By: asOf().AddDays(g.r.IntN(400)), Source: "Theirs"}
		if len(g.a.Goals) > 0 {
			k.Goal = pick(g.r, g.a.Goals).ID
		}
		for range g.r.IntN(4) {
			k.Readings = append(k.Readings, accountmap.Reading{Date: g.before(300), Value: 35 + float64(g.r.IntN(30))})
		}
		g.a.KPIs = append(g.a.KPIs, k)
	}
	for i := range g.Milestones {
		m := accountmap.Milestone{ID: accountmap.MilestoneID(id("milestone", i)), Title: fmt.Sprintf("Step %d", i+1), Phase: anyOf(g.r, accountmap.Phases()),
			Start: asOf().AddDays(10 * i), Due: asOf().AddDays(10*i + 20), Status: anyOf(g.r, accountmap.MilestoneStatuses())}
		if i > 0 && !g.sometimes(3) {
			m.After = append(m.After, g.a.Milestones[g.r.IntN(i)].ID)
		}
		m.Contact, m.Owner = g.anybody(), g.anyMember()
		if len(g.a.Goals) > 0 && g.sometimes(2) {
			m.Goal = pick(g.r, g.a.Goals).ID
		}
		g.a.Milestones = append(g.a.Milestones, m)
	}
}

// someUnit and someProduct return "" one time in three.
func (g *generator) someUnit() accountmap.UnitID {
	if len(g.staffed) == 0 || g.sometimes(3) {
		return ""
	}
	return g.a.Units[pick(g.r, g.staffed)].ID
}

func (g *generator) someProduct() accountmap.ProductID {
	if len(g.a.Products) == 0 || g.sometimes(3) {
		return ""
	}
	return pick(g.r, g.a.Products).ID
}

func (g *generator) anybody() accountmap.ContactID {
	if len(g.a.Contacts) == 0 {
		return ""
	}
	return pick(g.r, g.a.Contacts).ID
}

func (g *generator) anyMember() accountmap.MemberID {
	if len(g.a.Team) == 0 {
		return ""
	}
	return pick(g.r, g.a.Team).ID
}

// only returns a list of the id, or nil without one.
func only[ID ~string](id ID) []ID {
	if id == "" {
		return nil
	}
	return []ID{id}
}

func (g *generator) service() {
	for i := range g.Surveys {
		s := accountmap.Survey{Date: g.before(500), Kind: pick(g.r, accountmap.SurveyKinds()), Comment: "It is all right.", WouldImprove: "Answers by phone."}
		worst, best := s.Kind.Scale()
		s.Score = worst + g.r.IntN(best-worst+1)
		s.Contact = g.anybody()
		if product := g.someProduct(); i%2 == 0 {
			s.Product = product
		}
		g.a.Surveys = append(g.a.Surveys, s)
	}
	for i := range g.Cases {
		c := accountmap.Case{ID: accountmap.CaseID(id("case", i)), Kind: pick(g.r, accountmap.CaseKinds()), Opened: g.before(300), Contact: g.anybody(),
			Owner: g.anyMember(), Severity: anyOf(g.r, accountmap.Severities()), Status: anyOf(g.r, accountmap.CaseStatuses()), Summary: "Came late, twice."}
		if c.Status == accountmap.CaseResolved {
			c.Closed = c.Opened.AddDays(g.r.IntN(30))
		}
		c.Unit, c.Product = g.someUnit(), g.someProduct()
		g.a.Cases = append(g.a.Cases, c)
	}
	for range g.Commitments {
		g.a.Commitments = append(g.a.Commitments, accountmap.Commitment{Text: "A report each quarter", By: g.anyMember(), To: g.anybody(),
			Due: g.before(200).AddDays(100), Status: anyOf(g.r, accountmap.CommitmentStatuses()), Verbal: g.sometimes(3)})
	}
	for range g.Objections {
		g.a.Objections = append(g.a.Objections, accountmap.Objection{Text: "Too dear", RaisedBy: g.anybody(), Answer: "It saves more than it costs.",
			Status: anyOf(g.r, accountmap.ObjectionStatuses())})
	}
	for range g.Risks {
		g.a.Risks = append(g.a.Risks, accountmap.Risk{Text: "The sponsor retires", Severity: anyOf(g.r, accountmap.Severities()), Owner: g.anyMember(),
			Mitigation: "Know the next one.", State: anyOf(g.r, accountmap.RiskStates())})
	}
}
