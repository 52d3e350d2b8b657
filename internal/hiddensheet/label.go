package hiddensheet

import (
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// Labels maps the keys of the rows of a table to the texts of references to them. A label is the
// name of the entry. The key follows in brackets, as in "Elena Ríos [c-17]", if another entry has
// the same name or the name is unsuitable. [KeysIn] finds the key in a label.
func Labels(t *table.Table, a *accountmap.Account) map[string]string {
	labels, keys := map[string]string{}, []string{}
	count := map[string]int{}
	column, named := t.NameColumn()
	for row := range t.Rows(a) {
		key, name := row.Key(), ""
		if named {
			name, _ = row.Value(column).(string)
		}
		keys = append(keys, key)
		labels[key] = strings.TrimSpace(name)
		count[Fold(name)]++
	}
	for _, key := range keys {
		count[Fold(key)] += 2 // a name equal to the key of another entry
	}
	for _, key := range keys {
		name := labels[key]
		if count[Fold(name)] > 1 && !(Fold(name) == Fold(key) && count[Fold(name)] == 3) || !isLabel(name) {
			labels[key] = withKey(name, key)
		}
	}
	return labels
}

// Fold returns a name for comparison: in lower case, and with one plain space for the spaces, line
// breaks and tabs between words.
func Fold(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	if strings.Contains(name, "  ") || strings.ContainsFunc(name, func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }) {
		return strings.Join(strings.Fields(name), " ")
	}
	return name
}

// KeysIn returns the possible keys in a cell, the most likely first: the whole text, or the text in
// brackets at its end. A key may contain brackets, so there is a candidate for every opening
// bracket, the first one first.
func KeysIn(cell string) []string {
	keys := []string{cell}
	cell = strings.TrimSpace(cell)
	if cell != keys[0] {
		keys = append(keys, cell)
	}
	if !strings.HasSuffix(cell, "]") {
		return keys
	}
	const most = 20
	for i := 0; len(keys) < most; i++ {
		next := strings.IndexByte(cell[i:], '[')
		if next < 0 {
			break
		}
		i += next
		keys = append(keys, cell[i+1:len(cell)-1])
	}
	return keys
}

// longestName is the limit of a name in a label, in characters.
const longestName = 80

// isLabel reports whether a name identifies an entry by itself: one short line without a bracket at
// its end, which would look like a key.
func isLabel(name string) bool {
	return name != "" && len(name) <= longestName && !strings.HasSuffix(name, "]") && strings.IndexFunc(name, isBreak) < 0
}

func isBreak(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }

func withKey(name, key string) string {
	runes := []rune(strings.Join(strings.FieldsFunc(name, isBreak), " "))
	if len(runes) > longestName {
		name = string(runes[:longestName]) + "…"
	} else {
		name = string(runes)
	}
	if strings.TrimSpace(name) == "" {
		return "[" + key + "]"
	}
	return name + " [" + key + "]"
}
