package terms

import (
	"github.com/accountatlas/accountatlas/accountmap"
)

// Field returns the word for a key of the account file: Field("contacts", "reportsTo") is "Reports to". The list is the key of the list or
// object in which the key stands, and empty for the keys at the top of the file; it matters for few keys, such as the "to" of a
// relationship and that of a member of the team. A key that the file does not have comes back as it is.
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

// Problem returns the title of a kind of problem: "Units in a circle" for [accountmap.ErrUnitCycle]. What is wrong in a case is the
// problem's detail, which is in English. A code of the caller's own comes back as it is.
func (t *Terms) Problem(c accountmap.Code) string {
	if word, ok := t.orEnglish().words["problem."+string(c)]; ok {
		return word
	}
	return string(c)
}
