package accountmap

// Audience is who reads what is made of a map. It is set in a [Scope], and [Map.Select] is the only place where anything is held back: a
// picture, workbook or document made of the selected map holds nothing but what that audience may read.
type Audience string

// The audiences.
const (
	// AudienceInternal is our own people, who may read everything. The empty Audience means the same.
	AudienceInternal Audience = "internal"
	// AudienceClient is the client's people, who may read what they told us, agreed with us and bought, but nothing of what we think.
	//
	// Of their organisation they read the units with their places, and the people who are there: name, title, unit, reporting line, email, phone
	// and language. Placeholders, outside advisers and people who left are not shown. Of the business they read the products without list
	// prices, the cells that are sold, orders, contracts, and the terms that are part of a contract. Of the work they read the communications in
	// which they took part and that are not internal, and the cadences in which they take part; what they were shown; the testimonials that they
	// gave and allow us to publish; goals and initiatives with their figures; milestones other than those of the expansion phase; cases without
	// our view of their gravity; commitments; our team, and the people and days of the handoff.
	//
	// They read no stance, power, buying role, contact level, evidence, note, owner, relationship, referral, open request, reaction, reach,
	// competitor, opportunity, gap, potential, reason, negotiation authority, survey, objection, risk or target. A new field of the account is
	// for our own people until it is added to what is copied here.
	//
	// Ids are kept, and the author's own words go out as written: the subject and summary of a communication, the title of a goal or milestone,
	// the summary of a case, the text of a promise, the introduction. A frank word in any of them reaches the client.
	AudienceClient Audience = "client"
)

// Audiences lists the audiences, those who may read most first.
func Audiences() []Audience { return []Audience{AudienceInternal, AudienceClient} }

// ours reports whether the audience may read everything. One that nobody knows may not.
func (a Audience) ours() bool { return a == "" || a == AudienceInternal }

// Audience returns who may read what is made of the map: our own people, or those for whom [Map.Select] made it. A map for the client stays one
// however it is selected from.
func (m *Map) Audience() Audience {
	if m.audience == "" {
		return AudienceInternal
	}
	return m.audience
}
