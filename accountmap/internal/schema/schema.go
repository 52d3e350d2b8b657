// Package schema describes the type of an account by reflection, once: its lists, objects and
// fields, with their kinds, references and requirements. It is the base of all code that does not
// distinguish lists: copies, selections, the plain rules, comparison, the formats of files, the
// columns of tables and the JSON Schema. A new list needs a type and a field of the account, but no
// change here.
//
// The package cannot import accountmap, so it works on any struct type whose fields have json tags:
//
//	var accountSchema = sync.OnceValue(func() *schema.Schema {
//		return schema.Of(reflect.TypeFor[Account]())
//	})
//
// # Derived from the Go types
//
//   - The key of a field is the name in its json tag. A field without omitzero is required: the
//     file always has its key.
//   - A list of the account whose entries have a required field "id" can have references. Every
//     other field of the id's type is a reference to that list, and a slice of the type is a list
//     of references.
//   - A type with the method Words() []string is an enumeration.
//   - Any other text that implements encoding.TextUnmarshaler has its own syntax: a recurrence, a
//     period.
//   - A struct that implements encoding.TextUnmarshaler is one value. Its name is Date or Money.
//
// # Options of the tag "account"
//
// Commas separate the options.
//
//	name        the name of the entry; by default the first required text
//	key         part of the identity of entries without an id; by default the name
//	key?        the same, in an entry whose own "id" is empty
//	about       an optional reference to the subject of the entry: a selection without the subject
//	            omits the entry, instead of only the reference
//	whole       empty means the whole client, or all products: more than a selection has
//	zero        0 is a value like any other; by default, 0 means unknown in an optional number
//	max=5       the largest number; the scale of a whole number begins at 1, and 0 means unknown
//	noun=figure the word for an entry of the list in messages; by default its Go type
package schema

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Kind is the kind of a value.
type Kind uint8

// The kinds of values.
const (
	// Text is any text.
	Text Kind = iota
	// Word is a word of an enumeration, one of [Type.Words].
	Word
	// Code is a text with its own syntax, such as a recurrence.
	Code
	// Reference is the id of an entry of the list [Type.Refers].
	Reference
	Date
	Money
	Whole
	Number
	Bool
	// List has entries of the type [Type.Elem], and Object has [Type.Fields].
	List
	Object
)

// Schema describes an account. It is read-only and safe for concurrent use.
type Schema struct {
	// Account is the whole account, an object.
	Account *Type
	types   map[reflect.Type]*Type
}

// Type describes a Go type that occurs in an account.
type Type struct {
	Go   reflect.Type
	Kind Kind
	// Elem is the type of the entries of a [List].
	Elem *Type
	// Fields are the fields of an [Object], in the order of the file.
	Fields []*Field
	// Words are the words of a [Word] in the order of the enumeration.
	Words []string
	// Refers is the list of the account that a [Reference] refers to.
	Refers *Field
	// Noun is the word for an [Object] in messages: "unit".
	Noun string
	// ID and Name are the fields of an [Object] with its id and with its name, or nil.
	ID, Name *Field

	byKey map[string]*Field
	// deep are the fields that contain lists.
	deep []*Field
	// keys are the identity of an entry, and keysWithoutID of an entry with an empty id.
	keys, keysWithoutID []*Field
}

// Field describes a field of an object.
type Field struct {
	// Key is the key in the file, and Name the name of the Go field.
	Key, Name string
	Index     int
	Type      *Type
	// Of is the object that has the field.
	Of *Type
	// Required reports whether the file always has the key, even for the zero value.
	Required bool
	// About and Whole are options of the tag; see the package documentation.
	About, Whole bool
	// Zero reports whether 0 is a value, rather than unknown.
	Zero bool
	// Max is the largest number allowed; 0 means no limit.
	Max int
}

// IsID reports whether the field is the id by which other entries refer to its object.
func (f *Field) IsID() bool { return f.Of.ID == f }

// IsName reports whether the field is the display name of its object.
func (f *Field) IsName() bool { return f.Of.Name == f }

// Value returns the type of the field or, for a list, the type of its entries.
func (f *Field) Value() *Type {
	if f.Type.Kind == List {
		return f.Type.Elem
	}
	return f.Type
}

// Field returns the field of an object with a key of the file.
func (t *Type) Field(key string) (*Field, bool) {
	f, ok := t.byKey[key]
	return f, ok
}

// Keys lists the keys of an object in the order of the file.
func (t *Type) Keys() []string {
	keys := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		keys[i] = f.Key
	}
	return keys
}

// Identity returns the fields that identify an entry of a list: the id, or else the keys, or else
// the name.
func (t *Type) Identity(entry reflect.Value) []*Field {
	if id, ok := t.byKey["id"]; ok && entry.Field(id.Index).IsZero() {
		return t.keysWithoutID
	}
	return t.keys
}

