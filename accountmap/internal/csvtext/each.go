package csvtext

import (
	"errors"
	"io"
	"io/fs"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Each calls visit for every row of a file of the folder, including the headings. Problems of
// single rows and texts go to report. An error of visit ends the reading; [io.EOF] ends it without
// a problem. The result is the problem that ended the reading early, or nil.
func Each(folder fs.FS, file string, report func(accountmap.Problem), visit func(r *Reader, row []string) error) *accountmap.Problem {
	err := eachRow(folder, file, report, visit)
	if err == nil || errors.Is(err, io.EOF) {
		return nil
	}
	if p, ok := errors.AsType[accountmap.Problem](err); ok {
		return &p
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	return &accountmap.Problem{Level: accountmap.LevelError, Code: ErrUnreadable, Pos: accountmap.Pos{File: file},
		Detail: "the file cannot be read: " + err.Error(), Hint: "check its name and the folder"}
}

// ErrUnreadable is the code of a file that could not be opened or read. Package codec exports it.
const ErrUnreadable accountmap.Code = "unreadable"

var (
	errFolder = errors.New("it is a folder")
	errNoFile = errors.New("it is not a file, but a pipe or a device")
)

func eachRow(folder fs.FS, file string, report func(accountmap.Problem), visit func(r *Reader, row []string) error) (err error) {
	switch info, err := fs.Stat(folder, file); {
	case err != nil: // Open returns a better error
	case info.IsDir():
		return errFolder
	case !info.Mode().IsRegular(): // opening a pipe would wait for its writer, and a device has no end
		return errNoFile
	}
	f, err := folder.Open(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	r, err := NewReader(f, file, report)
	if err != nil {
		return err
	}
	for {
		row, err := r.Read()
		if p, ok := errors.AsType[accountmap.Problem](err); ok && p.Code == accountmap.ErrSyntax {
			report(p)
			continue
		}
		if err == nil {
			err = visit(r, row)
		}
		if err != nil {
			return err
		}
	}
}
