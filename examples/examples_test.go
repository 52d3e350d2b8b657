// Package examples_test runs every example like a user, and checks the promises of the README and
// of the design.
package examples_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

var packFiles = []string{"calendar.ics", "coverage.xlsx", "handoff.docx", "handoff.html", "handoff.md", "handoff.pdf", "map.dot", "map.drawio", "map.lucid", "map.mmd", "map.pdf", "map.png", "map.pptx", "map.svg", "review.pptx"}

// programs is the folder of the example binaries during the tests. builds has one build per
// example.
var (
	programs string
	builds   sync.Map // by the name of the example, a func() error
)

func TestMain(m *testing.M) {
	os.Exit(func() int {
		var err error
		if programs, err = os.MkdirTemp("", "examples"); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(programs)
		return m.Run()
	}())
}

// build returns the path of an example's binary, compiled once for all tests.
func build(t testing.TB, name string) string {
	t.Helper()
	norace.Only(t) // the program runs without the detector
	program := filepath.Join(programs, name)
	once, _ := builds.LoadOrStore(name, sync.OnceValue(func() error {
		out, err := exec.Command("go", "build", "-o", program, "./"+name).CombinedOutput()
		if err != nil {
			return fmt.Errorf("%w\n%s", err, out)
		}
		return nil
	}))
	require.NoError(t, once.(func() error)())
	return program
}

type result struct {
	stdout, stderr string
	status         int
}

func runIn(t *testing.T, dir, program string, args ...string) result {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(t.Context(), program, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &stdout, &stderr
	err := cmd.Run()
	if _, exited := err.(*exec.ExitError); err != nil && !exited {
		require.NoError(t, err)
	}
	return result{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

func filesIn(t testing.TB, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	files := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		require.NoError(t, err)
		files[e.Name()] = string(data)
	}
	return files
}

func names(files map[string]string) []string {
	var all []string
	for name := range files {
		all = append(all, name)
	}
	return all
}

func TestHandoff(t *testing.T) {
	t.Parallel()
	program, dir := build(t, "handoff"), t.TempDir()
	got := runIn(t, dir, program)
	require.Zero(t, got.status, got.stderr)
	for line := range strings.Lines(got.stderr) {
		assert.Regexp(t, `^handoff: not ready: .+ \(\d+/\d+\)\n$`, line, "the sample account has no mistakes")
	}
	first := filesIn(t, filepath.Join(dir, "handoff-out"))
	assert.ElementsMatch(t, packFiles, names(first))
	for _, name := range packFiles {
		assert.Contains(t, got.stdout, filepath.Join("handoff-out", name))
	}

	picture, err := os.ReadFile("handoff/map.svg")
	require.NoError(t, err)
	assert.Equal(t, string(picture), first["map.svg"], "the README shows what the program draws: copy the new map.svg to examples/handoff")

	again := runIn(t, dir, program, "-out", "again")
	require.Zero(t, again.status, again.stderr)
	assert.Equal(t, first, filesIn(t, filepath.Join(dir, "again")), "the same input gives the same bytes")

	sample, err := filepath.Abs("handoff/sample.yaml")
	require.NoError(t, err)
	dated := runIn(t, dir, program, "-in", sample, "-as-of", "2027-02-03", "-out", "dated")
	require.Zero(t, dated.status, dated.stderr)
	assert.Contains(t, filesIn(t, filepath.Join(dir, "dated"))["map.svg"], "3 February 2027")
}

// TestHandoffOfUnits checks -units, which makes the pack of a part of the client. It is the remedy
// for a coverage that is too large, which is refused before any work.
func TestHandoffOfUnits(t *testing.T) {
	t.Parallel()
	program, dir := build(t, "handoff"), t.TempDir()
	part := runIn(t, dir, program, "-units", "logistica, Hellas", "-out", "part")
	require.Zero(t, part.status, part.stderr)
	page := filesIn(t, filepath.Join(dir, "part"))["handoff.md"]
	assert.Contains(t, page, "Logística")
	assert.NotContains(t, page, "Plant North")

	wide := strings.Builder{}
	wide.WriteString("format: 1\naccount: {name: Wide, asOf: 2026-11-01}\nunits:\n")
	for i := range 1001 {
		fmt.Fprintf(&wide, "  - {id: u%d, name: Unit %d}\n", i, i)
	}
	wide.WriteString("products:\n")
	for i := range 1000 {
		fmt.Fprintf(&wide, "  - {id: p%d, name: Product %d}\n", i, i)
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "wide.yaml"), []byte(wide.String()), 0o600))
	refused := runIn(t, dir, program, "-in", "wide.yaml", "-out", "wide")
	assert.Equal(t, 1, refused.status)
	assert.Equal(t, "handoff: the coverage of 1001 units and 1000 products has 1001000 cells, more than 1000000: "+
		"name the units in question, such as -units \"u0\"; separate several with commas\n", refused.stderr)
	assert.NoDirExists(t, filepath.Join(dir, "wide"))
	unknown := runIn(t, dir, program, "-units", "nowhere")
	assert.Equal(t, 1, unknown.status)
	assert.Contains(t, unknown.stderr, `-units: no unit has the id or name "nowhere"; the ids are `)
}

