package crm

import (
	"cmp"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
)

type cellKey struct {
	unit    int
	product *product
}

func (im *importer) addCoverage() {
	cells := map[cellKey][]sale{}
	for _, d := range im.deals {
		if d.membership != withinClient || d.status == "" {
			continue
		}
		for _, s := range im.sales(d) {
			k := cellKey{d.unit, s.product}
			cells[k] = append(cells[k], s)
			s.product.wanted = true
			if d.status == accountmap.CoverageSold {
				im.addOrder(s)
			}
		}
	}
	for _, k := range slices.SortedFunc(maps.Keys(cells), im.compareCells) {
		im.account.Coverage = append(im.account.Coverage, im.cell(k.unit, k.product, cells[k]))
		im.placed("coverage", cells[k][0].rec.pos(cell{}))
	}
}

func (im *importer) compareCells(a, b cellKey) int {
	return cmp.Or(cmp.Compare(im.clients.units[a.unit].place, im.clients.units[b.unit].place), cmp.Compare(a.product.place, b.product.place))
}

func (im *importer) cell(unit int, p *product, sales []sale) accountmap.Cell {
	var won, open, lost []sale
	for _, s := range sales {
		switch {
		case s.deal.status == accountmap.CoverageSold:
			won = append(won, s)
		case s.deal.open:
			open = append(open, s)
		default:
			lost = append(lost, s)
		}
	}
	c := accountmap.Cell{Unit: im.clients.id(unit), Product: p.ID}
	deciding := latest(sales)
	switch {
	case len(won) > 0:
		deciding = latest(won)
		c.Status = accountmap.CoverageSold
	case len(open) > 0:
		deciding = latest(open)
		c.Status = accountmap.CoverageOpportunity
		if i := slices.IndexFunc(open, func(s sale) bool { return s.deal.status == accountmap.CoverageProposed }); i >= 0 {
			deciding, c.Status = open[i], accountmap.CoverageProposed
		}
	default:
		im.markLost(&c, deciding)
	}
	im.reportLosses(lost, deciding)
	im.reportRivals(won)
	im.reportRivals(open)
	for _, word := range im.words(deciding.deal.rec, fieldKind) {
		c.Kind = accountmap.SaleKind(word)
	}
	if !c.Status.Sellable() {
		c.Kind, c.Potential = "", accountmap.Money{}
		return c
	}
	c.Value = im.sum(won, im.inLastYear)
	if len(open) > 0 {
		c.Potential = im.sum(open, nil)
	}
	return c
}

// reportLosses reports the lost deals of a cell whose status another deal decides, since a cell has
// one reason.
func (im *importer) reportLosses(lost []sale, deciding sale) {
	for _, s := range lost {
		r := s.deal.rec
		if s.deal != deciding.deal && (r.get(fieldReason).text != "" || r.get(fieldCompetitor).text != "") {
			im.Warn(r.pos(cell{}), ErrLeftOut, message.Of("no action needed unless the cell should say so: see its reason"), "the deal %q was lost, but another deal decides the status of its cell: the reason for the loss is ignored", s.deal.called())
		}
	}
}

func (im *importer) reportRivals(sales []sale) {
	for _, s := range sales {
		r := s.deal.rec
		for _, f := range []field{fieldCompetitor, fieldReason} {
			if c := r.get(f); c.text != "" {
				im.WarnOf(c.heading, r.pos(c), ErrLeftOut, message.Of("no action needed unless the account should say so: add it by hand"), "the deal %q is not lost, and its %s, %q, is left out", s.deal.called(), c.heading, c.text)
			}
		}
	}
}

func (im *importer) markLost(c *accountmap.Cell, s sale) {
	r := s.deal.rec
	c.Status, c.AsOf = s.deal.status, s.deal.date
	c.Potential = im.sum([]sale{s}, nil)
	var reason []string
	for _, f := range []field{fieldOutcome, fieldStage, fieldReason} {
		if text := r.get(f).text; text != "" {
			reason = append(reason, text)
		}
	}
	c.Reason = strings.Join(reason, ": ")
	if rival := r.get(fieldCompetitor); rival.text != "" {
		c.Competitor = im.competitor(rival.text)
		if c.Status == accountmap.CoverageGap {
			c.Status = accountmap.CoverageCompetitor
		}
	}
}

func (im *importer) competitor(text string) accountmap.CompetitorID {
	var first accountmap.CompetitorID
	for name := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == ',' }) {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		id, known := im.rivals[key(name)]
		if !known {
			id = accountmap.CompetitorID(name)
			im.rivals[key(name)] = id
			im.account.Competitors = append(im.account.Competitors, accountmap.Competitor{ID: id, Name: name})
		}
		first = cmp.Or(first, id)
	}
	return first
}

