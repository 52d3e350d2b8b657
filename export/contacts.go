package export

import (
	"net/url"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// orBlank is the word for a value, and empty for the zero value: a table says unknown by a blank cell.
func orBlank[T ~string](word func(T) string, value T) string {
	if value == "" {
		return ""
	}
	return word(value)
}

// powerCell is blank for an unknown power.
func (b *book) powerCell(power int) sheet.Cell {
	if power == 0 {
		return sheet.Cell{Style: b.number}
	}
	return b.numberCell(power)
}

// mailto is the link to an email address. What is not one address is no link: a text must not smuggle in a subject or a second reader.
func mailto(email string) (address string, ok bool) {
	name, host, found := strings.Cut(email, "@")
	if !found || name == "" || host == "" || len(email) > 254 || strings.ContainsAny(email, " \t\r\n,;<>\"()[]\\") || strings.Contains(host, "@") {
		return "", false
	}
	return "mailto:" + url.PathEscape(name) + "@" + url.PathEscape(host), true
}

// standing says how many people there are and how they stand.
func (a *account) standing() string {
	s := a.Standing()
	return strings.Join(append([]string{a.words.Count(terms.MapPeople, s.Total())}, a.words.Standing(s)...), " · ")
}
