package insight

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// maxSearches bounds the searches for people who can help, since only the first entries of a list
// can become moves.
const maxSearches = 2 * DefaultMoves

// peopleToWin adds moves about powerful people who are against us or of whom we know too little.
func (p *planner) peopleToWin() {
	for _, e := range p.s.toWinOver(DefaultPowerToWin) {
		v := Move{Kind: MoveWinOver, Key: moveKey(MoveWinOver, string(e.Contact)), Contacts: []accountmap.ContactID{e.Contact}, Unit: e.Unit,
			Factors: e.Factors, Worth: e.Worth}
		c := p.s.contacts[e.Contact]
		v.Members = p.s.ourPerson(e.Unit, v.Contacts, c.Owner)
		p.move(v, weight{about: firstOf(v.Contacts)}, c.Stance)
	}
	for _, e := range p.s.toFindOut(DefaultPowerToKnow) {
		c := p.s.contacts[e.Contact]
		v := Move{Kind: MoveMeet, Contacts: []accountmap.ContactID{e.Contact}, Unit: e.Unit, Factors: e.Factors, Worth: e.Worth}
		if c.Placeholder {
			v.Kind = MoveIdentify
		}
		v.Key = moveKey(v.Kind, string(e.Contact))
		v.Members = p.s.ourPerson(e.Unit, v.Contacts, c.Owner)
		if last, leaves := p.s.team.leaves(c.Owner); leaves && !last.IsZero() {
			v.By = last
			v.Factors = append(v.Factors, p.leaverFactor(c.Owner)...)
		}
		if c.Owner == "" {
			v.Factors = append(v.Factors, Factor{Reason: accountmap.ReasonNoOwner, Contacts: v.Contacts})
		}
		p.move(v, weight{about: firstOf(v.Contacts)}, c.Stance)
	}
	for _, u := range p.s.m.UnownedKeyPlayers(p.s.today) {
		v := Move{Kind: MoveOwn, Key: moveKey(MoveOwn, string(u.Contact)), Contacts: []accountmap.ContactID{u.Contact}}
		c := p.s.contacts[u.Contact]
		v.Members = p.s.ourPerson(c.Unit, nil)
		for _, r := range u.Reasons {
			v.Factors = append(v.Factors, Factor{Reason: r, Contacts: v.Contacts})
		}
		v.Worth = p.s.dealsBelow(*c)
		p.move(v, weight{about: firstOf(v.Contacts)}, u.Owner)
	}
}

// unitsToHold adds moves about units that depend on one member of our team, or whose people none of
// us knows.
func (p *planner) unitsToHold() {
	searches := 0
	for _, e := range p.s.threads() {
		if e.Unit == "" {
			continue
		}
		v := Move{Kind: MoveSecondLink, Unit: e.Unit, Factors: slices.Clone(e.Factors), Worth: e.Worth}
		switch e.Factors[0].Reason {
		case accountmap.ReasonNoLink:
			if v.Contacts = p.s.theirPerson(e.Unit, p.decider(e.Unit)...); len(v.Contacts) > 0 {
				v.Kind, v.Members = MoveOwn, p.s.ourPerson(e.Unit, nil)
				break
			}
			fallthrough
		case accountmap.ReasonNobodyKnown:
			v.Kind, v.Worth = MoveGetIn, p.s.add(e.Worth, p.s.money[e.Unit].open...)
			if searches++; searches <= maxSearches {
				v.Contacts = firstFew(p.s.referrersInto(e.Unit))
			}
			if len(v.Contacts) > 0 {
				v.Factors = append(v.Factors, Factor{Reason: accountmap.ReasonWayIn, Contacts: firstFew(v.Contacts)})
			}
			v.Members = p.s.ourPerson(e.Unit, v.Contacts)
		default:
			v.Contacts = p.s.theirPerson(e.Unit, p.decider(e.Unit)...)
			v.Members = ids(p.s.keeperAbove(e.Unit, p.s.team.cover[e.Unit].Members...))
		}
		v.Key = moveKey(v.Kind, string(e.Unit))
		if v.Kind == MoveOwn {
			v.Key = moveKey(v.Kind, string(v.Contacts[0]))
		}
		p.move(v, weight{about: firstOf(v.Contacts)}, e.Members, e.Worth)
	}
}

// peopleInTouch adds moves about people for us who have gone quiet, and about powerful people on
// whom the evidence is too old.
func (p *planner) peopleInTouch() {
	for _, t := range p.s.touches() {
		c := p.s.contacts[t.Contact]
		v := Move{Contacts: []accountmap.ContactID{t.Contact}, Unit: c.Unit, Members: p.s.ourPerson(c.Unit, []accountmap.ContactID{t.Contact}),
			Factors: slices.Clone(t.Factors)}
		if reason := t.Trend(); (reason == accountmap.ReasonQuiet || reason == accountmap.ReasonCooling) && (c.Stance == accountmap.StanceChampion || c.KeyPlayer() && c.Stance.For()) {
			v.Kind, v.Worth = MoveStayInTouch, p.s.dealsBelow(*c)
			v.Factors = append(v.Factors, Factor{Reason: c.Stance.Reason()})
		} else if c.KeyPlayer() && has(t.Factors, accountmap.ReasonUnconfirmed) {
			v.Kind, v.Factors = MoveConfirm, append(v.Factors, Factor{Reason: c.Stance.Reason()})
		} else {
			continue
		}
		v.Key = moveKey(v.Kind, string(t.Contact))
		p.move(v, weight{about: firstOf(v.Contacts)}, t.Last, c.Stance, c.Evidence)
	}
}

