package accountmap_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// forClient lists the keys that the client may read. It repeats the rules of the copy, so that
// nobody widens the copy by accident.
var forClient = map[string]string{
	"account":        "id name industry currency asOf",
	"units":          "id name kind parent country region city address",
	"products":       "id name line description",
	"contacts":       "id name title unit reportsTo assistantTo language email phone",
	"coverage":       "unit product status value renewal asOf",
	"orders":         "id unit product date quantity amount status due delivered",
	"contracts":      "id units products start end renewal value",
	"terms":          "kind units products contract value percent text",
	"endorsements":   "kind contact asked given product text public expires",
	"exposures":      "contact product date kind by",
	"communications": "date channel contacts members direction subject summary followUp",
	"cadences":       "title channel every from members contacts",
	"goals":          "id kind title unit owner due state",
	"kpis":           "goal name measure baseline target by source readings.date readings.value",
	"milestones":     "id title phase start due owner contact goal status after",
	"team":           "id name role region units email from to",
	"cases":          "id kind opened closed unit contact product owner status summary",
	"commitments":    "text by to due status",
	"handoff":        "from to start end introduction",
}

var client = accountmap.Scope{Audience: accountmap.AudienceClient}

// eachValue calls visit for every scalar in v, with its key: "contacts.evidence.source".
func eachValue(key string, v reflect.Value, visit func(key string, v reflect.Value)) {
	switch v.Interface().(type) {
	case accountmap.Date, accountmap.Money:
		visit(key, v)
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			eachValue(key, v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			eachValue(strings.TrimPrefix(key+"."+schema.Key(v.Type().Field(i)), "."), v.Field(i), visit)
		}
	default:
		visit(key, v)
	}
}

// keysWithValues lists the keys that have a non-zero value in some entry of the account.
func keysWithValues(a *accountmap.Account) []string {
	var keys []string
	eachValue("", reflect.ValueOf(a).Elem(), func(key string, v reflect.Value) {
		if !v.IsZero() {
			keys = append(keys, key)
		}
	})
	slices.Sort(keys)
	return slices.Compact(keys)
}

// TestClientReadsOnlyAllowedKeys sets every key of every list. A new key is in the client's copy
// only if it is listed above. A key without a value in the test's account fails its own test.
func TestClientReadsOnlyAllowedKeys(t *testing.T) {
	m := newMap(t, accountmaptest.Full())
	allowed := []string{"format"}
	for list, keys := range forClient {
		for key := range strings.FieldsSeq(keys) {
			allowed = append(allowed, list+"."+key)
		}
	}
	got := keysWithValues(m.Select(client).Account())
	assert.ElementsMatch(t, allowed, got)
	assert.Greater(t, len(keysWithValues(m.Account())), len(got)+70)
}

// TestClientReadsNoMarker puts a unique text into every value of every list, and searches the
// client's copy for it.
func TestClientReadsNoMarker(t *testing.T) {
	a := accountmaptest.Full()
	planted := accountmaptest.Mark(a)
	require.Greater(t, len(planted), 50)
	file, err := json.Marshal(newMap(t, a).Select(client).Account())
	require.NoError(t, err)
	read := 0
	for key, markers := range planted {
		list, name, _ := strings.Cut(key, ".")
		allowed := slices.Contains(strings.Fields(forClient[list]), name)
		for _, marker := range markers {
			if strings.Contains(string(file), marker) {
				read++
				assert.True(t, allowed, "the client reads %s", key)
			}
		}
	}
	assert.Greater(t, read, 20)
}

func TestClientReadsWholeEntriesOrNone(t *testing.T) {
	got := newMap(t, accountmaptest.Full()).Select(client).Account()

	var people []accountmap.ContactID
	for _, c := range got.Contacts {
		people = append(people, c.ID)
	}
	assert.Equal(t, []accountmap.ContactID{"boss", "report", "assistant"}, people, "no placeholder, adviser or leaver")
	assert.Len(t, got.Coverage, 1, "what is sold")
	assert.Len(t, got.Terms, 2, "what is agreed")
	require.Len(t, got.Endorsements, 1)
	assert.Equal(t, "Published", got.Endorsements[0].Text)
	require.Len(t, got.Communications, 1)
	assert.Equal(t, "Common", got.Communications[0].Subject)
	assert.Equal(t, []accountmap.ContactID{"boss"}, got.Communications[0].Contacts, "without who has left")
	assert.Len(t, got.Cadences, 1)
	assert.Len(t, got.Goals, 1, "no obstacle")
	assert.Len(t, got.KPIs, 1)
	require.Len(t, got.Milestones, 2, "no expansion")
	assert.Equal(t, []accountmap.MilestoneID{"start"}, got.Milestones[1].After)
	assert.EqualValues(t, "boss", got.Milestones[1].Contact, "instead of who has left")
	for _, none := range []any{got.Relationships, got.Competitors, got.Surveys, got.Objections, got.Risks, got.Targets} {
		assert.Empty(t, none)
	}
}

