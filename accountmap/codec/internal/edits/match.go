package edits

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	accountschema "github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

func copyOf(a *accountmap.Account) *accountmap.Account {
	c := *a
	accountschema.Of(reflect.TypeFor[accountmap.Account]()).Account.Unshare(reflect.ValueOf(&c).Elem())
	return &c
}

// matchRows finds the current row of each entry of the base by its id, or else by its identity.
// Among entries with the same identity, equal ones are matched first, and the rest in order.
func matchRows(b *bookReader, now *accountmap.Account) {
	for _, t := range table.All() {
		l := b.lists[t]
		l.now = make([]int32, l.base.Len())
		if t.Single {
			for i := range l.now {
				l.now[i] = int32(min(i, t.List(now).Len()-1))
			}
			continue
		}
		owner := func(row table.Row, base bool) string { return "" }
		if column, ok := t.OwnerColumn(); ok {
			owner = func(row table.Row, inBase bool) string {
				key, _ := row.Value(column).(string)
				if inBase {
					key = b.lists[t.Owner].keyNow(key)
				}
				return key
			}
		}
		matchList(b, l, t.List(now), owner)
	}
}

// keyNow returns the current key of an entry of the base.
func (l *bookList) keyNow(key string) string {
	base, ok := l.find(key)
	if !ok || l.table.HasID() {
		return key
	}
	return "#" + strconv.Itoa(l.row(base)+1)
}

// matchList matches rows of the base with current rows of the same owner.
func matchList(b *bookReader, l *bookList, now *table.List, owner func(row table.Row, base bool) string) {
	alike := map[string][]int{} // current rows by identity
	for i := range now.Len() {
		row := now.Row(i)
		identity := owner(row, false) + "\x00" + row.Identity()
		alike[identity] = append(alike[identity], i)
	}
	identities, count := make([]string, l.base.Len()), map[string]int{}
	for base := range identities {
		row := l.base.Row(base)
		identities[base] = owner(row, true) + "\x00" + row.Identity()
		count[identities[base]]++
	}
	isAmbiguous := func(identity string) bool { return count[identity] > 1 || len(alike[identity]) > 1 }
	equal := map[string][]int{} // rows of ambiguous identity, by all their values
	for identity, rows := range alike {
		for _, i := range rows {
			if isAmbiguous(identity) {
				text := identity + valuesOf(now.Row(i), b.own.now)
				equal[text] = append(equal[text], i)
			}
		}
	}
	taken := make([]bool, now.Len())
	take := func(base int, from map[string][]int, key string) {
		for rows := from[key]; len(rows) > 0 && l.now[base] < 0; rows = rows[1:] {
			from[key] = rows[1:]
			if i := rows[0]; !taken[i] {
				taken[i], l.now[base] = true, int32(i)
			}
		}
	}
	for base := range l.now {
		l.now[base] = -1
		if isAmbiguous(identities[base]) {
			take(base, equal, identities[base]+valuesOf(l.base.Row(base), b.own.base))
		}
	}
	for base := range l.now {
		take(base, alike, identities[base])
	}
}

func valuesOf(row table.Row, own accountmap.Currency) string {
	var text strings.Builder
	for i := range row.Table().Columns {
		c := &row.Table().Columns[i]
		if c.Kind != table.Key && !c.IsOwner() {
			text.WriteString("\x00" + c.Format(rows.Normal(row.Value(i), own), ""))
		}
	}
	return text.String()
}
