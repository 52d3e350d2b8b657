package accountmap

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

type idList struct {
	*schema.Field
	entries reflect.Value
	ids     []string
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
func (l idList) first() map[string]int { return indexBy(l.ids, func(id string) string { return id }) }

func checkDuplicateIDs(a *Account, report Report) {
	for _, l := range idLists(a) {
		first := l.first()
		for i, id := range l.ids {
			if j := first[id]; id != "" && j < i {
				detail := message.Of("the id %s is already used", quote.Text(id))
				if name := l.name(j); name != "" {
					detail = message.Of("the id %s already belongs to %s", quote.Text(id), quote.Text(name))
				}
				report(fmt.Sprintf("%s[%d].id", l.Key, i), detail, message.Of("give each %s an id of its own", message.Word(l.noun())), fmt.Sprintf("%s[%d]", l.Key, j))
			}
		}
	}
}

// checkSameNames reports contacts who are most likely one person under two ids. They have the name
// of an earlier contact in the same unit, in any case, and the same job title or e-mail address, or
// none. All such contacts are one problem.
func checkSameNames(a *Account, report Report) {
	type place struct {
		name string
		unit UnitID
	}
	first := map[place]int{}
	var pairs [][2]int
	for i, c := range a.Contacts {
		at := place{spell.Fold(c.Name), c.Unit}
		if c.Placeholder || at.name == "" || c.ID == "" || !c.Left.IsZero() {
			continue
		}
		switch j, taken := first[at]; {
		case !taken:
			first[at] = i
		case a.Contacts[j].ID != c.ID && a.Contacts[j].mayBe(c):
			pairs = append(pairs, [2]int{j, i})
		}
	}
	if len(pairs) == 0 {
		return
	}
	j, i := pairs[0][0], pairs[0][1]
	detail := message.Of("%s is already in this unit, with the id %s", quote.Text(a.Contacts[i].Name), quote.Text(string(a.Contacts[j].ID)))
	if more := pairs[1:]; len(more) > 0 {
		var names []string
		for _, pair := range more {
			names = append(names, quote.Text(a.Contacts[pair[1]].Name))
		}
		detail += message.Of("; likewise %d more: %s", len(more), quote.Some(names))
	}
	report(fmt.Sprintf("contacts[%d].name", i), detail, message.Of("if they are one person, keep one of the two; if not, make the names differ"),
		fmt.Sprintf("contacts[%d]", j))
}

// mayBe reports whether two contacts of one name may be one person.
func (c Contact) mayBe(other Contact) bool {
	return c.Title == "" || other.Title == "" || spell.Fold(c.Title) == spell.Fold(other.Title) ||
		c.Email != "" && strings.EqualFold(c.Email, other.Email)
}

// checkRepeatedEntries reports entries without ids that are equal in everything, as a copied row
// is. Coverage has a rule of its own.
func checkRepeatedEntries(a *Account, report Report) {
	eachList("", reflect.ValueOf(a).Elem(), accountSchema().Account, func(path string, list reflect.Value, of *schema.Type) {
		if of.ID != nil || list.Len() < 2 || path == "coverage" {
			return
		}
		first := make(map[string]int, list.Len())
		var content []byte
		for i := range list.Len() {
			content = appendContent(content[:0], list.Index(i))
			j, repeated := first[string(content)]
			if !repeated {
				first[string(content)] = i
				continue
			}
			report(fmt.Sprintf("%s[%d]", path, i), message.Of("the %s repeats an earlier one", message.Word(of.Noun)),
				message.Of("delete one of the two, or make them differ"), fmt.Sprintf("%s[%d]", path, j))
		}
	})
}

// appendContent appends a text that equal values, and no others, share. Formatting with fmt takes
// three million allocations and a third of the time of New for 200,000 orders.
func appendContent(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			b = appendContent(b, v.Field(i))
		}
	case reflect.Slice:
		b = strconv.AppendInt(b, int64(v.Len()), 10)
		for i := range v.Len() {
			b = appendContent(append(b, ' '), v.Index(i))
		}
	case reflect.String:
		b = append(strconv.AppendInt(b, int64(v.Len()), 10), ' ')
		b = append(b, v.String()...)
	case reflect.Int, reflect.Int64:
		b = append(strconv.AppendInt(b, v.Int(), 10), ' ')
	default:
		b = fmt.Append(b, v.Interface(), " ")
	}
	return b
}

