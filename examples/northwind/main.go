// Northwind makes one account from a company's order book. Every customer is a unit under its
// country, with its contact below it. The products of the catalogue and two years of orders are the
// coverage and the history. The file mapping.json maps the columns of the tables. The program
// writes the account map, the coverage workbook and the handoff page, like examples/handoff. The
// data are the Northwind Traders of JP White's SQLite edition (MIT licence, data/LICENSE).
//
//	go run ./examples/northwind -out northwind-out
//
// Rows that cannot be part of an account are printed to standard error as problems, and omitted.
package main

import (
	"context"
	"embed"
	"flag"
	"fmt"
	"io"
	"io/fs"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/examples/internal/commandline"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
)

//go:embed data/*.csv
var data embed.FS

// mapping maps the columns of the tables.
//
//go:embed mapping.json
var mapping []byte

func main() { commandline.Main(run) }

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("northwind", flag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.String("out", "northwind-out", "the `folder` to write into")
	if err := commandline.Parse(flags, args); err != nil {
		return commandline.Status(err)
	}
	problems, err := northwind(ctx, *out, stdout)
	fmt.Fprint(stderr, problems.Report())
	if err != nil {
		fmt.Fprintln(stderr, "northwind:", err)
		return 1
	}
	return 0
}

func northwind(ctx context.Context, dir string, stdout io.Writer) (accountmap.Problems, error) {
	folder, err := fs.Sub(data, "data")
	if err != nil {
		return nil, err
	}
	account, problems, err := readAccount(folder)
	if err != nil {
		return problems, err
	}
	m, err := accountmap.New(account)
	if err != nil {
		return problems, err
	}
	made, err := pack.Make(ctx, m, pack.Options{})
	if err != nil {
		return problems, err
	}
	if err := made.Write(dir); err != nil {
		return problems, err
	}
	return problems, pack.Report(stdout, dir, made.Files, nil)
}
