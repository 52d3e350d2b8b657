package table

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Labels returns, by the keys of the rows of the table, the texts with which cells of a workbook refer to them: the name of the entry, followed
// by the key in brackets when another entry has the same name or the name is unsuitable, "Elena Ríos [c-17]". [Resolver] reads them.
func Labels(t *Table, a *accountmap.Account) map[string]string {
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
		count[fold(name)]++
	}
	for _, key := range keys {
		count[fold(key)] += 2 // a name that is the key of another
	}
	for _, key := range keys {
		name := labels[key]
		if count[fold(name)] > 1 && !(fold(name) == fold(key) && count[fold(name)] == 3) || !isLabel(name) {
			labels[key] = withKey(name, key)
		}
	}
	return labels
}

// IsLabelOf reports whether a fingerprint is that of the label of a row with a name and a key, whether or not other rows have that name.
func IsLabelOf(print uint64, name, key string) bool {
	return print == Fingerprint(name) || print == Fingerprint(withKey(name, key))
}

// longestName is how much of a name a label has, in characters.
const longestName = 80

// isLabel reports whether a name says by itself which entry is meant: it is one short line without brackets at its end, which would be
// taken for a key.
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

// fold is a name as it compares to others: without spaces around it, whatever its case.
func fold(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// Fingerprint is a number for a label, ignoring case and surrounding spaces: the FNV-1a hash of its lower-case letters. It lets a workbook know
// the names that it was written with without disclosing them.
func Fingerprint(label string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	h := uint64(offset)
	var small [utf8.UTFMax]byte
	for _, r := range strings.TrimSpace(label) {
		n := utf8.EncodeRune(small[:], unicode.ToLower(r))
		for _, c := range small[:n] {
			h = (h ^ uint64(c)) * prime
		}
	}
	return h
}
