// Package workbook makes the coverage workbook of an account: a [sheet.Workbook], which its WriteXLSX writes. People edit the workbook, and
// codec.Decode reads the edits back.
package workbook

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/cells"
)

// Options are the options of [New]. Nil and the zero value mean the defaults.
type Options struct {
	// AsOf is the day for which the workbook is true, shown at the top of each sheet. Zero means the account's own day.
	AsOf accountmap.Date
	// Terms are the words. Nil means English.
	Terms *terms.Terms
	// Sheets are the sheets in order. Nil means [AllSheets].
	Sheets []Sheet
	// Map is a picture of the account for the summary sheet. Nil leaves it out.
	Map Picture
}

// A Picture is what the summary sheet can show; a drawing of package render is one.
type Picture interface {
	// Size returns the width and height of the picture in points.
	Size() (width, height float64)
	// PNG writes the picture as a PNG file.
	PNG(w io.Writer) error
}

// New makes the coverage workbook of an account, with the sheets of the options. The coverage sheet and the sheets of lists can be edited
// and read back with codec.Decode. All other sheets follow from these: penetration at once, by formulas (whose values are in the file), the rest
// when the workbook is made again. When the options name no sheets, those that have nothing to show are hidden, except for lists that most
// accounts fill.
//
// The audience is that of the map ([accountmap.Map.Audience]). A workbook for the client has only the sheets, and on these only the columns,
// with something that the client may read. It is for reading only: it has no lists of choices, no keys and nothing hidden, and cannot be read
// back.
//
// A text longer than a cell takes (32,767 characters) is cut with an ellipsis on its sheet, but is read back whole. A sheet takes about a
// million rows; writing the workbook of a larger account is an error. New returns an error for a nil map, for a sheet that is
// zero, nil, given twice or called as the hidden one that a workbook is read back by, for more than 16,380 units or products where each has a
// column, for ids that no cell gives back as they are (with a carriage return, say), and for a picture that cannot be drawn. Neither m nor
// opts is changed, and the workbook belongs to the caller. Equal accounts give equal workbooks.
func New(m *accountmap.Map, opts *Options) (*sheet.Workbook, error) {
	if opts == nil {
		opts = &Options{}
	}
	a, err := accountview.New(m, opts.AsOf, opts.Terms)
	if err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	b := &book{Cells: cells.New(a), data: m.Account(), sheets: map[string]*sheet.Sheet{}}
	if b.picture, err = encode(a, opts.Map); err != nil {
		return nil, err
	}
	wb := &sheet.Workbook{
		Title:    a.Words.Text(terms.WorkbookCoverageTitle, a.ClientName()),
		Language: a.Words.Language(),
		Created:  sheetstyle.SheetDate(a.AsOf),
	}
	asked := opts.Sheets
	if b.unasked = asked == nil; b.unasked {
		asked = AllSheets()
	}
	if b.Client {
		asked = b.readable(asked)
	}
	if err := cmp.Or(b.addTabs(wb, asked), b.checkWidth(), b.checkIDs()); err != nil {
		return nil, err
	}
	b.names = wb.SheetNames()
	if last := b.names[len(b.names)-1]; !b.Client && last != table.BookSheet {
		return nil, fmt.Errorf("workbook: a sheet of your own cannot be called %q, by which name a workbook is read back", table.BookSheet)
	}
	for _, s := range b.order {
		if s.fill != nil {
			s.fill(b, b.sheets[s.name])
		}
	}
	if !b.Client {
		b.fillMeta()
	}
	wb.Names = b.ranges
	return wb, nil
}

// A book is what the sheets of one workbook share.
type book struct {
	*cells.Cells
	data    *accountmap.Account
	picture *picture

	// unasked tells that nobody asked for sheets in particular, so that those with nothing to show may be hidden.
	unasked bool
	// order are the sheets as they were asked for, sheets those among them that are no caller's, by name, and all the whole workbook's with
	// the names of their tabs.
	order  []Sheet
	sheets map[string]*sheet.Sheet
	all    []*sheet.Sheet
	names  []string

	meta   table.Book
	labels map[string]map[string]string // by table and key
	choice map[string]string            // the name of the range with the words of an enumeration or the labels of a table
	ranges []sheet.Name

	coverage *coverage // once it is filled
}

// addTabs puts every sheet into the workbook, still empty, so that any can lead to any other.
func (b *book) addTabs(wb *sheet.Workbook, asked []Sheet) error {
	for i, s := range asked {
		switch {
		case s.name == "":
			return fmt.Errorf("workbook: sheet %d of the workbook is none; use the functions that name sheets", i+1)
		case s.own == nil && s.fill == nil:
			return errors.New("workbook: a sheet of your own is nil")
		case s.own != nil:
			wb.Sheets = append(wb.Sheets, s.own)
			continue
		case b.sheets[s.name] != nil:
			return fmt.Errorf("workbook: the sheet %q is asked for twice", s.name)
		}
		b.add(wb, s, sheet.Visible)
	}
	if len(wb.Sheets) == 0 {
		return errors.New("workbook: a workbook needs at least one sheet")
	}
	if b.Client {
		b.all = wb.Sheets
		return nil
	}
	if b.sheets["lists"] == nil {
		b.add(wb, ListsSheet(), sheet.Hidden)
	}
	b.sheets[metaSheet] = &sheet.Sheet{Name: table.BookSheet, Visibility: sheet.VeryHidden}
	wb.Sheets = append(wb.Sheets, b.sheets[metaSheet])
	b.all = wb.Sheets
	return nil
}

