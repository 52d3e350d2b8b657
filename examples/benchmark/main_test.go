package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/norace"
)

// TestMain makes a pack if the benchmark starts this program as its child.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "-pack" {
		os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// TestTable checks that each comparison has a line, with times or with the reason for their
// absence.
func TestTable(t *testing.T) {
	norace.Only(t)
	var out, problems bytes.Buffer
	t.Chdir("../..")
	require.Equal(t, 0, run(t.Context(), []string{"-people", "6", "-cells", "1000", "-rounds", "1", "-packs", "6,8"}, &out, &problems), problems.String())
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	require.Len(t, lines, 14)
	for i, peer := range []string{"peer", "dot -Tsvg", "dot -Tpng", "dot -Tpdf", "go-graphviz", "excelize StreamWriter", "XlsxWriter", "encoding/json, unchecked"} {
		assert.Contains(t, lines[i], peer)
		if i > 0 {
			assert.Regexp(t, `ms  +\d+\.\d\d$|not installed: `, lines[i])
		}
	}
	packs := lines[9:]
	for i, pack := range []string{"pack", "sample", "typical of 6", "typical of 8", "chain of 8"} {
		assert.Regexp(t, "^"+pack+" ", packs[i])
		if i > 0 {
			assert.Regexp(t, ` s  +\d+\.\d\d s  +\d+ MB$`, packs[i])
		}
	}
	assert.Equal(t, 2, run(t.Context(), []string{"-rounds", "0"}, &out, &problems))
	assert.Equal(t, 2, run(t.Context(), []string{"-packs", "6;8"}, &out, &problems))
	assert.Equal(t, []float64{2.5, 3}, []float64{median([]float64{4, 1, 3, 2}), median([]float64{9, 3, 1})})
}
