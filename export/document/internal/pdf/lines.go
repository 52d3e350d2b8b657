package pdf

import (
	"strings"
	"unicode/utf8"
)

type textLine struct {
	pieces []piece
	width  float64
	height float64
}

// fill breaks words into lines of at most width, greedily. It breaks a word that is wider than a
// line.
func (s *setter) fill(words []word, look textStyle, width float64) []textLine {
	var lines []textLine
	line := textLine{height: look.size * leading}
	end := func() {
		lines = append(lines, line)
		line = textLine{height: look.size * leading}
	}
	for i, w := range words {
		if i > 0 && (w.breaks || line.width+w.space+w.width > width+.01) {
			if len(line.pieces) > 0 || w.breaks {
				end()
			}
		}
		for w.width > width+.01 && len(w.pieces) > 0 {
			head, tail := s.breakWord(w, width)
			line.add(head)
			end()
			w = tail
		}
		line.add(w)
	}
	if len(line.pieces) > 0 {
		end()
	}
	return lines
}

// add appends a word to a line. Adjacent pieces of the same style are joined, so that a copied line
// is complete.
func (l *textLine) add(w word) {
	space := w.space
	if len(l.pieces) == 0 {
		space = 0
	}
	for i, p := range w.pieces {
		p.x += l.width + space
		if last := len(l.pieces) - 1; last >= 0 {
			if q := &l.pieces[last]; p.look == q.look && p.link == q.link && !p.chip && !q.chip {
				if i == 0 && space > 0 {
					q.text += " "
				}
				q.text += p.text
				q.width = p.x + p.width - q.x
				continue
			}
		}
		l.pieces = append(l.pieces, p)
	}
	l.width += space + w.width
}

// breakWord divides a word that is wider than a line, preferably after a separator of an address in
// the second half of the line.
func (s *setter) breakWord(w word, width float64) (head, tail word) {
	head.space = w.space
	for i, p := range w.pieces {
		padding := 0.
		if p.chip {
			padding = 2 * chipPadding
		}
		if head.width+p.width <= width {
			head.pieces = append(head.pieces, p)
			head.width += p.width
			continue
		}
		cut := s.cut(p, width-head.width-padding, len(head.pieces) == 0)
		for j, text := range []string{p.text[:cut], p.text[cut:]} {
			if text == "" {
				continue
			}
			part := p
			part.text = text
			if j == 0 {
				part.width = s.fonts.width(text, p.look) + padding
				part.x = head.width
				head.pieces = append(head.pieces, part)
				head.width += part.width
				p.width -= part.width - padding
			} else {
				part.width = p.width // subtracted, not measured again, which would be quadratic in the length of the word
				part.x = 0
				tail.pieces = append(tail.pieces, part)
				tail.width += part.width
			}
		}
		for _, rest := range w.pieces[i+1:] {
			rest.x = tail.width
			tail.pieces = append(tail.pieces, rest)
			tail.width += rest.width
		}
		break
	}
	return head, tail
}

// cut returns the number of bytes of a piece that fit. If some is set, this is at least one letter.
func (s *setter) cut(p piece, room float64, some bool) int {
	fits, sign := 0, 0
	used := 0.
	for i, r := range p.text {
		used += s.fonts.width(string(r), p.look)
		if used > room && !(some && fits == 0) {
			break
		}
		fits = i + utf8.RuneLen(r)
		if strings.ContainsRune("@./-_?&=", r) {
			sign = fits
		}
	}
	if sign > fits/2 {
		return sign
	}
	return fits
}

func linesHeight(lines []textLine) float64 {
	h := 0.
	for _, l := range lines {
		h += l.height
	}
	return h
}
