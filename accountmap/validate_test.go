package accountmap_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestSampleHasNoProblems(t *testing.T) {
	assert.Empty(t, accountmap.Validate(sample()))
}

func TestValidate(t *testing.T) {
	type account = accountmap.Account
	tests := []struct {
		name string
		edit func(a *account)
		want string // lines, separated by commas
	}{
		{"format 2", func(a *account) { a.Format = 2 }, "format unsupported-format"},
		{"format below zero", func(a *account) { a.Format = -1 }, "format unsupported-format"},
		{"format left out", func(a *account) { a.Format = 0 }, ""},

		{"name not UTF-8", func(a *account) { a.Name = "Acme\xff" }, "account.name invalid-text"},
		{"control character deep in a list", func(a *account) { a.Competitors[0].Strengths[0] = "a\x00b" },
			"competitors[0].strengths[0] invalid-text"},
		{"control character in the handoff", func(a *account) { a.Handoff.Checklist[0].Text = "\x1b[31m" },
			"handoff.checklist[0].text invalid-text"},
		{"noncharacter", func(a *account) { a.Notes = "\uffff" }, "account.notes invalid-text"},
		{"noncharacter of another plane", func(a *account) { a.Notes = "\U0001fffe" }, "account.notes invalid-text"},
		{"C1 control character", func(a *account) { a.Notes = "\u0085" }, "account.notes invalid-text"},
		{"line breaks, tabs, emoji and right-to-left are text", func(a *account) { a.Notes = "a\r\n\tb 👩🏽‍💻 שלום \u202e\ufeff\ufffd" }, ""},
		{"control character in an id", func(a *account) { a.Orders[0].ID = "o\x7f" }, "orders[0].id invalid-text"},

		{"unknown stance", func(a *account) { a.Contacts[1].Stance = "fan" }, "contacts[1].stance invalid-value"},
		{"word in another case", func(a *account) { a.Contacts[1].Stance = "Champion" }, "contacts[1].stance invalid-value"},
		{"unknown role", func(a *account) { a.Contacts[1].Roles[1] = "chief" }, "contacts[1].roles[1] invalid-value"},
		{"unknown reach", func(a *account) { a.Team[0].Reach[0].Wanted = "friend" }, "team[0].reach[0].wanted invalid-value"},
		{"30 February", func(a *account) { a.Orders[0].Date = day(2026, 2, 30) }, "orders[0].date invalid-value"},
		{"date of year 10000", func(a *account) { a.Handoff.End = day(10000, 1, 1) }, "handoff.end invalid-value"},
		{"date without a month", func(a *account) { a.AsOf = day(2026, 0, 1) }, "account.asOf invalid-value"},
		{"date deep in a contact", func(a *account) { a.Contacts[2].Evidence.Date = day(0, 1, 1) }, "contacts[2].evidence.date invalid-value"},
		{"currency in small letters", func(a *account) { a.Currency = "eur" }, "account.currency invalid-value"},
		{"amount in no currency", func(a *account) { a.Coverage[1].Value.Currency = "€" }, "coverage[1].value invalid-value"},

		{"unit without id", func(a *account) { a.Units[3].ID = ""; a.Orders[4].Unit = "shop" }, "units[3].id missing-id"},
		{"blank id", func(a *account) { a.Units[3].ID = " "; a.Orders[4].Unit = " " }, "units[3].id missing-id"},
		{"goal without id", func(a *account) { a.Goals[0].ID = "" }, "goals[0].id missing-id"},
		{"order without id", func(a *account) { a.Orders[0].ID = "" }, ""},

		{"same product twice", func(a *account) { a.Products = append(a.Products, a.Products[2]) }, "products[4].id duplicate-id"},
		{"same goal twice", func(a *account) { a.Goals[1].ID = "save" }, "goals[1].id duplicate-id"},
		{"same competitor twice", func(a *account) { a.Competitors = append(a.Competitors, a.Competitors[0]) },
			"competitors[1].id duplicate-id"},
		{"three of one id are two problems", func(a *account) { a.Team = append(a.Team, a.Team[1], a.Team[1]) },
			"team[2].id duplicate-id, team[3].id duplicate-id"},
		{"two contacts without id are no duplicates", func(a *account) { a.Contacts[6].ID, a.Contacts[8].ID = "", "" },
			"contacts[6].id missing-id, contacts[8].id missing-id"},
		{"one id in two lists", func(a *account) { a.Goals[0].ID = "hq" }, ""},

		{"account without name", func(a *account) { a.Name = "" }, "account.name missing-name"},
		{"blank name", func(a *account) { a.Units[0].Name = " \n" }, "units[0].name missing-name"},
		{"contact without name", func(a *account) { a.Contacts[0].Name = "" }, "contacts[0].name missing-name"},
		{"placeholder without name and title", func(a *account) { a.Contacts[7].Title = "" }, "contacts[7].name missing-name"},
		{"title is no name for a person we know", func(a *account) { a.Contacts[7].Placeholder = false }, "contacts[7].name missing-name"},
		{"goal, member and competitor without names", func(a *account) { a.Goals[0].Title, a.Team[1].Name, a.Competitors[0].Name = "", "", "" },
			"goals[0].title missing-name, team[1].name missing-name, competitors[0].name missing-name"},
		{"product without name", func(a *account) { a.Products[2].Name = "" }, "products[2].name missing-name"},

		{"relationship of nobody", func(a *account) { a.Relationships[0] = accountmap.Relationship{} },
			"relationships[0].from missing-value, relationships[0].kind missing-value, relationships[0].to missing-value"},
		{"cell of nothing", func(a *account) { a.Coverage[0] = accountmap.Cell{} },
			"coverage[0].product missing-value, coverage[0].status missing-value, coverage[0].unit missing-value"},
		{"order of nothing", func(a *account) { a.Orders[0] = accountmap.Order{} },
			"orders[0].date missing-value, orders[0].product missing-value, orders[0].unit missing-value"},
		{"endorsement of nobody", func(a *account) { a.Endorsements[0] = accountmap.Endorsement{} },
			"endorsements[0].contact missing-value, endorsements[0].kind missing-value"},
		{"exposure of nobody", func(a *account) { a.Exposures[0] = accountmap.Exposure{} },
			"exposures[0].contact missing-value, exposures[0].date missing-value, exposures[0].product missing-value"},
		{"communication of no day", func(a *account) { a.Communications[0].Date = accountmap.Date{} },
			"communications[0].date missing-value"},
		{"reach of nobody", func(a *account) { a.Team[0].Reach[0].Contact = "" }, "team[0].reach[0].contact missing-value"},

		{"parent that is not there", func(a *account) { a.Units[5].Parent = "nroth" }, "units[5].parent unknown-reference"},
		{"unit of a contact", func(a *account) { a.Contacts[8].Unit = "x" }, "contacts[8].unit unknown-reference"},
		{"people of a contact", func(a *account) { c := &a.Contacts[8]; c.ReportsTo, c.AssistantTo, c.Owner = "x", "y", "z" },
			"contacts[8].assistantTo unknown-reference, contacts[8].owner unknown-reference, contacts[8].reportsTo unknown-reference"},
		{"competitor of a cell", func(a *account) { a.Coverage[0].Competitor = "x" }, "coverage[0].competitor unknown-reference"},
		{"where an endorsement leads", func(a *account) { e := &a.Endorsements[0]; e.Product, e.ToUnit, e.ToContact = "x", "y", "z" },
			"endorsements[0].product unknown-reference, endorsements[0].toContact unknown-reference, endorsements[0].toUnit unknown-reference"},
		{"one of a list of references", func(a *account) { a.Communications[0].Contacts[1] = "x" },
			"communications[0].contacts[1] unknown-reference"},
		{"an empty one of a list of references", func(a *account) { a.Communications[0].Contacts[1] = "" }, ""},
		{"handoff", func(a *account) { a.Handoff.To = "x" }, "handoff.to unknown-reference"},
		{"unit of a member", func(a *account) { a.Team[0].Units[1] = "core" }, "team[0].units[1] unknown-reference"},
		{"who showed it", func(a *account) { a.Exposures[0].By = "boss" }, "exposures[0].by unknown-reference"},
		{"whose goal", func(a *account) { a.Goals[1].Unit, a.Goals[1].Owner = "x", "y" },
			"goals[1].owner unknown-reference, goals[1].unit unknown-reference"},

		{"power above the scale", func(a *account) { a.Contacts[0].Power = 6 }, "contacts[0].power out-of-range"},
		{"power below the scale", func(a *account) { a.Contacts[0].Power = -1 }, "contacts[0].power out-of-range"},
		{"strength and priority", func(a *account) { a.Relationships[0].Strength, a.Goals[0].Priority = 100, -5 },
			"relationships[0].strength out-of-range, goals[0].priority out-of-range"},
		{"quantity that is no number", func(a *account) { a.Orders[0].Quantity, a.Orders[1].Quantity = math.NaN(), math.Inf(-1) },
			"orders[0].quantity out-of-range, orders[1].quantity out-of-range"},
		{"goods returned", func(a *account) { a.Orders[0].Quantity = -3 }, ""},

		{"unit of itself", func(a *account) { a.Units[3].Parent = "trust" }, "units[3].parent unit-cycle"},
		{"units in a circle", func(a *account) { a.Units[0].Parent = "depot" }, "units[0].parent unit-cycle"},
		{"two circles", func(a *account) { a.Units[0].Parent, a.Units[1].Parent = "mill", "shop" },
			"units[0].parent unit-cycle, units[1].parent unit-cycle"},
		{"manager of oneself", func(a *account) { a.Contacts[8].ReportsTo = "drifter" }, "contacts[8].reportsTo reporting-cycle"},
		{"circle of managers", func(a *account) { a.Contacts[1].ReportsTo = "fitter" }, "contacts[1].reportsTo reporting-cycle"},
		{"circle through an assistant", func(a *account) { a.Contacts[1].ReportsTo = "clerk" }, "contacts[0].assistantTo reporting-cycle"},
		{"people who only lead into a circle are not named", func(a *account) { a.Contacts[5].ReportsTo = "fitter" },
			"contacts[4].reportsTo reporting-cycle"},

		{"in love with oneself", func(a *account) { a.Relationships[0].To = "adviser" }, "relationships[0].to self-relationship"},

		{"one cell twice", func(a *account) { a.Coverage[3] = a.Coverage[1] }, "coverage[3] duplicate-coverage"},
		{"one cell three times", func(a *account) { a.Coverage[3], a.Coverage[4] = a.Coverage[1], a.Coverage[1] },
			"coverage[3] duplicate-coverage, coverage[4] duplicate-coverage"},

		{"not relevant without a reason", func(a *account) { a.Coverage[2].Reason = "" }, "coverage[2].reason missing-reason"},
		{"blocked for a blank reason", func(a *account) { a.Coverage[7].Reason = "\t" }, "coverage[7].reason missing-reason"},
		{"a gap needs no reason", func(a *account) { a.Coverage[8].Reason = "" }, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := sample()
			test.edit(a)
			problems := accountmap.Validate(a)
			assert.Equal(t, test.want, strings.Join(lines(problems), ", "))
			for _, p := range problems {
				assert.Equal(t, accountmap.SeverityError, p.Severity)
				assert.NotEmpty(t, p.Detail)
				assert.NotEmpty(t, p.Hint, "no way out of %s", p.Detail)
			}
			m, err := accountmap.New(a)
			assert.Equal(t, test.want == "", err == nil)
			assert.Equal(t, err == nil, m != nil)
		})
	}
}

