package accountmap_test

import (
	"go/parser"
	"go/token"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// documented returns the tables of the package documentation: by heading and first word of a row, the rest of it.
func documented(t *testing.T) map[string]map[string]string {
	file, err := parser.ParseFile(token.NewFileSet(), "doc_file.go", nil, parser.ParseComments)
	require.NoError(t, err)
	tables, heading, row := map[string]map[string]string{}, "", ""
	for line := range strings.Lines(file.Doc.Text()) {
		line = strings.TrimRight(line, "\n")
		if title, ok := strings.CutPrefix(line, "# "); ok {
			heading, tables[title] = title, map[string]string{}
		}
		body, inTable := strings.CutPrefix(line, "\t")
		if !inTable {
			continue
		}
		if !strings.HasPrefix(body, " ") {
			row, body, _ = strings.Cut(body, " ")
		}
		tables[heading][row] = strings.TrimSpace(tables[heading][row] + " " + strings.TrimSpace(body))
	}
	return tables
}

// keyList lists the keys of an object as the documentation does.
func keyList(of reflect.Type) string {
	var keys []string
	for f := range of.Fields() {
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		inner := f.Type
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
	want := map[string]string{}
	for f := range reflect.TypeFor[accountmap.Account]().Fields() {
		list, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch f.Type.Kind() {
		case reflect.Slice:
			want[list] = keyList(f.Type.Elem())
		case reflect.Struct:
			want[list] = keyList(f.Type)
		}
	}
	assert.Equal(t, want, documented(t)["The account file"])
}

func TestEveryWordIsDocumented(t *testing.T) {
	want := map[string]string{}
	for _, e := range enumerations() {
		want[e.name] = strings.Join(e.words, ", ")
	}
	assert.Equal(t, want, documented(t)["Words"])
	for of := range textTypes(reflect.TypeFor[accountmap.Account](), map[reflect.Type]bool{}) {
		switch of {
		case reflect.TypeFor[accountmap.Recurrence](), reflect.TypeFor[accountmap.Period]():
		default:
			assert.Contains(t, want, of.Name(), "an enumeration that the tests do not know")
		}
	}
}

// textTypes collects the types of texts of the account that read themselves.
func textTypes(of reflect.Type, found map[reflect.Type]bool) map[reflect.Type]bool {
	switch of.Kind() {
	case reflect.Slice:
		textTypes(of.Elem(), found)
	case reflect.Struct:
		for f := range of.Fields() {
			textTypes(f.Type, found)
		}
	case reflect.String:
		if _, reads := reflect.PointerTo(of).MethodByName("UnmarshalText"); reads {
			found[of] = true
		}
	}
	return found
}

func TestEveryCodeIsDocumented(t *testing.T) {
	bySeverity := map[string][]string{}
	for _, r := range accountmap.Rules() {
		bySeverity[string(r.Severity)] = append(bySeverity[string(r.Severity)], string(r.Code))
	}
	bySeverity["reading"] = codeConstants(t)[1]
	want := map[string]string{}
	for severity, codes := range bySeverity {
		want[severity] = strings.Join(codes, ", ")
	}
	assert.Equal(t, want, documented(t)["Problems"])
}
