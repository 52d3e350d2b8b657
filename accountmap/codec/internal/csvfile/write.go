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

// csvColumns returns the columns of a table in its file: all except [table.RowKey], which is
// included only if other tables refer to it.
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

// field writes one field. It is quoted if necessary, and always if it begins with an apostrophe.
func (w *csvWriter) field(i int, text string) {
	if i > 0 {
		w.b.WriteString(w.delimiter)
	}
	if strings.ContainsAny(text, w.delimiter+"\"\r\n\t") || strings.HasPrefix(text, "'") || strings.TrimSpace(text) != text {
		text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	w.b.WriteString(text)
}

// defuse prefixes an apostrophe to a text that a spreadsheet would run as a formula, and to a text
// that already has such a prefix. [restore] is the inverse.
func defuse(text string) string {
	if isFormula(text) {
		return "'" + text
	}
	return text
}

// restore removes the apostrophe of [defuse].
func restore(field string) string {
	if strings.HasPrefix(field, "'") && isFormula(field) {
		return field[1:]
	}
	return field
}

// isFormula reports whether a spreadsheet may run the text, ignoring leading apostrophes.
func isFormula(text string) bool { return cleantext.BeginsFormula(strings.TrimLeft(text, "'")) }
