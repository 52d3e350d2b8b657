package render

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"image"
	"io"
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
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf"
	"github.com/accountatlas/accountatlas/render/internal/paint/png"
	"github.com/accountatlas/accountatlas/render/internal/paint/svg"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/theme"
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

// browsed returns the pictures' SVGs as Chromium shows them. Each start shows five, one below the
// other: a screenshot of more than 16,384 pixels is blank at its end.
func browsed(t *testing.T, pictures []*scene.Scene) []*image.RGBA {
	t.Helper()
	var all []*image.RGBA
	for few := range slices.Chunk(pictures, 5) {
		all = append(all, browsedPage(t, few)...)
	}
	return all
}

func browsedPage(t *testing.T, pictures []*scene.Scene) (all []*image.RGBA) {
	t.Helper()
	var page bytes.Buffer
	page.WriteString(`<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>`)
	width, height := 0.0, 0.0
	for i, s := range pictures {
		require.NoError(t, svg.Write(&page, s, &svg.Options{IDPrefix: fmt.Sprintf("p%d-", i)}))
		width, height = max(width, s.Width), height+s.Height
	}
	dir := t.TempDir()
	file, shot := filepath.Join(dir, "page.html"), filepath.Join(dir, "shot.png")
	require.NoError(t, os.WriteFile(file, page.Bytes(), 0o600))
	run := exec.CommandContext(t.Context(), program(t, "chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--user-data-dir="+filepath.Join(dir, "user"),
		fmt.Sprintf("--force-device-scale-factor=%d", perPoint), "--screenshot="+shot, fmt.Sprintf("--window-size=%.0f,%.0f", width, height), "file://"+file)
	out, err := run.CombinedOutput()
	require.NoError(t, err, string(out))
	data, err := os.ReadFile(shot)
	require.NoError(t, err)
	sheet := decoded(t, data).(interface {
		SubImage(r image.Rectangle) image.Image
	})
	y := 0.0
	for _, s := range pictures {
		all = append(all, flat(sheet.SubImage(image.Rect(0, int(perPoint*y), int(perPoint*s.Width), int(perPoint*(y+s.Height))))))
		y += s.Height
	}
	return all
}

// printed returns the picture's PDF as poppler paints it. Poppler makes edge pixels paler than
// their coverage: a dot of two pixels looks half missing. So it paints at twice the resolution, and
// four pixels become one.
func printed(t *testing.T, s *scene.Scene) *image.RGBA {
	var page bytes.Buffer
	require.NoError(t, pdf.Write(&page, []pdf.Page{{Scene: s}}))
	file := filepath.Join(t.TempDir(), "page.pdf")
	require.NoError(t, os.WriteFile(file, page.Bytes(), 0o600))
	run := exec.CommandContext(t.Context(), program(t, "pdftoppm"), "-r", fmt.Sprint(2*72*perPoint), "-singlefile", file)
	var failure strings.Builder
	run.Stderr = &failure
	out, err := run.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, run.Start())
	picture, err := halved(out)
	require.NoError(t, errors.Join(err, run.Wait()), failure.String())
	return picture
}

// halved reads a PPM of one byte per channel at half its resolution: the mean of every four pixels.
func halved(r io.Reader) (*image.RGBA, error) {
	in := bufio.NewReaderSize(r, 1<<20)
	var width, height, most int
	if _, err := fmt.Fscanf(in, "P6\n%d %d\n%d\n", &width, &height, &most); err != nil {
		return nil, fmt.Errorf("no PPM: %w", err)
	}
	if width%2 != 0 || height%2 != 0 || most != 255 {
		return nil, fmt.Errorf("a PPM of %d by %d pixels up to %d", width, height, most)
	}
	picture := image.NewRGBA(image.Rect(0, 0, width/2, height/2))
	rows := make([]byte, 2*3*width)
	for y := range height / 2 {
		if _, err := io.ReadFull(in, rows); err != nil {
			return nil, err
		}
		upper, lower := rows[:3*width], rows[3*width:]
		for x := range width / 2 {
			to := picture.Pix[picture.PixOffset(x, y):]
			for c := range 3 {
				i := 6*x + c
				to[c] = byte((int(upper[i]) + int(upper[i+3]) + int(lower[i]) + int(lower[i+3]) + 2) / 4)
			}
			to[3] = 255
		}
	}
	return picture, nil
}

func painted(t testing.TB, s *scene.Scene) *image.RGBA {
	var b bytes.Buffer
	require.NoError(t, png.Write(t.Context(), &b, s, &png.Options{DPI: 72 * perPoint}))
	return flat(decoded(t, b.Bytes()))
}

