package terms

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// fill puts args in the place of {0} to {9}. What is put in is not looked at again, so an argument that holds a placeholder stays as it is.
func (t *Terms) fill(word string, args []any) string {
	if len(args) == 0 {
		return word
	}
	var b strings.Builder
	for {
		before, i, after, found := cutPlaceholder(word)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if i < len(args) {
			b.WriteString(t.argument(args[i]))
		} else {
			fmt.Fprintf(&b, "{%d}", i)
		}
		word = after
	}
}

// cutPlaceholder cuts a word at its first placeholder. Braces around anything but one digit are text.
func cutPlaceholder(word string) (before string, i int, after string, found bool) {
	for at := 0; at+3 <= len(word); at++ {
		if digit := word[at+1]; word[at] == '{' && '0' <= digit && digit <= '9' && word[at+2] == '}' {
			return word[:at], int(digit - '0'), word[at+3:], true
		}
	}
	return word, 0, "", false
}

func (t *Terms) argument(arg any) string {
	switch v := arg.(type) {
	case string:
		return v
	case int:
		return t.Number(v)
	case accountmap.Date:
		return t.Date(v)
	case accountmap.Money:
		return t.Money(v)
	}
	return fmt.Sprint(arg)
}
