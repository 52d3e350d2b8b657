// Package mapping reads the files that define the meaning of the columns and words of a source. It
// describes their faults, and declares the problem codes common to all importers.
package mapping

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// most is the maximum size of a file in bytes. The longest mapping of a large company has about ten
// thousand bytes.
const most = 1 << 20

// Read reads the one JSON object of a file into a pointer to a struct. The error names the line of
// a JSON fault, and every unknown key with its path and a suggestion.
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
		return errors.New("there is text after the end of the object")
	}
	return nil
}

// explain describes a fault for the author of the file.
func explain(err error, text []byte, into any) error {
	line := func(offset int64) int { return 1 + bytes.Count(text[:min(int(offset), len(text))], []byte("\n")) }
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fmt.Errorf("line %d: %w", line(e.Offset), err)
	}
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return fmt.Errorf("line %d: %s cannot hold a %s", line(e.Offset), e.Field, e.Value)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the file ends before its JSON does")
	}
	var read any
	if json.Unmarshal(text, &read) != nil {
		return err
	}
	var unknown Faults
	unknownKeys(reflect.TypeOf(into), read, "", &unknown)
	return cmp.Or(unknown.Err(), err)
}

// unknownKeys lists unknown keys of objects, with paths. Values may have any type.
func unknownKeys(t reflect.Type, read any, at string, found *Faults) {
	switch t.Kind() {
	case reflect.Pointer:
		unknownKeys(t.Elem(), read, at, found)
		return
	case reflect.Slice:
		entries, _ := read.([]any)
		for _, entry := range entries {
			unknownKeys(t.Elem(), entry, at, found)
		}
		return
	}
	values, _ := read.(map[string]any)
	for _, key := range slices.Sorted(maps.Keys(values)) {
		switch within, known := fieldOf(t, key); {
		case known:
			unknownKeys(within, values[key], at+key+": ", found)
		case t.Kind() == reflect.Struct:
			found.Add(func() error { return fmt.Errorf("%s%w", at, Unknown("key", key, keysOf(t))) })
		}
	}
}

// fieldOf returns the type of the value of a key, in any case, like package json.
func fieldOf(t reflect.Type, key string) (reflect.Type, bool) {
	if t.Kind() == reflect.Map {
		return t.Elem(), true
	}
	if t.Kind() != reflect.Struct {
		return nil, false
	}
	i := slices.IndexFunc(keysOf(t), func(known string) bool { return strings.EqualFold(known, key) })
	if i < 0 {
		return nil, false
	}
	return t.Field(i).Type, true
}

func keysOf(t reflect.Type) []string {
	var keys []string
	for i := range t.NumField() {
		keys = append(keys, schema.Key(t.Field(i)))
	}
	return keys
}

// Unknown returns the message for an unknown name, with the nearest known name or all of them.
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

// The codes of problems common to all importers, which export them.
const (
	ErrNoColumn      accountmap.Code = "no-column"
	ErrLeftOut       accountmap.Code = "left-out"
	ErrSharedAddress accountmap.Code = "shared-address"
	ErrContradiction accountmap.Code = "contradiction"
)

const maxFaults = 20

// Faults collects the faults of a mapping: the first ones, and the number of the others. The zero
// Faults is empty.
type Faults struct {
	listed []error
	more   int
}

// Add adds a fault. Its text is computed only if it is listed.
func (f *Faults) Add(fault func() error) {
	if len(f.listed) == maxFaults {
		f.more++
		return
	}
	f.listed = append(f.listed, fault())
}

// Err returns the faults, one a line, or nil.
func (f *Faults) Err() error {
	if f.more == 0 {
		return errors.Join(f.listed...)
	}
	return errors.Join(append(f.listed[:len(f.listed):len(f.listed)], fmt.Errorf("and %d more", f.more))...)
}
