package insight_test

import (
	"fmt"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

// BenchmarkAlerts looks at a million orders: 500 units order 40 products every four weeks.
func BenchmarkAlerts(b *testing.B) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme", Currency: "EUR", AsOf: today}}
	for p := range 40 {
		a.Products = append(a.Products, accountmap.Product{ID: accountmap.ProductID(fmt.Sprint("p", p)), Name: fmt.Sprint("Product ", p)})
	}
	for u := range 500 {
		id := accountmap.UnitID(fmt.Sprint("u", u))
		a.Units = append(a.Units, accountmap.Unit{ID: id, Name: fmt.Sprint("Unit ", u)})
		for i := range 2000 {
			a.Orders = append(a.Orders, accountmap.Order{Unit: id, Product: a.Products[i%40].ID, Date: today.AddDays(-28*(i/40) - u%60), Quantity: float64(5 + (u+i)%7), Amount: euros(100_00)})
		}
	}
	m, err := accountmap.New(a)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		insight.Alerts(m, today, insight.Thresholds{})
	}
}
