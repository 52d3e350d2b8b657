package structure

import (
	"cmp"
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
	labels = placed(blank)
	for improved := true; improved && crossings(labels) > 0; {
		improved = false
		for i, l := range blank {
			length := l.Right - l.Left
			turned := slices.Clone(blank)
			if turned[i].Right = l.X - labelGap; l.Ends() || turned[i].Right < length {
				continue
			}
			turned[i].Left = turned[i].Right - length
			if better := placed(turned); crossings(better) < crossings(labels) {
				labels, blank, improved = better, turned, true
			}
		}
	}
	for _, l := range labels {
		rows = max(rows, l.Row+1)
	}
	return labels, rows
}

// placed gives each label its row, the lowest labels first. A label whose stem other texts would
// cover is below them. If each of the remaining labels has to be above another one, the label
// above the fewest is next.
func placed(blank []Label) []Label {
	labels := slices.Clone(blank)
	var done, rest []int
	for i := len(labels) - 1; i >= 0; i-- {
		rest = append(rest, i)
	}
	for len(rest) > 0 {
		below := func(i int) (n int) {
			for _, k := range rest {
				if labels[i].covers(labels[k]) {
					n++
				}
			}
			return n
		}
		next := slices.MinFunc(rest, func(a, b int) int { return cmp.Compare(below(a), below(b)) })
		rest = slices.DeleteFunc(rest, func(i int) bool { return i == next })
		l := &labels[next]
		for _, k := range done {
			if l.covers(labels[k]) {
				l.Row = max(l.Row, labels[k].Row+1)
			}
		}
		for slices.ContainsFunc(done, func(k int) bool { return l.overlaps(labels[k]) }) {
			l.Row++
		}
		done = append(done, next)
	}
	return labels
}

func crossings(labels []Label) (n int) {
	for _, l := range labels {
		for _, o := range labels {
			if l.Row > o.Row && o.covers(l) {
				n++
			}
		}
	}
	return n
}

func (l Label) overlaps(o Label) bool {
	return l.Row == o.Row && l.Left < o.Right+2*labelGap && o.Left < l.Right+2*labelGap
}

// covers reports whether the text of l has the position of the other moment, or touches it.
func (l Label) covers(o Label) bool {
	return l.X != o.X && l.Left-labelGap/2 < o.X && o.X < l.Right+labelGap/2
}

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
