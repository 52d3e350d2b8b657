package codec

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsx"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// readMeta reads what the workbook was when it was written.
func (w *workbookReader) readMeta(sheets []xlsx.Sheet) error {
	w.meta = &table.Book{}
	for i, s := range sheets {
		if s.Name != table.BookSheet {
			continue
		}
		var r table.BookReader
		var wrong error
		var texts []string
		_, err := w.file.Rows(s, func(_ int, cells []xlsx.Cell) bool {
			texts = textsOf(cells, texts[:0])
			wrong = r.Read(texts)
			return wrong == nil
		})
		if err != nil {
			return err
		}
		if wrong == nil {
			w.meta, wrong = r.Book()
		}
		switch {
		case wrong != nil:
			w.report.syntax(placed(i+1, 0, 0), wrong.Error(), metaHint)
		case w.base != nil && w.meta.Revision != table.Revision(w.base):
			w.report.syntax(placed(0, 0, 0), "the workbook was not made of this account as it is now",
				"make the workbook anew and edit that, or read it alone and compare")
		}
		return nil
	}
	w.report.syntax(placed(0, 0, 0), "the workbook has no sheet "+table.BookSheet+", which says what it was made of: it is a copy for the client, or was made by hand, and neither can be read back",
		"read the workbook for internal use that the account was written to, as a spreadsheet saved it")
	return nil
}

const metaHint = "read a workbook that export.Workbook made and a spreadsheet saved; its hidden sheets must stay"

// textsOf appends the texts of cells, laid out from the first column, as far as a book has any.
func textsOf(cells []xlsx.Cell, texts []string) []string {
	const most = 1 << 12
	for _, c := range cells {
		if c.Column >= most {
			break
		}
		for len(texts) < c.Column {
			texts = append(texts, "")
		}
		texts = append(texts, c.Text)
	}
	return texts
}

// accountSheet returns the index of the sheet that begins with the account itself, or -1.
func (w *workbookReader) accountSheet(sheets []xlsx.Sheet) int {
	account, _ := table.Lookup("account")
	if was := w.meta.List(account); was != nil { // it has its name still, as a rule
		i := slices.IndexFunc(sheets, func(s xlsx.Sheet) bool { return s.Name == was.Sheet })
		if i >= 0 && w.beginsWith(sheets[i], account) {
			return i
		}
	}
	return slices.IndexFunc(sheets, func(s xlsx.Sheet) bool { return s.Name != table.BookSheet && w.beginsWith(s, account) })
}

// beginsWith reports whether the first list on a sheet is that of the table. What is wrong with the sheet is told when it is read.
func (w *workbookReader) beginsWith(s xlsx.Sheet, t *table.Table) bool {
	is := false
	w.file.Rows(s, func(_ int, cells []xlsx.Cell) bool {
		for _, c := range cells {
			is = is || c.Text == t.Mark()
			if _, marked := table.Marked(c.Text); marked || c.Text == table.MatrixMark {
				return false
			}
		}
		return true
	})
	return is
}
