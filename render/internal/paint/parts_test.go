package paint

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// TestPartsOfACard checks that the parts include the card, its stripe, sign, texts, chips with
// their words, dots and badge.
func TestPartsOfACard(t *testing.T) {
	m, err := typeset.NewMeasurer()
	require.NoError(t, err)
	for _, item := range scene.Compose(scenetest.Input(scenetest.Small(), theme.Light(), m)).Items {
		g, ok := item.(scene.Group)
		if !ok || g.ID != "node1" {
			continue
		}
		texts := map[string]Shape{}
		parts := Parts(g.Items, m)
		for _, p := range parts {
			for _, line := range p.Lines {
				texts[line] = p.Shape
			}
			assert.Greater(t, p.Frame.W, 0.0)
			assert.Greater(t, p.Frame.H, 0.0)
		}
		assert.Equal(t, Box, parts[0].Shape)
		assert.Equal(t, 7.0, parts[0].Radius)
		assert.Equal(t, g.Frame, parts[0].Frame)
		assert.Equal(t, map[string]Shape{
			"Ελένη": Words, "Παπαδοπούλου": Words, "Chief operating officer": Words, "Decision maker": Box, "Coach": Box, "User": Box, "AR": Oval, "was <blocker>": Words, "joined": Words,
		}, texts)
		return
	}
	t.Fatal("no card")
}

// TestLinesOfOneText checks that only consecutive lines, one below the other, become one text.
func TestLinesOfOneText(t *testing.T) {
	m, err := typeset.NewMeasurer()
	require.NoError(t, err)
	at := func(x, y float64, s string) scene.Item {
		return scene.Text{At: geom.Pt(x, y), Font: typeset.Font{Size: 10}, Fill: "#000000", String: s}
	}
	parts := Parts([]scene.Item{at(0, 10, "one"), at(0, 22, "two"), at(0, 50, "three"), at(9, 62, "four")}, m)
	var lines [][]string
	for _, p := range parts {
		lines = append(lines, p.Lines)
	}
	assert.Equal(t, [][]string{{"one", "two"}, {"three"}, {"four"}}, lines)
}

func TestAlong(t *testing.T) {
	line := []geom.Point{{X: 0, Y: 0}, {X: 10, Y: 0}, {X: 10, Y: 0}, {X: 10, Y: 30}}
	part, on := Along(line, geom.Pt(12, 10))
	assert.Equal(t, 0.5, part)
	assert.Equal(t, geom.Pt(10, 10), on)
	part, _ = Along(line[:1], geom.Pt(1, 1))
	assert.Zero(t, part)
}
