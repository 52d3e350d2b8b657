package theme

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
)

var colour = regexp.MustCompile(`^(#[0-9A-Fa-f]{6}|none)?$`)

// mixed is the colour that lies a share of the way from one colour to another. Without one of them it is the first.
func mixed(from, to string, share float64) string {
	a, okA := channels(from)
	b, okB := channels(to)
	if !okA || !okB {
		return from
	}
	for i := range a {
		a[i] += int(math.Round(float64(b[i]-a[i]) * share))
	}
	return fmt.Sprintf("#%02X%02X%02X", a[0], a[1], a[2])
}

// channels are red, green and blue of #RRGGBB, from 0 to 255.
func channels(colour string) (rgb [3]int, ok bool) {
	if len(colour) != 7 {
		return rgb, false
	}
	for i := range rgb {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			return rgb, false
		}
		rgb[i] = int(n)
	}
	return rgb, true
}
