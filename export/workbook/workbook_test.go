package workbook_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/norace"
)

func TestNilMap(t *testing.T) {
	_, err := workbook.New(t.Context(), nil, nil)
	assert.ErrorContains(t, err, "Map is nil")
}

// ours matches the formulas of the workbook, which contain no text of the account.
var ours = regexp.MustCompile(`^(IFERROR\(COUNTIF\(|SUM\(\$?[A-Z]+|'Coverage'!\$[A-Z]+\$\d+$|IF\(AND\(COUNT\([A-Z]+\d+,|IF\(ROUND\((?:SUM|N)\()`)

// formulas returns the formulas of every sheet, as written in the file.
func formulas(t *testing.T, workbook []byte) (all []string) {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	require.NoError(t, err)
	for _, part := range zr.File {
		if !strings.HasPrefix(part.Name, "xl/worksheets/sheet") {
			continue
		}
		r, err := part.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		for _, f := range formulaElement.FindAllSubmatch(content, -1) {
			all = append(all, string(f[1]))
		}
	}
	require.NotEmpty(t, all)
	return all
}

var formulaElement = regexp.MustCompile(`<f>([^<]*)</f>`)

func TestHostileTexts(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	for _, text := range exporttest.Hostile() {
		a := exporttest.Sample()
		exporttest.Each(a, func(old string) string {
			if old == "" {
				return text
			}
			return text + old // so that no name is blank
		})
		m := exporttest.NewMap(t, a)
		data := xlsx(t, m, nil)
		f := reopen(t, data)
		for _, formula := range formulas(t, data) {
			assert.Regexp(t, ours, formula)
		}
		g := read(t, f, "Coverage")
		g.share(g.row(1, "Penetration of the unit"), 2, m.Penetration("").Share())

		if want := strings.Join(strings.Fields(text), " "); len(want) < 4000 {
			contacts := read(t, f, "Contacts")
			assert.Contains(t, strings.Join(contacts.rows[contacts.row(1, "Name")+1], " "), want)
		}
	}
}

func TestSameAccountSameBytes(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Sample())
	want := xlsx(t, m, nil)
	exporttest.AtOnce(4, func() {
		again := exporttest.NewMap(t, exporttest.Sample())
		assert.Equal(t, want, xlsx(t, again, &workbook.Options{AsOf: exporttest.Day(2026, 11, 1), Terms: terms.English()}))
		assert.Equal(t, want, xlsx(t, m, nil), "one map for all")
	})
}

func TestOptionsAreTakenUp(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Sample())
	greek, _ := terms.Lookup("el")
	f := reopen(t, xlsx(t, m, &workbook.Options{AsOf: exporttest.Day(2027, 5, 6), Terms: greek}))
	assert.Equal(t, []string{"Σύνοψη", "Επόμενα βήματα", "Κάλυψη", "Ποιος είναι ποιος", "Απαντήσεις", "Παραγγελίες ανά τρίμηνο", "Στόχοι πωλήσεων και υγεία"}, f.GetSheetList()[:7])
	g := read(t, f, "Κάλυψη")
	assert.Contains(t, g.at(1, 1), "6 Μαΐου 2027")
}

// TestEveryLanguageMakesAWorkbook checks that the headings of every language are valid in a table:
// not blank, and unique.
func TestEveryLanguageMakesAWorkbook(t *testing.T) {
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		xlsx(t, exporttest.NewMap(t, exporttest.Sample()), &workbook.Options{Terms: words})
	}
}

func TestDeepTreesStayCheap(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Deep"}, Products: []accountmap.Product{{ID: "p", Name: "P"}}}
	for i := range 3000 {
		u := accountmap.Unit{ID: accountmap.UnitID(strconv.Itoa(i)), Name: "Unit " + strconv.Itoa(i)}
		if i > 0 {
			u.Parent = accountmap.UnitID(strconv.Itoa(i - 1))
		}
		a.Units = append(a.Units, u)
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(u.ID), Name: "x", Unit: u.ID})
	}
	m := exporttest.NewMap(t, a)
	xlsx(t, m, nil)
}
