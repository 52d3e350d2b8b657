package document

import (
	"math"
	"unicode/utf8"
)

// An estimate stands for a typeface that is not known: every letter has the width of an average one.
type estimate struct{}

func (estimate) clean(s string) string { return clean(s) }

func (estimate) width(s string, l pdfLook) float64 {
	const letter = .53 // of the size
	return letter * l.size * float64(utf8.RuneCountInString(s))
}

// columnShares returns how the width of a printed page is best divided between the columns of a table, in hundredths; nil leaves it to the
// browser. A browser looks at the longest line of each column only, and squeezes one of long notes for the sake of many short words.
func (p *htmlPrinter) columnShares(t *Table) []int {
	columns := t.columns()
	if isMatrix(t) || columns < 3 || columns > landscapeColumns {
		return nil
	}
	sheet := p.paper.upright()
	if p.tableSheet(t) != "" {
		sheet = sheet.turned()
	}
	shares := make([]int, columns)
	for i, width := range columnWidths(p.setter.allBands(t, columns), columns, sheet.text(), paddingOf(t)) {
		shares[i] = int(math.Round(100 * width / sheet.text()))
	}
	return shares
}
