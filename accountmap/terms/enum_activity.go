package terms

import "github.com/accountatlas/accountatlas/accountmap"

// EndorsementKind returns the word for a kind of endorsement: "Referral".
func (t *Terms) EndorsementKind(k accountmap.EndorsementKind) string {
	return enumWord(t, "endorsement", k, unknown)
}

// ExposureKind returns the word for the occasion on which a product was shown: "Demo".
func (t *Terms) ExposureKind(k accountmap.ExposureKind) string {
	return enumWord(t, "exposure", k, unknown)
}

// Reaction returns the word for a contact's reaction: "Interested".
func (t *Terms) Reaction(r accountmap.Reaction) string { return enumWord(t, "reaction", r, unknown) }

// Channel returns the word for a means of communication: "Video call".
func (t *Terms) Channel(c accountmap.Channel) string { return enumWord(t, "channel", c, unknown) }

// Direction returns the word for who started a communication, seen from us: "Outbound".
func (t *Terms) Direction(d accountmap.Direction) string { return enumWord(t, "direction", d, unknown) }
