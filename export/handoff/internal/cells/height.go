package cells

import (
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/export/document"
)

// PageWidth and PageHeight are the size of a printed A4 page between its margins, in points.
const (
	PageWidth  = 515.
	PageHeight = 745.
)

// The heights of printed elements, in points. A letter is 4.3 points wide, the measured width in
// Greek, the widest language.
const (
	letter  = 4.3
	line    = 10.9
	heading = 25.
	moment  = 11.5
	weeks   = 30.
	plain   = 4.4 // above and below the text of a row
	framed  = 8.
)

// Height estimates the printed height of a section's blocks. Tables must have widths.
func Height(s *document.Section) float64 {
	h := 0.
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case *document.Section:
			h += heading + Height(b)
		case *document.Facts:
			h += 45
			if len(b.Items) == 1 {
				h += line // for the note
				break     // a single figure is larger, and its texts have no line break
			}
			for _, f := range b.Items {
				if lines(document.Text{document.Plain(f.Label)}, PageWidth/4-12) > 1 {
					h += 2 * line // for the label, and for the text under the title, which has the same length
					break
				}
			}
		case *document.Paragraph:
			h += line * float64(lines(b.Text, PageWidth))
		case *document.Timeline:
			h += weeks + moment*float64(len(b.Moments))
		case *document.Table:
			h += tableHeight(b)
		}
	}
	return h
}

func tableHeight(t *document.Table) float64 {
	padding, total := framed, 0
	if t.Plain {
		padding = plain
	}
	for _, share := range t.Widths {
		total += share
	}
	h := (line + padding) * float64(len(t.Head)+len(t.Foot))
	for _, g := range t.Groups {
		if len(g.Title) > 0 {
			h += line + padding
		}
		for _, row := range g.Rows {
			high := 1
			for i, c := range row {
				n := 0
				for _, text := range c.Lines {
					n += lines(text, PageWidth*float64(t.Widths[i])/float64(total)-6)
				}
				high = max(high, n)
			}
			h += line*float64(high) + padding
		}
	}
	return h
}

func lines(t document.Text, width float64) int {
	letters := 0
	for _, x := range t {
		switch x := x.(type) {
		case document.Plain:
			letters += utf8.RuneCountInString(string(x))
		case document.Muted:
			letters += utf8.RuneCountInString(string(x))
		case document.Strong:
			letters += utf8.RuneCountInString(string(x)) * 11 / 10
		case document.Toned:
			letters += utf8.RuneCountInString(x.Text) * 11 / 10
		case document.Chip:
			letters += utf8.RuneCountInString(x.Text) + 3
		}
	}
	taken := float64(letters) * letter
	if taken <= width {
		return 1
	}
	return int(taken/(width*.9)) + 1
}
