package orders_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/orders"
)

// FuzzAdd adds anything without panicking; with errors the account stays as it was, and without it is one.
func FuzzAdd(f *testing.F) {
	f.Add("No,Customer,Day,Item,Qty,Sum,By\n1,mad,2026-01-02,tea,1,5.00,tom\n", "Customer,City\nmad,Madrid\n")
	f.Add("No;Customer;Day;Item;Qty;Sum;By\n1;mad;1.2.2026;tea;1,5;1.250,00 €;mia\n", "\ufeffcustomer;city\n")
	m := mapping(f, `{"units": {"file": "u.csv", "columns": {"id": "Customer", "city": "City"}},
		"orders": {"file": "o.csv", "join": [{"file": "u.csv", "key": "Customer"}],
			"columns": {"id": ["No", "City"], "unit": "Customer", "product": "Item", "date": "Day", "quantity": "Qty", "amount": "Sum",
				"member": "By"}}}`)
	f.Fuzz(func(t *testing.T, book, units string) {
		a := account()
		problems := orders.Add(a, folder(map[string]string{"o.csv": book, "u.csv": units}), m)
		if problems.HasErrors() {
			require.Equal(t, account(), a)
			return
		}
		_, err := accountmap.New(a)
		require.NoError(t, err)
	})
}
