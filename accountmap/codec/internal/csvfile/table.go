package csvfile

import (
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/bind"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

func (r *csvReader) table(t *table.Table, name string) {
	file := len(r.files)
	l := rows.NewPlaces(t, file)
	r.g.Places[t] = l
	r.files = append(r.files, csvFile{name, filepath.Join(r.folder, t.Name+".csv")})
	if name == "" {
		if bind.Requires(t.Name) {
			r.missing(t, file, message.Of("there is no file %s.csv", t.Name),
				message.Of("add it, even if it only has the line of column names: %s", strings.Join(keysOf(t)[:2], ",")))
		}
		return
	}
	r.files[file].path = filepath.Join(r.folder, name)
	var columns []int
	headed, ends := false, shortRows{}
	if r.tooManyLines(name) {
		r.tooMany(t, rows.Place(file, 0, 0))
		return
	}
	failed := csvtext.Each(r.fsys, name, func(p accountmap.Problem) { r.wrong(t, file, p) }, func(lines *csvtext.Reader, row []string) error {
		if headed {
			ends.add(t, lines, row, columns)
			return r.row(t, l, lines, row, columns)
		}
		headed, lines.Exact = true, true
		r.g.Cells.Decimal, r.g.Cells.DateOrder = decimalMark(lines.Delimiter()), ""
		if lines.Delimiter() == ';' {
			r.g.Cells.DateOrder = "day-month"
		}
		if columns = r.heading(t, l, lines, row); columns == nil {
			return io.EOF
		}
		return nil
	})
	ends.report(r, file)
	if failed != nil {
		r.wrong(t, file, *failed)
	} else if !headed {
		r.missing(t, file, message.Of("the file is empty"), message.Of("its first line should name the columns, such as %s; a file that is not needed can be deleted", strings.Join(keysOf(t)[:2], ",")))
	}
	if t.Name == "account" && r.g.Draft.Len(t) > 0 {
		c, _ := t.Column("currency")
		r.g.Cells.Currency = accountmap.Currency(r.g.Draft.Text(t, 0, c))
	}
}

func (r *csvReader) missing(t *table.Table, file int, detail, hint string) {
	r.g.Lost[t] = true
	r.g.Found(rows.Place(file, 0, 0), accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrMissingList, Path: t.Name, Detail: detail, Hint: hint})
}

// decimalMark returns the decimal mark that a delimiter implies: a point for commas, a comma for
// semicolons, and "" for others.
func decimalMark(delimiter byte) string {
	switch delimiter {
	case ',':
		return "."
	case ';':
		return ","
	}
	return ""
}

func (r *csvReader) wrong(t *table.Table, file int, p accountmap.Problem) {
	p.Pos.File = r.files[file].path
	if p.Code != accountmap.ErrInvalidText || p.Pos.Line <= 1 {
		r.g.Lost[t] = true
	}
	r.g.Broken = r.g.Broken || p.Code == accountmap.ErrSyntax
	r.g.Found(rows.Place(file, p.Pos.Line, 0), p)
}

func (r *csvReader) tooMany(t *table.Table, at uint64) {
	r.g.Lost[t] = true
	r.g.Add(at, accountmap.ErrTooLarge, message.Of("the file has more than %d rows, or more than %d MiB", rows.MaxRows, maxBytes>>20), message.Of("divide the account"))
}

// tooManyLines reports a file with more lines than the row limit, before any row takes memory.
// Empty lines do not count. It also reports, without reading it, a file of more than [maxFile]
// bytes.
func (r *csvReader) tooManyLines(name string) bool {
	info, err := fs.Stat(r.fsys, name)
	if err != nil || !info.Mode().IsRegular() || info.Size() < 2*rows.MaxRows {
		return false
	}
	if info.Size() > maxFile {
		return true
	}
	f, err := r.fsys.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	lines, before, piece := 0, byte('\n'), make([]byte, 1<<16)
	for lines <= rows.MaxRows {
		n, err := f.Read(piece)
		for _, c := range piece[:n] {
			if (c == '\n' || c == '\r') && before != '\n' && before != '\r' {
				lines++
			}
			before = c
		}
		if err != nil {
			break
		}
	}
	return lines > rows.MaxRows
}

// maxBytes is the maximum size of the values of all files together. maxFile is the size of a file
// with such values, with separators, quotation marks and two bytes a letter.
const (
	maxBytes = 256 << 20
	maxFile  = 4 * maxBytes
)

func (r *csvReader) row(t *table.Table, l *rows.Places, lines *csvtext.Reader, fields []string, columns []int) error {
	if !slices.ContainsFunc(fields, func(text string) bool { return strings.TrimSpace(text) != "" }) {
		return nil
	}
	if r.g.Full() { // further problems are only counted
		r.g.Lost[t] = true
		r.g.Hide()
		return io.EOF
	}
	line := lines.Pos(0).Line
	for _, text := range fields {
		r.bytes += len(text)
	}
	if r.bytes > maxBytes {
		r.tooMany(t, rows.Place(l.File, line, 0))
		return io.EOF
	}
	if !r.g.Room(t, rows.Place(l.File, line, 0)) {
		return io.EOF
	}
	if t.Single && r.g.Draft.Len(t) == 1 {
		r.g.Add(rows.Place(l.File, line, 0), accountmap.ErrDuplicateKey, message.Of("there is a second row; the %s has one", t.Name), message.Of("keep one of the two; the first was read"))
		return nil
	}
	row := r.g.Draft.Add(t)
	l.Put(row, line)
	for i, text := range fields {
		switch {
		case i < len(columns) && columns[i] >= 0:
			c := rows.Cell{Text: restore(text)}
			r.g.Set(t, row, columns[i], c)
			r.g.SeePhone(t, row, columns[i], c)
		case i < len(columns) && columns[i] == unnamed && strings.TrimSpace(text) != "":
			r.nameless(t, l, rows.Place(l.File, line, i), text, columns, i)
		case i >= len(columns) && strings.TrimSpace(text) != "":
			r.g.Add(rows.Place(l.File, line, i), accountmap.ErrSyntax, message.Of("the row has more fields than the first line names columns"),
				message.Of("put fields in quotes if they have a %s in it", quote.Text(string(lines.Delimiter()))))
			return nil
		}
	}
	return nil
}

// shortRows counts the rows that end before the last column. They are not errors, since some
// spreadsheets omit trailing delimiters. The last row of a truncated file is also short.
type shortRows struct {
	count int
	// line and field are the place of the last field of the first short row; column is its first
	// missing column.
	line, field int
	column      string
}

func (s *shortRows) add(t *table.Table, lines *csvtext.Reader, fields []string, columns []int) {
	for i := len(fields); i < len(columns); i++ {
		if columns[i] < 0 || strings.TrimSpace(strings.Join(fields, "")) == "" {
			continue
		}
		if s.count == 0 {
			s.line, s.field, s.column = lines.Pos(0).Line, len(fields)-1, t.Columns[columns[i]].Key
		}
		s.count++
		return
	}
}

func (s *shortRows) report(r *csvReader, file int) {
	if s.count == 0 {
		return
	}
	detail := message.Of("the row ends before the column %s, and the rest is read as empty", quote.Text(s.column))
	if s.count > 1 {
		detail += message.Of(", here and in %d more", s.count-1)
	}
	r.g.Warn(rows.Place(file, s.line, s.field), accountmap.ErrSyntax, detail, message.Of("is the file cut off?"))
}
