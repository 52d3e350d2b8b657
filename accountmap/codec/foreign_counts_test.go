package codec_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// foreignTable is a generated table: a name, headings and rows.
type foreignTable struct {
	name     string
	headings []string
	rows     [][]string
}

// shuffled returns the table with its columns in random order, sometimes with a title and a total.
func (f foreignTable) shuffled(r *rand.Rand) [][]string {
	order := r.Perm(len(f.headings))
	var all [][]string
	if r.IntN(3) == 0 {
		all = append(all, []string{f.name + " of 2026"}, nil)
	}
	for _, row := range append([][]string{f.headings}, f.rows...) {
		var cells []string
		for _, i := range order {
			if f.headings[i] != "" {
				cells = append(cells, row[i])
			}
		}
		all = append(all, cells)
	}
	if r.IntN(3) == 0 {
		all = append(all, []string{"Total", fmt.Sprint(len(f.rows))})
	}
	return all
}

// TestForeignCountsAreKept compares accounts that are read from generated tables with a count of
// the rows: the people of each unit, each reporting line, the statuses of the cells, and the cents
// and lines of each unit, product, day and currency. The tables are CSV files or the sheets of a
// workbook, in any order of tables and columns, with ids and without, in the notations of several
// countries. A workbook may have numbers, truth values and dates in its cells.
func TestForeignCountsAreKept(t *testing.T) {
	for _, workbook := range []bool{true, false} {
		for _, ids := range []bool{true, false} {
			t.Run(fmt.Sprintf("workbook %v, ids %v", workbook, ids), func(t *testing.T) {
				for seed := range uint64(16) {
					r := rand.New(rand.NewPCG(seed, 3))
					tables, want := generateForeign(r, ids)
					r.Shuffle(len(tables), func(i, k int) { tables[i], tables[k] = tables[k], tables[i] })
					a, _, problems := codec.ReadForeign(writeForeign(t, r, tables, workbook), nil)
					require.False(t, problems.HasErrors(), "seed %d\n%s", seed, problems.Report())
					require.Equal(t, want, countForeign(a), "seed %d\n%s\n%v", seed, problems.Report(), tables)
				}
			})
		}
	}
}

// TestForeignMistakesShareLines reads a table of 10,000 people with mistakes in each row, as a
// folder and as a workbook. The problems of reading and those of the rules share one report.
func TestForeignMistakesShareLines(t *testing.T) {
	norace.Only(t)
	r := rand.New(rand.NewPCG(1, 4))
	f := foreignTable{"Contacts", []string{"Name", "Job title", "Unit", "Reports to", "Email", "Power", "Stance", "Roles", "Owner", "Left", "Contact level"}, nil}
	for i := range 6 {
		f.headings = append(f.headings, fmt.Sprint("Field ", i))
	}
	for i := range 10_000 {
		row := []string{fmt.Sprintf("P%d X", i%9_000)}
		for len(row) < len(f.headings) {
			row = append(row, []string{"", fmt.Sprint("x", i), fmt.Sprint(i), fmt.Sprintf("-%d.5", i), fmt.Sprintf("%d/%d/2026", i%40, i%15), "#N/A", "friend", "=1", fmt.Sprintf("n%d@x.example", i),
				"31.02.2026", fmt.Sprintf("P%d X", r.IntN(10_000)), "X", "high", "9", "champion"}[r.IntN(15)])
		}
		f.rows = append(f.rows, row)
	}
	for _, workbook := range []bool{true, false} {
		_, _, problems := codec.ReadForeign(writeForeign(t, r, []foreignTable{f}, workbook), nil)
		assert.LessOrEqual(t, len(problems), 50, problems.Report())
		assert.Greater(t, numberOf(problems), 1000)
	}
}

