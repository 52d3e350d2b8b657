package insight

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Alert says that orders of a product by a unit are not what they were.
type Alert struct {
	// Reason is [accountmap.ReasonSilent] or [accountmap.ReasonFewer].
	Reason  accountmap.Reason
	Unit    accountmap.UnitID
	Product accountmap.ProductID
	// Last is the day of the last order, and Silent the number of days since. Every is the usual number of days between orders.
	Last   accountmap.Date
	Silent int
	Every  float64
	// Quantity is what was ordered in the latest window and Usual the median of the three before; both are zero for silence.
	Quantity, Usual float64
	// AtRisk is what the orders of the twelve months up to the last one come to, a sum for each currency.
	AtRisk []accountmap.Money
	// Call names whom to ask why: the people whom we know best in the unit, three at most. Empty means that we know nobody there.
	Call []accountmap.ContactID
}

// Alerts answers "which orders should worry us on a day?", with at most one alert for each unit and product. A product that was ordered
// regularly and is silent for longer than it should gives an alert; so does one that is ordered still, of which the latest window brought too
// little beside each of the three windows before. Where coverage says that the product is not sold any more (lapsed, gone to a competitor
// or in-house, blocked, not relevant), everybody knows, and there is no alert.
//
// The alerts with most at risk in the account's currency come first, then those silent for longest; ties are by unit in the order of
// [accountmap.Map.Units] and by product in that of [accountmap.Map.Products]. The zero asOf is the account's own day; where that is not known
// either, there are no alerts.
func Alerts(m *accountmap.Map, asOf accountmap.Date, t Thresholds) []Alert {
	if asOf.IsZero() {
		asOf = m.Profile().AsOf
	}
	if asOf.IsZero() {
		return nil
	}
	var alerts []Alert
	usage, callees := quantities(m, asOf, t.window()), whomToCall(m)
	for _, r := range m.Rhythms(asOf) {
		if r.Orders < t.orders() || !watched(r.Status) || !t.reached(r.Ordered) {
			continue
		}
		a := Alert{Unit: r.Unit, Product: r.Product, Last: r.Last, Silent: r.Silent, Every: r.Every, AtRisk: r.Ordered.Amounts, Call: slices.Clone(callees[r.Unit])}
		windows := usage[cell{r.Unit, r.Product}]
		switch {
		case float64(r.Silent) > t.silence()*r.Every:
			a.Reason = accountmap.ReasonSilent
		case windows.dropped(t.share()):
			a.Reason, a.Quantity, a.Usual = accountmap.ReasonFewer, windows[0], windows.usual()
		default:
			continue
		}
		alerts = append(alerts, a)
	}
	currency := m.Profile().Currency
	slices.SortStableFunc(alerts, func(a, b Alert) int {
		return cmp.Or(cmp.Compare(atRisk(b, currency), atRisk(a, currency)), cmp.Compare(b.Silent, a.Silent))
	})
	return alerts
}

// watched reports whether a cell in this state is one where orders are still to be expected.
func watched(s accountmap.Status) bool {
	switch s {
	case accountmap.StatusLapsed, accountmap.StatusCompetitor, accountmap.StatusInHouse, accountmap.StatusBlocked, accountmap.StatusNotRelevant:
		return false
	}
	return true
}

func atRisk(a Alert, c accountmap.Currency) int64 {
	return accountmap.OrderTotal{Amounts: a.AtRisk}.In(c).Minor
}

// whomToCall lists the people whom we know best in each unit.
func whomToCall(m *accountmap.Map) map[accountmap.UnitID][]accountmap.ContactID {
	const most = 3
	call := map[accountmap.UnitID][]accountmap.ContactID{}
	for _, u := range m.Known("") {
		call[u.Unit] = u.Contacts[:min(most, len(u.Contacts))]
	}
	return call
}
