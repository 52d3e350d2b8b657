// Package wholefile replaces files in one step: readers see the earlier file or the new one, and
// after an error the earlier file is unchanged.
//
// An existing file keeps its mode, and a new one gets the default mode of the system. For a
// symbolic link, the target is replaced. Errors of the file system name the requested file, not the
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

// A File is the new content of a file before the replacement. It is written once, and ends with
// Commit or Discard.
type File struct {
	file *os.File
	// name is the requested name. target is the file at the end of its symbolic links.
	name, target string
	synced       bool
}

// Write replaces the named file by the output of write. It returns an error of write unchanged.
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

// Create begins a new content in the folder of the named file, since a rename cannot move it to
// another disk. The temporary file is hidden: its name begins with a dot and the name of the
// target.
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

// createBeside creates a file in the folder of the named one. Unlike [os.CreateTemp], it uses the
// default mode of the system.
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

// Write appends to the content.
func (f *File) Write(p []byte) (int, error) {
	n, err := f.file.Write(p)
	return n, f.fail(err)
}

// Sync writes the content to the disk and closes the file, so that Commit only renames it.
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

// Discard removes the temporary file, unless Commit has renamed it.
func (f *File) Discard() {
	f.file.Close()
	os.Remove(f.file.Name())
}

// fail changes the file name in an error to the requested name.
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
