package edits

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsxfile"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// The codes of problems of workbooks. Package codec documents them.
const (
	ErrMissingCells accountmap.Code = "missing-cells"
	ErrConflict     accountmap.Code = "conflict"
	ErrRowApart     accountmap.Code = "row-apart"
	ErrUnreadCells  accountmap.Code = "unread-cells"
	ErrMovedNames   accountmap.Code = "moved-names"
)

const maxWorkbook = 256 << 20

// Target is the account that the edits of a workbook apply to.
type Target struct {
	Account *accountmap.Account
	// Delete deletes the entries whose rows were deleted.
	Delete bool
}

// bookReader reads a workbook. File number 0 is the whole workbook; the sheets count from 1.
type bookReader struct {
	g       *rows.Gatherer
	file    *xlsxfile.Book
	name    string
	content *hiddensheet.Content
	// target is nil if the edits apply to the base itself.
	target *Target
	lists  map[*table.Table]*bookList
	matrix *matrix
	// references are the edited and new references.
	references []reference
	// own holds the default currencies of the workbook, of its base, and of the edited account.
	own currencies
}

type currencies struct{ book, base, now accountmap.Currency }

// Read reads a workbook and applies its edits to the target, or to the base of the workbook if onto
// is nil. The error reports an unreadable file.
func Read(r io.Reader, name string, onto *Target, check rows.Check) (*accountmap.Account, accountmap.Problems, error) {
	file, size, err := randomAccess(r)
	if err != nil {
		return nil, nil, err
	}
	b := &bookReader{name: name, target: onto, g: rows.New(nil, check), lists: map[*table.Table]*bookList{}}
	b.g.Sheets = map[*table.Table]string{}
	if size > maxWorkbook {
		b.g.Add(0, accountmap.ErrTooLarge, message.Of("the file is larger than %d MiB", maxWorkbook>>20), message.Of("divide the account"))
		return nil, b.g.Problems(b.position), nil
	}
	b.file, err = xlsxfile.Open(file, size)
	if err == nil {
		err = b.readContent()
	}
	if err != nil {
		b.broken(0, err)
	}
	if b.g.Broken {
		return nil, b.g.Problems(b.position), nil
	}
	a := b.read()
	return a, b.g.Problems(b.position), nil
}

// randomAccess returns r itself if it is a file with random access, or else its content.
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

func (b *bookReader) broken(file int, err error) {
	f, ok := errors.AsType[*xlsxfile.Fault](err)
	switch {
	case !ok:
		b.g.Syntax(rows.Place(file, 0, 0), err.Error(), "")
	case f.TooLarge:
		b.g.Broken = true
		b.g.Add(rows.Place(file, 0, 0), accountmap.ErrTooLarge, f.Sentence(), f.Hint)
	default:
		b.g.Syntax(rows.Place(file, 0, 0), f.Sentence(), f.Hint)
	}
}

func (b *bookReader) position(at uint64) accountmap.Pos {
	sheet, row, column := rows.Unplace(at)
	p := accountmap.Pos{File: b.name}
	if sheet == 0 {
		return p
	}
	p.Sheet = b.file.Sheets()[sheet-1].Name
	if row > 0 {
		p.Line, p.Column = row, column+1
	}
	return p
}

// cellName returns the name of a cell with its sheet, for a message about another cell of the
// workbook.
func (b *bookReader) cellName(at uint64) string {
	p := b.position(at)
	p.File = ""
	return p.String()
}

func (b *bookReader) readContent() error {
	sheets := b.file.Sheets()
	i := slices.IndexFunc(sheets, func(s xlsxfile.Sheet) bool { return s.Name == hiddensheet.Name })
	if i < 0 {
		b.g.Syntax(0, message.Of("the workbook has no sheet %s, the hidden copy of its account: it is a copy for the client, or was made by hand, and cannot be read back", hiddensheet.Name),
			message.Of("read the internal workbook of the account"))
		return nil
	}
	var hidden hiddensheet.Reader
	var wrong error
	_, err := b.file.Rows(sheets[i], func(_ int, cells []xlsxfile.Cell) bool {
		texts := make([]string, 0, 2)
		for _, c := range cells {
			if c.Column == len(texts) && c.Column < 2 {
				texts = append(texts, c.Text)
			}
		}
		wrong = hidden.Read(texts)
		return wrong == nil
	})
	if err != nil {
		return err
	}
	if wrong == nil {
		b.content, wrong = hidden.Content()
	}
	switch {
	case wrong == nil:
	case hiddensheet.IsEarlier(wrong):
		b.g.Syntax(rows.Place(i+1, 0, 0), wrong.Error(), message.Of("make a new workbook, and repeat the changes in it"))
	default:
		b.g.Syntax(rows.Place(i+1, 0, 0), wrong.Error(), message.Of("read a workbook that workbook.New made and a spreadsheet saved; its hidden sheets must stay"))
	}
	return nil
}

