package scene

import (
	"strings"

	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

func (c Card) draw(at geom.Point, t *theme.Theme, m *typeset.Measurer) []Item {
	r := geom.Rect{X: at.X, Y: at.Y, W: c.W, H: c.H}
	var items []Item
	switch {
	case c.light():
		items = c.ground(r, cardRadius, at.Add(rowGlyphX, rowMiddle), rowGlyph)
	case c.initials != "":
		items = c.frame(r, cardRadius)
	default:
		items = c.ground(r, cardRadius, at.Add(glyphX, glyphY), glyphRadius)
	}
	items = append(items, column(at.Add(c.textX(), c.nameTop()), c.nameLine(), c.Name, c.nameFont(), c.style.Ink)...)
	// Screen readers expect the name first, so the initials come after it. They precede the texts
	// on lines of their own: copied from a PDF, they would otherwise run into the name of the next
	// card.
	if c.initials != "" {
		items = append(items, c.disc(at, t)...)
	}
	if b := c.node.Badge; b != nil {
		middle, size := at.Add(c.W-badgeIn, badgeY), cardBadge
		if c.light() {
			middle, size = at.Add(c.W-rowBadgeIn, rowMiddle), rowBadge
		}
		items = append(items, badge(middle, size, b.Text, t.Part(c.style, with("badge", b.Class)...), m)...)
	}
	items = append(items, column(at.Add(c.textX(), c.detailTop()), detailLine, c.Detail, detailFont, c.style.Muted)...)
	foot := c.H - c.NotesHeight()
	key := c.KeyChips()
	top := c.lastBaseline() + textBelow
	for _, row := range c.rows {
		dark := min(key, len(row))
		items = append(items, c.drawChips(at.Add(cardInset, top), row, dark, cardChips, t)...)
		key, top = key-dark, top+chipsLine
	}
	items = append(items, c.drawLevel(at, foot-c.slicesHeight(), t)...)
	if len(c.node.Slices) > 0 {
		room := geom.Rect{X: at.X + cardPad, Y: at.Y + foot - c.slicesHeight(), W: c.W - cardInset - cardPad, H: c.slicesHeight()}
		items = append(items, drawSlices(room, c.node.Slices, c.sliceRow, c.style, t, m)...)
	}
	return append(items, c.drawNotes(at, t)...)
}

// drawChips draws a row of chips. dark is the number of leading chips in dark pills.
func (c Card) drawChips(at geom.Point, row []chip, dark int, size chipSize, t *theme.Theme) []Item {
	items := drawChips(at, row[:dark], size, t.Part(c.style, "chip", "chip-key"))
	return append(items, drawChips(at.Add(rowWidth(row[:dark]), 0), row[dark:], size, t.Part(c.style, "chip"))...)
}

func (c Card) drawLevel(at geom.Point, foot float64, t *theme.Theme) []Item {
	if c.dotsRoom() == 0 {
		return nil
	}
	count, _ := Dots(*c.node.Level)
	if c.dotsBelow {
		return level(at.Add(c.textX()+dotRadius, c.detailTop()-3.5), *c.node.Level, cardDots, c.style, t)
	}
	y := foot - chipsBelow - cardChips.height/2
	if c.dotsAt > 0 {
		y = c.dotsAt - 2.5
	}
	if c.node.Badge != nil && !c.light() && !c.dotsBelow {
		y = max(y, badgeY+badgeReach+badgeGap/2+dotRadius)
	}
	if c.light() {
		end := c.W - cardInset
		if c.node.Badge != nil {
			end = c.W - rowBadgeIn - rowBadgeRun
		}
		return level(at.Add(end-rowDot-rowDotStep*float64(count-1), y), *c.node.Level, rowDots, c.style, t)
	}
	return level(at.Add(c.W-dotsIn-dotStep*float64(count-1), y), *c.node.Level, cardDots, c.style, t)
}

// ground draws the background of a card with its stripe, and the glyph of a radius at a point.
func (c Card) ground(r geom.Rect, corner float64, at geom.Point, radius float64) []Item {
	items := c.frame(r, corner)
	if c.plain() {
		return items
	}
	return append(items, glyph(at, radius, c.style)...)
}

func (c Card) frame(r geom.Rect, corner float64) []Item {
	items := []Item{styled(roundRect(r, corner), c.style)}
	if c.plain() {
		return items
	}
	return append(items, edging(r, c.style))
}

// disc draws the initials on a disc in the accent colour, with the glyph below. For an unknown
// stance, the disc is a dashed ring, like the glyph.
func (c Card) disc(corner geom.Point, t *theme.Theme) []Item {
	s, at := c.style, corner.Add(discX, discY)
	ground := Path{Segments: circle(at, discRadius), Fill: colour(s.Accent)}
	ink := readable(s.Accent, s.Sign, t.Style("page").Ink)
	if s.Glyph == "question" {
		ground = Path{Segments: circle(at, discRadius-0.5), Fill: colour(s.Fill), Stroke: colour(s.Accent), Width: 1, Dash: []float64{2, 2}}
		ink = s.Ink
	}
	items := []Item{ground,
		Text{At: at.Add(0, discFont.Size*0.375), Font: discFont, Fill: colour(ink), Anchor: Middle, String: c.initials},
	}
	return append(items, glyph(corner.Add(discX, discGlyphY), discGlyph, s)...)
}

// readable returns the ink with the higher contrast to the background.
func readable(ground, a, b string) string {
	g, _ := rgb.Parse(ground)
	x, okA := rgb.Parse(a)
	y, okB := rgb.Parse(b)
	if okB && (!okA || rgb.Contrast(y, g) > rgb.Contrast(x, g)) {
		return b
	}
	return a
}

// stripe returns the outline of the coloured left edge of a card. It covers the border; over is the
// half of the border that lies outside the card.
func stripe(r geom.Rect, over float64) []Segment {
	const width = cardRadius
	left, top, right, bottom := r.X-over, r.Y-over, r.X+width, r.Bottom()+over
	o := make(outline, 0, 6)
	o.move(right, top)
	o.corner(left, top, left, top+width+over)
	o.line(left, bottom-width-over)
	o.corner(left, bottom, right, bottom)
	o.close()
	return o
}

// edging returns the coloured left edge of a card. A dashed edge stays clear of the rounded
// corners.
func edging(r geom.Rect, s theme.Style) Path {
	pattern := dashes(s.Stripe)
	if pattern == nil {
		return Path{Segments: stripe(r, s.Width/2), Fill: colour(s.Accent)}
	}
	const wide = cardRadius - 2
	x := quarter(r.X + wide/2.0 + s.Width/2)
	return Path{
		Segments: open(geom.Point{X: x}, geom.Point{Y: r.Y + cardRadius}, geom.Point{Y: r.Bottom() - cardRadius}),
		Stroke:   colour(s.Accent), Width: wide, Dash: pattern,
	}
}

// column draws lines of text one below the other, the first baseline at the point.
func column(at geom.Point, step float64, texts []string, f typeset.Font, ink string) []Item {
	var items []Item
	for i, s := range texts {
		items = append(items, Text{At: at.Add(0, float64(i)*step), Font: f, Fill: colour(ink), String: s})
	}
	return items
}

// title returns the tooltip, preceded by the label unless the tooltip contains it. A label that is
// shortened in the drawing is readable in full in the tooltip.
func title(label, tooltip string) string {
	label, tooltip = typeset.CleanLine(label), typeset.CleanLines(tooltip)
	switch {
	case tooltip == "":
		return label
	case strings.Contains(tooltip, label):
		return tooltip
	}
	return label + "\n" + tooltip
}
