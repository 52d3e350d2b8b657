package accountmap

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

func checkDuplicateCoverage(a *Account, report Report) {
	first := make(map[cellKey]int, len(a.Coverage))
	unit, product := unitNames(a), names(a.Products, func(p Product) (ProductID, string) { return p.ID, p.Name })
	for i, c := range a.Coverage {
		key := cellKey{c.Unit, c.Product}
		if j, taken := first[key]; taken {
			report(fmt.Sprintf("coverage[%d]", i), message.Of("unit %s and product %s already have an entry", unit(c.Unit), product(c.Product)), message.Of("merge the two entries"), fmt.Sprintf("coverage[%d]", j))
			continue
		}
		first[key] = i
	}
}

func checkReasons(a *Account, report Report) {
	for i, c := range a.Coverage {
		if !c.Status.Sellable() && strings.TrimSpace(c.Reason) == "" {
			report(fmt.Sprintf("coverage[%d].reason", i), message.Of("the cell is %s, but has no reason", c.Status),
				message.Of("write the reason"))
		}
	}
}

// checkUnexpectedOrders reports each cell once, however many orders it has. Cancelled orders do not
// count.
func checkUnexpectedOrders(a *Account, report Report) {
	type sales struct {
		orders int
		last   Date
	}
	unsold := map[cellKey]*sales{}
	isSold := func(c Cell) bool {
		return c.Status == CoverageUnassessed || c.Status == CoverageSold || c.Status == CoverageLapsed
	}
	for _, c := range a.Coverage {
		if !isSold(c) {
			unsold[cellKey{c.Unit, c.Product}] = &sales{}
		}
	}
	for _, o := range a.Orders {
		if s := unsold[cellKey{o.Unit, o.Product}]; s != nil && o.Status != OrderCancelled {
			s.orders++
			if s.last.Before(o.Date) {
				s.last = o.Date
			}
		}
	}
	for i, c := range a.Coverage {
		s := unsold[cellKey{c.Unit, c.Product}]
		if isSold(c) || s.orders == 0 {
			continue
		}
		detail := message.Of("the cell is %s, but has orders: %d, the last of %s", quote.Cut(string(c.Status)), s.orders, s.last)
		if s.last.IsZero() {
			detail = message.Of("the cell is %s, but has orders: %d", quote.Cut(string(c.Status)), s.orders)
		}
		report(fmt.Sprintf("coverage[%d].status", i), detail, message.Of("make it %s, or %s if they no longer buy it, or correct the orders", "sold", "lapsed"))
		s.orders = 0
	}
}

// checkNegativeAmounts reports amounts below zero, except for those that may have credit notes in
// them: the amounts of orders and the sales of cells.
func checkNegativeAmounts(a *Account, report Report) {
	a.amounts(func(at schema.Path, amount *Money) {
		list, _, _ := at.Entry()
		key := at[len(at)-1].Key
		unread := amount.Minor == math.MinInt64 // another rule reports it
		if amount.Minor < 0 && !unread && list != "orders" && (list != "coverage" || key != "value") {
			report(at.String(), message.Of("the %s %s is negative", key, amount.Format(a.Currency)),
				message.Of("write it without the minus sign, or leave it out; a credit is an order with a negative amount"))
		}
	})
}

// checkBlockedOpportunities reports expectations in a cell that is blocked or not relevant.
func checkBlockedOpportunities(a *Account, report Report) {
	for i, c := range a.Coverage {
		if c.Status.Sellable() {
			continue
		}
		expected := func(is bool, key string) {
			if is {
				report(fmt.Sprintf("coverage[%d].%s", i, key), message.Of("the cell is %s, but has a %s", c.Status, key),
					message.Of("remove one of the two: what is %s counts in no sum", c.Status))
			}
		}
		expected(c.Kind != "", "kind")
		expected(!c.Value.IsZero(), "value")
		expected(!c.Potential.IsZero(), "potential")
		expected(!c.Target.IsZero(), "target")
	}
}

