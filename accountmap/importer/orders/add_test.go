package orders_test

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/importer/orders"
)

// folder returns a file system of texts by name.
func folder(files map[string]string) fs.FS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func account() *accountmap.Account {
	return &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", Currency: "EUR"},
		Units:    []accountmap.Unit{{ID: "mad", Name: "Madrid"}, {ID: "ath", Name: "Αθήνα"}},
		Products: []accountmap.Product{{ID: "tea", Name: "Tea"}, {ID: "salt", Name: "Salt"}},
		Contacts: []accountmap.Contact{{ID: "ana", Name: "Ana", Unit: "mad"}, {ID: "eva", Name: "Eva", Unit: "mad", Owner: "tom"}},
		Team:     []accountmap.Member{{ID: "tom", Name: "Tom", Units: []accountmap.UnitID{"mad"}}, {ID: "mia", Name: "Mia"}},
	}
}

func mapping(t testing.TB, text string) *orders.Mapping {
	t.Helper()
	m, err := orders.ReadMapping(strings.NewReader(text))
	require.NoError(t, err)
	return m
}

const flat = `{"orders": {"file": "o.csv", "columns": {"id": "No", "unit": "Customer", "product": "Item", "date": "Day", "quantity": "Qty", "amount": "Sum", "member": "By"}}}`

func TestAdd(t *testing.T) {
	a := account()
	problems := orders.Add(a, folder(map[string]string{"o.csv": "\ufeffNo;Day;Customer;Item;Qty;Sum;By\n" +
		"7;1.3.2026;mad;tea;2;1.250,50 €;mia\n7;01.03.2026;mad;salt;1,5;10,00 USD;mia\n8;2.3.2026;ath;tea;;;tom\n9;3.3.2026;other;tea;1;5,00;tom\n10;3.3.2026;third;tea;1;5,00;tom\n"}),
		mapping(t, flat))
	require.False(t, problems.HasErrors(), problems)
	assert.Equal(t, "o.csv:5:12: warning left-out: the unit \"other\" is not in the account, so its order is ignored, here and in 1 more: line 6 "+
		"(no action needed if it is of another client; otherwise add it to the account)\n", problems.Report())
	day := func(d int) accountmap.Date { return accountmap.Date{Year: 2026, Month: 3, Day: d} }
	assert.Equal(t, []accountmap.Order{
		{ID: "7", Unit: "mad", Product: "tea", Date: day(1), Quantity: 2, Amount: accountmap.Money{Minor: 125050}},
		{ID: "7", Unit: "mad", Product: "salt", Date: day(1), Quantity: 1.5, Amount: accountmap.Money{Minor: 1000, Currency: "USD"}},
		{ID: "8", Unit: "ath", Product: "tea", Date: day(2)},
	}, a.Orders)
	assert.Equal(t, day(2), a.AsOf)
	assert.Equal(t, accountmap.MemberID("mia"), a.Contacts[0].Owner, "mia took the one order of the unit")
	assert.Equal(t, accountmap.MemberID("tom"), a.Contacts[1].Owner, "who has an owner keeps it")
	assert.Equal(t, []accountmap.Member{{ID: "tom", Name: "Tom", Units: []accountmap.UnitID{"mad", "ath"}}, {ID: "mia", Name: "Mia"}}, a.Team, "who looks after a unit keeps it")
	_, err := accountmap.New(a)
	require.NoError(t, err)
}

// TestExistingEntriesStay adds tables whose entries the account has already, under other names.
func TestExistingEntriesStay(t *testing.T) {
	a := account()
	want := account()
	problems := orders.Add(a, folder(map[string]string{"u.csv": "Id,Name\nmad,Another\n", "p.csv": "Id,Name\ntea,Another\n", "c.csv": "Id,Name,Unit\nana,Another,mad\neva,Another,ath\n",
		"t.csv": "Id,Name\ntom,Another\n", "o.csv": "No,Unit,Product,Day\n1,mad,tea,2026-03-01\n"}),
		mapping(t, `{"units":{"file":"u.csv","columns":{"id":"Id","name":"Name"}},"products":{"file":"p.csv","columns":{"id":"Id","name":"Name"}},
			"contacts":{"file":"c.csv","columns":{"id":"Id","name":"Name","unit":"Unit"}},"team":{"file":"t.csv","columns":{"id":"Id","name":"Name"}},
			"orders":{"file":"o.csv","columns":{"id":"No","unit":"Unit","product":"Product","date":"Day"}}}`))
	require.Empty(t, problems.Report())
	assert.Equal(t, want.Units, a.Units)
	assert.Equal(t, want.Products, a.Products)
	assert.Equal(t, want.Contacts, a.Contacts)
	assert.Equal(t, want.Team, a.Team)
	assert.Len(t, a.Orders, 1)
}