func TestHandoffChoices(t *testing.T) {
	t.Parallel()
	program, dir := build(t, "handoff"), t.TempDir()
	sample, err := os.ReadFile("handoff/sample.yaml")
	require.NoError(t, err)
	changed := strings.Replace(string(sample), "stance: blocker", "stance: neutral", 1)
	require.NotEqual(t, string(sample), changed)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "changed.yaml"), []byte(changed), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "before.yaml"), sample, 0o600))

	strict := runIn(t, dir, program, "-strict", "-out", "strict")
	assert.Equal(t, 1, strict.status, "the handoff lacks something")
	assert.Regexp(t, `(?m)^handoff: status 1, as -strict asks: \d+ × not ready$`, strict.stderr)
	assert.ElementsMatch(t, packFiles, names(filesIn(t, filepath.Join(dir, "strict"))), "it is written all the same")

	since := runIn(t, dir, program, "-in", "changed.yaml", "-since", "before.yaml", "-out", "since")
	require.Zero(t, since.status, since.stderr)
	assert.Contains(t, filesIn(t, filepath.Join(dir, "since"))["handoff.md"], "Stance: blocker, now neutral")
	assert.NotContains(t, since.stderr, "wrong way round")
	assert.Contains(t, since.stdout, "changed since then:\n  Marek Kowalski: Stance: blocker, now neutral\n")

	require.NoError(t, os.WriteFile(filepath.Join(dir, "later.yaml"), bytes.Replace(sample, []byte("asOf: 2026-11-01\n"), []byte("asOf: 2026-12-01\n"), 1), 0o600))
	swapped := runIn(t, dir, program, "-in", "changed.yaml", "-since", "later.yaml", "-out", "swapped")
	require.Zero(t, swapped.status, swapped.stderr)
	assert.Contains(t, swapped.stderr, "the account of -since is of 2026-12-01, after the 2026-11-01 that the pack is true for: are the two files the wrong way round?")

	require.NoError(t, os.WriteFile(filepath.Join(dir, "other.yaml"), []byte("format: 1\naccount: {name: Acme}\nunits: []\nproducts: []\n"), 0o600))
	other := runIn(t, dir, program, "-in", "changed.yaml", "-since", "other.yaml", "-out", "other")
	require.Zero(t, other.status, other.stderr)
	assert.Contains(t, other.stderr, `the account of -since is that of "Acme", and this one is of "Grupo Meridiano": are they the same client?`)

	greek := runIn(t, dir, program, "-lang", "el", "-theme", "print", "-audience", "client", "-out", "greek")
	require.Zero(t, greek.status, greek.stderr)
	files := filesIn(t, filepath.Join(dir, "greek"))
	assert.Contains(t, files["handoff.md"], "Οι υποσχέσεις μας")
	assert.NotContains(t, files["handoff.md"], "Ετοιμότητα")
	assert.Contains(t, files["calendar.ics"], "Ανανέωση")

	for _, view := range []string{"influence", "coverage", "team", "advocacy", "roadmap"} {
		got := runIn(t, dir, program, "-view", view, "-page", "a4-portrait", "-out", view)
		require.Zero(t, got.status, got.stderr)
		want := packFiles
		if view != "advocacy" { // the others are tables
			want = slices.DeleteFunc(slices.Clone(packFiles), func(name string) bool { return name == "map.dot" || name == "map.mmd" })
		}
		further := func(name string) bool { return strings.HasPrefix(name, "map-") } // a page of a picture that is illegible on one page
		written := names(filesIn(t, filepath.Join(dir, view)))
		assert.Equal(t, view != "advocacy" && view != "roadmap", slices.Contains(written, "map-2.svg"), view)
		assert.ElementsMatch(t, want, slices.DeleteFunc(written, further))
	}

	loud := runIn(t, dir, program, "-lang", "EL", "-theme", "PRINT", "-view", "Roadmap", "-page", "A4", "-audience", "Client", "-out", "loud")
	require.Zero(t, loud.status, loud.stderr)

	require.NoError(t, os.WriteFile(filepath.Join(dir, "file"), nil, 0o600))
	for _, wrong := range [][]string{{"-out", "file"}, {"-out", ""}, {"-audience", "client", "-view", "influence"}, {"-view", "org"}, {"-page", "a9"}, {"-lang", "xx"}, {"-theme", "drak"}, {"-audience", "everybody"}, {"extra"}} {
		got := runIn(t, dir, program, wrong...)
		assert.Equal(t, 2, got.status, wrong)
		assert.NotEmpty(t, got.stderr, wrong)
		assert.LessOrEqual(t, strings.Count(got.stderr, "\n"), 2, "the mistake does not scroll off")
	}
	help := runIn(t, dir, program, "-h")
	assert.Zero(t, help.status)
	assert.Contains(t, help.stderr, "-theme")
}

