package scene

import (
	"strconv"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/theme"
)

const (
	chipPad = 6
	chipGap = 4
)

// chipSize is how large chips are: the type, the height of the pill and the baseline in it.
type chipSize struct {
	Font
	height, base float64
}

// Chips stand on cards, and smaller ones in grids.
var (
	cardChips = chipSize{Font{Size: LeastText}, 16, 12}
	gridChips = chipSize{Font{Size: LeastGridText}, 14, 10.5}
)

// chip is a short word in a pill.
type chip struct {
	Text  string
	Width float64 // of the pill
}

func (m *Measurer) chip(text string, size chipSize) chip {
	return chip{Text: text, Width: m.Width(text, size.Font) + 2*chipPad}
}

// chips are as many of the words as fit the room, in their order, and a pill with the number of those left out. When not even the first
// fits it is cut off.
func (m *Measurer) chips(words []string, size chipSize, room float64) []chip {
	var all []chip
	for _, word := range words {
		if word = CleanLine(word); word != "" {
			all = append(all, m.chip(word, size))
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
		} else if more := m.chip("+"+strconv.Itoa(rest), size); used+chipGap+more.Width <= room {
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
	return m.firstChip(all, size, room)
}

// firstChip is the first chip cut to what room the others' pill leaves it.
func (m *Measurer) firstChip(all []chip, size chipSize, room float64) []chip {
	var rest []chip
	if len(all) > 1 {
		more := m.chip("+"+strconv.Itoa(len(all)-1), size)
		rest = []chip{more}
		room -= more.Width + chipGap
	}
	first := m.chip(m.Shorten(all[0].Text, size.Font, room-2*chipPad), size)
	return append([]chip{first}, rest...)
}

// drawChips draws the chips in a row, from the top left corner of the first.
func drawChips(at geom.Point, row []chip, size chipSize, s theme.Style) []Item {
	var pills []Segment
	var words []Item
	for _, c := range row {
		pills = append(pills, roundRect(geom.Rect{X: at.X, Y: at.Y, W: c.Width, H: size.height}, size.height/2)...)
		words = append(words, Text{
			At: at.Add(c.Width/2, size.base), Font: size.Font, Fill: colour(s.Ink), Anchor: Middle, String: c.Text,
		})
		at.X += c.Width + chipGap
	}
	if pills == nil {
		return nil
	}
	return append([]Item{Path{Segments: pills, Fill: colour(s.Fill), Stroke: colour(s.Stroke), Width: s.Width}}, words...)
}
