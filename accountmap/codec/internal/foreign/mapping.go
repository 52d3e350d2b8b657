package foreign

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// Mapping defines the meaning of the words in tables of other origin. Words are compared without
// case, accents, spaces and punctuation.
type Mapping struct {
	// Name, Currency and AsOf apply if no table has them.
	Name     string              `json:"name,omitempty"`
	Currency accountmap.Currency `json:"currency,omitempty"`
	AsOf     accountmap.Date     `json:"asOf,omitzero"`
	// Sheets maps the name of a sheet or file to the list of the account file: {"Mitarbeiter":
	// "contacts"}. An empty text ignores the sheet.
	Sheets map[string]string `json:"sheets,omitempty"`
	// Columns maps, for each list, a heading to the key of the account file: {"contacts":
	// {"Vorgesetzter": "reportsTo"}}. An empty text ignores the column.
	Columns map[string]map[string]string `json:"columns,omitempty"`
	// Words maps, for each enumeration by name, a word to the word of the account file: {"Stance":
	// {"freundlich": "supporter"}}. An empty text means unknown.
	Words map[string]map[string]string `json:"words,omitempty"`
}

const maxMapping = 4 << 20

// ReadMapping reads a mapping from JSON. The error names every unknown list, key and word, each
// with a similar known one.
func ReadMapping(r io.Reader) (*Mapping, error) {
	var m Mapping
	d := json.NewDecoder(io.LimitReader(r, maxMapping))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		return nil, fmt.Errorf("mapping: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, accountmap.Sentence(message.Of("mapping: there is more after the object: write one object"))
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	return &m, nil
}

func (m *Mapping) check() error {
	var wrong []error
	var lists []string
	enums := map[string][]string{"Power": {"1", "2", "3", "4", "5"}}
	for _, t := range table.All() {
		lists = append(lists, t.Name)
		for _, c := range t.Columns {
			if c.Enum != "" {
				enums[c.Enum] = c.Words
			}
		}
	}
	known := func(where, what, term string, all []string) {
		if term == "" || slices.Contains(all, term) {
			return
		}
		hint := message.Of("one of %s", quoted(all))
		if near, ok := spell.Nearest(term, all); ok {
			hint = message.Of("did you mean %q?", near)
		}
		wrong = append(wrong, accountmap.Sentence(message.Of("mapping: %s: there is no %s %q (%s)", where, message.Word(what), term, hint)))
	}
	for _, term := range slices.Sorted(maps.Keys(m.Sheets)) {
		known("sheets", "list", m.Sheets[term], lists)
	}
	for _, list := range slices.Sorted(maps.Keys(m.Columns)) {
		known("columns", "list", list, lists)
		if t, ok := table.Lookup(list); ok {
			for _, term := range slices.Sorted(maps.Keys(m.Columns[list])) {
				known("columns: "+list, "key", m.Columns[list][term], keysOf(t))
			}
		}
	}
	for _, enum := range slices.Sorted(maps.Keys(m.Words)) {
		known("words", "enumeration", enum, slices.Sorted(maps.Keys(enums)))
		for _, term := range slices.Sorted(maps.Keys(m.Words[enum])) {
			if words, ok := enums[enum]; ok {
				known("words: "+enum, "word", m.Words[enum][term], words)
			}
		}
	}
	return errors.Join(wrong...)
}

// keysOf lists the possible meanings of a column.
func keysOf(t *table.Table) []string {
	var keys []string
	for _, c := range t.Columns {
		if c.Key != table.RowKey && c.Key != "format" {
			keys = append(keys, c.Key)
		}
	}
	if t.Name == "contacts" || t.Name == "team" {
		keys = append(keys, firstName, lastName)
	}
	if t.Name == "contacts" {
		keys = append(keys, company)
	}
	return keys
}
