package terms

import "github.com/accountatlas/accountatlas/accountmap"

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
