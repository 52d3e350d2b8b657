package csvfile

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/cleantext"
)

// Encode returns the contents of the files of an account, by file name.
func Encode(a *accountmap.Account, decimalComma bool) map[string]string {
	files := map[string]string{}
	for _, t := range table.All() {
		w := csvWriter{delimiter: ",", currency: a.Currency}
		if decimalComma {
			w.delimiter, w.comma = ";", true
		}
		files[t.Name+".csv"] = w.table(t, a)
	}
	return files
}

type csvWriter struct {
	b         strings.Builder
	delimiter string
	comma     bool
	currency  accountmap.Currency
}

// csvColumns are the columns of a table that a file has: all but the keys of rows, unless others need them to say whose they are.
func csvColumns(t *table.Table) []int {
	var columns []int
	for i, c := range t.Columns {
		if c.Key != table.RowKey || t.OwnsRows() {
			columns = append(columns, i)
		}
	}
	return columns
}

func (w *csvWriter) table(t *table.Table, a *accountmap.Account) string {
	w.b.WriteString("\ufeff")
	columns := csvColumns(t)
	for i, c := range columns {
		w.field(i, t.Columns[c].Key)
	}
	w.b.WriteString("\r\n")
	for row := range t.Rows(a) {
		for i, c := range columns {
			w.value(i, &t.Columns[c], row.Value(c))
		}
		w.b.WriteString("\r\n")
	}
	return w.b.String()
}

func (w *csvWriter) value(i int, c *table.Column, value any) {
	text := c.Format(value, w.currency)
	switch value.(type) {
	case string, []string:
		text = defuse(text)
	case float64, accountmap.Money:
		if w.comma {
			text = strings.Replace(text, ".", ",", 1)
		}
	}
	w.field(i, text)
}

// field writes one field, in quotes where it needs them, and always where an apostrophe stands before it.
func (w *csvWriter) field(i int, text string) {
	if i > 0 {
		w.b.WriteString(w.delimiter)
	}
	if strings.ContainsAny(text, w.delimiter+"\"\r\n\t") || strings.HasPrefix(text, "'") || strings.TrimSpace(text) != text {
		text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	w.b.WriteString(text)
}

// defuse returns a text for a field of a CSV file so that no spreadsheet takes it for a formula: with an apostrophe before it when it begins
// as a formula does, or with apostrophes and then so. [restore] is the other way round.
func defuse(text string) string {
	if isFormula(text) {
		return "'" + text
	}
	return text
}

// restore takes the apostrophe of [defuse] away.
func restore(field string) string {
	if strings.HasPrefix(field, "'") && isFormula(field) {
		return field[1:]
	}
	return field
}

// isFormula reports whether a spreadsheet may run the text, once apostrophes before it are gone.
func isFormula(text string) bool { return cleantext.BeginsFormula(strings.TrimLeft(text, "'")) }
