package presentation_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/internal/opc/opctest"
	"github.com/accountatlas/accountatlas/internal/presentation"
)

// everything returns a file with an object of every kind, and a text in every text field.
func everything(text string) *presentation.File {
	box := presentation.Box{X: 1 << 20, Y: 1 << 20, W: 1 << 20, H: 1 << 18}
	words := &presentation.Text{Paragraphs: []presentation.Paragraph{
		{Runs: []presentation.Run{{Text: text, Size: 12, Bold: true, Colour: "#112233"}}},
		{Align: presentation.AlignRight, Bullet: true, Before: 4, Leading: 14, Runs: []presentation.Run{{Text: "mail", Link: "mailto:a@b.example"}}},
	}}
	return &presentation.File{
		Title: text, Subject: text, Width: 960, Height: 540, Colours: presentation.Colours{Ink: "#112233", Ground: "#FFFFFF"},
		Slides: []presentation.Slide{{
			ID: "one", Notes: []string{text}, Links: []string{"mailto:a@b.example", "#two", "javascript:alert(1)", "#three", "https://a.example/?b&c"},
			Draw: func(c *presentation.Canvas) {
				frame := c.Reserve()
				c.Add(&presentation.Shape{Head: presentation.Head{Name: text}, Box: box, Geometry: presentation.Geometry{Preset: "rect"}, Text: words, Title: true})
				c.Group(presentation.Head{Name: text, Alt: text, Link: "#two"}, box, func() {
					c.Add(&presentation.Shape{Head: presentation.Head{ID: frame, Name: text, Link: "#two"}, Box: box, Fill: "#FFFFFF",
						Line: presentation.Line{Colour: "#112233", Width: 12700, Dash: []int64{12700, 6350}},
						Geometry: presentation.Geometry{
							Outline: []presentation.Step{{To: presentation.Point{X: box.X, Y: box.Y}},
								{Op: presentation.LineTo, To: presentation.Point{X: box.X + box.W, Y: box.Y + box.H}},
								{Op: presentation.CubicTo, C1: presentation.Point{X: box.X, Y: box.Y}, C2: presentation.Point{X: box.X, Y: box.Y}, To: presentation.Point{X: box.X, Y: box.Y + box.H}},
								{Op: presentation.Close}}}})
				})
				c.Add(&presentation.Shape{Head: presentation.Head{Name: "pill", Link: "javascript:alert(1)"}, Box: box, Geometry: presentation.Geometry{Preset: "roundRect", Round: 1 << 30}, Fill: "red"})
				c.Connect(&presentation.Connector{Head: presentation.Head{Name: text, Alt: text}, From: presentation.End{ID: frame, Side: presentation.Right}, To: presentation.End{ID: frame, Side: presentation.Bottom},
					Points: []presentation.Point{{X: 0, Y: 0}, {X: 0, Y: 127000}, {X: 127000, Y: 127000}}, Line: presentation.Line{Colour: "#112233", Width: 12700, Arrow: 63500}})
			},
		}, {ID: "two", Draw: func(*presentation.Canvas) {}}},
	}
}

func write(t testing.TB, f *presentation.File) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, f.Write(&b))
	return b.Bytes()
}

func TestEverythingIsValid(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	small := &presentation.File{Width: 10, Height: 1e9, Slides: []presentation.Slide{{Draw: func(*presentation.Canvas) {}}}}
	for name, faults := range opctest.Faults(t, map[string][]byte{"everything.pptx": write(t, everything("Ελένη & <Co>")), "small.pptx": write(t, small)}) {
		assert.Empty(t, faults, name)
	}
}

func TestLinks(t *testing.T) {
	parts := opctest.Parts(t, write(t, everything("x")))
	related := string(parts["ppt/slides/_rels/slide1.xml.rels"])
	assert.Contains(t, related, `relationships/hyperlink" Target="mailto:a@b.example" TargetMode="External"/>`)
	assert.Contains(t, related, `Target="https://a.example/?b&amp;c" TargetMode="External"/>`)
	assert.Contains(t, related, `relationships/slide" Target="slide2.xml"/>`)
	assert.NotContains(t, related, "javascript")
	assert.NotContains(t, related, "three")
	slide := string(parts["ppt/slides/slide1.xml"])
	assert.Equal(t, 2, strings.Count(slide, "ppaction://hlinksldjump"), "the group and its frame lead to the slide")
	assert.Equal(t, 3, strings.Count(slide, "<a:hlinkClick "), "and the mail address is a link")
}

func TestColoursOfTheTheme(t *testing.T) {
	parts := opctest.Parts(t, write(t, everything("x")))
	assert.Contains(t, string(parts["ppt/theme/theme1.xml"]), `<a:dk1><a:srgbClr val="112233"/></a:dk1>`)
	slide := string(parts["ppt/slides/slide1.xml"])
	assert.NotContains(t, slide, "112233", "a colour of the theme is named")
	assert.Contains(t, slide, `<a:schemeClr val="tx1"/>`)
	assert.Contains(t, slide, `<a:srgbClr val="000000"/>`, "what is not a colour is black")
}

func TestEqualFilesAreEqualBytes(t *testing.T) {
	assert.Equal(t, write(t, everything("x")), write(t, everything("x")))
}

