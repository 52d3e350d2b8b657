package accountmap

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/internal/ranking"
)

// Ask is the outcome of asking one contact for endorsements of one kind.
type Ask struct {
	Contact ContactID
	// Times is the number of times that the contact was asked. It is the sum of Given, Declined and
	// Open (not answered yet).
	Times, Given, Declined, Open int
	// Unasked is the number of endorsements that the contact gave without being asked.
	Unasked int
	// Last is the day on which we last asked.
	Last Date
}

// Asked answers "which contacts have I asked for referrals or testimonials?" for one of the two
// kinds: an entry for each contact who was asked at least once, the most recently asked first, ties
// in the author's order. An endorsement without a day of asking counts as asked for, unless it was
// given. People who have left by asOf are left out; the zero asOf means the account's own day.
func (m *Map) Asked(kind EndorsementKind, asOf Date) []Ask {
	return slices.DeleteFunc(m.asks(kind, m.today(asOf)), func(a Ask) bool { return a.Times == 0 })
}

// asks has entries also for contacts who gave without being asked.
func (m *Map) asks(kind EndorsementKind, today Date) []Ask {
	at := map[ContactID]int{}
	var asks []Ask
	for _, e := range m.a.Endorsements {
		if e.Kind != kind || !m.worksThere(e.Contact, today) {
			continue
		}
		i, seen := at[e.Contact]
		if !seen {
			i = len(asks)
			at[e.Contact] = i
			asks = append(asks, Ask{Contact: e.Contact})
		}
		asks[i].count(e)
	}
	slices.SortStableFunc(asks, func(a, b Ask) int { return b.Last.Compare(a.Last) })
	return asks
}

func (a *Ask) count(e Endorsement) {
	if e.Asked.IsZero() && !e.Given.IsZero() {
		a.Unasked++
		return
	}
	a.Times++
	switch {
	case !e.Given.IsZero():
		a.Given++
	case !e.Declined.IsZero():
		a.Declined++
	default:
		a.Open++
	}
	if a.Last.Before(e.Asked) {
		a.Last = e.Asked
	}
}

// Conversion counts endorsements of one kind by their outcome.
type Conversion struct {
	// Asked is the number of endorsements that we asked for. It is the sum of Given, Declined and
	// Open (not answered yet).
	Asked, Given, Declined, Open int
	// Unasked is the number of endorsements given without being asked for.
	Unasked int
	// Gone is the number of endorsements, of whatever outcome, of people who have left. They count
	// nowhere else: nobody can quote them, ask again or wait for their answer.
	Gone int
}

// Share returns Given divided by Asked, from 0 to 1, or 0 if Asked is 0. Unasked endorsements do
// not count.
func (c Conversion) Share() float64 {
	return share(c.Given, c.Asked)
}

// Given answers "how many endorsements of this kind were given?". The zero asOf means the account's
// own day.
func (m *Map) Given(kind EndorsementKind, asOf Date) Conversion {
	var total Conversion
	today := m.today(asOf)
	for _, e := range m.a.Endorsements {
		if e.Kind == kind && !m.worksThere(e.Contact, today) {
			total.Gone++
		}
	}
	for _, a := range m.asks(kind, today) {
		total.Asked += a.Times
		total.Given += a.Given
		total.Declined += a.Declined
		total.Open += a.Open
		total.Unasked += a.Unasked
	}
	return total
}

func (m *Map) worksThere(id ContactID, today Date) bool {
	return m.a.Contacts[m.contacts[id]].Here(today)
}

// Quotable reports whether an endorsement of the map may be quoted outside the client on the day
// asOf: it was given by then, the contact consents and has not left, and it has not expired. The
// zero asOf means the account's own day.
func (m *Map) Quotable(e Endorsement, asOf Date) bool {
	today := m.today(asOf)
	i, known := m.contacts[e.Contact]
	return known && m.a.Contacts[i].Here(today) && !e.Given.IsZero() && !e.Given.isFuture(today) && e.Public && !e.Expired(today)
}

