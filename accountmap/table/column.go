package table

import (
	"reflect"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// Kind is the kind of the values in a column, and determines their Go type (see [Row.Value]).
type Kind string

// The kinds of columns.
const (
	// Key identifies rows without an id: a string. It is not a value of the account.
	Key Kind = "key"
	// ID is the id of an entry, unique in its table: a string.
	ID Kind = "id"
	// Reference is the id, or in tables without ids the key, of a row of the table [Column.Refers]:
	// a string.
	Reference Kind = "reference"
	// Text is a text of usually one line, LongText a text of several lines: strings.
	Text     Kind = "text"
	LongText Kind = "long text"
	// Word is a value of an enumeration, as in the account file: a string, one of [Column.Words].
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

// Column describes one value of each entry of a table.
type Column struct {
	// Key is the key in the account file, with dots for values of inner objects: "reportsTo",
	// "evidence.source".
	Key  string
	Kind Kind
	// List reports whether a cell holds any number of values of the kind: its value is then a
	// []string.
	List bool
	// Refers is the name of the table that a [Reference] leads to.
	Refers string
	// Enum is the Go name of the enumeration of a [Word], such as "ContactLevel", and Words are its
	// words in order.
	Enum  string
	Words []string
	// Required reports whether every entry must have the value; the account file always has its
	// key.
	Required bool
	// Zero reports whether 0 is a value, rather than unknown.
	Zero bool
	// Max is the largest number allowed; 0 means no limit.
	Max int

	t  reflect.Type
	at []int // the field's index in the entry; nil if it is not a field
}

// IsOwner reports whether the column holds the key of the row's owner, which is not a value of the
// entry.
func (c *Column) IsOwner() bool { return c.Kind == Reference && c.at == nil }

// longTexts are the keys of texts that usually take several lines.
var longTexts = map[string]bool{
	"answer": true, "authority": true, "comment": true, "description": true, "evidence": true, "mitigation": true, "note": true,
	"notes": true, "reason": true, "summary": true, "text": true, "wouldImprove": true,
}

// addColumns adds the columns of an object's values. Keys of inner objects are joined with a dot.
func (t *Table) addColumns(object *schema.Type, prefix string, at []int) {
	for _, f := range object.Fields {
		index := append(at[:len(at):len(at)], f.Index)
		switch {
		case f.Type.Kind == schema.Object:
			t.addColumns(f.Type, prefix+f.Key+".", index)
		case f.Value().Kind != schema.Object: // a list of objects is a table of its own
			t.addColumn(f, prefix+f.Key, index)
		}
	}
}

func (t *Table) addColumn(f *schema.Field, key string, at []int) {
	of := f.Value()
	c := Column{Key: key, Kind: kindOf(f), List: f.Type.Kind == schema.List, Words: of.Words, Required: f.Required, Zero: f.Zero, Max: f.Max, t: f.Type.Go, at: at}
	switch c.Kind {
	case Reference:
		c.Refers = of.Refers.Key
	case Word:
		c.Enum = of.Go.Name()
	}
	t.Columns = append(t.Columns, c)
}

func kindOf(f *schema.Field) Kind {
	switch of := f.Value(); of.Kind {
	case schema.Reference:
		if f.IsID() {
			return ID
		}
		return Reference
	case schema.Date:
		return Date
	case schema.Money:
		return Money
	case schema.Word:
		return Word
	case schema.Code:
		return Code
	case schema.Whole:
		return Whole
	case schema.Number:
		return Number
	case schema.Bool:
		return YesNo
	default:
		switch {
		case of.Go == reflect.TypeFor[accountmap.Currency]():
			return Code
		case longTexts[f.Key]:
			return LongText
		}
		return Text
	}
}
