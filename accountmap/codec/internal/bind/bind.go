// Package bind fills an account from the tree of a file, and makes the tree of an account. Keys,
// types and requirements come from package schema, so that a new field or list needs no change
// here.
package bind

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

var description = sync.OnceValue(func() *schema.Schema { return schema.Of(reflect.TypeFor[accountmap.Account]()) })

var requiredLists = [...]string{"units", "products"}

// Requires reports whether a list is written even if it is empty.
func Requires(list string) bool { return slices.Contains(requiredLists[:], list) }

type binder struct {
	format tree.Format
	list   *problems.List
	// broken is true if a part of the file was not read. Missing values are then not reported.
	broken bool
	// currency is the default currency of amounts.
	currency accountmap.Currency
	at       schema.Path
	// field is the field whose value is being read.
	field *schema.Field
	// texts interns short texts, since hundreds of orders share an id. Copies keep the account from
	// holding the file in memory.
	texts map[string]string
	// words caches dates, amounts and words, which are often repeated.
	words map[word]reflect.Value
	// reported holds the paths of problems.
	reported map[string]bool
	// guesses counts the suggestions for unknown keys and words.
	guesses int
	// size is the number of bytes of all lists.
	size int
	// unread contains the lists with unread entries; invalid references to these are not reported.
	// partial contains the entries that were read only in part.
	unread, partial map[string]bool
	doubts          []doubt
}

// maxSize bounds the bytes of all lists, some 150,000 contacts.
const maxSize = 100 << 20

type word struct {
	of   *schema.Type
	text string
}

// Account returns the readable part of the account in the tree of a file, and adds problems to the
// list. Broken reports that the tree lacks a part of the file. The account is nil if the file has
// no object. The Binding places and explains violations of the rules.
func Account(t *tree.Tree, f tree.Format, broken bool, list *problems.List) (*accountmap.Account, *Binding) {
	b := &binder{
		format: f, list: list, broken: broken, texts: map[string]string{}, words: map[word]reflect.Value{},
		reported: map[string]bool{}, unread: map[string]bool{}, partial: map[string]bool{},
	}
	root, ok := t.Root()
	if !ok {
		return nil, nil
	}
	if root.Kind() != tree.Object {
		if !broken {
			b.add(root.At(), accountmap.ErrWrongType, message.Of("this should be an object, not %s", message.Word(root.Kind().String())), f.Beginning())
		}
		return nil, nil
	}
	if profile, ok := root.Field("account"); ok {
		if currency, ok := profile.Field("currency"); ok {
			b.currency = accountmap.Currency(currency.Text())
		}
	}
	a := &accountmap.Account{}
	b.value(root, reflect.ValueOf(a).Elem(), description().Account)
	if !broken {
		b.checkRoot(root, a)
	}
	b.texts, b.words = nil, nil // the rules that follow need the memory
	return a, &Binding{b, root, map[tree.Node][]tree.Node{}}
}

// checkRoot reports a missing format or required list. In a broken file they may be in the unread
// part.
func (b *binder) checkRoot(root tree.Node, a *accountmap.Account) {
	if a.Format == 0 && !b.reported["format"] {
		at, detail := root.At(), message.Of(`the file has no "format"`)
		if n, ok := root.Field("format"); ok && !n.IsNull() {
			at, detail = n.At(), message.Of("the account is written in format %d", 0)
		}
		b.at = schema.Path{{Key: "format"}}
		b.add(at, accountmap.ErrUnsupportedFormat, detail, message.Of("add %s at the top", b.format.Pair("format", "1")))
	}
	for _, name := range requiredLists {
		if n, ok := root.Field(name); !ok || n.IsNull() {
			b.unread[name] = true
			b.at = schema.Path{{Key: name}}
			b.add(root.At(), accountmap.ErrMissingList, message.Of("the file has no list %s", quote.Text(name)), message.Of("add it; it may be empty: %s", b.format.Pair(name, "[]")))
		}
	}
}

func (b *binder) add(at tree.Place, code accountmap.Code, detail, hint string) {
	path := ""
	if !b.list.Full() {
		path = b.at.String()
		b.reported[path] = path != ""
	}
	b.list.AddLine(accountmap.Problem{
		Level: accountmap.LevelError, Code: code, Path: path, Pos: at.Pos(""), Detail: detail, Hint: hint,
	})
}

// wrongType reports a value of the wrong type. It returns false for convenience.
func (b *binder) wrongType(n tree.Node, want, hint string) bool {
	b.add(n.At(), accountmap.ErrWrongType, message.Of("%s should be here, not %s", want, message.Word(n.Kind().String())), hint)
	return false
}

