// Package workbook makes the coverage workbook of an account as a [sheet.Workbook], whose method
// WriteXLSX writes the file. People edit the workbook, and codec.Decode reads the edits back.
package workbook

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/picture"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/cells"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/logo"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/paper"
)

// Options are the options of [New]. Nil and the zero value mean the defaults.
type Options struct {
	// AsOf is the day of the workbook, at the top of each sheet. Zero means the account's own day.
	AsOf accountmap.Date
	// Terms are the words in the workbook. Nil means English.
	Terms *terms.Terms
	// Accent is the colour of bands and links, as #RRGGBB. Empty means blue. New returns an error
	// for a colour that is illegible on a light background, with the nearest legible colour.
	Accent string
	// Sheets are the sheets of the workbook in order. Nil means [Sheets].
	Sheets []Sheet
	// Logo is a PNG at the top of the summary sheet: at most 1 MB, 2,000 pixels wide and 2,000
	// pixels high. Nil means no logo.
	Logo []byte
	// Map is a picture of the account for the summary sheet, such as a drawing of package render.
	// Nil means no picture.
	Map picture.Picture
}

// New returns the coverage workbook of an account, with the sheets of the options. The coverage
// sheet and the sheets of lists can be edited, and codec.Decode reads them back. All other sheets
// are derived from them. Penetration follows an edit at once, by formulas whose values are in the
// file. All other derived content changes only in a new workbook. The derived sheets are protected,
// without a password. Spreadsheets do not unfold rows on a protected sheet, so each cell of a sheet
// with folded rows refuses entries instead. A very hidden sheet contains the account as far as the
// sheets show it; codec.Merge compares the edits with it. If Options.Sheets is nil, views without
// content are hidden. A list is never hidden, since somebody may want to fill it in.
//
// The reader is the audience of the map ([accountmap.Map.Audience]). The workbook for the client
// has only the sheets and columns with content. It has no choices, no keys and nothing hidden, and
// cannot be read back.
//
// A text longer than the limit of a cell (32,767 characters) ends in an ellipsis on its sheet, but
// is read back whole. A sheet has at most 1,048,576 rows; WriteXLSX returns an error for a larger
// account.
//
// New returns an error for
//
//   - a nil map,
//   - a sheet that is empty, unknown or given twice, or that has the name of the hidden sheet,
//   - more than 16,380 units or products where each has a column, or 1,000,000 cells of coverage,
//   - an id that a cell cannot hold unchanged, such as one with a carriage return,
//   - a picture that cannot be drawn, or a logo that cannot be read.
//
// When ctx ends, New returns the error of ctx before the next sheet. It changes neither m nor opts.
// The workbook belongs to the caller. Equal accounts give equal workbooks.
func New(ctx context.Context, m *accountmap.Map, opts *Options) (*sheet.Workbook, error) {
	if opts == nil {
		opts = &Options{}
	}
	if opts.Accent != "" {
		if _, err := rgb.Accent(opts.Accent); err != nil {
			return nil, fmt.Errorf("workbook: %w", err)
		}
	}
	a, err := accountview.New(m, opts.AsOf, opts.Terms)
	if err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	if err := a.CheckCells(); err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	b := &book{Cells: cells.New(a, opts.Accent), data: m.Account(), sheets: map[string]*sheet.Sheet{}}
	if b.picture, err = encode(ctx, a, opts.Map); err != nil {
		return nil, err
	}
	if b.logo, err = logo.Read(opts.Logo); err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	wb := &sheet.Workbook{
		Title:    a.Words.Text(terms.WorkbookCoverageTitle, a.ClientName()),
		Language: a.Words.Language(),
		Created:  sheetstyle.SheetDate(a.AsOf),
	}
	asked := opts.Sheets
	if b.unasked = asked == nil; b.unasked {
		asked = Sheets()
	}
	if err := cmp.Or(b.addTabs(wb, asked), b.checkWidth(), b.checkIDs()); err != nil {
		return nil, err
	}
	b.names = wb.SheetNames()
	if last := b.names[len(b.names)-1]; !b.Client && last != hiddensheet.Name {
		return nil, fmt.Errorf("workbook: a sheet of your own cannot be called %q, by which name a workbook is read back", hiddensheet.Name)
	}
	for _, t := range b.order {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t.fill(b, t.sheet)
		if t.readOnly && !b.Client {
			if slices.ContainsFunc(t.sheet.Rows, func(r sheet.Row) bool { return r.Folded }) {
				b.refuse(t.sheet, 0)
			} else {
				t.sheet.Protected = true
			}
		}
	}
	if !b.Client {
		b.fillIndex(b.sheets["summary"])
		if err := b.fillHidden(); err != nil {
			return nil, fmt.Errorf("workbook: %w", err)
		}
	}
	wb.Names = b.ranges
	return wb, nil
}

