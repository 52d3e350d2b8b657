package codec_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// handmade is an account without problems, as a person writes one.
const handmade = `format: 1
account:
  name: Northwind
  currency: EUR
units:
  - id: hq
    name: Head office
  - id: lab
    name: Lab
    parent: hq
products:
  - {id: tea, name: Tea, price: 12.50}
contacts:
  - id: ana
    name: Ana Ruiz
    unit: hq
    stance: champion
    title: Buyer
  - id: jon
    name: Jon Berg
    unit: lab
    reportsTo: ana
    power: 3
relationships:
  - {from: jon, to: ana, kind: informal}
coverage:
  - {unit: hq, product: tea, status: opportunity, potential: 12000.00}
  - unit: lab
    product: tea
    status: gap
`

// TestMistakesByHand makes one mistake in the account, of those that people make by hand, and gets one problem: its place, its code and a way
// out that holds what is to be written.
func TestMistakesByHand(t *testing.T) {
	tests := map[string]struct{ old, new, want, says string }{
		"no dash, deep":                {"  - id: jon", "    id: jon", "19:5 duplicate-key contacts[0].id", `contacts[0] has a second id (begin a new entry with a dash: "- id: jon")`},
		"no dash, no name":             {"    name: Ana Ruiz\n    unit: hq\n    stance: champion\n    title: Buyer\n  - id: jon", "    id: jon", "15:5 duplicate-key contacts[0].id", `"- id: jon"`},
		"no dash, shallow":             {"  - id: jon", "  id: jon", "19:3 syntax", `"- id: jon"`},
		"no dash, no id":               {"  - {unit: hq, product: tea, status: opportunity, potential: 12000.00}\n  - unit", "  - unit: hq\n    product: tea\n    status: gap\n    unit", "30:5 duplicate-key coverage[0].unit", `coverage[0] has a second unit (begin a new entry with a dash: "- unit: lab")`},
		"two in braces":                {"{unit: hq, product", "{unit: hq, product: tea, unit: lab, product", "27:30 duplicate-key coverage[0].unit", "close the braces"},
		"long dash":                    {"  - id: jon", "  – id: jon", "19:3 syntax", `"- id: jon"`},
		"dash without a space":         {"  - id: jon", "  -id: jon", "19:3 syntax", `"- id: jon"`},
		"two dashes":                   {"  - id: jon", "  - - id: jon", "19:5 syntax", "second dash"},
		"entry without a key":          {"  - id: ana", "  - ana", "14:5 syntax", `"- id: ana"`},
		"thousands in braces":          {"12000.00", "12.000,00", "27:62 syntax", "a comma ends a value within braces (write the amount as 12000.00; a text with a comma goes in quotes)"},
		"American thousands":           {"12000.00", "1,012,000.00", "27:62 syntax", "write the amount as 1012000.00"},
		"text in braces":               {"Tea, price", "Tea, green, loose, price", "12:21 syntax", `"Tea, green, loose"`},
		"thousands":                    {"potential: 12000.00}\n", "potential: '12.000,00'}\n", "27:62 invalid-value coverage[0].potential", "write 12000.00"},
		"sign behind":                  {"12000.00", "12000.00 €", "27:62 invalid-value coverage[0].potential", "(write 12000.00 EUR)"},
		"sign before":                  {"potential: 12000.00}\n", "potential: '$12.000,00'}\n", "27:62 invalid-value coverage[0].potential", "(write 12000.00 USD)"},
		"sign and thousands":           {"potential: 12000.00}\n", "potential: '12.000,00 €'}\n", "27:62 invalid-value coverage[0].potential", "(write 12000.00 EUR)"},
		"sign, in braces":              {"12000.00", "12.000,00 €", "27:62 syntax", "write the amount as 12000.00 EUR;"},
		"closing quote forgotten":      {"title: Buyer\n  - id: jon\n    name: Jon Berg\n    unit: lab\n    reportsTo: ana\n    power: 3\nrelationships:\n  - {from: jon, to: ana, kind: informal}", "title: \"Buyer\n  - id: jon\n    name: \"Jon Berg\"", "18:12 syntax", "the text in quotes that begins here ends on line 20, where more follows (is its closing quote missing?"},
		"closing apostrophe forgotten": {"title: Buyer\n  - id: jon", "title: 'Buyer\n  - {id: 'jon'}\n  - id: jon2", "18:12 syntax", "ends on line 19"},
		"comment for a value":          {"Buyer", "#1 in lab", "18:12 hidden-text contacts[0].title", "put the whole text in quotes"},
		"comment within a text":        {"Buyer", "Head #1 in lab", "18:12 hidden-text contacts[0].title", "put the whole text in quotes"},
		"comment for a name":           {"Ana Ruiz", "#Ana", "15:11 missing-name contacts[0].name", `"#" begins a comment`},
		"comment in braces":            {"opportunity, potential: 12000.00", "blocked, reason: #1 rule", "27:55 syntax", "put the text in quotes"},
		"deeper":                       {"    stance: champion", "      stance: champion", "17:7 syntax", "indented deeper"},
		"deeper below a word":          {"    title: Buyer", "     title: Buyer", "18:6 syntax", "indented deeper"},
		"list deeper":                  {"contacts:", "  contacts:", "13:3 syntax", "indentation"},
		"no format":                    {"format: 1\n", "", "1:1 unsupported-format format", "add format: 1 at the top"},
		"quote without end":            {"Buyer", `"Buyer`, "18:12 syntax", "close it with the same quote"},
		"apostrophe":                   {"Buyer", "'Ana's buyer'", "18:17 syntax", "double quotes"},
		"tab":                          {"    stance", "\tstance", "17:1 syntax", "indent with spaces"},
		"no colon":                     {"stance: champion", "stance champion", "17:5 syntax", `write "stance: champion"`},
		"equals sign":                  {"stance: champion", "stance = champion", "17:5 syntax", `write "stance: champion"`},
		"no space":                     {"stance: champion", "stance:champion", "17:5 syntax", `"stance: champion"`},
		"second colon":                 {"Buyer", "Buyer: tea", "18:17 syntax", "put the text in quotes"},
		"list for an object":           {"  name: Northwind\n  currency", "  - name: Northwind\n  - currency", "3:3 wrong-type account", "without dashes"},
		"object for a list":            {"  - {from: jon, to: ana, kind: informal}", "  from: jon\n  to: ana", "25:3 wrong-type relationships", "begin each entry with a dash"},
		"contacts in a unit":           {"    parent: hq\n", "    parent: hq\n    contacts:\n      - id: kim\n", "11:5 unknown-key units[1].contacts", `move it to the top of the file`},
		"bracket without end":          {"title: Buyer", "roles: [user, coach", "18:12 syntax", `close it with "]"`},
		"brace without end":            {"price: 12.50}", "price: 12.50", "12:5 syntax", `close it with "}"`},
		"brace without end, below":     {"{from: jon, to: ana, kind: informal}", "{from: jon, to: ana, kind: informal", "25:5 syntax", `close it with "}"`},
		"list without a colon":         {"contacts:", "contacts", "13:1 syntax", `a key without a colon (write "contacts:")`},
		"text after a bar":             {"title: Buyer", "title: | Buyer", "18:14 syntax", "begin it on the next line"},
		"bracket too many":             {"12.50}", "12.50}}", "12:39 syntax", `unmatched "}"`},
		"roles without brackets":       {"title: Buyer", "roles: user, coach", "18:12 wrong-type contacts[0].roles", "[user, coach]"},
		"curly quotes":                 {"Northwind", "“Northwind”", "3:9 curly-quotes account.name", "use straight quotes, or none"},
		"curly quotes, a word":         {"champion", "“champion”", "17:13 invalid-value contacts[0].stance", "use straight quotes, or none"},
		"curly quotes, an id":          {"parent: hq", "parent: “hq”", "10:13 unknown-reference units[1].parent", "use straight quotes, or none"},
		"date of another country":      {"  currency: EUR", "  currency: EUR\n  asOf: 1/11/2026", "5:9 invalid-value account.asOf", "2026-11-01"},
		"yes":                          {"title: Buyer", "external: yes", "18:15 wrong-type contacts[0].external", "write true"},
		"no":                           {"title: Buyer", "external: No", "18:15 wrong-type contacts[0].external", "write false"},
		"word for a number":            {"power: 3", "power: high", "23:12 wrong-type contacts[1].power", "write digits"},
		"star":                         {"Buyer", "*buyer*", "18:12 syntax", "goes in quotes"},
	}
	_, problems := codec.Decode(strings.NewReader(handmade), codec.YAML)
	require.Empty(t, problems)
	for name, tt := range tests {
		require.Contains(t, handmade, tt.old, name)
		_, problems := codec.Decode(strings.NewReader(strings.Replace(handmade, tt.old, tt.new, 1)), codec.YAML)
		assert.Equal(t, tt.want+"\n", lines(problems), "%s: %s", name, problems)
		assert.Contains(t, problems.Report(), tt.says, name)
	}
}

