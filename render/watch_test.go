package render

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// TestMapHeadline checks that our map has a headline and four boxes in every language. An option
// omits them, and a client's map has none.
func TestMapHeadline(t *testing.T) {
	m := sample(t)
	for _, language := range terms.Languages() {
		words, ok := terms.Lookup(language)
		require.True(t, ok)
		g, err := Stakeholders{}.Graph(m, &Options{Terms: words})
		require.NoError(t, err)
		assert.Contains(t, g.Headline, words.Count(terms.MapWatchAgainst, 3))
		require.Len(t, g.Points, 4, language)
		for _, p := range g.Points {
			assert.NotEmpty(t, p.Lines, p.Title)
			for _, line := range p.Lines {
				assert.NotContains(t, line, "{", language)
			}
		}
	}
	var ours bytes.Buffer
	require.NoError(t, Draw(t.Context(), &ours, m, Stakeholders{}, SVG, nil))
	for _, text := range []string{"3 people with power are against us; 5 units hang by a thread", "To win over · 3 with power 4 or more",
		"Iñaki Öztürk: Sceptic · Listens to Victor Hale", "Only Κατερίνα Μάνου knows anybody there", "To find out · 4 people", "769k a year still open"} {
		assert.Contains(t, ours.String(), text)
	}
	g, err := Stakeholders{}.Graph(m.Select(accountmap.Scope{Audience: accountmap.AudienceClient}), nil)
	require.NoError(t, err)
	assert.Empty(t, g.Headline)
	assert.Empty(t, g.Points)
}

// TestNothingToWatchHasNoHeadline checks that an account in which nothing is known keeps its title.
func TestNothingToWatchHasNoHeadline(t *testing.T) {
	g, err := Stakeholders{}.Graph(mustNew(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}}), nil)
	require.NoError(t, err)
	assert.Empty(t, g.Headline)
	assert.Empty(t, g.Points)
}

// TestLargeSheetKeepsItsBoxes checks that a sheet that is too large to be legible in print keeps the
// boxes of its heading: without them it is no more legible.
func TestLargeSheetKeepsItsBoxes(t *testing.T) {
	var svg bytes.Buffer
	require.NoError(t, Draw(t.Context(), &svg, mustNew(t, accountmaptest.Generate(3, accountmaptest.Typical(60))), Stakeholders{}, SVG, nil))
	assert.Contains(t, svg.String(), "To win over · 8 with power 4 or more")
}
