package codec_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/norace"
)

func TestEditedRows(t *testing.T) {
	want := sample()
	file := edit(t, workbookFile(t, want, "es"), func(e editor) {
		e.set("contacts", "report", "stance", "Champion")
		e.set("contacts", "report", "power", "4")
		e.set("contacts", "boss", "name", "The new\n boss")
		e.set("contacts", "report", "name", strings.ToUpper(want.Contacts[1].Name))
		e.set("contacts", "report", "phone", 2101234567)
		e.set("units", "site", "city", "=Atenas")
		e.addRow("contacts", map[string]any{"name": "Ana\tRíos\n", "unit": "SITE ", "roles": "user; Legal", "reportsTo": "Boss", "external": "sí"})
		e.addRow("contacts", map[string]any{"name": "ana ríos", "reportsTo": " the\u00a0new\n boss"})
		e.addRow("exposures", map[string]any{"contact": "Report", "product": "core", "date": "3/11/2026"})
		e.addRow("exposures", map[string]any{"contact": "Report", "product": "core", "date": 20261104})
		e.addRow("kpis", map[string]any{"name": "Fresh", "target": 3.5})
		e.addRow("kpis.readings", map[string]any{"kpi": "Fresh", "date": "2026-10-31", "value": "2,5"})
	})
	want.Contacts[0].Name, want.Contacts[1].Name = "The new boss", strings.ToUpper(want.Contacts[1].Name)
	want.Contacts[1].Stance, want.Contacts[1].Power, want.Contacts[1].Phone = accountmap.StanceChampion, 4, "2101234567"
	want.Units[1].City = "=Atenas"
	want.Contacts = append(want.Contacts,
		accountmap.Contact{ID: "ana-ríos", Name: "Ana Ríos", Unit: "site", ReportsTo: "boss", External: true, Roles: []accountmap.Role{accountmap.RoleUser, accountmap.RoleLegal}},
		accountmap.Contact{ID: "ana-ríos-2", Name: "ana ríos", ReportsTo: "boss"})
	want.Exposures = append(want.Exposures, accountmap.Exposure{Contact: "report", Product: "core", Date: accountmap.Date{Year: 2026, Month: 11, Day: 3}},
		accountmap.Exposure{Contact: "report", Product: "core", Date: accountmap.Date{Year: 2026, Month: 11, Day: 4}})
	want.KPIs = append(want.KPIs, accountmap.KPI{Name: "Fresh", Target: 3.5, Readings: []accountmap.Reading{{Date: accountmap.Date{Year: 2026, Month: 10, Day: 31}, Value: 2.5}}})

	back, problems := decode(t, file)
	require.Empty(t, errorsOf(problems))
	requireSame(t, want, back)
	merged, problems := mergeOf(sample(), bytes.NewReader(file), nil)
	require.Empty(t, errorsOf(problems))
	requireSame(t, want, merged)
}

// TestDoubtfulCells checks that zeros, copied rows and minus signs in a workbook are reported with
// their cells.
func TestDoubtfulCells(t *testing.T) {
	a := sample()
	_, problems := decode(t, edit(t, workbookFile(t, a, "es"), func(e editor) {
		e.set("contacts", "report", "power", 0)
		e.set("contacts", "boss", "power", " 0,0 ")
		e.set("products", "core", "price", -5)
		e.addRow("orders", map[string]any{"unit": "Site", "product": "core", "date": "2026-01-02", "quantity": 0, "amount": 0.0})
		e.addRow("exposures", map[string]any{"contact": "Report", "product": "core", "date": "3/11/2026"})
		e.addRow("exposures", map[string]any{"contact": "Report", "product": "core", "date": "3/11/2026"})
	}))
	require.Empty(t, errorsOf(problems), problems.Report())
	report := problems.Report()
	for _, want := range []string{
		`^Contactos![A-Z]+\d+: warning out-of-range: " 0,0 " under "[^"]+" is read as unknown \(write a number from 1 to 5`, `^Contactos![A-Z]+\d+: warning out-of-range: "0" under`,
		`^Productos![A-Z]+\d+: warning negative-amount: the price -5.00 is negative`, `^Pedidos![A-Z]+\d+: warning out-of-range: "0" under "Cantidad" is read as unknown`,
		`^Pedidos![A-Z]+\d+: warning out-of-range: "0" under "Importe" is read as unknown`, `: warning repeated-entry: the exposure repeats an earlier one; see Productos mostrados!A\d+ `,
	} {
		assert.Regexp(t, "(?m)"+want, report)
	}
}

