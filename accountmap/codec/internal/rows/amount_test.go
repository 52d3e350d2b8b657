package rows

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestPlainAmount(t *testing.T) {
	for text, want := range map[string]string{
		"12.000,00": "12000.00", "12,000.00": "12000.00", "1.250,5": "1250.5", "12,50": "12.50", "1,250,000": "1250000",
		"1.250.000,00 USD": "1250000.00 USD", "1,5": "1.5", "1.250,000": "1250.000",
	} {
		got, ok := plainAmount(text)
		assert.True(t, ok, text)
		assert.Equal(t, want, got, text)
	}
	for _, text := range []string{"", ",", "1,250", "12000.00", "12.000", "a,b", "12,00,00", "1.2,3.4", "1,2.3,4", ",50", "seller, food", "1.25,00", "-1,50"} {
		got, ok := plainAmount(text)
		assert.False(t, ok, "%s: %s", text, got)
	}
}

// TestMoneyWithSigns reads the sign of the account's own currency in a Cell, and no other.
func TestMoneyWithSigns(t *testing.T) {
	r := &Reader{Mark: CommaMark, Currency: "EUR"}
	for _, text := range []string{"€ 12.000,50", "12000,50 €", "12000,50 EUR"} {
		v, err := r.money(Text, text)
		assert.NoError(t, err, text)
		assert.EqualValues(t, 1200050, v.(accountmap.Money).Minor, text)
	}
	_, err := r.money(Text, "$12")
	assert.ErrorContains(t, err, "not in the currency of the account")
}
