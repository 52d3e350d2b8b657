package insight

import (
	"cmp"
	"slices"
)

// Check is one thing that a handoff should have in place.
type Check string

// The checks of a handoff.
const (
	CheckHandoverNamed   Check = "handover-named"    // who hands over and who takes over are named
	CheckIntroduction    Check = "introduction"      // there is a day on which the client meets the one who takes over
	CheckChecklist       Check = "checklist"         // there is a checklist; its part is what is done of it
	CheckChampion        Check = "champion"          // somebody with power 3 or more is for us with all they have
	CheckDecider         Check = "decider"           // a decision-maker and a budget-holder are known by name
	CheckPeopleInUnits   Check = "people-in-units"   // in every unit that buys we know somebody
	CheckKeyPlayersOwned Check = "key-players-owned" // somebody of ours looks after every key player
	CheckKeyPlayersStand Check = "key-players-stand" // where every key player stands is known
	CheckSecondLink      Check = "second-link"       // no unit that buys hangs on one person, ours or theirs
	CheckAssessed        Check = "assessed"          // every cell of the coverage matrix is assessed
	CheckRenewals        Check = "renewals"          // something says when what is sold is to be renewed
	CheckGoalInFigures   Check = "goal-in-figures"   // a goal has a figure to be reached
	CheckCommunications  Check = "communications"    // what was said to the client is recorded
	CheckPromisesOwned   Check = "promises-owned"    // every open promise has somebody who keeps it and a day
	CheckCasesOwned      Check = "cases-owned"       // every open case has somebody who settles it
	CheckRisksOwned      Check = "risks-owned"       // every risk that is not past has somebody who watches it and an answer
	CheckRoadmap         Check = "roadmap"           // a milestone is ahead
	CheckCalendar        Check = "calendar"          // it is settled when we talk again, and again
)

// Checks lists the checks in the order in which a reader goes through them: the handover, the
// people, the business, the work.
func Checks() []Check {
	return []Check{CheckHandoverNamed, CheckIntroduction, CheckChecklist, CheckChampion, CheckDecider, CheckPeopleInUnits, CheckKeyPlayersOwned,
		CheckKeyPlayersStand, CheckSecondLink, CheckAssessed, CheckRenewals, CheckGoalInFigures, CheckCommunications, CheckPromisesOwned,
		CheckCasesOwned, CheckRisksOwned, CheckRoadmap, CheckCalendar}
}

// weight is 3 for what a founding document calls mandatory in a handoff (what was sold, what they
// want, what was said, and who introduces whom) or the reason for an account map (who is for us,
// who decides), 1 for what is good order, and 2 for the rest. No published scale was found.
func (c Check) weight() int {
	switch c {
	case CheckHandoverNamed, CheckIntroduction, CheckChampion, CheckDecider, CheckGoalInFigures, CheckCommunications:
		return 3
	case CheckChecklist, CheckAssessed, CheckRisksOwned, CheckCalendar:
		return 1
	}
	return 2
}

// loss is what a finding takes from the score, before it is shared out.
func (f Finding) loss() float64 {
	return float64(f.Weight) * (1 - float64(f.Part)/float64(f.Whole))
}

func sortByLoss(findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int { return cmp.Compare(b.loss(), a.loss()) })
}
