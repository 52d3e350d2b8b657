package workbook_test

import (
	"strconv"
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

// A grid is a sheet read back: the shown text of each cell.
type grid struct {
	t     *testing.T
	file  *excelize.File
	sheet string
	rows  [][]string
}

func read(t *testing.T, f *excelize.File, sheet string) *grid {
	t.Helper()
	rows, err := f.GetRows(sheet)
	require.NoError(t, err)
	return &grid{t, f, sheet, rows}
}

// at returns the text of a cell, counted from zero, and "" outside of the sheet.
func (g *grid) at(row, column int) string {
	if row >= len(g.rows) || column >= len(g.rows[row]) {
		return ""
	}
	return g.rows[row][column]
}

// row returns the index of the first row with the text in a column.
func (g *grid) row(column int, text string) int {
	g.t.Helper()
	for i := range g.rows {
		if g.at(i, column) == text {
			return i
		}
	}
	require.Failf(g.t, "no such row", "%s: %q in column %d", g.sheet, text, column)
	return -1
}

func name(row, column int) string {
	s, _ := excelize.CoordinatesToCellName(column+1, row+1)
	return s
}

func TestCoverageSheetShowsTheMatrix(t *testing.T) {
	for _, language := range terms.Languages() {
		t.Run(language, func(t *testing.T) {
			words, _ := terms.Lookup(language)
			m := exporttest.NewMap(t, exporttest.Sample())
			f := reopen(t, xlsx(t, m, &workbook.Options{Terms: words}))
			g := read(t, f, words.Text(terms.WorkbookSheetCoverage))
			head := g.row(1, words.Text(terms.ColumnProduct))
			total := g.row(1, words.Text(terms.WorkbookUnitPenetration))

			column := 3
			for u := range m.Matrix().Units() {
				unit, _, _ := strings.Cut(g.at(head, column), "\n")
				assert.Equal(t, u.Name, unit)
				var own accountmap.Penetration
				for p := range m.Products() {
					row := g.row(1, p.Name)
					require.Greater(t, row, head)
					require.Less(t, row, total)
					status := m.Matrix().At(u.ID, p.ID).Status
					want := ""
					if status != accountmap.CoverageUnassessed {
						want = words.Status(status)
					}
					assert.Equal(t, want, g.at(row, column), "%s, %s", u.Name, p.Name)
					if status.Sellable() {
						own.Sellable++
					}
					if status == accountmap.CoverageSold {
						own.Sold++
					}
				}
				g.share(total, column, own.Share())
				column++
			}
			assert.Empty(t, g.at(head, column))
			for p := range m.Products() {
				g.share(g.row(1, p.Name), 2, m.ProductPenetration(p.ID).Share())
			}
			g.share(total, 2, m.Penetration("").Share())
		})
	}
}

// share asserts a share in a cell, both as written and as computed by the spreadsheet.
func (g *grid) share(row, column int, want float64) {
	g.t.Helper()
	cell := name(row, column)
	raw, err := g.file.GetCellValue(g.sheet, cell, excelize.Options{RawCellValue: true})
	require.NoError(g.t, err)
	written, err := strconv.ParseFloat(raw, 64)
	require.NoError(g.t, err, "%s holds %q", cell, raw)
	assert.InDelta(g.t, want, written, 1e-9, cell)
	computed, err := g.file.CalcCellValue(g.sheet, cell, excelize.Options{RawCellValue: true})
	require.NoError(g.t, err)
	value, err := strconv.ParseFloat(computed, 64)
	require.NoError(g.t, err, "%s computes %q", cell, computed)
	assert.InDelta(g.t, want, value, 1e-9, cell)
}

func TestCoverageSheetNamesPlacesAndParents(t *testing.T) {
	g := read(t, reopen(t, xlsx(t, exporttest.NewMap(t, exporttest.Sample()), nil)), "Coverage")
	assert.Equal(t, "Acme · coverage", g.at(0, 1))
	assert.Equal(t, "As of 1 November 2026  ·  penetration 17% (3 sold of 18 sellable)", g.at(1, 1))
	head := g.row(1, "Product")
	assert.Equal(t, []string{"", "Product", "Penetration", "Head office\nMadrid, Spain", "Mill\nGdańsk, Poland", "Depot\nBaltic", "Trust\nPlace not known"},
		g.rows[head], "a unit that says nothing is where the unit above it is")
	assert.Equal(t, "Head office   Madrid, Spain", g.at(head-2, 3), "a parent comes first in its own band")
	assert.Equal(t, "North   Baltic", g.at(head-1, 4))
	assert.Empty(t, g.at(head-1, 3))
	assert.Empty(t, g.at(head-1, 6))
	var names []string
	for i := head + 1; g.at(i, 1) != "Penetration of the unit"; i++ {
		names = append(names, g.at(i, 1))
	}
	assert.Equal(t, []string{"Platform", "Core", "Hub", "Field", "App", "Radio", "Other products", "Care"}, names)
	for i, name := range names {
		level, err := g.file.GetRowOutlineLevel("Coverage", head+2+i)
		require.NoError(t, err)
		assert.Equal(t, name != "Platform" && name != "Field" && name != "Other products", level == 1, name)
	}
}

func TestCoverageSheetHasPeopleBelowTheirUnits(t *testing.T) {
	g := read(t, reopen(t, xlsx(t, exporttest.NewMap(t, exporttest.Sample()), nil)), "Coverage")
	first := g.row(1, "People we know there")
	var columns [4][]string
	for column := range columns {
		for row := first; g.at(row, column+3) != "" && row < first+3; row++ {
			columns[column] = append(columns[column], g.at(row, column+3))
		}
	}
	assert.Equal(t, []string{"? Clerk Ben", "▲ Boss Ana\nDecision maker, Coach"}, columns[0], "those we are closest to first")
	assert.Equal(t, []string{"+ Fan Dora", "− Chief Eva", "■ Stop Carl"}, columns[1], "without those who left")
	assert.Equal(t, []string{"? Legal counsel (not yet known)"}, columns[2])
	assert.Equal(t, []string{"nobody yet"}, columns[3])
	stray := g.row(1, "Unit not known")
	assert.Equal(t, "▼ Stray Finn", g.at(stray+1, 1))
}

// TestCoverageSheetSpacesThePeopleEvenly checks that the rows of the people are equally high, though
// one person has a role in a second line and another none.
func TestCoverageSheetSpacesThePeopleEvenly(t *testing.T) {
	f := reopen(t, xlsx(t, exporttest.NewMap(t, exporttest.Sample()), nil))
	first := read(t, f, "Coverage").row(1, "People we know there")
	heights := map[float64]bool{}
	for row := first; row < first+3; row++ {
		height, err := f.GetRowHeight("Coverage", row+1)
		require.NoError(t, err)
		heights[height] = true
	}
	assert.Len(t, heights, 1)
}

func TestCoverageSheetExplainsItself(t *testing.T) {
	g := read(t, reopen(t, xlsx(t, exporttest.NewMap(t, exporttest.Sample()), nil)), "Coverage")
	var said []string
	for row := g.row(1, "blank: not assessed yet"); row < len(g.rows); row++ {
		said = append(said, g.rows[row]...)
	}
	words := terms.English()
	for _, s := range accountmap.CoverageStatuses() {
		assert.Contains(t, said, words.Status(s))
	}
	for _, s := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		assert.Contains(t, said, words.StanceMark(s)+" "+words.Stance(s))
	}
	formats, err := g.file.GetConditionalFormats("Coverage")
	require.NoError(t, err)
	rules := map[string]int{}
	for _, list := range formats {
		for _, f := range list {
			rules[f.Type]++
		}
	}
	assert.Equal(t, map[string]int{"data_bar": 1, "2_color_scale": 1, "cell": len(accountmap.CoverageStatuses())}, rules)
}

func TestCoverageSheetKeepsNamesInSight(t *testing.T) {
	f := reopen(t, xlsx(t, exporttest.NewMap(t, exporttest.Sample()), nil))
	panes, err := f.GetPanes("Coverage")
	require.NoError(t, err)
	g := read(t, f, "Coverage")
	assert.Equal(t, g.row(1, "Product")+1, panes.YSplit)
	assert.Equal(t, 3, panes.XSplit)
	merges, err := f.GetMergeCells("Coverage")
	require.NoError(t, err)
	assert.Empty(t, merges, "merged cells cannot be sorted")
	width, err := f.GetColWidth("Coverage", "E")
	require.NoError(t, err)
	assert.GreaterOrEqual(t, width, 14.0)
	layout, err := f.GetPageLayout("Coverage")
	require.NoError(t, err)
	assert.Equal(t, "landscape", *layout.Orientation)
	assert.Equal(t, 1, *layout.FitToWidth)
}
