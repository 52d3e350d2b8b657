package codec_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// TestCases reads the accounts of testdata. Each file may hold an account in either format, and the problems expected of it as lines of
// "line:column code path". Of an account in both formats, both must give the same account and the same problems.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			files := readTxtar(t, name)
			accounts := map[string]*accountmap.Account{}
			unplaced := map[string][]string{}
			for file, text := range files {
				if strings.HasSuffix(file, ".problems") {
					continue
				}
				a, problems := codec.Check(strings.NewReader(text), codec.Format(filepath.Ext(file)[1:]))
				assert.Equal(t, files[file+".problems"], lines(problems), file)
				accounts[file] = a
				for _, p := range problems {
					unplaced[file] = append(unplaced[file], string(p.Code)+" "+p.Path)
				}
			}
			if len(accounts) == 2 {
				assert.Equal(t, accounts["account.json"], accounts["account.yaml"])
				assert.ElementsMatch(t, unplaced["account.json"], unplaced["account.yaml"])
			}
		})
	}
}

func lines(problems accountmap.Problems) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(strings.TrimSpace(fmt.Sprintf("%d:%d %s %s", p.Pos.Line, p.Pos.Column, p.Code, p.Path)) + "\n")
	}
	return b.String()
}

// readTxtar reads an archive of files, each behind a line "-- name --".
func readTxtar(t testing.TB, name string) map[string]string {
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	files, file := map[string]string{}, ""
	for line := range strings.Lines(string(data)) {
		if header := strings.TrimSpace(line); strings.HasPrefix(header, "-- ") && strings.HasSuffix(header, " --") {
			file = strings.Trim(header, "- ")
			files[file] = ""
		} else if file != "" {
			files[file] += line
		}
	}
	return files
}
