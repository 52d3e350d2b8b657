package tree_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
)

// TestAmount checks that the amount of a hint reads as the original amount.
func TestAmount(t *testing.T) {
	for text, want := range map[string]string{
		"12000.00 €": "12000.00 EUR", "€12,000.50": "12000.50 EUR", "12.000,00€": "12000.00 EUR", "£ 5": "5.00 GBP", "$5": "5.00", "1.250,5": "1250.50", "1.250,000": "1250.00",
		"€1,250": "1250.00 EUR", "12.000 €": "12000.00 EUR", "1,250": "1250.00", "12 000": "12000.00", "12k": "12000.00", "1,5M": "1500000.00", "12k ": "12000.00", "12 ₺": "12.00 TRY",
	} {
		got, ok := tree.Amount(text, "CAD")
		assert.True(t, ok, text)
		assert.Equal(t, want, got, text)
		_, err := accountmap.ParseMoney(got, "CAD")
		assert.NoError(t, err, text)
	}
	for _, text := range []string{"", "€", "5 ecus", "12 ¤", "Tea, green", "k", "bank", "1,250k", "0.005"} {
		got, ok := tree.Amount(text, "EUR")
		assert.False(t, ok, "%s: %s", text, got)
	}
}
