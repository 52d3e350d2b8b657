package accountmap

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// ValueError describes a text that is not a valid date, amount or word of an enumeration, and how
// to correct it. Every UnmarshalText of this package returns it.
type ValueError struct {
	Detail, Hint string
}

// Error returns the detail, followed by the hint in brackets.
func (e *ValueError) Error() string {
	if e.Hint == "" {
		return e.Detail
	}
	return e.Detail + " (" + e.Hint + ")"
}

// unmarshalEnum sets v to the value named by text, in any case and with any hyphens and spaces. The
// empty text is the zero value.
func unmarshalEnum[T ~string](v *T, text []byte, all []T) error {
	word := string(text)
	if word == "" {
		*v = ""
		return nil
	}
	for _, known := range all {
		if spell.Fold(word) == spell.Fold(string(known)) {
			*v = known
			return nil
		}
	}
	return unknownWord(word, words(all))
}

func unknownWord(word string, all []string) *ValueError {
	e := &ValueError{Detail: fmt.Sprintf("unknown value %s", quote.Text(word)), Hint: "one of " + strings.Join(all, ", ")}
	if near, ok := spell.Nearest(word, all); ok {
		e.Hint = fmt.Sprintf("did you mean %q? One of %s", near, strings.Join(all, ", "))
	}
	return e
}

// words writes the values of an enumeration as texts.
func words[T ~string](values []T) []string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = string(v)
	}
	return texts
}
