package rows

import "strings"

// Mark is the sign before the decimals of numbers in a file.
type Mark uint8

const (
	// eitherMark: the file does not say. A number that would be another with the other mark is refused.
	EitherMark Mark = iota
	PointMark
	CommaMark
)

// plain writes a number as the account file has it, with a point before the decimals and no marks between thousands. It reports false when
// the text could be two numbers, such as "1.250" where commas are usual, or has something between its digits that belongs to no number.
func (m Mark) plain(text string) (string, bool) {
	text = strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009' { // between thousands
			return -1
		}
		return r
	}, text)
	number, exponent := text, ""
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		number, exponent = text[:i], text[i:]
	}
	sign := ""
	if strings.HasPrefix(number, "-") || strings.HasPrefix(number, "+") {
		sign, number = strings.TrimPrefix(number[:1], "+"), number[1:]
	}
	number, ok := m.unsigned(number)
	return sign + number + exponent, ok
}

func (m Mark) unsigned(number string) (string, bool) {
	commas, points := strings.Count(number, ","), strings.Count(number, ".")
	switch {
	case commas == 0 && points == 0, commas == 0 && points == 1 && m == PointMark:
		return number, true
	case commas == 1 && points == 0 && m == CommaMark:
		return strings.Replace(number, ",", ".", 1), true
	case commas == 0 && points == 1:
		whole, decimals, _ := strings.Cut(number, ".")
		return number, len(decimals) != 3 || strings.HasPrefix(whole, "0") || len(whole) > 3 || whole == ""
	case commas == 0 && m != PointMark: // 1.250.000
		return plainAmount(strings.ReplaceAll(number, ".", ","))
	}
	return plainAmount(number)
}
