package export

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// fillMeta has what the workbook was when it was written, out of sight. It comes last.
func (b *book) fillMeta() {
	b.meta.Language = b.words.Language()
	if b.coverage != nil {
		var units []accountmap.UnitID
		var products []accountmap.ProductID
		for _, u := range b.matrix.units {
			units = append(units, u.ID)
		}
		for _, l := range b.matrix.lines {
			for _, r := range l.rows {
				products = append(products, r.product.ID)
			}
		}
		b.meta.SetMatrix(b.tab(b.coverage.sheet), units, products, b.data)
	}
	s := b.sheets[metaSheet]
	for cells := range b.meta.Cells() {
		row := sheet.Row{Cells: make([]sheet.Cell, len(cells))}
		for i, cell := range slices.All(cells) {
			row.Cells[i].Value = sheet.Text(cell)
		}
		s.Rows = append(s.Rows, row)
	}
}
