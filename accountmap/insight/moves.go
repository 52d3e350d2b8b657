package insight

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Move is a recommended next action.
type Move struct {
	// Key identifies the move in the account file, to silence it: "renew:service". It stays the
	// same while the subject of the move is the same. Facts is a code of the facts that support the
	// move, and changes with them.
	Key   string
	Kind  MoveKind
	Facts string
	// Title is the author's title of the promise, case or milestone. It is empty for kinds that the
	// other fields describe.
	Title string
	// Unit and Products are the unit and the products of the move. Either may be empty.
	Unit     accountmap.UnitID
	Products []accountmap.ProductID
	// Contacts are the client's people to talk to, in this order. Members are our people who should
	// act. A move with a day has the people of [accountmap.Map.Overdue] and [Agenda]. An
	// introduction has the leaver, until the last day, and then the receiver. For other moves, a
	// member who leaves is named only if nobody stays. A side without people gets the person of
	// [accountmap.Map.Liaison]. Either is empty if nobody is on that side.
	Contacts []accountmap.ContactID
	Members  []accountmap.MemberID
	// By is the day by which the move should be done, and Late the number of days since By. A move
	// without a day of its own is due in [MoveOptions].Ahead days.
	By   accountmap.Date
	Late int
	// Worth is the yearly amount at stake by currency, the account's own first. Empty means
	// unknown.
	Worth accountmap.Sums
	// Factors are the reasons, the main reason first. Points rank the move, and Parts are the parts
	// of their sum; see [Situation.Moves].
	Factors []Factor
	Points  float64
	Parts   MovePoints
}

// Why lists the further factors, or else all factors.
func (v Move) Why() []Factor {
	if further := v.Further(); len(further) > 0 {
		return further
	}
	return v.Factors
}

// Further lists the factors that By, Late and Worth do not show.
func (v Move) Further() []Factor {
	return slices.DeleteFunc(slices.Clone(v.Factors), func(f Factor) bool {
		switch f.Reason {
		case accountmap.ReasonPastDue, accountmap.ReasonTooLong:
			return f.Days == v.Late
		case accountmap.ReasonDueSoon, accountmap.ReasonRenews:
			return f.Date == v.By
		case accountmap.ReasonBuys, accountmap.ReasonOpenPotential:
			return slices.Equal(f.Amounts, v.Worth)
		}
		return false
	})
}

// MovePoints are the parts of the points of a move.
type MovePoints struct {
	// Money is 40 times the square root of a share from 0 to 1: Worth divided by all that the
	// client buys and could buy, both in the account's currency. Time is up to 30: 30 for a late
	// move, less for each day up to 90 days ahead, and 10 without a day of its own. People is up to
	// 30: six for each level of the power of the person concerned. Severity is up to 20: five for
	// each level of the case or risk.
	Money, Time, People, Severity float64
}

// MoveKind is the kind of a move.
type MoveKind string

// The kinds of moves.
const (
	MoveKeepPromise  MoveKind = "keep-promise"  // do what we promised
	MoveSettleCase   MoveKind = "settle-case"   // settle a complaint or dispute
	MoveDeliver      MoveKind = "deliver"       // find out where a late order is
	MoveFollowUp     MoveKind = "follow-up"     // do what must follow a communication
	MoveMilestone    MoveKind = "milestone"     // reach a milestone
	MoveGoal         MoveKind = "goal"          // talk about a goal that is late
	MoveRenew        MoveKind = "renew"         // renew what a unit buys, or a contract
	MoveSurvey       MoveKind = "survey"        // ask a unit how satisfied it is
	MoveReorder      MoveKind = "reorder"       // find out why less is ordered
	MoveWinOver      MoveKind = "win-over"      // win over somebody who is against us
	MoveMeet         MoveKind = "meet"          // find out where somebody stands
	MoveIdentify     MoveKind = "identify"      // find out who somebody is
	MoveSecondLink   MoveKind = "second-link"   // give a unit a second link
	MoveGetIn        MoveKind = "get-in"        // get to know somebody in a unit
	MoveIntroduce    MoveKind = "introduce"     // introduce the receiver of the handoff to somebody
	MoveHandOver     MoveKind = "hand-over"     // name who takes over from somebody who leaves
	MoveStayInTouch  MoveKind = "stay-in-touch" // talk to somebody who has gone quiet
	MoveConfirm      MoveKind = "confirm"       // confirm what we believe of somebody
	MoveOwn          MoveKind = "own"           // give somebody an owner on our side
	MoveSell         MoveKind = "sell"          // sell a product to a unit
	MoveTestimonial  MoveKind = "testimonial"   // ask for a testimonial
	MoveShow         MoveKind = "show"          // show somebody a product
	MoveReachTarget  MoveKind = "reach-target"  // catch up with a sales target
	MoveMitigateRisk MoveKind = "mitigate"      // give a risk an owner and an answer
)

