package codec_test

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// checker validates a document with the JSON Schema keywords of the account file's schema. It fails
// on any other keyword.
type checker struct {
	t        testing.TB
	root     map[string]any
	patterns map[string]*regexp.Regexp
	// faults lists the invalid places of the document, each with the violated keyword.
	faults []string
}

// faultsBySchema returns the schema violations of a document.
func faultsBySchema(t testing.TB, schema []byte, document any) []string {
	c := &checker{t: t, patterns: map[string]*regexp.Regexp{}}
	require.NoError(t, json.Unmarshal(schema, &c.root))
	c.check(document, c.root, "")
	return c.faults
}

func (c *checker) check(v any, schema map[string]any, at string) {
	for keyword, want := range schema {
		if !c.holds(v, keyword, want, schema, at) {
			c.faults = append(c.faults, at+" "+keyword)
		}
	}
}

// fits reports whether a value is valid, without recording its violations.
func (c *checker) fits(v any, schema any, at string) bool {
	inner := &checker{t: c.t, root: c.root, patterns: c.patterns}
	inner.check(v, schema.(map[string]any), at)
	return len(inner.faults) == 0
}

func (c *checker) holds(v any, keyword string, want any, schema map[string]any, at string) bool {
	text, isText := v.(string)
	number, isNumber := toNumber(v)
	entries, isObject := v.(map[string]any)
	list, isList := v.([]any)
	switch keyword {
	case "$schema", "$defs", "title", "description", "format", "then":
	case "$ref":
		name := strings.TrimPrefix(want.(string), "#/$defs/")
		c.check(v, c.root["$defs"].(map[string]any)[name].(map[string]any), at)
	case "type":
		return map[string]bool{
			"string": isText, "number": isNumber, "integer": isNumber && number == math.Trunc(number), "object": isObject, "array": isList,
			"boolean": v == true || v == false,
		}[want.(string)]
	case "const":
		n, numeric := toNumber(want)
		return v == want || numeric && isNumber && n == number
	case "enum":
		return slices.Contains(want.([]any), v)
	case "pattern":
		return !isText || c.pattern(want.(string)).MatchString(text)
	case "minLength":
		return !isText || utf8.RuneCountInString(text) >= int(want.(float64))
	case "minimum":
		return !isNumber || number >= want.(float64)
	case "maximum":
		return !isNumber || number <= want.(float64)
	case "properties":
		for key, of := range want.(map[string]any) {
			if value, has := entries[key]; has {
				c.check(value, of.(map[string]any), at+"."+key)
			}
		}
	case "additionalProperties":
		for key := range entries {
			if _, known := schema["properties"].(map[string]any)[key]; !known {
				return false
			}
		}
	case "required":
		for _, key := range want.([]any) {
			if _, has := entries[key.(string)]; isObject && !has {
				return false
			}
		}
	case "items":
		for i, value := range list {
			c.check(value, want.(map[string]any), fmt.Sprintf("%s[%d]", at, i))
		}
	case "uniqueItems":
		for i, value := range list {
			if slices.ContainsFunc(list[:i], func(other any) bool { return reflect.DeepEqual(value, other) }) {
				return false
			}
		}
	case "allOf":
		for _, of := range want.([]any) {
			c.check(v, of.(map[string]any), at)
		}
	case "anyOf":
		return slices.ContainsFunc(want.([]any), func(of any) bool { return c.fits(v, of, at) })
	case "if":
		if c.fits(v, want, at) {
			c.check(v, schema["then"].(map[string]any), at)
		}
	default:
		require.Fail(c.t, "the checker does not know the keyword "+keyword)
	}
	return true
}

// toNumber converts the number types of the JSON and YAML readers.
func toNumber(v any) (float64, bool) {
	switch r := reflect.ValueOf(v); r.Kind() {
	case reflect.Int, reflect.Int64:
		return float64(r.Int()), true
	case reflect.Uint64:
		return float64(r.Uint()), true
	case reflect.Float64:
		return r.Float(), true
	}
	return 0, false
}

// pattern compiles an ECMA 262 pattern, whose escapes differ from Go's, and caches it.
func (c *checker) pattern(of string) *regexp.Regexp {
	if c.patterns[of] == nil {
		c.patterns[of] = regexp.MustCompile(regexp.MustCompile(`\\u([0-9A-F]{4})`).ReplaceAllString(of, `\x{$1}`))
	}
	return c.patterns[of]
}
