package insight

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/ranking"
)

// Watching has four lists: people to win over, units that depend on one person, people to find out
// about, and cells to sell.
type Watching struct {
	// ToWinOver lists powerful people who are against us, by power, the worst stance first.
	ToWinOver WatchList
	// HangsOnOne lists units, by their yearly purchases; the whole client may come first. The first
	// factor of an entry is one of these. [accountmap.ReasonOneMember]: one of our people is the
	// only link. [accountmap.ReasonOneContact]: one of the client's people is the only link.
	// [accountmap.ReasonNoLink]: none of our people covers the unit.
	// [accountmap.ReasonNobodyKnown]: we know nobody in the unit, and something could be sold.
	HangsOnOne WatchList
	// ToFindOut lists people with power whose stance is unknown, or who are not yet known by name,
	// by power.
	ToFindOut WatchList
	// ToSell lists unsold cells that could be sold, by their yearly potential.
	ToSell WatchList
}

// WatchList is the first entries of a list, with the totals of the whole list.
type WatchList struct {
	// Entries are at most [WatchOptions].Limit entries, the most important first.
	Entries []Watched
	// Total counts all people, units or cells. The whole client, which may be the first entry of
	// [Watching].HangsOnOne, is not one of its units. Worth is the total worth of all units or
	// cells, by currency. It is empty for lists of people, who share their deals.
	Total int
	Worth accountmap.Sums
}

// Watched is a person, unit or cell in a [WatchList].
type Watched struct {
	// Contact is set in ToWinOver and ToFindOut, Unit always when it is known, and Product in
	// ToSell.
	Contact accountmap.ContactID
	Unit    accountmap.UnitID
	Product accountmap.ProductID
	// Members are our people in question: the owner of a contact, the only link with a unit.
	Members []accountmap.MemberID
	// Factors are the reasons, the main reason first.
	Factors []Factor
	// Worth is the yearly amount at stake by currency, the account's own first: the open deals that
	// need a person's agreement, the purchases of a unit, or the potential of a cell. Empty means
	// unknown.
	Worth accountmap.Sums
}

// WatchOptions set what [Situation.Watch] lists. The zero WatchOptions are the defaults.
type WatchOptions struct {
	// Limit is the greatest number of entries of each list. Zero or less means [DefaultWatchLimit].
	Limit int
	// Power is the lowest power of people to win over, from 1 to 5. Zero or less means
	// [DefaultPowerToWin].
	Power int
	// Unknown is the lowest power of people to find out about. Zero or less means
	// [DefaultPowerToKnow].
	Unknown int
}

// The defaults of [WatchOptions]. A box beside a map holds four lines, and a longer list is a
// table. Key players have power 4 or 5. The limit for unknown people is one level lower, since the
// power of a stranger is a guess.
const (
	DefaultWatchLimit  = 4
	DefaultPowerToWin  = 4
	DefaultPowerToKnow = 3
)

// Watch answers "what must we keep an eye on?" Ties are in the order of the map.
func (s *Situation) Watch(o WatchOptions) Watching {
	if !s.ours {
		return Watching{}
	}
	limit := orDefault(o.Limit, DefaultWatchLimit)
	return Watching{
		ToWinOver:  s.watchList(s.toWinOver(orDefault(o.Power, DefaultPowerToWin)), limit),
		HangsOnOne: s.watchList(s.threads(), limit),
		ToFindOut:  s.watchList(s.toFindOut(orDefault(o.Unknown, DefaultPowerToKnow)), limit),
		ToSell:     s.watchList(s.toSell(), limit),
	}
}

func (s *Situation) watchList(entries []Watched, limit int) WatchList {
	list := WatchList{Total: len(entries), Entries: slices.Clip(entries[:min(limit, len(entries))])}
	for _, e := range entries {
		switch {
		case e.Contact != "":
		case e.Unit == "": // the whole client, first, includes the others
			list.Total, list.Worth = len(entries)-1, e.Worth
			return list
		default:
			list.Worth = s.add(list.Worth, e.Worth...)
		}
	}
	return list
}

// toWinOver lists the people against us with at least the given power.
func (s *Situation) toWinOver(power int) []Watched {
	var list []Watched
	for _, c := range s.people {
		if c.Placeholder || c.Power < power || !c.Stance.Against() {
			continue
		}
		e := Watched{Contact: c.ID, Unit: c.Unit, Members: s.owner(c), Worth: s.dealsBelow(c)}
		e.Factors = append(e.Factors, Factor{Reason: c.Stance.Reason()})
		if roles := c.Decides(); len(roles) > 0 {
			e.Factors = append(e.Factors, Factor{Reason: accountmap.ReasonHasSay, Roles: roles})
		}
		list = append(list, e)
	}
	slices.SortStableFunc(list, func(a, b Watched) int {
		x, y := s.contacts[a.Contact], s.contacts[b.Contact]
		return cmp.Or(cmp.Compare(y.Power, x.Power), cmp.Compare(y.Stance.Rank(), x.Stance.Rank()), s.compare(b.Worth, a.Worth))
	})
	s.addTies(list)
	return list
}

