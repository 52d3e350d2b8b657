// Textconv prints an account file of any format as YAML, so that git shows its changes. This
// includes workbooks, both of Account Atlas and with foreign columns, whose bytes are not readable.
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
	// An account with errors is shown as well, since its history may have some.
	if err := codec.Encode(os.Stdout, account, codec.YAML); err != nil {
		fmt.Fprintln(os.Stderr, "textconv:", err)
		os.Exit(1)
	}
}
