package accountmaptest

import (
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap"
)

func (g *generator) coverage() {
	for _, seat := range g.seats {
		for _, p := range g.a.Products {
			if g.r.Float64() < g.Assessed {
				g.a.Coverage = append(g.a.Coverage, g.cell(g.a.Units[seat].ID, p.ID))
			}
		}
	}
}

func (g *generator) cell(unit accountmap.UnitID, product accountmap.ProductID) accountmap.Cell {
	c := accountmap.Cell{Unit: unit, Product: product, Status: pick(g.r, accountmap.Statuses()), AsOf: g.before(200)}
	amount := func() accountmap.Money { return accountmap.Money{Minor: int64(100_000 * (1 + g.r.IntN(500)))} }
	switch c.Status {
	case accountmap.StatusSold:
		c.Kind, c.Value, c.Renewal = anyOf(g.r, accountmap.SaleKinds()), amount(), asOf().AddDays(g.r.IntN(500))
	case accountmap.StatusNotRelevant, accountmap.StatusBlocked:
		c.Reason = "No use for it"
	case accountmap.StatusCompetitor:
		if len(g.a.Competitors) > 0 {
			c.Competitor = pick(g.r, g.a.Competitors).ID
		}
		c.Potential = amount()
	default:
		c.Potential = amount()
	}
	return c
}

// orders go to the cells that are sold, were, or were never assessed.
func (g *generator) orders() {
	var cells []accountmap.Cell
	unsold := map[accountmap.Cell]bool{}
	for _, c := range g.a.Coverage {
		if c.Status != accountmap.StatusSold && c.Status != accountmap.StatusLapsed {
			unsold[accountmap.Cell{Unit: c.Unit, Product: c.Product}] = true
		}
	}
	for _, seat := range g.seats {
		for _, p := range g.a.Products {
			if c := (accountmap.Cell{Unit: g.a.Units[seat].ID, Product: p.ID}); !unsold[c] {
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
		if len(g.a.Contacts) > 0 {
			c.Contacts = append(c.Contacts, pick(g.r, g.a.Contacts).ID)
		}
		if len(g.a.Team) > 0 {
			c.Members = append(c.Members, pick(g.r, g.a.Team).ID)
		}
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
		if len(g.seats) > 0 {
			goal.Unit = g.a.Units[pick(g.r, g.seats)].ID
		}
		if len(g.a.Contacts) > 0 {
			goal.Owner = pick(g.r, g.a.Contacts).ID
		}
		g.a.Goals = append(g.a.Goals, goal)
	}
}
