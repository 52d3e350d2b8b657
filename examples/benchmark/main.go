// Benchmark compares Account Atlas with its alternatives on this machine: a native dot, excelize's
// StreamWriter, XlsxWriter, go-graphviz and encoding/json.
//
//	go run ./examples/benchmark -people 60 -cells 200000 -rounds 9 -packs 300,1000,10000
//
// Both sides of a comparison alternate, so that other load on the machine affects both. It prints
// the median time of each side, and the median of the ratios. Below 1 is faster than the
// alternative. It also makes packs, each in a process of its own, and prints their cost.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/examples/internal/commandline"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/render"
	"github.com/accountatlas/accountatlas/render/gographviz"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run does the work of main with explicit input and output. It returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("benchmark", flag.ContinueOnError)
	flags.SetOutput(stderr)
	people := flags.Int("people", 60, "the `number` of people on the map")
	cells := flags.Int("cells", 200_000, "the `number` of cells of the workbook")
	rounds := flags.Int("rounds", 9, "how `often` each side runs")
	packs := flags.String("packs", "300,1000,10000", "the `numbers` of people of the packs; empty for none")
	one := flags.String("pack", "", "make the pack of this `account` alone, and print the peak of memory")
	if err := commandline.Parse(flags, args); err != nil {
		return commandline.Status(err)
	}
	if *people < 1 || *cells < 1 || *rounds < 1 || flags.NArg() > 0 {
		fmt.Fprintln(stderr, "benchmark: -people, -cells and -rounds are at least 1, and there is nothing else to say")
		return 2
	}
	if *one != "" {
		if err := makePack(ctx, *one, stdout); err != nil {
			fmt.Fprintln(stderr, "benchmark:", err)
			return 1
		}
		return 0
	}
	shapes, err := shapesOf(*packs)
	if err != nil {
		fmt.Fprintln(stderr, "benchmark:", err)
		return 2
	}
	all, err := comparisons(ctx, *people, *cells)
	if err == nil {
		err = measure(ctx, all, *rounds, stdout)
	}
	if err == nil && len(shapes) > 0 {
		err = measurePacks(ctx, shapes, stdout)
	}
	if err != nil {
		fmt.Fprintln(stderr, "benchmark:", err)
		return 1
	}
	return 0
}

type comparison struct {
	job, peer  string
	ours, them func() error
	// missing is the reason why the alternative cannot run, or "".
	missing string
}

// measure runs both sides of each comparison in alternation, after a warm-up round, and prints a
// line for each comparison.
func measure(ctx context.Context, all []comparison, rounds int, w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "job\tours\tpeer\tpeer's\tratio")
	for _, c := range all {
		if c.missing != "" {
			fmt.Fprintf(table, "%s\t-\t%s\t-\t%s\n", c.job, c.peer, c.missing)
			continue
		}
		var ours, them, ratios []float64
		for round := range rounds + 1 {
			if err := ctx.Err(); err != nil {
				return err
			}
			a, err := timed(c.ours)
			if err != nil {
				return fmt.Errorf("%s: %w", c.job, err)
			}
			b, err := timed(c.them)
			if err != nil {
				return fmt.Errorf("%s by %s: %w", c.job, c.peer, err)
			}
			if round > 0 {
				ours, them, ratios = append(ours, a), append(them, b), append(ratios, a/b)
			}
		}
		fmt.Fprintf(table, "%s\t%.1f ms\t%s\t%.1f ms\t%.2f\n", c.job, median(ours), c.peer, median(them), median(ratios))
	}
	return table.Flush()
}

func timed(job func() error) (float64, error) {
	start := time.Now()
	err := job()
	return float64(time.Since(start).Microseconds()) / 1000, err
}

func median(of []float64) float64 {
	slices.Sort(of)
	return (of[(len(of)-1)/2] + of[len(of)/2]) / 2
}

