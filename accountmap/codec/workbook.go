package codec

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsx"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// ErrMissingCells is the code of a row, column or list that a workbook had when it was written but has no longer. It is an error, since it may
// have been deleted by mistake, but a warning of [Merge], which keeps the data. It is a warning in any case when a status was cleared in a cell
// about which more was known: the cell is then unassessed, and the rest is lost.
const ErrMissingCells accountmap.Code = "missing-cells"

// maxWorkbook bounds the bytes of a workbook, which is packed.
const maxWorkbook = 256 << 20

// checkWorkbook reads a workbook, onto a base that may be nil.
func checkWorkbook(r io.Reader, name string, base *accountmap.Account, remove bool, rep *report) (*accountmap.Account, accountmap.Problems, error) {
	file, size, err := randomAccess(r)
	if err != nil {
		return nil, nil, err
	}
	w := &workbookReader{name: name, base: base, remove: remove, bases: map[*table.Table]*table.List{}, gatherer: &gatherer{
		report: rep, lists: map[*table.Table]*gathered{}, lost: map[*table.Table]bool{},
	}}
	if size > maxWorkbook {
		w.report.add(0, "", accountmap.ErrTooLarge, fmt.Sprintf("the file is larger than %d MiB", maxWorkbook>>20), "divide the account")
		return nil, w.report.problems(w.position), nil
	}
	w.file, err = xlsx.Open(file, size)
	var a *accountmap.Account
	if err == nil {
		a, err = w.read()
	}
	if err != nil {
		w.broken(0, err)
	}
	return a, w.report.problems(w.position), nil
}

// randomAccess returns a file that can be read anywhere: r itself when it is one, or else all that it holds.
func randomAccess(r io.Reader) (io.ReaderAt, int64, error) {
	type file interface {
		io.ReaderAt
		io.Seeker
	}
	if f, ok := r.(file); ok {
		at, errAt := f.Seek(0, io.SeekCurrent)
		size, errEnd := f.Seek(0, io.SeekEnd)
		if errAt == nil && errEnd == nil && at == 0 {
			return f, size, nil
		}
		if errAt == nil {
			if _, err := f.Seek(at, io.SeekStart); err != nil {
				return nil, 0, fmt.Errorf("codec: read: %w", err)
			}
		}
	}
	data, err := io.ReadAll(io.LimitReader(r, maxWorkbook+1))
	if err != nil {
		return nil, 0, fmt.Errorf("codec: read: %w", err)
	}
	return bytes.NewReader(data), int64(len(data)), nil
}

// workbookReader reads the lists and the matrix of a workbook. Its files are the workbook as a whole, 0, and the sheets from 1.
type workbookReader struct {
	*gatherer
	file *xlsx.Book
	name string
	meta *table.Book
	// base is what the workbook was made of, and remove whether what is missing goes; base is nil when it is not known.
	base   *accountmap.Account
	remove bool
	found  map[*table.Table]*foundList
	matrix *matrix
	rests  map[[3]string]string
	bases  map[*table.Table]*table.List
	rows   int
	// changed are the rows of copies of amounts that somebody changed, in which there are so many cells.
	changed      []changedCopies
	changedCells int
}

// broken reports that the file, or a sheet of it, is not as it should be.
func (w *workbookReader) broken(file int, err error) {
	f, ok := errors.AsType[*xlsx.Fault](err)
	switch {
	case !ok:
		w.report.syntax(placed(file, 0, 0), err.Error(), "")
	case f.TooLarge:
		w.report.broken = true
		w.report.add(placed(file, 0, 0), "", accountmap.ErrTooLarge, f.Error(), f.Hint)
	default:
		w.report.syntax(placed(file, 0, 0), f.Error(), f.Hint)
	}
}

// position is the sheet and cell of a place.
func (w *workbookReader) position(at uint64) accountmap.Pos {
	sheet, row, column := unplaced(at)
	p := accountmap.Pos{File: w.name}
	if sheet == 0 {
		return p
	}
	p.Sheet = w.file.Sheets()[sheet-1].Name
	if row > 0 {
		p.Line, p.Column = row, column+1
	}
	return p
}

// read reads the workbook. It returns nil, and has reported why, when no account can be made of it.
func (w *workbookReader) read() (*accountmap.Account, error) {
	sheets := w.file.Sheets()
	if err := w.readMeta(sheets); err != nil {
		return nil, err
	}
	if w.report.broken || w.base == nil && w.inPart() {
		return nil, nil
	}
	w.begin()
	w.sheetOf = func(t *table.Table) string { return w.listName(t.Name) }
	w.wasThere = func(t *table.Table, row int) bool { return w.found[t].origin.at(row) >= 0 }
	w.wasIn = func(t *table.Table, name string) bool { return w.found[t].gone[table.Fingerprint(name)] }
	for _, i := range w.readingOrder(sheets) {
		if err := w.readSheet(i+1, sheets[i]); err != nil {
			w.broken(i+1, err)
		}
	}
	if w.report.broken {
		return nil, nil
	}
	w.lostLists()
	if err := w.matchRows(); err != nil {
		return nil, err
	}
	w.complete()
	w.warnOfMovedNames()
	w.warnOfSameNames()
	w.nameRows()
	w.resolve(w.written)
	w.cover()
	w.warnOfCopies()
	w.order()
	w.release()
	return w.account(), nil
}

// written are the labels that the rows of a table had, of those that have others now.
func (w *workbookReader) written(t *table.Table) table.Written {
	renamed := w.found[t].renamed
	renamed.Old = func(row int) bool { return w.wasThere(t, row) }
	return renamed
}

// release forgets what it took to match and to order rows, so that the account is not checked beside it.
func (w *workbookReader) release() {
	w.meta, w.found, w.matrix, w.rests, w.bases, w.changed = nil, nil, nil, nil, nil, nil
}

// begin makes ready to read lists, by what the workbook was when it was written.
func (w *workbookReader) begin() {
	w.cellReader = &cellReader{words: newVocabulary(w.meta.Language, w.meta.Words), lasting: true}
	if w.meta.Language == "es" || w.meta.Language == "el" {
		w.mark, w.dayFirst = commaMark, true
	}
	w.found, w.rests = map[*table.Table]*foundList{}, map[[3]string]string{}
	for _, r := range w.meta.Rests {
		w.rests[[3]string{r.Table.Name, r.Row, r.Column}] = r.Text
	}
}

// readingOrder is that of the tabs, but for the sheet with the account itself, which comes first: it says in what currency amounts are.
func (w *workbookReader) readingOrder(sheets []xlsx.Sheet) []int {
	first := w.accountSheet(sheets)
	var order []int
	if first >= 0 {
		order = append(order, first)
	}
	for i, s := range sheets {
		if i != first && s.Name != table.BookSheet {
			order = append(order, i)
		}
	}
	return order
}