// mostColumns is how many units or products a sheet can have across; it takes 16,384 columns, some of which stand before them.
const mostColumns = 16_380

// checkWidth reports what no sheet is wide enough for.
func (b *book) checkWidth() error {
	if n := len(b.Coverage.Units); n > mostColumns {
		for _, name := range []string{"coverage", "value", "potential"} {
			if b.sheets[name] != nil {
				return fmt.Errorf("workbook: the sheet %q has a column for each of %d units, and takes %d; make workbooks of parts of the account with Map.Select", name, n, mostColumns)
			}
		}
	}
	if n := len(b.data.Products); n > mostColumns && b.sheets["exposure"] != nil {
		return fmt.Errorf("workbook: the sheet \"exposure\" has a column for each of %d products, and takes %d; make the workbook without it", n, mostColumns)
	}
	return nil
}

// hideIf hides a sheet that nobody asked for when it has nothing to show.
func (b *book) hideIf(empty bool, s *sheet.Sheet) {
	if empty && b.unasked {
		s.Visibility = sheet.Hidden
	}
}

const metaSheet = "meta"

func (b *book) add(wb *sheet.Workbook, s Sheet, v sheet.Visibility) {
	b.sheets[s.name] = &sheet.Sheet{Name: s.tab(b), TabColor: s.colour, Visibility: v, HideGridlines: true}
	b.order = append(b.order, s)
	wb.Sheets = append(wb.Sheets, b.sheets[s.name])
}

// tab is the name that a sheet has in the file.
func (b *book) tab(s *sheet.Sheet) string {
	for i, other := range b.all {
		if other == s {
			return b.names[i]
		}
	}
	return ""
}

// A picture is a [Picture] as a file.
type picture struct {
	width, height float64
	png           []byte

	// title and description are what it says that it is; see calls.
	title, description string
}

// encode writes a picture into memory; nil stays nil.
func encode(a *accountview.View, p Picture) (*picture, error) {
	if p == nil {
		return nil, nil
	}
	var file bytes.Buffer
	if err := p.PNG(&file); err != nil {
		return nil, fmt.Errorf("workbook: the map for the workbook: %w", err)
	}
	of := &picture{png: file.Bytes()}
	of.width, of.height = p.Size()
	of.title, of.description = a.PictureTitle(p)
	return of, nil
}

// What is otherwise in a workbook for the client. What the client may read is what the map holds: nothing here says it once more, so that an
// empty sheet or column, which would tell what was taken out, is left out whatever it is of.

// readable are the sheets on which the client can read something. A caller's own is the caller's.
func (b *book) readable(asked []Sheet) []Sheet {
	return slices.DeleteFunc(slices.Clone(asked), func(s Sheet) bool {
		return s.own == nil && s.fill != nil && !b.saysSomething(s.name)
	})
}

// saysSomething reports whether a sheet has anything for the client: the views that judge have not, whatever is in them.
func (b *book) saysSomething(sheet string) bool {
	switch sheet {
	case "summary", "coverage":
		return true
	case "value":
		return slices.ContainsFunc(b.data.Coverage, func(c accountmap.Cell) bool { return !c.Value.IsZero() })
	case "quarters":
		return len(b.Series(b.AsOf, accountmap.PeriodQuarter, quarters)) > 0
	case detailsName:
		sheet = "coverage"
	}
	t, ok := table.Lookup(sheet)
	if !ok {
		return false
	}
	for r := range t.Rows(b.data) {
		if sheet != "coverage" || !justStatus(r) {
			return true
		}
	}
	return false
}

// filled reports whether some row of a table has a value in a column.
func (b *book) filled(t *table.Table, column int) bool {
	for r := range t.Rows(b.data) {
		if r.Value(column) != nil {
			return true
		}
	}
	return false
}

// shownStatuses are those that a cell of the coverage can have.
func (b *book) shownStatuses() []accountmap.Status {
	if b.Client {
		return []accountmap.Status{accountmap.StatusSold}
	}
	return accountmap.Statuses()
}

// peopleHead heads the people below their units.
func (c *coverage) peopleHead() terms.Key {
	if c.Client {
		return terms.HandoffSectionPeople
	}
	return terms.WorkbookPeople
}

// straysHead heads the people of whom no unit is known.
func (c *coverage) straysHead() terms.Key {
	if c.Client {
		return terms.ClientOtherPeople
	}
	return terms.WorkbookUnitUnknown
}

// clientFigures are the figures of the summary that the client can read.
func (b *book) clientFigures() []figure {
	figures := []figure{
		{terms.HandoffBuyingUnits, sheet.Number(len(b.ActiveUnits())), b.Words.Count(terms.HandoffOfUnits, len(b.Coverage.Units))},
		{terms.HandoffSectionPeople, sheet.Number(b.Standing().Total()), ""},
	}
	if value, _ := b.valueAndPotential(); value != nil {
		figures = append(figures, figure{terms.SheetsSoldValue, value, ""})
	}
	if b.AsOf.IsZero() {
		return figures
	}
	figures = append(figures, b.yearFigures()...)
	return append(figures, b.renewalFigures()...)
}
