package structure

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
)

// A Label is the text of a moment above the line of a timeline.
type Label struct {
	Day, Text string
	// Left and Right are the ends of the text.
	Left, Right float64
	// X is the position of the moment on the line. Row is the row of the text; row 0 is next to the
	// line.
	X   float64
	Row int
}

// Ends reports whether the text ends at its moment instead of beginning there.
func (l Label) Ends() bool { return l.Left < l.X }

// labelGap is the space between a moment's stem and its text, and between texts.
const labelGap = 3.

// Labels places the labels of a timeline of the given width above its line. Labels do not overlap,
// and as few as possible cover the stem of another moment. A text ends at its moment if there is
// too little space or a stem after it. measure returns the widths of a day, which is bold, and of
// the text after it. rows is the number of rows used.
func Labels(t *document.Timeline, width float64, measure func(day, text string) float64) (labels []Label, rows int) {
	const most = .45 // of the width, for the text of one moment
	blank := make([]Label, len(t.Moments))
	for i, m := range t.Moments {
		l := Label{X: m.At * width}
		l.Day = Cut(m.Day, func(s string) bool { return measure(s, "") <= most*width })
		l.Text = Cut(m.Text, func(s string) bool { return measure(l.Day, s) <= most*width })
		length := measure(l.Day, l.Text)
		if l.Left = l.X + labelGap; l.Left+length > width {
			l.Left = l.X - labelGap - length
		}
		l.Right = l.Left + length
		blank[i] = l
	}
	labels, least := bestPlaced(blank)
	for improved := true; improved && least > 0; {
		improved = false
		for i, l := range blank {
			length := l.Right - l.Left
			turned := slices.Clone(blank)
			if turned[i].Right = l.X - labelGap; l.Ends() || turned[i].Right < length {
				continue
			}
			turned[i].Left = turned[i].Right - length
			if placed, n := bestPlaced(turned); n < least {
				labels, least, blank, improved = placed, n, turned, true
			}
		}
	}
	for _, l := range labels {
		rows = max(rows, l.Row+1)
	}
	return labels, rows
}

// bestPlaced returns labels on rows with the fewest crossings, and the number of crossings.
func bestPlaced(blank []Label) (labels []Label, least int) {
	for base := range len(blank) + 1 {
		placed := placedFrom(blank, base)
		if n := crossings(placed); labels == nil || n < least {
			labels, least = placed, n
		}
		if least == 0 {
			break
		}
	}
	return labels, least
}

// placedFrom gives each label the lowest row without an overlap and with the fewest crossings.
// Labels that end at their moment are placed first, from the row base upwards. The others follow
// from the right.
func placedFrom(blank []Label, base int) []Label {
	labels := slices.Clone(blank)
	var done []Label
	place := func(i, lowest int) {
		l := &labels[i]
		fits := func(taken func(Label, Label) bool) bool {
			for l.Row = lowest; l.Row <= lowest+len(labels); l.Row++ {
				if !slices.ContainsFunc(done, func(o Label) bool { return taken(*l, o) }) {
					return true
				}
			}
			return false
		}
		if !fits(func(l, o Label) bool { return l.overlaps(o) || l.crosses(o) || o.crosses(l) }) {
			fits(Label.overlaps)
		}
		done = append(done, *l)
	}
	for i, l := range labels {
		if l.Ends() {
			place(i, base)
		}
	}
	for i := len(labels) - 1; i >= 0; i-- {
		if !labels[i].Ends() {
			place(i, 0)
		}
	}
	return labels
}

func crossings(labels []Label) (n int) {
	for _, l := range labels {
		for _, o := range labels {
			if l.crosses(o) {
				n++
			}
		}
	}
	return n
}

func (l Label) overlaps(o Label) bool {
	return l.Row == o.Row && l.Left < o.Right+2*labelGap && o.Left < l.Right+2*labelGap
}

func (l Label) crosses(o Label) bool { return l.Row > o.Row && o.Left < l.X && l.X < o.Right }

// Cut returns the longest prefix of s in whole words that fits on a line, or else the first letters
// of its first word.
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