// TestHandoffWithoutADay checks that an account without a day has no calendar, that this is
// reported, and that the calendar of an earlier run is removed. The earlier sheet of a meeting is
// reported, too.
func TestHandoffWithoutADay(t *testing.T) {
	t.Parallel()
	program, dir := build(t, "handoff"), t.TempDir()
	account := "format: 1\naccount: {id: a, name: Acme, currency: EUR}\nunits: [{id: u, name: Unit}]\nproducts: [{id: p, name: Product}]\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "undated.yaml"), []byte(account), 0o600))
	dated := runIn(t, dir, program, "-in", "undated.yaml", "-out", "out", "-as-of", "2026-11-01")
	require.Zero(t, dated.status, dated.stderr)
	assert.NotContains(t, dated.stderr, "no calendar")
	require.FileExists(t, filepath.Join(dir, "out", "calendar.ics"))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "out", "meeting.html"), []byte("earlier"), 0o600))

	got := runIn(t, dir, program, "-in", "undated.yaml", "-out", "out")
	require.Zero(t, got.status, got.stderr)
	assert.Contains(t, got.stderr, "handoff: no calendar: the account says no day (asOf)")
	assert.NotContains(t, got.stdout, "calendar.ics")
	assert.NoFileExists(t, filepath.Join(dir, "out", "calendar.ics"))
	assert.Contains(t, got.stderr, "meeting.html is of an earlier run, perhaps of another account")
}

// TestHandoffNamesMissingLetters has a unit in letters and signs that the fonts lack.
func TestHandoffNamesMissingLetters(t *testing.T) {
	t.Parallel()
	program, dir := build(t, "handoff"), t.TempDir()
	account := "format: 1\naccount: {id: a, name: Acme, currency: EUR, asOf: 2026-11-01}\nunits: [{id: u, name: 株式 👩}]\nproducts: [{id: p, name: Product}]\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "letters.yaml"), []byte(account), 0o600))
	got := runIn(t, dir, program, "-in", "letters.yaml", "-out", "out")
	require.Zero(t, got.status, got.stderr)
	assert.Contains(t, got.stderr, `map.png and the PDFs cannot show some Han letters of "株式 👩": add -font FILE, with a font file that has them`)
	assert.Contains(t, got.stderr, `cannot show some emoji or symbols of "株式 👩": add -font FILE`)
}