// MoveKinds lists the kinds of moves. Kinds that the client waits for come first.
func MoveKinds() []MoveKind {
	return []MoveKind{MoveKeepPromise, MoveSettleCase, MoveDeliver, MoveFollowUp, MoveMilestone, MoveGoal, MoveRenew, MoveSurvey, MoveReorder,
		MoveWinOver, MoveMeet, MoveIdentify, MoveSecondLink, MoveGetIn, MoveIntroduce, MoveHandOver, MoveStayInTouch, MoveConfirm, MoveOwn,
		MoveSell, MoveTestimonial, MoveShow, MoveReachTarget, MoveMitigateRisk}
}

// MoveOptions set what [Situation.Moves] lists. The zero MoveOptions are the defaults.
type MoveOptions struct {
	// Limit is the greatest number of moves. Zero or less means [DefaultMoves].
	Limit int
	// Ahead is the number of days in which something dated becomes a move, and Renewals the number
	// of days for renewals. Zero or less means [DefaultAhead] and [RenewalDays].
	Ahead, Renewals int
}

// The defaults of [MoveOptions]. Ten moves are a list that one person can work through. Within six
// weeks, a fortnightly talk can still change a move twice.
const (
	DefaultMoves = 10
	DefaultAhead = 42
)

// The largest numbers of moves of one kind, about one person and about one unit. A list of ten
// renewals, or of ten moves about one person, repeats one message.
const (
	maxOfKind    = 2
	maxOfContact = 2
	maxOfUnit    = 3
)

// Moves answers "what should we do next?": at most [MoveOptions].Limit moves, the most points
// first. Ties are in the order of [MoveKinds], then of the keys. The points are the sum of four
// parts; see [MovePoints]. People without an owner whom the same member should look after are in one
// move, with the key and the points of the first. At most two moves are about one person and three about one unit, and
// each cell is in at most one move. Among the first ten moves, at most two are of one kind, unless
// there are too few moves of other kinds. One of the ten places is kept for a move that may lead to
// new sales. The further moves follow in the order of their points, so a shorter list is the
// beginning of a longer one. Moves that the account file silences are left out. Without a day there
// is no answer.
func (s *Situation) Moves(o MoveOptions) []Move {
	if !s.ours || s.today.IsZero() {
		return nil
	}
	ahead, renewals := orDefault(o.Ahead, DefaultAhead), orDefault(o.Renewals, RenewalDays)
	list := s.moves
	if ahead != DefaultAhead || renewals != RenewalDays {
		list = func() []Move { return s.ranked(ahead, renewals) }
	}
	chosen := varied(list(), orDefault(o.Limit, DefaultMoves))
	for i, v := range chosen {
		if len(v.Contacts) > 0 && len(v.Members) > 0 {
			continue
		}
		people := s.m.Liaison(v.Unit, s.today, accountmap.Liaison{Contact: firstOf(v.Contacts), Member: firstOf(v.Members)})
		if len(v.Contacts) == 0 {
			chosen[i].Contacts = ids(people.Contact)
		}
		if len(v.Members) == 0 {
			chosen[i].Members = ids(people.Member)
		}
	}
	return chosen
}

// ranked lists all moves that are not silenced, the most points first.
func (s *Situation) ranked(ahead, renewals int) []Move {
	p := &planner{s: s, ahead: ahead, renewals: renewals, size: float64(s.own(s.size.sold)) + float64(s.own(s.size.open))}
	p.lateThings()
	p.datedThings()
	p.renewalsAhead()
	p.orderAlerts()
	p.peopleToWin()
	p.unitsToHold()
	p.peopleInTouch()
	p.handover()
	p.sales()
	p.targets()
	p.risks()
	list := slices.DeleteFunc(p.list, s.silenced())
	slices.SortStableFunc(list, func(a, b Move) int {
		return cmp.Or(cmp.Compare(b.Points, a.Points), cmp.Compare(a.Kind.rank(), b.Kind.rank()), strings.Compare(a.Key, b.Key))
	})
	return s.ownTogether(list)
}

func (k MoveKind) rank() int { return slices.Index(MoveKinds(), k) }

// varied returns the first moves of a list. The first [DefaultMoves] vary by kind, person and unit,
// and keep their order. If there are too few moves of other kinds, further moves of the same kinds
// fill the list. One place is kept for a move that grows the account, since a list of late things
// sells nothing.
func varied(list []Move, limit int) []Move {
	v := variety{taken: map[string]bool{}, kinds: map[MoveKind]int{}, contacts: map[accountmap.ContactID]int{}, units: map[accountmap.UnitID]int{}, cells: map[cell]bool{}}
	v.fill(list, DefaultMoves-1, maxOfKind)
	if !slices.ContainsFunc(v.chosen, func(i int) bool { return list[i].Kind.grows() }) {
		for i := range list {
			if list[i].Kind.grows() && v.allows(list[i], maxOfKind) {
				v.choose(i, list[i])
				break
			}
		}
	}
	v.fill(list, DefaultMoves, maxOfKind)
	v.fill(list, DefaultMoves, len(list))
	slices.Sort(v.chosen)
	v.fill(list, limit, len(list))
	chosen := make([]Move, min(limit, len(v.chosen)))
	for k := range chosen {
		chosen[k] = list[v.chosen[k]]
	}
	return chosen
}

