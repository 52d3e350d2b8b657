package table

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// JoinList joins texts into one cell, separated by "; ". A text that is empty, begins or ends with
// a space, or has a semicolon or quotation mark is quoted, with its quotation marks doubled.
// [SplitList] reads it back. An empty list gives the empty text.
func JoinList(list []string) string {
	var b strings.Builder
	for i, text := range list {
		if i > 0 {
			b.WriteString("; ")
		}
		if text == "" || strings.TrimSpace(text) != text || strings.ContainsAny(text, `;"`) {
			text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
		}
		b.WriteString(text)
	}
	return b.String()
}

// SplitList reads what [JoinList] writes, and ignores spaces around entries, empty entries and a
// semicolon at the end. It returns false for an unclosed quotation mark and for text after a closed
// one.
func SplitList(cell string) (list []string, ok bool) {
	for cell = strings.TrimSpace(cell); cell != ""; cell = strings.TrimSpace(cell) {
		if cell[0] != '"' {
			var text string
			text, cell, _ = strings.Cut(cell, ";")
			if text = strings.TrimSpace(text); text != "" {
				list = append(list, text)
			}
			continue
		}
		text, rest, closed := cutQuoted(cell[1:])
		rest = strings.TrimSpace(rest)
		if !closed || rest != "" && rest[0] != ';' {
			return nil, false
		}
		list = append(list, text)
		cell = strings.TrimPrefix(rest, ";")
	}
	return list, true
}

// cutQuoted splits s at the first quotation mark that is not doubled.
func cutQuoted(s string) (text, rest string, closed bool) {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			return "", "", false
		}
		b.WriteString(s[:i])
		if s = s[i+1:]; !strings.HasPrefix(s, `"`) {
			return b.String(), s, true
		}
		b.WriteByte('"')
		s = s[1:]
	}
}

// List is the rows of a table in one account, in random access. It is valid as long as the account
// does not change, and safe for any number of goroutines.
type List struct {
	table *Table
	rows  reflect.Value
	// owners are the rows of the owner, and ends[i] the number of rows of the first i+1 owners; nil
	// for a list of the account itself.
	owners *List
	ends   []int
	len    int
	byID   map[string]int // the first row with each id
}

// List returns the rows of [Table.Rows].
func (t *Table) List(a *accountmap.Account) *List {
	l := &List{table: t}
	switch {
	case t.Owner != nil:
		l.owners = t.Owner.List(a)
		for i := range l.owners.len {
			l.len += l.owners.Row(i).entry.FieldByIndex(t.at).Len()
			l.ends = append(l.ends, l.len)
		}
	case t.Single:
		for range t.Rows(a) {
			l.len++
		}
		l.rows = reflect.ValueOf(a).Elem().FieldByIndex(t.at)
	default:
		l.rows = reflect.ValueOf(a).Elem().FieldByIndex(t.at)
		l.len = l.rows.Len()
	}
	if t.HasID() {
		l.byID = make(map[string]int, l.len)
		for row := range l.len {
			id := l.Row(row).text(0)
			if _, duplicate := l.byID[id]; !duplicate {
				l.byID[id] = row
			}
		}
	}
	return l
}

// Len returns the number of rows.
func (l *List) Len() int { return l.len }

// Row returns the row with a number, from 0. It panics for a number out of range.
func (l *List) Row(number int) Row {
	switch {
	case l.owners != nil:
		at, _ := slices.BinarySearch(l.ends, number+1)
		owner, index := l.owners.Row(at), number
		if at > 0 {
			index -= l.ends[at-1]
		}
		return Row{l.table, owner.entry.FieldByIndex(l.table.at).Index(index), number, index, &owner}
	case l.table.Single:
		return Row{table: l.table, entry: l.rows}
	}
	return Row{l.table, l.rows.Index(number), number, number, nil}
}

// Find returns the first row with a key.
func (l *List) Find(key string) (row Row, ok bool) {
	if l.byID != nil {
		number, ok := l.byID[key]
		if !ok {
			return Row{}, false
		}
		return l.Row(number), true
	}
	digits, ok := strings.CutPrefix(key, "#")
	number, err := strconv.Atoi(digits)
	if !ok || err != nil || number < 1 || number > l.len || l.Row(number-1).Key() != key {
		return Row{}, false
	}
	return l.Row(number - 1), true
}
