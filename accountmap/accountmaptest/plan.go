package accountmaptest

import (
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap"
)

// agreements makes contracts, terms, targets and the talks that come back.
func (g *generator) agreements() {
	for i := range g.Contracts {
		c := accountmap.Contract{
			ID: accountmap.ContractID(id("contract", i)), Start: g.before(900), Value: accountmap.Money{Minor: int64(1_000_000 * (1 + g.r.IntN(90)))},
			Note: "Signed by both.",
		}
		c.End = c.Start.AddDays(730)
		c.Renewal = c.End.AddDays(-90)
		c.Units, c.Products = g.someUnits(), g.someProducts()
		g.a.Contracts = append(g.a.Contracts, c)
	}
	for range g.Terms {
		t := accountmap.Term{Kind: pick(g.r, accountmap.TermKinds()), Units: g.someUnits(), Products: g.someProducts(), Text: "As last year.",
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
		if units := g.someUnits(); len(units) > 0 {
			t.Unit = units[0]
		}
		g.a.Targets = append(g.a.Targets, t)
	}
	rules := []accountmap.Recurrence{"FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY"}
	for i := range g.Cadences {
		c := accountmap.Cadence{Title: fmt.Sprintf("Review %d", i+1), Channel: anyOf(g.r, accountmap.Channels()), Every: rules[i%len(rules)],
			From: g.before(300), Contacts: g.somebody(), Members: g.someOfUs()}
		g.a.Cadences = append(g.a.Cadences, c)
	}
}

// roadmap makes the figures of the goals and the milestones, each of which waits for some before it.
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

func (g *generator) someUnits() []accountmap.UnitID {
	if len(g.seats) == 0 || g.sometimes(3) {
		return nil
	}
	return []accountmap.UnitID{g.a.Units[pick(g.r, g.seats)].ID}
}

func (g *generator) someProducts() []accountmap.ProductID {
	if len(g.a.Products) == 0 || g.sometimes(3) {
		return nil
	}
	return []accountmap.ProductID{pick(g.r, g.a.Products).ID}
}

func (g *generator) somebody() []accountmap.ContactID {
	if len(g.a.Contacts) == 0 {
		return nil
	}
	return []accountmap.ContactID{pick(g.r, g.a.Contacts).ID}
}

func (g *generator) someOfUs() []accountmap.MemberID {
	if len(g.a.Team) == 0 {
		return nil
	}
	return []accountmap.MemberID{pick(g.r, g.a.Team).ID}
}
