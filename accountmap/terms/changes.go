package terms

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

var accountSchema = sync.OnceValue(func() *schema.Schema { return schema.Of(reflect.TypeFor[accountmap.Account]()) })

// maxAlike is the largest number of new, or of deleted, entries of one list with a Change each. A
// larger number is one Change with the count.
const maxAlike = 10

// maxValue is the largest length of a value in a sentence, in letters.
const maxValue = 80

// A Change is an entry of an account that is new, edited or deleted, or the number of many.
type Change struct {
	List  string // the key in the account file: "contacts", "account"
	Kind  accountmap.ChangeKind
	Name  string          // what a reader calls the entry; empty for many
	Count int             // of many new or many deleted entries, else 0
	Left  accountmap.Date // the day on which a contact left or will leave, if it is new
	Edits []string        // what else was edited: "Stance: neutral, now supporter"
}

// Changes returns the changes from one map of an account to a later one: a sentence for each entry,
// "Jörg Müller left on 20 November 2026" or "Core in Logística: opportunity, now sold". The lists
// are in the order of the account file; in each, new and edited entries precede deleted ones. More
// than ten new or deleted entries of a list are one sentence. A nil map is an empty account;
// without a change the result is nil.
func (t *Terms) Changes(before, after *accountmap.Map) []string {
	var sentences []string
	for _, c := range t.ChangeList(before, after, nil) {
		list := t.Field("", c.List)
		switch {
		case c.Count > 0:
			sentences = append(sentences, t.Many(c))
		case c.Kind == accountmap.ChangeAdded:
			sentences = append(sentences, t.Text(NewsNew, c.Name, list))
		case c.Kind == accountmap.ChangeRemoved:
			sentences = append(sentences, t.Text(NewsDeleted, c.Name, list))
		}
		if !c.Left.IsZero() {
			key := NewsHasLeft
			if (accountmap.Contact{Left: c.Left}).Here(after.Profile().AsOf) {
				key = NewsLeaves
			}
			sentences = append(sentences, t.Text(key, c.Name, c.Left))
		}
		if len(c.Edits) > 0 {
			sentences = append(sentences, t.Text(NewsOf, c.Name, t.Clauses(c.Edits)))
		}
	}
	return sentences
}

// Many writes the number of new or deleted entries of a change with a count: "200 new entries in
// Orders".
func (t *Terms) Many(c Change) string {
	if c.Kind == accountmap.ChangeRemoved {
		return t.Count(NewsManyDeleted, c.Count, t.Field("", c.List))
	}
	return t.Count(NewsManyNew, c.Count, t.Field("", c.List))
}

// ChangeList lists the changes that [Terms.Changes] puts into sentences, in their order, without the
// changes that omit accepts. A later day of the account is not a change. A nil omit accepts none.
func (t *Terms) ChangeList(before, after *accountmap.Map, omit func(accountmap.Change[any]) bool) []Change {
	w := &changeWriter{Terms: t.orEnglish(), names: map[entryID]string{}}
	for _, m := range []*accountmap.Map{before, after} {
		if m != nil {
			w.addNames(reflect.ValueOf(m.Account()).Elem())
		}
	}
	for key, list := range accountmap.Compare(before, after).Lists() {
		f, _ := accountSchema().Account.Field(key)
		if omit != nil {
			list = slices.DeleteFunc(list, omit)
		}
		if f.Type.Kind == schema.List {
			w.list(f, list)
			continue
		}
		if len(list) == 0 {
			continue
		}
		w.add(w.edits(f.Type, Change{List: key, Kind: accountmap.ChangeEdited, Name: w.Field("", key)}, list[0], keysOf(list[0], f.Type)))
	}
	return w.changes
}

type entryID struct{ list, id string }

type changeWriter struct {
	*Terms
	names   map[entryID]string
	changes []Change
}

// add adds a change, unless it is an edit without a difference.
func (w *changeWriter) add(c Change) {
	if c.Kind != accountmap.ChangeEdited || len(c.Edits) > 0 || !c.Left.IsZero() {
		w.changes = append(w.changes, c)
	}
}

