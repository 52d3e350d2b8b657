package codec_test

import (
	"bytes"
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// object is a JSON object that keeps the order of its keys.
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
	root := b.object(reflect.TypeFor[accountmap.Account](), "")
	schema := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", "Account Atlas account file"},
	}
	schema = append(schema, root...)
	var defs object
	for _, name := range b.order {
		defs = append(defs, member{name, b.defs[name]})
	}
	schema = append(schema, member{"$defs", defs})
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	require.NoError(t, e.Encode(schema))
	return out.Bytes()
}

// object returns the schema of a struct that stands under a key.
func (b *schemaBuilder) object(t reflect.Type, under string) object {
	var properties object
	var required []string
	for f := range t.Fields() {
		key, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		if option != "omitzero" || needed(under, key) {
			required = append(required, key)
		}
		property := b.value(f.Type, under, key)
		if text := b.source.describe(t, f); text != "" {
			property = append(property, member{"description", text})
		}
		properties = append(properties, member{key, property})
	}
	o := object{{"type", "object"}, {"additionalProperties", false}, {"properties", properties}}
	if required != nil {
		o = append(o, member{"required", required})
	}
	return append(o, conditions(under)...)
}

// value returns the schema of a value under a key of an object.
func (b *schemaBuilder) value(t reflect.Type, under, key string) object {
	switch {
	case t == reflect.TypeFor[accountmap.Money]():
		return b.shared("money", moneySchema())
	case t == reflect.TypeFor[accountmap.Date]():
		return b.shared("date", dateSchema())
	case t == reflect.TypeFor[accountmap.Recurrence]():
		return b.shared("recurrence", recurrenceSchema())
	case t == reflect.TypeFor[accountmap.Period]():
		return b.shared("period", periodSchema())
	case t == reflect.TypeFor[accountmap.Currency]():
		return b.shared("currency", object{{"type", "string"}, {"pattern", "^[A-Z]{3}$"}})
	case reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		words := b.source.words[t.Name()]
		require.NotEmpty(b.t, words, t.Name())
		return b.shared(strings.ToLower(t.Name()[:1])+t.Name()[1:], object{{"type", "string"}, {"enum", words}})
	case t.Kind() == reflect.Slice:
		return append(object{{"type", "array"}, {"items", b.value(t.Elem(), under, key)}}, limits(under, key)...)
	case t.Kind() == reflect.Struct:
		return b.shared(t.Name(), b.object(t, key))
	case t.Kind() == reflect.String && (t.Name() != "string" || mustSay(under, key)):
		return b.shared("word", object{{"type", "string"}, {"pattern", `\S`}, {"allOf", []any{b.shared("text", textSchema())}}})
	case t.Kind() == reflect.String:
		return b.shared("text", textSchema())
	case t.Kind() == reflect.Bool:
		return object{{"type", "boolean"}}
	case t.Kind() == reflect.Int:
		return append(object{{"type", "integer"}}, limits(under, key)...)
	default:
		require.Equal(b.t, reflect.Float64, t.Kind())
		return append(object{{"type", "number"}}, limits(under, key)...)
	}
}

// shared puts a schema under $defs and returns a reference to it.
func (b *schemaBuilder) shared(name string, schema object) object {
	if _, known := b.defs[name]; !known {
		b.defs[name] = schema
		b.order = append(b.order, name)
	}
	return object{{"$ref", "#/$defs/" + name}}
}
