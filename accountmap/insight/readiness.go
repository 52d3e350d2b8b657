package insight

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Readiness is the completeness of a handoff: how much of the leaving manager's knowledge is
// recorded for the new one.
type Readiness struct {
	// Findings has one entry for each check that applies to the account, in the order of [Checks].
	Findings []Finding
}

// Finding is the result of one check.
type Finding struct {
	Check Check
	// Weight is the weight of the check in the score, from 1 to 3.
	Weight int
	// Part of Whole is in place. Whole is never zero; it is 1 where there is nothing to count.
	Part, Whole int
	// Contacts and Units lack what is checked, in the order of the map. They may be empty.
	Contacts []accountmap.ContactID
	Units    []accountmap.UnitID
}

// Met reports whether everything is in place.
func (f Finding) Met() bool { return f.Part >= f.Whole }

// Score is the share of the handoff that is in place, from 0 to 1: the mean over the findings by
// weight. It is 0 without findings.
func (r Readiness) Score() float64 {
	got, total := 0.0, 0
	for _, f := range r.Findings {
		got += float64(float64(f.Weight) * float64(f.Part) / float64(f.Whole))
		total += f.Weight
	}
	if total == 0 {
		return 0
	}
	return got / float64(total)
}

// Missing returns the findings that are not met, by their loss of score, the largest first; ties
// are in the order of [Checks].
func (r Readiness) Missing() []Finding {
	var missing []Finding
	for _, f := range r.Findings {
		if !f.Met() {
			missing = append(missing, f)
		}
	}
	sortByLoss(missing)
	return missing
}

// Ready answers "could somebody take this account over on this day?". It checks what handoff guides
// ask for: the two managers and their introduction, champions and deciders, what was sold, the
// client's goals in figures, what was said and promised, and what comes next. A check that does not
// apply (open promises, key players) has no finding. The zero asOf means the account's own day;
// where that is unknown too, people with a last day count as gone and nothing lies ahead.
func Ready(m *accountmap.Map, asOf accountmap.Date) Readiness {
	if asOf.IsZero() {
		asOf = m.Profile().AsOf
	}
	a := &assessment{Map: m, asOf: asOf}
	var r Readiness
	for _, c := range Checks() {
		f := a.check(c)
		if f.Whole == 0 {
			continue
		}
		f.Check, f.Weight = c, c.weight()
		r.Findings = append(r.Findings, f)
	}
	return r
}

// assessment runs the checks on an account on a day.
type assessment struct {
	*accountmap.Map
	asOf accountmap.Date
}

func (a *assessment) check(c Check) Finding {
	switch c {
	case CheckHandoverNamed:
		return a.handoverNamed()
	case CheckIntroduction:
		return one(!a.Handoff().Introduction.IsZero())
	case CheckChecklist:
		return a.checklist()
	case CheckChampion:
		return a.champion()
	case CheckDecider:
		return a.decider()
	case CheckPeopleInUnits:
		return a.peopleInUnits()
	case CheckKeyPlayersOwned:
		return a.keyPlayersOwned()
	case CheckKeyPlayersStand:
		return a.keyPlayersStand()
	case CheckSecondLink:
		return a.secondLink()
	case CheckAssessed:
		return a.assessed()
	case CheckRenewals:
		return a.renewals()
	case CheckGoalInFigures:
		return a.goalInFigures()
	case CheckCommunications:
		return one(len(slices.Collect(a.Communications())) > 0)
	case CheckPromisesOwned:
		return a.promisesOwned()
	case CheckCasesOwned:
		return a.casesOwned()
	case CheckRisksOwned:
		return a.risksOwned()
	case CheckRoadmap:
		return a.roadmap()
	case CheckCalendar:
		return one(some(a.Cadences()))
	}
	return Finding{}
}
