package accountmap

// Risk is something that may go wrong with the account, such as a client who pays late or a sponsor about to retire. Risks are for our own
// people only.
type Risk struct {
	Text     string  `json:"text"`
	Severity Gravity `json:"severity,omitzero"`
	// Owner is the member of our team who watches it.
	Owner MemberID `json:"owner,omitzero"`
	// Mitigation is what we do about it.
	Mitigation string    `json:"mitigation,omitzero"`
	State      RiskState `json:"state,omitzero"`
}

// RiskState is the state of a risk. Empty means unknown.
type RiskState string

// The states of a risk: nothing is done about it yet; something is; it has come true; it is past.
const (
	RiskOpen      RiskState = "open"
	RiskMitigated RiskState = "mitigated"
	RiskOccurred  RiskState = "occurred"
	RiskClosed    RiskState = "closed"
)

// RiskStates lists the states of a risk.
func RiskStates() []RiskState {
	return []RiskState{RiskOpen, RiskMitigated, RiskOccurred, RiskClosed}
}

// UnmarshalText reads a state whatever its case; the error suggests the nearest state.
func (s *RiskState) UnmarshalText(text []byte) error { return unmarshalEnum(s, text, RiskStates()) }

func (s RiskState) valid() error { return checkEnum(s, RiskStates()) }
