package svg_test

import (
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint/painttest"
	"github.com/accountatlas/accountatlas/render/internal/paint/svg"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func write(t testing.TB, s *scene.Scene, o *svg.Options) []byte {
	var b bytes.Buffer
	require.NoError(t, svg.Write(&b, s, o))
	return b.Bytes()
}

// element is an element of a parsed SVG.
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

// each calls visit for the element and all its descendants.
func (e element) each(visit func(element)) {
	visit(e)
	for _, child := range e.Children {
		child.each(visit)
	}
}

func parse(t testing.TB, data []byte) element {
	var root element
	require.NoError(t, xml.Unmarshal(data, &root))
	require.Equal(t, "svg", root.XMLName.Local)
	return root
}

func TestGolden(t *testing.T) {
	got := write(t, painttest.Compose(t, scenetest.Small()), nil)
	name := filepath.Join("testdata", "small.svg")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(name, got, 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))
}

func TestElementsBearTheirNamesClassesAndTitles(t *testing.T) {
	root := parse(t, write(t, painttest.Compose(t, scenetest.Small()), nil))
	assert.Equal(t, "img", root.attr("role"))
	assert.Equal(t, "title desc", root.attr("aria-labelledby"))
	assert.Equal(t, "en", root.attr("lang"))
	assert.Equal(t, "0 0 "+root.attr("width")+" "+root.attr("height"), root.attr("viewBox"))
	found := map[string]string{}
	root.each(func(e element) {
		if id := e.attr("id"); id != "" {
			require.NotContains(t, found, id, "an id is duplicate")
			found[id] = e.attr("class")
			if len(e.Children) > 0 && e.Children[0].XMLName.Local == "title" && id == "node1" {
				assert.Equal(t, "Ελένη Παπαδοπούλου\nchampion \\N & \"friend\"", e.Children[0].Text)
			}
		}
	})
	assert.Equal(t, "node stance-unknown placeholder", found["node3"])
	assert.Equal(t, "cluster group-holding", found["clust1"])
	assert.Equal(t, "edge edge-influence", found["edge2"])
}

func TestUserTextIsEscaped(t *testing.T) {
	for _, text := range scenetest.Hostile() {
		g := scenetest.Small()
		g.Title, g.Subtitle, g.Description, g.Language = text, text, text, text
		for i := range g.Nodes {
			g.Nodes[i].ID, g.Nodes[i].Label, g.Nodes[i].Detail, g.Nodes[i].Tooltip, g.Nodes[i].Chips = text, text, text, text, []string{text}
		}
		g.Groups[0].Label, g.Groups[0].Tooltip = text, text
		g.Legend[0].Title = text
		data := write(t, painttest.Compose(t, g), nil)
		root := parse(t, data)
		assert.NotContains(t, string(data), "<script")
		assert.False(t, bytes.ContainsAny(data, "\x00\x07\x1b"))
		var name, title string
		root.each(func(e element) {
			assert.Contains(t, []string{"svg", "title", "desc", "g", "path", "text"}, e.XMLName.Local)
			if e.attr("id") == "node1" && len(e.Children) > 0 && e.Children[0].XMLName.Local == "title" {
				title = e.Children[0].Text
			}
			if e.XMLName.Local == "text" {
				name += e.Text + "\n"
			}
		})
		want := typeset.CleanLine(text)
		assert.True(t, title == want || strings.Contains(name, want), "%.40q is nowhere whole", text)
	}
}

func TestTextFromRightToLeftKeepsItsPlace(t *testing.T) {
	root := parse(t, write(t, painttest.Compose(t, scenetest.Small()), nil))
	assert.Equal(t, "ltr", root.attr("direction"), "a page from right to left must not turn the anchors")
	root.each(func(e element) {
		if e.XMLName.Local == "text" {
			assert.Equal(t, e.Text == "שמעון פרס", e.attr("unicode-bidi") == "plaintext", e.Text)
		}
	})
}

func TestPrefixKeepsTwoDrawingsApart(t *testing.T) {
	s := painttest.Compose(t, scenetest.Small())
	root := parse(t, write(t, s, &svg.Options{IDPrefix: "m2-"}))
	assert.Equal(t, "m2-title m2-desc", root.attr("aria-labelledby"))
	root.each(func(e element) {
		if id := e.attr("id"); id != "" {
			assert.True(t, strings.HasPrefix(id, "m2-"), id)
		}
	})
	for _, bad := range []string{" ", "2", "a b", `a"`, "-x"} {
		assert.Error(t, svg.Write(io.Discard, s, &svg.Options{IDPrefix: bad}), bad)
	}
}

