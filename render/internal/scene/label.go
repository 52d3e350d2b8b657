package scene

import (
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/theme"
)

const (
	labelPad    = 5
	labelHeight = 13
	// mostLabel is the greatest width of a label's text.
	mostLabel = 160
)

var labelOnLine = Font{Size: LeastText}

// Label is what is written on a line.
type Label struct {
	// Size is that of the plate behind the text, zero when there is no label.
	geom.Size
	Text  string
	style theme.Style
}

// NewLabel decides what is written on an edge's line.
func NewLabel(e graph.Edge, t *theme.Theme, m *Measurer) Label {
	text := m.Shorten(CleanLine(e.Label), labelOnLine, mostLabel)
	if text == "" {
		return Label{}
	}
	s := t.Part(t.Style(with("edge", e.Class)...), "label")
	return Label{Size: geom.Size{W: m.Width(text, labelOnLine) + 2*labelPad, H: labelHeight}, Text: text, style: s}
}

// draw draws the label on its plate.
func (l Label) draw(r geom.Rect) []Item {
	return []Item{
		Path{Segments: roundRect(r, labelHeight/2.0), Fill: colour(l.style.Fill), Stroke: colour(l.style.Stroke), Width: l.style.Width},
		Text{At: geom.Point{X: r.CenterX(), Y: r.Y + 9.375}, Font: labelOnLine, Fill: colour(l.style.Ink), Anchor: Middle, String: l.Text},
	}
}
