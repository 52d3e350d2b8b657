package accountmap

// CaseID identifies a case within its account.
type CaseID string

// Case is something that went wrong between us and the client, kept until it is settled.
type Case struct {
	ID   CaseID   `json:"id"`
	Kind CaseKind `json:"kind"`
	// Opened is the day on which the case was raised, Closed the day on which it ended. A zero Closed means that it has not ended.
	Opened Date `json:"opened"`
	Closed Date `json:"closed,omitzero"`
	// Unit, Contact and Product say where it happened, who raised it and what it is about. Empty means unknown, or the client as a whole.
	Unit    UnitID    `json:"unit,omitzero"`
	Contact ContactID `json:"contact,omitzero"`
	Product ProductID `json:"product,omitzero"`
	// Owner is the member of our team who is to settle it.
	Owner    MemberID   `json:"owner,omitzero"`
	Severity Gravity    `json:"severity,omitzero"`
	Status   CaseStatus `json:"status,omitzero"`
	Summary  string     `json:"summary"`
}

// IsOpen reports whether the case is not settled: it has no closing day and is not resolved.
func (c Case) IsOpen() bool { return c.Closed.IsZero() && c.Status != CaseResolved }

// CaseKind is a complaint or a dispute.
type CaseKind string

// The kinds of cases. A complaint says that we did not keep a promise; a dispute is about what was promised, or is owed.
const (
	CaseComplaint CaseKind = "complaint"
	CaseDispute   CaseKind = "dispute"
)

// CaseKinds lists the kinds of cases.
func CaseKinds() []CaseKind { return []CaseKind{CaseComplaint, CaseDispute} }

// UnmarshalText reads a kind whatever its case; the error suggests the nearest kind.
func (k *CaseKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text, CaseKinds()) }

func (k CaseKind) valid() error { return checkEnum(k, CaseKinds()) }

// CaseStatus is the state of a case. Empty means unknown.
type CaseStatus string

// The states of a case. A waiting case is the client's turn.
const (
	CaseOpen       CaseStatus = "open"
	CaseInProgress CaseStatus = "in-progress"
	CaseWaiting    CaseStatus = "waiting"
	CaseResolved   CaseStatus = "resolved"
)

// CaseStatuses lists the states of a case, earliest first.
func CaseStatuses() []CaseStatus {
	return []CaseStatus{CaseOpen, CaseInProgress, CaseWaiting, CaseResolved}
}

// UnmarshalText reads a status whatever its case and hyphens; the error suggests the nearest status.
func (s *CaseStatus) UnmarshalText(text []byte) error { return unmarshalEnum(s, text, CaseStatuses()) }

func (s CaseStatus) valid() error { return checkEnum(s, CaseStatuses()) }
