package render

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/internal/opc/opctest"
)

// editable returns drawings for tests of the editable formats: a small account in every view, one
// person, 300 people, and hostile texts.
func editable(t *testing.T) map[string]*Drawing {
	t.Helper()
	drawings := map[string]*Drawing{}
	draw := func(name string, a *accountmap.Account, v View) {
		m, err := accountmap.New(a)
		if err != nil {
			return // an error is also valid
		}
		d, err := Layout(t.Context(), m, v, nil)
		require.NoError(t, err, "%.60q", name)
		drawings[name] = d
	}
	for _, v := range Views() {
		draw(v.Name, meridiano(), v.View)
	}
	draw("one person", accountmaptest.Generate(1, accountmaptest.OnePerson()), Stakeholders{})
	draw("300 people", accountmaptest.Generate(1, accountmaptest.Typical(300)), Stakeholders{})
	for _, text := range append(accountmaptest.Hostile(), "a\" --> b; end", "`x`", "end", "%%{init: {}}%%", "#quot;#35;", "ﬂ°°60¶ß", "style a:#b;", "subgraph x[y]") {
		a := meridiano()
		accountmaptest.FillText(a, text)
		draw("people "+text, a, Stakeholders{})
		draw("coverage "+text, a, Coverage{})
	}
	return drawings
}

// mxCell is a cell of a draw.io page with its parents.
type mxCell struct {
	ID, Value, Style, Parent, Source, Target string
	Vertex, Edge                             bool
}

// cellsOf returns the cells of each page of a diagram, which may be compressed.
func cellsOf(t *testing.T, diagram []byte) (pages [][]mxCell) {
	t.Helper()
	diagram = regexp.MustCompile(`>[A-Za-z0-9+/=]+</diagram>`).ReplaceAllFunc(diagram, func(packed []byte) []byte {
		deflated, err := base64.StdEncoding.DecodeString(string(packed[1 : len(packed)-len("</diagram>")]))
		require.NoError(t, err)
		escaped, err := io.ReadAll(flate.NewReader(bytes.NewReader(deflated)))
		require.NoError(t, err)
		page, err := url.PathUnescape(string(escaped))
		require.NoError(t, err)
		return []byte(">" + page + "</diagram>")
	})
	object := ""
	for d := xml.NewDecoder(bytes.NewReader(diagram)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return pages
		}
		require.NoError(t, err)
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attr := map[string]string{}
		for _, a := range start.Attr {
			_, twice := attr[a.Name.Local]
			require.False(t, twice, "an attribute twice: %s", a.Name.Local)
			attr[a.Name.Local] = a.Value
		}
		switch start.Name.Local {
		case "diagram":
			pages = append(pages, nil)
		case "object":
			object = attr["id"]
		case "mxCell":
			cell := mxCell{ID: attr["id"], Value: attr["value"], Style: attr["style"], Parent: attr["parent"], Source: attr["source"], Target: attr["target"],
				Vertex: attr["vertex"] == "1", Edge: attr["edge"] == "1"}
			if cell.ID == "" {
				cell.ID = object
			}
			pages[len(pages)-1] = append(pages[len(pages)-1], cell)
		}
	}
}

// TestDrawIOIsSound checks that ids are unique and generated, that every parent exists, and that
// every line has its two cards.
func TestDrawIOIsSound(t *testing.T) {
	norace.Only(t)
	legal := regexp.MustCompile(`^[A-Za-z0-9-]+$`)
	for name, d := range editable(t) {
		var file bytes.Buffer
		require.NoError(t, d.Write(&file, DrawIO))
		pages := cellsOf(t, file.Bytes())
		require.Len(t, pages, 1)
		cells, edges := map[string]mxCell{}, 0
		for _, c := range pages[0] {
			require.Regexp(t, legal, c.ID, "%.60q", name)
			_, twice := cells[c.ID] // require.NotContains looks at every key of a map
			require.False(t, twice, "%.60q: %s", name, c.ID)
			cells[c.ID] = c
		}
		for _, c := range cells {
			_, found := cells[c.Parent]
			require.True(t, found || c.Parent == "", "%.60q: %s", name, c.Parent)
			require.NotContains(t, c.Style, "html=1", "texts are text")
			if c.Edge {
				edges++
				require.True(t, cells[c.Source].Vertex && cells[c.Target].Vertex, "%.60q: %s", name, c.ID)
				assert.Contains(t, c.Style, "exitX=")
			}
		}
		assert.Equal(t, len(d.picture.Input.Graph.Edges), edges, "%.60q", name)
		for i := range d.picture.Input.Graph.Nodes {
			assert.Contains(t, cells, "page1-node"+strconv.Itoa(i+1), "%.60q", name)
		}
	}
}

