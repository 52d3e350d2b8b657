package accountmap_test

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

func money(minor int64, currency accountmap.Currency) accountmap.Money {
	return accountmap.Money{Minor: minor, Currency: currency}
}

func TestParseMoney(t *testing.T) {
	tests := []struct {
		text    string
		account accountmap.Currency
		want    accountmap.Money
		back    string // the output of Format if it differs from the text
	}{
		{"1250.00", "EUR", money(125000, ""), ""},
		{"1250", "EUR", money(125000, ""), "1250.00"},
		{"1250.5", "EUR", money(125050, ""), "1250.50"},
		{"1250.5000", "EUR", money(125050, ""), "1250.50"},
		{"0.01", "", money(1, ""), ""},
		{"-0.01", "", money(-1, ""), ""},
		{"0", "EUR", money(0, ""), "0.00"},
		{"007.00", "EUR", money(700, ""), "7.00"},
		{"1250.00 USD", "EUR", money(125000, "USD"), ""},
		{"-1250.99 EUR", "EUR", money(-125099, "EUR"), ""},
		{"1250", "JPY", money(1250, ""), ""},
		{"1250.00", "JPY", money(1250, ""), "1250"},
		{"1250 JPY", "EUR", money(1250, "JPY"), ""},
		{"1.234", "KWD", money(1234, ""), ""},
		{"1.234 KWD", "JPY", money(1234, "KWD"), ""},
		{"0.5 KWD", "EUR", money(500, "KWD"), "0.500 KWD"},
		{"12.34 EUR", "JPY", money(1234, "EUR"), ""},
		// No float64 has these exact values.
		{"0.10", "EUR", money(10, ""), ""},
		{"90071992547409.93", "EUR", money(9007199254740993, ""), ""},
		{"92233720368547758.07", "EUR", money(math.MaxInt64, ""), ""},
		{"-92233720368547758.07", "EUR", money(-math.MaxInt64, ""), ""},
		{"9223372036854775807", "JPY", money(math.MaxInt64, ""), ""},
	}
	for _, test := range tests {
		got, err := accountmap.ParseMoney(test.text, test.account)
		require.NoError(t, err, test.text)
		assert.Equal(t, test.want, got, test.text)
		if test.back == "" {
			test.back = test.text
		}
		assert.Equal(t, test.back, got.Format(test.account))
	}
}

func TestParseMoneyRefuses(t *testing.T) {
	for text, account := range map[string]accountmap.Currency{
		"": "EUR", " ": "EUR", ".": "EUR", "-": "EUR", "1250.": "EUR", ".50": "EUR", "-.50": "EUR", "+1": "EUR", "--1": "EUR", "1-": "EUR",
		"1,250.00": "EUR", "1.250,00": "EUR", "1250,00": "EUR", "1 250": "EUR", "1.2.3": "EUR", "1e3": "EUR", "0x10": "EUR", "NaN": "EUR",
		"Inf": "EUR", "１２": "EUR", "٣": "EUR", "€5": "EUR", "5 €": "EUR", "5 eur": "EUR", "5 ": "EUR", "5  EUR": "EUR", "5 EUR ": "EUR",
		"5EUR": "EUR", "EUR 5": "EUR", "1.001": "EUR", "12.000": "EUR", "12.000 EUR": "KWD", "12.000 JPY": "EUR", "1.0001": "KWD", "1.5": "JPY", "1.5 JPY": "EUR", "92233720368547758.08": "EUR",
		"-92233720368547758.08": "EUR", "9223372036854775808": "JPY", strings.Repeat("9", 5000): "EUR", "1_000": "EUR", "5 EU": "EUR",
	} {
		_, err := accountmap.ParseMoney(text, account)
		var value *accountmap.ValueError
		if assert.ErrorAs(t, err, &value, text) {
			assert.Less(t, len(value.Error()), 200)
		}
	}
}

func TestMoneyDecimal(t *testing.T) {
	assert.Equal(t, "0.05", money(5, "").Decimal("EUR"))
	assert.Equal(t, "-0.05", money(-5, "").Decimal("EUR"))
	assert.Equal(t, "5", money(5, "").Decimal("JPY"))
	assert.Equal(t, "0.005", money(5, "KWD").Decimal("JPY"))
	assert.Equal(t, "-92233720368547758.08", money(math.MinInt64, "").Decimal(""))
	assert.Equal(t, "0.00", money(0, "").String())
	assert.Equal(t, "5 JPY", money(5, "JPY").String())
}

func TestMoneyText(t *testing.T) {
	var m accountmap.Money
	require.NoError(t, m.UnmarshalText([]byte("12.5 USD")))
	b, err := m.MarshalText()
	require.NoError(t, err)
	assert.Equal(t, "12.50 USD", string(b))
	assert.Error(t, m.UnmarshalText([]byte("a lot")))
	assert.Equal(t, money(1250, "USD"), m)
}