// value reads a node into v. It returns false for an unreadable node.
func (b *binder) value(n tree.Node, v reflect.Value, t *schema.Type) bool {
	if n.IsNull() {
		if n.Hidden() {
			b.hidden(n)
			b.markUnread()
		}
		return true
	}
	switch t.Kind {
	case schema.Object:
		return b.object(n, v, t)
	case schema.List:
		return b.entries(n, v, t)
	}
	return b.scalar(n, v, t)
}

func (b *binder) object(n tree.Node, v reflect.Value, t *schema.Type) bool {
	if n.Kind() != tree.Object {
		hint := ""
		if n.Kind() == tree.List && b.format == tree.YAML {
			hint = message.Of("write its keys without dashes and brackets")
		} else if entry := b.entryHint(n.Text(), n.Text(), t); entry != "" && b.at[len(b.at)-1].Key == "" {
			hint = message.Of("write %s", entry)
		} else if t.Name != nil && n.Text() != "" {
			hint = message.Of("write %s", "{"+b.format.Pair(t.Name.Key, b.text(quote.Cut(n.Text())))+"}")
		} else if n.Kind() != tree.List {
			hint = message.Of("write its keys in braces: %s", b.keysHint(t))
		}
		return b.wrongType(n, message.Of("an object with keys"), hint)
	}
	seen := make([]bool, len(t.Fields))
	var first *schema.Field
	for name, value := range n.Fields() {
		f, known := t.Field(name.Text())
		if !known {
			if f = b.unknownKey(name, n, t); f == nil {
				continue
			}
		}
		if first == nil {
			first = f
		}
		b.at = append(b.at, schema.Step{Key: f.Key})
		switch {
		case !seen[f.Index]:
			seen[f.Index] = true
			b.field = f
			if !b.value(value, v.Field(f.Index), f.Type) {
				b.markUnread()
			}
		case b.inList() && (f == first || f.Key == "id"):
			b.secondEntry(n, name, value)
			b.at = b.at[:len(b.at)-1]
			return true
		default:
			b.add(name.At(), accountmap.ErrDuplicateKey, message.Of("this object has the key %s twice", quote.Text(name.Text())),
				message.Of("keep one of the two; the first was read"))
			b.markUnread()
		}
		b.at = b.at[:len(b.at)-1]
	}
	return true
}

func (b *binder) inList() bool { return len(b.at) > 1 && b.at[len(b.at)-2].Key == "" }

// secondEntry reports a duplicate key that probably begins the next entry of a list: a second id,
// or the first key of the entry. The separator between the entries is missing. The remaining keys
// belong to the next entry and are not read.
func (b *binder) secondEntry(n, name, value tree.Node) {
	entry := b.at[:len(b.at)-1].String()
	begin := name.Text() + ":"
	if value.Text() != "" {
		begin = b.format.Pair(name.Text(), value.Text())
	}
	hint := message.Of("begin a new entry with a dash: %s", quote.Text("- "+begin))
	if b.format == tree.JSON || name.At().Line() == n.At().Line() {
		hint = message.Of("close the braces of this entry before it, and open new ones")
	}
	b.add(name.At(), accountmap.ErrDuplicateKey, message.Of("%s has a second %s", entry, name.Text()), hint)
	b.markUnread()
	b.partial[entry] = true
}

// unknownKey reports an unknown key. A misspelling of an absent key is corrected in the tree, and
// its field returned so that the value is read. Otherwise the result is nil.
func (b *binder) unknownKey(name, object tree.Node, t *schema.Type) *schema.Field {
	if b.list.Full() {
		b.add(name.At(), accountmap.ErrUnknownKey, "", "")
		return nil
	}
	b.at = append(b.at, schema.Step{Key: name.Text()})
	defer func() { b.at = b.at[:len(b.at)-1] }()
	detail, keys := message.Of("unknown key %s", quote.Text(name.Text())), message.Of("the keys here are %s", strings.Join(t.Keys(), ", "))
	if !b.guess() {
		b.add(name.At(), accountmap.ErrUnknownKey, detail, keys)
		return nil
	}
	if hint, ok := tree.Comment(name.Text()); ok && b.format == tree.YAML {
		b.add(name.At(), accountmap.ErrUnknownKey, message.Of(`a comment begins with "#"`), hint)
		return nil
	}
	near, ok := Synonym(name.Text(), t.Keys())
	if i := slices.IndexFunc(t.Keys(), func(key string) bool { return spell.Fold(key) == spell.Fold(name.Text()) }); i >= 0 {
		near, ok = t.Keys()[i], true
	}
	if hint := b.levelHint(name.Text(), t); hint != "" && !ok {
		b.add(name.At(), accountmap.ErrUnknownKey, message.Of("the key %s does not belong here", quote.Text(name.Text())), hint)
		return nil
	}
	if !ok {
		near, ok = spell.Nearest(name.Text(), t.Keys())
	}
	if !ok {
		list := ""
		if len(b.at) > 1 {
			list = b.at[0].Key
		}
		near, ok = translated(name.Text(), t.Keys(), func(l *terms.Terms, key string) string { return l.Field(list, key) })
	}
	if !ok {
		if _, ok := t.Field("notes"); ok && len(b.at) > 2 {
			keys = message.Of(`write it in "notes", or delete it; %s`, keys)
		}
		b.add(name.At(), accountmap.ErrUnknownKey, detail, otherLists(name.Text())+keys)
		return nil
	}
	hint := message.Of("did you mean %s?", quote.Text(near))
	if strings.TrimSpace(name.Text()) == near && b.format == tree.YAML {
		detail, hint = message.Of("the key %s has a word processor's space next to it", quote.Text(near)), message.Of("delete the spaces around the key, and type them again")
	}
	b.add(name.At(), accountmap.ErrUnknownKey, detail, hint)
	if _, given := object.Field(near); given {
		return nil
	}
	name.Rename(near)
	f, _ := t.Field(near)
	return f
}

