package orders_test

import (
	"fmt"
	"log"
	"strings"
	"testing/fstest"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/orders"
)

func ExampleAdd() {
	account := &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", Currency: "EUR"},
		Units:    []accountmap.Unit{{ID: "K100", Name: "Acme Iberia"}},
		Products: []accountmap.Product{{ID: "T-1", Name: "Tea"}},
	}
	export := fstest.MapFS{"orders.csv": {Data: []byte("Number;Customer;Article;Date;Pieces;Net\n4711;K100;T-1;24.12.2026;12;1.250,00\n4712;K200;T-1;24.12.2026;1;104,00\n")}}
	problems := orders.Add(account, export, &orders.Mapping{Orders: &orders.Table{File: "orders.csv", Columns: map[string]orders.Headings{
		"id": {"Number"}, "unit": {"Customer"}, "product": {"Article"}, "date": {"Date"}, "quantity": {"Pieces"}, "amount": {"Net"},
	}}})
	fmt.Print(problems.Report())
	for _, o := range account.Orders {
		fmt.Println(o.ID, o.Date, o.Quantity, o.Amount)
	}
	// Output:
	// orders.csv:3:6: warning left-out: the unit "K200" is not in the account, so its order is ignored (no action needed if it is of another client; otherwise add it to the account)
	// 4711 2026-12-24 12 1250.00
}

func ExampleReadMapping() {
	m, err := orders.ReadMapping(strings.NewReader(`{"orders": {"file": "lines.csv", "join": [{"file": "heads.csv", "key": "Number"}],
		"columns": {"unit": "Customer", "product": "Article", "date": "Date"}}}`))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(m.Orders.File, m.Orders.Columns["date"])
	_, err = orders.ReadMapping(strings.NewReader(`{"orders": {"file": "lines.csv", "columns": {"unit": "Customer", "produkt": "Article", "date": "Date"}}}`))
	fmt.Println(err)
	// Output:
	// lines.csv [Date]
	// orders: mapping: orders: there is no key "produkt"; did you mean "product"?
	// orders: mapping: orders: no column is named for "product"
}
