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
				uses[name] = append(uses[name], functionsIn(decl, info)...)
			}
		}
	}
	return uses
}

// functionsIn returns the functions of the module that a declaration mentions. A call without a use
// of its result does not count.
func functionsIn(decl ast.Decl, info *types.Info) (used []string) {
	unused := unusedCalls(decl, info)
	ast.Inspect(decl, func(n ast.Node) bool {
		if n != nil && unused[n] {
			return false
		}
		if id, ok := n.(*ast.Ident); ok {
			if u := functionName(info.Uses[id]); strings.HasPrefix(u, module) {
				used = append(used, u)
			}
		}
		return true
	})
	return used
}

// unusedCalls returns the expressions whose value nobody reads: the name in a call that is a
// statement, and what goes into blank variables, or into variables that only go into blank ones.
func unusedCalls(decl ast.Decl, info *types.Info) map[ast.Node]bool {
	unused := map[ast.Node]bool{}
	read := map[types.Object]bool{}
	var assigned []*ast.AssignStmt
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ExprStmt:
			if call, ok := n.X.(*ast.CallExpr); ok {
				unused[answering(call, info)] = true
			}
		case *ast.DeferStmt:
			unused[answering(n.Call, info)] = true
		case *ast.GoStmt:
			unused[answering(n.Call, info)] = true
		case *ast.AssignStmt:
			assigned = append(assigned, n)
			if blank(n.Lhs, nil, nil) {
				return false
			}
		case *ast.Ident:
			if o := info.Uses[n]; o != nil {
				read[o] = true
			}
		}
		return true
	})
	for _, a := range assigned {
		for i, value := range a.Rhs {
			into := a.Lhs
			if len(a.Rhs) == len(a.Lhs) {
				into = a.Lhs[i : i+1]
			}
			unused[value] = blank(into, info, read)
		}
	}
	return unused
}

// answering returns the name of the called function if the function has a result, and otherwise nil.
func answering(call *ast.CallExpr, info *types.Info) ast.Node {
	name, _ := call.Fun.(*ast.Ident)
	if selected, ok := call.Fun.(*ast.SelectorExpr); ok {
		name = selected.Sel
	}
	if name == nil {
		return nil
	}
	if f, ok := info.Uses[name].(*types.Func); ok && f.Signature().Results().Len() > 0 {
		return name
	}
	return nil
}

// blank reports whether all variables are blank, or defined here and never read.
func blank(variables []ast.Expr, info *types.Info, read map[types.Object]bool) bool {
	for _, v := range variables {
		id, ok := v.(*ast.Ident)
		if !ok || id.Name != "_" && (info == nil || info.Defs[id] == nil || read[info.Defs[id]]) {
			return false
		}
	}
	return true
}

func TestAnAnswerThrownAwayReachesNobody(t *testing.T) {
	for body, want := range map[string]bool{
		"return m.Late()":                                   true,
		"return 1 + len(list(m.Late()))":                    true,
		"var late = m.Late(); return late":                  true,
		"late, n := m.Late(), 1; return late+n":             true,
		"both, _ := m.Both(); return both":                  true,
		"say(m.Late()); return 0":                           true,
		"if m.Late() > 0 { return 1 }; return 0":            true,
		"for range m.Late() { say(1) }; return 0":           true,
		"_ = m.Late(); return 0":                            false,
		"_, _ = m.Both(); return 0":                         false,
		"m.Say(m.Late()); return 0":                         true,
		"m.Late(); return 0":                                false,
		"_ = list(m.Late()); return 0":                      false,
		"_, n := m.Late(), 1; return n":                     false,
		"late := m.Late(); _ = late; return 0":              false,
		"func() { late := m.Late(); _ = late }(); return 0": false,
		"defer m.Late(); return 0":                          false,
	} {
		source := "package p\ntype Map struct{}\nfunc (Map) Late() int { return 1 }\nfunc (Map) Both() (int, int) { return 1, 2 }\n" +
			"func list(int) []int { return nil }\nfunc say(int) {}\nfunc (Map) Say(int) {}\nfunc f(m Map) int {" + body + "}"
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, "p.go", source, parser.SkipObjectResolution)
		require.NoError(t, err, body)
		info := &types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
		_, err = (&types.Config{}).Check(module+"/p", fset, []*ast.File{file}, info)
		require.NoError(t, err, body)
		used := functionsIn(file.Decls[len(file.Decls)-1], info)
		assert.Equal(t, want, slices.Contains(used, module+"/p.Map.Late") || slices.Contains(used, module+"/p.Map.Both"), body)
	}
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
