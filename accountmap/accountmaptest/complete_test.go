package accountmaptest

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// TestCompleteFillsEveryList checks that complete fills lists without list-specific code, and so
// fills every new list.
func TestCompleteFillsEveryList(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Name", Currency: "EUR"}}
	complete(a, func(*schema.Field) int { return 3 })
	complete(a, func(list *schema.Field) int { return 2 })
	_, err := accountmap.New(a)
	require.NoError(t, err)
	assert.Len(t, a.Contacts, 3)
	assert.Len(t, a.Relationships, 3)
	assert.Len(t, a.Targets, 3)
	assert.NotEmpty(t, a.Team[1].Reach[0].Contact)

	empty := &accountmap.Account{}
	complete(empty, func(list *schema.Field) int { return map[string]int{"orders": 2, "risks": 2}[list.Key] })
	assert.Empty(t, empty.Orders, "there is nothing to order")
	assert.Equal(t, []accountmap.Risk{{Text: "Text", Severity: "low", Mitigation: "Mitigation", State: "open"},
		{Text: "Text", Severity: "medium", Mitigation: "Mitigation", State: "mitigated"}}, empty.Risks)
}
