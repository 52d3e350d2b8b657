package workbook

import (
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
)

func (b *book) fillValue(s *sheet.Sheet) {
	b.fillAmounts(s, "value", func(c accountmap.Cell) accountmap.Money { return c.Value })
}

func (b *book) fillPotential(s *sheet.Sheet) {
	b.fillAmounts(s, "potential", func(c accountmap.Cell) accountmap.Money { return c.Potential })
}

// fillAmounts is the matrix with an amount in each cell, the greatest the darkest, and sums as
// formulas. Amounts in another currency than the account's are texts, and in no sum.
func (b *book) fillAmounts(s *sheet.Sheet, column string, amount func(accountmap.Cell) accountmap.Money) {
	c := &coverage{book: b.withAmounts(amount), sheet: s, unitWidth: b.unitWidth(), amount: amount}
	c.looks = b.amountLooks(func(yield func(accountmap.Money) bool) {
		for _, cell := range b.data.Coverage {
			if !yield(amount(cell)) {
				return
			}
		}
	})
	b.hideIf(!slices.ContainsFunc(b.data.Coverage, func(cell accountmap.Cell) bool { return !amount(cell).IsZero() }), s)
	c.begin(b.Words.Text(terms.SheetsTitle, b.ClientName(), s.Name), b.amountsSubtitle(), 14)
	c.addHead()
	c.addProducts()
	c.addAmountTotals()
	c.widen()
	c.filter()
	if c.last >= c.first && len(c.Coverage.Units) > 0 {
		s.Scales = []sheet.Scale{{Range: c.cells(firstUnit, len(c.Coverage.Units)), Low: "#FFFFFF", High: accountview.FillMarked}}
	}
	s.Print = b.coveragePrint(s)
}

// amountLooks are the looks of amounts, of a line's sum and of a total.
type amountLooks struct{ cell, line, total *sheet.Style }

// amountLooks leave out the decimals when no amount has any.
func (b *book) amountLooks(amounts iter.Seq[accountmap.Money]) amountLooks {
	looks := amountLooks{b.Amount, b.GroupAmount, b.TotalAmount}
	unit := int64(math.Pow10(b.data.Currency.Digits()))
	for m := range amounts {
		if m.Minor%unit != 0 {
			return looks
		}
	}
	for _, style := range []**sheet.Style{&looks.cell, &looks.line, &looks.total} {
		whole := **style
		whole.Number = sheet.Whole
		*style = &whole
	}
	return looks
}

func (b *book) amountsSubtitle() string {
	var parts []string
	if !b.AsOf.IsZero() {
		parts = append(parts, b.Words.Text(terms.WorkbookAsOf, b.AsOf))
	}
	if b.data.Currency != "" {
		parts = append(parts, string(b.data.Currency))
	}
	if details := b.sheets[detailsID]; details != nil && !b.Client {
		parts = append(parts, b.Words.Text(terms.SheetsFromDetails, details.Name))
	}
	return strings.Join(parts, "  ·  ")
}

func (c *coverage) addAmounts(r accountview.ProductRow, outline int8) {
	row := c.productRow(r, outline)
	var sum int64
	var others []accountmap.Money
	for _, u := range c.Coverage.Units {
		amount := c.amount(c.Map.Matrix().At(u.ID, r.Product.ID))
		cell := sheet.Cell{Style: c.looks.cell}
		switch {
		case amount.IsZero():
		case amount.Currency == c.data.Currency:
			cell.Value = c.plainMoney(amount.Minor)
			sum += amount.Minor
		default:
			cell.Value = sheetstyle.CellText(c.Words.Money(amount))
			others = accountview.AddAmounts(others, []accountmap.Money{amount})
		}
		row.Cells = append(row.Cells, cell)
	}
	row.Cells[shareColumn] = c.sumOf(sum, sheet.Range{Row: len(c.sheet.Rows), Column: firstUnit, Rows: 1, Columns: len(c.Coverage.Units)}, c.looks.cell)
	row.Cells[shareColumn] = c.unlessOther(row.Cells[shareColumn], sum, others)
	c.add(row)
}

// plainMoney is an amount in the account's currency, which the head of the sheet names.
func (b *book) plainMoney(minor int64) sheet.Value {
	return sheet.Money{Minor: minor, Decimals: b.data.Currency.Digits()}
}

// sumOf is a cell with the sum of a range as a formula.
func (c *coverage) sumOf(sum int64, within sheet.Range, style *sheet.Style) sheet.Cell {
	if within.Columns == 0 || within.Rows == 0 {
		return sheet.Cell{Style: style}
	}
	return sheet.Cell{Style: style, Value: sheet.Formula{Expr: "SUM(" + within.Absolute() + ")", Cached: c.plainMoney(sum)}}
}

