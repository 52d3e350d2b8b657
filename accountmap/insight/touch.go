package insight

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/ranking"
)

// Touch is the record of our talks with a contact.
type Touch struct {
	Contact accountmap.ContactID
	// Last is the day of the last talk, and Days the number of days since. Both are zero if no talk
	// is recorded.
	Last accountmap.Date
	Days int
	// Member is the member of our team who had that talk. Empty means unknown.
	Member accountmap.MemberID
	// Talks counts the days with a talk in the last twelve months. Every is the usual number of
	// days between two talks: the median of the last two years, or zero with fewer than three
	// talks.
	Talks int
	Every float64
	// Factors begin with the trend, if there is one: [accountmap.ReasonQuiet],
	// [accountmap.ReasonNeverTalked], [accountmap.ReasonCooling] or [accountmap.ReasonWarming].
	// [accountmap.ReasonUnconfirmed] follows if the evidence on the contact is too old.
	Factors []Factor
}

// Trend returns the first reason about the talks, or "" if they continue as usual.
func (t Touch) Trend() accountmap.Reason {
	if len(t.Factors) == 0 || t.Factors[0].Reason == accountmap.ReasonUnconfirmed {
		return ""
	}
	return t.Factors[0].Reason
}

// TouchOptions set when a contact counts as quiet. The zero TouchOptions are the defaults.
type TouchOptions struct {
	// Silence is how many times the usual interval may pass without a talk. Zero, less or NaN means
	// [DefaultSilence], as for orders.
	Silence float64
	// Quiet is the number of days without a talk after which a contact without a usual interval is
	// quiet. Zero or less means [DefaultQuiet].
	Quiet int
	// Hearsay is the number of days after which an unconfirmed source must be confirmed. Zero or
	// less means [DefaultHearsay].
	Hearsay int
}

// The defaults of [TouchOptions], in days, chosen by us. Accounts are reviewed each quarter, and a
// contact without a talk between two reviews is quiet. Hearsay of a quarter ago is as old as the
// last review.
const (
	DefaultQuiet   = 90
	DefaultHearsay = 90
)

// confirmedFor is the number of days for which a confirmed source counts: a year, since people and
// plans change with each budget.
const confirmedFor = daysOfYear

// Touches answers "when did we last speak to each person, and who has gone quiet?"
//
// A talk is a communication with the client, a product shown, or a recurring talk whose day has
// passed. People who left and placeholders are left out. The order is quiet, never talked to,
// cooling, steady, warming. Within each trend, contacts are ordered by power, then by the days
// since the last talk, both descending. Without a day there is no answer.
func (s *Situation) Touches(o TouchOptions) []Touch {
	switch {
	case !s.ours || s.today.IsZero():
		return nil
	case o == TouchOptions{}:
		return s.touches()
	}
	return s.touch(o)
}

func (s *Situation) touch(o TouchOptions) []Touch {
	talks := s.talks()
	var list []Touch
	for _, c := range s.people {
		if !c.Placeholder {
			list = append(list, s.sumUp(c, talks[c.ID], o))
		}
	}
	slices.SortStableFunc(list, func(a, b Touch) int {
		return cmp.Or(cmp.Compare(trendRank(a.Trend()), trendRank(b.Trend())), cmp.Compare(s.contacts[b.Contact].Power, s.contacts[a.Contact].Power),
			cmp.Compare(b.Days, a.Days))
	})
	return list
}

type talk struct {
	date    accountmap.Date
	member  accountmap.MemberID
	regular bool
}

func trendRank(r accountmap.Reason) int {
	switch r {
	case accountmap.ReasonQuiet:
		return 0
	case accountmap.ReasonNeverTalked:
		return 1
	case accountmap.ReasonCooling:
		return 2
	case accountmap.ReasonWarming:
		return 4
	}
	return 3
}

