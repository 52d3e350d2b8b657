package document

// A Text is a run of words, printed one after another with no space added
// except around chips. A nil Text is empty.
type Text []Inline

// An Inline is a piece of a [Text]: a [Plain], [Strong], [Muted], [Toned],
// [Link] or [Chip]. Pieces are isolated from each other where scripts of both directions
// meet, so that a Hebrew name does not reorder the words beside it. Printing a
// nil Inline is an error.
type Inline interface {
	inline()
}

// A Plain is ordinary text.
type Plain string

// A Strong is text that matters more than its neighbours.
type Strong string

// A Muted is text that matters less than its neighbours.
type Muted string

// A Toned is strong text in the ink of the [Tone] named, without its ground.
type Toned struct {
	Text string
	Tone string
}

// A Link is text that leads to URL. Only http, https and mailto addresses, and
// "#" with the ID of a [Section], become links; with any other URL the text is
// printed as if it were [Plain]. An empty Text means the URL without a leading
// "mailto:".
type Link struct {
	Text string
	URL  string
}

// A Chip is a short label on a coloured ground. Tone is the name of a [Tone];
// "" is grey.
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
