package pdf

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// extent is the rectangle around all items, and whether there are any.
func extent(items []scene.Item, m *scene.Measurer) (geom.Rect, bool) {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	reach := func(x, y float64) {
		left, top, right, bottom = min(left, x), min(top, y), max(right, x), max(bottom, y)
	}
	var visit func(items []scene.Item)
	visit = func(items []scene.Item) {
		for _, item := range items {
			switch item := item.(type) {
			case scene.Group:
				visit(item.Items)
			case scene.Path:
				for _, s := range item.Segments {
					if s.Op == scene.Cubic {
						reach(s.C1.X, s.C1.Y)
						reach(s.C2.X, s.C2.Y)
					}
					if s.Op != scene.Close {
						reach(s.To.X, s.To.Y)
					}
				}
			case scene.Text:
				for _, l := range paint.Spell(item, m) {
					reach(l.X, item.At.Y-item.Size)
					reach(l.X+paint.Points(l.Glyph.Advance, item.Font), item.At.Y+item.Size/4)
				}
			}
		}
	}
	visit(items)
	return geom.Rect{X: left, Y: top, W: right - left, H: bottom - top}, left <= right
}
