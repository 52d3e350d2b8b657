package crm

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/mapping"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
)

// System is a CRM.
type System string

// The systems whose exports are known, and Other for any other system, of which a [Mapping] must say everything.
const (
	Salesforce System = "salesforce"
	HubSpot    System = "hubspot"
	Dynamics   System = "dynamics"
	ACT        System = "act"
	GoldMine   System = "goldmine"
	Other      System = "other"
)

// Systems lists the systems.
func Systems() []System { return []System{Salesforce, HubSpot, Dynamics, ACT, GoldMine, Other} }

// The codes of problems that only an import finds.
const (
	// ErrUnknownFile: a file that is no known table, or no known table among the files.
	ErrUnknownFile accountmap.Code = "unknown-file"
	// ErrUnknownColumn (a warning): a column with values that has no place in an account.
	ErrUnknownColumn accountmap.Code = "unknown-column"
	// ErrNoColumn (a warning): a file of deals without a known column for their stage or their amount.
	ErrNoColumn = mapping.ErrNoColumn
	// ErrNoRoot: the export has several accounts without a parent and the options do not say which is the client, or the one that they name is
	// not there.
	ErrNoRoot accountmap.Code = "no-root"
	// ErrLeftOut (a warning): rows that are not part of the account, such as contacts of other clients.
	ErrLeftOut = mapping.ErrLeftOut
	// ErrSharedAddress (a warning): two contacts with the same e-mail address.
	ErrSharedAddress = mapping.ErrSharedAddress
	// ErrContradiction (a warning): a contact who is described both as for us and against us, and a deal whose columns do not agree on whether it
	// was won, or on what it brings.
	ErrContradiction = mapping.ErrContradiction
)

// Options add what an export does not say. Nil and the zero Options leave everything to be detected.
type Options struct {
	// System is the system that wrote the files. Empty means the one whose columns they have.
	System System
	// Root is the id or the name of the account that is the client; all accounts that are not below it are left out. Empty means the only one without
	// a parent.
	Root string
	// Currency is the currency of the account. Empty means that of most deals.
	Currency accountmap.Currency
	// AsOf is the day of the export. Zero means the latest day on which a record was changed or a deal closed. A single row, or up to one in a
	// hundred, more than a year after all others does not count, and is reported.
	AsOf accountmap.Date
	// DecimalMark is "." or ",", and DateOrder "day-month" or "month-day". Empty means as the other values in the same file show.
	DecimalMark, DateOrder string
	// Mapping overrides the mapping of the system. Nil means nothing.
	Mapping *Mapping
}

// check returns what is wrong with the options.
func (o *Options) check() accountmap.Problems {
	var problems accountmap.Problems
	wrong := func(err error) {
		problems = append(problems, accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrInvalidValue, Path: "options",
			Detail: err.Error()})
	}
	if o.System != "" && !slices.Contains(Systems(), o.System) {
		wrong(mapping.Unknown("system", string(o.System), Systems()))
	}
	if _, err := values.NewSpelling(o.DecimalMark, o.DateOrder); err != nil {
		wrong(err)
	}
	if err := o.Mapping.check(); err != nil {
		wrong(err)
	}
	if o.Currency != "" && !isCurrency(string(o.Currency)) {
		wrong(mapping.Unknown("currency", string(o.Currency), []string{}))
	}
	return problems
}

// Mapping says what the columns and words of a source mean. Both are compared without case, spaces and punctuation, so that "Stage Name",
// "StageName" and "STAGENAME" are the same.
type Mapping struct {
	// DecimalMark is "." or ",", and DateOrder "day-month" or "month-day", as in [Options], which count before these.
	DecimalMark string `json:"decimalMark,omitempty"`
	DateOrder   string `json:"dateOrder,omitempty"`
	// Files has, by table, the names of the files that are of that table, with or without their extension.
	//
	//	{"accounts": ["organizations.csv"]}
	Files map[string][]string `json:"files,omitempty"`
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
	var wrong mapping.Faults
	for _, name := range slices.Sorted(maps.Keys(m.Columns)) {
		t := tableNamed(name)
		if t == noTable {
			wrong.Add(func() error { return fmt.Errorf("mapping: columns: %w", mapping.Unknown("table", name, tableNames())) })
			continue
		}
		fields, taken := []string{fieldIgnore.String()}, map[string]string{}
		for _, f := range t.layout().fields {
			fields = append(fields, f.String())
		}
		for _, f := range slices.Sorted(maps.Keys(m.Columns[name])) {
			if !slices.Contains(fields, f) {
				wrong.Add(func() error { return fmt.Errorf("mapping: columns: %s: %w", name, mapping.Unknown("field", f, fields)) })
			}
			for _, heading := range m.Columns[name][f] {
				if other, ok := taken[key(heading)]; ok && other != f {
					wrong.Add(func() error {
						return fmt.Errorf("mapping: columns: %s: the column %q cannot mean both %s and %s", name, heading, other, f)
					})
				}
				taken[key(heading)] = f
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(m.Files)) {
		if tableNamed(name) == noTable {
			wrong.Add(func() error { return fmt.Errorf("mapping: files: %w", mapping.Unknown("table", name, tableNames())) })
		}
	}
	if _, err := values.NewSpelling(m.DecimalMark, m.DateOrder); err != nil {
		wrong.Add(func() error { return fmt.Errorf("mapping: %w", err) })
	}
	var known []string
	for _, f := range wordFields() {
		known = append(known, f.String())
	}
	for _, name := range slices.Sorted(maps.Keys(m.Words)) {
		if !slices.Contains(known, name) {
			wrong.Add(func() error { return fmt.Errorf("mapping: words: %w", mapping.Unknown("field", name, known)) })
			continue
		}
		for _, word := range slices.Sorted(maps.Keys(m.Words[name])) {
			for meant := range strings.FieldsSeq(m.Words[name][word]) {
				if _, err := meaning(fieldNamed(name), meant); err != nil {
					wrong.Add(func() error { return fmt.Errorf("mapping: words: %s: %q: %w", name, word, err) })
				}
			}
		}
	}
	return wrong.Err()
}

func tableNames() []string {
	var names []string
	for _, t := range tables() {
		names = append(names, t.String())
	}
	return names
}
