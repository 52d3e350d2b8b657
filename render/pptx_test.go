package render

import (
	"bytes"
	"context"
	"html"
	"io"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/internal/opc/opctest"
	"github.com/accountatlas/accountatlas/paper"
)

// slidesOf returns a view as a presentation.
func slidesOf(t testing.TB, m *accountmap.Map, v View, opts *Options) []byte {
	t.Helper()
	set, err := Pages(t.Context(), m, v, opts)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, set.Write(&b, PPTX))
	return b.Bytes()
}

// shapeAt is a shape and its position in EMU.
type shapeAt struct {
	ID         int
	Name       string
	X, Y, W, H int64
}

// piece is a connector, which joins two shapes by their IDs. A line consists of one or more pieces.
type piece struct {
	Name     string
	From, To int
}

// frames returns the shapes of a slide by their IDs, and its connectors.
func frames(t *testing.T, slide []byte) (shapes map[int]shapeAt, pieces []piece) {
	t.Helper()
	shapes = map[int]shapeAt{}
	head := regexp.MustCompile(`<p:cNvPr id="(\d+)" name="([^"]*)"`)
	number := func(s string) int64 {
		n, err := strconv.ParseInt(s, 10, 64)
		require.NoError(t, err)
		return n
	}
	for _, shape := range regexp.MustCompile(`<p:sp>.*?</p:sp>`).FindAllString(string(slide), -1) {
		at := regexp.MustCompile(`<a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/>`).FindStringSubmatch(shape)
		who := head.FindStringSubmatch(shape)
		shapes[int(number(who[1]))] = shapeAt{int(number(who[1])), html.UnescapeString(who[2]), number(at[1]), number(at[2]), number(at[3]), number(at[4])}
	}
	ends := regexp.MustCompile(`<a:stCxn id="(\d+)" idx="[0-3]"/><a:endCxn id="(\d+)" idx="[0-3]"/>`)
	for _, line := range regexp.MustCompile(`<p:cxnSp>.*?</p:cxnSp>`).FindAllString(string(slide), -1) {
		if found := ends.FindStringSubmatch(line); found != nil {
			pieces = append(pieces, piece{html.UnescapeString(head.FindStringSubmatch(line)[2]), int(number(found[1])), int(number(found[2]))})
		}
	}
	return shapes, pieces
}

// whole joins the pieces of each line at its joints, which have the name of the line.
func whole(shapes map[int]shapeAt, pieces []piece) (lines []piece) {
	for _, p := range pieces {
		if last := len(lines) - 1; last >= 0 && lines[last].To == p.From && shapes[p.From].Name == p.Name {
			lines[last].To = p.To
		} else {
			lines = append(lines, p)
		}
	}
	return lines
}

func TestSlidesHaveCardsAndConnectors(t *testing.T) {
	parts := opctest.Parts(t, slidesOf(t, mustNew(t, meridiano()), Stakeholders{}, nil))
	slide := string(parts["ppt/slides/slide1.xml"])
	for _, c := range meridiano().Contacts {
		if c.Name != "" && c.Title != "" {
			assert.Contains(t, slide, "<a:t>"+c.Name+"</a:t>")
			assert.Contains(t, slide, `name="`+c.Name+`" descr="`+c.Name+"&#xA;", "a card is a group with a description")
		}
	}
	lines := whole(frames(t, parts["ppt/slides/slide1.xml"]))
	d, err := Layout(t.Context(), mustNew(t, meridiano()), Stakeholders{}, nil)
	require.NoError(t, err)
	assert.Regexp(t, `<p:ph type="title"/>.*?<a:t>Grupo Meridiano · 3 units hang by a thread; `, slide, "the headline, in a line or two")
	assert.Len(t, lines, len(d.picture.Input.Graph.Edges))
	assert.Contains(t, string(parts["ppt/notesSlides/notesSlide1.xml"]), "Stakeholders as of 1 November 2026")
	full := opctest.Parts(t, slidesOf(t, mustNew(t, accountmaptest.Full()), Stakeholders{}, nil))
	assert.Regexp(t, `Target="mailto:[^"]+" TargetMode="External"/>`, string(full["ppt/slides/_rels/slide1.xml.rels"]))
}

