package codec

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// ReadCSV reads an account from CSV files, one a table (package accountmap/table), each named by it: account.csv, units.csv, contacts.csv,
// team.reach.csv and so on. Every file may be missing but units.csv and products.csv, which may have no rows.
//
// A file is RFC 4180 in UTF-8, with or without a byte order mark, with commas, semicolons or tabs between its fields, which is found out.
// The first line names the columns, in any order: by their keys, such as "reportsTo" and "evidence.source", or by their headings in
// English, Spanish or Greek. So do words: "champion" is as good as "Defensor". References are ids or names. Several values of a field have
// semicolons between them, in quotes where they have some themselves. Rows of team.reach.csv and kpis.readings.csv name the member
// by id or name, and the key figure by its name or by what kpis.csv has in the column "row".
//
// In a file with semicolons numbers have a decimal comma, in one with commas a point; a number that could be another in the other
// spelling, such as 1.250 for twelve hundred and fifty, is a problem. An apostrophe before a text that begins as a formula does (= + - @,
// a tab) is taken away: [WriteCSV] puts it there.
//
// The error is as of [Decode]: all problems at once, each with the file, line and column. [CheckCSV] tells warnings, too.
func ReadCSV(fsys fs.FS) (*accountmap.Account, error) {
	a, problems := CheckCSV(fsys)
	return a, problems.Err()
}

// CheckCSV is [ReadCSV] for whoever wants every problem, the warnings too, as [Check] tells them. When there is no file of an account, the
// only problem is [ErrUnreadable] and the account is nil.
func CheckCSV(fsys fs.FS) (*accountmap.Account, accountmap.Problems) { return checkCSV(fsys, "") }

// checkCSV is [CheckCSV] for the files of a folder with a name.
func checkCSV(fsys fs.FS, folder string) (*accountmap.Account, accountmap.Problems) {
	names, others, err := csvFiles(fsys)
	if err == nil && len(names) == 0 {
		err = errNoCSV
	}
	if err != nil {
		return nil, (&unreadFile{folder, err}).problems()
	}
	words := newVocabulary("")
	r := &csvReader{fsys: fsys, folder: folder, gatherer: &gatherer{
		cellReader: &cellReader{words: words}, report: &report{}, lists: map[*table.Table]*gathered{}, lost: map[*table.Table]bool{},
	}}
	for _, t := range table.All() {
		r.table(t, names[t])
	}
	r.misnamed(others)
	r.resolve(func(*table.Table) *table.BookList { return nil })
	a := r.account()
	return a, r.report.problems(r.sweep())
}

var errNoCSV = errors.New("no file of an account is here")

// csvFiles finds the files of tables, whatever the case of their names, and other CSV files.
func csvFiles(fsys fs.FS) (names map[*table.Table]string, others []string, err error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, nil, err
	}
	names = map[*table.Table]string{}
	for _, e := range entries {
		base, isCSV := strings.CutSuffix(strings.ToLower(e.Name()), ".csv")
		if e.IsDir() || !isCSV {
			continue
		}
		t, ok := table.Lookup(base)
		switch {
		case !ok, names[t] != "":
			others = append(others, e.Name())
		default:
			names[t] = e.Name()
		}
	}
	return names, others, nil
}

type csvReader struct {
	*gatherer
	fsys   fs.FS
	folder string
	files  []csvFile
	fields []csvField
	rows   int
}

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

// heading finds out which column each field of the first line names; -1 is none.
func (r *csvReader) heading(t *table.Table, l *gathered, fields []csvField, known map[string]int) []int {
	for c := range l.columns {
		l.columns[c] = -1
	}
	columns := make([]int, len(fields))
	for i, field := range fields {
		c, ok := known[fold(field.text)]
		columns[i] = -1
		switch {
		case ok && l.columns[c] >= 0:
			r.report.add(placed(l.file, field.at, 0), "", accountmap.ErrDuplicateKey, "the column "+quote(field.text)+" stands twice",
				"keep one of the two; the first was read")
		case ok:
			columns[i], l.columns[c] = c, i
		case strings.TrimSpace(field.text) != "":
			columns[i] = r.unknownColumn(t, l, field)
		}
	}
	for i, c := range columns {
		if c >= 0 && l.columns[c] < 0 { // what is misspelt is read, so that nothing is missing but a letter
			l.columns[c] = i
		} else if c >= 0 && l.columns[c] != i {
			columns[i] = -1
		}
	}
	return columns
}

// unknownColumn reports a name that is none of a column, and returns the column that it may be a misspelling of, or -1.
func (r *csvReader) unknownColumn(t *table.Table, l *gathered, field csvField) int {
	hint, column := "the columns here are "+strings.Join(keysOf(t), ", "), -1
	if near, ok := spell.Nearest(field.text, keysOf(t)); ok {
		hint = "did you mean " + quote(near) + "?"
		column, _ = t.Column(near)
	}
	r.report.add(placed(l.file, field.at, 0), "", accountmap.ErrUnknownKey, "unknown column "+quote(field.text), hint)
	return column
}

// keysOf lists the keys of the columns that a CSV file of the table has.
func keysOf(t *table.Table) []string {
	var keys []string
	for _, c := range csvColumns(t) {
		keys = append(keys, t.Columns[c].Key)
	}
	return keys
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
	l.rows = append(l.rows, at)
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

// misnamed warns of files that may have been meant as those of tables.
func (r *csvReader) misnamed(names []string) {
	var known []string
	for _, t := range table.All() {
		known = append(known, t.Name)
	}
	for _, name := range names {
		file := len(r.files)
		r.files = append(r.files, csvFile{name: filepath.Join(r.folder, name)})
		if near, ok := spell.Nearest(strings.TrimSuffix(strings.ToLower(name), ".csv"), known); ok {
			r.report.add(placed(file, 0, 0), "", accountmap.ErrUnknownKey, "no list has this name, and the file is not read", "did you mean "+quote(near+".csv")+"?")
		} else {
			r.report.warn(placed(file, 0, 0), "", accountmap.ErrUnknownKey, "no list has this name, and the file is not read", "move it elsewhere")
		}
	}
}

// sweep returns a function that turns places into lines and columns. It is to be called with places that never decrease.
func (r *csvReader) sweep() func(at uint64) accountmap.Pos {
	file, done, line, lineStart := -1, 0, 1, 0
	return func(at uint64) accountmap.Pos {
		i, offset, field := unplaced(at)
		if i != file {
			file, done, line, lineStart = i, 0, 1, 0
		}
		f := &r.files[i]
		if f.text == "" {
			return accountmap.Pos{File: f.name}
		}
		pos := func(to int) accountmap.Pos {
			passed := f.text[done:min(to, len(f.text))]
			n, start := line+strings.Count(passed, "\n"), lineStart
			if j := strings.LastIndexByte(passed, '\n'); j >= 0 {
				start = done + j + 1
			}
			line, lineStart, done = n, start, done+len(passed)
			return accountmap.Pos{File: f.name, Line: n, Column: utf8.RuneCountInString(f.text[start:done]) + 1}
		}
		p := pos(offset)
		if fields, _, _ := f.record(offset, nil); field > 0 && field < len(fields) {
			was, wasLine, wasStart := done, line, lineStart
			p = pos(fields[field].at)
			done, line, lineStart = was, wasLine, wasStart // the next place may stand between
		}
		return p
	}
}
