package terms

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
)

// With returns the terms with some of the caller's own words in place of the language's. If a house calls its champions mentors, every picture,
// workbook and page then says mentor:
//
//	house, err := terms.English().With(map[string]string{"stance.champion": "Mentor", "map.people.one": "{0} contact"})
//
// A key is one of [Keys]. The text of a [Terms.Count] has a key for each grammatical form; one word under its key without the form is used for
// all. A word may leave a placeholder out, but must not have one that the language's text does not have. The error names every unknown key, with
// the one that was probably meant, and every word that is empty, invalid UTF-8 or has control characters.
func (t *Terms) With(words map[string]string) (*Terms, error) {
	t = t.orEnglish()
	var errs []error
	for _, key := range slices.Sorted(maps.Keys(words)) {
		if err := t.checkOwn(key, words[key]); err != nil {
			errs = append(errs, err)
		}
	}
	if errs != nil {
		return nil, errors.Join(errs...)
	}
	own := *t
	own.words = maps.Clone(t.words)
	maps.Copy(own.words, words)
	return &own, nil
}

// Keys lists the keys of all words in alphabetical order: those of texts, such as "map.title", each a constant of type [Key], and those of the
// values, fields and problems of an account, such as "stance.champion". They are the same in every language.
func Keys() []string { return slices.Sorted(maps.Keys(English().words)) }

// checkOwn finds what is wrong with a word of the caller's.
func (t *Terms) checkOwn(key, word string) error {
	language, ok := t.words[key]
	if !ok {
		language, ok = t.words[key+"."+formOther]
	}
	if !ok {
		if near, ok := spell.Nearest(key, Keys()); ok {
			return fmt.Errorf("there is no word %q: did you mean %q?", key, near)
		}
		return fmt.Errorf("there is no word %q: terms.Keys lists those that there are", key)
	}
	if strings.TrimSpace(word) == "" || !utf8.ValidString(word) || strings.ContainsFunc(word, unicode.IsControl) {
		return fmt.Errorf("the word %q is %q: write a text in UTF-8 without control characters", key, word)
	}
	has := placeholders(language)
	for at := range placeholders(word) {
		if !has[at] {
			return fmt.Errorf("the word %q is %q: nothing is put in for {%d}", key, word, at)
		}
	}
	return nil
}

// placeholders is which of {0} to {9} a word has.
func placeholders(word string) map[int]bool {
	has := map[int]bool{}
	for {
		_, i, after, found := cutPlaceholder(word)
		if !found {
			return has
		}
		has[i], word = true, after
	}
}
