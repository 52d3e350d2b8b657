// Handoff is the main job: one account file in; the account map, the coverage workbook and the handoff page out.
//
//	go run ./examples/handoff                          the sample account, into handoff-out
//	go run ./examples/handoff -in account.yaml -out dir -as-of 2026-11-01
//
// It checks the file first. Every problem is printed to standard error, one a line, and when one of them is an error nothing is written
// and the exit status is 1.
package main

import (
	"bytes"
	"context"
	_ "embed"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
)

// sample is a fictional group with invented people, and a pattern to write an account file after.
//
//go:embed sample.yaml
var sample []byte

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends it at once
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run is main without the process: it returns the exit status, 0 for done, 1 for a bad account or a failure, 2 for a bad command line.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("handoff", flag.ContinueOnError)
	flags.SetOutput(stderr)
	in := flags.String("in", "", "the account `file`, .yaml or .json; without it, the sample account")
	out := flags.String("out", "handoff-out", "the `folder` to write into")
	var asOf accountmap.Date
	flags.TextVar(&asOf, "as-of", asOf, "the `date` that the pack is true for, year-month-day; without it, the account's own")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "handoff: unexpected %q: name the account file with -in\n", flags.Arg(0))
		return 2
	}

	account, problems := read(*in)
	fmt.Fprint(stderr, problems.String())
	if problems.HasErrors() {
		return 1
	}
	if err := handOff(ctx, account, asOf, *out, stdout); err != nil {
		fmt.Fprintln(stderr, "handoff:", err)
		return 1
	}
	return 0
}

func read(name string) (*accountmap.Account, accountmap.Problems) {
	if name == "" {
		return codec.Check(bytes.NewReader(sample), codec.YAML)
	}
	return codec.CheckFile(name)
}

func handOff(ctx context.Context, account *accountmap.Account, asOf accountmap.Date, dir string, stdout io.Writer) error {
	m, err := accountmap.New(account)
	if err != nil {
		return err
	}
	files, err := pack.Make(ctx, m, asOf)
	if err != nil {
		return err
	}
	if err := pack.Write(dir, files); err != nil {
		return err
	}
	return pack.Report(stdout, dir, files)
}
