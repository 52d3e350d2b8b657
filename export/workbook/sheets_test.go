package workbook_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	lists "github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/paper"
)

func TestEveryListHasASheet(t *testing.T) {
	names := map[string]bool{}
	for _, s := range workbook.Sheets() {
		assert.False(t, names[s.ID], s)
		names[s.ID] = true
	}
	for _, l := range lists.All() {
		name := l.Name
		if name == "coverage" {
			name = "details"
		}
		assert.True(t, names[name], name)
	}
}

func TestRequestedSheets(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Sample())
	own := &sheet.Sheet{Name: "Targets"}
	wb, err := workbook.New(t.Context(), m, &workbook.Options{Sheets: []workbook.Sheet{{ID: "answers"}, {Custom: own}, {ID: "targets"}}})
	require.NoError(t, err)
	assert.Equal(t, []string{"Answers", "Targets", "Targets (2)", "Lists", "_meta"}, wb.SheetNames())
	assert.Same(t, own, wb.Sheets[1])
	var visible []sheet.Visibility
	for _, s := range wb.Sheets {
		visible = append(visible, s.Visibility)
	}
	assert.Equal(t, []sheet.Visibility{sheet.Visible, sheet.Visible, sheet.Visible, sheet.Hidden, sheet.VeryHidden}, visible, "what is asked for is shown, even empty")
}

// TestNamesOfOwnSheets checks that a caller's sheets get valid, unique names, whatever their
// titles, and that the workbook can be read back.
func TestNamesOfOwnSheets(t *testing.T) {
	a := exporttest.Sample()
	var sheets []workbook.Sheet
	for _, name := range []string{strings.Repeat("n", 40), `a:b\c/d?e*f[g]`, "contacts", "CONTACTS", "", "History", "history", "'quoted'",
		strings.Repeat("🙂", 16), "ΣΊΣΥΦΟΣ", "σίσυφος", "\x00", "=1+1", "Lists"} {
		sheets = append(sheets, workbook.Sheet{Custom: &sheet.Sheet{Name: name}})
	}
	file := xlsx(t, exporttest.NewMap(t, a), &workbook.Options{Sheets: append(sheets, workbook.Sheets()...)})
	seen := map[string]bool{}
	for _, name := range reopen(t, file).GetSheetList() {
		folded := strings.ToLower(name)
		assert.False(t, seen[folded], name)
		seen[folded] = true
		assert.NotEqual(t, "history", folded)
		assert.NotEmpty(t, name)
		assert.LessOrEqual(t, len(utf16.Encode([]rune(name))), 31, name)
		assert.False(t, strings.ContainsAny(name, `:\/?*[]`) || strings.Trim(name, "'") != name, name)
	}
	_, problems := codec.Decode(bytes.NewReader(file), codec.XLSX)
	assert.Empty(t, accountmaptest.Settled(problems))
}

// TestEverySheetIsValidAlone makes a workbook of each sheet alone, without the sheets to which it
// has links or formulas.
func TestEverySheetIsValidAlone(t *testing.T) {
	m := exporttest.NewMap(t, accountmaptest.Full())
	for _, s := range workbook.Sheets() {
		f := reopen(t, xlsx(t, m, &workbook.Options{Sheets: []workbook.Sheet{s}}))
		shown := slices.DeleteFunc(f.GetSheetList(), func(name string) bool {
			visible, err := f.GetSheetVisible(name)
			return err != nil || !visible
		})
		assert.Len(t, shown, 1, "%s: shown are %v", s.ID, shown)
	}
}

var errBroken = errors.New("no ink")

func TestInvalidSheets(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Sample())
	for want, opts := range map[string]*workbook.Options{
		"sheet 1 is empty":                                       {Sheets: []workbook.Sheet{{}}},
		`sheet 2 has the ID "pace" and is custom`:                {Sheets: []workbook.Sheet{{ID: "summary"}, {ID: "pace", Custom: &sheet.Sheet{}}}},
		`the sheet "answers" is asked for twice`:                 {Sheets: []workbook.Sheet{{ID: "answers"}, {ID: "answers"}}},
		`there is no sheet "Summary"; there are summary, moves,`: {Sheets: []workbook.Sheet{{ID: "Summary"}}},
		`there is no sheet "own"`:                                {Sheets: []workbook.Sheet{{ID: "own"}}},
		"a workbook needs at least one sheet":                    {Sheets: []workbook.Sheet{}},
		"the map for the workbook: no ink":                       {Map: exporttest.Picture{Err: errBroken}},
		`a sheet of your own cannot be called "_meta"`: {Sheets: append([]workbook.Sheet{{Custom: &sheet.Sheet{Name: "_META\x01"}}},
			workbook.Sheets()...)},
	} {
		_, err := workbook.New(t.Context(), m, opts)
		assert.ErrorContains(t, err, want)
	}
	_, err := workbook.New(t.Context(), m, &workbook.Options{Map: exporttest.Picture{Err: errBroken}})
	assert.ErrorIs(t, err, errBroken)
}

