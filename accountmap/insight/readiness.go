package insight

import (
	"cmp"
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
	// Weight is the weight of the check, from 1 to 3. It orders what is missing.
	Weight int
	// Part of Whole is in place. Whole is never zero; it is 1 where there is nothing to count.
	Part, Whole int
	// Contacts and Units lack what is checked, in the order of the map. They may be empty.
	Contacts []accountmap.ContactID
	Units    []accountmap.UnitID
}

// Met reports whether everything is in place.
func (f Finding) Met() bool { return f.Part >= f.Whole }

// Met counts the findings that are met: "14 of 18" is Met of len(Findings).
func (r Readiness) Met() int {
	met := 0
	for _, f := range r.Findings {
		if f.Met() {
			met++
		}
	}
	return met
}

// Missing returns the findings that are not met, by the weight that is missing, the largest first; ties
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
// client's goals in figures, what was said and promised, and what comes next. An owner who leaves is
// not an owner: what is due must be in the hands of somebody who is there that day, and all else of
// somebody who stays for longer than [DefaultLeavesWithin] and the handoff. A check that does not
// apply (open promises, key players) has no finding. The zero asOf means the account's own day;
// where that is unknown too, people with a last day count as gone and nothing lies ahead.
func Ready(m *accountmap.Map, asOf accountmap.Date) Readiness {
	if asOf.IsZero() {
		asOf = m.Profile().AsOf
	}
	a := &assessment{Map: m, asOf: asOf, after: handedOver(m, asOf)}
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

// assessment runs the checks on an account on a day. After is the day on which everybody who is
// about to leave has left: owners and links are those of that day.
type assessment struct {
	*accountmap.Map
	asOf, after accountmap.Date
}

// handedOver returns the first day after the handoff, and at least a notice period after asOf. It is
// zero for the zero asOf.
func handedOver(m *accountmap.Map, asOf accountmap.Date) accountmap.Date {
	if asOf.IsZero() {
		return asOf
	}
	after := asOf.AddDays(DefaultLeavesWithin)
	if end := m.Handoff().End; !end.Before(after) {
		return end.AddDays(1)
	}
	return after
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
	case CheckMilestonesOwned:
		return a.milestonesOwned()
	case CheckRisksOwned:
		return a.risksOwned()
	case CheckRoadmap:
		return a.roadmap()
	case CheckCalendar:
		return one(some(a.Cadences()))
	}
	return Finding{}
}

// Check is a condition of a complete handoff.
type Check string

// The checks of a handoff.
const (
	CheckHandoverNamed   Check = "handover-named"    // the old and the new manager are named
	CheckIntroduction    Check = "introduction"      // the day on which the client meets the new manager is set
	CheckChecklist       Check = "checklist"         // there is a checklist, and its items are done
	CheckChampion        Check = "champion"          // somebody with power 3 or more is a champion
	CheckDecider         Check = "decider"           // a decision-maker and a budget-holder are known by name
	CheckPeopleInUnits   Check = "people-in-units"   // we know somebody in every unit that buys
	CheckKeyPlayersOwned Check = "key-players-owned" // every key player has an owner on our team
	CheckKeyPlayersStand Check = "key-players-stand" // the stance of every key player is known
	CheckSecondLink      Check = "second-link"       // no unit that buys depends on one person, ours or theirs
	CheckAssessed        Check = "assessed"          // every cell of the coverage matrix is assessed
	CheckRenewals        Check = "renewals"          // every unit that buys has a day of renewal
	CheckGoalInFigures   Check = "goal-in-figures"   // there is a goal, and a figure with a target
	CheckCommunications  Check = "communications"    // communications with the client are recorded
	CheckPromisesOwned   Check = "promises-owned"    // every open promise has an owner and a day
	CheckCasesOwned      Check = "cases-owned"       // every open case has an owner
	CheckRisksOwned      Check = "risks-owned"       // every open risk has an owner and a mitigation
	CheckMilestonesOwned Check = "milestones-owned"  // every open milestone has an owner
	CheckRoadmap         Check = "roadmap"           // a milestone is ahead
	CheckCalendar        Check = "calendar"          // there is a recurring communication
)

// Checks lists the checks in the order in which a reader goes through them: the handover, the
// people, the business, the work.
func Checks() []Check {
	return []Check{CheckHandoverNamed, CheckIntroduction, CheckChecklist, CheckChampion, CheckDecider, CheckPeopleInUnits, CheckKeyPlayersOwned,
		CheckKeyPlayersStand, CheckSecondLink, CheckAssessed, CheckRenewals, CheckGoalInFigures, CheckCommunications, CheckPromisesOwned,
		CheckCasesOwned, CheckRisksOwned, CheckMilestonesOwned, CheckRoadmap, CheckCalendar}
}

// weight returns 3 for the mandatory parts of a handoff (what was sold, what the client wants, what
// was said, the introduction) and for the purpose of an account map (who is for us, who decides); 1
// for good order; 2 for the rest. No published scale was found.
func (c Check) weight() int {
	switch c {
	case CheckHandoverNamed, CheckIntroduction, CheckChampion, CheckDecider, CheckGoalInFigures, CheckCommunications:
		return 3
	case CheckChecklist, CheckAssessed, CheckRisksOwned, CheckCalendar:
		return 1
	}
	return 2
}

// loss returns the part of the weight that is missing.
func (f Finding) loss() float64 {
	return float64(f.Weight) * (1 - float64(f.Part)/float64(f.Whole))
}

func sortByLoss(findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int { return cmp.Compare(b.loss(), a.loss()) })
}
