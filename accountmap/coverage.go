package accountmap

import (
	"cmp"
	"slices"
)

// UnitActivity is the business of one unit with us, in numbers.
type UnitActivity struct {
	Unit UnitID
	// Sold is the number of products that the unit buys now. Open is the number of its cells with
	// an opportunity or a proposal. Lapsed is the number of products that it no longer buys.
	Sold, Open, Lapsed int
	// LastOrder is the day of its last order that was not cancelled. Zero means no such order.
	LastOrder Date
}

// ActiveUnits answers "which units do I do business with now?": the units with at least one sold
// cell, most products first, ties in the order of [Map.Units].
func (m *Map) ActiveUnits() []UnitActivity {
	active := slices.DeleteFunc(m.activities(), func(u UnitActivity) bool { return u.Sold == 0 })
	slices.SortStableFunc(active, func(a, b UnitActivity) int { return cmp.Compare(b.Sold, a.Sold) })
	return active
}

// DormantUnits answers "which units do I not do business with?": the units that could buy but have
// no sold cell. Units with most deals in progress come first, then units with most lapsed products,
// ties in the order of [Map.Units].
func (m *Map) DormantUnits() []UnitActivity {
	dormant := slices.DeleteFunc(m.activities(), func(u UnitActivity) bool { return u.Sold > 0 })
	slices.SortStableFunc(dormant, func(a, b UnitActivity) int {
		return cmp.Or(cmp.Compare(b.Open, a.Open), cmp.Compare(b.Lapsed, a.Lapsed))
	})
	return dormant
}

// activities returns an entry for every unit that is not a grouping, in the order of [Map.Units].
func (m *Map) activities() []UnitActivity {
	at := make(map[UnitID]int, len(m.a.Units))
	var list []UnitActivity
	for _, i := range m.columns("") {
		at[m.a.Units[i].ID] = len(list)
		list = append(list, UnitActivity{Unit: m.a.Units[i].ID})
	}
	for _, c := range m.a.Coverage {
		u := &list[at[c.Unit]]
		switch c.Status {
		case CoverageSold:
			u.Sold++
		case CoverageOpportunity, CoverageProposed:
			u.Open++
		case CoverageLapsed:
			u.Lapsed++
		}
	}
	for _, o := range m.a.Orders {
		if u := &list[at[o.Unit]]; o.Status != OrderCancelled && u.LastOrder.Before(o.Date) {
			u.LastOrder = o.Date
		}
	}
	return list
}

// Location is the place of a unit.
type Location struct {
	Unit                           UnitID
	Country, Region, City, Address string
	// From is the unit above that has the place, if the unit has no place of its own. It is empty
	// if the place is the unit's own, or unknown.
	From UnitID
}

// Known reports whether anything is known about the place.
func (l Location) Known() bool {
	return l.Country != "" || l.Region != "" || l.City != "" || l.Address != ""
}

// Locations answers "where is each unit located?": one location for each unit, in the order of
// [Map.Units]. A unit without a place of its own has the place of the nearest unit above it that
// has one.
func (m *Map) Locations() []Location {
	list := make([]Location, 0, len(m.a.Units))
	at := make(map[UnitID]Location, len(m.a.Units))
	for _, i := range m.units.order {
		u := m.a.Units[i]
		l := Location{Unit: u.ID, Country: u.Country, Region: u.Region, City: u.City, Address: u.Address}
		if above, ok := at[u.Parent]; ok && !l.Known() && above.Known() {
			l = above
			l.Unit, l.From = u.ID, cmp.Or(above.From, u.Parent)
		}
		at[u.ID] = l
		list = append(list, l)
	}
	return list
}

// Purchase is a product that a unit buys or has bought.
type Purchase struct {
	Unit    UnitID
	Product ProductID
	// Status is the status of the cell: sold for a product bought now, lapsed for one no longer
	// bought. With any other status, orders and coverage disagree.
	Status CoverageStatus
	// Orders is the number of order lines that were not cancelled; First and Last are the days of
	// the first and the last. Zero means that no order is known.
	Orders      int
	First, Last Date
	Quantity    float64
	// Amounts is the total of these lines: one sum for each currency, in the order of first use.
	Amounts []Money
}

// Bought answers "what has each unit bought?": every cell within scope that is sold, lapsed or
// ordered. Cells are in the order of [Map.Units], then of [Map.Products]. Scope is a unit with all
// below it; empty means the whole account.
func (m *Map) Bought(scope UnitID) []Purchase {
	var bought []Purchase
	m.eachCell(scope, func(c Cell, orders []int) {
		p := Purchase{Unit: c.Unit, Product: c.Product, Status: c.Status}
		for _, i := range orders {
			p.add(m.a.Orders[i])
		}
		if p.Status == CoverageSold || p.Status == CoverageLapsed || p.Orders > 0 {
			bought = append(bought, p)
		}
	})
	return bought
}

