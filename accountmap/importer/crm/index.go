package crm

import (
	"strings"
)

// index finds the entries of a table by their ids and their names.
type index struct {
	ids   map[string]int
	names map[string][]int
}

func newIndex() *index { return &index{ids: map[string]int{}, names: map[string][]int{}} }

// add makes an entry found by its id and its names. The first entry of an id counts.
func (x *index) add(i int, id string, names ...string) {
	if _, taken := x.ids[id]; !taken && id != "" {
		x.ids[id] = i
	}
	for _, name := range names {
		if k := key(name); k != "" {
			x.names[k] = append(x.names[k], i)
		}
	}
}

// find returns the entry that a reference means, by its id or else by its name. A name of several means none of them.
func (x *index) find(s *system, reference string) (i int, found bool) {
	if i, ok := x.ids[s.id(reference)]; ok {
		return i, true
	}
	if named := x.names[key(reference)]; len(named) == 1 {
		return named[0], true
	}
	return 0, false
}

// several reports whether a reference is the name of more than one entry.
func (x *index) several(reference string) bool { return len(x.names[key(reference)]) > 1 }

// references returns the entries that a value names. HubSpot writes several into one, with semicolons between them.
func (s *system) references(text string) []string {
	if s.name != HubSpot || !strings.Contains(text, ";") {
		return []string{text}
	}
	var all []string
	for one := range strings.SplitSeq(text, ";") {
		if one = strings.TrimSpace(one); one != "" {
			all = append(all, one)
		}
	}
	return all
}

// id returns an id as all that mean the same have it: those of Salesforce with 18 characters, of which the last three are worked out from the
// fifteen before them, those of Dynamics in small letters and without braces.
func (s *system) id(text string) string {
	switch s.name {
	case Salesforce:
		if isSalesforceID(text) {
			return text[:15] + salesforceSuffix(text[:15])
		}
	case Dynamics:
		if guid := strings.TrimSuffix(strings.TrimPrefix(text, "{"), "}"); isGUID(guid) {
			return strings.ToLower(guid)
		}
	}
	return text
}

func isGUID(text string) bool {
	return len(text) == 36 && strings.Count(text, "-") == 4 && strings.Trim(text, "0123456789abcdefABCDEF-") == ""
}

func isSalesforceID(text string) bool {
	if len(text) != 15 && len(text) != 18 || !strings.ContainsAny(text[:3], "0123456789") {
		return false
	}
	for _, c := range []byte(text) {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// salesforceSuffix returns the three characters that tell which of fifteen are capitals, five by five, the first of each with the least weight.
func salesforceSuffix(id string) string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
	var suffix [3]byte
	for part := range suffix {
		capitals := 0
		for i := range 5 {
			if c := id[5*part+i]; c >= 'A' && c <= 'Z' {
				capitals |= 1 << i
			}
		}
		suffix[part] = letters[capitals]
	}
	return string(suffix[:])
}

// isMangledID reports an id that a spreadsheet has made a number of: "1.23457E+10".
func isMangledID(text string) bool {
	whole, exponent, ok := strings.Cut(strings.ToUpper(text), "E+")
	return ok && strings.Trim(whole, "0123456789.,") == "" && strings.Trim(exponent, "0123456789") == "" && whole != "" && exponent != ""
}
