package accountmap

// Commitment is a promise of ours to the client, whether or not it was written down.
type Commitment struct {
	Text string `json:"text"`
	// By is the member of our team who is responsible for it, To the client's person to whom it was made.
	By MemberID  `json:"by,omitzero"`
	To ContactID `json:"to,omitzero"`
	// Due is the day by which it is to be kept. Zero means that none was agreed.
	Due    Date             `json:"due,omitzero"`
	Status CommitmentStatus `json:"status,omitzero"`
	// Verbal marks a promise that is in no contract or letter: the kind that is lost when the person who made it leaves.
	Verbal bool `json:"verbal,omitzero"`
}

// IsOpen reports whether the promise is still to be kept: its status is open or unknown.
func (c Commitment) IsOpen() bool { return c.Status == CommitmentOpen || c.Status == "" }

// CommitmentStatus is the state of a promise. Empty means unknown.
type CommitmentStatus string

// The states of a commitment. From a released one the client has let us off.
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
