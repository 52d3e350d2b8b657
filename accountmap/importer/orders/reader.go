package orders

import (
	"io/fs"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
)

// reader reads the rows of a table.
type reader struct {
	folder   fs.FS
	table    *Table
	problems *problems.List
	// own is what the caller says of how values are spelt, and spelling what the file shows beside that.
	own, spelling values.Spelling
	headings      []string
	joins         []*joined
	// keys have the columns of each key that has any.
	keys  []keyColumns
	words vocabulary
	// values and partners are those of the present row.
	values   map[string]value
	partners [][]value
}

type keyColumns struct {
	key     string
	columns []column
}

// column is where a table finds a heading.
type column struct {
	heading string
	// join is the number of the join that has it, and -1 for the file itself; at is its place in the row.
	join, at int
}

// each calls visit for every row of a list's table, in the order of the file.
func each(folder fs.FS, m *Mapping, l list, problems *problems.List, visit func(row)) {
	own, err := values.NewSpelling(m.DecimalMark, m.DateOrder)
	if err != nil { // the mapping was checked
		return
	}
	r := &reader{folder: folder, table: l.table, problems: problems, own: own, words: newVocabulary(l.table.Words), values: map[string]value{}}
	if !r.open(l) {
		return
	}
	for _, j := range r.joins {
		r.load(j)
	}
	r.learn()
	r.scan(r.table.File, problems.Add, func(rows *csvtext.Reader, texts []string) {
		if row, ok := r.row(rows, texts); ok {
			visit(row)
		}
	})
}

// open finds every column that is named, and reports those that are not there.
func (r *reader) open(l list) bool {
	var ok bool
	if r.headings, ok = r.readHeadings(r.table.File); !ok {
		return false
	}
	for _, join := range r.table.Join {
		j, found := r.newJoin(join)
		r.joins = append(r.joins, j)
		ok = ok && found
	}
	if !ok {
		return false
	}
	for _, key := range l.keys {
		var columns []column
		for _, heading := range r.table.Columns[key] {
			c, found := r.locate(heading)
			if found && c.join >= 0 {
				c.at = r.joins[c.join].want(c.at, key)
			}
			columns, ok = append(columns, c), ok && found
		}
		if len(columns) > 0 || r.table.Values[key] != "" {
			r.keys = append(r.keys, keyColumns{key, columns})
		}
	}
	return ok
}

// locate finds a heading in the file itself, or else in the first join that has it.
func (r *reader) locate(heading string) (column, bool) {
	if at := index(r.headings, heading); at >= 0 {
		r.reportTwice(r.table.File, r.headings, at)
		return column{heading, -1, at}, true
	}
	all := slices.Clone(r.headings)
	for i, j := range r.joins {
		if at := index(j.headings, heading); at >= 0 {
			r.reportTwice(j.File, j.headings, at)
			return column{heading, i, at}, true
		}
		all = append(all, j.headings...)
	}
	r.reportColumn(r.table.File, all, heading)
	return column{}, false
}

// learn looks at the dates and numbers of the file before they are read.
func (r *reader) learn() {
	type seen struct {
		key string
		at  int
	}
	var columns []seen
	for _, k := range r.keys {
		for _, c := range k.columns {
			if c.join < 0 && (isDate(k.key) || isNumber(k.key)) {
				columns = append(columns, seen{k.key, c.at})
			}
		}
	}
	if len(columns) > 0 {
		r.scan(r.table.File, func(accountmap.Problem) {}, func(_ *csvtext.Reader, texts []string) {
			for _, c := range columns {
				see(&r.spelling, c.key, at(texts, c.at))
			}
		})
	}
	r.spelling = r.own.Or(r.spelling)
}

func isDate(key string) bool { return key == "date" || key == "due" || key == "delivered" }

func isNumber(key string) bool {
	return slices.Contains([]string{"quantity", "amount", "price", "discount", "discountPercent"}, key)
}

// see shows a value to a spelling.
func see(s *values.Spelling, key, text string) {
	switch {
	case isDate(key):
		s.SeeDate(text)
	case isNumber(key):
		s.SeeNumber(text)
	}
}