// TestEmbedded checks that an HTML page can give a drawing its own name and the width of its place.
func TestEmbedded(t *testing.T) {
	s := painttest.Compose(t, scenetest.Small())
	root := parse(t, write(t, s, &svg.Options{IDPrefix: "f.1-", Fluid: true, Title: "The <map>"}))
	assert.Equal(t, "f.1-title", root.attr("aria-labelledby"), "a title without a description")
	assert.Equal(t, "The <map>", root.Children[0].Text)
	assert.Empty(t, root.attr("width")+root.attr("height"))
	assert.NotEmpty(t, root.attr("viewBox"))
}

func TestEmptyMapIsAnEmptyPage(t *testing.T) {
	root := parse(t, write(t, painttest.Compose(t, &graph.Graph{}), nil))
	assert.Equal(t, "en", root.attr("lang"))
	assert.Empty(t, root.attr("aria-labelledby"))
	require.Len(t, root.Children, 1)
}

func TestWriteErrorsAreReturned(t *testing.T) {
	s := painttest.Compose(t, scenetest.People(1))
	whole := write(t, s, nil)
	for n := range len(whole) {
		require.ErrorIs(t, svg.Write(&painttest.Failing{N: n}, s, nil), painttest.ErrFull, "at byte %d", n)
	}
	assert.NoError(t, svg.Write(&painttest.Failing{N: len(whole)}, s, nil))
}

func TestSameSceneSameBytes(t *testing.T) {
	assert.Equal(t, write(t, painttest.Compose(t, scenetest.Small()), nil), write(t, painttest.Compose(t, scenetest.Small()), nil))
}

func TestPathData(t *testing.T) {
	p := func(op scene.Op, x, y float64) scene.Segment {
		return scene.Segment{Op: op, To: geom.Point{X: x, Y: y}}
	}
	arc := scene.Segment{Op: scene.Cubic, C1: geom.Point{X: 1}, C2: geom.Point{X: 2, Y: 1}, To: geom.Point{X: 2, Y: 2}}
	next := scene.Segment{Op: scene.Cubic, C1: geom.Point{X: 2, Y: 3}, C2: geom.Point{X: 1, Y: 4}, To: geom.Point{X: 0, Y: 4}}
	for _, c := range []struct {
		want     string
		segments []scene.Segment
	}{
		{"M0 0h10v-.5l-10 .25z", []scene.Segment{p(scene.Move, 0, 0), p(scene.Line, 10, 0), p(scene.Line, 10, -0.5), p(scene.Line, 0, -0.25), p(scene.Close, 0, 0)}},
		{"M1.5 2h1zm3 3v1", []scene.Segment{p(scene.Move, 1.5, 2), p(scene.Line, 2.5, 2), p(scene.Close, 0, 0), p(scene.Move, 4.5, 5), p(scene.Line, 4.5, 6)}},
		{"M0 0c1 0 2 1 2 2s-1 2-2 2", []scene.Segment{p(scene.Move, 0, 0), arc, next}},
		{"M.33 .67", []scene.Segment{p(scene.Move, 1.0/3, 2.0/3), p(scene.Line, 0.3334, 0.6667)}},
	} {
		s := &scene.Scene{Width: 10, Height: 10, Language: "en", Items: []scene.Item{scene.Path{Segments: c.segments, Fill: "#000000"}}}
		var d string
		parse(t, write(t, s, nil)).each(func(e element) { d += e.attr("d") })
		assert.Equal(t, c.want, d)
	}
}

// TestLinksInSVG checks that elements with a target, and no others, are inside a link.
func TestLinksInSVG(t *testing.T) {
	g := scenetest.Small()
	assert.Equal(t, "img", parse(t, write(t, painttest.Compose(t, g), nil)).attr("role"))
	g.Nodes[0].Link, g.Groups[0].Link = "mailto:ana%22@example.org?subject=a&body=b", "#page-2"
	for _, bad := range []string{"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", `https://a"onload="x`, "//example.org", "HTTPS:", "mailto:", "#"} {
		require.Error(t, graph.CheckLink(bad), bad)
		g.Nodes[1].Link = bad
		root := parse(t, write(t, painttest.Compose(t, g), nil))
		assert.Equal(t, "group", root.attr("role"), "nobody can reach what is in an img")
		links := map[string]string{}
		root.each(func(e element) {
			for _, child := range e.Children {
				if child.XMLName.Local == "a" {
					links[e.attr("id")] = child.attr("href")
				}
			}
		})
		assert.Equal(t, map[string]string{"node1": "mailto:ana%22@example.org?subject=a&body=b", "clust1": "#page-2"}, links, bad)
	}
}

func BenchmarkSVG(b *testing.B) {
	for _, size := range []struct {
		name   string
		people int
	}{{"60", 60}, {"2600", 2600}} {
		b.Run(size.name, func(b *testing.B) {
			g := scenetest.People(size.people)
			for b.Loop() {
				if err := svg.Write(io.Discard, painttest.Compose(b, g), nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(write(b, painttest.Compose(b, g), nil))), "bytes")
		})
	}
}