// Reference is a contact who can testify for a product.
type Reference struct {
	Contact ContactID
	// Unit is the unit that the contact works in, and that buys the product.
	Unit UnitID
	// Given is the day of the contact's latest testimonial for the product that may still be used.
	// Zero means no such testimonial: the contact would have to be asked.
	Given Date
	// Public reports whether the contact consents to that testimonial being used outside the
	// client.
	Public bool
	// Asks is the number of times that we asked the contact within the last year, for referrals and
	// testimonials of all products together.
	Asks int
	// Reasons are the reasons for asking the contact and against it.
	Reasons []Reason
}

// manyAsks is the number of asks in a year from which other contacts should come first. Reference
// programmes report that the same few customers are asked until they refuse, but give no number.
// With one ask in a season, the fourth goes to somebody else.
const manyAsks = 3

// ReferencesFor answers "who can testify for the product, so that the unit buys it too?" on the day
// asOf; zero means the account's own day. A reference works in another unit that buys the product:
// its cell is sold, or is not assessed but has orders. The reference is a champion or a supporter,
// or has given a testimonial for the product and is not against us. Excluded are people who left,
// outside advisers and placeholders. Also excluded are contacts who declined a testimonial, or
// whose testimonial for the product expired, within the last year.
//
// Contacts whose testimonial we have come first, then contacts asked less than three times within
// the last year. The order then is by the number of asks, consent to being quoted, stance, power
// and contact level. Ties are in the author's order. The answer is empty if the unit already buys
// the product, and for ids that the map does not have.
func (m *Map) ReferencesFor(unit UnitID, product ProductID, asOf Date) []Reference {
	_, known := m.unitAt[unit]
	_, sold := m.products[product]
	buying := m.unitsBuying(product)
	if !known || !sold || buying[unit] {
		return nil
	}
	return m.references(product, buying, m.today(asOf))
}

func (m *Map) references(product ProductID, buying map[UnitID]bool, today Date) []Reference {
	records := m.advocacies(product, today)
	var references []Reference
	for i := range m.a.Contacts {
		c, r := &m.a.Contacts[i], records[m.a.Contacts[i].ID]
		if !c.isActive(today) || c.External || !buying[c.Unit] || r.refused || r.expiredLately && !r.inHand() {
			continue
		}
		if c.Stance.For() || r.inHand() && !c.Stance.Against() {
			references = append(references, Reference{
				Contact: c.ID, Unit: c.Unit, Given: r.given, Public: r.public, Asks: r.asks, Reasons: r.reasons(c),
			})
		}
	}
	slices.SortStableFunc(references, func(a, b Reference) int {
		x, y := &m.a.Contacts[m.contacts[a.Contact]], &m.a.Contacts[m.contacts[b.Contact]]
		return cmp.Or(ranking.First(!a.Given.IsZero(), !b.Given.IsZero()), ranking.First(a.Asks < manyAsks, b.Asks < manyAsks), cmp.Compare(a.Asks, b.Asks),
			ranking.First(a.Public, b.Public), cmp.Compare(x.Stance.Rank(), y.Stance.Rank()), cmp.Compare(y.Power, x.Power),
			cmp.Compare(y.ContactLevel.rank(), x.ContactLevel.rank()))
	})
	return references
}

// unitsBuying returns the units that buy the product now. The status of an assessed cell decides: a
// lapsed cell does not buy, whatever was ordered once. For a cell without an assessment, orders
// decide.
func (m *Map) unitsBuying(product ProductID) map[UnitID]bool {
	buying := make(map[UnitID]bool, len(m.a.Units))
	for _, o := range m.a.Orders {
		if o.Product == product && o.Status != OrderCancelled {
			buying[o.Unit] = true
		}
	}
	for _, c := range m.a.Coverage {
		if c.Product == product && c.Status != CoverageUnassessed {
			buying[c.Unit] = c.Status == CoverageSold
		}
	}
	return buying
}

// advocacy sums up a contact's endorsements on one day.
type advocacy struct {
	// asks is the number of endorsements asked for within the last year; pending reports an
	// unanswered one.
	asks    int
	pending bool
	// given is the day of the latest usable testimonial for the product; public reports whether it
	// may be quoted.
	given  Date
	public bool
	// refused is true after a testimonial declined within the last year. expired is true if a
	// testimonial for the product has expired, and expiredLately if it expired within the last
	// year.
	refused, expired, expiredLately bool
}

