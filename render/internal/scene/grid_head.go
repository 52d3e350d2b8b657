package scene

import (
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The measures of the heads of a table.
const (
	headPad    = 9 // at the sides
	headEdge   = 7 // above and below
	headLine   = 12
	headSmall  = 11.5
	rowHeadGap = 12 // between the label of a row and its right-hand contents
	headGlyph  = 6  // the radius of a glyph
	afterGlyph = 17 // from the glyph's left to the label
	headBar    = 46
	headBarH   = 6
	// headLeastBar is the shortest bar in the head of a column.
	headLeastBar = 28

	columnRoom = 92
	rowRoom    = 150
	cornerRoom = 88
	shareRoom  = 190 // figures are not cut
)

var (
	trackFont      = typeset.Font{Size: 10, Bold: true}
	rowFont        = typeset.Font{Size: 10}
	trackSmallFont = typeset.Font{Size: typeset.LeastGridText}
	// shareFont is the font of sums, which stand out among the amounts of the cells.
	shareFont = typeset.Font{Size: 10.5, Bold: true}
)

// TrackHead is the head of a row or a column, or the corner.
type TrackHead struct {
	// Size is the smallest size of the head.
	geom.Size
	// Label and Detail are lines; Caption is the text of the share.
	Label, Detail []string
	Caption       string
	// Title is the tooltip: everything about the row or column, in lines.
	Title string

	track graph.Track
	style theme.Style
	font  typeset.Font
	row   bool
	chips []chip
	// captionWidth is the width of the caption. All heads share it, so that their bars align.
	captionWidth float64
}

func newHead(track graph.Track, font typeset.Font, t *theme.Theme) TrackHead {
	return TrackHead{track: track, style: t.Style(with("grid-head", track.Class)...), font: font, Title: title(track.Label, track.Tooltip)}
}

// newStack puts the contents one below the other.
func newStack(track graph.Track, font typeset.Font, room float64, labels int, t *theme.Theme, m *typeset.Measurer) TrackHead {
	h := newHead(track, font, t)
	h.wrap(room, labels, 2, m)
	h.below(m)
	return h
}

// newRowHead puts the label on the left with the level below, and chips and share on the right.
func newRowHead(track graph.Track, t *theme.Theme, m *typeset.Measurer) TrackHead {
	h := newHead(track, rowFont, t)
	if track.Strong || len(track.Class) > 0 && h.style.Glyph != "" {
		h.font = trackFont
	}
	h.row = true
	h.wrap(rowRoom, 2, 3, m)
	h.H = 2*headEdge + h.textHeight() - 3
	if track.Level != nil {
		h.H += headLine
	}
	h.caption(m)
	h.W = 2*headPad + max(h.textWidth(m), levelWidth(track.Level, dotRadius))
	if right := h.chipsWidth() + h.shareWidth(headBar); right > 0 {
		h.W += rowHeadGap + right
	}
	return h
}

func (h *TrackHead) caption(m *typeset.Measurer) {
	if h.track.Share != nil {
		h.Caption = m.Shorten(typeset.CleanLine(h.track.Share.Caption), shareFont, shareRoom)
		h.captionWidth = m.Width(h.Caption, shareFont)
	}
}

// shareWidth returns the width of a caption and a bar of the given length. It is 0 without a share.
func (h *TrackHead) shareWidth(bar float64) float64 {
	if h.track.Share == nil {
		return 0
	}
	return bar + chipGap + h.captionWidth
}

// alignShares gives all captions the width of the widest.
func alignShares(heads []TrackHead) {
	wide := 0.0
	for _, h := range heads {
		wide = max(wide, h.captionWidth)
	}
	for i := range heads {
		if h := &heads[i]; h.track.Share != nil {
			h.W += wide - h.captionWidth
			h.captionWidth = wide
		}
	}
}

// wrap breaks the texts into lines of width room. The width is up to twice as much if a word of
// the label would otherwise be broken or shortened.
func (h *TrackHead) wrap(room float64, labels, details int, m *typeset.Measurer) {
	repeat := func(n int, first float64) []float64 {
		rooms := make([]float64, n)
		for i := range rooms {
			rooms[i] = room
		}
		rooms[0] = first
		return rooms
	}
	label := typeset.CleanLine(h.track.Label)
	usual := room
	h.Label = m.Wrap(label, h.font, repeat(labels, room-h.indent())...)
	for ; room < 2*usual && !typeset.Whole(h.Label, label); h.Label = m.Wrap(label, h.font, repeat(labels, room-h.indent())...) {
		room += usual / 2
	}
	h.Detail = m.Wrap(typeset.CleanLine(h.track.Detail), trackSmallFont, repeat(details, room)...)
	h.chips = chips(h.track.Chips, gridChips, max(room, nameRoom), m)
}

// below adds the size of level, share and chips, below the texts.
func (h *TrackHead) below(m *typeset.Measurer) {
	h.W = h.textWidth(m)
	h.H = headEdge + h.textHeight() + headEdge - 2
	h.W = max(h.W, levelWidth(h.track.Level, dotRadius), h.chipsWidth())
	for _, taken := range []bool{h.track.Level != nil, len(h.chips) > 0, h.track.Share != nil} {
		if taken {
			h.H += headLine + 2
		}
	}
	h.caption(m)
	h.W = max(h.W, h.shareWidth(headLeastBar)) + 2*headPad
}

func (h *TrackHead) indent() float64 {
	if h.style.Glyph == "" {
		return 0
	}
	return afterGlyph
}

func (h *TrackHead) textWidth(m *typeset.Measurer) float64 {
	wide := 0.0
	for _, line := range h.Label {
		wide = max(wide, m.Width(line, h.font))
	}
	for _, line := range h.Detail {
		wide = max(wide, m.Width(line, trackSmallFont))
	}
	return h.indent() + wide
}

func (h *TrackHead) textHeight() float64 {
	return headLine*float64(len(h.Label)) + headSmall*float64(len(h.Detail))
}

func (h *TrackHead) chipsWidth() float64 {
	wide := 0.0
	for _, c := range h.chips {
		wide += c.Width + chipGap
	}
	return wide
}

func (h *TrackHead) draw(r geom.Rect, t *theme.Theme) []Item {
	items := []Item{ground(r, h.style)}
	if h.row {
		return append(items, h.drawRow(r, t)...)
	}
	x, y := r.X+headPad, r.Y+headEdge
	items = append(items, h.texts(geom.Point{X: x, Y: y})...)
	y += h.textHeight() + 2
	if h.track.Level != nil {
		items = append(items, level(geom.Point{X: x + dotRadius, Y: y + headLine/2}, *h.track.Level, cardDots, h.style, t)...)
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
	const topOf = 40 // the least height of a row whose texts begin at its top
	y := r.Y + (r.H-h.textHeight())/2
	if r.H > topOf {
		y = r.Y + headEdge
	}
	items := h.texts(geom.Point{X: r.X + headPad, Y: y})
	right, middle := r.Right()-headPad, y+headLine/2
	if h.track.Share != nil {
		bar := geom.Rect{X: right - h.shareWidth(headBar), Y: middle - headBarH/2, W: headBar, H: headBarH}
		items = append(items, h.bar(bar, right, t)...)
		right = bar.X - rowHeadGap
	}
	if h.track.Level != nil {
		below := geom.Point{X: r.X + headPad + dotRadius, Y: y + h.textHeight() + headLine/2}
		items = append(items, level(below, *h.track.Level, cardDots, h.style, t)...)
	}
	if len(h.chips) > 0 {
		items = append(items, drawChips(geom.Point{X: right - h.chipsWidth(), Y: middle - gridChips.height/2}, h.chips, gridChips, h.chipStyle(t))...)
	}
	return items
}

// texts draws the glyph and the lines, from the top left corner.
func (h *TrackHead) texts(at geom.Point) []Item {
	var items []Item
	baseline := at.Add(h.indent(), headLine-3)
	if h.style.Glyph != "" {
		items = append(items, glyph(at.Add(headGlyph, headLine/2), headGlyph, h.style)...)
	}
	items = append(items, column(baseline, headLine, h.Label, h.font, h.style.Ink)...)
	small := baseline.Add(0, headLine*float64(len(h.Label))-1)
	return append(items, column(small, headSmall, h.Detail, trackSmallFont, h.style.Muted)...)
}

// chipStyle returns the style of chips, with the fill of the table: the fill of a card's chips is
// too similar to the background of a head.
func (h *TrackHead) chipStyle(t *theme.Theme) theme.Style {
	s := t.Part(h.style, "chip")
	s.Fill = t.Part(h.style, "grid").Fill
	return s
}

func (h *TrackHead) bar(bar geom.Rect, end float64, t *theme.Theme) []Item {
	items := shareBar(bar, *h.track.Share, h.style, t)
	at := geom.Point{X: end, Y: bar.Bottom()}
	return append(items, Text{At: at, Font: shareFont, Fill: colour(h.style.Ink), Anchor: End, String: h.Caption})
}

// shareBar draws a share as a bar. The smallest share above zero is a dot.
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

// ground returns the rectangle under the texts of a head, a heading or a cell.
func ground(r geom.Rect, s theme.Style) Item { return styled(roundRect(r, 0), s) }

// styled returns an outline with the fill and the stroke of a style.
func styled(outline []Segment, s theme.Style) Path {
	return Path{Segments: outline, Fill: colour(s.Fill), Stroke: colour(s.Stroke), Width: s.Width, Dash: dashes(s.Dash)}
}
