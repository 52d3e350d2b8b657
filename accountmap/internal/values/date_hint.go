package values

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/message"
)

// PeriodOf returns the period that a text means in another notation, or "": "Q4/2026", "T4 2026"
// and "2026 Q4" are 2026-Q4, "FY26" is 2026, "Sept 2026" is 2026-09, "H1 2026" is from day to day.
func PeriodOf(text string) string {
	words := strings.FieldsFunc(strings.ToUpper(text), func(r rune) bool { return strings.ContainsRune(" /-.", r) })
	if joined := strings.Join(words, ""); len(words) == 1 && len(joined) > 2 {
		words = []string{strings.TrimRight(joined, "0123456789"), strings.TrimLeftFunc(joined, unicode.IsLetter)}
	}
	if n := len(words); n >= 3 && words[1] == "QUARTER" { // "first quarter of 2026"
		words = []string{ordinals[words[0]], words[n-1]}
	}
	if len(words) != 2 {
		return ""
	}
	if len(words[1]) == 2 && isDigit(words[1][1]) && isDigit(words[1][0]) {
		words[1] = "20" + words[1]
	}
	if len(words[0]) == 4 && digits(words[0]) {
		words[0], words[1] = words[1], words[0]
	}
	part, year := words[0], words[1]
	if len(year) != 4 || !digits(year) {
		return ""
	}
	switch n := strings.TrimLeft(part, "QTΤΡ"); {
	case part == "FY" || part == "CY":
		return year
	case len(n) == 1 && n != part && "1" <= n && n <= "4":
		return year + "-Q" + n
	case part == "H1" || part == "S1":
		return year + "-01-01/" + year + "-06-30"
	case part == "H2" || part == "S2":
		return year + "-07-01/" + year + "-12-31"
	}
	if d, err := (Spelling{}).Date("1 " + part + " " + year); err == nil {
		return d.String()[:len("2026-11")]
	}
	if n, err := strconv.Atoi(part); err == nil && 1 <= n && n <= 12 {
		return fmt.Sprintf("%s-%02d", year, n)
	}
	return ""
}

func readDay(text string) (string, bool) {
	d, err := Spelling{}.Date(text)
	return d.String(), err == nil && text != ""
}

// DateHint returns a hint for a date in another notation. It gives both readings of an ambiguous
// date, and the last day of the month for a day beyond it. It is empty for other texts.
func DateHint(text string) string {
	var s Spelling
	d, err := s.Date(text)
	if err == nil {
		return message.Of("write %s", d)
	}
	if d, ok := SerialDay(text); ok {
		return message.Of("write %s, if it is a spreadsheet's number of a day", d)
	}
	if hyphens := strings.NewReplacer("–", "-", "—", "-", "−", "-", "‐", "-", "‑", "-").Replace(text); hyphens != text {
		if d, err := s.Date(hyphens); err == nil {
			return message.Of("write %s", d)
		}
	}
	for _, end := range []string{"end of ", "late ", "fin de ", "finales de ", "τέλος ", "τέλη "} {
		if rest, ok := strings.CutPrefix(strings.ToLower(text), end); ok {
			rest = strings.TrimPrefix(rest, "de ")
			if _, last, ok := accountmap.Period(cmp.Or(PeriodOf(strings.ReplaceAll(rest, " de ", " ")), rest)).Bounds(); ok {
				return message.Of("write %s", last)
			}
		}
	}
	period := cmp.Or(PeriodOf(text), text)
	switch first, last, ok := accountmap.Period(period).Bounds(); {
	case ok && strings.Contains(period, "Q"):
		return message.Of("write %s, the last day of that quarter, or the day itself", last)
	case ok && strings.Contains(period, "/") && period != text:
		return message.Of("write %s, the last day of that half-year, or the day itself", last)
	case ok && !strings.Contains(period, "/"):
		return message.Of("write the day as well, such as %s", first)
	}
	if from, to, ok := Between(text, readDay); ok {
		return message.Of("write %s, or %s: one day is meant", from, to)
	}
	if strings.IndexFunc(text, unicode.IsDigit) < 0 && text != "" {
		return message.Of("write the day in digits, such as 2026-11-01, or leave it out until it is known")
	}
	parts := dateParts(firstWord(text))
	if len(parts) == 3 && len(parts[0]) == 4 && parts[1] > "12" {
		if d, err := s.Date(parts[0] + "-" + parts[2] + "-" + parts[1]); err == nil {
			return message.Of("write %s", d) // the day before the month
		}
	}
	if len(parts) == 3 && len(parts[2]) == 4 {
		slices.Reverse(parts) // the day first
		if parts[1] > "12" {
			parts[1], parts[2] = parts[2], parts[1]
		}
	}
	for _, year := range []string{" 2026", " de 2026", "/2026"} {
		if d, err := s.Date(strings.TrimRight(text, "./ ") + year); err == nil {
			return message.Of("write the year as well, such as %s", d)
		}
	}
	if len(parts) == 3 && len(parts[0]) == 4 && len(parts[2]) == 2 && parts[2] > "28" && parts[2] <= "31" {
		rest := parts[0] + "-" + parts[1] + "-"
		for _, day := range []string{"30", "29", "28"} {
			if d, err := s.Date(rest + day); err == nil {
				return message.Of("write %s, the last day of that month, or correct it", d)
			}
		}
	}
	if _, two := errors.AsType[*Ambiguity](err); !two {
		return ""
	}
	var read []string
	for _, order := range []string{"day-month", "month-day"} {
		s, _ := NewSpelling("", order)
		if d, err := s.Date(text); err == nil {
			read = append(read, message.Of("%s for %d %s", d, d.Day, message.Word(d.Month.String())))
		}
	}
	if len(read) == 0 {
		return ""
	}
	return message.Of("write %s", strings.Join(read, message.Of(", or ")))
}
