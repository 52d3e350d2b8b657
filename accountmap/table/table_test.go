package table_test

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// accounts returns accounts with a value in every field of every list, and generated accounts.
func accounts() map[string]*accountmap.Account {
	all := map[string]*accountmap.Account{"full": accountmaptest.Full(), "empty": {}}
	for i, s := range accountmaptest.Shapes() {
		all[fmt.Sprintf("generated %d", i)] = accountmaptest.Generate(uint64(i), s)
	}
	for i, text := range accountmaptest.Hostile() {
		hostile := accountmaptest.Full()
		accountmaptest.FillText(hostile, text)
		all[fmt.Sprintf("hostile %d", i)] = hostile
	}
	return all
}

// TestRowsOutAndIn rebuilds each account from its rows alone: from their values, and from their
// texts.
func TestRowsOutAndIn(t *testing.T) {
	for name, a := range accounts() {
		var values, texts table.Draft
		for _, tab := range table.All() {
			for row := range tab.Rows(a) {
				i, j := values.Add(tab), texts.Add(tab)
				for c := range tab.Columns {
					column := &tab.Columns[c]
					v := row.Value(c)
					values.Set(tab, i, c, v)
					parsed, err := column.Parse(column.Format(v, a.Currency), a.Currency)
					require.NoError(t, err, "%s: %s.%s", name, tab.Name, column.Key)
					require.Equal(t, v, parsed, "%s: %s.%s", name, tab.Name, column.Key)
					texts.Set(tab, j, c, parsed)
				}
			}
		}
		orphan := func(tab *table.Table, row int) { t.Errorf("%s: row %d of %s has no owner", name, row, tab.Name) }
		require.Equal(t, a, values.Account(orphan), name)
		require.Equal(t, a, texts.Account(orphan), name)
	}
}

// TestEveryFieldHasAColumn checks that the tables have a column for every field of the account, new
// fields included.
func TestEveryFieldHasAColumn(t *testing.T) {
	fields := map[string]bool{}
	var collect func(prefix string, of reflect.Type)
	collect = func(prefix string, of reflect.Type) {
		isValue := reflect.PointerTo(of).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
		switch {
		case of.Kind() == reflect.Slice && of.Elem().Kind() == reflect.Struct:
			collect(prefix, of.Elem())
		case of.Kind() == reflect.Struct && !isValue:
			for f := range of.Fields() {
				collect(strings.TrimPrefix(prefix+"."+schema.Key(f), "."), f.Type)
			}
		default:
			fields[prefix] = true
		}
	}
	collect("", reflect.TypeFor[accountmap.Account]())
	for _, tab := range table.All() {
		for i, c := range tab.Columns {
			if owner, ok := tab.OwnerColumn(); c.Key == table.RowKey || ok && i == owner {
				continue
			}
			name := tab.Name + "." + c.Key
			if name == "account.format" {
				name = "format"
			}
			assert.True(t, fields[name], name)
			delete(fields, name)
		}
	}
	assert.Empty(t, fields)
}

// TestLayout compares the kinds of all columns with a golden file.
func TestLayout(t *testing.T) {
	var b strings.Builder
	for _, tab := range table.All() {
		fmt.Fprintf(&b, "%s\n", tab.Name)
		for _, c := range tab.Columns {
			kind := string(c.Kind)
			switch c.Kind {
			case table.Reference:
				kind += " to " + c.Refers
			case table.Word:
				kind += " of " + c.Enum
				assert.NotEmpty(t, c.Words)
			}
			if c.List {
				kind = "list: " + kind
			}
			if c.Required {
				kind += ", required"
			}
			fmt.Fprintf(&b, "\t%s (%s)\n", c.Key, kind)
		}
	}
	accountmaptest.Golden(t, "layout.txt", []byte(b.String()))
}

