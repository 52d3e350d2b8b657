package accountmap_test

import (
	"encoding"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// enumeration is one of the types whose values are the words of a list.
type enumeration struct {
	name  string
	words []string
	// parse reads a word.
	parse func(text string) (string, error)
}

func enumerations() []enumeration {
	var all []enumeration
	for _, of := range schema.Of(reflect.TypeFor[accountmap.Account]()).Enumerations() {
		all = append(all, enumeration{name: of.Go.Name(), words: of.Words, parse: func(text string) (string, error) {
			v := reflect.New(of.Go)
			v.Elem().SetString("untouched")
			err := v.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text))
			return v.Elem().String(), err
		}})
	}
	return all
}

func TestEnumerations(t *testing.T) {
	for _, e := range enumerations() {
		t.Run(e.name, func(t *testing.T) {
			seen := map[string]bool{}
			for _, word := range e.words {
				assert.False(t, seen[word], "%s is duplicate", word)
				seen[word] = true
				for _, spelling := range []string{
					word, strings.ToUpper(word), strings.ReplaceAll(word, "-", " "), strings.ReplaceAll(word, "-", "_"),
					strings.ReplaceAll(word, "-", ""), " " + word,
				} {
					got, err := e.parse(spelling)
					require.NoError(t, err, spelling)
					assert.Equal(t, word, got, spelling)
				}
			}
			got, err := e.parse("")
			require.NoError(t, err)
			assert.Empty(t, got, "no word is the zero value")

			for _, hostile := range []string{" ", "-", "unknown", "?", "\x00", "\xff", strings.Repeat("a", 5000), e.words[0] + "\n"} {
				got, err := e.parse(hostile)
				var value *accountmap.ValueError
				if assert.ErrorAs(t, err, &value, "%q", hostile) {
					assert.Contains(t, value.Hint, strings.Join(e.words, ", "))
					assert.Less(t, len(value.Error()), 600)
				}
				assert.Equal(t, "untouched", got)
			}

			misspelt := e.words[0] + "x"
			_, err = e.parse(misspelt)
			assert.ErrorContains(t, err, `did you mean "`+e.words[0]+`"?`)
		})
	}
}

func TestSuggestions(t *testing.T) {
	var s accountmap.CoverageStatus
	assert.EqualError(t, s.UnmarshalText([]byte("oportunity")), `unknown value "oportunity" (did you mean "opportunity"? One of sold, `+
		`opportunity, proposed, gap, competitor, in-house, lapsed, not-relevant, blocked)`)
	assert.EqualError(t, s.UnmarshalText([]byte("white space")), `unknown value "white space" (one of sold, `+
		`opportunity, proposed, gap, competitor, in-house, lapsed, not-relevant, blocked)`)
}

func TestStanceSides(t *testing.T) {
	for stance, side := range map[accountmap.Stance][2]bool{
		accountmap.StanceChampion: {true, false}, accountmap.StanceSupporter: {true, false}, accountmap.StanceNeutral: {},
		accountmap.StanceSceptic: {false, true}, accountmap.StanceBlocker: {false, true}, accountmap.StanceUnknown: {},
	} {
		assert.Equal(t, side, [2]bool{stance.For(), stance.Against()}, stance)
	}
}

func TestSellable(t *testing.T) {
	for _, s := range append(accountmap.CoverageStatuses(), accountmap.CoverageUnassessed) {
		assert.Equal(t, s != "blocked" && s != "not-relevant", s.Sellable(), s)
	}
}
