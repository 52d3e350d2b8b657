package terms

import (
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestEveryReasonHasAWord(t *testing.T) {
	check(t, "reason", accountmap.Reasons(), (*Terms).Reason)
	check(t, "overdue", accountmap.OverdueKinds(), (*Terms).OverdueKind)
}
