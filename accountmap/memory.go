package accountmap

import "math"

// Memory says how people forget what they were shown: after one half-life half of it is left, after two a quarter. The zero Memory is the
// usual one.
type Memory struct {
	// HalfLife is the number of days in which half of what is left is forgotten. Zero and less mean [HalfLife].
	HalfLife int
	// Threshold is the share from 0 to 1 at which too little is left, so that the product must be shown again. What does not lie between 0
	// and 1 means [MemoryThreshold].
	Threshold float64
}

// The usual memory. That people forget is why a portfolio is shown again and again; how fast has been measured for no market that we know
// of. Half a year and a half together bring every product round twice a year, as often as most accounts are reviewed: few enough not to
// tire anybody. Who knows a market better sets both.
const (
	HalfLife        = 180
	MemoryThreshold = 0.5
)

// mostHalfLife bounds the half-life, so that every due date can be told: nobody remembers for longer than a century.
const mostHalfLife = 36_500

func (y Memory) halfLife() float64 {
	if y.HalfLife <= 0 {
		return HalfLife
	}
	return float64(min(y.HalfLife, mostHalfLife))
}

func (y Memory) threshold() float64 {
	if y.Threshold > 0 && y.Threshold < 1 {
		return y.Threshold
	}
	return MemoryThreshold
}

// left is the share, from 0 to 1, that is left of what was shown on a day. On a day that is not known all of it is.
func (y Memory) left(shown, today Date) float64 {
	if today.IsZero() {
		return 1
	}
	return math.Exp2(-float64(today.daysSince(shown)) / y.halfLife())
}

// due is the first day on which no more than the threshold is left of what was shown on a day.
func (y Memory) due(shown Date) Date {
	last := Date{9999, 12, 31}
	due := shown.AddDays(int(math.Ceil(-math.Log2(y.threshold()) * y.halfLife())))
	if due.after(last) {
		return last
	}
	return due
}
