package terms

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestOwnWordsGoOnTop(t *testing.T) {
	for _, lang := range Languages() {
		language := mustLookup(t, lang)
		own, err := language.With(map[string]string{
			"stance.champion": "Mentor", "map.title": "Who is who at {0}", "map.people": "{0} heads", "map.in-units.one": "in one unit", "map.empty": "Nobody {x}",
		})
		require.NoError(t, err)
		assert.Equal(t, lang, own.Language())
		assert.Equal(t, "Mentor", own.Stance(accountmap.StanceChampion))
		assert.Equal(t, "Who is who at Acme", own.Text(MapTitle, "Acme"))
		assert.Equal(t, "1 heads", own.Count(MapPeople, 1), "one word for all forms")
		assert.Equal(t, "in one unit", own.Count(MapInUnits, 1), "a placeholder may go")
		assert.Equal(t, language.Count(MapInUnits, 2), own.Count(MapInUnits, 2), "the other form is the language's")
		assert.Equal(t, language.Stance(accountmap.StanceBlocker), own.Stance(accountmap.StanceBlocker))
		assert.NotEqual(t, "Mentor", language.Stance(accountmap.StanceChampion), "the language's own terms stay as they are")
		assert.Zero(t, own.Compare("a", "a"))
		again, err := own.With(map[string]string{"stance.champion": "Guide"})
		require.NoError(t, err)
		assert.Equal(t, "Guide heads", again.Stance(accountmap.StanceChampion)+again.Count(MapPeople, 3)[1:])
	}
	var none *Terms
	own, err := none.With(nil)
	require.NoError(t, err)
	assert.Equal(t, "Champion", own.Stance(accountmap.StanceChampion))
}

func TestOwnWordsThatCannotBe(t *testing.T) {
	for want, words := range map[string]map[string]string{
		`there is no word "stance.champon": did you mean "stance.champion"?`: {"stance.champon": "Mentor"},
		`there is no word "Champion": terms.Keys lists those that there are`: {"Champion": "Mentor"},
		`there is no word ""`:                {"": "Mentor"},
		`the word "stance.champion" is ""`:   {"stance.champion": ""},
		`the word "stance.champion" is "  "`: {"stance.champion": "  "},
		`the word "stance.champion" is "a\nb": write a text in UTF-8 without control`:              {"stance.champion": "a\nb"},
		`the word "stance.champion" is "\xff"`:                                                     {"stance.champion": "\xff"},
		`the word "map.title" is "{0} by {1}": nothing is put in for {1}`:                          {"map.title": "{0} by {1}"},
		"there is no word \"a\": terms.Keys lists those that there are\nthe word \"map.title\" is": {"a": "x", "map.title": ""},
	} {
		own, err := English().With(words)
		assert.ErrorContains(t, err, want)
		assert.Nil(t, own)
	}
}

func TestKeysAreThoseOfEveryLanguage(t *testing.T) {
	assert.Contains(t, Keys(), "stance.champion")
	assert.Contains(t, Keys(), string(MapTitle))
	for _, lang := range Languages() {
		words := map[string]string{}
		for _, key := range Keys() {
			words[key] = mustLookup(t, lang).words[key]
		}
		_, err := English().With(words)
		assert.NoError(t, err, "the words of %s can stand in for those of English", lang)
	}
}

func FuzzWith(f *testing.F) {
	f.Add("map.title", "{0} {1}")
	f.Add("stance.champion", "Mentor")
	f.Fuzz(func(t *testing.T, key, word string) {
		own, err := English().With(map[string]string{key: word})
		if (own == nil) == (err == nil) {
			t.Fatal("terms or an error, and not both")
		}
		if err == nil {
			own.Text(Key(key), "x")
		}
	})
}
