package accountmap_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestProblemsSortByPlace(t *testing.T) {
	sorted := accountmap.Problems{
		{Path: "zebra", Pos: accountmap.Pos{}},
		{Path: "b", Pos: accountmap.Pos{File: "a.yaml", Line: 2, Column: 9}},
		{Path: "a", Pos: accountmap.Pos{File: "a.yaml", Line: 10, Column: 1}},
		{Path: "c", Pos: accountmap.Pos{File: "a.yaml", Line: 10, Column: 2}},
		{Path: "a", Pos: accountmap.Pos{File: "b.yaml", Line: 1, Column: 1}},
	}
	assertSorted(t, sorted)
}

func TestProblemsSortByPathAsTheFileDoes(t *testing.T) {
	var sorted accountmap.Problems
	for _, path := range []string{
		"", "format", "account", "account.name", "units[0]", "units[0].id", "units[2].parent", "units[10].id", "products[0].id",
		"contacts[1].evidence.date", "contacts[1].roles[2]", "contacts[1].roles[11]", "coverage[3]", "coverage[3].reason", "orders[0].unit",
		"team[0].reach[9].now", "team[0].reach[10].contact", "handoff.from", "something", "something.else",
	} {
		sorted = append(sorted, accountmap.Problem{Path: path})
	}
	sorted = slices.Insert(sorted, 1,
		accountmap.Problem{Code: "a"}, accountmap.Problem{Code: "b"}, accountmap.Problem{Code: "b", Detail: "x"})
	assertSorted(t, sorted)
}

func assertSorted(t *testing.T, sorted accountmap.Problems) {
	t.Helper()
	for seed := range uint64(20) {
		shuffled := slices.Clone(sorted)
		r := rand.New(rand.NewPCG(seed, 0))
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		shuffled.Sort()
		require.Equal(t, sorted, shuffled)
	}
}

func TestProblemError(t *testing.T) {
	p := accountmap.Problem{
		Level: accountmap.LevelError, Code: accountmap.ErrUnknownReference, Path: "contacts[3].reportsTo",
		Detail: `no contact has the id "x"`, Hint: `did you mean "y"?`,
	}
	assert.Equal(t, `contacts[3].reportsTo: error unknown-reference: no contact has the id "x" (did you mean "y"?)`, p.Error())
	p.Pos = accountmap.Pos{File: "acme.yaml", Line: 41, Column: 16}
	assert.Equal(t, `acme.yaml:41:16: error unknown-reference: no contact has the id "x" (did you mean "y"?)`, p.Error())
	p.Pos.File, p.Hint = "", ""
	assert.Equal(t, `41:16: error unknown-reference: no contact has the id "x"`, p.Error())
	p.Pos = accountmap.Pos{File: "acme.yaml"}
	assert.Equal(t, `acme.yaml: error unknown-reference: no contact has the id "x"`, p.Error())
	assert.True(t, accountmap.Pos{}.IsZero())
	p.Pos, p.Path = accountmap.Pos{}, ""
	assert.Equal(t, `error unknown-reference: no contact has the id "x"`, p.Error())
}

func TestProblemsError(t *testing.T) {
	warning := accountmap.Problem{Level: accountmap.LevelWarning, Code: "w", Detail: "odd"}
	fault := accountmap.Problem{Level: accountmap.LevelError, Code: "e", Detail: "wrong"}
	assert.Equal(t, "no problems", accountmap.Problems(nil).Error())
	assert.Equal(t, "warning w: odd", accountmap.Problems{warning}.Error())
	assert.Equal(t, "warning w: odd (and 1 more)", accountmap.Problems{warning, warning}.Error())
	assert.Equal(t, "error e: wrong (and 2 more)", accountmap.Problems{warning, fault, fault}.Error(), "the first error, not the first problem")
	assert.Equal(t, "warning w: odd\nerror e: wrong\n", accountmap.Problems{warning, fault}.Report())

	assert.True(t, accountmap.Problems(nil).Err() == nil)
	assert.True(t, accountmap.Problems{warning}.Err() == nil, "warnings alone are no error, and not a typed nil")
	assert.Equal(t, accountmap.Problems{warning, fault}, accountmap.Problems{warning, fault}.Err())
}

