package terms

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// TestOneThingHasOneName checks the vocabulary across tabs, sections, heads of columns and
// messages. Two places with one word in English have one word in every other language, except for
// gender, number and short forms. A new pair of words is either corrected or listed.
func TestOneThingHasOneName(t *testing.T) {
	needed := map[string]bool{}
	for _, lang := range Languages()[1:] {
		words := load(mustTag(t, lang)).words
		places := map[string][]string{} // the keys by the word in English
		for key, word := range English().words {
			if isName(key, word) {
				places[plainWord(word)] = append(places[plainWord(word)], key)
			}
		}
		for english, keys := range places {
			said := map[string][]string{}
			for _, key := range keys {
				stem := []rune(plainWord(words[key]))
				said[string(stem[:min(stemLetters, len(stem))])] = append(said[string(stem[:min(stemLetters, len(stem))])], key)
			}
			if len(said) > 1 {
				needed[english] = true
				assert.Contains(t, severalMeanings(), english, "%s: one word in English, and here %v", lang, said)
			}
		}
	}
	for _, english := range severalMeanings() {
		assert.True(t, needed[english], "%q has one word in every language, and need not be listed", english)
	}
}

// stemLetters is the number of letters in which the forms of one word agree.
const stemLetters = 4

// isName reports whether a word is short and has no placeholders: the name of a thing, not a
// sentence. Words for unknown agree with their noun, and short forms of roles are signs.
func isName(key, word string) bool {
	return len(word) <= 34 && !strings.ContainsAny(word, "{0") && !strings.HasPrefix(key, "format.") && !strings.HasPrefix(key, "role-short.") && !strings.HasSuffix(key, ".unknown")
}

func plainWord(word string) string { return strings.ToLower(strings.Trim(word, " .:")) }

// severalMeanings lists the English words with several meanings, for which other languages have
// different words.
func severalMeanings() []string {
	return []string{
		"business", // an orientation, and what is sold
		"until", "our people", "left", "next", "new", "changed", "closed", "open", "due", "raised by", "done",
		"summary", // of an account, and of a talk
		"target",  // of a cell, and of a period
		"to be done", "to do", "not yet known", "whose yes is missing", "verbal",
	}
}

// TestListsHaveDistinctNames checks that no two lists, and no two columns of a list, have the same
// name.
func TestListsHaveDistinctNames(t *testing.T) {
	for _, lang := range Languages() {
		words, ok := Lookup(lang)
		require.True(t, ok)
		lists := map[string]string{}
		for _, tab := range table.All() {
			name := words.Field("", tab.Name[strings.LastIndexByte(tab.Name, '.')+1:])
			assert.Empty(t, lists[name], "%s: %s is called %s", lang, tab.Name, name)
			lists[name] = tab.Name
			columns := map[string]string{}
			for _, c := range tab.Columns {
				heading := words.Heading(tab.Name, c.Key)
				assert.Empty(t, columns[heading], "%s: the column %s of %s is called %s", lang, c.Key, tab.Name, heading)
				columns[heading] = c.Key
			}
		}
	}
}

// TestStancesAreNotScores checks that no word means both a stance and an answer to a survey.
func TestStancesAreNotScores(t *testing.T) {
	for _, lang := range Languages() {
		words, _ := Lookup(lang)
		scores := plainWord(words.Text(PackPromoters, "", "", ""))
		for _, s := range accountmap.Stances() {
			stem := []rune(plainWord(words.Stance(s)))
			assert.NotContains(t, scores, string(stem[:min(6, len(stem))]), "%s: %s", lang, s)
		}
	}
}

// TestLateIsOneWord checks that each language has one word for overdue entries.
func TestLateIsOneWord(t *testing.T) {
	one := map[string]string{"en": "late", "es": "retras", "el": "καθυστ"}
	for key, english := range English().words {
		if !slices.Contains(strings.FieldsFunc(strings.ToLower(english), func(r rune) bool { return !unicode.IsLetter(r) }), "late") {
			assert.NotContains(t, strings.ToLower(english), "overdue", key)
			continue
		}
		for _, lang := range Languages() {
			assert.Contains(t, strings.ToLower(mustLookup(t, lang).words[key]), one[lang], "%s: %s", lang, key)
		}
	}
}