// read reads the sheets. It returns nil if they cannot be read, which is reported.
func (b *bookReader) read() *accountmap.Account {
	if !b.begin() {
		return nil
	}
	sheets := b.file.Sheets()
	for _, i := range b.readingOrder(sheets) {
		s := &sheetReader{b: b, sheet: i + 1}
		if err := s.read(sheets[i]); err != nil {
			b.broken(i+1, err)
		}
	}
	if b.g.Broken {
		if b.g.Full() {
			b.g.Stop()
		}
		return nil
	}
	b.finish()
	return b.g.Account()
}

func (b *bookReader) begin() bool {
	base := b.content.Account
	now := base
	if b.target != nil {
		if now = copyOf(b.target.Account); isOtherClient(base, now) {
			b.g.Syntax(0, message.Of("the workbook was made from another account: none of its units and products are here"), message.Of("name the account that it was made from"))
			return false
		}
	}
	b.own = currencies{base.Currency, base.Currency, now.Currency}
	b.g.Cells.Words, b.g.Cells.Currency, b.g.Cells.Lasting = rows.NewVocabulary(b.content.Language, b.content.Words), base.Currency, true
	if b.content.Language == "es" || b.content.Language == "el" {
		b.g.Cells.Decimal, b.g.Cells.DateOrder = ",", "day-month"
	}
	for _, t := range table.All() {
		b.lists[t] = newBookList(t, b.content, base)
		b.g.Places[t] = rows.NewPlaces(t, 0)
		b.g.Sheets[t] = quote.Text(t.Name)
		if l := b.content.List(t); l != nil {
			b.g.Sheets[t] = l.Sheet
		}
	}
	b.matrix = newMatrix(b.content)
	if b.target != nil {
		matchRows(b, now)
	}
	b.g.Draft.Load(now)
	return true
}

// isOtherClient reports whether two accounts both have units and products, but none in common.
func isOtherClient(a, b *accountmap.Account) bool {
	known := map[string]bool{}
	for _, u := range b.Units {
		known["unit "+string(u.ID)] = true
	}
	for _, p := range b.Products {
		known["product "+string(p.ID)] = true
	}
	isKnown := slices.ContainsFunc(a.Units, func(u accountmap.Unit) bool { return known["unit "+string(u.ID)] }) ||
		slices.ContainsFunc(a.Products, func(p accountmap.Product) bool { return known["product "+string(p.ID)] })
	return !isKnown && len(a.Units)+len(a.Products) > 0
}

// readingOrder returns the order of the tabs, but with the sheet of the account first, since its
// currency applies to all amounts.
func (b *bookReader) readingOrder(sheets []xlsxfile.Sheet) []int {
	var first, others []int
	for i, s := range sheets {
		account, _ := table.Lookup("account")
		switch l := b.content.List(account); {
		case s.Name == hiddensheet.Name:
		case l != nil && l.Sheet == s.Name:
			first = append(first, i)
		default:
			others = append(others, i)
		}
	}
	return append(first, others...)
}

// finish applies the edits that depend on all sheets.
func (b *bookReader) finish() {
	reportMissingLists(b)
	warnOfMovedNames(b)
	addNamed(b, b.matrix)
	joinAdded(b, true)
	warnOfSameNames(b)
	for _, t := range table.All() {
		if t.HasID() {
			b.g.GiveIDs(t, b.lists[t].dropped)
		}
	}
	b.g.KeyRows()
	b.resolveReferences()
	joinAdded(b, false)
	c := newCoverage(b)
	c.apply()
	c.nameReasons()
	removeRows(b)
	for _, t := range table.All() {
		b.g.Drop(t, b.lists[t].dropped)
	}
	c.placeStatuses()
	reportReferencesToDeleted(b)
	b.content, b.lists, b.references = nil, nil, nil // free their memory before the check
}
