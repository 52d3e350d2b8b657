package scene

// Chips are the words in the pills, by row. The last one counts the words that are left out, as
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

// KeyChips is the number of words at the beginning of Chips in dark pills. None are on a faded
// card, where light letters could not be read.
func (c Card) KeyChips() int {
	if c.style.Fade > 0 {
		return 0
	}
	return c.node.KeyChips
}

// LevelBeside reports that the level is beside a text, and not at the foot.
func (c Card) LevelBeside() bool { return c.dotsAt > 0 }

// LevelInName reports that the level is beside the name.
func (c Card) LevelInName() bool { return c.dotsAt > 0 && c.dotsAt < c.detailTop() }
