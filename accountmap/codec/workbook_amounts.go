package codec

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsx"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// ErrUnreadAmount is the code of an amount that was written on a sheet which only repeats amounts. It is a warning, since it was not read.
const ErrUnreadAmount accountmap.Code = "unread-amount"

// warnOfAmounts warns of amounts that were changed where they only repeat the details of the coverage.
func (w *workbookReader) warnOfAmounts(sheets []xlsx.Sheet) {
	if len(w.meta.Amounts) == 0 {
		return
	}
	t, _ := table.Lookup("coverage")
	c := columnsOfCoverage(t)
	rows := map[unitProduct]int{}
	for row := range w.draft.Len(t) {
		rows[unitProduct{w.draft.Text(t, row, c.unit), w.draft.Text(t, row, c.product)}] = row
	}
	for _, a := range w.meta.Amounts {
		column, ok := t.Column(a.Column)
		i := slices.IndexFunc(sheets, func(s xlsx.Sheet) bool { return s.Name == a.Sheet })
		if i < 0 || !ok || t.Columns[column].Kind != table.Money {
			continue
		}
		_, err := w.file.Rows(sheets[i], func(number int, cells []xlsx.Cell) bool {
			if len(cells) > 0 && cells[0].Column == 0 {
				w.amountRow(a, t, column, rows, placed(i+1, number, 0), cells)
			}
			return true
		})
		if err != nil {
			return // told when the sheet was read
		}
	}
}

// amountRow warns of the amounts in the row of a product that are not those of the details, unless the row is as it was written.
func (w *workbookReader) amountRow(a table.BookAmounts, t *table.Table, column int, rows map[unitProduct]int, at uint64, cells []xlsx.Cell) {
	product := cells[0].Text
	written, ok := a.Rows[product]
	if !ok {
		return
	}
	amounts := map[int]any{} // by the place of the unit
	var now uint64
	for _, c := range cells {
		if i := c.Column - a.First; i >= 0 && i < len(w.meta.Units) {
			v, err := w.value(&t.Columns[column], cell{cellKinds[c.Kind], c.Text})
			if m, is := v.(accountmap.Money); is && (m.Currency == "" || m.Currency == w.currency) {
				amounts[i] = v
				now += table.AmountPrint(m.Minor)
			} else if err != nil || is {
				amounts[i] = c.Text // of another currency, or none
			}
		}
	}
	if now == written || w.compared > maxGathered {
		return
	}
	w.compared += len(w.meta.Units)
	for i, unit := range w.meta.Units {
		row, known := rows[unitProduct{unit, product}]
		var detail any
		if known {
			detail = w.draft.Value(t, row, column)
		}
		if _, text := amounts[i].(string); text || amounts[i] == detail || w.sameAmount(amounts[i], detail) {
			continue
		}
		hint := "change it in the details of the coverage, in " + w.listName("coverage")
		if l := w.gatherer.lists[t]; known && l.rows[row] > 0 && l.columns[column] >= 0 {
			hint = "change it in " + w.position(placed(l.file, int(l.rows[row]), l.columns[column])).String()
		}
		w.report.warn(at+uint64(a.First+i), "", ErrUnreadAmount, "the amounts on this sheet are copies, and what was changed here was not read", hint)
	}
}
