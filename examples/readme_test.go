package examples_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/render"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestQuickstartIsTheREADMEs holds the text of the quick start equal to the program.
func TestQuickstartIsTheREADMEs(t *testing.T) {
	program, err := os.ReadFile("quickstart/main.go")
	require.NoError(t, err)
	readme, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	assert.Contains(t, string(readme), "```go\n"+string(program)+"```\n")
	assert.Less(t, strings.Count(string(program), "\n"), 40)
}

// TestREADMELinks holds the README to files that there are.
func TestREADMELinks(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	prose := regexp.MustCompile("(?s)```.*?```|`[^`\n]*`").ReplaceAllString(string(readme), "")
	links := regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllStringSubmatch(prose, -1)
	require.NotEmpty(t, links)
	for _, link := range links {
		assert.FileExists(t, "../"+link[1])
	}
}

// TestREADMENamesEveryViewAndFormat holds the README to the tables of package render.
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