func TestTooManyUnitsAreAnError(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Wide"}, Products: []accountmap.Product{{ID: "p", Name: "P"}}}
	for i := range 16_381 {
		a.Units = append(a.Units, accountmap.Unit{ID: accountmap.UnitID("u" + strconv.Itoa(i)), Name: "Unit"})
	}
	m := exporttest.NewMap(t, a)
	_, err := workbook.New(t.Context(), m, nil)
	assert.ErrorContains(t, err, `the sheet "coverage" has a column for each of 16381 units, and takes 16380`)
	assert.ErrorContains(t, workbook.CheckSize(m), "takes 16380 of either, not 16381 units and 1 products")
	a.Units = a.Units[:16_380]
	xlsx(t, exporttest.NewMap(t, a), &workbook.Options{Sheets: []workbook.Sheet{{ID: "coverage"}}})
}

// TestIDsUnsuitableForCells checks that an id which a cell would change is refused with its place,
// except where ids are not written.
func TestIDsUnsuitableForCells(t *testing.T) {
	for _, id := range []string{"a\rb", "a\ufdd0b", "accountatlas:matrix"} {
		a := exporttest.Sample()
		i := len(a.Contacts)
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(id), Name: "Odd"})
		m := exporttest.NewMap(t, a)
		_, err := workbook.New(t.Context(), m, nil)
		require.ErrorContains(t, err, fmt.Sprintf("workbook: contacts[%d]: no cell of a workbook holds the id ", i))
		assert.Less(t, len(err.Error()), 300)
		_, err = workbook.New(t.Context(), m.Select(accountmap.Scope{Audience: accountmap.AudienceClient}), nil)
		require.NoError(t, err)
	}
	a := exporttest.Sample()
	for i := range 30 {
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(fmt.Sprintf("%d\r", i)), Name: "Odd"})
	}
	_, err := workbook.New(t.Context(), exporttest.NewMap(t, a), nil)
	assert.ErrorContains(t, err, "20 more ids are like these")
}

func TestTheMapIsOnTheSummary(t *testing.T) {
	f := reopen(t, xlsx(t, exporttest.NewMap(t, exporttest.Sample()), &workbook.Options{Map: exporttest.Picture{}}))
	cells, err := f.GetPictureCells("Summary")
	require.NoError(t, err)
	require.Len(t, cells, 1)
	pictures, err := f.GetPictures("Summary", cells[0])
	require.NoError(t, err)
	require.Len(t, pictures, 1)
	assert.Equal(t, ".png", pictures[0].Extension)
	assert.Equal(t, "Account map of Acme: 7 people · 2 for · 2 against · 1 neutral · 2 unknown", pictures[0].Format.AltText)
}

// divided is a picture with three pages, of which the first is the overview.
type divided struct{ exporttest.Picture }

func (divided) OnPaper(context.Context, paper.Size) ([]paper.Picture, error) {
	return []paper.Picture{page{of: exporttest.Picture{Heading: "Overview", Says: "Three pages"}}, page{}, page{}}, nil
}

type page struct {
	paper.Picture
	of exporttest.Picture
}

func (p page) Title() string                 { return p.of.Title() }
func (p page) Description() string           { return p.of.Description() }
func (p page) Size() (width, height float64) { return p.of.Size() }
func (p page) PNG(w io.Writer) error         { return p.of.PNG(w) }

func TestSummaryShowsTheOverviewOfADividedMap(t *testing.T) {
	f := reopen(t, xlsx(t, exporttest.NewMap(t, exporttest.Sample()), &workbook.Options{Map: divided{}}))
	cells, err := f.GetPictureCells("Summary")
	require.NoError(t, err)
	require.Len(t, cells, 1)
	pictures, err := f.GetPictures("Summary", cells[0])
	require.NoError(t, err)
	require.Len(t, pictures, 1)
	assert.Equal(t, "Three pages", pictures[0].Format.AltText)
	assert.Contains(t, read(t, f, "Summary").rows, []string{"Overview"})
	assert.Contains(t, read(t, f, "Summary").rows, []string{"An overview: map.pdf has its pages."})
}

func TestSummaryPictureHasItsTitle(t *testing.T) {
	f := reopen(t, xlsx(t, exporttest.NewMap(t, exporttest.Sample()), &workbook.Options{Map: exporttest.Picture{Heading: "Acme · coverage", Says: "Who buys what"}}))
	cells, err := f.GetPictureCells("Summary")
	require.NoError(t, err)
	require.Len(t, cells, 1)
	pictures, err := f.GetPictures("Summary", cells[0])
	require.NoError(t, err)
	assert.Equal(t, "Who buys what", pictures[0].Format.AltText)
	assert.Contains(t, read(t, f, "Summary").rows, []string{"Acme · coverage"})
}
