package accountmap

// GoalID identifies a goal within its account.
type GoalID string

// Goal is a goal, pressure, initiative or obstacle of the client, in the client's own words.
type Goal struct {
	ID    GoalID   `json:"id"`
	Kind  GoalKind `json:"kind,omitzero"`
	Title string   `json:"title"`
	// Unit is the unit that has the goal. Empty means the whole client.
	Unit UnitID `json:"unit,omitzero" account:"about"`
	// Owner is the client's person who is responsible for it.
	Owner ContactID `json:"owner,omitzero"`
	// Priority is from 1 (highest) to 5. Zero means unknown.
	Priority int       `json:"priority,omitzero" account:"max=5"`
	Due      Date      `json:"due,omitzero"`
	State    GoalState `json:"state,omitzero"`
	// Evidence is the source of our knowledge.
	Evidence string `json:"evidence,omitzero"`
}

// GoalKind is the kind of a goal: a goal proper, a pressure, an initiative or an obstacle. Empty
// means goal.
type GoalKind string

// The kinds of goal.
const (
	GoalKindGoal       GoalKind = "goal"
	GoalKindPressure   GoalKind = "pressure"
	GoalKindInitiative GoalKind = "initiative"
	GoalKindObstacle   GoalKind = "obstacle"
)

// GoalKinds lists the kinds of goal.
func GoalKinds() []GoalKind {
	return []GoalKind{GoalKindGoal, GoalKindPressure, GoalKindInitiative, GoalKindObstacle}
}

func (k *GoalKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text) }
func (GoalKind) Words() []string                    { return words(GoalKinds()) }

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

func (s *GoalState) UnmarshalText(text []byte) error { return unmarshalEnum(s, text) }
func (GoalState) Words() []string                    { return words(GoalStates()) }

// KPI is a figure by which the client measures a goal: its value before us, the value agreed on,
// and the readings since.
type KPI struct {
	// Goal is the goal that the figure measures. Empty means the account as a whole.
	Goal GoalID `json:"goal,omitzero" account:"key,about"`
	Name string `json:"name" account:"key"`
	// Measure is the unit of the figure, such as "EUR per delivery" or "%".
	Measure string `json:"measure,omitzero"`
	// Baseline is the value before us, and Target the value agreed on. Zero is a value like any
	// other (no accidents), but a zero Target without a day By means that no target is agreed yet.
	Baseline float64 `json:"baseline,omitzero" account:"zero"`
	Target   float64 `json:"target,omitzero" account:"zero"`
	// By is the day by which the target must be reached. Zero means not agreed.
	By Date `json:"by,omitzero"`
	// Source is the origin of the readings, such as "their ERP, monthly".
	Source string `json:"source,omitzero"`
	// Readings are the values measured, in any order.
	Readings []Reading `json:"readings,omitzero"`
}

// Reading is the value of a KPI on one day.
type Reading struct {
	Date Date `json:"date"`
	// Value is the reading. Zero is a valid value.
	Value float64 `json:"value"`
}

// HasTarget reports whether a target is agreed.
func (k KPI) HasTarget() bool { return k.Target != 0 || !k.By.IsZero() }

// Latest returns the last reading by date, and false without readings. Of two readings on one day
// the later in the list counts.
func (k KPI) Latest() (Reading, bool) {
	if len(k.Readings) == 0 {
		return Reading{}, false
	}
	latest := k.Readings[0]
	for _, r := range k.Readings {
		if !r.Date.Before(latest.Date) {
			latest = r
		}
	}
	return latest, true
}

// Progress returns the position of the latest reading between the baseline, 0, and the target, 1.
// It is below 0 on the wrong side of the baseline, and above 1 beyond the target. It is unknown
// without a target or a reading, or if baseline and target are equal.
func (k KPI) Progress() (share float64, known bool) {
	latest, ok := k.Latest()
	if !ok || !k.HasTarget() || k.Target == k.Baseline {
		return 0, false
	}
	return (latest.Value - k.Baseline) / (k.Target - k.Baseline), true
}

// MilestoneID identifies a milestone within its account.
type MilestoneID string

// Milestone is a step on the path agreed with the client, from onboarding to renewal and expansion:
// together they are the success roadmap.
type Milestone struct {
	ID    MilestoneID `json:"id"`
	Title string      `json:"title"`
	Phase Phase       `json:"phase,omitzero"`
	// Start is the day on which work begins, and Due the last day for its completion. Zero means
	// unknown.
	Start Date `json:"start,omitzero"`
	Due   Date `json:"due,omitzero"`
	// Owner is the member of our team who is responsible for it, Contact the client's person.
	Owner   MemberID  `json:"owner,omitzero"`
	Contact ContactID `json:"contact,omitzero"`
	// Goal is the client's goal that it serves.
	Goal   GoalID          `json:"goal,omitzero" account:"about"`
	Status MilestoneStatus `json:"status,omitzero"`
	// After are the milestones that must be done before it.
	After []MilestoneID `json:"after,omitzero"`
}

// Phase is a stage in the life of an account. Empty means unknown.
type Phase string

// The phases.
const (
	PhaseOnboarding Phase = "onboarding"
	PhaseAdoption   Phase = "adoption"
	PhaseReview     Phase = "review"
	PhaseRenewal    Phase = "renewal"
	PhaseExpansion  Phase = "expansion"
)

// Phases lists the phases, earliest first.
func Phases() []Phase {
	return []Phase{PhaseOnboarding, PhaseAdoption, PhaseReview, PhaseRenewal, PhaseExpansion}
}

func (p *Phase) UnmarshalText(text []byte) error { return unmarshalEnum(p, text) }
func (Phase) Words() []string                    { return words(Phases()) }

// MilestoneStatus is the state of a milestone. Empty means unknown. Whether a milestone is late
// follows from its due date.
type MilestoneStatus string

// The states of a milestone.
const (
	MilestonePlanned    MilestoneStatus = "planned"
	MilestoneInProgress MilestoneStatus = "in-progress"
	MilestoneDone       MilestoneStatus = "done"
	MilestoneDropped    MilestoneStatus = "dropped"
)

// MilestoneStatuses lists the states of a milestone, earliest first.
func MilestoneStatuses() []MilestoneStatus {
	return []MilestoneStatus{MilestonePlanned, MilestoneInProgress, MilestoneDone, MilestoneDropped}
}

func (s *MilestoneStatus) UnmarshalText(text []byte) error { return unmarshalEnum(s, text) }
func (MilestoneStatus) Words() []string                    { return words(MilestoneStatuses()) }

// Closed reports whether the milestone is done or dropped, so that no work is left.
func (s MilestoneStatus) Closed() bool { return s == MilestoneDone || s == MilestoneDropped }
