package edits

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsxfile"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// bookList is a list of the base and, if a sheet has it, its place there.
type bookList struct {
	table *table.Table
	// was describes the original list; nil if the workbook had none.
	was *hiddensheet.List
	// base holds the rows of the base. now[base] is the row of the draft, or -1; nil if the draft
	// is the base. Labels maps keys to the texts of references.
	base   *table.List
	now    []int32
	labels map[string]string

	// sheet is the number of the sheet, 0 until the list is found. mark is the column of keys; from
	// and to are the first and last row.
	sheet, mark, from, to int
	// columns maps columns of the sheet to columns of the table; present lists the latter in order.
	columns map[int]int
	present []int
	headed  bool
	// ignored holds the computed columns, and the columns already reported.
	ignored map[int]bool
	// seen[base] is the row on the sheet, or 0. first maps each new id to its row on the sheet.
	seen    []int32
	first   map[string]int
	renamed []renamed
	// added lists the new rows of the draft; dropped holds the rows to be deleted.
	added   []int
	dropped map[int]bool
	// edited holds the rows of the draft that the workbook has changed.
	edited map[int]bool
}

// renamed is a row of the draft whose name differs from the name of the row base.
type renamed struct {
	row, base int
	was       string
}

func newBookList(t *table.Table, content *hiddensheet.Content, base *accountmap.Account) *bookList {
	l := &bookList{table: t, was: content.List(t), base: t.List(base), columns: map[int]int{}, ignored: map[int]bool{}, first: map[string]int{}, dropped: map[int]bool{}, edited: map[int]bool{}}
	l.seen = make([]int32, l.base.Len())
	if isReferred(t) {
		l.labels = hiddensheet.Labels(t, base)
	}
	return l
}

func isReferred(t *table.Table) bool { return t.HasID() || t.OwnsRows() }

// row returns the row of the draft for a row of the base, or -1.
func (l *bookList) row(base int) int {
	if l.now == nil {
		return base
	}
	return int(l.now[base])
}

func (l *bookList) nameOf(base int) string {
	for _, r := range l.renamed {
		if r.base == base {
			return r.was
		}
	}
	c, _ := l.table.NameColumn()
	return l.base.Row(base).Text(c)
}

// find returns the row of the base with a key. The row of a single-row table has no key.
func (l *bookList) find(key string) (base int, ok bool) {
	if l.table.Single {
		return 0, l.base.Len() > 0
	}
	row, ok := l.base.Find(key)
	return row.Number(), ok
}

type sheetReader struct {
	b     *bookReader
	sheet int
	// list or matrix contains the current row, if either does; lists are all lists of the sheet.
	list   *bookList
	matrix *matrix
	lists  []*bookList
	// texts counts the texts outside the list and the matrix.
	texts int
}

func (s *sheetReader) read(sheet xlsxfile.Sheet) error {
	merges, err := s.b.file.Rows(sheet, func(number int, cells []xlsxfile.Cell) bool {
		s.row(number, cells)
		if s.b.g.Full() { // further problems are only counted
			s.b.g.Broken = true
			s.b.g.Hide()
		}
		return !s.b.g.Full() && !s.b.g.Overfull()
	})
	if err != nil {
		return err
	}
	s.merged(merges)
	s.addedTexts()
	if n, row, column := s.b.file.Comments(sheet); n > 0 && (s.matrix != nil || len(s.lists) > 0) {
		s.b.g.Warn(rows.Place(s.sheet, row, column), ErrUnreadCells, message.Of("comments on cells were not read: %d", n), noteHint())
	}
	return nil
}

func (s *sheetReader) row(number int, cells []xlsxfile.Cell) {
	if s.begins(number, cells) {
		return
	}
	switch l := s.list; {
	case s.matrix != nil:
		s.matrixRow(s.matrix, number, cells)
	case l == nil:
		s.countTexts(cells)
	case !l.headed && number == l.from+1 && !s.isEntry(l, cells):
		s.headings(l, number, cells)
	case !l.headed: // the headings were deleted
		s.headings(l, l.from+1, nil)
		s.entry(l, number, cells)
	default:
		s.entry(l, number, cells)
	}
}

func (s *sheetReader) countTexts(cells []xlsxfile.Cell) {
	for _, c := range cells {
		if strings.TrimSpace(c.Text) != "" {
			s.texts++
		}
	}
}

func noteHint() string {
	return message.Of("write it as the reason of a cell or in a person's notes, on their sheets")
}

// addedTexts reports text that was added outside the list or the matrix.
func (s *sheetReader) addedTexts() {
	was, from, to, mark := "", 0, 0, 0
	if m := s.b.matrix; m.sheet == s.sheet && m.was != "" {
		was, from, to, mark = m.was, m.from, m.to+1, m.mark
	}
	for _, l := range s.lists {
		if l.was != nil {
			was, from, to, mark = l.was.Sheet, l.from, l.to, l.mark
		}
	}
	if had, known := s.b.content.Texts[was]; known && s.texts > had {
		s.b.g.Warn(rows.Place(s.sheet, from, mark), ErrUnreadCells, message.Of("text outside the rows %d to %d was not read", from, to), noteHint())
	}
}

