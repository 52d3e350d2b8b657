package insight

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Alert is a change in what a unit orders of a product.
type Alert struct {
	Severity AlertSeverity
	// Reason is [accountmap.ReasonSilent] or [accountmap.ReasonFewer] for an alarm,
	// [accountmap.ReasonMore] or [accountmap.ReasonFirstOrder] for what is noteworthy.
	Reason  accountmap.Reason
	Unit    accountmap.UnitID
	Product accountmap.ProductID
	// Last is the day of the last order, Silent the number of days since then, and Every the usual
	// number of days between orders.
	Last   accountmap.Date
	Silent int
	Every  float64
	// Quantity is the number of pieces ordered lately, and Usual the usual one in the same time, by
	// the median of the orders of the year before: of the last three orders, of the only one in the
	// time of three, or of the last one where orders are months apart. Both are zero for
	// [accountmap.ReasonSilent] and [accountmap.ReasonFirstOrder].
	Quantity, Usual float64
	// AtRisk is the sum of the orders in the twelve months up to the last one, one amount for each
	// currency. For what is noteworthy it is what may grow.
	AtRisk []accountmap.Money
	// Call lists the people to ask about it: at most three, the ones we know best in the unit, or else
	// the one whom we know best above it. Empty means that we know nobody.
	Call []accountmap.ContactID
	// Member is the one of ours who asks, and By the day by which: see [DefaultAskWithin]. An empty
	// Member means that nobody of ours is on the account.
	Member accountmap.MemberID
	By     accountmap.Date
}

// AlertSeverity says how much an alert matters.
type AlertSeverity string

// The severities of alerts.
const (
	AlertAlarming   AlertSeverity = "alarming"   // orders have stopped, or become fewer
	AlertNoteworthy AlertSeverity = "noteworthy" // orders have grown, or the first one has come
)

// AlertSeverities lists the severities of alerts, the alarming one first.
func AlertSeverities() []AlertSeverity { return []AlertSeverity{AlertAlarming, AlertNoteworthy} }

func (s AlertSeverity) rank() int { return slices.Index(AlertSeverities(), s) }

// Alerts answers "which orders should we ask about on this day?", with at most one alert for each
// unit and product. Alarming is a product that was ordered regularly and has been silent for too
// long, or of which much less is ordered than usual. Noteworthy is a product of which much more is
// ordered than usual, or the one that a unit has ordered for the first time in a year without
// other new products. Like is compared with like: a season or a break that the year before had, too, is no change. There is no alarm where the
// coverage already says that the product is no longer sold (lapsed, competitor, in-house, blocked,
// not relevant).
//
// Alarms come first. Within a severity the order is by the yearly amount in the account's currency,
// then by the days of silence, the highest first; ties are in the order of [accountmap.Map.Units],
// then of [accountmap.Map.Products]. The zero asOf means the account's own day; where that is
// unknown too, there are no alerts.
func Alerts(m *accountmap.Map, asOf accountmap.Date, t Thresholds) []Alert {
	if asOf.IsZero() {
		asOf = m.Profile().AsOf
	}
	if asOf.IsZero() {
		return nil
	}
	return alertsOf(m, asOf, m.Rhythms(asOf), t)
}

func alertsOf(m *accountmap.Map, today accountmap.Date, rhythms []accountmap.Rhythm, t Thresholds) []Alert {
	var alerts []Alert
	callees, news := whomToCall(m, today), firstOrders(m, today, rhythms)
	for i, r := range rhythms {
		if !t.reached(r.Ordered) {
			continue
		}
		a, changed := t.judge(newHistory(r, today))
		if !changed && news[i] {
			a, changed = Alert{Severity: AlertNoteworthy, Reason: accountmap.ReasonFirstOrder}, true
		}
		if !changed {
			continue
		}
		a.Unit, a.Product, a.Last, a.Silent, a.Every, a.AtRisk = r.Unit, r.Product, r.Last, r.Silent, r.Every, r.Ordered.Amounts
		a.Call = slices.Clone(callees[r.Unit])
		people := m.Liaison(r.Unit, today, accountmap.Liaison{Contact: firstOf(a.Call)})
		if len(a.Call) == 0 {
			a.Call = ids(people.Contact)
		}
		a.Member, a.By = people.Member, today.AddDays(DefaultAskWithin)
		alerts = append(alerts, a)
	}
	currency := m.Profile().Currency
	slices.SortStableFunc(alerts, func(a, b Alert) int {
		return cmp.Or(cmp.Compare(a.Severity.rank(), b.Severity.rank()), cmp.Compare(atRisk(b, currency), atRisk(a, currency)), cmp.Compare(b.Silent, a.Silent))
	})
	return alerts
}

// firstOrders returns which rhythms, by index, are the one new product of a unit: the largest one
// where several are ordered on one day. To a unit that tries something every few months, or whose
// orders we know for less than a year, nothing is new.
func firstOrders(m *accountmap.Map, today accountmap.Date, rhythms []accountmap.Rhythm) map[int]bool {
	news, at := map[int]bool{}, map[accountmap.UnitID]int{}
	yearAgo, recent, currency := today.YearsAgo(1), today.AddDays(-DefaultNews), m.Profile().Currency
	if since := m.OrdersSince(); since.IsZero() || !since.Before(yearAgo) {
		return nil
	}
	amount := func(i int) int64 { return rhythms[i].Ordered.In(currency).Minor }
	for i, r := range rhythms {
		day := r.Days[0].Date
		if !yearAgo.Before(day) {
			continue
		}
		k, other := at[r.Unit]
		switch {
		case !other:
			at[r.Unit], news[i] = i, recent.Before(day)
		case rhythms[k].Days[0].Date != day:
			news[k] = false // and stays the one that others are compared with
		case news[k] && amount(k) < amount(i):
			at[r.Unit], news[k], news[i] = i, false, true
		}
	}
	return news
}

// judge looks for a change in the orders of one product by one unit.
func (t Thresholds) judge(h history) (a Alert, changed bool) {
	regular := h.Orders >= t.orders()
	alarm := regular && watched(h.Status)
	if alarm && float64(h.Silent) > h.limit(t.silence()) {
		return Alert{Severity: AlertAlarming, Reason: accountmap.ReasonSilent}, true
	}
	if c, dropped := h.dropped(t.share()); alarm && dropped {
		return Alert{Severity: AlertAlarming, Reason: accountmap.ReasonFewer, Quantity: c.quantity, Usual: c.usual}, true
	}
	c, grown := h.grown(t.share())
	return Alert{Severity: AlertNoteworthy, Reason: accountmap.ReasonMore, Quantity: c.quantity, Usual: c.usual}, regular && grown
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
