package accountmaptest_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"
)

func TestHostileTextsAreAllowed(t *testing.T) {
	norace.Only(t)
	seen := map[string]bool{}
	for _, text := range accountmaptest.Hostile() {
		assert.False(t, seen[text], "%.40q is duplicate", text)
		seen[text] = true
		a := accountmaptest.Generate(1, accountmaptest.Typical(20))
		accountmaptest.FillText(a, text)
		assert.Empty(t, besidesAddresses(a), "%.40q", text)
	}
	for _, text := range []string{`</svg><script>alert(1)</script>`, `=cmd()`, `_x0041_`, `]]>`, `&amp;`, strings.Repeat("a", 5000)} {
		assert.True(t, seen[text], text)
	}
}

// besidesAddresses returns the problems of an account, except for invalid e-mail addresses: any
// text may be an address here.
func besidesAddresses(a *accountmap.Account) accountmap.Problems {
	return slices.DeleteFunc(accountmaptest.Validate(a), func(p accountmap.Problem) bool { return p.Code == accountmap.ErrInvalidAddress })
}

func TestRefusedTextsAreRefused(t *testing.T) {
	invalid := 0
	for _, text := range accountmaptest.Refused() {
		a := accountmaptest.Generate(1, accountmaptest.Typical(20))
		accountmaptest.FillText(a, text)
		_, err := accountmap.New(a)
		assert.ErrorIs(t, err, accountmap.ErrInvalidText, "%q", text)
		if !utf8.ValidString(text) {
			invalid++
		}
	}
	assert.NotZero(t, invalid)
}

func TestFillText(t *testing.T) {
	a := accountmaptest.Generate(1, accountmaptest.Typical(20))
	ids, stance, due := a.Contacts[3].ID, a.Contacts[3].Stance, a.Goals[0].Due
	accountmaptest.FillText(a, "¤")

	assert.Equal(t, "generated-1", a.ID)
	assert.Equal(t, ids, a.Contacts[3].ID)
	assert.Equal(t, stance, a.Contacts[3].Stance)
	assert.Equal(t, due, a.Goals[0].Due)
	assert.Equal(t, accountmap.Currency("EUR"), a.Currency)
	for _, text := range []string{
		a.Name, a.Notes, a.Tier, a.Units[0].Name, a.Units[0].Address, a.Units[0].City, a.Products[0].Line, a.Contacts[0].Name,
		a.Contacts[0].Title, a.Contacts[0].Email, a.Contacts[0].Evidence.Source, a.Relationships[0].Note, a.Coverage[0].Reason,
		a.Endorsements[0].Text, a.Communications[0].Summary, a.Goals[0].Evidence, a.Team[0].Role, a.Competitors[0].Strengths[0],
		a.Competitors[0].Threats[0], a.Handoff.Checklist[1].Text,
	} {
		assert.Equal(t, "¤", text)
	}
}

// TestFillTextLeavesNothingOut checks that a second call of FillText reaches every place that the
// first call reached.
func TestFillTextLeavesNothingOut(t *testing.T) {
	a := accountmaptest.Generate(1, accountmaptest.Typical(20))
	accountmaptest.FillText(a, "first")
	b, err := json.Marshal(a)
	require.NoError(t, err)
	firsts := strings.Count(string(b), `"first"`)
	assert.Greater(t, firsts, 250)
	accountmaptest.FillText(a, "second")
	b, err = json.Marshal(a)
	require.NoError(t, err)
	assert.Equal(t, firsts, strings.Count(string(b), `"second"`))
	assert.NotContains(t, string(b), "first")
}
