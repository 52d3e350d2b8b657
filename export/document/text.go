package document

// A Text is a sequence of pieces, printed without added spaces except around chips. A nil Text is
// empty.
type Text []Inline

// An Inline is a piece of a [Text]: a [Plain], [Strong], [Muted], [Toned], [Link] or [Chip]. Where
// scripts of both directions meet, pieces are isolated from each other, so that a Hebrew name does
// not reorder the adjacent words. Printing a nil Inline is an error.
type Inline interface {
	inline()
}

// A Plain is ordinary text.
type Plain string

// A Strong is emphasized text.
type Strong string

// A Muted is text of less importance than the text around it.
type Muted string

// A Toned is strong text in the ink of a [Tone], without its background.
type Toned struct {
	Text string
	Tone string
}

// A Link is text with a link to URL. Only http, https and mailto addresses, and "#" with the ID of
// a [Section], become links. With any other URL, the text is printed as if it were [Plain]. An
// empty Text means the URL without a leading "mailto:".
type Link struct {
	Text string
	URL  string
}

// A Chip is a short label on a coloured background. Tone is the name of a [Tone]. Empty means grey.
type Chip struct {
	Text string
	Tone string
}

func (Plain) inline()  {}
func (Strong) inline() {}
func (Muted) inline()  {}
func (Toned) inline()  {}
func (Link) inline()   {}
func (Chip) inline()   {}

// Lines returns one Plain text for each string, in order: the items of a list
// or the lines of a cell.
func Lines(s ...string) []Text {
	lines := make([]Text, len(s))
	for i, line := range s {
		lines[i] = Text{Plain(line)}
	}
	return lines
}
