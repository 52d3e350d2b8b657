package insight

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Alert is a change in a unit's orders of a product.
type Alert struct {
	Severity AlertSeverity
	// Reason is [accountmap.ReasonSilent] or [accountmap.ReasonFewer] for an alarm, and
	// [accountmap.ReasonMore] or [accountmap.ReasonFirstOrder] for a noteworthy change.
	Reason  accountmap.Reason
	Unit    accountmap.UnitID
	Product accountmap.ProductID
	// Last is the day of the last order, Silent the number of days since then, and Every the usual
	// number of days between orders.
	Last   accountmap.Date
	Silent int
	Every  float64
	// Quantity is the number of pieces in the last three orders. If the last order took the time of
	// three, or if orders are months apart, it is the number in the last order. Usual is the usual
	// number in the same time, by the median of the orders of the year before. Both are zero for
	// [accountmap.ReasonSilent] and [accountmap.ReasonFirstOrder].
	Quantity, Usual float64
	// AtRisk is the sum of the orders in the twelve months up to the last order, by currency. For a
	// noteworthy change it is the business that may grow.
	AtRisk accountmap.Sums
	// Call lists the people to ask about the change: at most three people in the unit, the best
	// known first, or else the person whom we know best above it. Empty means that we know nobody.
	Call []accountmap.ContactID
	// Member is the member of our team who asks, and By the last day for asking; see
	// [DefaultAskWithin]. An empty Member means that nobody on our team is on the account.
	Member accountmap.MemberID
	By     accountmap.Date
}

// AlertSeverity says how much an alert matters.
type AlertSeverity string

// The severities of alerts.
const (
	AlertAlarming   AlertSeverity = "alarming"   // orders have stopped, or become fewer
	AlertNoteworthy AlertSeverity = "noteworthy" // orders have grown, or a product was ordered for the first time
)

// AlertSeverities lists the severities of alerts, alarming first.
func AlertSeverities() []AlertSeverity { return []AlertSeverity{AlertAlarming, AlertNoteworthy} }

func (s AlertSeverity) rank() int { return slices.Index(AlertSeverities(), s) }

// Alerts answers "which orders should we ask about on this day?", with at most one alert for each
// unit and product. An alert is alarming if a regularly ordered product has been silent for too
// long, or if much less of it is ordered than usual. An alert is noteworthy if much more of a
// product is ordered than usual. It is also noteworthy if a unit has ordered a product for the
// first time, in a year without other new products. A season or a break that also occurred in the
// year before is not a change. There is no alarm if the coverage already records that the product
// is no longer sold (lapsed, competitor, in-house, blocked, not relevant).
//
// Alarms come first. Within a severity, alerts are ordered by the yearly amount in the account's
// currency, then by the days of silence, both descending. Ties are in the order of
// [accountmap.Map.Units], then of [accountmap.Map.Products].
func (s *Situation) Alerts(t Thresholds) []Alert {
	switch {
	case s.today.IsZero():
		return nil
	case t == Thresholds{}:
		return s.alerts()
	}
	return s.judgeOrders(t)
}

func (s *Situation) judgeOrders(t Thresholds) []Alert {
	var alerts []Alert
	news := s.firstOrders()
	for i, r := range s.rhythms {
		if !t.reached(r.Ordered) {
			continue
		}
		a, changed := t.judge(newHistory(r, s.today))
		if !changed && news[i] {
			a, changed = Alert{Severity: AlertNoteworthy, Reason: accountmap.ReasonFirstOrder}, true
		}
		if !changed {
			continue
		}
		a.Unit, a.Product, a.Last, a.Silent, a.Every, a.AtRisk = r.Unit, r.Product, r.Last, r.Silent, r.Every, s.add(nil, r.Ordered.Amounts...)
		a.Call = firstFew(s.known[r.Unit])
		people := s.m.Liaison(r.Unit, s.today, accountmap.Liaison{Contact: firstOf(a.Call)})
		if len(a.Call) == 0 {
			a.Call = ids(people.Contact)
		}
		a.Member, a.By = people.Member, s.today.AddDays(DefaultAskWithin)
		alerts = append(alerts, a)
	}
	slices.SortStableFunc(alerts, func(a, b Alert) int {
		return cmp.Or(cmp.Compare(a.Severity.rank(), b.Severity.rank()), s.compare(b.AtRisk, a.AtRisk), cmp.Compare(b.Silent, a.Silent))
	})
	return alerts
}

