// Portfolio makes the pack of every account file in a folder, on all cores, and a workbook that
// compares the accounts.
//
//	go run ./examples/portfolio -in accounts                       into portfolio-out, one folder per account
//	go run ./examples/portfolio -in accounts -shard 3/16           the third of sixteen parts, for many machines
//
// A file with mistakes does not stop the others. Mistakes are reported at the end, and the exit
// status is 1. The program can be stopped at any time: the next run continues with the accounts
// that are missing or have changed.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"

	"github.com/accountatlas/accountatlas/examples/internal/commandline"
)

func main() { commandline.Main(run) }

// run does the work of main with explicit input and output. It returns the exit status: 0 for
// success, 1 for a failure, 2 for a bad command line.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	job := job{part: whole}
	flags := flag.NewFlagSet("portfolio", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&job.in, "in", "", "the `folder` of the account files: .yaml, .yml, .json, .xlsx, .csv, and folders of CSV files, also tables of your own")
	flags.StringVar(&job.out, "out", "portfolio-out", "the `folder` to write into")
	flags.BoolVar(&job.again, "again", false, "make every pack again, also those that are done")
	flags.Var(&job.part, "shard", "the `part` of the files to do, as 3/16: the third of sixteen")
	commandline.Language(flags, &job.words)
	if err := commandline.Parse(flags, args); err != nil {
		return commandline.Status(err)
	}
	if job.in == "" || flags.NArg() > 0 {
		fmt.Fprintln(stderr, "portfolio: name the folder of the account files with -in, and nothing else")
		return 2
	}
	report, err := job.do(ctx, stderr)
	if err != nil {
		fmt.Fprintln(stderr, "portfolio:", err)
		return 1
	}
	report.print(stdout, stderr)
	if len(report.failures) > 0 || report.stopped {
		return 1
	}
	return 0
}
