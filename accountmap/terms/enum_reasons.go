package terms

import "github.com/accountatlas/accountatlas/accountmap"

// Reason returns the words for why something is in an answer: "Asked within the last year".
func (t *Terms) Reason(r accountmap.Reason) string { return enumWord(t, "reason", r, unknown) }

// OverdueKind returns the word for a kind of thing that is late: "Follow-up".
func (t *Terms) OverdueKind(k accountmap.OverdueKind) string {
	return enumWord(t, "overdue", k, unknown)
}
