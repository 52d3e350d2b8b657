package scene_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

func measurer(t testing.TB) *typeset.Measurer {
	m, err := typeset.NewMeasurer()
	require.NoError(t, err)
	return m
}

// extent returns the rectangle of a text.
func extent(m *typeset.Measurer, text scene.Text) geom.Rect {
	width := m.Width(text.String, text.Font)
	left := text.At.X
	switch text.Anchor {
	case scene.Middle:
		left -= width / 2
	case scene.End:
		left -= width
	}
	return geom.Rect{X: left, Y: text.At.Y - 0.72*text.Size, W: width, H: 0.93 * text.Size}
}

// bounds returns the smallest rectangle around the points of a path.
func bounds(p scene.Path) geom.Rect {
	left, top, right, bottom := 1e9, 1e9, -1e9, -1e9
	for _, s := range p.Segments {
		if s.Op == scene.Close {
			continue
		}
		left, right = min(left, s.To.X), max(right, s.To.X)
		top, bottom = min(top, s.To.Y), max(bottom, s.To.Y)
	}
	return geom.Rect{X: left, Y: top, W: right - left, H: bottom - top}
}

func contains(outer, inner geom.Rect) bool {
	return inner.X >= outer.X && inner.Y >= outer.Y && inner.Right() <= outer.Right() && inner.Bottom() <= outer.Bottom()
}

// walk calls visit for every path and text, with the ID of the innermost group.
func walk(items []scene.Item, id string, visit func(id string, item scene.Item)) {
	for _, item := range items {
		if g, ok := item.(scene.Group); ok {
			walk(g.Items, g.ID, visit)
			continue
		}
		visit(id, item)
	}
}

func TestEveryTextStaysWithinItsCardAndClearOfTheBadge(t *testing.T) {
	m := measurer(t)
	for _, text := range scenetest.Hostile() {
		for _, badge := range []*graph.Badge{nil, {Text: text}} {
			n := graph.Node{Group: graph.None, Label: text, Detail: text, Chips: []string{text, text}, Level: &graph.Level{Value: 2, Max: 5}, Badge: badge}
			in := scenetest.Input(&graph.Graph{Nodes: []graph.Node{n}}, theme.Light(), m)
			c := in.Cards[0]
			assert.LessOrEqual(t, len(c.Name), 4)
			assert.LessOrEqual(t, len(c.Detail), 4)
			var box, ring geom.Rect
			walk(scene.Compose(in).Items, "", func(id string, item scene.Item) {
				if id != "node1" {
					return
				}
				switch item := item.(type) {
				case scene.Path:
					if box.W == 0 {
						box = bounds(item)
					}
					if r := bounds(item); r.W == 23 {
						ring = r
					}
					assert.True(t, contains(box.Grow(1), bounds(item)), "%.40q: a path leaves the card", text)
				case scene.Text:
					r := extent(m, item)
					assert.True(t, contains(box, r), "%.40q: %q leaves the card: %v in %v", text, item.String, r, box)
					assert.True(t, utf8.ValidString(item.String))
					if item.Anchor == scene.Start {
						assert.False(t, r.Overlaps(ring), "%.40q: %q runs into the badge", text, item.String)
					}
				}
			})
			assert.GreaterOrEqual(t, box.W, float64(scene.CardWidth))
			assert.LessOrEqual(t, box.W, float64(scene.MostCardWidth))
		}
	}
}

// TestLevelIsClearOfTheBadge draws cards with a level beside the detail, close to the thickest ring.
func TestLevelIsClearOfTheBadge(t *testing.T) {
	m := measurer(t)
	for _, weight := range []graph.Weight{graph.WeightUsual, graph.WeightHeavy, graph.WeightLight} {
		for _, chips := range [][]string{nil, {"Decision maker", "Budget holder"}} {
			n := graph.Node{Group: graph.None, Label: "Iñaki", Detail: "Director", Weight: weight, Chips: chips, KeyChips: len(chips), Level: &graph.Level{Value: 5, Max: 5},
				Badge: &graph.Badge{Text: "LM", Class: []graph.Class{"contact-in-depth"}}}
			if weight == graph.WeightLight {
				n.Chips, n.KeyChips = nil, 0
			}
			var dots, ring geom.Rect
			stroke := 0.0
			walk(scene.Compose(scenetest.Input(&graph.Graph{Nodes: []graph.Node{n}}, theme.Light(), m)).Items, "", func(id string, item scene.Item) {
				if p, ok := item.(scene.Path); ok && id == "node1" {
					switch r := bounds(p); {
					case r.W == r.H && r.W > 20:
						ring, stroke = r, p.Width
					case r.W > 4*r.H && r.H < 6:
						dots = r
					}
				}
			})
			require.NotZero(t, dots)
			require.NotZero(t, ring)
			dx, dy := dots.Right()-dots.H/2-ring.CenterX(), dots.CenterY()-ring.CenterY()
			assert.Greater(t, math.Hypot(dx, dy), dots.H/2+ring.W/2+stroke/2, "%q card with %d chips", weight, len(chips))
		}
	}
}

