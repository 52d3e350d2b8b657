package workbook_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// monthly returns an account whose units order the same every month, the last unit in another
// currency.
func monthly(asOf accountmap.Date, months int) *accountmap.Account {
	a := &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", Currency: "EUR", AsOf: asOf},
		Units:    []accountmap.Unit{{ID: "mill", Name: "Mill"}, {ID: "shop", Name: "Shop"}, {ID: "plant", Name: "Plant"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}},
	}
	for i := range months {
		date := accountmap.DateOf(time.Date(2023, time.Month(i+1), 1, 0, 0, 0, 0, time.UTC))
		for _, u := range a.Units {
			amount := accountmap.Money{Minor: 10_000, Currency: "EUR"}
			if u.ID == "plant" {
				amount.Currency = "PLN"
			}
			a.Orders = append(a.Orders, accountmap.Order{Unit: u.ID, Product: "core", Date: date, Amount: amount})
		}
	}
	return a
}

// quarterRows returns the rows of the sheet of quarters by their first cell. Each row has its cells
// by their heads.
func quarterRows(t *testing.T, a *accountmap.Account) map[string]map[string]string {
	t.Helper()
	m, err := accountmap.New(a)
	require.NoError(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(xlsx(t, m, nil)))
	require.NoError(t, err)
	all, err := f.GetRows(terms.English().Text(terms.SheetsQuarters))
	require.NoError(t, err)
	rows := map[string]map[string]string{}
	var heads []string
	for _, row := range all {
		switch {
		case len(row) > 0 && row[0] == "Unit":
			heads = row
		case heads != nil && len(row) > 0:
			byHead := map[string]string{}
			for i, head := range heads {
				if i < len(row) {
					byHead[head] = row[i]
				}
			}
			rows[row[0]] = byHead
		}
	}
	return rows
}

// TestARunningQuarterIsNoFall makes the workbook on several days within a quarter.
func TestARunningQuarterIsNoFall(t *testing.T) {
	for _, asOf := range []accountmap.Date{{Year: 2025, Month: 10, Day: 1}, {Year: 2025, Month: 11, Day: 15}, {Year: 2025, Month: 12, Day: 31}} {
		for name, row := range quarterRows(t, monthly(asOf, 36)) {
			assert.Equal(t, "steady", row["Trend"], "%s on %s", name, asOf)
		}
	}
	a := monthly(accountmap.Date{Year: 2025, Month: 11, Day: 15}, 36)
	for i := range a.Orders {
		if o := &a.Orders[i]; o.Unit == "shop" && o.Date.Year == 2025 {
			o.Amount.Minor /= 2
		}
	}
	rows := quarterRows(t, a)
	assert.Equal(t, "down", rows["Shop"]["Trend"])
	assert.Equal(t, "steady", rows["Mill"]["Trend"])
	assert.Contains(t, rows["Mill"], "2025-Q4 to date")
	assert.Equal(t, "1,200", rows["Mill"]["Last 12 months"])
}

// TestOtherCurrenciesAreNotZero checks the row of a unit that pays in another currency than the
// account's.
func TestOtherCurrenciesAreNotZero(t *testing.T) {
	rows := quarterRows(t, monthly(accountmap.Date{Year: 2025, Month: 11, Day: 15}, 36))
	plant := rows["Plant"]
	assert.Equal(t, "2,600.00\u00a0PLN", plant["Other currencies"], "nine quarters, of which one runs")
	assert.Equal(t, "1,200.00\u00a0PLN", plant["Last 12 months"])
	assert.Equal(t, "1,200.00\u00a0PLN", plant["12 months before"])
	assert.Empty(t, plant["Total"])
	for _, row := range rows {
		for head, value := range row {
			assert.NotContains(t, []string{"0", "0.00"}, value, head)
		}
	}
	total := rows["Total"]
	assert.Equal(t, "2,600.00\u00a0PLN", total["Other currencies"])
	assert.Equal(t, "2,400", total["Last 12 months"])

	only := monthly(accountmap.Date{Year: 2025, Month: 11, Day: 15}, 36)
	for i := range only.Orders {
		only.Orders[i].Amount.Currency = "PLN"
	}
	total = quarterRows(t, only)["Total"]
	assert.Equal(t, "steady", total["Trend"])
	assert.True(t, strings.HasSuffix(total["Last 12 months"], "PLN"), total)
}

// TestNoTrendWithoutTwoYears makes the sheet with orders of one year only.
func TestNoTrendWithoutTwoYears(t *testing.T) {
	a := monthly(accountmap.Date{Year: 2023, Month: 12, Day: 15}, 12)
	for name, row := range quarterRows(t, a) {
		assert.Empty(t, row["Trend"], name)
	}
}
