package accountmap

import "slices"

// MilestoneID identifies a milestone within its account.
type MilestoneID string

// Milestone is a step on the path agreed with the client, from onboarding to renewal and expansion: together they are the success roadmap.
type Milestone struct {
	ID    MilestoneID `json:"id"`
	Title string      `json:"title"`
	Phase Phase       `json:"phase,omitzero"`
	// Start is the day on which work begins, Due the day by which it is to be done. Zero means unknown.
	Start Date `json:"start,omitzero"`
	Due   Date `json:"due,omitzero"`
	// Owner is the member of our team who is responsible for it, Contact the client's person.
	Owner   MemberID  `json:"owner,omitzero"`
	Contact ContactID `json:"contact,omitzero"`
	// Goal is the client's goal that it serves.
	Goal   GoalID          `json:"goal,omitzero"`
	Status MilestoneStatus `json:"status,omitzero"`
	// After are the milestones that must be done before it.
	After []MilestoneID `json:"after,omitzero"`
}

func (m Milestone) clone() Milestone {
	m.After = slices.Clone(m.After)
	return m
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

// UnmarshalText reads a phase whatever its case; the error suggests the nearest phase.
func (p *Phase) UnmarshalText(text []byte) error { return unmarshalEnum(p, text, Phases()) }

func (p Phase) valid() error { return checkEnum(p, Phases()) }

// MilestoneStatus is the state of a milestone. Empty means unknown. Whether a milestone is late follows from its due date.
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

// UnmarshalText reads a status whatever its case and hyphens; the error suggests the nearest status.
func (s *MilestoneStatus) UnmarshalText(text []byte) error {
	return unmarshalEnum(s, text, MilestoneStatuses())
}

func (s MilestoneStatus) valid() error { return checkEnum(s, MilestoneStatuses()) }

// Closed reports whether the milestone is done or dropped, so that no work is left.
func (s MilestoneStatus) Closed() bool { return s == MilestoneDone || s == MilestoneDropped }
