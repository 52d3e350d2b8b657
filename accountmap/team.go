package accountmap

// MemberID identifies a member of our account team within its account.
type MemberID string

// Member is one of our people who works, or has worked, on the account.
type Member struct {
	ID   MemberID `json:"id"`
	Name string   `json:"name"`
	// Role is the member's job on our team, such as "Account manager".
	Role   string `json:"role,omitzero"`
	Region string `json:"region,omitzero"`
	// Units are the units that the member looks after.
	Units []UnitID `json:"units,omitzero"`
	Email string   `json:"email,omitzero"`
	// From and To are the first and the last day of the member on the account. Zero means
	// unlimited; for a member who hands the account over, [Handoff].End then counts as the last.
	From Date `json:"from,omitzero"`
	To   Date `json:"to,omitzero"`
	// Reach is the member's standing with each contact.
	Reach []Reach `json:"reach,omitzero"`
}

// Reach is a member's standing with a contact: the level now, and the level wanted.
type Reach struct {
	Contact ContactID  `json:"contact"`
	Now     ReachLevel `json:"now,omitzero"`
	Wanted  ReachLevel `json:"wanted,omitzero"`
}

// ReachLevel is the standing of one of our people with a contact. Empty means unknown.
type ReachLevel string

// The levels of standing, from one supplier among others to the trusted adviser.
const (
	ReachVendor         ReachLevel = "vendor"
	ReachCredibleSource ReachLevel = "credible-source"
	ReachProblemSolver  ReachLevel = "problem-solver"
	ReachTrustedAdviser ReachLevel = "trusted-adviser"
)

// ReachLevels lists the levels of standing, the lowest first.
func ReachLevels() []ReachLevel {
	return []ReachLevel{ReachVendor, ReachCredibleSource, ReachProblemSolver, ReachTrustedAdviser}
}

func (l *ReachLevel) UnmarshalText(text []byte) error { return unmarshalEnum(l, text) }
func (ReachLevel) Words() []string                    { return words(ReachLevels()) }

// Handoff is the transfer of the account from one member of our team to another, who may be the
// same person.
type Handoff struct {
	From MemberID `json:"from,omitzero"`
	To   MemberID `json:"to,omitzero"`
	// Start and End are the first and the last day of the transition. Zero means unknown.
	Start Date `json:"start,omitzero"`
	End   Date `json:"end,omitzero"`
	// Introduction is the day on which the new member was, or will be, introduced to the client.
	Introduction Date            `json:"introduction,omitzero"`
	Checklist    []ChecklistItem `json:"checklist,omitzero"`
	// SignedOff is the day on which the new member took over. Zero means not yet.
	SignedOff Date `json:"signedOff,omitzero"`
}

// IsZero reports whether nothing is recorded about a handoff.
func (h Handoff) IsZero() bool {
	return h.From == "" && h.To == "" && h.Start.IsZero() && h.End.IsZero() && h.Introduction.IsZero() && len(h.Checklist) == 0 &&
		h.SignedOff.IsZero()
}

// ChecklistItem is one thing to do before a handoff is complete.
type ChecklistItem struct {
	Text string `json:"text"`
	Done bool   `json:"done,omitzero"`
}
