package theme

import (
	"math"

	"github.com/accountatlas/accountatlas/internal/rgb"
)

// validColour reports whether a theme may have the colour: #RRGGBB, "none" or "".
func validColour(s string) bool { return s == "" || s == "none" || rgb.Valid(s) }

// mixed is the colour a share of the way from one colour to another. If one is missing it is the
// first.
func mixed(from, to string, share float64) string {
	a, okA := rgb.Parse(from)
	b, okB := rgb.Parse(to)
	if !okA || !okB {
		return from
	}
	mix := func(a, b uint8) uint8 { return uint8(int(a) + int(math.Round(float64(int(b)-int(a))*share))) }
	return rgb.Colour{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B)}.String()
}