// eachList calls visit for every list of objects in an object, with its path.
func eachList(path string, object reflect.Value, t *schema.Type, visit func(path string, list reflect.Value, of *schema.Type)) {
	for _, f := range t.Fields {
		v, at := object.Field(f.Index), strings.TrimPrefix(path+"."+f.Key, ".")
		switch of := f.Value(); {
		case of.Kind != schema.Object:
		case f.Type.Kind != schema.List:
			eachList(at, v, of, visit)
		default:
			visit(at, v, of)
			for i := range v.Len() {
				if !hasLists(of) {
					break
				}
				eachList(fmt.Sprintf("%s[%d]", at, i), v.Index(i), of, visit)
			}
		}
	}
}

func hasLists(object *schema.Type) bool {
	return slices.ContainsFunc(object.Fields, func(f *schema.Field) bool {
		of := f.Value()
		return of.Kind == schema.Object && (f.Type.Kind == schema.List || hasLists(of))
	})
}

func isReference(f *schema.Field) bool { return f.Value().Kind == schema.Reference && !f.IsID() }

func checkReferences(a *Account, report Report) {
	lists, known := map[*schema.Field]idList{}, map[*schema.Field]map[string]int{}
	for _, l := range idLists(a) {
		lists[l.Field], known[l.Field] = l, l.first()
	}
	near := hinter{lists: lists, known: known, found: map[missing]string{}}
	walk(a, isReference, func(at schema.Path, f *schema.Field, v reflect.Value) {
		id, list := v.String(), f.Value().Refers
		if _, ok := known[list][id]; ok || id == "" {
			return
		}
		report(at.String(), message.Of("no %s has the id %s", message.Word(lists[list].noun()), quote.Text(id)), near.cached(lists[list], id))
	})
}

func checkEmptyReferences(a *Account, report Report) {
	isList := func(f *schema.Field) bool { return f.Type.Kind == schema.List && isReference(f) }
	walk(a, isList, func(at schema.Path, _ *schema.Field, v reflect.Value) {
		if v.String() == "" {
			report(at.String(), message.Of("the id is empty"), message.Of("delete it, or write the right id"))
		}
	})
}

// maxHints bounds the searches for the meaning of a reference, and maxCompared the total number of
// entries compared. Each search is linear in the length of the lists.
const (
	maxHints    = 50
	maxCompared = 250_000
)

// hinter makes suggestions for unknown references.
type hinter struct {
	lists map[*schema.Field]idList
	known map[*schema.Field]map[string]int
	hints int
	// compared is the number of entries compared so far.
	compared int
	// found has the hints so far: many references may name one missing entry.
	found map[missing]string
}

type missing struct {
	list *schema.Field
	id   string
}

func (h *hinter) cached(l idList, id string) string {
	hint, known := h.found[missing{l.Field, id}]
	if !known {
		if hint = h.hint(l, id); h.hints > maxHints {
			return hint // not worth the memory: no search was made
		}
		h.found[missing{l.Field, id}] = hint
	}
	return hint
}

