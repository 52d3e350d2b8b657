package rows

import (
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// Vocabulary holds the names of columns and values: the keys and words of the account file, and
// their translations.
type Vocabulary struct {
	// languages are in order of precedence, beginning with the language of the file.
	languages []*terms.Terms
	// language is the language of the file. It is nil for the keys of the account file, or if
	// unknown.
	language *terms.Terms
	words    map[string]map[string]string // by enumeration and folded word; empty for a word of several values
	yesNo    map[string]bool
	own      []hiddensheet.Word
	// last caches the last result of word, since many rows repeat a word, and an unknown word is
	// looked up twice.
	last struct {
		enum, said, word string
		ok               bool
	}
	// unknowns counts unknown words. Only listed ones get a hint.
	unknowns int
}

// NewVocabulary returns a Vocabulary. Custom words take precedence over words of the language, and
// these over words of other languages. The tag may be empty.
func NewVocabulary(language string, own []hiddensheet.Word) *Vocabulary {
	v := &Vocabulary{own: own, words: map[string]map[string]string{}, yesNo: map[string]bool{
		"true": true, "false": false, "1": true, "0": false, "x": true, "✓": true, "✔": true, "y": true, "n": false,
	}}
	if own, ok := terms.Lookup(language); ok {
		v.languages, v.language = append(v.languages, own), own
	}
	for _, tag := range terms.Languages() {
		if other, ok := terms.Lookup(tag); ok && (len(v.languages) == 0 || other != v.languages[0]) {
			v.languages = append(v.languages, other)
		}
	}
	for _, l := range v.languages {
		v.yesNo[Fold(l.YesNo(true))] = true
		v.yesNo[Fold(l.YesNo(false))] = false
	}
	for _, w := range own {
		if w.Enum == "" {
			v.yesNo[Fold(w.Said)] = w.Value == "true"
		}
	}
	return v
}

// Fold returns a word for comparison, without case, accents, spaces and hyphens.
func Fold(word string) string { return spell.Plain(strings.TrimFunc(word, unicode.IsSpace)) }

// word translates a word of any language into the word of the account file. The result is empty if
// the workbook uses the word for several values.
func (v *Vocabulary) word(c *table.Column, texts string) (word string, ok bool) {
	if v.last.enum == c.Enum && v.last.said == texts && texts != "" {
		return v.last.word, v.last.ok
	}
	known := v.words[c.Enum]
	if known == nil {
		known = map[string]string{}
		for _, w := range c.Words {
			known[Fold(w)] = w
		}
		for i := len(v.languages) - 1; i >= 0; i-- {
			for _, w := range c.Words {
				known[Fold(v.languages[i].Word(c.Enum, w))] = w
			}
		}
		v.addOwn(c, known)
		v.words[c.Enum] = known
	}
	word, ok = known[Fold(texts)]
	v.last.enum, v.last.said, v.last.word, v.last.ok = c.Enum, texts, word, ok
	return word, ok
}

// addOwn replaces words of the languages by custom words for the values of a column.
func (v *Vocabulary) addOwn(c *table.Column, known map[string]string) {
	written := map[string]string{} // by value
	for _, w := range v.own {
		if w.Enum == c.Enum && slices.Contains(c.Words, w.Value) {
			written[w.Value] = w.Said
		}
	}
	if len(written) == 0 {
		return
	}
	values := map[string]int{}
	for _, w := range c.Words {
		texts, own := written[w]
		if !own && len(v.languages) > 0 {
			texts = v.languages[0].Word(c.Enum, w)
		}
		texts = Fold(texts)
		if values[texts]++; values[texts] > 1 {
			known[texts] = ""
		} else {
			known[texts] = w
		}
	}
}

// Columns returns the columns of a table by their folded names in all languages.
func (v *Vocabulary) Columns(t *table.Table) map[string]int {
	known := map[string]int{}
	for i := len(v.languages) - 1; i >= 0; i-- {
		for c := range t.Columns {
			known[Fold(v.languages[i].Heading(t.Name, t.Columns[c].Key))] = c
		}
	}
	for c := range t.Columns {
		known[Fold(t.Columns[c].Key)] = c
	}
	return known
}
