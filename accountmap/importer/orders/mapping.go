// Package orders adds an order book to an account: the orders and, if the files have them, the
// ordering units, the products, the contacts and the team. The files are CSV of any system. A
// [Mapping], in Go or in JSON, names their columns:
//
//	{
//	  "currency": "EUR",
//	  "orders": {
//	    "file": "order_details.csv",
//	    "join": [{"file": "orders.csv", "key": "OrderID"}],
//	    "columns": {"id": "OrderID", "unit": "CustomerID", "product": "ProductID", "date": "OrderDate", "quantity": "Quantity", "price": "UnitPrice"}
//	  }
//	}
//
// A file may be joined to another by a column of a third: lines to orders, and orders to customers.
// One flat file may serve as several tables: its rows of one id are one unit or product.
//
// The files may contain the orders of a whole portfolio: orders of unknown units are skipped and
// counted. Orders are read one by one. Memory holds only the orders of the account, the other
// tables, and the wanted columns of joined files.
//
// A first pass over each file detects its encoding and separator, and the notation of dates and
// numbers.
package orders

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/mapping"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// Mapping names the files of each table. Only Orders is required; without the other tables, the
// account must already have its units and products.
type Mapping struct {
	// Currency is the currency of amounts that name no currency. Empty means the currency of the
	// account.
	Currency accountmap.Currency `json:"currency,omitempty"`
	// DecimalMark is "." or ",", and DateOrder "day-month" or "month-day". Empty means that the
	// values of the file decide.
	DecimalMark string `json:"decimalMark,omitempty"`
	DateOrder   string `json:"dateOrder,omitempty"`
	// Units has the keys id, name, kind, parent, country, region, city, address and segment. An
	// unknown parent becomes a unit. Its id and name are the text of the parent, and its kind is
	// the value of the key parentKind.
	Units *Table `json:"units,omitempty"`
	// Products has the keys id, name, line, price and description.
	Products *Table `json:"products,omitempty"`
	// Contacts has the keys id, name, title, unit, email, phone and language.
	Contacts *Table `json:"contacts,omitempty"`
	// Team has the keys id, name, role, region and email.
	Team *Table `json:"team,omitempty"`
	// Orders has the keys id, unit, product, date, quantity, amount, currency, status, due and
	// delivered. Without an amount, it is price times quantity, minus discount (a share of one) or
	// discountPercent. With the key delivered but no status, an order with a delivery date is
	// delivered and any other is open. A row continues the order above if it has the same id, or
	// neither id, unit nor date: what it leaves empty about the order is as in that row. With the
	// key member, the member who took most orders of a unit looks after it if nobody else does, and
	// becomes the owner of its contacts without an owner.
	Orders *Table `json:"orders"`
}

// Table is a file whose rows become entries of a list of the account.
type Table struct {
	File string `json:"file"`
	// Columns maps each key of the list to the heading of its column, or to several headings whose
	// values are joined with spaces. A heading that occurs in several files has the prefix of its
	// file: "groups.csv:Name".
	Columns map[string]Headings `json:"columns"`
	// Values has the same text for every row, for keys without a column: {"kind": "company"}.
	Values map[string]string `json:"values,omitempty"`
	// Words translates words of the source, in any case, into words of the account file, for the
	// keys kind, parentKind and status. An empty translation means that the word has no meaning:
	// {"status": {"Enviado": "delivered", "Borrador": ""}}.
	Words map[string]map[string]string `json:"words,omitempty"`
	// Join adds to each row the columns of a row in another file, one file after the other. If
	// several files have a heading, the first file counts, and this is reported.
	Join []Join `json:"join,omitempty"`
	// Require lists required keys. A row without one of them is left out with a warning.
	Require []string `json:"require,omitempty"`
}

// Join adds to each row the row of File whose column To has the same text as the column Key. Key
// may be a column of an earlier join. An empty To means the name of Key.
type Join struct {
	File string `json:"file"`
	Key  string `json:"key"`
	To   string `json:"to,omitempty"`
}

// Headings are the names of columns. A single name needs no brackets in JSON.
type Headings []string

// UnmarshalJSON reads a text or a list of texts.
func (h *Headings) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*h = Headings{one}
		return nil
	}
	var several []string
	if err := json.Unmarshal(data, &several); err != nil {
		return errors.New("the name of a column, or a list of names, should be here")
	}
	*h = several
	return nil
}

