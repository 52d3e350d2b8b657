package crm

import (
	"embed"
	"encoding"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
)

//go:embed systems/*.json
var systemFiles embed.FS

type systemFile struct {
	Title string `json:"title"`
	// Others are the names of objects that do not belong in an account, by their [key].
	Others []string `json:"others"`
	Mapping
}

type system struct {
	name  System
	title string
	// files maps the [key] of a file name to its table, or to [noTable] for an object that does not
	// belong in an account.
	files map[string]table
	// own holds the names of files that only this system gives; other file names may come from any
	// system.
	own map[string]bool
	// others holds the names of other objects that only this system gives.
	others map[string]bool
	// given maps the [key] of a file name to its table in the caller's mapping.
	given map[string]table
	// columns is the meaning of a column, by table and key of its heading.
	columns map[table]map[string]column
	// words is the meaning of a word in words of the account file, by field and key of the word.
	words map[field]map[string]word
}

type word struct {
	text     string
	meanings []string
}

type column struct {
	field field
	// rank is the position among the columns with the same meaning, from 0.
	rank int
	// called is the heading in the spelling of the mapping.
	called string
}

// newSystem returns the mapping of a CRM, overridden by the mapping of the caller. The error is a
// fault of the embedded files, which a test validates.
func newSystem(name System, own *Mapping) (*system, error) {
	s := &system{name: name, files: map[string]table{}, own: map[string]bool{}, others: map[string]bool{}, given: map[string]table{}, columns: map[table]map[string]column{}, words: map[field]map[string]word{}}
	for _, file := range []string{"common", string(name)} {
		f, err := readSystem(file)
		if err != nil {
			return nil, err
		}
		s.title = f.Title
		for _, n := range f.Others {
			_, common := s.files[s.fileName([]string{n})]
			s.files[n], s.others[n] = noTable, file != "common" && !common
		}
		for t, names := range f.Files {
			for _, n := range names {
				s.files[n], s.own[n] = table(t), file != "common"
			}
		}
		s.lay(&f.Mapping)
	}
	if own != nil {
		s.lay(own)
		for t, names := range own.Files {
			for _, n := range names {
				s.given[key(n)] = table(t)
			}
		}
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

// lay overrides the system with a mapping. The columns of the mapping come first, in its order.
func (s *system) lay(m *Mapping) {
	for name, fields := range m.Columns {
		t := table(name)
		known := s.columns[t]
		if known == nil {
			known = map[string]column{}
			s.columns[t] = known
		}
		for name, headings := range fields {
			f := field(name)
			for k, c := range known {
				if c.field == f {
					c.rank += len(headings)
					known[k] = c
				}
			}
			for rank, heading := range slices.Backward(headings) { // messages show the first of two spellings
				known[key(heading)] = column{f, rank, heading}
			}
		}
	}
	for name, words := range m.Words {
		f := field(name)
		if s.words[f] == nil {
			s.words[f] = map[string]word{}
		}
		for spelt, meant := range words {
			s.words[f][key(spelt)] = word{spelt, strings.Fields(meant)}
		}
	}
}

// translate translates a word of a field. The meaning may be empty. known reports whether the word
// is known.
func (s *system) translate(f field, text string) (meant []string, known bool) {
	for _, of := range wordsOf(f) {
		if w, ok := s.words[of][key(text)]; ok {
			return w.meanings, true
		}
	}
	if one, err := meaning(f, text); err == nil {
		return []string{one}, true
	}
	if i := strings.LastIndex(text, " ("); i > 0 && strings.HasSuffix(text, ")") { // HubSpot writes the pipeline of a stage after it
		return s.translate(f, text[:i])
	}
	if rest := strings.TrimLeft(strings.TrimLeft(text, "0123456789"), " .:-)"); slices.Contains([]field{fieldStage, fieldState, fieldOutcome}, f) && rest != "" && text[0] <= '9' && rest != text {
		return s.translate(f, rest) // "5 - Closed Won"
	}
	return nil, false
}

// wordsOf returns the fields whose vocabulary a field shares. In Dynamics, a label of a person may
// also be a role.
func wordsOf(f field) []field {
	if f == fieldInfluence {
		return []field{f, fieldRole}
	}
	return []field{f}
}

func (s *system) spellings(f field) []string {
	var all []string
	for _, of := range wordsOf(f) {
		for _, w := range s.words[of] {
			all = append(all, w.text)
		}
	}
	slices.Sort(all)
	return all
}

// key returns a heading or a word in its form for comparison: its letters and digits in lower case,
// or the whole text if it has neither.
func key(text string) string {
	folded := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
	if folded == "" {
		return strings.TrimSpace(text)
	}
	return folded
}

// meaning parses a word of the account file as a meaning of a field, and returns its canonical
// form.
func meaning(f field, word string) (string, error) {
	switch f {
	case fieldInfluence, fieldRole:
		var s accountmap.Stance
		if s.UnmarshalText([]byte(word)) == nil {
			return string(s), nil
		}
		return read(new(accountmap.Role), word)
	case fieldStance:
		return read(new(accountmap.Stance), word)
	case fieldLevel:
		return read(new(accountmap.ContactLevel), word)
	case fieldOrientation:
		return read(new(accountmap.Orientation), word)
	case fieldAdaptability:
		return read(new(accountmap.Adaptability), word)
	case fieldSeniority:
		return read(new(accountmap.Seniority), word)
	case fieldChannel:
		return read(new(accountmap.Channel), word)
	case fieldStage, fieldState, fieldOutcome:
		return read(new(accountmap.CoverageStatus), word)
	case fieldKind:
		return read(new(accountmap.SaleKind), word)
	case fieldPower:
		if len(word) == 1 && word >= "1" && word <= "5" {
			return word, nil
		}
		return "", fmt.Errorf("%q is not a power; write 1 to 5", word)
	case fieldCurrency:
		if code := strings.ToUpper(word); isCurrency(code) {
			return code, nil
		}
		return "", fmt.Errorf("%q is not a currency; write an ISO 4217 code, such as EUR", word)
	}
	if f == fieldEntry || f == fieldSide {
		if slices.Contains(entryWords(f), word) {
			return word, nil
		}
		return "", fmt.Errorf("%q is not one of %s", word, strings.Join(entryWords(f), ", "))
	}
	if yes, ok := truth(word); ok {
		if yes {
			return "yes", nil
		}
		return "no", nil
	}
	return "", fmt.Errorf("%q is neither yes nor no", word)
}

func read[T interface {
	*E
	encoding.TextUnmarshaler
}, E ~string](v T, word string) (string, error) {
	if err := v.UnmarshalText([]byte(word)); err != nil {
		return "", err
	}
	return string(*v), nil
}

func truth(word string) (yes, ok bool) {
	switch key(word) {
	case "true", "yes", "y", "1":
		return true, true
	case "false", "no", "n", "0":
		return false, true
	}
	return false, false
}

func isCurrency(word string) bool {
	return len(word) == 3 && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// nameHint is the information in the name of a file about its table.
type nameHint uint8

const (
	hintNone    nameHint = iota // "report1.csv"
	hintUnknown                 // an unknown name
	hintOther                   // an object that has no equivalent in an account: "Asset.csv"
	hintBoth                    // "Account leads.csv"
	hintTable
)

// readName reads the name of a file: "OpportunityLineItem.csv",
// "hubspot-crm-exports-all-contacts-2026-11-01.csv". The longest name in it counts.
func (s *system) readName(file string) (nameHint, []table) {
	base := strings.TrimSuffix(file, path.Ext(file))
	for _, name := range []string{file, base} {
		if t, ok := s.given[key(name)]; ok {
			return hintTable, []table{t}
		}
	}
	lower := strings.ToLower(base)
	words := wordsIn(lower)
	for _, suffix := range []string{"__c", "__x", "__mdt", "__kav", "history", "share", "feed", "changeevent"} {
		if strings.HasSuffix(lower, suffix) && len(lower) > len(suffix) {
			return hintOther, nil
		}
	}
	for n := min(4, len(words)); n > 0; n-- {
		first, other := len(words), -1 // the places of the first table and of the last other object
		var tables []table
		for i := range len(words) - n + 1 {
			t, known := s.files[s.fileName(words[i:i+n])]
			switch {
			case !known:
			case t == noTable:
				other = i
			case !slices.Contains(tables, t):
				tables, first = append(tables, t), min(first, i)
			}
		}
		switch {
		case len(tables) > 0 && other > first && isModifier(words[first:other]):
			return hintOther, nil
		case len(tables) > 0 && other >= 0:
			return hintBoth, tables
		case len(tables) > 0 && isOfThings(words[first+n-1:]):
			return hintUnknown, nil
		case len(tables) > 0:
			return hintTable, tables
		case other >= 0:
			return hintOther, nil
		}
	}
	if slices.ContainsFunc(words, func(word string) bool { return !isNoise(word) }) {
		return hintUnknown, nil
	}
	return hintNone, nil
}

func wordsIn(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// isOwn reports a file name that only this system gives, such as "Account.csv" of Salesforce.
// "Customer.csv" means accounts in any system; if both files exist, it is another object.
func (s *system) isOwn(file string) bool {
	if s.nameIsIn(s.own, file) {
		return true
	}
	_, given := s.given[key(file)]
	return given || s.given[key(strings.TrimSuffix(file, path.Ext(file)))] != noTable
}

// nameIsIn reports whether up to four words of a file name are one of the names.
func (s *system) nameIsIn(names map[string]bool, file string) bool {
	words := wordsIn(strings.ToLower(strings.TrimSuffix(file, path.Ext(file))))
	for n := range min(4, len(words)) {
		for i := range len(words) - n {
			if names[s.fileName(words[i:i+n+1])] {
				return true
			}
		}
	}
	return false
}

// fileName returns the known name, singular or plural, that consists of words of a file name.
func (s *system) fileName(words []string) string {
	name := strings.Join(words, "")
	if _, known := s.files[name]; !known {
		name = strings.TrimSuffix(name, "s")
	}
	return name
}

// isModifier reports that the first of the words before a noun describes it, as in "Account leads",
// unlike "Accounts leads" and "Account of leads".
func isModifier(words []string) bool {
	if strings.HasSuffix(words[0], "s") || words[0] == "people" {
		return false
	}
	return !slices.ContainsFunc(words, func(word string) bool {
		return slices.Contains([]string{"and", "by", "for", "from", "in", "of", "or", "to", "with", "y", "de", "con", "και"}, word)
	})
}

// isOfThings reports words whose first describes other things, as in "Product requests".
func isOfThings(words []string) bool {
	last := len(words) - 1
	for last > 0 && isNoise(words[last]) {
		last--
	}
	return last > 0 && strings.HasSuffix(words[last], "s") && isModifier(words[:last])
}

// isNoise reports a word of a file name that is unrelated to the content.
func isNoise(word string) bool {
	switch strings.TrimRight(word, "0123456789") {
	case "", "a", "active", "advanced", "all", "backup", "copy", "crm", "csv", "data", "download", "dynamics", "export", "exported", "exports", "extract", "file",
		"find", "hubspot", "list", "my", "new", "of", "old", "part", "query", "report", "reports", "result", "results", "salesforce", "sheet", "table", "the",
		"txt", "utf", "v", "view", "act", "goldmine":
		return true
	}
	return false
}
