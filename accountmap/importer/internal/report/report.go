// Package report recognises the rows around the table in reports of other programs: titles above
// the headings, and totals.
package report

import (
	"errors"
	"io"
	"io/fs"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
)

// MaxTitles bounds the search for the headings of a file, in rows.
const MaxTitles = 20

// Titles returns the number of title rows above the headings of a file: rows of at most one value
// with a row of several values close below. It is 0 for a file that cannot be read.
func Titles(folder fs.FS, file string) int {
	titles, rows := 0, 0
	failed := csvtext.Each(folder, file, func(accountmap.Problem) {}, func(_ *csvtext.Reader, row []string) error {
		if _, filled := only(row); filled > 1 {
			titles = rows
			return io.EOF
		}
		if rows++; rows > MaxTitles {
			return io.EOF
		}
		return nil
	})
	if failed != nil {
		return 0
	}
	return titles
}

// Title returns the text of a row above the headings, or "" for a blank row.
func Title(row []string) string {
	text, _ := only(row)
	return text
}

// only returns the first non-blank value of a row, and the number of non-blank values.
func only(row []string) (first string, filled int) {
	for _, text := range row {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		if filled++; filled == 1 {
			first = text
		}
	}
	return first, filled
}

// Repeats reports a row that repeats the headings of a table.
func Repeats(row, headings []string) bool {
	if len(headings) < 2 || len(row) < len(headings) {
		return false
	}
	for i, text := range row[:len(headings)] {
		if !isHeading(text, headings[i]) {
			return false
		}
	}
	return true
}

// isHeading compares a value with a heading, which has single spaces. Nearly all values differ in
// the first letter.
func isHeading(text, heading string) bool {
	text = strings.TrimSpace(text)
	return text == heading || heading != "" && strings.HasPrefix(text, heading[:1]) && strings.Join(strings.Fields(text), " ") == heading
}

// IsTotal reports a row of totals: "Grand Total (12 records)", "Count: 12" and rows of numbers
// only. In a table of three columns or more, the heading of the total may be alone.
func IsTotal(row []string) bool {
	first, filled := only(row)
	if filled < 2 && len(row) < 3 || !isTotal(first) {
		return false
	}
	for _, text := range row {
		if text = strings.TrimSpace(text); text != "" && !isTotal(text) && !isNumber(text) {
			return false
		}
	}
	return true
}

// IsFoot reports a row below a table of several columns: a single text after a row of totals, or
// the notice at the end of a Salesforce report.
func IsFoot(row []string, summed bool) bool {
	text, filled := only(row)
	if filled != 1 || len(row) < 2 || isTotal(text) {
		return false
	}
	lower := strings.ToLower(text)
	return summed || strings.HasPrefix(lower, "copyright (c)") || strings.HasPrefix(lower, "copyright ©") || strings.HasPrefix(lower, "confidential information")
}

func isTotal(text string) bool {
	if i := strings.IndexAny(text, "(:"); i > 0 {
		text = text[:i]
	}
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' { // as in nearly all ids and days
			return false
		}
	}
	switch strings.Join(strings.Fields(strings.ToLower(text)), " ") {
	case "total", "totals", "grand total", "grand totals", "subtotal", "sub-total", "subtotals", "sum", "sums", "overall total", "count", "record count", "average", "avg",
		"anzahl", "durchschnitt", "recuento", "promedio", "πλήθος", "μέσος όρος",
		"summe", "gesamt", "gesamtsumme", "zwischensumme", "gesamtergebnis", "suma", "suma total", "total general", "totale", "somme", "total général", "totaal",
		"σύνολο", "γενικό σύνολο", "μερικό σύνολο":
		return true
	}
	return false
}

func isNumber(text string) bool {
	_, _, err := values.Spelling{}.Plain(text, "")
	_, ambiguous := errors.AsType[*values.Ambiguity](err)
	return err == nil || ambiguous
}
