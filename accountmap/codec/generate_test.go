package codec_test

import (
	"encoding"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// hostile lists valid UTF-8 texts without control characters that some format misreads.
var hostile = []string{
	"yes", "No", "on", "null", "~", "true", "FALSE", "1.0", "12", "0x1F", "0o17", "1_000", "1e3", ".5", "+1", "-", "- a", "2026-11-01", "12:30", ".inf", "NaN", "=", "<<",
	"", " ", "  lead", "trail ", "a: b", "a:b", "a:", ":a", "a #b", "a#b", "#a", "? a", "?", "[a", "a]", "{a: b}", "a, b", ",", "*a", "&a", "!a", "!!str a", "%a", "@a", "`a",
	"'", "''", `"`, `it's "so"`, `\`, `\N`, `\u0041`, `C:\dir`, "|", ">", "|-", "---", "...", "--- a", "a\n---\nb",
	"one\ntwo", "one\ntwo\n", "one\n\ntwo\n\n", "\none", "one\n  two\n three", " one\ntwo", "one \ntwo", "one\ntwo ", "\n", "\n\n", "a\r\nb", "a\rb", "a\tb", "\ta\nb", "a\n\tb", "a\t", "# a\n# b\n",
	"a: b\n- c\nd: |\n  e", "\u00a0a\u00a0", "a\u2028b", "\ufeffa", "\u200fעברית\u200e", "Ελληνικά ñ é", "👩\u200d🚀 🇬🇷", "\U0010fffd", "\ue000",
	"</svg><script>alert(1)</script>", "]]>", "&amp;", "=cmd()", "_x0041_", "$(x)", "%s%n", "+30 210 123", "0030210",
}

// words maps each enumeration to its values.
var words = allWords()

func allWords() map[reflect.Type][]string {
	all := map[reflect.Type][]string{}
	addWords(all, accountmap.UnitKinds())
	addWords(all, accountmap.Roles())
	addWords(all, accountmap.Stances())
	addWords(all, accountmap.ContactLevels())
	addWords(all, accountmap.Seniorities())
	addWords(all, accountmap.Orientations())
	addWords(all, accountmap.Adaptabilities())
	addWords(all, accountmap.Channels())
	addWords(all, accountmap.Directions())
	addWords(all, accountmap.RelationshipKinds())
	addWords(all, accountmap.CoverageStatuses())
	addWords(all, accountmap.SaleKinds())
	addWords(all, accountmap.OrderStatuses())
	addWords(all, accountmap.EndorsementKinds())
	addWords(all, accountmap.ExposureKinds())
	addWords(all, accountmap.Reactions())
	addWords(all, accountmap.GoalKinds())
	addWords(all, accountmap.GoalStates())
	addWords(all, accountmap.ReachLevels())
	addWords(all, accountmap.CaseKinds())
	addWords(all, accountmap.CaseStatuses())
	addWords(all, accountmap.CommitmentStatuses())
	addWords(all, accountmap.Severities())
	addWords(all, accountmap.MilestoneStatuses())
	addWords(all, accountmap.ObjectionStatuses())
	addWords(all, accountmap.Phases())
	addWords(all, accountmap.RiskStates())
	addWords(all, accountmap.SurveyKinds())
	addWords(all, accountmap.TermKinds())
	addWords(all, []accountmap.Recurrence{"FREQ=DAILY", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR"})
	addWords(all, []accountmap.Period{"2027", "2027-Q3", "2027-01"})
	addWords(all, []accountmap.Currency{"", "EUR", "JPY", "BHD"})
	return all
}

func addWords[T ~string](all map[reflect.Type][]string, list []T) {
	for _, v := range list {
		all[reflect.TypeFor[T]()] = append(all[reflect.TypeFor[T]()], string(v))
	}
}

// generate makes an account with a value in most fields. Its references are unknown ids, but the
// account can be written.
func generate(t testing.TB, seed uint64) *accountmap.Account {
	a := &accountmap.Account{}
	g := generator{t, rand.New(rand.NewPCG(seed, seed))}
	g.fill(reflect.ValueOf(a).Elem())
	a.Format = accountmap.FormatVersion
	return a
}

type generator struct {
	t testing.TB
	*rand.Rand
}

func (g generator) fill(v reflect.Value) {
	switch {
	case g.IntN(8) == 0 && v.Kind() != reflect.Struct:
		return
	case v.Type() == reflect.TypeFor[accountmap.Date]():
		v.Set(reflect.ValueOf(accountmap.DateOf(time.Date(1+g.IntN(9999), 1, 1+g.IntN(365), 0, 0, 0, 0, time.UTC))))
	case v.Type() == reflect.TypeFor[accountmap.Money]():
		v.Set(reflect.ValueOf(accountmap.Money{Minor: g.Int64() >> g.IntN(64), Currency: [...]accountmap.Currency{"", "USD", "JPY", "BHD"}[g.IntN(4)]}))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			g.fill(v.Field(i))
		}
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+g.IntN(3), 3))
		for i := range v.Len() {
			g.fill(v.Index(i))
		}
	case v.Kind() == reflect.String && words[v.Type()] != nil:
		v.SetString(words[v.Type()][g.IntN(len(words[v.Type()]))])
	case v.Kind() == reflect.String:
		require.False(g.t, reflect.PointerTo(v.Type()).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()), "no words for %s", v.Type())
		v.SetString(g.text())
	case v.Kind() == reflect.Int:
		v.SetInt(int64(g.IntN(7)))
	case v.Kind() == reflect.Float64:
		v.SetFloat([...]float64{1, -2.5, 0.1, 1e-9, 3e21, 1 << 53, 5e-324, g.NormFloat64()}[g.IntN(8)])
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	default:
		require.Fail(g.t, fmt.Sprintf("a field of type %s cannot be generated", v.Type()))
	}
}

// text joins random hostile texts.
func (g generator) text() string {
	var b strings.Builder
	for range 1 + g.IntN(3)*g.IntN(2) {
		b.WriteString(hostile[g.IntN(len(hostile))])
	}
	return b.String()
}
