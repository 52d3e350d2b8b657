package png

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/internal/scene"
)

func TestResolution(t *testing.T) {
	for _, test := range []struct {
		width, height float64
		asked, want   int
		err           string
	}{
		{1900, 1350, 0, 144, ""},
		{1900, 1350, 300, 300, ""},
		{4000, 2000, 0, 144, ""},
		{4100, 2000, 0, 142, ""},
		{6000, 4000, 0, 83, ""},
		{7100, 5500, 0, 72, ""},
		{7100, 5500, 144, 144, ""},
		{1900, 1350, 636, 0, "at 636 DPI a picture of 1900 by 1350 points has too many pixels: use 635 DPI or less"},
		{20_000, 10_000, 0, 72, ""},
		{20_000, 10_000, 72, 72, ""},
		{20_000, 10_000, 73, 0, "at 73 DPI a picture of 20000 by 10000 points has too many pixels: use 72 DPI or less"},
		{40_000, 20_000, 0, 36, ""},
		{1e6, 10, 0, 37, ""},
		{1e6, 10, 38, 0, "use 37 DPI or less"},
		{100, 100, -1, 0, "-1 DPI: the resolution has to be positive"},
		{1e9, 10, 0, 0, "cannot be drawn at any resolution"},
		{10, math.Inf(1), 0, 0, "cannot be drawn at any resolution"},
		{math.NaN(), 10, 0, 0, "cannot be drawn at any resolution"},
		{0, 10, 144, 0, "cannot be drawn at any resolution"},
		{10, -5, 0, 0, "cannot be drawn at any resolution"},
	} {
		got, err := resolution(&scene.Scene{Width: test.width, Height: test.height}, test.asked)
		if test.err != "" {
			assert.ErrorContains(t, err, test.err)
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, test.want, got, "%v by %v", test.width, test.height)
		assert.LessOrEqual(t, pixels(test.width, got)*pixels(test.height, got), float64(MostPixels))
	}
}
