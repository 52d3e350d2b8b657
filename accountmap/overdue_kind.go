package accountmap

// OverdueKind says what is late.
type OverdueKind string

// The kinds of things that can be late.
const (
	OverdueOrder      OverdueKind = "order"
	OverdueCommitment OverdueKind = "commitment"
	OverdueCase       OverdueKind = "case"
	OverdueFollowUp   OverdueKind = "follow-up"
	OverdueMilestone  OverdueKind = "milestone"
	OverdueGoal       OverdueKind = "goal"
	OverdueRenewal    OverdueKind = "renewal"
	OverdueSurvey     OverdueKind = "survey"
)

// OverdueKinds lists the kinds of things that can be late, those that the client waits for first.
func OverdueKinds() []OverdueKind {
	return []OverdueKind{OverdueOrder, OverdueCommitment, OverdueCase, OverdueFollowUp, OverdueMilestone, OverdueGoal, OverdueRenewal,
		OverdueSurvey}
}

// Deadlines are time limits that an account does not set itself. The zero Deadlines are the defaults.
type Deadlines struct {
	// SurveyEvery is the number of days after which a unit that buys is to be asked again how satisfied it is, CaseWithin the number of days
	// within which a case is to be settled. Zero or less means [DefaultSurveyEvery] and [DefaultCaseWithin].
	SurveyEvery, CaseWithin int
}

// The default deadlines, in days. Published churn indicators count a critical ticket that is open for more than a week as a warning; here every
// case counts, since a small one that is forgotten becomes a large one. No source sets an interval for surveys, so units are asked twice a year,
// as often as the account is reviewed.
const (
	DefaultSurveyEvery = 180
	DefaultCaseWithin  = 7
)

// mostDays bounds what a caller may set, so that every date exists.
const mostDays = 36_500

func (d Deadlines) surveyEvery() int {
	if d.SurveyEvery <= 0 {
		return DefaultSurveyEvery
	}
	return min(d.SurveyEvery, mostDays)
}

func (d Deadlines) caseWithin() int {
	if d.CaseWithin <= 0 {
		return DefaultCaseWithin
	}
	return min(d.CaseWithin, mostDays)
}
