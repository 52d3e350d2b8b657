package terms

import "github.com/accountatlas/accountatlas/accountmap"

// UnitKind returns the word for a kind of unit: "Subsidiary".
func (t *Terms) UnitKind(k accountmap.UnitKind) string { return enumWord(t, "unit", k, unknown) }

// Status returns the word for how far a product has come in a unit: "Sold". The zero Status is "Not assessed".
func (t *Terms) Status(s accountmap.CoverageStatus) string {
	return enumWord(t, "status", s, "unassessed")
}

// SaleKind returns the word for a kind of sale: "Cross-sell".
func (t *Terms) SaleKind(k accountmap.SaleKind) string { return enumWord(t, "sale", k, unknown) }

// OrderStatus returns the word for the state of an order: "Partly delivered".
func (t *Terms) OrderStatus(s accountmap.OrderStatus) string { return enumWord(t, "order", s, unknown) }

// GoalKind returns the word for a kind of goal: "Obstacle". The zero GoalKind is "Goal".
func (t *Terms) GoalKind(k accountmap.GoalKind) string {
	return enumWord(t, "goal", k, string(accountmap.GoalKindGoal))
}

// GoalState returns the word for the state of a goal: "On track".
func (t *Terms) GoalState(s accountmap.GoalState) string {
	return enumWord(t, "goal-state", s, unknown)
}
