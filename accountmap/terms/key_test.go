package terms

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestTextFillsPlaceholders(t *testing.T) {
	day := accountmap.Date{Year: 2026, Month: 11, Day: 1}
	type unit string
	for _, c := range []struct {
		lang string
		key  Key
		args []any
		want string
	}{
		{"en", MapTitle, []any{"Grupo Meridiano"}, "Grupo Meridiano · account map"},
		{"es", MapTitle, []any{"Grupo Meridiano"}, "Grupo Meridiano · mapa de la cuenta"},
		{"el", MapTitle, []any{"Grupo Meridiano"}, "Grupo Meridiano · χάρτης πελάτη"},
		{"es", MapSubtitle, []any{day}, "Interlocutores a fecha de 1 de noviembre de 2026"},
		{"en", WorkbookPenetration, []any{"25%", 15, 60}, "penetration 25% (15 sold of 60 sellable)"},
		{"en", HandoffTo, []any{unit("u1")}, "To u1"},
		{"en", HandoffTo, []any{accountmap.Money{Minor: 5, Currency: "JPY"}}, "To 5\u00a0JPY"},
		{"en", HandoffTo, []any{12345}, "To 12,345"},
		{"en", HandoffFromTo, []any{"{1}", "{0}"}, "From {1} to {0}"},
		{"en", HandoffFromTo, []any{"%s</b>\n", "\xff"}, "From %s</b>\n to \xff"},
		{"en", HandoffFromTo, []any{"a"}, "From a to {1}"},
		{"en", HandoffFromTo, nil, "From {0} to {1}"},
		{"en", ColumnUnit, []any{"spare"}, "Unit"},
		{"en", HandoffTo, []any{nil}, "To <nil>"},
		{"en", "no.such.key", []any{"a"}, "no.such.key"},
		{"en", "", nil, ""},
		{"en", MapPeople, []any{1}, "1 people"},
	} {
		assert.Equal(t, c.want, mustLookup(t, c.lang).Text(c.key, c.args...))
	}
}

func TestCountFollowsTheLanguage(t *testing.T) {
	for _, c := range []struct {
		lang string
		n    int
		want string
	}{
		{"en", 0, "0 people"}, {"en", 1, "1 person"}, {"en", 2, "2 people"}, {"en", 21, "21 people"}, {"en", 1000, "1,000 people"},
		{"es", 0, "0 personas"}, {"es", 1, "1 persona"}, {"es", 25, "25 personas"}, {"es", 12500, "12.500 personas"},
		{"el", 0, "0 άτομα"}, {"el", 1, "1 άτομο"}, {"el", 25, "25 άτομα"},
		{"en", -1, "-1 person"}, {"en", 10_000_001, "10,000,001 people"},
		{"en", math.MinInt, "-9,223,372,036,854,775,808 people"},
		{"en", math.MaxInt, "9,223,372,036,854,775,807 people"},
	} {
		assert.Equal(t, c.want, mustLookup(t, c.lang).Count(MapPeople, c.n))
	}
	assert.Equal(t, "5 of 12 products", English().Count(MapProducts, 12, 5))
	assert.Equal(t, "0 of 1 product", English().Count(MapProducts, 1, 0))
	assert.Equal(t, "2 neutrales", mustLookup(t, "es").Count(MapNeutral, 2))
	assert.Equal(t, "1 ουδέτερος", mustLookup(t, "el").Count(MapNeutral, 1))
	assert.Equal(t, "Unit", English().Count(ColumnUnit, 3), "a text without forms")
	assert.Equal(t, "no.such.key", English().Count("no.such.key", 3))
}

func FuzzTextInsertsLiterally(f *testing.F) {
	for _, s := range []string{"", "{0}", "{1}", "{", "{9}}", "</svg><script>alert(1)</script>", `\N`, "\xff", "\u202e"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		assert.Equal(t, "From "+a+" to "+b, English().Text(HandoffFromTo, a, b))
	})
}
