package theme_test

import (
	"cmp"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/theme"
)

func TestEveryEmbeddedThemeLoads(t *testing.T) {
	require.NotEmpty(t, theme.Names())
	for _, name := range theme.Names() {
		th, err := theme.Lookup(name)
		require.NoError(t, err)
		assert.Equal(t, name, th.Name())
		for _, class := range []string{"page", "card", "group", "edge", "chip", "badge", "share"} {
			assert.True(t, th.Has(graph.Class(class)), "%s does not dress %s", name, class)
		}
	}
	assert.True(t, theme.Light().Has("card"))
	for _, name := range []string{"lihgt", "../theme"} {
		_, err := theme.Lookup(name)
		assert.ErrorContains(t, err, "unknown theme", name)
	}
}

func TestLaterClassesOverrideEarlier(t *testing.T) {
	th, err := theme.Parse("test", []byte(`{"card": {"fill": "#ffffff", "stroke": "#111111", "width": 1, "dash": [4, 3]},
		"left": {"fill": "#eeeeee", "italic": true}, "adds": ["whole"], "whole": {"dash": [0]}}`))
	require.NoError(t, err)
	s := th.Style("card", "unheard-of", "left", "whole")
	assert.Equal(t, theme.Style{Fill: "#eeeeee", Stroke: "#111111", Width: 1, Dash: []float64{0}, Italic: true,
		Ink: "#5F6673", Muted: "#5F6673", Accent: "#9AA3B2", Sign: "#FFFFFF", Glyph: "exit"}, s, "light's own where the theme says nothing")
}

func TestParseNamesTheFault(t *testing.T) {
	for data, want := range map[string]string{
		`{`: "theme mine", `{"card": {"fil": "#ffffff"}}`: "fil", `{"card": {"fill": "white"}}`: `card: "white" is not a colour`,
		`{"Card!": {}, "adds": ["Card!"]}`: "Card!", `{"stance-champon": {}}`: "write stance-blocker, stance-champion,",
		`{"crad": {}}`: `there is no class "crad": did you mean "card"?`, `{"base": "lihgt"}`: "want contrast, dark, light or print", `{"base": 3}`: `"base" is the name`,
		`{"adds": "vip"}`: `"adds" is a list`, `{"adds": ["vip"]}`: `"vip" is added`, `{"card": {"width": 99}}`: "width is 99",
		`{"faded": {"fade": 2}}`: "fade is 2", `{"edge": {"dash": [0.01]}}`: "cannot be drawn", `{"edge": {"dash": [-1, 3]}}`: "cannot be drawn",
		`{} {}`: "more behind the end", `null`: "", `{"card": {"fil": "x"}, "edge": {"stroke": "red"}}`: `class edge: "red"`,
		`{"card": {"glyph": "heart"}}`: `no glyph "heart"`, `{"card": {"fill": "url(javascript:1)"}}`: "not a colour",
	} {
		_, err := theme.Parse("mine", []byte(data))
		if want == "" {
			assert.NoError(t, err, "%s says nothing, and so is its base", data)
			continue
		}
		assert.ErrorContains(t, err, want, data)
		assert.ErrorContains(t, err, "theme mine: ", data)
	}
}

// TestParseNamesEveryFault parses several invalid fields in one class and several unknown classes.
// A short error names each of them and the most similar valid name.
func TestParseNamesEveryFault(t *testing.T) {
	for data, want := range map[string][]string{
		`{"card": {"color": "#fff", "strok": "#111111", "radius": 3, "width": "x"}}`: {`unknown field "color"`, `unknown field "strok": did you mean "stroke"?`,
			`unknown field "radius"`, "class card: width: "},
		`{"edge": {"wdith": 1, "dahs": [1]}, "page": {"fil": "#FFFFFF"}}`: {`did you mean "width"?`, `did you mean "dash"?`, `did you mean "fill"?`},
		`{"champion": {}, "sceptic": {}, "crad": {}, "zzzzzzzz": {}}`: {`"champion": write stance-champion`, `"sceptic": write stance-sceptic`, `did you mean "card"?`,
			`"zzzzzzzz": write a class of Theme.Classes`},
	} {
		_, err := theme.Parse("mine", []byte(data))
		for _, w := range want {
			assert.ErrorContains(t, err, w)
		}
		assert.Less(t, len(err.Error()), 1500)
	}
}

