package edits

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// formerValue returns a clause with the original value, or "" if there was none.
func formerValue(b *bookReader, c *table.Column, was any) string {
	if was == nil {
		return ""
	}
	return message.Of(", when it was %s", display(b, c, was))
}

// display returns a value for a message, in the notation of the workbook.
func display(b *bookReader, c *table.Column, value any) string {
	one := func(text string) string { return text }
	switch c.Kind {
	case table.Word:
		words := b.g.Cells.Words.Translations(c)
		one = func(text string) string {
			if i := slices.Index(c.Words, text); i >= 0 {
				return words[i]
			}
			return text
		}
	case table.Reference:
		one = func(key string) string { return draftName(b, c.Refers, key) }
	}
	switch v := value.(type) {
	case nil:
		return message.Of("nothing")
	case string:
		return quote.Text(one(v))
	case []string:
		all := make([]string, len(v))
		for i := range v {
			all[i] = one(v[i])
		}
		return quote.Text(table.JoinList(all))
	}
	return quote.Text(c.Format(value, b.own.now))
}

func draftName(b *bookReader, list, key string) string {
	t, _ := table.Lookup(list)
	column, named := t.NameColumn()
	for row := range b.g.Draft.Len(t) {
		if named && b.g.Draft.Key(t, row) == key {
			return cmp.Or(b.g.Draft.Text(t, row, column), key)
		}
	}
	return key
}

func baseName(b *bookReader, list, key string) string {
	t, _ := table.Lookup(list)
	return cmp.Or(b.lists[t].labels[key], key)
}

// entryName describes an entry of the base: its name, with the id in brackets if the name is
// ambiguous, or its identifying values.
func entryName(b *bookReader, l *bookList, base int) string {
	row := l.base.Row(base)
	name := ""
	if c, ok := l.table.NameColumn(); ok {
		name = row.Text(c)
	}
	switch {
	case l.table.HasID():
		return quote.Text(cmp.Or(l.labels[row.Key()], row.Key()))
	case name != "":
		return quote.Text(name)
	}
	var values []string
	for i := range l.table.Columns {
		c := &l.table.Columns[i]
		if v := row.Value(i); v != nil && i > 0 && len(values) < 4 && (c.Kind == table.Reference || c.Kind == table.Date || c.Kind == table.Code) {
			values = append(values, strings.Trim(display(b, c, v), `"`))
		}
	}
	if len(values) == 0 {
		return quote.Text(row.Key())
	}
	return quote.Text(strings.Join(values, ", "))
}
