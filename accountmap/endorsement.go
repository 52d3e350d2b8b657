package accountmap

// Endorsement is a referral or a testimonial that we asked a contact for, and its outcome.
type Endorsement struct {
	Kind    EndorsementKind `json:"kind"`
	Contact ContactID       `json:"contact"`
	// Asked, Given and Declined are the days on which that happened. Zero means that it has not.
	Asked    Date `json:"asked,omitzero"`
	Given    Date `json:"given,omitzero"`
	Declined Date `json:"declined,omitzero"`
	// Product is the product that a testimonial praises.
	Product ProductID `json:"product,omitzero"`
	// ToUnit and ToContact are where a referral leads.
	ToUnit    UnitID    `json:"toUnit,omitzero"`
	ToContact ContactID `json:"toContact,omitzero"`
	// Text is the contact's own words.
	Text string `json:"text,omitzero"`
	// Public reports whether the contact consents to being quoted outside the client.
	Public bool `json:"public,omitzero"`
	// Expires is the first day on which it may no longer be used. Zero means that it does not expire.
	Expires Date `json:"expires,omitzero"`
}

// Expired reports whether it may no longer be used on the day asOf. On the zero day, which means that the day is unknown, nothing has expired.
func (e Endorsement) Expired(asOf Date) bool {
	return !e.Expires.IsZero() && !asOf.IsZero() && !asOf.Before(e.Expires)
}

// Quotable reports whether it may be quoted outside the client on the day asOf: it was given, the contact consents, and it has not expired.
func (e Endorsement) Quotable(asOf Date) bool {
	return !e.Given.IsZero() && e.Public && !e.Expired(asOf)
}

// EndorsementKind is a referral or a testimonial.
type EndorsementKind string

// The kinds of endorsement. A referral leads us to somebody; a testimonial praises something that was bought.
const (
	EndorsementReferral    EndorsementKind = "referral"
	EndorsementTestimonial EndorsementKind = "testimonial"
)

// EndorsementKinds lists the kinds of endorsement.
func EndorsementKinds() []EndorsementKind {
	return []EndorsementKind{EndorsementReferral, EndorsementTestimonial}
}

// UnmarshalText reads a kind whatever its case; the error suggests the nearest kind.
func (k *EndorsementKind) UnmarshalText(text []byte) error {
	return unmarshalEnum(k, text, EndorsementKinds())
}

func (k EndorsementKind) valid() error { return checkEnum(k, EndorsementKinds()) }