// hostileAccount returns an account with a hostile text for each name and title.
func hostileAccount() *accountmap.Account {
	a := accountmaptest.Generate(1, accountmaptest.Typical(60))
	texts := accountmaptest.Hostile()
	for i := range a.Contacts {
		a.Contacts[i].Name, a.Contacts[i].Title = texts[i%len(texts)], texts[len(texts)-1-i%len(texts)]
	}
	return a
}

// likeness is a picture whose PNG and PDF are compared with its SVG.
type likeness struct {
	account *accountmap.Account
	view    View
	theme   string
}

// likenesses returns pictures of many kinds. The sample is in every view in the print theme, black
// on white with the thinnest lines. Small accounts have every sign of a view in high contrast. Two
// tables with large coloured areas are dark. The others have rare letters and texts.
func likenesses(t *testing.T) map[string]likeness {
	sample, problems := codec.ReadFile(filepath.Join("..", "examples", "handoff", "sample.yaml"))
	require.NoError(t, problems.Err())
	cases := map[string]likeness{
		"sample":   {sample, Stakeholders{Labels: true}, "light"},
		"Greek":    {accountmaptest.Generate(1, accountmaptest.Greek()), Stakeholders{}, "light"},
		"hostile":  {hostileAccount(), Stakeholders{}, "light"},
		"coverage": {sample, Coverage{}, "dark"},
		"roadmap":  {sample, Roadmap{}, "dark"},
	}
	for name, pair := range map[string]struct {
		view  View
		small *accountmap.Account
	}{
		"stakeholders": {Stakeholders{Labels: true}, sample}, "influence": {Influence{}, meridiano()}, "coverage": {Coverage{}, covered()},
		"cover": {TeamCover{}, withTeam()}, "advocacy": {Advocacy{}, asking()}, "roadmap": {Roadmap{}, planned()},
		"changes": {Changes{Before: mustNew(t, earlier())}, meridiano()},
	} {
		large := sample
		if name == "changes" {
			large = pair.small
		}
		cases[name+" for print"] = likeness{large, pair.view, "print"}
		cases[name+" in high contrast"] = likeness{pair.small, pair.view, "contrast"}
	}
	return cases
}

// TestPicturesAreAlike compares PNG and PDF with the SVG in a browser, part by part: no line,
// border, dash, label or arrowhead is lost.
func TestPicturesAreAlike(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	program(t, "chromium")
	var names []string
	var pictures []*scene.Scene
	for name, test := range likenesses(t) {
		looks, err := theme.Lookup(test.theme)
		require.NoError(t, err)
		d, err := Layout(t.Context(), mustNew(t, test.account), test.view, &Options{Theme: looks})
		require.NoError(t, err)
		names, pictures = append(names, name), append(pictures, d.picture.Scene)
	}
	for i, shown := range browsed(t, pictures) {
		t.Run(names[i], func(t *testing.T) {
			t.Parallel()
			parts := partsOf(t, pictures[i])
			png := painted(t, pictures[i])
			require.Equal(t, shown.Rect, png.Rect, "the pictures have one size")
			assert.Empty(t, lost(parts, shown, png), "PNG of %d parts", len(parts))
			t.Run("PDF", func(t *testing.T) {
				pdf := printed(t, pictures[i])
				require.Equal(t, shown.Rect, pdf.Rect)
				assert.Empty(t, lost(parts, shown, pdf), "PDF of %d parts", len(parts))
			})
		})
	}
}

// TestComparisonFindsLostItems removes one item at a time from a map, and checks that the
// comparison names it.
func TestComparisonFindsLostItems(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	d, err := Layout(t.Context(), mustNew(t, meridiano()), Stakeholders{}, nil)
	require.NoError(t, err)
	parts, whole := partsOf(t, d.picture.Scene), painted(t, d.picture.Scene)
	require.Empty(t, lost(parts, whole, painted(t, d.picture.Scene)))
	tried := map[string]int{}
	for i, item := range d.picture.Scene.Items {
		group, ok := item.(scene.Group)
		if !ok {
			continue
		}
		kind := strings.TrimRight(group.ID, "0123456789")
		for j := range group.Items {
			for change, changed := range withoutParts(group.Items[j]) {
				s := *d.picture.Scene
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

// withoutParts returns an item without its fill, its line, its dashes, or its text.
func withoutParts(item scene.Item) map[string]scene.Item {
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
