package accountmap

import (
	"cmp"
	"math"
	"slices"
)

// ContactExposure lists the products that a contact was shown, and the share that they remember.
type ContactExposure struct {
	Contact ContactID
	// Shown has an entry for each product that the contact was ever shown, in the order of
	// [Map.Products].
	Shown []ProductExposure
	// Products is the number of products in the portfolio.
	Products int
	// Remembered is the share of the portfolio that the contact remembers, from 0 to 1: the mean
	// over all products. A product that was never shown counts as 0.
	Remembered float64
}

// Share returns the share of the portfolio that the contact was ever shown, from 0 to 1, or 0
// without products.
func (e ContactExposure) Share() float64 {
	return share(len(e.Shown), e.Products)
}

// ProductExposure sums up the times a contact was shown one product.
type ProductExposure struct {
	Product ProductID
	// Times is the number of showings, and Last the day of the last showing.
	Times int
	Last  Date
	// Reaction is the latest known reaction.
	Reaction Reaction
	// Remembered is the part of the last exposure that is remembered, from 0 to 1. Due is the day
	// on which Remembered falls to [Memory].Threshold.
	Remembered float64
	Due        Date
}

// Exposed answers "what of our portfolio was each contact shown, and how much of it do they
// remember?". The contacts are in the author's order, without people who left and placeholders.
// Exposures after asOf do not count. The zero asOf means the account's own day. If that day is
// unknown too, nothing is forgotten. Only the last exposure to a product counts for its memory.
func (m *Map) Exposed(asOf Date, memory Memory) []ContactExposure {
	today, shown := m.today(asOf), m.exposuresByContact(asOf)
	exposed := make([]ContactExposure, 0, len(m.a.Contacts))
	for i := range m.a.Contacts {
		c := &m.a.Contacts[i]
		if !c.isActive(today) {
			continue
		}
		e := ContactExposure{Contact: c.ID, Shown: shown[i], Products: len(m.a.Products)}
		for k := range e.Shown {
			s := &e.Shown[k]
			s.Remembered, s.Due = memory.left(s.Last, today), memory.due(s.Last)
			e.Remembered += s.Remembered / float64(e.Products)
		}
		exposed = append(exposed, e)
	}
	return exposed
}

// newShownTo lists the exposures of each contact, both by index.
func (m *Map) newShownTo() [][]int {
	shown := make([][]int, len(m.a.Contacts))
	for at, e := range m.a.Exposures {
		i := m.contacts[e.Contact]
		shown[i] = append(shown[i], at)
	}
	return shown
}

// exposuresByContact returns, for each contact by index, the products shown up to a day, in the
// order of [Map.Products] and without Remembered and Due.
func (m *Map) exposuresByContact(asOf Date) [][]ProductExposure {
	today, rank := m.today(asOf), m.productRanks()
	all := make([][]ProductExposure, len(m.a.Contacts))
	for i, shown := range m.shownTo() {
		var exposures []Exposure
		for _, at := range shown {
			if e := m.a.Exposures[at]; !e.Date.isFuture(today) {
				exposures = append(exposures, e)
			}
		}
		slices.SortStableFunc(exposures, func(a, b Exposure) int {
			if c := rank[a.Product] - rank[b.Product]; c != 0 {
				return c
			}
			return a.Date.Compare(b.Date)
		})
		for _, e := range exposures {
			if n := len(all[i]); n == 0 || all[i][n-1].Product != e.Product {
				all[i] = append(all[i], ProductExposure{Product: e.Product})
			}
			all[i][len(all[i])-1].add(e)
		}
	}
	return all
}

// add counts an exposure that is not earlier than the exposures already counted.
func (s *ProductExposure) add(e Exposure) {
	s.Times++
	s.Last = e.Date
	if e.Reaction != "" {
		s.Reaction = e.Reaction
	}
}

func (m *Map) productRanks() map[ProductID]int {
	rank := make(map[ProductID]int, len(m.a.Products))
	for place, i := range m.byLine {
		rank[m.a.Products[i].ID] = place
	}
	return rank
}

