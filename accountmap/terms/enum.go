package terms

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

// enumWord returns the word for a value of an enumeration, such as the word of "stance.champion".
// An unknown value is returned as it is.
func enumWord[E ~string](t *Terms, enumeration string, value E) string {
	name := string(value)
	switch {
	case name != "":
	case enumeration == "status":
		name = "unassessed"
	case enumeration == "goal":
		name = string(accountmap.GoalKindGoal)
	default:
		name = "unknown"
	}
	if word, ok := t.orEnglish().words[enumeration+"."+name]; ok {
		return word
	}
	return name
}

// The words for the values of the account file: Stance returns "Champion" and UnitKind
// "Subsidiary". A word begins with a capital. The zero value has the language's word for unknown;
// the zero [accountmap.CoverageStatus] is "Not assessed", and the zero [accountmap.GoalKind] is
// "Goal".

func (t *Terms) Stance(s accountmap.Stance) string { return enumWord(t, "stance", s) }
func (t *Terms) Role(r accountmap.Role) string     { return enumWord(t, "role", r) }
func (t *Terms) ContactLevel(l accountmap.ContactLevel) string {
	return enumWord(t, "contact-level", l)
}
func (t *Terms) Seniority(s accountmap.Seniority) string       { return enumWord(t, "seniority", s) }
func (t *Terms) Orientation(o accountmap.Orientation) string   { return enumWord(t, "orientation", o) }
func (t *Terms) Adaptability(a accountmap.Adaptability) string { return enumWord(t, "adaptability", a) }
func (t *Terms) RelationshipKind(k accountmap.RelationshipKind) string {
	return enumWord(t, "relationship", k)
}
func (t *Terms) ReachLevel(l accountmap.ReachLevel) string   { return enumWord(t, "reach", l) }
func (t *Terms) UnitKind(k accountmap.UnitKind) string       { return enumWord(t, "unit", k) }
func (t *Terms) Status(s accountmap.CoverageStatus) string   { return enumWord(t, "status", s) }
func (t *Terms) SaleKind(k accountmap.SaleKind) string       { return enumWord(t, "sale", k) }
func (t *Terms) OrderStatus(s accountmap.OrderStatus) string { return enumWord(t, "order", s) }
func (t *Terms) GoalKind(k accountmap.GoalKind) string       { return enumWord(t, "goal", k) }
func (t *Terms) GoalState(s accountmap.GoalState) string     { return enumWord(t, "goal-state", s) }
func (t *Terms) EndorsementKind(k accountmap.EndorsementKind) string {
	return enumWord(t, "endorsement", k)
}
func (t *Terms) ExposureKind(k accountmap.ExposureKind) string { return enumWord(t, "exposure", k) }
func (t *Terms) Reaction(r accountmap.Reaction) string         { return enumWord(t, "reaction", r) }
func (t *Terms) Channel(c accountmap.Channel) string           { return enumWord(t, "channel", c) }
func (t *Terms) Direction(d accountmap.Direction) string       { return enumWord(t, "direction", d) }
func (t *Terms) TermKind(k accountmap.TermKind) string         { return enumWord(t, "term", k) }
func (t *Terms) Phase(p accountmap.Phase) string               { return enumWord(t, "phase", p) }
func (t *Terms) MilestoneStatus(s accountmap.MilestoneStatus) string {
	return enumWord(t, "milestone", s)
}
func (t *Terms) SurveyKind(k accountmap.SurveyKind) string { return enumWord(t, "survey", k) }
func (t *Terms) Severity(g accountmap.Severity) string     { return enumWord(t, "severity", g) }
func (t *Terms) CaseKind(k accountmap.CaseKind) string     { return enumWord(t, "case", k) }
func (t *Terms) CaseStatus(s accountmap.CaseStatus) string { return enumWord(t, "case-status", s) }
func (t *Terms) CommitmentStatus(s accountmap.CommitmentStatus) string {
	return enumWord(t, "commitment", s)
}
func (t *Terms) ObjectionStatus(s accountmap.ObjectionStatus) string {
	return enumWord(t, "objection", s)
}
func (t *Terms) RiskState(s accountmap.RiskState) string     { return enumWord(t, "risk", s) }
func (t *Terms) OverdueKind(k accountmap.OverdueKind) string { return enumWord(t, "overdue", k) }

// RoleShort returns a word of at most 16 letters for a buying role, to fit on a card: "Sponsor".
func (t *Terms) RoleShort(r accountmap.Role) string { return enumWord(t, "role-short", r) }

// StanceMark returns one character for a stance, for plain text without colour. The marks are the
// same in every language. Arial, Liberation Sans and the Go fonts have them, but have no star or
// chevron.
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

// The words for judgements.

func (t *Terms) AgendaKind(k insight.AgendaKind) string       { return enumWord(t, "agenda", k) }
func (t *Terms) TransferKind(k insight.TransferKind) string   { return enumWord(t, "transfer", k) }
func (t *Terms) HealthAspect(a insight.HealthAspect) string   { return enumWord(t, "health", a) }
func (t *Terms) AlertSeverity(s insight.AlertSeverity) string { return enumWord(t, "alert", s) }

// Check returns the words for a check of a handoff: "A champion with power".
func (t *Terms) Check(c insight.Check) string { return enumWord(t, "check", c) }

// Gap returns the words for the task that fulfils a check: "Find a champion with power".
func (t *Terms) Gap(c insight.Check) string { return enumWord(t, "gap", c) }

// Reason returns the words for a reason: "Asked within the last year".
func (t *Terms) Reason(r accountmap.Reason) string { return enumWord(t, "reason", r) }
