package crm

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/importer/internal/mapping"
)

// Mapping says what the columns and words of a source mean. Both are compared without case, spaces and punctuation, so that "Stage Name",
// "StageName" and "STAGENAME" are the same.
type Mapping struct {
	// Columns has, by table and field, the headings of the columns that mean it; where a file has several of them, the first that is not empty
	// counts. A column listed here has no other meaning. The fields of each table are those of the files in the folder systems; "note" of
	// contacts puts the value into the contact's notes, and "ignore" skips the column.
	//
	//	{"deals": {"productName": ["Product line"], "ignore": ["Probability (%)"]}}
	Columns map[string]map[string][]string `json:"columns,omitempty"`
	// Words has, by field, the word of the account file, or several separated by spaces, for a word of the source. The empty word means that the
	// source's word has no meaning.
	//
	//	{"stage": {"Verbal yes": "proposed"}, "role": {"Works council": "influencer gatekeeper"}}
	Words map[string]map[string]string `json:"words,omitempty"`
}

// ReadMapping reads a mapping from JSON. The error names every unknown key or word, with the known one that it resembles.
func ReadMapping(r io.Reader) (*Mapping, error) {
	var m Mapping
	if err := mapping.Read(r, &m); err != nil {
		return nil, fmt.Errorf("crm: mapping: %w", err)
	}
	if err := m.check(); err != nil {
		return nil, fmt.Errorf("crm: %w", err)
	}
	return &m, nil
}

// check returns everything that is wrong with the mapping; a nil mapping is right.
func (m *Mapping) check() error {
	if m == nil {
		return nil
	}
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(m.Columns)) {
		t, ok := tableNamed(name)
		if !ok {
			errs = append(errs, fmt.Errorf("mapping: columns: %w", mapping.Unknown("table", name, tableNames())))
			continue
		}
		fields, taken := append([]string{fieldIgnore}, t.fields...), map[string]string{}
		for _, field := range slices.Sorted(maps.Keys(m.Columns[name])) {
			if !slices.Contains(fields, field) {
				errs = append(errs, fmt.Errorf("mapping: columns: %s: %w", name, mapping.Unknown("field", field, fields)))
			}
			for _, heading := range m.Columns[name][field] {
				if other, ok := taken[key(heading)]; ok && other != field {
					errs = append(errs, fmt.Errorf("mapping: columns: %s: the column %q cannot mean both %s and %s", name, heading, other, field))
				}
				taken[key(heading)] = field
			}
		}
	}
	for _, field := range slices.Sorted(maps.Keys(m.Words)) {
		if !slices.Contains(wordFields(), field) {
			errs = append(errs, fmt.Errorf("mapping: words: %w", mapping.Unknown("field", field, wordFields())))
			continue
		}
		for _, word := range slices.Sorted(maps.Keys(m.Words[field])) {
			for meant := range strings.FieldsSeq(m.Words[field][word]) {
				if _, err := meaning(field, meant); err != nil {
					errs = append(errs, fmt.Errorf("mapping: words: %s: %q: %w", field, word, err))
				}
			}
		}
	}
	return errors.Join(errs...)
}

func tableNames() []string {
	var names []string
	for _, t := range tables() {
		names = append(names, t.name)
	}
	return names
}
