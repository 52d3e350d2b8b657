package export

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/export/sheet"
)

// textWidth is about how wide a text is in a spreadsheet, in the widths of a digit. It errs on the wide side.
func textWidth(text string) float64 {
	var width float64
	for _, r := range text {
		width += runeWidth(r)
	}
	return width
}

func runeWidth(r rune) float64 {
	switch {
	case strings.ContainsRune("iljI.,;:'|! ·", r):
		return 0.54
	case strings.ContainsRune("tfr()[]-/ιτ", r):
		return 0.64
	case strings.ContainsRune("ckszvxyςκχ", r):
		return 0.92
	case strings.ContainsRune("mwMWΜΩωφ@%—…ЖШЩЮшщжю", r):
		return 1.55
	case unicode.IsUpper(r):
		return 1.3
	case r >= 0x1100 && (unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) || r > 0xffff):
		return 1.9
	case unicode.Is(unicode.Mn, r):
		return 0
	}
	return 1.02
}

// lines is about how many lines a text takes in a column of so many characters, words kept whole while they fit.
func lines(text string, width float64) int {
	n, used := 1, 0.0
	for word := range strings.FieldsSeq(text) {
		w := textWidth(word)
		switch {
		case used == 0:
		case used+runeWidth(' ')+w <= width:
			used += runeWidth(' ') + w
			continue
		default:
			n, used = n+1, 0
		}
		n += int(math.Ceil(w/width)) - 1
		used = min(w, width)
	}
	return n
}

// longestWord is the width of the widest word of a text.
func longestWord(text string) float64 {
	var widest float64
	for word := range strings.FieldsSeq(text) {
		widest = max(widest, textWidth(word))
	}
	return widest
}

// most is the width that nine texts of ten fit in.
func most(widths []float64) float64 {
	if len(widths) == 0 {
		return 0
	}
	slices.Sort(widths)
	return widths[len(widths)*9/10]
}

// fit makes a row as high as the longest of its wrapping texts needs in columns of these widths, and never lower than least points.
func fit(row *sheet.Row, widths []float64, least float64) {
	rows := 1
	for i := range row.Cells {
		style := row.Cells[i].Style
		if i >= len(widths) || style == nil || !style.Wrap {
			continue
		}
		var text string
		switch v := row.Cells[i].Value.(type) {
		case sheet.Text:
			text = string(v)
		case sheet.Link:
			text = v.Text
		}
		width := widths[i] - 1.5 - 1.5*float64(style.Indent)
		if style.Bold {
			width /= 1.1
		}
		paragraphs := 0
		for paragraph := range strings.SplitSeq(text, "\n") {
			paragraphs += lines(paragraph, width)
		}
		rows = max(rows, paragraphs)
	}
	row.Height = min(max(least, float64(rows)*lineHeight+4), 400)
}
