package accountmap

import "slices"

// CaseID identifies a case within its account.
type CaseID string

// Case is something that went wrong between us and the client, kept until it is settled.
type Case struct {
	ID   CaseID   `json:"id"`
	Kind CaseKind `json:"kind"`
	// Opened is the day on which the case was raised, and Closed the day on which it ended. A zero
	// Closed means an open case.
	Opened Date `json:"opened"`
	Closed Date `json:"closed,omitzero"`
	// Unit is the place of the case, Contact the person who raised it, and Product its subject.
	// Empty means unknown, or the client as a whole.
	Unit    UnitID    `json:"unit,omitzero" account:"about"`
	Contact ContactID `json:"contact,omitzero"`
	Product ProductID `json:"product,omitzero" account:"about"`
	// Owner is the member of our team who is responsible for settling it.
	Owner    MemberID   `json:"owner,omitzero"`
	Severity Severity   `json:"severity,omitzero"`
	Status   CaseStatus `json:"status,omitzero"`
	Summary  string     `json:"summary"`
}

// IsOpen reports whether the case is not settled: it has no closing day and is not resolved.
func (c Case) IsOpen() bool { return c.Closed.IsZero() && c.Status != CaseResolved }

// CaseKind is a complaint or a dispute.
type CaseKind string

// The kinds of cases. A complaint is about a promise that we did not keep; a dispute is about the
// promise itself, or a debt.
const (
	CaseComplaint CaseKind = "complaint"
	CaseDispute   CaseKind = "dispute"
)

// CaseKinds lists the kinds of cases.
func CaseKinds() []CaseKind { return []CaseKind{CaseComplaint, CaseDispute} }

func (k *CaseKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text) }
func (CaseKind) Words() []string                    { return words(CaseKinds()) }

// CaseStatus is the state of a case. Empty means unknown.
type CaseStatus string

// The states of a case. A waiting case waits for the client.
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

func (s *CaseStatus) UnmarshalText(text []byte) error { return unmarshalEnum(s, text) }
func (CaseStatus) Words() []string                    { return words(CaseStatuses()) }

// Commitment is a promise of ours to the client, whether or not it was written down.
type Commitment struct {
	Text string `json:"text"`
	// By is the member of our team who is responsible for the promise, and To the client's person
	// who received it.
	By MemberID  `json:"by,omitzero"`
	To ContactID `json:"to,omitzero" account:"about"`
	// Due is the day by which the promise must be kept. Zero means not agreed.
	Due    Date             `json:"due,omitzero"`
	Status CommitmentStatus `json:"status,omitzero"`
	// Verbal marks a promise that is not in a contract or letter, and is lost when the person who
	// made it leaves.
	Verbal bool `json:"verbal,omitzero"`
}

// IsOpen reports whether the promise must still be kept: its status is open or unknown.
func (c Commitment) IsOpen() bool { return c.Status == CommitmentOpen || c.Status == "" }

// CommitmentStatus is the state of a promise. Empty means unknown.
type CommitmentStatus string

// The states of a commitment. Released means that the client no longer expects it.
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

func (s *CommitmentStatus) UnmarshalText(text []byte) error { return unmarshalEnum(s, text) }
func (CommitmentStatus) Words() []string                    { return words(CommitmentStatuses()) }

// Objection is a reason against us that somebody at the client gave, and our answer.
type Objection struct {
	Text string `json:"text"`
	// RaisedBy is the person who raised it. Empty means unknown.
	RaisedBy ContactID       `json:"raisedBy,omitzero" account:"about"`
	Answer   string          `json:"answer,omitzero"`
	Status   ObjectionStatus `json:"status,omitzero"`
}

// ObjectionStatus is the state of an objection. Empty means unknown.
type ObjectionStatus string

// The states of an objection: not answered yet; answered; no longer raised; maintained in spite of
// our answer.
const (
	ObjectionOpen      ObjectionStatus = "open"
	ObjectionAnswered  ObjectionStatus = "answered"
	ObjectionWithdrawn ObjectionStatus = "withdrawn"
	ObjectionUpheld    ObjectionStatus = "upheld"
)

