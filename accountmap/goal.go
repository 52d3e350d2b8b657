package accountmap

// GoalID identifies a goal within its account.
type GoalID string

// Goal is something that the client wants, is under pressure from, is working on or is held back by, in the client's own terms.
type Goal struct {
	ID    GoalID   `json:"id"`
	Kind  GoalKind `json:"kind,omitzero"`
	Title string   `json:"title"`
	// Unit is the unit that has the goal. Empty means the whole client.
	Unit UnitID `json:"unit,omitzero"`
	// Owner is the client's person who is responsible for it.
	Owner ContactID `json:"owner,omitzero"`
	// Priority is from 1 (highest) to 5. Zero means unknown.
	Priority int       `json:"priority,omitzero"`
	Due      Date      `json:"due,omitzero"`
	State    GoalState `json:"state,omitzero"`
	// Evidence says how we know of it.
	Evidence string `json:"evidence,omitzero"`
}

// GoalKind tells goals proper from pressures, initiatives and obstacles. Empty means goal.
type GoalKind string

// The kinds of goal.
const (
	GoalGoal       GoalKind = "goal"
	GoalPressure   GoalKind = "pressure"
	GoalInitiative GoalKind = "initiative"
	GoalObstacle   GoalKind = "obstacle"
)

// GoalKinds lists the kinds of goal.
func GoalKinds() []GoalKind { return []GoalKind{GoalGoal, GoalPressure, GoalInitiative, GoalObstacle} }

// UnmarshalText reads a kind whatever its case; the error suggests the nearest kind.
func (k *GoalKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text, GoalKinds()) }

func (k GoalKind) valid() error { return checkEnum(k, GoalKinds()) }

// GoalState is the state of a goal. Empty means unknown.
type GoalState string

// The states of a goal.
const (
	GoalOpen     GoalState = "open"
	GoalOnTrack  GoalState = "on-track"
	GoalAtRisk   GoalState = "at-risk"
	GoalAchieved GoalState = "achieved"
	GoalDropped  GoalState = "dropped"
)

// GoalStates lists the states of a goal.
func GoalStates() []GoalState {
	return []GoalState{GoalOpen, GoalOnTrack, GoalAtRisk, GoalAchieved, GoalDropped}
}

// UnmarshalText reads a state whatever its case and hyphens; the error suggests the nearest state.
func (s *GoalState) UnmarshalText(text []byte) error { return unmarshalEnum(s, text, GoalStates()) }

func (s GoalState) valid() error { return checkEnum(s, GoalStates()) }