func TestValidateFindsTenFaultsAtOnce(t *testing.T) {
	a := sample()
	a.Format = 7
	a.Name = ""
	a.Units[0].Parent = "north"
	a.Products = append(a.Products, a.Products[0])
	a.Contacts[1].Power = 9
	a.Contacts[5].Stance = "enemy"
	a.Relationships[1].To = "boss"
	a.Coverage[7].Reason = ""
	a.Orders[0].Date = accountmap.Date{}
	a.Handoff.From = "nobody"
	assert.Equal(t, []string{
		"format unsupported-format",
		"account.name missing-name",
		"units[0].parent unit-cycle",
		"products[4].id duplicate-id",
		"contacts[1].power out-of-range",
		"contacts[5].stance invalid-value",
		"relationships[1].to self-relationship",
		"coverage[7].reason missing-reason",
		"orders[0].date missing-value",
		"handoff.from unknown-reference",
	}, lines(accountmap.Validate(a)))
}

func TestValidateNothing(t *testing.T) {
	want := []string{"account.name missing-name"}
	assert.Equal(t, want, lines(accountmap.Validate(nil)))
	assert.Equal(t, want, lines(accountmap.Validate(&accountmap.Account{})))
	m, err := accountmap.New(nil)
	assert.Nil(t, m)
	assert.ErrorIs(t, err, accountmap.ErrMissingName)
}

