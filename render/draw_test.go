package render

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/norace"
)

func draw(t testing.TB, a *accountmap.Account, f Format, opts *Options) string {
	t.Helper()
	var picture bytes.Buffer
	require.NoError(t, Draw(context.Background(), &picture, mustNew(t, a), Stakeholders{}, f, opts))
	return picture.String()
}

// svgElement is an element of a parsed SVG.
type svgElement struct {
	XMLName  xml.Name
	Attrs    []xml.Attr   `xml:",any,attr"`
	Text     string       `xml:",chardata"`
	Children []svgElement `xml:",any"`
}

func (e svgElement) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (e svgElement) walk(visit func(svgElement)) {
	visit(e)
	for _, c := range e.Children {
		c.walk(visit)
	}
}

func (e svgElement) first(name string) string {
	for _, c := range e.Children {
		if c.XMLName.Local == name {
			return c.Text
		}
	}
	return ""
}

func parseSVG(t testing.TB, svg string) svgElement {
	t.Helper()
	var root svgElement
	require.NoError(t, xml.Unmarshal([]byte(svg), &root))
	require.Equal(t, "svg", root.XMLName.Local)
	return root
}

// TestSVGHasEachContactOnce checks that the picture has one card for each contact, with the full
// name in its tooltip.
func TestSVGHasEachContactOnce(t *testing.T) {
	for name, a := range map[string]*accountmap.Account{
		"meridiano": meridiano(), "long names": accountmaptest.Generate(1, accountmaptest.LongNames()),
		"60 people": accountmaptest.Generate(2, accountmaptest.Typical(60)),
	} {
		t.Run(name, func(t *testing.T) {
			var titles []string
			parseSVG(t, draw(t, a, SVG, nil)).walk(func(e svgElement) {
				if strings.HasPrefix(e.attr("class"), "node") {
					titles = append(titles, e.first("title"))
				}
			})
			require.Len(t, titles, len(a.Contacts))
			for i, c := range a.Contacts {
				whole := c.Name
				if whole == "" {
					whole = c.Title
				}
				assert.Equal(t, whole, strings.SplitN(titles[i], "\n", 2)[0])
			}
		})
	}
}

func TestSVGShowsWhatTheAccountSays(t *testing.T) {
	svg := draw(t, meridiano(), SVG, nil)
	for _, text := range []string{"Grupo Meridiano · account map", "Stakeholders as of 1 November 2026", "8 people", "Begoña Núñez",
		"Γιάννης Δήμου", "Zaragoza, Spain", "1 of 2 products", "Decision maker", "influences", "Advisers (external)", "over the tender"} {
		assert.Contains(t, svg, text)
	}
	dated := draw(t, meridiano(), SVG, &Options{AsOf: accountmap.Date{Year: 2027, Month: 2, Day: 3}})
	assert.Contains(t, dated, "3 February 2027")
	greek, ok := terms.Lookup("el")
	require.True(t, ok)
	assert.Contains(t, draw(t, meridiano(), SVG, &Options{Terms: greek}), "1 Νοεμβρίου 2026")
}

// TestSameInputSameBytes paints one pixel per point, which still takes many bands.
func TestSameInputSameBytes(t *testing.T) {
	norace.Only(t)
	for _, f := range Formats() {
		for _, a := range []*accountmap.Account{meridiano(), accountmaptest.Generate(3, accountmaptest.Typical(120))} {
			opts := &Options{DPI: 72}
			assert.Equal(t, draw(t, a, f, opts), draw(t, a, f, opts), f)
		}
	}
}

func TestHostileTextIsText(t *testing.T) {
	norace.Only(t)
	for _, text := range accountmaptest.Hostile() {
		a := meridiano()
		accountmaptest.FillText(a, text)
		if _, err := accountmap.New(a); err != nil {
			continue // an error is also valid
		}
		svg := draw(t, a, SVG, nil)
		parseSVG(t, svg).walk(func(e svgElement) {
			assert.Contains(t, []string{"svg", "g", "title", "desc", "path", "text", "rect", "circle"}, e.XMLName.Local)
			for _, attr := range e.Attrs {
				assert.False(t, strings.HasPrefix(strings.ToLower(attr.Name.Local), "on"), attr.Name.Local)
			}
		})
		dot := draw(t, a, DOT, nil)
		_, _, err := Sandbox{}.Run(t.Context(), []byte(dot), "nop2", "svg")
		assert.NoError(t, err, "Graphviz reads the DOT of %.40q", text)
	}
}

// TestDOTIsTheMap checks that Graphviz draws every card of the exported DOT at its position in the
// picture.
func TestDOTIsTheMap(t *testing.T) {
	a := meridiano()
	d, err := Layout(t.Context(), mustNew(t, a), Stakeholders{}, nil)
	require.NoError(t, err)
	var dot bytes.Buffer
	require.NoError(t, d.Write(&dot, DOT))
	accountmaptest.Golden(t, "stakeholders.dot", dot.Bytes())

	out, warnings, err := Sandbox{}.Run(t.Context(), dot.Bytes(), "nop2", "svg")
	require.NoError(t, err)
	for _, w := range warnings {
		assert.Contains(t, w, "no value for width", "Graphviz only misses the metrics of letters that the fixed cells do not need")
	}
	nodes := 0
	var root svgElement
	decoder := xml.NewDecoder(bytes.NewReader(out))
	decoder.Strict = false
	require.NoError(t, decoder.Decode(&root))
	root.walk(func(e svgElement) {
		if strings.HasPrefix(e.attr("class"), "node") && strings.Contains(e.attr("id"), "node") {
			nodes++
		}
	})
	assert.Equal(t, len(a.Contacts), nodes)
}

