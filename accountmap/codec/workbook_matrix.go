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
	// unnamed are the columns without a unit that were reported.
	unnamed map[int]bool
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
		at: map[unitProduct]int{}, unnamed: map[int]bool{}}
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

// matrixRow reads the statuses of a product. Rows without the id of one are heads and the like, unless somebody put statuses there.
func (r *sheetReader) matrixRow(m *matrix, number int, cells []xlsx.Cell) {
	product := ""
	for _, c := range cells {
		if c.Column == m.mark {
			product = c.Text
		}
	}
	if _, twice := m.rows[product]; twice && product != "" {
		r.report.add(placed(m.sheet, number, m.mark), "", accountmap.ErrDuplicateID, "the row has the id "+quote(product)+" of the row of a product above",
			"delete the copy; the first was read")
		return
	}
	if product != "" {
		m.rows[product] = number
	}
	coverage, _ := table.Lookup("coverage")
	status, _ := coverage.Column("status")
	for _, c := range cells {
		unit, named := m.units[c.Column]
		said, err := "", error(nil)
		if named || product != "" && c.Column > m.first {
			var v any
			v, err = r.value(&coverage.Columns[status], cell{cellKinds[c.Kind], c.Text})
			said, _ = v.(string)
		}
		place := placed(m.sheet, number, c.Column)
		switch {
		case c.Column == m.mark, product == "" && said == "":
		case product == "":
			r.report.add(place, "", accountmap.ErrMissingID, "the row has a status and no product",
				"add the product to "+r.listName("products")+"; its statuses can be filled in when the workbook is made anew")
			return
		case !named && said != "" && !m.unnamed[c.Column]:
			m.unnamed[c.Column] = true
			r.report.add(placed(m.sheet, m.from, c.Column), "", accountmap.ErrMissingID, "the column has a status and no unit",
				"add the unit to "+r.listName("units")+"; its statuses can be filled in when the workbook is made anew")
		case !named:
		case err != nil:
			if len(m.wrong) >= maxProblems {
				r.report.hide(accountmap.SeverityError)
				continue
			}
			m.wrong = append(m.wrong, wrongCell{unitProduct: unitProduct{unit, r.keep(product)}, place: place, err: err})
		case said != "":
			key := unitProduct{unit, r.keep(product)}
			m.at[key] = len(m.cells)
			m.cells = append(m.cells, matrixCell{unitProduct: key, status: said, place: place})
		}
	}
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

// listName is what the sheet of a list is called.
func (w *workbookReader) listName(name string) string {
	t, _ := table.Lookup(name)
	if l := w.found[t]; l != nil {
		return w.file.Sheets()[l.sheet-1].Name
	}
	return quote(name)
}