// TestLucidIsSound checks document.json against the rules of Lucid's Standard Import for ids,
// references, colours and size.
func TestLucidIsSound(t *testing.T) {
	norace.Only(t)
	id := regexp.MustCompile(`^[A-Za-z0-9_.~-]{1,36}$`)
	colour := regexp.MustCompile(`^#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?$`)
	for name, d := range editable(t) {
		var file bytes.Buffer
		require.NoError(t, d.Write(&file, Lucid))
		content := opctest.Parts(t, file.Bytes())["document.json"]
		require.Less(t, len(content), 2_000_000, "%.60q", name)
		var document struct {
			Version int
			Pages   []struct {
				ID     string
				Shapes []struct {
					ID, Type string
					Style    *struct{ Fill, Stroke struct{ Color string } }
					Vertices []struct{ X, Y float64 }
				}
				Lines []struct {
					ID                   string
					Endpoint1, Endpoint2 struct{ ShapeID string }
				}
				Groups, Layers []struct {
					ID    string
					Items []string
				}
			}
		}
		require.NoError(t, json.Unmarshal(content, &document))
		require.Equal(t, 1, document.Version)
		require.Len(t, document.Pages, 1)
		page := document.Pages[0]
		seen := map[string]string{}
		add := func(kind, name string) {
			require.Regexp(t, id, name)
			require.Empty(t, seen[name], name)
			seen[name] = kind
		}
		add("page", page.ID)
		for _, s := range page.Shapes {
			add("shape", s.ID)
			if s.Style != nil {
				require.Regexp(t, colour, s.Style.Fill.Color, "%.60q: %s", name, s.ID)
				require.Regexp(t, colour, s.Style.Stroke.Color, "%.60q: %s", name, s.ID)
			}
			if s.Type == "flexiblePolygon" {
				require.True(t, 3 <= len(s.Vertices) && len(s.Vertices) <= 100)
			}
		}
		for _, l := range page.Lines {
			add("line", l.ID)
			require.Equal(t, "shape", seen[l.Endpoint1.ShapeID])
			require.Equal(t, "shape", seen[l.Endpoint2.ShapeID])
		}
		for _, g := range page.Groups {
			add("group", g.ID)
		}
		for _, list := range append(page.Groups, page.Layers...) {
			for _, item := range list.Items {
				require.Contains(t, []string{"shape", "line", "group"}, seen[item], "%.60q: %s", name, item)
			}
		}
		assert.Len(t, page.Lines, len(d.picture.Input.Graph.Edges), "%.60q", name)
	}
}

// TestMermaidIsSound checks that user texts contain only letters, digits, spaces and codes. A table
// is refused with an error that names the supported formats.
func TestMermaidIsSound(t *testing.T) {
	norace.Only(t)
	line := regexp.MustCompile(`^(flowchart TB|%% .*| +(acc(Title|Descr): [^#;{}"<>]*|n\d+\["[^"<>` + "`" + `{}\[\]|;\\]*(#\d+;[^"<>` + "`" + `{}\[\]|;\\]*)*(<br>[^"<>` + "`" + `{}\[\]|\\]*)?"\]:::look\d+|` +
		`(subgraph )?b\d+ ?\["[^"<>` + "`" + `{}\[\]|\\]*"\]|end|n\d+ (-->|-\.->) n\d+|classDef look\d+ [a-z0-9:#,A-F -]+))$`)
	var flowcharts [][]byte
	for name, d := range editable(t) {
		var file bytes.Buffer
		err := d.Write(&file, Mermaid)
		if d.picture.Input.Graph.Grid != nil {
			require.ErrorIs(t, err, ErrTable, "%.60q", name)
			require.ErrorContains(t, err, "write svg")
			continue
		}
		require.NoError(t, err)
		for text := range strings.Lines(file.String()) {
			require.Regexp(t, line, strings.TrimSuffix(text, "\n"), "%.60q", name)
		}
		flowcharts = append(flowcharts, file.Bytes())
	}
	t.Run("parser", func(t *testing.T) { parseMermaid(t, flowcharts) })
}

