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
		assert.NotEmpty(t, s.spelt(fieldRole))
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
		says   said
		table  table
	}{
		{Salesforce, "OpportunityLineItem.csv", saysTable, linesTable}, {Salesforce, "Account.csv", saysTable, accountsTable},
		{Salesforce, "opportunity_contact_role-2026.csv", saysTable, rolesTable},
		{HubSpot, "hubspot-crm-exports-all-contacts-2026-10-30.csv", saysTable, contactsTable},
		{HubSpot, "hubspot-crm-exports-all-line-items-2026-10-30.csv", saysTable, linesTable},
		{Dynamics, "My Active Accounts 30-10-2026.csv", saysTable, accountsTable}, {Dynamics, "Opportunity Products.csv", saysTable, linesTable},
		{GoldMine, "CONTSUPP.csv", saysTable, supplementsTable}, {ACT, "Companies.txt", saysTable, accountsTable},
		{Salesforce, "Asset.csv", saysOther, noTable}, {Salesforce, "UserRole.csv", saysOther, noTable}, {Salesforce, "user_role.csv", saysOther, noTable},
		{Salesforce, "OpportunityHistory.csv", saysOther, noTable}, {Salesforce, "Account_Plan__c.csv", saysOther, noTable},
		{Salesforce, "QuoteLineItem.csv", saysOther, noTable}, {HubSpot, "hubspot-crm-exports-tickets.csv", saysOther, noTable},
		{Dynamics, "Sales Orders 1-2-2026.csv", saysOther, noTable}, {Salesforce, "report1700000.csv", saysNothing, noTable},
		{Salesforce, "Account leads.csv", saysOther, noTable}, {Dynamics, "Contact leads.csv", saysOther, noTable}, {HubSpot, "Deal quotes 2026.csv", saysOther, noTable}, {Salesforce, "Accounts and leads.csv", saysBoth, accountsTable}, {Salesforce, "Product requests (1).csv", saysUnknown, noTable}, {HubSpot, "deals of the team.csv", saysBoth, dealsTable},
		{Salesforce, "All data (2).csv", saysNothing, noTable}, {Salesforce, "Stammdaten.csv", saysUnknown, noTable},
	} {
		s, err := newSystem(tt.system, nil)
		require.NoError(t, err)
		says, tables := s.readName(tt.file)
		assert.Equal(t, tt.says, says, tt.file)
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
