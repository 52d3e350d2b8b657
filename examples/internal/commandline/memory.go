package commandline

import (
	"math"
	"os"
	"runtime/debug"
)

// collection is when Go collects garbage: as its variables GOGC and GOMEMLIMIT, which win.
type collection struct {
	percent int
	limit   int64 // bytes
}

var (
	// whileReading keeps a refused file cheap: 200,000 contacts with wrong units take 280 MB.
	whileReading = collection{60, math.MaxInt64}
	// whileMaking saves a fifth of the CPU of a small pack. The limit keeps the pack of 10,000
	// people at 600 MB, for a twentieth more CPU.
	whileMaking = collection{200, 540 << 20}
)

// HasRead lets Go collect garbage less often, up to a limit of memory. A program calls it after it
// has read its input, since making files needs less memory than a large input with many problems.
func HasRead() { collect(whileMaking) }

func collect(c collection) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(c.percent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(c.limit)
	}
}
