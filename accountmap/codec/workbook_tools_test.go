package codec_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// toolAccounts are those that other programs open and save: every field, hostile texts, and a language with letters of its own.
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

// TestThroughLibreOffice opens and saves workbooks with LibreOffice: everything comes back.
func TestThroughLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("LibreOffice is not here")
	}
	through(t, func(folder, from, to string) *exec.Cmd {
		out := filepath.Join(folder, "out")
		cmd := exec.CommandContext(t.Context(), office, "-env:UserInstallation=file://"+filepath.Join(folder, "profile"), "--headless", "--convert-to",
			"xlsx:Calc MS Excel 2007 XML", "--outdir", out, from)
		require.NoError(t, os.MkdirAll(out, 0o755))
		require.NoError(t, os.Symlink(filepath.Join(out, filepath.Base(from)), to))
		return cmd
	})
}

// TestThroughOpenpyxl loads and saves workbooks with openpyxl: everything comes back.
func TestThroughOpenpyxl(t *testing.T) {
	const python = "/usr/bin/python3"
	if err := exec.CommandContext(t.Context(), python, "-c", "import openpyxl").Run(); err != nil || testing.Short() {
		t.Skip("openpyxl is not here")
	}
	through(t, func(_, from, to string) *exec.Cmd {
		return exec.CommandContext(t.Context(), python, "-c", "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])", from, to)
	})
}

func through(t *testing.T, program func(folder, from, to string) *exec.Cmd) {
	for name, a := range toolAccounts() {
		folder := t.TempDir()
		from, to := filepath.Join(folder, "book.xlsx"), filepath.Join(folder, "saved.xlsx")
		require.NoError(t, os.WriteFile(from, workbook(t, a, "el"), 0o600))
		out, err := program(folder, from, to).CombinedOutput()
		require.NoError(t, err, "%s", out)
		saved, err := os.ReadFile(to)
		require.NoError(t, err, "%s", out)
		back, problems := codec.Check(bytes.NewReader(saved), codec.XLSX)
		require.NoError(t, problems.Err(), name)
		requireSame(t, a, back, name)
	}
}
