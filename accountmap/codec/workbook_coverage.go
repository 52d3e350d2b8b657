package codec

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// coverageColumns are the columns of the table "coverage" that the matrix is about.
type coverageColumns struct{ unit, product, status int }

func columnsOfCoverage(t *table.Table) (c coverageColumns) {
	c.unit, _ = t.Column("unit")
	c.product, _ = t.Column("product")
	c.status, _ = t.Column("status")
	return c
}

// inMatrix reports whether the cell of a row of the coverage stood in the matrix that was written.
func (w *workbookReader) inMatrix(row table.Row) bool {
	t, _ := table.Lookup("coverage")
	c := columnsOfCoverage(t)
	unit, _ := row.Value(c.unit).(string)
	product, _ := row.Value(c.product).(string)
	return slices.Contains(w.meta.Units, unit) && slices.Contains(w.meta.Products, product)
}

// justStatus reports whether nothing more than its status is known of a cell of the coverage.
func justStatus(row table.Row) bool {
	t, _ := table.Lookup("coverage")
	c := columnsOfCoverage(t)
	for i := range t.Columns {
		if i > 0 && i != c.unit && i != c.product && i != c.status && row.Value(i) != nil {
			return false
		}
	}
	return true
}

// cover puts the statuses of the matrix and the details of the other list together, in the order of the account.
func (w *workbookReader) cover() {
	t, _ := table.Lookup("coverage")
	l, c := w.found[t], columnsOfCoverage(t)
	m := w.matrix
	if m == nil {
		if len(w.meta.Units)+len(w.meta.Products) > 0 {
			at, without := w.withoutMark(w.meta.Matrix)
			w.missing(at, "the matrix of statuses is gone, which stood in "+w.meta.Matrix+without, "put its sheet back, and its hidden first column and row",
				"the statuses stay as they are in the account")
		}
		m = &matrix{}
	}
	w.takeFresh(m)
	lost := w.missingCells(m, c)
	places := w.gatherer.lists[t]
	places.elsewhere, places.apart = make([]uint64, w.draft.Len(t)), c.status
	w.draft.Grow(t, len(m.cells))
	stay := make([]int, 0, w.draft.Len(t))
	for row := range w.draft.Len(t) {
		if w.detail(m, l, row, c, lost) {
			stay = append(stay, row)
		}
	}
	w.keepOnly(l, stay)
	for _, x := range m.wrong {
		if !x.told {
			detail, hint := valueError(x.err)
			w.report.add(x.place, "", accountmap.ErrInvalidValue, detail, hint)
		}
	}
	for i := range m.cells {
		x := &m.cells[i]
		if x.used {
			continue
		}
		row := w.draft.Add(t)
		w.draft.Set(t, row, c.unit, x.unit)
		w.draft.Set(t, row, c.product, x.product)
		w.draft.Set(t, row, c.status, x.status)
		l.origin.add(-1)
		places.rows.add(0)
		places.elsewhere = append(places.elsewhere, x.place)
	}
	w.orderCoverage(l, c)
}

// detail gives a row of the other list the status that its cell has in the matrix. It returns false for a row that goes, since the status of its
// cell was taken away.
func (w *workbookReader) detail(m *matrix, l *foundList, row int, c coverageColumns, lost lostCells) (stays bool) {
	t, places := l.table, w.gatherer.lists[l.table]
	unit, product := w.draft.Text(t, row, c.unit), w.draft.Text(t, row, c.product)
	column, across := m.columns[unit]
	line, down := m.rows[product]
	if !across || !down {
		switch {
		case unit == "" || product == "":
		case lost.units[unit] || lost.products[product]: // told already
			if w.base != nil {
				return !w.remove || m.sheet == 0
			}
			w.draft.Set(t, row, c.status, string(accountmap.StatusGap)) // so that this is told once
		case w.faulty(t, row, c.unit), w.faulty(t, row, c.product):
			w.draft.Set(t, row, c.status, string(accountmap.StatusGap)) // so that only that is told
		case w.draft.Text(t, row, c.status) == "":
			w.fault(t, row, -1, accountmap.ErrMissingValue, "the matrix has no cell for "+quote(unit)+" and "+quote(product)+", and so the row has no status",
				"delete the row, or make the workbook anew with them")
			w.draft.Set(t, row, c.status, string(accountmap.StatusGap)) // so that this is told once
		}
		return true
	}
	at := unitProduct{unit, product}
	places.elsewhere[row] = placed(m.sheet, line, column)
	w.draft.Set(t, row, c.status, nil)
	if i, ok := m.at[at]; ok {
		m.cells[i].used = true
		w.draft.Set(t, row, c.status, m.cells[i].status)
		return true
	}
	if x := m.wrongAt(at); x != nil {
		detail, hint := valueError(x.err)
		w.fault(t, row, c.status, accountmap.ErrInvalidValue, detail, hint)
		x.told = true
		return true
	}
	if l.origin.at(row) < 0 || w.base != nil && !w.describes(l, row, at, c) { // details of a cell that had none
		w.report.add(places.elsewhere[row], "", accountmap.ErrMissingValue, "the cell has details in "+w.cellName(places.file, places.rows.at(row), places.columns[c.unit])+
			", and no status", "choose a status here, or delete the row of the details")
		w.draft.Set(t, row, c.status, string(accountmap.StatusGap)) // so that this is told once
		return true
	}
	details := "its details"
	if number := places.rows.at(row); number > 0 {
		details += " in " + w.cellName(places.file, number, places.columns[c.unit])
	}
	w.report.warn(places.elsewhere[row], "", ErrMissingCells, "the cell was cleared: it is not assessed, and "+details+" are left out", "choose a status to keep them")
	return false
}

