package lucid

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/opc/opctest"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// drawn returns a scene of cards with thirty texts each, and a line from each card to the previous
// one.
func drawn(cards int) *scene.Scene {
	s := &scene.Scene{Width: 1000, Height: float64(80 * cards), Language: "en"}
	for i := range cards {
		r := geom.Rect{X: 10, Y: float64(80 * i), W: 200, H: 60}
		g := scene.Group{ID: fmt.Sprint("node", i+1), Label: fmt.Sprint("Person ", i+1), Detail: "Head of tests", Frame: r, Classes: []graph.Class{"node"},
			Items: []scene.Item{scene.Path{Fill: "#FFFFFF", Stroke: "#000000", Width: 1, Segments: []scene.Segment{
				{Op: scene.Move, To: geom.Point{X: r.X, Y: r.Y}}, {Op: scene.Line, To: geom.Point{X: r.Right(), Y: r.Y}}, {Op: scene.Line, To: geom.Point{X: r.Right(), Y: r.Bottom()}}, {Op: scene.Close}}}}}
		for k := range 30 {
			g.Items = append(g.Items, scene.Text{At: geom.Point{X: 20, Y: r.Y + float64(5*k)}, Font: typeset.Font{Size: 5}, Fill: "#000000", String: fmt.Sprint("text ", k, " of a card with much to say")})
		}
		s.Items = append(s.Items, g)
		if i > 0 {
			s.Items = append(s.Items, scene.Group{ID: fmt.Sprint("edge", i), Connector: &scene.Connector{From: fmt.Sprint("node", i), To: fmt.Sprint("node", i+1),
				Points: []geom.Point{{X: 110, Y: r.Y - 20}, {X: 110, Y: r.Y}}, Kind: "reports to"}, Items: []scene.Item{scene.Path{Stroke: "#8A94A6", Width: 1}}})
		}
	}
	return s
}

// TestLargeDocuments checks that a document above Lucid's limits has simple cards with their names,
// and its lines. An even larger document is refused before anything is written.
func TestLargeDocuments(t *testing.T) {
	const most = 1000
	for _, cards := range []int{20, most} {
		var file bytes.Buffer
		require.NoError(t, Write(&file, []paint.Sheet{{Scene: drawn(cards), ID: "map", Title: "Map"}}))
		content := opctest.Parts(t, file.Bytes())["document.json"]
		assert.LessOrEqual(t, len(content), maxBytes)
		var got struct {
			Pages []struct {
				Shapes, Lines []json.RawMessage
			}
		}
		require.NoError(t, json.Unmarshal(content, &got))
		assert.Equal(t, cards-1, len(got.Pages[0].Lines))
		assert.Equal(t, cards == 20, strings.Contains(string(content), "text 7"), "the texts of the cards")
		for _, i := range []int{1, cards / 2, cards} {
			assert.True(t, strings.Contains(string(content), fmt.Sprintf("Person %d", i)), "%d of %d", i, cards)
		}
		if cards > 20 {
			assert.Equal(t, cards, len(got.Pages[0].Shapes))
		}
	}
	var file bytes.Buffer
	assert.ErrorIs(t, Write(&file, []paint.Sheet{{Scene: drawn(4000), ID: "map", Title: "Map"}}), ErrTooLarge)
	assert.Zero(t, file.Len())
	assert.ErrorIs(t, Write(io.Discard, []paint.Sheet{{Scene: drawn(2000)}, {Scene: drawn(2000)}}), ErrTooLarge)
}
