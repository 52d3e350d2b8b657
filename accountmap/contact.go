package accountmap

import "slices"

// ContactID identifies a contact within its account.
type ContactID string

// Contact is a person in the client's organisation, or one who influences it from outside.
type Contact struct {
	ID   ContactID `json:"id"`
	Name string    `json:"name,omitzero"`
	// Title is the person's job title, in their own language.
	Title string `json:"title,omitzero"`
	// Unit is the unit that the person works in. Empty means not known yet.
	Unit UnitID `json:"unit,omitzero"`
	// ReportsTo is the person's manager. Empty means none, or not known.
	ReportsTo ContactID `json:"reportsTo,omitzero"`
	// AssistantTo is the person whose assistant this is. An assistant does not count as a report.
	AssistantTo ContactID `json:"assistantTo,omitzero"`
	// Roles are the person's parts in a purchase, the most important first.
	Roles []Role `json:"roles,omitzero"`
	// Stance is the person's attitude towards us. Empty means unknown, which is not neutral.
	Stance Stance `json:"stance,omitzero"`
	// Power is how much the person's word counts in the client's decisions, from 1 (little) to 5 (decides). Zero means unknown.
	Power int `json:"power,omitzero"`
	// ContactLevel is how close we are to the person. Empty means unknown.
	ContactLevel ContactLevel `json:"contactLevel,omitzero"`
	Seniority    Seniority    `json:"seniority,omitzero"`
	Orientation  Orientation  `json:"orientation,omitzero"`
	Adaptability Adaptability `json:"adaptability,omitzero"`
	// Language is the BCP 47 tag of the language that the person prefers, such as "el".
	Language         string  `json:"language,omitzero"`
	Email            string  `json:"email,omitzero"`
	Phone            string  `json:"phone,omitzero"`
	PreferredChannel Channel `json:"preferredChannel,omitzero"`
	// Owner is the member of our team who looks after the person.
	Owner MemberID `json:"owner,omitzero"`
	// Placeholder marks a person who must exist ("Legal counsel?") but whom we have not met or cannot name yet.
	Placeholder bool `json:"placeholder,omitzero"`
	// External marks an adviser or partner who is not employed by the client.
	External bool `json:"external,omitzero"`
	// Left is the day on which the person left the client. Zero means that they are still there.
	Left     Date     `json:"left,omitzero"`
	Evidence Evidence `json:"evidence,omitzero"`
	Notes    string   `json:"notes,omitzero"`
}

// Evidence says how we know a contact's stance and power. The zero Evidence means that they are only an opinion.
type Evidence struct {
	Source    string `json:"source,omitzero"`
	Date      Date   `json:"date,omitzero"`
	Confirmed bool   `json:"confirmed,omitzero"`
}

// KeyPlayer reports whether the person is powerful: power 4 or 5.
func (c Contact) KeyPlayer() bool { return c.Power >= muchPower }

// Decides lists the person's roles without whose agreement nothing is bought, each once, in the order of [Contact].Roles; see [Map.Consensus].
func (c Contact) Decides() []Role {
	var decisive []Role
	for _, r := range c.Roles {
		if slices.Contains(decisiveRoles(), r) && !slices.Contains(decisive, r) {
			decisive = append(decisive, r)
		}
	}
	return decisive
}

func (c Contact) clone() Contact {
	c.Roles = slices.Clone(c.Roles)
	return c
}
