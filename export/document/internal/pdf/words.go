package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/weblink"
)

// A piece is text of one style on one line. x is the offset in the line.
type piece struct {
	text  string
	look  textStyle
	link  string
	chip  bool
	fill  colour // of the chip
	x     float64
	width float64
}

// A word is a sequence of pieces without a line break between them.
type word struct {
	pieces []piece
	width  float64
	space  float64 // space before the word, except at the start of a line
	breaks bool    // a line break precedes it
}

const (
	leading     = 1.36 // height of a line, relative to the type size
	chipPadding = 3.6
	chipSize    = .9 // relative to the surrounding text
)

// A typeface measures words, and replaces characters that it lacks.
type typeface interface {
	// clean returns s in characters of the typeface.
	clean(s string) string
	// width returns the width of a clean s, in points.
	width(s string, l textStyle) float64
}

type setter struct {
	fonts  typeface
	tones  map[string]document.Tone
	ids    map[string]bool // valid targets of links
	matrix float64         // the type size of a matrix
}

func (s *setter) lines(t document.Text, look textStyle, width float64) []textLine {
	return s.fill(s.words(t, look), look, width)
}

func (s *setter) words(t document.Text, look textStyle) []word {
	b := &wordBuilder{setter: s}
	for _, x := range t {
		piece := piece{look: look}
		switch x := x.(type) {
		case document.Strong:
			piece.look.bold = true
			if look.ink == inkText {
				piece.look.ink = inkTitle
			}
		case document.Muted:
			if look.ink == inkText || look.ink == inkTitle {
				piece.look.ink = inkMuted
			}
			piece.look.bold = false
		case document.Toned:
			piece.look.bold = true
			if tone, ok := s.tones[x.Tone]; ok && look.ink == inkText {
				piece.look.ink = toneColour(tone.Ink)
			}
		case document.Link:
			if address, ok := weblink.Encode(x.URL); ok && (address[0] != '#' || s.ids[address[1:]]) {
				piece.link = address
				switch {
				case look.ink != inkText && look.ink != inkTitle:
				case isAddress(address):
					piece.look.ink, piece.look.bold = inkMuted, false
				default:
					piece.look.ink = inkLink
				}
			}
		case document.Chip:
			b.chip(s.chip(x, look))
			continue
		}
		b.text(piece, cleantext.JoinUnits(s.fonts.clean(structure.Plain(x))))
	}
	b.close()
	return b.words
}

func (s *setter) chip(c document.Chip, look textStyle) piece {
	piece := piece{chip: true, fill: fillChip, look: textStyle{size: max(leastText, look.size*chipSize), ink: inkChip}}
	if tone, ok := s.tones[c.Tone]; ok {
		piece.fill, piece.look.ink = toneColour(tone.Fill), toneColour(tone.Ink)
	}
	piece.text = strings.Join(strings.Fields(s.fonts.clean(c.Text)), " ")
	return piece
}

type wordBuilder struct {
	setter *setter
	words  []word
	word   word
	space  bool // a space precedes the next word
	breaks bool // the next word begins a line
}

func (b *wordBuilder) text(piece piece, s string) {
	start := 0
	add := func(end int) {
		if end > start {
			p := piece
			p.text = s[start:end]
			b.add(p)
		}
	}
	for i, r := range s {
		switch r {
		case ' ':
			add(i)
			b.close()
			b.space = true
			start = i + 1
		case '\n':
			add(i)
			b.close()
			if b.breaks { // an empty line is a word without pieces
				b.words = append(b.words, word{breaks: true})
			}
			b.breaks, b.space = true, false
			start = i + 1
		case '@':
			add(i + 1)
			b.close()
			start = i + 1
		case '-', '/':
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			after, _ := utf8.DecodeRuneInString(s[i+1:])
			if i > start && unicode.IsLetter(before) && unicode.IsLetter(after) {
				add(i + 1)
				b.close()
				start = i + 1
			}
		}
	}
	add(len(s))
}

func (b *wordBuilder) add(p piece) {
	p.width = b.setter.fonts.width(p.text, p.look)
	p.x = b.word.width
	b.word.pieces = append(b.word.pieces, p)
	b.word.width += p.width
}

// chip adds a chip as a word of its own, or a long one as a chip for each of its words.
func (b *wordBuilder) chip(p piece) {
	texts := []string{p.text}
	if utf8.RuneCountInString(p.text) > structure.LongLine {
		texts = strings.Fields(p.text)
	}
	for _, text := range texts {
		if text == "" {
			continue
		}
		b.close()
		b.space = true
		p.text = text
		p.width = b.setter.fonts.width(text, p.look) + 2*chipPadding
		p.x = 0
		b.word = word{pieces: []piece{p}, width: p.width}
		b.close()
		b.space = true
	}
}

func (b *wordBuilder) close() {
	w := b.word
	b.word = word{}
	if len(w.pieces) == 0 {
		return
	}
	if b.space {
		w.space = b.setter.fonts.width(" ", w.pieces[0].look)
	}
	w.breaks = b.breaks && len(b.words) > 0
	b.words = append(b.words, w)
	b.space, b.breaks = false, false
}

// minWidth returns the smallest width that breaks no word, except words too long to be kept whole.
func minWidth(words []word) float64 {
	const most = 90
	least := 0.
	for _, w := range words {
		width, whole := w.width, structure.LongWord
		if len(w.pieces) > 0 && w.pieces[0].chip {
			whole = structure.LongLine
		}
		if w.runes() > whole {
			width = min(width, most)
		}
		least = max(least, width)
	}
	return least
}

func (w word) runes() int {
	n := 0
	for _, p := range w.pieces {
		n += utf8.RuneCountInString(p.text)
	}
	return n
}

// lineWidths returns the width of each line if words are broken only at forced breaks.
func lineWidths(words []word) []float64 {
	var widths []float64
	for i, w := range words {
		if i == 0 || w.breaks {
			widths = append(widths, w.width)
		} else {
			widths[len(widths)-1] += w.space + w.width
		}
	}
	return widths
}
