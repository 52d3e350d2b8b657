package accountmap

import "math"

// Memory is how people forget what they were shown: after one half-life half of it is left, after two a quarter. The zero Memory has the default
// values.
type Memory struct {
	// HalfLife is the number of days after which half of what is remembered is forgotten. Zero or less means [DefaultHalfLife].
	HalfLife int
	// Threshold is the share, from 0 to 1, at or below which too little is left, so that the product must be shown again. A value that is not
	// between 0 and 1 means [DefaultThreshold].
	Threshold float64
}

// The default memory, in days and as a share. That people forget is why a portfolio is shown again and again, but we know of no market in which
// the speed was measured. These two bring every product round twice a year, which is as often as most accounts are reviewed and too rare to tire
// anybody. Sellers who know their market set their own.
const (
	DefaultHalfLife  = 180
	DefaultThreshold = 0.5
)

// mostHalfLife bounds the half-life, so that every due date exists: nobody remembers for longer than a century.
const mostHalfLife = 36_500

func (y Memory) halfLife() float64 {
	if y.HalfLife <= 0 {
		return DefaultHalfLife
	}
	return float64(min(y.HalfLife, mostHalfLife))
}

func (y Memory) threshold() float64 {
	if y.Threshold > 0 && y.Threshold < 1 {
		return y.Threshold
	}
	return DefaultThreshold
}

// left is the share, from 0 to 1, that is left of what was shown on a day. On a day that is not known all of it is.
func (y Memory) left(shown, today Date) float64 {
	if today.IsZero() {
		return 1
	}
	return math.Exp2(-float64(today.daysSince(shown)) / y.halfLife())
}

// due is the first day on which the threshold or less is left of what was shown on a day.
func (y Memory) due(shown Date) Date {
	last := Date{9999, 12, 31}
	due := shown.AddDays(int(math.Ceil(-math.Log2(y.threshold()) * y.halfLife())))
	if due.after(last) {
		return last
	}
	return due
}
