package workbook

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// textCell is a cell of user text; it wraps.
func (b *book) textCell(s string) sheet.Cell {
	if s == "" {
		return sheet.Cell{Style: b.Wrapped}
	}
	return sheet.Cell{Value: sheetstyle.CellText(s), Style: b.Wrapped}
}

func (b *book) numberCell(n int) sheet.Cell {
	return sheet.Cell{Value: sheet.Number(n), Style: b.Number}
}

// dateCell is blank for the zero date.
func (b *book) dateCell(d accountmap.Date) sheet.Cell {
	if d.IsZero() {
		return sheet.Cell{Style: b.Number}
	}
	return sheet.Cell{Value: sheetstyle.SheetDate(d), Style: b.Number}
}

// moneyCell is blank for an unknown amount. Amounts of several currencies stand in one text.
func (b *book) moneyCell(amounts ...accountmap.Money) sheet.Cell {
	amounts = slices.DeleteFunc(slices.Clone(amounts), accountmap.Money.IsZero)
	switch len(amounts) {
	case 0:
		return sheet.Cell{Style: b.Number}
	case 1:
		return sheet.Cell{Value: sheetstyle.SheetMoney(amounts[0]), Style: b.Number}
	}
	return sheet.Cell{Value: sheetstyle.CellText(b.amounts(amounts)), Style: b.Number}
}

// amounts writes sums of several currencies one behind another.
func (b *book) amounts(sums []accountmap.Money) string {
	texts := make([]string, len(sums))
	for i, sum := range sums {
		texts[i] = b.Words.Money(sum)
	}
	return strings.Join(texts, " + ")
}

func (b *book) statusCell(s accountmap.Status) sheet.Cell {
	return sheet.Cell{Value: sheet.Text(b.Words.Status(s)), Style: b.Statuses[s]}
}

func (b *book) stanceCell(s accountmap.Stance) sheet.Cell {
	return sheet.Cell{Value: sheet.Text(b.Words.StanceMark(s) + " " + b.Words.Stance(s)), Style: b.Stances[s]}
}

// titleHeight is how many rows titleRows are.
const titleHeight = 3

// titleRows are the first rows of a sheet: its title, what there is to say of it, and a gap.
func (b *book) titleRows(title, subtitle string) []sheet.Row {
	return []sheet.Row{
		{Height: 28, Cells: []sheet.Cell{{Value: sheetstyle.CellText(title), Style: b.Title}}},
		{Height: 18, Cells: []sheet.Cell{{Value: sheetstyle.CellText(subtitle), Style: b.Subtitle}}},
		{Height: 6},
	}
}

// footer names the client and the sheet, as a page's foot takes them.
func (b *book) footer(s *sheet.Sheet) string {
	return sheetstyle.Edge(b.Words.Text(terms.SheetsTitle, sheetstyle.Cut(b.ClientName(), 100), b.tab(s)))
}

// powerCell is blank for an unknown power.
func (b *book) powerCell(power int) sheet.Cell {
	if power == 0 {
		return sheet.Cell{Style: b.Number}
	}
	return b.numberCell(power)
}
