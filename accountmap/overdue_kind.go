package accountmap

// OverdueKind is what is late.
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

// OverdueKinds lists the kinds of things that can be late, what the client waits for first.
func OverdueKinds() []OverdueKind {
	return []OverdueKind{OverdueOrder, OverdueCommitment, OverdueCase, OverdueFollowUp, OverdueMilestone, OverdueGoal, OverdueRenewal,
		OverdueSurvey}
}

// Deadlines are those that an account does not set itself. The zero Deadlines are the usual ones.
type Deadlines struct {
	// SurveyEvery is the number of days after which a unit that buys is asked again how satisfied it is, CaseWithin the number in which a
	// complaint or dispute is to be settled. Zero and less mean [SurveyEvery] and [CaseWithin].
	SurveyEvery, CaseWithin int
}

// The usual deadlines, in days. Churn watchers in published use count a critical ticket that is open for more than a week as a sign of
// trouble; here every case counts so, as a small one that is forgotten becomes a large one. For surveys the founding idea asks only that they
// come round, before there is a reason: twice a year, as the account is reviewed.
const (
	SurveyEvery = 180
	CaseWithin  = 7
)

// mostDays bounds what a caller may set, so that every date can be told.
const mostDays = 36_500

func (d Deadlines) surveyEvery() int {
	if d.SurveyEvery <= 0 {
		return SurveyEvery
	}
	return min(d.SurveyEvery, mostDays)
}

func (d Deadlines) caseWithin() int {
	if d.CaseWithin <= 0 {
		return CaseWithin
	}
	return min(d.CaseWithin, mostDays)
}
