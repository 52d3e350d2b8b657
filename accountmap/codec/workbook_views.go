package codec

import (
	"slices"
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsx"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// ErrUnreadCells is the code of what somebody wrote where nothing is read: on a sheet that only shows the account, in a column of their own beside a
// list, or beside the matrix. It is a warning.
const ErrUnreadCells accountmap.Code = "unread-cells"

// view is what a sheet shows and nobody reads.
type view struct {
	written *table.BookView
	// sum is that of the rows, of which some are not as they were written; the first of those is at a place.
	sum     uint64
	changed int
	at      uint64
}

// viewOf finds what was written of a sheet. A sheet with another name is the reader's own.
func (w *workbookReader) viewOf(sheet string) view {
	i := slices.IndexFunc(w.meta.Views, func(v table.BookView) bool { return v.Sheet == sheet })
	if i < 0 {
		return view{}
	}
	return view{written: &w.meta.Views[i]}
}

// shown looks at cells of a row that are only shown. A row that was sorted is as it was written, and so is one that was emptied.
func (r *sheetReader) shown(row int, cells []xlsx.Cell, counts func(column int) bool) {
	const titles = 2
	if r.view.written == nil || row <= titles {
		return
	}
	print, first := uint64(0), -1
	for _, c := range cells {
		if c.Formula || counts != nil && !counts(c.Column) {
			continue
		}
		shown := uint64(0)
		switch f, err := strconv.ParseFloat(c.Text, 64); {
		case c.Kind == xlsx.Number && err == nil:
			shown = table.ShownNumber(f)
		case c.Kind == xlsx.Text, c.Kind == xlsx.Day:
			shown = table.ShownText(c.Text)
		}
		if print += shown; shown != 0 && first < 0 {
			first = c.Column
		}
	}
	r.view.sum += print
	if print == 0 || r.view.written.Rows == nil || r.view.written.Has(print) {
		return
	}
	if r.view.changed++; r.view.changed == 1 {
		r.view.at = placed(r.sheet, row, first)
	}
}

// warnOfView tells of what was changed where it is only shown.
func (r *sheetReader) warnOfView() {
	if r.view.written == nil || r.view.changed == 0 && (r.view.written.Rows != nil || r.view.sum == r.view.written.Sum) {
		return
	}
	at, detail := r.view.at, "the row is not as it was written, and was not read: it shows what other sheets say"
	switch {
	case r.view.changed == 0:
		at, detail = placed(r.sheet, 0, 0), "the sheet is not as it was written, and was not read: it shows what other sheets say"
	case r.view.changed > 1:
		detail += ", as do " + strconv.Itoa(r.view.changed-1) + " more that were changed"
	}
	r.report.warn(at, "", ErrUnreadCells, detail, "change it on the sheet of the list that it is from: "+r.listName("units")+", "+r.listName("products")+", "+
		r.listName("contacts")+", "+r.listName("exposures")+", "+r.listName("orders")+" and so on")
}

// aside tells, once, of a column of the reader's own beside the columns of a list.
func (r *sheetReader) aside(l *foundList, row int, cells []xlsx.Cell) {
	for _, c := range cells {
		if _, read := l.columns[c.Column]; read || c.Column == l.mark || l.eyes[c.Column] || table.ShownText(c.Text) == 0 {
			continue
		}
		l.eyes[c.Column] = true
		r.report.warn(placed(r.sheet, row, c.Column), "", ErrUnreadCells, "what stands in this column was not read: it is none of the list",
			"keep it in the notes of the row, or in a file of your own")
	}
}
