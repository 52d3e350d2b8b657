package rows

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// TestNumbers reads numbers of a file with an unknown decimal mark.
func TestNumbers(t *testing.T) {
	r := &Reader{}
	column := &table.Column{Key: "quantity", Kind: table.Number}
	for text, want := range map[string]float64{
		"12.000,00": 12000, "12,000.00": 12000, "1.250,5": 1250.5, "12,50": 12.5, "1,250,000": 1250000, "1,5": 1.5, "1.250,000": 1250,
		"12000.00": 12000, "-1,50": -1.5, "1\u00a0250,5": 1250.5, "0.125": 0.125,
	} {
		got, err := r.number(column, Text, text)
		require.NoError(t, err, text)
		assert.Equal(t, want, got, text)
	}
	for _, text := range []string{",", "1,250", "12.000", "a,b", "12,00,00", "1.2,3.4", "1,2.3,4", "seller, food", "1.25,00", "1.250.000,00 USD", "5 PCS", "1\n2"} {
		got, err := r.number(column, Text, text)
		assert.ErrorContains(t, err, "is not a number", "%s: %v", text, got)
	}
	r.Decimal = ","
	_, err := r.number(column, Text, "1.250")
	assert.ErrorContains(t, err, "may be two")
	got, err := r.number(column, Text, "1,250")
	require.NoError(t, err)
	assert.Equal(t, 1.25, got)
}

// TestMoneyWithSigns accepts the sign of the account's own currency only.
func TestMoneyWithSigns(t *testing.T) {
	r := &Reader{Decimal: ",", Currency: "EUR"}
	for _, text := range []string{"€ 12.000,50", "12000,50 €", "12000,50 EUR"} {
		v, err := r.money(Text, text)
		assert.NoError(t, err, text)
		assert.EqualValues(t, 1200050, v.(accountmap.Money).Minor, text)
	}
	_, err := r.money(Text, "$12")
	assert.ErrorContains(t, err, "not in the currency of the account")
}

func TestDates(t *testing.T) {
	r := &Reader{}
	for _, text := range []string{"2026-11-13", "13/11/2026", "11/13/2026", "13.11.2026", "2026-11-13 10:30"} {
		d, err := r.date(Text, text)
		require.NoError(t, err, text)
		assert.Equal(t, accountmap.Date{Year: 2026, Month: 11, Day: 13}, d)
	}
	for text, want := range map[string]string{
		"1/11/2026":       "may be two days (write 2026-11-01 for 1 November, or 2026-01-11 for 11 January)",
		"2026-11-01 soon": "is not a date", "soon": "is not a date",
	} {
		_, err := r.date(Text, text)
		assert.ErrorContains(t, err, want, text)
	}
}

// TestQuotedAsWritten checks that messages quote the original text, although reading strips spaces
// and marks.
func TestQuotedAsWritten(t *testing.T) {
	r := &Reader{Currency: "EUR"}
	for _, text := range []string{"doce mil", "12 000.5555 EUR", "1 2 3 uno", "cinco,5 mil"} {
		_, err := r.money(Text, text)
		assert.ErrorContains(t, err, strconv.Quote(text), text)
	}
	for _, text := range []string{"3 y 4", "5 - 6"} {
		_, err := r.number(&table.Column{Kind: table.Whole}, Text, text)
		assert.ErrorContains(t, err, strconv.Quote(text), text)
	}
}