// TestWords translates the words of a source with the mapping. An unknown word is reported once.
func TestWords(t *testing.T) {
	const words = `{"units": {"file": "u.csv", "columns": {"id": "U", "kind": "Tipo"}, "words": {"kind": {"Filial": "subsidiary"}}},
		"orders": {"file": "o.csv", "columns": {"unit": "U", "product": "P", "date": "D", "status": "Estado"}, "words": {"status": {"entregado": "delivered", "Borrador": ""}}}}`
	a := account()
	problems := orders.Add(a, folder(map[string]string{"u.csv": "U,Tipo\nlis,FILIAL\n",
		"o.csv": "U,P,D,Estado\nlis,tea,2026-01-02,Entregado\nlis,tea,2026-01-03,borrador\nlis,tea,2026-01-04,open\n"}), mapping(t, words))
	require.Empty(t, problems)
	assert.Equal(t, accountmap.UnitSubsidiary, a.Units[2].Kind)
	var got []accountmap.OrderStatus
	for _, o := range a.Orders {
		got = append(got, o.Status)
	}
	assert.Equal(t, []accountmap.OrderStatus{accountmap.OrderDelivered, "", accountmap.OrderOpen}, got)

	problems = orders.Add(account(), folder(map[string]string{"u.csv": "U,Tipo\nlis,\n",
		"o.csv": "U,P,D,Estado\nlis,tea,2026-01-02,Enviado\nlis,tea,2026-01-03,Enviado\nlis,tea,2026-01-03,Perdido\n"}), mapping(t, words))
	assert.Equal(t, `o.csv:2:20: error invalid-value: Estado: unknown value "Enviado", here and in 1 more: line 3 (one of open, partial, delivered, cancelled; `+
		`or say what it means in the mapping, in the words of "status")`+"\n"+
		`o.csv:4:20: error invalid-value: Estado: unknown value "Perdido" (one of open, partial, delivered, cancelled; `+
		`or say what it means in the mapping, in the words of "status")`+"\n", problems.Report())
}

func TestJoinedTables(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Book"}}
	problems := orders.Add(a, folder(map[string]string{
		"customers.csv": "ID,Name,Country,Contact\nc1,One,Spain,Ana\nc2,Two,,Eva\nc3,Three,Spain,\n",
		"items.csv":     "ID,Name,Line\np1,Tea,l1\np2,Salt,l9\n",
		"lines.csv":     "Line,Title\nl1,Drinks\nl1,Again\n",
		"heads.csv":     "No,Customer,Day,Sent\n1,c1,2026-01-02,2026-01-05\n2,c2,2026-01-03,\n3,c3,2026-02-01,\n",
		"details.csv":   "No,Item,Price,Qty,Off\n1,p1,2.5,4,0.5\n2,p1,1,1,0\n3,p1,3,1,0\n4,p1,3,1,0\n",
	}), mapping(t, `{
		"currency": "USD",
		"units": {"file": "customers.csv", "columns": {"id": "ID", "name": "Name", "parent": "Country", "country": "Country"},
			"values": {"kind": "company", "parentKind": "division"}, "require": ["country"]},
		"contacts": {"file": "customers.csv", "columns": {"id": "ID", "name": "Contact", "unit": "ID"}},
		"products": {"file": "items.csv", "join": [{"file": "lines.csv", "key": "Line"}], "columns": {"id": "ID", "name": ["Name", "ID"],
			"line": "Title"}},
		"orders": {"file": "details.csv", "join": [{"file": "heads.csv", "key": "No"}],
			"columns": {"id": "No", "unit": "Customer", "product": "Item", "date": "Day", "delivered": "Sent", "quantity": "Qty",
				"price": "Price", "discount": "Off"}}
	}`))
	assert.Equal(t, `customers.csv:3:1: warning missing-value: the row "c2" has no Country, and is left out of the units (complete it; no action needed if it is not an entry)
customers.csv:4:1: warning missing-value: the row "c3" has no Contact, and is left out of the contacts (complete it; no action needed if it is not an entry)
details.csv:5:1: warning unknown-reference: no row of heads.csv has the No "4", so the row is ignored (add it, or correct it)
items.csv:3:9: warning unknown-reference: no row of lines.csv has the Line "l9", so the row is ignored (add it, or correct it)
lines.csv:3:4: warning duplicate-id: the Line "l1" has the Title "Drinks" in one row and "Again" in another: the first counts (correct one of the two)
`, problems.Report(), "what hangs on a row that was left out is not reported again")
	assert.Equal(t, []accountmap.Unit{{ID: "Spain", Name: "Spain", Kind: accountmap.UnitDivision},
		{ID: "c1", Name: "One", Kind: accountmap.UnitCompany, Parent: "Spain", Country: "Spain"},
		{ID: "c3", Name: "Three", Kind: accountmap.UnitCompany, Parent: "Spain", Country: "Spain"}}, a.Units)
	assert.Equal(t, []accountmap.Product{{ID: "p1", Name: "Tea p1", Line: "Drinks"}}, a.Products)
	require.Len(t, a.Orders, 2)
	assert.Equal(t, accountmap.Money{Minor: 500}, a.Orders[0].Amount, "half of 4 times 2.50")
	assert.Equal(t, accountmap.OrderDelivered, a.Orders[0].Status)
	assert.Equal(t, accountmap.OrderOpen, a.Orders[1].Status)
	assert.Equal(t, accountmap.Currency("USD"), a.Currency)
	_, err := accountmap.New(a)
	require.NoError(t, err)
}

