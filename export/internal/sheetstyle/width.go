package sheetstyle

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/export/sheet"
)

// TextWidth returns the width of a text in Arial, in the unit of column widths: a digit on a
// screen. A screen rounds digits to whole pixels, which makes them a sixteenth narrower than on
// paper. The result fits both.
func TextWidth(text string) float64 {
	var width float64
	for _, r := range text {
		width += runeWidth(r)
	}
	return width
}

// runeWidth returns the width of a letter. Letters outside Western alphabets are wide.
func runeWidth(r rune) float64 {
	switch {
	case int(r) < len(letterWidths):
		return float64(letterWidths[r])
	case unicode.Is(unicode.Mn, r):
		return 0
	case r >= 0x1100 && !unicode.Is(unicode.Latin, r) && !unicode.Is(unicode.Greek, r) && !unicode.IsPunct(r):
		return 1.95
	case r == '−':
		return 1.2
	case r == '—' || r == '…':
		return 2
	}
	return 1.3
}

// letterWidths are the widths of the Latin, Greek and Cyrillic letters. Most small letters are as
// wide as a digit.
var letterWidths = func() (widths [0x500]float32) {
	for r := range widths {
		widths[r] = 1.07
		switch {
		case unicode.Is(unicode.Mn, rune(r)):
			widths[r] = 0
		case unicode.IsUpper(rune(r)):
			widths[r] = 1.3
		}
	}
	for width, letters := range map[float32]string{
		0.5:  "ijl'|ίιΐϊі",
		0.55: "I.,;:! tf/\\[]·Ιї",
		0.66: "r()-{}\"*",
		0.86: "τςεξζέг",
		0.98: "ckszvxyJκχνγλсхуз",
		1.42: "wCDHNRUωώπφψжюÑΝΗΔСНР",
		1.52: "GOQΟΘΌОшщфы+=<>",
		1.7:  "mMΜΩΦΨ%ЖШЩЮФМ",
		2:    "W@",
	} {
		for _, r := range letters {
			widths[r] = width
		}
	}
	return widths
}()

// Lines estimates the number of lines of a text in a column of the given number of characters.
// Words that fit are not broken.
func Lines(text string, width float64) int {
	n, used := 1, 0.0
	for word := range strings.FieldsSeq(text) {
		w := TextWidth(word)
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

// LongestWord returns the width of the widest word of a text.
func LongestWord(text string) float64 {
	var widest float64
	for word := range strings.FieldsSeq(text) {
		widest = max(widest, TextWidth(word))
	}
	return widest
}

// Most returns a width that fits nine texts out of ten.
func Most(widths []float64) float64 {
	if len(widths) == 0 {
		return 0
	}
	slices.Sort(widths)
	return widths[len(widths)*9/10]
}

const indentWidth = 1.7

const (
	LineHeight  = 13  // points per line of text
	ListPadding = 3.5 // characters, for the indent and the borders
	MostLong    = 60  // characters, the maximum width of a column of long texts
)

// Fit sets the height of a row to the height of its longest wrapping text in columns of these
// widths, but at least least points.
func Fit(row *sheet.Row, widths []float64, least float64) {
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
		case sheet.Literal:
			text = string(v)
		case sheet.Link:
			text = v.Text
		}
		width := widths[i] - 0.2 - indentWidth*float64(style.Indent)
		if style.Bold {
			width /= 1.1
		}
		paragraphs := 0
		for paragraph := range strings.SplitSeq(text, "\n") {
			paragraphs += Lines(paragraph, width)
		}
		rows = max(rows, paragraphs)
	}
	row.Height = min(max(least, float64(rows)*LineHeight+4), 400)
}

// FitNames widens a column for its names from a row on, up to a width that few names exceed.
func FitNames(s *sheet.Sheet, column, from int) {
	for _, row := range s.Rows[from:] {
		if name, ok := row.Cells[column].Value.(sheet.Text); ok {
			s.Columns[column].Width = max(s.Columns[column].Width, min(TextWidth(string(name))+ListPadding, MostLong))
		}
	}
}

// WidthsOf returns the widths of columns, in characters.
func WidthsOf(columns []sheet.Column) []float64 {
	widths := make([]float64, len(columns))
	for i, c := range columns {
		widths[i] = c.Width
	}
	return widths
}
