package rgb

import (
	"fmt"
	"math"
)

// Readable is the minimum contrast of text and background (WCAG 2, level AA).
const Readable = 4.5

// palest is the darkest background of text in the accent colour: the head of a table.
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

// Mix returns a mixture of two colours. A share of 0 is c, and 1 is to.
func (c Colour) Mix(to Colour, share float64) Colour {
	mix := func(a, b uint8) uint8 { return uint8(int(a) + int(math.Round((float64(b)-float64(a))*share))) }
	return Colour{mix(c.R, to.R), mix(c.G, to.G), mix(c.B, to.B)}
}

// On returns the colour adjusted for readability on a background: darker on a light background and
// lighter on a dark one, by as little as necessary.
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

// Accent parses the accent of a brand. The error reports a text that is not a colour, or a colour
// that is illegible on a light page, with the nearest legible one.
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