func TestErrorsOfNew(t *testing.T) {
	a := sample()
	a.Units[1].ID, a.Contacts[0].Power = "hq", 9
	a.Coverage[9].Unit = "hq"
	_, err := accountmap.New(a)
	require.Error(t, err)
	assert.True(t, strings.HasPrefix(err.Error(), `account "Acme": units[1].id: error duplicate-id: `), err.Error())
	assert.Contains(t, err.Error(), "(and 3 more)")

	err = fmt.Errorf("reading: %w", err)
	assert.ErrorIs(t, err, accountmap.ErrDuplicateID)
	assert.ErrorIs(t, err, accountmap.ErrOutOfRange)
	assert.NotErrorIs(t, err, accountmap.ErrUnitCycle)
	problems, ok := errors.AsType[accountmap.Problems](err)
	require.True(t, ok)
	assert.Equal(t, []string{"units[1].id duplicate-id", "contacts[0].power out-of-range"}, newLines(problems))
	var first accountmap.Problem
	require.ErrorAs(t, err, &first)
	assert.Equal(t, accountmap.ErrDuplicateID, first.Code)
	code, ok := errors.AsType[accountmap.Code](err)
	assert.True(t, ok)
	assert.Equal(t, accountmap.ErrDuplicateID, code)
}

// A message must fit a screen, however long the texts of the account.
func TestMessagesStayShort(t *testing.T) {
	long := strings.Repeat("α", 5000)
	a := sample()
	a.Units[0].ID, a.Contacts[0].Stance, a.Currency = accountmap.UnitID(long), accountmap.Stance(long), accountmap.Currency(long)
	a.Relationships[0].From = accountmap.ContactID(long)
	a.Notes = long + "\x00"
	a.Units[1].Parent = "shop"
	a.Units[4].Parent = "mill" + accountmap.UnitID(long)
	a.Units[0].Parent, a.Name = a.Units[0].ID, long
	problems := accountmap.Validate(a)
	assert.NotEmpty(t, problems)
	for _, p := range problems {
		assert.Less(t, len(p.Error()), 700)
	}
	_, err := accountmap.New(a)
	assert.Less(t, len(err.Error()), 1500)
}

// TestProblemsPrintNoControlCharacters puts control characters into the names of a file, a sheet
// and a key, and a long text of a library.
func TestProblemsPrintNoControlCharacters(t *testing.T) {
	for _, p := range []accountmap.Problem{
		{Pos: accountmap.Pos{File: "in/\x1b[31mred.csv", Line: 3}},
		{Pos: accountmap.Pos{File: "a.xlsx", Sheet: "\u202eteehS", Line: 3, Column: 2}},
		{Path: "contacts[0].\x1b]0;title\a"},
		{Detail: "open \x1b[2J: no such file", Hint: "\x9b1m"},
		{Detail: strings.Repeat("|", 1_000_110), Hint: strings.Repeat(">", 1_000_110), Path: strings.Repeat("k", 1_000_110)},
	} {
		assert.NotContains(t, p.Error(), "\x1b")
		assert.Equal(t, -1, strings.IndexFunc(p.Error(), func(r rune) bool { return !unicode.IsGraphic(r) }), "%q", p.Error())
		assert.Less(t, len(p.Error()), 3100)
	}
}

// Each rule has a code of its own. The two blocks of constants in code.go are the codes of the
// rules and of the codec.
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
		assert.False(t, seen[code], "%s is duplicate", code)
		assert.Equal(t, strings.ToLower(code), code)
		seen[code] = true
	}
}

