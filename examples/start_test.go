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

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// TestStart begins an account, fills in its workbook by names alone, and makes its pack in one run.
func TestStart(t *testing.T) {
	program, dir := build(t, "handoff"), t.TempDir()
	for _, language := range terms.Languages() {
		folder := filepath.Join(dir, language)
		require.Zero(t, runIn(t, dir, program, "-new", folder, "-lang", language).status)
		again := runIn(t, dir, program, "-new", folder)
		assert.Equal(t, 1, again.status)
		assert.Contains(t, again.stderr, "account.yaml is there already")

		text := filepath.Join(folder, "account.yaml")
		_, problems := codec.ReadFile(text)
		require.Empty(t, problems)
		book := filepath.Join(folder, "account.xlsx")
		words, _ := terms.Lookup(language)
		out := filepath.Join(folder, "pack")
		pack := func() result {
			return runIn(t, dir, program, "-in", book, "-save", text, "-out", out, "-lang", language)
		}
		empty := pack()
		assert.Equal(t, 1, empty.status)
		assert.Contains(t, empty.stderr, text)
		saved, err := os.ReadFile(text)
		require.NoError(t, err)
		assert.Equal(t, string(codec.Template(words)), string(saved), "an empty workbook replaces nothing")

		fillIn(t, book, words)
		made := pack()
		require.Zero(t, made.status, made.stderr)
		replaced := words.Text(terms.NewsOfFile, text)
		assert.NotContains(t, made.stdout, replaced, "the fictional account")
		assert.NotContains(t, made.stderr, "error")
		assert.NotContains(t, made.stderr, "warning")
		require.FileExists(t, filepath.Join(out, "handoff.pdf"))

		a, problems := codec.ReadFile(text)
		require.NoError(t, problems.Err())
		assert.Equal(t, "Prado", a.Name)
		assert.Len(t, a.Units, 8)
		assert.Len(t, a.Products, 8)
		assert.Len(t, a.Contacts, 20)
		assert.Len(t, a.Coverage, 40)
		assert.Len(t, a.Orders, 12)
		assert.EqualValues(t, "unit-3", a.Contacts[11].Unit)
		assert.Equal(t, accountmap.Money{Minor: 1250_00, Currency: ""}, a.Orders[11].Amount)
		assert.Equal(t, accountmap.Day(2026, 1, 26), a.Orders[11].Date)

		a.Contacts[0].Title = "Directora"
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: "eva", Name: "Eva", Unit: "unit-1"})
		require.NoError(t, codec.UpdateFile(text, a))
		again = pack()
		require.Zero(t, again.status, again.stderr)
		assert.Contains(t, again.stdout, replaced+"\n  Person 0: ")
		assert.Contains(t, again.stdout, "\n  Eva: ", "what the file loses is printed")
	}
}

// fillIn fills in an empty workbook like a person: 8 units and 8 products in the matrix, 40
// statuses, 20 people and 12 orders.
func fillIn(t *testing.T, name string, words *terms.Terms) {
	f, err := excelize.OpenFile(name)
	require.NoError(t, err)
	defer f.Close()
	set := func(sheet string, column, row int, value any) {
		cell, err := excelize.CoordinatesToCellName(column, row)
		require.NoError(t, err)
		require.NoError(t, f.SetCellValue(sheet, cell, value))
	}
	find := func(text string) (sheet string, row int) {
		for _, sheet := range f.GetSheetList() {
			cells, err := f.SearchSheet(sheet, text)
			require.NoError(t, err)
			if sheet != hiddensheet.Name && len(cells) > 0 {
				_, row, err := excelize.CellNameToCoordinates(cells[0])
				require.NoError(t, err)
				return sheet, row
			}
		}
		require.Fail(t, "no cell", text)
		return "", 0
	}
	sheet, head := find(hiddensheet.MatrixMark)
	for i := range 8 {
		set(sheet, 4+i, head+1, fmt.Sprint("Unit ", i))
		set(sheet, 2, head+2+i, fmt.Sprint("Product ", i))
		for j := range 5 {
			set(sheet, 4+j, head+2+i, words.Status([]accountmap.CoverageStatus{accountmap.CoverageSold, accountmap.CoverageGap, accountmap.CoverageProposed}[(i+j)%3]))
		}
	}
	rows := func(list string, n int, values func(i int) map[string]any) {
		tab, _ := table.Lookup(list)
		sheet, mark := find(hiddensheet.Mark(tab))
		all, err := f.GetRows(sheet)
		require.NoError(t, err)
		for i := range n {
			for column, key := range all[mark-1] {
				if value, ok := values(i)[key]; ok {
					set(sheet, column+1, mark+2+i, value)
				}
			}
		}
	}
	rows("account", 1, func(int) map[string]any { return map[string]any{"name": "Prado", "currency": "EUR"} })
	rows("contacts", 20, func(i int) map[string]any {
		v := map[string]any{"name": fmt.Sprint("Person ", i), "unit": fmt.Sprint("Unit ", i%8), "power": 1 + i%5, "stance": words.Stance(accountmap.Stances()[i%5])}
		if i > 0 {
			v["reportsTo"] = fmt.Sprint("Person ", max(i-8, 0))
		}
		return v
	})
	rows("orders", 12, func(i int) map[string]any {
		return map[string]any{"unit": fmt.Sprint("unit ", i%5), "product": fmt.Sprint("Product ", (12-i%5)%3), "date": 46037 + i, "amount": 1250}
	})
	require.NoError(t, f.Save())
}

