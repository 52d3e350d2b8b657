package terms

import (
	"math"

	"github.com/accountatlas/accountatlas/accountmap"
)

// ShortAmount writes an amount for small spaces, rounded to about three digits and without its currency: "950", "12.5k", "1.3M", "300bn". The
// zero Money, an unknown amount, is "".
func (t *Terms) ShortAmount(m accountmap.Money) string {
	if m.IsZero() {
		return ""
	}
	amount := float64(m.Minor) / math.Pow10(m.Currency.Digits())
	const thousand = 1000
	steps := []string{"", "format.thousands", "format.millions", "format.billions"}
	step := 0
	for step < len(steps)-1 && math.Abs(rounded(amount, decimals(amount))) >= thousand {
		amount /= thousand
		step++
	}
	if step == 0 {
		return t.Decimal(math.Round(amount), 0)
	}
	return t.fill(t.word(steps[step]), []any{t.Decimal(rounded(amount, decimals(amount)), decimals(amount))})
}

// decimals is one where there are fewer than three digits before the point.
func decimals(amount float64) int {
	if math.Abs(amount) < 100 {
		return 1
	}
	return 0
}

func rounded(amount float64, digits int) float64 {
	scale := math.Pow10(digits)
	return math.Round(amount*scale) / scale
}
