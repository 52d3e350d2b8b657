package dot_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/dot"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/graphviz"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func input(t testing.TB, g *graph.Graph) scene.Input {
	m, err := typeset.NewMeasurer()
	require.NoError(t, err)
	return scenetest.Input(g, theme.Light(), m)
}

func export(t testing.TB, g *graph.Graph) []byte {
	in := input(t, g)
	var b bytes.Buffer
	require.NoError(t, dot.Write(&b, in))
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	got := export(t, scenetest.Small())
	name := filepath.Join("testdata", "small.dot")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(name, got, 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))
}

// element is a parsed element of Graphviz's SVG.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (e element) each(visit func(element)) {
	visit(e)
	for _, child := range e.Children {
		child.each(visit)
	}
}

// texts returns all texts of the element, one piece per line.
func (e element) texts() string {
	var list []string
	e.each(func(e element) {
		if e.XMLName.Local == "text" {
			list = append(list, strings.ReplaceAll(e.Text, "\u00A0", " "))
		}
	})
	return strings.Join(list, "\n")
}

// tip returns the element's tooltip.
func (e element) tip() string {
	tip := ""
	e.each(func(e element) {
		if e.XMLName.Local == "a" && tip == "" {
			tip = e.attr("title")
		}
	})
	return tip
}

// draw runs an engine and returns the elements with ids, and the engine's messages except messages
// about fonts.
func draw(t testing.TB, command string, run func() ([]byte, string, error)) (byID map[string]element, warnings string) {
	svg, said, err := run()
	require.NoError(t, err, "%s: %s", command, said)
	for line := range strings.Lines(said) {
		if !strings.Contains(line, "non-ASCII character") && !strings.Contains(line, "font") && !strings.Contains(line, "Fontconfig") {
			warnings += line
		}
	}
	var root element
	require.NoError(t, xml.NewDecoder(bytes.NewReader(svg)).Decode(&root), command)
	byID = map[string]element{}
	root.each(func(e element) {
		if id := e.attr("id"); id != "" {
			require.NotContains(t, byID, id)
			byID[id] = e
		}
	})
	return byID, warnings
}

// sandbox draws with the embedded Graphviz.
func sandbox(t testing.TB, source []byte) (byID map[string]element, warnings string) {
	return draw(t, "sandbox", func() ([]byte, string, error) {
		svg, warnings, err := graphviz.Sandbox{}.Run(context.Background(), source, "nop2", "svg")
		return svg, strings.Join(warnings, "\n"), err
	})
}

// native draws with the installed Graphviz, or skips the test.
func native(t testing.TB, source []byte, command string, args ...string) (byID map[string]element, warnings string) {
	path, err := exec.LookPath(command)
	if err != nil {
		t.Skipf("there is no %s here to check with", command)
	}
	return draw(t, command, func() ([]byte, string, error) {
		var stderr bytes.Buffer
		cmd := exec.Command(path, append(args, "-Tsvg")...)
		cmd.Stdin, cmd.Stderr = bytes.NewReader(source), &stderr
		svg, err := cmd.Output()
		return svg, stderr.String(), err
	})
}

func checkSmall(t *testing.T, drawn map[string]element, warnings string) {
	assert.Empty(t, warnings)
	for id, class := range map[string]string{
		"clust1": "cluster group-holding", "clust2": "cluster group-outside", "node1": "node stance-champion",
		"node3": "node stance-unknown placeholder", "edge2": "edge edge-influence", "legend1": "node legend",
	} {
		assert.Equal(t, class, drawn[id].attr("class"), id)
	}
	assert.Contains(t, drawn["node1"].texts(), "Ελένη\nΠαπαδοπούλου", "in two lines")
	assert.Contains(t, drawn["node1"].texts(), "●●●●○")
	assert.Contains(t, drawn["clust2"].texts(), "Advisers <external>")
	assert.Contains(t, drawn["clust1"].texts(), "7 of 12 products")
	assert.Contains(t, drawn["map"].texts(), "Grupo Meridiano · account map")
	assert.Equal(t, "Ελένη Παπαδοπούλου\nchampion \\N & \"friend\"", drawn["node1"].tip())
	assert.Equal(t, "Legal counsel? influences Ελένη Παπαδοπούλου", drawn["edge2"].tip())
}

func TestAnyGraphvizDrawsTheMap(t *testing.T) {
	source := export(t, scenetest.Small())
	for name, draw := range map[string]func(testing.TB) (map[string]element, string){
		"sandbox":   func(t testing.TB) (map[string]element, string) { return sandbox(t, source) },
		"neato -n2": func(t testing.TB) (map[string]element, string) { return native(t, source, "neato", "-n2") },
		"dot":       func(t testing.TB) (map[string]element, string) { return native(t, source, "dot") },
	} {
		t.Run(name, func(t *testing.T) {
			drawn, warnings := draw(t)
			checkSmall(t, drawn, warnings)
		})
	}
}

