package codec_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// handmade is a valid account file as a person would write it.
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

// TestMistakesByHand makes one typical mistake in the account and expects one problem: its place,
// its code and a hint with the text to write.
func TestMistakesByHand(t *testing.T) {
	tests := map[string]struct{ old, new, want, says string }{
		"title for an id":               {"reportsTo: ana", "reportsTo: buyer", "22:16 unknown-reference contacts[1].reportsTo", `(write its id, "ana")`},
		"nobody":                        {"reportsTo: ana", "reportsTo: nobody", "22:16 unknown-reference contacts[1].reportsTo", "(leave it out if there is none, or if it is unknown)"},
		"dash for nobody":               {"reportsTo: ana", "reportsTo: '-'", "22:16 unknown-reference contacts[1].reportsTo", "leave it out"},
		"unit in a unit":                {"unit: lab\n    reportsTo", "unit: Head office / Lab\n    reportsTo", "21:11 unknown-reference contacts[1].unit", `did you mean "lab", Lab?`},
		"id after a unit":               {"unit: lab\n    reportsTo", "unit: Head office > lab\n    reportsTo", "21:11 unknown-reference contacts[1].unit", `did you mean "lab"`},
		"amount before taxes":           {"12000.00", "12000 + VAT", "27:62 invalid-value coverage[0].potential", "(write 12000.00, and what it is for in a text)"},
		"amount, net":                   {"12000.00", "12000 net", "27:62 invalid-value coverage[0].potential", "(write 12000.00, and what it is for in a text)"},
		"end of a month":                {"currency: EUR", "currency: EUR\n  asOf: end of March 2027", "5:9 invalid-value account.asOf", "(write 2027-03-31)"},
		"end of a month in Spanish":     {"currency: EUR", "currency: EUR\n  asOf: finales de marzo de 2027", "5:9 invalid-value account.asOf", "(write 2027-03-31)"},
		"end of a year in Greek":        {"currency: EUR", "currency: EUR\n  asOf: τέλος 2027", "5:9 invalid-value account.asOf", "(write 2027-12-31)"},
		"day to come":                   {"currency: EUR", "currency: EUR\n  asOf: in 3 months", "5:9 invalid-value account.asOf", "(write the day in digits, such as 2026-11-01)"},
		"day before the month":          {"currency: EUR", "currency: EUR\n  asOf: 2026-13-02", "5:9 invalid-value account.asOf", "(write 2026-02-13)"},
		"stars of power":                {"power: 3", "power: ★★★☆☆", "23:12 wrong-type contacts[1].power", "(write 3)"},
		"about three":                   {"power: 3", "power: ~3", "23:12 wrong-type contacts[1].power", "(write 3)"},
		"word among others":             {"opportunity", "hot opportunity", "27:38 invalid-value coverage[0].status", `(did you mean "opportunity"?`},
		"word that is denied":           {"status: gap", "status: not sold", "30:13 invalid-value coverage[1].status", "one of sold, opportunity"},
		"birthday":                      {"    power: 3", "    power: 3\n    birthday: 1970-03-02", "24:5 unknown-key contacts[1].birthday", `(write it in "notes", or delete it; the keys here are`},
		"our people":                    {"relationships:", "our people:\n  - {id: eva, name: Eva}\nrelationships:", "24:1 unknown-key our people", `did you mean "team"?`},
		"quotes in quotes":              {"title: Buyer", `title: "Head "Lab""`, "18:19 syntax", "the text continues after its closing quote (put the whole text in single quotes"},
		"at sign first":                 {"title: Buyer", "title: @Lab", "18:12 syntax", `put the text in quotes: "@Lab"`},
		"surname first":                 {"reportsTo: ana", "reportsTo: Ruiz, Ana", "22:16 unknown-reference contacts[1].reportsTo", `(write its id, "ana")`},
		"by an address":                 {"    title: Buyer", "    email: a.ruiz@north.example\n  - {id: eva, name: Eva Lund, reportsTo: A.Ruiz@north.example}", "19:42 unknown-reference contacts[1].reportsTo", `(write its id, "ana")`},
		"by an address without an id":   {"    title: Buyer", "    title: Buyer\n  - {name: Eva Lund, email: eva@north.example}\n  - {id: lia, name: Lia, reportsTo: eva@north.example}", "19:5 missing-id contacts[1].id\n20:37 unknown-reference contacts[2].reportsTo", `add it to "contacts"`},
		"a day as a number":             {"relationships:", "orders:\n  - {unit: lab, product: tea, date: 46327}\nrelationships:", "25:37 invalid-value orders[0].date\n32:13 unexpected-orders coverage[1].status", "(write 2026-11-01, if it is a spreadsheet's number of a day)"},
		"no dash, deep":                 {"  - id: jon", "    id: jon", "19:5 duplicate-key contacts[0].id", `contacts[0] has a second id (begin a new entry with a dash: "- id: jon")`},
		"no dash, no name":              {"    name: Ana Ruiz\n    unit: hq\n    stance: champion\n    title: Buyer\n  - id: jon", "    id: jon", "15:5 duplicate-key contacts[0].id", `"- id: jon"`},
		"no dash, shallow":              {"  - id: jon", "  id: jon", "19:3 syntax", `"- id: jon"`},
		"no dash, no id":                {"  - {unit: hq, product: tea, status: opportunity, potential: 12000.00}\n  - unit", "  - unit: hq\n    product: tea\n    status: gap\n    unit", "30:5 duplicate-key coverage[0].unit", `coverage[0] has a second unit (begin a new entry with a dash: "- unit: lab")`},
		"two in braces":                 {"{unit: hq, product", "{unit: hq, product: tea, unit: lab, product", "27:30 duplicate-key coverage[0].unit", "close the braces"},
		"long dash":                     {"  - id: jon", "  – id: jon", "19:3 syntax", `"- id: jon"`},
		"dash without a space":          {"  - id: jon", "  -id: jon", "19:3 syntax", `"- id: jon"`},
		"two dashes":                    {"  - id: jon", "  - - id: jon", "19:5 syntax", "second dash"},
		"entry without a key":           {"  - id: ana", "  - ana", "14:5 syntax", `"- id: ana"`},
		"thousands in braces":           {"12000.00", "12.000,00", "27:62 syntax", "a comma ends a value within braces (write the amount as 12000.00; a text with a comma goes in quotes)"},
		"American thousands":            {"12000.00", "1,012,000.00", "27:62 syntax", "write the amount as 1012000.00"},
		"text in braces":                {"Tea, price", "Tea, green, loose, price", "12:21 syntax", `"Tea, green, loose"`},
		"thousands":                     {"potential: 12000.00}\n", "potential: '12.000,00'}\n", "27:62 invalid-value coverage[0].potential", "write 12000.00"},
		"sign behind":                   {"12000.00", "12000.00 €", "27:62 invalid-value coverage[0].potential", "(write 12000.00 EUR)"},
		"sign before":                   {"potential: 12000.00}\n", "potential: '$12.000,00'}\n", "27:62 invalid-value coverage[0].potential", "(write 12000.00 USD)"},
		"sign and thousands":            {"potential: 12000.00}\n", "potential: '12.000,00 €'}\n", "27:62 invalid-value coverage[0].potential", "(write 12000.00 EUR)"},
		"sign, in braces":               {"12000.00", "12.000,00 €", "27:62 syntax", "write the amount as 12000.00 EUR;"},
		"closing quote forgotten":       {"title: Buyer\n  - id: jon\n    name: Jon Berg\n    unit: lab\n    reportsTo: ana\n    power: 3\nrelationships:\n  - {from: jon, to: ana, kind: informal}", "title: \"Buyer\n  - id: jon\n    name: \"Jon Berg\"", "18:12 syntax", "the text in quotes that begins here ends on line 20, where more follows (is its closing quote missing?"},
		"closing apostrophe forgotten":  {"title: Buyer\n  - id: jon", "title: 'Buyer\n  - {id: 'jon'}\n  - id: jon2", "18:12 syntax", "ends on line 19"},
		"list in braces":                {"kind: informal}", "kind: informal}\n  - {from: jon, to: ana, kind: informal, note: decision-maker, user}", "26:48 syntax", "put a list in square brackets: [decision-maker, user], and a text in quotes"},
		"commas in a text in braces":    {"kind: informal}", "kind: informal}\n  - {from: jon, to: ana, kind: informal, note: Old friends, from school}", "26:48 syntax", `put the whole text in quotes: "Old friends, from school"`},
		"comment for a value":           {"Buyer", "#1 in lab", "18:12 hidden-text contacts[0].title", "put the whole text in quotes"},
		"comment within a text":         {"Buyer", "Head #1 in lab", "18:12 hidden-text contacts[0].title", "put the whole text in quotes"},
		"comment for a name":            {"Ana Ruiz", "#Ana", "15:11 missing-name contacts[0].name", `"#" begins a comment`},
		"comment in braces":             {"opportunity, potential: 12000.00", "blocked, reason: #1 rule", "27:55 syntax", "put the text in quotes"},
		"deeper":                        {"    stance: champion", "      stance: champion", "17:7 syntax", "indented deeper"},
		"deeper below a word":           {"    title: Buyer", "     title: Buyer", "18:6 syntax", "indented deeper"},
		"list deeper":                   {"contacts:", "  contacts:", "13:3 syntax", "indentation"},
		"no format":                     {"format: 1\n", "", "1:1 unsupported-format format", "add format: 1 at the top"},
		"quote without end":             {"Buyer", `"Buyer`, "18:12 syntax", "close it with the same quote"},
		"apostrophe":                    {"Buyer", "'Ana's buyer'", "18:17 syntax", "double quotes"},
		"tab":                           {"    stance", "\tstance", "17:1 syntax", "indent with spaces"},
		"no colon":                      {"stance: champion", "stance champion", "17:5 syntax", `write "stance: champion"`},
		"equals sign":                   {"stance: champion", "stance = champion", "17:5 syntax", `write "stance: champion"`},
		"no space":                      {"stance: champion", "stance:champion", "17:5 syntax", `"stance: champion"`},
		"second colon":                  {"Buyer", "Buyer: tea", "18:17 syntax", "put the text in quotes"},
		"list for an object":            {"  name: Northwind\n  currency", "  - name: Northwind\n  - currency", "3:3 wrong-type account", "without dashes"},
		"object for a list":             {"  - {from: jon, to: ana, kind: informal}", "  from: jon\n  to: ana", "25:3 wrong-type relationships", "begin each entry with a dash"},
		"contacts in a unit":            {"    parent: hq\n", "    parent: hq\n    contacts:\n      - id: kim\n", "11:5 unknown-key units[1].contacts", `move it to the top of the file`},
		"bracket without end":           {"title: Buyer", "roles: [user, coach", "18:12 syntax", `close it with "]"`},
		"brace without end":             {"price: 12.50}", "price: 12.50", "12:5 syntax", `close it with "}"`},
		"brace without end, below":      {"{from: jon, to: ana, kind: informal}", "{from: jon, to: ana, kind: informal", "25:5 syntax", `close it with "}"`},
		"list without a colon":          {"contacts:", "contacts", "13:1 syntax", `a key without a colon (write "contacts:")`},
		"text after a bar":              {"title: Buyer", "title: | Buyer", "18:14 syntax", "begin it on the next line"},
		"bracket too many":              {"12.50}", "12.50}}", "12:39 syntax", `unmatched "}"`},
		"roles without brackets":        {"title: Buyer", "roles: user, coach", "18:12 wrong-type contacts[0].roles", "[user, coach]"},
		"curly quotes":                  {"Northwind", "“Northwind”", "3:9 curly-quotes account.name", "use straight quotes, or none"},
		"curly quotes, a word":          {"champion", "“champion”", "17:13 invalid-value contacts[0].stance", "use straight quotes, or none"},
		"curly quotes, an id":           {"parent: hq", "parent: “hq”", "10:13 unknown-reference units[1].parent", "use straight quotes, or none"},
		"date of another country":       {"  currency: EUR", "  currency: EUR\n  asOf: 1/11/2026", "5:9 invalid-value account.asOf", "2026-11-01"},
		"yes":                           {"title: Buyer", "external: yes", "18:15 wrong-type contacts[0].external", "write true"},
		"no":                            {"title: Buyer", "external: No", "18:15 wrong-type contacts[0].external", "write false"},
		"word for a number":             {"power: 3", "power: high", "23:12 wrong-type contacts[1].power", "write a number from 1 to 5"},
		"day first":                     {"  currency: EUR", "  currency: EUR\n  asOf: 31/12/2026", "5:9 invalid-value account.asOf", "(write 2026-12-31)"},
		"month first":                   {"  currency: EUR", "  currency: EUR\n  asOf: 12/31/2026", "5:9 invalid-value account.asOf", "(write 2026-12-31)"},
		"day of one digit":              {"  currency: EUR", "  currency: EUR\n  asOf: 2026-11-3", "5:9 invalid-value account.asOf", "(write 2026-11-03)"},
		"points in a day":               {"  currency: EUR", "  currency: EUR\n  asOf: 3.11.2026", "5:9 invalid-value account.asOf", "(write 2026-11-03)"},
		"month in words":                {"  currency: EUR", "  currency: EUR\n  asOf: 3 November 2026", "5:9 invalid-value account.asOf", "(write 2026-11-03)"},
		"day of two readings":           {"  currency: EUR", "  currency: EUR\n  asOf: 3/11/2026", "5:9 invalid-value account.asOf", "(write 2026-11-03 for 3 November, or 2026-03-11 for 11 March)"},
		"sign and thousands alone":      {"price: 12.50}", "price: '€1,250'}", "12:33 invalid-value products[0].price", "(write 1250.00 EUR)"},
		"thousands alone":               {"price: 12.50}", "price: '1,250'}", "12:33 invalid-value products[0].price", "(write 1250.00)"},
		"space between thousands":       {"price: 12.50}", "price: 12 000}", "12:33 invalid-value products[0].price", "(write 12000.00)"},
		"thousands by a letter":         {"price: 12.50}", "price: 12k}", "12:33 invalid-value products[0].price", "(write 12000.00)"},
		"amount in words":               {"price: 12.50}", "price: doce mil}", "12:33 invalid-value products[0].price", "(write it in digits, such as 1250.00, or leave it out until it is known)"},
		"thousands and a sign":          {"price: 12.50}", "price: 12 k€}", "12:33 invalid-value products[0].price", "(write 12000.00 EUR)"},
		"thousands and a code":          {"price: 12.50}", "price: 12k USD}", "12:33 invalid-value products[0].price", "(write 12000.00 USD)"},
		"day without a year":            {"  currency: EUR", "  currency: EUR\n  asOf: 20 November", "5:9 invalid-value account.asOf", "(write the year as well, such as 2026-11-20)"},
		"Spanish day without a year":    {"  currency: EUR", "  currency: EUR\n  asOf: 20 de noviembre", "5:9 invalid-value account.asOf", "(write the year as well, such as 2026-11-20)"},
		"day and month":                 {"  currency: EUR", "  currency: EUR\n  asOf: 20/11", "5:9 invalid-value account.asOf", "(write the year as well, such as 2026-11-20)"},
		"three decimals":                {"price: 12.50}", "price: 1.250}", "12:33 invalid-value products[0].price", "(write 1250.00)"},
		"percent sign":                  {"relationships:", "terms:\n  - {kind: discount, percent: 10%}\nrelationships:", "25:31 wrong-type terms[0].percent", "(write 10)"},
		"percent with a comma":          {"relationships:", "terms:\n  - {kind: discount, percent: '12,5'}\nrelationships:", "25:31 wrong-type terms[0].percent", "(write 12.5, without quotes)"},
		"percent in words":              {"relationships:", "terms:\n  - {kind: discount, percent: ten}\nrelationships:", "25:31 wrong-type terms[0].percent", "(write a number from 0 to 100)"},
		"power in words, in quotes":     {"power: 3", "power: 'high'", "23:12 wrong-type contacts[1].power", "write a number from 1 to 5"},
		"power in quotes":               {"power: 3", "power: '3'", "23:12 wrong-type contacts[1].power", "take the quotes away"},
		"power off the scale":           {"power: 3", "power: 9", "23:12 out-of-range contacts[1].power", "from 1 to 5"},
		"no end of a relationship":      {"{from: jon, to", "{to", "25:5 missing-value relationships[0].from", `the relationship has no "from" (write "from: ana", the id of a contact)`},
		"no day of an order":            {"relationships:", "orders:\n  - {unit: hq, product: tea}\nrelationships:", "25:5 missing-value orders[0].date\n29:38 unexpected-orders coverage[0].status", `write "date: 2026-11-01", the day`},
		"no day of the only order":      {"relationships:", "orders:\n  - {unit: hq, product: tea}\nrelationships:", "25:5 missing-value orders[0].date\n29:38 unexpected-orders coverage[0].status", `the cell is opportunity, but has orders: 1 (make it sold`},
		"no rhythm":                     {"relationships:", "cadences:\n  - {title: Call, channel: phone, from: 2026-01-01}\nrelationships:", "25:5 missing-value cadences[0].every", `the cadence has no "every" (write "every: monthly", or a rule such as FREQ=MONTHLY;INTERVAL=3)`},
		"quantity in words":             {"relationships:", "orders:\n  - {unit: hq, product: tea, date: 2026-01-01, quantity: many}\nrelationships:", "25:58 wrong-type orders[0].quantity\n29:38 unexpected-orders coverage[0].status", "write it in digits, such as 12 or 12.5"},
		"name for an id":                {"parent: hq", "parent: Head office", "10:13 unknown-reference units[1].parent", `write its id, "hq"`},
		"two ids for one":               {"parent: hq", "parent: hq and lab", "10:13 unknown-reference units[1].parent", `one unit is meant: write "hq", or "lab"`},
		"without cents, in quotes":      {"potential: 12000.00}", "potential: '12.000,-'}", "27:62 invalid-value coverage[0].potential", "(write 12000.00)"},
		"millions":                      {"12000.00", "0.5 Mio", "27:62 invalid-value coverage[0].potential", "(write 500000.00)"},
		"about":                         {"12000.00", "about 12000", "27:62 invalid-value coverage[0].potential", "(write 12000.00)"},
		"not known yet":                 {"12000.00", "tbd", "27:62 invalid-value coverage[0].potential", "(leave it out until it is known)"},
		"yes for a day":                 {"  currency: EUR", "  currency: EUR\n  asOf: yes", "5:9 invalid-value account.asOf", "(write the day in digits, such as 2026-11-01"},
		"quarter for a day":             {"  currency: EUR", "  currency: EUR\n  asOf: Q1 2026", "5:9 invalid-value account.asOf", "(write 2026-03-31, the last day of that quarter"},
		"quarter":                       {"relationships:", "targets:\n  - {unit: hq, period: Q4/2026, sales: 1.00}\nrelationships:", "25:24 invalid-value targets[0].period", "(write 2026-Q4)"},
		"financial year":                {"relationships:", "targets:\n  - {unit: hq, period: FY26, sales: 1.00}\nrelationships:", "25:24 invalid-value targets[0].period", "(write 2026)"},
		"month by name":                 {"relationships:", "targets:\n  - {unit: hq, period: sept 2026, sales: 1.00}\nrelationships:", "25:24 invalid-value targets[0].period", "(write 2026-09)"},
		"roles without a comma":         {"title: Buyer", "roles: [user coach]", "18:13 invalid-value contacts[0].roles[0]", "(put commas between them: user, coach)"},
		"two words for one":             {"stance: champion", "stance: champion/neutral", "17:13 invalid-value contacts[0].stance", "(write champion, or neutral: one is meant)"},
		"arrow":                         {"{from: jon, to: ana, kind: informal}", "jon -> ana", "25:5 wrong-type relationships[0]", "(write its keys in braces: {from: ..., to: ..., kind: ...})"},
		"company of a person":           {"title: Buyer", "company: hq", "18:5 unknown-key contacts[0].company", `did you mean "unit"?`},
		"unfinished merge":              {"relationships:", "<<<<<<< HEAD\nrelationships:", "24:1 syntax", "delete these lines"},
		"name in another case":          {"parent: hq", "parent: head Office", "10:13 unknown-reference units[1].parent", `write its id, "hq"`},
		"part of a name":                {"reportsTo: ana", "reportsTo: Ruiz", "22:16 unknown-reference contacts[1].reportsTo", `did you mean "ana", Ana Ruiz?`},
		"misspelt name":                 {"reportsTo: ana", "reportsTo: Ana Ruis", "22:16 unknown-reference contacts[1].reportsTo", `did you mean "ana", Ana Ruiz?`},
		"misspelt id":                   {"reportsTo: ana", "reportsTo: anna", "22:16 unknown-reference contacts[1].reportsTo", `did you mean "ana"?`},
		"one of ours for a contact":     {"relationships:", "team:\n  - {id: marta, name: Marta Orr}\ngoals:\n  - {id: g, title: G, owner: marta}\nrelationships:", "27:30 unknown-reference goals[0].owner", `write the id of a contact: "marta" is the id of a member of the team`},
		"product for a unit":            {"unit: lab\n    reportsTo", "unit: tea\n    reportsTo", "21:11 unknown-reference contacts[1].unit", `write the id of a unit: "tea" is the id of a product`},
		"promises":                      {"relationships:", "promises:\n  - {text: A price}\nrelationships:", "24:1 unknown-key promises", `did you mean "commitments"?`},
		"complaints":                    {"relationships:", "complaints: []\nrelationships:", "24:1 unknown-key complaints", `did you mean "cases"?`},
		"people":                        {"contacts:\n", "people:\n", "13:1 unknown-key people", `did you mean "contacts"?`},
		"manager":                       {"reportsTo: ana", "manager: ana", "22:5 unknown-key contacts[1].manager", `did you mean "reportsTo"?`},
		"job title":                     {"title: Buyer", "job title: Buyer", "18:5 unknown-key contacts[0].job title", `did you mean "title"?`},
		"telephone":                     {"title: Buyer", "telephone: '1'", "18:5 unknown-key contacts[0].telephone", `did you mean "phone"?`},
		"talks":                         {"relationships:", "talks: []\nrelationships:", "24:1 unknown-key talks", `did you mean "communications"?`},
		"recurrence in words":           {"relationships:", "cadences:\n  - {title: Call, every: now and then, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "write daily, weekly, monthly, quarterly or yearly"},
		"id twice":                      {"  - id: jon\n", "  - id: ana\n", "19:9 duplicate-id contacts[1].id\n25:12 unknown-reference relationships[0].from", `the id "ana" already belongs to "Ana Ruiz"; see contacts[0], line 14 (give each contact an id of its own)`},
		"tab after a swallowed brace":   {"price: 12.50}\ncontacts:\n  - id: ana\n    name: Ana Ruiz\n    unit", "line: No #1}\ncontacts:\n  - id: ana\n    name: Ana Ruiz\n\tunit", "16:1 syntax", "not a tab (indent with spaces)"},
		"one person twice":              {"name: Jon Berg\n    unit: lab\n    reportsTo: ana", "name: Ana Ruiz\n    unit: hq", "20:11 same-name contacts[1].name", `"Ana Ruiz" is already in this unit, with the id "ana"`},
		"name of one of ours":           {"relationships:", "team:\n  - {id: m1, name: Marta Orr}\ngoals:\n  - {id: g, title: G, owner: Marta}\nrelationships:", "27:30 unknown-reference goals[0].owner", `(write the id of a contact: "Marta Orr" is a member of the team)`},
		"two units for one":             {"unit: lab\n    reportsTo", "unit: hq, lab\n    reportsTo", "21:11 unknown-reference contacts[1].unit", `(one unit is meant: write "hq", or "lab")`},
		"two names for one":             {"unit: lab\n    reportsTo", "unit: Head office and lab\n    reportsTo", "21:11 unknown-reference contacts[1].unit", `(one unit is meant: write "hq", or "lab")`},
		"two names of people":           {"from: jon", "from: Jon Berg / Ana Ruiz", "25:12 unknown-reference relationships[0].from", `(one contact is meant: write "jon", or "ana")`},
		"an object for one":             {"unit: lab\n    reportsTo", "unit: {id: lab}\n    reportsTo", "21:11 wrong-type contacts[1].unit", `(write "lab" without the key)`},
		"an object of two for one":      {"unit: lab\n    reportsTo", "unit: {id: lab, name: Lab}\n    reportsTo", "21:11 wrong-type contacts[1].unit", `(write one value, without keys and braces)`},
		"a list for one":                {"unit: lab\n    reportsTo", "unit: [lab]\n    reportsTo", "21:11 wrong-type contacts[1].unit", `(write "lab" without the brackets)`},
		"day in Spanish":                {"  currency: EUR", "  currency: EUR\n  asOf: 1 de noviembre de 2026", "5:9 invalid-value account.asOf", "(write 2026-11-01)"},
		"day in Greek":                  {"  currency: EUR", "  currency: EUR\n  asOf: 1 Νοεμβρίου 2026", "5:9 invalid-value account.asOf", "(write 2026-11-01)"},
		"day after the last":            {"  currency: EUR", "  currency: EUR\n  asOf: 2026-11-31", "5:9 invalid-value account.asOf", "November 2026 has 30 days (write 2026-11-30, the last day of that month, or correct it)"},
		"word in Spanish":               {"stance: champion", "stance: detractor", "17:13 invalid-value contacts[0].stance", "(write blocker)"},
		"word in Greek":                 {"status: opportunity", "status: πωλημένο", "27:38 invalid-value coverage[0].status", "(write sold)"},
		"list in Spanish":               {"relationships:", "promesas: []\nrelationships:", "24:1 unknown-key promesas", `did you mean "commitments"?`},
		"key in Greek":                  {"title: Buyer", "τηλέφωνο: '1'", "18:5 unknown-key contacts[0].τηλέφωνο", `did you mean "phone"?`},
		"euros in words":                {"price: 12.50}", "price: 12.50 EURO}", "12:33 invalid-value products[0].price", "(write 12.50 EUR)"},
		"currency in words":             {"currency: EUR", "currency: euro", "4:13 invalid-value account.currency", "(write EUR)"},
		"currency in small letters":     {"currency: EUR", "currency: usd", "4:13 invalid-value account.currency", "(write USD)"},
		"number with a comma":           {"relationships:", "terms:\n  - {kind: discount, percent: 12,5}\nrelationships:", "25:31 syntax", "(write the number as 12.5; a text with a comma goes in quotes)"},
		"day of the account on top":     {"products:\n", "asOf: 2026-11-01\nproducts:\n", "11:1 unknown-key asOf", `the key "asOf" does not belong here (move it into "account", indented below it)`},
		"name of the account on top":    {"  name: Northwind\n  currency: EUR\nunits:", "  currency: EUR\nname: Northwind\nunits:", "4:1 unknown-key name", `move it into "account"`},
		"source beside the evidence":    {"title: Buyer", "source: Her own words", "18:5 unknown-key contacts[0].source", `move it into "evidence"`},
		"title in the evidence":         {"    title: Buyer", "    evidence:\n      source: Ana\n      title: Buyer", "20:7 unknown-key contacts[0].evidence.title", `move it out of "evidence", to the other keys of the contact`},
		"units in the account":          {"  currency: EUR\n", "  currency: EUR\n  team: []\n", "5:3 unknown-key account.team", "move it to the top of the file"},
		"key of another list":           {"    parent: hq", "    parent: hq\n    stance: champion", "11:5 unknown-key units[1].stance", `an entry of "contacts" has it; the keys here are`},
		"ids and names for a list":      {"relationships:", "team:\n  marta: Marta Orr\nrelationships:", "25:3 wrong-type team", `(begin each entry with a dash: "- {id: marta, name: Marta Orr}")`},
		"names for entries":             {"relationships:", "team: [Marta]\nrelationships:", "24:8 wrong-type team[0]", "(write {id: Marta, name: Marta})"},
		"won":                           {"status: opportunity", "status: won", "27:38 invalid-value coverage[0].status", "(write sold)"},
		"quoted":                        {"status: opportunity", "status: quoted", "27:38 invalid-value coverage[0].status", "(write proposed)"},
		"friend":                        {"stance: champion", "stance: Friend", "17:13 invalid-value contacts[0].stance", "(write supporter)"},
		"enemy":                         {"stance: champion", "stance: enemy", "17:13 invalid-value contacts[0].stance", "(write blocker)"},
		"boss":                          {"title: Buyer", "roles: [boss]", "18:13 invalid-value contacts[0].roles[0]", "(write decision-maker)"},
		"economic buyer":                {"title: Buyer", "roles: [economic buyer]", "18:13 invalid-value contacts[0].roles[0]", "(write budget-holder)"},
		"director":                      {"title: Buyer", "seniority: Director", "18:16 invalid-value contacts[0].seniority", "(write executive)"},
		"messenger":                     {"title: Buyer", "preferredChannel: WhatsApp", "18:23 invalid-value contacts[0].preferredChannel", "(write chat)"},
		"head office":                   {"    parent: hq", "    parent: hq\n    kind: headquarters", "11:11 invalid-value units[1].kind", "(write company)"},
		"branch":                        {"    parent: hq", "    parent: hq\n    kind: branch", "11:11 invalid-value units[1].kind", "(write site)"},
		"fulfilled":                     {"relationships:", "commitments:\n  - {text: A price, status: fulfilled}\nrelationships:", "25:29 invalid-value commitments[0].status", "(write kept)"},
		"shipped":                       {"relationships:", "orders:\n  - {unit: hq, product: tea, date: 2026-01-01, status: shipped}\nrelationships:", "25:56 invalid-value orders[0].status\n29:38 unexpected-orders coverage[0].status", "(write delivered)"},
		"urgent":                        {"relationships:", "risks:\n  - {text: R, severity: urgent}\nrelationships:", "25:25 invalid-value risks[0].severity", "(write critical)"},
		"fortnightly":                   {"relationships:", "cadences:\n  - {title: Call, every: fortnightly, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=WEEKLY;INTERVAL=2)"},
		"every two months":              {"relationships:", "cadences:\n  - {title: Call, every: every 2 months, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=MONTHLY;INTERVAL=2)"},
		"monthly in Spanish":            {"relationships:", "cadences:\n  - {title: Call, every: mensual, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write monthly)"},
		"a Tuesday of the month":        {"relationships:", "cadences:\n  - {title: Call, every: second Tuesday of the month, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=MONTHLY;BYDAY=2TU)"},
		"every other Tuesday":           {"relationships:", "cadences:\n  - {title: Call, every: every second Tuesday, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=WEEKLY;INTERVAL=2;BYDAY=TU)"},
		"the last Friday in Spanish":    {"relationships:", "cadences:\n  - {title: Call, every: último viernes de mes, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=MONTHLY;BYDAY=-1FR)"},
		"every other Tuesday in Greek":  {"relationships:", "cadences:\n  - {title: Call, every: κάθε δεύτερη Τρίτη, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=WEEKLY;INTERVAL=2;BYDAY=TU)"},
		"a Tuesday in Greek":            {"relationships:", "cadences:\n  - {title: Call, every: πρώτη Τρίτη του μήνα, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=MONTHLY;BYDAY=1TU)"},
		"every Monday":                  {"relationships:", "cadences:\n  - {title: Call, every: every Monday, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=WEEKLY;BYDAY=MO)"},
		"two days of the week":          {"relationships:", "cadences:\n  - {title: Call, every: Monday and Thursday, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write daily, weekly, monthly"},
		"a Monday of each month":        {"relationships:", "cadences:\n  - {title: Call, every: first Monday, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=MONTHLY;BYDAY=1MO)"},
		"every Monday in Spanish":       {"relationships:", "cadences:\n  - {title: Call, every: cada lunes, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=WEEKLY;BYDAY=MO)"},
		"every Monday in Greek":         {"relationships:", "cadences:\n  - {title: Call, every: κάθε Δευτέρα, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=WEEKLY;BYDAY=MO)"},
		"two weeks in Spanish":          {"relationships:", "cadences:\n  - {title: Call, every: cada dos semanas, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=WEEKLY;INTERVAL=2)"},
		"three months in Spanish":       {"relationships:", "cadences:\n  - {title: Call, every: cada tres meses, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=MONTHLY;INTERVAL=3)"},
		"lost":                          {"status: opportunity", "status: lost", "27:38 invalid-value coverage[0].status", "(write gap, or competitor, or lapsed: one is meant)"},
		"lost in Spanish":               {"status: opportunity", "status: perdido", "27:38 invalid-value coverage[0].status", "(write gap, or competitor, or lapsed: one is meant)"},
		"yes in Spanish":                {"title: Buyer", "external: sí", "18:15 wrong-type contacts[0].external", "write true"},
		"no in Greek":                   {"title: Buyer", "external: όχι", "18:15 wrong-type contacts[0].external", "write false"},
		"key in capitals":               {"    title: Buyer", "    Title: Buyer", "18:5 unknown-key contacts[0].Title", `did you mean "title"?`},
		"entry without an id":           {"  - id: jon\n    name", "  - name", "19:5 missing-id contacts[1].id\n24:12 unknown-reference relationships[0].from", `add it to "contacts"`},
		"twice a year":                  {"relationships:", "cadences:\n  - {title: Call, every: half-yearly, from: 2026-01-01}\nrelationships:", "25:26 invalid-value cadences[0].every", "(write FREQ=MONTHLY;INTERVAL=6)"},
		"month without a day":           {"  currency: EUR", "  currency: EUR\n  asOf: 2026-11", "5:9 invalid-value account.asOf", "(write the day as well, such as 2026-11-01)"},
		"time after the day":            {"  currency: EUR", "  currency: EUR\n  asOf: 2026-11-01T10:00:00Z", "5:9 invalid-value account.asOf", "(write 2026-11-01)"},
		"pieces":                        {"relationships:", "orders:\n  - {unit: hq, product: tea, date: 2026-01-01, quantity: 10 pcs}\nrelationships:", "25:58 wrong-type orders[0].quantity\n29:38 unexpected-orders coverage[0].status", "(write 10)"},
		"amount in brackets":            {"price: 12.50}", "price: '(1,250.00)'}", "12:33 invalid-value products[0].price", "(write -1250.00)"},
		"Swiss thousands":               {"price: 12.50}", "price: 1'250.00}", "12:33 invalid-value products[0].price", "(write 1250.00)"},
		"at in words":                   {"title: Buyer", "email: ana at northwind.example", "18:12 invalid-address contacts[0].email", `"ana at northwind.example" is not an e-mail address (write ana@northwind.example)`},
		"address without a domain":      {"title: Buyer", "email: ana@", "18:12 invalid-address contacts[0].email", "write one such as maria@example.org"},
		"anchor alone":                  {"title: Buyer", "title: &buyer", "18:12 syntax", `goes in quotes: "&buyer"`},
		"anchor in braces":              {"kind: informal}", "note: &key}", "25:32 syntax", `goes in quotes: "&key"`},
		"tag alone":                     {"title: Buyer", "title: !important", "18:12 syntax", `put the text in quotes: "!important"`},
		"tag before words":              {"title: Buyer", "title: !very important", "18:12 syntax", `put the text in quotes: "!very important"`},
		"tag in a list":                 {"title: Buyer", "roles: [!user, coach]", "18:13 syntax", `put the text in quotes: "!user"`},
		"power of zero":                 {"power: 3", "power: 0", "23:12 out-of-range contacts[1].power", "a power of \"0\" is read as unknown (write a number from 1 to 5, or leave it out when unknown)"},
		"strength of zero":              {"kind: informal}", "kind: informal, strength: 0}", "25:52 out-of-range relationships[0].strength", "write a number from 1 to 5"},
		"price of zero":                 {"price: 12.50}", "price: 0.00}", "12:33 out-of-range products[0].price", "is read as unknown (write the amount, or leave it out; if nothing is charged, say so in a text)"},
		"quantity of zero":              {"relationships:", "orders:\n  - {unit: lab, product: tea, date: 2026-01-01, quantity: 0}\nrelationships:", "25:59 out-of-range orders[0].quantity\n32:13 unexpected-orders coverage[1].status", "a quantity of \"0\" is read as unknown (write the number, or leave it out when unknown)"},
		"percent of zero":               {"relationships:", "terms:\n  - {kind: discount, percent: 0.0}\nrelationships:", "25:31 out-of-range terms[0].percent", "read as unknown"},
		"name on two lines":             {"name: Jon Berg", "name: |\n      Jon\n      Berg", "20:11 line-break contacts[1].name", "(write it on one line: Jon Berg)"},
		"price below zero":              {"price: 12.50}", "price: -12.50}", "12:33 negative-amount products[0].price", `the price -12.50 is negative (write it without the minus sign, or leave it out`},
		"entry twice":                   {"kind: informal}", "kind: informal}\n  - {from: jon, to: ana, kind: informal}", "26:5 repeated-entry relationships[1]", "see relationships[0], line 25 (delete one of the two"},
		"no-break space in the margin":  {"    title: Buyer", "    \u00a0title: Buyer", "18:5 unknown-key contacts[0].\u00a0title", "has a word processor's space next to it (delete the spaces"},
		"no-break margin":               {"    title: Buyer", "\u00a0\u00a0\u00a0\u00a0title: Buyer", "18:1 syntax", "ordinary spaces"},
		"no-break space, colon":         {"stance: champion", "stance:\u00a0champion", "17:5 syntax", `"stance: champion"`},
		"no-break space, braces":        {"{from: jon", "{from:\u00a0jon", "25:6 syntax", `write "from: jon"`},
		"no space, braces":              {"{from: jon", "{from:jon", "25:6 syntax", `write "from: jon"`},
		"equals sign, braces":           {"{from: jon", "{from=jon", "25:6 syntax", `write "from: jon"`},
		"wide colon":                    {"stance: champion", "stance：champion", "17:5 syntax", `write an ordinary colon and a space: "stance: champion"`},
		"wide colon of a list":          {"contacts:", "contacts：", "13:1 syntax", `"contacts:"`},
		"wide colon of an entry":        {"  - id: jon", "  - id： jon", "19:3 syntax", `"id: jon"`},
		"bullet":                        {"  - id: jon", "  • id: jon", "19:3 syntax", `alike: "- id: jon"`},
		"number for a dash":             {"  - id: jon", "  2. id: jon", "19:3 syntax", `alike: "- id: jon"`},
		"bullets only":                  {"  - {from: jon, to: ana, kind: informal}", "  • from: jon\n    to: ana", "25:3 syntax", `alike: "- from: jon"`},
		"bullet first":                  {"  - {from: jon, to: ana, kind: informal}", "  • from: jon", "25:3 wrong-type relationships", `"- from: jon"`},
		"comment by slashes":            {"    title: Buyer", "    // ask Ana\n    title: Buyer", "18:5 syntax", `a comment begins with "#" (write "# ask Ana")`},
		"comment by dashes":             {"    title: Buyer", "    -- ask Ana\n    title: Buyer", "18:5 syntax", `write "# ask Ana"`},
		"comment by a semicolon":        {"contacts:", "; ask Ana\ncontacts:", "13:1 syntax", `write "# ask Ana"`},
		"comment with a colon":          {"    title: Buyer", "    // todo: ask Ana\n    title: Buyer", "18:5 unknown-key contacts[0].// todo", `a comment begins with "#"`},
		"comment after a word":          {"champion", "champion // ask Ana", "17:13 invalid-value contacts[0].stance", `write "champion # ask Ana"`},
		"round brackets":                {"title: Buyer", "roles: (user, coach)", "18:12 wrong-type contacts[0].roles", "[user, coach]"},
		"round brackets in braces":      {"kind: informal}", "kind: informal}\n  - {from: jon, to: ana, note: (old, new)}", "26:32 syntax", "[old, new]"},
		"round brackets for braces":     {"{from: jon, to: ana, kind: informal}", "(from: jon, to: ana, kind: informal)", "25:3 syntax", "write braces: {from: jon, to: ana, kind: informal}"},
		"roles by semicolons":           {"title: Buyer", "roles: user; coach", "18:12 wrong-type contacts[0].roles", "[user, coach]"},
		"roles by and":                  {"title: Buyer", "roles: user and coach", "18:12 wrong-type contacts[0].roles", "[user, coach]"},
		"roles by a slash":              {"title: Buyer", "roles: user/coach", "18:12 wrong-type contacts[0].roles", "[user, coach]"},
		"roles in braces":               {"title: Buyer", "roles: {user: yes, coach: no}", "18:12 wrong-type contacts[0].roles", "[user, coach]"},
		"map of entries":                {"relationships:", "team:\n  marta:\n    name: Marta Orr\nrelationships:", "25:3 wrong-type team", `"- {id: marta, name: Marta Orr}"`},
		"name for the account":          {"account:\n  name: Northwind\n  currency: EUR", "account: Northwind", "2:10 wrong-type account", "(write {name: Northwind})"},
		"range of amounts":              {"potential: 12000.00}\n", "potential: '10000-12000'}\n", "27:62 invalid-value coverage[0].potential", "(write 10000.00, or 12000.00: one amount is meant)"},
		"range in thousands":            {"potential: 12000.00}\n", "potential: '10–12k'}\n", "27:62 invalid-value coverage[0].potential", "(write 10000.00, or 12000.00: one amount is meant)"},
		"range in words":                {"potential: 12000.00}\n", "potential: 'between 10.000 and 12.000'}\n", "27:62 invalid-value coverage[0].potential", "(write 10000.00, or 12000.00: one amount is meant)"},
		"amount a year":                 {"potential: 12000.00}\n", "potential: '12000/year'}\n", "27:62 invalid-value coverage[0].potential", "(write 12000.00, and what it is for in a text)"},
		"amount per month":              {"potential: 12000.00}\n", "potential: '1.200,00 € per month'}\n", "27:62 invalid-value coverage[0].potential", "(write 1200.00 EUR, and what it is for in a text)"},
		"dollars in words":              {"potential: 12000.00}\n", "potential: '12000 dollars'}\n", "27:62 invalid-value coverage[0].potential", "(write 12000.00 USD)"},
		"range of days":                 {"  currency: EUR", "  currency: EUR\n  asOf: 13/11/2026 - 20/11/2026", "5:9 invalid-value account.asOf", "one day is meant"},
		"range of days, ISO":            {"  currency: EUR", "  currency: EUR\n  asOf: 2026-11-01/2026-11-30", "5:9 invalid-value account.asOf", "(write 2026-11-01, or 2026-11-30: one day is meant)"},
		"day after the last, day first": {"  currency: EUR", "  currency: EUR\n  asOf: 30/02/2026", "5:9 invalid-value account.asOf", "(write 2026-02-28, the last day of that month, or correct it)"},
		"en dashes in a day":            {"  currency: EUR", "  currency: EUR\n  asOf: 2026–11–01", "5:9 invalid-value account.asOf", "(write 2026-11-01)"},
		"month in words alone":          {"  currency: EUR", "  currency: EUR\n  asOf: November 2026", "5:9 invalid-value account.asOf", "(write the day as well, such as 2026-11-01)"},
		"month in digits alone":         {"  currency: EUR", "  currency: EUR\n  asOf: 11/2026", "5:9 invalid-value account.asOf", "(write the day as well, such as 2026-11-01)"},
		"year alone":                    {"  currency: EUR", "  currency: EUR\n  asOf: 2026", "5:9 invalid-value account.asOf", "(write the day as well, such as 2026-01-01)"},
		"half-year for a day":           {"  currency: EUR", "  currency: EUR\n  asOf: H1 2026", "5:9 invalid-value account.asOf", "(write 2026-06-30, the last day of that half-year"},
		"two years":                     {"relationships:", "targets:\n  - {unit: hq, period: 2026/27, sales: 1.00}\nrelationships:", "25:24 invalid-value targets[0].period", "(write its first and last day, such as 2026-07-01/2027-06-30)"},
		"two days":                      {"relationships:", "targets:\n  - {unit: hq, period: 1.1.2026 - 31.3.2026, sales: 1.00}\nrelationships:", "25:24 invalid-value targets[0].period", "(write 2026-01-01/2026-03-31)"},
		"quarter in words":              {"relationships:", "targets:\n  - {unit: hq, period: first quarter, sales: 1.00}\nrelationships:", "25:24 invalid-value targets[0].period", "(write the year as well, such as 2026-Q1)"},
		"quarter and year in words":     {"relationships:", "targets:\n  - {unit: hq, period: 3rd quarter of 2026, sales: 1.00}\nrelationships:", "25:24 invalid-value targets[0].period", "(write 2026-Q3)"},
		"power of five":                 {"power: 3", "power: 4/5", "23:12 wrong-type contacts[1].power", "(write 4)"},
		"power of ten":                  {"power: 3", "power: 8/10", "23:12 wrong-type contacts[1].power", "write a number from 1 to 5"},
		"score of ten":                  {"relationships:", "surveys:\n  - {date: 2026-01-01, kind: nps, score: 8/10}\nrelationships:", "25:42 wrong-type surveys[0].score", "(write 8)"},
		"times":                         {"relationships:", "orders:\n  - {unit: hq, product: tea, date: 2026-01-01, quantity: 10x}\nrelationships:", "25:58 wrong-type orders[0].quantity\n29:38 unexpected-orders coverage[0].status", "(write 10)"},
		"percent off the scale":         {"relationships:", "terms:\n  - {kind: discount, percent: 120%}\nrelationships:", "25:31 wrong-type terms[0].percent", "(write a number from 0 to 100)"},
		"address with a name":           {"title: Buyer", "email: Ana <ana@x.example>", "18:12 invalid-address contacts[0].email", "(write ana@x.example)"},
		"space in an address":           {"title: Buyer", "email: ana @x.example", "18:12 invalid-address contacts[0].email", "(write ana@x.example)"},
		"two currencies":                {"currency: EUR", "currency: EUR/USD", "4:13 invalid-value account.currency", "(write EUR, or USD: one is meant)"},
		"key in German":                 {"title: Buyer", "Titel: Buyer", "18:5 unknown-key contacts[0].Titel", `did you mean "title"?`},
		"manager in German":             {"reportsTo: ana", "Vorgesetzter: ana", "22:5 unknown-key contacts[1].Vorgesetzter", `did you mean "reportsTo"?`},
		"word in German":                {"stance: champion", "stance: Gegner", "17:13 invalid-value contacts[0].stance", "(write blocker)"},
		"yes in German":                 {"title: Buyer", "external: Ja", "18:15 wrong-type contacts[0].external", "write true"},
		"star":                          {"Buyer", "*buyer*", "18:12 syntax", "goes in quotes"},
	}
	_, problems := codec.Decode(strings.NewReader(handmade), codec.YAML)
	require.Empty(t, problems)
	for name, tt := range tests {
		require.Contains(t, handmade, tt.old, name)
		_, problems := codec.Decode(strings.NewReader(strings.Replace(handmade, tt.old, tt.new, 1)), codec.YAML)
		assert.Equal(t, tt.want+"\n", lines(problems), "%s: %s", name, problems)
		assert.Contains(t, problems.Report(), tt.says, name)
		if assert.NotEmpty(t, problems, name) {
			assert.Regexp(t, instruction, problems[0].Hint, name)
		}
	}
}

// instruction matches the beginning of a hint that gives an instruction or a suggestion.
var instruction = regexp.MustCompile(`^(add|align|an entry of|begin|close|delete|did you mean|from \d|give|if they are one|indent|is its closing|keep|leave|make|move|name|put|separate|take|use|write|` +
	`a comma|"#" begins|one of|one [a-z]+ is meant: write|"[^"]+" is (the id of|a member)|this version)`)

// TestWarningsAreNoErrors reads valid but doubtful YAML.
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
