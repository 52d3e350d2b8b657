package render

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// TestViewsHasEveryView searches the source for types with a method Graph.
func TestViewsHasEveryView(t *testing.T) {
	listed, names := map[string]bool{}, map[string]bool{}
	for _, v := range Views() {
		listed[reflect.TypeOf(v.View).Name()] = true
		assert.False(t, names[v.Name], v.Name)
		names[v.Name] = true
	}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	declared := map[string]bool{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "Graph" && !strings.HasSuffix(name, "_test.go") {
				declared[f.Recv.List[0].Type.(*ast.Ident).Name] = true
			}
		}
	}
	assert.Equal(t, declared, listed)
}

// TestInternalViews compares each view with its audience in the table.
func TestInternalViews(t *testing.T) {
	client := mustNew(t, asking()).Select(accountmap.Scope{Audience: accountmap.AudienceClient})
	for _, v := range Views() {
		_, err := v.View.Graph(client, nil)
		if v.Internal {
			assert.ErrorContains(t, err, "the view "+v.Name+` is for our own people, but the map is for the audience "client": `+
				"draw stakeholders, coverage, roadmap or changes instead")
			continue
		}
		assert.NoError(t, err, v.Name)
	}
}
