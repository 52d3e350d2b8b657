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
	"github.com/accountatlas/accountatlas/internal/message"
)

type reader struct {
	folder   fs.FS
	table    *Table
	problems *problems.List
	// own is the notation that the caller specifies; spelling adds the detected notation.
	own, spelling values.Spelling
	headings      []string
	joins         []*joined
	// keys contains the columns of each key that has columns.
	keys  []keyColumns
	words *vocabulary
	// partners are the rows joined to the current row.
	partners [][]placedText
	// full is true if a limit is exceeded. The rest of the files is then not read.
	full *bool
	// known is true if an earlier table uses the same file. Its titles and totals are then reported
	// already.
	known bool
}

type keyColumns struct {
	key     key
	columns []column
}

type column struct {
	heading string
	// join is the number of the join with the heading, or -1 for the file itself; at is the index
	// in the row.
	join, at int
}

// joined holds the rows of a joined file by the join column, with the wanted columns only.
type joined struct {
	Join
	// in is the column of the key in the rows of the table; to is the index of the key in the rows
	// of the file.
	in       column
	to       int
	headings []string
	wanted   []wanted
	spelling values.Spelling
	rows     map[string][]placedText
}

// value returns a kept text in the form of a value of a row.
func (j *joined) value(at int, t placedText) value {
	return value{text: t.text, heading: j.headings[j.wanted[at].at], spelling: &j.spelling,
		place: accountmap.Pos{File: j.File, Line: int(t.line), Column: int(t.column)}}
}

// maxJoined bounds the rows of a joined file that are kept.
const maxJoined = maxOrders

// wanted is a column of a joined file and its key; [keyCount] marks the key of a further join.
type wanted struct {
	at  int
	key key
}

// value is a text of a row, with the notation of dates and numbers in its file.
type value struct {
	text, heading string
	spelling      *values.Spelling
	// rows and at locate the value in the current row. For a kept row, rows is nil, and place is
	// the location.
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

// row is a row of a table with the rows joined to it. The row and its texts are valid until the
// next row; clone texts to keep them.
type row struct {
	// rows is nil for a kept row, whose location is place.
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

// clone returns a copy of the text of a key. The copy remains valid.
func (r *row) clone(k key) string { return strings.Clone(r.values[k].text) }

// each calls visit for every row of a list's table, in the order of the file.
func each(folder fs.FS, m *Mapping, l list, problems *problems.List, full *bool, visit func(*row)) {
	own, err := values.NewSpelling(m.DecimalMark, m.DateOrder)
	if err != nil { // the mapping is already checked
		return
	}
	r := &reader{folder: folder, table: l.table, problems: problems, full: full, own: own, words: newVocabulary(l.table.Words)}
	for _, before := range m.lists() { // report titles and totals of a shared file once
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
	if *r.full {
		return
	}
	r.learn()
	var out row
	r.scan(r.table.File, r.around(), func(rows *csvtext.Reader, texts []string) {
		if r.read(&out, rows, texts) {
			visit(&out)
		}
	})
}

// around returns the list that receives the problems of titles and totals of the file.
func (r *reader) around() *problems.List {
	if r.known {
		return &problems.List{}
	}
	return r.problems
}

// learn detects the notation of the dates and numbers of the file before they are read.
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
				detect(&r.spelling, c.key, at(texts, c.at))
			}
		})
	}
	r.spelling = r.own.Or(r.spelling)
}

// detect passes a value to the detection of the notation.
func detect(s *values.Spelling, k key, text string) {
	switch {
	case k.isDate():
		s.SeeDate(text)
	case k.isNumber():
		s.SeeNumber(text)
	}
}

// read converts texts into a row. It returns false for an empty row, a row with more values than
// columns, and a row without its joined row.
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
			hint := message.Of("add it, or correct it")
			if near := j.padded(key.text); near != "" {
				hint = message.Of("it is probably %s: a spreadsheet took the zeros away from one of the two; export both files anew, and do not save them from it", problems.Quote(near))
			}
			r.problems.WarnOf(key.text, key.pos(), accountmap.ErrUnknownReference, hint,
				"no row of %s has the %s %q, so the row is ignored", j.File, j.To, key.text)
			return false
		}
		r.partners = append(r.partners, partner)
	}
	out.rows = rows
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
		if values.IsNothing(v.text, !k.key.isFree()) || r.isSheetError(k.key, v) {
			v.text = ""
		}
		v.text = r.words.means(k.key, v.text)
		out.values[k.key] = v
	}
	return true
}

