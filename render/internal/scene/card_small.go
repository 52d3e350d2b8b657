package scene

import (
	"math"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The measures of a card in a table, from its top left corner.
const (
	smallWidth    = 148
	maxSmallWidth = 286 // for a long name
	smallStep     = 16  // towards it
	smallRadius   = 6
	smallPad      = 10
	smallEnd      = 7 // from the right side
	smallGlyphX   = 18
	smallGlyphY   = 14
	smallSign     = 6.5
	smallText     = 29

	smallNameY   = 17.5
	smallNameLn  = 12.5
	smallDetailY = 13.5 // from the last line of the name
	smallDetail  = 11.5
	smallBelow   = 9 // under the last line

	smallBadgeX = 14 // from the right side
	// gridBadgeReach is the outer radius of the thickest ring.
	gridBadgeReach = 9.5 + 1.375
	smallBadgeY    = 11.5
	smallChips     = 18
)

// The measures of the texts of a node without a frame, and of a bar on the scale.
const (
	bareGlyph = 7 // from the left, and from the top
	bareText  = 18
	bareRoom  = 205 // of the texts, unless a word is longer
	bareNameY = 11
	bareBelow = 4
	bareGap   = 4 // before the badge

	barThick = 5
	barTip   = 8 // the length of the arrowhead at an end outside the scale
)

var smallDetailFont = typeset.Font{Size: typeset.LeastGridText}

func newSmallCard(n graph.Node, t *theme.Theme, m *typeset.Measurer) Card {
	c := Card{node: n, style: t.Style(with("card", n.Class)...), Title: title(n.Label, n.Tooltip)}
	if n.Place.Bare || n.Place.Span != nil {
		c.wrapBare(m)
		return c
	}
	c.wrapSmall(m)
	c.rows = chipRows(n.Chips, n.KeyChips, gridChips, c.W-smallEnd-c.smallX(), c.W-smallEnd-c.smallX(), m)
	c.H = smallNameY + smallNameLn*float64(max(0, len(c.Name)-1)) + smallBelow
	if len(c.Detail) > 0 {
		c.H += smallDetailY + smallDetail*float64(len(c.Detail)-1)
	}
	c.H += smallChips * float64(len(c.rows))
	c.wrapNotes(m)
	c.H += c.NotesHeight()
	return c
}

func (c *Card) wrapSmall(m *typeset.Measurer) {
	nameMargin := smallEnd + c.smallX()
	if c.node.Badge != nil {
		nameMargin = smallBadgeX + gridBadgeReach + 2.5 + c.smallX()
	}
	c.W = max(smallWidth, min(maxSmallWidth, math.Ceil(c.longestName(m)+nameMargin)))
	label := typeset.CleanLine(c.node.Label)
	for {
		name := c.W - nameMargin
		if c.Name = m.Wrap(label, c.smallFont(), name, name, name); typeset.Whole(c.Name, label) || c.W >= maxSmallWidth {
			break
		}
		c.W = min(maxSmallWidth, c.W+smallStep)
	}
	detail := c.W - smallEnd - c.smallX()
	c.Detail = m.Wrap(typeset.CleanLine(c.node.Detail), smallDetailFont, detail, detail)
}

// longestName returns the width of the longest word of the name.
func (c Card) longestName(m *typeset.Measurer) float64 {
	return m.LongestWord(typeset.CleanLine(c.node.Label), c.smallFont())
}

// wrapBare makes a card as wide as its texts.
func (c *Card) wrapBare(m *typeset.Measurer) {
	badge := 0.0
	if c.node.Badge != nil {
		badge = bareGap + 2*gridBadgeReach
	}
	room := max(bareRoom-badge, min(MostCardWidth, math.Ceil(c.longestName(m))))
	c.Name = m.Wrap(typeset.CleanLine(c.node.Label), c.smallFont(), room, room, room)
	c.W = bareText + badge
	for _, line := range c.Name {
		c.W = max(c.W, math.Ceil(bareText+m.Width(line, c.smallFont())+badge))
	}
	if len(c.Name) > 1 {
		badge = 0 // it is above the detail
	}
	c.Detail = m.Wrap(typeset.CleanLine(c.node.Detail), smallDetailFont, bareRoom-badge, bareRoom-badge)
	for _, line := range c.Detail {
		c.W = max(c.W, math.Ceil(bareText+m.Width(line, smallDetailFont)+badge))
	}
	c.H = bareNameY + smallNameLn*float64(max(0, len(c.Name)-1)) + smallDetail*float64(len(c.Detail)) + bareBelow
	if c.node.Place.Span != nil {
		c.H += table.BarHeight
	}
}

func (c Card) smallFont() typeset.Font {
	return typeset.Font{Size: 10.5, Bold: true, Italic: c.style.Italic}
}

func (c Card) smallX() float64 {
	if c.plain() {
		return smallPad
	}
	return smallText
}

// drawSmall draws the card with its top left corner at the point.
func (c Card) drawSmall(at geom.Point, t *theme.Theme, m *typeset.Measurer) []Item {
	r := geom.Rect{X: at.X, Y: at.Y, W: c.W, H: c.H}
	items := c.ground(r, smallRadius, at.Add(smallGlyphX, smallGlyphY), smallSign)
	items = append(items, column(at.Add(c.smallX(), smallNameY), smallNameLn, c.Name, c.smallFont(), c.style.Ink)...)
	y := smallNameY + smallNameLn*float64(max(0, len(c.Name)-1)) + smallDetailY
	items = append(items, column(at.Add(c.smallX(), y), smallDetail, c.Detail, smallDetailFont, c.style.Muted)...)
	key := c.KeyChips()
	for i, row := range c.rows {
		top, dark := c.H-c.NotesHeight()-smallChips*float64(len(c.rows)-i)-2, min(key, len(row))
		items = append(items, c.drawChips(at.Add(c.smallX()-2, top), row, dark, gridChips, t)...)
		key -= dark
	}
	if b := c.node.Badge; b != nil {
		items = append(items, badge(at.Add(c.W-smallBadgeX, smallBadgeY), gridBadge, b.Text, t.Part(c.style, with("badge", b.Class)...), m)...)
	}
	return append(items, c.drawNotes(at, t)...)
}

// drawBare draws the texts of a node without a frame, on a background that hides the lines of the
// table.
func (c Card) drawBare(at geom.Point, t *theme.Theme, m *typeset.Measurer) []Item {
	high := c.H
	if c.node.Place.Span != nil {
		high -= table.BarHeight
	}
	items := []Item{Path{Segments: roundRect(geom.Rect{X: at.X, Y: at.Y, W: c.W, H: high}, 0), Fill: colour(t.Style("grid").Fill)}}
	items = append(items, glyph(at.Add(bareGlyph, bareGlyph), smallSign, c.style)...)
	items = append(items, column(at.Add(bareText, bareNameY), smallNameLn, c.Name, c.smallFont(), c.style.Ink)...)
	y := bareNameY + smallNameLn*float64(max(0, len(c.Name)-1)) + smallDetail
	items = append(items, column(at.Add(bareText, y), smallDetail, c.Detail, smallDetailFont, c.style.Muted)...)
	if b := c.node.Badge; b != nil {
		end := at.Add(c.W-gridBadgeReach, gridBadgeReach-2)
		items = append(items, badge(end, gridBadge, b.Text, t.Part(c.style, with("badge", b.Class)...), m)...)
	}
	return items
}

// spanBar draws the bar of a node on the scale, ending in a diamond on its last day. An end outside
// the scale is an arrowhead.
func spanBar(r geom.Rect, s graph.Span, style theme.Style) []Item {
	middle, fill := r.CenterY(), colour(style.Accent)
	line := geom.Rect{X: r.X, Y: middle - barThick/2.0, W: r.W - table.BarEnd, H: barThick}
	const half, reach = table.BarHeight / 2, table.BarEnd
	var ends []Item
	arrow := func(tip, base float64) {
		ends = append(ends, Path{Segments: polygon(geom.Point{Y: middle}, geom.Point{X: tip}, geom.Point{X: base, Y: -half}, geom.Point{X: base, Y: half}), Fill: fill})
	}
	if s.Earlier {
		arrow(r.X, r.X+barTip)
		line.X, line.W = line.X+barTip, line.W-barTip
	}
	if s.Later {
		arrow(r.Right(), r.Right()-barTip)
		line.W = r.Right() - barTip - line.X
	} else {
		tip := geom.Point{X: r.Right() - reach, Y: middle}
		ends = append(ends, Path{Segments: polygon(tip, geom.Point{Y: -half}, geom.Point{X: reach}, geom.Point{Y: half}, geom.Point{X: -reach}), Fill: fill})
	}
	if line.W <= reach {
		return ends
	}
	return append([]Item{Path{Segments: roundRect(line, 1), Fill: fill}}, ends...)
}