func TestEveryWriteErrorIsReturned(t *testing.T) {
	norace.Only(t)
	m := mustNew(t, meridiano())
	opts := &Options{DPI: fewPixels}
	for _, f := range Formats() {
		whole := len(draw(t, meridiano(), f, opts))
		for _, room := range []int{0, 1, whole / 2, whole - 1} {
			assert.ErrorIs(t, Draw(t.Context(), &fullDisk{room}, m, Stakeholders{}, f, opts), errFull)
		}
	}
}

var errFull = errors.New("no space left")

type fullDisk struct{ room int }

func (w *fullDisk) Write(p []byte) (int, error) {
	if len(p) > w.room {
		return w.room, errFull
	}
	w.room -= len(p)
	return len(p), nil
}

func TestBadCallsAreErrors(t *testing.T) {
	m := mustNew(t, meridiano())
	assert.ErrorContains(t, Draw(t.Context(), io.Discard, m, Stakeholders{}, "gif", nil), `unknown picture format "gif"`)
	assert.Error(t, Draw(t.Context(), io.Discard, nil, Stakeholders{}, SVG, nil))
	assert.Error(t, Draw(t.Context(), io.Discard, m, nil, SVG, nil))
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	assert.ErrorIs(t, Draw(cancelled, io.Discard, m, Stakeholders{}, SVG, nil), context.Canceled)
}

type brokenEngine struct{ out string }

func (e brokenEngine) Run(context.Context, []byte, string, string) ([]byte, []string, error) {
	return []byte(e.out), []string{"odd"}, nil
}

func TestABrokenEngineIsAnError(t *testing.T) {
	for _, out := range []string{"", "{}", "not json", `{"objects":[{"name":"n0","pos":"here"}]}`} {
		err := Draw(t.Context(), io.Discard, mustNew(t, meridiano()), Stakeholders{}, SVG, &Options{Engine: brokenEngine{out}})
		assert.ErrorContains(t, err, "layout engine", out)
	}
}

// TestAFailedLayoutCountsItsCards checks that the error of an engine reports the total number of
// cards, for any number of branches.
func TestAFailedLayoutCountsItsCards(t *testing.T) {
	for _, reports := range []int{1, 7, 60} {
		a := &accountmap.Account{Profile: accountmap.Profile{Name: "N"}, Units: []accountmap.Unit{{ID: "u", Name: "U"}},
			Contacts: []accountmap.Contact{{ID: "boss", Name: "Boss", Unit: "u"}}}
		for i := range reports {
			id := fmt.Sprintf("c%d", i)
			a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(id), Name: id, Unit: "u", ReportsTo: "boss"})
		}
		err := Draw(t.Context(), io.Discard, mustNew(t, a), Stakeholders{}, SVG, &Options{Engine: failingEngine{}})
		assert.ErrorContains(t, err, fmt.Sprintf("laying out %d cards: out of order", reports+1))
	}
}

// TestAFailedLayoutIsOneLine checks that the error of many branches is the error of one.
func TestAFailedLayoutIsOneLine(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "N"}}
	for reports := range 30 {
		unit, boss := accountmap.UnitID(fmt.Sprint("u", reports)), accountmap.ContactID(fmt.Sprint("boss", reports))
		a.Units = append(a.Units, accountmap.Unit{ID: unit, Name: string(unit)})
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: boss, Name: string(boss), Unit: unit})
		for i := range reports {
			id := accountmap.ContactID(fmt.Sprintf("c%d-%d", reports, i))
			a.Contacts = append(a.Contacts, accountmap.Contact{ID: id, Name: string(id), Unit: unit, ReportsTo: boss})
		}
	}
	err := Draw(t.Context(), io.Discard, mustNew(t, a), Stakeholders{}, SVG, &Options{Engine: failingEngine{}})
	require.ErrorContains(t, err, "out of order")
	assert.NotContains(t, err.Error(), "\n")
}

type failingEngine struct{}

func (failingEngine) Run(context.Context, []byte, string, string) ([]byte, []string, error) {
	return nil, nil, errors.New("out of order")
}

func TestWriteFile(t *testing.T) {
	m, dir := mustNew(t, meridiano()), t.TempDir()
	name := filepath.Join(dir, "map.svg")
	require.NoError(t, WriteFile(t.Context(), name, m, Stakeholders{}, nil))
	written, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, draw(t, meridiano(), SVG, nil), string(written))

	assert.ErrorContains(t, WriteFile(t.Context(), filepath.Join(dir, "map.bmp"), m, Stakeholders{}, nil), "map.bmp")
	assert.Error(t, WriteFile(t.Context(), filepath.Join(dir, "no", "map.svg"), m, Stakeholders{}, nil))
	assert.Error(t, WriteFile(t.Context(), name, m, Stakeholders{}, &Options{Engine: brokenEngine{}}))
	after, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, written, after, "a failure leaves the earlier file")
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 1, "nothing is left beside it")
}

func TestLoggerHearsWarnings(t *testing.T) {
	var log bytes.Buffer
	engine := warner{}
	_ = Draw(t.Context(), io.Discard, mustNew(t, meridiano()), Stakeholders{}, SVG,
		&Options{Engine: engine, Logger: slog.New(slog.NewTextHandler(&log, nil))})
	assert.Contains(t, log.String(), "odd")
}

type warner struct{}

func (warner) Run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error) {
	out, _, err := Sandbox{}.Run(ctx, dot, layout, format)
	return out, []string{"odd"}, err
}
