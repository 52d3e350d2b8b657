// Package wholefile replaces files in one step: readers see the earlier file or the new one, and after
// an error the earlier file is unchanged.
//
// An existing file keeps its mode, and a new one gets the mode of the system. Of a symbolic link
// the target is replaced. Errors of the file system name the file that was asked for, not the
// temporary one.
package wholefile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
)

// A File is a new content that has not replaced its file yet. It is written once, and ends with
// Commit or Discard.
type File struct {
	file *os.File
	// name is the name that was asked for, target the file at the end of its symbolic links.
	name, target string
	synced       bool
}

// Write replaces the named file by what write writes. An error of write is returned as it is.
func Write(name string, write func(io.Writer) error) error {
	f, err := Create(name)
	if err != nil {
		return err
	}
	defer f.Discard()
	if err := write(f); err != nil {
		return err
	}
	return f.Commit()
}

// Create begins a new content in the folder of the named file, since a rename cannot change the
// disk. The temporary file is hidden: its name begins with a dot and the name of the target.
func Create(name string) (*File, error) {
	f := &File{name: name, target: name}
	if target, err := filepath.EvalSymlinks(name); err == nil {
		f.target = target
	}
	before, err := os.Stat(f.target)
	switch {
	case err == nil && !before.Mode().IsRegular():
		return nil, f.fail(errors.New("it is not a file"))
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, f.fail(err)
	}
	if f.file, err = createBeside(f.target); err != nil {
		return nil, f.fail(err)
	}
	if before != nil {
		if err := f.file.Chmod(before.Mode().Perm()); err != nil {
			f.Discard()
			return nil, f.fail(err)
		}
	}
	return f, nil
}

// createBeside creates a file in the folder of the named one. Unlike [os.CreateTemp] it leaves the
// mode to the system.
func createBeside(name string) (*os.File, error) {
	for tries := 0; ; tries++ {
		temporary := filepath.Join(filepath.Dir(name), Prefix(name)+strconv.FormatUint(rand.Uint64(), 36)+".tmp")
		file, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) && tries < 100 {
			continue
		}
		return file, err
	}
}

// Prefix returns the beginning of the names of temporary files for the named file.
func Prefix(name string) string { return "." + filepath.Base(name) + "-" }

// Write writes a part of the content.
func (f *File) Write(p []byte) (int, error) {
	n, err := f.file.Write(p)
	return n, f.fail(err)
}

// Sync puts the whole content on the disk and closes it, so that only the rename is left for Commit.
func (f *File) Sync() error {
	if f.synced {
		return nil
	}
	f.synced = true
	return f.fail(errors.Join(f.file.Sync(), f.file.Close()))
}

// Commit replaces the file.
func (f *File) Commit() error {
	if err := f.Sync(); err != nil {
		return err
	}
	return f.fail(os.Rename(f.file.Name(), f.target))
}

// Discard removes the temporary file, if Commit has not renamed it.
func (f *File) Discard() {
	f.file.Close()
	os.Remove(f.file.Name())
}

// fail makes an error name the file that was asked for.
func (f *File) fail(err error) error {
	if err == nil {
		return nil
	}
	cause := err
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		cause = e.Err
	} else if e, ok := errors.AsType[*os.LinkError](err); ok {
		cause = e.Err
	}
	folder := filepath.Dir(f.name)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot write %s: there is no folder %s: %w", f.name, folder, cause)
	}
	return fmt.Errorf("cannot write %s: %w", f.name, cause)
}