// TestErrors checks that an error names its place and leaves the account unchanged.
func TestErrors(t *testing.T) {
	for name, tt := range map[string]struct {
		mapping, file string
		want          []string
	}{
		"column": {flat, "No,Day,Custommer,Item,Qty,Sum,By\n",
			[]string{`o.csv:1:1: error no-column: there is no column "Customer" (did you mean "Custommer"?)`}},
		"columns": {flat, "a,b\n", []string{`no column "No"`, `no column "Customer"`, `no column "Item"`,
			`no column "Day" (there are a, b)`, `no column "Qty"`,
			`no column "Sum"`, `no column "By"`}},
		"empty": {flat, "", []string{"o.csv: error missing-value: the file is empty"}},
		"absent": {strings.Replace(flat, "o.csv", "p.csv", 1), "",
			[]string{"p.csv: error unreadable: the file cannot be read: file does not exist"}},
		"values": {flat, "No,Day,Customer,Item,Qty,Sum,By\n1,soon,mad,tea,many,dear,tom\n2,2026-01-01,mad,tea,1,5.00,tom\n", []string{
			`o.csv:2:3: error invalid-value: Day: "soon" is not a date`, `o.csv:2:16: error invalid-value: Qty: "many" is not a number`,
			`o.csv:2:21: error invalid-value: Sum: "dear" is not a number`}},
		"no such day": {flat, "No,Day,Customer,Item,Qty,Sum,By\n1,31/02/2026,mad,tea,1,5.00,tom\n2,15/02/2026,mad,tea,1,5.00,tom\n",
			[]string{`o.csv:2:3: error invalid-value: Day: "31/02/2026" is not a date: February 2026 has 28 days (it is read as day, month, year)`}},
		"two days": {flat, "No,Day,Customer,Item,Qty,Sum,By\n1,1/2/2026,mad,tea,1,5.00,tom\n",
			[]string{`"1/2/2026" may be two days (say whether`}},
		"two amounts": {flat, "No,Day,Customer,Item,Qty,Sum,By\n1,2026-01-02,mad,tea,1,\"5,000\",tom\n", []string{`"5,000" may be two numbers`}},
		"Windows-1251": {flat, "No,Day,Customer,Item,Qty,Sum,By\n1,2026-01-02,mad,tea,1,5.00,\xcf\xe5\xf2\xf0\xee\xe2\n",
			[]string{"o.csv:2:29: error invalid-text: the file is not UTF-8"}},
		"a comma without quotation marks": {flat, "No,Day,Customer,Item,Qty,Sum,By\n1,2026-01-02,mad,tea,1,1250,00,tom\n2,2026-01-02,mad,tea,1,5,tom,,\n3,2026-01-02,mad,tea,1,2,5,tom\n",
			[]string{"o.csv:2:32: error syntax: the row has more values than there are columns, here and in 1 more: line 4 (is there a comma in a value that is not in quotation marks?)"}},
		"price and discount beside the amount": {`{"orders": {"file": "o.csv", "columns": {"unit": "Customer", "product": "Item", "date": "Day", "amount": "Sum", "price": "Price", "discount": "Off", "discountPercent": "Percent"}}}`,
			"Day,Customer,Item,Sum,Price,Off,Percent\n2026-01-02,mad,tea,5,dear,half,all\n2026-01-02,mad,tea,5,1,3,250\n", []string{
				`o.csv:2:22: error invalid-value: Price: "dear" is not a number`, `o.csv:2:27: error invalid-value: Off: "half" is not a number`,
				`o.csv:2:32: error invalid-value: Percent: "all" is not a number`,
				`o.csv:3:24: error invalid-value: Off: "3" is more than the whole price (say in the mapping whether it is a share of one`,
				`o.csv:3:26: error invalid-value: Percent: "250" is more than the whole price`}},
		"quote": {flat, "No,Day,Customer,Item,Qty,Sum,By\n1,2026-01-02,mad,te\"a,1,5.00,tom\n", []string{"o.csv:2:20: error syntax"}},
	} {
		t.Run(name, func(t *testing.T) {
			a := account()
			problems := orders.Add(a, folder(map[string]string{"o.csv": tt.file}), mapping(t, tt.mapping))
			assert.True(t, problems.HasErrors())
			for _, want := range tt.want {
				assert.Contains(t, problems.Report(), want)
			}
			assert.Equal(t, account(), a)
		})
	}
	assert.True(t, orders.Add(account(), folder(nil), nil).HasErrors(), "a mapping is needed")
}