func TestMoneyAdd(t *testing.T) {
	unknown := accountmap.Money{}
	for _, test := range []struct{ m, n, want accountmap.Money }{
		{money(1, "EUR"), money(2, "EUR"), money(3, "EUR")},
		{money(1, "EUR"), money(-1, "EUR"), money(0, "EUR")},
		{unknown, money(2, "USD"), money(2, "USD")},
		{money(2, "USD"), unknown, money(2, "USD")},
		{unknown, unknown, unknown},
		{money(math.MaxInt64-1, ""), money(1, ""), money(math.MaxInt64, "")},
		{money(math.MaxInt64, ""), money(-math.MaxInt64, ""), unknown},
	} {
		got, err := test.m.Add(test.n)
		require.NoError(t, err)
		assert.Equal(t, test.want, got)
	}
	_, err := money(1, "EUR").Add(money(1, "USD"))
	assert.ErrorContains(t, err, "0.01 USD to 0.01 EUR")
	for _, test := range [][2]int64{{math.MaxInt64, 1}, {1, math.MaxInt64}, {-math.MaxInt64, -2}, {math.MinInt64, -1}, {math.MinInt64, math.MinInt64}} {
		_, err := money(test[0], "EUR").Add(money(test[1], "EUR"))
		assert.ErrorContains(t, err, "too large", "%v", test)
	}
}

func TestCurrencyDigits(t *testing.T) {
	for currency, want := range map[accountmap.Currency]int{"": 2, "EUR": 2, "JPY": 0, "KWD": 3, "CLP": 0, "TND": 3, "XXX": 2} {
		assert.Equal(t, want, currency.Digits(), currency)
	}
}

func TestMapNamesTheCurrency(t *testing.T) {
	m := newMap(t, sample())
	core, _ := m.Product("core")
	assert.Equal(t, money(48000, "EUR"), core.Price)
	assert.Equal(t, money(100000, "EUR"), m.Matrix().At("hq", "core").Value)
	assert.Equal(t, money(5, "JPY"), m.Matrix().At("depot", "care").Potential)
	assert.True(t, m.Matrix().At("depot", "care").Value.IsZero(), "unknown stays unknown")
}

// A map names the currency of every amount in every list.
func TestMapNamesEveryCurrency(t *testing.T) {
	m := newMap(t, accountmaptest.Generate(1, accountmaptest.Typical(30)))
	count := 0
	var visit func(v reflect.Value)
	visit = func(v reflect.Value) {
		amount, is := v.Interface().(accountmap.Money)
		switch {
		case is && !amount.IsZero():
			count++
			assert.Equal(t, accountmap.Currency("EUR"), amount.Currency)
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				visit(v.Index(i))
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				visit(v.Field(i))
			}
		}
	}
	visit(reflect.ValueOf(*accountOf(m)))
	assert.Greater(t, count, 100)
}

// An amount that cannot be written is invalid.
func TestMoneyThatCannotBeParsed(t *testing.T) {
	a := sample()
	a.Products[0].Price = money(math.MinInt64, "")
	problems := accountmap.Validate(a)
	assert.Equal(t, []string{"products[0].price invalid-value"}, newLines(problems))
}

// TestOverflowingSums reports amounts whose sum overflows an int64, in every list. Otherwise, sums
// of a Map would be wrong.
func TestOverflowingSums(t *testing.T) {
	const half = math.MaxInt64/2 + 1
	for name, edit := range map[string]func(a *accountmap.Account){
		"orders": func(a *accountmap.Account) {
			a.Orders[0].Amount, a.Orders[1].Amount = money(half, ""), money(half, "EUR")
		},
		"three orders of 9e16 euros": func(a *accountmap.Account) {
			for i := range 3 {
				a.Orders[i].Amount = money(9e18, "EUR")
			}
		},
		"credits": func(a *accountmap.Account) {
			a.Orders[0].Amount, a.Orders[1].Amount = money(-half, "EUR"), money(-half, "EUR")
		},
		"cells": func(a *accountmap.Account) {
			a.Coverage[3].Potential, a.Coverage[4].Potential = money(half, "EUR"), money(half, "EUR")
		},
		"contracts": func(a *accountmap.Account) {
			a.Contracts[0].Value, a.Targets[0].Budget = money(math.MaxInt64, "EUR"), money(1, "EUR")
		},
	} {
		a := sample()
		a.Currency = "EUR"
		edit(a)
		_, err := accountmap.New(a)
		require.ErrorIs(t, err, accountmap.ErrOutOfRange, name)
		assert.ErrorContains(t, err, "exceeds 92233720368547758.07 EUR", name)
	}
	a := sample()
	a.Orders = []accountmap.Order{{Unit: "mill", Product: "core", Date: day(2026, 1, 1), Amount: money(math.MaxInt64, "CHF")},
		{Unit: "mill", Product: "app", Date: day(2026, 1, 1), Amount: money(math.MaxInt64, "SEK")}}
	assert.NoError(t, newErr(a), "each currency by itself")
}

func newErr(a *accountmap.Account) error {
	_, err := accountmap.New(a)
	return err
}
