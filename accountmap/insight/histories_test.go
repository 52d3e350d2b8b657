package insight_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// truth is the model of a unit's orders. Quantity and interval are the random deviation of each
// order from the usual value, as a share of it.
type truth struct {
	name               string
	quantity, interval float64
	factor             func(day int, season float64) float64 // of the quantity; 0 is no order
	event              func(sinceChange int) (quantity, interval float64)
}

const (
	historyDays = 4 * 365
	firstLook   = 2*365 + 180 // the first day on which it is looked at
)

func same(int, float64) float64            { return 1 }
func unchanged(int) (float64, float64)     { return 1, 1 }
func wave(day int, season float64) float64 { return 1 + .6*math.Sin(2*math.Pi*float64(day)/365+season) }
func halfYear(day int, season float64) float64 {
	if math.Mod(float64(day)/365+season, 1) > .5 {
		return 0
	}
	return 1
}

// onset returns a change that begins on day 0.
func onset(quantity, interval float64) func(int) (float64, float64) {
	return func(since int) (float64, float64) {
		if since < 0 {
			return 1, 1
		}
		return quantity, interval
	}
}

func harmless() []truth {
	return []truth{
		{"steady", .2, .1, same, unchanged},
		{"noisy", .5, .4, same, unchanged},
		{"seasonal quantities", .2, .15, wave, unchanged},
		{"half a year without orders", .2, .15, halfYear, unchanged},
		{"one large order", .2, .1, same, func(since int) (float64, float64) {
			if since == 0 {
				return 6, 1
			}
			return 1, 1
		}},
		{"one single order", .2, .1, same, onset(0, 1)},
	}
}

func harmful() []truth {
	return []truth{
		{"stops", .2, .1, same, onset(0, 1)},
		{"stops, noisy", .4, .25, same, onset(0, 1)},
		{"halves", .2, .1, same, onset(.5, 1)},
		{"halves, noisy", .4, .2, same, onset(.5, 1)},
		{"half as often", .2, .1, same, onset(1, 2)},
	}
}

// ordersOf returns the orders of a history that changes on a day, with the given number of days
// between orders. It returns the day of the first changed order, or of the last order before a
// stop.
func ordersOf(r *rand.Rand, h truth, every float64, change int) (orders []accountmap.Order, changed int) {
	season := 7 * r.Float64()
	chance := func(part float64) float64 { return 1 + part*(2*r.Float64()-1) }
	changed = -1
	for at := 30 * r.Float64(); at < historyDays; {
		day := int(at)
		since := day - change
		if since >= 0 && changed < 0 {
			since, changed = 0, day
		} else if since >= 0 {
			since = max(since, 1)
		}
		quantity, interval := h.event(since)
		if quantity == 0 {
			return orders, orders[len(orders)-1].Date.DaysTo(start) * -1
		}
		if n := math.Round(20 * quantity * h.factor(day, season) * chance(h.quantity)); n > 0 {
			orders = append(orders, accountmap.Order{Unit: "mill", Product: "core", Date: start.AddDays(day), Quantity: n})
		}
		if h.name == "one single order" {
			return orders, 0
		}
		at += every * interval * chance(h.interval)
	}
	return orders, changed
}

var start = accountmap.Day(2022, 1, 1)

// mapOf returns the map of an account with the orders. The account also has a year of earlier
// orders, so that the first of the orders is not the account's first.
func mapOf(t *testing.T, orders []accountmap.Order) *accountmap.Map {
	t.Helper()
	a := mill(nil)
	a.Products = append(a.Products, accountmap.Product{ID: "app", Name: "App"})
	a.Orders = append(orders, accountmap.Order{Unit: "mill", Product: "app", Date: start.AddDays(-365), Quantity: 1})
	m, err := accountmap.New(a)
	require.NoError(t, err)
	return m
}

// alarmed reports whether there is an alarm on a day.
func alarmed(m *accountmap.Map, day int) bool {
	return slices.ContainsFunc(insight.Of(m, start.AddDays(day)).Alerts(insight.Thresholds{}), func(a insight.Alert) bool { return a.Severity == insight.AlertAlarming })
}

// TestAlertsOnHistoriesWithAKnownTruth checks harmless histories once a month for a year and a
// half, and harmful ones until three usual intervals after the change. It logs the report.
func TestAlertsOnHistoriesWithAKnownTruth(t *testing.T) {
	norace.Only(t)
	const histories = 20
	intervals := []float64{7, 14, 30, 60, 91}
	var report strings.Builder
	looks, alarms := 0, 0
	for i, h := range harmless() {
		r := rand.New(rand.NewPCG(1, uint64(i)))
		n, wrong := 0, 0
		for _, every := range intervals {
			for range histories {
				orders, _ := ordersOf(r, h, every, 2*365+r.IntN(365))
				m := mapOf(t, orders)
				for day := firstLook; day < historyDays; day += 30 {
					n++
					if alarmed(m, day) {
						wrong++
					}
				}
			}
		}
		fmt.Fprintf(&report, "%-28s %4.1f %% false alarms in %d looks\n", h.name, 100*float64(wrong)/float64(n), n)
		assert.LessOrEqual(t, float64(wrong), .05*float64(n), h.name)
		looks, alarms = looks+n, alarms+wrong
	}
	fmt.Fprintf(&report, "%-28s %4.1f %%\n", "all harmless ones", 100*float64(alarms)/float64(looks))
	found, all := 0, 0
	for i, h := range harmful() {
		r := rand.New(rand.NewPCG(2, uint64(i)))
		n, hits := 0, 0
		for _, every := range intervals {
			for range histories {
				orders, changed := ordersOf(r, h, every, 2*365+100+r.IntN(365))
				require.Positive(t, changed)
				m := mapOf(t, orders)
				n++
				for day := changed; day <= changed+int(3*every); day++ {
					if alarmed(m, day) {
						hits++
						break
					}
				}
			}
		}
		fmt.Fprintf(&report, "%-28s %4.0f %% of %d found within three usual intervals\n", h.name, 100*float64(hits)/float64(n), n)
		found, all = found+hits, all+n
	}
	fmt.Fprintf(&report, "%-28s %4.0f %%\n", "all harmful ones", 100*float64(found)/float64(all))
	assert.GreaterOrEqual(t, float64(found), .9*float64(all))
	t.Log("\n" + report.String())
}
