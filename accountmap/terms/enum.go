package terms

// enumWord returns the word for a value of an enumeration: that of "stance.champion" for a champion. The zero value has the word that
// zero names. A value that package accountmap does not have comes back as it is.
func enumWord[E ~string](t *Terms, enumeration string, value E, zero string) string {
	name := string(value)
	if name == "" {
		name = zero
	}
	if word, ok := t.orEnglish().words[enumeration+"."+name]; ok {
		return word
	}
	return name
}

const unknown = "unknown"
