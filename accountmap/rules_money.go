package accountmap

import (
	"cmp"
	"fmt"
)

// amounts calls visit for every amount of the account.
func (a *Account) amounts(visit func(list string, i int, key string, amount *Money)) {
	for i := range a.Products {
		visit("products", i, "price", &a.Products[i].Price)
	}
	for i := range a.Coverage {
		c := &a.Coverage[i]
		visit("coverage", i, "value", &c.Value)
		visit("coverage", i, "potential", &c.Potential)
		visit("coverage", i, "target", &c.Target)
	}
	for i := range a.Orders {
		visit("orders", i, "amount", &a.Orders[i].Amount)
	}
	for i := range a.Contracts {
		visit("contracts", i, "value", &a.Contracts[i].Value)
	}
	for i := range a.Terms {
		visit("terms", i, "value", &a.Terms[i].Value)
	}
	for i := range a.Targets {
		visit("targets", i, "sales", &a.Targets[i].Sales)
		visit("targets", i, "budget", &a.Targets[i].Budget)
	}
}

// checkCurrencies reports each cell, and each target, whose amounts are of several currencies, at the first that is not in that of the
// amounts before it. An amount in a currency of its own is none of its concern as long as it need not be held against another.
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
	a.amounts(func(list string, i int, key string, amount *Money) {
		var g group
		switch list {
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
		if amount.IsZero() || currency.valid() != nil {
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
		report(fmt.Sprintf("%s[%d].%s", list, i, key), fmt.Sprintf("the amount is in %s, but others that it is compared with are in %s",
			currencyName(currency), currencyName(before.currency)), "convert it, so that they can be summed and compared")
	})
}

func currencyName(c Currency) string { return cmp.Or(string(c), "no currency") }