// ReadMapping reads a mapping from JSON. The error names every unknown key, with a similar known
// one.
func ReadMapping(r io.Reader) (*Mapping, error) {
	var m Mapping
	if err := mapping.Read(r, &m); err != nil {
		return nil, fmt.Errorf("orders: mapping: %w", err)
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	return &m, nil
}

type key uint8

const (
	keyID key = iota
	keyName
	keyKind
	keyParent
	keyParentKind
	keyCountry
	keyRegion
	keyCity
	keyAddress
	keySegment
	keyLine
	keyPrice
	keyDescription
	keyRole
	keyEmail
	keyTitle
	keyUnit
	keyPhone
	keyLanguage
	keyProduct
	keyDate
	keyQuantity
	keyAmount
	keyDiscount
	keyDiscountPercent
	keyStatus
	keyDue
	keyDelivered
	keyMember
	keyCurrency
	keyCount
)

// String returns the name of a key in a mapping.
func (k key) String() string {
	return [keyCount]string{"id", "name", "kind", "parent", "parentKind", "country", "region", "city", "address", "segment", "line", "price",
		"description", "role", "email", "title", "unit", "phone", "language", "product", "date", "quantity", "amount", "discount", "discountPercent",
		"status", "due", "delivered", "member", "currency"}[k]
}

func keyNamed(name string) (key, bool) {
	for k := range keyCount {
		if k.String() == name {
			return k, true
		}
	}
	return 0, false
}

func (k key) isDate() bool { return k == keyDate || k == keyDue || k == keyDelivered }

func (k key) isNumber() bool {
	return k == keyQuantity || k == keyAmount || k == keyPrice || k == keyDiscount || k == keyDiscountPercent
}

// isFree reports the keys of ids, names and free text, where "NA" may be a value.
func (k key) isFree() bool {
	switch k {
	case keyID, keyName, keyUnit, keyProduct, keyParent, keyCountry, keyRegion, keyDescription:
		return true
	}
	return false
}

// isWord reports the keys whose values are words of the account file.
func (k key) isWord() bool { return k == keyKind || k == keyParentKind || k == keyStatus }

type list struct {
	name string
	// thing is the word for an entry in a message.
	thing string
	table *Table
	keys  []key
	needs []key
}

func (m *Mapping) lists() []list {
	return []list{
		{"units", "unit", m.Units, []key{keyID, keyName, keyKind, keyParent, keyParentKind, keyCountry, keyRegion, keyCity, keyAddress, keySegment},
			[]key{keyID}},
		{"products", "product", m.Products, []key{keyID, keyName, keyLine, keyPrice, keyDescription}, []key{keyID}},
		{"team", "member of the team", m.Team, []key{keyID, keyName, keyRole, keyRegion, keyEmail}, []key{keyID, keyName}},
		{"contacts", "contact", m.Contacts, []key{keyID, keyName, keyTitle, keyUnit, keyEmail, keyPhone, keyLanguage}, []key{keyID, keyName}},
		{"orders", "order", m.Orders, []key{keyID, keyUnit, keyProduct, keyDate, keyQuantity, keyAmount, keyPrice, keyDiscount, keyDiscountPercent,
			keyCurrency, keyStatus, keyDue, keyDelivered, keyMember}, []key{keyUnit, keyProduct, keyDate}},
	}
}

func (l list) required() []key {
	all := slices.Clone(l.needs)
	for _, name := range l.table.Require {
		if k, ok := keyNamed(name); ok {
			all = append(all, k)
		}
	}
	return all
}

func (m *Mapping) check() error {
	if m == nil || m.Orders == nil {
		return errors.New(`orders: the mapping has no "orders": say which file has the orders, and which columns`)
	}
	var found mapping.Faults
	if _, err := values.NewSpelling(m.DecimalMark, m.DateOrder); err != nil {
		found.Add(func() error { return fmt.Errorf("orders: mapping: %w", err) })
	}
	for _, l := range m.lists() {
		if l.table != nil {
			l.check(&found)
		}
	}
	return found.Err()
}

func (l list) check(found *mapping.Faults) {
	wrong := func(format string, args ...any) {
		found.Add(func() error { return fmt.Errorf("orders: mapping: "+l.name+": "+format, args...) })
	}
	if l.table.File == "" {
		wrong("no file is named")
	}
	var names []string
	for _, k := range l.keys {
		names = append(names, k.String())
	}
	known := func(name string) bool {
		ok := slices.Contains(names, name)
		if !ok {
			found.Add(func() error {
				return fmt.Errorf("orders: mapping: %s: %w", l.name, mapping.Unknown("key", name, names))
			})
		}
		return ok
	}
	for _, name := range slices.Sorted(maps.Keys(l.table.Columns)) {
		if known(name); len(l.table.Columns[name]) == 0 {
			wrong("the key %q names no column", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(l.table.Values)) {
		known(name)
	}
	for _, name := range slices.Sorted(maps.Keys(l.table.Words)) {
		k, _ := keyNamed(name)
		if !known(name) {
			continue
		}
		if !k.isWord() {
			wrong("words: the values of %q are not words", name)
			continue
		}
		for _, said := range slices.Sorted(maps.Keys(l.table.Words[name])) {
			if err := readWord(k, l.table.Words[name][said]); err != nil {
				wrong("words: %s: %q: %w", name, said, err)
			}
		}
	}
	for _, k := range l.needs {
		if l.table.Columns[k.String()] == nil && l.table.Values[k.String()] == "" {
			wrong("no column is named for %q", k)
		}
	}
	for _, name := range l.table.Require {
		if known(name) && l.table.Columns[name] == nil && l.table.Values[name] == "" {
			wrong("no column is named for %q", name)
		}
	}
	for _, j := range l.table.Join {
		if j.File == "" || j.Key == "" {
			wrong("a join names both a file and the column in which the rows are found")
		}
	}
}

// readWord returns the error for a word that is invalid in the account file, or nil.
func readWord(k key, word string) error {
	if k == keyStatus {
		return new(accountmap.OrderStatus).UnmarshalText([]byte(word))
	}
	return new(accountmap.UnitKind).UnmarshalText([]byte(word))
}

// vocabulary contains the words of a table by key, each in its form for comparison.
type vocabulary [keyCount]map[string]string

func newVocabulary(words map[string]map[string]string) *vocabulary {
	var v vocabulary
	for name, meant := range words {
		k, _ := keyNamed(name)
		v[k] = map[string]string{}
		for said, word := range meant {
			v[k][spell.Fold(said)] = word
		}
	}
	return &v
}

// means translates a word of a source into a word of the account file. A word of the account file
// stays unchanged.
func (v *vocabulary) means(k key, said string) string {
	if words := v[k]; words != nil && said != "" {
		if word, ok := words[spell.Fold(said)]; ok {
			return word
		}
	}
	return said
}
