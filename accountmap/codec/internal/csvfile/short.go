package csvfile

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// shortRows are the rows of a file that end before a column that is read. They are not errors, as some spreadsheets leave out the separators after
// the last field with something in it; in a file that was cut off, the last row is one.
type shortRows struct {
	count int
	// line and field are the place of the last field of the first of them, and column is the key of the first column that it lacks.
	line, field int
	column      string
}

func (s *shortRows) see(t *table.Table, lines *csvtext.Reader, fields []string, columns []int) {
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

// report warns of them once.
func (s *shortRows) report(r *csvReader, file int) {
	if s.count == 0 {
		return
	}
	detail := "the row ends before the column " + tree.Quote(s.column) + ", and is read as having nothing there"
	if s.count > 1 {
		detail += fmt.Sprintf(", here and in %d more", s.count-1)
	}
	r.g.Warn(rows.Place(file, s.line, s.field), accountmap.ErrSyntax, detail, "is the file cut off?")
}
