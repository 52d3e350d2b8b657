package codec_test

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// TestSchemaIsUpToDate writes the schema if the flag -update is set.
func TestSchemaIsUpToDate(t *testing.T) {
	want := buildSchema(t)
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		require.NoError(t, os.WriteFile("account.schema.json", want, 0o644))
		return
	}
	assert.Equal(t, string(want), string(codec.Schema()), "go generate ./accountmap/codec writes it anew")
}

func TestSchemaReturnsACopy(t *testing.T) {
	codec.Schema()[0] = 'x'
	assert.True(t, json.Valid(codec.Schema()))
}

// TestSchemaDescribesEveryKey checks the descriptions, which editors show.
func TestSchemaDescribesEveryKey(t *testing.T) {
	var schema struct {
		Properties map[string]struct{ Description string }
		Defs       map[string]struct {
			Properties map[string]struct{ Description string }
		} `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(codec.Schema(), &schema))
	bare := map[string]bool{}
	count := func(under string, properties map[string]struct{ Description string }) {
		for key, p := range properties {
			if p.Description == "" {
				bare[under+"."+key] = true
			}
		}
	}
	count("", schema.Properties)
	assert.Empty(t, bare)
	all := 0
	for name, def := range schema.Defs {
		count(name, def.Properties)
		all += len(def.Properties)
	}
	assert.Greater(t, all, 180)
	t.Log(len(bare), "of", all, "keys speak for themselves")
	assert.Less(t, len(bare), all/3)
}

func TestSchemaAcceptsWhatDecodeAccepts(t *testing.T) {
	norace.Only(t)
	accept := func(name string, a *accountmap.Account) {
		t.Helper()
		assert.Empty(t, faultsBySchema(t, codec.Schema(), documentOf(t, encode(t, a, codec.JSON), codec.JSON)), name)
		assert.Empty(t, faultsBySchema(t, codec.Schema(), documentOf(t, encode(t, a, codec.YAML), codec.YAML)), name)
	}
	for _, s := range accountmaptest.Shapes() {
		accept(s.Name, accountmaptest.Generate(1, s))
	}
	for _, text := range accountmaptest.Hostile() {
		a := accountmaptest.Generate(1, accountmaptest.Typical(3))
		accountmaptest.FillText(a, text)
		accept(text, a)
	}
	samples, err := filepath.Glob("../../examples/*/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, samples)
	for _, name := range samples {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Empty(t, faultsBySchema(t, codec.Schema(), documentOf(t, string(text), codec.YAML)), name)
	}
}

func documentOf(t testing.TB, text string, f codec.Format) any {
	var document any
	if f == codec.JSON {
		require.NoError(t, json.Unmarshal([]byte(text), &document))
	} else {
		var node yaml.Node
		require.NoError(t, yaml.Unmarshal([]byte(text), &node))
		textDates(&node)
		require.NoError(t, node.Decode(&document))
	}
	return document
}

// textDates converts dates to texts, since JSON Schema has no date type.
func textDates(n *yaml.Node) {
	if n.Tag == "!!timestamp" {
		n.Tag = "!!str"
	}
	for _, in := range n.Content {
		textDates(in)
	}
}

// TestSchemaAgreesWithDecode checks that the schema rejects a test file if and only if the file has
// a problem that a schema can detect.
func TestSchemaAgreesWithDecode(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	compared := 0
	for _, name := range names {
		for file, text := range readTxtar(t, name) {
			var document any
			if filepath.Ext(file) != ".json" || json.Unmarshal([]byte(text), &document) != nil {
				continue
			}
			a, problems := codec.Decode(strings.NewReader(text), codec.JSON)
			visible := slices.ContainsFunc(problems, func(p accountmap.Problem) bool { return slices.Contains(inSchema, p.Code) })
			if !visible { // the schema may not know the notation
				document = documentOf(t, encode(t, a, codec.JSON), codec.JSON)
			}
			faults := faultsBySchema(t, codec.Schema(), document)
			assert.Equal(t, visible, len(faults) > 0, "%s %s: %v\n%s", name, file, faults, problems)
			compared++
		}
	}
	assert.Greater(t, compared, 4)
}

// schemaCases returns violations of single rules, each in an account with every key.
func schemaCases() map[string]struct {
	code accountmap.Code
	at   string
	put  any // nil deletes the key
} {
	type brokenRule = struct {
		code accountmap.Code
		at   string
		put  any
	}
	return map[string]brokenRule{
		"format of the future":        {accountmap.ErrUnsupportedFormat, "format", 2},
		"no format":                   {accountmap.ErrUnsupportedFormat, "format", nil},
		"no units":                    {accountmap.ErrMissingList, "units", nil},
		"no products":                 {accountmap.ErrMissingList, "products", nil},
		"unknown key at the top":      {accountmap.ErrUnknownKey, "unit", []any{}},
		"unknown key in an entry":     {accountmap.ErrUnknownKey, "risks.0.owners", "member-1"},
		"list where a text should be": {accountmap.ErrWrongType, "contacts.0.title", []any{"a"}},
		"text where a list should be": {accountmap.ErrWrongType, "contacts.0.roles", "user"},
		"text where a number should":  {accountmap.ErrWrongType, "contacts.0.power", "5"},
		"half a power":                {accountmap.ErrWrongType, "contacts.0.power", 2.5},
		"text where yes or no should": {accountmap.ErrWrongType, "commitments.0.verbal", "yes"},
		"unit without id":             {accountmap.ErrMissingID, "units.0.id", nil},
		"blank id":                    {accountmap.ErrMissingID, "milestones.0.id", " "},
		"account without name":        {accountmap.ErrMissingName, "account.name", nil},
		"contact without name":        {accountmap.ErrMissingName, "contacts.0.name", nil},
		"blank title of a milestone":  {accountmap.ErrMissingName, "milestones.0.title", " "},
		"order of no day":             {accountmap.ErrMissingValue, "orders.0.date", nil},
		"cell of no status":           {accountmap.ErrMissingValue, "coverage.0.status", nil},
		"survey of no kind":           {accountmap.ErrMissingValue, "surveys.0.kind", nil},
		"cadence of no rhythm":        {accountmap.ErrMissingValue, "cadences.0.every", nil},
		"unknown stance":              {accountmap.ErrInvalidValue, "contacts.0.stance", "fan"},
		"unknown phase":               {accountmap.ErrInvalidValue, "milestones.0.phase", "begin"},
		"date of no shape":            {accountmap.ErrInvalidValue, "orders.0.date", "1.11.2026"},
		"amount with a comma":         {accountmap.ErrInvalidValue, "products.0.price", "12,50"},
		"currency in small letters":   {accountmap.ErrInvalidValue, "account.currency", "eur"},
		"recurrence of no rule":       {accountmap.ErrInvalidValue, "cadences.0.every", "fortnightly"},
		"period of no shape":          {accountmap.ErrInvalidValue, "targets.0.period", "next year"},
		"control character":           {accountmap.ErrInvalidText, "account.notes", "a\x07b"},
		"power above the scale":       {accountmap.ErrOutOfRange, "contacts.0.power", 6},
		"priority below the scale":    {accountmap.ErrOutOfRange, "goals.0.priority", -1},
		"discount above the whole":    {accountmap.ErrOutOfRange, "terms.0.percent", 120},
		"score off the scale":         {accountmap.ErrOutOfRange, "surveys.0.score", 11},
		"blocked without a reason":    {accountmap.ErrMissingReason, "coverage.0", map[string]any{"unit": "unit-1", "product": "product-1", "status": "blocked"}},
		"role said twice":             {accountmap.ErrRepeatedRole, "contacts.0.roles", []any{"user", "user"}},
		"empty id in a list of ids":   {accountmap.ErrEmptyReference, "communications.0.members", []any{""}},
		"empty id among milestones":   {accountmap.ErrEmptyReference, "milestones.1.after", []any{""}},
	}
}

func TestSchemaRefusesWhatDecodeRefuses(t *testing.T) {
	tried := map[accountmap.Code]bool{}
	for name, broken := range schemaCases() {
		t.Run(name, func(t *testing.T) {
			document := documentOf(t, encode(t, accountmaptest.Generate(1, accountmaptest.Typical(20)), codec.JSON), codec.JSON)
			place(document, strings.Split(broken.at, "."), broken.put)
			text, err := json.Marshal(document)
			require.NoError(t, err)
			_, problems := codec.Decode(strings.NewReader(string(text)), codec.JSON)
			assert.True(t, errors.Is(problems, broken.code), "%v", problems)
			assert.NotEmpty(t, faultsBySchema(t, codec.Schema(), document))
		})
		tried[broken.code] = true
	}
	for _, code := range inSchema {
		assert.True(t, tried[code], "no case for %s", code)
	}
}

// place sets or deletes a value in a document.
func place(document any, way []string, value any) {
	for ; len(way) > 1; way = way[1:] {
		if list, ok := document.([]any); ok {
			document = list[way[0][0]-'0']
		} else {
			document = document.(map[string]any)[way[0]]
		}
	}
	switch document := document.(type) {
	case []any:
		document[way[0][0]-'0'] = value
	case map[string]any:
		if document[way[0]] = value; value == nil {
			delete(document, way[0])
		}
	}
}

// TestSchemaHasTheWordsOfEveryEnumeration checks that the schema lists exactly the words that the
// type accepts.
func TestSchemaHasTheWordsOfEveryEnumeration(t *testing.T) {
	var schema struct {
		Defs map[string]struct{ Enum []string } `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(codec.Schema(), &schema))
	for of, list := range words {
		name := strings.ToLower(of.Name()[:1]) + of.Name()[1:]
		switch of {
		case reflect.TypeFor[accountmap.Currency](), reflect.TypeFor[accountmap.Recurrence](), reflect.TypeFor[accountmap.Period]():
		default:
			assert.Equal(t, list, schema.Defs[name].Enum, name)
		}
	}
}
