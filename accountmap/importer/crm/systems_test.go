package crm

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSystemFiles checks that the embedded mappings are valid: known tables, fields and words, and
// no duplicate columns.
func TestSystemFiles(t *testing.T) {
	for _, name := range []string{"common", "salesforce", "hubspot", "dynamics", "act", "goldmine", "sugarcrm", "other"} {
		f, err := readSystem(name)
		require.NoError(t, err)
		assert.NotEmpty(t, f.Title)
		assert.NoError(t, f.check(), name)
		for name := range f.Files {
			assert.Contains(t, tables(), table(name))
		}
	}
	for _, name := range Systems() {
		s, err := newSystem(name, nil)
		require.NoError(t, err)
		for _, table := range tables() {
			for _, group := range append(table.layout().needs, table.layout().shows) {
				for _, f := range group {
					assert.Contains(t, table.layout().fields, f)
				}
			}
		}
		assert.NotEmpty(t, s.spellings(fieldRole))
	}
	_, err := newSystem("sap", nil)
	assert.Error(t, err)
}

// TestFields checks that the fields of a table have unique names.
func TestFields(t *testing.T) {
	for _, table := range tables() {
		fields := slices.Sorted(slices.Values(table.layout().fields))
		assert.NotContains(t, fields, noField, table)
		assert.Equal(t, slices.Compact(slices.Clone(fields)), fields, table)
	}
}

func TestFileNames(t *testing.T) {
	for _, tt := range []struct {
		system System
		file   string
		says   nameHint
		table  table
	}{
		{Salesforce, "OpportunityLineItem.csv", hintTable, linesTable}, {Salesforce, "Account.csv", hintTable, accountsTable},
		{Salesforce, "opportunity_contact_role-2026.csv", hintTable, rolesTable},
		{HubSpot, "hubspot-crm-exports-all-contacts-2026-10-30.csv", hintTable, contactsTable},
		{HubSpot, "hubspot-crm-exports-all-line-items-2026-10-30.csv", hintTable, linesTable},
		{Dynamics, "My Active Accounts 30-10-2026.csv", hintTable, accountsTable}, {Dynamics, "Opportunity Products.csv", hintTable, linesTable},
		{GoldMine, "CONTSUPP.csv", hintTable, supplementsTable}, {ACT, "Companies.txt", hintTable, accountsTable},
		{Salesforce, "Asset.csv", hintOther, noTable}, {Salesforce, "UserRole.csv", hintOther, noTable}, {Salesforce, "user_role.csv", hintOther, noTable},
		{Salesforce, "OpportunityHistory.csv", hintOther, noTable}, {Salesforce, "Account_Plan__c.csv", hintOther, noTable},
		{Salesforce, "QuoteLineItem.csv", hintOther, noTable}, {HubSpot, "hubspot-crm-exports-tickets.csv", hintOther, noTable},
		{Dynamics, "Sales Orders 1-2-2026.csv", hintOther, noTable}, {Salesforce, "report1700000.csv", hintNone, noTable},
		{Salesforce, "Account leads.csv", hintOther, noTable}, {Dynamics, "Contact leads.csv", hintOther, noTable}, {HubSpot, "Deal quotes 2026.csv", hintOther, noTable}, {Salesforce, "Accounts and leads.csv", hintBoth, accountsTable}, {Salesforce, "Product requests (1).csv", hintUnknown, noTable}, {HubSpot, "deals of the team.csv", hintBoth, dealsTable},
		{Salesforce, "All data (2).csv", hintNone, noTable}, {Salesforce, "Stammdaten.csv", hintUnknown, noTable},
	} {
		s, err := newSystem(tt.system, nil)
		require.NoError(t, err)
		hint, tables := s.readName(tt.file)
		assert.Equal(t, tt.says, hint, tt.file)
		if tt.table != noTable {
			assert.Equal(t, []table{tt.table}, tables, tt.file)
		}
	}
}

func TestSalesforceSuffix(t *testing.T) {
	for id, want := range map[string]string{"0015g00000Kz001": "AAB", "AAAAAAAAAAAAAAA": "555", "aaaaaaaaaaaaaaa": "AAA", "aaaaAaaaAaaaAaa": "QIE"} {
		assert.Equal(t, want, salesforceSuffix(id), id)
	}
}

func TestCycles(t *testing.T) {
	for name, tt := range map[string]struct{ links, want []int }{
		"none":       {[]int{-1, 0, 1, 0}, nil},
		"one":        {[]int{2, 0, 1, 0}, []int{0}},
		"itself":     {[]int{-1, 1}, []int{1}},
		"two":        {[]int{1, 0, 3, 2, 0}, []int{0, 2}},
		"with tails": {[]int{3, 0, 3, 4, 5, 3}, []int{3}},
	} {
		assert.Equal(t, tt.want, cycles(len(tt.links), func(i int) int { return tt.links[i] }), name)
	}
}
