package examples_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/render"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestQuickstartIsTheREADMEs checks that the quick start in the README equals the program.
func TestQuickstartIsTheREADMEs(t *testing.T) {
	program, err := os.ReadFile("quickstart/main.go")
	require.NoError(t, err)
	readme, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	assert.Contains(t, string(readme), "```go\n"+string(program)+"```\n")
	assert.Less(t, strings.Count(string(program), "\n"), 40)
}

var readmes = []string{"../README.md", "handoff/README.md", "portfolio/README.md"}

// TestREADMELinks checks that the links of the READMEs lead to existing files.
func TestREADMELinks(t *testing.T) {
	code := regexp.MustCompile("(?s)```.*?```|`[^`\n]*`")
	link := regexp.MustCompile(`\]\(([^)#:]+)\)`)
	for _, name := range readmes {
		readme, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, found := range link.FindAllStringSubmatch(code.ReplaceAllString(string(readme), ""), -1) {
			assert.FileExists(t, filepath.Join(filepath.Dir(name), found[1]), name)
		}
	}
}

// TestREADMEHasEveryFlag compares the README of the handoff program with its flags.
func TestREADMEHasEveryFlag(t *testing.T) {
	readme, err := os.ReadFile("handoff/README.md")
	require.NoError(t, err)
	help := runIn(t, t.TempDir(), build(t, "handoff"), "-h")
	flags := regexp.MustCompile(`(?m)^  (-[a-z-]+)`).FindAllStringSubmatch(help.stdout+help.stderr, -1)
	require.Greater(t, len(flags), 10)
	for _, flag := range flags {
		assert.Contains(t, string(readme), "`"+flag[1], "the README has no word on %s", flag[1])
	}
}

// TestREADMENamesEveryViewAndFormat compares the README with the tables of package render.
func TestREADMENamesEveryViewAndFormat(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	for _, v := range render.Views() {
		assert.Contains(t, string(readme), strings.TrimPrefix(fmt.Sprintf("%T", v.View), "render."), "the view %s", v.Name)
	}
	for _, f := range render.Formats() {
		assert.Contains(t, string(readme), "map."+string(f))
	}
}
