package values

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/civil"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// SeeDate detects the order of day and month from a date with a number above 12, or with points
// between the numbers.
func (s *Spelling) SeeDate(text string) {
	a, b, _, ok := numericDate(text)
	found := order(unknown)
	switch {
	case !ok:
	case strings.Contains(firstWord(text), "."), a > 12 && b <= 12:
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

// Date reads a date: "2026-11-01", "2026/11/1", "20261101", "1/11/2026", "1.11.26", "1-Nov-26",
// "Nov 1, 2026", with or without a time of day, which is ignored. Years of two digits are from 1970
// to 2069. The empty text is the zero Date. The error is an [Ambiguity] if the text may mean two
// days, and an [accountmap.ValueError] otherwise.
func (s Spelling) Date(text string) (accountmap.Date, error) {
	day := firstWord(text)
	switch {
	case strings.TrimSpace(text) == "":
		return accountmap.Date{}, nil
	case len(text) > maxBytes:
		return accountmap.Date{}, s.unreadable(text)
	case len(day) == 8 && digits(day) && (day[:2] == "19" || day[:2] == "20"):
		return yearFirst(text, day[:4]+"-"+day[4:6]+"-"+day[6:])
	case len(day) > 4 && digits(day[:4]) && strings.Trim(day, "-/.0123456789") == "":
		return yearFirst(text, padded(day))
	}
	if day, month, year, ok := namedDate(text); ok {
		return dateOf(text, year, month, day, message.Of("it is read as day, month, year"))
	}
	a, b, year, ok := numericDate(text)
	if !ok {
		return accountmap.Date{}, s.unreadable(text)
	}
	first := s.order
	switch {
	case a > 12 || strings.Contains(day, "."):
		first = dayFirst
	case b > 12:
		first = monthFirst
	case a == b:
		first = dayFirst // day and month are equal
	}
	switch first {
	case dayFirst:
		return dateOf(text, year, b, a, message.Of("it is read as day, month, year"))
	case monthFirst:
		return dateOf(text, year, a, b, message.Of("it is read as month, day, year"))
	}
	return accountmap.Date{}, &Ambiguity{Text: text, Days: true}
}

// yearFirst parses a day that was rewritten as "2026-11-01". The error quotes the original text.
func yearFirst(text, day string) (accountmap.Date, error) {
	date, err := accountmap.ParseDate(day)
	if err == nil {
		return date, nil
	}
	var y, m, d int
	why := ""
	if n, _ := fmt.Sscanf(day, "%d-%d-%d", &y, &m, &d); n == 3 {
		why = civil.Missing(y, m, d)
	}
	return accountmap.Date{}, notDate(text, why, sureDate())
}

func dateOf(text string, year, month, day int, read string) (accountmap.Date, error) {
	if why := civil.Missing(year, month, day); why != "" {
		return accountmap.Date{}, notDate(text, why, read)
	}
	return accountmap.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
}

// SerialDay reads the serial number of a spreadsheet date from 1990 to 2099, such as 46095 for
// 2026-03-14. A fraction is a time of day.
func SerialDay(text string) (accountmap.Date, bool) {
	number, fraction, _ := strings.Cut(strings.TrimSpace(text), ".")
	days, err := strconv.Atoi(number)
	if err != nil || len(number) != 5 || !digits(number) || fraction != "" && !digits(fraction) || days < 32_874 || days > 73_050 {
		return accountmap.Date{}, false
	}
	return accountmap.Date{Year: 1899, Month: 12, Day: 30}.AddDays(days), true
}

// sureDate is the hint for a date in a form that has one meaning.
func sureDate() string { return message.Of("year-month-day, such as 2026-11-01") }

// notDate returns the error for an invalid date, with the reason if it is known.
func notDate(text, why, hint string) error {
	detail := message.Of("%s is not a date", problems.Quote(text))
	if why != "" {
		detail += ": " + why
	}
	return accountmap.NewValueError(detail, hint)
}

// unreadable returns the error for an invalid date. The hint is the date order of the file, if known.
func (s Spelling) unreadable(text string) error {
	switch s.order {
	case dayFirst:
		return notDate(text, "", message.Of("day, month, year, as the other dates of the file are, or year-month-day, such as 2026-11-01"))
	case monthFirst:
		return notDate(text, "", message.Of("month, day, year, as the other dates of the file are, or year-month-day, such as 2026-11-01"))
	}
	return notDate(text, "", sureDate())
}

// firstWord returns the text before the time of day, which follows a space or a T.
func firstWord(text string) string {
	day, time, _ := strings.Cut(strings.TrimSpace(text), " ")
	if time != "" && !strings.Contains(time, ":") {
		return strings.TrimSpace(text)
	}
	if i := strings.IndexByte(day, 'T'); i > 0 && isDigit(day[i-1]) {
		day = day[:i]
	}
	return strings.TrimRight(day, ",")
}

// numericDate returns the three numbers of a date with the year last.
func numericDate(text string) (a, b, year int, ok bool) {
	day := firstWord(text)
	if len(day) > maxBytes {
		return 0, 0, 0, false
	}
	if first := strings.IndexAny(day, "/-."); first < 0 || first > 2 { // most days begin with their year
		return 0, 0, 0, false
	}
	parts := dateParts(day)
	if len(parts) != 3 || len(parts[0]) > 2 || len(parts[1]) > 2 || !digits(parts[0]) || !digits(parts[1]) {
		return 0, 0, 0, false
	}
	a, _ = strconv.Atoi(parts[0])
	b, _ = strconv.Atoi(parts[1])
	year, ok = yearOf(parts[2])
	return a, b, year, ok
}

func yearOf(text string) (int, bool) {
	year, err := strconv.Atoi(text)
	switch {
	case err != nil || !digits(text):
		return 0, false
	case len(text) == 4:
		return year, true
	case len(text) != 2:
		return 0, false
	case year >= 70:
		return 1900 + year, true
	}
	return 2000 + year, true
}

// namedDate reads a date with the name of its month: "13-Apr-18", "Monday, October 1st, 2024 10:30
// AM", "2018 Apr 13", "1 de marzo de 2026", "1 Μαρτίου 2026".
func namedDate(text string) (day, month, year int, ok bool) {
	var numbers []string
	for _, word := range dateWords(text) {
		switch m := monthNamed(word); {
		case m > 0 && month > 0:
			return 0, 0, 0, false
		case m > 0:
			month = m
		case digits(word) && len(numbers) < 2:
			numbers = append(numbers, word)
		case digits(word):
			return 0, 0, 0, false
		case len(numbers) > 0 && (isOrdinal(word) || word == "of" || word == "de" || word == "del"):
		case month == 0 && len(numbers) == 0 && isWeekday(word):
		default:
			return 0, 0, 0, false
		}
	}
	if month == 0 || len(numbers) != 2 {
		return 0, 0, 0, false
	}
	if len(numbers[0]) == 4 {
		numbers[0], numbers[1] = numbers[1], numbers[0]
	}
	year, ok = yearOf(numbers[1])
	day, _ = strconv.Atoi(numbers[0])
	return day, month, year, ok && len(numbers[0]) <= 2
}

// dateWords returns the words and numbers of a date before its time, which contains a colon.
func dateWords(text string) []string {
	var words []string
	for field := range strings.FieldsSeq(text) {
		if strings.Contains(field, ":") {
			break
		}
		start := 0
		for i, r := range field {
			if i > start && isDigit(field[start]) != unicode.IsDigit(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				words = appendWord(words, field[start:i])
				start = i
			}
		}
		words = appendWord(words, field[start:])
	}
	return words
}

func appendWord(words []string, word string) []string {
	if word = strings.Trim(word, "-/.,'’"); word == "" {
		return words
	}
	return append(words, word)
}

// months lists the names of the months as [spell.Plain] writes them, in English, Spanish, Greek,
// German, French, Italian and Portuguese.
var months = [12][]string{
	{"january", "enero", "ιανουαριου", "ιανουαριοσ", "januar", "janner", "janvier", "gennaio", "janeiro"},
	{"february", "febrero", "φεβρουαριου", "φεβρουαριοσ", "februar", "feber", "fevrier", "febbraio", "fevereiro"},
	{"march", "marzo", "μαρτιου", "μαρτιοσ", "marz", "mars", "marco"},
	{"april", "abril", "απριλιου", "απριλιοσ", "avril", "aprile"},
	{"may", "mayo", "μαιου", "μαιοσ", "mai", "maggio", "maio"},
	{"june", "junio", "ιουνιου", "ιουνιοσ", "juni", "juin", "giugno", "junho"},
	{"july", "julio", "ιουλιου", "ιουλιοσ", "juli", "juillet", "luglio", "julho"},
	{"august", "agosto", "αυγουστου", "αυγουστοσ", "aout"},
	{"september", "septiembre", "σεπτεμβριου", "σεπτεμβριοσ", "setiembre", "septembre", "settembre", "setembro"},
	{"october", "octubre", "οκτωβριου", "οκτωβριοσ", "oktober", "octobre", "ottobre", "outubro"},
	{"november", "noviembre", "νοεμβριου", "νοεμβριοσ", "novembre", "novembro"},
	{"december", "diciembre", "δεκεμβριου", "δεκεμβριοσ", "dezember", "decembre", "dicembre", "dezembro"},
}

// monthNamed returns the number of a month by its name, or by a prefix of at least three letters,
// or 0. In Greek and French, four letters distinguish June and July.
func monthNamed(word string) int {
	word = spell.Plain(word)
	if utf8.RuneCountInString(word) < 3 || word == "ιου" || word == "jui" {
		return 0
	}
	for i, names := range months {
		for _, name := range names {
			short := len(word) < len(name) && utf8.RuneCountInString(word) <= 4
			if word == name || short && strings.HasPrefix(name, word) {
				return i + 1
			}
		}
	}
	return 0
}

func isWeekday(word string) bool {
	word = strings.ToLower(word)
	for _, name := range [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		if word == name || word == name[:3] {
			return true
		}
	}
	return false
}

func isOrdinal(word string) bool {
	word = strings.ToLower(word)
	return word == "st" || word == "nd" || word == "rd" || word == "th"
}

func dateParts(day string) []string {
	return strings.FieldsFunc(day, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
}

// padded pads month and day of a date with the year first to two digits.
func padded(day string) string {
	parts := dateParts(day)
	for i, part := range parts {
		if i > 0 && len(part) == 1 {
			parts[i] = "0" + part
		}
	}
	return strings.Join(parts, "-")
}
