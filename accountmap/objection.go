package accountmap

// Objection is a reason against us that somebody at the client gave, and our answer.
type Objection struct {
	Text string `json:"text"`
	// RaisedBy is the person who raised it. Empty means unknown.
	RaisedBy ContactID       `json:"raisedBy,omitzero"`
	Answer   string          `json:"answer,omitzero"`
	Status   ObjectionStatus `json:"status,omitzero"`
}

// ObjectionStatus is the state of an objection. Empty means unknown.
type ObjectionStatus string

// The states of an objection: not answered yet; answered; no longer raised; maintained in spite of our answer.
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

// UnmarshalText reads a status whatever its case; the error suggests the nearest status.
func (s *ObjectionStatus) UnmarshalText(text []byte) error {
	return unmarshalEnum(s, text, ObjectionStatuses())
}

func (s ObjectionStatus) valid() error { return checkEnum(s, ObjectionStatuses()) }
