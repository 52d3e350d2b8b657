package table_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// draftOf has a row of an account in each of a list's rows, which have an id, or a key and an owner.
func draftOf(t *table.Table, ids ...string) *table.Draft {
	var d table.Draft
	for _, id := range ids {
		row := d.Add(t)
		d.SetText(t, row, 0, id)
		if c, ok := t.OwnerColumn(); ok {
			d.SetText(t, row, c, "of "+id)
		}
	}
	return &d
}

func TestSort(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	ids := []string{"a", "b", "c", "d", "e", "f", "g"}
	orders := [][]int{{0, 1, 2, 3, 4, 5, 6}, {6, 5, 4, 3, 2, 1, 0}, {6, 0, 1, 2, 3, 4, 5}, {1, 2, 3, 4, 5, 6, 0}, {1, 0, 3, 2, 5, 4, 6}, {2, 4}, {}}
	for range 50 {
		orders = append(orders, r.Perm(7), r.Perm(7)[:r.IntN(7)])
	}
	for _, name := range []string{"contacts", "orders", "team.reach"} {
		list, _ := table.Lookup(name)
		for _, order := range orders {
			d := draftOf(list, ids...)
			d.Sort(list, order)
			require.Equal(t, len(order), d.Len(list))
			for row, was := range order {
				assert.Equal(t, ids[was], d.Key(list, row), "%s %v", name, order)
				if _, ok := list.OwnerColumn(); ok {
					assert.Equal(t, "of "+ids[was], d.OwnerKey(list, row), "%s %v", name, order)
				}
			}
		}
	}
}

// TestList holds that rows are the same whether they are walked, counted or found.
func TestList(t *testing.T) {
	for name, a := range accounts() {
		for _, tab := range table.All() {
			list, n := tab.List(a), 0
			seen := map[string]bool{}
			for row := range tab.Rows(a) {
				require.Less(t, n, list.Len())
				require.Equal(t, row.Path(), list.Row(n).Path(), name)
				if found, ok := list.Find(row.Key()); assert.True(t, ok, "%s: %s", name, row.Path()) && !seen[row.Key()] {
					require.Equal(t, row.Path(), found.Path(), name)
				}
				for c := range tab.Columns {
					require.Equal(t, row.Value(c), list.Row(n).Value(c), "%s: %s", name, row.Path())
				}
				seen[row.Key()] = true
				n++
			}
			require.Equal(t, n, list.Len())
			for _, key := range []string{"nobody", "#0", "#-1", "#x", "#99999", "#01", "1"} {
				_, ok := list.Find(key)
				assert.Equal(t, seen[key], ok, "%s: %s %q", name, tab.Name, key)
			}
		}
	}
	contacts, _ := table.Lookup("contacts")
	_, ok := contacts.List(&accountmap.Account{}).Find("")
	assert.False(t, ok)
}
