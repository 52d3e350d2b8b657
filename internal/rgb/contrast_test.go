package rgb_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/rgb"
)

func TestContrast(t *testing.T) {
	black, white := rgb.Colour{}, rgb.Colour{R: 255, G: 255, B: 255}
	assert.InDelta(t, 21, rgb.Contrast(black, white), 1e-9)
	assert.InDelta(t, 1, rgb.Contrast(white, white), 1e-9)
	grey, _ := rgb.Parse("#767676")
	assert.InDelta(t, 4.54, rgb.Contrast(white, grey), 0.01, "the lightest grey that is readable on white, by WCAG")
}

// TestOnIsReadable checks colours from the whole space on light and dark backgrounds. A legible
// colour stays unchanged.
func TestOnIsReadable(t *testing.T) {
	for _, name := range []string{"#FFFFFF", "#EEF2F8", "#F7E5C8", "#0F172A", "#1E2634", "#000000"} {
		ground, _ := rgb.Parse(name)
		for v := 0; v < 1<<24; v += 65_521 {
			c := rgb.Colour{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v)}
			on := c.On(ground)
			require.GreaterOrEqual(t, rgb.Contrast(on, ground), rgb.Readable, "%s on %s", c, name)
			if rgb.Contrast(c, ground) >= rgb.Readable {
				require.Equal(t, c, on)
			}
		}
	}
}

// TestAccent checks that the colour named in an error is valid.
func TestAccent(t *testing.T) {
	c, err := rgb.Accent("#0B5A4A")
	require.NoError(t, err)
	assert.Equal(t, "#0B5A4A", c.String())
	for _, bad := range []string{"", "green", "#0B5A4", "#0B5A4AFF", "rgb(1,2,3)", "#GGGGGG"} {
		_, err := rgb.Accent(bad)
		assert.ErrorContains(t, err, "write it as #RRGGBB", bad)
	}
	for _, pale := range []string{"#FFCC00", "#FFFFFF", "#7FB2FF", "#00FF00"} {
		_, err := rgb.Accent(pale)
		require.ErrorContains(t, err, pale+" cannot be read on a light page: write #")
		better := err.Error()[len(err.Error())-7:]
		_, err = rgb.Accent(better)
		assert.NoError(t, err, "%s instead of %s", better, pale)
	}
}
