package accountmap_test

import (
	"encoding"
	"math"
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// FuzzAccount derives a mostly invalid account from bytes. Nothing may panic, New must agree with
// Validate, and a map must repeat its answers.
func FuzzAccount(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02"))
	long := make([]byte, 4000)
	for i := range long {
		long[i] = byte(i * i >> 3)
	}
	f.Add(long)
	for seed := range byte(8) {
		valid := make([]byte, 600)
		for i := range valid {
			valid[i] = seed + byte(i)
		}
		f.Add(valid)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a := &accountmap.Account{}
		b := byteSource(data)
		b.fill(reflect.ValueOf(a).Elem())
		check(t, a)
		good := withoutFaults(a)
		check(t, good)
		other := &accountmap.Account{}
		b.fill(reflect.ValueOf(other).Elem())
		mirror(t, newMap(t, good), newMap(t, withoutFaults(other)))
	})
}

func check(t *testing.T, a *accountmap.Account) {
	problems := accountmap.Validate(a)
	require.Equal(t, problems.Report(), accountmap.Validate(a).Report())
	m, err := accountmap.New(a)
	require.Equal(t, problems.HasErrors(), err != nil)
	if err != nil {
		require.NotEmpty(t, err.Error())
		return
	}
	require.Equal(t, ask(m), ask(m))
	require.True(t, accountmap.Compare(m, m).IsZero())
	for _, audience := range append(accountmap.Audiences(), "nobody") {
		copied := m.Select(accountmap.Scope{Audience: audience})
		require.False(t, accountmap.Validate(copied.Account()).HasErrors())
		ask(copied)
		mirror(t, m, copied)
	}
	for u := range m.SubUnits("") {
		part := m.Select(accountmap.Scope{Units: []accountmap.UnitID{u.ID}})
		require.False(t, accountmap.Validate(accountOf(part)).HasErrors())
		ask(part)
		mirror(t, m, part)
	}
}

// withoutFaults returns the account without its invalid entries, so that questions can be asked.
func withoutFaults(a *accountmap.Account) *accountmap.Account {
	good := &accountmap.Account{Profile: accountmap.Profile{Name: "Fuzz"}}
	from, to := reflect.ValueOf(a).Elem(), reflect.ValueOf(good).Elem()
	for i := range from.NumField() {
		if from.Field(i).Kind() != reflect.Slice {
			continue
		}
		for j := range from.Field(i).Len() {
			kept := to.Field(i).Len()
			to.Field(i).Set(reflect.Append(to.Field(i), from.Field(i).Index(j)))
			if accountmap.Validate(good).HasErrors() {
				to.Field(i).SetLen(kept)
			}
		}
	}
	return good
}

// byteSource derives values from bytes. After the last byte, every value is zero.
type byteSource []byte

func (b *byteSource) next() byte {
	if len(*b) == 0 {
		return 0
	}
	first := (*b)[0]
	*b = (*b)[1:]
	return first
}

func (b *byteSource) fill(v reflect.Value) {
	if word, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok && v.Kind() == reflect.String && b.next()%16 > 0 {
		_ = word.UnmarshalText([]byte(b.text())) // an invalid word stays unknown
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		if n := int(b.next()) % 5; n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		for i := range v.Len() {
			b.fill(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			b.fill(v.Field(i))
		}
		if d, ok := v.Addr().Interface().(*accountmap.Date); ok && b.next()%8 > 0 {
			*d = accountmap.Date{Year: 2026, Month: time.Month(1 + b.next()%12), Day: int(1 + b.next()%28)}
		}
	case reflect.String:
		v.SetString(b.text())
	case reflect.Bool:
		v.SetBool(b.next()%2 == 1)
	case reflect.Float64:
		v.SetFloat([]float64{0, 1, 0.5, -1, math.NaN(), math.Inf(1), 1e300}[b.next()%7])
	default:
		v.SetInt([]int64{0, 1, 5, 6, -1, 3, math.MaxInt64, math.MinInt64}[b.next()%8])
	}
}

// text returns one of a few words in most cases, so that references and enumerations are often
// valid, or any text.
func (b *byteSource) text() string {
	words := []string{
		"", "a", "b", "c", "a", "b", "EUR", "sold", "champion", "group", "blocked", "influence", "referral", "meeting", "open", "lapsed",
		"", "a", "b", "c", "a", "d", "", "testimonial", "cancelled", "decision-maker", "in-depth", "not-relevant", "proposed", "conflict",
	}
	k := b.next()
	if int(k) < 240 {
		return words[int(k)%len(words)]
	}
	n := min(int(k-240), len(*b))
	text := string((*b)[:n])
	*b = (*b)[n:]
	return text
}

// FuzzTexts reads amounts, days, periods and recurrences. Each value must survive writing and
// reading.
func FuzzTexts(f *testing.F) {
	for _, text := range []string{"1250.00 USD", "-0.5", "2026-02-28", "0001-01-01", "FREQ=MONTHLY;BYDAY=1TU", "rrule:freq=weekly", "quarterly", "2026-Q1", "2026"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, currency := range []accountmap.Currency{"", "EUR", "JPY", "KWD"} {
			if m, err := accountmap.ParseMoney(text, currency); err == nil {
				again, err := accountmap.ParseMoney(m.Format(currency), currency)
				require.NoError(t, err)
				require.Equal(t, m, again)
			}
		}
		if d, err := accountmap.ParseDate(text); err == nil {
			again, err := accountmap.ParseDate(d.String())
			require.NoError(t, err)
			require.Equal(t, d, again)
			require.Equal(t, d, d.AddDays(0))
		}
		var r, again accountmap.Recurrence
		if r.UnmarshalText([]byte(text)) == nil {
			require.NoError(t, again.UnmarshalText([]byte(r)))
			require.Equal(t, r, again)
			_, interval := r.Every()
			require.GreaterOrEqual(t, interval, 0)
		}
		var p, q accountmap.Period
		if p.UnmarshalText([]byte(text)) == nil {
			require.NoError(t, q.UnmarshalText([]byte(p)))
			require.Equal(t, p, q)
		}
	})
}
