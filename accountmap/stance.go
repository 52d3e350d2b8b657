package accountmap

// Stance is a contact's attitude towards us. Empty means unknown.
type Stance string

// The stances, from the person who sells for us in our absence to the one who works against us.
const (
	StanceUnknown   Stance = ""
	StanceChampion  Stance = "champion"
	StanceSupporter Stance = "supporter"
	StanceNeutral   Stance = "neutral"
	StanceSceptic   Stance = "sceptic"
	StanceBlocker   Stance = "blocker"
)

// Stances lists the known stances, most favourable first.
func Stances() []Stance {
	return []Stance{StanceChampion, StanceSupporter, StanceNeutral, StanceSceptic, StanceBlocker}
}

// UnmarshalText reads a stance whatever its case; the error suggests the nearest stance.
func (s *Stance) UnmarshalText(text []byte) error { return unmarshalEnum(s, text, Stances()) }

func (s Stance) valid() error { return checkEnum(s, Stances()) }

// For reports whether the stance is in our favour: champion or supporter.
func (s Stance) For() bool { return s == StanceChampion || s == StanceSupporter }

// Against reports whether the stance is against us: sceptic or blocker.
func (s Stance) Against() bool { return s == StanceSceptic || s == StanceBlocker }

// Standing counts contacts by their stance towards us.
type Standing struct {
	For, Against, Neutral, Unknown int
}

// Total is the number of contacts counted.
func (s Standing) Total() int { return s.For + s.Against + s.Neutral + s.Unknown }

// Standing counts the contacts of the map by stance. People who left do not count; placeholders count as unknown.
func (m *Map) Standing() Standing {
	var s Standing
	for _, c := range m.a.Contacts {
		if c.Left.IsZero() {
			s.count(c.Stance)
		}
	}
	return s
}

func (s *Standing) count(stance Stance) {
	switch {
	case stance.For():
		s.For++
	case stance.Against():
		s.Against++
	case stance == StanceNeutral:
		s.Neutral++
	default:
		s.Unknown++
	}
}
