package codec

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// table reads the file of a table, of which the name is empty when there is none.
func (r *csvReader) table(t *table.Table, name string) {
	file := len(r.files)
	l := &gathered{file: file, columns: make([]int, len(t.Columns))}
	r.lists[t] = l
	r.files = append(r.files, csvFile{name: filepath.Join(r.folder, t.Name+".csv")})
	if name == "" {
		if slices.Contains(requiredLists[:], t.Name) {
			r.lost[t] = true
			r.report.add(placed(file, 0, 0), t.Name, accountmap.ErrMissingList, "there is no file "+t.Name+".csv",
				"add it; it may have nothing but a line with the names of the columns: "+strings.Join(keysOf(t)[:2], ","))
		}
		return
	}
	f := &r.files[file]
	f.name = filepath.Join(r.folder, name)
	if !r.open(f, name, file) {
		r.lost[t] = true
		return
	}
	known := r.words.columns(t)
	f.findDelimiter(known)
	r.mark, r.dayFirst = f.mark(), f.delimiter == ';'
	fields, at, fault := f.record(f.begin, nil)
	columns := r.heading(t, l, fields, known)
	for r.syntax(t, file, fault); at < len(f.text); {
		row := at
		if r.fields, at, fault = f.record(at, r.fields[:0]); fault != nil {
			r.syntax(t, file, fault)
		}
		r.row(t, l, row, columns)
	}
	if t.Name == "account" && r.draft.Len(t) > 0 {
		c, _ := t.Column("currency")
		currency, _ := r.draft.Value(t, 0, c).(string)
		r.currency = accountmap.Currency(currency)
	}
}

// open reads the text of a file. It returns false when it cannot be read.
func (r *csvReader) open(f *csvFile, name string, file int) bool {
	opened, err := r.fsys.Open(name)
	if err != nil {
		r.unread(file, err)
		return false
	}
	defer opened.Close()
	var b strings.Builder
	if n, err := io.Copy(&b, io.LimitReader(opened, maxJSON+1)); err != nil {
		r.unread(file, err)
		return false
	} else if n > maxJSON {
		r.report.add(placed(file, 0, 0), "", accountmap.ErrTooLarge, fmt.Sprintf("the file is larger than %d MiB", maxJSON>>20), "divide the account")
		return false
	}
	text := b.String()
	if isUTF16(text) {
		r.report.add(placed(file, 0, 0), "", accountmap.ErrInvalidText, "the file is UTF-16", csvUTF8)
		return false
	}
	f.text = repairUTF8(strings.TrimPrefix(text, "\ufeff"), func(offset, _, _ int) {
		r.report.add(placed(file, offset, 0), "", accountmap.ErrInvalidText, "the text is not UTF-8", csvUTF8)
	})
	return true
}

const csvUTF8 = `save the file as UTF-8; a spreadsheet calls it "CSV UTF-8"`

func (r *csvReader) unread(file int, err error) {
	detail, hint := plainWords(err)
	r.report.add(placed(file, 0, 0), "", ErrUnreadable, detail, hint)
}

func (r *csvReader) syntax(t *table.Table, file int, fault *csvFault) {
	if fault != nil {
		r.lost[t] = true
		r.report.syntax(placed(file, fault.at, 0), fault.detail, fault.hint)
	}
}

// row reads the fields of one record.
func (r *csvReader) row(t *table.Table, l *gathered, at int, columns []int) {
	if !slices.ContainsFunc(r.fields, func(f csvField) bool { return strings.TrimSpace(f.text) != "" }) {
		return
	}
	if r.rows++; r.rows > maxGathered {
		if r.rows == maxGathered+1 {
			r.lost[t] = true
			r.report.add(placed(l.file, at, 0), "", accountmap.ErrTooLarge, fmt.Sprintf("there are more than %d rows", maxGathered), "divide the account")
		}
		return
	}
	if t.Single && r.draft.Len(t) == 1 {
		r.report.add(placed(l.file, at, 0), "", accountmap.ErrDuplicateKey, "there is a second row; the "+t.Name+" has one", "keep one of the two; the first was read")
		return
	}
	row := r.draft.Add(t)
	l.rows = append(l.rows, int32(at))
	for i, field := range r.fields {
		switch {
		case i < len(columns) && columns[i] >= 0:
			r.set(t, row, columns[i], cell{text: restore(field.text)})
		case i >= len(columns) && strings.TrimSpace(field.text) != "":
			r.report.add(placed(l.file, at, i), "", accountmap.ErrSyntax, "the row has more fields than the first line names columns",
				"put a field in quotes that has a "+quote(string(r.files[l.file].delimiter))+" in it")
			return
		}
	}
}
