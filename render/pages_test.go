package render

import (
	"bytes"
	"context"
	"fmt"
	"io"
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
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf/pdftest"
	"github.com/accountatlas/accountatlas/render/internal/picture"
)

// TestPages checks the sets of accounts of every shape. Every page is legible, has sound geometry
// and links to the others, and everybody is on exactly one page.
func TestPages(t *testing.T) {
	pages := map[string]paper.Size{"free": {}, "a4": paper.A4(), "slide": paper.Slide()}
	for name, shape := range shapes() {
		for pageName, page := range pages {
			t.Run(name+", "+pageName, func(t *testing.T) {
				t.Parallel()
				m := mustNew(t, accountmaptest.Generate(1, shape))
				pictures := drawings(t, m, Stakeholders{}, &Options{Paper: page})
				checkSet(t, m, pictures, page)
			})
		}
	}
}

// drawings returns the pictures of the set of a view.
func drawings(t testing.TB, m *accountmap.Map, v View, opts *Options) []*Drawing {
	t.Helper()
	set, err := Pages(t.Context(), m, v, opts)
	require.NoError(t, err)
	return set.Drawings()
}

// pagesPDF returns the set of a view as one PDF.
func pagesPDF(t testing.TB, m *accountmap.Map, v View, opts *Options) []byte {
	t.Helper()
	set, err := Pages(t.Context(), m, v, opts)
	require.NoError(t, err)
	var document bytes.Buffer
	require.NoError(t, set.Write(&document, PDF))
	return document.Bytes()
}

func checkSet(t *testing.T, m *accountmap.Map, pictures []*Drawing, page paper.Size) {
	t.Helper()
	ids, titles := map[string]bool{}, map[string]bool{}
	for _, p := range pictures {
		assert.False(t, ids[p.ID()], "%s is there once", p.ID())
		assert.False(t, titles[p.Title()], "no other picture is called %q", p.Title())
		ids[p.ID()], titles[p.Title()] = true, true
	}
	reached, people := map[string]bool{pictures[0].ID(): true}, 0
	for i, p := range pictures {
		checkCards(t, p)
		checkBoxes(t, p)
		checkLines(t, p)
		if len(p.picture.Input.Graph.Nodes) > 0 {
			w, h := p.Size()
			assert.InDelta(t, 1, w/h/picture.Shape(page), 0.25, "%s has about the page's shape", p.ID())
			assert.True(t, p.picture.Legible(page), "%s %q can be read: %.2f points", p.ID(), p.Title(), p.picture.PrintedText(page))
		}
		assert.NotEmpty(t, p.Title(), p.ID())
		assert.Equal(t, i == 0, p.Depth() == 0, p.ID())
		back := false
		for _, link := range linksOf(p.picture.Input.Graph) {
			assert.True(t, ids[link], "%s leads to %q, which is there", p.ID(), link)
			reached[link] = true
			back = back || link == pictures[0].ID() || p.Depth() > 1
		}
		assert.True(t, back || i == 0, "%s leads back", p.ID())
		for _, n := range p.picture.Input.Graph.Nodes {
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

// TestPagesOfADrawing compares the pages of a drawing, which share its layout, with pages that are
// laid out separately.
func TestPagesOfADrawing(t *testing.T) {
	for _, people := range []int{20, 60, 120} {
		m := mustNew(t, accountmaptest.Generate(1, accountmaptest.Typical(people)))
		d, err := Layout(t.Context(), m, Stakeholders{}, nil)
		require.NoError(t, err)
		for _, size := range []paper.Size{{}, paper.A4().Landscape()} {
			set, err := d.Pages(t.Context(), size)
			require.NoError(t, err)
			var shared bytes.Buffer
			require.NoError(t, set.Write(&shared, PDF))
			assert.Equal(t, pagesPDF(t, m, Stakeholders{}, &Options{Paper: size}), shared.Bytes(), "%d people on %v", people, size)
			first := set.Drawings()[0]
			again, err := first.Pages(t.Context(), paper.A4())
			require.NoError(t, err)
			if first.divide == nil {
				assert.Equal(t, []*Drawing{first}, again.Drawings(), "a page of a set is not divided")
			}
		}
	}
}

// TestManyUnitsFillTheirPages divides more units than are tried one by one. Every unit occurs once,
// in order, and all pages except the last are about equally full.
func TestManyUnitsFillTheirPages(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Flat"}}
	for i := range 260 {
		id := accountmap.UnitID(fmt.Sprintf("u%03d", i))
		a.Units = append(a.Units, accountmap.Unit{ID: id, Name: "Plant " + string(id), Kind: accountmap.UnitSite})
		if i%4 == 0 {
			a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID("c-" + id), Name: "Ana", Unit: id})
		}
	}
	var found []string
	var counts []int
	for _, d := range drawings(t, mustNew(t, a), Stakeholders{}, &Options{Paper: paper.A4().Landscape()}) {
		if slices.ContainsFunc(linksOf(d.picture.Input.Graph), func(link string) bool { return link != "overview" }) {
			continue // an overview
		}
		units := 0
		for _, g := range d.picture.Input.Graph.Groups {
			if strings.HasPrefix(g.Label, "Plant ") {
				found, units = append(found, g.Label), units+1
			}
		}
		counts = append(counts, units)
		assert.True(t, d.picture.Legible(paper.A4().Landscape()), d.Title())
	}
	assert.Len(t, found, len(a.Units))
	assert.True(t, slices.IsSorted(found))
	for _, units := range counts[:len(counts)-1] {
		assert.InDelta(t, slices.Max(counts), units, 0.2*float64(slices.Max(counts)), "%v", counts)
	}
}

// TestAPageOfAllInnerUnitsIsNamedByTheOuter divides an account into countries. A country that fits
// on a page only without its frame still gives the page its name.
func TestAPageOfAllInnerUnitsIsNamedByTheOuter(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Traders"}, Products: []accountmap.Product{{ID: "p", Name: "P"}}}
	for _, country := range []string{"France", "Germany"} {
		outer := accountmap.UnitID(strings.ToLower(country))
		a.Units = append(a.Units, accountmap.Unit{ID: outer, Name: country})
		for i, name := range []string{"Alfreds Futterkiste", "Blauer See Delikatessen", "Drachenblut Delikatessen", "Frankenversand", "Königlich Essen",
			"Lehmanns Marktstand", "Morgenstern Gesundkost", "Ottilies Käseladen", "QUICK-Stop", "Toms Spezialitäten", "Die Wandernde Kuh"} {
			id := accountmap.UnitID(fmt.Sprintf("%s-%02d", outer, i))
			a.Units = append(a.Units, accountmap.Unit{ID: id, Name: name, Parent: outer, City: "Brandenburg", Country: country})
			a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(id), Name: "Henriette Pfalzheim", Title: "Sales representative", Unit: id})
		}
	}
	var titles []string
	for _, d := range drawings(t, mustNew(t, a), Stakeholders{}, &Options{Paper: paper.Size{Width: 750, Height: 460}}) {
		titles = append(titles, d.Title())
	}
	assert.Equal(t, []string{"Overview", "France", "Germany"}, titles)
}

