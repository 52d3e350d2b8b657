package render

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf/pdftest"
)

// TestPages holds the sets of accounts of every form to what a set promises: every page can be read, keeps to its geometry and leads on, and
// everybody stands on exactly one.
func TestPages(t *testing.T) {
	pages := map[string]Page{"free": {}, "a4": A4(), "slide": Slide()}
	for name, shape := range shapes() {
		for pageName, page := range pages {
			t.Run(name+", "+pageName, func(t *testing.T) {
				t.Parallel()
				m := mustNew(t, accountmaptest.Generate(1, shape))
				pictures, err := Pages(t.Context(), m, Stakeholders{}, &Options{Page: page})
				require.NoError(t, err)
				checkSet(t, m, pictures, page)
			})
		}
	}
}

func checkSet(t *testing.T, m *accountmap.Map, pictures []Picture, page Page) {
	t.Helper()
	ids, titles := map[string]bool{}, map[string]bool{}
	for _, p := range pictures {
		assert.False(t, ids[p.ID], "%s is there once", p.ID)
		assert.False(t, titles[p.Title], "no other picture is called %q", p.Title)
		ids[p.ID], titles[p.Title] = true, true
	}
	reached, people := map[string]bool{pictures[0].ID: true}, 0
	for i, p := range pictures {
		checkCards(t, p.Drawing)
		checkBoxes(t, p.Drawing)
		checkLines(t, p.Drawing)
		if len(p.graph.Nodes) > 0 {
			w, h := p.Size()
			assert.InDelta(t, 1, w/h/page.shape(), 0.25, "%s has about the page's shape", p.ID)
			assert.True(t, page.legible(p.Drawing), "%s %q can be read: %.2f points", p.ID, p.Title, p.smallestText()*page.scale(p.Drawing))
		}
		assert.NotEmpty(t, p.Title, p.ID)
		assert.Equal(t, i == 0, p.Depth == 0, p.ID)
		back := false
		for _, link := range linksOf(p.graph) {
			assert.True(t, ids[link], "%s leads to %q, which is there", p.ID, link)
			reached[link] = true
			back = back || link == pictures[0].ID || p.Depth > 1
		}
		assert.True(t, back || i == 0, "%s leads back", p.ID)
		for _, n := range p.graph.Nodes {
			if !strings.HasPrefix(n.Link, "#") {
				people++
			}
		}
	}
	assert.Len(t, reached, len(pictures), "every page is reached")
	all := 0
	for range m.Contacts() {
		all++
	}
	assert.Equal(t, all, people, "everybody stands on one page")
}

// linksOf lists the pages that a picture leads to.
func linksOf(g *graph.Graph) []string {
	var links []string
	for _, group := range g.Groups {
		links = append(links, group.Link)
	}
	for _, n := range g.Nodes {
		links = append(links, n.Link)
	}
	links = slices.DeleteFunc(links, func(link string) bool { return !strings.HasPrefix(link, "#") })
	for i := range links {
		links[i] = links[i][1:]
	}
	return links
}

func TestOnePage(t *testing.T) {
	m := mustNew(t, meridiano())
	pictures, err := Pages(t.Context(), m, Stakeholders{}, nil)
	require.NoError(t, err)
	require.Len(t, pictures, 1)
	var set, one bytes.Buffer
	require.NoError(t, pictures[0].SVG(&set))
	require.NoError(t, Draw(t.Context(), &one, m, Stakeholders{}, SVG, nil))
	assert.Equal(t, one.String(), set.String(), "a set of one is the picture")
}

// TestOverview: the counts on an overview are those of the people.
func TestOverview(t *testing.T) {
	m := mustNew(t, accountmaptest.Generate(1, accountmaptest.Typical(120)))
	es, ok := terms.Lookup("es")
	require.True(t, ok)
	pictures, err := Pages(t.Context(), m, Stakeholders{}, &Options{Page: A3().Landscape(), Terms: es})
	require.NoError(t, err)
	require.Greater(t, len(pictures), 2)
	counted := map[graph.Class]int{}
	for _, n := range pictures[0].graph.Nodes {
		for _, note := range n.Notes {
			count := 0
			_, err := fmt.Sscanf(note.Text, "%d", &count)
			require.NoError(t, err, note.Text)
			class := class.Left // that note has no sign of its own
			if note.Class != nil {
				class = note.Class[0]
			}
			counted[class] += count
		}
	}
	people := map[graph.Class]int{}
	for c := range m.Contacts() {
		if !c.Left.IsZero() {
			people[class.Left]++
			continue
		}
		people[class.Stance(c.Stance)]++
	}
	assert.Equal(t, people, counted)
	assert.Equal(t, "Vista general", pictures[0].Title)
}

