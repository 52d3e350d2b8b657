package workbook_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/export/workbook/internal/cells"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/internal/opc/opctest"
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

// TestTitlesAreNotRepeated checks that the repeated rows contain no title, which would be cut at
// the end of the repeated columns.
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

// named returns the cells of a named range of one column.
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

// The limits for the sheets and printed pages of the views in the sample's workbook.
const (
	maxRead  = 9
	maxPages = 15
)

// reading returns the views of the sample's workbook: the sheets up to the last with the summary's
// tab colour.
func reading(t *testing.T, language string) *sheet.Workbook {
	t.Helper()
	m, problems := codec.Open("../../examples/handoff/sample.yaml")
	require.NoError(t, problems.Err())
	words, _ := terms.Lookup(language)
	opts := &workbook.Options{Terms: words, Map: exporttest.Picture{Width: 1400, Height: 900}}
	all, err := workbook.New(t.Context(), m, opts)
	require.NoError(t, err)
	for i, s := range all.Sheets {
		if s.TabColor == all.Sheets[0].TabColor {
			opts.Sheets = append(opts.Sheets, workbook.Sheets()[i])
			assert.Equal(t, sheet.Visible, s.Visibility, s.Name)
		}
	}
	assert.LessOrEqual(t, len(opts.Sheets), maxRead)
	read, err := workbook.New(t.Context(), m, opts)
	require.NoError(t, err)
	return read
}

// TestReadingFitsItsPages counts the pages that LibreOffice prints.
func TestReadingFitsItsPages(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	var files [][]byte
	for _, language := range terms.Languages() {
		var file bytes.Buffer
		require.NoError(t, reading(t, language).WriteXLSX(&file))
		files = append(files, file.Bytes())
	}
	page := regexp.MustCompile(`/Type\s*/Page\b`)
	for i, pdf := range opctest.Convert(t, "xlsx", "pdf", files...) {
		n := len(page.FindAll(pdf, -1))
		assert.Greater(t, n, 5)
		assert.LessOrEqual(t, n, maxPages, terms.Languages()[i])
	}
}

// printedPages returns the number of pages of a sheet as wide as one page, by the heights of its
// rows.
func printedPages(s *sheet.Sheet) int {
	columns := 0
	for _, row := range s.Rows {
		columns = max(columns, len(row.Cells))
	}
	wide := make([]sheet.Column, columns)
	for i := range wide {
		if wide[i].Width = s.DefaultWidth; i < len(s.Columns) {
			wide[i] = s.Columns[i]
		}
	}
	wide = slices.DeleteFunc(wide, func(c sheet.Column) bool { return c.Hidden })
	_, page := cells.PageSize(wide, s.Print.Paper)
	heads := cells.VisibleHeight(s.Rows[s.Print.TitleFrom : s.Print.TitleFrom+s.Print.TitleRows])
	pages, y := 1, 0.0
	for i := range s.Rows {
		height := cells.VisibleHeight(s.Rows[i : i+1])
		if slices.Contains(s.Print.Breaks, i) || y+height > page {
			pages, y = pages+1, heads
		}
		y += height
	}
	return pages
}

// TestReadingIsSetUpForPaper checks that each sheet for reading is landscape and fits the width of
// a page. No column is outside the print area, and each sheet fits its pages.
func TestReadingIsSetUpForPaper(t *testing.T) {
	for _, language := range terms.Languages() {
		pages := 0
		for _, s := range reading(t, language).Sheets {
			if s.Visibility != sheet.Visible {
				continue
			}
			n := printedPages(s)
			t.Log(language, s.Name, n)
			pages += n
			assert.True(t, s.Print.Landscape, "%s %s", language, s.Name)
			assert.Equal(t, 1, s.Print.PagesWide, "%s %s", language, s.Name)
			assert.NotEmpty(t, s.Print.Footer, "%s %s", language, s.Name)
			if s.Print.Area.Columns > 0 {
				for _, row := range s.Rows {
					assert.LessOrEqual(t, len(row.Cells), s.Print.Area.Columns, "%s %s", language, s.Name)
				}
			}
		}
		assert.LessOrEqual(t, pages, maxPages, language)
	}
}

// TestListsToFillInAreVisible checks that each list has a visible sheet with visible columns,
// except the ids of named rows. The words of choices are on a hidden sheet that is not printed.
func TestListsToFillInAreVisible(t *testing.T) {
	for name, a := range map[string]*accountmap.Account{"full": accountmaptest.Full(), "empty": {Profile: accountmap.Profile{Name: "New"}}} {
		wb, err := workbook.New(t.Context(), exporttest.NewMap(t, a), nil)
		require.NoError(t, err)
		colors := map[string]bool{}
		for i, s := range wb.Sheets[:len(workbook.Sheets())] {
			id := workbook.Sheets()[i].ID
			colors[s.TabColor] = true
			_, isList := table.Lookup(id)
			switch {
			case id == "lists":
				assert.Equal(t, sheet.Hidden, s.Visibility)
			case isList || id == "details" || id == "coverage":
				assert.Equal(t, sheet.Visible, s.Visibility, "%s: %s", name, id)
				for c, column := range s.Columns {
					assert.True(t, c == 0 || !column.Hidden, "%s: %s, column %d", name, id, c)
				}
			}
		}
		assert.Len(t, colors, 6, "one for what is read, and five groups of lists")
	}
}
