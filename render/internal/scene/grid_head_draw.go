package scene

import (
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/theme"
)

// draw draws the head's ground and what stands on it.
func (h *TrackHead) draw(r geom.Rect, t *theme.Theme) []Item {
	items := []Item{ground(r, h.style)}
	if h.row {
		return append(items, h.drawRow(r, t)...)
	}
	x, y := r.X+headPad, r.Y+headEdge
	items = append(items, h.texts(geom.Point{X: x, Y: y})...)
	y += h.textHeight() + 2
	if h.track.Level != nil {
		items = append(items, level(geom.Point{X: x + dotRadius, Y: y + headLine/2}, *h.track.Level, h.style, t)...)
		y += headLine + 2
	}
	if len(h.chips) > 0 {
		items = append(items, drawChips(geom.Point{X: x, Y: y}, h.chips, gridChips, h.chipStyle(t))...)
	}
	if h.track.Share != nil {
		bar := geom.Rect{X: x, Y: r.Bottom() - headEdge - headLine + 3, W: r.W - 2*headPad - h.captionWidth - chipGap, H: headBarH}
		items = append(items, h.bar(bar, r.Right()-headPad, t)...)
	}
	return items
}

func (h *TrackHead) drawRow(r geom.Rect, t *theme.Theme) []Item {
	const topOf = 64 // from which height on the texts stand at the top of a row
	y := r.Y + (r.H-h.textHeight())/2
	if r.H > topOf {
		y = r.Y + headEdge + 3
	}
	items := h.texts(geom.Point{X: r.X + headPad, Y: y})
	right, middle := r.Right()-headPad, y+headLine/2
	if h.track.Share != nil {
		bar := geom.Rect{X: right - h.shareWidth(headBar), Y: middle - headBarH/2, W: headBar, H: headBarH}
		items = append(items, h.bar(bar, right, t)...)
		right = bar.X - headApart
	}
	if h.track.Level != nil {
		right -= h.levelWidth()
		items = append(items, level(geom.Point{X: right + dotRadius, Y: middle}, *h.track.Level, h.style, t)...)
		right -= chipGap
	}
	if len(h.chips) > 0 {
		items = append(items, drawChips(geom.Point{X: right - h.chipsWidth(), Y: middle - gridChips.height/2}, h.chips, gridChips, h.chipStyle(t))...)
	}
	return items
}

// texts draws the glyph and the lines, from the top left corner.
func (h *TrackHead) texts(at geom.Point) []Item {
	var items []Item
	baseline := at.Add(0, headLine-3)
	if h.style.Glyph != "" {
		items = append(items, glyph(at.Add(headGlyph, headLine/2), headGlyph, h.style)...)
	}
	for i, line := range h.Label {
		x := 0.0
		if i == 0 || h.row {
			x = h.indent()
		}
		items = append(items, Text{At: baseline.Add(x, headLine*float64(i)), Font: h.font, Fill: colour(h.style.Ink), String: line})
	}
	small := baseline.Add(0, headLine*float64(len(h.Label))-1)
	if h.row {
		small.X += h.indent()
	}
	return append(items, column(small, headSmall, h.Detail, trackSmallFont, h.style.Muted)...)
}

// chipStyle is that of chips on the ground of a head, which is too like their own: they take the table's.
func (h *TrackHead) chipStyle(t *theme.Theme) theme.Style {
	s := t.Part(h.style, "chip")
	s.Fill = t.Part(h.style, "grid").Fill
	return s
}

// bar draws the share, its caption ending at an x.
func (h *TrackHead) bar(bar geom.Rect, end float64, t *theme.Theme) []Item {
	items := shareBar(bar, *h.track.Share, h.style, t)
	at := geom.Point{X: end, Y: bar.Bottom()}
	return append(items, Text{At: at, Font: trackSmallFont, Fill: colour(h.style.Ink), Anchor: End, String: h.Caption})
}

// shareBar draws a part of a whole as a bar. The least part that is not nothing is a dot.
func shareBar(bar geom.Rect, s graph.Share, head theme.Style, t *theme.Theme) []Item {
	radius := bar.H / 2
	track := t.Part(head, "share-track")
	items := []Item{Path{Segments: roundRect(bar, radius), Fill: colour(track.Fill), Stroke: colour(track.Stroke), Width: track.Width}}
	if s.Part > 0 && s.Whole > 0 {
		bar.W = max(bar.H, bar.W*float64(min(s.Part, s.Whole))/float64(s.Whole))
		items = append(items, Path{Segments: roundRect(bar, radius), Fill: colour(t.Part(head, "share").Fill)})
	}
	return items
}

// ground is the rectangle on which the words of a head, a heading or a cell stand.
func ground(r geom.Rect, s theme.Style) Item {
	return Path{Segments: roundRect(r, 0), Fill: colour(s.Fill), Stroke: colour(s.Stroke), Width: s.Width, Dash: dashes(s.Dash)}
}
