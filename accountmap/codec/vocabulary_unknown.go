package codec

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// unknown is the error of a text that is no value of a column of words. It lists those that the file itself has, so that whoever reads it finds
// them there; the one that is meant may be of another language.
func (v *vocabulary) unknown(c *table.Column, said string) error {
	if v.unknowns++; v.unknowns > maxProblems {
		return &accountmap.ValueError{Detail: "unknown value " + quote(said)}
	}
	words := v.spokenWords(c)
	all := words
	for _, l := range v.languages {
		for _, w := range c.Words {
			all = append(all, l.Word(c.Enum, w))
		}
	}
	e := &accountmap.ValueError{Detail: "unknown value " + quote(said), Hint: "one of " + strings.Join(words, ", ")}
	for _, candidates := range [][]string{words, append(all, c.Words...)} {
		if near, ok := spell.Nearest(said, candidates); ok {
			e.Hint = "did you mean " + quote(near) + "? One of " + strings.Join(words, ", ")
			break
		}
	}
	return e
}

// spokenWords are the words of a column in the language of the file, its own words going before those, and those of the account file where no
// language is known.
func (v *vocabulary) spokenWords(c *table.Column) []string {
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

// unknownYesNo is the error of a text that is neither.
func (v *vocabulary) unknownYesNo(said string) error {
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
	return &accountmap.ValueError{Detail: quote(said) + " is neither " + yes + " nor " + no, Hint: "write " + yes + " or " + no + ", or nothing"}
}

// listen finds out in which language a table has its headings: that of most of those which are no keys of the account file, or none.
func (v *vocabulary) listen(t *table.Table, headings []string) {
	v.spoken = nil
	most := 0
	for _, l := range v.languages {
		if n := spokenHeadings(t, l, headings); n > most {
			v.spoken, most = l, n
		}
	}
}

// spokenHeadings counts the headings that a language has for columns of the table and the account file has not.
func spokenHeadings(t *table.Table, l *terms.Terms, headings []string) int {
	n := 0
	for i := range t.Columns {
		key := t.Columns[i].Key
		if name := fold(l.Heading(t.Name, key)); name != fold(key) && slices.ContainsFunc(headings, func(h string) bool { return fold(h) == name }) {
			n++
		}
	}
	return n
}

// names are what a CSV file of the table may call its columns in its own language, and the keys of those columns.
func (v *vocabulary) names(t *table.Table) (names []string, keys []string) {
	keys = keysOf(t)
	if v.spoken == nil {
		return keys, keys
	}
	for _, key := range keys {
		names = append(names, v.spoken.Heading(t.Name, key))
	}
	return names, keys
}
