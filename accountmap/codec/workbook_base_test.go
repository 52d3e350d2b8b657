package codec_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// baseOf unpacks the account in the hidden sheet of a workbook.
func baseOf(t testing.TB, book []byte) string {
	e := editorOf(t, book)
	rows, err := e.GetRows(hiddensheet.Name)
	require.NoError(t, err)
	var r hiddensheet.Reader
	for _, cells := range rows {
		require.NoError(t, r.Read(cells))
	}
	content, err := r.Content()
	require.NoError(t, err)
	text, err := json.Marshal(content.Account)
	require.NoError(t, err)
	return string(text)
}

// TestBaseDisclosesNoMore marks the values that a workbook does not show. Its base must not contain
// them.
func TestBaseDisclosesNoMore(t *testing.T) {
	const secret = "a secret"
	a := sample()
	var d table.Draft
	d.Load(sample())
	for _, tab := range table.All() {
		name, _ := tab.NameColumn()
		for row := range d.Len(tab) {
			for i, c := range tab.Columns {
				if (c.Kind == table.Text || c.Kind == table.LongText) && !c.List && !c.Required && i != name && tab.Name != "contacts" {
					d.Set(tab, row, i, secret)
				}
			}
		}
	}
	marked := d.Account(func(*table.Table, int) {})
	m, err := accountmap.New(marked)
	require.NoError(t, err)
	whole := baseOf(t, packedBook(t, m, nil))
	assert.Contains(t, whole, secret)
	part := baseOf(t, packedBook(t, m, []workbook.Sheet{{ID: "contacts"}, {ID: "exposure"}, {ID: "answers"}}))
	assert.NotContains(t, part, secret)
	assert.Contains(t, part, a.Contacts[0].Name)
	assert.NotContains(t, part, `"orders"`)

	scoped := sample()
	scoped.Contacts[0].Unit, scoped.Contacts[0].Notes = "group", secret
	m, err = accountmap.New(scoped)
	require.NoError(t, err)
	in := m.Select(accountmap.Scope{Units: []accountmap.UnitID{"site"}})
	part = baseOf(t, packedBook(t, in, nil))
	assert.Contains(t, part, `"site"`)
	assert.NotContains(t, part, secret)

	client := m.Select(accountmap.Scope{Audience: accountmap.AudienceClient})
	assert.NotContains(t, editorOf(t, packedBook(t, client, nil)).GetSheetList(), hiddensheet.Name)
}
