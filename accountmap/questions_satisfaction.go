package accountmap

// Satisfaction counts what the client's people answer when asked, each by their latest answer.
type Satisfaction struct {
	// Promoters, Passives and Detractors count the answers to "would you recommend us?": 9 and 10, 7 and 8, and 0 to 6.
	Promoters, Passives, Detractors int
	// Satisfied counts the answers of 4 and 5 to "are you satisfied?", Rated all answers to it.
	Satisfied, Rated int
}

// NPS returns the net promoter score, from -100 to 100: the percentage of promoters minus that of detractors, as Reichheld defined it. It is not
// known without an answer.
func (s Satisfaction) NPS() (score float64, known bool) {
	answers := s.Promoters + s.Passives + s.Detractors
	if answers == 0 {
		return 0, false
	}
	return 100 * float64(s.Promoters-s.Detractors) / float64(answers), true
}

// CSAT returns Satisfied as a share of Rated, from 0 to 1. It is not known without an answer.
func (s Satisfaction) CSAT() (share float64, known bool) {
	if s.Rated == 0 {
		return 0, false
	}
	return float64(s.Satisfied) / float64(s.Rated), true
}

// surveyYear is for how many days an answer says how satisfied somebody is.
const surveyYear = 365

// Satisfaction answers "how satisfied are they?" by the surveys of the year up to asOf. Of what one person said about one thing only the latest
// answer counts; every anonymous answer counts. The zero asOf means the account's own day; where that is unknown too, all answers count.
func (m *Map) Satisfaction(asOf Date) Satisfaction {
	type question struct {
		kind    SurveyKind
		contact ContactID
		product ProductID
	}
	today := m.today(asOf)
	latest := map[question]int{}
	for i, s := range m.a.Surveys {
		q := question{s.Kind, s.Contact, s.Product}
		if k, asked := latest[q]; s.Contact != "" && s.fresh(today) && (!asked || !s.Date.Before(m.a.Surveys[k].Date)) {
			latest[q] = i
		}
	}
	var result Satisfaction
	for i, s := range m.a.Surveys {
		if s.fresh(today) && (s.Contact == "" || latest[question{s.Kind, s.Contact, s.Product}] == i) {
			result.count(s)
		}
	}
	return result
}

// fresh reports whether the answer was given in the year up to today.
func (s Survey) fresh(today Date) bool {
	return today.IsZero() || !s.Date.after(today) && s.Date.after(today.AddDays(-surveyYear))
}

func (s *Satisfaction) count(answer Survey) {
	switch {
	case answer.Kind == SurveyCSAT:
		s.Rated++
		if answer.Score >= 4 {
			s.Satisfied++
		}
	case answer.Score >= 9:
		s.Promoters++
	case answer.Score >= 7:
		s.Passives++
	default:
		s.Detractors++
	}
}
