package workbook_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/workbook"
)

func printed(f *excelize.File, sheet string) (titles, area string) {
	for _, n := range f.GetDefinedName() {
		switch {
		case n.Scope != sheet:
		case strings.HasSuffix(n.Name, "Print_Titles"):
			titles = n.RefersTo
		case strings.HasSuffix(n.Name, "Print_Area"):
			area = n.RefersTo
		}
	}
	return titles, area
}

// What repeats on every page holds no title: it would be cut where the repeated columns end.
func TestTitlesAreNotRepeated(t *testing.T) {
	f := reopen(t, xlsx(t, exporttest.NewMap(t, exporttest.Sample()), nil))
	titles, area := printed(f, "Contacts")
	assert.Equal(t, "'Contacts'!$A:$B,'Contacts'!$5:$5", titles)
	assert.Equal(t, "'Contacts'!$A$5:$Y$13", area)
	edges, err := f.GetHeaderFooter("Contacts")
	require.NoError(t, err)
	assert.Equal(t, "&LAcme · Contacts · As of 1 November 2026 · 7 people · 2 for · 2 against · 1 neutral · 2 unknown", edges.OddHeader)
	layout, err := f.GetPageLayout("Contacts")
	require.NoError(t, err)
	assert.Equal(t, 2, *layout.FitToWidth)
	titles, area = printed(f, "Coverage")
	assert.Equal(t, "'Coverage'!$A:$C,'Coverage'!$4:$7", titles)
	assert.Empty(t, area, "on one page the title is printed where it stands")

	f = reopen(t, xlsx(t, exporttest.NewMap(t, exporttest.Large(60, 12)), nil))
	titles, area = printed(f, "Coverage")
	assert.Equal(t, "'Coverage'!$A:$C,'Coverage'!$4:$6", titles)
	assert.True(t, strings.HasPrefix(area, "'Coverage'!$A$4:$BK$"), area)
	layout, err = f.GetPageLayout("Coverage")
	require.NoError(t, err)
	assert.Equal(t, 5, *layout.FitToWidth)
	style, err := f.GetCellStyle("Coverage", "D5")
	require.NoError(t, err)
	look, err := f.GetStyle(style)
	require.NoError(t, err)
	assert.Equal(t, "left", look.Alignment.Horizontal, "a label over several columns would be cut where a page ends")
}

func TestStatusesAreChosenFromAList(t *testing.T) {
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		f := reopen(t, xlsx(t, exporttest.NewMap(t, exporttest.Sample()), &workbook.Options{Terms: words}))
		got, err := f.GetDataValidations(words.Text(terms.WorkbookSheetCoverage))
		require.NoError(t, err)
		require.Len(t, got, 2, "the statuses, and what refuses typing below them")
		assert.Equal(t, "D9:G10 D12:G13 D15:G15", got[0].Sqref, "products, without the heads of their lines")
		var statuses []string
		for _, s := range accountmap.CoverageStatuses() {
			statuses = append(statuses, words.Status(s))
		}
		assert.Equal(t, statuses, named(t, f, got[0].Formula1))
		assert.Equal(t, words.Text(terms.WorkbookBadStatusTitle), *got[0].ErrorTitle)
	}
}

// named are the cells of a named range of one column.
func named(t *testing.T, f *excelize.File, name string) []string {
	t.Helper()
	for _, n := range f.GetDefinedName() {
		if n.Name != name {
			continue
		}
		sheet, cells, _ := strings.Cut(strings.ReplaceAll(n.RefersTo, "$", ""), "!")
		from, to, _ := strings.Cut(cells, ":")
		column, first, err := excelize.CellNameToCoordinates(from)
		require.NoError(t, err)
		_, last, err := excelize.CellNameToCoordinates(to)
		require.NoError(t, err)
		var words []string
		for row := first; row <= last; row++ {
			cell, err := excelize.CoordinatesToCellName(column, row)
			require.NoError(t, err)
			word, err := f.GetCellValue(strings.Trim(sheet, "'"), cell)
			require.NoError(t, err)
			words = append(words, word)
		}
		return words
	}
	require.Failf(t, "no such name", "%s", name)
	return nil
}

func TestLongAddressesHaveRoom(t *testing.T) {
	a := exporttest.Sample()
	a.Contacts[0].Email = "a.rather.long.name.indeed@a-rather-long-company-name-indeed.example"
	f := reopen(t, xlsx(t, exporttest.NewMap(t, a), nil))
	g := read(t, f, "Contacts")
	head, column := g.row(1, "Name"), 0
	for i, text := range g.rows[head] {
		if text == "Email" {
			column = i
		}
	}
	id, err := f.GetCellStyle("Contacts", name(g.row(1, "Boss Ana"), column))
	require.NoError(t, err)
	style, err := f.GetStyle(id)
	require.NoError(t, err)
	assert.True(t, style.Alignment.WrapText, "it does not run into the next column")
	height, err := f.GetRowHeight("Contacts", g.row(1, "Boss Ana")+1)
	require.NoError(t, err)
	assert.Greater(t, height, 20.0)
}
