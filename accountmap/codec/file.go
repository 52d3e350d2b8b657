package codec

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/bind"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/foreign"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/internal/wholefile"
)

// Open reads the account in the named file, as [ReadFile] does, and returns its Map and every
// problem, warnings included. The Map is nil when a problem is an error. Further rules are applied
// after [accountmap.Rules]; their errors are errors of the file. The account is validated once:
// there is no need to call [accountmap.New].
func Open(name string, rules ...accountmap.Rule) (*accountmap.Map, accountmap.Problems) {
	var m *accountmap.Map
	_, problems := readFile(name, func(a *accountmap.Account, report func(accountmap.Problem)) {
		m = accountmap.Check(a, report, rules...)
	})
	if problems.HasErrors() {
		return nil, problems
	}
	return m, problems
}

// ReadFile reads the account in the named file, in the format of its extension: .json, .yaml, .yml
// or .xlsx. A folder is read as CSV files, by [ReadCSV]; links that lead out of the folder are not
// followed, so that a folder need not be trusted. The results are as for [Decode], with the name in
// the positions of problems. When the file cannot be opened or read, the account is nil and the
// only problem is [ErrUnreadable], with the error of the file system.
func ReadFile(name string) (*accountmap.Account, accountmap.Problems) {
	return readFile(name, validate)
}

func readFile(name string, check rows.Check) (*accountmap.Account, accountmap.Problems) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	if info.IsDir() {
		root, err := os.OpenRoot(name)
		if err != nil {
			return nil, unreadable(name, err)
		}
		defer root.Close()
		return readCSV(root.FS(), name, check)
	}
	f, err := formatOf(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer file.Close()
	return decode(file, f, name, check)
}

// WriteFile writes the account into the named file, in the format of its extension, as [Encode]
// does. The file is replaced in one step: concurrent readers see the earlier file or the new one,
// and after an error the earlier file is unchanged. A new file gets the system's usual mode, an
// existing one keeps its own; for a symbolic link, the target is replaced.
func WriteFile(name string, a *accountmap.Account) error {
	f, err := formatOf(name)
	if err != nil {
		return fmt.Errorf("codec: %s: %w; %s", name, err, extensionHint)
	}
	return replaceFile(name, func(w io.Writer) error { return Encode(w, a, f) })
}

func replaceFile(name string, write func(io.Writer) error) error {
	var encoding error // an error of write, which has its own context
	err := wholefile.Write(name, func(w io.Writer) error {
		encoding = write(w)
		return encoding
	})
	if err == nil || encoding != nil {
		return err
	}
	return fmt.Errorf("codec: %w", err)
}

// Update returns the text of a YAML account file with the values of a later account in it. Comments,
// the order of keys and the layout of lines stay where no value has changed; new entries of a list
// are laid out as their neighbors. A text that has errors, or whose layout cannot be kept, is
// replaced by the text of [Encode]. It fails where Encode fails.
func Update(text []byte, a *accountmap.Account) ([]byte, error) {
	var plain bytes.Buffer
	if err := Encode(&plain, a, YAML); err != nil {
		return nil, err
	}
	unchecked := func(*accountmap.Account, func(accountmap.Problem)) {}
	was, problems := read(string(text), YAML, "", unchecked)
	if was == nil || problems.HasErrors() {
		return plain.Bytes(), nil
	}
	if was.Name != a.Name { // somebody's own account, no longer that of the template
		text = bytes.Replace(text, []byte(invented), nil, 1)
	}
	revised, ok := tree.Revise(string(text), bind.Tree(was), bind.Tree(a))
	if !ok {
		return plain.Bytes(), nil
	}
	// Only a text that reads as the account is the account.
	var again bytes.Buffer
	is, problems := read(revised, YAML, "", unchecked)
	if is == nil || problems.HasErrors() || Encode(&again, is, YAML) != nil || !bytes.Equal(again.Bytes(), plain.Bytes()) {
		return plain.Bytes(), nil
	}
	return []byte(revised), nil
}

// invented is the line of the template that calls its people so.
const invented = "# The people are invented: write yours over them, and delete what you do not need.\n"

// UpdateFile writes the account into the named file as [WriteFile] does, and keeps the layout of an
// earlier YAML file as [Update] does.
func UpdateFile(name string, a *accountmap.Account) error {
	f, err := formatOf(name)
	if err != nil || f != YAML {
		return WriteFile(name, a)
	}
	if info, err := os.Stat(name); err != nil || info.Size() > maxYAML {
		return WriteFile(name, a)
	}
	earlier, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("codec: %w", err)
	}
	return replaceFile(name, func(w io.Writer) error {
		text, err := Update(earlier, a)
		if err != nil {
			return err
		}
		if _, err := w.Write(text); err != nil {
			return fmt.Errorf("codec: write: %w", err)
		}
		return nil
	})
}

// Mapping says what the sheets, headings and words of somebody's own tables mean, for
// [ReadForeign].
type Mapping = foreign.Mapping

// ReadMapping reads a mapping from JSON. The error names every unknown list, key and word, and the
// known one that it resembles.
//
//	{
//	  "name": "Acme", "currency": "EUR",
//	  "sheets": {"Mitarbeiter": "contacts", "Kantine": ""},
//	  "columns": {"contacts": {"Vorgesetzter": "reportsTo", "Geburtstag": ""}},
//	  "words": {"Stance": {"freundlich": "supporter"}}
//	}
func ReadMapping(r io.Reader) (*Mapping, error) { return foreign.ReadMapping(r) }

// IsForeign reports whether the named file or folder is for [ReadForeign] rather than for
// [ReadFile]: a workbook that workbook.New did not make, a CSV file by itself, or a folder of CSV
// files without units.csv and products.csv.
func IsForeign(name string) bool { return foreign.Is(name) }

// ReadForeign reads an account from tables that somebody made for themselves: a workbook, a CSV
// file, or a folder of them. A sheet is known by its name and its headings, in English, Spanish or
// Greek, and by the mapping, which may be nil. One table of people is enough: their units and
// managers are added from what it names.
//
// It returns the account, what was understood of each table as sentences for the user, and every
// problem. What is not understood is a warning, [ErrUnreadCells], with the nearest name: a line for
// each sheet, column or word. A value that is understood and cannot be read is an error. The
// account is valid only if [accountmap.Problems.Err] is nil, and nil when there is no table of an
// account.
func ReadForeign(name string, m *Mapping) (*accountmap.Account, []string, accountmap.Problems) {
	a, understood, problems, err := foreign.Read(name, m, validate)
	if err != nil {
		return nil, nil, unreadable(name, err)
	}
	return a, understood, problems
}
