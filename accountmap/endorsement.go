package accountmap

// Endorsement is a referral or a testimonial that we asked a contact for, and its outcome.
type Endorsement struct {
	Kind    EndorsementKind `json:"kind" account:"key"`
	Contact ContactID       `json:"contact" account:"key"`
	// Asked, Given and Declined are the days of these steps. Zero means that the step has not
	// happened.
	Asked    Date `json:"asked,omitzero" account:"key"`
	Given    Date `json:"given,omitzero"`
	Declined Date `json:"declined,omitzero"`
	// Product is the product that a testimonial praises.
	Product ProductID `json:"product,omitzero" account:"about"`
	// ToUnit and ToContact are the destination of a referral.
	ToUnit    UnitID    `json:"toUnit,omitzero"`
	ToContact ContactID `json:"toContact,omitzero"`
	// Text is the contact's own words.
	Text string `json:"text,omitzero"`
	// Public reports whether the contact consents to being quoted outside the client.
	Public bool `json:"public,omitzero"`
	// Expires is the first day on which the testimonial may no longer be used. Zero means never.
	Expires Date `json:"expires,omitzero"`
}

// Expired reports whether the testimonial may no longer be used on the day asOf. On the zero day,
// which means that the day is unknown, nothing has expired.
func (e Endorsement) Expired(asOf Date) bool {
	return !e.Expires.IsZero() && !asOf.IsZero() && !asOf.Before(e.Expires)
}

// EndorsementKind is a referral or a testimonial.
type EndorsementKind string

// The kinds of endorsement. A referral leads us to somebody; a testimonial praises a purchase.
const (
	EndorsementReferral    EndorsementKind = "referral"
	EndorsementTestimonial EndorsementKind = "testimonial"
)

// EndorsementKinds lists the kinds of endorsement.
func EndorsementKinds() []EndorsementKind {
	return []EndorsementKind{EndorsementReferral, EndorsementTestimonial}
}

func (k *EndorsementKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text) }
func (EndorsementKind) Words() []string                    { return words(EndorsementKinds()) }

// Exposure is one occasion on which a contact was shown one of our products.
type Exposure struct {
	Contact ContactID    `json:"contact" account:"key"`
	Product ProductID    `json:"product" account:"key"`
	Date    Date         `json:"date" account:"key"`
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

func (k *ExposureKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text) }
func (ExposureKind) Words() []string                    { return words(ExposureKinds()) }

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

func (r *Reaction) UnmarshalText(text []byte) error { return unmarshalEnum(r, text) }
func (Reaction) Words() []string                    { return words(Reactions()) }
