package table_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// bookOf tells of a workbook with every list of an account.
func bookOf(a *accountmap.Account) *table.Book {
	b := &table.Book{Language: "el", Words: []table.BookWord{{Enum: "Stance", Value: "champion", Said: "Mentor"}, {Value: "true", Said: "Ja"}}}
	for _, tab := range table.All() {
		var keys []string
		for _, c := range tab.Columns[1:] {
			keys = append(keys, c.Key)
		}
		var labels map[string]string
		if tab.HasID() {
			labels = table.Labels(tab, a)
		}
		b.AddList(tab, "Sheet "+tab.Name, keys, keys, a, labels, func(r table.Row) bool { return tab.Name == "orders" && r.Key() == "#2" })
	}
	b.SetMatrix("Coverage", unitIDs(a), productIDs(a), a)
	contacts, _ := table.Lookup("contacts")
	b.Rests = []table.Rest{{Table: contacts, Row: "c-1", Column: "notes", Text: strings.Repeat("long 🙂", 20_000)}}
	b.Amounts = []table.BookAmounts{{Sheet: "Value", Column: "value", First: 3, Rows: map[string]uint64{"core": table.AmountPrint(12), "extra": 0}}}
	return b
}

func unitIDs(a *accountmap.Account) (ids []accountmap.UnitID) {
	for _, u := range a.Units {
		ids = append(ids, u.ID)
	}
	return ids
}

func productIDs(a *accountmap.Account) (ids []accountmap.ProductID) {
	for _, p := range a.Products {
		ids = append(ids, p.ID)
	}
	return ids
}

func TestBookReadsBack(t *testing.T) {
	for name, a := range accounts() {
		want := bookOf(a)
		var r table.BookReader
		for cells := range want.Cells() {
			for _, cell := range cells {
				require.LessOrEqual(t, len(utf16.Encode([]rune(cell))), table.MaxCell)
			}
			require.NoError(t, r.Read(append(cells, "", "")))
		}
		got, err := r.Book()
		require.NoError(t, err)
		require.Equal(t, want, got, name)
	}
}

func TestBookThatIsNone(t *testing.T) {
	for _, rows := range [][][]string{
		{{"something"}}, {{"accountatlas", "2"}}, {{"accountatlas", "1"}}, {{"accountatlas", "1"}, {"list", "nothing"}, {"end"}},
		{{"accountatlas", "1"}, {"row", "a", "b"}, {"end"}}, {{"accountatlas", "1"}, {"list", "orders"}, {"rows", "1-999999999"}, {"end"}},
		{{"accountatlas", "1"}, {"list", "orders"}, {"rows", "3-1"}, {"end"}}, {{"accountatlas", "1"}, {"order", "x"}, {"end"}},
		{{"accountatlas", "1"}, {"list", "units"}, {"row", "a", "-"}, {"end"}}, {{"accountatlas", "1"}, {"rest", "units"}, {"end"}}, {},
	} {
		var r table.BookReader
		var failed error
		for _, cells := range rows {
			if err := r.Read(cells); err != nil && failed == nil {
				failed = err
			}
		}
		_, err := r.Book()
		assert.True(t, failed != nil || err != nil, "%q", rows)
	}
}

