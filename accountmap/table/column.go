package table

import (
	"encoding"
	"reflect"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Kind is the sort of value in a column, and with it its Go type (see [Row.Value]).
type Kind string

// The kinds of columns.
const (
	// Key identifies rows without an id: a string. It is no value of the account.
	Key Kind = "key"
	// ID is the id of an entry, unique in its table: a string.
	ID Kind = "id"
	// Reference is the id, or in tables without ids the key, of a row of the table [Column.Refers]: a string.
	Reference Kind = "reference"
	// Text is a text, usually of one line, and LongText one of several: strings.
	Text     Kind = "text"
	LongText Kind = "long text"
	// Word is a value of an enumeration as the account file writes it: a string, one of [Column.Words].
	Word Kind = "word"
	// Code is a text with a syntax of its own, such as a recurrence or a period: a string.
	Code Kind = "code"
	// Date is an [accountmap.Date].
	Date Kind = "date"
	// Money is an [accountmap.Money]; its currency is empty for the account's own.
	Money Kind = "money"
	// Whole is an int, Number a float64 and YesNo a bool.
	Whole  Kind = "whole number"
	Number Kind = "number"
	YesNo  Kind = "yes or no"
)

// Column is one value of each entry of a table.
type Column struct {
	// Key is the key in the account file, with points for values of inner objects: "reportsTo", "evidence.source".
	Key  string
	Kind Kind
	// List reports that a cell holds any number of values of the kind: its value is a []string.
	List bool
	// Refers is the name of the table that a [Reference] leads to.
	Refers string
	// Enum is the Go name of the enumeration of a [Word], such as "ContactLevel", and Words are its words in order.
	Enum  string
	Words []string
	// Required reports that an entry means nothing without the value; the account file always has its key.
	Required bool

	t  reflect.Type
	at []int // from the entry; nil for a column that is no field of it
}

// longTexts are the keys of texts that take more than a line as a rule.
var longTexts = map[string]bool{
	"answer": true, "authority": true, "comment": true, "description": true, "evidence": true, "mitigation": true, "note": true,
	"notes": true, "reason": true, "summary": true, "text": true, "wouldImprove": true,
}

// addColumns adds the columns of an object's values. The keys of an object within it are joined with a point.
func (t *Table) addColumns(object reflect.Type, prefix string, at []int, ids map[reflect.Type]string) {
	for i := range object.NumField() {
		f := object.Field(i)
		way := append(at[:len(at):len(at)], i)
		switch {
		case f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct: // a table of its own
		case f.Type.Kind() == reflect.Struct && !isValue(f.Type):
			t.addColumns(f.Type, prefix+keyOf(f)+".", way, ids)
		default:
			t.addColumn(f, prefix+keyOf(f), way, ids)
		}
	}
}

func (t *Table) addColumn(f reflect.StructField, key string, at []int, ids map[reflect.Type]string) {
	c := Column{Key: key, Required: isRequired(f), t: f.Type, at: at}
	of := f.Type
	if of.Kind() == reflect.Slice {
		c.List, of = true, of.Elem()
	}
	words := wordsOf(of)
	switch list, isID := ids[of]; {
	case isID && key == "id" && c.Required:
		c.Kind = ID
	case isID:
		c.Kind, c.Refers = Reference, list
	case of == reflect.TypeFor[accountmap.Date]():
		c.Kind = Date
	case of == reflect.TypeFor[accountmap.Money]():
		c.Kind = Money
	case words != nil:
		c.Kind, c.Enum, c.Words = Word, of.Name(), words
	case isValue(of) || of == reflect.TypeFor[accountmap.Currency]():
		c.Kind = Code
	case of.Kind() == reflect.Int:
		c.Kind = Whole
	case of.Kind() == reflect.Float64:
		c.Kind = Number
	case of.Kind() == reflect.Bool:
		c.Kind = YesNo
	case longTexts[keyOf(f)]:
		c.Kind = LongText
	default:
		c.Kind = Text
	}
	t.Columns = append(t.Columns, c)
}

// isValue reports whether a type reads itself from a text.
func isValue(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}