// NotBought answers "what has each unit not bought?": every other cell within scope, in the order
// of [Map.Bought]. The status distinguishes gaps, unassessed cells, and cells in which nothing can
// be sold.
func (m *Map) NotBought(scope UnitID) []Cell {
	var not []Cell
	bought := m.Bought(scope) // in the order of the cells
	for _, u := range m.columns(scope) {
		for _, p := range m.byLine {
			c := m.cell(m.a.Units[u].ID, m.a.Products[p].ID)
			if len(bought) > 0 && bought[0].Unit == c.Unit && bought[0].Product == c.Product {
				bought = bought[1:]
				continue
			}
			not = append(not, c)
		}
	}
	return not
}

func (p *Purchase) add(o Order) {
	if o.Status == OrderCancelled {
		return
	}
	p.Orders++
	p.Quantity += o.Quantity
	if p.First.IsZero() || o.Date.Before(p.First) {
		p.First = o.Date
	}
	if p.Last.Before(o.Date) {
		p.Last = o.Date
	}
	p.Amounts = addAmount(p.Amounts, o.Amount)
}

// Renewals returns the sold cells with a renewal on asOf or later, the next first. Ties are in the
// order of [Map.Units], then of [Map.Products].
func (m *Map) Renewals(asOf Date) []Cell {
	var due []Cell
	m.eachCell("", func(c Cell, _ []int) {
		if c.Status == CoverageSold && !c.Renewal.IsZero() && !c.Renewal.Before(asOf) {
			due = append(due, c)
		}
	})
	slices.SortStableFunc(due, func(a, b Cell) int { return a.Renewal.Compare(b.Renewal) })
	return due
}

// Satisfaction counts the answers of the client's people, each by their latest answer.
type Satisfaction struct {
	// Promoters, Passives and Detractors are the numbers of answers to "would you recommend us?": 9
	// and 10, 7 and 8, and 0 to 6.
	Promoters, Passives, Detractors int
	// Satisfied is the number of answers of 4 and 5 to "are you satisfied?", and Rated the number
	// of all answers to it.
	Satisfied, Rated int
}

// NPS returns the net promoter score, from -100 to 100: the percentage of promoters minus the
// percentage of detractors, as Reichheld defined it. It is not known without an answer.
func (s Satisfaction) NPS() (score float64, known bool) {
	answers := s.Promoters + s.Passives + s.Detractors
	if answers == 0 {
		return 0, false
	}
	return 100 * float64(s.Promoters-s.Detractors) / float64(answers), true
}

// CSAT returns Satisfied as a share of Rated, from 0 to 1. It is not known without an answer.
func (s Satisfaction) CSAT() (part float64, known bool) {
	return share(s.Satisfied, s.Rated), s.Rated > 0
}

// surveyYear is the number of days for which an answer counts.
const surveyYear = 365

// Satisfaction answers "how satisfied are they?" by the surveys of the year up to asOf. Of one
// person's answers about one product only the latest counts; every anonymous answer counts. Answers
// of people who have left do not count. The zero asOf means the account's own day; if that day is
// unknown too, the answers of all days count.
func (m *Map) Satisfaction(asOf Date) Satisfaction {
	type question struct {
		kind    SurveyKind
		contact ContactID
		product ProductID
	}
	today := m.today(asOf)
	latest := map[question]int{}
	for i, s := range m.a.Surveys {
		q := question{s.Kind, s.Contact, s.Product}
		if k, asked := latest[q]; s.Contact != "" && s.isCurrent(today) && m.worksThere(s.Contact, today) && (!asked || !s.Date.Before(m.a.Surveys[k].Date)) {
			latest[q] = i
		}
	}
	var result Satisfaction
	for i, s := range m.a.Surveys {
		k, counts := latest[question{s.Kind, s.Contact, s.Product}]
		if s.Contact == "" && s.isCurrent(today) || counts && k == i {
			result.count(s)
		}
	}
	return result
}

func (s Survey) isCurrent(today Date) bool {
	return today.IsZero() || !s.Date.isFuture(today) && s.Date.After(today.AddDays(-surveyYear))
}

func (s *Satisfaction) count(answer Survey) {
	switch {
	case answer.Kind == SurveyCSAT:
		s.Rated++
		if answer.Score >= 4 {
			s.Satisfied++
		}
	case answer.Score >= 9:
		s.Promoters++
	case answer.Score >= 7:
		s.Passives++
	default:
		s.Detractors++
	}
}
