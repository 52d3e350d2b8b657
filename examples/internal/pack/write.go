package pack

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Write writes the files into a folder, which is made when it is not there. Each is first written whole beside its place and then
// renamed, all of them after the last is written, so that a full disk leaves the earlier files as they were. What a run that was killed has
// left beside them is removed an hour later.
func Write(dir string, files []File) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		name := filepath.Join(dir, f.Name)
		if there, err := os.Lstat(name); err == nil && there.IsDir() {
			return fmt.Errorf("cannot write %s: it is a folder; move it away", name)
		}
	}
	if err := removeLeft(dir, files); err != nil {
		return err
	}
	temporary := make([]string, 0, len(files))
	defer func() {
		for _, name := range temporary {
			if removed := os.Remove(name); err == nil && removed != nil && !os.IsNotExist(removed) {
				err = removed
			}
		}
	}()
	for _, f := range files {
		name, err := writeTemporary(dir, f)
		if name != "" {
			temporary = append(temporary, name)
		}
		if err != nil {
			return unwritten(filepath.Join(dir, f.Name), err)
		}
	}
	for i, f := range files {
		name := filepath.Join(dir, f.Name)
		if err := os.Rename(temporary[i], name); err != nil {
			return unwritten(name, err)
		}
	}
	return nil
}

// removeLeft removes the temporary files of a run that was killed, and leaves those of one that may be writing now.
func removeLeft(dir string, files []File) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		ours := slices.ContainsFunc(files, func(f File) bool { return strings.HasPrefix(e.Name(), temporaryPrefix(f)) })
		if !ours || !e.Type().IsRegular() {
			continue
		}
		info, err := e.Info()
		if err != nil || time.Since(info.ModTime()) < time.Hour {
			continue // an error: another run has removed it
		}
		if err := os.Remove(filepath.Join(dir, e.Name())); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return nil
}

func temporaryPrefix(f File) string { return "." + f.Name + "-" }

// unwritten names the file that was to be written in an error of the file system, which names the temporary one.
func unwritten(name string, err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	} else if e, ok := errors.AsType[*os.LinkError](err); ok {
		err = e.Err
	}
	return fmt.Errorf("cannot write %s: %w", name, err)
}

// writeTemporary returns the name also beside an error, when there is a file to remove.
func writeTemporary(dir string, f File) (name string, err error) {
	t, err := os.CreateTemp(dir, temporaryPrefix(f)+"*")
	if err != nil {
		return "", err
	}
	_, err = t.Write(f.Data)
	if err == nil {
		err = t.Chmod(0o644)
	}
	if err == nil {
		err = t.Sync()
	}
	if closed := t.Close(); err == nil {
		err = closed
	}
	return t.Name(), err
}
