package codec

import (
	"maps"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsx"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// ErrUnreadAmount is the code of a warning: an amount was written on a sheet that only repeats amounts, and was not read.
const ErrUnreadAmount accountmap.Code = "unread-amount"

// copies are those of the amounts of the coverage, on a sheet of their own.
type copies struct {
	// column is that of the coverage, and mark that of the products' ids on the sheet.
	column, mark int
	// units has the id above each column.
	units map[int]string
	// written has the fingerprints of the rows as they were written, by product.
	written map[string]uint64
}

// changedCopies is a row of copies that somebody changed: the amounts in it by their columns on the sheet, each a Money, or the text of the cell where it is
// none in the account's currency.
type changedCopies struct {
	*copies
	product string
	place   uint64
	amounts map[int]any
}

func isCopies(text string) bool {
	_, ok := table.CopiesMarked(text)
	return ok
}

// beginCopies returns nil for copies that the workbook was not written with.
func (r *sheetReader) beginCopies(mark xlsx.Cell, cells []xlsx.Cell) *copies {
	coverage, _ := table.Lookup("coverage")
	key, _ := table.CopiesMarked(mark.Text)
	column, ok := coverage.Column(key)
	i := slices.IndexFunc(r.meta.Amounts, func(a table.BookAmounts) bool { return a.Column == key })
	if !ok || i < 0 || coverage.Columns[column].Kind != table.Money {
		return nil
	}
	c := &copies{column: column, mark: mark.Column, units: map[int]string{}, written: r.meta.Amounts[i].Rows}
	for _, cell := range cells {
		if cell.Column != mark.Column {
			c.units[cell.Column] = cell.Text
		}
	}
	return c
}

// copiesRow remembers the row of a product unless it is as it was written.
func (r *sheetReader) copiesRow(c *copies, number int, cells []xlsx.Cell) {
	row := changedCopies{copies: c, place: placed(r.sheet, number, 0), amounts: map[int]any{}}
	coverage, _ := table.Lookup("coverage")
	var now uint64
	for _, x := range cells {
		if x.Column == c.mark {
			row.product = x.Text
		}
		if c.units[x.Column] == "" {
			continue
		}
		v, err := r.value(&coverage.Columns[c.column], cell{cellKinds[x.Kind], x.Text})
		if m, is := v.(accountmap.Money); is && (m.Currency == "" || m.Currency == r.currency) {
			row.amounts[x.Column] = v
			now += table.AmountPrint(m.Minor)
		} else if err != nil || is {
			row.amounts[x.Column] = x.Text
		}
	}
	written, known := c.written[row.product]
	if !known || now == written || r.changedCells > maxGathered {
		return
	}
	r.changedCells += len(c.units)
	r.changed = append(r.changed, row)
}

// isForeign reports whether a value is an amount in another currency than the account's, of which a copy is a text.
func (w *workbookReader) isForeign(v any) bool {
	m, ok := v.(accountmap.Money)
	return ok && m.Currency != "" && m.Currency != w.currency
}

// warnOfCopies warns of amounts that were changed where they only repeat the details of the coverage, and differ from those.
func (w *workbookReader) warnOfCopies() {
	if len(w.changed) == 0 {
		return
	}
	t, _ := table.Lookup("coverage")
	c := columnsOfCoverage(t)
	rows := map[unitProduct]int{}
	for row := range w.draft.Len(t) {
		rows[unitProduct{w.draft.Text(t, row, c.unit), w.draft.Text(t, row, c.product)}] = row
	}
	for _, changed := range w.changed {
		for _, column := range slices.Sorted(maps.Keys(changed.units)) {
			row, known := rows[unitProduct{changed.units[column], changed.product}]
			var detail any
			if known {
				detail = w.draft.Value(t, row, changed.column)
			}
			said := changed.amounts[column]
			if said == detail || w.sameAmount(said, detail) || w.isForeign(detail) {
				continue
			}
			hint := "change it in the details of the coverage, in " + w.listName("coverage")
			if l := w.gatherer.lists[t]; known && l.rows.at(row) > 0 && l.columns[changed.column] >= 0 {
				hint = "change it in " + w.cellName(l.file, l.rows.at(row), l.columns[changed.column])
			}
			w.report.warn(changed.place+uint64(column), "", ErrUnreadAmount, "the amounts on this sheet are copies, and what was changed here was not read", hint)
		}
	}
}