func TestValidateWithOwnRules(t *testing.T) {
	warn := accountmap.Rule{
		Code: "one-owner", Severity: accountmap.SeverityWarning,
		Check: func(a *accountmap.Account, report accountmap.Report) {
			for i := range a.Contacts {
				report("contacts["+strconv.Itoa(i)+"].owner", "nobody owns the contact", "name one of the team")
			}
		},
	}
	a := sample()
	a.Name = ""
	only := accountmap.Validate(a, warn)
	assert.Len(t, only, len(a.Contacts))
	assert.NoError(t, only.Err())
	assert.Error(t, accountmap.Validate(a, append(accountmap.Rules(), warn)...).Err())
}

func TestRulesAreTheCallers(t *testing.T) {
	rules := accountmap.Rules()
	rules[0].Code = "changed"
	assert.NotEqual(t, rules[0].Code, accountmap.Rules()[0].Code)
}

func TestHintsNameTheNearestID(t *testing.T) {
	a := sample()
	a.Units[5].Parent = "nroth"
	assert.Contains(t, accountmap.Validate(a)[0].Error(), `did you mean "north"?`)
	a.Units[5].Parent = "something else"
	assert.Contains(t, accountmap.Validate(a)[0].Hint, `"units"`)
}

func TestCyclesAreSpeltOut(t *testing.T) {
	a := sample()
	a.Units[0].Parent = "depot"
	assert.Contains(t, accountmap.Validate(a)[0].Detail, "hq → depot → north → hq")
}

