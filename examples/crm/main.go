// Crm makes an account from the export of a CRM: a folder of CSV files of Salesforce, HubSpot,
// Dynamics 365, ACT!, GoldMine or SugarCRM. It writes the account as account.yaml, to be corrected
// and completed by hand, with the account map, the coverage workbook and the handoff page.
//
//	go run ./examples/crm                              a sample export of Salesforce, into crm-out
//	go run ./examples/crm -sample dynamics             the same client as Dynamics 365 exports it; also hubspot, act, goldmine, sugarcrm
//	go run ./examples/crm -mapping examples/crm/mapping.json
//	go run ./examples/crm -in export -root "Halden Maritime Group" -out dir
//
// Content of the export that an account cannot hold is printed to standard error, one problem per
// line: an unknown column, an unknown stage. The mapping explains them. The client and its people
// are fictional. The columns are those of the six systems.
package main

import (
	"bytes"
	"cmp"
	"context"
	"embed"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/examples/internal/commandline"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
)

//go:embed testdata
var samples embed.FS

// sampleClient is the client of the samples. They also contain an unrelated account without a
// parent.
const sampleClient = "Halden Maritime Group"

func main() { commandline.Main(run) }

// run does the work of main with explicit input and output. It returns the exit status: 0 for
// success, 1 for a bad export or a failure, 2 for a bad command line.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("crm", flag.ContinueOnError)
	flags.SetOutput(stderr)
	in := flags.String("in", "", "the `folder` with the exported CSV files; without it, a sample")
	sample := flags.String("sample", string(crm.Salesforce), "the `system` whose sample to take: salesforce, hubspot, dynamics, act, goldmine or sugarcrm")
	out := flags.String("out", "crm-out", "the `folder` to write into")
	mapping := flags.String("mapping", "", "a JSON `file` that says what columns and words of your own mean")
	words := terms.English()
	commandline.Language(flags, &words)
	var opts crm.Options
	flags.StringVar(&opts.Root, "root", "", "the `id or name` of the account that is the client; without it, the only one without a parent")
	flags.StringVar(&opts.DecimalMark, "decimal-mark", "", "the `mark` before decimals, . or , where the amounts of the files do not show it")
	flags.StringVar(&opts.DateOrder, "date-order", "", "the `order` of dates such as 3/4/2026, day-month or month-day, where the files do not show it")
	flags.TextVar(&opts.AsOf, "as-of", opts.AsOf, "the `date` of the export; without it, that of the latest change")
	if err := commandline.Parse(flags, args); err != nil {
		return commandline.Status(err)
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "crm: unexpected %q: name the folder with -in\n", flags.Arg(0))
		return 2
	}

	folder, err := open(*in, *sample, &opts)
	if err == nil && *mapping != "" {
		opts.Mapping, err = readMapping(*mapping)
	}
	if err != nil {
		fmt.Fprintln(stderr, "crm:", err)
		return 1
	}
	account, problems := crm.Check(folder, &opts)
	fmt.Fprint(stderr, words.Report(problems))
	if problems.HasErrors() {
		return 1
	}
	commandline.HasRead()
	if err := write(ctx, account, *out, words, stdout); err != nil {
		fmt.Fprintln(stderr, "crm:", err)
		return 1
	}
	return 0
}

// open returns the folder to import: the user's, or a sample.
func open(in, sample string, opts *crm.Options) (fs.FS, error) {
	if in != "" {
		root, err := os.OpenRoot(in) // unlike os.DirFS, it follows no link out of the folder
		if err != nil {
			return nil, err
		}
		return root.FS(), nil
	}
	opts.Root = cmp.Or(opts.Root, sampleClient)
	folder, err := fs.Sub(samples, "testdata/"+sample)
	if err != nil {
		return nil, err
	}
	if _, err := fs.ReadDir(folder, "."); err != nil {
		return nil, fmt.Errorf("there is no sample %q: salesforce, hubspot, dynamics, act, goldmine and sugarcrm are there", sample)
	}
	return folder, nil
}

func readMapping(name string) (m *crm.Mapping, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if m, err = crm.ReadMapping(f); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}

func write(ctx context.Context, account *accountmap.Account, dir string, words *terms.Terms, stdout io.Writer) error {
	m, err := accountmap.New(account)
	if err != nil {
		return err
	}
	made, err := pack.Make(ctx, m, pack.Options{Terms: words})
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if err := codec.Encode(&text, account, codec.YAML); err != nil {
		return err
	}
	made.Files = append([]pack.File{{Name: "account.yaml", Data: text.Bytes()}}, made.Files...)
	if err := made.Write(dir); err != nil {
		return err
	}
	return pack.Report(stdout, dir, made.Files, words)
}