func TestAudiences(t *testing.T) {
	m := newMap(t, sample())
	for _, ours := range []accountmap.Audience{"", accountmap.AudienceInternal} {
		assert.Equal(t, ask(m), ask(m.Select(accountmap.Scope{Audience: ours})))
	}
	want := ask(m.Select(client))
	assert.NotEqual(t, ask(m), want)
	assert.Equal(t, want, ask(m.Select(accountmap.Scope{Audience: "press"})), "nobody reads more by a word that is not known")
	assert.Equal(t, want, ask(m.Select(client).Select(accountmap.Scope{Audience: accountmap.AudienceInternal})), "there is no way back")
	assert.Equal(t, want, ask(m.Select(client).Select(client)))

	mill := accountmap.Scope{Units: []accountmap.UnitID{"mill"}, Products: []accountmap.ProductID{"core"}}
	millForClient := accountmap.Scope{Units: mill.Units, Products: mill.Products, Audience: accountmap.AudienceClient}
	assert.Equal(t, ask(m.Select(mill).Select(client)), ask(m.Select(millForClient)), "what is kept and who reads are two questions")
	assert.Equal(t, sample(), func() *accountmap.Account { a := sample(); newMap(t, a).Select(client); return a }())
}

func TestClientCopiesAreValid(t *testing.T) {
	norace.Only(t)
	for _, a := range []*accountmap.Account{sample(), accountmaptest.Full(), {Profile: accountmap.Profile{Name: "Acme"}}} {
		noNewProblems(t, newMap(t, a), newMap(t, a).Select(client))
	}
	generated(t, func(t *testing.T, _ *accountmap.Account, m *accountmap.Map) {
		copied := m.Select(client)
		noNewProblems(t, m, copied)
		assert.Equal(t, copied.Standing(accountmap.Date{}).Unknown, copied.Standing(accountmap.Date{}).Total())
	})
}

// noNewProblems checks that the copy has no errors, and only kinds of warnings that the map has.
func noNewProblems(t *testing.T, m, copied *accountmap.Map) {
	had := map[accountmap.Code]bool{}
	for _, p := range accountmap.Validate(m.Account()) {
		had[p.Code] = true
	}
	for _, p := range accountmap.Validate(copied.Account()) {
		assert.True(t, p.Level == accountmap.LevelWarning && had[p.Code], p)
	}
}

func TestClientCopySharesNothing(t *testing.T) {
	m := newMap(t, accountmaptest.Full())
	before := m.Account()
	scribble(reflect.ValueOf(m.Select(client).Account()))
	scribble(reflect.ValueOf(m.Account()))
	assert.Equal(t, before, m.Account())
}

func TestAccountOfAMap(t *testing.T) {
	norace.Only(t)
	generated(t, func(t *testing.T, _ *accountmap.Account, m *accountmap.Map) {
		again, err := accountmap.New(m.Account())
		require.NoError(t, err)
		assert.Equal(t, m.Account(), again.Account())
		assert.Equal(t, ask(m), ask(again))
	})
	assert.Equal(t, accountmaptest.Full(), newMap(t, accountmaptest.Full()).Account())
}

func TestAMapKnowsItsAudience(t *testing.T) {
	m, err := accountmap.New(accountmaptest.Full())
	require.NoError(t, err)
	assert.Equal(t, accountmap.AudienceInternal, m.Audience())
	assert.Equal(t, accountmap.AudienceInternal, m.Select(accountmap.Scope{}).Audience())
	part := m.Select(client)
	assert.Equal(t, accountmap.AudienceClient, part.Audience())
	again := part.Select(accountmap.Scope{Audience: accountmap.AudienceInternal})
	assert.Equal(t, accountmap.AudienceClient, again.Audience(), "what was held back does not come back")
	assert.Equal(t, part.Account(), again.Account())
}