// linksOf returns the pages that a picture links to.
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
	pictures := drawings(t, m, Stakeholders{}, nil)
	require.Len(t, pictures, 1)
	var set, one bytes.Buffer
	require.NoError(t, pictures[0].SVG(&set))
	require.NoError(t, Draw(t.Context(), &one, m, Stakeholders{}, SVG, nil))
	assert.Equal(t, one.String(), set.String(), "a set of one is the picture")
}

// TestOverview compares the counts on an overview with the numbers of people.
func TestOverview(t *testing.T) {
	norace.Only(t)
	m := mustNew(t, accountmaptest.Generate(1, accountmaptest.Typical(120)))
	es, ok := terms.Lookup("es")
	require.True(t, ok)
	pictures := drawings(t, m, Stakeholders{}, &Options{Paper: paper.A3().Landscape(), Terms: es})
	require.Greater(t, len(pictures), 2)
	counted := map[graph.Class]int{}
	for _, n := range pictures[0].picture.Input.Graph.Nodes {
		for _, slice := range n.Slices {
			counted[slice.Class[0]] += slice.Count
		}
	}
	people := map[graph.Class]int{}
	for c := range m.Contacts() {
		if !c.Left.IsZero() {
			continue
		}
		people[class.Stance(c.Stance)]++
	}
	assert.Equal(t, people, counted)
	assert.Equal(t, "Vista general", pictures[0].Title())
	assert.Contains(t, pictures[0].picture.Input.Graph.Subtitle, fmt.Sprintf("Página 1 de %d", len(pictures)))

	set, err := Pages(t.Context(), m, Stakeholders{}, &Options{Paper: paper.A3().Landscape(), Terms: es})
	require.NoError(t, err)
	alone, err := set.Overview(t.Context())
	require.NoError(t, err)
	g := alone.picture.Input.Graph
	assert.Len(t, g.Nodes, len(pictures[0].picture.Input.Graph.Nodes))
	assert.NotRegexp(t, `(?i)página \d|#page`, fmt.Sprintf("%+v", *g), "no number of a page that is not there")
}

