package orders_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/orders"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// TestTooManyRows checks each bound of an order book with one row too many: one line with the
// bound, the place and the way out, and an account without any of the rows.
func TestTooManyRows(t *testing.T) {
	norace.Only(t)
	file := func(heading string, rows int, row string) *fstest.MapFile {
		var b strings.Builder
		b.WriteString(heading + "\n")
		for i := range rows {
			fmt.Fprintf(&b, row+"\n", i)
		}
		return &fstest.MapFile{Data: []byte(b.String())}
	}
	const lines, books = "No,Unit,Item,Day", "O%d,u,p,2026-01-01"
	for name, tt := range map[string]struct {
		orders, joined *fstest.MapFile
		units, want    string
	}{
		"orders": {file(lines, 200_001, books), nil, "Unit",
			"o.csv:200002:1: error too-large: the account has more than 200000 orders (leave out old ones)\n"},
		"joined rows": {file(lines, 1, books), file("No,By", 200_001, "O%d,m"), "Unit",
			"j.csv:200002:1: error too-large: the file has more than 200000 rows to join (leave out old rows)\n"},
		"units": {file(lines, 100_001, books), nil, "No",
			"o.csv:100002:1: error too-large: there are more than 100000 units, products, contacts and members (export one client at a time)\n"},
	} {
		columns := map[string]orders.Headings{"id": {"No"}, "unit": {"Unit"}, "product": {"Item"}, "date": {"Day"}}
		m := &orders.Mapping{Units: &orders.Table{File: "o.csv", Columns: map[string]orders.Headings{"id": {tt.units}}},
			Products: &orders.Table{File: "o.csv", Columns: map[string]orders.Headings{"id": {"Item"}}},
			Orders:   &orders.Table{File: "o.csv", Columns: columns}}
		folder := fstest.MapFS{"o.csv": tt.orders}
		if tt.joined != nil {
			folder["j.csv"] = tt.joined
			m.Orders.Join = []orders.Join{{File: "j.csv", Key: "No"}}
		}
		a := &accountmap.Account{}
		found := orders.Add(a, folder, m)
		require.Len(t, found, 1, name)
		assert.Equal(t, tt.want, found.Report(), name)
		assert.ErrorIs(t, found, accountmap.ErrTooLarge, name)
		assert.Empty(t, a.Orders, name)
		assert.Empty(t, a.Units, name)
	}
}
