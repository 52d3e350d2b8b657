package codec_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// matrix returns the name of the matrix sheet and the row of the end mark. The functions map a row
// to its cell in the last column, in column 2, and in the first free column.
func (e editor) matrix() (sheet string, core, head, beyond func(row int) string, last int) {
	sheet, cell := e.status("site", "core")
	_, row, err := excelize.CellNameToCoordinates(cell)
	require.NoError(e.t, err)
	rows, err := e.GetRows(sheet)
	require.NoError(e.t, err)
	_, mark, from := e.find(hiddensheet.MatrixMark)
	require.Equal(e.t, 1, mark)
	width := len(rows[from-1])
	at := func(column int) func(int) string {
		return func(row int) string {
			name, err := excelize.CoordinatesToCellName(column, row)
			require.NoError(e.t, err)
			return name
		}
	}
	for last = row; rows[last-1][0] != hiddensheet.EndMark; last++ {
	}
	return sheet, at(width), at(2), at(width + 1), last
}

// TestNewUnitAndProduct adds a unit and a product on their sheets. The matrix gets a column and a
// row with their names only.
func TestNewUnitAndProduct(t *testing.T) {
	want := sample()
	var status, gap string
	file := edit(t, workbookFile(t, want, "en"), func(e editor) {
		sheet, _, name, beyond, last := e.matrix()
		require.NoError(t, e.InsertRows(sheet, last, 1))
		_, cell := e.status("site", "core")
		_, core, err := excelize.CellNameToCoordinates(cell)
		require.NoError(t, err)
		_, _, from := e.find(hiddensheet.MatrixMark)
		for row, text := range map[string]string{beyond(from + 3): "Plant South", beyond(core): "sold", name(last): "Cold chain", beyond(last): "Proposed"} {
			require.NoError(t, e.SetCellValue(sheet, row, text))
		}
		status, gap = sheet+"!"+beyond(core), sheet+"!"+beyond(last)
		e.addRow("units", map[string]any{"name": "Plant South", "parent": "Group", "kind": "Site"})
		e.addRow("products", map[string]any{"name": "Cold chain", "line": "New"})
		e.addRow("coverage", map[string]any{"unit": "Plant South", "product": "Cold chain", "potential": 1200})
	})
	want.Units = append(want.Units, accountmap.Unit{ID: "plant-south", Name: "Plant South", Parent: "group", Kind: accountmap.UnitSite})
	want.Products = append(want.Products, accountmap.Product{ID: "cold-chain", Name: "Cold chain", Line: "New"})
	want.Coverage = append(want.Coverage,
		accountmap.Cell{Unit: "plant-south", Product: "cold-chain", Status: accountmap.CoverageProposed, Potential: accountmap.Money{Minor: 1200_00}},
		accountmap.Cell{Unit: "plant-south", Product: "core", Status: accountmap.CoverageSold})
	for name, read := range map[string]func() (*accountmap.Account, accountmap.Problems){
		"alone": func() (*accountmap.Account, accountmap.Problems) { return decode(t, file) },
		"onto": func() (*accountmap.Account, accountmap.Problems) {
			return mergeOf(sample(), bytes.NewReader(file), nil)
		},
	} {
		back, problems := read()
		require.Empty(t, errorsOf(problems), name)
		requireSame(t, want, back, name)
	}

	wrong := edit(t, file, func(e editor) {
		require.NoError(t, e.SetCellValue(strings.Split(status, "!")[0], strings.Split(status, "!")[1], "Soled"))
	})
	_, problems := decode(t, wrong)
	assert.Contains(t, errorsOf(problems), status+`: error invalid-value: unknown value "Soled" (did you mean "Sold"?`)
	assert.NotContains(t, errorsOf(problems), gap)
}

// TestNamelessStatuses reports statuses in a column or row without a name, with the cell for the
// name.
func TestNamelessStatuses(t *testing.T) {
	for name, tt := range map[string]struct {
		head, row string
		want      []string
	}{
		"nothing is written": {"", "", []string{"error missing-id: the column has a status and no unit (write the name of the unit where the others have theirs, and add it to the sheet Units if it is new)",
			"error missing-id: the row has a status and no product (write the name"}},
		"unknown": {"Sitee", "Corre", []string{`error missing-id: the column has a status, and nothing on the sheet Units is called "Sitee" (did you mean "Site"?)`,
			`error missing-id: the row has a status, and nothing on the sheet Products is called "Corre" (did you mean "Core"?)`}},
		"taken": {"Site", "Core", []string{`error duplicate-id: the unit "Site" has another column already`, `error duplicate-id: the product "Core" has another row already`}},
	} {
		t.Run(name, func(t *testing.T) {
			file := edit(t, workbookFile(t, sample(), "en"), func(e editor) {
				sheet, _, label, beyond, last := e.matrix()
				require.NoError(t, e.InsertRows(sheet, last, 1))
				_, cell := e.status("site", "core")
				_, core, err := excelize.CellNameToCoordinates(cell)
				require.NoError(t, err)
				_, _, from := e.find(hiddensheet.MatrixMark)
				require.NoError(t, e.SetCellValue(sheet, beyond(from+2), tt.head))
				require.NoError(t, e.SetCellValue(sheet, beyond(core), "Gap"))
				require.NoError(t, e.SetCellValue(sheet, label(last), tt.row))
				require.NoError(t, e.SetCellValue(sheet, strings.Replace(cell, strings.TrimLeft(cell, "ABCDEFGHIJ"), strings.TrimLeft(label(last), "B"), 1), "Gap"))
			})
			_, problems := decode(t, file)
			for _, want := range tt.want {
				assert.Contains(t, errorsOf(problems), want)
			}
			assert.Equal(t, len(tt.want), strings.Count(errorsOf(problems), "\n"), errorsOf(problems))
		})
	}
}

