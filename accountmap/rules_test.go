package accountmap_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Each rule has a code of its own, and the two blocks of constants in code.go are the codes of the rules and those of the codec.
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
		if r.Severity == accountmap.SeverityWarning {
			warnings++
			continue
		}
		errors++
		assert.Zero(t, warnings, "errors come first: %s", r.Code)
	}
	assert.Equal(t, 18, errors)
	assert.Equal(t, 9, warnings)
}
