package schema_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

func TestParsePath(t *testing.T) {
	for text, path := range map[string]schema.Path{
		"":                          nil,
		"format":                    {{Key: "format"}},
		"account.name":              {{Key: "account"}, {Key: "name"}},
		"coverage[7]":               {{Key: "coverage"}, {Index: 7}},
		"contacts[3].reportsTo":     {{Key: "contacts"}, {Index: 3}, {Key: "reportsTo"}},
		"contacts[1].roles[2]":      {{Key: "contacts"}, {Index: 1}, {Key: "roles"}, {Index: 2}},
		"team[0].reach[12].contact": {{Key: "team"}, {Index: 0}, {Key: "reach"}, {Index: 12}, {Key: "contact"}},
	} {
		assert.Equal(t, path, schema.ParsePath(text), text)
		assert.Equal(t, text, path.String())
	}
}

func TestEntryOfAPath(t *testing.T) {
	list, i, ok := schema.ParsePath("contacts[3].reportsTo").Entry()
	assert.Equal(t, []any{"contacts", 3, true}, []any{list, i, ok})
	for _, text := range []string{"", "contacts", "account.name", "[3].x"} {
		_, _, ok := schema.ParsePath(text).Entry()
		assert.False(t, ok, text)
	}
}

func TestComparePaths(t *testing.T) {
	want := []string{"", "library.name", "library.zone", "shelves", "shelves[2]", "shelves[2].id", "shelves[2].name", "shelves[10].id",
		"books[0].marks[1].page", "books[0].marks[1].shelf", "books[0].title", "books[1]", "loans", "fines[0].due", "fines[2]", "visitors"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, describe().ComparePaths)
	assert.Equal(t, want, got)
}

// FuzzParsePath parses any text, since callers may report any text as a path.
func FuzzParsePath(f *testing.F) {
	for _, text := range []string{"", "a.b[3].c", "[", "]", "[x].", "..", "[1][2]", ".[", "a["} {
		f.Add(text)
	}
	s := describe()
	f.Fuzz(func(t *testing.T, text string) {
		s.At(schema.ParsePath(text))
		assert.Zero(t, s.ComparePaths(text, text))
	})
}
