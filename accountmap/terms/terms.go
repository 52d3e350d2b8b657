// Package terms provides the words for readers, in English, Spanish and Greek, and writes dates,
// numbers, amounts and lists in the form of each language. The rest of the library has no words of
// its own.
//
// [Lookup] returns the [Terms] of a language. Their methods name the values of package accountmap
// ([Terms.Stance], [Terms.Status]), and return the texts of maps, workbooks and pages by [Key]
// ([Terms.Text], [Terms.Count]). Further methods format values ([Terms.Date], [Terms.Money]) and
// compare names in the language's order ([Terms.Compare]).
//
// [Terms.With] replaces words of the language with a caller's own.
//
// The results are plain text: they are not escaped for markup, and texts put into them are
// unchanged. The words are the embedded files words/<language>/<area>.json, and the sentences of
// problems are messages/<language>/<area>.json; a language is a folder of each with the same keys,
// and a line in the list of languages.
package terms

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// Terms are the words of one language. They are read-only and safe for any number of goroutines. A
// nil *Terms and the zero Terms are English.
type Terms struct {
	tag language.Tag
	// words has the words of all areas by key; see the package documentation for the files.
	words map[string]string
	// messages has the formats of problems by the English ones.
	messages  map[string]string
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

// word returns the word of a key, or the key itself, so that a missing word is visible.
func (t *Terms) word(key string) string {
	if word, ok := t.orEnglish().words[key]; ok {
		return word
	}
	return key
}

// known lists the languages, each loaded on first use.
var known = [...]struct {
	tag   string
	terms func() *Terms
}{
	{"en", sync.OnceValue(func() *Terms { return load(language.English) })},
	{"es", sync.OnceValue(func() *Terms { return load(language.Spanish) })},
	{"el", sync.OnceValue(func() *Terms { return load(language.Greek) })},
}

// load returns the terms of a language. The files are embedded, and a test checks that they are
// readable and complete.
func load(tag language.Tag) *Terms {
	words, _ := readWords(files, tag.String())
	messages, _ := readMessages(files, tag.String())
	return &Terms{tag: tag, words: words, messages: messages, collators: &sync.Pool{New: func() any { return collate.New(tag) }}}
}

// English returns the terms for English.
func English() *Terms { return known[0].terms() }

// Lookup returns the terms of a language by its BCP 47 tag in any case, ignoring region, script and
// variant: "es-MX" and "es" are both Spanish. It returns nil, which works as English, and false for
// the empty tag, an invalid tag, and a language that the package does not have.
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

// Languages returns the tags of the languages that [Lookup] finds, English first. The slice is the
// caller's.
func Languages() []string {
	tags := make([]string, len(known))
	for i, l := range known {
		tags[i] = l.tag
	}
	return tags
}

// With returns the terms with some words replaced by the caller's own. For a company that calls its
// champions mentors, in every picture, workbook and page:
//
//	house, err := terms.English().With(map[string]string{"stance.champion": "Mentor", "map.people.one": "{0} contact"})
//
// A key is one of [Keys]. The text of a [Terms.Count] has a key for each grammatical form; one word
// under its key without the form is used for all. A word may leave out placeholders of the
// language's text, but not add others. The error names every unknown key, with the nearest known
// one, and every word that is empty, invalid UTF-8 or has control characters.
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

// Keys lists the keys of all words in alphabetical order. The key of a text, such as "map.title",
// is a constant of type [Key]. Further keys, such as "stance.champion", name the values, fields and
// problems of an account. The keys are the same in every language.
func Keys() []string { return slices.Sorted(maps.Keys(English().words)) }

// checkOwn returns an error for an invalid word of the caller's.
func (t *Terms) checkOwn(key, word string) error {
	language, ok := t.words[key]
	if !ok {
		language, ok = t.words[key+"."+formOther]
	}
	if !ok {
		if near, ok := spell.Nearest(key, Keys()); ok {
			return accountmap.Sentence(message.Of("there is no word %q: did you mean %q?", key, near))
		}
		return accountmap.Sentence(message.Of("there is no word %q: terms.Keys lists those that there are", key))
	}
	if strings.TrimSpace(word) == "" || !utf8.ValidString(word) || strings.ContainsFunc(word, unicode.IsControl) {
		return accountmap.Sentence(message.Of("the word %q is %q: write a text in UTF-8 without control characters", key, word))
	}
	has := placeholders(language)
	for at := range placeholders(word) {
		if !has[at] {
			return accountmap.Sentence(message.Of("the word %q is %q: nothing is put in for {%d}", key, word, at))
		}
	}
	return nil
}

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
