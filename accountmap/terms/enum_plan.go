package terms

import "github.com/accountatlas/accountatlas/accountmap"

// TermKind returns the word for a kind of special condition: "Discount".
func (t *Terms) TermKind(k accountmap.TermKind) string { return enumWord(t, "term", k, unknown) }

// Phase returns the word for a stage in the life of an account: "Onboarding".
func (t *Terms) Phase(p accountmap.Phase) string { return enumWord(t, "phase", p, unknown) }

// MilestoneStatus returns the word for the state of a milestone: "In progress".
func (t *Terms) MilestoneStatus(s accountmap.MilestoneStatus) string {
	return enumWord(t, "milestone", s, unknown)
}
