package edits

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

type coverage struct {
	b                     *bookReader
	m                     *matrix
	list                  *bookList
	unit, product, status int
	// rows maps each cell to its first row in the draft.
	rows map[unitProduct]int
}

func newCoverage(b *bookReader) *coverage {
	t, _ := table.Lookup("coverage")
	c := &coverage{b: b, m: b.matrix, list: b.lists[t], rows: map[unitProduct]int{}}
	c.unit, _ = t.Column("unit")
	c.product, _ = t.Column("product")
	c.status, _ = t.Column("status")
	return c
}

// hadDetails reports whether the list of details had a row for a row of the base.
func (b *bookReader) hadDetails(base int) bool {
	t, _ := table.Lookup("coverage")
	return !hiddensheet.OnlyStatus(b.lists[t].base.Row(base))
}

func (c *coverage) cellOf(row int) unitProduct {
	return unitProduct{c.b.g.Draft.Text(c.list.table, row, c.unit), c.b.g.Draft.Text(c.list.table, row, c.product)}
}

func (c *coverage) apply() {
	nameCells(c.b, c.m)
	moved := c.movedDetails()
	for row := range c.b.g.Draft.Len(c.list.table) {
		if _, taken := c.rows[c.cellOf(row)]; !taken && !slices.Contains(c.list.added, row) {
			c.rows[c.cellOf(row)] = row
		}
	}
	base := c.b.content.Account
	switch {
	case c.m.was == "":
	case c.m.sheet > 0:
		c.clearStatuses(moved)
	case len(base.Units)+len(base.Products) > 0:
		at, without := c.b.unmarkedSheet(c.m.was)
		c.b.missing(at, message.Of("the matrix of statuses is missing; it was in %s%s", c.m.was, without), message.Of("restore its sheet, with its hidden first column and row"),
			message.Of("the statuses stay as they are in the account"))
	}
	statuses := map[unitProduct]matrixCell{}
	for _, x := range c.m.cells {
		statuses[x.unitProduct] = x
		if base, known := c.m.base[x.unitProduct]; known && !moved[base] {
			c.b.edit(edit{c.list, base, c.status, x.status, x.at})
			delete(statuses, x.unitProduct)
		}
	}
	for _, row := range c.list.added {
		c.addDetails(row, statuses)
	}
	for _, base := range sortedKeys(moved) {
		c.moveDetails(base, statuses)
	}
	c.reportWrongStatuses()
	for _, x := range c.m.cells {
		if _, left := statuses[x.unitProduct]; left {
			c.addCell(x)
		}
	}
}

// movedDetails returns the rows of the base whose details were moved to another cell.
func (c *coverage) movedDetails() map[int]bool {
	moved := map[int]bool{}
	for _, r := range c.b.references {
		if r.list == c.list && r.base >= 0 && c.list.row(r.base) >= 0 && c.cellOf(c.list.row(r.base)) != cellOf(c.b.content.Account.Coverage[r.base]) {
			moved[r.base] = true
		}
	}
	return moved
}

// clearStatuses deletes the cells with a cleared status, and reports missing columns and rows.
func (c *coverage) clearStatuses(moved map[int]bool) {
	deletes := c.b.target != nil && c.b.target.Delete
	if !deletes {
		c.reportMissingLines()
	}
	for base, cell := range c.b.content.Account.Coverage {
		row, place := c.list.row(base), c.m.place(cellOf(cell))
		switch {
		case c.m.seen[base] || row < 0 || moved[base]:
			continue
		case place == 0: // its row or column was deleted
			if deletes {
				c.clear(base, rows.Place(c.m.sheet, c.m.from, c.m.mark))
			}
			continue
		}
		if !c.clear(base, place) || !c.b.hadDetails(base) {
			continue
		}
		details := message.Of("its details")
		if line := c.b.g.Places[c.list.table].Line(row); line > 0 {
			details += message.Of(" in %s", c.b.cellName(rows.Place(c.list.sheet, line, max(0, c.b.g.Places[c.list.table].Columns[c.unit]))))
		}
		c.b.g.Warn(place, ErrMissingCells, message.Of("the cell was cleared: it is not assessed, and %s are left out", details), message.Of("choose a status to keep them"))
	}
}

