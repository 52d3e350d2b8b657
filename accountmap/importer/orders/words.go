package orders

import (
	"errors"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
)

// isWord reports the keys whose values are words of the account file.
func isWord(key string) bool { return key == "kind" || key == "parentKind" || key == "status" }

// readWord returns what is wrong with a word of the account file, if anything.
func readWord(key, word string) error {
	if key == "status" {
		return new(accountmap.OrderStatus).UnmarshalText([]byte(word))
	}
	return new(accountmap.UnitKind).UnmarshalText([]byte(word))
}

// vocabulary has the words of a table by key, each by what it compares as.
type vocabulary map[string]map[string]string

func newVocabulary(words map[string]map[string]string) vocabulary {
	v := vocabulary{}
	for key, meant := range words {
		v[key] = map[string]string{}
		for said, word := range meant {
			v[key][spell.Fold(said)] = word
		}
	}
	return v
}

// means returns the word of the account file for that of a source, which may be one already.
func (v vocabulary) means(key, said string) string {
	if words := v[key]; words != nil && said != "" {
		if word, ok := words[spell.Fold(said)]; ok {
			return word
		}
	}
	return said
}

// word reads a word of the account file. One that is not known is reported once for all rows that have it.
func (b *book) word(r row, key string, into interface{ UnmarshalText([]byte) error }) {
	v := r.values[key]
	err := into.UnmarshalText([]byte(v.text))
	if err == nil {
		return
	}
	detail, hint := err.Error(), "say what it means in the mapping, in the words of "+problems.Quote(key)
	if e, ok := errors.AsType[*accountmap.ValueError](err); ok {
		detail, hint = e.Detail, e.Hint+"; or "+hint
	}
	b.ErrOf(key+v.text, v.pos(), accountmap.ErrInvalidValue, hint, "%s", v.heading+": "+detail)
}