// ObjectionStatuses lists the states of an objection.
func ObjectionStatuses() []ObjectionStatus {
	return []ObjectionStatus{ObjectionOpen, ObjectionAnswered, ObjectionWithdrawn, ObjectionUpheld}
}

func (s *ObjectionStatus) UnmarshalText(text []byte) error { return unmarshalEnum(s, text) }
func (ObjectionStatus) Words() []string                    { return words(ObjectionStatuses()) }

// Risk is something that may go wrong with the account, such as a client who pays late or a sponsor
// about to retire. Risks are for our own people only.
type Risk struct {
	Text     string   `json:"text"`
	Severity Severity `json:"severity,omitzero"`
	// Owner is the member of our team who watches it.
	Owner MemberID `json:"owner,omitzero"`
	// Mitigation is our measure against it.
	Mitigation string    `json:"mitigation,omitzero"`
	State      RiskState `json:"state,omitzero"`
}

// RiskState is the state of a risk. Empty means unknown.
type RiskState string

// The states of a risk: not treated yet; being treated; come true; past.
const (
	RiskOpen      RiskState = "open"
	RiskMitigated RiskState = "mitigated"
	RiskOccurred  RiskState = "occurred"
	RiskClosed    RiskState = "closed"
)

// RiskStates lists the states of a risk.
func RiskStates() []RiskState {
	return []RiskState{RiskOpen, RiskMitigated, RiskOccurred, RiskClosed}
}

func (s *RiskState) UnmarshalText(text []byte) error { return unmarshalEnum(s, text) }
func (RiskState) Words() []string                    { return words(RiskStates()) }

// Severity is the seriousness of a case or a risk, the key "severity" of the file. Empty means
// unknown.
type Severity string

// The severities. A critical case or risk can cost us the account.
const (
	SeverityLow      Severity = "low"
	SeverityMedium   Severity = "medium"
	SeverityHigh     Severity = "high"
	SeverityCritical Severity = "critical"
)

// Severities lists the severities, from the lowest.
func Severities() []Severity {
	return []Severity{SeverityLow, SeverityMedium, SeverityHigh, SeverityCritical}
}

func (s *Severity) UnmarshalText(text []byte) error { return unmarshalEnum(s, text) }
func (Severity) Words() []string                    { return words(Severities()) }

// Rank orders severities: unknown is 0, low is 1, critical is 4.
func (s Severity) Rank() int { return slices.Index(Severities(), s) + 1 }

// Survey is one person's answer to a question about their satisfaction.
type Survey struct {
	Date Date `json:"date" account:"key"`
	// Contact is the person who answered. Empty means an anonymous answer.
	Contact ContactID `json:"contact,omitzero" account:"key,about"`
	// Product is the product asked about. Empty means our company as a whole.
	Product ProductID  `json:"product,omitzero" account:"about"`
	Kind    SurveyKind `json:"kind" account:"key"`
	// Score is the answer on the scale of its kind: 0 to 10 for NPS, 1 to 5 for CSAT. An entry
	// without a score has 0, which is the worst NPS score and out of range for CSAT.
	Score   int    `json:"score"`
	Comment string `json:"comment,omitzero"`
	// WouldImprove is the person's wish for improvement, in their own words.
	WouldImprove string `json:"wouldImprove,omitzero"`
}

// SurveyKind is the question asked, and with it the scale of the answer.
type SurveyKind string

// The questions: "would you recommend us?" from 0 to 10 (net promoter score), and "are you
// satisfied?" from 1 to 5.
const (
	SurveyNPS  SurveyKind = "nps"
	SurveyCSAT SurveyKind = "csat"
)

// SurveyKinds lists the kinds of surveys.
func SurveyKinds() []SurveyKind { return []SurveyKind{SurveyNPS, SurveyCSAT} }

func (k *SurveyKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text) }
func (SurveyKind) Words() []string                    { return words(SurveyKinds()) }

// Scale returns the worst and the best score. Both are zero for an unknown kind.
func (k SurveyKind) Scale() (worst, best int) {
	switch k {
	case SurveyNPS:
		return 0, 10
	case SurveyCSAT:
		return 1, 5
	}
	return 0, 0
}
