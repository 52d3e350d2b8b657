// Textconv prints an account file of any format as YAML, so that git shows what has changed in it:
// also in a workbook, of ours or somebody's own, whose bytes say nothing to a reader.
//
//	git config diff.account.textconv "go run ./examples/textconv"
//	echo "*.xlsx diff=account" >> .gitattributes
//	git diff
package main

import (
	"fmt"
	"os"

	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "textconv: name one account file")
		os.Exit(2)
	}
	account, _, problems := pack.Read(os.Args[1], nil)
	if account == nil {
		fmt.Fprint(os.Stderr, problems.Report())
		os.Exit(1)
	}
	// An account with errors is shown, too: its history may have some.
	if err := codec.Encode(os.Stdout, account, codec.YAML); err != nil {
		fmt.Fprintln(os.Stderr, "textconv:", err)
		os.Exit(1)
	}
}
