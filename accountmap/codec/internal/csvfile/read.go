// Package csvfile reads and writes accounts as folders of CSV files, one for each table.
package csvfile

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// The errors of a folder that cannot be read.
var (
	ErrNoFolder = errors.New("there is no such folder")
	ErrNoCSV    = errors.New("this folder has no CSV file of an account")
)

// Read reads an account from the CSV files of a folder. The name of the folder is used in problems.
// The error reports that there are no files to read.
func Read(fsys fs.FS, folder string, check rows.Check) (*accountmap.Account, accountmap.Problems, error) {
	names, others, err := csvFiles(fsys)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, fmt.Errorf("%w: %w", ErrNoFolder, err)
	case err != nil:
		return nil, nil, err
	case len(names) == 0:
		return nil, nil, ErrNoCSV
	}
	words := rows.NewVocabulary("", nil)
	r := &csvReader{fsys: fsys, folder: folder, g: rows.New(words, check)}
	for _, t := range table.All() {
		r.table(t, names[t])
	}
	r.misnamed(others)
	r.g.Resolve()
	a := r.g.Account()
	places := &csvPlaces{r: r, file: -1}
	defer places.close()
	return a, r.g.Problems(places.position), nil
}

// csvFiles finds the files of tables, with names in any case, and other CSV files. A folder with
// the name of a file counts as the file, so that reading reports the error.
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

// csvReader reads the files of a folder. The line of a place is the first line of its row.
type csvReader struct {
	g      *rows.Gatherer
	fsys   fs.FS
	folder string
	files  []csvFile
	// bytes is the total of all files.
	bytes int
}

type csvFile struct{ name, path string }

func (r *csvReader) misnamed(names []string) {
	var known []string
	for _, t := range table.All() {
		known = append(known, t.Name)
	}
	for _, name := range names {
		file := len(r.files)
		r.files = append(r.files, csvFile{name, filepath.Join(r.folder, name)})
		if near, ok := spell.Nearest(strings.TrimSuffix(strings.ToLower(name), ".csv"), known); ok {
			r.g.Add(rows.Place(file, 0, 0), accountmap.ErrUnknownKey, message.Of("no list has this name, so the file is ignored"), message.Of("did you mean %s?", quote.Text(near+".csv")))
		} else {
			r.g.Warn(rows.Place(file, 0, 0), accountmap.ErrUnknownKey, message.Of("no list has this name, so the file is ignored"), message.Of("move it elsewhere"))
		}
	}
}

// csvPlaces finds the columns of values by reading the files again. Keeping all positions would
// take too much memory.
type csvPlaces struct {
	r *csvReader
	// file is the number of the open file, or -1; line is the line of the last row read.
	file   int
	opened fs.File
	lines  *csvtext.Reader
	line   int
}

// position converts places, in ascending order. If the file can no longer be read, the position has
// no column.
func (p *csvPlaces) position(at uint64) accountmap.Pos {
	file, line, field := rows.Unplace(at)
	pos := accountmap.Pos{File: p.r.files[file].path, Line: line}
	if line == 0 {
		return pos
	}
	if file != p.file {
		p.open(file)
	}
	for p.lines != nil && p.line < line {
		_, err := p.lines.Read()
		if problem, ok := errors.AsType[accountmap.Problem](err); err != nil && !(ok && problem.Code == accountmap.ErrSyntax) {
			p.lines = nil
			return pos
		} else if err == nil {
			p.line = p.lines.Pos(0).Line
		}
	}
	if p.lines != nil && p.line == line {
		pos.Column = p.lines.Pos(field).Column
		pos.Line = p.lines.Pos(field).Line
	}
	return pos
}

func (p *csvPlaces) open(file int) {
	p.close()
	p.file, p.line, p.lines = file, 0, nil
	f, err := p.r.fsys.Open(p.r.files[file].name)
	if err != nil {
		return
	}
	p.opened = f
	p.lines, _ = csvtext.NewReader(f, "", func(accountmap.Problem) {})
}

func (p *csvPlaces) close() {
	if p.opened != nil {
		p.opened.Close()
		p.opened = nil
	}
}