// TestOverviewOfASheet checks that a single sheet is its own overview.
func TestOverviewOfASheet(t *testing.T) {
	set, err := Pages(t.Context(), mustNew(t, meridiano()), Stakeholders{}, nil)
	require.NoError(t, err)
	alone, err := set.Overview(t.Context())
	require.NoError(t, err)
	assert.Same(t, set.Drawings()[0], alone)
}

// TestOverviewOfOneUnit checks a set whose people are all in one unit. Its overview shows the inner
// units, even if people are outside that unit.
func TestOverviewOfOneUnit(t *testing.T) {
	norace.Only(t)
	a := accountmaptest.Generate(1, accountmaptest.ManyUnits(80))
	a.Units = append(a.Units, accountmap.Unit{ID: "all", Name: "Everything"})
	for i := range a.Units[:len(a.Units)-1] {
		if a.Units[i].Parent == "" {
			a.Units[i].Parent = "all"
		}
	}
	pictures := drawings(t, mustNew(t, a), Stakeholders{}, &Options{Paper: paper.A3().Landscape()})
	assert.Greater(t, len(pictures[0].picture.Input.Graph.Groups), 2)
}

func TestPDFOfPages(t *testing.T) {
	m := mustNew(t, accountmaptest.Generate(1, accountmaptest.Typical(120)))
	opts := &Options{Paper: paper.A4().Landscape()}
	pictures := drawings(t, m, Stakeholders{}, opts)
	doc, err := pdftest.Read(pagesPDF(t, m, Stakeholders{}, opts))
	require.NoError(t, err)
	require.Len(t, doc.Pages, len(pictures))
	require.Len(t, doc.Outline, len(pictures))
	for i, page := range doc.Pages {
		assert.InDeltaSlice(t, []float64{841.89, 595.28}, page.Size[:], 0.01)
		assert.Equal(t, pictures[i].Title(), doc.Outline[i].Title)
		assert.Equal(t, pictures[i].Depth(), doc.Depths[i])
		assert.Equal(t, i+1, doc.Outline[i].Page)
	}
	to := map[string]bool{}
	for _, link := range doc.Pages[0].Links {
		to[link.To] = true
	}
	assert.True(t, to["page 2"], "the overview leads on: %v", to)
}

func TestWriteFiles(t *testing.T) {
	m := mustNew(t, accountmaptest.Generate(1, accountmaptest.Typical(120)))
	folder := t.TempDir()
	set, err := Pages(t.Context(), m, Stakeholders{}, &Options{Paper: paper.A3()})
	require.NoError(t, err)
	names, err := set.WriteFiles(folder, SVG)
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
	assert.ErrorContains(t, set.Write(io.Discard, SVG), "as one file", "a set of several is no SVG")

	_, err = set.WriteFiles(folder, PDF)
	assert.ErrorContains(t, err, "in one file")
	_, err = set.WriteFiles(filepath.Join(folder, "nowhere"), SVG)
	assert.ErrorContains(t, err, "there is no folder")
}

func TestPagesAreTheSameEveryTime(t *testing.T) {
	draw := func() string {
		return string(pagesPDF(t, mustNew(t, accountmaptest.Generate(3, accountmaptest.Typical(150))), Stakeholders{}, nil))
	}
	assert.Equal(t, draw(), draw())
}

func ExamplePages() {
	m, err := accountmap.New(accountmaptest.Generate(1, accountmaptest.ManyUnits(80)))
	if err != nil {
		fmt.Println(err)
		return
	}
	set, err := Pages(context.Background(), m, Stakeholders{}, &Options{Paper: paper.A3().Landscape()})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(set.Drawings()[0].ID(), "and", len(set.Drawings()) > 2)
	// Output: overview and true
}

// TestNoPageHasOneCard checks that the last unit of the sample, of one person, shares its page with
// the unit before it.
func TestNoPageHasOneCard(t *testing.T) {
	d, err := Layout(t.Context(), sample(t), Stakeholders{}, nil)
	require.NoError(t, err)
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = d.OnPaper(ended, paper.Frame(paper.A4()))
	require.ErrorIs(t, err, context.Canceled)
	pictures, err := d.OnPaper(t.Context(), paper.Frame(paper.A4()))
	require.NoError(t, err)
	require.NotEmpty(t, pictures)
	for _, p := range pictures {
		assert.False(t, strings.HasSuffix(p.(*Drawing).picture.Input.Graph.Subtitle, " 1 person"), p.Title())
	}
}
