package wholefile

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// CommitAll replaces all files, or none. If one cannot be replaced, the files before it get their
// earlier content back, and new files are removed. A process that is killed while it renames can
// leave some files replaced: nothing else happens between the first rename and the last. The caller
// discards the files, as after Commit.
func CommitAll(files []*File) (err error) {
	var earlier []string // for each file, or empty for a new one
	replaced := 0
	defer func() {
		for i, name := range earlier {
			switch {
			case err != nil && i < replaced:
				err = errors.Join(err, files[i].restore(name))
			case name != "":
				os.Remove(name)
			}
		}
	}()
	for _, f := range files {
		if err := f.Sync(); err != nil {
			return err
		}
	}
	for _, f := range files {
		kept, err := f.keep()
		if err != nil {
			return f.fail(err)
		}
		earlier = append(earlier, kept)
	}
	for _, f := range files {
		if err := os.Rename(f.file.Name(), f.target); err != nil {
			return f.fail(err)
		}
		replaced++
	}
	return nil
}

// keep gives the earlier file a second name and returns it. It copies the file if the file system
// has no hard links. The name is empty without an earlier file.
func (f *File) keep() (name string, err error) {
	kept, err := createBeside(f.target)
	if err != nil {
		return "", err
	}
	defer kept.Close()
	before, err := os.Open(f.target)
	if err != nil {
		os.Remove(kept.Name())
		if errors.Is(err, fs.ErrNotExist) {
			return "", nil
		}
		return "", err
	}
	defer before.Close()
	if err := os.Remove(kept.Name()); err != nil {
		return "", err
	}
	if os.Link(f.target, kept.Name()) == nil {
		return kept.Name(), nil
	}
	copied, err := os.OpenFile(kept.Name(), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(copied, before)
	if err = errors.Join(err, copied.Close()); err != nil {
		os.Remove(kept.Name())
		return "", err
	}
	return kept.Name(), nil
}

func (f *File) restore(earlier string) error {
	if earlier == "" {
		return f.fail(os.Remove(f.target))
	}
	return f.fail(os.Rename(earlier, f.target))
}
