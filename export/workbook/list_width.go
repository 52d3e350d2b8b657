package workbook

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
)

// Widths of the columns of a list, in characters. The padding is for the indent, the borders and, in a head, the button of the filter.
const (
	headPadding = 5
	leastList   = 10
	mostList    = 36
	mostHead    = 26 // of a head of one line
	mostWord    = 48 // of a text that cannot wrap, such as an address
	// measured is how many rows of a list are looked at.
	measured = 2_000
)

// fitWidths makes each column as wide as its head and its cells need, up to a width that differs for texts of one line and of several; what
// is longer wraps.
func (l *list) fitWidths(rows []table.Row) {
	for i := range l.columns {
		c := &l.columns[i]
		if c.extra != nil || i == 0 && !l.shows(i) {
			c.width = max(c.width, leastList)
			continue
		}
		most, widest, word := float64(mostList), 0.0, 0.0
		if c.Kind == table.LongText {
			most = sheetstyle.MostLong
		}
		for _, r := range rows[:min(len(rows), measured)] {
			if v := r.Value(c.index); v != nil {
				text := l.shown(c.Column, v)
				widest = max(widest, widestLine(text, most))
				if c.Key == "email" {
					word = max(word, sheetstyle.TextWidth(text[:min(len(text), 2*mostWord)]))
				}
			}
		}
		width := max(leastList, 1.1*sheetstyle.LongestWord(c.head)+headPadding, min(1.1*sheetstyle.TextWidth(c.head)+headPadding, mostHead))
		if name, ok := l.table.NameColumn(); ok && name == c.index {
			widest *= 1.1 // bold
		}
		c.width = max(min(max(width, widest+sheetstyle.ListPadding), most), min(word+sheetstyle.ListPadding, mostWord))
	}
}

// shown is about what a cell shows of a value.
func (l *list) shown(c *table.Column, v any) string {
	if c.Kind == table.Money && !c.List {
		return "000" + l.listWords(c, v) // separators of thousands, and the currency
	}
	return l.listWords(c, v)
}

// widestLine is the width of the widest line of a text; one wider than most is not measured to its end.
func widestLine(text string, most float64) float64 {
	widest := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		widest = max(widest, sheetstyle.TextWidth(line[:min(len(line), 4*int(most))]))
	}
	return widest
}
