package codec_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// manyOrders returns orders and contacts as CSV. Mistake adds mistakes to each row.
func manyOrders(rows int, mistake func(i int, contact, order map[string]string)) (contacts, orders []map[string]string) {
	for i := range rows {
		contact := map[string]string{"id": fmt.Sprintf("c%d", i), "name": fmt.Sprintf("Name %d", i), "unit": "u", "stance": "neutral", "power": "3", "email": fmt.Sprintf("n%d@example.com", i)}
		order := map[string]string{"id": fmt.Sprintf("o%d", i), "unit": "u", "product": "p", "date": "2026-05-04", "quantity": "2", "amount": "10.00", "status": "delivered"}
		mistake(i, contact, order)
		contacts, orders = append(contacts, contact), append(orders, order)
	}
	return contacts, orders
}

// TestAlikeMistakesShareLines reads files with the same mistakes in each of 2,000 rows, or with all
// of them or each of them in turn in 10,000 rows, in every format. The report must have one line for each kind of mistake, with the first place and a count.
func TestAlikeMistakesShareLines(t *testing.T) {
	contactKeys, orderKeys := []string{"id", "name", "unit", "stance", "power", "email", "left", "owner"}, []string{"id", "unit", "product", "date", "quantity", "amount", "status"}
	norace.Only(t)
	kinds := map[string]struct {
		mistake func(i int, contact, order map[string]string)
		want    accountmap.Code
	}{
		"word":          {func(i int, c, o map[string]string) { c["stance"] = fmt.Sprintf("friend%d", i%90) }, accountmap.ErrInvalidValue},
		"the same word": {func(i int, c, o map[string]string) { o["status"] = "sent" }, accountmap.ErrInvalidValue},
		"date":          {func(i int, c, o map[string]string) { o["date"] = fmt.Sprintf("%d.13.2026", i%28+1) }, accountmap.ErrInvalidValue},
		"reference":     {func(i int, c, o map[string]string) { o["unit"] = fmt.Sprintf("nowhere%d", i) }, accountmap.ErrUnknownReference},
		"missing id":    {func(i int, c, o map[string]string) { c["name"], c["id"] = "", "" }, ""},
		"missing":       {func(i int, c, o map[string]string) { o["product"] = "" }, accountmap.ErrMissingValue},
		"duplicate":     {func(i int, c, o map[string]string) { c["id"] = fmt.Sprintf("c%d", i/2) }, accountmap.ErrDuplicateID},
		"negative":      {func(i int, c, o map[string]string) { o["amount"] = fmt.Sprintf("-%d.5", i) }, ""},
		"amount":        {func(i int, c, o map[string]string) { o["amount"] = fmt.Sprintf("%d about", i) }, accountmap.ErrInvalidValue},
		"range":         {func(i int, c, o map[string]string) { c["power"] = fmt.Sprint(6 + i) }, accountmap.ErrOutOfRange},
		"after asOf":    {func(i int, c, o map[string]string) { o["date"] = fmt.Sprintf("2027-%02d-%02d", i%12+1, i%28+1) }, accountmap.ErrAfterAsOf},
		"currencies":    {func(i int, c, o map[string]string) { o["amount"] = "5.00 " + []string{"USD", "GBP"}[i%2] }, accountmap.ErrMixedCurrencies},
		"same name":     {func(i int, c, o map[string]string) { c["name"] = fmt.Sprintf("Name %d", i/2) }, accountmap.ErrSameName},
		"left":          {func(i int, c, o map[string]string) { c["left"] = fmt.Sprintf("2027-%02d-%02d", i%12+1, i%28+1) }, ""},
		"owner":         {func(i int, c, o map[string]string) { c["owner"] = fmt.Sprint("nobody ", i) }, accountmap.ErrUnknownReference},
		"all of them": {func(i int, c, o map[string]string) {
			c["stance"], c["power"], o["status"] = fmt.Sprint("word", i), "high", fmt.Sprint("word", i)
			o["date"], o["unit"], o["product"], o["amount"] = fmt.Sprint("day ", i), fmt.Sprint("u", i), fmt.Sprint("p", i), "x"
			c["id"], c["unit"], o["id"] = fmt.Sprint("c", i/3), fmt.Sprint("v", i), fmt.Sprint("o", i/2)
		}, accountmap.ErrInvalidValue},
	}
	names := slices.Sorted(maps.Keys(kinds))
	inTurn := kinds["word"]
	inTurn.mistake = func(i int, c, o map[string]string) { kinds[names[i%len(names)]].mistake(i, c, o) }
	kinds["each in turn"] = inTurn
	for name, kind := range kinds {
		rows := 2000
		if name == "all of them" || name == "each in turn" {
			rows = 10_000 // more mistakes than are kept
		}
		contacts, orders := manyOrders(rows, kind.mistake)
		for reader, read := range map[string]func() accountmap.Problems{
			"yaml": func() accountmap.Problems {
				_, problems := codec.Decode(strings.NewReader(manyYAML(contactKeys, orderKeys, contacts, orders)), codec.YAML)
				return problems
			},
			"json": func() accountmap.Problems {
				_, problems := codec.Decode(strings.NewReader(manyJSON(contacts, orders)), codec.JSON)
				return problems
			},
			"xlsx": func() accountmap.Problems {
				_, problems := decode(t, manyWorkbook(t, contacts, orders))
				return problems
			},
			"csv": func() accountmap.Problems {
				_, problems := codec.ReadCSV(folderOf(map[string]string{
					"account.csv": "name,currency,asOf\nMany,EUR,2026-06-01\n", "units.csv": "id,name\nu,U\n", "products.csv": "id,name\np,P\n",
					"contacts.csv": manyCSV(contactKeys, contacts), "orders.csv": manyCSV(orderKeys, orders),
				}))
				return problems
			},
		} {
			if name == "duplicate" && reader == "xlsx" {
				continue // contacts of a workbook have no ids
			}
			problems := read()
			assert.LessOrEqual(t, len(problems), 40, "%s, %s:\n%s", name, reader, problems.Report())
			if kind.want != "" {
				assert.ErrorIs(t, problems, kind.want, "%s, %s", name, reader)
				assert.Regexp(t, ` more\b|: 2000 entries | in USD`, problems.Report(), "%s, %s", name, reader)
			}
		}
	}
}

