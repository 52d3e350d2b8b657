package codec

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// ReadCSV reads an account from CSV files, one for each table of package accountmap/table and named after it: account.csv, units.csv,
// contacts.csv, team.reach.csv and so on. Only units.csv and products.csv must be there; they may have no rows.
//
// A file is RFC 4180 with commas, semicolons, tabs or vertical bars between its fields, in UTF-8 with or without a byte order mark, in UTF-16
// with one, or, with a warning, in Windows-1252. Encoding and separator are detected. The first line names the columns, in any order, by their
// keys, such as "reportsTo" and "evidence.source", or by their headings in English, Spanish or Greek. Words may be in these languages too:
// "champion" is as good as "Defensor". References are ids or names. Several values in one field are separated by semicolons; a value that has a
// semicolon is in quotes. Rows of team.reach.csv and kpis.readings.csv refer to the member by id or name, and to the KPI by its name or by the
// column "row" of kpis.csv.
//
// In a file with semicolons numbers have a decimal comma, otherwise a point. A number that would be another one in the other notation, such as
// 1.250 for twelve hundred and fifty, is a problem. The apostrophe that [WriteCSV] puts before a text that begins like a formula (with = + - @
// or a tab) is removed.
//
// A row with more fields than the first line has is an error, and one with fewer is a warning: the file may be cut off. At the end of a row it cannot
// be seen that others followed.
//
// It returns what [Decode] does: all problems at once, each with file, line and column. When there is no file of an
// account, the account is nil and the only problem is [ErrUnreadable].
func ReadCSV(fsys fs.FS) (*accountmap.Account, accountmap.Problems) {
	a, problems := readCSV(fsys, "", &report{})
	if a == nil && len(problems) == 1 && problems[0].Pos.File == "" {
		problems[0].Pos.File = nameOf(fsys)
	}
	return a, problems
}

// nameOf is the name of a folder of the system, which [os.DirFS] keeps to itself in its errors and is all the same; empty for another.
func nameOf(fsys fs.FS) string {
	if v := reflect.ValueOf(fsys); v.Kind() == reflect.String {
		return v.String()
	}
	return ""
}

// readCSV is [ReadCSV] for the files of a folder with a name.
func readCSV(fsys fs.FS, folder string, rep *report) (*accountmap.Account, accountmap.Problems) {
	names, others, err := csvFiles(fsys)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, unreadable(folder, fmt.Errorf("%w: %w", errNoFolder, err))
	case err != nil:
		return nil, unreadable(folder, err)
	case len(names) == 0:
		return nil, unreadable(folder, errNoCSV)
	}
	words := newVocabulary("", nil)
	r := &csvReader{fsys: fsys, folder: folder, gatherer: newGatherer(words, rep)}
	for _, t := range table.All() {
		r.table(t, names[t])
	}
	r.misnamed(others)
	r.resolve()
	a := r.account()
	places := &csvPlaces{csvReader: r, file: -1}
	defer places.close()
	return a, r.report.problems(places.position)
}

// csvFiles finds the files of tables, whatever the case of their names, and other CSV files. A folder with the name of a table's file is taken for
// that, so that reading it tells.
func csvFiles(fsys fs.FS) (names map[*table.Table]string, others []string, err error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, nil, err
	}
	names = map[*table.Table]string{}
	for _, e := range entries {
		base, isCSV := strings.CutSuffix(strings.ToLower(e.Name()), ".csv")
		if !isCSV {
			continue
		}
		t, ok := table.Lookup(base)
		switch {
		case !ok && e.IsDir():
		case !ok, names[t] != "":
			others = append(others, e.Name())
		default:
			names[t] = e.Name()
		}
	}
	return names, others, nil
}

// csvReader reads the files of a folder. Places in them are those of the rows, by the line that each begins in.
type csvReader struct {
	*gatherer
	fsys   fs.FS
	folder string
	files  []csvFile
	// rows and bytes count what was read of all files.
	rows, bytes int
}

// csvFile is the name of a file in the folder, and what it is called in problems.
type csvFile struct{ name, shown string }

// misnamed warns of files that may have been meant as those of tables.
func (r *csvReader) misnamed(names []string) {
	var known []string
	for _, t := range table.All() {
		known = append(known, t.Name)
	}
	for _, name := range names {
		file := len(r.files)
		r.files = append(r.files, csvFile{name, filepath.Join(r.folder, name)})
		if near, ok := spell.Nearest(strings.TrimSuffix(strings.ToLower(name), ".csv"), known); ok {
			r.report.add(placed(file, 0, 0), "", accountmap.ErrUnknownKey, "no list has this name, and the file is not read", "did you mean "+quote(near+".csv")+"?")
		} else {
			r.report.warn(placed(file, 0, 0), "", accountmap.ErrUnknownKey, "no list has this name, and the file is not read", "move it elsewhere")
		}
	}
}
