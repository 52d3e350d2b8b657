package cells

import (
	"github.com/accountatlas/accountatlas/export/document"
)

// PageWidth and PageHeight are the size of a printed A4 page between its margins, in points.
const (
	PageWidth  = 515.
	PageHeight = 745.
)

// The heights of printed elements, in points.
const (
	line    = 10.9
	heading = 21.
	moment  = 11.5
	weeks   = 22.
	plain   = 3.1 // above and below the text of a row
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
			below := 1
			for _, f := range b.Items {
				below = max(below, lines(document.Text{document.Plain(f.Label)}, PageWidth/4-12)+min(1, len(f.Note)))
			}
			h += float64(below-1) * line
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

// Further estimates the height of a text of a size, without its first lines.
func Further(t document.Text, size, width float64, first int) float64 {
	const usual = 8.
	return size / usual * line * float64(max(0, lines(t, width*usual/size)-first))
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
	taken := 0.
	for _, x := range t {
		switch x := x.(type) {
		case document.Plain:
			taken += wide(string(x))
		case document.Muted:
			taken += wide(string(x))
		case document.Strong:
			taken += wide(string(x)) * bold
		case document.Toned:
			taken += wide(x.Text) * bold
		case document.Chip:
			taken += wide(x.Text+"   ") * bold
		}
	}
	if taken <= width {
		return 1
	}
	return int(taken/(width*.9)) + 1
}

// bold is the width of bold letters, as a multiple of the width of others.
const bold = 1.08

// wide returns the approximate width of a text. Measured in texts of the sample, a Latin letter is
// 3.8 points wide, and a Greek or Cyrillic one 4.1.
func wide(s string) float64 {
	w := 0.
	for _, r := range s {
		switch {
		case r < 0x370:
			w += 3.9
		case r < 0x1100:
			w += 4.3
		default: // such as Chinese
			w += 8
		}
	}
	return w
}
