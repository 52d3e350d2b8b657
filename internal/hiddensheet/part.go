package hiddensheet

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// SetAccount makes the base of the account: the part of it that the lists and the matrix show, so
// that the hidden sheet discloses nothing else. A list without a sheet to which others refer keeps
// the ids and names of its entries, which the labels show, and the values without which an entry
// means nothing. Reasons says that a sheet shows the reasons of cells, though their list is not in
// the workbook. Call it when Lists and Matrix are set. The account must not change as long as the
// content is used.
func (c *Content) SetAccount(a *accountmap.Account, reasons bool) {
	if c.Matrix != "" && len(c.Lists) == len(table.All()) {
		c.Account = a
		return
	}
	var part table.Draft
	for _, t := range table.All() {
		columns := c.shown(t, reasons)
		if columns == nil {
			continue
		}
		for row := range t.Rows(a) {
			if t.Name == "coverage" && c.Matrix == "" && OnlyStatus(row) {
				continue
			}
			n := part.Add(t)
			for _, i := range columns {
				part.Set(t, n, i, row.Value(i))
			}
		}
	}
	c.Account = part.Account(func(*table.Table, int) {}) // the rows without an owner belong to a list that is not shown
}

// shown lists the columns of a table that the base has; nil for a table that is not in it.
func (c *Content) shown(t *table.Table, reasons bool) []int {
	whole, stub := c.List(t) != nil, c.isReferred(t) || t.Name == "account"
	matrix := t.Name == "coverage" && c.Matrix != ""
	if !whole && !stub && !matrix {
		return nil
	}
	name, _ := t.NameColumn()
	var columns []int
	for i, column := range t.Columns {
		switch {
		case whole, column.Required, i == 0, stub && i == name, matrix && (ofMatrix(column.Key) || reasons && column.Key == "reason"),
			t.Name == "account" && (column.Key == "name" || column.Key == "currency" || column.Key == "asOf"):
			columns = append(columns, i)
		}
	}
	return columns
}

// isReferred reports whether a list of the workbook or its matrix refers to a table, by itself or
// through what entries without a list require.
func (c *Content) isReferred(t *table.Table) bool {
	if c.Matrix != "" && (t.Name == "units" || t.Name == "products") {
		return true
	}
	for _, from := range table.All() {
		if from == t {
			continue
		}
		whole := c.List(from) != nil
		refers := func(column table.Column) bool { return column.Refers == t.Name && (whole || column.Required) }
		if slices.ContainsFunc(from.Columns, refers) && (whole || c.isReferred(from)) {
			return true
		}
	}
	return false
}
