package terms

import "strings"

// List joins items as the language does in a sentence: "a, b and c", "a, b y c", "a, b και c". No items are "", and a single one is itself.
func (t *Terms) List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	most, last := items[:len(items)-1], items[len(items)-1]
	pattern := "format.list.last"
	if soundsLikeI(last) {
		pattern = "format.list.last-before-i"
	}
	return t.fill(t.word(pattern), []any{strings.Join(most, t.word("format.list.comma")), last})
}

// soundsLikeI reports whether a word begins with the sound of Spanish "y", before which Spanish says "e": Inés, Hidalgo, but not Hierro.
func soundsLikeI(word string) bool {
	word = strings.ToLower(word[:min(len(word), 8)])
	if rest, ok := strings.CutPrefix(word, "hi"); ok {
		return !strings.HasPrefix(rest, "a") && !strings.HasPrefix(rest, "e") && !strings.HasPrefix(rest, "o")
	}
	for _, sound := range []string{"i", "í", "hí"} {
		if strings.HasPrefix(word, sound) {
			return true
		}
	}
	return false
}
