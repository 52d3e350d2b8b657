package theme_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/theme"
)

func TestEveryEmbeddedThemeLoads(t *testing.T) {
	require.NotEmpty(t, theme.Names())
	for _, name := range theme.Names() {
		th, ok := theme.Lookup(name)
		require.True(t, ok, name)
		assert.Equal(t, name, th.Name())
		for _, class := range []string{"page", "card", "group", "edge", "chip", "badge", "share"} {
			assert.True(t, th.Has(graph.Class(class)), "%s does not dress %s", name, class)
		}
	}
	assert.True(t, theme.Light().Has("card"))
	_, ok := theme.Lookup("lihgt")
	assert.False(t, ok, "a misspelt theme is none")
	_, ok = theme.Lookup("../theme")
	assert.False(t, ok)
}

func TestLaterClassesOverrideEarlier(t *testing.T) {
	th, err := theme.Parse("test", []byte(`{"card": {"fill": "#ffffff", "stroke": "#111111", "width": 1, "dash": [4, 3]},
		"left": {"fill": "#eeeeee", "italic": true}, "whole": {"dash": [0]}}`))
	require.NoError(t, err)
	s := th.Style("card", "unheard-of", "left", "whole")
	assert.Equal(t, theme.Style{Fill: "#eeeeee", Stroke: "#111111", Width: 1, Dash: []float64{0}, Italic: true}, s)
}

func TestParseNamesTheFault(t *testing.T) {
	for data, want := range map[string]string{
		`{`: "theme mine", `{"card": {"fil": "#ffffff"}}`: "fil", `{"card": {"fill": "white"}}`: `card: "white" is not a colour`,
		`{"Card!": {}}`: "Card!", `{"card": {"glyph": "heart"}}`: `no glyph "heart"`, `{"card": {"fill": "url(javascript:1)"}}`: "not a colour",
	} {
		_, err := theme.Parse("mine", []byte(data))
		assert.ErrorContains(t, err, want, data)
	}
}

func ExampleTheme_Style() {
	s := theme.Light().Style("card", "stance-champion")
	fmt.Println(s.Glyph, s.Accent)
	// Output: star #157A55
}
