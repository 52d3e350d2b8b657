// Package rgb reads and writes colours as #RRGGBB.
package rgb

import (
	"fmt"
	"strconv"
)

// A Colour is an opaque colour.
type Colour struct{ R, G, B uint8 }

// Parse parses a colour: # and six hexadecimal digits. It returns false for anything else.
func Parse(s string) (Colour, bool) {
	if len(s) != 7 || s[0] != '#' {
		return Colour{}, false
	}
	v, err := strconv.ParseUint(s[1:], 16, 24)
	return Colour{uint8(v >> 16), uint8(v >> 8), uint8(v)}, err == nil
}

// Valid reports whether s is a colour.
func Valid(s string) bool {
	_, ok := Parse(s)
	return ok
}

// String returns the colour as #RRGGBB.
func (c Colour) String() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }
