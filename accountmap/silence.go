package accountmap

// Silence says that a move is not to be suggested: a thing to do next that package insight derives
// from the account, and that its readers know about and will not do now.
type Silence struct {
	// Move is the key of the move: "renew:service".
	Move string `json:"move" account:"key"`
	// Until is the last day without the move. Zero means for good, or as long as Facts hold.
	Until Date `json:"until,omitzero"`
	// Facts is the code of what the move was based on. When that changes, the move comes back. Empty
	// means that it does not.
	Facts string `json:"facts,omitzero"`
	// Reason says why nothing is done.
	Reason string `json:"reason,omitzero"`
}

// Silences reports whether the entry silences a move on a day, with the code of what the move is
// based on now. Where the day is unknown, an entry with a last day has passed.
func (s Silence) Silences(move, facts string, asOf Date) bool {
	ended := !s.Until.IsZero() && (asOf.IsZero() || s.Until.Before(asOf))
	return s.Move == move && !ended && (s.Facts == "" || s.Facts == facts)
}
