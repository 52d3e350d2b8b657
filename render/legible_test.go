package render

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

// TestFiftyPeopleAreLegibleOnAPage holds maps of usual accounts of fifty people on A3, and of fewer on smaller pages, to texts of 6 points or
// more in print.
func TestFiftyPeopleAreLegibleOnAPage(t *testing.T) {
	for _, c := range []struct {
		people int
		page   Page
	}{{16, A4().Landscape()}, {50, A3().Landscape()}, {45, A3().Portrait()}} {
		for seed := range uint64(4) {
			m, err := accountmap.New(accountmaptest.Generate(seed, accountmaptest.Typical(c.people)))
			require.NoError(t, err)
			d, err := Layout(t.Context(), m, Stakeholders{}, &Options{Page: c.page})
			require.NoError(t, err)
			assert.GreaterOrEqual(t, d.smallestText()*c.page.scale(d), 6.0, "%d people on %v, seed %d", c.people, c.page, seed)
		}
	}
}