// addTies adds the people who influence each person to win over and are against us, and the people
// for us who could win them over.
func (s *Situation) addTies(entries []Watched) {
	if len(entries) == 0 {
		return
	}
	opponents := map[accountmap.ContactID][]accountmap.ContactID{}
	for r := range s.m.Relationships() {
		if from := s.contacts[r.From]; r.Kind == accountmap.RelationshipInfluence && from != nil && from.Stance.Against() {
			opponents[r.To] = append(opponents[r.To], r.From)
		}
	}
	allies := s.m.Allies(s.today)
	for i := range entries {
		e := &entries[i]
		if near := opponents[e.Contact]; len(near) > 0 {
			e.Factors = append(e.Factors, Factor{Reason: accountmap.ReasonInfluenced, Contacts: near})
		}
		if near := allies[e.Contact]; len(near) > 0 {
			f := Factor{Reason: accountmap.ReasonWinnable}
			for _, a := range near {
				f.Contacts = append(f.Contacts, a.Contact)
			}
			e.Factors = append(e.Factors, f)
		}
	}
}

// singleLinks lists the units with one link to us, or none.
func (s *Situation) singleLinks() []Watched {
	var list []Watched
	seen := map[accountmap.UnitID]bool{}
	for _, t := range s.singles() {
		seen[t.Unit] = true
		e := Watched{Unit: t.Unit, Members: t.Members, Worth: s.soldIn(t.Unit)}
		for _, reason := range t.Reasons {
			e.Factors = append(e.Factors, s.threadFactors(t, reason)...)
		}
		if open := s.money[t.Unit].open; len(open) > 0 {
			e.Factors = append(e.Factors, Factor{Reason: accountmap.ReasonOpenPotential, Amounts: open})
		}
		list = append(list, e)
	}
	for _, u := range s.units {
		known, listed := s.known[u.ID]
		sums := s.money[u.ID]
		if !listed || len(known) > 0 || seen[u.ID] || len(sums.open) == 0 && len(sums.sold) == 0 {
			continue
		}
		list = append(list, Watched{Unit: u.ID, Worth: sums.sold, Factors: []Factor{
			{Reason: accountmap.ReasonNobodyKnown}, {Reason: accountmap.ReasonOpenPotential, Amounts: sums.open}}})
	}
	slices.SortStableFunc(list, func(a, b Watched) int {
		return cmp.Or(ranking.First(a.Unit == "", b.Unit == ""), s.compare(b.Worth, a.Worth), s.compare(s.money[b.Unit].open, s.money[a.Unit].open),
			cmp.Compare(s.unitOrder[a.Unit], s.unitOrder[b.Unit]))
	})
	return list
}

// threadFactors returns the given reason for a single thread, and the departure of the only member
// if they leave.
func (s *Situation) threadFactors(t accountmap.SingleThread, reason accountmap.Reason) []Factor {
	switch reason {
	case accountmap.ReasonOneMember:
		factors := []Factor{{Reason: reason, Members: t.Members}}
		if last, leaves := s.team.leaves(t.Members[0]); leaves {
			factors = append(factors, Factor{Reason: accountmap.ReasonLeaves, Members: t.Members, Date: last, Days: max(0, last.DaysTo(s.today))})
		}
		return factors
	case accountmap.ReasonOneContact:
		return []Factor{{Reason: reason, Contacts: t.Contacts}}
	case accountmap.ReasonBuys:
		return []Factor{{Reason: reason, Count: t.Sold, Amounts: s.soldIn(t.Unit)}}
	}
	return []Factor{{Reason: reason}}
}

// soldIn returns the yearly purchases of a unit; the empty unit means the whole account.
func (s *Situation) soldIn(unit accountmap.UnitID) accountmap.Sums {
	if unit == "" {
		return s.size.sold
	}
	return s.money[unit].sold
}

// toFindOut lists the people of unknown stance or name with at least the given power. People of
// unknown power are listed if they have a role in decisions.
func (s *Situation) toFindOut(power int) []Watched {
	var list []Watched
	for _, c := range s.people {
		decides := len(c.Decides()) > 0 && c.Power == 0
		if !c.Placeholder && c.Stance != accountmap.StanceUnknown || c.Power < power && !decides {
			continue
		}
		e := Watched{Contact: c.ID, Unit: c.Unit, Members: s.owner(c), Worth: s.dealsBelow(c), Factors: []Factor{{Reason: accountmap.ReasonStanceUnknown}}}
		if c.Placeholder {
			e.Factors[0].Reason = accountmap.ReasonNotYetKnown
		}
		if roles := c.Decides(); len(roles) > 0 {
			e.Factors = append(e.Factors, Factor{Reason: accountmap.ReasonHasSay, Roles: roles})
		}
		list = append(list, e)
	}
	slices.SortStableFunc(list, func(a, b Watched) int {
		return cmp.Or(cmp.Compare(s.contacts[b.Contact].Power, s.contacts[a.Contact].Power), s.compare(b.Worth, a.Worth))
	})
	return list
}