// CheckSize returns an error for a map that is too large for New with all sheets, before any work.
// The error has the size of the map and the limit. It proposes no remedy, since the remedies depend
// on the caller.
func CheckSize(m *accountmap.Map) error {
	units, products := m.Matrix().Size()
	if units > maxColumns || products > maxColumns {
		return accountmap.Sentence(message.Of("the workbook has a column for each unit and each product, and takes %d of either, not %d units and %d products", maxColumns, units, products))
	}
	return accountview.CheckSize(m)
}

// A book is the shared state of the sheets of one workbook.
type book struct {
	*cells.Cells
	data    *accountmap.Account
	picture *image // of the map, or nil
	logo    *logo.Logo

	// unasked is true if Options.Sheets is nil. Sheets without content may then be hidden.
	unasked bool
	// order has the sheets of this package in the order of the workbook, and sheets has them by ID.
	// all has every sheet, including the caller's, and names has the names of their tabs.
	order  []tab
	sheets map[string]*sheet.Sheet
	all    []*sheet.Sheet
	names  []string

	hidden hiddensheet.Content
	labels map[string]map[string]string // by table and key
	choice map[string]string            // the name of the range with the words of an enumeration or the labels of a table
	ranges []sheet.Name

	coverage *coverage // nil until it is filled
}

// A tab is a sheet of the workbook with its kind, which is zero for a sheet of the caller.
type tab struct {
	kind
	sheet *sheet.Sheet
}

// addTabs adds every sheet, still empty, so that each can link to any other. The client gets only
// the sheets with content.
func (b *book) addTabs(wb *sheet.Workbook, asked []Sheet) error {
	tabs, err := lookup(asked)
	if err != nil {
		return err
	}
	for _, t := range tabs {
		switch {
		case t.sheet != nil:
			wb.Sheets = append(wb.Sheets, t.sheet)
		case !b.Client || t.client(b):
			b.add(wb, t.kind, sheet.Visible)
		}
	}
	if len(wb.Sheets) == 0 {
		return errors.New("workbook: a workbook needs at least one sheet")
	}
	if !b.Client {
		if b.sheets[choicesID] == nil {
			all := registry()
			b.add(wb, all[len(all)-1], sheet.Hidden)
		}
		b.sheets[metaSheet] = &sheet.Sheet{Name: hiddensheet.Name, Visibility: sheet.VeryHidden}
		wb.Sheets = append(wb.Sheets, b.sheets[metaSheet])
	}
	b.all = wb.Sheets
	return nil
}

// maxColumns limits the units or products across a sheet. A sheet has 16,384 columns, some of them
// for other content.
const maxColumns = 16_380

// checkWidth returns an error for more units or products than the columns of their sheet.
func (b *book) checkWidth() error {
	for _, t := range b.order {
		n := map[axis]int{units: len(b.Coverage.Units), products: len(b.data.Products)}[t.across]
		if n > maxColumns {
			return fmt.Errorf("workbook: the sheet %q has a column for each of %d %s, and takes %d; make workbooks of parts of the account with Map.Select", t.id, n, t.across, maxColumns)
		}
	}
	return nil
}

