package theme_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
	"github.com/accountatlas/accountatlas/render/theme"
)

// linear returns a colour in linear light, red, green and blue from 0 to 1.
func linear(t *testing.T, colour string) [3]float64 {
	t.Helper()
	c, ok := rgb.Parse(colour)
	require.True(t, ok, colour)
	var out [3]float64
	for i, v := range []uint8{c.R, c.G, c.B} {
		s := float64(v) / 255
		if out[i] = s / 12.92; s > 0.04045 {
			out[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return out
}

// deuteranope returns a colour as a deuteranope sees it (Viénot, Brettel and Mollon, 1999).
func deuteranope(c [3]float64) [3]float64 {
	return [3]float64{0.29275*c[0] + 0.70725*c[1], 0.29275*c[0] + 0.70725*c[1], -0.02234*c[0] + 0.02234*c[1] + c[2]}
}

// lightness returns L* of a colour in linear light, from 0 to 100. It is also the colour's grey.
func lightness(c [3]float64) float64 {
	y := 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
	if y <= 216.0/24389 {
		return y * 24389 / 27
	}
	return 116*math.Cbrt(y) - 16
}

// closeness returns the statuses in the order of their closeness to us.
func closeness() []accountmap.CoverageStatus {
	return []accountmap.CoverageStatus{accountmap.CoverageSold, accountmap.CoverageProposed, accountmap.CoverageOpportunity, accountmap.CoverageLapsed,
		accountmap.CoverageGap, accountmap.CoverageInHouse, accountmap.CoverageCompetitor, accountmap.CoverageNotRelevant, accountmap.CoverageBlocked}
}

// TestNeighboursDifferWithoutColour checks adjacent statuses and adjacent stances, for a
// deuteranope and in grey. They differ by 10 in lightness, or by another sign: a glyph, a bar or
// the slope of the letters.
func TestNeighboursDifferWithoutColour(t *testing.T) {
	assert.ElementsMatch(t, accountmap.CoverageStatuses(), closeness())
	var statuses, stances []graph.Class
	for _, s := range closeness() {
		statuses = append(statuses, class.Status(s))
	}
	for _, s := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		stances = append(stances, class.Stance(s))
	}
	for _, name := range theme.Names() {
		th, err := theme.Lookup(name)
		require.NoError(t, err)
		for _, family := range []struct {
			kind    graph.Class
			classes []graph.Class
			colour  func(theme.Style) string
		}{
			{"cell", statuses, func(s theme.Style) string { return s.Fill }}, {"card", stances, func(s theme.Style) string { return s.Accent }},
		} {
			for i := 1; i < len(family.classes); i++ {
				a, b := th.Style(family.kind, family.classes[i-1]), th.Style(family.kind, family.classes[i])
				sign := func(s theme.Style) string { return fmt.Sprint(s.Glyph, s.Stripe, s.Italic) }
				for seen, see := range map[string]func([3]float64) [3]float64{"deuteranope": deuteranope, "grey": func(c [3]float64) [3]float64 { return c }} {
					step := math.Abs(lightness(see(linear(t, family.colour(a)))) - lightness(see(linear(t, family.colour(b)))))
					assert.True(t, step >= 10 || sign(a) != sign(b), "%s, %s: %s and %s are %.1f apart and have the same signs", name, seen,
						family.classes[i-1], family.classes[i], step)
				}
			}
		}
	}
}

// TestTintsGetLighterAwayFromUs checks that the light tints span lightness from 80 to 96 in the
// order of closeness to us.
func TestTintsGetLighterAwayFromUs(t *testing.T) {
	last := 79.0
	for _, s := range closeness() {
		l := lightness(linear(t, theme.Light().Style("cell", class.Status(s)).Fill))
		assert.GreaterOrEqual(t, l, last, s)
		assert.LessOrEqual(t, l, 96.5, s)
		last = l
	}
}
