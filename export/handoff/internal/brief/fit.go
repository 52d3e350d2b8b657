package brief

import (
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/export/document"
)

// The measures of a page of A4 in points, closely set: what the printer has for the section, the
// width of a line, and the heights of lines, rows, headings and the line of weeks. A letter is 4.3
// points wide, as measured on Greek, which is the widest.
const (
	room    = 728.
	width   = 515.
	letter  = 4.3
	line    = 10.9
	padding = 4.4
	heading = 25.
	moment  = 11.5
	weeks   = 30.
)

// height estimates the height of the brief.
func height(s *document.Section) float64 {
	h := 0.
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case *document.Section:
			h += heading + height(b)
		case *document.Facts:
			h += 45
			for _, f := range b.Items {
				if lines(document.Text{document.Plain(f.Label)}, width/4-12) > 1 {
					h += 2 * line // of the label, and of the words under the title, which are as long
					break
				}
			}
		case *document.Paragraph:
			h += line * float64(lines(b.Text, width))
		case *document.Timeline:
			h += weeks + moment*float64(len(b.Moments))
		case *document.Table:
			h += tableHeight(b)
		}
	}
	return h
}

func tableHeight(t *document.Table) float64 {
	total := 0
	for _, share := range t.Widths {
		total += share
	}
	h := (line + padding) * float64(len(t.Head))
	for _, row := range t.Groups[0].Rows {
		high := 1
		for i, c := range row {
			n := 0
			for _, text := range c.Lines {
				n += lines(text, width*float64(t.Widths[i])/float64(total)-6)
			}
			high = max(high, n)
		}
		h += line*float64(high) + padding
	}
	return h
}

// lines is how many lines a text takes in a width, the last word of each on the next.
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
		}
	}
	taken := float64(letters) * letter
	if taken <= width {
		return 1
	}
	return int(taken/(width*.9)) + 1
}
