package rows

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// maxSuggestions bounds the errors that suggest a word. Each is compared with hundreds.
const maxSuggestions = 1000

// unknown returns the error for an unknown word. It lists the words in the language of the file;
// the nearest one may be in another language.
func (v *Vocabulary) unknown(c *table.Column, said string) error {
	if v.unknowns++; v.unknowns > maxSuggestions {
		return &accountmap.ValueError{Detail: "unknown value " + tree.Quote(said)}
	}
	words := v.Spoken(c)
	all := words
	for _, l := range v.languages {
		for _, w := range c.Words {
			all = append(all, l.Word(c.Enum, w))
		}
	}
	e := &accountmap.ValueError{Detail: "unknown value " + tree.Quote(said), Hint: "one of " + strings.Join(words, ", ")}
	for _, candidates := range [][]string{words, append(all, c.Words...)} {
		if near, ok := spell.Nearest(said, candidates); ok {
			e.Hint = "did you mean " + tree.Quote(near) + "? One of " + strings.Join(words, ", ")
			break
		}
	}
	return e
}

// Spoken returns the words of a column: the file's own words, or else in its language, or else in
// the account file's notation.
func (v *Vocabulary) Spoken(c *table.Column) []string {
	words := make([]string, len(c.Words))
	for i, w := range c.Words {
		words[i] = w
		if v.spoken != nil {
			words[i] = v.spoken.Word(c.Enum, w)
		}
		for _, own := range v.own {
			if own.Enum == c.Enum && own.Value == w {
				words[i] = own.Said
			}
		}
	}
	return slices.Clip(words)
}

// unknownYesNo returns the error for a text that is neither yes nor no.
func (v *Vocabulary) unknownYesNo(said string) error {
	yes, no := "yes", "no"
	if v.spoken != nil {
		yes, no = v.spoken.YesNo(true), v.spoken.YesNo(false)
	}
	for _, own := range v.own {
		switch {
		case own.Enum == "" && own.Value == "true":
			yes = own.Said
		case own.Enum == "":
			no = own.Said
		}
	}
	return &accountmap.ValueError{Detail: tree.Quote(said) + " is neither " + yes + " nor " + no, Hint: "write " + yes + " or " + no + ", or nothing"}
}

// Listen sets the language of a table by its headings: the language of most headings that are not
// keys of the account file, or none.
func (v *Vocabulary) Listen(t *table.Table, headings []string) {
	v.spoken = nil
	most := 0
	for _, l := range v.languages {
		if n := spokenHeadings(t, l, headings); n > most {
			v.spoken, most = l, n
		}
	}
}

// spokenHeadings counts the headings in a language, without headings that are keys of the account
// file.
func spokenHeadings(t *table.Table, l *terms.Terms, headings []string) int {
	n := 0
	for i := range t.Columns {
		key := t.Columns[i].Key
		if name := Fold(l.Heading(t.Name, key)); name != Fold(key) && slices.ContainsFunc(headings, func(h string) bool { return Fold(h) == name }) {
			n++
		}
	}
	return n
}

// Names returns the headings of columns, given by their keys, in the language of the file.
func (v *Vocabulary) Names(t *table.Table, keys []string) []string {
	if v.spoken == nil {
		return keys
	}
	var names []string
	for _, key := range keys {
		names = append(names, v.spoken.Heading(t.Name, key))
	}
	return names
}