// TestLabelsLeadBack holds that whatever a cell says of an entry leads to that entry and no other.
func TestLabelsLeadBack(t *testing.T) {
	all := accounts()
	all["namesakes"] = &accountmap.Account{Contacts: []accountmap.Contact{
		{ID: "1", Name: "Ann"}, {ID: "2", Name: "ann "}, {ID: "Bob", Name: "Carl"}, {ID: "4", Name: "bob"}, {ID: "Eve", Name: "Eve"},
		{ID: "a]b[c", Name: "Bracket [x]"}, {ID: "x", Name: ""}, {ID: "7", Name: " \n "}, {ID: " 8 ", Name: "Ann [1]"}, {ID: "[1]", Name: "[1]"},
		{ID: "9", Name: strings.Repeat("long ", 100)}, {ID: "10", Name: strings.Repeat("long ", 100)},
	}}
	for name, a := range all {
		for _, tab := range table.All() {
			labels := table.Labels(tab, a)
			list := bookOf(a).List(tab)
			now, before := table.NewResolver(nil), table.NewResolver(list)
			for row := range tab.Rows(a) {
				text := ""
				if c, ok := tab.NameColumn(); ok {
					text, _ = row.Value(c).(string)
				}
				now.Add(row.Key(), text)
				before.Add(row.Key(), "renamed")
			}
			for key, label := range labels {
				found, ok := now.Key(label)
				require.True(t, ok, "%s: %s %q", name, tab.Name, label)
				require.Equal(t, key, found, "%s: %s %q", name, tab.Name, label)
				if tab.HasID() {
					found, ok = before.Key("  " + strings.ToUpper(label))
					if goesBack(label) && !strings.HasSuffix(label, "]") && !strings.EqualFold(key, label) {
						require.True(t, ok, "%s: %s %q", name, tab.Name, label)
						require.Equal(t, key, found, "%s: %s %q", name, tab.Name, label)
					}
				}
			}
		}
	}
}

func TestAmbiguousNames(t *testing.T) {
	contacts, _ := table.Lookup("contacts")
	list := &table.BookList{Table: contacts, Rows: []string{"m1"}, Labels: []uint64{table.Fingerprint("María")}}
	r := table.NewResolver(list)
	r.Add("m1", "María")
	key, ok := r.Key("maría ")
	assert.True(t, ok)
	assert.Equal(t, "m1", key)
	r.Add("m2", "María")
	_, ok = r.Key("María")
	assert.False(t, ok, "two bear the name")
	assert.True(t, r.Ambiguous("María"))
	key, ok = r.Key("María [m2]")
	assert.True(t, ok)
	assert.Equal(t, "m2", key)
	_, ok = r.Key("nobody")
	assert.False(t, ok)
	assert.False(t, r.Ambiguous("nobody"))
}

func TestCut(t *testing.T) {
	for _, text := range []string{"", "a", strings.Repeat("a", table.MaxCell), strings.Repeat("α", table.MaxCell), strings.Repeat("🙂", table.MaxCell/2)} {
		cell, cut := table.Cut(text)
		assert.False(t, cut)
		assert.Equal(t, text, cell)
	}
	for _, text := range []string{strings.Repeat("a", table.MaxCell+1), strings.Repeat("🙂", table.MaxCell), "a" + strings.Repeat("🙂", table.MaxCell)} {
		cell, cut := table.Cut(text)
		assert.True(t, cut)
		assert.LessOrEqual(t, len(utf16.Encode([]rune(cell))), table.MaxCell)
		assert.True(t, strings.HasPrefix(text, strings.TrimSuffix(cell, "…")))
	}
}

func TestMarks(t *testing.T) {
	seen := map[string]bool{table.MatrixMark: true, table.EndMark: true}
	for _, tab := range table.All() {
		assert.False(t, seen[tab.Mark()])
		seen[tab.Mark()] = true
		found, ok := table.Marked(tab.Mark())
		assert.True(t, ok)
		assert.Same(t, tab, found)
	}
	for _, text := range []string{"", "contacts", table.MatrixMark, table.EndMark} {
		_, ok := table.Marked(text)
		assert.False(t, ok)
	}
	assert.NotEmpty(t, slices.Collect(bookOf(&accountmap.Account{}).Cells()))
}

func TestRevision(t *testing.T) {
	for name, a := range accounts() {
		b := *a
		if m, err := accountmap.New(a); err == nil {
			b = *m.Account()
		}
		assert.Equal(t, table.Revision(a), table.Revision(&b), name)
		b.Notes += "!"
		assert.NotEqual(t, table.Revision(a), table.Revision(&b), name)
	}
}

// goesBack reports whether a text in capitals comes back in small letters: a Greek word that ends in ς does not.
func goesBack(text string) bool {
	small := strings.ToLower(strings.ToUpper(text))
	return small == strings.ToLower(text)
}
