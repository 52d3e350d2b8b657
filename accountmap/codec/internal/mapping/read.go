// Package mapping reads files that say what the columns and words of a source mean, and words what is wrong with them.
package mapping

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
)

// most bounds the bytes of a file: the longest mapping of a large company has some ten thousand.
const most = 16 << 20

// Read reads the one JSON object of a file into a pointer to a struct. The error names the line of what is no JSON, and of a key of the object itself that is not
// known the one that may be meant.
func Read(r io.Reader, into any) error {
	text, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return err
	}
	if len(text) > most {
		return fmt.Errorf("the file is larger than %d MiB", most>>20)
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return explain(err, text, into)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something stands behind the end of the object")
	}
	return nil
}

// explain says what is wrong for whoever wrote the file.
func explain(err error, text []byte, into any) error {
	line := func(offset int64) int { return 1 + bytes.Count(text[:min(int(offset), len(text))], []byte("\n")) }
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fmt.Errorf("line %d: %w", line(e.Offset), err)
	}
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return fmt.Errorf("line %d: %s is no place for a %s", line(e.Offset), e.Field, e.Value)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the file ends before its JSON does")
	}
	if _, quoted, ok := strings.Cut(err.Error(), `unknown field "`); ok {
		return Unknown("key", strings.TrimSuffix(quoted, `"`), keysOf(reflect.TypeOf(into).Elem()))
	}
	return err
}

// keysOf lists the keys of an object.
func keysOf(t reflect.Type) []string {
	var keys []string
	for i := range t.NumField() {
		key, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		keys = append(keys, key)
	}
	return keys
}

// Unknown says that a name is not one of those known, and which is near, or else all that there are.
func Unknown[T ~string](what, name string, known []T) error {
	names := make([]string, len(known))
	for i, k := range known {
		names[i] = string(k)
	}
	if near, ok := spell.Nearest(name, names); ok {
		return fmt.Errorf("there is no %s %q; did you mean %q?", what, name, near)
	}
	if len(names) == 0 {
		return fmt.Errorf("there is no %s %q", what, name)
	}
	return fmt.Errorf("there is no %s %q; there are %s", what, name, strings.Join(names, ", "))
}
