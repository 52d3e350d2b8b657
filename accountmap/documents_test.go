package accountmap_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// readTables returns the tables of FILE.md: by heading and first cell of a row, the second cell.
func readTables(t *testing.T) map[string]map[string]string {
	text, err := os.ReadFile("FILE.md")
	require.NoError(t, err)
	tables, heading := map[string]map[string]string{}, ""
	for line := range strings.Lines(string(text)) {
		if title, ok := strings.CutPrefix(line, "## "); ok {
			heading = strings.TrimSpace(title)
			tables[heading] = map[string]string{}
		}
		if cells := regexp.MustCompile(`^\| (.*) \| (.*) \|\n$`).FindStringSubmatch(line); cells != nil {
			tables[heading][cells[1]] = cells[2]
		}
	}
	return tables
}

// keyList lists the keys of an object as FILE.md does.
func keyList(of reflect.Type) string {
	var keys []string
	for f := range of.Fields() {
		key, inner := schema.Key(f), f.Type
		if inner.Kind() == reflect.Slice {
			key, inner = key+"[]", inner.Elem()
		}
		if inner.Kind() == reflect.Struct && inner != reflect.TypeFor[accountmap.Date]() && inner != reflect.TypeFor[accountmap.Money]() {
			key += "{" + keyList(inner) + "}"
		}
		keys = append(keys, key)
	}
	return strings.Join(keys, ", ")
}

func TestEveryKeyIsDocumented(t *testing.T) {
	want := map[string]string{"list": "keys"}
	for f := range reflect.TypeFor[accountmap.Account]().Fields() {
		switch f.Type.Kind() {
		case reflect.Slice:
			want[schema.Key(f)] = keyList(f.Type.Elem())
		case reflect.Struct:
			want[schema.Key(f)] = keyList(f.Type)
		}
	}
	assert.Equal(t, want, readTables(t)["Keys"])
}

// keysOf collects the keys whose values have a type of their own that reads texts, by type.
func keysOf(key string, of reflect.Type, found map[reflect.Type][]string) {
	_, reads := reflect.PointerTo(of).MethodByName("UnmarshalText")
	switch {
	case of.Kind() == reflect.Slice:
		keysOf(key, of.Elem(), found)
	case of.Kind() == reflect.Struct && !reads:
		for f := range of.Fields() {
			keysOf(strings.TrimPrefix(key+"."+schema.Key(f), "."), f.Type, found)
		}
	case of.Kind() == reflect.String && reads:
		found[of] = append(found[of], key)
	}
}

func TestEveryWordIsDocumented(t *testing.T) {
	words := map[string]string{}
	for _, e := range enumerations() {
		words[e.name] = strings.Join(e.words, ", ")
	}
	keys := map[reflect.Type][]string{}
	keysOf("", reflect.TypeFor[accountmap.Account](), keys)
	want := map[string]string{"keys": "words"}
	for of, keys := range keys {
		switch of {
		case reflect.TypeFor[accountmap.Recurrence](), reflect.TypeFor[accountmap.Period]():
		default:
			assert.Contains(t, words, of.Name(), "an enumeration that the tests do not know")
			want[strings.Join(keys, ", ")] = words[of.Name()]
		}
	}
	assert.Equal(t, want, readTables(t)["Words"])
}

func TestEveryCodeIsDocumented(t *testing.T) {
	byLevel := map[string][]string{}
	for _, r := range accountmap.Rules() {
		byLevel[string(r.Level)] = append(byLevel[string(r.Level)], string(r.Code))
	}
	byLevel["reading"] = codeConstants(t)[1]
	want := map[string]string{"level": "codes"}
	for level, codes := range byLevel {
		want[level] = strings.Join(codes, ", ")
	}
	assert.Equal(t, want, readTables(t)["Problems"])
}

func TestTheDocumentedFileIsValid(t *testing.T) {
	text, err := os.ReadFile("FILE.md")
	require.NoError(t, err)
	example := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindSubmatch(text)
	require.NotNil(t, example)
	a, problems := codec.Decode(strings.NewReader(string(example[1])), codec.YAML)
	require.Empty(t, problems)
	assert.Empty(t, accountmap.Validate(a))
}

// declared returns the names that the package in a folder exports, methods as "Type.Method".
func declared(t *testing.T, folder string) map[string]bool {
	names := map[string]bool{}
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	require.NoError(t, err)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
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
	text, err := os.ReadFile("REQUIREMENTS.md")
	require.NoError(t, err)
	requirements, _, found := strings.Cut(string(text), "## What is left out")
	require.True(t, found)
	assert.Equal(t, 74, strings.Count(requirements, "\n- "), "one line a requirement")
	here, insight := declared(t, "."), declared(t, "insight")
	for _, match := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(string(text), -1) {
		if name, ok := strings.CutPrefix(match[1], "insight."); ok {
			assert.True(t, insight[name], "%s is no longer there", match[1])
		} else {
			assert.True(t, here[match[1]], "%s is no longer there", match[1])
		}
	}
}

func TestEveryReasonIsListed(t *testing.T) {
	listed := map[accountmap.Reason]bool{}
	for _, r := range accountmap.Reasons() {
		assert.False(t, listed[r], r)
		listed[r] = true
	}
	constants := 0
	for name := range declared(t, ".") {
		if strings.HasPrefix(name, "Reason") && name != "Reason" && name != "Reasons" {
			constants++
		}
	}
	assert.Len(t, listed, constants)
	assert.Len(t, accountmap.OverdueKinds(), 8)
}
