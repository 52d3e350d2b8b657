package terms

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"strings"

	"golang.org/x/text/feature/plural"
)

//go:embed words messages
var files embed.FS

// readWords returns the words of a language by key. Each file in the language's folder is a JSON
// object of keys and words; no key is in two files. The words of a [Terms.Count] have two keys,
// ending in the plural forms of CLDR.
func readWords(fsys fs.FS, lang string) (map[string]string, error) {
	return readFolder(fsys, "words", lang)
}

// readMessages returns the formats of a language by the English ones. English has no files.
func readMessages(fsys fs.FS, lang string) (map[string]string, error) {
	if lang == "en" {
		return nil, nil
	}
	return readFolder(fsys, "messages", lang)
}

func readFolder(fsys fs.FS, folder, lang string) (map[string]string, error) {
	words := map[string]string{}
	areas, err := fs.Glob(fsys, path.Join(folder, lang, "*.json"))
	if err != nil {
		return words, err
	}
	if len(areas) == 0 {
		return words, fmt.Errorf("%s of %s: %w", folder, lang, fs.ErrNotExist)
	}
	for _, name := range areas {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return words, err
		}
		var some map[string]string
		if err := json.Unmarshal(data, &some); err != nil {
			return words, fmt.Errorf("%s: %w", name, err)
		}
		maps.Copy(words, some)
	}
	return words, nil
}

// Field returns the word for a key of the account file: Field("contacts", "reportsTo") is "Reports
// to". The list is the key of the list or object that contains the key, and empty for top-level
// keys of the file; it matters for few keys, such as "to" in a relationship and in a member of the
// team. An unknown key is returned as it is.
func (t *Terms) Field(list, key string) string {
	words := t.orEnglish().words
	if word, ok := words["field."+list+"."+key]; ok {
		return word
	}
	if word, ok := words["field."+key]; ok {
		return word
	}
	return key
}

// Key names a text. The constants of this package list all keys, each with its English text as a
// comment. Texts marked "Count" are for [Terms.Count], all others for [Terms.Text].
type Key string

// Text returns the text of a key with its placeholders filled: {0} is the first of args, {1} the
// second, wherever the language puts them.
//
// A string is inserted unchanged, braces included; an int is written by [Terms.Number], an
// [accountmap.Date] by [Terms.Date], an [accountmap.Money] by [Terms.Money] and anything else by
// fmt.Sprint. A placeholder without an argument is left as it is. A key without a text is returned
// as it is.
func (t *Terms) Text(k Key, args ...any) string {
	t = t.orEnglish()
	return t.fill(t.text(k, formOther), args)
}

// Count returns the text of a key for n things, in the language's form for that number: "1 person",
// "25 people". {0} is n, {1} the first of args, and so on; see [Terms.Text].
func (t *Terms) Count(k Key, n int, args ...any) string {
	t = t.orEnglish()
	return t.fill(t.text(k, t.form(n)), append([]any{n}, args...))
}

func (t *Terms) text(k Key, form string) string {
	if text, ok := t.words[string(k)]; ok {
		return text
	}
	if text, ok := t.words[string(k)+"."+form]; ok {
		return text
	}
	return string(k)
}

// The plural forms of the package's languages, by their CLDR names.
const (
	formOne   = "one"
	formOther = "other"
)

func (t *Terms) form(n int) string {
	// The plural rules depend on a number's size and last digits, which a smaller number can keep.
	const million = 1_000_000
	if n >= million || n <= -million {
		n = million + max(n%million, -(n%million))
	}
	if plural.Cardinal.MatchPlural(t.tag, max(n, -n), 0, 0, 0, 0) == plural.One {
		return formOne
	}
	return formOther
}

// Heading returns the words for a column of a table of package accountmap/table by their names
// there: Heading("contacts", "evidence.source") is "Evidence: Source". An unknown column is
// returned as it is.
func (t *Terms) Heading(table, column string) string {
	words := t.orEnglish().words
	if word, ok := words["table."+column]; ok {
		return word
	}
	list := table[strings.LastIndexByte(table, '.')+1:]
	object, key, within := strings.Cut(column, ".")
	if !within {
		return t.Field(list, column)
	}
	return t.Field(list, object) + ": " + t.Field(object, key)
}

// YesNo returns the words for true and false: "Yes".
func (t *Terms) YesNo(v bool) string {
	if v {
		return t.word("table.yes")
	}
	return t.word("table.no")
}

// Word returns the word for a value of an enumeration by the name of its type in package
// accountmap: Word("Stance", "champion") is "Champion". The empty value has the word for unknown,
// as in [Terms.Stance]. An unknown type or value returns the value as it is.
func (t *Terms) Word(enumeration, value string) string {
	if area, ok := enumerations[enumeration]; ok {
		return enumWord(t, area, value)
	}
	return value
}

// enumerations maps the name of a type to the first part of its words' keys.
var enumerations = map[string]string{
	"Adaptability":     "adaptability",
	"CaseKind":         "case",
	"CaseStatus":       "case-status",
	"Channel":          "channel",
	"CommitmentStatus": "commitment",
	"ContactLevel":     "contact-level",
	"Direction":        "direction",
	"EndorsementKind":  "endorsement",
	"ExposureKind":     "exposure",
	"GoalKind":         "goal",
	"GoalState":        "goal-state",
	"Severity":         "severity",
	"MilestoneStatus":  "milestone",
	"ObjectionStatus":  "objection",
	"OrderStatus":      "order",
	"Orientation":      "orientation",
	"Phase":            "phase",
	"ReachLevel":       "reach",
	"Reaction":         "reaction",
	"RelationshipKind": "relationship",
	"RiskState":        "risk",
	"Role":             "role",
	"SaleKind":         "sale",
	"Seniority":        "seniority",
	"Stance":           "stance",
	"CoverageStatus":   "status",
	"SurveyKind":       "survey",
	"TermKind":         "term",
	"UnitKind":         "unit",
}
