package codec

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsx"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// foundList is a list in the workbook.
type foundList struct {
	table *table.Table
	// sheet is its number, mark the column of keys, and from and to its first and last row.
	sheet, mark, from, to int
	// columns has the column of the table by that of the sheet, and headed says that the row of headings was read.
	columns map[int]int
	headed  bool
	// eyes are the columns that are none of the table's: those for the eye only, and those that were told of.
	eyes map[int]bool
	// origin has the place of each row in the list as it was written, or -1 for one that is new; missing are the keys of those that are gone, gone
	// the fingerprints of their labels, and renamed the labels of rows that have others now.
	origin  numbers
	missing []string
	gone    map[uint64]bool
	renamed table.Written
}

// sheetReader reads one sheet.
type sheetReader struct {
	*workbookReader
	sheet int
	// list, matrix or copies are what the row at hand is in, if anything.
	list   *foundList
	matrix *matrix
	copies *copies
	// lists are those of the sheet.
	lists []*foundList
	// view is what is only shown there.
	view view
}

func (w *workbookReader) readSheet(number int, s xlsx.Sheet) error {
	r := &sheetReader{workbookReader: w, sheet: number, view: w.viewOf(s.Name)}
	merges, err := w.file.Rows(s, func(row int, cells []xlsx.Cell) bool {
		r.row(row, cells)
		return true
	})
	if err != nil {
		return err
	}
	r.merged(merges)
	r.warnOfView()
	return nil
}

// row reads one row of the sheet: a mark, or what belongs to the list or the matrix that it is in.
func (r *sheetReader) row(row int, cells []xlsx.Cell) {
	if r.begin(row, cells) {
		return
	}
	switch l := r.list; {
	case r.matrix != nil:
		r.matrixRow(r.matrix, row, cells)
	case r.copies != nil:
		r.copiesRow(r.copies, row, cells)
	case l != nil && !l.headed && row == l.from+1 && !r.isEntry(l, cells):
		r.headings(l, row, cells)
	case l != nil && !l.headed: // somebody emptied the headings, or deleted them
		r.headings(l, l.from+1, nil)
		r.entry(l, row, cells)
	case l != nil:
		r.entry(l, row, cells)
	default:
		r.shown(row, cells, nil)
	}
}

// isEntry reports whether a row in the place of the headings is an entry: it is not headings for the most part, and has the key of an entry.
func (r *sheetReader) isEntry(l *foundList, cells []xlsx.Cell) bool {
	was := r.meta.List(l.table)
	key, heads := "", 0
	for _, c := range cells {
		if c.Column == l.mark {
			key = c.Text
		}
		if was != nil && slices.Contains(was.Headings, c.Text) {
			heads++
		}
	}
	if key == "" || 2*heads >= len(cells) {
		return false
	}
	is := false
	r.readBook(func(t *table.Table, written string, _ uint64) { is = is || t == l.table && written == key }) // it was read without an error before
	return is
}

// begin reports whether the row has a mark, and begins or ends what it stands for. Within a list a mark stands in the column of the first.
func (r *sheetReader) begin(row int, cells []xlsx.Cell) bool {
	for _, c := range cells {
		if c.Kind != xlsx.Text || r.list != nil && c.Column != r.list.mark || r.matrix != nil && c.Column != r.matrix.mark ||
			r.copies != nil && c.Column != r.copies.mark {
			continue
		}
		t, isList := table.Marked(c.Text)
		switch {
		case isList:
			r.list, r.matrix, r.copies = r.beginList(t, row, c.Column, cells), nil, nil
			return true
		case c.Text == table.MatrixMark:
			r.list, r.matrix, r.copies = nil, r.beginMatrix(row, c.Column, cells), nil
			return true
		case isCopies(c.Text):
			r.list, r.matrix, r.copies = nil, nil, r.beginCopies(c, cells)
			return true
		case c.Text == table.EndMark && r.matrix != nil:
			r.matrix.to, r.matrix = row-1, nil
			return true
		}
	}
	return false
}

func (r *sheetReader) beginList(t *table.Table, row, column int, cells []xlsx.Cell) *foundList {
	if other := r.found[t]; other != nil {
		r.report.add(placed(r.sheet, row, column), "", accountmap.ErrDuplicateKey, "the list "+quote(t.Name)+" is there twice; it stands in "+
			r.file.Sheets()[other.sheet-1].Name+", too", "delete the copy; the first was read")
		return nil
	}
	l := &foundList{table: t, sheet: r.sheet, mark: column, from: row, to: row, columns: map[int]int{}}
	r.found[t], r.lists = l, append(r.lists, l)
	if was := r.meta.List(t); was != nil {
		room := was.Len + was.Len/64 // a few may have been added
		r.draft.Grow(t, min(room, r.file.MostRows(r.file.Sheets()[r.sheet-1])))
	}
	for _, c := range cells {
		if i, ok := t.Column(strings.TrimSpace(c.Text)); ok && c.Column != column && i > 0 {
			l.columns[c.Column] = i
		}
	}
	r.gatherer.lists[t] = &gathered{file: r.sheet, columns: slices.Repeat([]int{-1}, len(t.Columns))}
	return l
}

// headings reads the row below the keys. A heading that the workbook was written with says more than the key above: a column that was moved
// within the table of a spreadsheet leaves its key behind. One that was changed says nothing.
func (r *sheetReader) headings(l *foundList, row int, cells []xlsx.Cell) {
	l.to, l.headed, l.eyes = row, true, map[int]bool{}
	if was := r.meta.List(l.table); was != nil {
		for _, c := range cells {
			i := slices.Index(was.Headings, c.Text)
			if i < 0 || c.Column == l.mark {
				continue
			}
			if was.Columns[i] == "" {
				l.eyes[c.Column] = true
			}
			if column, ok := l.table.Column(was.Columns[i]); ok {
				l.columns[c.Column] = column
			}
		}
	}
	places := r.gatherer.lists[l.table]
	places.columns[0] = l.mark
	sheetColumns := make([]int, 0, len(l.columns))
	for c := range l.columns {
		sheetColumns = append(sheetColumns, c)
	}
	slices.Sort(sheetColumns)
	for _, c := range sheetColumns {
		column := l.columns[c]
		if places.columns[column] >= 0 {
			r.report.add(placed(r.sheet, row, c), "", accountmap.ErrDuplicateKey, "the column "+quote(l.table.Columns[column].Key)+" stands twice",
				"delete the copy; the first was read")
			delete(l.columns, c)
			continue
		}
		places.columns[column] = c
	}
	r.missingColumns(l, row)
}

// missingColumns reports the columns that were deleted.
func (r *sheetReader) missingColumns(l *foundList, row int) {
	was := r.meta.List(l.table)
	if was == nil {
		return
	}
	for i, key := range was.Columns {
		if column, ok := l.table.Column(key); ok && r.gatherer.lists[l.table].columns[column] < 0 {
			r.missing(placed(r.sheet, row, l.mark), "the column "+quote(was.Headings[i])+" is gone",
				"put it back, with the hidden cell "+quote(key)+" above its heading", "it stays as it is in the account")
		}
	}
}

// missing reports that something is gone: an error, or a warning when there is an account to keep it from.
func (w *workbookReader) missing(at uint64, detail, hint, kept string) {
	if w.base != nil {
		w.report.warn(at, "", ErrMissingCells, detail, kept)
		return
	}
	w.report.add(at, "", ErrMissingCells, detail, hint)
}
