package codec_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/workbook"
)

// workbookWith returns the workbook of an account with custom vocabulary.
func workbookWith(t testing.TB, a *accountmap.Account, language string, own map[string]string) []byte {
	m, err := accountmap.New(a)
	require.NoError(t, err)
	words, ok := terms.Lookup(language)
	require.True(t, ok)
	words, err = words.With(own)
	require.NoError(t, err)
	book, err := workbook.New(t.Context(), m, &workbook.Options{Terms: words})
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, book.WriteXLSX(&b))
	return b.Bytes()
}

// TestWorkbookInOwnWords reads back custom words, including words that mean another value by
// default.
func TestWorkbookInOwnWords(t *testing.T) {
	own := map[string]string{"stance.champion": "Mentor", "status.sold": "Won", "status.gap": "Sold", "table.yes": "Jawohl", "role.user": "Uses; it"}
	for _, language := range terms.Languages() {
		a := sample()
		a.Contacts[0].Stance, a.Contacts[0].Roles = accountmap.StanceChampion, []accountmap.Role{accountmap.RoleUser, accountmap.RoleLegal}
		a.Contacts[0].External = true
		a.Coverage[0].Status, a.Coverage[1].Status = accountmap.CoverageSold, accountmap.CoverageGap
		file := workbookWith(t, a, language, own)
		back, problems := decode(t, file)
		require.Empty(t, errorsOf(problems), language)
		requireSame(t, a, back, language)
		merged, problems := mergeOf(a, bytes.NewReader(file), nil)
		require.Empty(t, errorsOf(problems), language)
		requireSame(t, a, merged, language)

		file = edit(t, file, func(e editor) { e.setStatus(string(a.Coverage[0].Unit), string(a.Coverage[0].Product), " sold ") })
		back, problems = decode(t, file)
		require.Empty(t, errorsOf(problems), language)
		assert.Equal(t, accountmap.CoverageGap, back.Coverage[0].Status, "the house's word goes before the language's")
	}
}

// TestWordOfSeveralValues rejects a word that the workbook uses for several values.
func TestWordOfSeveralValues(t *testing.T) {
	legal := terms.English().Role(accountmap.RoleLegal)
	a := sample()
	a.Contacts[0].Stance, a.Contacts[0].Roles = accountmap.StanceChampion, []accountmap.Role{accountmap.RoleUser}
	_, problems := decode(t, workbookWith(t, a, "en", map[string]string{"stance.champion": "Supporter", "stance.supporter": "supporter", "role.user": legal}))
	assert.Contains(t, errorsOf(problems), `the workbook has the word "Supporter" for several values`)
	assert.Contains(t, errorsOf(problems), `the workbook has the word "`+legal+`" for several values`)
}
