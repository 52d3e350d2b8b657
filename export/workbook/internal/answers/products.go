package answers

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/internal/cleantext"
)

// bought answers "what has each unit bought?", with one row for each purchase.
func (b *maker) bought() answer {
	a := answer{
		question: terms.WorkbookQuestionBought, none: terms.WorkbookNothingBought, rest: "coverage",
		heads: []terms.Key{terms.ColumnUnit, terms.ColumnProduct, terms.ColumnLine, terms.ColumnStatus, terms.ColumnFirstOrder,
			terms.ColumnLastOrder, terms.ColumnOrders, terms.ColumnQuantity, terms.ColumnAmount},
	}
	counts := map[accountmap.CoverageStatus]int{}
	var together purchases
	for _, p := range b.Map.Bought("") {
		if counts[p.Status]++; p.Unit != together.unit {
			b.leadPurchases(&a, together)
			together = purchases{unit: p.Unit, from: len(a.rows), first: p.First, last: p.Last}
		}
		together.add(p)
		product, _ := b.Map.Product(p.Product)
		a.addWeighted(largest(p.Amounts), b.unitCell(p.Unit), b.TextCell(b.ProductName(p.Product)), b.TextCell(accountview.OneLine(product.Line)),
			b.StatusCell(p.Status), b.DateCell(p.First), b.DateCell(p.Last), b.NumberCell(p.Orders), b.quantityCell(p.Quantity),
			b.MoneyCell(p.Amounts...))
	}
	b.leadPurchases(&a, together)
	a.summary = b.byStatus(counts)
	return a
}

func largest(amounts []accountmap.Money) (minor int64) {
	for _, m := range amounts {
		minor = max(minor, m.Minor)
	}
	return minor
}

type purchases struct {
	unit        accountmap.UnitID
	from, n     int
	first, last accountmap.Date
	orders      int
	amounts     accountmap.Sums
}

func (t *purchases) add(p accountmap.Purchase) {
	t.n++
	t.orders += p.Orders
	if !p.First.IsZero() && (t.first.IsZero() || p.First.Before(t.first)) {
		t.first = p.First
	}
	if t.last.Before(p.Last) {
		t.last = p.Last
	}
	t.amounts = t.amounts.Add(p.Amounts...)
}

func (b *maker) leadPurchases(a *answer, t purchases) {
	if t.n == 0 {
		return
	}
	a.lead(t.from, 0, b.led(b.unitCell(t.unit), b.TextCell(b.Words.Count(terms.SheetsProducts, t.n)), b.TextCell(""), b.TextCell(""),
		b.DateCell(t.first), b.DateCell(t.last), b.NumberCell(t.orders), b.quantityCell(0), b.MoneyCell(t.amounts...))...)
}

func (b *maker) led(cells ...sheet.Cell) []sheet.Cell {
	for i := range cells {
		if cells[i].Style == b.Number {
			cells[i].Style = b.GroupNumber
		} else {
			cells[i].Style = b.GroupText
		}
	}
	return cells
}

func (b *maker) quantityCell(quantity float64) sheet.Cell {
	if quantity == 0 {
		return sheet.Cell{Style: b.Number}
	}
	return sheet.Cell{Value: sheet.Number(quantity), Style: b.Number}
}

// notBought answers "what has each unit not bought?", with one row for each assessed cell and its
// details. The unassessed products of a unit, possibly hundreds, share one row.
func (b *maker) notBought() answer {
	a := answer{
		question: terms.WorkbookQuestionNotBought, none: terms.WorkbookNothingLeft, rest: "coverage",
		heads: []terms.Key{terms.ColumnUnit, terms.ColumnProducts, terms.ColumnReason, terms.ColumnStatus, terms.ColumnSaleKind,
			terms.ColumnCompetitor, terms.ColumnPotential, terms.ColumnTarget, terms.ColumnAsOf},
	}
	switch {
	case len(b.Coverage.Units) == 0:
		a.none = terms.WorkbookNoUnits
	case len(b.Coverage.Lines) == 0:
		a.none = terms.HandoffNoCoverage
	}
	names := map[accountmap.CompetitorID]string{}
	for c := range b.Map.Competitors() {
		names[c.ID] = accountview.OneLine(c.Name)
	}
	counts, unitCounts := map[accountmap.CoverageStatus]int{}, map[accountmap.CoverageStatus]int{}
	var open []string // unassessed products of the unit
	var unit accountmap.UnitID
	from := 0
	closeUnit := func() {
		if len(unitCounts) > 0 {
			a.lead(from, 2, b.led(b.unitCell(unit), b.TextCell(b.byStatus(unitCounts)), b.TextCell(""), b.TextCell(""), b.TextCell(""),
				b.TextCell(""), b.MoneyCell(), b.MoneyCell(), b.DateCell(accountmap.Date{}))...)
		}
		for _, products := range chunks(open, sheetstyle.LongestText) {
			a.add(b.unitCell(unit), b.TextCell(products), b.TextCell(""),
				b.StatusCell(accountmap.CoverageUnassessed), b.TextCell(""), b.TextCell(""), b.MoneyCell(), b.MoneyCell(), b.DateCell(accountmap.Date{}))
			a.rows[len(a.rows)-1].span = 2
		}
		open, from = nil, len(a.rows)
		clear(unitCounts)
	}
	for _, c := range b.Map.NotBought("") {
		if c.Unit != unit {
			closeUnit()
			unit = c.Unit
		}
		counts[c.Status]++
		unitCounts[c.Status]++
		if c.Status == accountmap.CoverageUnassessed {
			open = append(open, b.ProductName(c.Product))
			continue
		}
		a.addWeighted(c.Potential.Minor, b.unitCell(c.Unit), b.TextCell(b.ProductName(c.Product)), b.TextCell(c.Reason),
			b.StatusCell(c.Status), b.TextCell(accountview.OrBlank(b.Words.SaleKind, c.Kind)), b.TextCell(names[c.Competitor]), b.MoneyCell(c.Potential),
			b.MoneyCell(c.Target), b.DateCell(c.AsOf))
	}
	closeUnit()
	a.summary = b.byStatus(counts)
	return a
}

// chunks joins names with commas into as few texts as possible of at most n UTF-16 units each. A
// longer name is cut.
func chunks(names []string, n int) []string {
	var texts []string
	used := 0
	for _, name := range names {
		name = sheetstyle.Cut(name, n)
		size := cleantext.UTF16Len(name)
		if last := len(texts) - 1; last >= 0 && used+2+size <= n {
			texts[last] += ", " + name
			used += 2 + size
			continue
		}
		texts, used = append(texts, name), size
	}
	return texts
}