// TestEveryConnectorJoinsItsCards checks a large account on many slides: each line ends on shapes
// in the groups of its two cards.
func TestEveryConnectorJoinsItsCards(t *testing.T) {
	norace.Only(t)
	m := mustNew(t, accountmaptest.Generate(1, accountmaptest.Typical(120)))
	opts := &Options{Paper: paper.Slide()}
	set, err := Pages(t.Context(), m, Stakeholders{}, opts)
	require.NoError(t, err)
	parts := opctest.Parts(t, slidesOf(t, m, Stakeholders{}, opts))
	lines := 0
	for i, d := range set.drawings {
		shapes, pieces := frames(t, parts["ppt/slides/slide"+strconv.Itoa(i+1)+".xml"])
		g := d.picture.Input.Graph
		var want, got []string
		for _, e := range g.Edges {
			want = append(want, g.Nodes[e.From].Label+" - "+g.Nodes[e.To].Label)
		}
		for _, line := range whole(shapes, pieces) {
			got = append(got, shapes[line.From].Name+" - "+shapes[line.To].Name)
			lines++
		}
		slices.Sort(want)
		slices.Sort(got)
		assert.Equal(t, want, got, d.Title())
	}
	assert.Greater(t, lines, 100)
	assert.Contains(t, string(parts["ppt/slides/_rels/slide1.xml.rels"]), `Target="slide2.xml"`, "the overview leads to the pages")
}

// TestBrokenWordsStayBroken checks the line breaks of names. A program breaks names at spaces
// itself. A word without a space is broken as on the map, since it may otherwise need another line.
func TestBrokenWordsStayBroken(t *testing.T) {
	const word, words = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenkasse", "Maximiliane Friederike von Schwarzenberger zu Hohenstein"
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "One"}, Units: []accountmap.Unit{{ID: "u", Name: "Unit"}},
		Contacts: []accountmap.Contact{{ID: "a", Name: word, Unit: "u"}, {ID: "b", Name: words, Unit: "u"}, {ID: "c", Name: strings.Repeat("東京工場購買部", 5), Unit: "u"}}}
	slide := string(opctest.Parts(t, slidesOf(t, mustNew(t, a), Stakeholders{}, nil))["ppt/slides/slide1.xml"])
	assert.NotContains(t, slide, "<a:t>"+word)
	assert.Contains(t, slide, "<a:t>Donaudampf")
	assert.Contains(t, slide, "<a:t>"+words+"</a:t>")
	assert.Contains(t, slide, "<a:t>"+a.Contacts[2].Name+"</a:t>", "Chinese is broken anywhere")
}

// TestLinesKeepTheirDistance checks that the lines of a name are as far apart on a slide as on the
// map, where a font that lacks letters would change the distance.
func TestLinesKeepTheirDistance(t *testing.T) {
	const name = "Maximiliane שלום Friederike von Schwarzenberger zu Hohenstein"
	m := mustNew(t, &accountmap.Account{Profile: accountmap.Profile{Name: "One"}, Contacts: []accountmap.Contact{{ID: "a", Name: name}}})
	slide := string(opctest.Parts(t, slidesOf(t, m, Stakeholders{}, nil))["ppt/slides/slide1.xml"])
	found := regexp.MustCompile(`<a:lnSpc><a:spcPts val="(\d+)"/></a:lnSpc></a:pPr><a:r><a:rPr lang="en" sz="(\d+)" b="1">.*?</a:rPr><a:t>` + name).FindStringSubmatch(slide)
	require.NotNil(t, found, slide)
	number := func(s string) float64 {
		n, err := strconv.ParseFloat(s, 64)
		require.NoError(t, err)
		return n
	}
	lines := regexp.MustCompile(`<text x="[^"]*" y="([^"]*)" font-size="([^"]*)" font-weight="bold"[^>]*>(?:Maximiliane|[^<]*Schwarzenberger)`).FindAllStringSubmatch(drawnInEvery(t, m, Stakeholders{}, "lines")[SVG], -1)
	require.Len(t, lines, 2)
	assert.InDelta(t, (number(lines[1][1])-number(lines[0][1]))/number(lines[0][2]), number(found[1])/number(found[2]), 0.01)
}

// TestClientSlidesHaveNoInternalWords checks slides, notes and properties.
func TestClientSlidesHaveNoInternalWords(t *testing.T) {
	norace.Only(t)
	ours := mustNew(t, clientAccount())
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		read := func(m *accountmap.Map) string {
			var all strings.Builder
			for name, part := range opctest.Parts(t, slidesOf(t, m, Stakeholders{Labels: true}, &Options{Terms: words})) {
				if !strings.Contains(name, "theme") && !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" { // words of the format
					all.Write(bytes.ReplaceAll(part, []byte("2006/relationships"), nil))
				}
			}
			return all.String()
		}
		assert.Empty(t, accountmaptest.Said(read(ours.Select(toClient)), accountmaptest.OursAlone(words)), language)
		assert.NotEmpty(t, accountmaptest.Said(read(ours), accountmaptest.OursAlone(words)), language)
	}
}

