package sheetstyle

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/internal/cleantext"
)

// LongestText is the limit of a text in UTF-16 units. A cell holds 32,767; the rest is for marks
// around the text.
const LongestText = 32_000

// CellText returns a text within the limits of a cell.
func CellText(s string) sheet.Text { return sheet.Text(Cut(strings.TrimSpace(s), LongestText)) }

// Cut returns a text of at most n UTF-16 units. A longer text ends in an ellipsis.
func Cut(s string, n int) string {
	if len(s) <= n || cleantext.UTF16Len(s) <= n {
		return s
	}
	return cleantext.UTF16Prefix(s, n-1) + "…"
}

func SheetDate(d accountmap.Date) sheet.Date {
	return sheet.Date{Year: d.Year, Month: int(d.Month), Day: d.Day}
}

func SheetMoney(m accountmap.Money) sheet.Value {
	if m.IsZero() {
		return nil
	}
	return sheet.Money{Minor: m.Minor, Decimals: m.Currency.Digits(), Currency: string(m.Currency)}
}

// longestEdge is the limit of a header or footer, in which the file doubles every ampersand.
const longestEdge = 180

// Edge returns a text within the limits of a header or footer.
func Edge(s string) string {
	n := longestEdge
	for cleantext.UTF16Len(s)+strings.Count(s, "&") > longestEdge {
		s = Cut(s, n)
		n--
	}
	return s
}
