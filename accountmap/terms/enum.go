package terms

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

// enumWord returns the word for a value of an enumeration, such as the word of "stance.champion".
// The zero value has the word of the name zero. An unknown value is returned as it is.
func enumWord[E ~string](t *Terms, enumeration string, value E, zero string) string {
	name := string(value)
	if name == "" {
		name = zero
	}
	if word, ok := t.orEnglish().words[enumeration+"."+name]; ok {
		return word
	}
	return name
}

const unknown = "unknown"

// Stance returns the word for a stance: "Champion". Like all words for values it begins with a
// capital, and for the zero value it is the language's word for unknown.
func (t *Terms) Stance(s accountmap.Stance) string { return enumWord(t, "stance", s, unknown) }

// StanceMark returns one character for a stance, for plain text without colour. The marks are the
// same in every language and are in Arial, Liberation Sans and the Go fonts, which a star and a
// chevron are not.
func (t *Terms) StanceMark(s accountmap.Stance) string {
	switch s {
	case accountmap.StanceChampion:
		return "▲"
	case accountmap.StanceSupporter:
		return "+"
	case accountmap.StanceNeutral:
		return "−"
	case accountmap.StanceSceptic:
		return "▼"
	case accountmap.StanceBlocker:
		return "■"
	}
	return "?"
}

// Role returns the word for a buying role: "Executive sponsor".
func (t *Terms) Role(r accountmap.Role) string { return enumWord(t, "role", r, unknown) }

// RoleShort returns a word of at most 16 letters for a buying role, to fit on a card: "Sponsor".
func (t *Terms) RoleShort(r accountmap.Role) string { return enumWord(t, "role-short", r, unknown) }

// ContactLevel returns the word for how close we are to a contact: "In depth".
func (t *Terms) ContactLevel(l accountmap.ContactLevel) string {
	return enumWord(t, "contact-level", l, unknown)
}

// Seniority returns the word for the level of a position: "Middle manager".
func (t *Terms) Seniority(s accountmap.Seniority) string { return enumWord(t, "seniority", s, unknown) }

// Orientation returns the word for what convinces a contact: "Financial".
func (t *Terms) Orientation(o accountmap.Orientation) string {
	return enumWord(t, "orientation", o, unknown)
}

// Adaptability returns the word for how readily a contact takes up something new: "Pragmatist".
func (t *Terms) Adaptability(a accountmap.Adaptability) string {
	return enumWord(t, "adaptability", a, unknown)
}

// RelationshipKind returns the word for a tie between two contacts: "Conflict".
func (t *Terms) RelationshipKind(k accountmap.RelationshipKind) string {
	return enumWord(t, "relationship", k, unknown)
}

// ReachLevel returns the word for a member's standing with a contact: "Trusted adviser".
func (t *Terms) ReachLevel(l accountmap.ReachLevel) string { return enumWord(t, "reach", l, unknown) }

// UnitKind returns the word for a kind of unit: "Subsidiary".
func (t *Terms) UnitKind(k accountmap.UnitKind) string { return enumWord(t, "unit", k, unknown) }

// Status returns the word for how far a product has come in a unit: "Sold". The zero Status is "Not
// assessed".
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

// EndorsementKind returns the word for a kind of endorsement: "Referral".
func (t *Terms) EndorsementKind(k accountmap.EndorsementKind) string {
	return enumWord(t, "endorsement", k, unknown)
}

// ExposureKind returns the word for the occasion on which a product was shown: "Demo".
func (t *Terms) ExposureKind(k accountmap.ExposureKind) string {
	return enumWord(t, "exposure", k, unknown)
}

// Reaction returns the word for a contact's reaction: "Interested".
func (t *Terms) Reaction(r accountmap.Reaction) string { return enumWord(t, "reaction", r, unknown) }

// Channel returns the word for a means of communication: "Video call".
func (t *Terms) Channel(c accountmap.Channel) string { return enumWord(t, "channel", c, unknown) }

// Direction returns the word for who started a communication, seen from us: "Outbound".
func (t *Terms) Direction(d accountmap.Direction) string { return enumWord(t, "direction", d, unknown) }

// TermKind returns the word for a kind of special condition: "Discount".
func (t *Terms) TermKind(k accountmap.TermKind) string { return enumWord(t, "term", k, unknown) }

// Phase returns the word for a stage in the life of an account: "Onboarding".
func (t *Terms) Phase(p accountmap.Phase) string { return enumWord(t, "phase", p, unknown) }

// MilestoneStatus returns the word for the state of a milestone: "In progress".
func (t *Terms) MilestoneStatus(s accountmap.MilestoneStatus) string {
	return enumWord(t, "milestone", s, unknown)
}

// SurveyKind returns the words for the question of a survey: "Satisfaction (CSAT)".
func (t *Terms) SurveyKind(k accountmap.SurveyKind) string { return enumWord(t, "survey", k, unknown) }

// Severity returns the word for the severity of a case or risk: "High".
func (t *Terms) Severity(g accountmap.Severity) string { return enumWord(t, "severity", g, unknown) }

// CaseKind returns the word for a kind of case: "Complaint".
func (t *Terms) CaseKind(k accountmap.CaseKind) string { return enumWord(t, "case", k, unknown) }

// CaseStatus returns the word for the state of a case: "In progress".
func (t *Terms) CaseStatus(s accountmap.CaseStatus) string {
	return enumWord(t, "case-status", s, unknown)
}

// CommitmentStatus returns the word for the state of a promise: "Kept".
func (t *Terms) CommitmentStatus(s accountmap.CommitmentStatus) string {
	return enumWord(t, "commitment", s, unknown)
}

// ObjectionStatus returns the word for the state of an objection: "Answered".
func (t *Terms) ObjectionStatus(s accountmap.ObjectionStatus) string {
	return enumWord(t, "objection", s, unknown)
}

// RiskState returns the word for the state of a risk: "Mitigated".
func (t *Terms) RiskState(s accountmap.RiskState) string { return enumWord(t, "risk", s, unknown) }

// Check returns the words for a check of a handoff: "A champion with power".
func (t *Terms) Check(c insight.Check) string { return enumWord(t, "check", c, unknown) }

// Gap returns the words for the task that meets a check: "Find a champion with power".
func (t *Terms) Gap(c insight.Check) string { return enumWord(t, "gap", c, unknown) }

// AgendaKind returns the word for a kind of appointment: "Renewal".
func (t *Terms) AgendaKind(k insight.AgendaKind) string { return enumWord(t, "agenda", k, unknown) }

// TransferKind returns the word for a kind of thing that passes to a colleague: "Promise".
func (t *Terms) TransferKind(k insight.TransferKind) string {
	return enumWord(t, "transfer", k, unknown)
}

// HealthAspect returns the words for a part of the health of an account: "Recent talks".
func (t *Terms) HealthAspect(a insight.HealthAspect) string { return enumWord(t, "health", a, unknown) }

// AlertSeverity returns the word for how much an alert matters: "Alarming".
func (t *Terms) AlertSeverity(s insight.AlertSeverity) string {
	return enumWord(t, "alert", s, unknown)
}

// Reason returns the words for a reason: "Asked within the last year".
func (t *Terms) Reason(r accountmap.Reason) string { return enumWord(t, "reason", r, unknown) }

// OverdueKind returns the word for a kind of thing that is late: "Follow-up".
func (t *Terms) OverdueKind(k accountmap.OverdueKind) string {
	return enumWord(t, "overdue", k, unknown)
}