// firstOrders returns the indexes of the rhythms with a noteworthy first order, at most one for
// each unit: its only new product within a year. Of several products first ordered on one day, it
// is the product with the largest amount. A unit that tries a product every few months, or whose
// orders go back less than a year, has none.
func (s *Situation) firstOrders() map[int]bool {
	news, at, rhythms := map[int]bool{}, map[accountmap.UnitID]int{}, s.rhythms
	yearAgo, recent := s.today.YearsAgo(1), s.today.AddDays(-DefaultNews)
	if since := s.m.OrdersSince(); since.IsZero() || !since.Before(yearAgo) {
		return nil
	}
	amount := func(i int) int64 { return rhythms[i].Ordered.In(s.currency).Minor }
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
			news[k] = false // later products are still compared with rhythm k
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

func watched(s accountmap.CoverageStatus) bool {
	switch s {
	case accountmap.CoverageLapsed, accountmap.CoverageCompetitor, accountmap.CoverageInHouse, accountmap.CoverageBlocked, accountmap.CoverageNotRelevant:
		return false
	}
	return true
}

// Thresholds set the sensitivity of [Situation.Alerts]. The zero Thresholds are the defaults. Raise
// them if there are too many alerts.
type Thresholds struct {
	// Orders is the number of days with an order within a year that makes a product regularly
	// ordered. Zero or less means [DefaultOrders]; 1 means 2, since one order has no interval.
	Orders int
	// Silence is how many times the usual interval may pass without an order. Zero, less or NaN
	// means [DefaultSilence].
	Silence float64
	// Share is the part of the usual quantity at or below which the latest orders are alarming; its
	// inverse is the growth that is noteworthy. A value that is not between 0 and 1 means
	// [DefaultShare].
	Share float64
	// Floor is the smallest sum of a year's orders for an alert. Amounts in other currencies do not
	// count. Zero means no floor, since the prices determine which sum is too small.
	Floor accountmap.Money
}

// The default thresholds, chosen by us. Three orders have two intervals, the fewest with a median.
// One order later than twice that interval can no longer be chance. A share of 0.65 lies between
// all and half of the usual quantity. Measured on generated histories, see the test of alerts:
// fewer than 5 false alarms in 100 looks, and more than 90 of 100 stops and halvings found in time.
const (
	DefaultOrders  = 3
	DefaultSilence = 2.0
	DefaultShare   = 0.65
)

// DefaultNews is the number of days for which a first order is noteworthy: a quarter, so that one
// review includes it.
const DefaultNews = 90

// DefaultAskWithin is the number of days within which a member of our team asks about an alert: a
// week, so that it is on next Monday's list.
const DefaultAskWithin = 7

func (t Thresholds) orders() int {
	if t.Orders <= 0 {
		return DefaultOrders
	}
	return max(t.Orders, 2)
}

func (t Thresholds) silence() float64 {
	if t.Silence > 0 {
		return t.Silence
	}
	return DefaultSilence
}

func (t Thresholds) share() float64 {
	if t.Share > 0 && t.Share < 1 {
		return t.Share
	}
	return DefaultShare
}

// reached reports whether a year's orders reach the floor.
func (t Thresholds) reached(year accountmap.OrderTotal) bool {
	return t.Floor.IsZero() || year.In(t.Floor.Currency).Minor >= t.Floor.Minor
}