func TestNamedErrorListsTheThemes(t *testing.T) {
	assert.Equal(t, []string{"contrast", "dark", "light", "print"}, theme.Names())
	for _, name := range []string{"lihgt", "", "../theme", "light.json"} {
		_, err := theme.Lookup(name)
		assert.ErrorContains(t, err, "want contrast, dark, light or print", name)
	}
	th, err := theme.Lookup("dark")
	require.NoError(t, err)
	assert.Equal(t, "dark", th.Name())
}

// TestEveryThemeDressesEveryClass also checks that each other theme replaces every colour of light:
// a light colour would be too bright on another page.
func TestEveryThemeDressesEveryClass(t *testing.T) {
	light := theme.Light()
	for _, name := range theme.Names() {
		th, err := theme.Lookup(name)
		require.NoError(t, err)
		assert.Equal(t, theme.Classes(), th.Classes(), name)
		if name != "dark" {
			continue
		}
		for _, class := range theme.Classes() {
			ours, lights := th.Style(class), light.Style(class)
			for _, pair := range [][2]string{{ours.Fill, lights.Fill}, {ours.Stroke, lights.Stroke}, {ours.Ink, lights.Ink}, {ours.Accent, lights.Accent}} {
				if pair[1] != "" && pair[1] != "none" {
					assert.NotEqual(t, pair[1], pair[0], "%s leaves a colour of %s to light", name, class)
				}
			}
		}
	}
}

// TestPrintIsBlackAndWhite checks every style except faded styles, whose ink is as dark as print
// allows.
func TestPrintIsBlackAndWhite(t *testing.T) {
	th, err := theme.Lookup("print")
	require.NoError(t, err)
	for _, class := range theme.Classes() {
		s := th.Style(class)
		for _, c := range []string{s.Fill, s.Stroke, s.Ink, s.Muted, s.Accent, s.Sign} {
			if class != "faded" {
				assert.Contains(t, []string{"", "none", "#000000", "#FFFFFF"}, c, class)
			}
		}
	}
}

// TestNoMeaningByColourAlone removes the colours: every stance, level of contact and tie still has
// a unique look.
func TestNoMeaningByColourAlone(t *testing.T) {
	for _, name := range theme.Names() {
		th, err := theme.Lookup(name)
		require.NoError(t, err)
		for kind, family := range map[graph.Class]string{"card": "stance-", "badge": "contact-", "edge": "edge-"} {
			seen := map[string]graph.Class{}
			for _, class := range theme.Classes() {
				if !strings.HasPrefix(string(class), family) {
					continue
				}
				s := th.Style(kind, class)
				look := fmt.Sprint(s.Glyph, s.Width, s.Dash, s.Arrow, s.Stripe)
				assert.Empty(t, seen[look], "%s: %s looks like %s without colour", name, class, seen[look])
				seen[look] = class
			}
		}
	}
}

// TestLinesAreQuartersOfAPointWide checks widths that browsers and PDF viewers draw alike at two
// pixels per point. At 0.9 points some of them draw a full point, others a paler line.
func TestLinesAreQuartersOfAPointWide(t *testing.T) {
	for _, name := range theme.Names() {
		th, err := theme.Lookup(name)
		require.NoError(t, err)
		for _, class := range theme.Classes() {
			quarters := 4 * th.Style(class).Width
			assert.Equal(t, math.Round(quarters), quarters, "%s: %s", name, class)
		}
	}
}

// TestSignsStandOut checks the contrast of graphical signs by WCAG 2 (1.4.11): glyphs, their
// backgrounds, lines, the rings of badges, and the borders of cards, boxes and zones.
func TestSignsStandOut(t *testing.T) {
	for _, name := range theme.Names() {
		th, err := theme.Lookup(name)
		require.NoError(t, err)
		page, group, card, head := th.Style("page").Fill, th.Style("group").Fill, th.Style("card"), th.Style("grid-head").Fill
		apart := func(class graph.Class, what, ink string, grounds ...string) {
			for _, ground := range grounds {
				assert.GreaterOrEqual(t, scenetest.Contrast(ink, ground), 3.0, "%s: %s of %s, %s on %s", name, what, class, ink, ground)
			}
		}
		for _, class := range theme.Classes() {
			family, _, _ := strings.Cut(string(class), "-")
			switch s := th.Style("card", class); family {
			case "stance", "milestone", "ask", "change", "late", "alarm":
				apart(class, "ground", s.Accent, s.Fill, card.Fill, head)
				if s.Glyph != "question" {
					apart(class, "sign", s.Sign, s.Accent)
				}
				if len(s.Dash) > 0 {
					apart(class, "border", s.Stroke, page, group)
				}
			case "placeholder":
				apart(class, "border", s.Stroke, page, group)
			case "edge", "ribbon":
				apart(class, "line", th.Style("edge", class).Stroke, page, group)
			case "contact":
				apart(class, "ring", th.Style("badge", class).Stroke, card.Fill)
			case "zone":
				if zone := th.Style("zone", class); zone.Stroke != "none" {
					apart(class, "border", zone.Stroke, cmp.Or(zone.Fill, page), page)
				} else if class != "zone" {
					assert.NotEqual(t, page, zone.Fill, "%s: %s is a tint or a frame", name, class)
				}
			case "share":
				apart(class, "bar", th.Style("share").Fill, th.Style("share-track").Fill)
			}
		}
	}
}

