package render

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// TestSixtyPeopleAreLegibleOnAPage holds maps of usual accounts of up to sixty people on A3, and of fewer on smaller pages, to texts of 6 points
// or more in print.
func TestSixtyPeopleAreLegibleOnAPage(t *testing.T) {
	for _, c := range []struct {
		people int
		page   Page
	}{
		{20, A4().Landscape()}, {40, A3().Landscape()}, {50, A3().Landscape()}, {60, A3().Landscape()}, {50, A3().Portrait()}, {60, A3().Portrait()},
	} {
		for seed := range uint64(6) {
			m, err := accountmap.New(accountmaptest.Generate(seed, accountmaptest.Typical(c.people)))
			require.NoError(t, err)
			d, err := Layout(t.Context(), m, Stakeholders{}, &Options{Page: c.page})
			require.NoError(t, err)
			require.Equal(t, float64(scene.LeastText), d.smallestText())
			assert.GreaterOrEqual(t, d.smallestText()*c.page.scale(d), 6.0, "%d people on %v, seed %d", c.people, c.page, seed)
		}
	}
}
