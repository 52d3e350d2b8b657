// Package cells has the common parts of the sheets of one workbook: the account in words, its
// coverage, the styles and their cells, and the page breaks of a printed sheet.
package cells

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// Cells contains the words, the coverage and the styles of one workbook.
type Cells struct {
	*accountview.View
	*sheetstyle.Styles
	Coverage *accountview.Coverage
}

// New returns the cells of an account. The accent is a colour as #RRGGBB; empty means the default
// blue.
func New(a *accountview.View, accent string) *Cells {
	return &Cells{View: a, Styles: sheetstyle.New(accent), Coverage: a.Coverage()}
}

// TextCell returns a cell of user text, which wraps.
func (c *Cells) TextCell(s string) sheet.Cell {
	if s == "" {
		return sheet.Cell{Style: c.Wrapped}
	}
	return sheet.Cell{Value: sheetstyle.CellText(s), Style: c.Wrapped}
}

func (c *Cells) NumberCell(n int) sheet.Cell {
	return sheet.Cell{Value: sheet.Number(n), Style: c.Number}
}

// DateCell returns the cell of a date, which is blank for the zero date.
func (c *Cells) DateCell(d accountmap.Date) sheet.Cell {
	if d.IsZero() {
		return sheet.Cell{Style: c.Number}
	}
	return sheet.Cell{Value: sheetstyle.SheetDate(d), Style: c.Number}
}

// MoneyCell returns the cell of an amount, which is blank for an unknown amount. Amounts in several
// currencies are one text.
func (c *Cells) MoneyCell(amounts ...accountmap.Money) sheet.Cell {
	amounts = slices.DeleteFunc(slices.Clone(amounts), accountmap.Money.IsZero)
	switch len(amounts) {
	case 0:
		return sheet.Cell{Style: c.Number}
	case 1:
		return sheet.Cell{Value: sheetstyle.SheetMoney(amounts[0]), Style: c.Number}
	}
	return sheet.Cell{Value: sheetstyle.CellText(c.Amounts(amounts)), Style: c.Number}
}

// Amounts returns sums in several currencies as one text.
func (c *Cells) Amounts(sums []accountmap.Money) string {
	texts := make([]string, len(sums))
	for i, sum := range sums {
		texts[i] = c.Words.Money(sum)
	}
	return strings.Join(texts, " + ")
}

func (c *Cells) StatusCell(s accountmap.CoverageStatus) sheet.Cell {
	return sheet.Cell{Value: sheet.Text(c.Words.Status(s)), Style: c.Statuses[s]}
}

func (c *Cells) StanceCell(s accountmap.Stance) sheet.Cell {
	return sheet.Cell{Value: sheet.Text(c.Words.StanceMark(s) + " " + c.Words.Stance(s)), Style: c.Stances[s]}
}

// TitleHeight is the number of rows of [Cells.TitleRows].
const TitleHeight = 3

// TitleRows returns the first rows of a sheet: its title, its subtitle and a gap.
func (c *Cells) TitleRows(title, subtitle string) []sheet.Row {
	return []sheet.Row{
		{Height: 28, Cells: []sheet.Cell{{Value: sheetstyle.CellText(title), Style: c.Title}}},
		{Height: 18, Cells: []sheet.Cell{{Value: sheetstyle.CellText(subtitle), Style: c.Note}}},
		{Height: 6},
	}
}

// Footer returns the foot of a page, with the names of the client and the sheet.
func (c *Cells) Footer(tab string) string {
	return sheetstyle.Edge(c.Words.Text(terms.SheetsTitle, sheetstyle.Cut(c.ClientName(), 100), tab))
}

// Subtitle returns the day of the workbook and, for our own people, the penetration of the account.
func (c *Cells) Subtitle() string {
	whole := c.Coverage.Whole
	var parts []string
	if !c.AsOf.IsZero() {
		parts = append(parts, c.Words.Text(terms.WorkbookAsOf, c.AsOf))
	}
	if !c.Client {
		parts = append(parts, c.Words.Text(terms.WorkbookPenetration, c.Words.Percent(whole.Share()), whole.Sold, whole.Sellable))
	}
	return strings.Join(parts, "  ·  ")
}

// PowerCell returns the cell of a power, which is blank for an unknown power.
func (c *Cells) PowerCell(power int) sheet.Cell {
	if power == 0 {
		return sheet.Cell{Style: c.Number}
	}
	return c.NumberCell(power)
}