// talks returns the talks with each contact up to today, in no order.
func (s *Situation) talks() map[accountmap.ContactID][]talk {
	talks := map[accountmap.ContactID][]talk{}
	add := func(contacts []accountmap.ContactID, t talk) {
		for _, id := range contacts {
			if !s.today.Before(t.date) {
				talks[id] = append(talks[id], t)
			}
		}
	}
	for c := range s.m.Communications() {
		if !c.Internal {
			add(c.Contacts, talk{date: c.Date, member: firstOf(c.Members)})
		}
	}
	for e := range s.m.Exposures() {
		add([]accountmap.ContactID{e.Contact}, talk{date: e.Date, member: e.By})
	}
	for c := range s.m.Cadences() {
		for day := range c.Occurrences(s.today.AddDays(-2*daysOfYear), s.today) {
			add(c.Contacts, talk{date: day, member: firstOf(c.Members), regular: true})
		}
	}
	return talks
}

func (s *Situation) sumUp(c accountmap.Contact, talks []talk, o TouchOptions) Touch {
	t := Touch{Contact: c.ID}
	slices.SortStableFunc(talks, func(a, b talk) int { return cmp.Or(a.date.Compare(b.date), ranking.First(a.regular, b.regular)) })
	var gaps []int
	var recent, earlier int // days with a talk in the last window, and in the three windows before
	var before accountmap.Date
	for _, k := range talks {
		t.Last, t.Member = k.date, k.member
		age := k.date.DaysTo(s.today)
		if k.date == before || age > 2*daysOfYear {
			continue
		}
		if !before.IsZero() {
			gaps = append(gaps, before.DaysTo(k.date))
		}
		before = k.date
		switch {
		case age < talkWindow:
			recent++
		case age < 4*talkWindow:
			earlier++
		}
		if age < daysOfYear {
			t.Talks++
		}
	}
	if !t.Last.IsZero() {
		t.Days = t.Last.DaysTo(s.today)
	}
	if len(gaps) >= 2 {
		t.Every = ranking.Median(gaps)
	}
	t.addTrend(recent, earlier, o)
	if days, hearsay := s.unconfirmed(c, o); hearsay {
		t.Factors = append(t.Factors, Factor{Reason: accountmap.ReasonUnconfirmed, Date: c.Evidence.Date, Days: days, Contacts: []accountmap.ContactID{c.ID}})
	}
	return t
}

// talkWindow is the number of days in which talks are counted for a trend: a quarter, in which even
// a monthly talk comes three times.
const talkWindow = 90

// addTrend compares the talks of the last window with the usual interval and with the three windows
// before. For a trend, the last window must have at most half of the usual talks, or at least half
// as many again. One talk more or less is chance.
func (t *Touch) addTrend(recent, earlier int, o TouchOptions) {
	f := Factor{Date: t.Last, Days: t.Days, Expected: t.Every}
	usual := float64(earlier) / 3
	limit := float64(orDefault(o.Quiet, DefaultQuiet))
	if t.Every > 0 {
		limit = max(Thresholds{Silence: o.Silence}.silence()*t.Every, float64(minQuiet))
	}
	switch {
	case t.Last.IsZero():
		f.Reason = accountmap.ReasonNeverTalked
	case float64(t.Days) > limit:
		f.Reason = accountmap.ReasonQuiet
	case earlier >= 2 && float64(recent) <= usual/2:
		f.Reason = accountmap.ReasonCooling
	case recent >= 2 && float64(recent) >= usual*1.5:
		f.Reason = accountmap.ReasonWarming
	default:
		return
	}
	t.Factors = append(t.Factors, f)
}

// minQuiet is the smallest number of days after which a contact is quiet. A holiday of three weeks
// interrupts every weekly talk.
const minQuiet = 21

// unconfirmed returns the age in days of the evidence on a contact, and whether it is too old.
func (s *Situation) unconfirmed(c accountmap.Contact, o TouchOptions) (days int, old bool) {
	if c.Stance == accountmap.StanceUnknown || c.Evidence.Date.IsZero() {
		return 0, false
	}
	days = c.Evidence.Date.DaysTo(s.today)
	if c.Evidence.Confirmed {
		return days, days > confirmedFor
	}
	return days, days > orDefault(o.Hearsay, DefaultHearsay)
}
