package codec

import (
	"reflect"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/keypath"
	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
)

// requiredLists must be in every file, so that an account with none of them says so.
var requiredLists = [...]string{"units", "products"}

// binder fills an account from a tree.
type binder struct {
	tree   *tree
	report *report
	format Format
	root   *plan
	// currency is that of amounts which name none.
	currency accountmap.Currency
	at       keypath.Path
	// texts holds the short texts read so far, each once: an id stands in hundreds of orders. So the account does not hold on to the file.
	texts map[string]string
	// lost holds the lists of the account that lack entries because of a problem, so that references into them are no problems of their own.
	lost map[string]bool
	// cut holds the entries of lists of which only the first part was read, see [binder.secondEntry].
	cut    map[string]bool
	doubts []doubt
}

// bind fills the account from the object at the root of the tree, as far as it can be read.
func (b *binder) bind(a *accountmap.Account) {
	if account := b.tree.get(0, "account"); account >= 0 {
		if i := b.tree.get(account, "currency"); i >= 0 {
			b.currency = accountmap.Currency(b.tree.nodes[i].text)
		}
	}
	b.value(0, reflect.ValueOf(a).Elem(), b.root)
	if !b.report.broken {
		b.checkRoot(a)
	}
}

// checkRoot reports what every file must have. In a broken file it may stand in the part that was not read.
func (b *binder) checkRoot(a *accountmap.Account) {
	root := b.tree.nodes[0].at
	if a.Format == 0 && !b.report.at["format"] {
		at, detail := root, `the file has no "format"`
		if i := b.tree.get(0, "format"); i >= 0 && b.tree.nodes[i].kind != null {
			at, detail = b.tree.nodes[i].at, "the account is written in format 0"
		}
		b.report.add(at, "format", accountmap.ErrUnsupportedFormat, detail, "add "+b.format.pair("format", "1")+" at the top")
	}
	for _, name := range requiredLists {
		if i := b.tree.get(0, name); i < 0 || b.tree.nodes[i].kind == null {
			b.lost[name] = true
			b.report.add(root, name, accountmap.ErrMissingList, "the file has no list "+quote(name), "add it; it may be empty: "+b.format.pair(name, "[]"))
		}
	}
}

// value reads node i into v. It returns false when nothing could be made of the node.
func (b *binder) value(i int32, v reflect.Value, p *plan) bool {
	n := &b.tree.nodes[i]
	if n.kind == null {
		if n.hidden {
			b.hidden(n)
			b.lose()
		}
		return true
	}
	switch p.form {
	case formObject:
		return b.object(i, v, p)
	case formList:
		return b.list(i, v, p)
	default:
		return b.scalar(n, v, p)
	}
}

func (b *binder) object(i int32, v reflect.Value, p *plan) bool {
	n := b.tree.nodes[i]
	if n.kind != object {
		hint := ""
		if n.kind == list && b.format == YAML {
			hint = "write its keys without dashes and brackets"
		}
		return b.wrongType(&n, "an object with keys", hint)
	}
	var seen uint64
	first := int32(-1)
	for k := i + 1; k < n.next; k = b.tree.nodes[k+1].next {
		name := &b.tree.nodes[k]
		f, known := p.byKey[name.text]
		if !known {
			if f = b.unknownKey(name, i, p); f < 0 {
				continue
			}
		}
		if first < 0 {
			first = int32(f)
		}
		if seen&(1<<f) != 0 && b.secondEntry(i, k, int32(f) == first) {
			return true
		}
		b.at = append(b.at, keypath.Step{Key: p.fields[f].key})
		if seen&(1<<f) != 0 {
			b.report.add(name.at, b.at.String(), accountmap.ErrDuplicateKey, "the key "+quote(name.text)+" stands twice in this object",
				"keep one of the two; the first was read")
			b.lose()
		} else if !b.value(k+1, v.Field(p.fields[f].index), p.fields[f].plan) {
			b.lose()
		}
		seen |= 1 << f
		b.at = b.at[:len(b.at)-1]
	}
	return true
}

// unknownKey reports a key that the object i does not have. When it is a misspelling of one that is not given, that one is returned, and the
// tree corrected, so that what it holds is not missed; otherwise -1.
func (b *binder) unknownKey(name *node, i int32, p *plan) int {
	if b.report.enough() {
		b.report.hide(accountmap.SeverityError)
		return -1
	}
	at := append(b.at, keypath.Step{Key: name.text}).String()
	near, ok := spell.Nearest(name.text, p.keys())
	if _, top := b.root.byKey[name.text]; top && !ok {
		b.lost[name.text] = true
		b.report.add(name.at, at, accountmap.ErrUnknownKey, "the key "+quote(name.text)+" does not belong here",
			"move it to the top of the file, beside "+quote("units"))
		return -1
	}
	if !ok {
		b.report.add(name.at, at, accountmap.ErrUnknownKey, "unknown key "+quote(name.text), "the keys here are "+strings.Join(p.keys(), ", "))
		return -1
	}
	b.report.add(name.at, at, accountmap.ErrUnknownKey, "unknown key "+quote(name.text), "did you mean "+quote(near)+"?")
	if b.tree.get(i, near) >= 0 {
		return -1
	}
	name.text = near
	return p.byKey[near]
}

// listHint says how a list of the one value that stands for it is written.
func (b *binder) listHint(n *node) string {
	switch {
	case n.kind == object && b.format == YAML:
		return `begin each entry with a dash: "- "`
	case n.kind == object:
		return "put it in brackets: [{...}]"
	case n.text == "":
		return ""
	}
	entries := strings.Split(n.text, ",")
	for i, s := range entries {
		entries[i] = strings.TrimSpace(s)
		if b.format == JSON {
			entries[i] = quote(entries[i])
		}
	}
	return "put it in brackets: [" + cut(strings.Join(entries, ", ")) + "]"
}

func (b *binder) list(i int32, v reflect.Value, p *plan) bool {
	n := b.tree.nodes[i]
	if n.kind != list {
		return b.wrongType(&n, "a list", b.listHint(&n))
	}
	count := 0
	for k := i + 1; k < n.next; k = b.tree.nodes[k].next {
		count++
	}
	if count == 0 {
		return true
	}
	entries := reflect.MakeSlice(p.t, count, count)
	v.Set(entries)
	b.at = append(b.at, keypath.Step{})
	last := &b.at[len(b.at)-1]
	k := i + 1
	for j := range count {
		last.Index = j
		switch {
		case b.tree.nodes[k].kind == null:
			if !b.report.broken { // else it stands for what could not be read
				hint := "delete it"
				if b.tree.nodes[k].hidden {
					hint = commentHint
				}
				b.wrongType(&b.tree.nodes[k], "an entry", hint)
			}
			b.lose()
		case !b.value(k, entries.Index(j), p.elem):
			b.lose()
		}
		k = b.tree.nodes[k].next
		last = &b.at[len(b.at)-1]
	}
	b.at = b.at[:len(b.at)-1]
	return true
}

// lose remembers that the value at hand was not read, if it is a list of the account, an entry of one or the id of an entry.
func (b *binder) lose() {
	switch n := len(b.at); {
	case n == 1, n == 2, n == 3 && b.at[2].Key == "id":
		b.lost[b.at[0].Key] = true
	}
}