// TestOverviewOfOneUnit: a set whose people are all in one unit begins with what is inside that, whoever stands outside.
func TestOverviewOfOneUnit(t *testing.T) {
	a := accountmaptest.Generate(1, accountmaptest.ManyUnits(80))
	a.Units = append(a.Units, accountmap.Unit{ID: "all", Name: "Everything"})
	for i := range a.Units[:len(a.Units)-1] {
		if a.Units[i].Parent == "" {
			a.Units[i].Parent = "all"
		}
	}
	pictures, err := Pages(t.Context(), mustNew(t, a), Stakeholders{}, &Options{Page: A3().Landscape()})
	require.NoError(t, err)
	assert.Greater(t, len(pictures[0].graph.Groups), 2)
}

func TestPDFOfPages(t *testing.T) {
	m := mustNew(t, accountmaptest.Generate(1, accountmaptest.Typical(120)))
	opts := &Options{Page: A4().Landscape()}
	pictures, err := Pages(t.Context(), m, Stakeholders{}, opts)
	require.NoError(t, err)
	var pdf bytes.Buffer
	require.NoError(t, Draw(t.Context(), &pdf, m, Stakeholders{}, PDF, opts))
	doc, err := pdftest.Read(pdf.Bytes())
	require.NoError(t, err)
	require.Len(t, doc.Pages, len(pictures))
	require.Len(t, doc.Outline, len(pictures))
	for i, page := range doc.Pages {
		assert.InDeltaSlice(t, []float64{841.89, 595.28}, page.Size[:], 0.01)
		assert.Equal(t, pictures[i].Title, doc.Outline[i].Title)
		assert.Equal(t, pictures[i].Depth, doc.Depths[i])
		assert.Equal(t, i+1, doc.Outline[i].Page)
	}
	to := map[string]bool{}
	for _, link := range doc.Pages[0].Links {
		to[link.To] = true
	}
	assert.True(t, to["page 2"], "the overview leads on: %v", to)
}

func TestWritePages(t *testing.T) {
	m := mustNew(t, accountmaptest.Generate(1, accountmaptest.Typical(120)))
	folder := t.TempDir()
	names, err := WritePages(t.Context(), folder, m, Stakeholders{}, SVG, &Options{Page: A3()})
	require.NoError(t, err)
	require.Greater(t, len(names), 2)
	assert.Equal(t, "overview.svg", names[0])
	href := regexp.MustCompile(`href="([^"]*)"`)
	links := 0
	for _, name := range names {
		svg, err := os.ReadFile(filepath.Join(folder, name))
		require.NoError(t, err)
		for _, found := range href.FindAllStringSubmatch(string(svg), -1) {
			if !strings.HasPrefix(found[1], "mailto:") {
				assert.Contains(t, names, found[1])
				links++
			}
		}
	}
	assert.Greater(t, links, len(names))

	_, err = WritePages(t.Context(), folder, m, Stakeholders{}, PDF, nil)
	assert.ErrorContains(t, err, "in one file")
	_, err = WritePages(t.Context(), filepath.Join(folder, "nowhere"), m, Stakeholders{}, SVG, nil)
	assert.ErrorContains(t, err, "there is no folder")
}

func TestPagesAreTheSameEveryTime(t *testing.T) {
	draw := func() string {
		var pdf bytes.Buffer
		m := mustNew(t, accountmaptest.Generate(3, accountmaptest.Typical(150)))
		require.NoError(t, Draw(t.Context(), &pdf, m, Stakeholders{}, PDF, nil))
		return pdf.String()
	}
	assert.Equal(t, draw(), draw())
}

func ExamplePages() {
	m, err := accountmap.New(accountmaptest.Generate(1, accountmaptest.ManyUnits(80)))
	if err != nil {
		fmt.Println(err)
		return
	}
	pictures, err := Pages(context.Background(), m, Stakeholders{}, &Options{Page: A3().Landscape()})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(pictures[0].ID, "and", len(pictures) > 2)
	// Output: overview and true
}
