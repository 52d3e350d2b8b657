package examples_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/opc/opctest"
)

// TestBrandIsInEveryFile makes the sample's pack with a brand. Every file with colours has its
// colour, all files have its words, and the handoff, the workbook and the review have its logo.
func TestBrandIsInEveryFile(t *testing.T) {
	t.Parallel()
	files := branded(t)
	for _, name := range []string{"coverage.xlsx", "handoff.docx", "map.pptx", "review.pptx"} {
		var all strings.Builder
		logos := 0
		for part, content := range opctest.Parts(t, []byte(files[name])) {
			if strings.HasSuffix(part, ".xml") {
				all.Write(content)
			}
			if size, err := png.DecodeConfig(bytes.NewReader(content)); err == nil && size.Width == 30 && size.Height == 8 {
				logos++
			}
		}
		assert.Equal(t, name != "map.pptx", logos == 1, "%s has %d logos", name, logos)
		files[name] = all.String()
	}
	for _, name := range []string{"coverage.xlsx", "handoff.docx", "handoff.html", "map.pptx", "map.svg", "map.drawio", "review.pptx"} {
		assert.Contains(t, files[name], "0B5A4A", name)
	}
	for _, name := range []string{"coverage.xlsx", "handoff.docx", "handoff.html", "handoff.md", "map.pptx", "map.svg"} {
		for word, want := range map[string]bool{"Mentor": true, "Adversary": true, "Opponent": false} {
			assert.Equal(t, want, strings.Contains(files[name], word), "%s in %s", word, name)
		}
	}
	assert.Contains(t, files["handoff.html"], `<img class="logo"`)
	assert.Contains(t, files["handoff.pdf"], "/Subtype /Image")
}

// branded returns the pack of the sample with a brand: a logo, an accent and words.
func branded(t *testing.T) map[string]string {
	t.Helper()
	dir := t.TempDir()
	var logo bytes.Buffer
	require.NoError(t, png.Encode(&logo, image.NewNRGBA(image.Rect(0, 0, 30, 8))))
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	require.NoError(t, os.Mkdir(filepath.Join(dir, "house"), 0o700))
	write("house/logo.png", logo.String())
	write("house/brand.yaml", "logo: logo.png\naccent: \"#0B5A4A\"\nwords:\n  stance.champion: Mentor\n  stance.blocker: Opponent\n")
	write("words.json", `{"stance.blocker": "Adversary"}`)
	got := runIn(t, dir, build(t, "handoff"), "-brand", "house/brand.yaml", "-words", "words.json", "-out", "out")
	require.Zero(t, got.status, got.stderr)
	return filesIn(t, filepath.Join(dir, "out"))
}

// TestBrandsAndThemesAreChecked checks that one error names all faults, before anything is written.
func TestBrandsAndThemesAreChecked(t *testing.T) {
	t.Parallel()
	dir, handoff := t.TempDir(), build(t, "handoff")
	for _, c := range []struct {
		flag, name, text string
		want             []string
	}{
		{"-brand", "b.yaml", "logo: none.png\naccent: \"#FFCC00\"\nacent: x\ncolour: x\nwords: [a]", []string{"none.png", "cannot be read on a light page: write #",
			`acent: unknown key: did you mean "accent"?`, "colour: unknown key: write logo, accent, font, words", "words: line 5: write a key and a text"}},
		{"-brand", "c.yaml", "accent: #0B5A4A", []string{`in quotes, as in accent: "#0B5A4A"`}},
		{"-brand", "d.json", `{"words": {"stance.champoin": "Mentor", "stance.blocker": ""}}`, []string{"stance.blocker: line 1: there is no text"}},
		{"-brand", "e.yaml", "", []string{"is empty"}},
		{"-brand", "f.yaml", "accent: \"#0B5A4A\"\naccent: \"#0B5A4A\"", []string{"twice"}},
		{"-brand", "g.yaml", "a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nwords: {x: *b}", []string{"words: x: line 3: write a text"}},
		{"-brand", "h.yaml", strings.Repeat("x", 300<<10), []string{"has more than"}},
		{"-words", "w.yaml", "stance.champoin: Mentor\nmap.titel: x", []string{`w.yaml, line 1: there is no word "stance.champoin": did you mean "stance.champion"?`,
			`w.yaml, line 2: there is no word "map.titel": did you mean "map.title"?`}},
		{"-brand", "i.yaml", "words:\n  stance.champoin: Mentor", []string{`i.yaml, line 2: there is no word "stance.champoin"`}},
		{"-words", "missing.yaml", "", []string{"missing.yaml"}},
		{"-theme", "t.json", `{"card": {"color": "#fff", "strok": "#111111"}, "champion": {}}`, []string{`unknown field "color"`, `did you mean "stroke"?`, "write stance-champion"}},
		{"-theme", "missing.json", "", []string{"missing.json"}},
		{"-theme", "drak", "", []string{"want contrast, dark, light or print"}},
	} {
		if c.text != "" || c.name == "e.yaml" {
			require.NoError(t, os.WriteFile(filepath.Join(dir, c.name), []byte(c.text), 0o600))
		}
		got := runIn(t, dir, handoff, c.flag, c.name, "-out", "out")
		assert.Equal(t, 2, got.status, "%s %s", c.flag, c.name)
		for _, want := range c.want {
			assert.Contains(t, got.stderr, want, "%s %s", c.flag, c.name)
		}
	}
	assert.NoDirExists(t, filepath.Join(dir, "out"))

	require.NoError(t, os.WriteFile(filepath.Join(dir, "own.json"), []byte(`{"page": {"fill": "#FFFDF7"}}`), 0o600))
	got := runIn(t, dir, handoff, "-theme", "own.json", "-out", "out")
	require.Zero(t, got.status, got.stderr)
	assert.Contains(t, filesIn(t, filepath.Join(dir, "out"))["map.svg"], "#FFFDF7")
}
