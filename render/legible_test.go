package render

import (
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// TestSixtyPeopleAreLegibleOnAPage holds maps of usual accounts of up to sixty people on A3, and of fewer on smaller pages, to texts of 6 points
// or more in print.
func TestSixtyPeopleAreLegibleOnAPage(t *testing.T) {
	for _, c := range []struct {
		people int
		page   paper.Size
	}{
		{20, paper.A4().Landscape()}, {40, paper.A3().Landscape()}, {50, paper.A3().Landscape()}, {60, paper.A3().Landscape()}, {50, paper.A3().Portrait()}, {60, paper.A3().Portrait()},
	} {
		for seed := range uint64(6) {
			m, err := accountmap.New(accountmaptest.Generate(seed, accountmaptest.Typical(c.people)))
			require.NoError(t, err)
			d, err := Layout(t.Context(), m, Stakeholders{}, &Options{Paper: c.page})
			require.NoError(t, err)
			require.Equal(t, float64(scene.LeastText), d.picture.SmallestText())
			assert.GreaterOrEqual(t, d.picture.PrintedText(c.page), 6.0, "%d people on %v, seed %d", c.people, c.page, seed)
		}
	}
}

// TestViewsAreLegibleOnAPage holds the views of usual accounts to the same: on A3 influence and roadmap are one page that can be read, and the
// matrices one or several.
func TestViewsAreLegibleOnAPage(t *testing.T) {
	for name, view := range gridViews() {
		for _, people := range []int{20, 40, 60} {
			for seed := range uint64(4) {
				m, err := accountmap.New(accountmaptest.Generate(seed, accountmaptest.Typical(people)))
				require.NoError(t, err)
				page := paper.A3().Landscape()
				pages := drawings(t, m, view, &Options{Paper: page})
				for _, p := range pages {
					assert.GreaterOrEqual(t, p.picture.SmallestText(), float64(scene.LeastGridText))
					assert.True(t, p.picture.Legible(page), "%s of %d people, seed %d: %.2f points", name, people, seed, p.picture.PrintedText(page))
				}
			}
		}
	}
}

// TestWhatCannotBeReadIsTold: a landscape of people on a small page says that it is too small.
func TestWhatCannotBeReadIsTold(t *testing.T) {
	m, err := accountmap.New(accountmaptest.Generate(1, accountmaptest.Typical(60)))
	require.NoError(t, err)
	for _, c := range []struct {
		page paper.Size
		told bool
	}{{paper.A3().Landscape(), false}, {paper.A4(), true}} {
		var log strings.Builder
		pages := drawings(t, m, Influence{}, &Options{Paper: c.page, Logger: slog.New(slog.NewTextHandler(&log, nil))})
		require.Len(t, pages, 1)
		assert.Equal(t, c.told, strings.Contains(log.String(), "too small to read in print"), log.String())
	}
}
