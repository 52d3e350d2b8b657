package codec

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Open reads the account in the named file, as [ReadFile] does, and returns its Map and every problem, warnings included.
// The Map is nil when a problem is an error. Further rules are applied after [accountmap.Rules]; an error of theirs is an
// error of the file. The account is validated once, so that a program which needs the Map does not call [accountmap.New].
func Open(name string, rules ...accountmap.Rule) (*accountmap.Map, accountmap.Problems) {
	r := &report{opens: true, rules: rules}
	_, problems := readFile(name, r)
	if problems.HasErrors() {
		return nil, problems
	}
	return r.opened, problems
}

// ReadFile reads the account in the named file, in the format of its extension: .json, .yaml, .yml or .xlsx. A folder is
// read as CSV files, by [ReadCSV]. It returns what [Decode] does, with the name in the positions of problems. When the file
// cannot be opened or read, the account is nil and the only problem is [ErrUnreadable], with the error of the file system.
func ReadFile(name string) (*accountmap.Account, accountmap.Problems) {
	return readFile(name, &report{})
}

func readFile(name string, r *report) (*accountmap.Account, accountmap.Problems) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	if info.IsDir() {
		return readCSV(os.DirFS(name), name, r)
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
	return decode(file, f, name, r)
}

// WriteFile writes the account into the named file, in the format of its extension, as [Encode] does. The file is replaced in one step:
// concurrent readers see the earlier file or the new one, and after an error the earlier file is unchanged. A new file gets the system's usual
// mode, an existing one keeps its own; of a symbolic link, the target is replaced.
func WriteFile(name string, a *accountmap.Account) error {
	f, err := formatOf(name)
	if err != nil {
		return fmt.Errorf("codec: %s: %w; %s", name, err, extensionHint)
	}
	return replaceFile(name, func(w io.Writer) error { return Encode(w, a, f) })
}

// replaceFile puts what write writes in the place of the file.
func replaceFile(name string, write func(io.Writer) error) (err error) {
	asked := name
	defer func() { err = unwritten(asked, err) }()
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	before, err := os.Stat(name)
	switch {
	case err == nil && !before.Mode().IsRegular():
		return fmt.Errorf("codec: %s is not a file that can be replaced", name)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	file, err := createBeside(name)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			file.Close()
			os.Remove(file.Name())
		}
	}()
	if before != nil {
		if err := file.Chmod(before.Mode().Perm()); err != nil {
			return err
		}
	}
	if err := write(file); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	return os.Rename(file.Name(), name)
}

// unwritten names the file that was to be written in an error of the file system, which names the temporary one.
func unwritten(name string, err error) error {
	cause := fileCause(err)
	if cause == nil {
		return err
	}
	if _, err := os.Stat(filepath.Dir(name)); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("codec: cannot write %s: there is no folder %s: %w", name, filepath.Dir(name), cause)
	}
	return fmt.Errorf("codec: cannot write %s: %w", name, cause)
}

// createBeside creates a file in the folder of the named one, since a rename does not reach from one disk to another. Unlike [os.CreateTemp]
// it leaves the mode to the system.
func createBeside(name string) (*os.File, error) {
	for tries := 0; ; tries++ {
		temporary := filepath.Join(filepath.Dir(name), ".account-"+strconv.FormatUint(rand.Uint64(), 36)+".tmp")
		file, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) && tries < 100 {
			continue
		}
		return file, err
	}
}
