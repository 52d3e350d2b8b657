package accountmap

import (
	"iter"
	"slices"
)

// Communication is contact between our people and the client's, or a note among our own people
// about the client.
type Communication struct {
	Date    Date    `json:"date" account:"key"`
	Channel Channel `json:"channel,omitzero"`
	// Contacts are the client's people who took part, and Members our people.
	Contacts  []ContactID `json:"contacts,omitzero" account:"whole"`
	Members   []MemberID  `json:"members,omitzero"`
	Direction Direction   `json:"direction,omitzero"`
	Subject   string      `json:"subject,omitzero" account:"key"`
	Summary   string      `json:"summary,omitzero"`
	// Topic is the seller's own tag, such as "renewal".
	Topic string `json:"topic,omitzero"`
	// FollowUp is the day of the promised follow-up. Zero means that none was promised.
	FollowUp Date `json:"followUp,omitzero"`
	// Internal marks a communication that the client must not read.
	Internal bool `json:"internal,omitzero"`
}

// Channel is the means of a communication. Empty means unknown.
type Channel string

// The channels.
const (
	ChannelMeeting Channel = "meeting"
	ChannelVideo   Channel = "video"
	ChannelPhone   Channel = "phone"
	ChannelEmail   Channel = "email"
	ChannelChat    Channel = "chat"
	ChannelEvent   Channel = "event"
	ChannelPost    Channel = "post"
	ChannelFax     Channel = "fax"
)

// Channels lists the channels, the most personal first.
func Channels() []Channel {
	return []Channel{ChannelMeeting, ChannelVideo, ChannelPhone, ChannelEmail, ChannelChat, ChannelEvent, ChannelPost, ChannelFax}
}

func (c *Channel) UnmarshalText(text []byte) error { return unmarshalEnum(c, text) }
func (Channel) Words() []string                    { return words(Channels()) }

// Direction is the side that started a communication. Empty means unknown, or both.
type Direction string

// The directions, seen from us.
const (
	DirectionOutbound Direction = "outbound"
	DirectionInbound  Direction = "inbound"
)

// Directions lists the directions.
func Directions() []Direction { return []Direction{DirectionOutbound, DirectionInbound} }

func (d *Direction) UnmarshalText(text []byte) error { return unmarshalEnum(d, text) }
func (Direction) Words() []string                    { return words(Directions()) }

// Cadence is a recurring communication on which both sides can rely.
type Cadence struct {
	Title   string  `json:"title"`
	Channel Channel `json:"channel,omitzero"`
	// Every is the recurrence, and From its first day.
	Every Recurrence `json:"every"`
	From  Date       `json:"from"`
	// Members are our people who take part, and Contacts the client's people.
	Members  []MemberID  `json:"members,omitzero"`
	Contacts []ContactID `json:"contacts,omitzero" account:"whole"`
}

// FollowUp is the state of the follow-up of a communication. Empty means that none was promised.
type FollowUp string

// The states of a follow-up. It is due until its day has passed; then it is done if there was a
// further communication, and overdue if not.
const (
	FollowUpDue     FollowUp = "due"
	FollowUpOverdue FollowUp = "overdue"
	FollowUpDone    FollowUp = "done"
)

// FollowUps returns an iterator over the communications in the order of [Map.Communications], each
// with the state of its follow-up on the day asOf. A follow-up whose day has passed counts as done
// if any of the contacts took part in a later communication by asOf. For a communication among our
// own people, a later one among them counts. With the zero asOf every follow-up is due.
func (m *Map) FollowUps(asOf Date) iter.Seq2[Communication, FollowUp] {
	return func(yield func(Communication, FollowUp) bool) {
		states := followUps(m.a.Communications, asOf)
		for _, i := range m.latest {
			if !yield(cloned(m.a.Communications[i]), states[i]) {
				return
			}
		}
	}
}

func followUps(list []Communication, asOf Date) []FollowUp {
	contacts, members := map[ContactID]Date{}, map[MemberID]Date{} // the last day of each; of members without contacts
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
		states[i] = c.followUp(last, asOf)
	}
	return states
}

// followUp returns the state of the follow-up, given the last day on which one of the people took
// part in a communication.
func (c Communication) followUp(last, asOf Date) FollowUp {
	switch {
	case c.FollowUp.IsZero():
		return ""
	case !c.FollowUp.Before(asOf):
		return FollowUpDue
	case c.Date.Before(last):
		return FollowUpDone
	}
	return FollowUpOverdue
}

func lastOf[K comparable](days map[K]Date, of []K) Date {
	var last Date
	for _, k := range of {
		last = later(last, days[k])
	}
	return last
}

// Communications returns an iterator over the communications, the latest first, ties in the
// author's order.
func (m *Map) Communications() iter.Seq[Communication] { return eachOf(m.a.Communications, m.latest) }

func latestFirst(list []Communication) []int {
	latest := make([]int, len(list))
	for i := range latest {
		latest[i] = i
	}
	slices.SortStableFunc(latest, func(a, b int) int { return list[b].Date.Compare(list[a].Date) })
	return latest
}
