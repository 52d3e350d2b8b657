package crm

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSystemFiles holds that every embedded mapping is one that a caller might give: known tables, fields and words, no column twice.
func TestSystemFiles(t *testing.T) {
	for _, name := range []string{"common", "salesforce", "hubspot", "dynamics"} {
		f, err := readSystem(name)
		require.NoError(t, err)
		assert.NotEmpty(t, f.Title)
		assert.NoError(t, f.check(), name)
		for table := range f.Files {
			assert.Contains(t, tableNames(), table)
		}
	}
	for _, name := range Systems() {
		s, err := newSystem(name, nil)
		require.NoError(t, err)
		for _, table := range tables() {
			for _, group := range table.needs {
				for _, field := range group {
					assert.Contains(t, table.fields, field)
				}
			}
		}
		assert.NotEmpty(t, s.spelt("stage"))
	}
	_, err := newSystem("sap", nil)
	assert.Error(t, err)
}

func TestFileNames(t *testing.T) {
	for _, tt := range []struct {
		system      System
		file, table string
	}{
		{Salesforce, "OpportunityLineItem.csv", "lines"}, {Salesforce, "Account.csv", "accounts"}, {Salesforce,
			"opportunity_contact_role-2026.csv", "roles"},
		{HubSpot, "hubspot-crm-exports-all-contacts-2026-10-30.csv", "contacts"}, {HubSpot,
			"hubspot-crm-exports-all-line-items-2026-10-30.csv", "lines"},
		{Dynamics, "My Active Accounts 30-10-2026.csv", "accounts"}, {Dynamics, "Opportunity Products.csv", "lines"},
	} {
		s, err := newSystem(tt.system, nil)
		require.NoError(t, err)
		assert.True(t, s.calls(tt.file, tt.table), tt.file)
		assert.False(t, s.calls(tt.file, "users"), tt.file)
	}
}

func TestSalesforceSuffix(t *testing.T) {
	for id, want := range map[string]string{"0015g00000Kz001": "AAB", "AAAAAAAAAAAAAAA": "555", "aaaaaaaaaaaaaaa": "AAA", "aaaaAaaaAaaaAaa": "QIE"} {
		assert.Equal(t, want, salesforceSuffix(id), id)
	}
}

func TestCircles(t *testing.T) {
	for name, tt := range map[string]struct{ links, want []int }{
		"none":       {[]int{-1, 0, 1, 0}, nil},
		"one":        {[]int{2, 0, 1, 0}, []int{0}},
		"itself":     {[]int{-1, 1}, []int{1}},
		"two":        {[]int{1, 0, 3, 2, 0}, []int{0, 2}},
		"with tails": {[]int{3, 0, 3, 4, 5, 3}, []int{3}},
	} {
		assert.Equal(t, tt.want, circles(len(tt.links), func(i int) int { return tt.links[i] }), name)
	}
}
