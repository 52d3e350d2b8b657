package accountmap

// FollowUp is the state of what must follow a communication. Empty means that nothing was promised.
type FollowUp string

// The states of a follow-up. It is due until its day has passed; then it is done if there was a further communication, and overdue if not.
const (
	FollowUpDue     FollowUp = "due"
	FollowUpOverdue FollowUp = "overdue"
	FollowUpDone    FollowUp = "done"
)

// FollowUps returns for each of [Map.Communications], in the same order, the state of its follow-up on the day asOf. A follow-up whose day has
// passed counts as done when any of the contacts took part in a later communication by asOf; after a communication among our own people, when
// any of these took part in a later one of that sort. With the zero asOf every follow-up is due.
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