// Each rule has a code of its own, and the two blocks of constants in problem.go are the codes of the rules and those of the codec.
func TestCodes(t *testing.T) {
	var ofRules []string
	for _, r := range accountmap.Rules() {
		assert.NotContains(t, ofRules, string(r.Code))
		ofRules = append(ofRules, string(r.Code))
	}
	blocks := codeConstants(t)
	require.Len(t, blocks, 2)
	assert.ElementsMatch(t, ofRules, blocks[0])
	seen := map[string]bool{}
	for _, code := range append(blocks[0], blocks[1]...) {
		assert.False(t, seen[code], "%s stands twice", code)
		assert.Equal(t, strings.ToLower(code), code)
		seen[code] = true
	}
}

// codeConstants returns the values of the constants of type Code, by block.
func codeConstants(t *testing.T) [][]string {
	file, err := parser.ParseFile(token.NewFileSet(), "problem.go", nil, 0)
	require.NoError(t, err)
	var blocks [][]string
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		var codes []string
		for _, s := range g.Specs {
			v := s.(*ast.ValueSpec)
			if name, ok := v.Type.(*ast.Ident); ok && name.Name == "Code" {
				code, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
				require.NoError(t, err)
				codes = append(codes, code)
			}
		}
		if codes != nil {
			blocks = append(blocks, codes)
		}
	}
	return blocks
}
