package schema_test

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

type (
	shelfID string
	colour  string
	rule    string

	library struct {
		Profile profile `json:"library" account:"noun=library"`
		Shelves []shelf `json:"shelves,omitzero"`
		Books   []book  `json:"books,omitzero" account:"noun=volume"`
		Loans   []loan  `json:"loans,omitzero"`
	}
	profile struct {
		Name string `json:"name"`
	}
	shelf struct {
		ID     shelfID   `json:"id"`
		Name   string    `json:"name"`
		Colour colour    `json:"colour,omitzero"`
		Next   []shelfID `json:"next,omitzero"`
	}
	book struct {
		Number string  `json:"id,omitzero" account:"key"`
		Shelf  shelfID `json:"shelf" account:"key?"`
		Title  string  `json:"title,omitzero" account:"name,key?"`
		Pages  int     `json:"pages,omitzero" account:"max=900"`
		Marks  []mark  `json:"marks,omitzero"`
	}
	mark struct {
		Page  int     `json:"page"`
		Shelf shelfID `json:"shelf,omitzero" account:"about,whole"`
	}
	loan struct {
		Text  string `json:"text"`
		Every rule   `json:"every,omitzero"`
	}
)

func (colour) Words() []string             { return []string{"red", "blue"} }
func (r *rule) UnmarshalText([]byte) error { return nil }

func describe() *schema.Schema { return schema.Of(reflect.TypeFor[library]()) }

func at(t *testing.T, path string) *schema.Type {
	found := describe().At(schema.ParsePath(path))
	require.NotNil(t, found, path)
	return found
}

func TestKinds(t *testing.T) {
	for path, kind := range map[string]schema.Kind{
		"": schema.Object, "library.name": schema.Text, "shelves": schema.List, "shelves[0]": schema.Object, "shelves[0].id": schema.Reference,
		"shelves[7].colour": schema.Word, "shelves[0].next": schema.List, "shelves[0].next[3]": schema.Reference, "books[0].id": schema.Text,
		"books[0].pages": schema.Whole, "books[1].marks[0].shelf": schema.Reference, "loans[0].every": schema.Code,
	} {
		assert.Equal(t, kind, at(t, path).Kind, path)
	}
	assert.Equal(t, []string{"red", "blue"}, at(t, "shelves[0].colour").Words)
	require.Len(t, describe().Enumerations(), 1)
	assert.Equal(t, reflect.TypeFor[colour](), describe().Enumerations()[0].Go)
	assert.Nil(t, describe().At(schema.ParsePath("shelves.name")))
	assert.Nil(t, describe().At(schema.ParsePath("books[0].colour")))
}

func TestListsReferencesAndNouns(t *testing.T) {
	var lists []string
	for _, l := range describe().Lists() {
		lists = append(lists, l.Key)
	}
	assert.Equal(t, []string{"shelves", "books", "loans"}, lists)
	assert.Equal(t, "shelves", at(t, "books[0].shelf").Refers.Key)
	shelf, volume := at(t, "shelves[0]"), at(t, "books[0]")
	assert.Equal(t, []string{"id", "name", "colour", "next"}, shelf.Keys())
	assert.True(t, shelf.ID.IsID() && shelf.Name.IsName() && shelf.ID.Required)
	assert.Nil(t, volume.ID, "an id that may be missing is not referred to")
	assert.Equal(t, []string{"shelf", "volume", "mark", "library"},
		[]string{shelf.Noun, volume.Noun, at(t, "books[0].marks[0]").Noun, at(t, "library").Noun})
	marked, _ := at(t, "books[0].marks[0]").Field("shelf")
	assert.True(t, marked.About && marked.Whole && !marked.Required)
	pages, _ := volume.Field("pages")
	assert.Equal(t, 900, pages.Max)
}

func TestIdentity(t *testing.T) {
	keys := func(path string, entry any) (keys []string) {
		for _, f := range at(t, path).Identity(reflect.ValueOf(entry)) {
			keys = append(keys, f.Key)
		}
		return keys
	}
	assert.Equal(t, []string{"id"}, keys("shelves[0]", shelf{}))
	assert.Equal(t, []string{"id"}, keys("books[0]", book{Number: "7"}))
	assert.Equal(t, []string{"id", "shelf", "title"}, keys("books[0]", book{Title: "Emma"}))
	assert.Equal(t, []string{"text"}, keys("loans[0]", loan{}))
}

func TestUnshare(t *testing.T) {
	made := func() library {
		return library{
			Shelves: []shelf{{ID: "a", Next: []shelfID{"b"}}, {ID: "b"}},
			Books:   []book{{Title: "Emma", Marks: []mark{{Page: 3}}}},
			Loans:   []loan{},
		}
	}
	original := made()
	unshared := original
	describe().Account.Unshare(reflect.ValueOf(&unshared).Elem())
	assert.Equal(t, made(), unshared, "nil stays nil, and empty stays empty")
	original.Shelves[0].Next[0], original.Shelves[1].ID, original.Books[0].Marks[0].Page = "", "", 0
	assert.Equal(t, made(), unshared)
	assert.True(t, at(t, "loans[0]").Flat())
	assert.False(t, at(t, "books[0]").Flat())
}

func TestWalk(t *testing.T) {
	l := library{Shelves: []shelf{{ID: "a", Next: []shelfID{"b", ""}}}, Books: []book{{Shelf: "a", Marks: []mark{{}, {Shelf: "b"}}}}}
	var seen []string
	describe().Walk(reflect.ValueOf(&l).Elem(), func(f *schema.Field) bool { return f.Value().Kind == schema.Reference },
		func(at schema.Path, f *schema.Field, v reflect.Value) {
			seen = append(seen, at.String()+"="+v.String())
			assert.True(t, v.CanSet())
			assert.Equal(t, at.String() == "shelves[0].id", f.IsID())
		})
	assert.Equal(t, []string{"shelves[0].id=a", "shelves[0].next[0]=b", "shelves[0].next[1]=", "books[0].shelf=a", "books[0].marks[0].shelf=",
		"books[0].marks[1].shelf=b"}, seen)
}

func TestUnknownTypesAndOptionsPanic(t *testing.T) {
	assert.PanicsWithValue(t, "schema: a value of an account cannot be a map[string]int", func() {
		schema.Of(reflect.TypeFor[struct {
			M map[string]int `json:"m"`
		}]())
	})
	assert.Panics(t, func() {
		schema.Of(reflect.TypeFor[struct {
			M int `json:"m" account:"maximum=3"`
		}]())
	})
	type plain struct {
		ID string `json:"id"`
	}
	assert.PanicsWithValue(t, "schema: the id of plains needs a type of its own", func() {
		schema.Of(reflect.TypeFor[struct {
			Plains []plain `json:"plains,omitzero"`
		}]())
	})
}
