package terms

import "golang.org/x/text/feature/plural"

// Key names a text. The constants of this package are all the keys there are, each with the English text as a comment. Texts marked "Count" are
// for [Terms.Count], all others for [Terms.Text].
type Key string

// Text returns the text of a key with its placeholders filled: {0} is the first of args, {1} the second, wherever the language puts them.
//
// A string is inserted unchanged, braces included; an int is written by [Terms.Number], an [accountmap.Date] by [Terms.Date], an
// [accountmap.Money] by [Terms.Money] and anything else by fmt.Sprint. A placeholder without an argument is left as it is. A key without a text
// is returned as it is.
func (t *Terms) Text(k Key, args ...any) string {
	t = t.orEnglish()
	return t.fill(t.text(k, formOther), args)
}

// Count returns the text of a key for n things, in the language's form for that number: "1 person", "25 people". {0} is n, {1} the first of
// args, and so on; see [Terms.Text].
func (t *Terms) Count(k Key, n int, args ...any) string {
	t = t.orEnglish()
	return t.fill(t.text(k, t.form(n)), append([]any{n}, args...))
}

// text returns the words of a key, in one plural form when it has several.
func (t *Terms) text(k Key, form string) string {
	if text, ok := t.words[string(k)]; ok {
		return text
	}
	if text, ok := t.words[string(k)+"."+form]; ok {
		return text
	}
	return string(k)
}

// The plural forms that the languages of the package have, by their CLDR names.
const (
	formOne   = "one"
	formOther = "other"
)

// form returns the plural form for a whole number.
func (t *Terms) form(n int) string {
	// The rules look at a number's size and last digits; a number with more digits than they can take is brought down with both kept.
	const million = 1_000_000
	if n >= million || n <= -million {
		n = million + max(n%million, -(n%million))
	}
	if plural.Cardinal.MatchPlural(t.tag, max(n, -n), 0, 0, 0, 0) == plural.One {
		return formOne
	}
	return formOther
}
