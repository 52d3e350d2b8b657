package accountmap

// Exposure is one occasion on which a contact was shown one of our products.
type Exposure struct {
	Contact ContactID    `json:"contact"`
	Product ProductID    `json:"product"`
	Date    Date         `json:"date"`
	Kind    ExposureKind `json:"kind,omitzero"`
	// By is the member of our team who showed it.
	By MemberID `json:"by,omitzero"`
	// Reaction is how the contact reacted. Empty means unknown.
	Reaction Reaction `json:"reaction,omitzero"`
}

// ExposureKind is the occasion of an exposure. Empty means unknown.
type ExposureKind string

// The occasions on which a product is shown.
const (
	ExposurePresentation ExposureKind = "presentation"
	ExposureDemo         ExposureKind = "demo"
	ExposureEmail        ExposureKind = "email"
	ExposureEvent        ExposureKind = "event"
	ExposureTraining     ExposureKind = "training"
)

// ExposureKinds lists the occasions.
func ExposureKinds() []ExposureKind {
	return []ExposureKind{ExposurePresentation, ExposureDemo, ExposureEmail, ExposureEvent, ExposureTraining}
}

// UnmarshalText reads a kind whatever its case; the error suggests the nearest kind.
func (k *ExposureKind) UnmarshalText(text []byte) error {
	return unmarshalEnum(k, text, ExposureKinds())
}

func (k ExposureKind) valid() error { return checkEnum(k, ExposureKinds()) }

// Reaction is how a contact reacted to an exposure. Empty means unknown.
type Reaction string

// The reactions.
const (
	ReactionInterested  Reaction = "interested"
	ReactionIndifferent Reaction = "indifferent"
	ReactionNegative    Reaction = "negative"
)

// Reactions lists the reactions, the warmest first.
func Reactions() []Reaction {
	return []Reaction{ReactionInterested, ReactionIndifferent, ReactionNegative}
}

// UnmarshalText reads a reaction whatever its case; the error suggests the nearest reaction.
func (r *Reaction) UnmarshalText(text []byte) error { return unmarshalEnum(r, text, Reactions()) }

func (r Reaction) valid() error { return checkEnum(r, Reactions()) }
