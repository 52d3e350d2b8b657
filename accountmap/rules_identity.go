package accountmap

import (
	"fmt"
	"reflect"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// idList is a list of the account whose entries have ids.
type idList struct {
	*schema.Field
	entries reflect.Value
	ids     []string
}

// named returns the id of the only entry with a name.
func (l idList) named(name string) (id string, ok bool) {
	if l.Value().Name == nil {
		return "", false
	}
	found := 0
	for i := range l.ids {
		if l.entries.Index(i).Field(l.Value().Name.Index).String() == name {
			id, found = l.ids[i], found+1
		}
	}
	return id, found == 1
}

// listOf returns the list to which ids of a type refer.
func listOf(a *Account, id *schema.Type) idList {
	list := reflect.ValueOf(a).Elem().Field(id.Refers.Index)
	l := idList{id.Refers, list, make([]string, list.Len())}
	for i := range l.ids {
		l.ids[i] = list.Index(i).Field(id.Refers.Value().ID.Index).String()
	}
	return l
}

// idLists returns the lists whose entries have ids, in the order of the file.
func idLists(a *Account) []idList {
	var lists []idList
	for _, f := range accountSchema().Lists() {
		if id := f.Value().ID; id != nil {
			lists = append(lists, listOf(a, id.Type))
		}
	}
	return lists
}

func (l idList) noun() string { return l.Value().Noun }

// first returns the index of the first entry with each id.
func (l idList) first() map[string]int {
	at := make(map[string]int, len(l.ids))
	for i, id := range l.ids {
		if _, duplicate := at[id]; !duplicate {
			at[id] = i
		}
	}
	return at
}

func checkDuplicateIDs(a *Account, report Report) {
	for _, l := range idLists(a) {
		first := l.first()
		for i, id := range l.ids {
			if j := first[id]; id != "" && j < i {
				report(fmt.Sprintf("%s[%d].id", l.Key, i), fmt.Sprintf("the id %s is already used", quote.Text(id)),
					"give each "+l.noun()+" an id of its own", fmt.Sprintf("%s[%d]", l.Key, j))
			}
		}
	}
}

// maxHints bounds the searches for similar ids: each is linear in the length of the list.
const maxHints = 50

func isReference(f *schema.Field) bool { return f.Value().Kind == schema.Reference && !f.IsID() }

func checkReferences(a *Account, report Report) {
	lists, known := map[*schema.Field]idList{}, map[*schema.Field]map[string]int{}
	for _, l := range idLists(a) {
		lists[l.Field], known[l.Field] = l, l.first()
	}
	hints := 0
	walk(a, isReference, func(at schema.Path, f *schema.Field, v reflect.Value) {
		id, list := v.String(), f.Value().Refers
		if _, ok := known[list][id]; ok || id == "" {
			return
		}
		hint := fmt.Sprintf("add it to %q, or correct the id", list.Key)
		if hints++; hints <= maxHints {
			if named, ok := lists[list].named(id); ok {
				hint = "write its id, " + quote.Text(named)
			} else if near, ok := spell.Nearest(id, lists[list].ids); ok {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
		}
		report(at.String(), fmt.Sprintf("no %s has the id %s", lists[list].noun(), quote.Text(id)), hint)
	})
}

// checkEmptyReferences reports empty ids in lists of ids.
func checkEmptyReferences(a *Account, report Report) {
	isList := func(f *schema.Field) bool { return f.Type.Kind == schema.List && isReference(f) }
	walk(a, isList, func(at schema.Path, _ *schema.Field, v reflect.Value) {
		if v.String() == "" {
			report(at.String(), "the id is empty", "delete it, or write the id that is meant")
		}
	})
}