// TestOneMissingID changes the id of an entry that many lists refer to. All its references are one
// line of each file.
func TestOneMissingID(t *testing.T) {
	a := accountmaptest.Full()
	for range 30 {
		a.Orders = append(a.Orders, a.Orders[0])
		a.Orders[len(a.Orders)-1].ID += accountmap.OrderID(fmt.Sprint(len(a.Orders)))
		a.Exposures = append(a.Exposures, a.Exposures[0])
		a.Exposures[len(a.Exposures)-1].Date.Year -= len(a.Exposures)
	}
	for _, f := range formats {
		var text bytes.Buffer
		require.NoError(t, codec.Encode(&text, a, f))
		broken := strings.Replace(text.String(), map[codec.Format]string{codec.JSON: `"id": "core"`, codec.YAML: "id: core"}[f], map[codec.Format]string{codec.JSON: `"id": "Core"`, codec.YAML: "id: Core"}[f], 1)
		_, problems := codec.Decode(strings.NewReader(broken), f)
		var lines []string
		for _, p := range problems {
			if p.Code == accountmap.ErrUnknownReference {
				lines = append(lines, p.Error())
			}
		}
		require.Len(t, lines, 1, problems.Report())
		assert.Regexp(t, `^\d+:\d+: error unknown-reference: no product has the id "core", here and in \d\d more: lines \d+, \d+, \d+, … \(write its id, "Core"\)$`, lines[0])
	}
	files := encodeCSV(t, a, nil)
	files["products.csv"] = strings.Replace(files["products.csv"], "core,", "kernel,", 1)
	files["products.csv"] = strings.Replace(files["products.csv"], ",Core,", ",Kernel,", 1)
	_, problems := codec.ReadCSV(folderOf(files))
	perFile := map[string]int{}
	for _, p := range problems {
		if p.Code == accountmap.ErrUnknownReference {
			perFile[p.Pos.File]++
		}
	}
	assert.Equal(t, 1, perFile["orders.csv"], problems.Report())
	assert.Equal(t, 1, perFile["exposures.csv"], problems.Report())
}

