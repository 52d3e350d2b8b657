package accountmap

import (
	"fmt"
	"strings"
)

func checkDuplicateCoverage(a *Account, report Report) {
	first := make(map[cellKey]int, len(a.Coverage))
	for i, c := range a.Coverage {
		key := cellKey{c.Unit, c.Product}
		if j, taken := first[key]; taken {
			report(fmt.Sprintf("coverage[%d]", i), fmt.Sprintf("unit %s and product %s stand in coverage[%d] already", quote(string(c.Unit)),
				quote(string(c.Product)), j), "make one entry of the two")
			continue
		}
		first[key] = i
	}
}

func checkReasons(a *Account, report Report) {
	for i, c := range a.Coverage {
		if !c.Status.Sellable() && strings.TrimSpace(c.Reason) == "" {
			report(fmt.Sprintf("coverage[%d].reason", i), fmt.Sprintf("the cell is %s, but has no reason", c.Status),
				"say why, so that the next reader need not ask")
		}
	}
}

// checkUnexpectedOrders reports each cell once, however many orders it has. Cancelled orders sold nothing.
func checkUnexpectedOrders(a *Account, report Report) {
	type sales struct {
		orders int
		last   Date
	}
	unsold := map[cellKey]*sales{}
	for _, c := range a.Coverage {
		if c.Status != StatusUnassessed && c.Status != StatusSold && c.Status != StatusLapsed {
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
		if s == nil || s.orders == 0 {
			continue
		}
		report(fmt.Sprintf("coverage[%d].status", i), fmt.Sprintf("the cell is %s, but has orders: %d, the last of %s",
			cut(string(c.Status)), s.orders, s.last), "make it sold, or lapsed if they no longer buy it, or correct the orders")
		s.orders = 0
	}
}

// checkBlockedOpportunities reports what is hoped for in a cell that does not count.
func checkBlockedOpportunities(a *Account, report Report) {
	for i, c := range a.Coverage {
		if c.Status.Sellable() {
			continue
		}
		hoped := func(is bool, key string) {
			if is {
				report(fmt.Sprintf("coverage[%d].%s", i, key), fmt.Sprintf("the cell is %s, but has a %s", c.Status, key),
					"remove one of the two: what is "+string(c.Status)+" counts in no sum")
			}
		}
		hoped(c.Kind != "", "kind")
		hoped(!c.Value.IsZero(), "value")
		hoped(!c.Potential.IsZero(), "potential")
		hoped(!c.Target.IsZero(), "target")
	}
}
