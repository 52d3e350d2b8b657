package orders

import (
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/report"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
)

type reader struct {
	folder   fs.FS
	table    *Table
	problems *problems.List
	// own is what the caller says of how values are spelt, and spelling what the file shows as well.
	own, spelling values.Spelling
	headings      []string
	joins         []*joined
	// keys have the columns of each key that has any.
	keys  []keyColumns
	words *vocabulary
	// partners are the joined rows of the present row.
	partners [][]value
	// known says that the file serves an earlier table, too, for which its titles and sums were
	// reported.
	known bool
}

type keyColumns struct {
	key     key
	columns []column
}

// column is where a table finds a heading.
type column struct {
	heading string
	// join is the number of the join that has it, and -1 for the file itself; at is its place in the
	// row.
	join, at int
}

// joined holds the rows of a file by the column to which others are joined, each with the columns
// that are wanted.
type joined struct {
	Join
	// in is the column in which the rows of the table have the key, and to the place of the key in the
	// rows of the file.
	in       column
	to       int
	headings []string
	wanted   []wanted
	spelling values.Spelling
	rows     map[string][]value
}

// wanted is a column of a joined file, and the key for which it is wanted; [keyCount] for a further
// join.
type wanted struct {
	at  int
	key key
}

// value is a text of a row, and how its file spells dates and numbers.
type value struct {
	text, heading string
	spelling      *values.Spelling
	// rows and at say where the value is in the row that is being read; place does where it was read
	// before, and rows is nil.
	rows  *csvtext.Reader
	at    int
	place accountmap.Pos
}

func (v value) pos() accountmap.Pos {
	if v.rows == nil {
		return v.place
	}
	return v.rows.Pos(v.at)
}

// row is a row of a table with what was joined to it. It is valid until the next, and so are its
// texts: clone those to keep.
type row struct {
	// rows is nil for a row that was kept, and place then says where it was.
	rows   *csvtext.Reader
	place  accountmap.Pos
	values [keyCount]value
}

func (r *row) pos() accountmap.Pos {
	if r.rows == nil {
		return r.place
	}
	return r.rows.Pos(0)
}

func (r *row) text(k key) string { return r.values[k].text }

func (r *row) has(k key) bool { return r.values[k].heading != "" }

// clone returns a text that may be kept without the row.
func (r *row) clone(k key) string { return strings.Clone(r.values[k].text) }

// each calls visit for every row of a list's table, in the order of the file.
func each(folder fs.FS, m *Mapping, l list, problems *problems.List, visit func(*row)) {
	own, err := values.NewSpelling(m.DecimalMark, m.DateOrder)
	if err != nil { // the mapping was checked
		return
	}
	r := &reader{folder: folder, table: l.table, problems: problems, own: own, words: newVocabulary(l.table.Words)}
	for _, before := range m.lists() { // a file that serves several tables has its titles and sums once
		if before.name == l.name {
			break
		}
		r.known = r.known || before.table != nil && before.table.File == l.table.File
	}
	if !r.open(l) {
		return
	}
	for _, j := range r.joins {
		r.load(j)
	}
	r.learn()
	var out row
	r.scan(r.table.File, r.around(), func(rows *csvtext.Reader, texts []string) {
		if r.read(&out, rows, texts) {
			visit(&out)
		}
	})
}

// around returns where titles and sums of the file are reported.
func (r *reader) around() *problems.List {
	if r.known {
		return &problems.List{}
	}
	return r.problems
}

func (r *reader) load(j *joined) {
	r.scan(j.File, r.problems, func(rows *csvtext.Reader, texts []string) {
		key := at(texts, j.to)
		if key == "" || !r.fits(rows, texts, j.headings) {
			return
		}
		before, taken := j.rows[key]
		if taken {
			j.reportContradiction(before, key, rows, texts, r.problems)
			return
		}
		kept := make([]value, len(j.wanted))
		for i, w := range j.wanted {
			text := at(texts, w.at)
			see(&j.spelling, w.key, text)
			kept[i] = value{text: strings.Clone(text), heading: j.headings[w.at], spelling: &j.spelling, place: rows.Pos(w.at)}
		}
		j.rows[strings.Clone(key)] = kept
	})
	j.spelling = r.own.Or(j.spelling)
}

