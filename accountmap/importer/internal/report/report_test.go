package report_test

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap/importer/internal/report"
)

func TestTitles(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want int
	}{
		"none":                  {"Id,Name\n1,Ann\n", 0},
		"one column":            {"Item\ni\nj\n", 0},
		"a title":               {"Sales 2026\nId,Name\n", 1},
		"a title, blank rows":   {"Sales 2026,,\n,,\n,,\nId,Name,Unit\n", 3},
		"only blank rows above": {",,\n\nId,Name,Unit\n", 1},
		"nothing near":          {"a\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\nId,Name\n", 0},
		"empty":                 {"", 0},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.want, report.Titles(fstest.MapFS{"x.csv": {Data: []byte(tt.text)}}, "x.csv"))
		})
	}
	assert.Zero(t, report.Titles(fstest.MapFS{}, "missing.csv"))
	assert.Equal(t, "Sales", report.Title([]string{"", " Sales "}))
}

func TestIsTotal(t *testing.T) {
	for _, row := range [][]string{{"Total", "", "300"}, {"Grand Totals (2 records)", "", "1,200"}, {"", "Suma total", "1.200,00 €", "3"}, {"Summe:", "5"}, {"Grand Totals (3 records)", "", ""}} {
		assert.True(t, report.IsTotal(row), "%q", row)
	}
	for _, row := range [][]string{{"Total"}, {"Total", "Lamps", "300"}, {"Total Energies", "300"}, {"1", "Total"}, {"", ""}, nil} {
		assert.False(t, report.IsTotal(row), "%q", row)
	}
}

func TestIsFoot(t *testing.T) {
	copyright, note := []string{"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.", ""}, []string{"Filtered by: my deals", "", ""}
	assert.True(t, report.IsFoot(copyright, false))
	assert.True(t, report.IsFoot(note, true))
	assert.False(t, report.IsFoot(note, false), "an account with a name alone")
	assert.False(t, report.IsFoot([]string{"Nordbo", "Oslo"}, true))
	assert.False(t, report.IsFoot([]string{"Total", "", ""}, true))
}