// TestHandoffOfAnEditedWorkbook deletes a row of the workbook. Without further flags, this is
// refused. The row can be kept, or the deletion applied to the account from which the workbook was
// made.
func TestHandoffOfAnEditedWorkbook(t *testing.T) {
	t.Parallel()
	program, dir := build(t, "handoff"), t.TempDir()
	require.Zero(t, runIn(t, dir, program, "-out", "first").status)
	sample, err := filepath.Abs("handoff/sample.yaml")
	require.NoError(t, err)
	book, err := excelize.OpenFile(filepath.Join(dir, "first", "coverage.xlsx"))
	require.NoError(t, err)
	cells, err := book.SearchSheet("Risks", "accountatlas:risks")
	require.NoError(t, err)
	require.Len(t, cells, 1)
	_, mark, err := excelize.CellNameToCoordinates(cells[0])
	require.NoError(t, err)
	text, err := book.GetRows("Risks")
	require.NoError(t, err)
	risk := text[mark+1][slices.Index(text[mark-1], "text")]
	require.NoError(t, book.RemoveRow("Risks", mark+2))
	keys, err := book.SearchSheet("Account", "asOf")
	require.NoError(t, err)
	require.Len(t, keys, 1)
	column, row, err := excelize.CellNameToCoordinates(keys[0])
	require.NoError(t, err)
	asOf, err := excelize.CoordinatesToCellName(column, row+2)
	require.NoError(t, err)
	require.NoError(t, book.SetCellValue("Account", asOf, "2026-11-20"))
	require.NoError(t, book.SaveAs(filepath.Join(dir, "edited.xlsx")))

	alone := runIn(t, dir, program, "-in", "edited.xlsx", "-out", "alone")
	assert.Equal(t, 1, alone.status)
	assert.Contains(t, alone.stderr, "error missing-cells")
	assert.Contains(t, alone.stderr, "handoff: -base FILE")
	kept := runIn(t, dir, program, "-in", "edited.xlsx", "-base", sample, "-out", "kept")
	require.Zero(t, kept.status, kept.stderr)
	assert.Contains(t, kept.stdout, "the workbook changes:\n  As of: 1 November 2026, now 20 November 2026\n")
	assert.Contains(t, kept.stderr, "edited.xlsx:Risks: warning")
	assert.Contains(t, kept.stderr, "warning missing-cells")
	assert.Contains(t, kept.stderr, "handoff: rows that are gone from the workbook stay in the account; -delete deletes them")
	assert.Contains(t, filesIn(t, filepath.Join(dir, "kept"))["handoff.md"], risk)
	deleted := runIn(t, dir, program, "-in", "edited.xlsx", "-base", sample, "-delete", "-save", "saved.yaml", "-out", "deleted")
	require.Zero(t, deleted.status, deleted.stderr)
	assert.NotContains(t, deleted.stderr, "missing-cells")
	assert.NotContains(t, deleted.stderr, "-delete")
	assert.NotContains(t, filesIn(t, filepath.Join(dir, "deleted"))["handoff.md"], risk)
	again := runIn(t, dir, program, "-in", "saved.yaml", "-out", "again")
	require.Zero(t, again.status, again.stderr)
	assert.Equal(t, filesIn(t, filepath.Join(dir, "deleted"))["handoff.md"], filesIn(t, filepath.Join(dir, "again"))["handoff.md"], "the account was saved as the workbook has it")
	unsaved := runIn(t, dir, program, "-save", "saved.xlsx")
	assert.Equal(t, 2, unsaved.status)
	assert.Contains(t, unsaved.stderr, "saved.xlsx")

	for _, wrong := range [][]string{{"-base", sample}, {"-in", sample, "-base", sample}, {"-in", "edited.xlsx", "-delete"}} {
		assert.Equal(t, 2, runIn(t, dir, program, wrong...).status, wrong)
	}
}

func TestHandoffOfABadFile(t *testing.T) {
	t.Parallel()
	program, dir := build(t, "handoff"), t.TempDir()
	bad := "format: 1\naccount: {name: Acme}\nunits:\n  - {id: u1, name: One, parent: u9}\n  - {id: u1, name: Two}\nproducts: []\nbogus: 1\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "bad.yaml"), []byte(bad), 0o600))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "out"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "out", "map.svg"), []byte("earlier"), 0o600))

	got := runIn(t, dir, program, "-in", "bad.yaml", "-out", "out")
	assert.Equal(t, 1, got.status)
	assert.Empty(t, got.stdout)
	lines := strings.Split(strings.TrimSpace(got.stderr), "\n")
	require.Len(t, lines, 3)
	for i, want := range []string{
		`^bad\.yaml:4:\d+: error unknown-reference: .+ \(.+\)$`, `^bad\.yaml:5:\d+: error duplicate-id: .+ \(.+\)$`,
		`^bad\.yaml:7:1: error unknown-key: .+ \(.+\)$`,
	} {
		assert.Regexp(t, want, lines[i])
	}
	assert.Equal(t, map[string]string{"map.svg": "earlier"}, filesIn(t, filepath.Join(dir, "out")), "nothing is written or overwritten")

	missing := runIn(t, dir, program, "-in", "absent.yaml")
	assert.Equal(t, 1, missing.status)
	assert.Contains(t, missing.stderr, "absent.yaml")
	assert.NoDirExists(t, filepath.Join(dir, "handoff-out"))
}

func TestNorthwind(t *testing.T) {
	t.Parallel()
	program, dir := build(t, "northwind"), t.TempDir()
	got := runIn(t, dir, program)
	require.Zero(t, got.status, got.stderr)
	files := filesIn(t, filepath.Join(dir, "northwind-out"))
	assert.ElementsMatch(t, packFiles, names(files))
	lines := strings.Split(strings.TrimSpace(got.stderr), "\n")
	require.Len(t, lines, 1, "two rows are dirty in the same way")
	assert.Regexp(t, `^customers\.csv:85:1: warning missing-value: .*VALON.*, here and in 1 more: line 88 `, lines[0])
	assert.Contains(t, files["map.svg"], "91 people")
}

func TestQuickstart(t *testing.T) {
	t.Parallel()
	program, dir := build(t, "quickstart"), t.TempDir()
	got := runIn(t, dir, program)
	require.Zero(t, got.status, got.stderr)
	assert.Equal(t, "mad does not buy fleet\nath does not buy core\nath does not buy fleet\n", got.stdout)
	assert.Contains(t, filesIn(t, dir)["map.svg"], "Ελένη Δήμου")
}
