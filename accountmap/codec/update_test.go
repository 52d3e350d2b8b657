package codec_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

func decodeYAML(t testing.TB, text string) *accountmap.Account {
	a, problems := codec.Decode(strings.NewReader(text), codec.YAML)
	require.NotNil(t, a, problems.Report())
	return a
}

// changedLines counts the lines that only one of two texts has, including duplicates.
func changedLines(before, after string) int {
	count := map[string]int{}
	for line := range strings.Lines(before) {
		count[line]++
	}
	for line := range strings.Lines(after) {
		count[line]--
	}
	changed := 0
	for _, n := range count {
		changed += max(n, -n)
	}
	return changed
}

func TestUpdateKeepsTheSample(t *testing.T) {
	text, err := os.ReadFile("../../examples/handoff/sample.yaml")
	require.NoError(t, err)
	a := decodeYAML(t, string(text))
	same, err := codec.Update(text, a)
	require.NoError(t, err)
	assert.Equal(t, string(text), string(same))

	for name, edit := range map[string]func(a *accountmap.Account){
		"a stance, a status, a person": func(a *accountmap.Account) {
			a.Contacts[0].Stance = accountmap.StanceChampion
			a.Coverage[3].Status = accountmap.CoverageSold
			a.Contacts = append(a.Contacts, accountmap.Contact{ID: "nuria-vega", Name: "Nuria Vega", Title: "Controller", Unit: "logistica"})
		},
		"somebody left, a manager, a day": func(a *accountmap.Account) {
			a.Contacts[4].Left = accountmap.Day(2026, 11, 20)
			a.Contacts[6].ReportsTo = a.Contacts[0].ID
			a.AsOf = accountmap.Day(2026, 11, 24)
		},
		"an order, a sale, a commitment less": func(a *accountmap.Account) {
			a.Orders = append(a.Orders, accountmap.Order{Unit: "retail", Product: "telematics", Date: accountmap.Day(2026, 11, 24), Quantity: 3})
			a.Coverage[10].Status, a.Coverage[10].Value = accountmap.CoverageSold, accountmap.Money{Minor: 12_000_00}
			a.Commitments = a.Commitments[1:]
		},
		"a long text, a role, an answer": func(a *accountmap.Account) {
			a.Contacts[2].Notes = "Asks for figures: always bring them.\nPrefers the phone."
			a.Contacts[3].Roles = append(a.Contacts[3].Roles, accountmap.RoleCoach)
			a.Objections[0].Answer = "Paid back in a year"
		},
		"a name, a unit between others, a reading": func(a *accountmap.Account) {
			a.Products[1].Name = "Analytics: pro"
			a.Units = slices.Insert(a.Units, 2, accountmap.Unit{ID: "braga", Name: "Braga", Parent: "logistica"})
			a.KPIs[0].Readings = append(a.KPIs[0].Readings, accountmap.Reading{Date: accountmap.Day(2026, 11, 1), Value: 4})
		},
	} {
		a := decodeYAML(t, string(text))
		edit(a)
		updated, err := codec.Update(text, a)
		require.NoError(t, err)
		assert.LessOrEqual(t, changedLines(string(text), string(updated)), 12, name)
		assert.Equal(t, encode(t, a, codec.YAML), encode(t, decodeYAML(t, string(updated)), codec.YAML), name)
		assert.Equal(t, strings.Count(string(text), "#"), strings.Count(string(updated), "#"), name)
	}
}

