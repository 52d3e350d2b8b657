package codec

import (
	"maps"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsx"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// matrix is that of the statuses in a workbook.
type matrix struct {
	// sheet is its number, mark the column of the products' ids, and from and to its first and last row.
	sheet, mark, from, to int
	// units has the id above each column, and columns the other way round, of which first is the first; rows has the row of each product.
	units   map[int]string
	first   int
	columns map[string]int
	rows    map[string]int
	// cells are those with a status, in the order of the sheet, and at the index of each.
	cells []matrixCell
	at    map[unitProduct]int
	// wrong are the cells with what is no status, in the order of the sheet.
	wrong []wrongCell
	// heads has what stands above the columns without a unit's id, and fresh what is in those, and in rows without a product's id.
	heads map[int]freshName
	lines map[int]freshName
	fresh []freshCell
}

type unitProduct struct{ unit, product string }

type matrixCell struct {
	unitProduct
	status string
	place  uint64
	used   bool
}

// wrongCell is a cell with what is no status. It is told once, with the details of the cell when there are any.
type wrongCell struct {
	unitProduct
	place uint64
	err   error
	told  bool
}

func (m *matrix) wrongAt(at unitProduct) *wrongCell {
	i := slices.IndexFunc(m.wrong, func(x wrongCell) bool { return x.unitProduct == at })
	if i < 0 {
		return nil
	}
	return &m.wrong[i]
}

func (r *sheetReader) beginMatrix(row, column int, cells []xlsx.Cell) *matrix {
	if other := r.workbookReader.matrix; other != nil {
		r.report.add(placed(r.sheet, row, column), "", accountmap.ErrDuplicateKey, "the matrix of statuses is there twice; it stands in "+
			r.file.Sheets()[other.sheet-1].Name+", too", "delete the copy; the first was read")
		return nil
	}
	m := &matrix{sheet: r.sheet, mark: column, from: row, to: xlsx.MaxRow, first: xlsx.MaxColumn, units: map[int]string{}, columns: map[string]int{}, rows: map[string]int{},
		at: map[unitProduct]int{}, heads: map[int]freshName{}, lines: map[int]freshName{}}
	r.workbookReader.matrix = m
	for _, c := range cells {
		if c.Column == column {
			continue
		}
		if _, twice := m.columns[c.Text]; twice {
			r.report.add(placed(r.sheet, row, c.Column), "", accountmap.ErrDuplicateID, "two columns have the id of the unit "+quote(c.Text),
				"delete the copy; the first was read")
			continue
		}
		m.units[c.Column], m.columns[c.Text], m.first = c.Text, c.Column, min(m.first, c.Column)
	}
	return m
}

// matrixRow reads the statuses of a product.
func (r *sheetReader) matrixRow(m *matrix, number int, cells []xlsx.Cell) {
	product := ""
	for _, c := range cells {
		if c.Column == m.mark {
			product = c.Text
		}
	}
	if _, twice := m.rows[product]; twice && product != "" {
		r.report.add(placed(m.sheet, number, m.mark), "", accountmap.ErrDuplicateID, "the row has the id "+quote(product)+" of the row of a product above",
			"delete the copy, or what is in this cell of the hidden column if the row is to be that of another product; the first was read")
		return
	}
	if product == "" {
		r.nameless(m, number, cells)
		return
	}
	m.rows[product] = number
	r.shown(number, cells, func(column int) bool { return column < m.first && column != m.mark })
	coverage, _ := table.Lookup("coverage")
	status, _ := coverage.Column("status")
	for _, c := range cells {
		if c.Column == m.mark {
			continue
		}
		unit, named := m.units[c.Column]
		if !named {
			if c.Column > m.first {
				r.addFresh(m, number, c, "", product)
			}
			continue
		}
		v, err := r.value(&coverage.Columns[status], cell{cellKinds[c.Kind], c.Text})
		said, _ := v.(string)
		place := placed(m.sheet, number, c.Column)
		switch {
		case err != nil:
			m.addWrong(r.report, unitProduct{unit, r.keep(product)}, place, err)
		case said != "":
			m.add(unitProduct{unit, r.keep(product)}, said, place)
		}
	}
}

func (m *matrix) add(at unitProduct, status string, place uint64) {
	m.at[at] = len(m.cells)
	m.cells = append(m.cells, matrixCell{unitProduct: at, status: status, place: place})
}

func (m *matrix) addWrong(r *report, at unitProduct, place uint64, err error) {
	if len(m.wrong) >= maxProblems {
		r.hide(accountmap.SeverityError)
		return
	}
	m.wrong = append(m.wrong, wrongCell{unitProduct: at, place: place, err: err})
}

// touched returns what tells whether a merge touches the statuses of a product. It takes no walk through the matrix for each merge.
func (m *matrix) touched() func(xlsx.Merge) bool {
	columns, rows := slices.Sorted(maps.Keys(m.units)), slices.Sorted(maps.Values(m.rows))
	between := func(numbers []int, from, to int) bool {
		i, _ := slices.BinarySearch(numbers, from)
		return i < len(numbers) && numbers[i] <= to
	}
	return func(r xlsx.Merge) bool {
		return r.ToRow > m.from && r.FromRow <= m.to && between(columns, r.FromColumn, r.ToColumn) && between(rows, r.FromRow, r.ToRow)
	}
}

// listName is what the sheet of a list is called, or was.
func (w *workbookReader) listName(name string) string {
	t, _ := table.Lookup(name)
	if l := w.gatherer.lists[t]; l != nil && l.file > 0 {
		return w.file.Sheets()[l.file-1].Name
	}
	if w.meta != nil && w.meta.List(t) != nil {
		return w.meta.List(t).Sheet
	}
	return quote(name)
}
