package accountmap

import (
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// maxHints bounds the searches for what a reference may mean: each is linear in the length of the
// lists.
const maxHints = 50

// hinter says what a reference may mean that finds nothing.
type hinter struct {
	lists map[*schema.Field]idList
	known map[*schema.Field]map[string]int
	given int
}

// hint returns the likeliest meaning: the entry with that name, an entry of another list, the only
// entry with that word in its name, or an id or a name that is spelt alike.
func (h *hinter) hint(l idList, id string) string {
	add := fmt.Sprintf("add it to %q, or correct the id", l.Key)
	if h.given++; h.given > maxHints {
		return add
	}
	names := l.names()
	for i, id := range l.ids {
		if h.known[l.Field][id] != i {
			names[i] = "" // an id that is there twice is that of the first
		}
	}
	if i := onlyIndex(names, func(name string) bool { return name != "" && spell.Fold(name) == spell.Fold(id) }); i >= 0 {
		return "write its id, " + quote.Text(l.ids[i])
	}
	if other, ok := h.elsewhere(l, id); ok {
		return fmt.Sprintf("%s is the id of a %s, and a %s is meant here", quote.Text(id), other, l.noun())
	}
	if i := onlyIndex(names, func(name string) bool {
		return slices.ContainsFunc(strings.Fields(name), func(word string) bool { return spell.Fold(word) == spell.Fold(id) })
	}); i >= 0 {
		return fmt.Sprintf("did you mean %s, %s?", quote.Text(l.ids[i]), names[i])
	}
	if near, ok := spell.Nearest(id, l.ids); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if near, ok := spell.Nearest(id, names); ok {
		if i := onlyIndex(names, func(name string) bool { return name == near }); i >= 0 {
			return fmt.Sprintf("did you mean %s, %s?", quote.Text(l.ids[i]), near)
		}
	}
	return add
}

// elsewhere returns the noun of another list that has the id.
func (h *hinter) elsewhere(l idList, id string) (noun string, ok bool) {
	for _, f := range accountSchema().Lists() {
		if _, known := h.known[f][id]; known && f != l.Field {
			return h.lists[f].noun(), true
		}
	}
	return "", false
}

// onlyIndex returns the index of the only text that fits, and -1 for none or several.
func onlyIndex(texts []string, fits func(string) bool) int {
	found := -1
	for i, text := range texts {
		switch {
		case !fits(text):
		case found >= 0:
			return -1
		default:
			found = i
		}
	}
	return found
}

// name returns the name of an entry, and "" in a list whose entries have none.
func (l idList) name(i int) string {
	if l.Value().Name == nil {
		return ""
	}
	return l.entries.Index(i).Field(l.Value().Name.Index).String()
}

// names returns the names of all entries.
func (l idList) names() []string {
	names := make([]string, len(l.ids))
	for i := range names {
		names[i] = l.name(i)
	}
	return names
}
