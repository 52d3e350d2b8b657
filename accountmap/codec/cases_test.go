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

// TestCases reads the accounts of testdata. A file may contain an account as YAML, JSON and CSV,
// with the expected problems as lines of "line:column code path". All formats must give the same
// account and problems.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			files := readTxtar(t, name)
			accounts := map[string]*accountmap.Account{}
			unplaced := map[string][]string{}
			tables := map[string]string{}
			keep := func(file string, a *accountmap.Account, problems accountmap.Problems) {
				assert.Equal(t, files[file+".problems"], lines(problems), file)
				accounts[file] = a
				for _, p := range problems {
					unplaced[file] = append(unplaced[file], string(p.Code)+" "+p.Path)
				}
			}
			for file, text := range files {
				switch ext := filepath.Ext(file); ext {
				case ".problems":
				case ".csv":
					tables[file] = text
				default:
					a, problems := codec.Decode(strings.NewReader(text), codec.Format(ext[1:]))
					keep(file, a, problems)
				}
			}
			if len(tables) > 0 {
				a, problems := codec.ReadCSV(folderOf(tables))
				keep("csv", a, problems)
			}
			for file := range accounts {
				if other := accounts["account.yaml"]; other != nil {
					assert.Equal(t, other, accounts[file], file)
					assert.ElementsMatch(t, unplaced["account.yaml"], unplaced[file], file)
				}
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

// readTxtar reads an archive whose files follow lines of the form "-- name --".
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
