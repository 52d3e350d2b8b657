package codec

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// CSVOptions are the options of [WriteCSV]. Nil and the zero value mean RFC 4180: commas between fields, points before decimals.
type CSVOptions struct {
	// DecimalComma writes commas before decimals and semicolons between fields, as spreadsheets in most of Europe expect.
	DecimalComma bool
}

// WriteCSV writes the account into a folder, which must exist, as [ReadCSV] reads it: one file for each table. Tables without rows get a file
// too, so that no rows remain from an earlier file. Each file is replaced as by [WriteFile]; after an error some may be new and others
// unchanged. For an account that cannot be written the error is that of [Encode], and no file is touched.
//
// The files are UTF-8 with a byte order mark, without which Excel misreads them, and with CR LF after each row. The first line has the keys of
// the account file. A text that a spreadsheet would take for a formula gets an apostrophe before it, which [ReadCSV] removes. An id of digits
// only loses its leading zeros when a spreadsheet saves the file, so ids should have a letter.
func WriteCSV(folder string, a *accountmap.Account, opts *CSVOptions) error {
	files, err := EncodeCSV(a, opts)
	if err != nil {
		return err
	}
	for _, t := range table.All() {
		name := filepath.Join(folder, t.Name+".csv")
		err := replaceFile(name, func(w io.Writer) error {
			_, err := io.WriteString(w, files[t.Name+".csv"])
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// EncodeCSV returns the contents of the files that [WriteCSV] writes, by file name.
func EncodeCSV(a *accountmap.Account, opts *CSVOptions) (map[string]string, error) {
	if opts == nil {
		opts = &CSVOptions{}
	}
	if a == nil {
		return nil, errors.New("codec: there is no account to write; it is nil")
	}
	if err := writable(a); err != nil {
		return nil, fmt.Errorf("codec: the account cannot be written: %w", err)
	}
	files := map[string]string{}
	for _, t := range table.All() {
		w := csvWriter{delimiter: ",", currency: a.Currency}
		if opts.DecimalComma {
			w.delimiter, w.comma = ";", true
		}
		files[t.Name+".csv"] = w.table(t, a)
	}
	return files, nil
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