// TestDeletedHeadings checks that the first entry is not read as the headings after these are
// deleted.
func TestDeletedHeadings(t *testing.T) {
	base := sample()
	file := edit(t, workbookFile(t, base, "en"), func(e editor) {
		for _, list := range []string{"contacts", "risks"} {
			tab, _ := table.Lookup(list)
			sheet, _, row := e.find(hiddensheet.Mark(tab))
			require.NoError(t, e.RemoveRow(sheet, row+1))
		}
	})
	back, problems := decode(t, file)
	require.Empty(t, errorsOf(problems))
	requireSame(t, base, back)
}

// TestNewRowOfTheSameName checks that existing references keep their meaning. A new reference to
// the shared name is an error.
func TestNewRowOfTheSameName(t *testing.T) {
	want := sample()
	var at string
	file := edit(t, workbookFile(t, want, "en"), func(e editor) {
		e.addRow("contacts", map[string]any{"name": want.Contacts[0].Name, "unit": "Site"})
		sheet, cell := e.cell("contacts", "", "name")
		at = sheet + "!" + cell
	})
	name := want.Contacts[0].Name
	want.Contacts = append(want.Contacts, accountmap.Contact{ID: accountmap.ContactID(strings.ToLower(name)) + "-2", Name: name, Unit: "site"})
	back, problems := decode(t, file)
	require.Empty(t, errorsOf(problems))
	requireSame(t, want, back)
	assert.Contains(t, problems.Report(), at+": warning same-name: the new row has the name of an earlier row, \""+name+"\": references to this name mean the earlier row")

	file = edit(t, file, func(e editor) { e.addRow("commitments", map[string]any{"text": "Call back", "to": name}) })
	_, problems = decode(t, file)
	assert.Contains(t, errorsOf(problems), `error unknown-reference: more than one on the sheet Contacts is or was called "`+name+`" (write the right id`)
	assert.Equal(t, 1, strings.Count(errorsOf(problems), "\n"), errorsOf(problems))
}

// TestUnplacedDetails checks that invalid details are reported once, with their cause.
func TestUnplacedDetails(t *testing.T) {
	for name, tt := range map[string]struct {
		row  map[string]any
		want string
	}{
		"no status":  {map[string]any{"unit": "Group", "product": "Core", "value": 12}, "error missing-value: the cell has details in Coverage details!B"},
		"wrong unit": {map[string]any{"unit": "Stie", "product": "Core", "value": 12}, `error unknown-reference: nothing on the sheet Units is called "Stie" (did you mean "Site"?)`},
		"twice":      {map[string]any{"unit": "Site", "product": "Core", "value": 12}, `already have an entry; see Coverage details!A6`},
	} {
		file := edit(t, workbookFile(t, sample(), "en"), func(e editor) {
			e.setStatus("group", "core", "")
			e.addRow("coverage", tt.row)
		})
		_, problems := decode(t, file)
		assert.Contains(t, errorsOf(problems), tt.want, name)
		assert.Equal(t, 1, strings.Count(errorsOf(problems), "\n"), "%s: %s", name, errorsOf(problems))
	}
}

// TestHintsForPeople checks that hints for a workbook use names and the text to type.
func TestHintsForPeople(t *testing.T) {
	base := sample()
	file := edit(t, workbookFile(t, base, "en"), func(e editor) {
		e.set("contacts", "report", "roles", "User, Evaluator")
		sheet, row := e.row("units", "site")
		require.NoError(t, e.RemoveRow(sheet, row))
		e.addRow("contacts", map[string]any{"name": "Ana Ríos"})
		e.set("contacts", "report", "reportsTo", "Ríos, Ana")
	})
	_, problems := mergeOf(base, bytes.NewReader(file), &codec.MergeOptions{Delete: true})
	assert.Contains(t, errorsOf(problems), `error invalid-value: "User, Evaluator" is several values, separated by commas (write semicolons: "User; Evaluator")`)
	assert.Contains(t, errorsOf(problems), `error unknown-reference: the row of "Site" is gone from the sheet Units (put it back, or name another here)`)
	assert.Contains(t, errorsOf(problems), `nothing on the sheet Contacts is called "Ríos, Ana" (did you mean "Ana Ríos"?)`)
	assert.NotContains(t, errorsOf(problems), `add it to "`)
}