// cellName is a cell by its sheet, in a sentence about another of the same file.
func (w *workbookReader) cellName(sheet, row, column int) string {
	p := w.position(placed(sheet, row, max(0, column)))
	p.File = ""
	return p.String()
}

// describes reports whether a row of the account that the workbook was made of is that of a cell.
func (w *workbookReader) describes(l *foundList, row int, at unitProduct, c coverageColumns) bool {
	was, ok := w.baseRows(l).Find(w.draft.Key(l.table, row))
	if !ok {
		return false
	}
	unit, _ := was.Value(c.unit).(string)
	product, _ := was.Value(c.product).(string)
	return at == unitProduct{unit, product}
}

// keepOnly takes the other rows from a list.
func (w *workbookReader) keepOnly(l *foundList, rows []int) {
	if len(rows) == l.origin.len {
		return
	}
	w.draft.Sort(l.table, rows)
	w.rearranged(l.table, rows)
	l.origin.pick(rows)
}

// lostCells are the units and products whose columns and rows of the matrix were deleted.
type lostCells struct{ units, products map[string]bool }

// backHint is the way out for whoever deleted a column or a row of the matrix.
const backHint = "put it back, or clear its cells instead, or read the workbook onto the account that it was made of, which keeps its statuses or deletes them"

// missingCells reports the rows and columns of the matrix that were deleted, and keeps their statuses.
func (w *workbookReader) missingCells(m *matrix, c coverageColumns) lostCells {
	gone := func(ids []string, here func(string) bool) map[string]bool {
		lost := map[string]bool{}
		for _, id := range ids {
			if !here(id) {
				lost[id] = true
			}
		}
		return lost
	}
	units := gone(w.meta.Units, func(id string) bool { _, ok := m.columns[id]; return ok })
	products := gone(w.meta.Products, func(id string) bool { _, ok := m.rows[id]; return ok })
	if m.sheet > 0 && !(w.base != nil && w.remove) {
		for _, id := range w.meta.Units {
			if units[id] {
				w.missing(placed(m.sheet, m.from, m.mark), "the column of the unit "+quote(id)+" is gone", backHint, "its statuses stay as they are in the account")
			}
		}
		for _, id := range w.meta.Products {
			if products[id] {
				w.missing(placed(m.sheet, m.from, m.mark), "the row of the product "+quote(id)+" is gone", backHint, "its statuses stay as they are in the account")
			}
		}
	}
	gaps := lostCells{units, products}
	if w.base == nil || w.remove && m.sheet > 0 {
		return gaps
	}
	t, _ := table.Lookup("coverage")
	detailed := map[unitProduct]bool{}
	for row := range w.draft.Len(t) {
		detailed[unitProduct{w.draft.Text(t, row, c.unit), w.draft.Text(t, row, c.product)}] = true
	}
	for row := range t.Rows(w.base) {
		unit, _ := row.Value(c.unit).(string)
		product, _ := row.Value(c.product).(string)
		status, _ := row.Value(c.status).(string)
		if (units[unit] || products[product]) && w.inMatrix(row) {
			m.cells = append(m.cells, matrixCell{unitProduct: unitProduct{unit, product}, status: status, place: placed(m.sheet, 0, 0), used: detailed[unitProduct{unit, product}]})
		}
	}
	return gaps
}

// orderCoverage puts the entries into the order in which the account had them: by units and products, unless the workbook says another.
func (w *workbookReader) orderCoverage(l *foundList, c coverageColumns) {
	units, _ := w.places("units")
	products, across := w.places("products")
	if w.base != nil && w.meta.Matrix == "" { // the workbook says no order
		for row := range l.table.Rows(w.base) {
			unit, _ := row.Value(c.unit).(string)
			product, _ := row.Value(c.product).(string)
			w.meta.Order = append(w.meta.Order, units[unit]*across+products[product])
		}
	}
	written := map[int]int{}
	for i, code := range w.meta.Order {
		written[code] = i
	}
	ranks := make([]int, w.draft.Len(l.table))
	for row := range ranks {
		u, okU := units[w.draft.Text(l.table, row, c.unit)]
		p, okP := products[w.draft.Text(l.table, row, c.product)]
		rank, known := u*across+p, okU && okP
		if known && w.meta.Order != nil {
			rank, known = written[rank]
		}
		if !known {
			rank = behind + row
		}
		ranks[row] = rank
	}
	w.sort(l, func(row int) int { return ranks[row] })
}

// places are those that the entries of a list had in the account, by id, and how many there were.
func (w *workbookReader) places(name string) (places map[string]int, n int) {
	t, _ := table.Lookup(name)
	l := w.found[t]
	places = map[string]int{}
	if was := w.meta.List(t); was != nil {
		n = was.Len
	}
	if w.base != nil {
		n = w.baseRows(l).Len()
	}
	for row := range l.origin.len {
		if place := l.origin.at(row); place >= 0 {
			places[w.draft.Key(t, row)] = place
		}
	}
	return places, n
}
