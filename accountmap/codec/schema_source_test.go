package codec_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// source holds the doc comments of the types of package accountmap, and the words of enumerations.
type source struct {
	docs   map[string]string   // of types, and of fields as "Type.Field"
	words  map[string][]string // by type
	fields map[string][]string // of a struct, in order
}

func readSource(t testing.TB) source {
	s := source{map[string]string{}, map[string][]string{}, map[string][]string{}}
	names, err := filepath.Glob("../*.go")
	require.NoError(t, err)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		require.NoError(t, err)
		for _, d := range file.Decls {
			if g, ok := d.(*ast.GenDecl); ok {
				s.declaration(g)
			}
		}
	}
	return s
}

func (s source) declaration(g *ast.GenDecl) {
	for _, spec := range g.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			name := spec.Name.Name
			s.docs[name] = g.Doc.Text()
			if body, ok := spec.Type.(*ast.StructType); ok {
				for _, f := range body.Fields.List {
					for _, field := range f.Names {
						s.docs[name+"."+field.Name] = f.Doc.Text()
						s.fields[name] = append(s.fields[name], field.Name)
					}
				}
			}
		case *ast.ValueSpec:
			if name, ok := spec.Type.(*ast.Ident); ok && g.Tok == token.CONST && len(spec.Values) == 1 {
				if value, ok := spec.Values[0].(*ast.BasicLit); ok && value.Kind == token.STRING && value.Value != `""` {
					word, _ := strconv.Unquote(value.Value)
					s.words[name.Name] = append(s.words[name.Name], word)
				}
			}
		}
	}
}

// describe returns the documentation of a field, with the keys of the file. A field without a
// comment gets the comment that names the field, or else the comment of its type.
func (s source) describe(t reflect.Type, f reflect.StructField) string {
	name := t.Name()
	text := s.docs[name+"."+f.Name]
	for i := slices.Index(s.fields[name], f.Name); text == "" && i > 0; i-- {
		above := s.docs[name+"."+s.fields[name][i-1]]
		if regexp.MustCompile(`\b` + f.Name + `\b`).MatchString(above) {
			text = above
		} else if above != "" {
			break
		}
	}
	if text == "" {
		return plainText(s.describeType(f))
	}
	for g := range t.Fields() {
		text = regexp.MustCompile(`\b`+g.Name+`\b`).ReplaceAllString(text, schema.Key(g))
	}
	return plainText(text)
}

// describeType describes a field by its type alone.
func (s source) describeType(f reflect.StructField) string {
	of := f.Type
	if of.Kind() == reflect.Slice {
		of = of.Elem()
	}
	list, isID := strings.CutSuffix(of.Name(), "ID")
	switch {
	case of == reflect.TypeFor[accountmap.Date]():
		return "The day, such as 2026-11-01."
	case isID && schema.Key(f) == "id":
		return "What others refer to it by. No other " + strings.ToLower(list) + " has it."
	case isID && list == "Member":
		return "The id of a member of the team."
	case isID:
		return "The id of a " + strings.ToLower(list) + "."
	}
	return strings.Replace(s.docs[of.Name()], of.Name()+" ", schema.Key(f)+" ", min(1, len(s.words[of.Name()])))
}

// plainText joins a comment into one line, without link brackets.
func plainText(comment string) string {
	comment = regexp.MustCompile(`\[([A-Z][A-Za-z.]*)\]`).ReplaceAllString(comment, "$1")
	return strings.Join(strings.Fields(comment), " ")
}
