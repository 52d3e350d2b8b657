package scene

import (
	"math"
	"strconv"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

const (
	dotStep   = 8
	dotRadius = 2.6875
	// dotReach is the outer radius of the ring around a dot.
	dotReach = 4
	// maxDots is the number of dots that fit on a card beside a chip. A longer scale is reduced in
	// proportion.
	maxDots = 10
)

// dotSize is the size of a level: the radius of a dot and the distance between the centers of two.
type dotSize struct{ radius, step float64 }

// The levels of cards, and of light cards.
var (
	cardDots = dotSize{dotRadius, dotStep}
	rowDots  = dotSize{rowDot, rowDotStep}
)

// badgeSize is the size of a badge: the radius of the ring, the type size, and the width inside the
// ring.
type badgeSize struct{ radius, letters, room float64 }

// The badges of cards, of light cards, and of cards in a table.
var (
	cardBadge = badgeSize{11.5, typeset.LeastText, 21}
	rowBadge  = badgeSize{10.5, typeset.LeastText, 19.5}
	gridBadge = badgeSize{9.5, typeset.LeastGridText, 17.5}
)

// badge draws a ring with as many letters as fit in it.
func badge(at geom.Point, size badgeSize, text string, s theme.Style, m *typeset.Measurer) []Item {
	items := []Item{styled(circle(at, size.radius), s)}
	text = typeset.CleanLine(text)
	if text == "" {
		return items
	}
	f := typeset.Font{Size: size.letters, Bold: true}
	text = m.Fit(text, f, size.room)
	return append(items, Text{At: at.Add(0, f.Size*0.375), Font: f, Fill: colour(s.Ink), Anchor: Middle, String: text})
}

// Dots returns the number of dots of a level and the number of filled dots.
func Dots(l graph.Level) (count, full int) {
	count = max(0, min(l.Max, maxDots))
	if l.Max <= 0 || l.Value <= 0 {
		return count, 0
	}
	full = int(math.Round(float64(count) * float64(min(l.Value, l.Max)) / float64(l.Max)))
	return count, full
}

// level draws a row of dots, the first at a point. An unknown level is a row of empty rings, since
// it is not the lowest level.
func level(from geom.Point, l graph.Level, size dotSize, card theme.Style, t *theme.Theme) []Item {
	count, full := Dots(l)
	if count == 0 {
		return nil
	}
	if l.Value <= 0 {
		unknown := t.Part(card, "card", "stance-unknown")
		return append([]Item{Path{Segments: dotRow(from, count, size.step, size.radius-0.5), Stroke: colour(unknown.Accent), Width: 0.75}}, wanted(from, count, l, size, card, t)...)
	}
	var items []Item
	if full > 0 {
		items = append(items, Path{Segments: dotRow(from, full, size.step, size.radius), Fill: colour(t.Part(card, "level-on").Fill)})
	}
	if full < count {
		off := dotRow(from.Add(float64(full)*size.step, 0), count-full, size.step, size.radius)
		s := t.Part(card, "level-off")
		items = append(items, Path{Segments: off, Fill: colour(s.Fill), Stroke: colour(s.Stroke), Width: s.Width})
	}
	return append(items, wanted(from, count, l, size, card, t)...)
}

// levelWidth returns the width of a row of dots, each of which reaches a distance to both sides. It
// is 0 without a level.
func levelWidth(l *graph.Level, reach float64) float64 {
	if l == nil {
		return 0
	}
	count, _ := Dots(*l)
	return dotStep*float64(max(0, count-1)) + 2*reach
}

// levelReach returns the distance from the center of the first or the last dot to the end of the
// level.
func levelReach(l graph.Level) float64 {
	if l.Wanted > 0 {
		return dotReach
	}
	return dotRadius
}

// wanted draws the ring around the dot of the target level.
func wanted(from geom.Point, count int, l graph.Level, size dotSize, card theme.Style, t *theme.Theme) []Item {
	if l.Wanted <= 0 || count == 0 {
		return nil
	}
	_, at := Dots(graph.Level{Value: l.Wanted, Max: l.Max})
	ring := circle(from.Add(float64(at-1)*size.step, 0), dotReach-0.5)
	return []Item{Path{Segments: ring, Stroke: colour(t.Part(card, "level-on").Fill), Width: 1}}
}

func dotRow(from geom.Point, count int, step, radius float64) []Segment {
	row := make(outline, 0, circleSegments*count)
	for i := range count {
		row.circle(from.Add(float64(i)*step, 0), radius)
	}
	return row
}

const (
	chipPad = 5
	chipGap = 3
)

// chipSize is the size of a chip: the type, the height of the pill and the baseline in it.
type chipSize struct {
	typeset.Font
	height, base float64
}

// The chips of cards, and of tables.
var (
	cardChips = chipSize{typeset.Font{Size: typeset.LeastText}, 16, 12}
	gridChips = chipSize{typeset.Font{Size: typeset.LeastGridText}, 14, 10.5}
)

type chip struct {
	Text  string
	Width float64 // of the pill
}

func newChip(text string, size chipSize, m *typeset.Measurer) chip {
	return chip{Text: text, Width: m.Width(text, size.Font) + 2*chipPad}
}

// chipRows divides the words into rows of width room; the last row has the width last. The first
// key words are never shortened. The last row has as many of the other words as fit, and may be
// empty.
func chipRows(words []string, key int, size chipSize, room, last float64, m *typeset.Measurer) [][]chip {
	var rows [][]chip
	for len(words) > 0 {
		row := chips(words, size, last, m)
		if key == 0 || shows(row, words, min(key, len(words))) {
			return append(rows, row)
		}
		used, n := 0.0, 0
		var full []chip
		for _, word := range words[:min(key, len(words))] {
			c := newChip(m.Shorten(typeset.CleanLine(word), size.Font, room-2*chipPad), size, m)
			if used += c.Width; n > 0 && used > room {
				break
			}
			full, used, n = append(full, c), used+chipGap, n+1
		}
		rows, words, key = append(rows, full), words[n:], key-n
	}
	if n := len(rows); n > 0 && rowWidth(rows[n-1])-chipGap > last {
		rows = append(rows, nil)
	}
	return rows
}

// endsWith reports whether rows end with the last word, and not with the number of omitted words.
func endsWith(rows [][]chip, words []string) bool {
	if len(rows) == 0 || len(rows[len(rows)-1]) == 0 {
		return len(words) == 0
	}
	row := rows[len(rows)-1]
	return row[len(row)-1].Text == typeset.CleanLine(words[len(words)-1])
}

// shows reports whether a row contains the first n words in full.
func shows(row []chip, words []string, n int) bool {
	if len(row) < n {
		return false
	}
	for i, word := range words[:n] {
		if row[i].Text != typeset.CleanLine(word) {
			return false
		}
	}
	return true
}

func rowWidth(row []chip) float64 {
	width := 0.0
	for _, c := range row {
		width += c.Width + chipGap
	}
	return width
}

// chips returns as many of the words as fit, in order, and a pill that counts the others. If not
// even the first word fits, it is shortened.
func chips(words []string, size chipSize, room float64, m *typeset.Measurer) []chip {
	var all []chip
	for _, word := range words {
		if word = typeset.CleanLine(word); word != "" {
			all = append(all, newChip(word, size, m))
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
		} else if more := newChip("+"+strconv.Itoa(rest), size, m); used+chipGap+more.Width <= room {
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
	return firstChip(all, size, room, m)
}

// firstChip returns the first chip, shortened so that the count of the others fits.
func firstChip(all []chip, size chipSize, room float64, m *typeset.Measurer) []chip {
	var rest []chip
	if len(all) > 1 {
		more := newChip("+"+strconv.Itoa(len(all)-1), size, m)
		rest = []chip{more}
		room -= more.Width + chipGap
	}
	first := newChip(m.Shorten(all[0].Text, size.Font, room-2*chipPad), size, m)
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

// The measures of the bars of a level.
const (
	barWide = 6.5
	barHigh = 7
	barLow  = 2 // above the target
	barStep = 8
)

func barsWidth(l graph.Level) float64 {
	count, _ := Dots(l)
	return barStep*float64(max(0, count-1)) + barWide
}

// levelBars draws a row of bars from the middle of its left side: filled up to the value, strongly
// outlined up to the target, and low beyond.
func levelBars(left geom.Point, l graph.Level, cell theme.Style, t *theme.Theme) []Item {
	count, full := Dots(l)
	_, wanted := Dots(graph.Level{Value: l.Wanted, Max: l.Max})
	on, off := t.Part(cell, "badge"), t.Part(cell, "level-off")
	pale := off.Stroke
	if colour(pale) == "" {
		pale = off.Fill
	}
	var items []Item
	for i := range count {
		r := geom.Rect{X: left.X + barStep*float64(i), Y: left.Y - barHigh/2, W: barWide, H: barHigh}
		low := geom.Rect{X: r.X, Y: r.Bottom() - barLow, W: r.W, H: barLow}
		bar := Path{Segments: roundRect(low, barLow/2.0), Fill: colour(pale)}
		switch {
		case i < full:
			bar = Path{Segments: roundRect(r, 1), Fill: colour(on.Ink)}
		case i < wanted:
			bar = Path{Segments: roundRect(r.Grow(-0.5), 1), Stroke: colour(on.Ink), Width: 1}
		}
		items = append(items, bar)
	}
	return items
}