// TestLibreOfficeDrawsCourses draws courses of every kind between two shapes. LibreOffice's own
// route would differ, since it ignores the adjustments of bent connectors.
func TestLibreOfficeDrawsCourses(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	const u = 360_000 // a centimetre
	courses := map[string][]presentation.Point{
		"straight":     {{X: 3 * u, Y: 2 * u}, {X: 9 * u, Y: 2 * u}},
		"one bend":     {{X: 2 * u, Y: 3 * u}, {X: 2 * u, Y: 9 * u}, {X: 5 * u, Y: 9 * u}},
		"halfway":      {{X: 3 * u, Y: 2 * u}, {X: 5 * u, Y: 2 * u}, {X: 5 * u, Y: 4 * u}, {X: 7 * u, Y: 4 * u}},
		"not halfway":  {{X: 3 * u, Y: 2 * u}, {X: 4 * u, Y: 2 * u}, {X: 4 * u, Y: 6 * u}, {X: 12 * u, Y: 6 * u}},
		"beside":       {{X: 1 * u, Y: 2 * u}, {X: u / 2, Y: 2 * u}, {X: u / 2, Y: 9 * u}, {X: 1 * u, Y: 9 * u}},
		"below others": {{X: 3 * u, Y: 2 * u}, {X: 4 * u, Y: 2 * u}, {X: 4 * u, Y: 8 * u}, {X: 15 * u, Y: 8 * u}, {X: 15 * u, Y: 2 * u}, {X: 16 * u, Y: 2 * u}},
		"around":       {{X: 2 * u, Y: 3 * u}, {X: 2 * u, Y: 4 * u}, {X: 9 * u, Y: 4 * u}, {X: 9 * u, Y: u / 2}, {X: 5 * u, Y: u / 2}, {X: 5 * u, Y: u}},
	}
	file := &presentation.File{Title: "Lines", Width: 960, Height: 540}
	for _, name := range slices.Sorted(maps.Keys(courses)) {
		file.Slides = append(file.Slides, presentation.Slide{ID: name, Draw: func(c *presentation.Canvas) {
			points := courses[name]
			end := func(at, next presentation.Point) presentation.End {
				e, box := presentation.End{ID: c.Reserve()}, presentation.Box{X: at.X - u, Y: at.Y - u, W: 2 * u, H: 2 * u}
				switch {
				case next.X > at.X:
					e.Side, box.X = presentation.Right, at.X-2*u
				case next.X < at.X:
					e.Side, box.X = presentation.Left, at.X
				case next.Y > at.Y:
					e.Side, box.Y = presentation.Bottom, at.Y-2*u
				default:
					e.Side, box.Y = presentation.Top, at.Y
				}
				c.Add(&presentation.Shape{Head: presentation.Head{ID: e.ID}, Box: box, Geometry: presentation.Geometry{Preset: "rect"}, Fill: "#EEEEEE"})
				return e
			}
			n := len(points)
			c.Connect(&presentation.Connector{Head: presentation.Head{Name: name}, From: end(points[0], points[1]), To: end(points[n-1], points[n-2]),
				Points: points, Line: presentation.Line{Colour: "#112233", Width: 12700}})
		}})
	}
	drawn := string(opctest.Convert(t, "pptx", "fodp", write(t, file))[0])
	for name, want := range courses {
		var got [][2]float64
		for _, tag := range regexp.MustCompile(`<draw:connector draw:name="`+name+`"[^>]* svg:d="([^"]*)"`).FindAllStringSubmatch(drawn, -1) {
			got = append(got, opctest.Course(t, tag[1])...)
		}
		across := func(points [][2]float64) (length float64) {
			for i := range len(points) - 1 {
				length += math.Abs(points[i+1][0]-points[i][0]) + math.Abs(points[i+1][1]-points[i][1])
			}
			return length
		}
		var corners [][2]float64
		for _, p := range want {
			corners = append(corners, [2]float64{float64(p.X) / 360, float64(p.Y) / 360})
		}
		const slack = 3 // hundredths of a millimetre
		for _, corner := range corners {
			assert.True(t, slices.ContainsFunc(got, func(p [2]float64) bool { return math.Hypot(p[0]-corner[0], p[1]-corner[1]) < slack }), "%s: no corner at %v of %v", name, corner, got)
		}
		assert.InDelta(t, across(corners), across(got), slack*float64(len(got)), name)
	}
}

func TestErrors(t *testing.T) {
	assert.EqualError(t, (&presentation.File{Width: 1, Height: 1}).Write(io.Discard), "PPTX: a presentation needs at least one slide")
	unsized := everything("x")
	unsized.Height = math.NaN()
	assert.ErrorContains(t, unsized.Write(io.Discard), "is not the size of a slide")
}

// FuzzText writes any text as name, description, title, text and note. Every part stays
// well-formed, and a reader gets the text unchanged, without bidirectional control
// characters, unless XML cannot hold it.
func FuzzText(f *testing.F) {
	for _, text := range []string{"Ana", `</a:t><a:t>`, "]]>&amp;\"'", "a\nb", "\x00\xff\uFFFE", "_x0041_", "שלום 👩‍👩‍👧", "\u2028", "\t \r", "\u202Eevil"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		parts := opctest.Parts(t, write(t, everything(text)))
		for name, part := range parts {
			assertWellFormed(t, name, part)
		}
		var said strings.Builder
		d := xml.NewDecoder(bytes.NewReader(parts["ppt/slides/slide1.xml"]))
		for {
			token, err := d.Token()
			if err != nil {
				break
			}
			if letters, ok := token.(xml.CharData); ok {
				said.Write(letters)
			}
		}
		if !strings.ContainsFunc(text, func(r rune) bool { return !cleantext.Fit(r) }) && utf8.ValidString(text) {
			assert.Equal(t, cleantext.Undirected(text)+"mail", strings.TrimPrefix(said.String(), "\n"))
		}
	})
}

func assertWellFormed(t *testing.T, name string, part []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		_, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s is not well-formed: %v", name, err)
		}
	}
}