// fill chooses moves until v has limit moves, with at most ofKind moves of one kind.
func (v *variety) fill(list []Move, limit, ofKind int) {
	for i := range list {
		if len(v.chosen) >= limit {
			return
		}
		if v.allows(list[i], ofKind) {
			v.choose(i, list[i])
		}
	}
}

// grows reports whether a move of this kind may lead to new sales.
func (k MoveKind) grows() bool {
	switch k {
	case MoveSell, MoveShow, MoveTestimonial, MoveGetIn, MoveReachTarget:
		return true
	}
	return false
}

// variety counts the kinds, people, units and cells of the chosen moves.
type variety struct {
	chosen   []int // indexes in the list
	taken    map[string]bool
	kinds    map[MoveKind]int
	contacts map[accountmap.ContactID]int
	units    map[accountmap.UnitID]int
	cells    map[cell]bool
}

func (v *variety) allows(m Move, ofKind int) bool {
	about := firstOf(m.Contacts)
	return !v.taken[m.Key] && v.kinds[m.Kind] < ofKind && (about == "" || v.contacts[about] < maxOfContact) && (m.Unit == "" || v.units[m.Unit] < maxOfUnit) &&
		!slices.ContainsFunc(m.Products, func(p accountmap.ProductID) bool { return v.cells[cell{m.Unit, p}] })
}

func (v *variety) choose(i int, m Move) {
	v.taken[m.Key] = true
	v.kinds[m.Kind]++
	v.contacts[firstOf(m.Contacts)]++
	v.units[m.Unit]++
	for _, p := range m.Products {
		v.cells[cell{m.Unit, p}] = true
	}
	v.chosen = append(v.chosen, i)
}

type planner struct {
	s               *Situation
	ahead, renewals int
	size            float64 // in minor units of the account's currency
	list            []Move
}

// weight is the source of the points for severity and people: the severity of a case or risk, and
// the person concerned.
type weight struct {
	severity accountmap.Severity
	about    accountmap.ContactID
}

// move adds a move with its points. Move.Facts is a code of the facts and of the key, people,
// products and day of the move.
func (p *planner) move(v Move, w weight, facts ...any) {
	if v.Unit == "" && v.Kind != MoveIntroduce { // an introduction has people of several units
		if c := p.s.contacts[firstOf(v.Contacts)]; c != nil {
			v.Unit = c.Unit
		}
	}
	if !v.By.IsZero() && v.By.Before(p.s.today) {
		v.Late = v.By.DaysTo(p.s.today)
	}
	v.Parts = p.points(v, w)
	v.Points = v.Parts.Money + v.Parts.Time + v.Parts.People + v.Parts.Severity
	v.Facts = factCode(v.Key, v.By, v.Contacts, v.Products, w, facts)
	if v.By.IsZero() {
		v.By = p.s.today.AddDays(p.ahead)
	}
	p.list = append(p.list, v)
}

func (p *planner) points(v Move, w weight) MovePoints {
	parts := MovePoints{Severity: 5 * float64(w.severity.Rank())}
	if worth := float64(p.s.own(v.Worth)); worth > 0 && p.size > 0 {
		parts.Money = 40 * math.Sqrt(min(1, worth/p.size))
	}
	switch days := p.s.today.DaysTo(v.By); {
	case v.By.IsZero():
		parts.Time = 10
	case days <= 0:
		parts.Time = 30
	case days < 90:
		parts.Time = 30 * (1 - float64(days)/90)
	}
	if c := p.s.contacts[w.about]; c != nil {
		parts.People = 6 * float64(c.Power)
	}
	return parts
}

// factCode returns a short code of some values.
func factCode(values ...any) string {
	h := fnv.New32a()
	fmt.Fprint(h, values...)
	return fmt.Sprintf("%08x", h.Sum32())
}

// moveKey returns the key of a move: its kind and the ids of its subjects. The caller replaces a
// text, which may be long, by its code.
func moveKey(kind MoveKind, ids ...string) string {
	ids = slices.DeleteFunc(ids, func(id string) bool { return id == "" })
	return string(kind) + ":" + strings.Join(ids, "/")
}

// silenced returns a function that reports whether the account file silences a move.
func (s *Situation) silenced() func(Move) bool {
	entries := map[string][]accountmap.Silence{}
	for e := range s.m.Silenced() {
		entries[e.Move] = append(entries[e.Move], e)
	}
	return func(v Move) bool {
		return slices.ContainsFunc(entries[v.Key], func(e accountmap.Silence) bool { return e.Silences(v.Key, v.Facts, s.today) })
	}
}