// clear deletes a cell of the base from the account, unless the account has changed it.
func (c *coverage) clear(base int, at uint64) bool {
	row := c.list.row(base)
	was, now := c.list.base.Row(base).Text(c.status), c.b.g.Draft.Text(c.list.table, row, c.status)
	if was != now {
		column := &c.list.table.Columns[c.status]
		c.b.g.Add(at, ErrConflict, message.Of("the cell was cleared, and the account says %s since the workbook was made%s", display(c.b, column, now), formerValue(c.b, column, was)),
			message.Of("the account keeps its value: write the right one in both"))
		return false
	}
	if own := c.b.own; !c.list.edited[row] && valuesOf(c.list.base.Row(base), own.base) != valuesOf(c.b.g.Draft.Row(c.list.table, row), own.now) {
		c.b.g.Add(at, ErrConflict, message.Of("the cell was cleared, and its details were changed in the account since the workbook was made"),
			message.Of("the account keeps the cell: delete it there if it is to go"))
		return false
	}
	c.list.dropped[row] = true
	return true
}

// reportMissingLines reports deleted rows and columns of the matrix. A unit that only groups other
// units had no column. Deleting the column of a parent unit without statuses loses no data.
func (c *coverage) reportMissingLines() {
	mayLack := map[accountmap.UnitID]bool{}
	for _, u := range c.b.content.Account.Units {
		mayLack[u.Parent] = true
	}
	for _, cell := range c.b.content.Account.Coverage {
		delete(mayLack, cell.Unit)
	}
	report := func(line, thing, id string) {
		c.b.missing(rows.Place(c.m.sheet, c.m.from, c.m.mark), message.Of("the %s of the %s %s is gone", message.Word(line), message.Word(thing), quote.Text(baseName(c.b, thing+"s", id))),
			message.Of("restore it, or clear its cells instead, or merge the workbook into its account, which keeps its statuses or deletes them"), message.Of("its statuses stay as they are in the account"))
	}
	for _, u := range c.b.content.Account.Units {
		if _, ok := c.m.columns[string(u.ID)]; !ok && !mayLack[u.ID] {
			report("column", "unit", string(u.ID))
		}
	}
	for _, p := range c.b.content.Account.Products {
		if _, ok := c.m.rows[string(p.ID)]; !ok {
			report("row", "product", string(p.ID))
		}
	}
}

// addDetails sets the status of a new row of details from its cell in the matrix. If the account
// already has the cell without details, the row is merged into it.
func (c *coverage) addDetails(row int, statuses map[unitProduct]matrixCell) {
	at := c.cellOf(row)
	if other, ok := c.rows[at]; ok && !c.list.dropped[other] {
		if c.b.g.Places[c.list.table].Line(other) > 0 { // a rule reports the duplicate row
			c.b.g.Draft.Set(c.list.table, row, c.status, c.b.g.Draft.Value(c.list.table, other, c.status))
			return
		}
		join(c.b, c.list, row, other)
		if x, ok := statuses[at]; ok {
			c.b.change(c.list, -1, other, c.status, nil, x.status, x.at)
			delete(statuses, at)
		}
		return
	}
	c.rows[at] = row
	c.needStatus(row, statuses)
}

// moveDetails sets the status of a moved row of details from its new cell. The old cell keeps its
// status.
func (c *coverage) moveDetails(base int, statuses map[unitProduct]matrixCell) {
	old := cellOf(c.b.content.Account.Coverage[base])
	if _, changed := statuses[old]; c.m.seen[base] && !changed {
		x := matrixCell{unitProduct: old, status: c.b.g.Draft.Text(c.list.table, c.list.row(base), c.status), at: c.m.place(old)}
		statuses[old] = x
		c.m.cells = append(c.m.cells, x)
	}
	c.needStatus(c.list.row(base), statuses)
}

