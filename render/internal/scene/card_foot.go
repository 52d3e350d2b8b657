package scene

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The measures of the notes at the foot of a card.
const (
	noteLine   = 15
	noteMore   = 12.5 // from the first line of a note to its second
	noteBelow  = 4    // under the last note
	noteRadius = 5
	noteX      = 21
	noteTextX  = 31
	noteSample = 14 // length of the sample of a note's line
	// maxNoteLines is enough for a name of 20 letters and 40 letters of reason in a table.
	maxNoteLines = 5
)

var noteFont = typeset.Font{Size: typeset.LeastText}

// noteFont returns the font of the notes, which is larger in a table.
func (c Card) noteFont() typeset.Font {
	if c.node.Place != nil {
		return typeset.Font{Size: typeset.LeastGridText}
	}
	return noteFont
}

func (c *Card) wrapNotes(m *typeset.Measurer) {
	rooms := slices.Repeat([]float64{c.W - cardInset - noteTextX}, maxNoteLines)
	for _, note := range c.node.Notes {
		c.Notes = append(c.Notes, m.Wrap(typeset.CleanLine(note.Text), c.noteFont(), rooms...))
	}
}

func (c Card) drawNotes(at geom.Point, t *theme.Theme) []Item {
	var items []Item
	at.Y += c.H - c.NotesHeight()
	for i, note := range c.Notes {
		sign := c.noteSign(at, c.node.Notes[i], t)
		ink := t.Part(c.style, with("note", c.node.Notes[i].Class)...).Ink
		items = append(append(items, sign...), column(at.Add(noteTextX, noteLine/2+2.75), noteMore, note, c.noteFont(), ink)...)
		at.Y += c.NoteHeight(i)
	}
	return items
}

// NotesHeight returns the height of the notes at the foot.
func (c Card) NotesHeight() float64 {
	if len(c.Notes) == 0 {
		return 0
	}
	height := float64(noteBelow)
	for i := range c.Notes {
		height += c.NoteHeight(i)
	}
	return height
}

// NoteHeight returns the height of one note.
func (c Card) NoteHeight(i int) float64 {
	return noteLine + noteMore*float64(max(0, len(c.Notes[i])-1))
}

// noteSign draws the sign before a note: the glyph of its class, or a sample of its line.
func (c Card) noteSign(at geom.Point, n graph.Note, t *theme.Theme) []Item {
	if n.Line == graph.LineNone {
		return glyph(at.Add(noteX, noteLine/2-1), noteRadius, t.Part(c.style, with("note", n.Class)...))
	}
	from, to := at.Add(noteX-noteSample/2, noteLine/2-1), at.Add(noteX+noteSample/2, noteLine/2-1)
	if n.Line == graph.LineIn {
		from, to = to, from
	}
	return edge([]geom.Point{from, to}, n.Class, 1, t)
}

// The measures of a bar of slices, from its top, and of the glyphs and numbers below it.
const (
	slicesHigh  = 34
	sliceBar    = 9
	sliceSignY  = 20
	sliceSign   = 5.5
	sliceNumber = 13 // from the left of a sign to its number
	sliceGap    = 1
	sliceAfter  = 10 // from a number to the next sign, at least half of it
	// sliceRowHigh is the height of each further row of numbers.
	sliceRowHigh = 14
)

func numberOf(s graph.Slice) string { return cmp.Or(s.Number, strconv.Itoa(s.Count)) }

// slicesInRow returns the number of slices with their numbers in one row: all if they fit, and
// otherwise half of them.
func slicesInRow(slices []graph.Slice, room float64, m *typeset.Measurer) int {
	wide := -sliceAfter / 2.0
	for _, s := range slices {
		wide += sliceNumber + m.Width(numberOf(s), noteFont) + sliceAfter/2.0
	}
	if wide <= room {
		return max(1, len(slices))
	}
	return (len(slices) + 1) / 2
}

// drawSlices draws a bar divided by class. The glyph and the number of each class are below it, so
// that no meaning depends on the colour alone.
func drawSlices(room geom.Rect, slices []graph.Slice, inRow int, card theme.Style, t *theme.Theme, m *typeset.Measurer) []Item {
	whole := 0
	for _, s := range slices {
		whole += s.Count
	}
	if whole <= 0 {
		return nil
	}
	var items []Item
	left := room.W - sliceGap*float64(len(slices)-1)
	x := room.X
	wide := 0.0
	for _, s := range slices {
		wide += sliceNumber + m.Width(numberOf(s), noteFont)
	}
	sign, y := room.X, room.Y+sliceSignY
	after := 0.0
	switch {
	case inRow < len(slices):
		after = sliceAfter
	case inRow > 1:
		after = min(sliceAfter, (room.W-wide)/float64(inRow-1))
	}
	for i, s := range slices {
		if i > 0 && i%inRow == 0 {
			sign, y = room.X, y+sliceRowHigh
		}
		style := t.Part(card, with("note", s.Class)...)
		width := quarter(left * float64(s.Count) / float64(whole))
		items = append(items, Path{Segments: roundRect(geom.Rect{X: x, Y: room.Y, W: width, H: sliceBar}, 1.5), Fill: colour(style.Accent)})
		x += width + sliceGap
		items = append(items, glyph(geom.Point{X: sign + sliceSign, Y: y}, sliceSign, style)...)
		number := numberOf(s)
		items = append(items, Text{At: geom.Point{X: sign + sliceNumber, Y: y + 4}, Font: noteFont, Fill: colour(style.Ink), String: number})
		sign += sliceNumber + m.Width(number, noteFont) + after
	}
	return items
}
