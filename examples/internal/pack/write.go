package pack

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/wholefile"
	"github.com/accountatlas/accountatlas/render"
)

var pageOfMap = regexp.MustCompile(`^map-[0-9]+\.(svg|png)$`)

// Write writes the pack into a folder like the function [Write]. It then removes the pictures and
// the calendar of an earlier pack that this pack lacks.
func (p Pack) Write(dir string) error {
	if err := Write(dir, p.Files); err != nil {
		return err
	}
	there, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	names := slices.Clone(optional[:])
	for _, file := range there {
		if pageOfMap.MatchString(file.Name()) {
			names = append(names, file.Name())
		}
	}
	for _, name := range names {
		if slices.ContainsFunc(p.Files, func(f File) bool { return f.Name == name }) {
			continue
		}
		if err := os.Remove(filepath.Join(dir, name)); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return nil
}

// Write writes the files into a folder, which it creates if necessary. It writes each file under a
// temporary name, and renames all of them at the end. A full disk then leaves the earlier files
// unchanged. Temporary files of a killed run are removed after an hour.
func Write(dir string, files []File) error {
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
	var written []*wholefile.File
	defer func() {
		for _, f := range written {
			f.Discard()
		}
	}()
	for _, f := range files {
		file, err := wholefile.Create(filepath.Join(dir, f.Name))
		if err != nil {
			return err
		}
		written = append(written, file)
		if _, err := file.Write(f.Data); err != nil {
			return err
		}
		if err := file.Sync(); err != nil {
			return err
		}
	}
	return wholefile.CommitAll(written)
}

// removeLeft removes the temporary files of a killed run. It keeps recent ones, which another run
// may be writing.
func removeLeft(dir string, files []File) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		ours := slices.ContainsFunc(files, func(f File) bool { return strings.HasPrefix(e.Name(), wholefile.Prefix(f.Name)) })
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

func pagesOf(set *render.Set, f render.Format) ([]File, error) {
	pictures, err := set.Files(f, func(page int) string {
		if page == 1 {
			return "map." + string(f)
		}
		return fmt.Sprintf("map-%d.%s", page, f)
	})
	var files []File
	for _, picture := range pictures {
		files = append(files, File(picture))
	}
	return files, err
}

// Report prints a line for each file written into a folder, in the language of the words. Nil means
// English.
func Report(w io.Writer, dir string, files []File, words *terms.Terms) error {
	for _, f := range files {
		if _, err := fmt.Fprintln(w, words.Sentence(accountmap.Sentence(message.Of("wrote %s (%d bytes)", filepath.Join(dir, f.Name), len(f.Data))))); err != nil {
			return err
		}
	}
	return nil
}