// TestAlikeMistakesOfAWorkbook repeats [TestAlikeMistakesShareLines] with a workbook.
func TestAlikeMistakesOfAWorkbook(t *testing.T) {
	const people = 300
	a := crowd(people)
	file := edit(t, workbookFile(t, a, "en"), func(e editor) {
		e.reorder("accountatlas:contacts", func(rows [][]any) [][]any {
			for i := range rows {
				rows[i][3], rows[i][4] = fmt.Sprint("Unit ", i), fmt.Sprint("Boss ", i)
			}
			return rows[:people-60]
		})
	})
	_, problems := decode(t, file)
	assert.LessOrEqual(t, len(problems), 40, problems.Report())
	assert.ErrorIs(t, problems, accountmap.ErrUnknownReference)
	assert.ErrorIs(t, problems, codec.ErrMissingCells)
	assert.Greater(t, numberOf(problems), people)
}

func manyYAML(contactKeys, orderKeys []string, contacts, orders []map[string]string) string {
	var b strings.Builder
	b.WriteString("format: 1\naccount: {name: Many, currency: EUR, asOf: 2026-06-01}\nunits: [{id: u, name: U}]\nproducts: [{id: p, name: P}]\n")
	list := func(name string, keys []string, entries []map[string]string) {
		b.WriteString(name + ":\n")
		for _, e := range entries {
			var fields []string
			for _, key := range keys {
				if e[key] != "" {
					fields = append(fields, key+": "+e[key])
				}
			}
			b.WriteString("- {" + strings.Join(fields, ", ") + "}\n")
		}
	}
	list("contacts", contactKeys, contacts)
	list("orders", orderKeys, orders)
	return b.String()
}

func manyJSON(contacts, orders []map[string]string) string {
	var b bytes.Buffer
	b.WriteString(`{"format": 1, "account": {"name": "Many", "currency": "EUR", "asOf": "2026-06-01"}, "units": [{"id": "u", "name": "U"}], "products": [{"id": "p", "name": "P"}]`)
	list := func(name string, entries []map[string]string) {
		fmt.Fprintf(&b, ",\n%q: [", name)
		for i, e := range entries {
			if i > 0 {
				b.WriteString(",\n")
			}
			b.WriteString("{")
			first := true
			for key, value := range e {
				if value == "" {
					continue
				}
				if !first {
					b.WriteString(", ")
				}
				first = false
				if key == "power" && strings.Trim(value, "0123456789") == "" || key == "quantity" {
					fmt.Fprintf(&b, "%q: %s", key, value)
				} else {
					fmt.Fprintf(&b, "%q: %q", key, value)
				}
			}
			b.WriteString("}")
		}
		b.WriteString("]")
	}
	list("contacts", contacts)
	list("orders", orders)
	b.WriteString("}")
	return b.String()
}

// manyWorkbook returns a workbook of a unit and a product whose contacts and orders are new rows.
func manyWorkbook(t *testing.T, contacts, orders []map[string]string) []byte {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Many", Currency: "EUR", AsOf: accountmap.Date{Year: 2026, Month: 6, Day: 1}},
		Units: []accountmap.Unit{{ID: "u", Name: "U"}}, Products: []accountmap.Product{{ID: "p", Name: "P"}}}
	parts := bareParts(a, a)
	for _, list := range table.All() {
		entries := map[string][]map[string]string{"contacts": contacts, "orders": orders}[list.Name]
		for i := range parts {
			if len(entries) == 0 || !strings.Contains(parts[i].text, "<t>"+hiddensheet.Mark(list)+"</t>") {
				continue
			}
			var b strings.Builder
			for _, e := range entries {
				b.WriteString("<row><c/>")
				for _, c := range list.Columns[1:] {
					fmt.Fprintf(&b, `<c t="inlineStr"><is><t>%s</t></is></c>`, e[c.Key])
				}
				b.WriteString("</row>")
			}
			parts[i].text = strings.Replace(parts[i].text, "</sheetData>", b.String()+"</sheetData>", 1)
		}
	}
	return zipped(t, parts)
}

func manyCSV(keys []string, entries []map[string]string) string {
	var b strings.Builder
	b.WriteString(strings.Join(keys, ",") + "\n")
	for _, e := range entries {
		for i, key := range keys {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(e[key])
		}
		b.WriteByte('\n')
	}
	return b.String()
}