// sale is a line of a deal: a quantity of a product.
type sale struct {
	deal     *deal
	rec      *record
	product  *product
	date     accountmap.Date
	quantity float64
	amount   accountmap.Money
}

func (im *importer) sales(d *deal) []sale {
	var sales []sale
	for _, r := range d.lines {
		p := im.productOf(r)
		if p == nil {
			im.Warn(r.pos(cell{}), accountmap.ErrMissingValue, message.Of("export the column with the product"), "the line of the deal %q names no product, and is ignored", d.called())
			continue
		}
		currency := cmp.Or(im.currencyOf(r), im.currencyOf(d.rec))
		if list := im.money(r, fieldList, currency); p.Price.IsZero() && list.Currency == "" {
			p.Price = list
		}
		s := sale{deal: d, rec: r, product: p, date: cmp.Or(im.date(r, fieldDate), d.date), quantity: im.number(r, fieldQuantity),
			amount: im.money(r, fieldTotal, currency)}
		if priced := im.priced(r, currency); s.amount.IsZero() && !r.get(fieldTotal).isZero() {
			s.amount = priced
			if price := r.get(fieldPrice); price.text != "" && r.get(fieldQuantity).text == "" {
				im.WarnOf(price.heading, r.pos(price), accountmap.ErrMissingValue, message.Of("export the column with the quantity"), "the deal %q has the %s %s but no quantity, so it has no amount", d.called(), price.heading, problems.Quote(price.text))
			}
		} else if !priced.IsZero() && priced != s.amount {
			im.Warn(r.pos(r.get(fieldTotal)), ErrContradiction, message.Of("no action needed unless the total is wrong"),
				"a line of the deal %q has the total %s, but its quantity times its price is %s: the total counts", d.called(),
				s.amount.Format(im.account.Currency), priced.Format(im.account.Currency))
		}
		sales = append(sales, s)
	}
	if len(d.lines) == 0 {
		im.Warn(d.rec.pos(cell{}), accountmap.ErrMissingValue, message.Of("also export the products of the deals, or say in the mapping which column names the product"), "the deal %q names no product, so it is in no cell of the coverage and in no order", d.called())
	}
	for _, r := range d.own {
		c := cmp.Or(r.get(fieldProductName), r.get(fieldProduct), r.get(fieldCode))
		i, found := im.catalog.find(im.system, c.text)
		if !found || !slices.ContainsFunc(sales, func(s sale) bool { return s.product == im.catalog.all[i] }) {
			im.WarnOf(c.heading, r.pos(c), ErrLeftOut, message.Of("no action needed unless a line is missing"), "the deal %q names the product %q, which is in none of its lines: the lines count", d.called(), c.text)
		}
	}
	im.share(d, sales)
	return sales
}

func (im *importer) share(d *deal, sales []sale) {
	if len(sales) == 0 {
		return
	}
	if slices.ContainsFunc(sales, func(s sale) bool { return !s.amount.IsZero() }) {
		im.reportSum(d, sales)
		return
	}
	if d.lined {
		for i := range sales {
			sales[i].amount = im.worth(d, sales[i].rec)
		}
		return
	}
	whole := im.worth(d, d.rec)
	if whole.IsZero() {
		return
	}
	if len(sales) > 1 {
		im.Warn(d.rec.pos(cell{}), accountmap.ErrMissingValue, message.Of("also export the amounts of the lines"),
			"the deal %q has one amount, %s, for %d products: each gets an equal share", d.called(), whole.Format(im.account.Currency), len(sales))
	}
	n := int64(len(sales))
	for i := range sales {
		sales[i].amount = accountmap.Money{Minor: whole.Minor / n, Currency: whole.Currency}
	}
	sales[0].amount.Minor += whole.Minor % n
}

// reportSum reports a deal whose amount differs from the sum of its lines.
func (im *importer) reportSum(d *deal, sales []sale) {
	whole := im.worth(d, d.rec)
	var sum accountmap.Money
	for _, s := range sales {
		var err error
		s.amount.Currency = cmp.Or(s.amount.Currency, im.account.Currency)
		if sum, err = sum.Add(s.amount); err != nil {
			return
		}
	}
	if sum = im.inAccount(sum); d.lined || whole.IsZero() || whole == sum {
		return
	}
	im.Warn(d.rec.pos(d.rec.get(fieldAmount)), ErrContradiction, message.Of("no action needed unless lines are missing or the deal has a discount of its own"),
		"the deal %q has the amount %s, but its lines add up to %s: the lines count", d.called(), whole.Format(im.account.Currency), sum.Format(im.account.Currency))
}

