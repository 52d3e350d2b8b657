package scene

import (
	"strings"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/theme"
)

// CardWidth is the usual width of a card. MostCardWidth is the width of a card with a long word.
const (
	CardWidth     = 212
	MostCardWidth = 260
)

// The measures of a card, from its top left corner.
const (
	cardRadius = 7
	cardPad    = 14 // at the sides, where there is no glyph
	cardInset  = 12 // at the right end, and beside chips

	glyphX      = 20
	glyphY      = 16
	besideGlyph = 34

	nameSize   = 13.5
	nameY      = 19.5
	nameLine   = 15
	heavyName  = 15
	heavyLine  = 16.5
	detailDown = 13.5 // from the last baseline of the name
	detailLine = 12.5
	textBelow  = 7.5 // from the last baseline to the foot, or to the chips
	mostLines  = 4   // of a name or a detail

	badgeIn = 17 // from the right side to the middle of the badge
	badgeY  = 15
	// badgeReach is the outer radius of the thickest ring.
	badgeReach = 11.5 + 1.75
	badgeGap   = 2.5

	chipsBelow = 4 // under the last row of chips
	chipsLine  = 19
	dotsIn     = 16 // from the right side to the middle of the last dot
)

var detailFont = Font{Size: LeastText}

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
	rows  [][]chip
	// dotsAt is the baseline of the text beside which the level is, or 0: it is then at the foot.
	dotsAt float64
}

// NewCard decides the contents of a node's card, and so its size: as wide as its longest word
// needs, between [CardWidth] and wider and [MostCardWidth]. A node in a grid has a small card.
func NewCard(n graph.Node, wider float64, t *theme.Theme, m *Measurer) Card {
	if n.Place != nil {
		return newSmallCard(n, t, m)
	}
	var c Card
	for _, width := range []float64{CardWidth, 230, MostCardWidth} {
		c = NewCardOf(n, max(width, min(CardWidth+wider, MostCardWidth)), t, m)
		if c.settled(m) {
			break
		}
	}
	return c
}

// settled reports whether no word of the card is broken, and its name has at most two lines, or one
// on a heavy card.
func (c Card) settled(m *Measurer) bool {
	most := 2
	if c.node.Weight == graph.WeightHeavy {
		most = 1
	}
	return len(c.Name) <= most && whole(c.Name, CleanLine(c.node.Label)) && len(c.Detail) <= 3 && whole(c.Detail, CleanLine(c.node.Detail))
}

// whole reports whether lines have all words of a text.
func whole(lines []string, text string) bool {
	rest := text
	for _, line := range lines {
		if !strings.HasPrefix(rest, line) {
			return false
		}
		rest = rest[len(line):]
		if rest != "" && rest[0] != ' ' && !strings.HasSuffix(line, "-") {
			return false
		}
		rest = strings.TrimLeft(rest, " ")
	}
	return rest == ""
}

// NewCardOf is NewCard with a width.
func NewCardOf(n graph.Node, width float64, t *theme.Theme, m *Measurer) Card {
	c := Card{node: n, Title: title(n.Label, n.Tooltip)}
	c.style = t.Style(with("card", append(weightClass(n.Weight), n.Class...))...)
	c.W = width
	if n.Weight == graph.WeightLight {
		c.wrapRow(m)
	} else {
		c.wrapTexts(m)
	}
	for _, note := range n.Notes {
		room := width - cardInset - besideNote
		c.Notes = append(c.Notes, m.Wrap(CleanLine(note.Text), noteFont, room, room))
	}
	c.H += c.slicesHeight() + c.NotesHeight()
	return c
}

// slicesHeight is the height of the bar of slices, above the notes.
func (c Card) slicesHeight() float64 {
	if len(c.node.Slices) == 0 {
		return 0
	}
	return slicesHigh
}

func weightClass(w graph.Weight) []graph.Class {
	if w == graph.WeightUsual {
		return nil
	}
	return []graph.Class{graph.Class("card-" + w)}
}

// wrapTexts breaks the texts of a usual or heavy card.
func (c *Card) wrapTexts(m *Measurer) {
	line := c.nameLine()
	c.Name = m.Wrap(CleanLine(c.node.Label), c.nameFont(), c.rooms(nameY, line, c.nameFont().Size)...)
	c.Detail = m.Wrap(CleanLine(c.node.Detail), detailFont, c.rooms(c.detailTop(), detailLine, detailFont.Size)...)
	last := c.lastBaseline()
	c.H = last + textBelow
	dots := c.dotsRoom()
	if len(c.node.Chips) == 0 {
		if c.besideDetail(m) {
			c.dotsAt = last
			return
		}
	}
	room := c.W - 2*cardInset
	c.rows = m.chipRows(c.node.Chips, c.node.KeyChips, cardChips, room, room-max(0, dots-cardInset+chipGap))
	if full := m.chipRows(c.node.Chips, c.node.KeyChips, cardChips, room, room); len(full) < len(c.rows) && c.besideDetail(m) {
		c.rows, c.dotsAt = full, last
	}
	if rows := max(len(c.rows), min(1, int(dots))); rows > 0 {
		c.H += chipsLine*float64(rows-1) + cardChips.height + chipsBelow
	}
}

// besideDetail reports whether the level fits beside the last line of the detail.
func (c Card) besideDetail(m *Measurer) bool {
	if len(c.Detail) == 0 || c.dotsRoom() == 0 {
		return false
	}
	return c.textX()+m.Width(c.Detail[len(c.Detail)-1], detailFont)+2*chipGap < c.W-c.dotsRoom()
}