// TestUpdateKeepsLayout edits handwritten files and checks which lines change.
func TestUpdateKeepsLayout(t *testing.T) {
	const file = `# Ours
format: 1
account:   # who
    name:   'L''Aigle'   # the client
    notes: >
      Won in 2024,
      kept since.

    currency: EUR
units:
- {id: a, name: "A, B", # the first
   city: Porto}
# before b
- id: b   # its id
  name: B
  notes-are: x

- id: c
  name: C
  city:
products: [ {id: p, name: P}, {id: q, name: 'Q'} ]
contacts:

  # Ana decides.
  - name: Ana
    id: ana
    unit: a
    roles:
      - user   # since May
      - coach
    power: 3

  - name: Rui
    id: rui
    unit: b
`
	text := strings.Replace(file, "  notes-are: x\n", "", 1)
	tests := map[string]struct {
		edit func(a *accountmap.Account)
		want [][2]string
	}{
		"nothing": {func(a *accountmap.Account) {}, nil},
		"a quoted name": {func(a *accountmap.Account) { a.Name = "Aigle: SA" },
			[][2]string{{"name:   'L''Aigle'   # the client", `name: "Aigle: SA"   # the client`}}},
		"a folded text": {func(a *accountmap.Account) { a.Notes = "Lost." },
			[][2]string{{" >\n      Won in 2024,\n      kept since.\n", " Lost.\n"}}},
		"a value in braces": {func(a *accountmap.Account) { a.Units[0].City = "Braga, PT" },
			[][2]string{{"city: Porto", `city: "Braga, PT"`}}},
		"a key in braces": {func(a *accountmap.Account) { a.Units[0].Country = "Portugal" },
			[][2]string{{"{id: a, name: \"A, B\", #", "{id: a, name: \"A, B\", country: Portugal, #"}}},
		"no value in braces": {func(a *accountmap.Account) { a.Units[0].City = "" },
			[][2]string{{`name: "A, B", # the first
   city: Porto}`, `name: "A, B"}`}}},
		"a key in a block": {func(a *accountmap.Account) { a.Units[1].City = "Faro" },
			[][2]string{{"  name: B\n", "  name: B\n  city: Faro\n"}}},
		"an empty value": {func(a *accountmap.Account) { a.Units[2].City = "Faro" },
			[][2]string{{"  city:\n", "  city: Faro\n"}}},
		"an entry after a comment": {func(a *accountmap.Account) { a.Contacts[0].Roles[0] = accountmap.RoleLegal },
			[][2]string{{"- user   #", "- legal   #"}}},
		"an entry less": {func(a *accountmap.Account) { a.Contacts[0].Roles = a.Contacts[0].Roles[1:] },
			[][2]string{{"      - user   # since May\n", ""}}},
		"a person less": {func(a *accountmap.Account) { a.Contacts = a.Contacts[:1] },
			[][2]string{{"  - name: Rui\n    id: rui\n    unit: b\n", ""}}},
		"the first person less": {func(a *accountmap.Account) { a.Contacts = a.Contacts[1:] },
			[][2]string{{text[strings.Index(text, "  # Ana decides"):strings.Index(text, "  - name: Rui")], ""}}},
		"a person more": {func(a *accountmap.Account) {
			a.Contacts = slices.Insert(a.Contacts, 1, accountmap.Contact{ID: "eva", Name: "Eva", Unit: "c"})
		}, [][2]string{{"    power: 3\n", "    power: 3\n\n  - id: eva\n    name: Eva\n    unit: c\n"}}},
		"a unit in front": {func(a *accountmap.Account) {
			a.Units = slices.Insert(a.Units, 0, accountmap.Unit{ID: "z", Name: "Z"})
		}, [][2]string{{"units:\n", "units:\n- {id: z, name: Z}\n"}}},
		"a list in brackets": {func(a *accountmap.Account) { a.Products = a.Products[:1] },
			[][2]string{{"products: [ {id: p, name: P}, {id: q, name: 'Q'} ]", "products:\n  - {id: p, name: P}"}}},
		"a new list": {func(a *accountmap.Account) {
			a.Coverage = []accountmap.Cell{{Unit: "a", Product: "p", Status: accountmap.CoverageSold}}
		}, [][2]string{{"    unit: b\n", "    unit: b\n\ncoverage:\n  - {unit: a, product: p, status: sold}\n"}}},
		"a list less": {func(a *accountmap.Account) { a.Contacts = nil },
			[][2]string{{text[strings.Index(text, "contacts:"):], ""}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			for _, breaks := range []string{"\n", "\r\n"} {
				a := decodeYAML(t, text)
				tt.edit(a)
				want := text
				for _, change := range tt.want {
					require.Equal(t, 1, strings.Count(want, change[0]), "%q", change[0])
					want = strings.Replace(want, change[0], change[1], 1)
				}
				got, err := codec.Update([]byte("\ufeff"+strings.ReplaceAll(text, "\n", breaks)), a)
				require.NoError(t, err)
				assert.Equal(t, "\ufeff"+strings.ReplaceAll(want, "\n", breaks), string(got))
			}
		})
	}
}

