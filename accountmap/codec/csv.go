package codec

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"reflect"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/csvfile"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// ReadCSV reads an account from CSV files. Each table of package accountmap/table has a file of its
// name: account.csv, units.csv, contacts.csv, team.reach.csv and so on. Only units.csv and
// products.csv are required; they may have no rows.
//
// A file is RFC 4180 with commas, semicolons, tabs or vertical bars between its fields. It is in
// UTF-8 with or without a byte order mark, in UTF-16 with one, or, with a warning, in Windows-1252.
// Encoding and delimiter are detected. The first line has the names of the columns, in any order:
// their keys, such as "reportsTo" and "evidence.source", or their headings in English, Spanish or
// Greek. Words may be in these languages too: "champion" or "Defensor". References are ids or
// names. Semicolons separate several values in one field; a value with a semicolon is in quotation
// marks. Rows of team.reach.csv refer to the member by id or name. Rows of kpis.readings.csv refer
// to the KPI by its name or by the column "row" of kpis.csv.
//
// In a file with semicolons, numbers have a decimal comma; in other files, a decimal point. A
// number that is ambiguous between the two notations, such as 1.250, is a problem. ReadCSV removes
// the apostrophe that [WriteCSV] puts before a text that begins like a formula (with = + - @ or a
// tab).
//
// A row with more fields than the first line is an error. A row with fewer fields is a warning,
// since the file may be cut off.
//
// ReadCSV returns all problems at once, like [Decode], each with file, line and column. Without any
// file of an account, the account is nil and the only problem is [ErrUnreadable].
func ReadCSV(fsys fs.FS) (*accountmap.Account, accountmap.Problems) {
	a, problems := readCSV(fsys, "", validate)
	if a == nil && len(problems) == 1 && problems[0].Pos.File == "" {
		problems[0].Pos.File = nameOf(fsys)
	}
	return a, problems
}

// nameOf returns the path of an [os.DirFS], whose errors lack it, and "" for other file systems.
func nameOf(fsys fs.FS) string {
	if v := reflect.ValueOf(fsys); v.Kind() == reflect.String {
		return v.String()
	}
	return ""
}

func readCSV(fsys fs.FS, folder string, check rows.Check) (*accountmap.Account, accountmap.Problems) {
	a, problems, err := csvfile.Read(fsys, folder, check)
	if err != nil {
		return nil, unreadable(folder, err)
	}
	return a, problems
}

// CSVOptions are the options of [WriteCSV]. Nil and the zero value mean RFC 4180: commas between
// fields, points before decimals.
type CSVOptions struct {
	// DecimalComma writes commas before decimals and semicolons between fields, as spreadsheets in
	// most of Europe expect.
	DecimalComma bool
}

// WriteCSV writes the account into an existing folder, in the form that [ReadCSV] reads: one file
// for each table. Tables without rows get a file too, so that no rows remain from an earlier file.
// Each file is replaced in one step, like by [WriteFile]; after an error some files may be new and
// others unchanged. An account that cannot be written gives the same error as [Encode], and no file
// is changed.
//
// The files are UTF-8 with a byte order mark, without which Excel misreads them, and with CR LF
// after each row. The first line has the keys of the account file. A text that a spreadsheet would
// read as a formula gets an apostrophe before it, which [ReadCSV] removes. A spreadsheet removes
// leading zeros of an id of digits when it saves the file, so ids should contain a letter.
func WriteCSV(folder string, a *accountmap.Account, opts *CSVOptions) error {
	files, err := EncodeCSV(a, opts)
	if err != nil {
		return err
	}
	for _, t := range table.All() {
		name := filepath.Join(folder, t.Name+".csv")
		err := replaceFile(name, func(w io.Writer) error {
			_, err := io.WriteString(w, files[t.Name+".csv"])
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// EncodeCSV returns the contents of the files that [WriteCSV] writes, by file name.
func EncodeCSV(a *accountmap.Account, opts *CSVOptions) (map[string]string, error) {
	opts = cmp.Or(opts, &CSVOptions{})
	if a == nil {
		return nil, errors.New("codec: there is no account to write; it is nil")
	}
	if err := writable(a); err != nil {
		return nil, fmt.Errorf("codec: the account cannot be written: %w", err)
	}
	return csvfile.Encode(a, opts.DecimalComma), nil
}
