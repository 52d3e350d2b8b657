package scene

import (
	"strings"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The measures of a card, from its top left corner.
const (
	cardWidth  = 200
	cardHeight = 64 // with one line each of name and detail
	bareHeight = 30 // with a line of name, and notes right below it
	cardRadius = 7

	cardPad     = 14 // at the sides, where there is no glyph
	cardEnd     = cardWidth - 12
	glyphX      = 20
	glyphY      = 17
	besideGlyph = 34

	nameSize   = 12
	nameY      = 20.5
	nameLine   = 13.5
	detailY    = 34.5
	detailLine = 12.5

	badgeX = cardWidth - 17.5
	badgeY = 17.5
	// badgeReach is the outer radius of the thickest ring.
	badgeReach = 11.5 + 1.375
	// beforeBadge is where a line ends that is level with the badge.
	beforeBadge = badgeX - badgeReach - 2.5

	// chipsUp and dotsUp are measured upwards from the foot of the card, or from its notes.
	chipsUp = 20.5
	dotsUp  = 12.5
	dotsEnd = cardWidth - 16

	noteLine   = 15
	noteMore   = 12.5 // from the first line of a note to its second
	noteBelow  = 4    // under the last note
	noteRadius = 5
	noteX      = 21
	besideNote = 31
)

var (
	detailFont = Font{Size: LeastText}
	noteFont   = Font{Size: LeastText}
)

// Card is the card of a node, with its texts broken into lines.
type Card struct {
	geom.Size
	// Name, Detail and each of Notes are lines, cut off with an ellipsis where there is no room.
	Name, Detail []string
	Notes        [][]string
	// Title is the tooltip: everything about the node, in lines.
	Title string

	node  graph.Node
	style theme.Style
	chips []chip
}

// NewCard decides the contents of a node's card, and so its size. A node in a grid has a small
// card.
func NewCard(n graph.Node, t *theme.Theme, m *Measurer) Card {
	if n.Place != nil {
		return newSmallCard(n, t, m)
	}
	c := Card{node: n, style: t.Style(with("card", n.Class)...), Title: title(n.Label, n.Tooltip)}
	c.Name = m.Wrap(CleanLine(n.Label), c.nameFont(), c.room(nameY, nameSize), c.room(nameY+nameLine, nameSize))
	first := c.detailTop()
	c.Detail = m.Wrap(CleanLine(n.Detail), detailFont, c.room(first, detailFont.Size), c.room(first+detailLine, detailFont.Size))
	c.chips = m.chips(n.Chips, cardChips, c.chipsRoom())
	c.W = cardWidth
	c.H = cardHeight
	switch bare := n.Level == nil && n.Badge == nil && len(n.Chips) == 0; {
	case bare && len(n.Slices) > 0:
		c.H = bareHeight + detailLine*float64(min(1, len(c.Detail)))
	case bare && len(n.Notes) > 0 && n.Detail == "":
		c.H = bareHeight
	}
	if len(n.Slices) > 0 {
		c.H += slicesHigh
	}
	c.H += nameLine*float64(max(0, len(c.Name)-1)) + detailLine*float64(max(0, len(c.Detail)-1))
	for _, note := range n.Notes {
		c.Notes = append(c.Notes, m.Wrap(CleanLine(note.Text), noteFont, cardEnd-besideNote, cardEnd-besideNote))
	}
	c.H += c.NotesHeight()
	return c
}

// NotesHeight is the height of the notes at the foot.
func (c Card) NotesHeight() float64 {
	if len(c.Notes) == 0 {
		return 0
	}
	height := float64(noteBelow)
	for i := range c.Notes {
		height += c.NoteHeight(i)
	}
	return height
}

// NoteHeight is the height of one note.
func (c Card) NoteHeight(i int) float64 {
	return noteLine + noteMore*float64(max(0, len(c.Notes[i])-1))
}

// Chips are the words in the pills. The last one counts the words that are left out, as "+2".
func (c Card) Chips() []string {
	var words []string
	for _, chip := range c.chips {
		words = append(words, chip.Text)
	}
	return words
}

func (c Card) nameFont() Font { return Font{Size: nameSize, Bold: true, Italic: c.style.Italic} }

// detailTop is the baseline of the first line of the detail.
func (c Card) detailTop() float64 { return detailY + nameLine*float64(max(0, len(c.Name)-1)) }

// plain reports whether the card has neither stripe nor glyph.
func (c Card) plain() bool { return colour(c.style.Accent) == "" }

// textX is the left edge of the texts.
func (c Card) textX() float64 {
	if c.plain() {
		return cardPad
	}
	return besideGlyph
}

// room is the width for a text of a size on a baseline.
func (c Card) room(baseline, size float64) float64 {
	const capitals = 0.72 // height of a capital by the size of the type
	if c.node.Badge != nil && baseline-float64(capitals*size) < badgeY+badgeReach {
		return beforeBadge - c.textX()
	}
	return cardEnd - c.textX()
}

// dotsX is the middle of the first dot of the level.
func (c Card) dotsX() float64 {
	count, _ := Dots(*c.node.Level)
	return dotsEnd - dotStep*float64(count-1)
}

func (c Card) chipsRoom() float64 {
	if c.node.Level == nil {
		return cardEnd - cardPad
	}
	return c.dotsX() - dotRadius - chipGap - cardPad
}

func (c Card) draw(at geom.Point, t *theme.Theme, m *Measurer) []Item {
	r := geom.Rect{X: at.X, Y: at.Y, W: c.W, H: c.H}
	foot := c.H - c.NotesHeight()
	if len(c.node.Slices) > 0 {
		foot -= slicesHigh
	}
	items := c.ground(r, cardRadius, at.Add(glyphX, glyphY), glyphRadius)
	items = append(items, column(at.Add(c.textX(), nameY), nameLine, c.Name, c.nameFont(), c.style.Ink)...)
	items = append(items, column(at.Add(c.textX(), c.detailTop()), detailLine, c.Detail, detailFont, c.style.Muted)...)
	items = append(items, drawChips(at.Add(cardPad, foot-chipsUp), c.chips, cardChips, t.Part(c.style, "chip"))...)
	if c.node.Level != nil {
		items = append(items, level(at.Add(c.dotsX(), foot-dotsUp), *c.node.Level, c.style, t)...)
	}
	if b := c.node.Badge; b != nil {
		items = append(items, badge(at.Add(badgeX, badgeY), cardBadge, b.Text, t.Part(c.style, with("badge", b.Class)...), m)...)
	}
	if len(c.node.Slices) > 0 {
		room := geom.Rect{X: at.X + cardPad, Y: at.Y + c.H - c.NotesHeight() - slicesHigh, W: cardEnd - cardPad, H: slicesHigh}
		items = append(items, drawSlices(room, c.node.Slices, c.style, t, m)...)
	}
	foot = c.H - c.NotesHeight()
	for i, note := range c.Notes {
		items = append(items, drawNote(at.Add(0, foot), note, t.Part(c.style, with("note", c.node.Notes[i].Class)...))...)
		foot += c.NoteHeight(i)
	}
	return items
}

// ground draws the card itself with its stripe, and the glyph of a radius at a point.
func (c Card) ground(r geom.Rect, corner float64, at geom.Point, radius float64) []Item {
	items := []Item{Path{
		Segments: roundRect(r, corner), Fill: colour(c.style.Fill), Stroke: colour(c.style.Stroke), Width: c.style.Width,
		Dash: dashes(c.style.Dash),
	}}
	if c.plain() {
		return items
	}
	return append(append(items, edging(r, c.style)), glyph(at, radius, c.style)...)
}

// drawNote draws a note at the foot, with its glyph before the first line; at is its top left
// corner.
func drawNote(at geom.Point, lines []string, s theme.Style) []Item {
	items := glyph(at.Add(noteX, noteLine/2-1), noteRadius, s)
	return append(items, column(at.Add(besideNote, noteLine/2+2.75), noteMore, lines, noteFont, s.Ink)...)
}

// stripe is the outline of the coloured left edge of a card. It covers the border, and over is the
// half of the border outside the card.
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

// edging is the coloured left edge of a card. A dashed one keeps clear of the rounded corners.
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

// column draws lines of text one below another, with the first baseline at the point.
func column(at geom.Point, step float64, texts []string, f Font, ink string) []Item {
	var items []Item
	for i, s := range texts {
		items = append(items, Text{At: at.Add(0, float64(i)*step), Font: f, Fill: colour(ink), String: s})
	}
	return items
}

func with(kind graph.Class, classes []graph.Class) []graph.Class {
	return append([]graph.Class{kind}, classes...)
}

// title is the tooltip, after the label unless it contains the label: a label that is cut off in
// the drawing must be readable somewhere.
func title(label, tooltip string) string {
	label, tooltip = CleanLine(label), CleanLines(tooltip)
	switch {
	case tooltip == "":
		return label
	case strings.Contains(tooltip, label):
		return tooltip
	}
	return label + "\n" + tooltip
}
