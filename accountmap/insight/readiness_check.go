package insight

import (
	"cmp"
	"slices"
)

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
	CheckRoadmap         Check = "roadmap"           // a milestone is ahead
	CheckCalendar        Check = "calendar"          // there is a recurring communication
)

// Checks lists the checks in the order in which a reader goes through them: the handover, the
// people, the business, the work.
func Checks() []Check {
	return []Check{CheckHandoverNamed, CheckIntroduction, CheckChecklist, CheckChampion, CheckDecider, CheckPeopleInUnits, CheckKeyPlayersOwned,
		CheckKeyPlayersStand, CheckSecondLink, CheckAssessed, CheckRenewals, CheckGoalInFigures, CheckCommunications, CheckPromisesOwned,
		CheckCasesOwned, CheckRisksOwned, CheckRoadmap, CheckCalendar}
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
