package workbook_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// comesBack checks that the account read from its workbook equals the account.
func comesBack(t *testing.T, a *accountmap.Account, opts *workbook.Options) {
	t.Helper()
	m := exporttest.NewMap(t, a)
	got, problems := codec.Decode(bytes.NewReader(xlsx(t, m, opts)), codec.XLSX)
	require.NoError(t, problems.Err())
	again := exporttest.NewMap(t, got)
	require.Empty(t, accountmap.Compare(m, again))
	want := m.Account()
	want.Format = accountmap.FormatVersion // a file has its version
	require.Equal(t, want, again.Account())
}

func TestEveryAccountComesBack(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		t.Run(language, func(t *testing.T) {
			comesBack(t, accountmaptest.Full(), &workbook.Options{Terms: words})
			comesBack(t, exporttest.Sample(), &workbook.Options{Terms: words})
		})
	}
	for _, shape := range accountmaptest.Shapes() {
		t.Run(shape.Name, func(t *testing.T) {
			comesBack(t, accountmaptest.Generate(7, shape), nil)
		})
	}
}

// TestAmountsOfOtherCurrenciesComeBack checks that an amount written as text in the reader's
// language is read as that amount.
func TestAmountsOfOtherCurrenciesComeBack(t *testing.T) {
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		a := exporttest.Sample()
		a.Orders = nil
		for _, minor := range []int64{1, 99, 100, 80_000, 99_999, 100_000, 123_400, 1_280_000, 123_456_789, 1_234_567_800_050, 999_999_999_999_999, -1, -123_456_789} {
			for _, currency := range []accountmap.Currency{"PLN", "JPY", "KWD"} {
				a.Orders = append(a.Orders, accountmap.Order{Unit: "mill", Product: "core", Date: exporttest.Day(2026, 2, 1), Amount: accountmap.Money{Minor: minor, Currency: currency}})
			}
		}
		comesBack(t, a, &workbook.Options{Terms: words})
	}
}

func TestHostileTextsComeBack(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	for _, text := range accountmaptest.Hostile() {
		a := accountmaptest.Full()
		accountmaptest.FillText(a, text)
		if _, err := accountmap.New(a); err != nil {
			continue // as an id or a code it is refused
		}
		t.Run(text[:min(len(text), 20)], func(t *testing.T) { comesBack(t, a, nil) })
	}
}
