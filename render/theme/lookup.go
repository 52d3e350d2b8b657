package theme

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/accountatlas/accountatlas/render/graph"
)

//go:embed *.json
var files embed.FS

// lightName is the name of the theme with every class, which is the default base.
const lightName = "light"

var light = sync.OnceValues(func() (*Theme, error) {
	data, err := files.ReadFile(lightName + ".json")
	if err != nil {
		return nil, err
	}
	return parseRoot(lightName, data)
})

// Light returns the default theme: ink on white, for paper and slides.
func Light() *Theme {
	t, err := light()
	if err != nil {
		return &Theme{name: lightName} // not reachable: a test loads every embedded theme
	}
	return t
}

// Classes returns the classes with a style in every theme, in alphabetical order: the parts of a
// picture, such as page and chip, and the classes of the views in package render.
func Classes() []graph.Class { return Light().Classes() }

// Names returns the names of the built-in themes in alphabetical order.
func Names() []string {
	entries, _ := files.ReadDir(".")
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".json"))
	}
	return names
}

// Lookup returns the built-in theme with a name. The error lists the existing names.
func Lookup(name string) (*Theme, error) {
	switch {
	case name == lightName:
		return light()
	case !slices.Contains(Names(), name):
		return nil, fmt.Errorf("unknown theme %q: want %s", name, oneOf(Names()))
	}
	data, err := files.ReadFile(name + ".json")
	if err != nil {
		return nil, err
	}
	return Parse(name, data)
}

func oneOf(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
