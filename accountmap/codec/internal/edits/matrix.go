package edits

import (
	"maps"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsxfile"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

type matrix struct {
	// was is the original sheet of the matrix, empty if the workbook had no matrix.
	was string
	// base maps each cell to its row in the coverage of the base.
	base map[unitProduct]int
	// sheet is the number of the sheet, 0 until the matrix is found. mark is the column of the
	// product ids; from and to are the first and last row.
	sheet, mark, from, to int
	// units maps columns to unit ids, and columns is the inverse; first is the first such column.
	// rows maps products to rows.
	units   map[int]string
	first   int
	columns map[string]int
	rows    map[string]int
	// seen[base] reports that the cell has a status. cells contains the changed cells and wrong the
	// invalid cells, both in sheet order.
	seen  []bool
	cells []matrixCell
	wrong []matrixCell
	// columnTitles holds the texts above columns without an id, rowTitles the texts before rows
	// without an id, and unnamed their cells.
	columnTitles, rowTitles map[int]*title
	unnamed                 []unnamedCell
	// blank holds the blank columns and rows in which new units and products may be named.
	blank struct{ columns, rows map[int]bool }
	// above holds the texts above each unit column: the names of groups, and of the unit.
	above map[int][]title
	// warned holds the columns with a reported note.
	warned map[int]bool
}

type unitProduct struct{ unit, product string }

func cellOf(c accountmap.Cell) unitProduct { return unitProduct{string(c.Unit), string(c.Product)} }

type matrixCell struct {
	unitProduct
	status string
	at     uint64
	err    error
}

func newMatrix(content *hiddensheet.Content) *matrix {
	m := &matrix{was: content.Matrix, first: xlsxfile.MaxColumn, base: map[unitProduct]int{}, units: map[int]string{}, columns: map[string]int{}, rows: map[string]int{},
		columnTitles: map[int]*title{}, rowTitles: map[int]*title{}, above: map[int][]title{}, warned: map[int]bool{}}
	for i, c := range content.Account.Coverage {
		m.base[cellOf(c)] = i
	}
	m.blank.columns, m.blank.rows = map[int]bool{}, map[int]bool{}
	m.seen = make([]bool, len(content.Account.Coverage))
	return m
}

// place returns the place of the cell of a unit and a product, or 0.
func (m *matrix) place(at unitProduct) uint64 {
	column, across := m.columns[at.unit]
	row, down := m.rows[at.product]
	if !across || !down {
		return 0
	}
	return rows.Place(m.sheet, row, column)
}

func (s *sheetReader) beginMatrix(row, column int, cells []xlsxfile.Cell) *matrix {
	m := s.b.matrix
	if m.sheet > 0 {
		s.b.g.Add(rows.Place(s.sheet, row, column), accountmap.ErrDuplicateKey, message.Of("the matrix of statuses appears twice, also in %s", s.b.file.Sheets()[m.sheet-1].Name), message.Of("delete the copy; the first was read"))
		return nil
	}
	m.sheet, m.mark, m.from, m.to = s.sheet, column, row, xlsxfile.MaxRow
	for _, c := range cells {
		if c.Column == column {
			continue
		}
		if c.Text == hiddensheet.NewMark {
			m.blank.columns[c.Column], m.first = true, min(m.first, c.Column)
			continue
		}
		if _, twice := m.columns[c.Text]; twice {
			s.b.g.Add(rows.Place(s.sheet, row, c.Column), accountmap.ErrDuplicateID, message.Of("two columns have the unit %s", quote.Text(baseName(s.b, "units", c.Text))),
				message.Of("delete the copy; the first was read"))
			continue
		}
		m.units[c.Column], m.columns[c.Text], m.first = c.Text, c.Column, min(m.first, c.Column)
	}
	if m.first == xlsxfile.MaxColumn { // the account has no units
		m.first = column + firstUnit
	}
	return m
}

// firstUnit is the distance from the column of product ids to the first unit. The products and
// their penetration are between them.
const firstUnit = 3

func (s *sheetReader) matrixRow(m *matrix, number int, cells []xlsxfile.Cell) {
	product := ""
	for _, c := range cells {
		if c.Column == m.mark {
			product = c.Text
		}
	}
	if product == hiddensheet.NewMark {
		product, m.blank.rows[number] = "", true
	}
	if _, twice := m.rows[product]; twice && product != "" {
		s.b.g.Add(rows.Place(m.sheet, number, m.mark), accountmap.ErrDuplicateID, message.Of("the product %s already has a row above", quote.Text(baseName(s.b, "products", product))),
			message.Of("delete the copy, or clear this cell of the hidden column if the row is for another product; the first was read"))
		return
	}
	if product == "" {
		s.unnamedRow(m, number, cells)
		return
	}
	m.rows[product] = number
	s.checkName(m, product, number, cells)
	for _, c := range cells {
		unit, named := m.units[c.Column]
		switch {
		case c.Column == m.mark:
		case named:
			status, err := s.status(c)
			s.b.addStatus(m, matrixCell{unitProduct{unit, product}, status, rows.Place(m.sheet, number, c.Column), err})
		case c.Column >= m.first:
			s.addUnnamed(m, number, c, "", product)
		}
	}
}

func (s *sheetReader) status(c xlsxfile.Cell) (string, error) {
	coverage, _ := table.Lookup("coverage")
	i, _ := coverage.Column("status")
	v, err := s.b.g.Cells.Value(&coverage.Columns[i], rows.FromWorkbook(c))
	status, _ := v.(string)
	return status, err
}

func (b *bookReader) addStatus(m *matrix, c matrixCell) {
	base, known := m.base[c.unitProduct]
	if c.err == nil && c.status == "" {
		return
	}
	if known {
		m.seen[base] = true
	}
	switch {
	case c.err != nil && len(m.wrong) >= problems.Max:
		b.g.Hide()
	case c.err != nil:
		m.wrong = append(m.wrong, c)
	case !known || c.status != string(b.content.Account.Coverage[base].Status):
		m.cells = append(m.cells, c)
	}
}

// touched returns a predicate for merges that overlap a status. It uses binary search, since a
// matrix may have many merges.
func (m *matrix) touched() func(xlsxfile.Merge) bool {
	columns, rows := slices.Sorted(maps.Keys(m.units)), slices.Sorted(maps.Values(m.rows))
	between := func(numbers []int, from, to int) bool {
		i, _ := slices.BinarySearch(numbers, from)
		return i < len(numbers) && numbers[i] <= to
	}
	return func(r xlsxfile.Merge) bool {
		return r.ToRow > m.from && r.FromRow <= m.to && between(columns, r.FromColumn, r.ToColumn) && between(rows, r.FromRow, r.ToRow)
	}
}
