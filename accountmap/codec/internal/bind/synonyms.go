package bind

import (
	_ "embed"
	"encoding/json"
	"slices"
	"sync"

	"github.com/accountatlas/accountatlas/internal/spell"
)

//go:embed synonyms.json
var synonymsFile []byte

// synonyms returns the words of sales for the keys of the account file, and for the values of its
// enumerations. It panics if the embedded file is invalid, so that every test of a misspelt key
// would fail.
var synonyms = sync.OnceValue(func() (s struct{ Keys, Words map[string][]string }) {
	if err := json.Unmarshal(synonymsFile, &s); err != nil {
		panic("bind: synonyms.json: " + err.Error())
	}
	return s
})

// Synonym returns the first of several keys that a word is a synonym of.
func Synonym(word string, keys []string) (string, bool) {
	return synonymOf(word, keys, synonyms().Keys)
}

// WordSynonym returns the first value of an enumeration that a text is a synonym of.
func WordSynonym(text string, words []string) (string, bool) {
	return synonymOf(text, words, synonyms().Words)
}

func synonymOf(text string, names []string, all map[string][]string) (string, bool) {
	folded := spell.Plain(text)
	for _, name := range names {
		if slices.ContainsFunc(all[name], func(s string) bool { return spell.Plain(s) == folded }) && !(folded == "company" && slices.Contains(names, "unit")) {
			return name, true
		}
	}
	if folded == "company" {
		return "unit", slices.Contains(names, "unit") // for a person; for other entries it means the name
	}
	return "", false
}

// WordSynonyms returns every value of an enumeration that a text is a synonym of.
func WordSynonyms(text string, words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(word string) bool {
		_, ok := WordSynonym(text, []string{word})
		return !ok
	})
}
