package scene

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

// wrapRow breaks the texts of a light card. The level is beside the name, or beside the detail.
func (c *Card) wrapRow(m *Measurer) {
	end := c.W - cardInset
	if c.node.Badge != nil {
		end = c.W - rowBadgeIn - rowBadgeRun
	}
	room := end - c.textX()
	name, detail := CleanLine(c.node.Label), CleanLine(c.node.Detail)
	lines := []float64{room, room, room, room}
	c.Name = m.Wrap(name, c.nameFont(), lines...)
	c.Detail = m.Wrap(detail, detailFont, lines...)
	dots := c.dotsRoom()
	if dots > 0 {
		fits := func(texts []string, f Font) bool {
			return len(texts) > 0 && m.Width(texts[len(texts)-1], f)+dots+chipGap <= room
		}
		switch {
		case fits(c.Detail, detailFont):
			c.dotsAt = c.lastBaseline()
		case fits(c.Name, c.nameFont()):
			c.dotsAt = rowNameY + nameLine*float64(len(c.Name)-1)
		case detail != "":
			short := room - dots - chipGap
			c.Detail = m.Wrap(detail, detailFont, short, short, short, short)
			c.dotsAt = c.lastBaseline()
		}
	}
	c.H = max(2*rowMiddle, c.lastBaseline()+rowBelow)
}