// isActive reports whether the contact is a person whom we know by name and who has not left.
func (c *Contact) isActive(today Date) bool { return !c.Placeholder && c.Here(today) }

// Memory models how people forget: after one half-life half is remembered, after two a quarter. The
// zero Memory has the default values.
type Memory struct {
	// HalfLife is the number of days in which half is forgotten. Zero or less means
	// [DefaultHalfLife].
	HalfLife int
	// Threshold is the remembered share, from 0 to 1, at or below which a product must be shown
	// again. A value that is not between 0 and 1 means [DefaultThreshold].
	Threshold float64
}

// The default memory, in days and as a share. People forget, so a portfolio is shown repeatedly;
// but we know of no measurement of the speed in any market. With these values, every product is
// shown twice a year, as often as most accounts are reviewed. That is too rare to tire anybody.
// Sellers who know their market set their own values.
const (
	DefaultHalfLife  = 180
	DefaultThreshold = 0.5
)

func (y Memory) halfLife() float64 { return float64(daysOr(y.HalfLife, DefaultHalfLife)) }

func (y Memory) threshold() float64 {
	if y.Threshold > 0 && y.Threshold < 1 {
		return y.Threshold
	}
	return DefaultThreshold
}

// left returns the share, from 0 to 1, remembered today. It is 1 when today is unknown.
func (y Memory) left(shown, today Date) float64 {
	if today.IsZero() {
		return 1
	}
	return math.Exp2(-float64(shown.DaysTo(today)) / y.halfLife())
}

// due returns the first day on which the remembered share is at most the threshold.
func (y Memory) due(shown Date) Date {
	last := Date{9999, 12, 31}
	due := shown.AddDays(int(math.Ceil(-math.Log2(y.threshold()) * y.halfLife())))
	if due.After(last) {
		return last
	}
	return due
}

// ExposureGap is the part of our portfolio that a contact does not know, or no longer knows.
type ExposureGap struct {
	Contact ContactID
	// Remembered is the part of the portfolio that the contact remembers, from 0 to 1.
	Remembered float64
	// Show lists the products to show, by their cells in the contact's unit: deals in progress,
	// other open cells, unassessed cells, sold cells, cells in which nothing can be sold. Within
	// these, the least remembered product comes first, ties in the order of [Map.Products].
	Show []ExposureAdvice
	// Openings is the number of products of Show that could be sold to the contact's unit but are
	// not.
	Openings int
	// Reasons are the reasons why this contact matters.
	Reasons []Reason
}

// ExposureAdvice is a product to show to a contact.
type ExposureAdvice struct {
	Product ProductID
	// Status is the status of the product in the contact's unit. It is empty if the unit is
	// unknown.
	Status CoverageStatus
	// Reason is [ReasonNeverShown] or [ReasonForgotten]. Last is the day on which the product was
	// last shown, and Remembered the share still remembered, from 0 to 1.
	Reason     Reason
	Last       Date
	Remembered float64
}

// ExposureGaps answers "who has not seen our full portfolio, and what should they see next?": an
// entry for each contact who does not remember enough of every product. The order is by power,
// stance and number of openings, the highest first, ties in the author's order. People who left and
// placeholders are left out. For asOf see [Map.Exposed].
func (m *Map) ExposureGaps(asOf Date, memory Memory) []ExposureGap {
	var gaps []ExposureGap
	products, today := m.byLine, m.today(asOf)
	for _, e := range m.Exposed(asOf, memory) {
		c := &m.a.Contacts[m.contacts[e.Contact]]
		gap := ExposureGap{Contact: c.ID, Remembered: e.Remembered, Show: m.advices(c, e, products, today)}
		if len(gap.Show) == 0 {
			continue
		}
		for _, s := range gap.Show {
			if s.Status.Sellable() && s.Status != CoverageSold {
				gap.Openings++
			}
		}
		if c.KeyPlayer() {
			gap.Reasons = append(gap.Reasons, ReasonPowerful)
		}
		gap.Reasons = append(gap.Reasons, c.Stance.Reason())
		gaps = append(gaps, gap)
	}
	slices.SortStableFunc(gaps, func(a, b ExposureGap) int {
		x, y := &m.a.Contacts[m.contacts[a.Contact]], &m.a.Contacts[m.contacts[b.Contact]]
		return cmp.Or(cmp.Compare(y.Power, x.Power), cmp.Compare(x.Stance.Rank(), y.Stance.Rank()), cmp.Compare(b.Openings, a.Openings))
	})
	return gaps
}

