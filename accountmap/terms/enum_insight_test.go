package terms

import (
	"testing"

	"github.com/accountatlas/accountatlas/accountmap/insight"
)

func TestEveryInsightHasAWord(t *testing.T) {
	check(t, "check", insight.Checks(), (*Terms).Check)
	check(t, "gap", insight.Checks(), (*Terms).Gap)
	check(t, "transfer", insight.TransferKinds(), (*Terms).TransferKind)
	check(t, "health", insight.HealthAspects(), (*Terms).HealthAspect)
	check(t, "alert", insight.AlertSeverities(), (*Terms).AlertSeverity)
	check(t, "agenda", insight.AgendaKinds(), (*Terms).AgendaKind)
}