// needStatus sets the status of a row of details from its cell, or reports a missing status.
func (c *coverage) needStatus(row int, statuses map[unitProduct]matrixCell) {
	at := c.cellOf(row)
	if x, ok := statuses[at]; ok {
		c.b.g.Draft.Set(c.list.table, row, c.status, x.status)
		delete(statuses, at)
		return
	}
	isWrong := func(x matrixCell) bool { return x.unitProduct == at }
	switch place := c.m.place(at); {
	case at.unit == "" || at.product == "":
		return
	case c.b.g.Faulty(c.list.table, row, c.unit), c.b.g.Faulty(c.list.table, row, c.product), slices.ContainsFunc(c.m.wrong, isWrong):
	case place == 0:
		c.b.g.Fault(c.list.table, row, -1, accountmap.ErrMissingValue, message.Of("the matrix has no cell for %s and %s, so the row has no status", quote.Text(at.unit), quote.Text(at.product)),
			message.Of("delete the row, or make a new workbook with them"))
	default:
		p := c.b.g.Places[c.list.table]
		c.b.g.Add(place, accountmap.ErrMissingValue, message.Of("the cell has details in %s, and no status", c.b.cellName(rows.Place(c.list.sheet, p.Line(row), max(0, p.Columns[c.unit])))), message.Of("choose a status here, or delete the row of the details"))
	}
	c.b.g.Draft.Set(c.list.table, row, c.status, string(accountmap.CoverageGap)) // prevents further problems
}

func (c *coverage) reportWrongStatuses() {
	for _, x := range c.m.wrong {
		detail, hint := problems.Explain(x.err)
		if row, ok := c.rows[x.unitProduct]; ok {
			c.b.g.Fault(c.list.table, row, c.status, accountmap.ErrInvalidValue, detail, hint)
		} else {
			c.b.g.Add(x.at, accountmap.ErrInvalidValue, detail, hint)
		}
	}
}

// addCell adds a cell that is missing from the base. If the account has it since, the statuses are
// merged.
func (c *coverage) addCell(x matrixCell) {
	if row, ok := c.rows[x.unitProduct]; ok && !c.list.dropped[row] {
		c.b.change(c.list, -1, row, c.status, nil, x.status, x.at)
		return
	}
	row := c.b.g.Draft.Add(c.list.table)
	c.b.g.Draft.Set(c.list.table, row, c.unit, x.unit)
	c.b.g.Draft.Set(c.list.table, row, c.product, x.product)
	c.b.g.Draft.Set(c.list.table, row, c.status, x.status)
	c.rows[x.unitProduct] = row
}

// nameReasons sets a placeholder reason for cells that need a reason which no sheet of the workbook
// shows.
func (c *coverage) nameReasons() {
	reason, _ := c.list.table.Column("reason")
	words, ok := terms.Lookup(c.b.content.Language)
	if c.b.target != nil || c.list.was != nil || !ok {
		return
	}
	for base := range c.list.seen {
		row := c.list.row(base)
		status := c.b.g.Draft.Text(c.list.table, row, c.status)
		if status == c.list.base.Row(base).Text(c.status) && !accountmap.CoverageStatus(status).Sellable() && c.b.g.Draft.Text(c.list.table, row, reason) == "" {
			c.b.g.Draft.SetText(c.list.table, row, reason, words.Text(terms.WorkbookReasonApart))
		}
	}
}

func (c *coverage) placeStatuses() {
	if c.m.sheet == 0 {
		return
	}
	p := c.b.g.Places[c.list.table]
	p.Statuses = make([]uint64, c.b.g.Draft.Len(c.list.table))
	for row := range p.Statuses {
		p.Statuses[row] = c.m.place(c.cellOf(row))
	}
}
