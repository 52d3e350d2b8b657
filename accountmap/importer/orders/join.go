package orders

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
)

// joined holds the rows of a file by their keys, each with the columns wanted of it.
type joined struct {
	Join
	// in is the place of the key in the rows to which these are joined, and to that in these.
	in, to   int
	headings []string
	wanted   []wanted
	spelling values.Spelling
	rows     map[string][]value
}

// wanted is a column of a joined file and the key for which it is wanted.
type wanted struct {
	at  int
	key string
}

func (r *reader) newJoin(join Join) (*joined, bool) {
	j := &joined{Join: join, rows: map[string][]value{}}
	if j.To == "" {
		j.To = j.Key
	}
	var ok bool
	if j.headings, ok = r.readHeadings(j.File); !ok {
		return j, false
	}
	j.to, j.in = index(j.headings, j.To), index(r.headings, j.Key)
	if j.to < 0 {
		r.reportColumn(j.File, j.headings, j.To)
	}
	if j.in < 0 {
		r.reportColumn(r.table.File, r.headings, j.Key)
	}
	return j, j.to >= 0 && j.in >= 0
}

// want has a column kept, and returns its place in the rows.
func (j *joined) want(at int, key string) int {
	j.wanted = append(j.wanted, wanted{at, key})
	return len(j.wanted) - 1
}

// load keeps the rows of a file that is joined.
func (r *reader) load(j *joined) {
	r.scan(j.File, r.problems.Add, func(rows *csvtext.Reader, texts []string) {
		key := at(texts, j.to)
		if key == "" || !r.fits(rows, texts, j.headings) {
			return
		}
		if _, taken := j.rows[key]; taken {
			r.problems.Warn(rows.Pos(j.to), accountmap.ErrDuplicateID, "delete one of the two", "the %s %q stands in an earlier row already, and this row is left out", j.To, key)
			return
		}
		values := make([]value, len(j.wanted))
		for i, w := range j.wanted {
			text := at(texts, w.at)
			see(&j.spelling, w.key, text)
			values[i] = value{text: strings.Clone(text), heading: j.headings[w.at], spelling: &j.spelling, place: rows.Pos(w.at)}
		}
		j.rows[strings.Clone(key)] = values
	})
	j.spelling = r.own.Or(j.spelling)
}

// readHeadings returns the first row of a file.
func (r *reader) readHeadings(file string) ([]string, bool) {
	var headings []string
	unheard := func(accountmap.Problem) {} // they are reported when the rows are read
	failed := csvtext.Each(r.folder, file, unheard, func(_ *csvtext.Reader, row []string) error {
		for _, text := range row {
			headings = append(headings, strings.Join(strings.Fields(text), " "))
		}
		return io.EOF
	})
	switch {
	case failed != nil:
		r.problems.Add(*failed)
		return nil, false
	case len(headings) == 0:
		r.problems.Err(accountmap.Pos{File: file}, accountmap.ErrMissingValue, "the file is empty", "export it again")
		return nil, false
	}
	return headings, true
}

// scan calls visit for every row of a file but the headings.
func (r *reader) scan(file string, report func(accountmap.Problem), visit func(*csvtext.Reader, []string)) {
	headed := false
	failed := csvtext.Each(r.folder, file, report, func(rows *csvtext.Reader, texts []string) error {
		if headed {
			visit(rows, texts)
		}
		headed = true
		return nil
	})
	if failed != nil {
		report(*failed)
	}
}

// index returns the place of a heading, whatever its case, and -1 when it is not there.
func index(headings []string, heading string) int {
	return slices.IndexFunc(headings, func(h string) bool { return strings.EqualFold(h, heading) })
}

// reportTwice reports a heading that a column of another place has, too.
func (r *reader) reportTwice(file string, headings []string, at int) {
	for _, h := range headings[at+1:] {
		if strings.EqualFold(h, headings[at]) {
			r.problems.WarnOf(strings.ToLower(h), accountmap.Pos{File: file, Line: 1, Column: 1}, ErrLeftOut, "rename the one that is meant", "there are several columns %q: the first is read, the others are left out", headings[at])
			return
		}
	}
}

// reportColumn reports a column that is not there.
func (r *reader) reportColumn(file string, headings []string, heading string) {
	const most = 20
	hint := "there are " + strings.Join(headings[:min(len(headings), most)], ", ")
	if near, ok := spell.Nearest(heading, headings); ok {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	r.problems.Err(accountmap.Pos{File: file, Line: 1, Column: 1}, ErrNoColumn, "there is no column "+problems.Quote(heading), hint)
}
