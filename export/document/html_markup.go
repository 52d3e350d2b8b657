package document

import (
	"html"
	"strconv"
)

// A markup is text that may stand in the page as it is. Being a type of its
// own, it is what the compiler asks for: constants of this package convert by
// themselves, strings from outside only by escape.
type markup string

// escape returns s as the text of an element or the value of a quoted
// attribute.
func escape(s string) markup {
	return markup(html.EscapeString(clean(s)))
}

func number(n int) markup { return markup(strconv.Itoa(n)) }

// decimal writes a length to a hundredth: more would only show how it was
// computed.
func decimal(x float64) markup {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	return markup(s)
}
