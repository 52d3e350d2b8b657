package foreign

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// Meanings of columns that are not columns of the account file.
const (
	firstName = "(first name)"
	lastName  = "(last name)"
	company   = "(company)"
	ignored   = "(ignored)"
)

//go:embed synonyms.json
var synonymsFile []byte

// synonyms are additional words in English, Spanish and Greek, in the notation of a [Mapping].
type synonyms struct {
	// Lists maps each table to further sheet names.
	Lists map[string][]string `json:"lists"`
	// Columns maps each table and key to further headings; the table "*" means every table.
	Columns map[string]map[string][]string `json:"columns"`
	// Words maps each enumeration and value to further words.
	Words map[string]map[string][]string `json:"words"`
	// Totals are the words that introduce a total.
	Totals []string `json:"totals"`
	// Vacant are the words that denote an unoccupied position instead of a name.
	Vacant []string `json:"vacant"`
	// Plain are sheet names without a meaning.
	Plain []string `json:"plain"`
}

// readSynonyms panics on an invalid file. A test validates it.
var readSynonyms = sync.OnceValue(func() *synonyms {
	var s synonyms
	if err := json.Unmarshal(synonymsFile, &s); err != nil {
		panic("foreign: synonyms.json: " + err.Error())
	}
	return &s
})

type names struct {
	lists   map[string]*table.Table
	columns map[*table.Table]map[string]string // the key of a column by its heading
	words   map[string]map[string]string       // the value by enumeration and word
	// headings holds the headings of all tables.
	headings map[string]bool
	totals   map[string]bool
	vacant   map[string]bool
	plain    map[string]bool
}

var plainNames = sync.OnceValue(func() *names { return newNames(&Mapping{}) })

// namesFor returns the names, with the words of a mapping first.
func namesFor(m *Mapping) *names {
	if len(m.Sheets)+len(m.Columns)+len(m.Words) == 0 {
		return plainNames()
	}
	return newNames(m)
}

// newNames returns the words of the mapping, the account file, the three languages and the
// synonyms, in this order of precedence.
func newNames(m *Mapping) *names {
	s := readSynonyms()
	n := &names{lists: map[string]*table.Table{}, columns: map[*table.Table]map[string]string{}, words: map[string]map[string]string{},
		headings: map[string]bool{}, totals: set(s.Totals), vacant: set(s.Vacant), plain: set(s.Plain)}
	for term, list := range m.Sheets {
		n.lists[fold(term)], _ = table.Lookup(list) // nil for a sheet to be ignored
	}
	for _, t := range table.All() {
		n.addColumns(t, m, s)
	}
	for _, t := range table.All() {
		n.addList(t, t.Name)
		for _, l := range languages() {
			n.addList(t, l.Field("", t.Name[strings.LastIndexByte(t.Name, '.')+1:]))
		}
	}
	for _, t := range table.All() {
		for _, term := range s.Lists[t.Name] {
			n.addList(t, term)
		}
	}
	for enum, values := range s.Words {
		n.words[enum] = map[string]string{}
		for value, words := range values {
			for _, term := range words {
				n.words[enum][fold(term)] = value
			}
		}
	}
	for enum, words := range m.Words {
		if n.words[enum] == nil {
			n.words[enum] = map[string]string{}
		}
		for term, value := range words {
			n.words[enum][fold(term)] = value
		}
	}
	return n
}

func (n *names) addList(t *table.Table, term string) {
	if _, taken := n.lists[fold(term)]; !taken && term != "" {
		n.lists[fold(term)] = t
	}
}

func (n *names) addColumns(t *table.Table, m *Mapping, s *synonyms) {
	known := map[string]string{}
	n.columns[t] = known
	add := func(term, key string) {
		if _, taken := known[fold(term)]; !taken && fold(term) != "" {
			known[fold(term)] = key
		}
	}
	for term, key := range m.Columns[t.Name] {
		key = cmp.Or(key, ignored)
		add(term, key)
	}
	defer func() {
		for term := range known {
			n.headings[term] = true
		}
	}()
	own := s.Columns[t.Name]
	for _, key := range slices.Sorted(maps.Keys(own)) { // own words first: "name" means a first name in two of the languages
		for _, term := range own[key] {
			add(term, key)
		}
	}
	for _, c := range t.Columns {
		if c.Key == table.RowKey || c.Key == "format" {
			continue
		}
		add(c.Key, c.Key)
		for _, l := range languages() {
			add(l.Heading(t.Name, c.Key), c.Key)
		}
	}
	all := s.Columns["*"]
	for _, key := range slices.Sorted(maps.Keys(all)) {
		if _, has := t.Column(key); !has && key != ignored {
			continue
		}
		for _, term := range all[key] {
			add(term, key)
		}
	}
}

// column returns the key for a heading of a table, or for the heading without its bracketed part.
func (n *names) column(t *table.Table, heading string) (key string, ok bool) {
	if key, ok = n.columns[t][fold(heading)]; ok {
		return key, true
	}
	if i := strings.IndexAny(heading, "(["); i > 0 {
		key, ok = n.columns[t][fold(heading[:i])]
	}
	return key, ok
}

// mayHead reports whether a line may contain headings: at least two cells are headings of some
// table.
func (n *names) mayHead(l line) bool {
	headings := 0
	for _, c := range l.cells {
		if c.Kind == rows.Text && len(c.Text) <= longestHeading {
			key, _, _ := strings.Cut(c.Text, "(")
			if n.headings[fold(c.Text)] || n.headings[fold(key)] {
				headings++
			}
		}
	}
	return headings >= 2
}

const longestHeading = 120

// list returns the table for the name of a sheet or file. The table is nil for an ignored sheet.
func (n *names) list(sheet string) (*table.Table, bool) {
	t, ok := n.lists[fold(sheet)]
	return t, ok
}

// word returns the value of an enumeration for a word, by the mapping and the synonyms.
func (n *names) word(enum, term string) (value string, ok bool) {
	value, ok = n.words[enum][fold(term)]
	return value, ok
}

// fold returns a text for comparison: its letters and digits in lower case without accents, or the
// whole text if it has neither.
func fold(text string) string {
	var b strings.Builder
	if plain := strings.IndexFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) < 0; plain {
		for _, c := range []byte(text) {
			switch {
			case c >= 'A' && c <= 'Z':
				b.WriteByte(c + 'a' - 'A')
			case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
				b.WriteByte(c)
			}
		}
		if b.Len() == 0 {
			return strings.TrimSpace(text)
		}
		return b.String()
	}
	for _, r := range norm.NFKD.String(text) {
		switch {
		case r == 'ς', r == 'Σ':
			b.WriteRune('σ')
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	if b.Len() == 0 {
		return strings.TrimSpace(text)
	}
	return b.String()
}

func set(words []string) map[string]bool {
	all := map[string]bool{}
	for _, w := range words {
		all[fold(w)] = true
	}
	return all
}

func languages() []*terms.Terms {
	var all []*terms.Terms
	for _, tag := range terms.Languages() {
		l, _ := terms.Lookup(tag)
		all = append(all, l)
	}
	return all
}
