package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
	"github.com/accountatlas/accountatlas/export/calendar"
	"github.com/accountatlas/accountatlas/export/ics"
	"github.com/accountatlas/accountatlas/export/portfolio"
)

type result struct {
	state   state
	summary *insight.Summary // nil if the file could not be read
	tasks   []portfolio.Task
	dates   *ics.Calendar // nil for an account without a day
	doubts  string        // the warnings for tables with foreign columns
	err     error
}

type state int

const (
	waiting state = iota
	made
	untouched
)

// stampName is a file with the checksum of all inputs of a pack. It is removed before the pack is
// written, and written last.
const stampName = "made-from.txt"

// account makes the pack of one account file, unless the existing pack was made from the same
// input.
func (j *job) account(ctx context.Context, name string) result {
	sum, err := j.stamp(filepath.Join(j.in, name))
	if err != nil {
		return result{err: fmt.Errorf("portfolio: %w", err)}
	}
	data, understood, problems := pack.Read(filepath.Join(j.in, name), nil)
	if problems.HasErrors() {
		return result{err: errors.New(strings.TrimSpace(j.words.Report(problems)))} // one problem per line, with file and place
	}
	m, err := accountmap.New(data)
	if err != nil {
		return result{err: fmt.Errorf("portfolio: %s: %w", name, err)}
	}
	summary := insight.Of(m, accountmap.Date{}).Summary()
	read := result{summary: &summary, tasks: portfolio.TasksOf(m, accountmap.Date{}, j.words)}
	if understood != nil {
		read.doubts = j.words.Report(problems)
	}
	if !summary.AsOf.IsZero() {
		if dates, err := calendar.New(m, &calendar.Options{Terms: j.words}); err == nil {
			read.dates = dates
		}
	}
	dir := filepath.Join(j.out, folderOf(name))
	if there, err := os.ReadFile(filepath.Join(dir, stampName)); !j.again && err == nil && bytes.Equal(there, sum) {
		read.state = untouched
		return read
	}
	p, err := pack.Make(ctx, m, pack.Options{Terms: j.words})
	if err == nil {
		if err = os.Remove(filepath.Join(dir, stampName)); errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	}
	if err == nil {
		err = p.Write(dir)
	}
	if err == nil {
		err = pack.Write(dir, []pack.File{{Name: stampName, Data: sum}})
	}
	if err != nil {
		read.err = fmt.Errorf("portfolio: %s: %w", name, err)
		return read
	}
	read.state = made
	return read
}

// stamp returns the checksum of an account file, or of the files in a folder, and of the choices
// for its pack.
func (j *job) stamp(name string) ([]byte, error) {
	h := sha256.New()
	h.Write([]byte(strings.Join([]string{"pack 1", j.words.Language(), ""}, "\n")))
	files := []string{name}
	if entries, err := os.ReadDir(name); err == nil {
		files = nil
		for _, e := range entries {
			if !e.IsDir() {
				fmt.Fprintln(h, e.Name())
				files = append(files, filepath.Join(name, e.Name()))
			}
		}
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		h.Write(data)
	}
	return []byte(hex.EncodeToString(h.Sum(nil)) + "\n"), nil
}
