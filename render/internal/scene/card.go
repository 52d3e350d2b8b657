package scene

import (
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// CardWidth is the default width of a card. MostCardWidth is the width of a card with a long word.
const (
	CardWidth     = 212
	MostCardWidth = 260
)

// The measures of a card, from its top left corner.
const (
	cardRadius = 7
	cardPad    = 14 // at the sides, where there is no glyph
	cardInset  = 12 // at the right end, and beside chips

	glyphX     = 20
	glyphY     = 16
	glyphTextX = 34

	discX      = 22
	discY      = badgeY
	discRadius = 11.5
	discGlyphY = 33 // the glyph is below the disc
	discGlyph  = 5.5
	discTextX  = 39

	nameSize   = 13.5
	nameY      = 19.5
	nameLine   = 15
	heavyName  = 15
	heavyLine  = 16.5
	detailDown = 13.5 // from the last baseline of the name
	detailLine = 12.5
	textBelow  = 7.5 // from the last baseline to the foot, or to the chips
	maxLines   = 4   // of a name or a detail

	badgeIn = 17 // from the right side to the middle of the badge
	badgeY  = 15
	// badgeReach is the outer radius of the thickest ring.
	badgeReach = 11.5 + 1.75
	badgeGap   = 2.5

	chipsBelow = 4 // under the last row of chips
	chipsLine  = 19
	dotsIn     = 16 // from the right side to the middle of the last dot
)

// The measures of a light card.
const (
	rowGlyphX   = 19
	rowMiddle   = 17
	rowGlyph    = 6.5
	rowText     = 30
	rowNameY    = 14.5
	rowDetail   = 13
	rowBelow    = 7
	rowBadgeIn  = 16
	rowBadgeRun = 10.5 + 1.75 + badgeGap
	rowDotStep  = 6.75
	rowDot      = 2.375
)

var discFont = typeset.Font{Size: typeset.LeastText, Bold: true}

var detailFont = typeset.Font{Size: typeset.LeastText}

// Card is the card of a node, with its texts broken into lines.
type Card struct {
	geom.Size
	// Name, Detail and each of Notes are lines, shortened with an ellipsis if necessary.
	Name, Detail []string
	Notes        [][]string
	// Title is the tooltip: everything about the node, in lines.
	Title string

	node  graph.Node
	style theme.Style
	rows  [][]chip
	// dotsAt is the baseline of the text beside the level. Zero means that the level is at the
	// foot.
	dotsAt float64
	// dotsBelow puts the level below the name, in the place of the detail.
	dotsBelow bool
	// centred centres the only line of a light card vertically.
	centred bool
	// smallName sets the name in the smallest type, so that a long word fits.
	smallName bool
	// sliceRow is the number of slices whose numbers are in one row.
	sliceRow int
	// initials are in a disc. Empty means that the disc does not fit.
	initials string
}

// NewCard decides the contents of a node's card, and so its size. The card is as wide as its
// longest word needs, between [CardWidth] plus wider and [MostCardWidth]. A name with a longer word
// is set in smaller type, and broken only if it still does not fit. A node in a grid has a small
// card.
func NewCard(n graph.Node, wider float64, t *theme.Theme, m *typeset.Measurer) Card {
	if n.Place != nil {
		return newSmallCard(n, t, m)
	}
	var c Card
	for _, width := range []float64{CardWidth, 230, MostCardWidth} {
		c = newCard(n, max(width, min(CardWidth+wider, MostCardWidth)), false, t, m)
		if c.settled() {
			return c
		}
	}
	if !c.wholeName() {
		if small := newCard(n, c.W, true, t, m); small.wholeName() {
			return small
		}
	}
	return c
}

// settled reports whether no word of the card is broken, and its name has at most two lines, or one
// line on a heavy card.
func (c Card) settled() bool {
	most := 2
	if c.node.Weight == graph.WeightHeavy {
		most = 1
	}
	return len(c.Name) <= most && c.wholeName() && len(c.Detail) <= 3 && typeset.Whole(c.Detail, typeset.CleanLine(c.node.Detail))
}

// wholeName reports whether the name is neither shortened nor broken inside a word.
func (c Card) wholeName() bool { return typeset.Whole(c.Name, typeset.CleanLine(c.node.Label)) }

// NewCardOf returns a card like NewCard, but with a fixed width.
func NewCardOf(n graph.Node, width float64, t *theme.Theme, m *typeset.Measurer) Card {
	return newCard(n, width, false, t, m)
}

func newCard(n graph.Node, width float64, smallName bool, t *theme.Theme, m *typeset.Measurer) Card {
	c := Card{node: n, smallName: smallName, Title: title(n.Label, n.Tooltip)}
	classes := []graph.Class{"card"}
	if n.Weight != graph.WeightUsual {
		classes = append(classes, graph.Class("card-"+n.Weight))
	}
	c.style = t.Style(append(classes, n.Class...)...)
	c.W = width
	if n.Weight == graph.WeightLight {
		c.wrapRow(m)
	} else {
		c.wrapTexts(m)
		c.addInitials(m)
		if n.Badge != nil {
			c.H = max(c.H, 2*badgeY)
		}
	}
	c.wrapNotes(m)
	c.sliceRow = slicesInRow(n.Slices, width-cardInset-cardPad, m)
	c.H += c.slicesHeight() + c.NotesHeight()
	return c
}

func (c Card) slicesHeight() float64 {
	if len(c.node.Slices) == 0 {
		return 0
	}
	rows := (len(c.node.Slices) + c.sliceRow - 1) / c.sliceRow
	return slicesHigh + sliceRowHigh*float64(rows-1)
}

// addInitials puts the initials into a disc if the disc makes the card no higher and breaks no
// line.
func (c *Card) addInitials(m *typeset.Measurer) {
	with := *c
	with.initials = m.Fit(typeset.CleanLine(c.node.Initials), discFont, 2*discRadius-1.5)
	if with.initials == "" || c.plain() || c.lastBaseline() < discGlyphY-1 && !c.dotsBelow {
		return
	}
	with.wrapTexts(m)
	if with.H == c.H && with.settled() == c.settled() && len(with.Name) == len(c.Name) && len(with.rows) == len(c.rows) {
		*c = with
	}
}

func (c *Card) wrapTexts(m *typeset.Measurer) {
	line := c.nameLine()
	c.Name = m.Wrap(typeset.CleanLine(c.node.Label), c.nameFont(), c.rooms(nameY, line, c.nameFont().Size)...)
	c.Detail = m.Wrap(typeset.CleanLine(c.node.Detail), detailFont, c.rooms(c.detailTop(), detailLine, detailFont.Size)...)
	last := c.lastBaseline()
	c.H = last + textBelow
	dots := c.dotsRoom()
	c.dotsBelow = false
	switch {
	case len(c.node.Chips) > 0:
	case c.levelFitsDetail(m):
		c.dotsAt = last
		return
	case len(c.Detail) == 0 && dots > 0:
		c.dotsBelow = true
		c.H += c.detailDown()
		return
	}
	room := c.W - 2*cardInset
	c.rows = chipRows(c.node.Chips, c.node.KeyChips, cardChips, room, room-max(0, dots-cardInset+chipGap), m)
	full := chipRows(c.node.Chips, c.node.KeyChips, cardChips, room, room, m)
	if better := len(full) < len(c.rows) || len(full) == len(c.rows) && !endsWith(c.rows, c.node.Chips) && endsWith(full, c.node.Chips); better && c.levelFitsDetail(m) {
		c.rows, c.dotsAt = full, last
	}
	if rows := max(len(c.rows), min(1, int(dots))); rows > 0 {
		c.H += chipsLine*float64(rows-1) + cardChips.height + chipsBelow
	}
}

// wrapRow breaks the texts of a light card. The level is beside the name or the detail.
func (c *Card) wrapRow(m *typeset.Measurer) {
	end := c.W - cardInset
	if c.node.Badge != nil {
		end = c.W - rowBadgeIn - rowBadgeRun
	}
	room := end - c.textX()
	name, detail := typeset.CleanLine(c.node.Label), typeset.CleanLine(c.node.Detail)
	lines := []float64{room, room, room, room}
	c.Name = m.Wrap(name, c.nameFont(), lines...)
	c.Detail = m.Wrap(detail, detailFont, lines...)
	dots := c.dotsRoom()
	fits := func(texts []string, f typeset.Font) bool {
		return len(texts) > 0 && m.Width(texts[len(texts)-1], f)+dots+chipGap <= room
	}
	c.centred = detail == "" && len(c.Name) == 1 && (dots == 0 || fits(c.Name, c.nameFont()))
	if dots > 0 {
		switch {
		case len(c.Name) == 1 && len(c.Detail) == 1 && fits(c.Detail, detailFont) && fits(c.Name, c.nameFont()):
			c.dotsAt = rowMiddle + 2.5 // beside both lines
		case fits(c.Detail, detailFont):
			c.dotsAt = c.lastBaseline()
		case fits(c.Name, c.nameFont()):
			c.dotsAt = c.nameTop() + nameLine*float64(len(c.Name)-1)
		case detail != "":
			short := room - dots - chipGap
			c.Detail = m.Wrap(detail, detailFont, short, short, short, short)
			c.dotsAt = c.lastBaseline()
		}
	}
	c.H = max(2*rowMiddle, c.lastBaseline()+rowBelow)
}

// levelFitsDetail reports whether the level fits beside the last line of the detail.
func (c Card) levelFitsDetail(m *typeset.Measurer) bool {
	if len(c.Detail) == 0 || c.dotsRoom() == 0 {
		return false
	}
	return c.textX()+m.Width(c.Detail[len(c.Detail)-1], detailFont)+2*chipGap < c.W-c.dotsRoom()
}

func (c Card) lastBaseline() float64 {
	if len(c.Detail) == 0 {
		return c.detailTop() - c.detailDown()
	}
	return c.detailTop() + detailLine*float64(len(c.Detail)-1)
}

// FootHeight returns the height of the chips and the level below the texts. It is 0 if both are
// absent.
func (c Card) FootHeight() float64 {
	return max(0, c.H-c.NotesHeight()-c.slicesHeight()-c.lastBaseline()-textBelow)
}

func (c Card) light() bool { return c.node.Weight == graph.WeightLight }

func (c Card) nameFont() typeset.Font {
	size := float64(nameSize)
	switch {
	case c.smallName:
		size = typeset.LeastText
	case c.node.Weight == graph.WeightHeavy:
		size = heavyName
	}
	return typeset.Font{Size: size, Bold: true, Italic: c.style.Italic}
}

func (c Card) nameLine() float64 {
	if c.node.Weight == graph.WeightHeavy {
		return heavyLine
	}
	return nameLine
}

func (c Card) nameTop() float64 {
	switch {
	case c.centred:
		return rowMiddle + 4.5
	case c.light():
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

func (c Card) detailTop() float64 {
	return c.nameTop() + c.nameLine()*float64(max(0, len(c.Name)-1)) + c.detailDown()
}

func (c Card) plain() bool { return colour(c.style.Accent) == "" }

func (c Card) textX() float64 {
	switch {
	case c.plain():
		return cardPad
	case c.light():
		return rowText
	case c.initials != "":
		return discTextX
	}
	return glyphTextX
}

// rooms returns the widths of the lines of a text from a baseline on.
func (c Card) rooms(baseline, step, size float64) []float64 {
	rooms := make([]float64, maxLines)
	for i := range rooms {
		rooms[i] = c.room(baseline+float64(i)*step, size)
	}
	return rooms
}

func (c Card) room(baseline, size float64) float64 {
	const capitals = 0.72 // height of a capital by the size of the type
	if c.node.Badge != nil && baseline-float64(capitals*size) < badgeY+badgeReach {
		return c.W - badgeIn - badgeReach - badgeGap - c.textX()
	}
	return c.W - cardInset - c.textX()
}

// dotsRoom returns the width of the level, including its distance from the right side of the card.
// On a light card, the distance is from the end of the texts. It is 0 without a level.
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

// Chips returns the words in the pills, by row. The last word counts the omitted words, such as
// "+2".
func (c Card) Chips() [][]string {
	var rows [][]string
	for _, row := range c.rows {
		var words []string
		for _, chip := range row {
			words = append(words, chip.Text)
		}
		rows = append(rows, words)
	}
	return rows
}

// KeyChips returns the number of leading chips in dark pills. It is 0 on a faded card, where light
// letters would be illegible.
func (c Card) KeyChips() int {
	if c.style.Fade > 0 {
		return 0
	}
	return c.node.KeyChips
}

// LevelBeside reports whether the level is beside a text, rather than at the foot.
func (c Card) LevelBeside() bool { return c.dotsAt > 0 }

// LevelInName reports whether the level is beside the name.
func (c Card) LevelInName() bool { return c.dotsAt > 0 && c.dotsAt < c.detailTop() }

func with(kind graph.Class, classes []graph.Class) []graph.Class {
	return append([]graph.Class{kind}, classes...)
}
