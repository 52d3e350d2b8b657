package examples_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTextconv checks that git shows the difference of two workbooks of an account.
func TestTextconv(t *testing.T) {
	t.Parallel()
	textconv, handoff, dir := build(t, "textconv"), build(t, "handoff"), t.TempDir()
	sample, err := os.ReadFile("handoff/sample.yaml")
	require.NoError(t, err)
	for name, text := range map[string]string{"before": string(sample), "after": strings.Replace(string(sample), "stance: blocker", "stance: neutral", 1)} {
		file := filepath.Join(dir, name+".yaml")
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		require.Zero(t, runIn(t, dir, handoff, "-in", file, "-out", name).status)
	}
	before, after := runIn(t, dir, textconv, filepath.Join("before", "coverage.xlsx")), runIn(t, dir, textconv, filepath.Join("after", "coverage.xlsx"))
	require.Zero(t, before.status, before.stderr)
	assert.Equal(t, strings.Replace(before.stdout, "stance: blocker", "stance: neutral", 1), after.stdout)
	own := filepath.Join(dir, "people.csv")
	require.NoError(t, os.WriteFile(own, []byte("Name,Job title,Company\nAna,Clerk,Mole End\n"), 0o600))
	assert.Contains(t, runIn(t, dir, textconv, own).stdout, "{id: ana, name: Ana, title: Clerk, unit: mole-end}")
	assert.Equal(t, 2, runIn(t, dir, textconv).status)
	assert.Equal(t, 1, runIn(t, dir, textconv, "none.yaml").status)

	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed: its own output was not checked")
	}
	diff := exec.CommandContext(t.Context(), git, "-c", "diff.account.textconv="+textconv, "-c", "core.attributesFile="+filepath.Join(dir, "attributes"),
		"diff", "--no-index", "--textconv", filepath.Join("before", "coverage.xlsx"), filepath.Join("after", "coverage.xlsx"))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "attributes"), []byte("*.xlsx diff=account\n"), 0o600))
	diff.Dir = dir
	out, _ := diff.Output() // git returns 1 for a difference
	assert.Contains(t, string(out), "-    stance: blocker\n+    stance: neutral\n")
}
