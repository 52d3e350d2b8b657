package scene

import (
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The measures of a card in a table, from its top left corner.
const (
	smallWidth  = 172
	smallRadius = 6
	smallPad    = 10
	smallEnd    = smallWidth - 7
	smallGlyphX = 18
	smallGlyphY = 14
	smallSign   = 6.5
	smallText   = 29

	smallNameY   = 17.5
	smallNameLn  = 12.5
	smallDetailY = 13.5 // from the last line of the name
	smallDetail  = 11.5
	smallBelow   = 9 // under the last line

	smallBadgeX = smallWidth - 14
	// gridBadgeReach is the outer radius of the thickest ring.
	gridBadgeReach = 9.5 + 1.375
	smallBadgeY    = 11.5
	smallChips     = 18
	smallBar       = 11 // the height of the bar of a time span
	smallBarH      = 4
	spanDiamond    = 4.5 // from the middle of the diamond to its corners
)

var smallDetailFont = typeset.Font{Size: typeset.LeastGridText}

// newSmallCard decides the contents of a card in a table.
func newSmallCard(n graph.Node, t *theme.Theme, m *typeset.Measurer) Card {
	c := Card{node: n, style: t.Style(with("card", n.Class)...), Title: title(n.Label, n.Tooltip)}
	c.wrapSmall(smallWidth, m)
	if row := chips(n.Chips, gridChips, smallEnd-c.smallX(), m); row != nil {
		c.rows = [][]chip{row}
	}
	c.H = smallNameY + smallNameLn*float64(max(0, len(c.Name)-1)) + smallBelow
	if len(c.Detail) > 0 {
		c.H += smallDetailY + smallDetail*float64(len(c.Detail)-1)
	}
	if len(c.rows) > 0 {
		c.H += smallChips
	}
	if n.Place.Span != nil {
		c.H += smallBar
	}
	return c
}

func (c *Card) wrapSmall(width float64, m *typeset.Measurer) {
	more := width - smallWidth
	name := smallEnd - c.smallX() + more
	if c.node.Badge != nil {
		name = smallBadgeX - gridBadgeReach - 2.5 - c.smallX() + more
	}
	detail := smallEnd - c.smallX() + more
	c.Name = m.Wrap(typeset.CleanLine(c.node.Label), c.smallFont(), name, name, name)
	c.Detail = m.Wrap(typeset.CleanLine(c.node.Detail), smallDetailFont, detail, detail)
	c.W = width
}

func (c Card) smallFont() typeset.Font {
	return typeset.Font{Size: 10.5, Bold: true, Italic: c.style.Italic}
}

// smallX is the left edge of the texts.
func (c Card) smallX() float64 {
	if c.plain() {
		return smallPad
	}
	return smallText
}

// drawSmall draws the card with its top left corner at the point, and the part of the scale that it
// covers, if any.
func (c Card) drawSmall(at geom.Point, stretch *table.Interval, t *theme.Theme, m *typeset.Measurer) []Item {
	r := geom.Rect{X: at.X, Y: at.Y, W: c.W, H: c.H}
	items := c.ground(r, smallRadius, at.Add(smallGlyphX, smallGlyphY), smallSign)
	items = append(items, column(at.Add(c.smallX(), smallNameY), smallNameLn, c.Name, c.smallFont(), c.style.Ink)...)
	y := smallNameY + smallNameLn*float64(max(0, len(c.Name)-1)) + smallDetailY
	items = append(items, column(at.Add(c.smallX(), y), smallDetail, c.Detail, smallDetailFont, c.style.Muted)...)
	below := c.H
	if stretch != nil {
		below -= smallBar
		items = append(items, c.bar(r, *stretch)...)
	}
	if len(c.rows) > 0 {
		items = append(items, drawChips(at.Add(c.smallX()-2, below-smallChips-2), c.rows[0], gridChips, t.Part(c.style, "chip"))...)
	}
	if b := c.node.Badge; b != nil {
		items = append(items, badge(at.Add(c.W-(smallWidth-smallBadgeX), smallBadgeY), gridBadge, b.Text, t.Part(c.style, with("badge", b.Class)...), m)...)
	}
	return items
}

// bar draws an interval of the scale at the foot of the card.
func (c Card) bar(r geom.Rect, s table.Interval) []Item {
	s.Right = min(max(s.Right, r.X+cardRadius+spanDiamond+1), r.Right()-spanDiamond-1)
	s.Left = max(s.Left, r.X+cardRadius)
	return span(s, r.Bottom()-smallBar/2-1, c.style)
}

func span(s table.Interval, middle float64, style theme.Style) []Item {
	tip := geom.Point{X: s.Right, Y: middle}
	items := []Item{Path{
		Segments: polygon(tip, geom.Point{Y: -spanDiamond}, geom.Point{X: spanDiamond}, geom.Point{Y: spanDiamond}, geom.Point{X: -spanDiamond}),
		Fill:     colour(style.Accent),
	}}
	if s.Right-s.Left < spanDiamond {
		return items
	}
	line := geom.Rect{X: s.Left, Y: middle - smallBarH/2, W: s.Right - s.Left, H: smallBarH}
	return append([]Item{Path{Segments: roundRect(line, 1), Fill: colour(style.Accent)}}, items...)
}

// stretch is the interval of a node on the scale, in the coordinates of the page; nil without one.
func (p *page) stretch(node int) *table.Interval {
	if p.in.Graph.Nodes[node].Place.Span == nil {
		return nil
	}
	s := p.in.Placed.Grid.Spans[node]
	return &table.Interval{Left: s.Left + p.corner.X, Right: s.Right + p.corner.X}
}
