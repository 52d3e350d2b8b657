package accountmap

// FollowUp says what has become of what must follow a communication. Empty means that nothing is promised.
type FollowUp string

// What becomes of a follow-up: it is due until its day has passed; then it is done when we have spoken again since, or else overdue.
const (
	FollowUpDue     FollowUp = "due"
	FollowUpOverdue FollowUp = "overdue"
	FollowUpDone    FollowUp = "done"
)

// FollowUps says for each of [Map.Communications], in the same order, what has become of its follow-up by the day asOf. A follow-up whose
// day has passed counts as done when any of the contacts took part in another communication after that one, by asOf; one among our own people
// when any of them took part in another such. The zero asOf leaves each follow-up due.
func (m *Map) FollowUps(asOf Date) []FollowUp { return followUps(m.Communications(), asOf) }

func followUps(list []Communication, asOf Date) []FollowUp {
	contacts, members := map[ContactID]Date{}, map[MemberID]Date{} // when each last took part, members: among our own
	for _, c := range list {
		if asOf.Before(c.Date) {
			continue
		}
		for _, id := range c.Contacts {
			contacts[id] = later(contacts[id], c.Date)
		}
		for _, id := range c.Members {
			if len(c.Contacts) == 0 {
				members[id] = later(members[id], c.Date)
			}
		}
	}
	states := make([]FollowUp, len(list))
	for i, c := range list {
		last := lastOf(contacts, c.Contacts)
		if len(c.Contacts) == 0 {
			last = lastOf(members, c.Members)
		}
		switch {
		case c.FollowUp.IsZero():
		case !c.FollowUp.Before(asOf):
			states[i] = FollowUpDue
		case c.Date.Before(last):
			states[i] = FollowUpDone
		default:
			states[i] = FollowUpOverdue
		}
	}
	return states
}

func lastOf[K comparable](days map[K]Date, of []K) Date {
	var last Date
	for _, k := range of {
		last = later(last, days[k])
	}
	return last
}

func later(a, b Date) Date {
	if a.Before(b) {
		return b
	}
	return a
}
