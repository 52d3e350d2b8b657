package printer_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// run returns the output of a program for a file. It skips the test if the program is not
// installed.
func run(t *testing.T, program string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skip(program + " is not installed")
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	require.NoError(t, err, "%s: %s", program, out)
	return string(out)
}

func savedPDF(t *testing.T, d *document.Document) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, printer.PDF(t.Context(), &b, d, nil))
	name := filepath.Join(t.TempDir(), "document.pdf")
	require.NoError(t, os.WriteFile(name, []byte(b.String()), 0o600))
	return name
}

func TestPDFIsSoundToQPDF(t *testing.T) {
	norace.Only(t)
	for _, s := range []string{"Meridiano", `)(\`, "👩‍👩‍👧 שלום 東京", strings.Repeat("a", 400)} {
		assert.Contains(t, run(t, "qpdf", "--check", savedPDF(t, filled(s))), "No syntax or stream encoding errors")
	}
}

func TestPDFTextIsReadByPoppler(t *testing.T) {
	norace.Only(t)
	text := run(t, "pdftotext", "-layout", savedPDF(t, threeLanguages()), "-")
	for _, words := range []string{"What was sold, 7", "Qué se ha comunicado, 7", "Οι άνθρωποι του πελάτη, 7", "Grupo Meridiano"} {
		assert.Contains(t, text, words)
	}
}

func TestPDFFontsAreEmbedded(t *testing.T) {
	norace.Only(t)
	lines := strings.Split(strings.TrimSpace(run(t, "pdffonts", savedPDF(t, threeLanguages()))), "\n")
	require.Len(t, lines, 4, "two fonts under two lines of headings")
	for _, line := range lines[2:] {
		assert.Regexp(t, `CID TrueType +Identity-H +yes +no +yes`, line, "embedded, with Unicode")
	}
	info := run(t, "pdfinfo", savedPDF(t, threeLanguages()))
	assert.Regexp(t, `Title: +Grupo Meridiano\n`, info)
	assert.NotContains(t, info, "Date")
}