// TestManyNamesakes reads 10,000 people of one name. Half of them report to the other in their unit.
func TestManyNamesakes(t *testing.T) {
	norace.Only(t)
	f := foreignTable{"Contacts", []string{"Name", "Job title", "Unit", "Email", "Reports to"}, nil}
	for i := range 10_000 {
		f.rows = append(f.rows, []string{"Ana Ruiz", fmt.Sprint("Clerk ", i), fmt.Sprint("Unit ", i/2), fmt.Sprintf("ana%d@x.example", i), []string{"", "Ana Ruiz"}[i%2]})
	}
	start := time.Now()
	a, _, problems := codec.ReadForeign(writeForeign(t, rand.New(rand.NewPCG(1, 5)), []foreignTable{f}, false), nil)
	require.False(t, problems.HasErrors(), problems.Report())
	require.Len(t, a.Contacts, 10_000)
	for i := 0; i < 10_000; i += 2 {
		require.Equal(t, a.Contacts[i].ID, a.Contacts[i+1].ReportsTo)
	}
	assert.Less(t, time.Since(start), 30*time.Second) // it took over a minute
	assert.LessOrEqual(t, len(problems), 50)
}

func generateForeign(r *rand.Rand, ids bool) ([]foreignTable, map[string]int64) {
	want := map[string]int64{}
	id := ""
	if ids {
		id = "Id"
	}
	units, products := []string{"Lab", "Shop", "Mill North"}, []string{"Tea", "Milk", "Brown rice"}
	people := foreignTable{"Contacts", []string{id, "Name", "Job title", "Unit", "Reports to", "Email", "Phone"}, nil}
	for i := range 2 + r.IntN(20) {
		name, unit, boss := fmt.Sprintf("Ann%d Orr%d", i, i), units[r.IntN(len(units))], ""
		if i > 0 && r.IntN(4) > 0 {
			k := r.IntN(i)
			want[fmt.Sprintf("%s below Ann%d Orr%d", name, k, k)]++
			boss = []string{fmt.Sprintf("Ann%d Orr%d", k, k), fmt.Sprintf("Orr%d, Ann%d", k, k), fmt.Sprintf("ann%d@x.example", k)}[r.IntN(3)]
		}
		people.rows = append(people.rows, []string{fmt.Sprintf("c%d", i), name, "Clerk", unit, boss, fmt.Sprintf("ann%d@x.example", i), ""})
		want["people of "+unit]++
		if r.IntN(5) == 0 { // a further row of the person adds the phone
			row := slices.Clone(people.rows[len(people.rows)-1])
			row[2], row[6] = "", fmt.Sprintf("+30 210 %d", i)
			want["phone of "+name+": "+row[6]]++
			people.rows = append(people.rows, row)
		}
	}
	sold := foreignTable{"White space", append([]string{"Product"}, units...), nil}
	for _, p := range products {
		row := []string{p}
		for _, u := range units {
			status := []string{"Won", "Gap", "Opportunity", ""}[r.IntN(4)]
			if status != "" {
				want[strings.ToLower(strings.NewReplacer("Won", "sold").Replace(status))+" "+u+" "+p]++
			}
			row = append(row, status)
		}
		sold.rows = append(sold.rows, row)
	}
	notation := []func(year, month, day int, cents int64) (string, string){
		func(y, m, d int, c int64) (string, string) {
			return fmt.Sprintf("%d-%02d-%02d", y, m, d), decimal(c, "", ".")
		},
		func(y, m, d int, c int64) (string, string) {
			return fmt.Sprintf("%d/%d/%d", d, m, y), decimal(c, ".", ",")
		},
		func(y, m, d int, c int64) (string, string) {
			return fmt.Sprintf("%d/%d/%d", m, d, y), decimal(c, ",", ".")
		},
	}[r.IntN(3)]
	tables := []foreignTable{people, sold}
	for n, currency := range []string{"EUR", "USD"} {
		if n = 20 + r.IntN(30); currency == "USD" {
			n = r.IntN(10)
		}
		orders := foreignTable{"Orders " + currency, []string{id, "Date", "Unit", "Product", "Quantity", "Amount (" + currency + ")"}, nil}
		for i := range n {
			month, day, unit, product, cents := 1+r.IntN(9), 1+r.IntN(28), units[r.IntN(len(units))], products[r.IntN(len(products))], 1+r.Int64N(900_000)
			if i == 0 {
				day, cents = 28, 123_456 // which shows the notation
			} else if r.IntN(6) == 0 {
				cents = -cents
			} else if r.IntN(5) == 0 {
				cents = 100_000 + 100*r.Int64N(9000) // without decimals: only the other amounts show the notation
			}
			want[fmt.Sprintf("%s %s 2026-%02d-%02d %s", unit, product, month, day, currency)] += cents
			want["orders of "+unit]++
			date, amount := notation(2026, month, day, cents)
			orders.rows = append(orders.rows, []string{fmt.Sprintf("o%s%d", currency, i), date, unit, product, fmt.Sprint(1 + i%9), amount})
		}
		tables = append(tables, orders)
	}
	return tables, want
}

