package accountmap

import (
	"math"
	"math/bits"
)

// wide is an integer of 128 bits, which no sum of amounts can leave.
type wide struct {
	high int64
	low  uint64
}

func widen(n int64) wide { return wide{n >> 63, uint64(n)} }

func (w wide) plus(x wide) wide {
	low, carry := bits.Add64(w.low, x.low, 0)
	return wide{w.high + x.high + int64(carry), low}
}

func (w wide) minus(x wide) wide {
	low, borrow := bits.Sub64(w.low, x.low, 0)
	return wide{w.high - x.high - int64(borrow), low}
}

// clamp returns the number, or the largest or smallest that an int64 can hold. The smallest is left out, as [Money] has no room for it.
func (w wide) clamp() int64 {
	switch {
	case w.high > 0 || w.high == 0 && w.low > math.MaxInt64:
		return math.MaxInt64
	case w.high < -1 || w.high == -1 && w.low <= 1<<63:
		return -math.MaxInt64
	}
	return int64(w.low)
}
