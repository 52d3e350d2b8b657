package render

import (
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/theme"
)

// liveGroup maps the attributes of a group in a live picture to their values.
type liveGroup map[string]string

// live returns the groups of a live picture and its pairs of colours.
func live(t *testing.T, m *accountmap.Map, v View, o *Options) (groups []liveGroup, inks map[[2]string]bool) {
	t.Helper()
	d, err := Layout(t.Context(), m, v, o)
	require.NoError(t, err)
	inks = map[[2]string]bool{}
	var b strings.Builder
	require.NoError(t, d.EmbedLive(&b, "m-", "Map", "", func(light, dark string) string {
		inks[[2]string{light, dark}] = true
		return "var(--k)"
	}))
	dec := xml.NewDecoder(strings.NewReader(b.String()))
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return groups, inks
		}
		require.NoError(t, err)
		if e, ok := token.(xml.StartElement); ok {
			g := liveGroup{}
			for _, a := range e.Attr {
				g[a.Name.Local] = a.Value
				if a.Name.Local == "fill" || a.Name.Local == "stroke" {
					assert.False(t, len(inks) > 0 && strings.HasPrefix(a.Value, "#"), "%s of <%s> does not follow the page", a.Value, e.Name.Local)
				}
			}
			if e.Name.Local == "g" {
				groups = append(groups, g)
			}
		}
	}
}

// TestLivePicturesCanBeAsked checks the data of an interactive page. Every person has tags in the
// reader's words, every line, drawn or in words, has two people as its ends, and boxes are in
// boxes.
func TestLivePicturesCanBeAsked(t *testing.T) {
	m := sample(t)
	for name, view := range map[string]View{"stakeholders": Stakeholders{}, "influence": Influence{}} {
		groups, inks := live(t, m, view, nil)
		ids, lines, people := map[string]liveGroup{}, 0, 0
		for _, g := range groups {
			ids[g["id"]] = g
		}
		for _, g := range groups {
			if in := g["data-in"]; in != "" {
				assert.Contains(t, ids[in]["class"], "cluster", "%s: %v", name, g)
			}
			if g["data-from"] != "" {
				lines++
				assert.NotEmpty(t, g["data-kind"])
				for _, end := range []string{g["data-from"], g["data-to"]} {
					assert.Contains(t, ids[end]["class"], "node ", "%s: %v", name, g)
				}
			}
			if g["data-tags"] != "" {
				people++
				assert.Regexp(t, `^Stance\t\w+(\n(Roles|Our contact|Unit)\t[^\t\n]+)*$`, g["data-tags"])
			}
		}
		assert.Greater(t, people, 30, name)
		assert.Greater(t, lines, 4, name)
		assert.True(t, inks[[2]string{"#FFFFFF", "#0F172A"}], "the page itself: %v", slices.Collect(maps.Keys(inks)))
	}
}

// TestLinesOfLivePicturesAreAllThere checks that the picture has as many lines, drawn or in words,
// as the account.
func TestLinesOfLivePicturesAreAllThere(t *testing.T) {
	m := sample(t)
	g, err := Stakeholders{}.Graph(m, nil)
	require.NoError(t, err)
	groups, _ := live(t, m, Stakeholders{}, nil)
	drawn, said := 0, 0
	for _, g := range groups {
		switch {
		case strings.HasPrefix(g["class"], "said "):
			said++
		case g["data-from"] != "":
			drawn++
		}
	}
	assert.Equal(t, len(g.Edges), drawn+said)
	assert.Positive(t, said)
}

// TestLivePictureOfAClient checks that the tags match the client's cards and contain no stance.
func TestLivePictureOfAClient(t *testing.T) {
	m := sample(t).Select(accountmap.Scope{Audience: accountmap.AudienceClient})
	greek, _ := terms.Lookup("el")
	groups, _ := live(t, m, Stakeholders{}, &Options{Terms: greek})
	names := map[string]bool{}
	for _, g := range groups {
		for line := range strings.Lines(g["data-tags"]) {
			name, _, _ := strings.Cut(line, "\t")
			names[name] = true
		}
		assert.NotContains(t, fmt.Sprint(g), greek.Stance(accountmap.StanceBlocker))
	}
	assert.True(t, names[greek.Text(terms.ColumnUnit)])
	assert.False(t, names[greek.Text(terms.MapLegendStance)])
}

// TestLivePictureInOtherThemes checks that a picture without a dark theme keeps its colours on a
// dark page.
func TestLivePictureInOtherThemes(t *testing.T) {
	m := sample(t)
	printed, err := theme.Lookup("print")
	require.NoError(t, err)
	contrast, err := theme.Lookup("contrast")
	require.NoError(t, err)
	_, inks := live(t, m, Stakeholders{}, &Options{Theme: printed})
	assert.Empty(t, inks)
	_, inks = live(t, m, Stakeholders{}, &Options{Theme: theme.Light(), Dark: contrast})
	assert.NotEmpty(t, inks)
}
