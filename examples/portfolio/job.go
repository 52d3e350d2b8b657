package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
	"github.com/accountatlas/accountatlas/export/calendar"
	"github.com/accountatlas/accountatlas/export/ics"
	"github.com/accountatlas/accountatlas/export/portfolio"
)

type job struct {
	in, out string
	part    shard
	again   bool
	words   *terms.Terms
}

type report struct {
	job             *job
	made, untouched int
	failures        []error  // the account files without a pack
	doubts          []string // the warnings for accounts from tables with foreign columns
	twice           []string // a line for each account that is in two files
	stopped         bool
	workbook        string
}

// do makes the packs in parallel, one per processor, and then the workbook of all readable
// accounts. The error is about the folders; errors of accounts are in the report.
func (j *job) do(ctx context.Context, stderr io.Writer) (*report, error) {
	names, err := accountFiles(j.in)
	if err != nil {
		return nil, err
	}
	names = part(j.part, names)
	if err := os.MkdirAll(j.out, 0o755); err != nil {
		return nil, err
	}
	results := make([]result, len(names))
	bar := newProgress(stderr, len(names))
	work := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(names)) {
		workers.Go(func() {
			for i := range work {
				results[i] = j.account(ctx, names[i])
				bar.step()
			}
		})
	}
	for i := range names {
		if ctx.Err() != nil {
			break
		}
		work <- i
	}
	close(work)
	workers.Wait()
	bar.end()
	return j.conclude(ctx, names, results)
}

// conclude counts the results and writes the workbook.
func (j *job) conclude(ctx context.Context, names []string, results []result) (*report, error) {
	r := &report{job: j, stopped: ctx.Err() != nil}
	var accounts []insight.Summary
	var packs, missing []string
	var tasks [][]portfolio.Task
	var calendars []*ics.Calendar
	files := map[string]string{}
	for i, of := range results {
		switch {
		case of.err != nil && !errors.Is(of.err, context.Canceled):
			r.failures = append(r.failures, of.err)
		case of.state == made:
			r.made++
		case of.state == untouched:
			r.untouched++
		}
		if of.summary == nil {
			missing = append(missing, names[i])
			continue
		}
		r.doubts = append(r.doubts, of.doubts)
		accounts, packs, tasks = append(accounts, *of.summary), append(packs, j.pack(names[i])), append(tasks, of.tasks)
		if of.dates != nil {
			calendars = append(calendars, of.dates)
		}
		id := of.summary.Profile.ID
		if other, ok := files[id]; ok && id != "" {
			r.twice = append(r.twice, fmt.Sprintf("%s and %s are both the account %q: it counts twice in the sums", other, names[i], id))
		}
		files[id] = names[i]
	}
	if r.stopped {
		return r, nil
	}
	var data bytes.Buffer
	if err := portfolio.New(accounts, &portfolio.Options{Terms: j.words, Packs: packs, Tasks: tasks, Missing: missing}).WriteXLSX(&data); err != nil {
		return nil, err
	}
	r.workbook = "portfolio" + j.part.suffix() + ".xlsx"
	written := []pack.File{{Name: r.workbook, Data: data.Bytes()}}
	if len(calendars) > 0 {
		var dates bytes.Buffer
		if err := calendar.Join(calendars, j.words).WriteICS(&dates); err != nil {
			return nil, err
		}
		written = append(written, pack.File{Name: "portfolio" + j.part.suffix() + ".ics", Data: dates.Bytes()})
	}
	return r, pack.Write(j.out, written)
}

// pack returns the path of an account's page relative to the workbook, or "" if it does not exist.
func (j *job) pack(name string) string {
	const page = "handoff.html"
	if there, err := os.Stat(filepath.Join(j.out, folderOf(name), page)); err != nil || there.IsDir() {
		return ""
	}
	return path.Join(folderOf(name), page)
}

// accountFiles lists the account files of a folder by name. Two files with the same output folder
// are an error.
func accountFiles(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var names []string
	taken := map[string]string{}
	for _, e := range entries {
		extension := strings.ToLower(filepath.Ext(e.Name()))
		if e.IsDir() && !hasTables(filepath.Join(dir, e.Name())) || !e.IsDir() && !slices.Contains(extensions, extension) {
			continue
		}
		folder := folderOf(e.Name())
		if other, ok := taken[strings.ToLower(folder)]; ok {
			return nil, fmt.Errorf("%s and %s would both be written into %s: rename one of them", other, e.Name(), folder)
		}
		taken[strings.ToLower(folder)] = e.Name()
		names = append(names, e.Name())
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s has no account file: they end in .yaml, .yml, .json, .xlsx or .csv, or are folders of CSV files", dir)
	}
	return names, nil
}

var extensions = []string{".yaml", ".yml", ".json", ".xlsx", ".csv"}

func hasTables(dir string) bool {
	entries, err := os.ReadDir(dir)
	return err == nil && slices.ContainsFunc(entries, func(e os.DirEntry) bool { return strings.EqualFold(filepath.Ext(e.Name()), ".csv") })
}

func folderOf(name string) string {
	if slices.Contains(extensions, strings.ToLower(filepath.Ext(name))) {
		return strings.TrimSuffix(name, filepath.Ext(name))
	}
	return name
}

func (r *report) print(stdout, stderr io.Writer) {
	fmt.Fprintf(stdout, "packs: %d made, %d already there, %d failed\n", r.made, r.untouched, len(r.failures))
	if r.workbook != "" {
		fmt.Fprintf(stdout, "wrote %s\n", filepath.Join(r.job.out, r.workbook))
	}
	for _, lines := range r.doubts {
		fmt.Fprint(stderr, lines)
	}
	for _, f := range r.failures {
		fmt.Fprintln(stderr, f)
	}
	for _, line := range r.twice {
		fmt.Fprintln(stderr, "portfolio:", line)
	}
	if r.stopped {
		fmt.Fprintln(stderr, "portfolio: stopped; run it again and it goes on")
	}
}
