package codec_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// object is a JSON object with ordered keys.
type object []member

type member struct {
	key   string
	value any
}

func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := e.Encode(m.key); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// schemaBuilder makes the schema of the account file.
type schemaBuilder struct {
	t      testing.TB
	source source
	defs   map[string]any
	order  []string
}

func buildSchema(t testing.TB) []byte {
	b := &schemaBuilder{t: t, source: readSource(t), defs: map[string]any{}}
	root := b.object(schema.Of(reflect.TypeFor[accountmap.Account]()).Account, "")
	file := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", "Account Atlas account file"},
	}
	file = append(file, root...)
	var defs object
	for _, name := range b.order {
		defs = append(defs, member{name, b.defs[name]})
	}
	file = append(file, member{"$defs", defs})
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	require.NoError(t, e.Encode(file))
	return out.Bytes()
}

// object returns the schema of an object under a key.
func (b *schemaBuilder) object(t *schema.Type, under string) object {
	var properties object
	var required []string
	for _, f := range t.Fields {
		if f.Required || needed(under, f.Key) {
			required = append(required, f.Key)
		}
		property := b.value(f.Type, f, under)
		if text := b.source.describe(t.Go, t.Go.Field(f.Index)); text != "" {
			property = append(property, member{"description", text})
		}
		properties = append(properties, member{f.Key, property})
	}
	o := object{{"type", "object"}, {"additionalProperties", false}, {"properties", properties}}
	if required != nil {
		o = append(o, member{"required", required})
	}
	return append(o, conditions(under)...)
}

// value returns the schema of the value of a field, or of an entry of its list.
func (b *schemaBuilder) value(t *schema.Type, f *schema.Field, under string) object {
	switch t.Kind {
	case schema.Money:
		return b.shared("money", moneySchema())
	case schema.Date:
		return b.shared("date", dateSchema())
	case schema.Word:
		return b.shared(strings.ToLower(t.Go.Name()[:1])+t.Go.Name()[1:], object{{"type", "string"}, {"enum", t.Words}})
	case schema.List:
		return append(object{{"type", "array"}, {"items", b.value(t.Elem, f, under)}}, limits(under, f)...)
	case schema.Object:
		return b.shared(t.Go.Name(), b.object(t, f.Key))
	case schema.Bool:
		return object{{"type", "boolean"}}
	case schema.Whole:
		return append(object{{"type", "integer"}}, limits(under, f)...)
	case schema.Number:
		return append(object{{"type", "number"}}, limits(under, f)...)
	}
	switch t.Go {
	case reflect.TypeFor[accountmap.Recurrence]():
		return b.shared("recurrence", recurrenceSchema())
	case reflect.TypeFor[accountmap.Period]():
		return b.shared("period", periodSchema())
	case reflect.TypeFor[accountmap.Currency]():
		return b.shared("currency", object{{"type", "string"}, {"pattern", "^[A-Z]{3}$"}})
	}
	require.NotEqual(b.t, schema.Code, t.Kind, "the syntax of %s is not known", t.Go)
	if t.Go.Name() != "string" || f.IsName() && f.Required || needed(under, f.Key) {
		return b.shared("word", object{{"type", "string"}, {"pattern", `\S`}, {"allOf", []any{b.shared("text", textSchema())}}})
	}
	return b.shared("text", textSchema())
}

// shared puts a schema under $defs and returns a reference to it.
func (b *schemaBuilder) shared(name string, schema object) object {
	if _, known := b.defs[name]; !known {
		b.defs[name] = schema
		b.order = append(b.order, name)
	}
	return object{{"$ref", "#/$defs/" + name}}
}
