package examples_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/accountatlas/accountatlas"

// listed is what go list says of a package.
type listed struct {
	ImportPath string
	Standard   bool
	Doc        string
	GoFiles    []string
	CgoFiles   []string
	Deps       []string
	Dir        string
}

// packages lists every package that the module's own need.
func packages(t *testing.T) map[string]listed {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "-json=ImportPath,Standard,Doc,GoFiles,CgoFiles,Deps,Dir",
		module+"/...").Output()
	require.NoError(t, err)
	found := map[string]listed{}
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var p listed
		require.NoError(t, d.Decode(&p))
		found[p.ImportPath] = p
	}
	return found
}

// TestWalls holds the packages apart: the domain without looks, pictures without rules, documents without pictures.
func TestWalls(t *testing.T) {
	all := packages(t)
	for _, wall := range []struct {
		pkg, reason string
		forbidden   func(dep listed) bool
	}{
		{"accountmap", "the domain needs nothing but the standard library", func(d listed) bool {
			return !d.Standard && !strings.HasPrefix(d.ImportPath, module+"/accountmap/internal/") && d.ImportPath != module+"/internal/recurrence"
		}},
		{"accountmap/codec", "files know nothing of pictures and documents", within("render", "export")},
		{"accountmap/importer/crm", "imports make accounts, and need no other files of ours", within("accountmap/codec", "render", "export")},
		{"accountmap/importer/orders", "imports make accounts, and need no other files of ours", within("accountmap/codec", "render", "export")},
		{"accountmap/terms", "words know nothing of pictures and documents", within("render", "export")},
		{"render/graph", "a graph has no looks and no domain", within("accountmap", "render/theme", "render/internal", "export")},
		{"render/theme", "a theme dresses classes, whatever they stand for", within("accountmap", "render/internal", "export")},
		{"render/internal/layout", "a layout places cards, whatever is on them", within("accountmap", "render/graph", "render/theme", "export")},
		{"render/internal/paint", "a painter knows the display list and nothing else", within("accountmap", "export")},
		{"render/internal/paint/svg", "a painter knows the display list and nothing else", within("accountmap", "export")},
		{"render/internal/paint/png", "a painter knows the display list and nothing else", within("accountmap", "export")},
		{"render/internal/paint/pdf", "a painter knows the display list and nothing else", within("accountmap", "export")},
		{"render/internal/class", "classes have no looks", within("render/theme", "render/internal", "export")},
		{"render/internal/scene", "a scene knows the graph and not the account", within("accountmap", "export")},
		{"render/gographviz", "an engine knows DOT and nothing else", within("accountmap", "render/graph", "render/theme", "export")},
		{"render/internal/graphviz", "the engine knows DOT and nothing else", within("accountmap", "render/graph", "render/theme", "export")},
		{"render", "pictures do not need documents", within("export", "accountmap/codec")},
		{"export/handoff", "a picture enters a document through an interface", within("render", "accountmap/codec", "export/sheet")},
		{"export/workbook", "a picture enters a workbook through an interface", within("render", "accountmap/codec", "export/document")},
		{"export/portfolio", "a portfolio is a workbook", within("render", "accountmap/codec", "export/document")},
		{"export/calendar", "a calendar needs neither pages nor sheets", within("render", "accountmap/codec", "export/document", "export/sheet")},
		{"export/internal/accountview", "names, words and colours know no format", within("render", "accountmap/codec", "export/document", "export/sheet")},
		{"export/document", "a document is of anything", within("accountmap", "render", "export/sheet")},
		{"export/document/printer", "a document is of anything", within("accountmap", "render", "export/sheet")},
		{"export/sheet", "a workbook is of anything", within("accountmap", "render", "export/document")},
		{"export/ics", "a calendar file is of anything", within("accountmap", "render", "export/document", "export/sheet")},
	} {
		p, ok := all[module+"/"+wall.pkg]
		require.True(t, ok, wall.pkg)
		for _, dep := range p.Deps {
			assert.False(t, wall.forbidden(all[dep]), "%s imports %s: %s", wall.pkg, dep, wall.reason)
		}
	}
}

// TestGoGraphvizIsAChoice: only a program that imports render/gographviz links go-graphviz, which
// compiles Graphviz when it is imported.
func TestGoGraphvizIsAChoice(t *testing.T) {
	const choice = module + "/render/gographviz"
	for path, p := range packages(t) {
		if !strings.HasPrefix(path, module) || path == choice {
			continue
		}
		for _, dep := range p.Deps {
			assert.NotEqual(t, choice, dep, "%s imports render/gographviz", path)
			assert.NotEqual(t, "github.com/goccy/go-graphviz", dep, "%s imports go-graphviz", path)
		}
	}
}

func within(forbidden ...string) func(listed) bool {
	return func(d listed) bool {
		for _, f := range forbidden {
			if d.ImportPath == module+"/"+f || strings.HasPrefix(d.ImportPath, module+"/"+f+"/") {
				return true
			}
		}
		return false
	}
}

func TestEveryPackageSaysWhatItIsAndNeedsNoCompiler(t *testing.T) {
	for path, p := range packages(t) {
		if !strings.HasPrefix(path, module) || len(p.GoFiles) == 0 {
			continue
		}
		assert.NotEmpty(t, p.Doc, "package %s has no comment", path)
		assert.Empty(t, p.CgoFiles, "package %s needs cgo", path)
	}
}

// TestSource holds every source file to what the whole module keeps: no file with a second concept in it, no init, excelize in one room.
func TestSource(t *testing.T) {
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		assert.LessOrEqual(t, bytes.Count(source, []byte("\n")), 400, "%s is long: a second concept may be hiding in it", path)
		file, err := parser.ParseFile(token.NewFileSet(), path, source, 0)
		if err != nil {
			return err
		}
		for _, imported := range file.Imports {
			if strings.Contains(imported.Path.Value, "xuri/excelize") {
				assert.Regexp(t, `export/sheet/(frame|style)\.go$`, filepath.ToSlash(path), "excelize is kept in one room")
			}
		}
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil {
				assert.NotEqual(t, "init", f.Name.Name, "%s has an init", path)
			}
		}
		return nil
	})
	require.NoError(t, err)
}