// TestDoubts checks the warnings about rows that are read.
func TestDoubts(t *testing.T) {
	for name, tt := range map[string]struct{ file, want string }{
		"a file cut off": {"No,Day,Customer,Item,Qty,By,Sum\n1,2026-01-02,mad,tea,1,tom,5\n2,2026-01-02,mad,tea,1",
			`o.csv:3:22: warning syntax: the row ends before the column "Sum", and the rest is read as empty (is the file cut off?)`},
		"a heading twice": {"No,Day,Customer,Item,Qty,Sum,By,SUM\n1,2026-01-02,mad,tea,1,5,tom,6\n2,2026-01-02,mad,tea,1,,tom,7\n",
			`o.csv:1:1: warning left-out: there are several columns "Sum": the first is read, the others are left out (rename the right one)`},
	} {
		t.Run(name, func(t *testing.T) {
			a := account()
			problems := orders.Add(a, folder(map[string]string{"o.csv": tt.file}), mapping(t, flat))
			assert.Equal(t, tt.want+"\n", problems.Report())
			require.Len(t, a.Orders, 2)
			assert.Equal(t, int64(500), a.Orders[0].Amount.Minor)
			assert.Zero(t, a.Orders[1].Amount)
		})
	}
}

func TestMappingMistakes(t *testing.T) {
	for text, want := range map[string]string{
		``:   "the file ends before its JSON does",
		`{}`: `no "orders"`,
		`{"orders": {"columns": {"unit": "U", "product": "P", "date": "D"}}}`:                                                                                           "no file is named",
		`{"orders": {"file": "o", "columns": {"unit": "U", "product": "P"}}}`:                                                                                           `no column is named for "date"`,
		`{"orders": {"file": "o", "columns": {"unti": "U", "unit": "U", "product": "P", "date": "D"}}}`:                                                                 `no key "unti"; did you mean "unit"?`,
		`{"orders": {"file": "o", "columns": {"unit": "U", "product": "P", "date": "D"}, "values": {"colour": "red"}}}`:                                                 `no key "colour"`,
		`{"orders": {"file": "o", "columns": {"unit": "U", "product": "P", "date": []}}}`:                                                                               `"date" names no column`,
		`{"orders": {"file": "o", "columns": {"unit": "U", "product": "P", "date": "D"}, "words": {"status": {"Sent": "deliverd"}, "unit": {"a": "b"}, "stauts": {}}}}`: `orders: words: status: "Sent": unknown value "deliverd" (did you mean "delivered"?`,
		`{"orders": {"file": "o", "columns": {"unit": 1}}}`:                                                                                                             "the name of a column, or a list",
		`{"orders": {"file": "o", "columns": {"unit": "U", "product": "P", "date": "D"}, "join": [{"file": "x"}]}}`:                                                     "a join names both",
		`{"orders": {"file": "o", "columns": {"unit": "U", "product": "P", "date": "D"}}, "decimalMark": "x"}`:                                                          `decimal mark "x"`,
		`{"orders": {"file": "o", "colums": {}, "join": [{"flie": "x"}]}}`:                                                                                              `orders: there is no key "colums"; did you mean "columns"?`,
		`{"order": {}}`: `there is no key "order"; did you mean "orders"?`,
		`{"orders": {"file": "o", "columns": {"unit": "U", "product": "P", "date": "D"}}} {}`: "after the end",
	} {
		_, err := orders.ReadMapping(strings.NewReader(text))
		assert.ErrorContains(t, err, want, text)
	}
}