// refuse makes the cells of a sheet refuse entries, from a row on.
func (b *book) refuse(s *sheet.Sheet, from int) {
	used := sheet.Range{Row: from, Rows: len(s.Rows) - from, Columns: len(s.Columns)}
	for _, row := range s.Rows {
		used.Columns = max(used.Columns, len(row.Cells))
	}
	s.Choices = append(s.Choices, sheet.Choice{Ranges: []sheet.Range{used}, None: true,
		Title: b.Words.Text(terms.WorkbookOnlyShownTitle), Text: b.Words.Text(terms.WorkbookOnlyShown)})
}

// hideIf hides an empty sheet that Options.Sheets does not name.
func (b *book) hideIf(empty bool, s *sheet.Sheet) {
	if empty && b.unasked {
		s.Visibility = sheet.Hidden
	}
}

const metaSheet = "meta"

func (b *book) add(wb *sheet.Workbook, k kind, v sheet.Visibility) {
	s := &sheet.Sheet{Name: k.tab(b), TabColor: k.color, Visibility: v, HideGridlines: true}
	b.sheets[k.id] = s
	b.order = append(b.order, tab{k, s})
	wb.Sheets = append(wb.Sheets, s)
}

func (b *book) tab(s *sheet.Sheet) string {
	for i, other := range b.all {
		if other == s {
			return b.names[i]
		}
	}
	return ""
}

// An image is a picture as a PNG file. Its title is empty for the account map. For a picture with
// several pages, the image is the overview.
type image struct {
	overview           bool
	width, height      float64
	png                []byte
	title, description string
}

// encode paints a picture into memory: the whole picture, or its overview if the whole would be
// illegible on a printed page. It returns nil for nil.
func encode(ctx context.Context, a *accountview.View, p picture.Picture) (*image, error) {
	if p == nil {
		return nil, nil
	}
	pages, err := paper.Divide(ctx, p, paper.Frame(paper.A4()))
	if err != nil {
		return nil, fmt.Errorf("workbook: the map for the workbook: %w", err)
	}
	made := &image{overview: len(pages) > 1}
	if pages != nil {
		p = pages[0]
	}
	var file bytes.Buffer
	if err := p.PNG(&file); err != nil {
		return nil, fmt.Errorf("workbook: the map for the workbook: %w", err)
	}
	made.png = file.Bytes()
	made.width, made.height = p.Size()
	made.title, made.description = a.PictureTitle(p)
	return made, nil
}

// filled reports whether any row of a table has a value in a column.
func (b *book) filled(t *table.Table, column int) bool {
	for r := range t.Rows(b.data) {
		if r.Value(column) != nil {
			return true
		}
	}
	return false
}

// shownStatuses returns the statuses that a cell of the coverage can have.
func (b *book) shownStatuses() []accountmap.CoverageStatus {
	if b.Client {
		return []accountmap.CoverageStatus{accountmap.CoverageSold}
	}
	return accountmap.CoverageStatuses()
}

func (b *book) either(ours, theirs terms.Key) terms.Key {
	if b.Client {
		return theirs
	}
	return ours
}

func (b *book) clientFigures() []figure {
	figures := []figure{
		{terms.HandoffBuyingUnits, sheet.Number(len(b.Map.ActiveUnits())), b.Words.Count(terms.HandoffOfUnits, len(b.Coverage.Units))},
		{terms.HandoffSectionPeople, sheet.Number(b.Map.Standing(b.AsOf).Total()), ""},
	}
	if sold := b.Figures().Sold; len(sold) > 0 {
		figures = append(figures, b.sumFigure(terms.SheetsSoldValue, sold))
	}
	if b.AsOf.IsZero() {
		return figures
	}
	figures = append(figures, b.yearFigures()...)
	return append(figures, b.renewalFigures()...)
}
