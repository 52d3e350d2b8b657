package codec

import (
	"testing"

	"github.com/stretchr/testify/assert"
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
