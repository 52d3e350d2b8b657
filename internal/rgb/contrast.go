package rgb

import (
	"fmt"
	"math"
)

// Readable is the contrast that text needs with its ground (WCAG 2, level AA).
const Readable = 4.5

// palest is the darkest ground on which an accent is written: the head of a table.
const palest = "#EEF2F8"

// Contrast returns the contrast of two colours by WCAG 2, from 1 to 21.
func Contrast(a, b Colour) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func (c Colour) luminance() float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Mix returns the colour a share of the way to another.
func (c Colour) Mix(to Colour, share float64) Colour {
	mix := func(a, b uint8) uint8 { return uint8(int(a) + int(math.Round((float64(b)-float64(a))*share))) }
	return Colour{mix(c.R, to.R), mix(c.G, to.G), mix(c.B, to.B)}
}

// On returns the colour as it is readable on a ground: darker on a light ground and lighter on a
// dark one, by as little as is needed.
func (c Colour) On(ground Colour) Colour {
	toward := Colour{}
	if ground.luminance() < 0.18 {
		toward = Colour{255, 255, 255}
	}
	for share := 0.0; share < 1; share += 0.02 {
		if mixed := c.Mix(toward, share); Contrast(mixed, ground) >= Readable {
			return mixed
		}
	}
	return toward
}

// Accent reads the accent of a brand. The error reports a text that is not a colour, or a colour
// that cannot be read on a light page, with the nearest that can.
func Accent(s string) (Colour, error) {
	c, ok := Parse(s)
	if !ok {
		return Colour{}, fmt.Errorf("the accent %q is not a colour: write it as #RRGGBB", s)
	}
	ground, _ := Parse(palest)
	if better := c.On(ground); better != c {
		return Colour{}, fmt.Errorf("the accent %s cannot be read on a light page: write %s", s, better)
	}
	return c, nil
}
