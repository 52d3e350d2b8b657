package scene

import (
	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/theme"
)

// smallGlyph draws a style's sign smaller than on a card, with all its parts in proportion.
func smallGlyph(at layout.Point, radius float64, s theme.Style) []Item {
	scale := radius / glyphRadius
	to := func(p layout.Point) layout.Point { return at.Add(float64(p.X*scale), float64(p.Y*scale)) }
	var items []Item
	for _, item := range glyph(layout.Point{}, glyphRadius, s) {
		path := item.(Path)
		path.Width = quarter(path.Width * scale)
		segments := make([]Segment, len(path.Segments))
		for i, g := range path.Segments {
			segments[i] = Segment{Op: g.Op, C1: to(g.C1), C2: to(g.C2), To: to(g.To)}
		}
		path.Segments = segments
		items = append(items, path)
	}
	return items
}
