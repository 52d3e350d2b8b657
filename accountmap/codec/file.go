package codec

import (
	"fmt"
	"io"
	"os"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
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

// replaceFile replaces the named file with the output of write.
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
