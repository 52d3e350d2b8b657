package table

import (
	"reflect"
	"slices"
)

// Sort reorders the rows of a table: order[i] is the earlier number of new row i, and rows whose number is not in it are dropped. Rows are not
// copied when all stay, since they may take most of the memory.
func (d *Draft) Sort(t *Table, order []int) {
	r, ok := d.rows[t]
	if !ok {
		return
	}
	if len(order) == r.entries.Len() {
		reorder(order, reflect.Swapper(r.entries.Interface()))
	} else {
		kept := reflect.MakeSlice(r.entries.Type(), len(order), len(order))
		for i, from := range order {
			kept.Index(i).Set(r.entries.Index(from))
		}
		r.entries.Set(kept)
	}
	r.keys, r.owners = permute(r.keys, order), permute(r.owners, order)
}

// reorder brings a list into an order by swaps, one for each entry at most.
func reorder(order []int, swap func(i, j int)) {
	left := slices.Clone(order) // what is to come to each place, or the place itself when it has come
	for i := range left {
		at := i
		for left[at] != i {
			from := left[at]
			swap(at, from)
			left[at], at = at, from
		}
		left[at] = at
	}
}

func permute(list []string, order []int) []string {
	if list == nil {
		return nil
	}
	sorted := make([]string, len(order))
	for i, from := range order {
		sorted[i] = list[from]
	}
	return sorted
}