// handover adds moves from the transfers of leaving members: people whom the receiver must meet,
// items due after the last day, and items without a new owner.
func (p *planner) handover() {
	for _, t := range p.s.Transfers(TransferOptions{}) {
		leaver := p.leaverFactor(t.From)
		p.introduce(t, leaver)
		if orphans := t.Orphans(); len(orphans) > 0 {
			v := Move{Kind: MoveHandOver, Key: moveKey(MoveHandOver, string(t.From)), Members: p.s.ourPerson("", nil), By: t.Last,
				Factors: append([]Factor{{Reason: accountmap.ReasonNoNewOwner, Members: []accountmap.MemberID{t.From}, Count: len(orphans), Of: len(t.Items)}}, leaver...)}
			for _, i := range orphans {
				v.Worth = p.s.add(v.Worth, i.Worth)
			}
			p.move(v, weight{severity: accountmap.SeverityHigh}, len(orphans))
		}
		for _, i := range t.After() {
			if i.Kind != TransferPromise && i.Kind != TransferMilestone && i.Kind != TransferFollowUp || !p.s.today.AddDays(p.ahead).Before(i.Due) {
				continue // earlier items already have moves
			}
			v := Move{Kind: MoveKeepPromise, Key: moveKey(MoveKeepPromise, string(i.Contact), factCode(i.Title)), Title: i.Title, Unit: i.Unit, By: i.Due,
				Contacts: p.s.theirPerson(i.Unit, i.Contact), Factors: []Factor{{Reason: accountmap.ReasonAfterLastDay, Members: []accountmap.MemberID{t.From}, Date: t.Last}}}
			switch i.Kind {
			case TransferMilestone:
				v.Kind, v.Key = MoveMilestone, moveKey(MoveMilestone, i.ID)
			case TransferFollowUp:
				v.Kind, v.Key = MoveFollowUp, moveKey(MoveFollowUp, string(i.Contact), factCode(i.Title, i.Due))
			}
			if i.Verbal {
				v.Factors = append(v.Factors, Factor{Reason: accountmap.ReasonVerbal})
			}
			v.Members = p.s.ourPerson(i.Unit, v.Contacts, i.To)
			p.move(v, weight{accountmap.SeverityMedium, i.Contact}, i.Title, t.From)
		}
	}
}

// introduce adds one move about the key players whom the receiver does not know yet.
func (p *planner) introduce(t Transfer, leaver []Factor) {
	v := Move{Kind: MoveIntroduce, Key: moveKey(MoveIntroduce, string(t.From)), By: t.Last, Factors: slices.Clone(leaver), Members: []accountmap.MemberID{t.To}}
	if p.s.team.serves(t.From) {
		v.Members = []accountmap.MemberID{t.From, t.To}
	}
	for _, i := range t.Items {
		c := p.s.contacts[i.Contact]
		if i.Kind != TransferContact || i.Known || i.To == "" || !c.KeyPlayer() || c.Placeholder {
			continue
		}
		v.Contacts = append(v.Contacts, i.Contact)
		if worth := p.s.dealsBelow(*c); v.Worth == nil || p.s.compare(worth, v.Worth) > 0 {
			v.Worth = worth // people share deals, so worth is not added up
		}
	}
	if len(v.Contacts) > 0 {
		v.Factors = append(v.Factors, Factor{Reason: accountmap.ReasonPowerful, Contacts: v.Contacts, Members: []accountmap.MemberID{t.To}})
		p.move(v, weight{about: v.Contacts[0]}, t.To)
	}
}

// referrersInto lists the people who can introduce us into a unit, the best first; see
// [accountmap.Map.ReferrersInto].
func (s *Situation) referrersInto(unit accountmap.UnitID) []accountmap.ContactID {
	var people []accountmap.ContactID
	for _, r := range s.m.ReferrersInto(unit, s.today) {
		people = append(people, r.Contact)
	}
	return people
}

// ownTogether joins the moves of people without an owner whom the same member should look after. The
// first of them has the others' contacts, and the greatest worth, since people share deals.
func (s *Situation) ownTogether(list []Move) []Move {
	first := map[accountmap.MemberID]int{}
	var joined []Move
	for _, v := range list {
		k, several := first[firstOf(v.Members)]
		switch {
		case v.Kind != MoveOwn || has(v.Factors, accountmap.ReasonNoLink): // a unit without a link is a move of its own
		case !several:
			first[firstOf(v.Members)] = len(joined)
		case slices.Contains(joined[k].Contacts, v.Contacts[0]):
			continue
		default:
			own := &joined[k]
			own.Contacts = append(slices.Clip(own.Contacts), v.Contacts...)
			own.Factors = []Factor{{Reason: accountmap.ReasonNoOwner, Contacts: own.Contacts}}
			if own.Unit != v.Unit {
				own.Unit = ""
			}
			if s.compare(v.Worth, own.Worth) > 0 {
				own.Worth = v.Worth
			}
			continue
		}
		joined = append(joined, v)
	}
	return joined
}
