package terms

import (
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Compare returns -1, 0 or +1 when a comes before, is equal to or comes after b in the language's order: by letters, then accents, then case.
// Texts that the language treats as equal are ordered by their bytes, so that 0 means a == b. It suits slices.SortFunc.
func (t *Terms) Compare(a, b string) int {
	collators := t.orEnglish().collators
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	if order := c.CompareString(a, b); order != 0 {
		return order
	}
	return strings.Compare(a, b)
}

// newCollators returns a pool: a collator is costly to make and must not be shared by goroutines.
func newCollators(tag language.Tag) *sync.Pool {
	return &sync.Pool{New: func() any { return collate.New(tag) }}
}
