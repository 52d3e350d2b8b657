package insight

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Readiness says how complete a handoff is: whether the person who takes over would find what the
// one who leaves knows.
type Readiness struct {
	// Findings has one entry for each check that applies to the account, in the order of [Checks].
	Findings []Finding
}

// Finding is the result of one check.
type Finding struct {
	Check Check
	// Weight is how much the check counts, from 1 to 3.
	Weight int
	// Part of Whole is in place. Whole is never zero; it is 1 where there is nothing to count.
	Part, Whole int
	// Contacts and Units are those for which it is not in place, in the order of the map. They are
	// empty where none can be named.
	Contacts []accountmap.ContactID
	Units    []accountmap.UnitID
}

// Met reports whether everything is in place.
func (f Finding) Met() bool { return f.Part >= f.Whole }

// Score is the share of the handoff that is in place, from 0 to 1: the mean over the findings by
// weight. It is 0 without findings.
func (r Readiness) Score() float64 {
	got, most := 0.0, 0
	for _, f := range r.Findings {
		got += float64(float64(f.Weight) * float64(f.Part) / float64(f.Whole))
		most += f.Weight
	}
	if most == 0 {
		return 0
	}
	return got / float64(most)
}

// Missing returns the findings that are not met, those that cost most of the score first; ties are
// in the order of [Checks].
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
// ask for: who hands over to whom and when they meet the client, who is for us and who decides,
// what was sold, what the client wants in figures, what was said and promised, and what comes next.
// A check that does not apply (promises when none is open, key players when nobody has power) has
// no finding. The zero asOf means the account's own day; where that is unknown too, people with a
// last day count as gone and nothing lies ahead.
func Ready(m *accountmap.Map, asOf accountmap.Date) Readiness {
	if asOf.IsZero() {
		asOf = m.Profile().AsOf
	}
	a := &assessment{Map: m, asOf: asOf}
	var r Readiness
	for _, c := range Checks() {
		f := a.look(c)
		if f.Whole == 0 {
			continue
		}
		f.Check, f.Weight = c, c.weight()
		r.Findings = append(r.Findings, f)
	}
	return r
}

// assessment is an account being looked at on a day.
type assessment struct {
	*accountmap.Map
	asOf accountmap.Date
}

func (a *assessment) look(c Check) Finding {
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
