package scene

import (
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The measures of a bracket, from its top left corner: the label with the caption of the share
// beside it, and the detail below where there is one, over a rule.
const (
	bracketY     = 15
	bracketGap   = 12 // between label and caption
	bracketRule  = 7  // from the last baseline to the rule
	bracketBelow = 13 // from the rule to the content
)

// newBracket decides the head of a group without a box.
func newBracket(g graph.Group, t *theme.Theme, m *Measurer) Head {
	h := Head{group: g, style: t.Style(with("group", g.Class)...), Title: title(g.Label, g.Tooltip)}
	label, detail := CleanLine(g.Label), CleanLine(g.Detail)
	room := min(wordRoom, max(labelRoom, m.longestWord(label, labelFont)))
	h.Label = m.WrapEnds(label, labelFont, room, room, room)
	h.Detail = m.WrapEnds(detail, boxDetailFont, room, room)
	add := func(x, baseline, width, size float64) {
		h.Texts = append(h.Texts, pack.HeadText{Rect: geom.Rect{X: x, Y: baseline - size, W: width, H: size * 1.25}})
		h.W, h.H = max(h.W, x+width), max(h.H, baseline)
	}
	for i, line := range h.Label {
		add(0, bracketY+labelLine*float64(i), m.Width(line, labelFont), labelFont.Size)
	}
	if g.Share != nil {
		h.Caption = m.Shorten(CleanLine(g.Share.Caption), captionFont, captionRoom)
		add(h.captionX(m), max(bracketY, h.H), m.Width(h.Caption, captionFont), captionFont.Size)
	}
	for i, line := range h.Detail {
		add(0, h.bracketDetailY()+detailLine*float64(i), m.Width(line, boxDetailFont), boxDetailFont.Size)
	}
	h.H = max(h.H, bracketY) + bracketRule + bracketBelow
	return h
}

// captionX is the left edge of the caption, after the last line of the label.
func (h Head) captionX(m *Measurer) float64 {
	if len(h.Label) == 0 {
		return 0
	}
	return m.Width(h.Label[len(h.Label)-1], labelFont) + bracketGap
}

func (h Head) bracketDetailY() float64 {
	return bracketY + labelLine*float64(max(0, len(h.Label)-1)) + detailStep - 1
}

func (h Head) drawBracket(box geom.Rect, t *theme.Theme) []Item {
	at := geom.Point{X: box.X, Y: box.Y}
	y := box.Y + h.H - bracketBelow
	rule := t.Part(h.style, "bracket")
	items := []Item{Path{
		Segments: open(geom.Point{}, geom.Point{X: box.X, Y: y}, geom.Point{X: box.Right(), Y: y}),
		Stroke:   colour(rule.Stroke), Width: rule.Width, Dash: dashes(h.style.Dash),
	}}
	items = append(items, column(at.Add(0, bracketY), labelLine, h.Label, labelFont, h.style.Ink)...)
	items = append(items, column(at.Add(0, h.bracketDetailY()), detailLine, h.Detail, boxDetailFont, h.style.Muted)...)
	if h.Caption != "" {
		last := at.Add(h.Texts[len(h.Label)].X, bracketY+labelLine*float64(max(0, len(h.Label)-1)))
		items = append(items, Text{At: last, Font: captionFont, Fill: colour(t.Part(h.style, "share").Ink), String: h.Caption})
	}
	return items
}
