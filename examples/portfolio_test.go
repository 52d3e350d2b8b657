package examples_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// links returns the targets of the names in a portfolio.
func links(t *testing.T, workbook string) (all []string) {
	t.Helper()
	book, err := excelize.OpenFile(workbook)
	require.NoError(t, err)
	defer book.Close()
	sheet := book.GetSheetList()[0]
	rows, err := book.GetRows(sheet)
	require.NoError(t, err)
	for i := 5; i <= len(rows); i++ {
		_, target, err := book.GetCellHyperLink(sheet, fmt.Sprint("A", i))
		require.NoError(t, err)
		all = append(all, target)
	}
	return all
}

// aboveTable returns the note above the table of a portfolio.
func aboveTable(t *testing.T, name string) string {
	book, err := excelize.OpenFile(name)
	require.NoError(t, err)
	defer book.Close()
	text, err := book.GetCellValue(book.GetSheetName(0), "A3")
	require.NoError(t, err)
	return text
}

// TestPortfolio makes the packs of a folder with one bad file, resumes after an interruption, and
// divides the work.
func TestPortfolio(t *testing.T) {
	t.Parallel()
	program, dir := build(t, "portfolio"), t.TempDir()
	accounts := filepath.Join(dir, "accounts")
	require.NoError(t, os.Mkdir(accounts, 0o755))
	account := "format: 1\naccount: {id: %, name: %, currency: EUR, asOf: 2026-11-01}\nunits: [{id: u, name: Unit}]\nproducts: [{id: p, name: Product}]\n"
	named := func(name string) string { return strings.ReplaceAll(account, "%", name) }
	for name, text := range map[string]string{"a.yaml": named("A"), "b.yaml": named("B"), "c.yml": named("C"), "bad.yaml": "format: 2\n", "notes.txt": "nothing"} {
		require.NoError(t, os.WriteFile(filepath.Join(accounts, name), []byte(text), 0o600))
	}

	got := runIn(t, dir, program, "-in", "accounts")
	assert.Equal(t, 1, got.status, "one file is bad")
	assert.Contains(t, got.stdout, "packs: 3 made, 0 already there, 1 failed\n")
	assert.Regexp(t, `^accounts.bad\.yaml:1:\d+: error `, got.stderr)
	for _, name := range []string{"a", "b", "c"} {
		assert.ElementsMatch(t, append([]string{"made-from.txt"}, packFiles...), names(filesIn(t, filepath.Join(dir, "portfolio-out", name))))
	}
	assert.NoDirExists(t, filepath.Join(dir, "portfolio-out", "bad"))
	assert.Equal(t, []string{"a/handoff.html", "b/handoff.html", "c/handoff.html"}, links(t, filepath.Join(dir, "portfolio-out", "portfolio.xlsx")))

	assert.Contains(t, aboveTable(t, filepath.Join(dir, "portfolio-out", "portfolio.xlsx")), "could not be read: bad.yaml")

	require.NoError(t, os.Remove(filepath.Join(accounts, "bad.yaml")))
	require.NoError(t, os.WriteFile(filepath.Join(accounts, "b.yaml"), []byte(named("B")+"contacts: [{id: c, name: Clara}]\n"), 0o600))
	got = runIn(t, dir, program, "-in", "accounts")
	assert.Zero(t, got.status, got.stderr)
	assert.Empty(t, got.stderr, "no bar in a pipe")
	assert.Contains(t, got.stdout, "packs: 1 made, 2 already there, 0 failed\n")

	for _, part := range []string{"1/2", "2/2"} {
		got = runIn(t, dir, program, "-in", "accounts", "-out", "shared", "-shard", part)
		require.Zero(t, got.status, got.stderr)
	}
	assert.FileExists(t, filepath.Join(dir, "shared", "portfolio-2-of-2.xlsx"))
	got = runIn(t, dir, program, "-in", "accounts", "-out", "shared")
	assert.Contains(t, got.stdout, "packs: 0 made, 3 already there, 0 failed\n")
	require.NoError(t, os.WriteFile(filepath.Join(accounts, "copy.yaml"), []byte(named("A")), 0o600))
	got = runIn(t, dir, program, "-in", "accounts")
	assert.Equal(t, "portfolio: a.yaml and copy.yaml are both the account \"A\": it counts twice in the sums\n", got.stderr)

	own := filepath.Join(dir, "own")
	require.NoError(t, os.MkdirAll(filepath.Join(own, "burrow"), 0o755))
	require.NoError(t, os.MkdirAll(filepath.Join(own, "empty"), 0o755))
	const people = "Nombre;Cargo;Empresa;Jefe;Calzado\nAna;Directora;Mole End;;3\nBo;Jefe;Mole End;Ana;4\n"
	require.NoError(t, os.WriteFile(filepath.Join(own, "burrow", "gente.csv"), []byte(people), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(own, "holt.csv"), []byte("Name,Company\nCy,Otter Holt\n"), 0o600))
	for _, want := range []string{"packs: 2 made, 0 already there", "packs: 0 made, 2 already there"} {
		got = runIn(t, dir, program, "-in", "own", "-out", "packs")
		require.Zero(t, got.status, got.stderr)
		assert.Contains(t, got.stdout, want)
		assert.Contains(t, got.stderr, `the column "Calzado" is not read`)
	}
	assert.ElementsMatch(t, []string{"burrow/handoff.html", "holt/handoff.html"}, links(t, filepath.Join(dir, "packs", "portfolio.xlsx")))
	require.NoError(t, os.WriteFile(filepath.Join(own, "burrow", "gente.csv"), []byte(people+"Di;Jefa;Mole End;Ana;4\n"), 0o600))
	assert.Contains(t, runIn(t, dir, program, "-in", "own", "-out", "packs").stdout, "packs: 1 made, 1 already there")

	for _, wrong := range [][]string{{"-shard", "3/2"}, {"-shard", "0/1"}, {"-shard", "x"}, {"-lang", "xx"}, {}} {
		assert.Equal(t, 2, runIn(t, dir, program, wrong...).status, wrong)
	}
}
