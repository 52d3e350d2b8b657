package render

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

func replaceFile(name string, data []byte) (err error) {
	defer func() { err = unwritten(name, err) }()
	f, err := os.CreateTemp(filepath.Dir(name), ".map-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(data)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// unwritten makes an error of the file system name the file that was asked for, instead of the temporary one.
func unwritten(name string, err error) error {
	cause := err
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		cause = e.Err
	} else if e, ok := errors.AsType[*os.LinkError](err); ok {
		cause = e.Err
	}
	if cause == nil {
		return nil
	}
	if _, err := os.Stat(filepath.Dir(name)); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("render: cannot write %s: there is no folder %s: %w", name, filepath.Dir(name), cause)
	}
	return fmt.Errorf("render: cannot write %s: %w", name, cause)
}
