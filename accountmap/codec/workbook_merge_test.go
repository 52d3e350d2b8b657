package codec_test

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// meridiano returns the example account.
func meridiano(t testing.TB) *accountmap.Account {
	a, problems := codec.ReadFile("../../examples/handoff/sample.yaml")
	require.NoError(t, problems.Err())
	return a
}

func contactOf(a *accountmap.Account, id accountmap.ContactID) *accountmap.Contact {
	return &a.Contacts[slices.IndexFunc(a.Contacts, func(c accountmap.Contact) bool { return c.ID == id })]
}

func cellOf(a *accountmap.Account, unit accountmap.UnitID, product accountmap.ProductID) *accountmap.Cell {
	return &a.Coverage[slices.IndexFunc(a.Coverage, func(c accountmap.Cell) bool { return c.Unit == unit && c.Product == product })]
}

func (e editor) removeEntry(list, key, column string) string {
	sheet, cell := e.cell(list, key, column)
	_, row, err := excelize.CellNameToCoordinates(cell)
	require.NoError(e.t, err)
	require.NoError(e.t, e.RemoveRow(sheet, row))
	return sheet
}

// TestThreeWay edits a workbook while ten changes are made to the account. Two of them are also
// made in the workbook.
func TestThreeWay(t *testing.T) {
	var title, status string
	file := edit(t, workbookFile(t, meridiano(t), "en"), func(e editor) {
		status = e.setStatus("meridiano", "core", "Proposed")
		e.setStatus("meridiano", "analytics", "Lapsed")
		e.setStatus("it", "telematics", "Gap")
		e.addRow("contacts", map[string]any{"name": "Ana Ríos", "unit": "IT & Data", "reportsTo": "Begoña Núñez", "stance": "Champion"})
		title = e.set("contacts", "begona-nunez", "title", "Presidenta")
		e.removeEntry("risks", "#3", "text")
		e.reorder("accountatlas:products", func(rows [][]any) [][]any { slices.Reverse(rows); return rows })
	})

	change := func(a *accountmap.Account, others bool) { // changes without a conflict
		if others {
			contactOf(a, "pilar-etxeberria").Title = "Jefa de gabinete"
			a.Units[4].City = "Sevilla"
			a.Products[0].Price.Minor = 500_00
			a.Contacts = append(a.Contacts, accountmap.Contact{ID: "new", Name: "Newcomer", Unit: "it"})
			a.Risks[0].State = accountmap.RiskClosed
			a.Commitments = a.Commitments[1:]
			cellOf(a, "meridiano", "analytics").Value.Minor = 20_000_00
			a.Notes = "Seen in October"
			contactOf(a, "begona-nunez").Title = "Vicepresidenta"
			cellOf(a, "meridiano", "core").Status = accountmap.CoverageLapsed
		}
	}
	current, want := meridiano(t), meridiano(t)
	change(current, true)
	change(want, true)
	cellOf(want, "meridiano", "analytics").Status = accountmap.CoverageLapsed
	if i := slices.IndexFunc(want.Coverage, func(c accountmap.Cell) bool { return c.Unit == "it" && c.Product == "telematics" }); i >= 0 {
		want.Coverage[i].Status = accountmap.CoverageGap
	} else {
		want.Coverage = append(want.Coverage, accountmap.Cell{Unit: "it", Product: "telematics", Status: accountmap.CoverageGap})
	}
	want.Contacts = append(want.Contacts, accountmap.Contact{ID: "ana-ríos", Name: "Ana Ríos", Unit: "it", ReportsTo: "begona-nunez", Stance: accountmap.StanceChampion})
	want.Risks = slices.Delete(want.Risks, 2, 3)

	merged, changes, problems := codec.Merge(current, bytes.NewReader(file), &codec.MergeOptions{Delete: true})
	require.Len(t, problems, 2, problems.Report())
	assert.Contains(t, errorsOf(problems), title+`: error conflict: the cell says "Presidenta", and the account says "Vicepresidenta" since the workbook was made, when it was "Consejera delegada"`)
	assert.Contains(t, errorsOf(problems), status+`: error conflict: the cell says "Proposed", and the account says "Lapsed" since the workbook was made, when it was "Sold"`)
	requireSame(t, want, merged)
	assert.Len(t, accountmap.Changed[accountmap.Contact](changes).Added(), 1)
	assert.Len(t, accountmap.Changed[accountmap.Risk](changes).Removed(), 1)
	assert.Len(t, accountmap.Changed[accountmap.Cell](changes), 2)
	assert.Equal(t, 4, changes.Len())

	merged, changes, problems = codec.Merge(merged, bytes.NewReader(file), &codec.MergeOptions{Delete: true})
	requireSame(t, want, merged, "what was merged is not merged twice")
	assert.True(t, changes.IsZero())
	require.Len(t, problems, 2, problems.Report())
}

