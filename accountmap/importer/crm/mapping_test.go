package crm_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
)

func TestReadMapping(t *testing.T) {
	m, err := crm.ReadMapping(strings.NewReader(`{"columns": {"contacts": {"note": ["Shoe Size"], "ignore": ["hat size"]}, "deals": {"productName": ["Line of Business"]}},
		"words": {"stage": {"Verbal": "proposed", "On ice": ""}, "role": {"Works Council": "influencer gatekeeper blocker"},
			"kind": {"Expansion": "upsell"}}}`))
	require.NoError(t, err)
	a, problems := imported(t, folder("Account.csv", accounts, "Contact.csv",
		"Id,LastName,AccountId,Role,Shoe Size,Hat-Size\na,A,1,works council,44,58\n",
		"Opportunity.csv", "Id,Name,AccountId,StageName,Amount,Type,Line Of Business\nd,D,1,VERBAL,5,Expansion,Tea\ne,E,2,On Ice,5,New,Tea\n"), &crm.Options{Mapping: m})
	assert.Empty(t, problems)
	c := contact(t, a, "A")
	assert.Equal(t, "Shoe Size: 44", c.Notes)
	assert.Equal(t, []accountmap.Role{accountmap.RoleInfluencer, accountmap.RoleGatekeeper}, c.Roles)
	assert.Equal(t, accountmap.StanceBlocker, c.Stance)
	require.Len(t, a.Coverage, 1, "a stage that says nothing makes no cell")
	assert.Equal(t, accountmap.CoverageProposed, a.Coverage[0].Status)
	assert.Equal(t, accountmap.SaleUpsell, a.Coverage[0].Kind)
}

func TestMappingMistakes(t *testing.T) {
	for text, want := range map[string]string{
		``:                          "the file ends before its JSON does",
		`{} {}`:                     "after the end",
		`{"column": {}}`:            `there is no key "column"; did you mean "columns"?`,
		`{"columns": {"deal": {}}}`: `there is no table "deal"; did you mean "deals"?`,
		`{"columns": {"deals": {"stages": ["x"]}}}`:                             `deals: there is no field "stages"; did you mean "stage"?`,
		`{"columns": {"deals": {"stage": ["X y"], "ignore": ["x-Y"]}}}`:         `the column "X y" cannot mean both ignore and stage`,
		`{"words": {"stag": {}}}`:                                               `there is no field "stag"; did you mean "stage"?`,
		`{"words": {"stage": {"a": "solt"}, "role": {"b": "wizard"}}}`:          `stage: "a": unknown value "solt"`,
		`{"words": {"power": {"a": "9"}}}`:                                      "9",
		`{"words": {"currency": {"a": "euro"}}}`:                                "ISO 4217",
		`{"words": {"gone": {"a": "perhaps"}}}`:                                 "neither yes nor no",
		`{"words": {"role": {"a": "champion wizard"}, "kind": {"b": "nieuw"}}}`: `"wizard"`,
	} {
		_, err := crm.ReadMapping(strings.NewReader(text))
		assert.ErrorContains(t, err, want, text)
	}
}

// TestWords checks the meaning of the words of each system, and of tools commonly used with it.
func TestWords(t *testing.T) {
	for heading, words := range map[string]map[string]accountmap.Contact{
		"Role": {
			"Champion": {Stance: accountmap.StanceChampion}, "CHAMPION": {Stance: accountmap.StanceChampion},
			"Detractor": {Stance: accountmap.StanceBlocker},
			"BLOCKER":   {Stance: accountmap.StanceBlocker}, "Anti-Sponsor": {Stance: accountmap.StanceBlocker},
			"Mentor":         {Stance: accountmap.StanceChampion},
			"DecisionMaker":  {Roles: []accountmap.Role{accountmap.RoleDecisionMaker}},
			"DECISION_MAKER": {Roles: []accountmap.Role{accountmap.RoleDecisionMaker}},
			"BUDGET_HOLDER":  {Roles: []accountmap.Role{accountmap.RoleBudgetHolder}}, "END_USER": {Roles: []accountmap.Role{accountmap.RoleUser}},
			"LEGAL_AND_COMPLIANCE":    {Roles: []accountmap.Role{accountmap.RoleLegal}},
			"Legal & Compliance":      {Roles: []accountmap.Role{accountmap.RoleLegal}},
			"ExecutiveSponsor":        {Roles: []accountmap.Role{accountmap.RoleExecutiveSponsor}},
			"TechnicalExpert":         {Roles: []accountmap.Role{accountmap.RoleTechnicalBuyer}},
			"Economic Decision Maker": {Roles: []accountmap.Role{accountmap.RoleDecisionMaker, accountmap.RoleBudgetHolder}}, "Other": {},
			"Buyer;Champion": {Roles: []accountmap.Role{accountmap.RoleProcurement}, Stance: accountmap.StanceChampion},
			"gatekeeper":     {Roles: []accountmap.Role{accountmap.RoleGatekeeper}},
		},
		"Support": {
			"Mentor": {Stance: accountmap.StanceChampion}, "Supporter": {Stance: accountmap.StanceSupporter},
			"Neutral":       {Stance: accountmap.StanceNeutral},
			"Non-Supporter": {Stance: accountmap.StanceSceptic}, "Enemy": {Stance: accountmap.StanceBlocker}, "Unknown": {},
		},
		"Relationship Strength": {
			"Will Recommend You": {Stance: accountmap.StanceChampion}, "Sees You Same As Everyone Else": {Stance: accountmap.StanceNeutral},
			"Mildly Negative": {Stance: accountmap.StanceSceptic}, "Strongly for Competition": {Stance: accountmap.StanceBlocker},
		},
		"Coverage": {
			"No Contact": {ContactLevel: accountmap.ContactLevelNone}, "Brief contact": {ContactLevel: accountmap.ContactLevelBrief},
			"Multiple Contacts": {ContactLevel: accountmap.ContactLevelMultiple}, "In Depth": {ContactLevel: accountmap.ContactLevelInDepth},
			"In-depth": {ContactLevel: accountmap.ContactLevelInDepth},
		},
		"Political Status":     {"Inner Circle": {Power: 5}, "Political Structure": {Power: 3}, "Outside Political Structure": {Power: 1}},
		"Decision Orientation": {"Financial": {Orientation: accountmap.OrientationFinancial}},
		"Adaptability":         {"Visionary": {Adaptability: accountmap.AdaptabilityVisionary}},
	} {
		for word, want := range words {
			t.Run(heading+" "+word, func(t *testing.T) {
				a, problems := imported(t, folder("Account.csv", "Id,Name\n1,Acme\n", "Contact.csv",
					"Id,LastName,AccountId,"+heading+"\na,A,1,"+word+"\n"), nil)
				assert.Empty(t, problems)
				got := a.Contacts[0]
				assert.Equal(t, "Salesforce: "+heading+" = "+word, got.Evidence.Source)
				got.Evidence, got.ID, got.Name, got.Unit = accountmap.Evidence{}, "", "", ""
				assert.Equal(t, want, got)
			})
		}
	}
}
