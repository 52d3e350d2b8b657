package terms

import (
	"sync"

	"golang.org/x/text/language"
)

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