func (r *advocacy) inHand() bool { return !r.given.IsZero() }

// advocacies sums up the endorsements of each contact who has endorsements, with testimonials for
// one product; the empty product means no testimonials.
func (m *Map) advocacies(product ProductID, today Date) map[ContactID]advocacy {
	records := map[ContactID]advocacy{}
	for _, e := range m.a.Endorsements {
		r := records[e.Contact]
		r.add(e, product, today)
		records[e.Contact] = r
	}
	return records
}

func (r *advocacy) add(e Endorsement, product ProductID, today Date) {
	if e.Asked.withinYear(today) {
		r.asks++
		r.pending = r.pending || e.Given.IsZero() && e.Declined.IsZero()
	}
	if e.Kind != EndorsementTestimonial {
		return
	}
	if e.Declined.withinYear(today) {
		r.refused = true
	}
	if e.Product != product || product == "" || e.Given.IsZero() || e.Given.isFuture(today) {
		return
	}
	if e.Expired(today) {
		r.expired = true
		r.expiredLately = r.expiredLately || e.Expires.withinYear(today)
		return
	}
	if !e.Given.Before(r.given) {
		r.given, r.public = e.Given, e.Public
	}
}

func (r *advocacy) reasons(c *Contact) []Reason {
	reasons := []Reason{ReasonBuysProduct}
	switch {
	case r.inHand():
		reasons = append(reasons, ReasonTestimonialInHand)
	case r.expired:
		reasons = append(reasons, ReasonTestimonialExpired)
	}
	if r.public {
		reasons = append(reasons, ReasonConsented)
	}
	reasons = append(reasons, c.Stance.Reason())
	if c.KeyPlayer() {
		reasons = append(reasons, ReasonPowerful)
	}
	return append(reasons, r.fatigue()...)
}

func (r *advocacy) fatigue() []Reason {
	var reasons []Reason
	switch {
	case r.asks >= manyAsks:
		reasons = append(reasons, ReasonAskedOften)
	case r.asks > 0:
		reasons = append(reasons, ReasonAskedThisYear)
	}
	if r.pending {
		reasons = append(reasons, ReasonAskPending)
	}
	return reasons
}

// Candidate is a contact whom we could ask for a testimonial.
type Candidate struct {
	Contact ContactID
	// Products are the products that the contact could testify for, in the order of [Map.Products].
	Products []ProductID
}

// Candidates answers "whom could we ask for a testimonial?" on the day asOf; zero means the
// account's own day: every contact who is a reference in [Map.ReferencesFor] for a product that
// another unit could buy but does not. Contacts who have given a usable testimonial for it, or have
// not answered our request for one, are left out. Contacts are in the author's order.
func (m *Map) Candidates(asOf Date) []Candidate {
	type ask struct {
		contact ContactID
		product ProductID
	}
	pending := map[ask]bool{}
	for _, e := range m.a.Endorsements {
		if e.Kind == EndorsementTestimonial && e.Given.IsZero() && e.Declined.IsZero() {
			pending[ask{e.Contact, e.Product}] = true
		}
	}
	products := make([][]ProductID, len(m.a.Contacts))
	for _, i := range m.byLine {
		product := m.a.Products[i].ID
		buying := m.unitsBuying(product)
		if len(buying) == 0 || !m.openElsewhere(product, buying) {
			continue
		}
		for _, w := range m.references(product, buying, m.today(asOf)) {
			if w.Given.IsZero() && !pending[ask{w.Contact, product}] {
				at := m.contacts[w.Contact]
				products[at] = append(products[at], product)
			}
		}
	}
	var candidates []Candidate
	for i, list := range products {
		if list != nil {
			candidates = append(candidates, Candidate{m.a.Contacts[i].ID, list})
		}
	}
	return candidates
}

func (m *Map) openElsewhere(product ProductID, buying map[UnitID]bool) bool {
	for i, u := range m.a.Units {
		if m.buys[i] && !buying[u.ID] && m.cell(u.ID, product).Status.Sellable() {
			return true
		}
	}
	return false
}
