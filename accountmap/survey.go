package accountmap

// Survey is one person's answer to a question about their satisfaction.
type Survey struct {
	Date Date `json:"date"`
	// Contact is the person who answered. Empty means an anonymous answer.
	Contact ContactID `json:"contact,omitzero"`
	// Product is the product asked about. Empty means our company as a whole.
	Product ProductID  `json:"product,omitzero"`
	Kind    SurveyKind `json:"kind"`
	// Score is the answer on the scale of its kind: 0 to 10 for NPS, 1 to 5 for CSAT. An entry without a score has 0, which is the worst NPS
	// score and out of range for CSAT.
	Score   int    `json:"score"`
	Comment string `json:"comment,omitzero"`
	// WouldImprove is what we should do better, in the person's words.
	WouldImprove string `json:"wouldImprove,omitzero"`
}

// SurveyKind is the question asked, and with it the scale of the answer.
type SurveyKind string

// The questions: "would you recommend us?" from 0 to 10 (net promoter score), and "are you satisfied?" from 1 to 5.
const (
	SurveyNPS  SurveyKind = "nps"
	SurveyCSAT SurveyKind = "csat"
)

// SurveyKinds lists the kinds of surveys.
func SurveyKinds() []SurveyKind { return []SurveyKind{SurveyNPS, SurveyCSAT} }

// UnmarshalText reads a kind whatever its case; the error suggests the nearest kind.
func (k *SurveyKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text, SurveyKinds()) }

func (k SurveyKind) valid() error { return checkEnum(k, SurveyKinds()) }

// Scale returns the worst and the best score. Both are zero for an unknown kind.
func (k SurveyKind) Scale() (worst, best int) {
	switch k {
	case SurveyNPS:
		return 0, 10
	case SurveyCSAT:
		return 1, 5
	}
	return 0, 0
}
