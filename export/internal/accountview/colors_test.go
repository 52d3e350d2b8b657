package accountview

import (
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

func TestEveryTintCanBeRead(t *testing.T) {
	seen := map[string]string{}
	check := func(name string, of Tint, own bool) {
		assert.GreaterOrEqual(t, contrast(t, of.Fill, of.Ink), 4.5, "%s: %v", name, of)
		if own {
			assert.NotContains(t, seen, of.Fill, name+" looks like another")
			seen[of.Fill] = name
		}
	}
	for _, s := range append(accountmap.CoverageStatuses(), accountmap.CoverageUnassessed) {
		check("status "+string(s), StatusTint(s), true)
	}
	clear(seen)
	for _, s := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		check("stance "+string(s), StanceTint(s), true)
		assert.GreaterOrEqual(t, contrast(t, "#FFFFFF", StanceTint(s).Ink), 4.5, "the mark of %q on white", s)
	}
	for _, ink := range []string{InkTitle, InkText, InkQuiet, InkNote, InkAlarm, InkLink} {
		for _, ground := range []string{"#FFFFFF", FillGroup} {
			assert.GreaterOrEqual(t, contrast(t, ground, ink), 4.5, "%s on %s", ink, ground)
		}
	}
	assert.GreaterOrEqual(t, contrast(t, "#1F3A68", "#DCE5F5"), 4.5, "a place in a band")
	assert.GreaterOrEqual(t, contrast(t, FillHead, InkText), 4.5)
	assert.GreaterOrEqual(t, contrast(t, BarColour, InkText), 4.5, "a share over its bar")
	assert.GreaterOrEqual(t, contrast(t, FillMarked, InkText), 4.5, "the greatest amount")
}

// TestEveryStatusHasAWordOfItsOwn checks that no two statuses share a word in any language, since
// formulas count words.
func TestEveryStatusHasAWordOfItsOwn(t *testing.T) {
	for _, language := range terms.Languages() {
		words, ok := terms.Lookup(language)
		require.True(t, ok)
		seen := map[string]bool{}
		for _, s := range accountmap.CoverageStatuses() {
			word := words.Status(s)
			assert.False(t, seen[word], "%s: %q", language, word)
			assert.NotRegexp(t, `[*?~<>=]`, word, "%s: COUNTIF would take it for a pattern", language)
			seen[word] = true
		}
	}
}

// contrast returns the contrast ratio of WCAG 2, which requires at least 4.5.
func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	require.Regexp(t, `^#[0-9A-F]{6}$`, colour)
	n, err := strconv.ParseUint(colour[1:], 16, 32)
	require.NoError(t, err)
	part := func(shift int) float64 {
		c := float64(n>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
}