// checkCurrencies reports each cell and target with amounts in several currencies, at the first
// amount whose currency differs. Amounts that are not compared with others may be in any currency.
func checkCurrencies(a *Account, report Report) {
	type group struct {
		cellKey
		target int // 0 for a cell
	}
	type seen struct {
		currency Currency
		reported bool
	}
	groups := map[group]*seen{}
	a.amounts(func(at schema.Path, amount *Money) {
		var g group
		switch list, i, _ := at.Entry(); list {
		case "coverage":
			g = group{cellKey: cellKey{a.Coverage[i].Unit, a.Coverage[i].Product}}
		case "orders":
			g = group{cellKey: cellKey{a.Orders[i].Unit, a.Orders[i].Product}}
		case "targets":
			g = group{target: i + 1}
		default:
			return
		}
		currency := cmp.Or(amount.Currency, a.Currency)
		if currency.valid() != nil {
			return
		}
		before := groups[g]
		if before == nil {
			groups[g] = &seen{currency: currency}
			return
		}
		if before.currency == currency || before.reported {
			return
		}
		before.reported = true
		report(at.String(), message.Of("the amount is in %s, but the amounts compared with it are in %s",
			currencyName(currency), currencyName(before.currency)), message.Of("convert it, so that they can be summed and compared"))
	})
}

func currencyName(c Currency) string { return cmp.Or(string(c), message.Of("no currency")) }

// inOrder returns a function that reports a second date before the first, if both are known. An
// index below 0 means an object, not an entry of a list.
func inOrder(report Report) func(list string, i int, firstKey string, first Date, secondKey string, second Date) {
	return func(list string, i int, firstKey string, first Date, secondKey string, second Date) {
		if first.IsZero() || second.IsZero() || !second.Before(first) {
			return
		}
		place := list
		if i >= 0 {
			place = fmt.Sprintf("%s[%d]", list, i)
		}
		report(place+"."+secondKey, message.Of("%s %s is before %s %s", secondKey, second, firstKey, first), message.Of("correct one of the two"))
	}
}

func checkReversedDates(a *Account, report Report) {
	pair := inOrder(report)
	for i, c := range a.Contracts {
		pair("contracts", i, "start", c.Start, "end", c.End)
		pair("contracts", i, "start", c.Start, "renewal", c.Renewal)
	}
	for i, e := range a.Endorsements {
		pair("endorsements", i, "asked", e.Asked, "given", e.Given)
		pair("endorsements", i, "asked", e.Asked, "declined", e.Declined)
		pair("endorsements", i, "given", e.Given, "expires", e.Expires)
	}
	for i, c := range a.Communications {
		pair("communications", i, "date", c.Date, "followUp", c.FollowUp)
	}
	for i, m := range a.Milestones {
		pair("milestones", i, "start", m.Start, "due", m.Due)
	}
	for i, m := range a.Team {
		pair("team", i, "from", m.From, "to", m.To)
	}
	for i, c := range a.Cases {
		pair("cases", i, "opened", c.Opened, "closed", c.Closed)
	}
	pair("handoff", -1, "start", a.Handoff.Start, "end", a.Handoff.End)
	pair("handoff", -1, "start", a.Handoff.Start, "signedOff", a.Handoff.SignedOff)
}

// checkOrderDates is a warning, unlike checkReversedDates: orders come from other systems by the
// thousand, and one wrong date need not stop the account.
func checkOrderDates(a *Account, report Report) {
	pair := inOrder(report)
	for i, o := range a.Orders {
		pair("orders", i, "date", o.Date, "due", o.Due)
		pair("orders", i, "date", o.Date, "delivered", o.Delivered)
	}
}

func checkExpired(a *Account, report Report) {
	name := contactNames(a)
	for i, e := range a.Endorsements {
		if e.Kind == EndorsementTestimonial && !e.Given.IsZero() && e.Expired(a.AsOf) {
			report(fmt.Sprintf("endorsements[%d].expires", i), message.Of("the testimonial of %s expired on %s",
				name(e.Contact), e.Expires), message.Of("ask for another"))
		}
	}
}