// reportContradiction reports a second row of a key in a file that is joined, where it says
// something else than the first.
func (j *joined) reportContradiction(before []value, key string, rows *csvtext.Reader, texts []string, r *problems.List) {
	for i, w := range j.wanted {
		if text := at(texts, w.at); text != before[i].text {
			r.WarnOf(j.headings[w.at], rows.Pos(w.at), accountmap.ErrDuplicateID, "correct one of the two",
				"the %s %q has the %s %q in one row and %q in another: the first counts", j.To, key, j.headings[w.at], before[i].text, text)
			return
		}
	}
}

// learn looks at the dates and numbers of the file before they are read.
func (r *reader) learn() {
	var columns []wanted
	for _, k := range r.keys {
		for _, c := range k.columns {
			if c.join < 0 && (k.key.isDate() || k.key.isNumber()) {
				columns = append(columns, wanted{c.at, k.key})
			}
		}
	}
	if len(columns) > 0 {
		r.scan(r.table.File, &problems.List{}, func(_ *csvtext.Reader, texts []string) {
			for _, c := range columns {
				see(&r.spelling, c.key, at(texts, c.at))
			}
		})
	}
	r.spelling = r.own.Or(r.spelling)
}

// see shows a value to a spelling.
func see(s *values.Spelling, k key, text string) {
	switch {
	case k.isDate():
		s.SeeDate(text)
	case k.isNumber():
		s.SeeNumber(text)
	}
}

// read makes a row of the texts of one. It reports false for an empty one, for one with more values
// than there are columns, and when the row of a join is not there.
func (r *reader) read(out *row, rows *csvtext.Reader, texts []string) bool {
	if !slices.ContainsFunc(texts, func(text string) bool { return strings.TrimSpace(text) != "" }) || !r.fits(rows, texts, r.headings) {
		return false
	}
	r.reportShort(rows, texts)
	r.partners = r.partners[:0]
	for _, j := range r.joins {
		key := r.part(j.in, rows, texts)
		partner, found := j.rows[key.text]
		if !found {
			r.problems.WarnOf(key.text, key.pos(), accountmap.ErrUnknownReference, "add it, or correct it",
				"no row of %s has the %s %q, and the row is left out", j.File, j.To, key.text)
			return false
		}
		r.partners = append(r.partners, partner)
	}
	*out = row{rows: rows}
	for _, k := range r.keys {
		v := value{heading: k.key.String(), spelling: &r.spelling, rows: rows}
		for i, c := range k.columns {
			part := r.part(c, rows, texts)
			if i > 0 {
				part.text = strings.TrimSpace(v.text + " " + part.text)
			}
			v = part
		}
		if v.text == "" {
			v.text = r.table.Values[k.key.String()]
		}
		if values.IsNothing(v.text, k.key.isDate() || k.key.isNumber()) {
			v.text = ""
		}
		v.text = r.words.means(k.key, v.text)
		out.values[k.key] = v
	}
	return true
}

// part returns the value of a column of the present row.
func (r *reader) part(c column, rows *csvtext.Reader, texts []string) value {
	if c.join >= 0 {
		return r.partners[c.join][c.at]
	}
	return value{text: at(texts, c.at), heading: c.heading, spelling: &r.spelling, rows: rows, at: c.at}
}

