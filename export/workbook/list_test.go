package workbook_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook"
)

// TestRegularTalksInWords checks that a recurrence rule and its description are in adjacent
// columns, under different headings in every language.
func TestRegularTalksInWords(t *testing.T) {
	const rule = "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU"
	m, err := accountmap.New(&accountmap.Account{
		Format: accountmap.FormatVersion, Profile: accountmap.Profile{Name: "Acme"}, Units: []accountmap.Unit{}, Products: []accountmap.Product{},
		Cadences: []accountmap.Cadence{{Title: "Review", Every: rule, From: accountmap.Date{Year: 2026, Month: 11, Day: 3}}},
	})
	require.NoError(t, err)
	for language, want := range map[string]string{"en": "every 3 months", "es": "cada 3 meses", "el": "κάθε 3 μήνες"} {
		words, _ := terms.Lookup(language)
		book, err := workbook.New(t.Context(), m, &workbook.Options{Terms: words, Sheets: []workbook.Sheet{{ID: "cadences"}}})
		require.NoError(t, err)
		rows := book.Sheets[0].Rows
		entry, heads, keys := rows[len(rows)-1], rows[len(rows)-2], rows[len(rows)-3]
		found := false
		for i, c := range entry.Cells {
			if c.Value != sheet.Literal(rule) {
				continue
			}
			found = true
			assert.Equal(t, sheet.Text(want), entry.Cells[i+1].Value, language)
			assert.Nil(t, keys.Cells[i+1].Value, "it is not read back")
			assert.NotEqual(t, heads.Cells[i].Value, heads.Cells[i+1].Value, language)
		}
		assert.True(t, found, language)
	}
}