func TestHostileText(t *testing.T) {
	for _, text := range slices.Concat(accountmaptest.Hostile(), accountmaptest.Refused()) {
		quoted := `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
		a := &accountmap.Account{Profile: accountmap.Profile{Name: "A"}}
		problems := orders.Add(a, folder(map[string]string{"o.csv": "U,P,D\n" + quoted + "," + quoted + ",2026-01-02\n",
			"u.csv": "U\n" + quoted + "\n", "p.csv": "P\n" + quoted + "\n"}),
			mapping(t, `{"units": {"file": "u.csv", "columns": {"id": "U"}}, "products": {"file": "p.csv", "columns": {"id": "P"}},
				"orders": {"file": "o.csv", "columns": {"unit": "U", "product": "P", "date": "D"}}}`))
		if problems.HasErrors() {
			assert.Empty(t, a.Units)
			continue
		}
		_, err := accountmap.New(a)
		require.NoError(t, err, "%q", text)
	}
}

// stream is a file of orders that is generated during reading. The first orders, as many as kept,
// are for a unit of the account.
type stream struct {
	rows, kept int
	// peak is the largest heap during reading, in bytes.
	peak *uint64
}

func (s stream) Open(string) (fs.File, error) { return &streamed{stream: s}, nil }

type streamed struct {
	stream
	made int
	text []byte
}

func (s *streamed) Read(p []byte) (int, error) {
	if len(s.text) == 0 {
		if s.made > s.rows {
			return 0, io.EOF
		}
		unit := "other"
		if s.made <= s.kept {
			unit = "mad"
		}
		s.text = fmt.Appendf(s.text, "%d,2026-01-%02d,%s,tea,%d,%d.50,tom\n", s.made, 1+s.made%28, unit, s.made%7, s.made%1000)
		if s.made == 0 {
			s.text = []byte("No,Day,Customer,Item,Qty,Sum,By\n")
		}
		s.made++
		s.sample()
	}
	n := copy(p, s.text)
	s.text = s.text[n:]
	return n, nil
}

func (s *streamed) sample() {
	if s.peak != nil && s.made%20_000 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		*s.peak = max(*s.peak, m.HeapAlloc)
	}
}

func (s *streamed) Stat() (fs.FileInfo, error) { return nil, os.ErrInvalid }
func (s *streamed) Close() error               { return nil }

func TestPortfolio(t *testing.T) {
	a := account()
	problems := orders.Add(a, stream{rows: 100_000, kept: 10_000}, mapping(t, flat))
	require.Len(t, problems, 2)
	assert.Contains(t, problems[1].Detail, "here and in 89999 more")
	assert.Contains(t, problems[0].Detail, `Qty: "0" is read as unknown, here and in 1427 more`)
	assert.Len(t, a.Orders, 10_000)
	assert.InDelta(t, 100%7, a.Orders[99].Quantity, 1e-9)
	assert.Equal(t, accountmap.Money{Minor: 10050}, a.Orders[99].Amount)
}

// BenchmarkPortfolio prints the memory for order files with a thousand rows of the account.
func BenchmarkPortfolio(b *testing.B) {
	m := mapping(b, flat)
	for _, rows := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			var peak uint64
			for b.Loop() {
				if problems := orders.Add(account(), stream{rows, 1000, &peak}, m); problems.HasErrors() {
					b.Fatal(problems)
				}
			}
			b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
			b.ReportMetric(float64(peak)/(1<<20), "peak-MiB")
		})
	}
}