// hint returns the likeliest meaning of an unknown id. It is the entry with that name, an entry of
// another list, or the only entry with that word in its name. Otherwise it is an id or name with
// similar spelling.
func (h *hinter) hint(l idList, id string) string {
	add := message.Of("add it to %q, or correct the id", l.Key)
	if spell.IsNobody(id) {
		return message.Of("leave it out if there is none, or if it is unknown")
	}
	const longestID = 256 // bytes; a longer one is not compared
	if h.hints++; h.hints > maxHints || h.compared > maxCompared || len(id) > longestID {
		return add
	}
	h.compared += len(l.ids)
	names := l.names()
	for i, id := range l.ids {
		if id == "" || h.known[l.Field][id] != i {
			names[i] = "" // a duplicate id means its first entry
		}
	}
	last, first, _ := strings.Cut(id, ", ")
	i := onlyIndex(names, func(name string) bool {
		return name != "" && (spell.Plain(name) == spell.Plain(id) || spell.Plain(name) == spell.Plain(first+" "+last))
	})
	for _, key := range []string{"Email", "Title"} {
		if i < 0 {
			i = onlyIndex(l.texts(key), func(text string) bool { return spell.Plain(text) == spell.Plain(id) })
		}
	}
	if i >= 0 && l.ids[i] != "" {
		return message.Of("write its id, %s", quote.Text(l.ids[i]))
	}
	for _, marks := range []string{",;/&+", ",;/&+ "} {
		if ids := h.several(l, names, id, marks); len(ids) > 1 {
			return message.Of("one %s is meant: write %s, or %s", message.Word(l.noun()), quote.Text(ids[0]), quote.Text(ids[1]))
		}
	}
	if other, ok := h.inOtherList(l, id); ok {
		return message.Of("write the id of a %s: %s is the id of a %s", message.Word(l.noun()), quote.Text(id), message.Word(other))
	}
	if i := onlyIndex(names, func(name string) bool { return hasWord(name, id) }); i >= 0 {
		return message.Of("did you mean %s, %s?", quote.Text(l.ids[i]), names[i])
	}
	if name, other, ok := h.withWord(l, id); ok {
		return message.Of("write the id of a %s: %s is a %s", message.Word(l.noun()), quote.Text(name), message.Word(other))
	}
	if at := strings.LastIndexAny(id, "/>›,;"); at >= 0 { // "Head office > Logistics"
		part := strings.TrimLeft(id[at:], "/>›,; ")
		if _, known := h.known[l.Field][part]; known {
			return message.Of("did you mean %s?", quote.Text(part))
		}
		if i := onlyIndex(names, func(name string) bool { return name != "" && spell.Plain(name) == spell.Plain(part) }); i >= 0 {
			return message.Of("did you mean %s, %s?", quote.Text(l.ids[i]), names[i])
		}
	}
	if near, ok := spell.Nearest(id, l.ids); ok {
		return message.Of("did you mean %s?", strconv.Quote(near))
	}
	if near, ok := spell.Nearest(id, names); ok {
		if i := onlyIndex(names, func(name string) bool { return name == near }); i >= 0 {
			return message.Of("did you mean %s, %s?", quote.Text(l.ids[i]), near)
		}
	}
	return add
}

// several returns the ids of the entries that a text lists, by id or name. It returns nil if a part
// is unknown, and for the path of a unit: "Head office / Lab".
func (h *hinter) several(l idList, names []string, text, marks string) (ids []string) {
	for part := range strings.FieldsFuncSeq(strings.ReplaceAll(text, " and ", ","), func(r rune) bool { return strings.ContainsRune(marks, r) }) {
		part = strings.TrimSpace(part)
		i, known := h.known[l.Field][part]
		if path := l.Key == "units" && strings.Contains(text, "/"); !known && !path {
			i = onlyIndex(names, func(name string) bool { return name != "" && spell.Plain(name) == spell.Plain(part) })
			known = i >= 0
		}
		if !known || len(ids) == 4 {
			return nil
		}
		ids = append(ids, l.ids[i])
	}
	return ids
}

func (h *hinter) inOtherList(l idList, id string) (noun string, ok bool) {
	for _, f := range accountSchema().Lists() {
		if _, known := h.known[f][id]; known && f != l.Field {
			return h.lists[f].noun(), true
		}
	}
	return "", false
}

func (h *hinter) withWord(l idList, word string) (name, noun string, ok bool) {
	for _, f := range accountSchema().Lists() {
		other, known := h.lists[f]
		if !known || f == l.Field || f.Value().Name == nil {
			continue
		}
		names := other.names()
		h.compared += len(names)
		i := onlyIndex(names, func(name string) bool { return hasWord(name, word) })
		switch {
		case i < 0:
		case ok:
			return "", "", false
		default:
			name, noun, ok = names[i], other.noun(), true
		}
	}
	return name, noun, ok
}

// hasWord reports whether a text equals a word or contains it as a whole word, in any case.
func hasWord(text, word string) bool {
	word = spell.Plain(word)
	return word != "" && (spell.Plain(text) == word || slices.ContainsFunc(strings.Fields(text), func(w string) bool { return spell.Plain(w) == word }))
}

// onlyIndex returns the index of the only matching text, or -1.
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

// texts returns the text of a field of each entry, or nil for a list without this field.
func (l idList) texts(field string) []string {
	var all []string
	for i := range l.ids {
		if f := l.entries.Index(i).FieldByName(field); f.IsValid() {
			all = append(all, f.String())
		}
	}
	return all
}

func (l idList) names() []string {
	names := make([]string, len(l.ids))
	for i := range names {
		names[i] = l.name(i)
	}
	return names
}
