package accountmap

import (
	"cmp"
	"slices"
)

// UnitActivity is the business of one unit with us, in numbers.
type UnitActivity struct {
	Unit UnitID
	// Sold counts the products that the unit buys now, Open its cells with an opportunity or a proposal, Lapsed the products it no longer buys.
	Sold, Open, Lapsed int
	// LastOrder is the day of its last order that was not cancelled. Zero means that there was none.
	LastOrder Date
}

// ActiveUnits answers "which units do I do business with now?": those with at least one cell sold, most products first, ties in the order of
// [Map.Units].
func (m *Map) ActiveUnits() []UnitActivity {
	active := slices.DeleteFunc(m.activities(), func(u UnitActivity) bool { return u.Sold == 0 })
	slices.SortStableFunc(active, func(a, b UnitActivity) int { return cmp.Compare(b.Sold, a.Sold) })
	return active
}

// DormantUnits answers "which units do I not do business with?": those that could buy but have no cell sold. Units with most deals in progress
// come first, then those that once bought, ties in the order of [Map.Units].
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
		case StatusSold:
			u.Sold++
		case StatusOpportunity, StatusProposed:
			u.Open++
		case StatusLapsed:
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

// Location is where a unit is.
type Location struct {
	Unit                           UnitID
	Country, Region, City, Address string
	// From is the unit above whose place is given, because this unit has none of its own. It is empty when the place is the unit's own, or
	// unknown.
	From UnitID
}

// Known reports whether anything is known about the place.
func (l Location) Known() bool {
	return l.Country != "" || l.Region != "" || l.City != "" || l.Address != ""
}

// Locations answers "where is each unit located?": one location for each unit, in the order of [Map.Units]. A unit without a place of its own is
// where the nearest unit above it is.
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
