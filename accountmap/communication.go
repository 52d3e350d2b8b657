package accountmap

import "slices"

// Communication is contact between our people and the client's, or a note among our own people about the client.
type Communication struct {
	Date    Date    `json:"date"`
	Channel Channel `json:"channel,omitzero"`
	// Contacts are the client's people who took part, Members our own.
	Contacts  []ContactID `json:"contacts,omitzero"`
	Members   []MemberID  `json:"members,omitzero"`
	Direction Direction   `json:"direction,omitzero"`
	Subject   string      `json:"subject,omitzero"`
	Summary   string      `json:"summary,omitzero"`
	// Topic is the seller's own tag, such as "renewal".
	Topic string `json:"topic,omitzero"`
	// FollowUp is the day by which something must follow. Zero means that nothing was promised.
	FollowUp Date `json:"followUp,omitzero"`
	// Internal marks what the client must not read.
	Internal bool `json:"internal,omitzero"`
}

func (c Communication) clone() Communication {
	c.Contacts = slices.Clone(c.Contacts)
	c.Members = slices.Clone(c.Members)
	return c
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

// UnmarshalText reads a channel whatever its case and hyphens; the error suggests the nearest channel.
func (c *Channel) UnmarshalText(text []byte) error { return unmarshalEnum(c, text, Channels()) }

func (c Channel) valid() error { return checkEnum(c, Channels()) }

// Direction says who started a communication. Empty means unknown, or both.
type Direction string

// The directions, seen from us.
const (
	DirectionOutbound Direction = "outbound"
	DirectionInbound  Direction = "inbound"
)

// Directions lists the directions.
func Directions() []Direction { return []Direction{DirectionOutbound, DirectionInbound} }

// UnmarshalText reads a direction whatever its case; the error suggests the nearest direction.
func (d *Direction) UnmarshalText(text []byte) error { return unmarshalEnum(d, text, Directions()) }

func (d Direction) valid() error { return checkEnum(d, Directions()) }
