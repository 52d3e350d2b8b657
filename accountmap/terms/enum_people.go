package terms

import "github.com/accountatlas/accountatlas/accountmap"

// Stance returns the word for a stance: "Champion". Like all words for values it begins with a capital, and for the zero value it is the
// language's word for unknown.
func (t *Terms) Stance(s accountmap.Stance) string { return enumWord(t, "stance", s, unknown) }

// StanceMark returns one character for a stance, for plain text without colour. The marks are the same in every language and are in Arial,
// Liberation Sans and the Go fonts, which a star and a chevron are not.
func (t *Terms) StanceMark(s accountmap.Stance) string {
	switch s {
	case accountmap.StanceChampion:
		return "▲"
	case accountmap.StanceSupporter:
		return "+"
	case accountmap.StanceNeutral:
		return "−"
	case accountmap.StanceSceptic:
		return "▼"
	case accountmap.StanceBlocker:
		return "■"
	}
	return "?"
}

// Role returns the word for a buying role: "Executive sponsor".
func (t *Terms) Role(r accountmap.Role) string { return enumWord(t, "role", r, unknown) }

// RoleShort returns a word of at most 16 letters for a buying role, to fit on a card: "Sponsor".
func (t *Terms) RoleShort(r accountmap.Role) string { return enumWord(t, "role-short", r, unknown) }

// ContactLevel returns the word for how close we are to a contact: "In depth".
func (t *Terms) ContactLevel(l accountmap.ContactLevel) string {
	return enumWord(t, "contact-level", l, unknown)
}

// Seniority returns the word for the level of a position: "Middle manager".
func (t *Terms) Seniority(s accountmap.Seniority) string { return enumWord(t, "seniority", s, unknown) }

// Orientation returns the word for what convinces a contact: "Financial".
func (t *Terms) Orientation(o accountmap.Orientation) string {
	return enumWord(t, "orientation", o, unknown)
}

// Adaptability returns the word for how readily a contact takes up something new: "Pragmatist".
func (t *Terms) Adaptability(a accountmap.Adaptability) string {
	return enumWord(t, "adaptability", a, unknown)
}

// RelationshipKind returns the word for a tie between two contacts: "Conflict".
func (t *Terms) RelationshipKind(k accountmap.RelationshipKind) string {
	return enumWord(t, "relationship", k, unknown)
}

// ReachLevel returns the word for what one of our people is in a contact's eyes: "Trusted adviser".
func (t *Terms) ReachLevel(l accountmap.ReachLevel) string { return enumWord(t, "reach", l, unknown) }
