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
)

// Mapping says which files hold what. Only Orders is required; without the other tables, the account must have its units and products already.
type Mapping struct {
	// Currency is the currency of amounts that name none. Empty means that of the account.
	Currency accountmap.Currency `json:"currency,omitempty"`
	// DecimalMark is "." or ",", and DateOrder "day-month" or "month-day". Empty means as the other values in the same file show.
	DecimalMark string `json:"decimalMark,omitempty"`
	DateOrder   string `json:"dateOrder,omitempty"`
	// Units has the keys id, name, kind, parent, country, region, city, address and segment. A parent that is no unit yet becomes one, with that
	// text as id and name and with the kind in the key parentKind.
	Units *Table `json:"units,omitempty"`
	// Products has the keys id, name, line, price and description.
	Products *Table `json:"products,omitempty"`
	// Contacts has the keys id, name, title, unit, email, phone and language.
	Contacts *Table `json:"contacts,omitempty"`
	// Team has the keys id, name, role, region and email.
	Team *Table `json:"team,omitempty"`
	// Orders has the keys id, unit, product, date, quantity, amount, status, due and delivered. Without an amount, it is price times quantity,
	// less discount (a share of one) or discountPercent. With a delivery date but no status, an order that has one is delivered and any other is
	// open. With the key member, the member who took most orders of a unit becomes the owner of those of its contacts who have none.
	Orders *Table `json:"orders"`
}

// Table is a file whose rows become entries of a list of the account.
type Table struct {
	File string `json:"file"`
	// Columns has, for each key of the list, the heading of its column, or several headings whose values are joined with spaces.
	Columns map[string]Headings `json:"columns"`
	// Values has, for keys without a column, a text that is the same in every row: {"kind": "company"}.
	Values map[string]string `json:"values,omitempty"`
	// Words has, for the keys kind, parentKind and status, the word of the account file that a word of the source means, whatever its case. The empty word says
	// that the source's means nothing: {"status": {"Enviado": "delivered", "Borrador": ""}}.
	Words map[string]map[string]string `json:"words,omitempty"`
	// Join adds to each row the columns of a row in another file. When several have a heading, the first counts.
	Join []Join `json:"join,omitempty"`
	// Require names keys without which a row is not part of the account; it is left out with a warning.
	Require []string `json:"require,omitempty"`
}

// Join adds to each row the row of File whose column To has the same text as the column Key. An empty To means the name of Key.
type Join struct {
	File string `json:"file"`
	Key  string `json:"key"`
	To   string `json:"to,omitempty"`
}

// Headings are the names of columns; a single one needs no brackets in JSON.
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

// ReadMapping reads a mapping from JSON. The error names every unknown key, with the known one that it resembles.
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

// list is a list of the account that a table may fill.
type list struct {
	name  string
	table *Table
	keys  []string
	needs []string
}

// lists returns the tables in the order in which they are read, whether the mapping has them or not.
func (m *Mapping) lists() []list {
	return []list{
		{"units", m.Units, []string{"id", "name", "kind", "parent", "parentKind", "country", "region", "city", "address", "segment"},
			[]string{"id"}},
		{"products", m.Products, []string{"id", "name", "line", "price", "description"}, []string{"id"}},
		{"team", m.Team, []string{"id", "name", "role", "region", "email"}, []string{"id", "name"}},
		{"contacts", m.Contacts, []string{"id", "name", "title", "unit", "email", "phone", "language"}, []string{"id", "name"}},
		{"orders", m.Orders, []string{"id", "unit", "product", "date", "quantity", "amount", "price", "discount", "discountPercent", "status",
			"due", "delivered", "member"}, []string{"unit", "product", "date"}},
	}
}

// check returns everything that is wrong with the mapping.
func (m *Mapping) check() error {
	if m == nil || m.Orders == nil {
		return errors.New(`orders: the mapping has no "orders": say which file has the orders, and which columns`)
	}
	var errs []error
	if _, err := values.NewSpelling(m.DecimalMark, m.DateOrder); err != nil {
		errs = append(errs, fmt.Errorf("orders: mapping: %w", err))
	}
	for _, l := range m.lists() {
		if l.table != nil {
			errs = append(errs, l.check()...)
		}
	}
	return errors.Join(errs...)
}

func (l list) check() (errs []error) {
	wrong := func(format string, args ...any) {
		errs = append(errs, fmt.Errorf("orders: mapping: "+l.name+": "+format, args...))
	}
	if l.table.File == "" {
		wrong("no file is named")
	}
	known := func(key string) {
		if !slices.Contains(l.keys, key) {
			wrong("%w", mapping.Unknown("key", key, l.keys))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(l.table.Columns)) {
		known(key)
		if len(l.table.Columns[key]) == 0 {
			wrong("the key %q names no column", key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(l.table.Values)) {
		known(key)
	}
	for _, key := range slices.Sorted(maps.Keys(l.table.Words)) {
		known(key)
		if slices.Contains(l.keys, key) && !isWord(key) {
			wrong("words: the values of %q are no words", key)
		}
		for _, said := range slices.Sorted(maps.Keys(l.table.Words[key])) {
			if err := readWord(key, l.table.Words[key][said]); isWord(key) && err != nil {
				wrong("words: %s: %q: %w", key, said, err)
			}
		}
	}
	for _, key := range slices.Concat(l.needs, l.table.Require) {
		if l.table.Columns[key] == nil && l.table.Values[key] == "" {
			wrong("no column is named for %q", key)
		}
	}
	for _, j := range l.table.Join {
		if j.File == "" || j.Key == "" {
			wrong("a join names both a file and the column in which the rows are found")
		}
	}
	return errs
}
