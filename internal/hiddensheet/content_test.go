package hiddensheet_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// whole returns the content of a workbook with every list of an account.
func whole(a *accountmap.Account) *hiddensheet.Content {
	c := &hiddensheet.Content{Language: "el", Words: []hiddensheet.Word{{Enum: "Stance", Value: "champion", Said: "Mentor"}, {Value: "true", Said: "Ja"}}}
	for _, t := range table.All() {
		l := hiddensheet.List{Name: t.Name, Sheet: "Sheet " + t.Name}
		for _, column := range t.Columns[1:] {
			l.Columns, l.Headings = append(l.Columns, column.Key), append(l.Headings, column.Key)
		}
		c.Lists = append(c.Lists, l)
	}
	c.Matrix = "Coverage"
	c.SetAccount(a, false)
	return c
}

// read reads the rows as a spreadsheet would save them.
func read(rows [][]string) (*hiddensheet.Content, error) {
	var r hiddensheet.Reader
	for _, cells := range rows {
		if err := r.Read(append(cells, "", "")); err != nil {
			return nil, err
		}
	}
	return r.Content()
}

func TestContentReadsBack(t *testing.T) {
	accounts := map[string]*accountmap.Account{"empty": {}, "full": accountmaptest.Full()}
	for _, shape := range accountmaptest.Shapes() {
		accounts[shape.Name] = accountmaptest.Generate(3, shape)
	}
	for name, a := range accounts {
		for _, currency := range []accountmap.Currency{"EUR", "JPY", "KWD", ""} {
			b := *a
			b.Currency = currency
			m, err := accountmap.New(&b)
			if err != nil {
				m = nil
			}
			if m != nil {
				b = *m.Account()
			}
			want := whole(&b)
			rows, err := want.Rows()
			require.NoError(t, err)
			for _, cells := range rows {
				for _, cell := range cells {
					require.LessOrEqual(t, len(cell), hiddensheet.MaxCell)
				}
			}
			got, err := read(rows)
			require.NoError(t, err, name)
			require.Equal(t, want.Lists, got.Lists)
			require.Equal(t, want.Words, got.Words)
			if m == nil {
				continue
			}
			back, err := accountmap.New(got.Account)
			require.NoError(t, err)
			require.Equal(t, m.Account(), back.Account(), "%s in %s", name, currency)
		}
	}
}

// packed returns the rows of a content with arbitrary text.
func packed(text string) [][]string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, text)
	w.Close()
	return [][]string{{"accountatlas", "2"}, {"content", base64.StdEncoding.EncodeToString(b.Bytes())}, {"end", "2"}}
}

func TestRowsOfNoContent(t *testing.T) {
	rows, err := whole(accountmaptest.Full()).Rows()
	require.NoError(t, err)
	_, err = read(rows)
	require.NoError(t, err)
	for name, rows := range map[string][][]string{
		"nothing": nil, "something": {{"something"}}, "another version": {{"accountatlas", "3"}}, "no content": {{"accountatlas", "2"}, {"end", "1"}},
		"a row lost": {rows[0], rows[len(rows)-1]}, "no end": rows[:len(rows)-1], "more": append(rows[:len(rows):len(rows)], []string{"content", "x"}),
		"no base64": {{"accountatlas", "2"}, {"content", "-"}, {"end", "2"}}, "another row": {{"accountatlas", "2"}, {"row", "x"}, {"end", "2"}},
		"no JSON": packed("{"), "no account": packed("{}"), "an unknown list": packed(`{}{}{"list":"x","len":1}{}`), "no such list": packed(`{}{}{"list":"team.reach","len":1}{}`),
		"a list in the account": packed(`{}{"Orders":[{}]}`), "a wrong number": packed(`{}{}{"list":"units","len":2}{}`), "negative": packed(`{}{}{"list":"units","len":-1}{}`), "too many": packed(`{}{}{"list":"units","len":99999999}{}`),
		"twice": packed(`{}{}{"list":"units","len":1}{}{"list":"units","len":1}{}`), "a wrong value": packed(`{}{}{"list":"contacts","len":1}{"stance":"x"}`),
		"a bomb": packed(`{"language":"` + strings.Repeat("a", 20<<20) + `"}{}`),
	} {
		_, err := read(rows)
		assert.Error(t, err, name)
	}
	_, err = read([][]string{{"accountatlas", "1"}})
	assert.True(t, hiddensheet.IsEarlier(err))
	_, err = read(packed(`{}{}`))
	assert.NoError(t, err)
}