// TestLinesFollowAMovedCard moves a card in the file, and checks that its lines end on it after
// LibreOffice has opened the slide.
func TestLinesFollowAMovedCard(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	parts := opctest.Parts(t, slidesOf(t, mustNew(t, meridiano()), Stakeholders{}, nil))
	const name, by = "Jörg Müller", 500_000
	slide := string(parts["ppt/slides/slide1.xml"])
	group := regexp.MustCompile(`(name="` + name + `" [^>]*>(?:<a:hlinkClick[^>]*></p:cNvPr>|<a:hlinkClick[^>]*/></p:cNvPr>)?<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="\d+" y=")(\d+)`)
	require.Len(t, group.FindAllString(slide, -1), 1)
	slide = group.ReplaceAllStringFunc(slide, func(s string) string {
		found := group.FindStringSubmatch(s)
		y, err := strconv.Atoi(found[2])
		require.NoError(t, err)
		return found[1] + strconv.Itoa(y+by)
	})
	parts["ppt/slides/slide1.xml"] = []byte(slide)
	shapes, pieces := frames(t, []byte(slide))
	opened := string(opctest.Convert(t, "pptx", "fodp", opctest.Zip(t, parts))[0])
	found, seen := 0, map[string]int{}
	for _, line := range pieces {
		tags := regexp.MustCompile(`<draw:connector draw:name="`+regexp.QuoteMeta(line.Name)+`"[^>]* svg:d="([^"]*)"`).FindAllStringSubmatch(opened, -1)
		require.Greater(t, len(tags), seen[line.Name], line)
		course := opctest.Course(t, tags[seen[line.Name]][1])
		seen[line.Name]++
		for i, end := range []int{line.From, line.To} {
			shape := shapes[end]
			if shape.Name != name {
				continue
			}
			found++
			at := course[i*(len(course)-1)]
			const slack = 3 // hundredths of a millimetre
			left, top := float64(shape.X)/360, float64(shape.Y+by)/360
			right, bottom := left+float64(shape.W)/360, top+float64(shape.H)/360
			assert.True(t, at[0] > left-slack && at[0] < right+slack && at[1] > top-slack && at[1] < bottom+slack, "%v ends at %v and not on %v", line, at, shape)
			assert.Less(t, min(abs(at[0]-left), abs(at[0]-right), abs(at[1]-top), abs(at[1]-bottom)), float64(slack), "%v ends on the border", line)
		}
	}
	assert.GreaterOrEqual(t, found, 2)
}

func abs(v float64) float64 { return max(v, -v) }

// TestSlidesOfEveryView checks that equal maps give equal bytes, in every view.
func TestSlidesOfEveryView(t *testing.T) {
	for _, view := range Views() {
		m := mustNew(t, accountmaptest.Full())
		first := slidesOf(t, m, view.View, nil)
		assert.True(t, bytes.Equal(first, slidesOf(t, m, view.View, nil)), view.Name)
		assert.NotContains(t, string(opctest.Parts(t, first)["ppt/slides/slide1.xml"]), "NaN")
	}
}

// BenchmarkSlides lays out and writes the slides of 60 people.
func BenchmarkSlides(b *testing.B) {
	m := mustNew(b, accountmaptest.Generate(1, accountmaptest.Typical(60)))
	b.Run("draw", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			require.NoError(b, Draw(context.Background(), io.Discard, m, Stakeholders{}, PPTX, nil))
		}
	})
	set, err := Pages(b.Context(), m, Stakeholders{}, &Options{Paper: paper.Slide()})
	require.NoError(b, err)
	b.Run("write", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			require.NoError(b, set.Write(io.Discard, PPTX))
		}
	})
}

// heapWriter accepts a file and keeps the largest live heap during its calls.
type heapWriter struct{ peak uint64 }

func (w *heapWriter) Write(p []byte) (int, error) {
	w.peak = max(w.peak, liveHeap())
	return len(p), nil
}

func liveHeap() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

func TestSlidesAreWrittenOneByOne(t *testing.T) {
	need := func(people, slides int) uint64 {
		set, err := Pages(t.Context(), mustNew(t, accountmaptest.Generate(1, accountmaptest.Typical(people))), Stakeholders{}, &Options{Paper: paper.Slide()})
		require.NoError(t, err)
		require.Len(t, set.Drawings(), slides)
		liveHeap() // twice, since a sync.Pool survives one collection
		before := liveHeap()
		var w heapWriter
		require.NoError(t, set.Write(&w, PPTX))
		runtime.KeepAlive(set)
		return w.peak - before
	}
	one, thirty := need(12, 1), need(300, 30)
	t.Logf("%d bytes for one slide, %d for thirty", one, thirty)
	assert.Less(t, thirty, one+one/2)
}
