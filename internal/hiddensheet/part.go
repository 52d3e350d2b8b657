package hiddensheet

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// SetAccount sets the base of the account: the part that the lists and the matrix show, so that the
// hidden sheet discloses nothing else. If a list without a sheet is the target of references, its
// entries keep their ids, their names for the labels, and their required values. With reasons, a
// sheet shows the reasons of cells, though their list is not in the workbook. Lists and Matrix must
// be set before the call. The account must not change while the content is used.
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
	c.Account = part.Account(func(*table.Table, int) {}) // rows without an owner belong to a list that is not shown
}

// shown returns the columns of a table in the base, or nil for a table outside it.
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

// isReferred reports whether a list of the workbook or its matrix refers to a table, directly or
// through required values of entries without a list.
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
