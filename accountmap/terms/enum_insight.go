package terms

import "github.com/accountatlas/accountatlas/accountmap/insight"

// Check returns the words for a thing that a handoff should have in place: "A champion with power".
func (t *Terms) Check(c insight.Check) string { return enumWord(t, "check", c, unknown) }

// Gap returns the words for what is to be done when a check is not met: "Find a champion with power".
func (t *Terms) Gap(c insight.Check) string { return enumWord(t, "gap", c, unknown) }

// AgendaKind returns the word for a kind of appointment: "Renewal".
func (t *Terms) AgendaKind(k insight.AgendaKind) string { return enumWord(t, "agenda", k, unknown) }
