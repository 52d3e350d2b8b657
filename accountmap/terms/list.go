package terms

import (
	"strings"

	"golang.org/x/text/collate"

	"github.com/accountatlas/accountatlas/accountmap"
)

// List joins items in the language's form for a sentence: "a, b and c", "a, b y c", "a, b και c".
// An empty list gives "".
func (t *Terms) List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	others, last := items[:len(items)-1], items[len(items)-1]
	pattern := "format.list.last"
	if soundsLikeI(last) {
		pattern = "format.list.last-before-i"
	}
	return t.fill(t.word(pattern), []any{strings.Join(others, t.word("format.list.comma")), last})
}

// Clauses joins independent phrases: "a; b", in Greek "a· b", where a semicolon asks a question.
func (t *Terms) Clauses(phrases []string) string {
	return strings.Join(phrases, t.word("format.list.clauses"))
}

// soundsLikeI reports whether a word begins with the sound of Spanish "y", before which Spanish
// says "e": Inés, Hidalgo, but not Hierro.
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

// Compare returns -1, 0 or +1 when a comes before, is equal to or comes after b in the language's
// order: by letters, then accents, then case. Texts that the language treats as equal are ordered
// by their bytes, so that 0 means a == b. It suits slices.SortFunc.
func (t *Terms) Compare(a, b string) int {
	collators := t.orEnglish().collators
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	if order := c.CompareString(a, b); order != 0 {
		return order
	}
	return strings.Compare(a, b)
}

// Standing returns the numbers of people for us, against us, neutral and unknown, in this order and
// without zeros: "12 for", "3 against".
func (t *Terms) Standing(s accountmap.Standing) []string {
	var counts []string
	for _, count := range []struct {
		key Key
		n   int
	}{{MapFor, s.For}, {MapAgainst, s.Against}, {MapNeutral, s.Neutral}, {MapUnknown, s.Unknown}} {
		if count.n > 0 {
			counts = append(counts, t.Count(count.key, count.n))
		}
	}
	return counts
}
