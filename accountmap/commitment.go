package accountmap

// Commitment is something that we promised the client, written down or not.
type Commitment struct {
	Text string `json:"text"`
	// By is the member of our team who answers for it, To the client's person to whom it was promised.
	By MemberID  `json:"by,omitzero"`
	To ContactID `json:"to,omitzero"`
	// Due is the day by which it is to be kept. Zero means that none was said.
	Due    Date             `json:"due,omitzero"`
	Status CommitmentStatus `json:"status,omitzero"`
	// Verbal marks a promise that stands in no contract and no letter: the sort that is lost when the person who made it leaves.
	Verbal bool `json:"verbal,omitzero"`
}

// IsOpen reports whether the promise is still to be kept: it is open, or nobody said what became of it.
func (c Commitment) IsOpen() bool { return c.Status == CommitmentOpen || c.Status == "" }

// CommitmentStatus is what became of a promise. Empty means unknown.
type CommitmentStatus string

// The states of a commitment. The client has let us off from one that is released.
const (
	CommitmentOpen     CommitmentStatus = "open"
	CommitmentKept     CommitmentStatus = "kept"
	CommitmentBroken   CommitmentStatus = "broken"
	CommitmentReleased CommitmentStatus = "released"
)

// CommitmentStatuses lists the states of a commitment.
func CommitmentStatuses() []CommitmentStatus {
	return []CommitmentStatus{CommitmentOpen, CommitmentKept, CommitmentBroken, CommitmentReleased}
}

// UnmarshalText reads a status whatever its case; the error suggests the nearest status.
func (s *CommitmentStatus) UnmarshalText(text []byte) error {
	return unmarshalEnum(s, text, CommitmentStatuses())
}

func (s CommitmentStatus) valid() error { return checkEnum(s, CommitmentStatuses()) }
