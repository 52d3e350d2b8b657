package terms

import (
	"github.com/accountatlas/accountatlas/accountmap"
)

// Field returns the word for a key of the account file: Field("contacts", "reportsTo") is "Reports to". The list is the key of the list or
// object that the key is in, and empty for keys at the top of the file; it matters for few keys, such as "to" in a relationship and in a member
// of the team. A key that the file does not have is returned as it is.
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

// Problem returns the title of a kind of problem: "Units in a circle" for [accountmap.ErrUnitCycle]. The details of a problem are in English
// only. A code of the caller's own is returned as it is.
func (t *Terms) Problem(c accountmap.Code) string {
	if word, ok := t.orEnglish().words["problem."+string(c)]; ok {
		return word
	}
	return string(c)
}
