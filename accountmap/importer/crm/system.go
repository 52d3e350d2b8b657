package crm

import (
	"embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

//go:embed systems/*.json
var systemFiles embed.FS

// systemFile is a file of the folder systems.
type systemFile struct {
	Title string `json:"title"`
	// Files has, by table, what files of it are called.
	Files map[string][]string `json:"files"`
	Mapping
}

// system is what is known of a CRM, with the caller's mapping laid over it.
type system struct {
	name  System
	title string
	// files has the table that a file's name tells, by key.
	files map[string]string
	// columns has, by table and key of a heading, what the column means.
	columns map[string]map[string]column
	// words has, by field and key of a word, what it means in words of the account file.
	words map[string]map[string]word
}

// word is a word of the source as it is spelt there, and what it means, which may be nothing.
type word struct {
	spelt string
	meant []string
}

// column is what a column means.
type column struct {
	field string
	// rank is its place among those that mean the same, the first being 0.
	rank int
	// called is its heading as the mapping spells it.
	called string
}

// newSystem returns what is known of a CRM. The error is one of the embedded files, which a test rules out.
func newSystem(name System, own *Mapping) (*system, error) {
	common, err := readSystem("common")
	if err != nil {
		return nil, err
	}
	file, err := readSystem(string(name))
	if err != nil {
		return nil, err
	}
	s := &system{name: name, title: file.Title, files: map[string]string{}, columns: map[string]map[string]column{},
		words: map[string]map[string]word{}}
	for t, names := range file.Files {
		for _, n := range names {
			s.files[n] = t
		}
	}
	if own == nil {
		own = &Mapping{}
	}
	for _, m := range []*Mapping{&common.Mapping, &file.Mapping, own} {
		s.lay(m)
	}
	return s, nil
}

func readSystem(name string) (*systemFile, error) {
	data, err := systemFiles.ReadFile("systems/" + name + ".json")
	if err != nil {
		return nil, fmt.Errorf("crm: %w", err)
	}
	var f systemFile
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("crm: systems/%s.json: %w", name, err)
	}
	return &f, nil
}

// lay puts a mapping over what is known so far. Its columns count before those, in their own order.
func (s *system) lay(m *Mapping) {
	for t, fields := range m.Columns {
		known := s.columns[t]
		if known == nil {
			known = map[string]column{}
			s.columns[t] = known
		}
		for field, headings := range fields {
			for k, c := range known {
				if c.field == field {
					c.rank += len(headings)
					known[k] = c
				}
			}
			for rank, heading := range slices.Backward(headings) { // of two spellings of one, the first is that for readers
				known[key(heading)] = column{field, rank, heading}
			}
		}
	}
	for field, words := range m.Words {
		if s.words[field] == nil {
			s.words[field] = map[string]word{}
		}
		for spelt, meant := range words {
			s.words[field][key(spelt)] = word{spelt, strings.Fields(meant)}
		}
	}
}

// means returns what a word of the source means in a field, which may be nothing, and whether it is known.
func (s *system) means(field, text string) (meant []string, known bool) {
	for _, f := range wordsOf(field) {
		if w, ok := s.words[f][key(text)]; ok {
			return w.meant, true
		}
	}
	if one, err := meaning(field, text); err == nil {
		return []string{one}, true
	}
	if i := strings.LastIndex(text, " ("); i > 0 && strings.HasSuffix(text, ")") { // HubSpot writes the pipeline of a stage behind it
		return s.means(field, text[:i])
	}
	return nil, false
}

// wordsOf returns the fields whose words a field has: the label that Dynamics gives to a person knows the roles, too.
func wordsOf(field string) []string {
	if field == "influence" {
		return []string{field, "role"}
	}
	return []string{field}
}

// spelt lists the words that a field knows, for a hint.
func (s *system) spelt(field string) []string {
	var all []string
	for _, f := range wordsOf(field) {
		for _, w := range s.words[f] {
			all = append(all, w.spelt)
		}
	}
	slices.Sort(all)
	return all
}
