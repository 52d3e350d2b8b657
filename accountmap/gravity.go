package accountmap

// Gravity is how serious a case or a risk is: the "severity" of the file. Empty means unknown.
type Gravity string

// The gravities. A critical case or risk can cost us the account.
const (
	GravityLow      Gravity = "low"
	GravityMedium   Gravity = "medium"
	GravityHigh     Gravity = "high"
	GravityCritical Gravity = "critical"
)

// Gravities lists the gravities, from the lowest.
func Gravities() []Gravity {
	return []Gravity{GravityLow, GravityMedium, GravityHigh, GravityCritical}
}

// UnmarshalText reads a gravity whatever its case; the error suggests the nearest one.
func (g *Gravity) UnmarshalText(text []byte) error { return unmarshalEnum(g, text, Gravities()) }

func (g Gravity) valid() error { return checkEnum(g, Gravities()) }

// Rank orders gravities: unknown is 0, low is 1, critical is 4.
func (g Gravity) Rank() int {
	for i, gravity := range Gravities() {
		if g == gravity {
			return i + 1
		}
	}
	return 0
}
