package terms

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/accountatlas/accountatlas/internal/spell"
)

// Terms are the words of one language. They are read-only and safe for any number of goroutines. A nil *Terms and the zero Terms are
// English.
type Terms struct {
	tag language.Tag
	// words are those of every area by key; see package documentation for the files.
	words     map[string]string
	collators *sync.Pool
}

// Language returns the BCP 47 tag of the language, such as "el".
func (t *Terms) Language() string { return t.orEnglish().tag.String() }

func (t *Terms) orEnglish() *Terms {
	if t == nil || t.words == nil {
		return English()
	}
	return t
}

// word returns the word of a key, or the key where there is none, so that a mistake can be seen and found.
func (t *Terms) word(key string) string {
	if word, ok := t.orEnglish().words[key]; ok {
		return word
	}
	return key
}

// known lists the languages, each made when it is first asked for.
var known = [...]struct {
	tag   string
	terms func() *Terms
}{
	{"en", sync.OnceValue(func() *Terms { return load(language.English) })},
	{"es", sync.OnceValue(func() *Terms { return load(language.Spanish) })},
	{"el", sync.OnceValue(func() *Terms { return load(language.Greek) })},
}

// load makes the terms of a language. The files are part of the program, and a test holds them readable and complete: were one not, its
// words would be missing and their keys would show.
func load(tag language.Tag) *Terms {
	words, _ := readWords(files, tag.String())
	return &Terms{tag: tag, words: words, collators: newCollators(tag)}
}

// English returns the terms for English.
func English() *Terms { return known[0].terms() }

// Lookup returns the terms of a language by its BCP 47 tag in any case, ignoring region, script and variant: "es-MX" and "es" are both Spanish.
// It returns nil, which works as English, and false for the empty tag, an invalid tag, and a language that the package does not have.
func Lookup(lang string) (*Terms, bool) {
	tag, err := language.Parse(lang)
	if err != nil {
		return nil, false
	}
	base, confidence := tag.Base()
	if confidence != language.Exact {
		return nil, false
	}
	for _, l := range known {
		if l.tag == base.String() {
			return l.terms(), true
		}
	}
	return nil, false
}

// Languages returns the tags of the languages that [Lookup] finds, English first. The caller may keep the slice.
func Languages() []string {
	tags := make([]string, len(known))
	for i, l := range known {
		tags[i] = l.tag
	}
	return tags
}

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
