package workbook

import (
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// addMoney adds the blocks of amounts below the statuses, in the same columns: the yearly value of
// sold products, and the open potential. It returns the first row of each block.
func (c *coverage) addMoney() []int {
	var blocks []int
	for _, block := range []struct {
		title  terms.Key
		amount func(accountmap.Cell) accountmap.Money
	}{
		{terms.SheetsValue, insight.SoldValue},
		{terms.SheetsOpenValue, insight.OpenPotential},
	} {
		from := len(c.sheet.Rows)
		if c.addAmounts(block.title, block.amount) {
			blocks = append(blocks, from)
		}
	}
	if len(blocks) > 0 {
		note := sheet.Cell{Style: c.Note}
		if details := c.sheets[detailsID]; details != nil && !c.Client {
			note.Value = sheet.Text(c.Words.Text(terms.SheetsFromDetails, details.Name))
		}
		c.sheet.Rows[blocks[0]].Cells = []sheet.Cell{{}, note}
	}
	return blocks
}

type amountBlock struct {
	*coverage
	amount func(accountmap.Cell) accountmap.Money
	looks  amountLooks
	// sums are the amounts of each unit.
	sums []accountmap.Sums
}

// addAmounts adds the amounts of the products that have any, the greatest amount in the darkest
// tint, with sums by formulas. Amounts in another currency than the account's are texts, with sums
// in a row of their own. It returns false, and adds nothing, if there are no amounts.
func (c *coverage) addAmounts(title terms.Key, amount func(accountmap.Cell) accountmap.Money) bool {
	x := &amountBlock{coverage: c, amount: amount, sums: make([]accountmap.Sums, len(c.Coverage.Units))}
	var all []accountmap.Money
	kept := map[accountmap.ProductID]bool{}
	for _, cell := range c.data.Coverage {
		if m := amount(cell); !m.IsZero() {
			all, kept[cell.Product] = append(all, m), true
		}
	}
	if len(all) == 0 {
		return false
	}
	x.looks = c.amountLooks(all)
	c.add(sheet.Row{Height: 20}, x.row(c.Words.Text(title), c.Head, sheet.Text(c.data.Currency), c.HeadNumber))
	first := len(c.sheet.Rows)
	for _, line := range c.Coverage.Lines {
		if line = line.Only(kept); len(line.Rows) > 0 {
			x.addLine(line)
		}
	}
	within := sheet.Range{Row: first, Column: firstUnit, Rows: len(c.sheet.Rows) - first, Columns: len(x.sums)}
	total := x.row(c.Words.Text(terms.SheetsUnitTotal), c.Head, nil, x.looks.total)
	total.Height = 20
	var whole accountmap.Sums
	for i, sum := range x.sums {
		one := within
		one.Column, one.Columns = firstUnit+i, 1
		total.Cells[firstUnit+i] = c.sumCell("SUM(", one, sum, x.looks.total)
		whole = whole.Add(sum...)
	}
	total.Cells[shareColumn] = c.sumCell("SUM(", within, whole, x.looks.total)
	c.add(total)
	x.addOthers(whole)
	c.sheet.Scales = append(c.sheet.Scales, sheet.Scale{Range: within, Low: "#FFFFFF", High: accountview.FillMarked})
	c.widen(first)
	return true
}

// addOthers adds a row with the sums in other currencies, if there are any.
func (x *amountBlock) addOthers(whole accountmap.Sums) {
	if !x.inOwn(whole) || len(whole) == 1 {
		return // the row above has them
	}
	row := x.row(x.Words.Text(terms.SheetsOtherCurrencies), x.RowName, sheetstyle.CellText(x.Amounts(x.inOthers(whole))), x.looks.cell)
	for i, sum := range x.sums {
		if x.inOwn(sum) {
			row.Cells[firstUnit+i].Value = sheetstyle.CellText(x.Amounts(x.inOthers(sum)))
		}
	}
	x.add(row)
}

// row returns a row of the block with a name, the cell after it and a cell for each unit.
func (x *amountBlock) row(name string, nameStyle *sheet.Style, after sheet.Value, style *sheet.Style) sheet.Row {
	row := sheet.Row{Height: 18, Cells: make([]sheet.Cell, firstUnit+len(x.sums))}
	for i := range row.Cells[shareColumn:] {
		row.Cells[shareColumn+i].Style = style
	}
	row.Cells[productColumn] = sheet.Cell{Value: sheetstyle.CellText(name), Style: nameStyle}
	row.Cells[shareColumn].Value = after
	if n := sheetstyle.Lines(name, (x.sheet.Columns[productColumn].Width-productPadding)/1.1); n > 1 {
		row.Height = rowHeight(n)
	}
	return row
}

func (x *amountBlock) addLine(line accountview.ProductLine) {
	head := len(x.sheet.Rows)
	if line.Name != "" {
		x.add(x.row(line.Name, x.GroupName, nil, x.Group))
	}
	within := sheet.Range{Row: len(x.sheet.Rows), Column: firstUnit, Rows: len(line.Rows), Columns: len(x.sums)}
	var sum accountmap.Sums
	for _, r := range line.Rows {
		row := x.row(x.ProductName(r.Product.ID), x.RowName, nil, x.looks.cell)
		var own accountmap.Sums
		for i, u := range x.Coverage.Units {
			amount := x.amount(x.Map.Matrix().At(u.ID, r.Product.ID))
			if amount.IsZero() {
				continue
			}
			row.Cells[firstUnit+i].Value = x.amountOrText(accountmap.Sums{amount})
			x.sums[i], own = x.sums[i].Add(amount), own.Add(amount)
		}
		row.Cells[shareColumn] = x.sumCell("SUM(", sheet.Range{Row: len(x.sheet.Rows), Column: firstUnit, Rows: 1, Columns: len(x.sums)}, own, x.looks.cell)
		sum = sum.Add(own...)
		x.add(row)
	}
	if line.Name != "" {
		x.sheet.Rows[head].Cells[shareColumn] = x.sumCell("SUM(", within, sum, x.looks.line)
	}
}

// amountLooks are the styles of amounts, of a line's sum and of a total.
type amountLooks struct{ cell, line, total *sheet.Style }

// amountLooks returns styles without decimals if every amount is whole.
func (b *book) amountLooks(amounts []accountmap.Money) amountLooks {
	looks := amountLooks{b.Amount, b.GroupAmount, b.TotalAmount}
	unit := int64(math.Pow10(b.data.Currency.Digits()))
	if slices.ContainsFunc(amounts, func(m accountmap.Money) bool { return m.Minor%unit != 0 }) {
		return looks
	}
	for _, style := range []**sheet.Style{&looks.cell, &looks.line, &looks.total} {
		whole := **style
		whole.Number = sheet.Whole
		*style = &whole
	}
	return looks
}

// plainMoney returns an amount in the account's currency, which is in the head of the sheet.
func (b *book) plainMoney(minor int64) sheet.Value {
	return sheet.Money{Minor: minor, Decimals: b.data.Currency.Digits()}
}

// inOthers returns the amounts in other currencies than the account's.
func (b *book) inOthers(amounts accountmap.Sums) accountmap.Sums {
	return amounts.Others(b.data.Currency)
}

// inOwn reports whether there is an amount in the account's currency.
func (b *book) inOwn(amounts accountmap.Sums) bool { return len(b.inOthers(amounts)) < len(amounts) }

func (b *book) own(amounts accountmap.Sums) int64 { return amounts.In(b.data.Currency).Minor }

// amountOrText returns the amount in the account's currency as a number, or else the amounts in
// other currencies as a text: a sum of zero would suggest that there are no amounts.
func (b *book) amountOrText(amounts accountmap.Sums) sheet.Value {
	switch {
	case b.inOwn(amounts):
		return b.plainMoney(b.own(amounts))
	case len(amounts) > 0:
		return sheetstyle.CellText(b.Amounts(amounts))
	}
	return nil
}

// sumCell returns a cell with the sum of a range by a formula with the given beginning. Without an
// amount in the account's currency, its value is [book.amountOrText].
func (b *book) sumCell(begin string, within sheet.Range, amounts accountmap.Sums, style *sheet.Style) sheet.Cell {
	if !b.inOwn(amounts) {
		return sheet.Cell{Style: style, Value: b.amountOrText(amounts)}
	}
	return sheet.Cell{Style: style, Value: sheet.Formula{Expr: begin + within.String() + ")", Cached: b.plainMoney(b.own(amounts))}}
}

// widen makes the columns wide enough for the sums of a block from a row to the end of the sheet.
// Few of the amounts in the block are longer.
func (c *coverage) widen(first int) {
	s := c.sheet
	s.Columns[shareColumn].Width = max(s.Columns[shareColumn].Width, sheetstyle.WidestNumber(s.Rows[first:], shareColumn)+sheetstyle.ListPadding-1)
	total := len(s.Rows) - 1
	for i := range c.Coverage.Units {
		s.DefaultWidth = max(s.DefaultWidth, sheetstyle.WidestNumber(s.Rows[total:], firstUnit+i)+sheetstyle.ListPadding-1)
	}
}
