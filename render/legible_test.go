package render

import (
	"fmt"
	"log/slog"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/internal/picture"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// TestSixtyPeopleAreLegibleOnAPage checks that maps of typical accounts have texts of at least 6
// points in print. It draws up to sixty people on A3, and fewer on smaller pages.
func TestSixtyPeopleAreLegibleOnAPage(t *testing.T) {
	norace.Only(t)
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
			require.Equal(t, float64(typeset.LeastText), d.picture.SmallestText())
			assert.GreaterOrEqual(t, d.picture.PrintedText(c.page), 6.0, "%d people on %v, seed %d", c.people, c.page, seed)
		}
	}
}

// TestViewsAreLegibleOnAPage checks the pages of every view of typical accounts on every paper,
// upright and lying: no text is smaller than 6.5 points in print.
func TestViewsAreLegibleOnAPage(t *testing.T) {
	norace.Only(t)
	papers := []paper.Size{paper.A4(), paper.A4().Landscape(), paper.A3(), paper.A3().Landscape(), paper.Letter(), paper.Slide()}
	for people, seeds := range map[int]uint64{12: 4, 41: 4, 60: 4, 120: 1, 300: 1} {
		t.Run(fmt.Sprint(people, " people"), func(t *testing.T) {
			t.Parallel()
			for _, v := range Views() {
				for _, on := range papers {
					least := math.Inf(1)
					for seed := range seeds {
						m := mustNew(t, accountmaptest.Generate(seed, accountmaptest.Typical(people)))
						if v.Name == "changes" {
							v.View = Changes{Before: m}
						}
						for _, p := range drawings(t, m, v.View, &Options{Paper: on}) {
							assert.GreaterOrEqual(t, p.picture.SmallestText(), float64(typeset.LeastGridText))
							least = min(least, p.picture.PrintedText(on))
						}
					}
					assert.GreaterOrEqual(t, least, picture.LeastPrinted, "%s on %v", v.Name, on)
				}
			}
		})
	}
}

// TestIllegibleMapsAreReported checks that a table too small to read on its page is reported.
func TestIllegibleMapsAreReported(t *testing.T) {
	m, err := accountmap.New(accountmaptest.Generate(1, accountmaptest.Typical(60)))
	require.NoError(t, err)
	for _, c := range []struct {
		page     paper.Size
		reported bool
	}{{paper.A3().Landscape(), false}, {paper.A4(), false}, {paper.Size{Width: 180, Height: 250}, true}} {
		var log strings.Builder
		pages := drawings(t, m, Influence{}, &Options{Paper: c.page, Logger: slog.New(slog.NewTextHandler(&log, nil))})
		require.NotEmpty(t, pages)
		assert.Equal(t, c.reported, strings.Contains(log.String(), "too small to read in print"), log.String())
	}
}

// printedName returns the size of the smallest name on a card when the map is printed to fit the
// paper.
func printedName(t *testing.T, d *Drawing, on paper.Size) float64 {
	t.Helper()
	var svg strings.Builder
	require.NoError(t, d.SVG(&svg))
	least := math.Inf(1)
	parseSVG(t, svg.String()).walk(func(e svgElement) {
		if !strings.HasPrefix(e.attr("class"), "node") {
			return
		}
		if texts := below(e, "text"); len(texts) > 0 {
			least = min(least, number(texts[0], "font-size"))
		}
	})
	w, h := d.Size()
	return least * min(on.Width/w, on.Height/h)
}

// TestNamesOfTheSampleOnA3 checks that, even with a full heading, every name of the sample is at
// least 9 points high on one sheet of A3.
func TestNamesOfTheSampleOnA3(t *testing.T) {
	d, err := Layout(t.Context(), sample(t), Stakeholders{}, nil)
	require.NoError(t, err)
	points := printedName(t, d, paper.A3().Landscape())
	t.Logf("%.2f points", points)
	assert.GreaterOrEqual(t, points, 9.0)
}

// TestNamesCanBeReadOnEveryPage checks that the pages of maps of any size, on A3 and A4, have names
// of at least 6.5 points.
func TestNamesCanBeReadOnEveryPage(t *testing.T) {
	norace.Only(t)
	for people, m := range map[int]*accountmap.Map{12: mustNew(t, crossing(1, 12, 6)), 41: sample(t), 120: mustNew(t, crossing(1, 120, 30)), 300: mustNew(t, crossing(1, 300, 60))} {
		for _, on := range []paper.Size{paper.A3().Landscape(), paper.A4().Landscape()} {
			whole, err := Layout(t.Context(), m, Stakeholders{}, nil)
			require.NoError(t, err)
			sheets, err := whole.OnPaper(t.Context(), on)
			require.NoError(t, err)
			for _, sheet := range sheets {
				assert.GreaterOrEqual(t, printedName(t, sheet.(*Drawing), on), 6.5, "%d people, %v, %s", people, on, sheet.Title())
			}
		}
	}
}
