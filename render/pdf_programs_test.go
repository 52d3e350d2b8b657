package render

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// TestOtherProgramsReadThePDF checks that poppler finds the fonts and the texts, in three
// alphabets, and that qpdf reports no errors.
func TestOtherProgramsReadThePDF(t *testing.T) {
	norace.Only(t)
	greek, ok := terms.Lookup("el")
	require.True(t, ok)
	for name, test := range map[string]struct {
		account *accountmap.Account
		opts    *Options
		says    []string
	}{
		"English": {meridiano(), nil, []string{"Begoña Núñez", "Γιάννης Δήμου", "Decision maker", "Stakeholders as of 1 November 2026"}},
		"Greek":   {meridiano(), &Options{Terms: greek}, []string{"Begoña Núñez", "Γιάννης Δήμου", "1 Νοεμβρίου 2026"}},
		"hostile": {hostileAccount(), nil, []string{"=cmd()", "</svg><script>", "漢字かな", "ΐΰ ς Σ"}},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "map.pdf")
			var pdf bytes.Buffer
			d, err := Layout(t.Context(), mustNew(t, test.account), Stakeholders{}, test.opts)
			require.NoError(t, err)
			require.NoError(t, d.Write(&pdf, PDF))
			require.NoError(t, os.WriteFile(file, pdf.Bytes(), 0o600))
			t.Run("pdftotext", func(t *testing.T) {
				text := output(t, "pdftotext", "-layout", file, "-")
				for _, said := range test.says {
					assert.Contains(t, text, said)
				}
			})
			t.Run("pdffonts", func(t *testing.T) {
				fonts := strings.Split(strings.TrimSpace(output(t, "pdffonts", file)), "\n")[2:]
				assert.NotEmpty(t, fonts)
				for _, font := range fonts {
					assert.Regexp(t, regexp.MustCompile(`^utf8go\w* +CID TrueType +Identity-H +yes +(yes|no) +yes`), font, "embedded, and Unicode")
				}
			})
			t.Run("qpdf", func(t *testing.T) { output(t, "qpdf", "--check", "--warning-exit-0", file) })
			t.Run("pdfimages", func(t *testing.T) {
				assert.Len(t, strings.Split(strings.TrimSpace(output(t, "pdfimages", "-list", file)), "\n"), 2, "a head and no image")
			})
		})
	}
}

func output(t *testing.T, name string, args ...string) string {
	out, err := exec.CommandContext(t.Context(), program(t, name), args...).Output()
	require.NoError(t, err, name)
	return string(out)
}

// TestHostileTextInPNGAndPDF draws texts that an account may contain and, in a custom view, texts
// that it must not contain.
func TestHostileTextInPNGAndPDF(t *testing.T) {
	norace.Only(t)
	for _, text := range append(accountmaptest.Hostile(), accountmaptest.Refused()...) {
		g := hostileGraph(text)
		for _, f := range []Format{PNG, PDF} {
			var picture bytes.Buffer
			require.NoError(t, Draw(t.Context(), &picture, mustNew(t, meridiano()), fixedView{g}, f, &Options{DPI: 30}), "%.40q", text)
			assert.Greater(t, picture.Len(), 1000)
		}
	}
}
