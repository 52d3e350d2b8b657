package accountmap

// Survey is one answer to the question how satisfied somebody is.
type Survey struct {
	Date Date `json:"date"`
	// Contact is who answered. Empty means that the answer bears no name.
	Contact ContactID `json:"contact,omitzero"`
	// Product is what was asked about. Empty means us as a whole.
	Product ProductID  `json:"product,omitzero"`
	Kind    SurveyKind `json:"kind"`
	// Score is the answer on the scale of its kind: 0 to 10, or 1 to 5. An entry without one has the score 0, the worst of the first scale
	// and none of the second.
	Score   int    `json:"score"`
	Comment string `json:"comment,omitzero"`
	// WouldImprove is what we should do better, in their words.
	WouldImprove string `json:"wouldImprove,omitzero"`
}

// SurveyKind is the question that was asked, and with it the scale.
type SurveyKind string

// The questions: "would you recommend us?" from 0 to 10 (net promoter score), and "are you satisfied?" from 1 to 5.
const (
	SurveyNPS  SurveyKind = "nps"
	SurveyCSAT SurveyKind = "csat"
)

// SurveyKinds lists the questions.
func SurveyKinds() []SurveyKind { return []SurveyKind{SurveyNPS, SurveyCSAT} }

// UnmarshalText reads a kind whatever its case; the error suggests the nearest kind.
func (k *SurveyKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text, SurveyKinds()) }

func (k SurveyKind) valid() error { return checkEnum(k, SurveyKinds()) }

// Scale returns the worst and the best score; both are zero for an unknown kind.
func (k SurveyKind) Scale() (worst, best int) {
	switch k {
	case SurveyNPS:
		return 0, 10
	case SurveyCSAT:
		return 1, 5
	}
	return 0, 0
}
