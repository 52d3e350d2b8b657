package render

import (
	"bytes"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/theme"
)

// program finds a program that a check needs, or skips the check.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not on this machine: the check that needs it is skipped", name)
	}
	return path
}

// browsed is the picture's SVG as Chromium shows it.
func browsed(t *testing.T, s *scene.Scene) *image.RGBA {
	dir := t.TempDir()
	var page bytes.Buffer
	page.WriteString(`<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>`)
	require.NoError(t, paint.SVG(&page, s, nil))
	file, shot := filepath.Join(dir, "page.html"), filepath.Join(dir, "shot.png")
	require.NoError(t, os.WriteFile(file, page.Bytes(), 0o600))
	run := exec.CommandContext(t.Context(), program(t, "chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--user-data-dir="+filepath.Join(dir, "user"),
		fmt.Sprintf("--force-device-scale-factor=%d", perPoint), "--screenshot="+shot, fmt.Sprintf("--window-size=%.0f,%.0f", s.Width, s.Height), "file://"+file)
	out, err := run.CombinedOutput()
	require.NoError(t, err, string(out))
	data, err := os.ReadFile(shot)
	require.NoError(t, err)
	return flat(decoded(t, data))
}

// printed is the picture's PDF as poppler shows it.
func printed(t *testing.T, s *scene.Scene) *image.RGBA {
	var page bytes.Buffer
	require.NoError(t, paint.PDF(&page, []paint.Page{{Scene: s}}, nil))
	file := filepath.Join(t.TempDir(), "page")
	require.NoError(t, os.WriteFile(file+".pdf", page.Bytes(), 0o600))
	out, err := exec.CommandContext(t.Context(), program(t, "pdftoppm"), "-r", fmt.Sprint(72*perPoint), "-png", "-singlefile", file+".pdf", file).CombinedOutput()
	require.NoError(t, err, string(out))
	data, err := os.ReadFile(file + ".png")
	require.NoError(t, err)
	return flat(decoded(t, data))
}

func painted(t testing.TB, s *scene.Scene) *image.RGBA {
	var b bytes.Buffer
	require.NoError(t, paint.PNG(&b, s, &paint.PNGOptions{DPI: 72 * perPoint}))
	return flat(decoded(t, b.Bytes()))
}

// hostileAccount has a hostile text in the place of each name and title.
func hostileAccount() *accountmap.Account {
	a := accountmaptest.Generate(1, accountmaptest.Typical(60))
	texts := accountmaptest.Hostile()
	for i := range a.Contacts {
		a.Contacts[i].Name, a.Contacts[i].Title = texts[i%len(texts)], texts[len(texts)-1-i%len(texts)]
	}
	return a
}

// TestPicturesAreAlike compares PNG and PDF with the SVG in a browser, part by part: no line, border, dash, label or arrowhead is lost.
func TestPicturesAreAlike(t *testing.T) {
	notUnderRace(t)
	t.Parallel()
	program(t, "chromium")
	sample, err := codec.ReadFile(filepath.Join("..", "examples", "handoff", "sample.yaml"))
	require.NoError(t, err)
	dark, ok := theme.Lookup("dark")
	require.True(t, ok)
	for name, test := range map[string]struct {
		account *accountmap.Account
		view    View
		opts    *Options
	}{
		"sample":             {sample, Stakeholders{}, nil},
		"Greek":              {accountmaptest.Generate(1, accountmaptest.Greek()), Stakeholders{}, nil},
		"hostile":            {hostileAccount(), Stakeholders{}, nil},
		"a grid in the dark": {sample, Coverage{}, &Options{Theme: dark}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, err := Layout(t.Context(), mustNew(t, test.account), test.view, test.opts)
			require.NoError(t, err)
			parts := partsOf(t, d.scene)
			shown := browsed(t, d.scene)
			png := painted(t, d.scene)
			require.Equal(t, shown.Rect, png.Rect, "the pictures have one size")
			assert.Empty(t, lost(parts, shown, png), "PNG of %d parts", len(parts))
			t.Run("PDF", func(t *testing.T) {
				pdf := printed(t, d.scene)
				require.Equal(t, shown.Rect, pdf.Rect)
				assert.Empty(t, lost(parts, shown, pdf), "PDF of %d parts", len(parts))
			})
		})
	}
}

// TestAlikeMissesWhatIsLost takes one thing at a time out of a map, and has the comparison say which.
func TestAlikeMissesWhatIsLost(t *testing.T) {
	notUnderRace(t)
	t.Parallel()
	d, err := Layout(t.Context(), mustNew(t, meridiano()), Stakeholders{}, nil)
	require.NoError(t, err)
	parts, whole := partsOf(t, d.scene), painted(t, d.scene)
	require.Empty(t, lost(parts, whole, painted(t, d.scene)))
	tried := map[string]int{}
	for i, item := range d.scene.Items {
		group, ok := item.(scene.Group)
		if !ok {
			continue
		}
		kind := strings.TrimRight(group.ID, "0123456789")
		for j := range group.Items {
			for change, changed := range maimed(group.Items[j]) {
				s := *d.scene
				s.Items = slices.Clone(s.Items)
				maimedGroup := group
				maimedGroup.Items = slices.Clone(group.Items)
				maimedGroup.Items[j] = changed
				s.Items[i] = maimedGroup
				name := fmt.Sprintf("/%s/%d", group.ID, j)
				if tried[kind+" "+change] > 0 {
					continue
				}
				without := painted(t, &s)
				if bytes.Equal(without.Pix, whole.Pix) {
					continue // white on white
				}
				missed := lost(parts, whole, without)
				assert.True(t, slices.ContainsFunc(missed, func(m string) bool { return strings.HasPrefix(m, name+" ") }),
					"%s of %s: %v", change, name, missed)
				tried[kind+" "+change]++
			}
		}
	}
	for _, change := range []string{"edge line", "edge fill", "edge dashes", "clust line", "clust text", "node line", "node fill", "node text", "legend line", "legend text"} {
		assert.Positive(t, tried[change], change)
	}
}

// maimed is an item without its fill, its line, its dashes, or its text.
func maimed(item scene.Item) map[string]scene.Item {
	out := map[string]scene.Item{}
	switch item := item.(type) {
	case scene.Text:
		item.String = ""
		out["text"] = item
	case scene.Path:
		if item.Fill != "" {
			without := item
			without.Fill = ""
			out["fill"] = without
		}
		if item.Stroke != "" {
			without := item
			without.Stroke = ""
			out["line"] = without
		}
		if item.Dash != nil {
			without := item
			without.Dash = nil
			out["dashes"] = without
		}
	}
	return out
}

// notUnderRace leaves out what compares millions of pixels and starts no goroutine of its own: under the race detector that takes many minutes
// and finds nothing. .ci/run runs it without.
func notUnderRace(t *testing.T) {
	t.Helper()
	if underRace {
		t.Skip("pixels are compared without the race detector: go test ./render -run Alike")
	}
}