// TestMovedAndSorted moves, sorts and restyles a sheet without any effect on the account.
func TestMovedAndSorted(t *testing.T) {
	want := sample()
	file := edit(t, workbookFile(t, want, "en"), func(e editor) {
		sheet, _, from := e.find("accountatlas:contacts")
		rows, err := e.GetRows(sheet, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		swapRows(e, sheet, from+2, len(rows)) // the first and the last entry
		name, stance := slices.Index(rows[from-1], "name")+1, slices.Index(rows[from-1], "stance")+1
		swapColumns(e, sheet, name, stance, from, len(rows))        // as whole columns
		swapColumns(e, sheet, name, stance+1, from+1, len(rows))    // within the table, the keys stay behind
		require.NoError(t, e.SetColVisible(sheet, "D", false))      // hidden
		require.NoError(t, e.SetRowVisible(sheet, from+3, false))   // filtered
		require.NoError(t, e.InsertCols(sheet, "C", 2))             // for the notes of a user
		require.NoError(t, e.SetCellValue(sheet, "C2", "My notes")) //
		require.NoError(t, e.InsertRows(sheet, 1, 3))
		require.NoError(t, e.SetSheetName(sheet, "Kontakte"))
		_, cell := e.cell("units", "site", "city")
		column, _, err := excelize.SplitCellName(cell)
		require.NoError(t, err)
		units, _, head := e.find("accountatlas:units")
		heading, err := excelize.JoinCellName(column, head+1)
		require.NoError(t, err)
		require.NoError(t, e.SetCellValue(units, heading, "Stadt")) // translated
	})
	back, problems := decode(t, file)
	require.Empty(t, errorsOf(problems))
	requireSame(t, want, back)
}

func TestMissingRows(t *testing.T) {
	base := sample()
	file := edit(t, workbookFile(t, base, "en"), func(e editor) {
		sheet, row := e.row("contacts", "adviser")
		require.NoError(t, e.RemoveRow(sheet, row))
		sheet, cell := e.cell("risks", "#1", "text") // cleared, but with its hidden key
		_, row, err := excelize.CellNameToCoordinates(cell)
		require.NoError(t, err)
		for column := 2; column < 12; column++ {
			cell, err := excelize.CoordinatesToCellName(column, row)
			require.NoError(t, err)
			require.NoError(t, e.SetCellValue(sheet, cell, nil))
		}
	})
	_, problems := decode(t, file)
	assert.Contains(t, errorsOf(problems), `Contacts: error missing-cells: the row "Adviser" is gone`)
	assert.Contains(t, errorsOf(problems), `Risks: error missing-cells: the row "Risk" is gone`)

	kept, problems := mergeOf(base, bytes.NewReader(file), nil)
	require.NoError(t, problems.Err())
	assert.Contains(t, problems.Report(), `Contacts: warning missing-cells: the row "Adviser" is gone`)
	assert.Equal(t, base, kept, "what is missing stays")

	deleted, problems := mergeOf(base, bytes.NewReader(file), &codec.MergeOptions{Delete: true})
	assert.NotContains(t, problems.Report(), codec.ErrMissingCells)
	assert.Contains(t, errorsOf(problems), `error unknown-reference`, "the adviser has relationships")
	assert.Empty(t, deleted.Risks)
	assert.Len(t, deleted.Contacts, len(base.Contacts)-1)
	assert.Len(t, base.Contacts, len(deleted.Contacts)+1, "the base is not changed")
}

// TestMergeOntoAChangedAccount merges a workbook onto an account that has changed since. A merge
// onto the account of another client is refused.
func TestMergeOntoAChangedAccount(t *testing.T) {
	other := sample()
	file := workbookFile(t, other, "en")
	other.Notes = "changed since"
	a, problems := mergeOf(other, bytes.NewReader(file), nil)
	require.Empty(t, accountmaptest.Settled(problems))
	assert.Equal(t, other, a)
	for _, strange := range []*accountmap.Account{nil, {Profile: accountmap.Profile{Name: "Another"}, Units: []accountmap.Unit{{ID: "x", Name: "X"}}}} {
		a, problems = mergeOf(strange, bytes.NewReader(file), nil)
		assert.Nil(t, a)
		assert.ErrorContains(t, problems, "made from another account")
	}
}

// TestWorkbookProblems checks that every problem names its sheet and cell.
func TestWorkbookProblems(t *testing.T) {
	var want []string
	file := edit(t, workbookFile(t, sample(), "en"), func(e editor) {
		sheet, cell := e.cell("contacts", "boss", "left")
		whole, err := e.NewStyle(&excelize.Style{NumFmt: 1}) // instead of a date format
		require.NoError(t, err)
		require.NoError(t, e.SetCellStyle(sheet, cell, cell, whole))
		want = append(want,
			e.set("contacts", "report", "stance", "boss")+": error invalid-value",
			e.set("contacts", "report", "unit", "Gruop")+`: error unknown-reference: nothing on the sheet Units is called "Gruop" (did you mean "Group"?)`,
			e.set("contacts", "report", "power", 7)+": error out-of-range",
			e.set("contacts", "report", "evidence.date", "tomorrow")+": error invalid-value",
			e.set("contacts", "boss", "left", 46327)+`: error invalid-value: "46327" is a number, not a date (give the cell the format of dates, which shows 2026-11-01, or write the date)`,
			e.set("orders", "#1", "quantity", "many")+": error invalid-value",
			e.set("orders", "#1", "amount", 12.345)+": error invalid-value",
			e.set("orders", "#1", "product", "")+": error missing-value",
		)
		sheet, cell = e.cell("contacts", "report", "left")
		require.NoError(t, e.SetCellFormula(sheet, cell, "A1+1"))
		want = append(want, sheet+"!"+cell+": error invalid-value: the formula in the cell has no value yet")

		sheet, row := e.row("contacts", "unmet")
		require.NoError(t, e.DuplicateRow(sheet, row)) // with its hidden id
		cell, err = excelize.CoordinatesToCellName(1, row+1)
		require.NoError(t, err)
		want = append(want, sheet+"!"+cell+`: error duplicate-id: the row has the id "unmet" of row`)

		sheet, cell = e.cell("account", "#1", "name")
		column, row, err := excelize.CellNameToCoordinates(cell)
		require.NoError(t, err)
		cell, err = excelize.CoordinatesToCellName(column, row+1)
		require.NoError(t, err)
		require.NoError(t, e.SetCellValue(sheet, cell, "Another"))
		second, err := excelize.CoordinatesToCellName(1, row+1)
		require.NoError(t, err)
		want = append(want, sheet+"!"+second+": error duplicate-key: there is a second row")

		sheet, cell = e.cell("units", "group", "name")
		_, end := e.cell("units", "site", "name")
		require.NoError(t, e.MergeCell(sheet, cell, end))
		want = append(want, sheet+"!"+cell+": error invalid-value: cells were merged")
	})
	_, problems := decode(t, file)
	for _, w := range want {
		assert.True(t, strings.Contains(errorsOf(problems), w), "%s\nis not among\n%s", w, errorsOf(problems))
	}
	for _, p := range problems {
		assert.NotEmpty(t, p.Pos.Sheet, "%s", p)
		assert.NotEmpty(t, p.Detail)
	}
}

// TestMissingMarks deletes each hidden mark that reading needs. No deletion may read as an account
// with fewer entries.
func TestMissingMarks(t *testing.T) {
	norace.Only(t)
	base := sample()
	whole := workbookFile(t, base, "en")
	for name, gone := range map[string]struct {
		change func(e editor)
		want   string
	}{
		"id column": {func(e editor) {
			sheet, _, _ := e.find("accountatlas:contacts")
			require.NoError(t, e.RemoveCol(sheet, "A"))
		}, `the list "contacts" is gone, which was in Contacts: the sheet has lost its hidden row and column of ids, so nothing on it was read: undo their deletion, or edit a new workbook`},
		"sheet":   {func(e editor) { require.NoError(t, e.DeleteSheet("Contacts")) }, `the list "contacts" is gone`},
		"details": {func(e editor) { require.NoError(t, e.DeleteSheet("Coverage details")) }, `the list "coverage" is gone, which was in Coverage details`},
		"matrix": {func(e editor) {
			sheet, _, row := e.find(hiddensheet.MatrixMark)
			require.NoError(t, e.RemoveRow(sheet, row))
		}, "the matrix of statuses is missing; it was in Coverage"},
		"meta": {func(e editor) { require.NoError(t, e.DeleteSheet(hiddensheet.Name)) }, "the workbook has no sheet _meta"},
		"headings": {func(e editor) {
			sheet, cell := e.cell("contacts", "boss", "title")
			column, _, err := excelize.SplitCellName(cell)
			require.NoError(t, err)
			require.NoError(t, e.RemoveCol(sheet, column))
		}, `the column "Job title" is gone`},
		"a product": {func(e editor) {
			sheet, cell := e.status("site", "core")
			_, row, err := excelize.CellNameToCoordinates(cell)
			require.NoError(t, err)
			require.NoError(t, e.RemoveRow(sheet, row))
		}, `the row of the product "Core" is gone`},
		"a unit": {func(e editor) {
			sheet, cell := e.status("site", "core")
			column, _, err := excelize.SplitCellName(cell)
			require.NoError(t, err)
			require.NoError(t, e.RemoveCol(sheet, column))
		}, `the column of the unit "Site" is gone`},
	} {
		t.Run(name, func(t *testing.T) {
			file := edit(t, whole, gone.change)
			_, problems := decode(t, file)
			assert.Contains(t, errorsOf(problems), gone.want)
			if strings.HasPrefix(name, "a ") {
				assert.Equal(t, 1, strings.Count(errorsOf(problems), "\n"), "one problem for all of it: %s", problems)
			}
			kept, problems := mergeOf(base, bytes.NewReader(file), nil)
			if name == "meta" {
				assert.Nil(t, kept)
				return
			}
			require.NoError(t, problems.Err())
			assert.Contains(t, problems.Report(), "warning missing-cells: "+gone.want)
			assert.Equal(t, base, kept)
			_, problems = mergeOf(base, bytes.NewReader(file), &codec.MergeOptions{Delete: true})
			if slices.Contains([]string{"id column", "sheet", "details", "headings"}, name) {
				assert.Contains(t, problems.Report(), gone.want, "rows are deleted, and no lists and columns")
			}
		})
	}
}

func TestInvalidWorkbooks(t *testing.T) {
	whole := workbookFile(t, sample(), "en")
	for name, file := range map[string][]byte{
		"empty": nil, "text": []byte("format: 1"), "cut": whole[:len(whole)/2], "spoilt": slices.Concat(whole[:len(whole)/3], []byte("xxxx"), whole[len(whole)/3+4:]),
	} {
		a, problems := decode(t, file)
		assert.Nil(t, a, name)
		assert.Error(t, problems.Err(), name)
	}
	other := excelize.NewFile()
	var b bytes.Buffer
	require.NoError(t, other.Write(&b))
	_, problems := decode(t, b.Bytes())
	assert.ErrorContains(t, problems, "the workbook has no sheet _meta")
	for name, want := range map[string]string{"mimetype": "of OpenDocument (.ods)", "xl/workbook.bin": "a binary workbook (.xlsb)", "Index/Document.iwa": "of Numbers"} {
		a, problems := decode(t, zipped(t, []part{{name, "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}}))
		assert.Nil(t, a)
		assert.ErrorContains(t, problems, "the file is "+want+" (open it in a spreadsheet and save it as .xlsx)")
	}
	assert.ErrorContains(t, codec.Encode(&b, sample(), codec.XLSX), "workbook.New")
}

// TestWorkbookOfSomeSheets reads a workbook with a part of the account, alone and merged onto the
// whole account.
func TestWorkbookOfSomeSheets(t *testing.T) {
	base := sample()
	m, err := accountmap.New(base)
	require.NoError(t, err)
	for _, sheets := range [][]workbook.Sheet{
		{{ID: "pace"}, {ID: "contacts"}},
		slices.DeleteFunc(workbook.Sheets(), func(s workbook.Sheet) bool { return s.ID == "coverage" }),
		slices.DeleteFunc(workbook.Sheets(), func(s workbook.Sheet) bool { return s.ID == "risks" }),
	} {
		book, err := workbook.New(t.Context(), m, &workbook.Options{Sheets: sheets})
		require.NoError(t, err)
		var b bytes.Buffer
		require.NoError(t, book.WriteXLSX(&b))
		a, problems := decode(t, b.Bytes())
		require.Empty(t, accountmaptest.Settled(problems))
		assert.Equal(t, base.Contacts, a.Contacts)
		assert.Len(t, a.Units, len(base.Units), "to which contacts refer")
		assert.Equal(t, base.Units[1].Name, a.Units[1].Name)
		_, err = accountmap.New(a)
		require.NoError(t, err)
		if len(sheets) == 2 {
			assert.Empty(t, a.Orders)
			assert.Empty(t, a.Coverage)
			assert.Empty(t, a.Units[1].City)
		}
		merged, problems := mergeOf(base, &b, nil)
		require.Empty(t, accountmaptest.Settled(problems))
		assert.Equal(t, base, merged)
	}
}