// advices lists the products that the contact does not remember enough of, in order of products.
func (m *Map) advices(c *Contact, e ContactExposure, products []int, today Date) []ExposureAdvice {
	show := make([]ExposureAdvice, 0, len(products))
	shown := e.Shown
	for _, p := range products {
		id := m.a.Products[p].ID
		s := ExposureAdvice{Product: id, Status: m.cell(c.Unit, id).Status, Reason: ReasonNeverShown}
		if len(shown) > 0 && shown[0].Product == id {
			last := shown[0]
			shown = shown[1:]
			if today.IsZero() || last.Due.isFuture(today) {
				continue
			}
			s.Reason, s.Last, s.Remembered = ReasonForgotten, last.Last, last.Remembered
		}
		show = append(show, s)
	}
	slices.SortStableFunc(show, func(a, b ExposureAdvice) int {
		return cmp.Or(cmp.Compare(a.Status.openingRank(), b.Status.openingRank()), cmp.Compare(a.Remembered, b.Remembered))
	})
	return slices.Clip(show)
}

// openingRank orders states by the value of showing the product: a deal in progress is 0, a cell in
// which nothing can be sold 4.
func (s CoverageStatus) openingRank() int {
	switch s {
	case CoverageOpportunity, CoverageProposed:
		return 0
	case CoverageUnassessed:
		return 2
	case CoverageSold:
		return 3
	case CoverageNotRelevant, CoverageBlocked:
		return 4
	}
	return 1
}

// ReExposure is a product that must be shown to a contact again, since people forget.
type ReExposure struct {
	Contact ContactID
	Product ProductID
	// Last is the day on which it was last shown, and Due the first day on which too little is
	// remembered.
	Last, Due Date
	// Remembered is the share still remembered, from 0 to 1.
	Remembered float64
	// Reasons begin with [ReasonForgotten] from the day Due and with [ReasonFading] before;
	// [ReasonLiked] or [ReasonDisliked] says how the contact reacted.
	Reasons []Reason
}

// ReExposures answers "what was shown to whom, and when must it be shown again?": an entry for each
// product that a contact was ever shown. The order is by Due, the earliest first, then by power,
// the highest first; ties are in the author's order, then in the order of [Map.Products]. People
// who left and placeholders are left out. For asOf see [Map.Exposed].
func (m *Map) ReExposures(asOf Date, memory Memory) []ReExposure {
	today := m.today(asOf)
	list := make([]ReExposure, 0, len(m.a.Exposures))
	for _, e := range m.Exposed(asOf, memory) {
		for _, s := range e.Shown {
			list = append(list, ReExposure{Contact: e.Contact, Product: s.Product, Last: s.Last, Due: s.Due, Remembered: s.Remembered, Reasons: s.reasons(today)})
		}
	}
	slices.SortStableFunc(list, func(a, b ReExposure) int {
		x, y := &m.a.Contacts[m.contacts[a.Contact]], &m.a.Contacts[m.contacts[b.Contact]]
		return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(y.Power, x.Power))
	})
	return list
}

func (s *ProductExposure) reasons(today Date) []Reason {
	reasons := []Reason{ReasonForgotten}
	if today.IsZero() || s.Due.isFuture(today) {
		reasons[0] = ReasonFading
	}
	switch s.Reaction {
	case ReactionInterested:
		reasons = append(reasons, ReasonLiked)
	case ReactionNegative:
		reasons = append(reasons, ReasonDisliked)
	}
	return reasons
}
