package insight

import (
	"math"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Health is the state of an account as a score, with the parts of the score.
type Health struct {
	// Score is from 0 to 100: the mean of the known parts by weight, but at most the lowest of
	// Caps. It is meaningless if Confidence is 0.
	Score int
	// Confidence is the known share of the parts, from 0 to 1. Unknown facts lower the confidence,
	// not the score.
	Confidence float64
	Parts      []HealthPart
	// Caps are the upper bounds on the score, the lowest first. They hold whatever the parts are.
	Caps []HealthCap
	// Change is Score minus the score of the earlier account. ChangeKnown is false without an
	// earlier account, or if one of the two scores is unknown.
	Change      int
	ChangeKnown bool
}

// HealthPart is one part of the health of an account.
type HealthPart struct {
	Aspect HealthAspect
	// Weight is the weight of the part in the score. All weights sum up to 100.
	Weight int
	// Score is from 0 to 100. Known is the known share of the part, from 0 to 1. If Known is 0,
	// Score is meaningless.
	Score, Known float64
}

// HealthCap is a fact that bounds the score.
type HealthCap struct {
	Factor
	Max int
}

// HealthAspect is the subject of a part of the health.
type HealthAspect string

// The aspects of health.
const (
	HealthMoney        HealthAspect = "money"        // sales against target and against last year
	HealthPeople       HealthAspect = "people"       // stances of the people who decide
	HealthPromises     HealthAspect = "promises"     // promises and cases that are not late
	HealthSatisfaction HealthAspect = "satisfaction" // answers of the client in surveys
	HealthCover        HealthAspect = "cover"        // buying units with two linked people on each side
	HealthFreshness    HealthAspect = "freshness"    // recent talks with powerful people
)

// HealthAspects lists the aspects of health, the highest weight first.
func HealthAspects() []HealthAspect {
	return []HealthAspect{HealthMoney, HealthPeople, HealthPromises, HealthSatisfaction, HealthCover, HealthFreshness}
}

// weight returns the weight of an aspect in percent. We chose the weights by the stakes: sales
// first, then the people who decide on them, then the faults that we can correct ourselves.
func (a HealthAspect) weight() int {
	switch a {
	case HealthMoney:
		return 30
	case HealthPeople:
		return 25
	case HealthPromises:
		return 15
	}
	return 10
}

// HealthOptions set the caps of [Situation.Health]. The zero HealthOptions are the defaults.
type HealthOptions struct {
	// LostChampion is the highest score in the year after a champion has left, and Dispute the
	// highest score with an open dispute. Zero or less means [DefaultLostChampion] and
	// [DefaultDispute].
	LostChampion, Dispute int
}

// The default caps, chosen by us. With either cap, an account does not look healthy. A lost
// champion is worse than a dispute, which can be settled.
const (
	DefaultLostChampion = 60
	DefaultDispute      = 70
)

// growthRange is the yearly growth, a fifth, that gives a score of 100. A decline by the same part
// gives 0.
const growthRange = 0.2

// Health answers "how healthy is the account?" and how the score has changed since an earlier map.
// The earlier map may be nil, and is scored on its own day.
func (s *Situation) Health(earlier *accountmap.Map, o HealthOptions) Health {
	if !s.ours {
		return Health{}
	}
	h := s.health()
	if o != (HealthOptions{}) {
		h = s.diagnose(o)
	}
	if earlier == nil {
		return h
	}
	if before := Of(earlier, accountmap.Date{}); before.ours {
		if was := before.diagnose(o); was.Confidence > 0 && h.Confidence > 0 {
			h.Change, h.ChangeKnown = h.Score-was.Score, true
		}
	}
	return h
}

func (s *Situation) diagnose(o HealthOptions) Health {
	var h Health
	points, weights, known := 0.0, 0.0, 0.0
	for i, score := range []func() (score, known float64){s.moneyHealth, s.peopleHealth, s.promisesHealth, s.satisfactionHealth, s.coverHealth, s.freshnessHealth} {
		a := HealthAspects()[i]
		p := HealthPart{Aspect: a, Weight: a.weight()}
		p.Score, p.Known = score()
		h.Parts = append(h.Parts, p)
		known += float64(p.Weight) * p.Known
		if p.Known > 0 {
			points += float64(p.Weight) * p.Score
			weights += float64(p.Weight)
		}
	}
	h.Confidence = known / 100
	if weights > 0 {
		h.Score = int(math.Round(points / weights))
	}
	h.Caps = s.caps(o)
	for _, c := range h.Caps {
		h.Score = min(h.Score, c.Max)
	}
	return h
}

func mean(values []float64, all int) (score, known float64) {
	if len(values) == 0 || all == 0 {
		return 0, 0
	}
	for _, v := range values {
		score += v
	}
	return score / float64(len(values)), float64(len(values)) / float64(all)
}

// moneyHealth returns the mean of two scores. One is for the sales targets of running periods, each
// against its expected share by now. The other is for the growth over last year, from -20 % to +20
// %.
func (s *Situation) moneyHealth() (score, known float64) {
	if s.today.IsZero() {
		return 0, 0
	}
	var reached, parts []float64
	for _, a := range s.attainments() {
		if share, ok := a.Share(); ok && a.Elapsed > 0 && a.Target.Period.Contains(s.today) {
			reached = append(reached, 100*min(1, share/a.Elapsed))
		}
	}
	if targets, known := mean(reached, len(reached)); known > 0 {
		parts = append(parts, targets)
	}
	last, before := s.m.OrdersByYear(s.today)
	if growth, ok := last.Growth(before, s.currency); ok {
		parts = append(parts, min(100, max(0, 50+50*growth/growthRange)))
	}
	return mean(parts, 2)
}

// peopleHealth returns the mean stance of the people who decide or have power, weighted by power. A
// person for us counts 100, a neutral person 50, and a person against us 0.
func (s *Situation) peopleHealth() (score, known float64) {
	points, weights, all := 0.0, 0.0, 0.0
	for _, c := range s.people {
		if !c.KeyPlayer() && len(c.Decides()) == 0 {
			continue
		}
		weight := float64(max(c.Power, 1))
		all += weight
		if c.Placeholder || c.Stance == accountmap.StanceUnknown {
			continue
		}
		weights += weight
		switch {
		case c.Stance.For():
			points += 100 * weight
		case c.Stance == accountmap.StanceNeutral:
			points += 50 * weight
		}
	}
	if weights == 0 {
		return 0, 0
	}
	return points / weights, weights / all
}

// promisesHealth returns the share of the open promises and cases that are not late. It is 100 if
// nothing is open, but something is done.
func (s *Situation) promisesHealth() (score, known float64) {
	late, open, done := 0, 0, 0
	for _, o := range s.overdue() {
		if o.Kind == accountmap.OverdueCommitment || o.Kind == accountmap.OverdueCase {
			late++
		}
	}
	for c := range s.m.Commitments() {
		open, done = open+count(c.IsOpen()), done+count(!c.IsOpen())
	}
	for c := range s.m.Cases() {
		open, done = open+count(c.IsOpen()), done+count(!c.IsOpen())
	}
	switch {
	case open > 0:
		return 100 * (1 - float64(min(late, open))/float64(open)), 1
	case done > 0:
		return 100, 1
	}
	return 0, 0
}

// satisfactionHealth returns the mean of the net promoter score, mapped to 0 to 100, and the share
// of satisfied answers.
func (s *Situation) satisfactionHealth() (score, known float64) {
	answers := s.m.Satisfaction(s.today)
	var parts []float64
	if nps, ok := answers.NPS(); ok {
		parts = append(parts, (nps+100)/2)
	}
	if csat, ok := answers.CSAT(); ok {
		parts = append(parts, 100*csat)
	}
	if len(parts) == 0 {
		return 0, 0
	}
	return mean(parts, len(parts))
}

// coverHealth returns the share of buying units with two linked people on each side.
func (s *Situation) coverHealth() (score, known float64) {
	threads, buying := 0, len(s.m.ActiveUnits())
	for _, t := range s.singles() {
		if t.Unit != "" && t.Sold > 0 {
			threads++
		}
	}
	if buying == 0 || len(s.team.list) == 0 {
		return 0, 0
	}
	return 100 * (1 - float64(min(threads, buying))/float64(buying)), 1
}

// freshnessHealth returns the share of people with power 3 or more with a recorded talk who are not
// quiet.
func (s *Situation) freshnessHealth() (score, known float64) {
	fresh, all, talked := 0, 0, false
	for _, t := range s.Touches(TouchOptions{}) {
		talked = talked || !t.Last.IsZero()
		if s.contacts[t.Contact].Power < DefaultPowerToKnow {
			continue
		}
		all++
		if reason := t.Trend(); reason != accountmap.ReasonQuiet && reason != accountmap.ReasonNeverTalked {
			fresh++
		}
	}
	if !talked || all == 0 {
		return 0, 0
	}
	return 100 * float64(fresh) / float64(all), 1
}

// caps returns the bounds on the score, the lowest first: for a powerful champion who left within a
// year and whose unit has no other champion, and for an open dispute.
func (s *Situation) caps(o HealthOptions) []HealthCap {
	champions := map[accountmap.UnitID]bool{}
	for _, c := range s.people {
		champions[c.Unit] = champions[c.Unit] || c.Stance == accountmap.StanceChampion
	}
	lost := Factor{Reason: accountmap.ReasonLostChampion}
	for _, c := range s.gone {
		if recent := s.today.IsZero() || c.Left.DaysTo(s.today) <= daysOfYear; recent && c.Stance == accountmap.StanceChampion && c.Power >= DefaultPowerToKnow && !champions[c.Unit] {
			lost.Contacts, lost.Date = append(lost.Contacts, c.ID), c.Left
		}
	}
	dispute := Factor{Reason: accountmap.ReasonDispute}
	for c := range s.m.Cases() {
		if c.IsOpen() && c.Kind == accountmap.CaseDispute {
			dispute.Count++
		}
	}
	var caps []HealthCap
	if len(lost.Contacts) > 0 {
		caps = append(caps, HealthCap{lost, orDefault(o.LostChampion, DefaultLostChampion)})
	}
	if dispute.Count > 0 {
		caps = append(caps, HealthCap{dispute, orDefault(o.Dispute, DefaultDispute)})
	}
	if len(caps) == 2 && caps[1].Max < caps[0].Max {
		caps[0], caps[1] = caps[1], caps[0]
	}
	return caps
}
