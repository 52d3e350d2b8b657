package crm

import (
	"path"
	"slices"
	"strings"
	"unicode"
)

// nameHint is the information in the name of a file.
type nameHint uint8

const (
	hintNone    nameHint = iota // "report1.csv"
	hintUnknown                 // an unknown name
	hintOther                   // the name of an object that has no place in an account: "Asset.csv"
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

// isOwn reports a file whose name the system itself gives, such as "Account.csv" of Salesforce;
// "Customer.csv" means accounts in any system, and is another object where both are there.
func (s *system) isOwn(file string) bool {
	words := wordsIn(strings.ToLower(strings.TrimSuffix(file, path.Ext(file))))
	for n := range min(4, len(words)) {
		for i := range len(words) - n {
			if s.own[s.fileName(words[i:i+n+1])] {
				return true
			}
		}
	}
	_, given := s.given[key(file)]
	return given || s.given[key(strings.TrimSuffix(file, path.Ext(file)))] != noTable
}

// fileName returns the known name that words of a file name make, in the singular or plural.
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