func TestFind(t *testing.T) {
	a := accountmaptest.Full()
	var d table.Draft
	for _, tab := range table.All() {
		for row := range tab.Rows(a) {
			n := d.Add(tab)
			for c := range tab.Columns {
				d.Set(tab, n, c, row.Value(c))
			}
		}
	}
	d.Account(nil)
	for _, tab := range table.All() {
		n := 0
		for row := range tab.Rows(a) {
			for c, column := range tab.Columns {
				if owner, ok := tab.OwnerColumn(); column.Key == table.RowKey || ok && c == owner {
					continue
				}
				path := strings.TrimPrefix(row.Path()+"."+column.Key, ".")
				if tab.Name == "account" && column.Key != "format" {
					path = "account." + column.Key
				}
				found, i, j := d.Find(path)
				require.Same(t, tab, found, path)
				assert.Equal(t, [2]int{n, c}, [2]int{i, j}, path)
				assert.Equal(t, path, d.Path(tab, n, c))
				assert.Equal(t, row.Value(c), d.Value(tab, n, c))
			}
			n++
		}
	}
	for path, want := range map[string]string{
		"contacts[0].roles[1]": "contacts 0 roles", "contacts[99].name": "contacts -1 name", "units": "units -1 ", "team[0].reach": "team.reach -1 ",
		"team[0].reach[9].now": "team.reach -1 ", "format": "account 0 format", "account": "account 0 ", "handoff.to": "handoff 0 to",
	} {
		tab, row, column := d.Find(path)
		key := ""
		if column >= 0 {
			key = tab.Columns[column].Key
		}
		assert.Equal(t, want, fmt.Sprintf("%s %d %s", tab.Name, row, key), path)
	}
	for _, path := range []string{"", "nothing", "[3]", ".", "nothing[2].at"} {
		tab, _, _ := d.Find(path)
		assert.Nil(t, tab, path)
	}
}

func TestLists(t *testing.T) {
	for cell, want := range map[string][]string{
		"": nil, " ": nil, ";": nil, "a": {"a"}, "a; b;c ": {"a", "b", "c"}, `"a; b"; c`: {"a; b", "c"}, `""`: {""}, `""; ""`: {"", ""},
		`"say ""so"""`: {`say "so"`}, `say "so"`: {`say "so"`}, "a;;b;": {"a", "b"}, `" a"`: {" a"}, "a\nb; c": {"a\nb", "c"},
	} {
		list, ok := table.SplitList(cell)
		assert.True(t, ok, cell)
		assert.Equal(t, want, list, cell)
	}
	for _, cell := range []string{`"a`, `"a" b`, `"a""`, `"`, `""a`} {
		_, ok := table.SplitList(cell)
		assert.False(t, ok, cell)
	}
}

func FuzzLists(f *testing.F) {
	for _, text := range accountmaptest.Hostile() {
		f.Add(text, "b", "")
	}
	f.Fuzz(func(t *testing.T, a, b, c string) {
		list, ok := table.SplitList(table.JoinList([]string{a, b, c}))
		require.True(t, ok)
		require.Equal(t, []string{a, b, c}, list)
		if list, ok := table.SplitList(a); ok {
			again, _ := table.SplitList(table.JoinList(list))
			require.Equal(t, list, again)
		}
	})
}

func TestParseRefuses(t *testing.T) {
	for text, key := range map[string]string{"2026-13-01": "left", "boss": "stance", "user; boss": "roles", "3.5": "power", `"a`: "roles", "maybe": "external"} {
		contacts, _ := table.Lookup("contacts")
		i, ok := contacts.Column(key)
		require.True(t, ok)
		_, err := contacts.Columns[i].Parse(text, "EUR")
		var e *accountmap.ValueError
		require.ErrorAs(t, err, &e, text)
		assert.NotEmpty(t, e.Hint)
	}
	orders, _ := table.Lookup("orders")
	for _, text := range []string{"NaN", "Inf", "0x10", "1_000", "1,5", "1e400"} {
		i, _ := orders.Column("quantity")
		_, err := orders.Columns[i].Parse(text, "EUR")
		assert.Error(t, err, text)
	}
}