// TestFadedIsAStepToThePage checks that a part of a faded element fades like the element.
func TestFadedIsAStepToThePage(t *testing.T) {
	th, err := theme.Parse("half", []byte(`{"page": {"fill": "#FFFFFF"}, "chip": {"fill": "#000000", "ink": "#FFFFFF"}, "faded": {"fade": 0.5}}`))
	require.NoError(t, err)
	card := th.Style("card", "stance-champion", "faded")
	assert.Equal(t, "#8ABDAA", card.Accent)
	assert.Equal(t, "#646B78", card.Ink, "the ink is what the theme says, and is not mixed")
	assert.Equal(t, "#808080", th.Part(card, "chip").Fill)
	assert.Equal(t, card.Muted, th.Part(card, "chip").Ink)
	assert.Equal(t, "#000000", th.Part(th.Style("card"), "chip").Fill)
}

func FuzzParse(f *testing.F) {
	for _, data := range []string{`{}`, `{"base": "dark", "adds": ["vip"], "vip": {"fill": "#123456"}}`, `{"card": {"dash": [1, 2]}}`, `[`, `{"": {}}`} {
		f.Add([]byte(data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		th, err := theme.Parse("fuzz", data)
		if err != nil {
			return
		}
		for _, class := range theme.Classes() {
			if th.Lacks(class) != nil {
				t.Errorf("%s is not dressed", class)
			}
		}
	})
}

func ExampleParse() {
	mine, err := theme.Parse("mine", []byte(`{"base": "dark", "stance-champion": {"accent": "#5BC0FF"}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(mine.Style("card", "stance-champion").Accent, mine.Style("page").Fill)

	_, err = theme.Parse("mine", []byte(`{"stance-champon": {"accent": "#FF0000"}}`))
	fmt.Println(err)
	// Output:
	// #5BC0FF #0F172A
	// theme mine: there is no class "stance-champon": write stance-blocker, stance-champion, stance-neutral, stance-sceptic, stance-supporter or stance-unknown, or name it among "adds"
}

func ExampleTheme_Style() {
	s := theme.Light().Style("card", "stance-champion")
	fmt.Println(s.Glyph, s.Accent)
	// Output: up #157A55
}

// TestWithAccent checks that the accent is in the bars and rings of every theme, legible there, and
// in no element that has a meaning.
func TestWithAccent(t *testing.T) {
	for _, name := range theme.Names() {
		th, err := theme.Lookup(name)
		require.NoError(t, err)
		branded, err := th.WithAccent("#0B5A4A")
		require.NoError(t, err)
		page := th.Style("page").Fill
		badge := branded.Style("badge")
		for _, colour := range []string{branded.Style("share").Fill, badge.Stroke} {
			assert.NotContains(t, []string{th.Style("share").Fill, th.Style("badge").Stroke}, colour)
			assert.GreaterOrEqual(t, scenetest.Contrast(colour, page), 4.5, name)
		}
		assert.GreaterOrEqual(t, scenetest.Contrast(badge.Ink, badge.Fill), 4.5, name)
		for _, class := range []graph.Class{"stance-champion", "status-sold", "edge-conflict", "page", "card"} {
			assert.Equal(t, th.Style(class), branded.Style(class), "%s of %s", class, name)
		}
	}
	assert.NotEqual(t, "#0B5A4A", theme.Light().Style("share").Fill, "the theme itself is as it was")
	_, err := theme.Light().WithAccent("#FFCC00")
	assert.ErrorContains(t, err, "write #")
}
