package codec_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

func TestEditedStatuses(t *testing.T) {
	for language, words := range map[string][]string{
		"en": {"Gap", " SOLD ", "in_house", "Πουλήθηκε"}, "es": {"gap", "Vendido", "IN-HOUSE", "sold"}, "el": {"Gap", "sold", "In house", "vendido "},
	} {
		a := sample()
		file := edit(t, workbookFile(t, a, language), func(e editor) {
			e.setStatus("site", "core", words[0])
			e.setStatus("group", "core", words[1])
			e.setStatus("site", "extra", words[2])
		})
		back, problems := decode(t, file)
		require.Empty(t, errorsOf(problems), language)
		statuses := map[accountmap.UnitID]map[accountmap.ProductID]accountmap.CoverageStatus{"site": {}, "group": {}}
		for _, c := range back.Coverage {
			statuses[c.Unit][c.Product] = c.Status
		}
		assert.Equal(t, accountmap.CoverageGap, statuses["site"]["core"], language)
		assert.Equal(t, accountmap.CoverageSold, statuses["group"]["core"], language)
		assert.Equal(t, accountmap.CoverageInHouse, statuses["site"]["extra"], language)

		a.Coverage[0].Status, a.Coverage[1].Status = accountmap.CoverageGap, accountmap.CoverageInHouse
		a.Coverage = slices.Insert(a.Coverage, 2, accountmap.Cell{Unit: "group", Product: "core", Status: accountmap.CoverageSold})
		slices.SortFunc(a.Coverage, compareCells)
		slices.SortFunc(back.Coverage, compareCells)
		requireSame(t, a, back, "nothing else has changed")
	}
}

func compareCells(x, y accountmap.Cell) int {
	return strings.Compare(string(x.Unit)+" "+string(x.Product), string(y.Unit)+" "+string(y.Product))
}

func TestInvalidStatuses(t *testing.T) {
	var unknown, cleared string
	file := edit(t, workbookFile(t, sample(), "en"), func(e editor) {
		unknown = e.setStatus("site", "extra", "Maybe")
		cleared = e.setStatus("site", "core", "")
	})
	_, problems := decode(t, file)
	assert.Contains(t, errorsOf(problems), unknown+`: error invalid-value: unknown value "Maybe"`)
	assert.Equal(t, 1, strings.Count(problems.Report(), unknown), "a cell without details is reported once")
	assert.Contains(t, problems.Report(), cleared+": warning missing-cells: the cell was cleared: it is not assessed, and its details in Coverage details!")

	file = edit(t, workbookFile(t, sample(), "en"), func(e editor) { unknown = e.setStatus("site", "core", "Maybe") })
	_, problems = decode(t, file)
	assert.Equal(t, 1, strings.Count(errorsOf(problems), "\n"), "one that has, too: %s", problems)
	assert.Contains(t, errorsOf(problems), unknown+`: error invalid-value: unknown value "Maybe"`)
}

// TestClearedStatus clears a status. The cell is then unassessed, and its details are deleted and
// reported.
func TestClearedStatus(t *testing.T) {
	base, want := sample(), sample()
	want.Coverage = slices.DeleteFunc(want.Coverage, func(c accountmap.Cell) bool { return c.Unit == "site" && c.Product == "core" })
	require.Len(t, want.Coverage, len(base.Coverage)-1)
	var cleared, details string
	file := edit(t, workbookFile(t, base, "en"), func(e editor) {
		cleared = e.setStatus("site", "core", "")
		details = e.set("coverage", "#1", "value", "no amount") // no problem, since the cell is deleted
		details = e.set("coverage", "#1", "unit", "site")
	})
	want.Format = base.Format
	for name, read := range map[string]func() (*accountmap.Account, accountmap.Problems){
		"alone": func() (*accountmap.Account, accountmap.Problems) { return decode(t, file) },
		"onto": func() (*accountmap.Account, accountmap.Problems) {
			return mergeOf(base, bytes.NewReader(file), nil)
		},
		"onto, -": func() (*accountmap.Account, accountmap.Problems) {
			return mergeOf(base, bytes.NewReader(file), &codec.MergeOptions{Delete: true})
		},
	} {
		back, problems := read()
		require.Empty(t, errorsOf(problems), name)
		assert.Contains(t, problems.Report(), cleared+": warning missing-cells: the cell was cleared: it is not assessed, and its details in "+details+" are left out", name)
		requireSame(t, want, back, name)
	}
}

// TestWarningsInTheWordsOfTheWorkbook adds an order to a gap, after the day of the account. The
// warnings say what to write in the words of the workbook.
func TestWarningsInTheWordsOfTheWorkbook(t *testing.T) {
	for language, want := range map[string]string{
		"en": `the cell is "Gap", but has orders: 1, the last of 2031-01-05 (make it "Sold", or "Lapsed" if they no longer buy it, or correct the orders)`,
		"es": `the cell is "Sin cubrir", but has orders: 1, the last of 2031-01-05 (make it "Vendido", or "Ya no compra" if they no longer buy it, or correct the orders)`,
		"el": `the cell is "Κενό", but has orders: 1, the last of 2031-01-05 (make it "Πουλημένο", or "Διακόπηκε" if they no longer buy it, or correct the orders)`,
	} {
		a := sample()
		a.AsOf = accountmap.Day(2026, 12, 1)
		_, problems := decode(t, edit(t, workbookFile(t, a, language), func(e editor) {
			e.setStatus("group", "core", "gap")
			e.addRow("orders", map[string]any{"unit": "group", "product": "core", "date": "2031-01-05"})
		}))
		assert.Contains(t, problems.Report(), want)
		assert.Contains(t, problems.Report(), "(is 2031-01-05 a typing error? correct it, or write 2031-01-05)")
	}
}

// TestDetailsOfAnUnassessedCell adds details to a cell without a status, which is an error.
func TestDetailsOfAnUnassessedCell(t *testing.T) {
	var at string
	file := edit(t, workbookFile(t, sample(), "en"), func(e editor) {
		at = e.setStatus("group", "core", "")
		e.addRow("coverage", map[string]any{"unit": "group", "product": "core", "value": 12})
	})
	_, problems := decode(t, file)
	assert.Contains(t, errorsOf(problems), at+": error missing-value")
}