// parseMermaid parses flowcharts with Mermaid itself, which needs a browser.
func parseMermaid(t *testing.T, flowcharts [][]byte) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	if _, err := exec.LookPath("chromium"); err != nil {
		t.Skip("chromium is not installed")
	}
	if exec.CommandContext(t.Context(), node, "-e", `require.resolve("mermaid/dist/mermaid.min.js"); require.resolve("puppeteer-core")`).Run() != nil {
		t.Skip("the npm packages mermaid and puppeteer-core are not on NODE_PATH")
	}
	var texts []string
	for _, f := range flowcharts {
		texts = append(texts, string(f))
	}
	data, err := json.Marshal(texts)
	require.NoError(t, err)
	name := filepath.Join(t.TempDir(), "flowcharts.json")
	require.NoError(t, os.WriteFile(name, data, 0o600))
	cmd := exec.CommandContext(t.Context(), node, "-e", `
const puppeteer = require("puppeteer-core");
(async () => {
	const browser = await puppeteer.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
	const page = await browser.newPage();
	await page.addScriptTag({ path: require.resolve("mermaid/dist/mermaid.min.js") });
	const faults = await page.evaluate(async texts => {
		mermaid.initialize({ startOnLoad: false, maxEdges: 5000 });
		const faults = [];
		for (const text of texts) {
			try { await mermaid.parse(text); } catch (e) { faults.push(e.message + "\n" + text.slice(0, 2000)); }
		}
		return faults;
	}, JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")));
	console.log(JSON.stringify(faults));
	await browser.close();
})();
`, name)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	assert.Equal(t, "[]", strings.TrimSpace(string(out)))
}

// TestALargeDiagramIsCompressed checks that a diagram of many pages, in draw.io's own compression,
// has the cells of the uncompressed diagram.
func TestALargeDiagramIsCompressed(t *testing.T) {
	norace.Only(t)
	set, err := Pages(t.Context(), mustNew(t, accountmaptest.Generate(3, accountmaptest.Typical(150))), Stakeholders{}, nil)
	require.NoError(t, err)
	var plain, packed bytes.Buffer
	require.NoError(t, set.Write(&plain, DrawIO))
	const times = 12
	many := &Set{drawings: slices.Repeat(set.drawings, times)}
	require.NoError(t, many.Write(&packed, DrawIO))
	assert.Less(t, packed.Len(), times*plain.Len()/3)
	cells := cellsOf(t, packed.Bytes())
	require.Len(t, cells, len(many.drawings))
	last := len(set.drawings) // its cells have the prefix of another page
	assert.Equal(t, len(cellsOf(t, plain.Bytes())[0]), len(cells[last]))
	assert.Equal(t, cellsOf(t, plain.Bytes())[1], cells[1])
}

// TestPagesForEditors checks that a file has all pages of a large account, and links between them.
func TestPagesForEditors(t *testing.T) {
	norace.Only(t)
	set, err := Pages(t.Context(), mustNew(t, accountmaptest.Generate(3, accountmaptest.Typical(150))), Stakeholders{}, nil)
	require.NoError(t, err)
	require.Greater(t, len(set.Drawings()), 2)
	var diagram, document bytes.Buffer
	require.NoError(t, set.Write(&diagram, DrawIO))
	pages := cellsOf(t, diagram.Bytes())
	assert.Len(t, pages, len(set.Drawings()))
	seen := map[string]bool{}
	for _, page := range pages {
		for _, c := range page {
			require.False(t, seen[c.ID], "%s is on two pages", c.ID)
			seen[c.ID] = true
		}
	}
	assert.Contains(t, diagram.String(), `link="data:page/id,page2"`)
	require.NoError(t, set.Write(&document, Lucid))
	archive, err := zip.NewReader(bytes.NewReader(document.Bytes()), int64(document.Len()))
	require.NoError(t, err)
	require.Len(t, archive.File, 1)
	content := string(opctest.Parts(t, document.Bytes())["document.json"])
	assert.Contains(t, content, `{"pageId":"page2","type":"gotoPage"}`)
	assert.NotContains(t, content, "ribbon", "the layers have the words of the legend")
	assert.ErrorContains(t, set.Write(io.Discard, Mermaid), "as one file")
}
