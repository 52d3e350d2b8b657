package export

import (
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// longestText is how many UTF-16 units of a text are kept; a cell takes 32,767, and some are left for what stands around it.
const longestText = 32_000

// cellText is a text as a cell can hold it.
func cellText(s string) sheet.Text { return sheet.Text(cut(strings.TrimSpace(s), longestText)) }

// cut returns a text of at most n UTF-16 units; one that is longer ends in an ellipsis.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	units := 0
	for i, r := range s {
		size := utf16.RuneLen(r)
		if units+size > n-1 && utf16Len(s[i:]) > n-units {
			return s[:i] + "…"
		}
		units += size
	}
	return s
}

func utf16Len(s string) int {
	n := 0
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

func sheetDate(d accountmap.Date) sheet.Date {
	return sheet.Date{Year: d.Year, Month: int(d.Month), Day: d.Day}
}

func sheetMoney(m accountmap.Money) sheet.Value {
	if m.IsZero() {
		return nil
	}
	return sheet.Money{Minor: m.Minor, Decimals: m.Currency.Digits(), Currency: string(m.Currency)}
}

// textCell is a cell of user text; it wraps.
func (b *book) textCell(s string) sheet.Cell {
	if s == "" {
		return sheet.Cell{Style: b.wrapped}
	}
	return sheet.Cell{Value: cellText(s), Style: b.wrapped}
}

func (b *book) numberCell(n int) sheet.Cell {
	return sheet.Cell{Value: sheet.Number(n), Style: b.number}
}

// dateCell is blank for the zero date.
func (b *book) dateCell(d accountmap.Date) sheet.Cell {
	if d.IsZero() {
		return sheet.Cell{Style: b.number}
	}
	return sheet.Cell{Value: sheetDate(d), Style: b.number}
}

// moneyCell is blank for an unknown amount. Amounts of several currencies stand in one text.
func (b *book) moneyCell(amounts ...accountmap.Money) sheet.Cell {
	amounts = slices.DeleteFunc(slices.Clone(amounts), accountmap.Money.IsZero)
	switch len(amounts) {
	case 0:
		return sheet.Cell{Style: b.number}
	case 1:
		return sheet.Cell{Value: sheetMoney(amounts[0]), Style: b.number}
	}
	return sheet.Cell{Value: cellText(b.amounts(amounts)), Style: b.number}
}

// amounts writes sums of several currencies one behind another.
func (a *account) amounts(sums []accountmap.Money) string {
	texts := make([]string, len(sums))
	for i, sum := range sums {
		texts[i] = a.words.Money(sum)
	}
	return strings.Join(texts, " + ")
}

func (b *book) statusCell(s accountmap.Status) sheet.Cell {
	return sheet.Cell{Value: sheet.Text(b.words.Status(s)), Style: b.statuses[s]}
}

func (b *book) stanceCell(s accountmap.Stance) sheet.Cell {
	return sheet.Cell{Value: sheet.Text(b.words.StanceMark(s) + " " + b.words.Stance(s)), Style: b.stances[s]}
}

// titleHeight is how many rows titleRows are.
const titleHeight = 3

// titleRows are the first rows of a sheet: its title, what there is to say of it, and a gap.
func (b *book) titleRows(title, subtitle string) []sheet.Row {
	return []sheet.Row{
		{Height: 28, Cells: []sheet.Cell{{Value: cellText(title), Style: b.title}}},
		{Height: 18, Cells: []sheet.Cell{{Value: cellText(subtitle), Style: b.subtitle}}},
		{Height: 6},
	}
}

// footer names the client and the sheet, as a page's foot takes them.
func (b *book) footer(s *sheet.Sheet) string {
	return edge(b.words.Text(terms.SheetsTitle, cut(b.clientName(), 100), b.tab(s)))
}
