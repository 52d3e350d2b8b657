package accountmaptest

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
)

// The flag is registered before the test binary reads its command line. It is registered only in a
// test binary, not in a program that imports this package.
var _ = registerUpdate()

func registerUpdate() bool {
	if !testing.Testing() || flag.Lookup("update") != nil {
		return false
	}
	flag.Bool("update", false, "rewrite the golden files in testdata")
	return true
}

func updating() bool {
	f := flag.Lookup("update")
	if f == nil {
		return false
	}
	on, err := strconv.ParseBool(f.Value.String())
	return err == nil && on
}

// Golden compares got with the named file in the test's testdata folder, and fails the test at the
// first different line. With the flag -update, a test writes the file instead; review the change
// before you commit it.
func Golden(t testing.TB, file string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(file))
	if updating() {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatalf("golden file: %v", err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatalf("golden file: %v", err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("golden file: %v; run the test with -update to write it", err)
		return
	}
	if line, wantLine, gotLine := firstDifference(want, got); line > 0 {
		t.Errorf("%s differs at line %d; run the test with -update if that is meant\nwant: %s\n got: %s", path, line, wantLine, gotLine)
	}
}

// firstDifference returns the number of the first line in which the texts differ, counted from 1,
// and the two lines, quoted. It returns 0 if they are equal.
func firstDifference(want, got []byte) (line int, wantLine, gotLine string) {
	if bytes.Equal(want, got) {
		return 0, "", ""
	}
	a, b := bytes.SplitAfter(want, []byte("\n")), bytes.SplitAfter(got, []byte("\n"))
	for line < len(a) && line < len(b) && bytes.Equal(a[line], b[line]) {
		line++
	}
	return line + 1, quoteLine(a, line), quoteLine(b, line)
}

func quoteLine(lines [][]byte, i int) string {
	const maxBytes = 200
	if i >= len(lines) || len(lines[i]) == 0 {
		return "(the end)"
	}
	return strconv.Quote(string(lines[i][:min(maxBytes, len(lines[i]))]))
}

// Validate returns the problems of an account, except for [Settled] ones.
func Validate(a *accountmap.Account) accountmap.Problems { return Settled(accountmap.Validate(a)) }

// Settled removes the problems that generated accounts share with real accounts: people of the same
// name, people who have left but still have work, days after the day of the account, entries that
// are equal in everything, and names of several lines.
func Settled(problems accountmap.Problems) accountmap.Problems {
	settled := []accountmap.Code{accountmap.ErrSameName, accountmap.ErrDeparted, accountmap.ErrAfterAsOf, accountmap.ErrRepeatedEntry, accountmap.ErrLineBreak}
	return slices.DeleteFunc(slices.Clone(problems), func(p accountmap.Problem) bool { return slices.Contains(settled, p.Code) })
}
