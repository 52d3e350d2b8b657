package scene

import (
	"strconv"

	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/theme"
)

const (
	chipHeight = 13
	chipPad    = 6
	chipGap    = 4
)

var chipFont = Font{Size: 8}

// chip is a short word in a pill.
type chip struct {
	Text  string
	Width float64 // of the pill
}

func (m *Measurer) chip(text string) chip {
	return chip{Text: text, Width: m.Width(text, chipFont) + 2*chipPad}
}

// chips are as many of the words as fit the room, in their order, and a pill with the number of those left out. When not even the first
// fits it is cut off.
func (m *Measurer) chips(words []string, room float64) []chip {
	var all []chip
	for _, word := range words {
		if word = CleanLine(word); word != "" {
			all = append(all, m.chip(word))
		}
	}
	used, fit, left := 0.0, 0, chip{}
	for i, c := range all {
		used += c.Width
		if used > room {
			break
		}
		if rest := len(all) - i - 1; rest == 0 {
			return all
		} else if more := m.chip("+" + strconv.Itoa(rest)); used+chipGap+more.Width <= room {
			fit, left = i+1, more
		}
		used += chipGap
	}
	switch {
	case len(all) == 0:
		return nil
	case fit > 0:
		return append(all[:fit:fit], left)
	}
	return m.firstChip(all, room)
}

// firstChip is the first chip cut to what room the others' pill leaves it.
func (m *Measurer) firstChip(all []chip, room float64) []chip {
	var rest []chip
	if len(all) > 1 {
		more := m.chip("+" + strconv.Itoa(len(all)-1))
		rest = []chip{more}
		room -= more.Width + chipGap
	}
	first := m.chip(m.Shorten(all[0].Text, chipFont, room-2*chipPad))
	return append([]chip{first}, rest...)
}

// drawChips draws the chips in a row, from the top left corner of the first.
func drawChips(at layout.Point, row []chip, s theme.Style) []Item {
	var pills []Segment
	var words []Item
	for _, c := range row {
		pills = append(pills, roundRect(layout.Rect{X: at.X, Y: at.Y, W: c.Width, H: chipHeight}, chipHeight/2.0)...)
		words = append(words, Text{
			At: at.Add(c.Width/2, 9.375), Font: chipFont, Fill: colour(s.Ink), Anchor: Middle, String: c.Text,
		})
		at.X += c.Width + chipGap
	}
	if pills == nil {
		return nil
	}
	return append([]Item{Path{Segments: pills, Fill: colour(s.Fill), Stroke: colour(s.Stroke), Width: s.Width}}, words...)
}
