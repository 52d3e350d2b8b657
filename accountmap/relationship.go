package accountmap

// Relationship is a tie between two contacts other than the reporting line, which is [Contact.ReportsTo].
type Relationship struct {
	From ContactID        `json:"from"`
	To   ContactID        `json:"to"`
	Kind RelationshipKind `json:"kind"`
	// Strength is from 1 (weak) to 5 (strong). Zero means unknown.
	Strength int    `json:"strength,omitzero"`
	Note     string `json:"note,omitzero"`
}

// RelationshipKind is the nature of a tie between two contacts.
type RelationshipKind string

// The ties. Influence runs from the person who is listened to towards the one who listens; the other ties run both ways.
const (
	RelationshipInfluence RelationshipKind = "influence"
	RelationshipInformal  RelationshipKind = "informal"
	RelationshipConflict  RelationshipKind = "conflict"
	RelationshipAlliance  RelationshipKind = "alliance"
)

// RelationshipKinds lists the ties.
func RelationshipKinds() []RelationshipKind {
	return []RelationshipKind{RelationshipInfluence, RelationshipInformal, RelationshipConflict, RelationshipAlliance}
}

// UnmarshalText reads a kind whatever its case; the error suggests the nearest kind.
func (k *RelationshipKind) UnmarshalText(text []byte) error {
	return unmarshalEnum(k, text, RelationshipKinds())
}

func (k RelationshipKind) valid() error { return checkEnum(k, RelationshipKinds()) }

// Directed reports whether the tie runs one way, from From to To.
func (k RelationshipKind) Directed() bool { return k == RelationshipInfluence }
