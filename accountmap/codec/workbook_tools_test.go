package codec_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// toolAccounts returns the accounts that other programs open and save: with every field, with
// hostile texts, and in a language with another script.
func toolAccounts() map[string]*accountmap.Account {
	all := map[string]*accountmap.Account{"full": sample(), "generated": accountmaptest.Generate(5, accountmaptest.Shapes()[0])}
	texts := accountmaptest.Hostile()
	for i, text := range texts {
		if len(text) > 400 {
			texts[i] = strings.ToValidUTF8(text[:9], "")
		}
	}
	hostile := sample()
	for _, text := range texts {
		hostile.Risks = append(hostile.Risks, accountmap.Risk{Text: text, Mitigation: text})
	}
	all["hostile"] = hostile
	return all
}

// TestThroughLibreOffice opens and saves workbooks with LibreOffice, without loss.
func TestThroughLibreOffice(t *testing.T) {
	t.Parallel()
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("LibreOffice is not here")
	}
	through(t, func(out string, books []string) *exec.Cmd {
		return exec.CommandContext(t.Context(), office, append([]string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to",
			"xlsx:Calc MS Excel 2007 XML", "--outdir", out}, books...)...)
	})
}

// TestThroughOpenpyxl loads and saves workbooks with openpyxl, without loss.
func TestThroughOpenpyxl(t *testing.T) {
	t.Parallel()
	const python = "/usr/bin/python3"
	if err := exec.CommandContext(t.Context(), python, "-c", "import openpyxl").Run(); err != nil || testing.Short() {
		t.Skip("openpyxl is not here")
	}
	const save = `
import os, sys, openpyxl
for name in sys.argv[2:]:
    openpyxl.load_workbook(name).save(os.path.join(sys.argv[1], os.path.basename(name)))`
	through(t, func(out string, books []string) *exec.Cmd {
		return exec.CommandContext(t.Context(), python, append([]string{"-c", save, out}, books...)...)
	})
}

// through runs a program that saves the books under the same names in the folder out. The program
// starts once, since its start takes longest.
func through(t *testing.T, program func(out string, books []string) *exec.Cmd) {
	accounts, folder, out := toolAccounts(), t.TempDir(), t.TempDir()
	var books []string
	for name, a := range accounts {
		books = append(books, filepath.Join(folder, name+".xlsx"))
		require.NoError(t, os.WriteFile(books[len(books)-1], workbookFile(t, a, "el"), 0o600))
	}
	said, err := program(out, books).CombinedOutput()
	require.NoError(t, err, "%s", said)
	for name, a := range accounts {
		saved, err := os.ReadFile(filepath.Join(out, name+".xlsx"))
		require.NoError(t, err, "%s", said)
		back, problems := codec.Decode(bytes.NewReader(saved), codec.XLSX)
		require.NoError(t, problems.Err(), name)
		requireSame(t, a, back, name)
		assert.NotContains(t, problems.Report(), codec.ErrUnreadCells, "nobody has changed anything: %s", name)
	}
}
