package crm

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/csvtext"
)

// maxFiles and maxRows bound what is read.
const (
	maxFiles = 1000
	maxRows  = 2_000_000 // of all files
)

// heading is the name of a column and its place.
type heading struct {
	text string
	pos  accountmap.Pos
}

// csvFile is a file with what its first row says.
type csvFile struct {
	name     string
	headings []heading
}

// readHeadings returns the CSV files of the folder in the order of their names, with their headings. Other files are reported.
func readHeadings(fsys fs.FS, r *report) []csvFile {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		r.err(accountmap.Pos{}, accountmap.ErrSyntax, "the folder cannot be read: "+err.Error(), "give the folder with the exported files")
		return nil
	}
	var files []csvFile
	for _, e := range entries {
		name := e.Name()
		pos := accountmap.Pos{File: name}
		switch ext := strings.ToLower(path.Ext(name)); {
		case strings.HasPrefix(name, "."):
			continue
		case e.IsDir():
			r.warn(pos, ErrUnknownFile, "a folder is not looked into", "import it by itself, or move its files beside the others")
			continue
		case ext != ".csv" && ext != ".txt" && ext != ".tsv":
			r.warn(pos, ErrUnknownFile, "the file is no table of separated values", "export it as CSV, or move it away")
			continue
		}
		if len(files) == maxFiles {
			r.err(pos, accountmap.ErrTooLarge, fmt.Sprintf("there are more than %d files", maxFiles), "import a part of them")
			return files
		}
		if headings, ok := readHeading(fsys, name, r); ok {
			files = append(files, csvFile{name, headings})
		}
	}
	return files
}

func readHeading(fsys fs.FS, name string, r *report) (headings []heading, ok bool) {
	err := readRows(fsys, name, func(accountmap.Problem) {}, func(rows *csvtext.Reader) error {
		row, err := rows.Read()
		for i, text := range row {
			headings = append(headings, heading{strings.TrimSpace(text), rows.Pos(i)})
		}
		return err
	})
	switch {
	case errors.Is(err, io.EOF):
		r.warn(accountmap.Pos{File: name}, ErrUnknownFile, "the file is empty", "export it again, or move it away")
		return nil, false
	case err != nil:
		r.add(fileProblem(name, err))
		return nil, false
	}
	return headings, true
}

// readRows opens a file and has its rows read.
func readRows(fsys fs.FS, name string, report func(accountmap.Problem), read func(*csvtext.Reader) error) (err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	rows, err := csvtext.NewReader(f, name, report)
	if err != nil {
		return err
	}
	return read(rows)
}

// fileProblem returns what ended the reading of a file as a problem.
func fileProblem(name string, err error) accountmap.Problem {
	if p, ok := errors.AsType[accountmap.Problem](err); ok {
		return p
	}
	return accountmap.Problem{Severity: accountmap.SeverityError, Code: accountmap.ErrSyntax, Pos: accountmap.Pos{File: name},
		Detail: "the file cannot be read: " + err.Error(), Hint: "try again, or export it again"}
}
