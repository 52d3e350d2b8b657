package terms

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

func TestLists(t *testing.T) {
	for _, c := range []struct {
		lang  string
		items []string
		want  string
	}{
		{"en", nil, ""}, {"en", []string{"a"}, "a"}, {"en", []string{"a", "b"}, "a and b"}, {"en", []string{"a", "b", "c"}, "a, b and c"},
		{"es", []string{"a", "b", "c"}, "a, b y c"}, {"el", []string{"α", "β", "γ"}, "α, β και γ"},
		{"es", []string{"Ana", "Inés"}, "Ana e Inés"}, {"es", []string{"Ana", "Íñigo"}, "Ana e Íñigo"}, {"es", []string{"Ana", "Hidalgo"}, "Ana e Hidalgo"},
		{"es", []string{"agua", "hielo"}, "agua y hielo"}, {"es", []string{"Inés", "Ana"}, "Inés y Ana"}, {"en", []string{"Ana", "Inés"}, "Ana and Inés"},
		{"es", []string{"Ana", ""}, "Ana y "}, {"es", []string{"{1}", "\xff{0}"}, "{1} y \xff{0}"},
	} {
		assert.Equal(t, c.want, mustLookup(t, c.lang).List(c.items))
	}
	items := []string{"a", "b", "c"}
	English().List(items)
	assert.Equal(t, []string{"a", "b", "c"}, items)
}

func TestCompareOrdersAsTheLanguageDoes(t *testing.T) {
	names := []string{"Zoe", "Ñandú", "Nunez", "ángel", "Angel", "angel", "Ωμέγα", "Άλφα", "αλφα", "Βήτα", "Иван"}
	for lang, want := range map[string]string{
		"en": "angel Angel ángel Ñandú Nunez Zoe αλφα Άλφα Βήτα Ωμέγα Иван",
		"es": "angel Angel ángel Nunez Ñandú Zoe αλφα Άλφα Βήτα Ωμέγα Иван",
	} {
		sorted := slices.SortedFunc(slices.Values(names), mustLookup(t, lang).Compare)
		assert.Equal(t, want, strings.Join(sorted, " "), lang)
	}
	assert.Zero(t, English().Compare("a", "a"))
	assert.Equal(t, -1, English().Compare("e\u0301", "é"), "equal letters: by bytes")
	assert.Equal(t, 1, English().Compare("é", "e\u0301"))
}

func FuzzCompareIsAnOrder(f *testing.F) {
	f.Add("Ελένη", "Ñandú", "angel")
	f.Add("\xff", "", "a\u0301\u0327")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		for _, lang := range Languages() {
			terms := mustLookup(t, lang)
			assert.Equal(t, -terms.Compare(a, b), terms.Compare(b, a), "the other way round")
			assert.Equal(t, a == b, terms.Compare(a, b) == 0, "0 for the same text only")
			if utf8.ValidString(a+b+c) && terms.Compare(a, b) < 0 && terms.Compare(b, c) < 0 {
				assert.Negative(t, terms.Compare(a, c), "a < b < c")
			}
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	for b.Loop() {
		English().Compare("Ελένη Παπαδοπούλου", "Ελένη Παππά")
	}
}

func TestClauses(t *testing.T) {
	for lang, want := range map[string]string{"en": "a; b", "es": "a; b", "el": "a· b"} {
		words, _ := Lookup(lang)
		assert.Equal(t, want, words.Clauses([]string{"a", "b"}))
	}
	var none *Terms
	assert.Equal(t, "a; b", none.Clauses([]string{"a", "b"}))
}
