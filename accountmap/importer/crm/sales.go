package crm

import (
	"cmp"
	"math"

	"github.com/accountatlas/accountatlas/accountmap"
)

// sale is a line of a deal: so much of a product.
type sale struct {
	deal     *deal
	rec      *record
	product  *product
	date     accountmap.Date
	quantity float64
	amount   accountmap.Money
}

// sales returns the lines of a deal.
func (im *importer) sales(d *deal) []sale {
	var sales []sale
	for _, r := range d.lines {
		p := im.productOf(r)
		if p == nil {
			im.Warn(r.pos(cell{}), accountmap.ErrMissingValue, "export the column with the product", "the line of the deal %q names no product, and is left out", d.called())
			continue
		}
		currency := cmp.Or(im.currencyOf(r), im.currencyOf(d.rec))
		if list := im.money(r, "list", currency); p.Price.IsZero() && list.Currency == "" {
			p.Price = list
		}
		s := sale{deal: d, rec: r, product: p, date: cmp.Or(im.date(r, "date"), d.date), quantity: im.number(r, "quantity"),
			amount: im.money(r, "total", currency)}
		if s.amount.IsZero() {
			s.amount = im.priced(r, s.quantity, currency)
		}
		sales = append(sales, s)
	}
	if len(d.lines) == 0 {
		im.Warn(d.rec.pos(cell{}), accountmap.ErrMissingValue, "export the products of the deals, too, or say in the mapping which column names the product", "the deal %q names no product, and is in no cell of the coverage", d.called())
	}
	if len(sales) == 1 && sales[0].amount.IsZero() {
		sales[0].amount = im.worth(d)
	}
	return sales
}

// priced returns what so many cost, after a discount of a hundred.
func (im *importer) priced(r *record, quantity float64, currency accountmap.Currency) accountmap.Money {
	price := im.money(r, "price", currency)
	discount := im.number(r, "discount")
	if discount > 100 {
		c := r.get("discount")
		im.Warn(r.pos(c), accountmap.ErrOutOfRange, "correct it in the CRM; it is of a hundred", "%s: %q is more than the whole price, and is left out", c.heading, c.text)
		discount = 0
	}
	minor := math.Round(float64(price.Minor) * quantity * (1 - discount/100))
	if minor == 0 || math.Abs(minor) >= math.MaxInt64/2 {
		return accountmap.Money{}
	}
	return accountmap.Money{Minor: int64(minor), Currency: price.Currency}
}

// worth returns what a deal brings in all, or brought if it is won.
func (im *importer) worth(d *deal) accountmap.Money {
	currency := im.currencyOf(d.rec)
	if actual := im.money(d.rec, "actual", currency); d.status == accountmap.StatusSold && !actual.IsZero() {
		return actual
	}
	return im.money(d.rec, "amount", currency)
}

func (im *importer) addOrder(s sale) {
	if s.date.IsZero() {
		im.Warn(s.rec.pos(cell{}), accountmap.ErrMissingValue, "export the column with the close date", "the deal %q is won, and nothing says when: it makes no order", s.deal.called())
		return
	}
	im.account.Orders = append(im.account.Orders, accountmap.Order{ID: accountmap.OrderID(s.deal.id), Unit: im.clients.id(s.deal.unit),
		Product: s.product.ID,
		Date:    s.date, Quantity: s.quantity, Amount: s.amount})
	im.placed("orders", s.rec.pos(cell{}))
}

// latest returns the line with the latest date, the last of several of that day.
func latest(sales []sale) sale {
	best := sales[0]
	for _, s := range sales[1:] {
		if !s.date.Before(best.date) {
			best = s
		}
	}
	return best
}

// inLastYear reports whether a line falls in the year up to the day of the account.
func (im *importer) inLastYear(s sale) bool {
	asOf := im.account.AsOf
	yearAgo := asOf
	yearAgo.Year--
	return asOf.IsZero() || yearAgo.Before(s.date) && !asOf.Before(s.date)
}

// sum adds up the amounts in the currency of the account, of the lines that count; those in others are reported.
func (im *importer) sum(sales []sale, counts func(sale) bool) accountmap.Money {
	var total accountmap.Money
	for _, s := range sales {
		if counts != nil && !counts(s) {
			continue
		}
		if s.amount.Currency != "" {
			im.Warn(s.rec.pos(cell{}), accountmap.ErrMixedCurrencies, "export the amounts in "+cmp.Or(string(im.account.Currency), "one currency"), "the amount %s of the deal %q is not in the currency of the account, and is in no sum", s.amount.Format(im.account.Currency), s.deal.called())
			continue
		}
		sum, err := total.Add(s.amount)
		if err != nil {
			im.Warn(s.rec.pos(cell{}), accountmap.ErrOutOfRange, "check the amounts of the deals", "%s", err.Error())
			continue
		}
		total = sum
	}
	return total
}