// isEntry reports whether the row at the position of the headings is an entry: it has a known key
// and few headings.
func (s *sheetReader) isEntry(l *bookList, cells []xlsxfile.Cell) bool {
	key, headings := "", 0
	for _, c := range cells {
		if c.Column == l.mark {
			key = c.Text
		}
		if l.was != nil && slices.Contains(l.was.Headings, c.Text) {
			headings++
		}
	}
	_, ok := l.base.Find(key)
	return ok && 2*headings < len(cells)
}

// begins reports whether a row has a mark, and begins or ends its list or matrix. Within a list,
// only the column of the first mark counts.
func (s *sheetReader) begins(row int, cells []xlsxfile.Cell) bool {
	for _, c := range cells {
		if c.Kind != xlsxfile.Text || s.list != nil && c.Column != s.list.mark || s.matrix != nil && c.Column != s.matrix.mark {
			continue
		}
		t, isList := hiddensheet.Marked(c.Text)
		switch {
		case isList:
			s.list, s.matrix = s.beginList(s.b.lists[t], row, c.Column, cells), nil
			return true
		case c.Text == hiddensheet.MatrixMark:
			s.list, s.matrix = nil, s.beginMatrix(row, c.Column, cells)
			return true
		case c.Text == hiddensheet.EndMark && s.matrix != nil:
			s.matrix.to, s.matrix = row-1, nil
			return true
		}
	}
	return false
}

func (s *sheetReader) beginList(l *bookList, row, column int, cells []xlsxfile.Cell) *bookList {
	if l.sheet > 0 {
		s.b.g.Add(rows.Place(s.sheet, row, column), accountmap.ErrDuplicateKey, message.Of("the list %s appears twice, also in %s", quote.Text(l.table.Name), s.b.file.Sheets()[l.sheet-1].Name), message.Of("delete the copy; the first was read"))
		return nil
	}
	l.sheet, l.mark, l.from, l.to = s.sheet, column, row, row
	s.lists = append(s.lists, l)
	s.b.g.Places[l.table].File = s.sheet
	s.b.g.Sheets[l.table] = s.b.file.Sheets()[s.sheet-1].Name
	for _, c := range cells {
		if i, ok := l.table.Column(strings.TrimSpace(c.Text)); ok && c.Column != column && i > 0 {
			l.columns[c.Column] = i
		}
	}
	return l
}

// headings reads the row below the keys. An original heading takes precedence over the key above
// it, since moving a column within a spreadsheet table leaves the key in place. A changed heading
// is ignored.
func (s *sheetReader) headings(l *bookList, row int, cells []xlsxfile.Cell) {
	l.to, l.headed = row, true
	for _, c := range cells {
		i := -1
		if l.was != nil && c.Column != l.mark {
			i = slices.Index(l.was.Headings, c.Text)
		}
		if i < 0 {
			continue
		}
		if column, ok := l.table.Column(l.was.Columns[i]); ok {
			l.columns[c.Column] = column
		} else {
			l.ignored[c.Column] = true
		}
	}
	places := s.b.g.Places[l.table]
	places.Columns[0] = l.mark
	for _, c := range sortedKeys(l.columns) {
		column := l.columns[c]
		if places.Columns[column] >= 0 {
			s.b.g.Add(rows.Place(s.sheet, row, c), accountmap.ErrDuplicateKey, message.Of("the column %s is there twice", quote.Text(l.table.Columns[column].Key)),
				message.Of("delete the copy; the first was read"))
			delete(l.columns, c)
			continue
		}
		places.Columns[column] = c
		l.present = append(l.present, column)
	}
	slices.Sort(l.present)
	s.missingColumns(l, row)
}

func (s *sheetReader) missingColumns(l *bookList, row int) {
	if l.was == nil {
		return
	}
	for i, key := range l.was.Columns {
		if column, ok := l.table.Column(key); ok && s.b.g.Places[l.table].Columns[column] < 0 {
			s.b.missing(rows.Place(s.sheet, row, l.mark), message.Of("the column %s is gone", quote.Text(l.was.Headings[i])),
				message.Of("restore it, with the hidden cell %s above its heading", quote.Text(key)), message.Of("it stays as it is in the account"))
		}
	}
}

// missing reports missing data: as a warning if a target account keeps the data, or else as an
// error.
func (b *bookReader) missing(at uint64, detail, hint, kept string) {
	if b.target != nil {
		b.g.Warn(at, ErrMissingCells, detail, kept)
		return
	}
	b.g.Add(at, ErrMissingCells, detail, hint)
}
