package csvtext

import (
	"errors"
	"io"
	"io/fs"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Each calls visit with every row of a file of the folder, the headings among them. What is wrong with single rows and texts goes to report.
// An error of visit ends the reading, and [io.EOF] does so without being one. The result is what ended the reading before the end of the
// file, and nil when nothing did.
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

// ErrUnreadable is the code of a file that could not be opened or read, the same as in package codec.
const ErrUnreadable accountmap.Code = "unreadable"

var (
	errFolder = errors.New("it is a folder")
	errNoFile = errors.New("it is no file, but a pipe or a device")
)

func eachRow(folder fs.FS, file string, report func(accountmap.Problem), visit func(r *Reader, row []string) error) (err error) {
	switch info, err := fs.Stat(folder, file); {
	case err != nil: // opening it tells more
	case info.IsDir():
		return errFolder
	case !info.Mode().IsRegular(): // opening a pipe would wait for whoever writes into it, and a device has no end
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
