package examples_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestEveryAnswerReachesAReader checks that a page, a sheet, a calendar or a picture uses each
// question of accountmap and each judgement of insight, directly or indirectly. The log lists up to
// three callers of each.
func TestEveryAnswerReachesAReader(t *testing.T) {
	uses := functionsUsed(t, module+"/accountmap", module+"/accountmap/insight", module+"/accountmap/terms", module+"/export/...", module+"/render/...")
	callers := map[string][]string{}
	for f, used := range uses {
		for _, u := range used {
			callers[u] = append(callers[u], f)
		}
	}
	var answers []string
	for f := range uses {
		if isAnswer(f) && f != module+"/accountmap.Map.Targets" { // a list, which Attainments contains completely
			answers = append(answers, f)
		}
	}
	slices.Sort(answers)
	require.NotEmpty(t, answers)
	var list strings.Builder
	for _, f := range answers {
		readers := map[string]bool{}
		seen := map[string]bool{}
		var walk func(string)
		walk = func(f string) {
			for _, c := range callers[f] {
				switch {
				case seen[c]:
				case strings.HasPrefix(c, module+"/export/"), strings.HasPrefix(c, module+"/render"):
					readers[strings.TrimPrefix(c, module+"/")] = true
				default:
					seen[c] = true
					walk(c)
				}
			}
		}
		walk(f)
		assert.NotEmpty(t, readers, "no output asks %s", f)
		list.WriteString(strings.TrimPrefix(f, module+"/accountmap") + ": " + strings.Join(firstThree(slices.Sorted(maps.Keys(readers))), ", ") + "\n")
	}
	t.Log("\n" + list.String())
}

func firstThree(names []string) []string { return names[:min(3, len(names))] }

// isAnswer reports whether a function is a question about a map, or a judgement.
func isAnswer(f string) bool {
	for _, of := range []string{module + "/accountmap.Map.", module + "/accountmap.Matrix.", module + "/accountmap/insight.Situation.", module + "/accountmap/insight."} {
		if name, found := strings.CutPrefix(f, of); found {
			return ast.IsExported(name) && !strings.Contains(name, ".")
		}
	}
	return false
}

// functionsUsed returns, for each function of some packages, the functions of the module that its
// body mentions. A function is named by its package, receiver and name.
func functionsUsed(t *testing.T, patterns ...string) map[string][]string {
	t.Helper()
	type source struct {
		ImportPath, Dir, Export string
		GoFiles                 []string
		DepOnly                 bool
	}
	args := append([]string{"list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles,DepOnly"}, patterns...)
	out, err := exec.CommandContext(t.Context(), "go", args...).Output()
	require.NoError(t, err)
	exports := map[string]string{}
	var sources []source
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var s source
		require.NoError(t, d.Decode(&s))
		exports[s.ImportPath] = s.Export
		if !s.DepOnly {
			sources = append(sources, s)
		}
	}
	fset, uses := token.NewFileSet(), map[string][]string{}
	imports := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	for _, s := range sources {
		var files []*ast.File
		for _, name := range s.GoFiles {
			file, err := parser.ParseFile(fset, filepath.Join(s.Dir, name), nil, parser.SkipObjectResolution)
			require.NoError(t, err)
			files = append(files, file)
		}
		info := &types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
		_, err := (&types.Config{Importer: imports}).Check(s.ImportPath, fset, files, info)
		require.NoError(t, err)
		for _, file := range files {
			for _, decl := range file.Decls {
				name := s.ImportPath + ".var"
				if f, ok := decl.(*ast.FuncDecl); ok {
					name = functionName(info.Defs[f.Name])
				}
				used := uses[name]
				ast.Inspect(decl, func(n ast.Node) bool {
					if id, ok := n.(*ast.Ident); ok {
						if u := functionName(info.Uses[id]); strings.HasPrefix(u, module) {
							used = append(used, u)
						}
					}
					return true
				})
				uses[name] = used
			}
		}
	}
	return uses
}

// functionName returns the package, receiver and name of a function, or "" for another object.
func functionName(o types.Object) string {
	f, ok := o.(*types.Func)
	if !ok || f.Pkg() == nil {
		return ""
	}
	f = f.Origin()
	receiver := ""
	if r := f.Signature().Recv(); r != nil {
		at := r.Type()
		if p, ok := at.(*types.Pointer); ok {
			at = p.Elem()
		}
		if named, ok := at.(*types.Named); ok {
			receiver = named.Obj().Name() + "."
		}
	}
	return f.Pkg().Path() + "." + receiver + f.Name()
}
