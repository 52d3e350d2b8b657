package sheet_test

import (
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWalls checks that the package does not import the domain, and that only two of its files
// import excelize.
func TestWalls(t *testing.T) {
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		require.NoError(t, err)
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			if ours, inside := strings.CutPrefix(path, "github.com/accountatlas/accountatlas/"); inside {
				assert.True(t, ours == "paper" || strings.HasPrefix(ours, "internal/"), "%s imports %s", name, path)
			}
			if strings.Contains(path, "excelize") {
				assert.True(t, name == "frame.go" || name == "style.go", "%s: excelize makes the frame alone", name)
			}
		}
	}
}