// TestStartAsText checks that the unedited text of a new account makes a pack, by the commands that
// the program prints.
func TestStartAsText(t *testing.T) {
	program, dir := build(t, "handoff"), t.TempDir()
	for language, person := range map[string]string{"en": "Inés Prado", "es": "Inés Prado", "el": "Ιωάννα Δήμου"} {
		begun := runIn(t, dir, program, "-new", language, "-lang", language)
		require.Zero(t, begun.status)
		text, out := filepath.Join(language, "account.yaml"), filepath.Join(language, "pack")
		command := []string{"-in", text, "-out", out, "-lang", language}
		assert.Contains(t, begun.stdout, "./examples/handoff "+strings.Join(command, " ")+"\n")
		made := runIn(t, dir, program, command...)
		require.Zero(t, made.status, made.stderr)
		page, err := os.ReadFile(filepath.Join(dir, out, "handoff.md"))
		require.NoError(t, err)
		assert.Contains(t, string(page), person)
	}
	wrong := runIn(t, dir, program, "-new", "acme", "-in", "x.yaml")
	assert.Equal(t, 2, wrong.status)
	assert.True(t, strings.Contains(wrong.stderr, "leave -in"), wrong.stderr)
}

// TestStartWithOwnTable makes the pack of an unedited table of people, and checks its report.
func TestStartWithOwnTable(t *testing.T) {
	program, dir := build(t, "handoff"), t.TempDir()
	people := "Nombre;Apellidos;Cargo;Empresa;Departamento;Jefe;Correo;LinkedIn\nAna;Ruiz;Directora;Sol;Compras;;ana@sol.example;x\nJon;Berg;Comprador;Sol;Compras;Ruiz, Ana;;\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "gente.csv"), []byte(people), 0o600))
	made := runIn(t, dir, program, "-in", "gente.csv", "-save", "account.yaml", "-out", "pack")
	require.Zero(t, made.status, made.stderr)
	assert.Contains(t, made.stdout, "gente.csv, row 1: contacts (rows: 2): Nombre = name, Apellidos = last name")
	assert.Contains(t, made.stderr, `warning unread-cells: the column "LinkedIn" is not read`)
	a, problems := codec.ReadFile(filepath.Join(dir, "account.yaml"))
	require.Empty(t, problems)
	assert.EqualValues(t, "ana-ruiz", a.Contacts[1].ReportsTo)

	mapping := `{"name": "Sol", "columns": {"contacts": {"LinkedIn": ""}}}`
	require.NoError(t, os.WriteFile(filepath.Join(dir, "mapping.json"), []byte(mapping), 0o600))
	again := runIn(t, dir, program, "-in", "gente.csv", "-mapping", "mapping.json", "-out", "pack")
	assert.NotContains(t, again.stderr, "LinkedIn")

	kept, err := os.ReadFile(filepath.Join(dir, "account.yaml"))
	require.NoError(t, err)
	over := runIn(t, dir, program, "-in", "gente.csv", "-save", "account.yaml", "-out", "other")
	assert.Equal(t, 1, over.status)
	assert.Contains(t, over.stderr, "would replace all of account.yaml: give -save a new name")
	assert.NoDirExists(t, filepath.Join(dir, "other"))
	now, err := os.ReadFile(filepath.Join(dir, "account.yaml"))
	require.NoError(t, err)
	assert.Equal(t, kept, now)
}