// lastBaseline is the baseline of the last line of the detail, or of the name.
func (c Card) lastBaseline() float64 {
	if len(c.Detail) == 0 {
		return c.detailTop() - c.detailDown()
	}
	return c.detailTop() + detailLine*float64(len(c.Detail)-1)
}

// FootHeight is the height of the chips and the level below the texts, 0 without either there.
func (c Card) FootHeight() float64 {
	return max(0, c.H-c.NotesHeight()-c.slicesHeight()-c.lastBaseline()-textBelow)
}

func (c Card) light() bool { return c.node.Weight == graph.WeightLight }

func (c Card) nameFont() Font {
	size := float64(nameSize)
	if c.node.Weight == graph.WeightHeavy {
		size = heavyName
	}
	return Font{Size: size, Bold: true, Italic: c.style.Italic}
}

func (c Card) nameLine() float64 {
	if c.node.Weight == graph.WeightHeavy {
		return heavyLine
	}
	return nameLine
}

func (c Card) nameTop() float64 {
	if c.light() {
		return rowNameY
	}
	return nameY
}

func (c Card) detailDown() float64 {
	if c.light() {
		return rowDetail
	}
	return detailDown
}

// detailTop is the baseline of the first line of the detail.
func (c Card) detailTop() float64 {
	return c.nameTop() + c.nameLine()*float64(max(0, len(c.Name)-1)) + c.detailDown()
}

// plain reports whether the card has neither stripe nor glyph.
func (c Card) plain() bool { return colour(c.style.Accent) == "" }

// textX is the left edge of the texts.
func (c Card) textX() float64 {
	switch {
	case c.plain():
		return cardPad
	case c.light():
		return rowText
	}
	return besideGlyph
}

// rooms are the widths of the lines of a text from a baseline on.
func (c Card) rooms(baseline, step, size float64) []float64 {
	rooms := make([]float64, mostLines)
	for i := range rooms {
		rooms[i] = c.room(baseline+float64(i)*step, size)
	}
	return rooms
}

// room is the width for a text of a size on a baseline.
func (c Card) room(baseline, size float64) float64 {
	const capitals = 0.72 // height of a capital by the size of the type
	if c.node.Badge != nil && baseline-float64(capitals*size) < badgeY+badgeReach {
		return c.W - badgeIn - badgeReach - badgeGap - c.textX()
	}
	return c.W - cardInset - c.textX()
}

// dotsRoom is the width of the level with its distance from the right side of the card, or in a
// light card from the end of the texts; 0 without a level.
func (c Card) dotsRoom() float64 {
	if c.node.Level == nil {
		return 0
	}
	count, _ := Dots(*c.node.Level)
	switch {
	case count == 0:
		return 0
	case c.light():
		return rowDotStep*float64(count-1) + 2*rowDot
	}
	return dotsIn + dotStep*float64(count-1) + dotRadius
}

func (c Card) draw(at geom.Point, t *theme.Theme, m *Measurer) []Item {
	r := geom.Rect{X: at.X, Y: at.Y, W: c.W, H: c.H}
	var items []Item
	if c.light() {
		items = c.ground(r, cardRadius, at.Add(rowGlyphX, rowMiddle), rowGlyph)
	} else {
		items = c.ground(r, cardRadius, at.Add(glyphX, glyphY), glyphRadius)
	}
	items = append(items, column(at.Add(c.textX(), c.nameTop()), c.nameLine(), c.Name, c.nameFont(), c.style.Ink)...)
	items = append(items, column(at.Add(c.textX(), c.detailTop()), detailLine, c.Detail, detailFont, c.style.Muted)...)
	foot := c.H - c.NotesHeight()
	key := c.KeyChips()
	top := c.lastBaseline() + textBelow
	for _, row := range c.rows {
		dark := min(key, len(row))
		items = append(items, drawChips(at.Add(cardInset, top), row[:dark], cardChips, t.Part(c.style, "chip", "chip-key"))...)
		items = append(items, drawChips(at.Add(cardInset+rowWidth(row[:dark]), top), row[dark:], cardChips, t.Part(c.style, "chip"))...)
		key, top = key-dark, top+chipsLine
	}
	items = append(items, c.drawLevel(at, foot-c.slicesHeight(), t)...)
	if len(c.node.Slices) > 0 {
		room := geom.Rect{X: at.X + cardPad, Y: at.Y + foot - slicesHigh, W: c.W - cardInset - cardPad, H: slicesHigh}
		items = append(items, drawSlices(room, c.node.Slices, c.style, t, m)...)
	}
	if b := c.node.Badge; b != nil {
		middle, size := at.Add(c.W-badgeIn, badgeY), cardBadge
		if c.light() {
			middle, size = at.Add(c.W-rowBadgeIn, rowMiddle), rowBadge
		}
		items = append(items, badge(middle, size, b.Text, t.Part(c.style, with("badge", b.Class)...), m)...)
	}
	for i, note := range c.Notes {
		sign := c.noteSign(at.Add(0, foot), c.node.Notes[i], t)
		items = append(items, drawNote(at.Add(0, foot), note, sign, t.Part(c.style, with("note", c.node.Notes[i].Class)...))...)
		foot += c.NoteHeight(i)
	}
	return items
}

// drawLevel draws the level beside a text, or at the foot.
func (c Card) drawLevel(at geom.Point, foot float64, t *theme.Theme) []Item {
	if c.dotsRoom() == 0 {
		return nil
	}
	count, _ := Dots(*c.node.Level)
	y := foot - chipsBelow - cardChips.height/2
	if c.dotsAt > 0 {
		y = c.dotsAt - 2.5
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