// titles returns the number of rows above the headings of a file. Of the first two rows of several
// values, the headings are the one with more columns of the mapping: the row above them may have
// the headings of groups of columns.
func (r *reader) titles(file string) int {
	first, titles, most := report.Titles(r.folder, file), 0, -1
	at := -1
	// A file that cannot be read is reported with its headings.
	_ = csvtext.Each(r.folder, file, func(accountmap.Problem) {}, func(_ *csvtext.Reader, row []string) error {
		if at++; at < first {
			return nil
		}
		if known := r.table.mentions(row); known > most {
			titles, most = at, known
		}
		if at > first {
			return io.EOF
		}
		return nil
	})
	return titles
}

// mentions returns how many values of a row are headings in the mapping of the table.
func (t *Table) mentions(row []string) int {
	known := 0
	for _, text := range row {
		text = strings.Join(strings.Fields(text), " ")
		means := func(heading string) bool {
			return strings.EqualFold(heading[strings.LastIndexByte(heading, ':')+1:], text)
		}
		found := slices.ContainsFunc(t.Join, func(j Join) bool { return means(j.Key) || means(j.To) })
		for _, headings := range t.Columns {
			found = found || slices.ContainsFunc(headings, means)
		}
		if found && text != "" {
			known++
		}
	}
	return known
}

// readHeadings returns the row of a file that has the headings.
func (r *reader) readHeadings(file string) ([]string, bool) {
	var headings []string
	ignore := func(accountmap.Problem) {} // they are reported when the rows are read
	above := r.titles(file)
	failed := csvtext.Each(r.folder, file, ignore, func(_ *csvtext.Reader, row []string) error {
		if above--; above >= 0 {
			return nil
		}
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

func (r *reader) scan(file string, found *problems.List, visit func(*csvtext.Reader, []string)) {
	above := r.titles(file) + 1
	var headings []string
	summed := false
	failed := csvtext.Each(r.folder, file, found.Add, func(rows *csvtext.Reader, texts []string) error {
		switch above--; {
		case above > 0 && report.Title(texts) != "":
			found.Warn(rows.Pos(0), ErrLeftOut, "nothing to do", "a row above the headings is left out: %q", report.Title(texts))
		case above == 0:
			for _, text := range texts {
				headings = append(headings, strings.Join(strings.Fields(text), " "))
			}
		case above > 0:
		case report.Repeats(texts, headings):
			found.Warn(rows.Pos(0), ErrLeftOut, "nothing to do", "the headings are there again, and are no entry")
		case report.IsFoot(texts, summed):
			found.Warn(rows.Pos(0), ErrLeftOut, "nothing to do", "a row below the table is no entry: %q", report.Title(texts))
		case report.IsTotal(texts):
			summed = true
			found.Warn(rows.Pos(0), ErrLeftOut, "nothing to do", "a row of sums is no entry: %q", report.Title(texts))
		default:
			visit(rows, texts)
		}
		return nil
	})
	if failed != nil {
		found.Add(*failed)
	}
}

// fits reports whether a row has a column for each of its values, and says so when it has not: its
// values may then be under the headings of others.
func (r *reader) fits(rows *csvtext.Reader, texts, headings []string) bool {
	if len(texts) <= len(headings) || strings.TrimSpace(strings.Join(texts[len(headings):], "")) == "" {
		return true
	}
	r.problems.ErrOf("", rows.Pos(len(headings)), accountmap.ErrSyntax, "is there a comma in a value that is not in quotation marks?",
		"the row has more values than there are columns")
	return false
}

// reportShort reports a row that ends before a column that is read. One of a single value is a
// title or a sum, and is reported as incomplete.
func (r *reader) reportShort(rows *csvtext.Reader, texts []string) {
	if len(texts) < 2 {
		return
	}
	for _, k := range r.keys {
		for _, c := range k.columns {
			if c.join < 0 && c.at >= len(texts) {
				r.problems.Warn(rows.Pos(len(texts)-1), accountmap.ErrSyntax, "is the file cut off?",
					"the row ends before the column %q, and is read as having nothing there", c.heading)
				return
			}
		}
	}
}

func at(texts []string, i int) string {
	if i >= len(texts) {
		return ""
	}
	return strings.TrimSpace(texts[i])
}
