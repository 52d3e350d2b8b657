package terms

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/accountatlas/accountatlas/accountmap"
)

func mustTag(t *testing.T, lang string) language.Tag {
	t.Helper()
	tag, err := language.Parse(lang)
	require.NoError(t, err)
	return tag
}

func mustLookup(t *testing.T, lang string) *Terms {
	t.Helper()
	terms, ok := Lookup(lang)
	require.True(t, ok, lang)
	return terms
}

func TestLookup(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "en", "EN": "en", "en-GB": "en", "en_US": "en", "eng": "en", "en-Latn-US-u-ca-gregory": "en",
		"es": "es", "es-MX": "es", "es-419": "es", "spa": "es", "ES-es": "es",
		"el": "el", "el-GR": "el", "ell": "el", "el-polyton": "el",
	} {
		terms, ok := Lookup(lang)
		if assert.True(t, ok, lang) {
			assert.Equal(t, want, terms.Language(), lang)
		}
	}
	for _, lang := range []string{"", "und", "und-GR", "de", "ca", "grc", "gr", "x-en", "Spanish", "español", "e", "es-", "-es", "es MX", "\xff", "en\x00", "*"} {
		terms, ok := Lookup(lang)
		assert.False(t, ok, lang)
		assert.Nil(t, terms, lang)
	}
}

func TestLanguagesAreFoundAndNobodyCanChangeThem(t *testing.T) {
	Languages()[0] = "xx"
	assert.Equal(t, []string{"en", "es", "el"}, Languages())
	for _, lang := range Languages() {
		assert.Equal(t, lang, mustLookup(t, lang).Language())
	}
}

func TestTermsAreMadeOnce(t *testing.T) {
	assert.Same(t, mustLookup(t, "es"), mustLookup(t, "es-AR"))
	assert.Same(t, English(), mustLookup(t, "en"))
}

func TestNilAndZeroTermsAreEnglish(t *testing.T) {
	for _, terms := range []*Terms{nil, {}} {
		assert.Equal(t, "en", terms.Language())
		assert.Equal(t, "Reports to", terms.Text(ColumnReportsTo))
		assert.Equal(t, "2 people", terms.Count(MapPeople, 2))
		assert.Equal(t, "Champion", terms.Stance(accountmap.StanceChampion))
		assert.Equal(t, "▲", terms.StanceMark(accountmap.StanceChampion))
		assert.Equal(t, "Sponsor", terms.RoleShort(accountmap.RoleExecutiveSponsor))
		assert.Equal(t, "Not assessed", terms.Status(""))
		assert.Equal(t, "1 Nov 2026", terms.ShortDate(accountmap.Date{Year: 2026, Month: 11, Day: 1}))
		assert.Equal(t, "1,234.5", terms.Decimal(1234.5, 2))
		assert.Equal(t, "25%", terms.Percent(0.25))
		assert.Equal(t, "1.00\u00a0EUR", terms.Money(accountmap.Money{Minor: 100, Currency: "EUR"}))
		assert.Equal(t, "a and b", terms.List([]string{"a", "b"}))
		assert.Equal(t, -1, terms.Compare("a", "b"))
	}
}

func TestTermsMayBeSharedByGoroutines(t *testing.T) {
	type answer struct {
		count string
		order int
	}
	ask := func(lang string) answer {
		terms, _ := Lookup(lang)
		return answer{terms.Count(MapPeople, 3), terms.Compare("Ελένη", "Jörg")}
	}
	want := map[string]answer{}
	for _, lang := range Languages() {
		want[lang] = ask(lang)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for lang, alone := range want {
				for range 50 {
					assert.Equal(t, alone, ask(lang), lang)
				}
			}
		})
	}
	wg.Wait()
}
