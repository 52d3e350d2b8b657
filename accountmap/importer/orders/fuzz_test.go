package orders_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/orders"
)

// FuzzAdd adds any files without panicking. After an error the account is unchanged; otherwise it
// is valid.
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

// FuzzReadMapping reads any mapping without panicking. A valid mapping can be used.
func FuzzReadMapping(f *testing.F) {
	f.Add(`{"columns":{"deals":{"productName":["Offer"]}},"words":{"stage":{"Verbal yes":"proposed"}},"files":{"accounts":["*.csv"]}}`)
	f.Add(`{"units":{"file":"u.csv","columns":{"id":["A","B"]}},"orders":{"file":"o.csv","join":[{"file":"u.csv","key":"A","to":"B"}],"columns":{"unit":"A"},"words":{"status":{"x":"open"}}}}`)
	f.Add(`{"columns":[]} {}`)
	f.Fuzz(func(t *testing.T, text string) {
		m, err := orders.ReadMapping(strings.NewReader(text))
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		orders.Add(account(), folder(map[string]string{"o.csv": "A,B\n1,2\n", "u.csv": "A,B\n1,2\n"}), m)
	})
}
