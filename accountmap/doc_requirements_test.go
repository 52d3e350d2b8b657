package accountmap_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// declared returns the names that the package exports, methods as "Type.Method".
func declared(t *testing.T) map[string]bool {
	names := map[string]bool{}
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				name := d.Name.Name
				if d.Recv != nil {
					receiver := d.Recv.List[0].Type
					if pointer, ok := receiver.(*ast.StarExpr); ok {
						receiver = pointer.X
					}
					if of, ok := receiver.(*ast.Ident); ok {
						name = of.Name + "." + name
					}
				}
				names[name] = true
			case *ast.GenDecl:
				for _, s := range d.Specs {
					switch s := s.(type) {
					case *ast.TypeSpec:
						names[s.Name.Name] = true
					case *ast.ValueSpec:
						for _, n := range s.Names {
							names[n.Name] = true
						}
					}
				}
			}
		}
	}
	return names
}

func TestEveryRequirementHasAHome(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "doc_requirements.go", nil, parser.ParseComments)
	require.NoError(t, err)
	text, names := file.Doc.Text(), declared(t)
	assert.Equal(t, 74, strings.Count(text, "\n  - "), "one line a requirement")
	for _, link := range regexp.MustCompile(`\[([A-Z][A-Za-z.]*)\]`).FindAllStringSubmatch(text, -1) {
		assert.True(t, names[link[1]], "%s is no longer there", link[1])
	}
}

func TestEveryReasonIsListed(t *testing.T) {
	listed := map[accountmap.Reason]bool{}
	for _, r := range accountmap.Reasons() {
		assert.False(t, listed[r], r)
		listed[r] = true
	}
	constants := 0
	for name := range declared(t) {
		if strings.HasPrefix(name, "Reason") && name != "Reason" && name != "Reasons" {
			constants++
		}
	}
	assert.Len(t, listed, constants)
	assert.Len(t, accountmap.OverdueKinds(), 8)
}