// TestWarningsAreNoErrors reads what is doubtful as YAML has it.
func TestWarningsAreNoErrors(t *testing.T) {
	a, problems := codec.Decode(strings.NewReader(strings.Replace(handmade, "Buyer", "Head #1 in lab", 1)), codec.YAML)
	require.NoError(t, problems.Err())
	assert.Equal(t, "Head", a.Contacts[0].Title)
	for _, comment := range []string{"title: # to be asked", "title: Buyer # 1 of 2", "title: Buyer  #", "title: '1' #in quotes"} {
		_, problems := codec.Decode(strings.NewReader(strings.Replace(handmade, "title: Buyer", comment, 1)), codec.YAML)
		assert.Empty(t, problems, comment)
	}
}

// TestHintsInTheSyntaxOfTheFile writes keys with quotes in JSON and without in YAML.
func TestHintsInTheSyntaxOfTheFile(t *testing.T) {
	for f, want := range map[codec.Format][]string{
		codec.JSON: {`"format": 1`, `"units": []`, `["user", "coach"]`},
		codec.YAML: {`add format: 1`, `: units: []`, `[user, coach]`},
	} {
		file := `{"account": {"name": "N"}, "products": [], "contacts": [{"id": "c", "name": "C", "roles": "user, coach"}]}`
		_, problems := codec.Decode(strings.NewReader(file), f)
		for _, hint := range want {
			assert.Contains(t, problems.Report(), hint, f)
		}
		_, problems = codec.Decode(strings.NewReader(""), f)
		assert.Contains(t, problems.Report(), "begins with "+strings.TrimPrefix(want[0], "add "), f)
	}
}

func TestSecondEntryInJSON(t *testing.T) {
	file := `{"format": 1, "account": {"name": "N"}, "units": [{"id": "a", "name": "A", "id": "b", "name": "B", "parent": "b"}], "products": []}`
	a, problems := codec.Decode(strings.NewReader(file), codec.JSON)
	assert.EqualError(t, problems, "1:76: error duplicate-key: units[0] has a second id (close the braces of this entry before it, and open new ones)")
	assert.Equal(t, []accountmap.Unit{{ID: "a", Name: "A"}}, a.Units)
}
