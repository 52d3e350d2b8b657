package accountmap

// Audience is who reads what is made of a map. It is set in a [Scope], and [Map.Select] is the only place where anything is held back, so
// that a picture, workbook or document made of the part holds what the audience may read and nothing else.
type Audience string

// The audiences.
const (
	// AudienceInternal is our own people, who may read everything. The empty Audience means the same.
	AudienceInternal Audience = "internal"
	// AudienceClient is the client's people, who may read what they told us, agreed with us and bought, and nothing of what we think.
	//
	// Of their organisation they read the units with their places, and the people who are there: name, title, unit, reporting line, email,
	// phone and language. Placeholders, advisers from outside and those who have left are not among them. Of the business they read the
	// products without list prices, the cells that are sold, orders, contracts, and the terms that stand in a contract. Of the
	// work they read the communications, and the calendar of those to come, in which they take part and which are not marked as internal;
	// what they were shown; the testimonials that they gave and let us publish; goals and initiatives with their figures;
	// milestones but those of our expansion; cases, without how grave we find them; commitments; our team and the handoff's people and
	// days.
	//
	// They read no stance, power, buying role, level of contact, evidence, note, owner, relationship, referral, request for one, reaction,
	// reach, competitor, opportunity, gap, potential, reason, negotiation authority, survey, objection, risk or target. Whatever is added to an
	// account is for our own people until it is copied here.
	//
	// Ids are kept, and what the author wrote of what the client may read goes out as it was written: the subject and summary of a talk, the title
	// of a goal or milestone, the summary of a case, the text of a promise, the introduction. A frank word in any of them reaches the client.
	AudienceClient Audience = "client"
)

// Audiences lists the audiences, those who may read most first.
func Audiences() []Audience { return []Audience{AudienceInternal, AudienceClient} }

// ours reports whether the audience may read everything. One that nobody knows may not.
func (a Audience) ours() bool { return a == "" || a == AudienceInternal }

// Audience is who may read what is made of the map: our own people, or those whom [Map.Select] made it for. A part for the client stays one
// however often it is selected from.
func (m *Map) Audience() Audience {
	if m.audience == "" {
		return AudienceInternal
	}
	return m.audience
}
