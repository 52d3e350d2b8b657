package export

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// bought answers "what has each unit bought?", one row a purchase.
func (b *book) bought() answer {
	a := answer{
		question: terms.WorkbookQuestionBought, none: terms.WorkbookNothingBought,
		heads: []terms.Key{terms.ColumnUnit, terms.ColumnProduct, terms.ColumnLine, terms.ColumnStatus, terms.ColumnFirstOrder,
			terms.ColumnLastOrder, terms.ColumnOrders, terms.ColumnQuantity, terms.ColumnAmount},
	}
	counts := map[accountmap.Status]int{}
	for _, p := range b.Bought("") {
		counts[p.Status]++
		product, _ := b.Product(p.Product)
		a.rows = append(a.rows, []sheet.Cell{b.unitCell(p.Unit), b.textCell(b.productName(p.Product)), b.textCell(oneLine(product.Line)),
			b.statusCell(p.Status), b.dateCell(p.First), b.dateCell(p.Last), b.numberCell(p.Orders), b.quantityCell(p.Quantity),
			b.moneyCell(p.Amounts...)})
	}
	a.summary = b.byStatus(counts)
	return a
}

// quantityCell is blank for an unknown quantity.
func (b *book) quantityCell(quantity float64) sheet.Cell {
	if quantity == 0 {
		return sheet.Cell{Style: b.number}
	}
	return sheet.Cell{Value: sheet.Number(quantity), Style: b.number}
}

// notBought answers "what has each unit not bought?": one row a cell that somebody has assessed, with what is known of it, and after them
// the products of the unit that nobody has assessed, which may be hundreds, together.
func (b *book) notBought() answer {
	a := answer{
		question: terms.WorkbookQuestionNotBought, none: terms.WorkbookNothingLeft,
		heads: []terms.Key{terms.ColumnUnit, terms.ColumnProducts, terms.ColumnReason, terms.ColumnStatus, terms.ColumnSaleKind,
			terms.ColumnCompetitor, terms.ColumnPotential, terms.ColumnTarget, terms.ColumnAsOf},
	}
	switch {
	case len(b.matrix.units) == 0:
		a.none = terms.WorkbookNoUnits
	case len(b.matrix.lines) == 0:
		a.none = terms.HandoffNoCoverage
	}
	names := b.competitorNames()
	counts := map[accountmap.Status]int{}
	var open []string // products of the unit that nobody has assessed
	var unit accountmap.UnitID
	closeUnit := func() {
		for _, products := range chunks(open, longestText) {
			a.rows = append(a.rows, []sheet.Cell{b.unitCell(unit), b.textCell(products), b.textCell(""),
				b.statusCell(accountmap.StatusUnassessed), b.textCell(""), b.textCell(""), b.moneyCell(), b.moneyCell(), b.dateCell(accountmap.Date{})})
		}
		open = nil
	}
	for _, c := range b.NotBought("") {
		if c.Unit != unit {
			closeUnit()
			unit = c.Unit
		}
		counts[c.Status]++
		if c.Status == accountmap.StatusUnassessed {
			open = append(open, b.productName(c.Product))
			continue
		}
		a.rows = append(a.rows, []sheet.Cell{b.unitCell(c.Unit), b.textCell(b.productName(c.Product)), b.textCell(c.Reason),
			b.statusCell(c.Status), b.textCell(orBlank(b.words.SaleKind, c.Kind)), b.textCell(names[c.Competitor]), b.moneyCell(c.Potential),
			b.moneyCell(c.Target), b.dateCell(c.AsOf)})
	}
	closeUnit()
	a.summary = b.byStatus(counts)
	return a
}

func (a *account) competitorNames() map[accountmap.CompetitorID]string {
	names := map[accountmap.CompetitorID]string{}
	for c := range a.Competitors() {
		names[c.ID] = oneLine(c.Name)
	}
	return names
}

// chunks joins names with commas into as few texts as fit n UTF-16 units each. A name longer than that is cut.
func chunks(names []string, n int) []string {
	var texts []string
	used := 0
	for _, name := range names {
		name = cut(name, n)
		size := utf16Len(name)
		if last := len(texts) - 1; last >= 0 && used+2+size <= n {
			texts[last] += ", " + name
			used += 2 + size
			continue
		}
		texts, used = append(texts, name), size
	}
	return texts
}