// TestBothSidesChanged merges entries that both the workbook and the account have changed. Want is
// the expected problem, with PLACE for its place; if empty, the merge reports nothing.
func TestBothSidesChanged(t *testing.T) {
	for name, tt := range map[string]struct {
		book    func(e editor) (place string)
		account func(a *accountmap.Account)
		want    string
		check   func(t *testing.T, merged *accountmap.Account)
	}{
		"alike": {
			func(e editor) string { return e.set("contacts", "boss", "title", "Boss of all") },
			func(a *accountmap.Account) { a.Contacts[0].Title = "Boss of all" }, "",
			func(t *testing.T, a *accountmap.Account) { assert.Equal(t, "Boss of all", a.Contacts[0].Title) },
		},
		"other values of one entry": {
			func(e editor) string { return e.set("contacts", "boss", "title", "Boss of all") },
			func(a *accountmap.Account) { a.Contacts[0].Phone = "1" }, "",
			func(t *testing.T, a *accountmap.Account) {
				assert.Equal(t, []string{"Boss of all", "1"}, []string{a.Contacts[0].Title, a.Contacts[0].Phone})
			},
		},
		"a reference": {
			func(e editor) string { return e.set("contacts", "report", "unit", "Group") },
			func(a *accountmap.Account) { contactOf(a, "report").Unit = "" },
			`PLACE: error conflict: the cell says "Group", and the account says nothing since the workbook was made, when it was "Site"`, nil,
		},
		"an amount": {
			func(e editor) string { return e.set("orders", "#1", "amount", 12) },
			func(a *accountmap.Account) { a.Orders[0].Amount = accountmap.Money{Minor: 1300} },
			`PLACE: error conflict: the cell says "12.00", and the account says "13.00" since`, nil,
		},
		"the entry is gone from the account": {
			func(e editor) string {
				e.set("contacts", "unmet", "phone", "2")
				return e.set("contacts", "unmet", "title", "Found")
			},
			func(a *accountmap.Account) {
				a.Contacts = slices.DeleteFunc(a.Contacts, func(c accountmap.Contact) bool { return c.ID == "unmet" })
			},
			`PLACE: error conflict: the cell says "Found"`, nil,
		},
		"the row is gone, and the entry changed": {
			func(e editor) string { return e.removeEntry("risks", "#1", "text") },
			func(a *accountmap.Account) { a.Risks[0].Mitigation = "Another" },
			`PLACE: error conflict: the row "Risk" is gone, and in the account its "mitigation" is "Another" since`,
			func(t *testing.T, a *accountmap.Account) { assert.Equal(t, "Another", a.Risks[0].Mitigation) },
		},
		"the row is gone, and so is the entry": {
			func(e editor) string { return e.removeEntry("risks", "#1", "text") },
			func(a *accountmap.Account) { a.Risks = nil }, "",
			func(t *testing.T, a *accountmap.Account) { assert.Empty(t, a.Risks) },
		},
		"one new contact": {
			func(e editor) string {
				e.addRow("contacts", map[string]any{"name": "Ana Ríos", "unit": "Site"})
				return ""
			},
			func(a *accountmap.Account) {
				a.Contacts = append(a.Contacts, accountmap.Contact{ID: "c-9", Name: "Ana Ríos", Unit: "site"})
			}, "",
			func(t *testing.T, a *accountmap.Account) { assert.Len(t, a.Contacts, len(sample().Contacts)+1) },
		},
		"one new order": {
			func(e editor) string {
				e.addRow("exposures", map[string]any{"contact": "Report", "product": "Core", "date": "2026-11-03"})
				return ""
			},
			func(a *accountmap.Account) {
				a.Exposures = append(a.Exposures, accountmap.Exposure{Contact: "report", Product: "core", Date: accountmap.Date{Year: 2026, Month: 11, Day: 3}})
			}, "",
			func(t *testing.T, a *accountmap.Account) { assert.Len(t, a.Exposures, len(sample().Exposures)+1) },
		},
		"a new status": {
			func(e editor) string { return e.setStatus("group", "core", "Sold") },
			func(a *accountmap.Account) {
				a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "group", Product: "core", Status: accountmap.CoverageGap})
			},
			`PLACE: error conflict: the cell says "Sold", and the account says "Gap" since the workbook was made (the account keeps`,
			func(t *testing.T, a *accountmap.Account) {
				assert.Equal(t, accountmap.CoverageGap, cellOf(a, "group", "core").Status)
			},
		},
		"a status cleared": {
			func(e editor) string { return e.setStatus("site", "core", "") },
			func(a *accountmap.Account) { cellOf(a, "site", "core").Status = accountmap.CoverageLapsed },
			`PLACE: error conflict: the cell was cleared, and the account says "Lapsed" since`,
			func(t *testing.T, a *accountmap.Account) {
				assert.Equal(t, accountmap.CoverageLapsed, cellOf(a, "site", "core").Status)
			},
		},
		"a status cleared, and the details changed": {
			func(e editor) string { return e.setStatus("site", "core", "") },
			func(a *accountmap.Account) { cellOf(a, "site", "core").Value.Minor = 7_00 },
			`PLACE: error conflict: the cell was cleared, and its details were changed in the account since`,
			func(t *testing.T, a *accountmap.Account) {
				assert.EqualValues(t, 7_00, cellOf(a, "site", "core").Value.Minor)
			},
		},
		"rows before": {
			func(e editor) string { return e.set("kpis", "#1", "source", "A survey") },
			func(a *accountmap.Account) {
				a.KPIs = slices.Insert(a.KPIs, 0, accountmap.KPI{Name: "First", Target: 1})
			}, "",
			func(t *testing.T, a *accountmap.Account) {
				assert.Empty(t, a.KPIs[0].Readings)
				assert.Equal(t, "A survey", a.KPIs[1].Source)
				assert.Equal(t, sample().KPIs[0].Readings, a.KPIs[1].Readings)
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			place := ""
			file := edit(t, workbookFile(t, sample(), "en"), func(e editor) { place = tt.book(e) })
			current := sample()
			tt.account(current)
			merged, _, problems := codec.Merge(current, bytes.NewReader(file), &codec.MergeOptions{Delete: true})
			require.NotNil(t, merged, problems)
			if tt.want == "" {
				require.Empty(t, accountmaptest.Settled(problems))
			} else {
				require.Len(t, strings.Split(strings.TrimSpace(errorsOf(problems)), "\n"), 1+strings.Count(tt.want, "\n"), problems)
				if !strings.Contains(tt.want, "Found") {
					assert.Contains(t, errorsOf(problems), strings.Replace(tt.want, "PLACE", place, 1))
				}
			}
			if tt.check != nil {
				tt.check(t, merged)
			}
		})
	}
}

