package table_test

import (
	"hash/fnv"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/norace"
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
	b.Amounts = []table.BookAmounts{{Column: "value", Rows: map[string]uint64{"core": table.AmountPrint(12), "extra": 0}}}
	b.Views = []table.BookView{table.NewBookView("Summary", []uint64{1, math.MaxUint64, 1 << 40, 1}), table.NewBookView("Empty", nil),
		table.NewBookView("Answers", make([]uint64, table.MostShown+1))}
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
		rows, labels := map[*table.Table][]string{}, map[*table.Table][]uint64{}
		r := table.BookReader{Row: func(tab *table.Table, key string, label uint64) {
			rows[tab] = append(rows[tab], key)
			if tab.HasID() {
				labels[tab] = append(labels[tab], label)
			}
		}}
		for cells := range want.Cells() {
			for _, cell := range cells {
				require.LessOrEqual(t, len(utf16.Encode([]rune(cell))), table.MaxCell)
			}
			require.NoError(t, r.Read(append(cells, "", "")))
		}
		got, err := r.Book()
		require.NoError(t, err)
		for i := range got.Lists {
			l := &got.Lists[i]
			require.Len(t, rows[l.Table], l.Len)
			l.Rows, l.Labels = rows[l.Table], labels[l.Table]
		}
		require.Equal(t, want, got, name)
	}
}

func TestBookThatIsNone(t *testing.T) {
	for _, rows := range [][][]string{
		{{"something"}}, {{"accountatlas", "2"}}, {{"accountatlas", "1"}}, {{"accountatlas", "1"}, {"list", "nothing"}, {"end"}},
		{{"accountatlas", "1"}, {"row", "a", "b"}, {"end"}}, {{"accountatlas", "1"}, {"list", "orders"}, {"rows", "1-999999999"}, {"end"}},
		{{"accountatlas", "1"}, {"list", "orders"}, {"rows", "3-1"}, {"end"}}, {{"accountatlas", "1"}, {"order", "x"}, {"end"}},
		{{"accountatlas", "1"}, {"list", "units"}, {"row", "a", "-"}, {"end"}}, {{"accountatlas", "1"}, {"rest", "units"}, {"end"}}, {},
		{{"accountatlas", "1"}, {"language", "en"}, {"end", "3"}}, {{"accountatlas", "1"}, {"view", "a"}, {"end"}}, {{"accountatlas", "1"}, {"view", "a", "1", "2 1"}, {"end"}}, {{"accountatlas", "1"}, {"view", "a", "1", "-"}, {"end"}},
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
	norace.Only(t)
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
			var keys, names []string
			for row := range tab.Rows(a) {
				text := ""
				if c, ok := tab.NameColumn(); ok {
					text, _ = row.Value(c).(string)
				}
				keys, names = append(keys, row.Key()), append(names, text)
			}
			now := resolver(table.Written{}, slices.Collect(maps.Values(labels)), keys, names)
			written := table.Written{Labels: list.Labels}
			for i := range list.Labels {
				written.Rows = append(written.Rows, int32(i))
			}
			before := resolver(written, slices.Collect(maps.Values(labels)), keys, slices.Repeat([]string{"renamed"}, len(keys)))
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

func resolver(written table.Written, asked, keys, names []string) *table.Resolver {
	return table.NewResolver(written, slices.Values(asked), len(keys), func(i int) string { return keys[i] }, func(i int) string { return names[i] })
}

func TestAmbiguousNames(t *testing.T) {
	for name, tt := range map[string]struct {
		keys, names []string
		cell, want  string
		ambiguous   bool
	}{
		"one bears the name":           {[]string{"m1"}, []string{"María"}, "maría ", "m1", false},
		"two bear the name":            {[]string{"m1", "m2"}, []string{"María", "María"}, "María", "", true},
		"which of two, by key":         {[]string{"m1", "m2"}, []string{"María", "María"}, "María [m2]", "m2", false},
		"renamed":                      {[]string{"m1"}, []string{"Mary"}, "María", "m1", false},
		"another bears the name now":   {[]string{"m1", "m2"}, []string{"Mary", "María"}, "María", "", true},
		"who bore the name is gone":    {[]string{"m2"}, []string{"María"}, "María", "m2", false},
		"a row without a key is none":  {[]string{"", "m2"}, []string{"María", "María"}, "María", "m2", false},
		"of one key twice, either way": {[]string{"m2", "m2"}, []string{"Ann", "ann"}, "Ann", "m2", false},
		"nobody":                       {[]string{"m1"}, []string{"María"}, "nobody", "", false},
		"nothing":                      {[]string{"m1"}, []string{""}, "", "", false},
	} {
		var written table.Written
		if row := slices.Index(tt.keys, "m1"); row >= 0 {
			written = table.Written{Labels: []uint64{table.Fingerprint("María")}, Rows: []int32{int32(row)}}
		}
		r := resolver(written, []string{tt.cell}, tt.keys, tt.names)
		key, ok := r.Key(tt.cell)
		assert.Equal(t, tt.want, key, name)
		assert.Equal(t, tt.want != "", ok, name)
		assert.Equal(t, tt.ambiguous, r.Ambiguous(tt.cell), name)
	}
}

// TestNameOfNewRows holds that a cell which was there before a new row of the same name came still means the row that it meant.
func TestNameOfNewRows(t *testing.T) {
	for name, tt := range map[string]struct {
		names   []string // of m1 and m2, which were there, and of m3, which is new
		renamed []int32
		want    string
	}{
		"a new one":              {[]string{"María", "Eva", "maría"}, nil, "m1"},
		"a new one of the other": {[]string{"Eva", "María", "maría"}, nil, "m2"},
		"two, and a new one":     {[]string{"María", "María", "María"}, nil, ""},
		"one renamed":            {[]string{"María", "Eva", "María"}, []int32{0}, ""},
		"the new one alone":      {[]string{"Ann", "Eva", "María"}, nil, ""},
		"nobody":                 {[]string{"Ann", "Eva", "Zoe"}, nil, ""},
	} {
		written := table.Written{Rows: tt.renamed, Labels: slices.Repeat([]uint64{table.Fingerprint("Somebody")}, len(tt.renamed)), Old: func(row int) bool { return row < 2 }}
		r := resolver(written, []string{"María "}, []string{"m1", "m2", "m3"}, tt.names)
		key, ok := r.Before("María ")
		assert.Equal(t, tt.want, key, name)
		assert.Equal(t, tt.want != "", ok, name)
	}
}

// TestFingerprint holds that a workbook written earlier is read: its labels are FNV-1a of their small letters.
func TestFingerprint(t *testing.T) {
	for _, label := range []string{"", " ", "Elena Ríos", "ΆΛΦΑ ΒΉΤΑΣ\t", "İstanbul", "a\xffb", "🙂 [c-17]"} {
		h := fnv.New64a()
		h.Write([]byte(strings.ToLower(strings.TrimSpace(label))))
		assert.Equal(t, h.Sum64(), table.Fingerprint(label), label)
	}
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

// TestShown holds that what a cell shows counts, and not how a program keeps it.
func TestShown(t *testing.T) {
	assert.Equal(t, table.ShownText("Ana  Ríos\nSponsor"), table.ShownText(" ana ríos Sponsor\r\n\x00\ufffd"))
	assert.NotEqual(t, table.ShownText("Ana"), table.ShownText("Anna"))
	assert.Zero(t, table.ShownText(" \n\u200b"))
	assert.Equal(t, table.ShownNumber(1.0/3), table.ShownNumber(0.333333333333333))
	assert.NotEqual(t, table.ShownNumber(25), table.ShownNumber(26))
}
