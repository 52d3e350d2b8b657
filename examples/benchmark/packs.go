package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
)

// sample is the sample account, as a path from the root of the repository.
const sample = "examples/handoff/sample.yaml"

// shapesOf returns the shapes of the packs: a typical account of each number of people, and a chain
// of as many people as the largest number.
func shapesOf(numbers string) (shapes []accountmaptest.Shape, err error) {
	if numbers == "" {
		return nil, nil
	}
	largest := 0
	for number := range strings.SplitSeq(numbers, ",") {
		people, err := strconv.Atoi(number)
		if err != nil || people < 1 {
			return nil, fmt.Errorf("-packs has %q: write numbers of people, such as 300,1000", number)
		}
		shapes, largest = append(shapes, accountmaptest.Typical(people)), max(largest, people)
	}
	return append(shapes, accountmaptest.Chain(largest)), nil
}

// measurePacks makes the pack of the sample and of an account of each shape, always the same one.
// It prints medians of three packs, or one pack of more than 1,000 people.
func measurePacks(ctx context.Context, shapes []accountmaptest.Shape, w io.Writer) error {
	dir, err := os.MkdirTemp("", "benchmark-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "\npack\twall\tCPU\tpeak of memory")
	if _, err := os.Stat(sample); err != nil {
		fmt.Fprintln(table, "sample\t-\t-\tnot found: run the benchmark in the root of the repository")
	} else if err := measurePack(ctx, table, "sample", sample, dir, 3); err != nil {
		return err
	}
	for _, shape := range shapes {
		file := filepath.Join(dir, "account.json")
		if err := codec.WriteFile(file, accountmaptest.Generate(1, shape)); err != nil {
			return err
		}
		often := 3
		if shape.Contacts > 1000 {
			often = 1
		}
		if err := measurePack(ctx, table, shape.Name, file, dir, often); err != nil {
			return err
		}
	}
	return table.Flush()
}

// measurePack prints a line for the pack of a file, made by this program as a child process.
func measurePack(ctx context.Context, w io.Writer, name, file, dir string, often int) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	var wall, used []float64
	var peak int
	for range often {
		var out, said bytes.Buffer
		child := exec.CommandContext(ctx, program, "-pack", file)
		child.Stdout, child.Stderr = &out, &said
		child.Env = append(os.Environ(), "TMPDIR="+dir)
		start := time.Now()
		if err := child.Run(); err != nil {
			return fmt.Errorf("pack of %s: %w: %s", name, err, said.String())
		}
		wall = append(wall, time.Since(start).Seconds())
		used = append(used, (child.ProcessState.UserTime() + child.ProcessState.SystemTime()).Seconds())
		megabytes, _ := strconv.Atoi(strings.TrimSpace(out.String())) // 0 if the system reports no peak
		peak = max(peak, megabytes)
	}
	_, err = fmt.Fprintf(w, "%s\t%.2f s\t%.2f s\t%d MB\n", name, median(wall), median(used), peak)
	return err
}

// makePack reads an account, and makes its pack in a temporary folder. It prints the peak of
// resident memory in megabytes, which Linux alone reports.
func makePack(ctx context.Context, file string, w io.Writer) error {
	pack.LoadEngine()
	account, problems := codec.ReadFile(file)
	if err := problems.Err(); err != nil {
		return err
	}
	m, err := accountmap.New(account)
	if err != nil {
		return err
	}
	made, err := pack.Make(ctx, m, pack.Options{})
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "pack-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := made.Write(dir); err != nil {
		return err
	}
	status, _ := os.ReadFile("/proc/self/status")
	if _, rest, found := strings.Cut(string(status), "VmHWM:"); found {
		kilobytes, err := strconv.Atoi(strings.Fields(rest)[0])
		fmt.Fprintln(w, kilobytes/1024)
		return err
	}
	return nil
}