// TestOneRowDeleted deletes the row of a list with at most one row.
func TestOneRowDeleted(t *testing.T) {
	file := edit(t, workbookFile(t, sample(), "en"), func(e editor) { e.removeEntry("handoff", "#1", "from") })
	merged, _, problems := codec.Merge(sample(), bytes.NewReader(file), &codec.MergeOptions{Delete: true})
	require.Empty(t, errorsOf(problems))
	want := sample()
	want.Handoff = accountmap.Handoff{Checklist: want.Handoff.Checklist} // the rows of the checklist are on another sheet
	requireSame(t, want, merged)

	file = edit(t, workbookFile(t, sample(), "en"), func(e editor) { e.removeEntry("account", "#1", "name") })
	_, _, problems = codec.Merge(sample(), bytes.NewReader(file), &codec.MergeOptions{Delete: true})
	assert.Contains(t, errorsOf(problems), `error missing-name: nothing is written under "Name"`)
}

// TestEmptyMatrix fills in the matrix of an account without units and products. The matrix names
// units and products that have their own sheets, and others.
func TestEmptyMatrix(t *testing.T) {
	empty := &accountmap.Account{Profile: accountmap.Profile{Name: "Fresh"}}
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		sold, gap, proposed := words.Status(accountmap.CoverageSold), words.Status(accountmap.CoverageGap), words.Status(accountmap.CoverageProposed)
		file := edit(t, workbookFile(t, empty, language), func(e editor) {
			e.addRow("units", map[string]any{"name": "Plant", "city": "Porto"})
			e.addRow("products", map[string]any{"name": "Valve"})
			e.addRow("contacts", map[string]any{"name": "Ana", "unit": "Office"})
			sheet, _, head := e.find(hiddensheet.MatrixMark)
			for at, text := range map[string]string{"D1": "plant ", "E1": "Office", "F1": "Lab", "B2": "Pump", "D2": sold, "E2": gap, "B3": "Valve", "E3": proposed, "B7": "Hose"} {
				line, err := strconv.Atoi(at[1:])
				require.NoError(t, err)
				require.NoError(t, e.SetCellValue(sheet, at[:1]+strconv.Itoa(head+line), text))
			}
		})
		wantUnits := []accountmap.Unit{{ID: "plant", Name: "Plant", City: "Porto"}, {ID: "office", Name: "Office"}, {ID: "lab", Name: "Lab"}}
		wantProducts := []accountmap.Product{{ID: "valve", Name: "Valve"}, {ID: "pump", Name: "Pump"}, {ID: "hose", Name: "Hose"}}
		wantCells := []accountmap.Cell{{Unit: "plant", Product: "pump", Status: accountmap.CoverageSold}, {Unit: "office", Product: "pump", Status: accountmap.CoverageGap},
			{Unit: "office", Product: "valve", Status: accountmap.CoverageProposed}}
		alone, problems := decode(t, file)
		require.Empty(t, accountmaptest.Settled(problems))
		merged, _, problems := codec.Merge(empty, bytes.NewReader(file), nil)
		require.Empty(t, accountmaptest.Settled(problems))
		for _, a := range []*accountmap.Account{alone, merged} {
			assert.Equal(t, wantUnits, a.Units)
			assert.Equal(t, wantProducts, a.Products)
			assert.Equal(t, wantCells, a.Coverage)
			assert.EqualValues(t, "office", a.Contacts[0].Unit)
		}
	}
}

// TestEmptyMatrixSlips reports misspelt names in the matrix instead of adding units, and statuses
// without a name.
func TestEmptyMatrixSlips(t *testing.T) {
	file := edit(t, workbookFile(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Fresh"}}, "en"), func(e editor) {
		e.addRow("units", map[string]any{"name": "Logistics"})
		sheet, _, head := e.find(hiddensheet.MatrixMark)
		for at, text := range map[string]string{"D1": "Logistcs", "B2": "Pump", "D2": "Sold", "E2": "Gap", "D3": "Gap"} {
			line, err := strconv.Atoi(at[1:])
			require.NoError(t, err)
			require.NoError(t, e.SetCellValue(sheet, at[:1]+strconv.Itoa(head+line), text))
		}
	})
	_, problems := decode(t, file)
	assert.Contains(t, errorsOf(problems), `nothing on the sheet Units is called "Logistcs" (did you mean "Logistics"?)`)
	assert.Contains(t, errorsOf(problems), "the column has a status and no unit")
	assert.Contains(t, errorsOf(problems), "the row has a status and no product")
	assert.Equal(t, 3, strings.Count(errorsOf(problems), "\n"), errorsOf(problems))
}