// addNames records the names of all entries with an id.
func (w *changeWriter) addNames(account reflect.Value) {
	for _, list := range accountSchema().Lists() {
		of := list.Type.Elem
		if of.Kind != schema.Object || of.ID == nil || of.Name == nil {
			continue
		}
		for i := range account.Field(list.Index).Len() {
			entry := account.Field(list.Index).Index(i)
			id, name := entry.Field(of.ID.Index).String(), shortened(entry.Field(of.Name.Index).String())
			if name != "" {
				w.names[entryID{list.Key, id}] = name
			}
		}
	}
}

func (w *changeWriter) list(f *schema.Field, changes accountmap.ChangeList[any]) {
	count := map[accountmap.ChangeKind]int{}
	for _, change := range changes {
		count[change.Kind]++
	}
	counted := map[accountmap.ChangeKind]bool{}
	for _, change := range changes {
		kind := change.Kind
		switch {
		case kind == accountmap.ChangeEdited || count[kind] <= maxAlike:
			w.entry(f, change)
		case !counted[kind]:
			counted[kind] = true
			w.add(Change{List: f.Key, Kind: kind, Count: count[kind]})
		}
	}
}

// keysOf returns the edited keys or, for a new or deleted object, the keys with a value.
func keysOf(change accountmap.Change[any], of *schema.Type) []string {
	if change.Keys != nil {
		return change.Keys
	}
	var keys []string
	for _, f := range of.Fields {
		if !reflect.ValueOf(change.Before).Field(f.Index).IsZero() || !reflect.ValueOf(change.After).Field(f.Index).IsZero() {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// entry adds the changes of an entry of a list. A new or deleted cell is an edit of its status,
// from or to unassessed.
func (w *changeWriter) entry(f *schema.Field, change accountmap.Change[any]) {
	of, entry, keys := f.Type.Elem, change.After, change.Keys
	if change.Kind == accountmap.ChangeRemoved {
		entry = change.Before
	}
	c := Change{List: f.Key, Kind: change.Kind, Name: w.subject(of, reflect.ValueOf(entry))}
	if cell, isCell := entry.(accountmap.Cell); isCell {
		c.Name = w.Text(NewsCell, w.nameOf("products", string(cell.Product)), w.nameOf("units", string(cell.Unit)))
		if c.Kind != accountmap.ChangeEdited {
			c.Kind, keys = accountmap.ChangeEdited, []string{"status"}
		}
	}
	if c.Kind == accountmap.ChangeEdited {
		c = w.edits(of, c, change, keys)
	}
	w.add(c)
}

// edits adds the edits of the given keys to a change.
func (w *changeWriter) edits(of *schema.Type, c Change, change accountmap.Change[any], keys []string) Change {
	for _, key := range keys {
		f, ok := of.Field(key)
		if !ok || c.List == "account" && key == "asOf" {
			continue
		}
		before, after := reflect.ValueOf(change.Before).Field(f.Index), reflect.ValueOf(change.After).Field(f.Index)
		if day, isDay := after.Interface().(accountmap.Date); isDay && key == "left" && !day.IsZero() {
			c.Left = day
			continue
		}
		label := w.label(c.List, key)
		if f.Type.Kind == schema.List && before.Len() > 0 && after.Len() > 0 {
			c.Edits = append(c.Edits, w.listEdit(label, f.Type.Elem, before, after))
		} else {
			c.Edits = append(c.Edits, w.edit(label, w.value(f, before), w.value(f, after)))
		}
	}
	return c
}

// label returns the word of a key. It is empty for the status of a cell, which needs no label.
func (w *changeWriter) label(list, key string) string {
	if list == "coverage" && key == "status" {
		return ""
	}
	return w.Field(list, key)
}

func (w *changeWriter) edit(label, before, after string) string {
	var text string
	switch {
	case before == "" && after == "":
		return label
	case before == "":
		text = w.Text(NewsNow, after)
	case after == "":
		text = w.Text(NewsNoLonger, before)
	default:
		text = w.Text(NewsFromTo, before, after)
	}
	if label == "" {
		return text
	}
	return w.Text(NewsOf, label, text)
}

// listEdit writes the deleted and new items of a list or, without such items, the edited ones.
func (w *changeWriter) listEdit(label string, of *schema.Type, before, after reflect.Value) string {
	was, is := w.items(of, before), w.items(of, after)
	var gone, added, edited []string
	for i, item := range was {
		switch at := slices.Index(is, item); {
		case at < 0:
			gone = append(gone, item)
		case !reflect.DeepEqual(before.Index(i).Interface(), after.Index(at).Interface()):
			edited = append(edited, item)
		}
	}
	for _, item := range is {
		if !slices.Contains(was, item) {
			added = append(added, item)
		}
	}
	var parts []string
	switch {
	case len(gone) == len(was) && len(added) > 0:
		parts = append(parts, w.Text(NewsFromTo, w.List(gone), w.List(added)))
	default:
		if len(gone) > 0 {
			parts = append(parts, w.Text(NewsNoLonger, w.List(gone)))
		}
		if len(added) > 0 {
			parts = append(parts, w.Text(NewsAlso, w.List(added)))
		}
	}
	if len(parts) == 0 && len(edited) > 0 {
		parts = append(parts, w.List(edited))
	}
	if len(parts) == 0 { // another order
		return label
	}
	return w.Text(NewsOf, label, strings.Join(parts, ", "))
}

// items returns the texts of the items of a list, a text for each.
func (w *changeWriter) items(of *schema.Type, list reflect.Value) []string {
	var items []string
	for i := range list.Len() {
		if of.Kind == schema.Object {
			items = append(items, w.inner(of, list.Index(i)))
		} else {
			items = append(items, w.scalar(of, list.Index(i)))
		}
	}
	return items
}

// inner returns the name of an entry within another entry: its subject, or else its first value.
func (w *changeWriter) inner(of *schema.Type, entry reflect.Value) string {
	if subject := w.subject(of, entry); subject != "" {
		return subject
	}
	for _, f := range of.Fields {
		if text := w.value(f, entry.Field(f.Index)); text != "" {
			return text
		}
	}
	return ""
}

// subject returns the name of an entry or, without a name, its identifying values.
func (w *changeWriter) subject(of *schema.Type, entry reflect.Value) string {
	if of.Name != nil {
		if name := shortened(entry.Field(of.Name.Index).String()); name != "" {
			return name
		}
	}
	var parts []string
	if o, isOrder := entry.Interface().(accountmap.Order); isOrder {
		parts = append(parts, string(o.ID), w.Text(NewsCell, w.nameOf("products", string(o.Product)), w.nameOf("units", string(o.Unit))))
		if !o.Amount.IsZero() {
			parts = append(parts, w.Money(o.Amount))
		}
		return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " · ")
	}
	for _, f := range of.Identity(entry) {
		if part := w.value(f, entry.Field(f.Index)); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

func (w *changeWriter) nameOf(list, id string) string {
	if name := w.names[entryID{list, id}]; name != "" {
		return name
	}
	return id
}

// value writes a value within a sentence. It is empty for a zero, and for a value that has no short
// text.
func (w *changeWriter) value(f *schema.Field, v reflect.Value) string {
	if f.Type.Kind != schema.List {
		return w.scalar(f.Type, v)
	}
	return w.List(slices.DeleteFunc(w.items(f.Type.Elem, v), func(item string) bool { return item == "" }))
}

func (w *changeWriter) scalar(of *schema.Type, v reflect.Value) string {
	if v.IsZero() {
		return ""
	}
	switch of.Kind {
	case schema.Word:
		return lowerFirst(w.Word(of.Go.Name(), v.String()))
	case schema.Reference:
		return w.nameOf(of.Refers.Key, v.String())
	case schema.Date:
		return w.Date(v.Interface().(accountmap.Date))
	case schema.Money:
		return w.Money(v.Interface().(accountmap.Money))
	case schema.Whole:
		return w.Number(int(v.Int()))
	case schema.Number:
		return w.Decimal(v.Float(), 2)
	case schema.Bool:
		return lowerFirst(w.YesNo(v.Bool()))
	case schema.Object, schema.List:
		return ""
	}
	return shortened(v.String())
}

// shortened puts a text on one line, and cuts a text that is too long for a sentence.
func shortened(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= maxValue {
		return text
	}
	return string([]rune(text)[:maxValue-1]) + "…"
}

func lowerFirst(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToLower(first)) + word[size:]
}
