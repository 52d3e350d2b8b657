package values

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/civil"
)

// SeeDate learns from a date which of day and month comes first: from one of which either is above 12, and from points between them.
func (s *Spelling) SeeDate(text string) {
	a, b, _, ok := splitDate(text)
	found := order(unknown)
	switch {
	case !ok:
	case strings.Contains(text, "."), a > 12 && b <= 12:
		found = dayFirst
	case b > 12 && a <= 12:
		found = monthFirst
	}
	switch {
	case found == unknown:
	case s.order == unknown:
		s.order = found
	case s.order != found:
		s.order = mixed
	}
}

// Date reads a day: "2026-11-01", "2026/11/01", "1/11/2026", "1.11.26", each with or without a time behind it, which is passed over. Years of
// two digits are of this century. The empty text is the zero Date. The error says what is wrong, also when the text may mean two days.
func (s Spelling) Date(text string) (accountmap.Date, error) {
	day := withoutTime(text)
	switch {
	case day == "":
		return accountmap.Date{}, nil
	case len(day) > mostLetters:
		return accountmap.Date{}, s.notDate(text)
	}
	if len(day) > 4 && digits(day[:4]) {
		return accountmap.ParseDate(padded(day))
	}
	a, b, year, ok := splitDate(text)
	if !ok {
		return accountmap.Date{}, s.notDate(text)
	}
	first := s.order
	switch {
	case a > 12 || strings.Contains(day, "."):
		first = dayFirst
	case b > 12:
		first = monthFirst
	case a == b:
		first = dayFirst // the same day either way
	}
	read := "it is read as day, month, year"
	switch first {
	case dayFirst:
	case monthFirst:
		a, b, read = b, a, "it is read as month, day, year"
	default:
		return accountmap.Date{}, &accountmap.ValueError{Detail: quote(text) + " may be two days",
			Hint: "say whether day or month comes first in dates"}
	}
	if why := civil.Missing(year, b, a); why != "" {
		return accountmap.Date{}, notValue("a date: "+why, text, read)
	}
	return accountmap.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, b, a))
}

// notDate is the error of a text that has not the shape of one. The way out is the order of the file's other dates, where they have one.
func (s Spelling) notDate(text string) error {
	const sure = "year-month-day, such as 2026-11-01"
	switch s.order {
	case dayFirst:
		return notValue("a date", text, "day, month, year, as the other dates of the file are, or "+sure)
	case monthFirst:
		return notValue("a date", text, "month, day, year, as the other dates of the file are, or "+sure)
	}
	return notValue("a date", text, sure)
}

// withoutTime returns what stands before the time of a date: the first word, or what precedes the T between them.
func withoutTime(text string) string {
	day, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	day, _, _ = strings.Cut(day, "T")
	day = strings.TrimRight(day, ",")
	return day
}

// splitDate returns the three numbers of a date that ends with its year.
func splitDate(text string) (a, b, year int, ok bool) {
	day := withoutTime(text)
	if len(day) > mostLetters {
		return 0, 0, 0, false
	}
	parts := dateParts(day)
	if len(parts) != 3 || len(parts[0]) > 2 || len(parts[1]) > 2 || len(parts[2]) != 2 && len(parts[2]) != 4 {
		return 0, 0, 0, false
	}
	var n [3]int
	for i, part := range parts {
		if !digits(part) {
			return 0, 0, 0, false
		}
		n[i], _ = strconv.Atoi(part)
	}
	if len(parts[2]) == 2 {
		n[2] += 2000
	}
	return n[0], n[1], n[2], true
}

func dateParts(day string) []string {
	return strings.FieldsFunc(day, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
}

// padded writes month and day of a date that begins with its year with two digits each.
func padded(day string) string {
	parts := dateParts(day)
	for i, part := range parts {
		if i > 0 && len(part) == 1 {
			parts[i] = "0" + part
		}
	}
	return strings.Join(parts, "-")
}
