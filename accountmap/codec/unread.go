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

var errFolder = errors.New("this is a folder")

// unreadable returns the only problem of a file that could not be read.
func unreadable(name string, cause error) accountmap.Problems {
	detail, hint := plainWords(cause)
	p := accountmap.Problem{Level: accountmap.LevelError, Code: ErrUnreadable, Pos: accountmap.Pos{File: name}, Cause: cause}
	return accountmap.Problems{p.Say(detail, hint)}
}

// plainWords explains why a file was not read, without its name.
func plainWords(err error) (detail, hint string) {
	switch {
	case errors.Is(err, errFolder):
		return message.Of("this is a folder"), message.Of("name a workbook in it")
	case errors.Is(err, csvfile.ErrNoFolder):
		return message.Of("there is no such folder"), message.Of("check its name")
	case errors.Is(err, csvfile.ErrNoCSV):
		return message.Of("this folder has no CSV file of an account"), message.Of("those are called units.csv, products.csv, contacts.csv and so on; or name a file in it: .yaml, .yml, .json or .xlsx")
	case errors.Is(err, fs.ErrNotExist):
		return message.Of("there is no such file"), message.Of("check the name and the folder")
	case errors.Is(err, fs.ErrPermission):
		return message.Of("you are not allowed to read this file"), message.Of("ask its owner for access, or copy it to a folder of your own")
	}
	if ext, ok := errors.AsType[extensionError](err); ok {
		switch ext {
		case "":
			return message.Of("the name of the file has no extension"), message.Of("the name of an account file ends in .yaml, .yml or .json, the name of a workbook in .xlsx")
		case ".csv":
			return message.Of("a single CSV file is not an account"), message.Of("name the folder that holds it")
		case ".ods", ".xls", ".xlsb", ".xlsm", ".numbers":
			return message.Of("a workbook that ends in %s is not read", string(ext)), message.Of("open it in a spreadsheet and save it as .xlsx")
		}
		return message.Of("account files do not end in %s", string(ext)), message.Of("the name of an account file ends in .yaml, .yml or .json, the name of a workbook in .xlsx")
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
