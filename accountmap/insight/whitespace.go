package insight

import (
	"cmp"
	"slices"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Opening is a cell worth selling into: the unit could buy the product but does not.
type Opening struct {
	Unit    accountmap.UnitID
	Product accountmap.ProductID
	Status  accountmap.CoverageStatus
	// Potential is the yearly amount that could be sold: the recorded potential or, if Estimated is
	// true, an estimate in the account's currency, the median of other units' spending on the
	// product.
	Potential accountmap.Money
	Estimated bool
	// Chance is the estimated chance of winning it, from 0 to 1, and Expected is Potential times
	// Chance.
	Chance   float64
	Expected accountmap.Money
	// Contacts are the people to talk to first, the best first: people in the unit who are for us,
	// or people who can introduce us. Members are our people who should talk to them. Both may be
	// empty.
	Contacts []accountmap.ContactID
	Members  []accountmap.MemberID
	// Signs begin with the status. The other signs raise or lower the chance.
	Signs []Sign
}

// Sign is a fact that makes a sale more or less likely.
type Sign struct {
	Factor
	// Odds is the factor that the sign applies to the odds of winning: above 1 for the sale, below
	// 1 against it. For the status, it is the initial odds.
	Odds float64
}

// Factors lists the signs without their odds.
func (o Opening) Factors() []Factor {
	factors := make([]Factor, len(o.Signs))
	for i, s := range o.Signs {
		factors[i] = s.Factor
	}
	return factors
}

// WhitespaceOptions set what [Situation.Whitespace] lists. The zero WhitespaceOptions are the
// defaults.
type WhitespaceOptions struct {
	// Limit is the greatest number of openings. Zero or less means [DefaultOpenings].
	Limit int
	// Sign is the factor that a good sign multiplies the odds by, and a bad sign divides them by. A
	// value that is not above 1 means [DefaultSign].
	Sign float64
	// Soon is the number of days ahead in which the end of a competitor's contract is a good sign.
	// Zero or less means [DefaultSoon].
	Soon int
}

// The defaults of [WhitespaceOptions]. Twenty openings fill a page. No published figure gives the
// weight of a sign. With 1.5, two good signs outweigh the step from a gap to a deal in progress.
// Suppliers are compared about half a year before a contract ends.
const (
	DefaultOpenings = 20
	DefaultSign     = 1.5
	DefaultSoon     = 180
)

// baseChance returns the chance of winning a cell by its status, chosen by us. The chances only
// order openings, so their ratios matter and not their size. About half of the written offers are
// won, and a third of the deals without one. Then come units that have bought before, units that
// have nothing, and units that must give something up.
func baseChance(s accountmap.CoverageStatus) float64 {
	switch s {
	case accountmap.CoverageProposed:
		return 0.47
	case accountmap.CoverageOpportunity:
		return 0.3
	case accountmap.CoverageLapsed:
		return 0.15
	case accountmap.CoverageGap:
		return 0.12
	}
	return 0.08
}

// maxChance bounds the chance, since no sale is certain before the signature.
const maxChance = 0.9

// Whitespace answers "where should we sell next?": the assessed, unsold cells that could be sold,
// by the expected yearly amount, the highest first; ties are in the order of units and products.
// The deciders, the references and the people who can introduce us are searched only for the most
// promising cells.
func (s *Situation) Whitespace(o WhitespaceOptions) []Opening {
	if !s.ours {
		return nil
	}
	limit, promising := orDefault(o.Limit, DefaultOpenings), s.promising
	if o.Sign != 0 || o.Soon != 0 {
		promising = func() []func() Opening { return newSeller(s, o).promising() }
	}
	// Up to three good signs may lift an opening above others, so more than limit are searched.
	searches := promising()
	list := make([]Opening, min(3*limit, len(searches)))
	for i := range list {
		list[i] = searches[i]()
	}
	s.sortOpenings(list)
	return slices.Clip(list[:min(limit, len(list))])
}

func (s *Situation) sortOpenings(list []Opening) {
	slices.SortStableFunc(list, func(a, b Opening) int {
		return cmp.Or(s.compare(accountmap.Sums{b.Expected}, accountmap.Sums{a.Expected}), cmp.Compare(b.Chance, a.Chance))
	})
}

type seller struct {
	s *Situation
	o WhitespaceOptions
	// buyers are the units that buy each product, in order, and typical is their median spending.
	buyers  map[accountmap.ProductID][]accountmap.UnitID
	typical map[accountmap.ProductID]accountmap.Money
	// liked and disliked are the people of each unit by their last reaction to each product.
	liked, disliked map[cell][]accountmap.ContactID
	budgets         []accountmap.Attainment
	champions       map[accountmap.UnitID][]accountmap.ContactID
	// deciders and witnesses are the same for all openings of a unit, or of a product.
	deciders  map[accountmap.UnitID]func() deciders
	witnesses map[accountmap.ProductID]func() []accountmap.Reference
}

// deciders are the people of a unit who are for us and against us. If nobody is for us, referrers
// are the people who can introduce us.
type deciders struct{ yes, no, referrers []accountmap.ContactID }

func newSeller(s *Situation, o WhitespaceOptions) *seller {
	if !(o.Sign > 1) {
		o.Sign = DefaultSign
	}
	w := &seller{s: s, o: o, buyers: map[accountmap.ProductID][]accountmap.UnitID{}, typical: map[accountmap.ProductID]accountmap.Money{},
		liked: map[cell][]accountmap.ContactID{}, disliked: map[cell][]accountmap.ContactID{},
		champions: map[accountmap.UnitID][]accountmap.ContactID{}, deciders: map[accountmap.UnitID]func() deciders{},
		witnesses: map[accountmap.ProductID]func() []accountmap.Reference{}}
	values := map[accountmap.ProductID][]int64{}
	for _, p := range s.bought() {
		w.buyers[p.product] = append(w.buyers[p.product], p.unit)
		if spent := s.own(p.value); spent > 0 {
			values[p.product] = append(values[p.product], spent)
		}
	}
	for product, list := range values {
		slices.Sort(list)
		w.typical[product] = accountmap.Money{Minor: list[(len(list)-1)/2], Currency: s.currency}
	}
	for _, a := range s.attainments() {
		if a.Target.Budget.Minor > 0 && a.Target.Period.Contains(s.today) {
			w.budgets = append(w.budgets, a)
		}
	}
	for _, c := range s.people {
		if c.Stance == accountmap.StanceChampion && !c.Placeholder {
			w.champions[c.Unit] = append(w.champions[c.Unit], c.ID)
		}
	}
	w.readReactions()
	return w
}

// promising lists the openings by their expected amount before the search. Each is a function that
// runs the search once.
func (w *seller) promising() []func() Opening {
	list := w.openings()
	w.s.sortOpenings(list)
	searches := make([]func() Opening, len(list))
	for i, o := range list {
		if w.deciders[o.Unit] == nil {
			w.deciders[o.Unit] = sync.OnceValue(func() deciders { return w.decidersOf(o.Unit, o.Product) })
		}
		if w.witnesses[o.Product] == nil {
			w.witnesses[o.Product] = sync.OnceValue(func() []accountmap.Reference { return w.s.m.ReferencesFor(o.Unit, o.Product, w.s.today) })
		}
		searches[i] = sync.OnceValue(func() Opening {
			w.addSearched(&o)
			return o
		})
	}
	return searches
}

// readReactions collects the last reaction of the people of each unit to each product.
func (w *seller) readReactions() {
	type shown struct {
		contact accountmap.ContactID
		product accountmap.ProductID
	}
	var order []shown
	latest := map[shown]accountmap.Exposure{}
	for e := range w.s.m.Exposures() {
		k := shown{e.Contact, e.Product}
		before, seen := latest[k]
		if w.s.contacts[e.Contact] == nil || e.Reaction == "" || !w.s.today.IsZero() && w.s.today.Before(e.Date) || seen && e.Date.Before(before.Date) {
			continue
		}
		if !seen {
			order = append(order, k)
		}
		latest[k] = e
	}
	for _, k := range order {
		c := cell{w.s.contacts[k.contact].Unit, k.product}
		switch latest[k].Reaction {
		case accountmap.ReactionInterested:
			w.liked[c] = append(w.liked[c], k.contact)
		case accountmap.ReactionNegative:
			w.disliked[c] = append(w.disliked[c], k.contact)
		}
	}
}

// openings lists the assessed cells that could be sold, with the signs that need no search. An
// unassessed cell is unknown, and not an opening.
func (w *seller) openings() []Opening {
	var list []Opening
	for _, c := range w.s.cells {
		if c.Status == accountmap.CoverageSold || !c.Status.Sellable() {
			continue
		}
		o := Opening{Unit: c.Unit, Product: c.Product, Status: c.Status, Potential: OpenPotential(c)}
		if o.Potential.IsZero() {
			o.Potential, o.Estimated = w.typical[c.Product], true
		}
		if o.Potential.IsZero() {
			continue // its worth is unknown
		}
		w.firstSigns(&o, c)
		list = append(list, o)
	}
	return list
}

func (o *Opening) add(f Factor, odds float64) { o.Signs = append(o.Signs, Sign{f, odds}) }

func (o *Opening) weigh() {
	odds := 1.0
	for _, s := range o.Signs {
		odds *= s.Odds
	}
	o.Chance = min(odds/(1+odds), maxChance)
	o.Expected = accountmap.Money{Minor: int64(float64(o.Potential.Minor) * o.Chance), Currency: o.Potential.Currency}
}

func (w *seller) firstSigns(o *Opening, c accountmap.Cell) {
	o.Signs = make([]Sign, 0, 8) // enough for most openings after the search
	chance := baseChance(c.Status)
	o.add(statusFactor(c), chance/(1-chance))
	if o.Estimated {
		o.add(Factor{Reason: accountmap.ReasonEstimated, Amounts: accountmap.Sums{o.Potential}}, 1)
	}
	w.neighbours(o)
	if c.Status == accountmap.CoverageCompetitor && !c.Renewal.IsZero() && !w.s.today.IsZero() && !c.Renewal.Before(w.s.today) {
		odds := 1 / w.o.Sign
		if days := w.s.today.DaysTo(c.Renewal); days <= orDefault(w.o.Soon, DefaultSoon) {
			odds = w.o.Sign
		}
		o.add(Factor{Reason: accountmap.ReasonContractEnds, Competitor: c.Competitor, Date: c.Renewal, Days: w.s.today.DaysTo(c.Renewal)}, odds)
	}
	here := cell{o.Unit, o.Product}
	if people := w.liked[here]; len(people) > 0 {
		o.add(Factor{Reason: accountmap.ReasonLiked, Contacts: firstFew(people)}, w.o.Sign)
	}
	if people := w.disliked[here]; len(people) > 0 {
		o.add(Factor{Reason: accountmap.ReasonDisliked, Contacts: firstFew(people)}, 1/w.o.Sign)
	}
	o.weigh()
}

// firstFew returns at most the first three ids. Nobody reads a reason with more names.
func firstFew[K any](ids []K) []K { return slices.Clone(ids[:min(3, len(ids))]) }

// neighbours adds the other units that buy the product: units with the same parent, or else any.
func (w *seller) neighbours(o *Opening) {
	var siblings []accountmap.UnitID
	others := w.buyers[o.Product]
	parent := w.s.parent(o.Unit)
	for _, u := range others[:min(len(others), maxNeighbours)] {
		if parent != "" && w.s.parent(u) == parent {
			siblings = append(siblings, u)
		}
	}
	switch {
	case len(siblings) > 0:
		o.add(Factor{Reason: accountmap.ReasonSiblingsBuy, Units: firstFew(siblings), Count: len(siblings)}, w.o.Sign)
	case len(others) > 1:
		o.add(Factor{Reason: accountmap.ReasonOthersBuy, Units: firstFew(others), Count: len(others)}, w.o.Sign)
	case len(others) == 1:
		o.add(Factor{Reason: accountmap.ReasonOthersBuy, Units: firstFew(others), Count: 1}, 1)
	}
}

// maxNeighbours bounds the buyers of a product that are read for each opening.
const maxNeighbours = 100

// decidersOf finds the people who decide in a unit, the same for any product.
func (w *seller) decidersOf(unit accountmap.UnitID, product accountmap.ProductID) deciders {
	d := deciders{yes: slices.Clone(w.champions[unit])}
	for _, v := range w.s.m.BuyingCommittee(unit, product, w.s.today).Approvers {
		switch {
		case v.Unit != unit || v.Placeholder: // people above agree to everything or nothing
		case v.Stance.For() && !slices.Contains(d.yes, v.Contact):
			d.yes = append(d.yes, v.Contact)
		case v.Stance.Against():
			d.no = append(d.no, v.Contact)
		}
	}
	if len(d.yes) == 0 {
		d.referrers = w.s.referrersInto(unit)
	}
	return d
}

// addSearched adds the signs that need a search: deciders, references, introductions and the
// budget.
func (w *seller) addSearched(o *Opening) {
	there, witnesses := w.deciders[o.Unit](), w.witnesses[o.Product]()
	yes, no, referrers := there.yes, there.no, there.referrers
	if len(yes) > 0 {
		o.add(Factor{Reason: accountmap.ReasonForThere, Contacts: firstFew(yes), Count: len(yes)}, w.o.Sign)
	}
	if len(no) > 0 {
		o.add(Factor{Reason: accountmap.ReasonAgainstThere, Contacts: firstFew(no), Count: len(no)}, 1/w.o.Sign)
	}
	if len(witnesses) > 0 {
		var few []accountmap.ContactID
		for _, r := range firstFew(witnesses) {
			few = append(few, r.Contact)
		}
		o.add(Factor{Reason: accountmap.ReasonWitness, Contacts: few, Count: len(witnesses)}, w.o.Sign)
	}
	if len(referrers) > 0 {
		o.add(Factor{Reason: accountmap.ReasonWayIn, Contacts: firstFew(referrers), Count: len(referrers)}, w.o.Sign)
	}
	w.budget(o)
	o.Contacts = firstFew(yes)
	if len(yes) == 0 {
		o.Contacts = firstFew(referrers)
	}
	o.Members = w.s.ourPerson(o.Unit, o.Contacts)
	o.weigh()
}

// budget adds the rest of the client's budget for the cell: the budget of the nearest unit.
func (w *seller) budget(o *Opening) {
	for unit := o.Unit; ; unit = w.s.parent(unit) {
		for _, a := range w.budgets {
			if a.Target.Unit != unit || a.Target.Product != "" && a.Target.Product != o.Product || a.Target.Budget.Currency != w.s.currency {
				continue
			}
			left := a.Target.Budget.Minor - a.Ordered.Minor
			if left <= 0 {
				o.add(Factor{Reason: accountmap.ReasonBudgetSpent}, 1/w.o.Sign)
				return
			}
			odds := 1.0
			if o.Potential.Currency == w.s.currency && left >= o.Potential.Minor {
				odds = w.o.Sign
			}
			o.add(Factor{Reason: accountmap.ReasonBudgetLeft, Amounts: accountmap.Sums{{Minor: left, Currency: w.s.currency}}}, odds)
			return
		}
		if unit == "" {
			return
		}
	}
}
