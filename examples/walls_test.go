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

// listed is the output of go list for a package.
type listed struct {
	ImportPath string
	Standard   bool
	Doc        string
	GoFiles    []string
	CgoFiles   []string
	Deps       []string
	Dir        string
}

// packages returns every package that the module's packages import.
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

// TestWalls checks the import rules between packages.
func TestWalls(t *testing.T) {
	all := packages(t)
	walled := map[string]bool{}
	for _, wall := range []struct {
		pkg, reason string
		forbidden   func(dep listed) bool
	}{
		{"accountmap", "the domain needs nothing but the standard library", func(d listed) bool {
			return !d.Standard && !strings.HasPrefix(d.ImportPath, module+"/accountmap/internal/") && !strings.HasPrefix(d.ImportPath, module+"/internal/")
		}},
		{"accountmap/...", "accounts know nothing of pictures and documents", within("render", "export")},
		{"accountmap/internal/...", "what the domain shares knows no file", within("accountmap/codec", "accountmap/importer", "accountmap/table")},
		{"accountmap/insight", "judgement needs accounts alone", within("accountmap/codec", "accountmap/table", "accountmap/terms")},
		{"accountmap/table", "columns have no words and no file", within("accountmap/codec", "accountmap/insight", "accountmap/terms")},
		{"accountmap/codec/internal/tree", "a syntax knows no table", within("accountmap/table", "accountmap/terms")},
		{"accountmap/codec/internal/xlsxfile", "a reader of packages knows no account", within("accountmap")},
		{"accountmap/importer/...", "imports make accounts, and need no other files of ours", within("accountmap/codec", "accountmap/table")},
		{"paper", "a size of paper needs nothing of ours", within("accountmap", "internal", "render", "export")},
		{"internal/...", "what several trees share knows neither pictures nor pages", within("accountmap/codec", "render", "export")},
		{"render/...", "pictures do not need documents", within("export", "accountmap/codec")},
		{"render/graph", "a graph has no looks and no domain", within("accountmap", "render/theme", "render/internal")},
		{"render/theme", "a theme dresses classes, whatever they stand for", within("accountmap", "render/internal")},
		{"render/gographviz", "an engine knows DOT and nothing else", within("accountmap", "render/graph", "render/theme")},
		{"render/internal/class", "classes have no looks", within("render/theme", "render/internal")},
		{"render/internal/dot", "DOT is of a scene and not of an account", within("accountmap")},
		{"render/internal/geom", "points and rectangles need nothing of ours", within("accountmap", "render")},
		{"render/internal/graphviz/...", "the engine knows DOT and nothing else", within("accountmap", "render/graph", "render/theme")},
		{"render/internal/layout/...", "a layout places cards, whatever is on them", within("accountmap", "render/graph", "render/theme")},
		{"render/internal/paint/...", "a painter knows the display list and nothing else", within("accountmap")},
		{"render/internal/picture", "a picture is of a graph and not of an account", within("accountmap")},
		{"render/internal/scene/...", "a scene knows the graph and not the account", within("accountmap")},
		{"render/internal/typeset", "letters have a width and no meaning", within("accountmap", "render")},
		{"export/...", "a picture enters a document or a workbook through an interface", within("render", "accountmap/codec")},
		{"export/handoff", "a handoff is a document", within("export/sheet")},
		{"export/workbook/...", "a workbook has no pages", within("export/document")},
		{"export/portfolio", "a portfolio is a workbook", within("export/document")},
		{"export/calendar", "a calendar needs neither pages nor sheets", within("export/document", "export/sheet")},
		{"export/picture", "a picture is of anything", within("accountmap", "export/document", "export/sheet")},
		{"export/internal/accountview", "names, words and colours know no format", within("export/document", "export/sheet")},
		{"export/document/...", "a document is of anything", within("accountmap", "export/sheet")},
		{"export/sheet", "a workbook is of anything", within("accountmap", "export/document")},
		{"export/ics", "a calendar file is of anything", within("accountmap", "export/document", "export/sheet")},
	} {
		rooms := 0
		for path, p := range all {
			if !isIn(wall.pkg, path) {
				continue
			}
			rooms++
			walled[path] = true
			for _, dep := range p.Deps {
				assert.False(t, !isIn(wall.pkg, dep) && wall.forbidden(all[dep]), "%s imports %s: %s", path, dep, wall.reason)
			}
		}
		require.NotZero(t, rooms, "no package %s", wall.pkg)
	}
	for path := range all {
		if strings.HasPrefix(path, module) && !isIn("examples/...", path) {
			assert.True(t, walled[path], "%s has no wall", path)
		}
	}
}

// isIn reports whether path is the package room. If room ends in "/...", packages below it count,
// too.
func isIn(room, path string) bool {
	root, tree := strings.CutSuffix(module+"/"+room, "/...")
	return path == root || tree && strings.HasPrefix(path, root+"/")
}

// TestGoGraphvizIsAChoice checks that only a program that imports render/gographviz links
// go-graphviz, which compiles Graphviz at initialization.
func TestGoGraphvizIsAChoice(t *testing.T) {
	const choice = module + "/render/gographviz"
	for path, p := range packages(t) {
		if !strings.HasPrefix(path, module) || path == choice || path == module+"/examples/benchmark" {
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

// TestSource checks the conventions of every source file: one concept per file, no init function,
// and excelize in one package only.
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
				assert.Regexp(t, `export/sheet/(frame|style)\.go$|examples/benchmark/main\.go$`, filepath.ToSlash(path), "excelize is kept in one room")
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