// toSell lists the cells that could be sold and are not.
func (s *Situation) toSell() []Watched {
	var list []Watched
	for _, c := range s.cells {
		if c.Status == accountmap.CoverageSold || !c.Status.Sellable() {
			continue
		}
		e := Watched{Unit: c.Unit, Product: c.Product, Worth: s.add(nil, OpenPotential(c)), Factors: []Factor{statusFactor(c)}}
		list = append(list, e)
	}
	slices.SortStableFunc(list, func(a, b Watched) int { return s.compare(b.Worth, a.Worth) })
	return list
}

// statusFactor returns the status of an unsold cell as a reason.
func statusFactor(c accountmap.Cell) Factor {
	f := Factor{Reason: statusReason(c.Status)}
	if c.Status == accountmap.CoverageCompetitor {
		f.Competitor, f.Date = c.Competitor, c.Renewal
	}
	return f
}

// owner returns a list of the contact's owner, or nil if the contact has no owner on our team.
func (s *Situation) owner(c accountmap.Contact) []accountmap.MemberID {
	if s.team.serves(c.Owner) {
		return ids(c.Owner)
	}
	return nil
}

// dealsBelow sums up the open deals that a person decides on: the deals in their own unit and in
// all units below it. It is empty for a person who neither decides nor is a key player.
func (s *Situation) dealsBelow(c accountmap.Contact) accountmap.Sums {
	if len(c.Decides()) == 0 && !c.KeyPlayer() {
		return nil
	}
	return s.deals[c.Unit]
}

// Deal is a unit's open deals, which need the agreement of the same people.
type Deal struct {
	Unit accountmap.UnitID
	// Products are the products in progress or offered, by potential, the highest first, and Worth
	// is their yearly potential by currency, the account's own first.
	Products []accountmap.ProductID
	Worth    accountmap.Sums
	// Yes lists the people whose agreement is needed and who are for us. Open lists the people
	// whose agreement is missing, the greatest obstacles first, each with the allies who could win
	// them over.
	Yes  []accountmap.ContactID
	Open []accountmap.Approver
	// Roles are the necessary roles without a known person.
	Roles []accountmap.Role
}

// Deals answers "whose yes is missing for what we are selling, and who can get it?": an entry for
// each unit with a deal in progress or an offer, by worth, the highest first; ties are in the order
// of [accountmap.Map.Units]. The answer has at most limit entries; zero or less means
// [DefaultDeals].
func (s *Situation) Deals(limit int) []Deal {
	if !s.ours {
		return nil
	}
	limit = orDefault(limit, DefaultDeals)
	type offer struct {
		product accountmap.ProductID
		worth   accountmap.Sums
	}
	offers := map[accountmap.UnitID][]offer{}
	var list []Deal
	for _, c := range s.cells {
		if !inProgress(c.Status) {
			continue
		}
		if offers[c.Unit] == nil {
			list = append(list, Deal{Unit: c.Unit})
		}
		offers[c.Unit] = append(offers[c.Unit], offer{c.Product, s.add(nil, OpenPotential(c))})
	}
	for i := range list {
		d := &list[i]
		slices.SortStableFunc(offers[d.Unit], func(a, b offer) int { return s.compare(b.worth, a.worth) })
		for _, o := range offers[d.Unit] {
			d.Products, d.Worth = append(d.Products, o.product), s.add(d.Worth, o.worth...)
		}
	}
	slices.SortStableFunc(list, func(a, b Deal) int { return s.compare(b.Worth, a.Worth) })
	list = slices.Clip(list[:min(limit, len(list))])
	for i := range list {
		s.consent(&list[i])
	}
	return list
}

// consent finds the people who are for the deal, and the people whose agreement is missing.
func (s *Situation) consent(d *Deal) {
	committee := s.m.BuyingCommittee(d.Unit, d.Products[0], s.today)
	d.Roles = committee.Missing
	for _, v := range committee.Approvers {
		if v.Stance.For() {
			d.Yes = append(d.Yes, v.Contact)
		} else {
			d.Open = append(d.Open, v)
		}
	}
}

// DefaultDeals is the default number of units with deals. Nobody reads a longer table.
const DefaultDeals = 20