func comparisons(ctx context.Context, people, cells int) ([]comparison, error) {
	account := accountmaptest.Generate(1, accountmaptest.Typical(people))
	m, err := accountmap.New(account)
	if err != nil {
		return nil, err
	}
	var dot, text bytes.Buffer
	if err := render.Draw(ctx, &dot, m, render.Stakeholders{}, render.DOT, nil); err != nil {
		return nil, err
	}
	if err := codec.Encode(&text, account, codec.JSON); err != nil {
		return nil, err
	}
	var all []comparison
	for _, f := range []render.Format{render.SVG, render.PNG, render.PDF} {
		c := comparison{job: fmt.Sprintf("map of %d people as %s", people, strings.ToUpper(string(f))), peer: "dot -T" + string(f)}
		c.ours = func() error { return render.Draw(ctx, io.Discard, m, render.Stakeholders{}, f, nil) }
		c.them, c.missing = command(ctx, dot.Bytes(), "dot", "-T"+string(f))
		all = append(all, c)
	}
	all = append(all, comparison{job: "layout of the same DOT", peer: "go-graphviz",
		ours: func() error { _, _, err := render.Sandbox{}.Run(ctx, dot.Bytes(), "dot", "svg"); return err },
		them: func() error { _, _, err := gographviz.Engine{}.Run(ctx, dot.Bytes(), "dot", "svg"); return err }})
	streamed := written(cells)
	byPython := comparison{job: streamed.job, peer: "XlsxWriter", ours: streamed.ours}
	if byPython.them, byPython.missing = command(ctx, []byte(python(max(1, cells/columns))), "python3", "-"); byPython.missing == "" {
		if exec.CommandContext(ctx, "python3", "-c", "import xlsxwriter").Run() != nil {
			byPython.missing = "not installed: pip install xlsxwriter"
		}
	}
	all = append(all, streamed, byPython, comparison{job: fmt.Sprintf("account file of %d KB, checked", text.Len()>>10), peer: "encoding/json, unchecked",
		ours: func() error {
			_, problems := codec.Decode(bytes.NewReader(text.Bytes()), codec.JSON)
			return problems.Err()
		},
		them: func() error { return json.Unmarshal(text.Bytes(), &accountmap.Account{}) }})
	return all, nil
}

// command returns a job that runs a program with an input, or the reason why it cannot run.
func command(ctx context.Context, input []byte, name string, args ...string) (job func() error, missing string) {
	if _, err := exec.LookPath(name); err != nil {
		return nil, "not installed: " + name
	}
	return func() error {
		cmd := exec.CommandContext(ctx, name, args...)
		var said bytes.Buffer
		cmd.Stdin, cmd.Stderr = bytes.NewReader(input), &said
		if err := cmd.Run(); err != nil {
			return errors.Join(err, errors.New(said.String()))
		}
		return nil
	}, ""
}

// written compares the writing of a workbook of about the given number of cells.
func written(cells int) comparison {
	book, rows := workbook(cells)
	return comparison{job: fmt.Sprintf("workbook of %d cells", len(rows)*columns), peer: "excelize StreamWriter",
		ours: func() error { return book.WriteXLSX(io.Discard) }, them: func() error { return stream(rows) }}
}

const columns = 200

var words = [...]string{"sold", "opportunity", "gap", "competitor", ""}

// workbook returns a workbook of about the given number of styled cells, and the same cells as
// texts.
func workbook(cells int) (*sheet.Workbook, [][]string) {
	style := &sheet.Style{Fill: "#DDEEFF", Bold: true}
	s := &sheet.Sheet{Name: "Coverage"}
	var texts [][]string
	for r := range max(1, cells/columns) {
		row, line := sheet.Row{}, make([]string, columns)
		for c := range columns {
			line[c] = words[(7*r+3*c)%len(words)]
			row.Cells = append(row.Cells, sheet.Cell{Value: sheet.Text(line[c]), Style: style})
		}
		s.Rows, texts = append(s.Rows, row), append(texts, line)
	}
	return &sheet.Workbook{Sheets: []*sheet.Sheet{s}}, texts
}

// stream writes the same cells with excelize, in the way of its documentation.
func stream(rows [][]string) error {
	f := excelize.NewFile()
	defer f.Close()
	style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEEFF"}}})
	if err != nil {
		return err
	}
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	for r, row := range rows {
		cells := make([]any, len(row))
		for c, text := range row {
			cells[c] = excelize.Cell{Value: text, StyleID: style}
		}
		if err := w.SetRow("A"+strconv.Itoa(r+1), cells); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Write(io.Discard)
}

// python returns a program that writes the same cells with XlsxWriter in its mode for large files.
func python(rows int) string {
	return fmt.Sprintf(`
import io, xlsxwriter
book = xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True})
style = book.add_format({"bold": True, "bg_color": "#DDEEFF"})
sheet = book.add_worksheet("Coverage")
words = ["sold", "opportunity", "gap", "competitor", ""]
for r in range(%d):
    for c in range(%d):
        sheet.write_string(r, c, words[(7*r + 3*c) %% 5], style)
book.close()
`, rows, columns)
}
