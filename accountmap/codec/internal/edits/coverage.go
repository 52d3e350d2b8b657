package edits

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// coverage is what joins the matrix of statuses and the list of details.
type coverage struct {
	*bookList
	unit, product, status int
	// rows has the row of the draft for each cell, the first when there are several.
	rows map[unitProduct]int
}

func (b *bookReader) coverageList() *coverage {
	t, _ := table.Lookup("coverage")
	c := &coverage{bookList: b.lists[t], rows: map[unitProduct]int{}}
	c.unit, _ = t.Column("unit")
	c.product, _ = t.Column("product")
	c.status, _ = t.Column("status")
	return c
}

// hadDetails reports whether the list of details had a row of the base.
func (b *bookReader) hadDetails(base int) bool {
	t, _ := table.Lookup("coverage")
	return !hiddensheet.OnlyStatus(b.lists[t].base.Row(base))
}

// cellOf is the unit and the product of a row of the draft.
func (b *bookReader) cellOf(c *coverage, row int) unitProduct {
	return unitProduct{b.g.Draft.Text(c.table, row, c.unit), b.g.Draft.Text(c.table, row, c.product)}
}

// cover applies the statuses of the matrix and gives new details their status.
func (b *bookReader) cover() {
	m, c := b.matrix, b.coverageList()
	b.nameCells(m)
	moved := b.movedDetails(c)
	for row := range b.g.Draft.Len(c.table) {
		if _, taken := c.rows[b.cellOf(c, row)]; !taken && !slices.Contains(c.added, row) {
			c.rows[b.cellOf(c, row)] = row
		}
	}
	if m.sheet > 0 {
		b.clearStatuses(m, c, moved)
	} else if m.was != nil && len(m.was.Units)+len(m.was.Products) > 0 {
		at, without := b.withoutMark(m.was.Sheet)
		b.missing(at, "the matrix of statuses is gone, which stood in "+m.was.Sheet+without, "put its sheet back, and its hidden first column and row",
			"the statuses stay as they are in the account")
	}
	statuses := map[unitProduct]matrixCell{}
	for _, x := range m.cells {
		statuses[x.unitProduct] = x
		if base, known := m.base[x.unitProduct]; known && !moved[base] {
			b.edit(edit{c.bookList, base, c.status, x.status, x.at})
			delete(statuses, x.unitProduct)
		}
	}
	for _, row := range c.added {
		b.addDetails(m, c, row, statuses)
	}
	for base := range moved {
		b.moveDetails(m, c, base, statuses)
	}
	b.reportWrongStatuses(m, c)
	for _, x := range m.cells {
		if _, left := statuses[x.unitProduct]; left {
			b.addCell(c, x)
		}
	}
}

// movedDetails are the rows of the base whose details were moved to another cell.
func (b *bookReader) movedDetails(c *coverage) map[int]bool {
	moved := map[int]bool{}
	for _, r := range b.references {
		if r.list == c.bookList && r.base >= 0 && c.row(r.base) >= 0 && b.cellOf(c, c.row(r.base)) != b.matrix.cellOf[r.base] {
			moved[r.base] = true
		}
	}
	return moved
}

// clearStatuses takes the cells whose status was cleared from the account, and reports the columns and rows that are gone.
func (b *bookReader) clearStatuses(m *matrix, c *coverage, moved map[int]bool) {
	gone := b.missingLines(m)
	for base, at := range m.cellOf {
		row := c.row(base)
		switch {
		case m.seen[base] || row < 0 || moved[base] || !m.hadUnit[at.unit] || !m.hadProduct[at.product]:
			continue
		case gone[at.unit] || gone["\x00"+at.product]:
			if b.target != nil && b.target.Delete {
				b.clear(c, base, rows.Place(m.sheet, m.from, m.mark))
			}
			continue
		}
		place := m.place(at)
		if !b.clear(c, base, place) || !b.hadDetails(base) {
			continue
		}
		details := "its details"
		if line := b.g.Places[c.table].Line(row); line > 0 {
			details += " in " + b.cellName(rows.Place(c.sheet, line, max(0, b.g.Places[c.table].Columns[c.unit])))
		}
		b.g.Report.Warn(place, "", ErrMissingCells, "the cell was cleared: it is not assessed, and "+details+" are left out", "choose a status to keep them")
	}
}

// clear takes a cell of the base from the account, unless its status was changed there.
func (b *bookReader) clear(c *coverage, base int, at uint64) bool {
	row := c.row(base)
	was, now := c.base.Row(base).Text(c.status), b.g.Draft.Text(c.table, row, c.status)
	if was != now {
		column := &c.table.Columns[c.status]
		b.g.Report.Add(at, "", ErrConflict, "the cell was cleared, and the account says "+b.shown(column, now)+" since the workbook was made"+b.wasThen(column, was),
			"the account keeps its value: write the right one in both")
		return false
	}
	c.dropped[row] = true
	return true
}

// backHint is the way out for whoever deleted a column or a row of the matrix.
const backHint = "put it back, or clear its cells instead, or read the workbook onto the account that it was made of, which keeps its statuses or deletes them"

