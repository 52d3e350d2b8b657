package insight

import (
	"iter"

	"github.com/accountatlas/accountatlas/accountmap"
)

// one returns the finding of a single condition.
func one(met bool) Finding {
	if met {
		return Finding{Part: 1, Whole: 1}
	}
	return Finding{Whole: 1}
}

// some reports whether seq has an element.
func some[T any](seq iter.Seq[T]) bool {
	for range seq {
		return true
	}
	return false
}

// assessed counts the cells of the coverage matrix, and names the units with unassessed cells.
func (a *assessment) assessed() Finding {
	var f Finding
	x := a.Matrix()
	for u := range x.Units() {
		before := f.Whole - f.Part
		for p := range x.Products() {
			f.count(x.At(u.ID, p.ID).Status != accountmap.CoverageUnassessed, func() {})
		}
		if f.Whole-f.Part > before {
			f.Units = append(f.Units, u.ID)
		}
	}
	return f
}

// renewals counts the units that buy something now and have a cell or a contract with a day of
// renewal.
func (a *assessment) renewals() Finding {
	dated, everywhere := map[accountmap.UnitID]bool{}, false
	x := a.Matrix()
	for u := range x.Units() {
		for p := range x.Products() {
			c := x.At(u.ID, p.ID)
			dated[u.ID] = dated[u.ID] || c.Status == accountmap.CoverageSold && !c.Renewal.IsZero()
		}
	}
	for c := range a.Contracts() {
		if c.Renewal.IsZero() && c.End.IsZero() {
			continue
		}
		everywhere = everywhere || len(c.Units) == 0
		for _, u := range c.Units {
			dated[u] = true
		}
	}
	var f Finding
	for _, u := range a.buyingUnits() {
		f.count(everywhere || dated[u], func() { f.Units = append(f.Units, u) })
	}
	return f
}

func (a *assessment) goalInFigures() Finding {
	f := Finding{Whole: 2}
	if some(a.Goals()) {
		f.Part++
	}
	for k := range a.KPIs() {
		if k.HasTarget() {
			f.Part++
			break
		}
	}
	return f
}

func (a *assessment) promisesOwned() Finding {
	var f Finding
	for c := range a.Commitments() {
		if c.IsOpen() {
			f.count(c.By != "" && !c.Due.IsZero(), func() {})
		}
	}
	return f
}

func (a *assessment) casesOwned() Finding {
	var f Finding
	for c := range a.Cases() {
		if c.IsOpen() {
			f.count(c.Owner != "", func() {})
		}
	}
	return f
}

func (a *assessment) risksOwned() Finding {
	var f Finding
	for r := range a.Risks() {
		if r.State != accountmap.RiskClosed {
			f.count(r.Owner != "" && r.Mitigation != "", func() {})
		}
	}
	return f
}

func (a *assessment) roadmap() Finding {
	for s := range a.Milestones() {
		if !a.asOf.IsZero() && !s.Status.Closed() && !s.Due.IsZero() && !s.Due.Before(a.asOf) {
			return one(true)
		}
	}
	return one(false)
}
