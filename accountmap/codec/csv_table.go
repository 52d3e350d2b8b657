package codec

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/bind"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// table reads the file of a table, of which the name is empty when there is none.
func (r *csvReader) table(t *table.Table, name string) {
	file := len(r.files)
	l := newPlaces(t, file)
	r.places[t] = l
	r.files = append(r.files, csvFile{name, filepath.Join(r.folder, t.Name+".csv")})
	if name == "" {
		if bind.Requires(t.Name) {
			r.lost[t] = true
			r.report.add(placed(file, 0, 0), t.Name, accountmap.ErrMissingList, "there is no file "+t.Name+".csv",
				"add it; it may have nothing but a line with the names of the columns: "+strings.Join(keysOf(t)[:2], ","))
		}
		return
	}
	r.files[file].shown = filepath.Join(r.folder, name)
	var columns []int
	headed, ends := false, shortRows{}
	failed := csvtext.Each(r.fsys, name, func(p accountmap.Problem) { r.wrong(t, file, p) }, func(rows *csvtext.Reader, row []string) error {
		if headed {
			ends.see(t, rows, row, columns)
			return r.row(t, l, rows, row, columns)
		}
		headed, rows.Exact = true, true
		r.cells.mark, r.cells.dayFirst = decimalMarkBeside(rows.Delimiter()), rows.Delimiter() == ';'
		columns = r.heading(t, l, rows, row)
		return nil
	})
	ends.report(r, file)
	if failed != nil {
		r.wrong(t, file, *failed)
	} else if !headed {
		r.lost[t] = true
		r.report.add(placed(file, 0, 0), t.Name, accountmap.ErrMissingList, "the file is empty", "its first line should name the columns, such as "+
			strings.Join(keysOf(t)[:2], ",")+"; a file that is not needed can be deleted")
	}
	if t.Name == "account" && r.draft.Len(t) > 0 {
		c, _ := t.Column("currency")
		r.cells.currency = accountmap.Currency(r.draft.Text(t, 0, c))
	}
}

// decimalMarkBeside is what stands before decimals in a file: where a comma does, fields have semicolons between them.
func decimalMarkBeside(delimiter byte) decimalMark {
	switch delimiter {
	case ',':
		return pointMark
	case ';':
		return commaMark
	}
	return eitherMark
}

// wrong reports what is wrong with a file, or with the syntax or the text of a row.
func (r *csvReader) wrong(t *table.Table, file int, p accountmap.Problem) {
	p.Pos.File = r.files[file].shown
	if p.Code != accountmap.ErrInvalidText || p.Pos.Line <= 1 {
		r.lost[t] = true
	}
	r.report.placed(placed(file, p.Pos.Line, 0), p)
}

// row reads the fields of one record.
func (r *csvReader) row(t *table.Table, l *places, rows *csvtext.Reader, fields []string, columns []int) error {
	if !slices.ContainsFunc(fields, func(text string) bool { return strings.TrimSpace(text) != "" }) {
		return nil
	}
	line := rows.Pos(0).Line
	for _, text := range fields {
		r.bytes += len(text)
	}
	if r.rows++; r.rows > maxGathered || r.bytes > maxJSON {
		r.lost[t] = true
		r.report.add(placed(l.file, line, 0), "", accountmap.ErrTooLarge, fmt.Sprintf("there are more than %d rows, or more than %d MiB in them", maxGathered, maxJSON>>20),
			"divide the account")
		return io.EOF
	}
	if t.Single && r.draft.Len(t) == 1 {
		r.report.add(placed(l.file, line, 0), "", accountmap.ErrDuplicateKey, "there is a second row; the "+t.Name+" has one", "keep one of the two; the first was read")
		return nil
	}
	row := r.draft.Add(t)
	l.put(row, line)
	for i, text := range fields {
		switch {
		case i < len(columns) && columns[i] >= 0:
			r.set(t, row, columns[i], cell{text: restore(text)})
		case i >= len(columns) && strings.TrimSpace(text) != "":
			r.report.add(placed(l.file, line, i), "", accountmap.ErrSyntax, "the row has more fields than the first line names columns",
				"put a field in quotes that has a "+quote(string(rows.Delimiter()))+" in it")
			return nil
		}
	}
	return nil
}