func TestHostileTextsAreTextsToGraphviz(t *testing.T) {
	for _, text := range scenetest.Hostile() {
		g := scenetest.Small()
		g.Title, g.Subtitle, g.Description = text, text, text
		for i := range g.Nodes {
			g.Nodes[i].ID, g.Nodes[i].Label, g.Nodes[i].Detail, g.Nodes[i].Tooltip, g.Nodes[i].Chips = text, text, text, text, []string{text}
		}
		g.Nodes[0].Badge.Text = text
		for i := range g.Groups {
			g.Groups[i].ID, g.Groups[i].Label, g.Groups[i].Detail, g.Groups[i].Tooltip = text, text, text, text
		}
		g.Groups[0].Share.Caption = text
		g.Edges[0].Tooltip = text
		g.Legend[0].Title, g.Legend[0].Entries[0].Label = text, text
		in := input(t, g)
		drawn, _ := sandbox(t, export(t, g))
		if want := typeset.CleanLine(text); want != "" {
			assert.Equal(t, want, drawn["node1"].tip(), "%.40q", text)
			assert.Equal(t, want, drawn["edge1"].tip(), "%.40q", text)
			assert.Equal(t, want, drawn["clust1"].tip(), "%.40q", text)
		}
		for _, line := range in.Cards[0].Name {
			assert.Contains(t, drawn["node1"].texts(), line, "%.40q", text)
		}
	}
}

func TestTooltipIsCutOffBeforeGraphvizWouldStop(t *testing.T) {
	g := scenetest.People(1)
	g.Nodes[0].Tooltip = strings.Repeat(`\&`, 50000)
	drawn, _ := sandbox(t, export(t, g))
	tip := drawn["node1"].tip()
	assert.True(t, strings.HasSuffix(tip, "…"))
	assert.Greater(t, len(tip), 1000)
}

func TestPositionsMatchTheLayout(t *testing.T) {
	g := scenetest.Small()
	in := input(t, g)
	out, _, err := graphviz.Sandbox{}.Run(context.Background(), export(t, g), "nop2", "plain")
	require.NoError(t, err)
	var middles []geom.Point
	for line := range strings.Lines(string(out)) {
		var p geom.Point
		var index int
		if n, _ := fmt.Sscanf(line, "node n%d %g %g", &index, &p.X, &p.Y); n == 3 {
			middles = append(middles, geom.Point{X: 72 * p.X, Y: -72 * p.Y})
		}
	}
	require.Len(t, middles, len(g.Nodes))
	shift := geom.Point{X: middles[0].X - in.Placed.Cards[0].CenterX(), Y: middles[0].Y - in.Placed.Cards[0].CenterY()}
	for i, card := range in.Placed.Cards {
		assert.InDelta(t, card.CenterX()+shift.X, middles[i].X, 0.02)
		assert.InDelta(t, card.CenterY()+shift.Y, middles[i].Y, 0.02)
	}
}

func TestALineWithoutPointsDoesNotMoveTheOthers(t *testing.T) {
	g := scenetest.Small()
	in := input(t, g)
	in.Placed.Lines[0] = nil
	in.Placed.Lines[1] = []geom.Point{{X: 1, Y: 1}}
	var b bytes.Buffer
	require.NoError(t, dot.Write(&b, in))
	drawn, warnings := sandbox(t, b.Bytes())
	assert.Contains(t, drawn, "edge1")
	assert.Empty(t, warnings)
}

func TestEmptyMapIsAGraph(t *testing.T) {
	_, warnings := sandbox(t, export(t, &graph.Graph{}))
	assert.Empty(t, warnings)
}

// failing is a writer that fails after n bytes.
type failing struct{ n int }

var errFull = errors.New("full")

func (f *failing) Write(p []byte) (int, error) {
	if len(p) > f.n {
		n := f.n
		f.n = 0
		return n, errFull
	}
	f.n -= len(p)
	return len(p), nil
}

func TestWriteErrorsAreReturned(t *testing.T) {
	g := scenetest.People(1)
	g.Legend = nil
	in := input(t, g)
	whole := export(t, g)
	write := func(w io.Writer) error { return dot.Write(w, in) }
	for n := range len(whole) {
		require.ErrorIs(t, write(&failing{n}), errFull, "at byte %d", n)
	}
	assert.NoError(t, write(&failing{len(whole)}))
}

func TestSameMapSameBytes(t *testing.T) {
	assert.Equal(t, export(t, scenetest.Small()), export(t, scenetest.Small()))
}

// TestLinksLeadWhereTheyShould checks the links of cards and boxes in Graphviz's output. Invalid
// links are dropped.
func TestLinksLeadWhereTheyShould(t *testing.T) {
	const address = "https://example.org/?a=1&lt;=2&amp;b=(c)&N=%22'"
	g := scenetest.Small()
	g.Nodes[0].Link, g.Nodes[1].Link, g.Groups[0].Link = address, "javascript:alert(1)", "mailto:ana%5CN@example.org"
	elements, warnings := sandbox(t, export(t, g))
	assert.Empty(t, warnings)
	to := func(id string) string {
		found := ""
		elements[id].each(func(e element) {
			for _, a := range e.Attrs {
				if a.Name.Local == "href" {
					found = a.Value
				}
			}
		})
		return found
	}
	assert.Equal(t, address, to("node1"))
	assert.Empty(t, to("node2"))
	assert.Equal(t, "mailto:ana%5CN@example.org", to("clust1"))
}
