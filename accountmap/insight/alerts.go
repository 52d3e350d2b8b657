package insight

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Alert is a warning that a unit orders a product less often, or less of it, than before.
type Alert struct {
	// Reason is [accountmap.ReasonSilent] or [accountmap.ReasonFewer].
	Reason  accountmap.Reason
	Unit    accountmap.UnitID
	Product accountmap.ProductID
	// Last is the day of the last order, Silent the number of days since then, and Every the usual
	// number of days between orders.
	Last   accountmap.Date
	Silent int
	Every  float64
	// Quantity is the number of pieces ordered in the latest window, Usual the median of the three
	// windows before. Both are zero for [accountmap.ReasonSilent].
	Quantity, Usual float64
	// AtRisk is the sum of the orders in the twelve months up to the last one, one amount for each
	// currency.
	AtRisk []accountmap.Money
	// Call lists the people to ask about it: at most three, the ones we know best in the unit, or else
	// the one whom we know best above it. Empty means that we know nobody.
	Call []accountmap.ContactID
	// Member is the one of ours who asks, and By the day by which: see [DefaultAskWithin]. An empty
	// Member means that nobody of ours is on the account.
	Member accountmap.MemberID
	By     accountmap.Date
}

// Alerts answers "which orders should worry us on this day?", with at most one alert for each unit
// and product. There are two kinds: a product that was ordered regularly has been silent for too
// long, or it is still ordered, but in much smaller quantities than in each of the three windows
// before. There is no alert where the coverage already says that the product is no longer sold
// (lapsed, competitor, in-house, blocked, not relevant).
//
// The order is by the amount at risk in the account's currency, then by the days of silence, the
// highest first; ties are in the order of [accountmap.Map.Units], then of
// [accountmap.Map.Products]. The zero asOf means the account's own day; where that is unknown too,
// there are no alerts.
func Alerts(m *accountmap.Map, asOf accountmap.Date, t Thresholds) []Alert {
	if asOf.IsZero() {
		asOf = m.Profile().AsOf
	}
	if asOf.IsZero() {
		return nil
	}
	var alerts []Alert
	usage, callees := quantities(m, asOf, t.window()), whomToCall(m, asOf)
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
		people := accountmap.Liaison{}
		if len(a.Call) > 0 {
			people.Contact = a.Call[0]
		}
		people = m.Liaison(r.Unit, asOf, people)
		if len(a.Call) == 0 {
			a.Call = ids(people.Contact)
		}
		a.Member, a.By = people.Member, asOf.AddDays(DefaultAskWithin)
		alerts = append(alerts, a)
	}
	currency := m.Profile().Currency
	slices.SortStableFunc(alerts, func(a, b Alert) int {
		return cmp.Or(cmp.Compare(atRisk(b, currency), atRisk(a, currency)), cmp.Compare(b.Silent, a.Silent))
	})
	return alerts
}

// watched reports whether orders are expected in a cell with this status.
func watched(s accountmap.CoverageStatus) bool {
	switch s {
	case accountmap.CoverageLapsed, accountmap.CoverageCompetitor, accountmap.CoverageInHouse, accountmap.CoverageBlocked, accountmap.CoverageNotRelevant:
		return false
	}
	return true
}

func atRisk(a Alert, c accountmap.Currency) int64 {
	return accountmap.OrderTotal{Amounts: a.AtRisk}.In(c).Minor
}

// whomToCall returns the people whom we know best in each unit.
func whomToCall(m *accountmap.Map, asOf accountmap.Date) map[accountmap.UnitID][]accountmap.ContactID {
	const maxPeople = 3
	call := map[accountmap.UnitID][]accountmap.ContactID{}
	for _, u := range m.Known("", asOf) {
		call[u.Unit] = u.Contacts[:min(maxPeople, len(u.Contacts))]
	}
	return call
}
