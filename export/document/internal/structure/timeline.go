package structure

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
)

// A Label is the words of a moment as they stand above the line of a timeline.
type Label struct {
	Day, Text string
	// Left and Right are where the words begin and end.
	Left, Right float64
	// X is the place of the moment on the line, and Row the row of the words: 0 is
	// the one next to the line.
	X   float64
	Row int
}

// Ends reports whether the words end at their moment instead of beginning there.
func (l Label) Ends() bool { return l.Left < l.X }

// labelGap is the space between a moment's stem and its words, and between words.
const labelGap = 3.

// Labels places the words of a timeline of a width above its line, so that no words
// lie on other words or on the stem of another moment. measure returns the width of
// a day, which is bold, and of the text behind it. rows is the number of rows used.
func Labels(t *document.Timeline, width float64, measure func(day, text string) float64) (labels []Label, rows int) {
	const most = .45 // of the width, for the words of one moment
	labels = make([]Label, len(t.Moments))
	for i := len(t.Moments) - 1; i >= 0; i-- {
		m := t.Moments[i]
		l := Label{X: m.At * width}
		l.Day = Cut(m.Day, func(s string) bool { return measure(s, "") <= most*width })
		l.Text = Cut(m.Text, func(s string) bool { return measure(l.Day, s) <= most*width })
		labels[i] = l.placed(labels[i+1:], width, measure(l.Day, l.Text))
		rows = max(rows, labels[i].Row+1)
	}
	return labels, rows
}

// placed returns the label in the lowest row that is free beside the moments after it.
// Where every row crosses a stem, no words lie on other words at least.
func (l Label) placed(after []Label, width, length float64) Label {
	for _, taken := range []func(Label, Label) bool{func(l, o Label) bool { return l.overlaps(o) || l.crosses(o) || o.crosses(l) }, Label.overlaps} {
		for l.Row = range len(after) + 1 {
			for _, left := range []float64{l.X + labelGap, l.X - labelGap - length} {
				l.Left, l.Right = left, left+length
				if l.Left >= -.01 && l.Right <= width+.01 && !slices.ContainsFunc(after, func(o Label) bool { return taken(l, o) }) {
					return l
				}
			}
		}
	}
	return l
}

// overlaps reports whether the words of two labels touch.
func (l Label) overlaps(o Label) bool {
	return l.Row == o.Row && l.Left < o.Right+2*labelGap && o.Left < l.Right+2*labelGap
}

// crosses reports whether the stem of a moment runs through the words of another.
func (l Label) crosses(o Label) bool { return l.Row > o.Row && o.Left < l.X && l.X < o.Right }

// Cut returns as many words of s as fit on a line, or letters of its first word.
func Cut(s string, fits func(string) bool) string {
	const most = 300 // letters, more than any line has
	words := strings.Fields(s)
	s = strings.Join(words, " ")
	if letters := []rune(s); len(letters) > most {
		s = string(letters[:most])
		words = strings.Fields(s)
	} else if fits(s) {
		return s
	}
	for n := len(words) - 1; n > 0; n-- {
		if short := strings.Join(words[:n], " ") + " …"; fits(short) {
			return short
		}
	}
	letters := []rune(s)
	for n := len(letters) - 1; n > 0; n-- {
		if short := string(letters[:n]) + "…"; fits(short) {
			return short
		}
	}
	return ""
}