func TestCardGrowsWithItsLines(t *testing.T) {
	for _, c := range []struct {
		label, detail string
		height        float64
	}{
		{"Ana Ribeiro", "Fleet manager", 40.5},
		{"Ana Ribeiro", "", 27},
		{"", "", 27},
		{"Maria-Magdalena von Hohenstein", "Fleet manager", 55.5},
		{"Ana Ribeiro", "Integration lead and deputy head of the data platform", 53},
		{"Maria-Magdalena von Hohenstein", "Integration lead and deputy head of the data platform", 68},
	} {
		card := scene.NewCard(graph.Node{Label: c.label, Detail: c.detail}, 0, theme.Light(), measurer(t))
		assert.Equal(t, geom.Size{W: scene.CardWidth, H: c.height}, card.Size, c.label+" "+c.detail)
	}
}

func TestNameIsBrokenAtWordsAndCutOffOnlyAtTheEnd(t *testing.T) {
	name := func(label string) []string {
		n := graph.Node{Label: label, Badge: &graph.Badge{Text: "AR"}}
		return scene.NewCard(n, 0, theme.Light(), measurer(t)).Name
	}
	assert.Equal(t, []string{"Ελένη", "Παπαδοπούλου"}, name("Ελένη Παπαδοπούλου"))
	assert.Equal(t, []string{"Maria-Magdalena", "von Hohenstein"}, name("Maria-Magdalena  von\nHohenstein"))
	long := name(strings.Repeat("x", 5000))
	require.Len(t, long, 4)
	assert.NotContains(t, strings.Join(long[:3], ""), "…")
	assert.True(t, strings.HasSuffix(long[3], "…"))
	for _, line := range name(strings.Repeat("👩‍👩‍👧‍👦", 40)) {
		assert.Empty(t, strings.ReplaceAll(strings.TrimSuffix(line, "…"), "👩‍👩‍👧‍👦", ""), "a family is broken up")
	}
	for _, line := range name(strings.Repeat("e\u0301", 200)) {
		assert.Empty(t, strings.ReplaceAll(strings.TrimSuffix(line, "…"), "e\u0301", ""), "an accent is lost")
	}
}

func TestChipsWithoutRoomAreCounted(t *testing.T) {
	chips := func(words ...string) []string {
		n := graph.Node{Label: "A", Chips: words, Level: &graph.Level{Value: 1, Max: 5}}
		return slices.Concat(scene.NewCard(n, 0, theme.Light(), measurer(t)).Chips()...)
	}
	assert.Nil(t, chips())
	assert.Equal(t, []string{"Sponsor", "Coach"}, chips("Sponsor", "Coach"))
	assert.Equal(t, []string{"Technical buyer", "+2"}, chips("Technical buyer", "Influencer", "User"))
	cut := chips(strings.Repeat("word ", 1000), "User")
	require.Len(t, cut, 2)
	assert.True(t, strings.HasSuffix(cut[0], "…"))
	assert.Equal(t, "+1", cut[1])
}

func TestTitleSaysTheWholeName(t *testing.T) {
	title := func(label, tooltip string) string {
		return scene.NewCard(graph.Node{Label: label, Tooltip: tooltip}, 0, theme.Light(), measurer(t)).Title
	}
	assert.Equal(t, "Ana", title("Ana", ""))
	assert.Equal(t, "Ana\nchampion", title("Ana", "champion"))
	assert.Equal(t, "Ana, champion", title("Ana", "Ana, champion"))
	assert.Contains(t, title(strings.Repeat("x", 5000), "champion"), strings.Repeat("x", 5000))
}

