package sheetstyle

import (
	"math"
	"strconv"

	"github.com/accountatlas/accountatlas/export/sheet"
)

// NumberWidth returns the width of a displayed number. A number wider than its column is displayed
// as hashes. It returns zero for a value that is not a number.
func NumberWidth(v sheet.Value, format sheet.NumberFormat) float64 {
	switch v := v.(type) {
	case sheet.Formula:
		return NumberWidth(v.Cached, format)
	case sheet.Number:
		return TextWidth(strconv.FormatFloat(float64(v), 'g', 12, 64)) + separators(float64(v))
	case sheet.Percent:
		return TextWidth("100%")
	case sheet.Date:
		return TextWidth("2026-11-01")
	case sheet.Money:
		units := float64(v.Minor) / math.Pow10(v.Decimals)
		decimals := v.Decimals
		if format == sheet.Whole {
			decimals = 0
		}
		width := TextWidth(strconv.FormatFloat(units, 'f', decimals, 64)) + separators(units)
		if v.Currency != "" {
			width += TextWidth(" " + v.Currency)
		}
		return width
	}
	return 0
}

func separators(n float64) float64 {
	if n = math.Abs(n); n < 1000 {
		return 0
	}
	return math.Floor(math.Log10(n)/3) * runeWidth(',')
}

// WidestNumber returns the width that a column of rows needs for its numbers, including large and
// bold ones. It returns zero for a column without numbers.
func WidestNumber(rows []sheet.Row, column int) float64 {
	widest := 0.0
	for _, row := range rows {
		if column >= len(row.Cells) {
			continue
		}
		cell := row.Cells[column]
		format, scale := sheet.General, 1.0
		if s := cell.Style; s != nil {
			format = s.Number
			if s.Bold {
				scale = 1.1
			}
			if s.Size > 0 {
				scale *= s.Size / 10
			}
		}
		widest = max(widest, scale*NumberWidth(cell.Value, format))
	}
	return widest
}
