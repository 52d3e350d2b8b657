package orders_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/orders"
)

// tally contains the expected counts of an order book: its units, products and contacts, the lines
// of each order, and the quantity and the cents of each unit, product, day and currency. A line that
// is there twice is one problem.
type tally map[string]int64

// generated writes a file with its columns in random order.
func generated(r *rand.Rand, headings []string, rows [][]string) string {
	order := r.Perm(len(headings))
	var b strings.Builder
	for _, row := range append([][]string{headings}, rows...) {
		for k, i := range order {
			if k > 0 {
				b.WriteString(";")
			}
			b.WriteString(row[i])
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestCountsAreKept compares the sums and numbers of the added orders with the tally of the
// generated files. The files are one flat file, or lines joined to order headers and clients. Ids
// of orders are optional. Amounts are given, or derive from prices finer than the currency. Orders
// have currencies of their own.
func TestCountsAreKept(t *testing.T) {
	for _, form := range []string{"flat", "chain"} {
		for _, ids := range []bool{true, false} {
			for _, priced := range []bool{true, false} {
				t.Run(fmt.Sprintf("%s, ids %v, priced %v", form, ids, priced), func(t *testing.T) {
					for seed := range uint64(30) {
						r := rand.New(rand.NewPCG(seed, 2))
						want := tally{}
						var flat, lines, heads, clients, items [][]string
						seenUnits, seenItems := map[string]bool{}, map[string]bool{}
						for i := range 1 + r.IntN(60) {
							unit := fmt.Sprintf("u%d", r.IntN(8))
							if !seenUnits[unit] {
								seenUnits[unit] = true
								clients = append(clients, []string{unit, "Name of " + unit, "Buyer of " + unit})
							}
							day := fmt.Sprintf("2026-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28))
							currency := []string{"EUR", "USD", ""}[r.IntN(3)]
							heads = append(heads, []string{fmt.Sprint(i), unit, day, currency})
							for range 1 + r.IntN(4) {
								item := fmt.Sprintf("p%d", r.IntN(9))
								if !seenItems[item] {
									seenItems[item] = true
									items = append(items, []string{item, "Name of " + item})
								}
								quantity, price := 1+r.Int64N(400), 1+r.Int64N(90_000) // the price in hundredths of a cent
								minor := (quantity*price + 50) / 100
								amount := fmt.Sprintf("%d.%02d", minor/100, minor%100)
								fine := fmt.Sprintf("%d.%04d", price/10_000, price%10_000)
								twice := r.IntN(8) / 7
								if twice == 1 && ids {
									want["problems"] = 1
								}
								for range 1 + twice {
									key := strings.Join([]string{unit, item, day, cmp.Or(currency, "EUR")}, " ")
									want["cents of "+key] += minor
									want["quantity of "+key] += quantity
									if ids {
										want[fmt.Sprint("lines of ", i)]++
									} else {
										want["lines of "]++
									}
									lines = append(lines, []string{fmt.Sprint(i), item, fmt.Sprint(quantity), fine, amount})
									flat = append(flat, []string{fmt.Sprint(i), unit, "Name of " + unit, "Buyer of " + unit, day, item, "Name of " + item, fmt.Sprint(quantity), fine, amount, currency})
								}
							}
						}
						want["units"], want["products"], want["contacts"] = int64(len(clients)), int64(len(items)), int64(len(clients))
						r.Shuffle(len(flat), func(i, j int) { flat[i], flat[j] = flat[j], flat[i] })
						files := map[string]string{"flat.csv": generated(r, []string{"No", "Client", "Name", "Buyer", "Day", "Item", "Item name", "Qty", "Price", "Sum", "Money"}, flat),
							"lines.csv": generated(r, []string{"No", "Item", "Qty", "Price", "Sum"}, lines), "heads.csv": generated(r, []string{"No", "Client", "Day", "Money"}, heads),
							"clients.csv": generated(r, []string{"Client", "Name", "Buyer"}, clients), "items.csv": generated(r, []string{"Item", "Name"}, items)}
						m := &orders.Mapping{Currency: "EUR", DecimalMark: ".",
							Units:    &orders.Table{File: "flat.csv", Columns: map[string]orders.Headings{"id": {"Client"}, "name": {"Name"}}},
							Contacts: &orders.Table{File: "flat.csv", Columns: map[string]orders.Headings{"id": {"Buyer"}, "name": {"Buyer"}, "unit": {"Client"}}},
							Products: &orders.Table{File: "flat.csv", Columns: map[string]orders.Headings{"id": {"Item"}, "name": {"Item name"}}},
							Orders:   &orders.Table{File: "flat.csv", Columns: map[string]orders.Headings{"unit": {"Client"}, "product": {"Item"}, "date": {"Day"}, "quantity": {"Qty"}, "currency": {"Money"}}}}
						if form == "chain" {
							m.Units.File, m.Contacts.File, m.Products.File, m.Orders.File = "clients.csv", "clients.csv", "items.csv", "lines.csv"
							m.Products.Columns["name"] = orders.Headings{"Name"}
							m.Orders.Join = []orders.Join{{File: "heads.csv", Key: "No"}, {File: "clients.csv", Key: "Client"}}
						}
						if ids {
							m.Orders.Columns["id"] = orders.Headings{"No"}
						}
						if priced {
							m.Orders.Columns["price"] = orders.Headings{"Price"}
						} else {
							m.Orders.Columns["amount"] = orders.Headings{"Sum"}
						}
						a := &accountmap.Account{Profile: accountmap.Profile{Name: "Book"}}
						problems := orders.Add(a, folder(files), m)
						for _, p := range problems {
							require.Contains(t, p.Detail, "already has the same line above", "seed %d", seed)
						}
						got := tally{"units": int64(len(a.Units)), "products": int64(len(a.Products)), "contacts": int64(len(a.Contacts))}
						if len(problems) > 0 {
							got["problems"] = int64(len(problems))
						}
						for _, o := range a.Orders {
							key := strings.Join([]string{string(o.Unit), string(o.Product), o.Date.String(), string(cmp.Or(o.Amount.Currency, a.Currency))}, " ")
							got["cents of "+key] += o.Amount.Minor
							got["quantity of "+key] += int64(o.Quantity)
							got["lines of "+string(o.ID)]++
						}
						require.Equal(t, want, got, "seed %d", seed)
					}
				})
			}
		}
	}
}