// missingLines reports the rows and columns of the matrix that were deleted. It returns the ids of the units, and of the products after a zero byte.
func (b *bookReader) missingLines(m *matrix) map[string]bool {
	gone := map[string]bool{}
	if m.was == nil {
		return gone
	}
	silent := b.target != nil && b.target.Delete
	for _, id := range m.was.Units {
		if _, ok := m.columns[string(id)]; !ok {
			if gone[string(id)] = true; !silent {
				b.missing(rows.Place(m.sheet, m.from, m.mark), "the column of the unit "+tree.Quote(string(id))+" is gone", backHint, "its statuses stay as they are in the account")
			}
		}
	}
	for _, id := range m.was.Products {
		if _, ok := m.rows[string(id)]; !ok {
			if gone["\x00"+string(id)] = true; !silent {
				b.missing(rows.Place(m.sheet, m.from, m.mark), "the row of the product "+tree.Quote(string(id))+" is gone", backHint, "its statuses stay as they are in the account")
			}
		}
	}
	return gone
}

// addDetails gives a new row of details the status of its cell in the matrix. When the account has the cell already, without details, the row
// becomes a part of it.
func (b *bookReader) addDetails(m *matrix, c *coverage, row int, statuses map[unitProduct]matrixCell) {
	at := b.cellOf(c, row)
	if other, ok := c.rows[at]; ok && !c.dropped[other] {
		if b.g.Places[c.table].Line(other) > 0 { // it has a row of its own; a rule reports that there are two
			b.g.Draft.Set(c.table, row, c.status, b.g.Draft.Value(c.table, other, c.status))
			return
		}
		b.join(c.bookList, row, other)
		if x, ok := statuses[at]; ok {
			b.change(c.bookList, -1, other, c.status, nil, x.status, x.at)
			delete(statuses, at)
		}
		return
	}
	c.rows[at] = row
	b.needStatus(m, c, row, statuses)
}

// moveDetails gives a row of details that was moved the status of its new cell, and leaves the status of the old one.
func (b *bookReader) moveDetails(m *matrix, c *coverage, base int, statuses map[unitProduct]matrixCell) {
	old := m.cellOf[base]
	if _, changed := statuses[old]; m.seen[base] && !changed {
		x := matrixCell{unitProduct: old, status: b.g.Draft.Text(c.table, c.row(base), c.status), at: m.place(old)}
		statuses[old] = x
		m.cells = append(m.cells, x)
	}
	b.needStatus(m, c, c.row(base), statuses)
}

// needStatus gives a row of details the status of its cell, or reports that the cell has none.
func (b *bookReader) needStatus(m *matrix, c *coverage, row int, statuses map[unitProduct]matrixCell) {
	at := b.cellOf(c, row)
	if x, ok := statuses[at]; ok {
		b.g.Draft.Set(c.table, row, c.status, x.status)
		delete(statuses, at)
		return
	}
	isWrong := func(x matrixCell) bool { return x.unitProduct == at }
	switch place := m.place(at); {
	case at.unit == "" || at.product == "":
		return
	case b.g.Faulty(c.table, row, c.unit), b.g.Faulty(c.table, row, c.product), slices.ContainsFunc(m.wrong, isWrong):
	case place == 0:
		b.g.Fault(c.table, row, -1, accountmap.ErrMissingValue, "the matrix has no cell for "+tree.Quote(at.unit)+" and "+tree.Quote(at.product)+", and so the row has no status",
			"delete the row, or make the workbook anew with them")
	default:
		p := b.g.Places[c.table]
		b.g.Report.Add(place, "", accountmap.ErrMissingValue, "the cell has details in "+b.cellName(rows.Place(c.sheet, p.Line(row), max(0, p.Columns[c.unit])))+
			", and no status", "choose a status here, or delete the row of the details")
	}
	b.g.Draft.Set(c.table, row, c.status, string(accountmap.CoverageGap)) // so that nothing else is reported
}

// reportWrongStatuses reports the cells of the matrix that have no status.
func (b *bookReader) reportWrongStatuses(m *matrix, c *coverage) {
	for _, x := range m.wrong {
		detail, hint := rows.Explain(x.err)
		if row, ok := c.rows[x.unitProduct]; ok {
			b.g.Fault(c.table, row, c.status, accountmap.ErrInvalidValue, detail, hint)
		} else {
			b.g.Report.Add(x.at, "", accountmap.ErrInvalidValue, detail, hint)
		}
	}
}

// addCell adds a cell that the base did not have, unless the account has it since.
func (b *bookReader) addCell(c *coverage, x matrixCell) {
	if row, ok := c.rows[x.unitProduct]; ok && !c.dropped[row] {
		b.change(c.bookList, -1, row, c.status, nil, x.status, x.at)
		return
	}
	row := b.g.Draft.Add(c.table)
	b.g.Draft.Set(c.table, row, c.unit, x.unit)
	b.g.Draft.Set(c.table, row, c.product, x.product)
	b.g.Draft.Set(c.table, row, c.status, x.status)
	c.rows[x.unitProduct] = row
}

// removeDetails takes the details of a cell away and leaves its status.
func (b *bookReader) removeDetails(l *bookList, row int) {
	for i := range l.table.Columns {
		switch l.table.Columns[i].Key {
		case table.RowKey, "unit", "product", "status":
		default:
			b.g.Draft.Set(l.table, row, i, nil)
		}
	}
}

// placeStatuses notes where the statuses of the coverage are.
func (b *bookReader) placeStatuses() {
	c := b.coverageList()
	if b.matrix.sheet == 0 {
		return
	}
	p := b.g.Places[c.table]
	p.Statuses = make([]uint64, b.g.Draft.Len(c.table))
	for row := range p.Statuses {
		p.Statuses[row] = b.matrix.place(b.cellOf(c, row))
	}
}
