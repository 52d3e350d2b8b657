package export_test

import (
	"archive/zip"
	"bytes"
	"go/parser"
	"go/token"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export"
	"github.com/accountatlas/accountatlas/internal/norace"
)

func TestNilMap(t *testing.T) {
	_, err := export.Workbook(nil, nil)
	assert.ErrorContains(t, err, "Map is nil")
	_, err = export.Handoff(nil, nil)
	assert.ErrorContains(t, err, "Map is nil")
}

// hostile are texts that try to be something else. Control characters and bad UTF-8 never get as far: accountmap refuses them.
var hostile = []string{
	`</svg><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' " & < > ]]> &amp; \N \n`, `=cmd|' /C calc'!A0`, "+1+1", "@SUM(1)", "-1",
	`_x0041_`, "line\none", "tab\there", "שלום עולם", "👩‍👩‍👧‍👦 🇬🇷", "javascript:alert(1)", "{0} {1}", "%s%d", strings.Repeat("long ", 1000), strings.Repeat("x", 5000),
	strings.Repeat("word ", 8000), "   ", "\u202Eright to left", "a@b.example?cc=c", "*", "?", "Sold",
}

// ours are the formulas of the workbook, none of which holds a text of the account.
var ours = regexp.MustCompile(`^(IFERROR\(COUNTIF\(|SUM\(\$?[A-Z]+|'Coverage'!\$[A-Z]+\$\d+$|IF\(AND\(COUNT\([A-Z]+\d+,|IF\(ROUND\(SUM\()`)

// formulas are those of every sheet, as the file has them.
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
	own := said(elements(parsed(t, page(t, newMap(t, sample()), nil)), "script")[0])
	for _, text := range hostile {
		a := sample()
		each(a, func(old string) string {
			if old == "" {
				return text
			}
			return text + old // so that no name is blank
		})
		m := newMap(t, a)
		data := xlsx(t, m, nil)
		f := reopen(t, data)
		for _, formula := range formulas(t, data) {
			assert.Regexp(t, ours, formula)
		}
		g := read(t, f, "Coverage")
		g.share(g.row(1, "Penetration of the unit"), 2, m.Penetration("").Share())

		root := parsed(t, page(t, m, nil))
		scripts := elements(root, "script")
		require.Len(t, scripts, 1, "%.40q", text)
		assert.Equal(t, own, said(scripts[0]), "%.40q", text)
		for _, element := range []string{"img", "iframe"} {
			assert.Empty(t, elements(root, element), "%.40q", text)
		}
		for _, link := range elements(root, "a") {
			for _, attr := range link.Attr {
				if attr.Key == "href" {
					assert.Regexp(t, `^(#[a-z]+|mailto:[^?]+)$`, attr.Val)
				}
			}
		}
		if want := strings.Join(strings.Fields(text), " "); len(want) < 4000 {
			for _, id := range []string{"sold", "goals", "communications", "people", "coverage", "team", "competitors", "checklist"} {
				assert.Contains(t, said(find(root, id)), want, "%.40q is in %s", text, id)
			}
			contacts := read(t, f, "Contacts")
			assert.Contains(t, strings.Join(contacts.rows[contacts.row(1, "Name")+1], " "), want)
		}
	}
}

func TestSameAccountSameBytes(t *testing.T) {
	m := newMap(t, sample())
	workbook, handoff := xlsx(t, m, nil), page(t, m, nil)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			again := newMap(t, sample())
			assert.Equal(t, workbook, xlsx(t, again, &export.WorkbookOptions{AsOf: day(2026, 11, 1), Terms: terms.English()}))
			assert.Equal(t, handoff, page(t, again, &export.HandoffOptions{AsOf: day(2026, 11, 1), Terms: terms.English()}))
			assert.Equal(t, workbook, xlsx(t, m, nil), "one map for all")
		})
	}
	all.Wait()
}

func TestOptionsAreTakenUp(t *testing.T) {
	m := newMap(t, sample())
	greek, _ := terms.Lookup("el")
	f := reopen(t, xlsx(t, m, &export.WorkbookOptions{AsOf: day(2027, 5, 6), Terms: greek}))
	assert.Equal(t, []string{"Σύνοψη", "Κάλυψη", "Αξία", "Δυναμικό", "Απαντήσεις", "Λεπτομέρειες κάλυψης", "Επαφές"}, f.GetSheetList()[:7])
	g := read(t, f, "Κάλυψη")
	assert.Contains(t, g.at(1, 1), "6 Μαΐου 2027")
	root := parsed(t, page(t, m, &export.HandoffOptions{AsOf: day(2027, 5, 6), Terms: greek}))
	assert.Equal(t, "el", elements(root, "html")[0].Attr[0].Val)
	assert.Contains(t, said(elements(root, "header")[0]), "6 Μαΐου 2027")
}

// Every language has heads that a table takes: none blank, none twice.
func TestEveryLanguageMakesAWorkbook(t *testing.T) {
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		xlsx(t, newMap(t, sample()), &export.WorkbookOptions{Terms: words})
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
	m := newMap(t, a)
	assert.Contains(t, page(t, m, nil), "Unit 2999", "the deepest unit is on the page")
	xlsx(t, m, nil)
}

// Pictures come from the caller and words from terms, so that a document can be made without the engine that draws.
func TestWalls(t *testing.T) {
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, parser.ImportsOnly)
		require.NoError(t, err)
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			assert.NotContains(t, path, "accountatlas/render", e.Name())
			assert.NotContains(t, path, "excelize", e.Name())
		}
	}
}