// isSheetError reports what a spreadsheet shows instead of a value. Days and numbers are reported
// where they are read.
func (r *reader) isSheetError(k key, v value) bool {
	if k.isDate() || k.isNumber() || !values.IsSheetError(v.text) {
		return false
	}
	r.problems.WarnOf(v.heading, v.pos(), accountmap.ErrInvalidValue, message.Of("correct the formula, or widen the column, and save the file again"),
		"%s: %q is an error of a spreadsheet, not a value, and is ignored", v.heading, v.text)
	return true
}

// part returns the value of a column of the current row.
func (r *reader) part(c column, rows *csvtext.Reader, texts []string) value {
	if c.join >= 0 {
		return r.joins[c.join].value(c.at, r.partners[c.join][c.at])
	}
	return value{text: at(texts, c.at), heading: c.heading, spelling: &r.spelling, rows: rows, at: c.at}
}

// titles returns the number of rows above the headings of a file. Of the first two rows with
// several values, the one with more columns of the mapping has the headings. The row above them may
// have headings of groups of columns.
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

// mentions returns the number of values of a row that are headings in the mapping of the table.
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

func (r *reader) readHeadings(file string) ([]string, bool) {
	var headings []string
	ignore := func(accountmap.Problem) {} // these problems are reported when the rows are read
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
		r.problems.Err(accountmap.Pos{File: file}, accountmap.ErrMissingValue, message.Of("the file is empty"), message.Of("export it again"))
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
			found.Warn(rows.Pos(0), ErrLeftOut, message.Of("nothing to do"), "a row above the headings is left out: %q", report.Title(texts))
		case above == 0:
			for _, text := range texts {
				headings = append(headings, strings.Join(strings.Fields(text), " "))
			}
		case above > 0:
		case report.Repeats(texts, headings):
			found.Warn(rows.Pos(0), ErrLeftOut, message.Of("nothing to do"), "the headings are repeated; the row is not an entry")
		case report.IsFoot(texts, summed):
			found.Warn(rows.Pos(0), ErrLeftOut, message.Of("nothing to do"), "a row below the table is not an entry: %q", report.Title(texts))
		case report.IsTotal(texts):
			summed = true
			found.Warn(rows.Pos(0), ErrLeftOut, message.Of("nothing to do"), "a row of sums is ignored: %q", report.Title(texts))
		default:
			visit(rows, texts)
		}
		if *r.full {
			return io.EOF
		}
		return nil
	})
	if failed != nil {
		found.Add(*failed)
	}
}

// fits reports whether a row has at most as many values as columns. A longer row is reported, since
// its values may be in the wrong columns.
func (r *reader) fits(rows *csvtext.Reader, texts, headings []string) bool {
	if len(texts) <= len(headings) || strings.TrimSpace(strings.Join(texts[len(headings):], "")) == "" {
		return true
	}
	r.problems.ErrOf("", rows.Pos(len(headings)), accountmap.ErrSyntax, message.Of("is there a comma in a value that is not in quotation marks?"),
		"the row has more values than there are columns")
	return false
}

// reportShort reports a row that ends before a column that is read. A row of a single value is a
// title or a total, and is reported as incomplete.
func (r *reader) reportShort(rows *csvtext.Reader, texts []string) {
	if len(texts) < 2 {
		return
	}
	for _, k := range r.keys {
		for _, c := range k.columns {
			if c.join < 0 && c.at >= len(texts) {
				r.problems.Warn(rows.Pos(len(texts)-1), accountmap.ErrSyntax, message.Of("is the file cut off?"),
					"the row ends before the column %q, and the rest is read as empty", c.heading)
				return
			}
		}
	}
}

func at(texts []string, i int) string {
	if i >= len(texts) {
		return ""
	}
	return values.Unguard(strings.TrimSpace(texts[i]))
}
