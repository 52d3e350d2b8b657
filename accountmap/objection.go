package accountmap

// Objection is a reason against us that somebody of the client gave, and what we answered.
type Objection struct {
	Text string `json:"text"`
	// RaisedBy is who gave it. Empty means unknown.
	RaisedBy ContactID       `json:"raisedBy,omitzero"`
	Answer   string          `json:"answer,omitzero"`
	Status   ObjectionStatus `json:"status,omitzero"`
}

// ObjectionStatus is what became of an objection. Empty means unknown.
type ObjectionStatus string

// The states of an objection: nobody has answered it, we have answered it, it is raised no more, it is held to in spite of our answer.
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