// codeConstants returns the values of the constants of type Code, by block.
func codeConstants(t *testing.T) [][]string {
	file, err := parser.ParseFile(token.NewFileSet(), "rules.go", nil, 0)
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

func TestMixedCurrencies(t *testing.T) {
	mixed := func(edit func(a *accountmap.Account)) []string {
		a := sample()
		a.Orders[0].Amount.Currency = "EUR"
		edit(a)
		return slices.DeleteFunc(lines(accountmap.Validate(a)), func(line string) bool { return !strings.HasSuffix(line, "mixed-currencies") })
	}
	assert.Empty(t, mixed(func(*accountmap.Account) {}), "the account's own currency, named or not; and an amount of a cell alone")
	assert.Equal(t, []string{"orders[0].amount mixed-currencies"}, mixed(func(a *accountmap.Account) { a.Coverage[3].Value = money(1, "JPY") }),
		"once a cell")
	assert.Equal(t, []string{"coverage[8].target mixed-currencies"}, mixed(func(a *accountmap.Account) { a.Coverage[8].Target = money(1, "") }))
	assert.Equal(t, []string{"targets[1].budget mixed-currencies"}, mixed(func(a *accountmap.Account) { a.Targets[1].Budget.Currency = "USD" }))
	assert.Equal(t, []string{"orders[1].amount mixed-currencies"}, mixed(func(a *accountmap.Account) { a.Currency = "" }), "none beside one")
	assert.Empty(t, mixed(func(a *accountmap.Account) { a.Terms[1].Value.Currency, a.Products[0].Price.Currency = "USD", "USD" }))
}

func TestWarningsStopNobody(t *testing.T) {
	errors, warnings := 0, 0
	for _, r := range accountmap.Rules() {
		if r.Level == accountmap.LevelWarning {
			warnings++
			continue
		}
		errors++
		assert.Zero(t, warnings, "errors come first: %s", r.Code)
	}
	assert.Equal(t, 19, errors)
	assert.Equal(t, 17, warnings)
}

func TestAddressesWithoutASignAreOneWarning(t *testing.T) {
	for emails, want := range map[string]string{
		"ana@x.example|a@x.example; b@y.example|root@localhost": "",
		"maria at x.example": `contacts[0].email: warning invalid-address: "maria at x.example" is not an e-mail address (write maria@x.example)`,
		"ok@x.example|maria|@x|maria@|a b@x": `contacts[1].email: warning invalid-address: "maria" is not an e-mail address, nor are those of 3 more ` +
			"(write one such as maria@example.org, or leave it out)",
	} {
		a := &accountmap.Account{Format: accountmap.FormatVersion, Profile: accountmap.Profile{Name: "A"}}
		for i, email := range strings.Split(emails, "|") {
			a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(fmt.Sprint(i)), Name: fmt.Sprint(i), Email: email})
		}
		assert.Equal(t, want, strings.TrimSpace(accountmap.Validate(a).Report()), emails)
	}
}

func TestDuplicatesNameTheFirst(t *testing.T) {
	a := sample()
	a.Units = append(a.Units, a.Units[1])
	a.Coverage = append(a.Coverage, a.Coverage[0])
	var related []string
	for _, p := range accountmap.Validate(a) {
		if p.Level == accountmap.LevelError {
			related = append(related, p.Path+" of "+p.Related)
		}
	}
	assert.Equal(t, []string{fmt.Sprintf("units[%d].id of units[1]", len(a.Units)-1),
		fmt.Sprintf("coverage[%d] of coverage[0]", len(a.Coverage)-1)}, related)
}

func TestProblemInJSON(t *testing.T) {
	text, err := json.Marshal(accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrDuplicateID, Path: "units[1].id", Related: "units[0]",
		Pos: accountmap.Pos{File: "a.yaml", Line: 7, Column: 5}, Detail: "twice", Hint: "once"})
	require.NoError(t, err)
	assert.JSONEq(t, `{"level": "error", "code": "duplicate-id", "path": "units[1].id", "related": "units[0]",
		"pos": {"file": "a.yaml", "line": 7, "column": 5}, "detail": "twice", "hint": "once"}`, string(text))
}
