package codec

import (
	"errors"
	"io/fs"
	"os"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/csvfile"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/internal/message"
)

// ErrUnreadable is the code of the only problem of a file that cannot be opened or read, or whose
// format is unknown. Its Cause is the error of the file system or of the reader.
const ErrUnreadable = csvtext.ErrUnreadable

const (
	extensionHint = "the name of an account file ends in .yaml, .yml or .json"
	readHint      = extensionHint + ", the name of a workbook in .xlsx"
)

var (
	errFolder = errors.New("this is a folder")
)

// unreadable returns the only problem of a file that could not be read.
func unreadable(name string, cause error) accountmap.Problems {
	detail, hint := plainWords(cause)
	return accountmap.Problems{{
		Level: accountmap.LevelError, Code: ErrUnreadable, Pos: accountmap.Pos{File: name}, Detail: detail, Hint: hint, Cause: cause,
	}}
}

// plainWords explains why a file was not read, without its name.
func plainWords(err error) (detail, hint string) {
	switch {
	case errors.Is(err, errFolder):
		return err.Error(), message.Of("name a workbook in it")
	case errors.Is(err, csvfile.ErrNoFolder):
		return csvfile.ErrNoFolder.Error(), message.Of("check its name")
	case errors.Is(err, csvfile.ErrNoCSV):
		return err.Error(), message.Of("those are called units.csv, products.csv, contacts.csv and so on; or name a file in it: .yaml, .yml, .json or .xlsx")
	case errors.Is(err, fs.ErrNotExist):
		return message.Of("there is no such file"), message.Of("check the name and the folder")
	case errors.Is(err, fs.ErrPermission):
		return message.Of("you are not allowed to read this file"), message.Of("ask its owner for access, or copy it to a folder of your own")
	}
	if ext, ok := errors.AsType[extensionError](err); ok {
		switch ext {
		case ".csv":
			return message.Of("a single CSV file is not an account"), message.Of("name the folder that holds it")
		case ".ods", ".xls", ".xlsb", ".xlsm", ".numbers":
			return message.Of("a workbook that ends in %s is not read", string(ext)), message.Of("open it in a spreadsheet and save it as .xlsx")
		}
		return err.Error(), readHint
	}
	if cause := fileCause(err); cause != nil {
		return message.Of("the file cannot be read: %s", cause.Error()), ""
	}
	return err.Error(), ""
}

// fileCause returns the cause of an error of the file system, without the operation and the name,
// and nil for other errors.
func fileCause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return nil
}