// decimal writes an amount with marks between thousands and before decimals.
func decimal(cents int64, thousands, mark string) string {
	sign := ""
	if cents < 0 {
		sign, cents = "-", -cents
	}
	whole := fmt.Sprint(cents / 100)
	if len(whole) > 3 {
		whole = whole[:len(whole)-3] + thousands + whole[len(whole)-3:]
	}
	if cents%100 == 0 {
		return sign + whole
	}
	return fmt.Sprintf("%s%s%s%02d", sign, whole, mark, cents%100)
}

// thousands matches a whole number with a point between thousands.
var thousands = regexp.MustCompile(`^\d\.\d{3}$`)

// typed returns the values of a row as a spreadsheet keeps them: numbers, dates, and truth values for
// marks of sales.
func typed(row []string, marks bool) []any {
	var all []any
	for _, text := range row {
		day, err := time.Parse(time.DateOnly, text)
		number, failed := strconv.ParseFloat(text, 64)
		switch {
		case err == nil:
			all = append(all, day)
		case failed == nil && !thousands.MatchString(text):
			all = append(all, number)
		case text == "Won":
			all = append(all, true)
		case text == "" && marks && row[0] == "Milk":
			all = append(all, false)
		default:
			all = append(all, text)
		}
	}
	return all
}

func writeForeign(t *testing.T, r *rand.Rand, tables []foreignTable, workbook bool) string {
	folder, book, isTyped := t.TempDir(), excelize.NewFile(), r.IntN(2) == 0
	for _, f := range tables {
		if len(f.rows) == 0 {
			continue
		}
		rows := f.shuffled(r)
		if f.name == "White space" { // the head and the first column are names
			rows = append([][]string{f.headings}, f.rows...)
		}
		if !workbook {
			var b strings.Builder
			for _, row := range rows {
				b.WriteString(`"` + strings.Join(row, `","`) + "\"\n")
			}
			require.NoError(t, os.WriteFile(filepath.Join(folder, f.name+".csv"), []byte(b.String()), 0o600))
			continue
		}
		_, err := book.NewSheet(f.name)
		require.NoError(t, err)
		for i, row := range rows {
			cells := []any{}
			for _, text := range row {
				cells = append(cells, text)
			}
			if isTyped {
				cells = typed(row, f.name == "White space" && i > 0)
			}
			require.NoError(t, book.SetSheetRow(f.name, fmt.Sprintf("A%d", i+1), &cells))
		}
	}
	if !workbook {
		return folder
	}
	require.NoError(t, book.DeleteSheet("Sheet1"))
	require.NoError(t, book.SaveAs(filepath.Join(folder, "book.xlsx")))
	return filepath.Join(folder, "book.xlsx")
}

func countForeign(a *accountmap.Account) map[string]int64 {
	got, units, products, people := map[string]int64{}, map[accountmap.UnitID]string{}, map[accountmap.ProductID]string{}, map[accountmap.ContactID]string{}
	for _, u := range a.Units {
		units[u.ID] = u.Name
	}
	for _, p := range a.Products {
		products[p.ID] = p.Name
	}
	for _, c := range a.Contacts {
		people[c.ID] = c.Name
	}
	for _, c := range a.Contacts {
		got["people of "+units[c.Unit]]++
		if c.Phone != "" {
			got["phone of "+c.Name+": "+c.Phone]++
		}
		if c.ReportsTo != "" {
			got[c.Name+" below "+people[c.ReportsTo]]++
		}
	}
	for _, c := range a.Coverage {
		got[fmt.Sprintf("%s %s %s", c.Status, units[c.Unit], products[c.Product])]++
	}
	for _, o := range a.Orders {
		got[strings.Join([]string{units[o.Unit], products[o.Product], o.Date.String(), string(cmp.Or(o.Amount.Currency, a.Currency))}, " ")] += o.Amount.Minor
		got["orders of "+units[o.Unit]]++
	}
	return got
}
