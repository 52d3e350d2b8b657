package crm

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
)

// maxFiles bounds what is read, maxRows and maxBytes what is kept of all files.
const (
	maxFiles = 1000
	maxRows  = 2_000_000
	maxBytes = 256 << 20
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
func readHeadings(fsys fs.FS, r *problems.List) []csvFile {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		r.Err(accountmap.Pos{}, accountmap.ErrSyntax, "the folder cannot be read: "+err.Error(), "give the folder with the exported files")
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
			r.Warn(pos, ErrUnknownFile, "import it by itself, or move its files beside the others", "a folder is not looked into")
			continue
		case ext != ".csv" && ext != ".txt" && ext != ".tsv":
			r.Warn(pos, ErrUnknownFile, "export it as CSV, or move it away", "the file is no table of separated values")
			continue
		}
		if len(files) == maxFiles {
			r.Err(pos, accountmap.ErrTooLarge, fmt.Sprintf("there are more than %d files", maxFiles), "import a part of them")
			return files
		}
		if headings, ok := readHeading(fsys, name, r); ok {
			files = append(files, csvFile{name, headings})
		}
	}
	return files
}

func readHeading(fsys fs.FS, name string, r *problems.List) (headings []heading, ok bool) {
	unheard := func(accountmap.Problem) {} // they are reported when the rows are read
	failed := csvtext.Each(fsys, name, unheard, func(rows *csvtext.Reader, row []string) error {
		for i, text := range row {
			headings = append(headings, heading{strings.Join(strings.Fields(text), " "), rows.Pos(i)})
		}
		return io.EOF
	})
	switch {
	case failed != nil:
		r.Add(*failed)
		return nil, false
	case len(headings) == 0:
		r.Warn(accountmap.Pos{File: name}, ErrUnknownFile, "export it again, or move it away", "the file is empty")
		return nil, false
	}
	return headings, true
}