// guess reports whether to search for another suggestion. The limit is a thousand: the 50,000
// searches for a file of another kind would take seconds.
func (b *binder) guess() bool {
	b.guesses++
	return b.guesses <= 1000
}

// levelHint returns a hint for a key that belongs to a nested or an enclosing object. References to
// a misplaced list are not reported, nor is its absence.
func (b *binder) levelHint(key string, t *schema.Type) string {
	for _, f := range t.Fields {
		if _, has := f.Type.Field(key); has && f.Type.Kind == schema.Object {
			b.reported[f.Key+"."+key] = len(b.at) == 1
			return message.Of("move it into %s, %s", quote.Text(f.Key), b.deeper())
		}
	}
	if _, top := description().Account.Field(key); top {
		if _, near := spell.Nearest(key, t.Keys()); near {
			return "" // "units" of a contact is its unit
		}
		b.unread[key] = true
		return message.Of("move it to the top of the file, next to %s", quote.Text("units"))
	}
	for n := len(b.at) - 2; n > 0; n-- {
		if around := description().At(b.at[:n]); around != nil && around.Kind == schema.Object {
			if _, has := around.Field(key); has {
				return message.Of("move it out of %s, to the other keys of the %s", quote.Text(b.at[n].Key), message.Word(cmp.Or(around.Noun, "account")))
			}
		}
	}
	return ""
}

// deeper returns the place of the keys of a nested object in the format.
func (b *binder) deeper() string {
	if b.format == tree.JSON {
		return message.Of("inside its braces")
	}
	return message.Of("indented below it")
}

// otherLists returns the lists whose entries have a key, if they are few.
func otherLists(key string) string {
	var lists []string
	for _, f := range description().Lists() {
		if _, has := f.Type.Elem.Field(key); has {
			lists = append(lists, quote.Text(f.Key))
		}
	}
	if len(lists) == 0 || len(lists) > 3 {
		return ""
	}
	return message.Of("an entry of %s has it; ", strings.Join(lists, message.Of(" or ")))
}

func (b *binder) entries(n tree.Node, v reflect.Value, t *schema.Type) bool {
	if n.Kind() != tree.List {
		return b.wrongType(n, message.Of("a list"), b.listHint(n, t.Elem))
	}
	count := n.Len()
	if count == 0 {
		return true
	}
	if b.size += count * int(t.Go.Elem().Size()); b.size > maxSize {
		b.add(n.At(), accountmap.ErrTooLarge, message.Of("the list has %d entries, and with them the lists of the file take more than %d MiB", count, maxSize>>20), message.Of("divide the account, or leave out old entries"))
		return false
	}
	entries := reflect.MakeSlice(t.Go, count, count)
	v.Set(entries)
	i, step := 0, len(b.at)
	b.at = append(b.at, schema.Step{})
	for entry := range n.Entries() {
		if b.list.Full() { // further problems are only counted
			b.markUnread()
			break
		}
		b.at[step].Index = i
		switch {
		case entry.IsNull() && b.broken: // a placeholder for an unreadable entry
			b.markUnread()
		case entry.IsNull():
			hint := message.Of("delete it")
			if entry.Hidden() {
				hint = commentHint()
			}
			b.wrongType(entry, message.Of("an entry"), hint)
			b.markUnread()
		case !b.value(entry, entries.Index(i), t.Elem):
			b.markUnread()
		}
		i++
	}
	b.at = b.at[:step]
	return true
}

// markUnread records that the current value was not read, if it is a list of the account, an entry,
// or the id of an entry.
func (b *binder) markUnread() {
	switch n := len(b.at); {
	case n == 1, n == 2, n == 3 && b.at[2].Key == "id":
		b.unread[b.at[0].Key] = true
	}
}
