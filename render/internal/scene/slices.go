package scene

import (
	"strconv"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The measures of a bar of slices, from its top, with the signs and numbers of the slices below it.
const (
	slicesHigh  = 34
	sliceBar    = 9
	sliceSignY  = 20
	sliceSign   = 5.5
	sliceNumber = 13 // from the left of a sign to its number
	sliceGap    = 1
)

// drawSlices draws a bar divided by class, and below it the glyph of each class with its number, so
// that no meaning is in the colour alone.
func drawSlices(room geom.Rect, slices []graph.Slice, card theme.Style, t *theme.Theme, m *Measurer) []Item {
	whole := 0
	for _, s := range slices {
		whole += s.Count
	}
	if whole <= 0 {
		return nil
	}
	var items []Item
	left := room.W - sliceGap*float64(len(slices)-1)
	x, sign := room.X, room.X
	step := room.W / float64(len(slices))
	for _, s := range slices {
		style := t.Part(card, with("note", s.Class)...)
		width := quarter(left * float64(s.Count) / float64(whole))
		items = append(items, Path{Segments: roundRect(geom.Rect{X: x, Y: room.Y, W: width, H: sliceBar}, 1.5), Fill: colour(style.Accent)})
		x += width + sliceGap
		items = append(items, glyph(geom.Point{X: sign + sliceSign, Y: room.Y + sliceSignY}, sliceSign, style)...)
		number := strconv.Itoa(s.Count)
		items = append(items, Text{At: geom.Point{X: sign + sliceNumber, Y: room.Y + sliceSignY + 4}, Font: noteFont, Fill: colour(style.Ink), String: number})
		sign += min(step, sliceNumber+m.Width(number, noteFont)+10)
	}
	return items
}