// TestUpdateTakesCommentsAlong removes lists and entries from the templates. Every remaining comment
// has something below it, and does not call the new account invented.
func TestUpdateTakesCommentsAlong(t *testing.T) {
	gone := map[string][]string{
		"en": {"invented", "Who listens", "hands the account over"},
		"es": {"inventadas", "Quién escucha", "Quién traspasa"},
		"el": {"επινοημένα", "Ποιος ακούει", "Ποιος παραδίδει"},
	}
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		template := codec.Template(words)
		a := decodeYAML(t, string(template))
		a.Name, a.Relationships, a.Risks, a.Handoff, a.Orders = "Prado", nil, nil, accountmap.Handoff{}, nil
		updated, err := codec.Update(template, a)
		require.NoError(t, err)
		lines := strings.Split(string(updated), "\n")
		for i, line := range lines {
			if strings.HasPrefix(line, "#") && i > 3 {
				assert.NotEmpty(t, strings.TrimSpace(lines[i+1]), line)
			}
		}
		for _, text := range gone[language] {
			assert.Contains(t, string(template), text)
			assert.NotContains(t, string(updated), text)
		}
	}
}

// TestTemplateInEveryLanguage checks that the templates are valid, have the same keys and fixed
// values, share no comment but the schema's, and explain each fixed value by the reader's word.
func TestTemplateInEveryLanguage(t *testing.T) {
	english := string(codec.Template(nil))
	comment := regexp.MustCompile(`(?m)(^|\s)# .*`)
	key := regexp.MustCompile(`\w+:( |$)`)
	for _, language := range terms.Languages()[1:] {
		words, _ := terms.Lookup(language)
		template := string(codec.Template(words))
		_, problems := codec.Decode(strings.NewReader(template), codec.YAML)
		assert.Empty(t, problems, language)
		for i, text := range comment.FindAllString(template, -1) {
			assert.Equal(t, i == 0, strings.Contains(english, strings.TrimSpace(text)), text)
		}
		assert.Equal(t, key.FindAllString(comment.ReplaceAllString(english, ""), -1), key.FindAllString(comment.ReplaceAllString(template, ""), -1), language)
		explained := func(value, word string) {
			if word = strings.ToLower(word); word != value {
				value += " (" + word + ")"
			}
			assert.Contains(t, strings.ReplaceAll(template, "\n# ", " "), value, language)
		}
		for _, v := range accountmap.UnitKinds() {
			explained(string(v), words.UnitKind(v))
		}
		for _, v := range accountmap.Stances() {
			explained(string(v), words.Stance(v))
		}
		for _, v := range accountmap.RelationshipKinds() {
			explained(string(v), words.RelationshipKind(v))
		}
		for _, v := range accountmap.CoverageStatuses() {
			explained(string(v), words.Status(v))
		}
	}
}

// TestUpdateReadsAsTheAccount updates files with generated accounts. The result must read as the
// new account, however much of the text is kept.
func TestUpdateReadsAsTheAccount(t *testing.T) {
	for seed := range uint64(60) {
		before, after := generate(t, seed), generate(t, seed)
		shuffle(after, rand.New(rand.NewPCG(seed, 1)))
		text := encode(t, before, codec.YAML)
		updated, err := codec.Update([]byte(text), after)
		require.NoError(t, err)
		require.Equal(t, encode(t, after, codec.YAML), encode(t, decodeYAML(t, string(updated)), codec.YAML), "seed %d", seed)
	}
}

// shuffle randomly drops, duplicates and changes list entries.
func shuffle(a *accountmap.Account, random *rand.Rand) {
	v := reflect.ValueOf(a).Elem()
	for i := range v.NumField() {
		list := v.Field(i)
		if list.Kind() != reflect.Slice || list.Len() == 0 {
			continue
		}
		switch k := random.IntN(list.Len()); random.IntN(4) {
		case 0:
			list.Set(reflect.AppendSlice(list.Slice3(0, k, k), list.Slice(k+1, list.Len())))
		case 1:
			list.Set(reflect.Append(list.Slice3(0, list.Len(), list.Len()), list.Index(k)))
		case 2:
			list.Index(k).SetZero()
		case 3:
			list.Index(0).Set(list.Index(k))
		}
	}
}

func TestUpdateFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.yaml")
	a := &accountmap.Account{Format: 1, Profile: accountmap.Profile{Name: "Acme"}}
	require.NoError(t, codec.UpdateFile(name, a))
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(name, slices.Concat([]byte("# by hand\n"), text), 0o600))
	a.Name = "Acme Ltd"
	require.NoError(t, codec.UpdateFile(name, a))
	updated, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "# by hand\n"+string(bytes.Replace(text, []byte("Acme"), []byte("Acme Ltd"), 1)), string(updated))

	require.NoError(t, os.WriteFile(name, []byte("units: ["), 0o600))
	require.NoError(t, codec.UpdateFile(name, a))
	back, problems := codec.ReadFile(name)
	require.NoError(t, problems.Err())
	assert.Equal(t, "Acme Ltd", back.Name)
}