func TestUnknownLevelIsNotTheLowest(t *testing.T) {
	for _, c := range []struct{ value, max, count, full int }{{0, 5, 5, 0}, {1, 5, 5, 1}, {5, 5, 5, 5}, {9, 5, 5, 5}, {-1, 5, 5, 0}, {3, 0, 0, 0}, {50, 100, 10, 5}} {
		count, full := scene.Dots(graph.Level{Value: c.value, Max: c.max})
		assert.Equal(t, []int{c.count, c.full}, []int{count, full}, c)
	}
}

// TestInitials checks that a card with two lines of text and a stance has initials, in letters that
// are legible in every theme.
func TestInitials(t *testing.T) {
	m := measurer(t)
	shown := func(n graph.Node, th *theme.Theme) (letters []scene.Text) {
		g := &graph.Graph{Nodes: []graph.Node{n}}
		walk(scene.Compose(scenetest.Input(g, th, m)).Items, "", func(id string, item scene.Item) {
			if text, ok := item.(scene.Text); ok && id == "node1" && text.String == "EP" {
				letters = append(letters, text)
			}
		})
		return letters
	}
	usual := graph.Node{Group: graph.None, Label: "Eleni Papa", Detail: "Chief", Initials: "EP"}
	for _, name := range theme.Names() {
		th, err := theme.Lookup(name)
		require.NoError(t, err)
		for _, stance := range []graph.Class{"stance-champion", "stance-supporter", "stance-neutral", "stance-sceptic", "stance-blocker", "stance-unknown"} {
			n := usual
			n.Class = []graph.Class{stance}
			letters := shown(n, th)
			require.Len(t, letters, 1, "%s %s", name, stance)
			assert.GreaterOrEqual(t, letters[0].Size, float64(typeset.LeastText))
			ground := th.Style("card", stance).Accent
			if stance == "stance-unknown" {
				ground = th.Style("card", stance).Fill
			}
			on, _ := rgb.Parse(ground)
			ink, _ := rgb.Parse(letters[0].Fill)
			assert.GreaterOrEqual(t, rgb.Contrast(on, ink), 4.5, "%s %s", name, stance)
		}
	}
	for name, change := range map[string]func(*graph.Node){
		"light":          func(n *graph.Node) { n.Weight = graph.WeightLight },
		"one line":       func(n *graph.Node) { n.Detail = "" },
		"no room beside": func(n *graph.Node) { n.Detail = strings.Repeat("d", 26) },
	} {
		n := usual
		n.Class = []graph.Class{"stance-champion"}
		change(&n)
		assert.Empty(t, shown(n, theme.Light()), name)
	}
}

// TestNumbersOfSlicesDoNotOverlap measures the numbers below the bar of a large unit.
func TestNumbersOfSlicesDoNotOverlap(t *testing.T) {
	m := measurer(t)
	for _, count := range []int{1, 12, 999, 1234, 123456} {
		n := graph.Node{Group: graph.None, Label: "Unit", Class: []graph.Class{class.Summary}}
		for _, stance := range accountmap.Stances() {
			n.Slices = append(n.Slices, graph.Slice{Class: []graph.Class{class.Stance(stance)}, Count: count})
		}
		in := scenetest.Input(&graph.Graph{Nodes: []graph.Node{n}}, theme.Light(), m)
		var numbers, signs []geom.Rect
		walk(scene.Compose(in).Items, "", func(_ string, item scene.Item) {
			if text, ok := item.(scene.Text); ok && text.String == strconv.Itoa(count) {
				r := extent(m, text)
				numbers, signs = append(numbers, r), append(signs, geom.Rect{X: r.X - 13, Y: r.Y, W: 11, H: r.H})
			}
		})
		require.Len(t, numbers, len(n.Slices))
		for i, a := range numbers {
			for k, b := range numbers {
				assert.False(t, i != k && (a.Overlaps(b) || a.Overlaps(signs[k])), "%d: numbers %d and %d", count, i, k)
			}
			assert.LessOrEqual(t, a.Right(), numbers[0].X+in.Cards[0].W, count)
		}
	}
}