// Lists returns the fields of the account that are lists, in the order of the file.
func (s *Schema) Lists() []*Field {
	return slices.DeleteFunc(slices.Clone(s.Account.Fields), func(f *Field) bool { return f.Type.Kind != List })
}

// Enumerations returns the enumeration types of the account, in the order of their names.
func (s *Schema) Enumerations() []*Type {
	var all []*Type
	for _, t := range s.types {
		if t.Kind == Word {
			all = append(all, t)
		}
	}
	slices.SortFunc(all, func(a, b *Type) int { return strings.Compare(a.Go.Name(), b.Go.Name()) })
	return all
}

// Type returns the description of a Go type of the account, or nil.
func (s *Schema) Type(t reflect.Type) *Type { return s.types[t] }

// Key returns the key of a struct's field in the file.
func Key(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return key
}

// Of describes the account type. It panics on a programming error: an unknown type, or a list whose
// id is a plain string, since every text would be a reference to it.
func Of(account reflect.Type) *Schema {
	s := &Schema{types: map[reflect.Type]*Type{}}
	s.Account = s.describe(account)
	for _, list := range s.Lists() {
		if id := list.Type.Elem.ID; id != nil {
			if id.Type.Go == reflect.TypeFor[string]() {
				panic("schema: the id of " + list.Key + " needs a type of its own")
			}
			id.Type.Kind, id.Type.Refers = Reference, list
		}
	}
	for _, t := range s.types {
		switch {
		case t.ID != nil && t.ID.Type.Kind == Reference:
			t.keys, t.keysWithoutID = []*Field{t.ID}, []*Field{t.ID}
			continue
		case t.Name != nil && t.keysWithoutID == nil:
			t.keys, t.keysWithoutID = []*Field{t.Name}, []*Field{t.Name}
		}
		t.ID = nil // the account has no list of this type
	}
	return s
}

func (s *Schema) describe(t reflect.Type) *Type {
	if known, ok := s.types[t]; ok {
		return known
	}
	d := &Type{Go: t}
	s.types[t] = d
	reads := reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
	words, isEnum := reflect.Zero(t).Interface().(interface{ Words() []string })
	switch {
	case isEnum:
		d.Kind, d.Words = Word, words.Words()
	case t.Kind() == reflect.String && reads:
		d.Kind = Code
	case t.Kind() == reflect.String:
		d.Kind = Text
	case reads && t.Name() == "Date":
		d.Kind = Date
	case reads && t.Name() == "Money":
		d.Kind = Money
	case t.Kind() == reflect.Int:
		d.Kind = Whole
	case t.Kind() == reflect.Float64:
		d.Kind = Number
	case t.Kind() == reflect.Bool:
		d.Kind = Bool
	case t.Kind() == reflect.Slice:
		d.Kind, d.Elem = List, s.describe(t.Elem())
	case t.Kind() == reflect.Struct && !reads:
		s.object(d)
	default:
		panic(fmt.Sprintf("schema: a value of an account cannot be a %s", t))
	}
	return d
}

func (s *Schema) object(d *Type) {
	d.Kind, d.Noun, d.byKey = Object, noun(d.Go.Name()), map[string]*Field{}
	var firstText *Field
	for i := range d.Go.NumField() {
		field := d.Go.Field(i)
		_, option, _ := strings.Cut(field.Tag.Get("json"), ",")
		f := &Field{Key: Key(field), Name: field.Name, Index: i, Of: d, Type: s.describe(field.Type), Required: option != "omitzero", Zero: option != "omitzero"}
		s.options(f, field.Tag.Get("account"))
		d.Fields = append(d.Fields, f)
		d.byKey[f.Key] = f
		switch {
		case f.Type.Kind == List || f.Type.deep != nil:
			d.deep = append(d.deep, f)
		case f.Key == "id" && f.Required:
			d.ID = f
		case firstText == nil && f.Required && field.Type == reflect.TypeFor[string]():
			firstText = f
		}
	}
	if d.Name == nil {
		d.Name = firstText
	}
}

func (s *Schema) options(f *Field, tag string) {
	for option := range strings.SplitSeq(tag, ",") {
		switch name, value, _ := strings.Cut(option, "="); name {
		case "":
		case "name":
			f.Of.Name = f
		case "key":
			f.Of.keys = append(f.Of.keys, f)
			f.Of.keysWithoutID = append(f.Of.keysWithoutID, f)
		case "key?":
			f.Of.keysWithoutID = append(f.Of.keysWithoutID, f)
		case "about":
			f.About = true
		case "whole":
			f.Whole = true
		case "zero":
			f.Zero = true
		case "max":
			f.Max, _ = strconv.Atoi(value)
		case "noun":
			f.Value().Noun = value
		default:
			panic(fmt.Sprintf("schema: unknown option %q of %s.%s", option, f.Of.Go, f.Name))
		}
	}
}

func noun(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