// TestPartOfTheAccount checks the base of a workbook with some of the sheets. The base has the
// content of these sheets, and the ids and names to which they refer.
func TestPartOfTheAccount(t *testing.T) {
	a := accountmaptest.Full()
	all := whole(a)
	for name, tt := range map[string]struct {
		lists  []string
		matrix bool
		check  func(part *accountmap.Account)
	}{
		"contacts": {[]string{"contacts"}, false, func(part *accountmap.Account) {
			assert.Equal(t, a.Contacts, part.Contacts)
			assert.Equal(t, accountmap.Unit{ID: a.Units[1].ID, Name: a.Units[1].Name}, part.Units[1])
			assert.Equal(t, accountmap.Member{ID: a.Team[0].ID, Name: a.Team[0].Name}, part.Team[0])
			assert.Empty(t, part.Products)
			assert.Equal(t, accountmap.Profile{Name: a.Name, Currency: a.Currency, AsOf: a.AsOf}, part.Profile)
		}},
		"matrix": {nil, true, func(part *accountmap.Account) {
			require.Len(t, part.Coverage, len(a.Coverage))
			c := a.Coverage[0]
			assert.Equal(t, accountmap.Cell{Unit: c.Unit, Product: c.Product, Status: c.Status}, part.Coverage[0])
			assert.Empty(t, part.Contacts)
		}},
		"readings": {[]string{"kpis.readings"}, false, func(part *accountmap.Account) {
			assert.Equal(t, a.KPIs[0].Readings, part.KPIs[0].Readings)
			assert.Equal(t, a.KPIs[0].Name, part.KPIs[0].Name)
			assert.Empty(t, part.KPIs[0].Source)
		}},
	} {
		c := &hiddensheet.Content{}
		for _, list := range tt.lists {
			l, _ := table.Lookup(list)
			c.Lists = append(c.Lists, *all.List(l))
		}
		if tt.matrix {
			c.Matrix = all.Matrix
		}
		c.SetAccount(a, false)
		require.NotNil(t, c.Account, name)
		tt.check(c.Account)
	}
}

// TestLabelsLeadBack checks that every label contains the key of its entry or is a unique name.
func TestLabelsLeadBack(t *testing.T) {
	a := &accountmap.Account{Contacts: []accountmap.Contact{
		{ID: "1", Name: "Ann"}, {ID: "2", Name: "ann "}, {ID: "Bob", Name: "Carl"}, {ID: "4", Name: "bob"}, {ID: "Eve", Name: "Eve"},
		{ID: "a]b[c", Name: "Bracket [x]"}, {ID: "x", Name: ""}, {ID: "7", Name: " \n "}, {ID: " 8 ", Name: "Ann [1]"}, {ID: "[1]", Name: "[1]"},
		{ID: "9", Name: strings.Repeat("long ", 100)}, {ID: "10", Name: strings.Repeat("long ", 100)}, {ID: "11", Name: "Elena Ríos"},
	}}
	contacts, _ := table.Lookup("contacts")
	labels := hiddensheet.Labels(contacts, a)
	assert.Equal(t, "Elena Ríos", labels["11"])
	assert.Equal(t, "Ann [1]", labels["1"])
	assert.Equal(t, "ann [2]", labels["2"])
	names := map[string]int{}
	for _, label := range labels {
		names[hiddensheet.Fold(label)]++
	}
	for key, label := range labels {
		assert.Equal(t, 1, names[hiddensheet.Fold(label)], label)
		found := ""
		for _, said := range hiddensheet.KeysIn(label) {
			if _, ok := labels[said]; ok && found == "" {
				found = said
			}
		}
		if found != "" { // a bare name is not a key
			assert.Equal(t, key, found, label)
		}
	}
}

func TestCut(t *testing.T) {
	for _, text := range []string{"", "a", strings.Repeat("a", hiddensheet.MaxCell), strings.Repeat("α", hiddensheet.MaxCell), strings.Repeat("🙂", hiddensheet.MaxCell/2)} {
		cell, cut := hiddensheet.Cut(text)
		assert.False(t, cut)
		assert.Equal(t, text, cell)
	}
	for _, text := range []string{strings.Repeat("a", hiddensheet.MaxCell+1), strings.Repeat("🙂", hiddensheet.MaxCell), "a" + strings.Repeat("🙂", hiddensheet.MaxCell)} {
		cell, cut := hiddensheet.Cut(text)
		assert.True(t, cut)
		assert.LessOrEqual(t, len(utf16.Encode([]rune(cell))), hiddensheet.MaxCell)
		assert.True(t, strings.HasPrefix(text, strings.TrimSuffix(cell, "…")))
	}
	cell, cut := hiddensheet.Cut("a\r\nb\rc\ufdd0")
	assert.True(t, cut)
	assert.Equal(t, "a\nb\nc", cell)
}

func TestMarks(t *testing.T) {
	seen := map[string]bool{hiddensheet.MatrixMark: true, hiddensheet.EndMark: true}
	for _, tab := range table.All() {
		assert.False(t, seen[hiddensheet.Mark(tab)])
		seen[hiddensheet.Mark(tab)] = true
		found, ok := hiddensheet.Marked(hiddensheet.Mark(tab))
		assert.True(t, ok)
		assert.Same(t, tab, found)
		assert.False(t, hiddensheet.HoldsKey(hiddensheet.Mark(tab)))
	}
	for _, text := range []string{"", "contacts", hiddensheet.MatrixMark, hiddensheet.EndMark} {
		_, ok := hiddensheet.Marked(text)
		assert.False(t, ok)
	}
	assert.True(t, hiddensheet.HoldsKey("c-17"))
}
