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
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/wholefile"
)

// Open reads the account in the named file, like [ReadFile], and returns its Map and every problem,
// including warnings. The Map is nil if a problem is an error. Further rules are applied after
// [accountmap.Rules]; their errors are errors of the file. The account is already validated: there
// is no need to call [accountmap.New].
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
// or .xlsx. It reads a folder as CSV files, like [ReadCSV]. It does not follow links that lead out
// of the folder, so that a folder need not be trusted. The results are the same as for [Decode],
// with the name in the positions of problems. If the file cannot be opened or read, the account is
// nil and the only problem is [ErrUnreadable], with the error of the file system.
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

// WriteFile writes the account into the named file, in the format of its extension, like [Encode].
// The file is replaced in one step: concurrent readers see the earlier file or the new one, and
// after an error the earlier file is unchanged. A new file gets the system's usual mode, and an
// existing file keeps its mode. For a symbolic link, the target is replaced.
func WriteFile(name string, a *accountmap.Account) error {
	f, err := formatOf(name)
	if err != nil {
		return fmt.Errorf("codec: %s: %w; the name of an account file ends in .yaml, .yml or .json", name, err)
	}
	return replaceFile(name, func(w io.Writer) error { return Encode(w, a, f) })
}

func replaceFile(name string, write func(io.Writer) error) error {
	var encoding error // an error of write has its own context
	err := wholefile.Write(name, func(w io.Writer) error {
		encoding = write(w)
		return encoding
	})
	if err == nil || encoding != nil {
		return err
	}
	return fmt.Errorf("codec: %w", err)
}

// Update returns the text of a YAML account file, changed to the values of a later account.
// Comments, the order of keys and the layout of lines stay where no value has changed; new entries
// of a list have the layout of their neighbours. If the text has errors, or its layout cannot be
// kept, the result is the text of [Encode]. Update fails if Encode fails.
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
	if was.Name != a.Name { // a real account, no longer the account of the template
		text = withoutInvented(text)
	}
	revised, ok := tree.Revise(string(text), bind.Tree(was), bind.Tree(a))
	if !ok {
		return plain.Bytes(), nil
	}
	// The revised text is correct only if it reads as the account.
	var again bytes.Buffer
	is, problems := read(revised, YAML, "", unchecked)
	if is == nil || problems.HasErrors() || Encode(&again, is, YAML) != nil || !bytes.Equal(again.Bytes(), plain.Bytes()) {
		return plain.Bytes(), nil
	}
	return []byte(revised), nil
}

// withoutInvented removes the line of a template that calls its people invented: the last comment
// before the format.
func withoutInvented(text []byte) []byte {
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		template := Template(words)
		end := bytes.Index(template, []byte("format:"))
		start := bytes.LastIndexByte(template[:end-1], '\n') + 1
		text = bytes.Replace(text, template[start:end], nil, 1)
	}
	return text
}

// UpdateFile writes the account into the named file, like [WriteFile], and keeps the layout of an
// earlier YAML file, like [Update].
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

// Mapping defines the meaning of the sheets, headings and words in tables that people made
// themselves, for [ReadForeign].
type Mapping = foreign.Mapping

// ReadMapping reads a mapping from JSON. The error names every unknown list, key and word, and a
// similar known one.
//
//	{
//	  "name": "Acme", "currency": "EUR",
//	  "sheets": {"Mitarbeiter": "contacts", "Kantine": ""},
//	  "columns": {"contacts": {"Vorgesetzter": "reportsTo", "Geburtstag": ""}},
//	  "words": {"Stance": {"freundlich": "supporter"}}
//	}
func ReadMapping(r io.Reader) (*Mapping, error) { return foreign.ReadMapping(r) }

// IsForeign reports whether the named file or folder is for [ReadForeign] rather than for
// [ReadFile]: a workbook that workbook.New did not make, a single CSV file, or a folder of CSV
// files without units.csv and products.csv.
func IsForeign(name string) bool { return foreign.Is(name) }

// ReadForeign reads an account from tables that people made themselves: a workbook, a CSV file, or
// a folder of CSV files. It recognises a sheet by its name and its headings, in English, Spanish or
// Greek, and by the mapping, which may be nil. One table of people is enough: it also names their
// units and managers, which are added.
//
// ReadForeign returns the account, sentences for the user about how each table was read, and every
// problem. Data that is not understood is a warning, [ErrUnreadCells], with the nearest name: a
// line for each sheet, column or word. A value that is understood but cannot be read is an error.
// The account is valid only if [accountmap.Problems.Err] is nil. It is nil if no table belongs to
// an account.
func ReadForeign(name string, m *Mapping) (*accountmap.Account, []accountmap.Sentence, accountmap.Problems) {
	a, understood, problems, err := foreign.Read(name, m, validate)
	if err != nil {
		return nil, nil, unreadable(name, err)
	}
	return a, understood, problems
}
