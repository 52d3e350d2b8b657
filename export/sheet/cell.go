package sheet

import (
	"fmt"
	"strings"
	"time"

	"github.com/accountatlas/accountatlas/internal/opc"
)

// A Cell is a value and its style. The zero Cell is blank, in the style of its row. A Cell takes 24
// bytes on a 64-bit machine. A sheet of 200,000 cells takes 5 MB in addition to its texts, if equal
// cells share one Style and one Value.
type Cell struct {
	// Value is the value of the cell. Nil is blank.
	Value Value

	// Style is the look of the cell. Nil means the style of the row.
	Style *Style
}

// A Value is a [Text], [Rich], [Number], [Percent], [Date], [Money], [Formula], [Link] or [Jump].
// Nil is blank. A text is never interpreted as a formula, a link or a number, whatever its first
// character.
type Value interface{ value() }

// Text is a text of at most 32,767 UTF-16 units. A line feed starts a new line in cells whose style
// wraps. Other control characters and noncharacters are omitted, and invalid UTF-8 becomes U+FFFD.
// An empty text is a blank cell.
type Text string

// Rich is a text of parts with different fonts. The rules of [Text] apply to its parts together.
type Rich []Run

// A Run is a part of a [Rich] text. It takes only the font from the cell's style.
type Run struct {
	Text string

	// Size is in points. Zero means 10.
	Size float64

	// Ink is the colour of the letters. Empty means black.
	Ink string

	Bold, Italic bool
}

// Number is a finite number. Spreadsheets keep 15 digits, so identifiers should be [Text].
type Number float64

// Percent is a share: 0.25 is shown as 25%. It must be finite.
type Percent float64

// Money is an amount in minor units of a currency: {125000, 2, "EUR"} is shown as 1,250.00 EUR.
type Money struct {
	// Minor is the amount in the smallest unit of the currency.
	Minor int64

	// Decimals is the number of digits after the decimal point, 0 to 9.
	Decimals int

	// Currency is shown after the number. It has three capital letters; empty means none.
	Currency string
}

// A Formula is computed by the spreadsheet. Expr must come from the program alone, never from a
// text of a reader or an author.
type Formula struct {
	// Expr is the formula in the notation of the file: English function names and commas, without
	// the equals sign. It has at most 8,192 UTF-16 units.
	Expr string

	// Cached is the value of the formula for programs that do not compute it, such as previews,
	// phones and protected view. It is Text, Number, Percent, Date or Money, and determines the
	// number format of the cell. Nil means unknown. Text loses outer spaces.
	Cached Value
}

// A Link is a text with a link to an http, https or mailto address, or to a file in the folder of
// the workbook. A link to any other address, or to one over 2,000 bytes, becomes plain text. A
// sheet has at most 65,529 links.
type Link struct {
	// Text is the visible text. Empty means the URL, or the Path.
	Text string
	URL  string
	// Path is a file in the folder of the workbook or below it, with slashes: "acme/handoff.html".
	// It is ignored if there is a URL. A path out of the folder, such as "/etc/passwd", "../a" or
	// `c:\a`, becomes plain text.
	Path string
}

// A Jump is a text with a link to another place in the same workbook.
type Jump struct {
	Text string

	// Sheet is a member of the workbook's Sheets. Otherwise, Text is plain text.
	Sheet *Sheet

	// Row and Column count from zero.
	Row, Column int
}

// A Literal is a text that stays a text when somebody edits its cell. A spreadsheet would turn the
// id 3-1 into a date, and the phone number +34600111222 into a number. An empty Literal is a blank
// cell that stores typed input as text.
type Literal string

func (Text) value()    {}
func (Literal) value() {}
func (Rich) value()    {}
func (Number) value()  {}
func (Percent) value() {}
func (Date) value()    {}
func (Money) value()   {}
func (Formula) value() {}
func (Link) value()    {}
func (Jump) value()    {}

// A Date is a calendar day, shown as 2026-11-01, or in the format of [Workbook.Language]. The zero
// Date is unknown: a blank cell. Spreadsheets count days from 1900; an earlier date is written as
// text. A nonexistent day, or a year outside 1 to 9999, is an error.
type Date struct{ Year, Month, Day int }

// String returns the date as 2026-11-01, or "" for the zero date.
func (d Date) String() string {
	if d == (Date{}) {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

func dateCode(language string) string {
	switch base, _, _ := strings.Cut(strings.ToLower(language), "-"); base {
	case "es", "el":
		return "dd/mm/yyyy"
	}
	return "yyyy-mm-dd"
}

func (d Date) midnight() (t time.Time, ok bool) {
	if d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > 31 || d.Year < 1 || d.Year > 9999 {
		return time.Time{}, false
	}
	t = time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d.Day
}

// serial returns the number of a day in a spreadsheet, whose calendar has a nonexistent 29 February
// 1900. ok is false for days outside the calendar.
func serial(t time.Time) (days float64, ok bool) {
	if t.Year() < 1900 {
		return 0, false
	}
	const day = 24 * 60 * 60
	n := (t.Unix() - time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Unix()) / day
	if n < 61 {
		n--
	}
	return float64(n), true
}

// xstring escapes a text for elements in which the format interprets escapes. In them, _x0041_
// means the letter A, so the text "_x0041_" is written as _x005F_x0041_.
func xstring(s string) string { return opc.Escape(markEscapes(s)) }

func formulaText(s string) string { return string(appendText(nil, s)) }

const escapedUnderscore = "_x005F_"

// markEscapes escapes every underscore that begins an apparent escape.
func markEscapes(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && isEscape(s[i:]) {
			b.WriteString(escapedUnderscore)
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// isEscape reports whether s begins with an underscore, x, four hexadecimal digits and an
// underscore.
func isEscape(s string) bool {
	return len(s) >= 7 && s[0] == '_' && s[1] == 'x' && s[6] == '_' &&
		isHex(s[2]) && isHex(s[3]) && isHex(s[4]) && isHex(s[5])
}

// appendText appends a text to an XML element. It is called for every cell, and most texts need no
// escaping.
func appendText(out []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		var escape string
		switch s[i] {
		case '&':
			escape = "&amp;"
		case '<':
			escape = "&lt;"
		case '>':
			escape = "&gt;"
		case '\t':
			escape = "&#x9;"
		case '\n':
			escape = "&#xA;"
		case '_':
			if !isEscape(s[i:]) {
				continue
			}
			escape = escapedUnderscore
		default:
			continue
		}
		out = append(append(out, s[from:i]...), escape...)
		from = i + 1
	}
	return append(out, s[from:]...)
}