// priced returns the price of a quantity after a discount in per cent.
func (im *importer) priced(r *record, currency accountmap.Currency) accountmap.Money {
	price, quantity, discount := im.exact(r, fieldPrice), im.exact(r, fieldQuantity), im.exact(r, fieldDiscount)
	im.reportZero(r, r.get(fieldPrice))
	if discount != nil && discount.Cmp(big.NewRat(100, 1)) > 0 {
		c := r.get(fieldDiscount)
		im.Warn(r.pos(c), accountmap.ErrOutOfRange, message.Of("correct it in the CRM; it is a percentage"), "%s: %q is more than the whole price, and is ignored",
			c.heading, c.text)
		discount = nil
	}
	if price == nil || quantity == nil {
		return accountmap.Money{}
	}
	amount := new(big.Rat).Mul(price, quantity)
	if discount != nil {
		left := new(big.Rat).Sub(big.NewRat(100, 1), discount)
		amount.Mul(amount, left.Quo(left, big.NewRat(100, 1)))
	}
	unit := r.get(fieldPrice)
	_, named, _ := unit.spelling().Exact(unit.text, cmp.Or(currency, im.account.Currency))
	m := accountmap.Money{Currency: cmp.Or(named, currency)}
	minor, _, ok := values.Round(amount, cmp.Or(m.Currency, im.account.Currency))
	if !ok {
		return accountmap.Money{}
	}
	m.Minor = minor
	return im.inAccount(m)
}

// worth returns the expected amount of a row of a deal, or the actual amount if the deal is won.
func (im *importer) worth(d *deal, r *record) accountmap.Money {
	currency := cmp.Or(im.currencyOf(r), im.currencyOf(d.rec))
	if actual := im.money(r, fieldActual, currency); d.status == accountmap.CoverageSold && !actual.IsZero() {
		return actual
	}
	return im.money(r, fieldAmount, currency)
}

func (im *importer) addOrder(s sale) {
	if s.date.IsZero() {
		fault, hint := message.Of("has no close date"), message.Of("export the column with the close date")
		if d := s.deal.rec; d.get(fieldClose).text+d.get(fieldClosedOn).text != "" {
			fault, hint = message.Of("its close date cannot be read"), message.Of("correct it, as the warning of its column says")
		}
		im.Warn(s.rec.pos(cell{}), accountmap.ErrMissingValue, hint, "the deal %q is won, but %s: it makes no order", s.deal.called(), problems.Text(fault))
		return
	}
	im.account.Orders = append(im.account.Orders, accountmap.Order{ID: accountmap.OrderID(s.deal.id), Unit: im.clients.id(s.deal.unit),
		Product: s.product.ID,
		Date:    s.date, Quantity: s.quantity, Amount: s.amount})
	im.placed("orders", s.rec.pos(cell{}))
}

// latest returns the line with the latest date, the last one of that day.
func latest(sales []sale) sale {
	best := sales[0]
	for _, s := range sales[1:] {
		if !s.date.Before(best.date) {
			best = s
		}
	}
	return best
}

func (im *importer) inLastYear(s sale) bool {
	asOf := im.account.AsOf
	yearAgo := asOf
	yearAgo.Year--
	return asOf.IsZero() || yearAgo.Before(s.date) && !asOf.Before(s.date)
}

// sum adds up the amounts in the currency of the account. Amounts in other currencies are reported.
func (im *importer) sum(sales []sale, counts func(sale) bool) accountmap.Money {
	var total accountmap.Money
	for _, s := range sales {
		if counts != nil && !counts(s) {
			continue
		}
		if s.amount.Currency != "" {
			im.Warn(s.rec.pos(cell{}), accountmap.ErrMixedCurrencies, message.Of("export the amounts in %s", cmp.Or(string(im.account.Currency), message.Of("one currency"))),
				"the amount %s of the deal %q is not in the currency of the account, so no sum includes it", s.amount.Format(im.account.Currency), s.deal.called())
			continue
		}
		sum, err := total.Add(s.amount)
		if err != nil {
			im.Warn(s.rec.pos(cell{}), accountmap.ErrOutOfRange, message.Of("check the amounts of the deals"), "%s", problems.Text(err.Error()))
			continue
		}
		total = sum
	}
	return total
}
