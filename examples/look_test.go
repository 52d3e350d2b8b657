package examples_test

import (
	"encoding/csv"
	"encoding/json"
	"html"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render"
)

// program returns the path of a program that a check needs, or skips the check.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not on this machine: the check that needs it is skipped", name)
	}
	return path
}

// browse opens pages in one headless Chromium, each in a frame of window size. It returns the JSON
// that the script of each page writes into its element with the id "answer".
func browse[T any](t *testing.T, pages map[string]string) map[string]T {
	t.Helper()
	chromium := program(t, "chromium")
	names := slices.Sorted(maps.Keys(pages))
	var page strings.Builder
	for _, name := range names {
		page.WriteString(`<iframe width="800" height="600" srcdoc="` + html.EscapeString(pages[name]) + `"></iframe>`)
	}
	page.WriteString(`<pre id="answers"></pre><script>onload = () => document.getElementById("answers").textContent = JSON.stringify(
		[...document.querySelectorAll("iframe")].map(f => JSON.parse(f.contentDocument.getElementById("answer").textContent)))</script>`)
	file := filepath.Join(t.TempDir(), "page.html")
	require.NoError(t, os.WriteFile(file, []byte("<!doctype html><meta charset=utf-8>"+page.String()), 0o600))
	out, err := exec.CommandContext(t.Context(), chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--no-first-run", "--user-data-dir="+t.TempDir(), "--dump-dom", "file://"+file).Output()
	require.NoError(t, err)
	found := regexp.MustCompile(`(?s)<pre id="answers">(\[.*?\])</pre>`).FindSubmatch(out)
	require.NotNil(t, found, "a page's script did not run to its end")
	var answers []T
	require.NoError(t, json.Unmarshal([]byte(html.UnescapeString(string(found[1]))), &answers))
	require.Len(t, answers, len(names))
	byName := map[string]T{}
	for i, name := range names {
		byName[name] = answers[i]
	}
	return byName
}

// measure lists, for every card of the map on the page, its overflowing texts and its overlaps with
// other cards. It also counts the cards and the hidden sections of tables.
const measure = `<pre id="answer"></pre><script>
const cards = [...document.querySelectorAll("g.node")].map(g => ({
  name: g.querySelector("title")?.textContent ?? "", box: g.querySelector("path,rect").getBoundingClientRect(),
  texts: [...g.querySelectorAll("text")].map(t => ({text: t.textContent, box: t.getBoundingClientRect()}))}));
const outside = [], covered = [];
const hidden = [...document.querySelectorAll("table")].filter(t => !t.closest("details") && !t.getClientRects().length)
  .map(t => t.closest("section[id]")?.id ?? "");
for (const c of cards) for (const t of c.texts)
  if (t.box.left < c.box.left - 0.5 || t.box.right > c.box.right + 0.5 || t.box.top < c.box.top - 0.5 || t.box.bottom > c.box.bottom + 0.5)
    outside.push(t.text);
cards.forEach((a, i) => cards.slice(0, i).forEach(b => {
  if (a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1 && a.box.top < b.box.bottom - 1 && b.box.top < a.box.bottom - 1)
    covered.push(a.name + " / " + b.name); }));
document.getElementById("answer").textContent = JSON.stringify({cards: cards.length, outside, covered, hidden});
</script>`

// TestMapInChromium measures the maps with a browser's own fonts.
func TestMapInChromium(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	program(t, "chromium")
	accounts := map[string]*accountmap.Account{"sample": sampleAccount(t)}
	for name, shape := range map[string]accountmaptest.Shape{"long names": accountmaptest.LongNames(), "Greek": accountmaptest.Greek(),
		"one person": accountmaptest.OnePerson(), "500 reports": accountmaptest.Star(500)} {
		accounts[name] = accountmaptest.Generate(1, shape)
	}
	// A page forbids scripts, including the script of the test, which does not affect its look.
	policy := regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)
	pages := map[string]string{}
	for name, a := range accounts {
		m, err := accountmap.New(a)
		require.NoError(t, err)
		drawing, err := render.Layout(t.Context(), m, render.Stakeholders{}, nil)
		require.NoError(t, err)
		page, err := handoff.New(t.Context(), m, &handoff.Options{Pictures: []handoff.Picture{{Picture: drawing}}})
		require.NoError(t, err)
		var picture, html strings.Builder
		require.NoError(t, drawing.Write(&picture, render.SVG))
		require.NoError(t, printer.HTML(t.Context(), &html, page, nil))
		pages[name+": map.svg"] = picture.String() + measure
		pages[name+": handoff.html"] = policy.ReplaceAllString(html.String(), "") + measure
	}
	type sight struct {
		Cards                    int
		Outside, Covered, Hidden []string
	}
	for name, seen := range browse[sight](t, pages) {
		assert.Positive(t, seen.Cards, name)
		assert.Empty(t, seen.Outside, "%s: texts that leave their card", name)
		assert.Empty(t, seen.Covered, "%s: cards over one another", name)
		assert.Empty(t, seen.Hidden, "%s: tables that are not shown", name)
	}
}

// TestWorkbookInLibreOffice opens the coverage sheet in LibreOffice. Each cell has the words of the
// file.
func TestWorkbookInLibreOffice(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	office := program(t, "soffice")
	dir := t.TempDir()
	got := runIn(t, dir, build(t, "handoff"), "-out", "out")
	require.Zero(t, got.status, got.stderr)
	out, err := exec.CommandContext(t.Context(), office, "-env:UserInstallation=file://"+filepath.ToSlash(t.TempDir()), "--headless",
		"--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3", "--outdir", dir, filepath.Join(dir, "out", "coverage.xlsx")).CombinedOutput()
	require.NoError(t, err, string(out))
	file, err := os.Open(filepath.Join(dir, "coverage-Coverage.csv"))
	require.NoError(t, err)
	defer file.Close()
	reader := csv.NewReader(file)
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	require.NoError(t, err)
	var sheet strings.Builder
	for _, row := range rows {
		sheet.WriteString(strings.Join(row, "\t") + "\n")
	}
	for _, word := range []string{"Grupo Meridiano", "Logística", "Προμήθειες", "Telematics", "Opportunity", "Not relevant", "Jörg Müller"} {
		assert.Contains(t, sheet.String(), word)
	}
	for _, broken := range []string{"#NAME?", "#REF!", "#VALUE!", "Err:"} {
		assert.NotContains(t, sheet.String(), broken)
	}
}