// unlessOther is the cell with a sum, or a text where all that there is to sum is in other currencies:
// a sum of zero would say that there is nothing.
func (c *coverage) unlessOther(cell sheet.Cell, sum int64, others []accountmap.Money) sheet.Cell {
	if sum == 0 && len(others) > 0 {
		cell.Value = sheetstyle.CellText(c.Amounts(others))
	}
	return cell
}

// othersIn sums the amounts in other currencies of some units.
func (c *coverage) othersIn(units []accountmap.Unit) []accountmap.Money {
	if c.others == nil {
		c.others = map[accountmap.UnitID][]accountmap.Money{}
		for _, cell := range c.data.Coverage {
			if amount := c.amount(cell); !amount.IsZero() && amount.Currency != c.data.Currency {
				c.others[cell.Unit] = accountview.AddAmounts(c.others[cell.Unit], []accountmap.Money{amount})
			}
		}
	}
	var sums []accountmap.Money
	for _, u := range units {
		sums = accountview.AddAmounts(sums, c.others[u.ID])
	}
	return sums
}

// sumIn sums the amounts in a range of the sheet.
func (c *coverage) sumIn(within sheet.Range) int64 {
	var sum int64
	for _, row := range c.sheet.Rows[within.Row : within.Row+within.Rows] {
		for i := within.Column; i < min(within.Column+within.Columns, len(row.Cells)); i++ {
			if m, ok := row.Cells[i].Value.(sheet.Money); ok {
				sum += m.Minor
			}
		}
	}
	return sum
}

// addAmountTotals adds the sums of the units, and the sum of the whole account at the left.
func (c *coverage) addAmountTotals() {
	row := sheet.Row{Height: 20, Cells: []sheet.Cell{
		{}, {Value: sheet.Text(c.Words.Text(terms.SheetsUnitTotal)), Style: c.Head}, {Style: c.looks.total},
	}}
	for i := range c.Coverage.Units {
		row.Cells = append(row.Cells, c.amountTotal(firstUnit+i, 1))
	}
	row.Cells[shareColumn] = c.amountTotal(firstUnit, len(c.Coverage.Units))
	c.add(row)
}

// widen makes the columns wide enough for the sums, than which few of the amounts are longer.
func (c *coverage) widen() {
	s := c.sheet
	s.Columns[shareColumn].Width = max(s.Columns[shareColumn].Width, sheetstyle.WidestNumber(s.Rows, shareColumn)+sheetstyle.ListPadding-1)
	total := len(s.Rows) - 1
	for i := range c.Coverage.Units {
		s.DefaultWidth = max(s.DefaultWidth, sheetstyle.WidestNumber(s.Rows[total:], firstUnit+i)+sheetstyle.ListPadding-1)
	}
}

func (c *coverage) amountTotal(column, columns int) sheet.Cell {
	if c.last < c.first {
		return sheet.Cell{Style: c.looks.total}
	}
	within := c.cells(column, columns)
	sum, first := c.sumIn(within), column-firstUnit
	return c.unlessOther(c.sumOf(sum, within, c.looks.total), sum, c.othersIn(c.Coverage.Units[first:first+columns]))
}

// mostCells is the size from which a view leaves out the rows and columns that would be blank. The order
// book of 790 people and 1,860 products, of whom nobody was shown anything, had 32 MB of blank cells.
const mostCells = 50_000

// withProducts returns the book with only some products in its matrix.
func (b *book) withProducts(keep map[accountmap.ProductID]bool) *book {
	coverage, cells, narrow := *b.Coverage, *b.Cells, *b
	coverage.Lines = nil
	for _, l := range b.Coverage.Lines {
		l.Rows = slices.DeleteFunc(slices.Clone(l.Rows), func(r accountview.ProductRow) bool { return !keep[r.Product.ID] })
		if len(l.Rows) > 0 {
			coverage.Lines = append(coverage.Lines, l)
		}
	}
	cells.Coverage, narrow.Cells = &coverage, &cells
	return &narrow
}

// withAmounts returns the book for a view of the amounts of cells: the whole book, or the products with
// an amount when the view is large.
func (b *book) withAmounts(amount func(accountmap.Cell) accountmap.Money) *book {
	if len(b.Coverage.Units)*len(b.data.Products) <= mostCells {
		return b
	}
	keep := map[accountmap.ProductID]bool{}
	for _, c := range b.data.Coverage {
		keep[c.Product] = keep[c.Product] || !amount(c).IsZero()
	}
	return b.withProducts(keep)
}

// withExposures returns the book and the contacts for the view of exposures: all of them, or the contacts
// and products of an exposure when the view is large.
func (b *book) withExposures(all []accountmap.ContactExposure) (*book, []accountmap.ContactExposure) {
	if len(all)*len(b.data.Products) <= mostCells {
		return b, all
	}
	keep := map[accountmap.ProductID]bool{}
	for _, e := range all {
		for _, s := range e.Shown {
			keep[s.Product] = true
		}
	}
	return b.withProducts(keep), slices.DeleteFunc(all, func(e accountmap.ContactExposure) bool { return len(e.Shown) == 0 })
}
