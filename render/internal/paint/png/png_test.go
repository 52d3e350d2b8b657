package png_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/color"
	stdpng "image/png"
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint/painttest"
	"github.com/accountatlas/accountatlas/render/internal/paint/png"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

func pngOf(t testing.TB, s *scene.Scene, o *png.Options) []byte {
	var b bytes.Buffer
	require.NoError(t, png.Write(t.Context(), &b, s, o))
	return b.Bytes()
}

func pixels(t testing.TB, s *scene.Scene, o *png.Options) image.Image {
	picture, err := stdpng.Decode(bytes.NewReader(pngOf(t, s, o)))
	require.NoError(t, err)
	return picture
}

func colourAt(picture image.Image, x, y int) color.NRGBA {
	return color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA)
}

var white = color.NRGBA{255, 255, 255, 255}

// chunk returns the data of the only chunk with a name in a PNG.
func chunk(t testing.TB, data []byte, name string) []byte {
	at := bytes.Index(data, []byte(name))
	require.Positive(t, at, name)
	require.Equal(t, at, bytes.LastIndex(data, []byte(name)), name)
	return data[at+4:][:binary.BigEndian.Uint32(data[at-4:])]
}

func TestPNGHasTheRequestedResolution(t *testing.T) {
	s := &scene.Scene{Width: 100.3, Height: 50, Ground: "#102030"}
	for dpi, want := range map[int]struct{ width, height, perMetre int }{
		0: {201, 100, 5669}, 72: {101, 50, 2835}, 96: {134, 67, 3780}, 144: {201, 100, 5669}, 300: {418, 209, 11811}, 1: {2, 1, 39},
	} {
		data := pngOf(t, s, &png.Options{DPI: dpi})
		picture, err := stdpng.Decode(bytes.NewReader(data))
		require.NoError(t, err)
		assert.Equal(t, image.Rect(0, 0, want.width, want.height), picture.Bounds(), "%d DPI", dpi)
		size := chunk(t, data, "pHYs")
		assert.EqualValues(t, want.perMetre, binary.BigEndian.Uint32(size))
		assert.EqualValues(t, want.perMetre, binary.BigEndian.Uint32(size[4:]))
		assert.EqualValues(t, 1, size[8], "by the metre")
		for y := range want.height {
			for x := range want.width {
				require.Equal(t, color.NRGBA{0x10, 0x20, 0x30, 255}, colourAt(picture, x, y), "the ground goes to the last pixel")
			}
		}
	}
}

func TestPNGWithoutGround(t *testing.T) {
	s := &scene.Scene{Width: 40, Height: 20, Ground: "#102030", Items: []scene.Item{
		scene.Path{Segments: painttest.Box(10, 5, 20, 10), Fill: "#C2410C"},
	}}
	picture := pixels(t, s, &png.Options{DPI: 72, Transparent: true})
	assert.Equal(t, color.NRGBA{}, colourAt(picture, 0, 0))
	assert.Equal(t, color.NRGBA{}, colourAt(picture, 39, 19))
	assert.Equal(t, color.NRGBA{0xC2, 0x41, 0x0C, 255}, colourAt(picture, 20, 10))
	assert.Equal(t, color.NRGBA{0x10, 0x20, 0x30, 255}, colourAt(pixels(t, s, &png.Options{DPI: 72}), 0, 0))
	s.Ground = ""
	assert.Equal(t, white, colourAt(pixels(t, s, nil), 0, 0))
}

// TestPNGShowsEachPath checks every path of a map with one of everything, on its fill and on its
// line.
func TestPNGShowsEachPath(t *testing.T) {
	norace.Only(t)
	s := painttest.Compose(t, scenetest.Small())
	all := pixels(t, s, &png.Options{DPI: 72})
	var visit func(items []scene.Item)
	paths, texts := 0, 0
	visit = func(items []scene.Item) {
		for i, item := range items {
			switch item := item.(type) {
			case scene.Group:
				visit(item.Items)
			case scene.Path, scene.Text:
				kept := items[i]
				items[i] = scene.Path{}
				without := pixels(t, s, &png.Options{DPI: 72})
				items[i] = kept
				assert.Greater(t, different(all, without), 3, "%+v can be seen", item)
				if _, ok := item.(scene.Text); ok {
					texts++
				} else {
					paths++
				}
			}
		}
	}
	visit(s.Items)
	assert.Greater(t, paths, 30)
	assert.Greater(t, texts, 20)
}

// different returns the number of pixels in which two pictures of one size differ.
func different(a, b image.Image) int {
	n := 0
	of := func(m image.Image) []byte { return m.(*image.RGBA).Pix } // the type of a decoded opaque PNG
	for i := 0; i < len(of(a)); i += 4 {
		if !bytes.Equal(of(a)[i:i+4], of(b)[i:i+4]) {
			n++
		}
	}
	return n
}

// TestPNGShowsEveryLetter checks that every letter is visible, as a box if the font lacks it.
func TestPNGShowsEveryLetter(t *testing.T) {
	for _, letter := range "AgñÁßçΩελήΐςЖя€…·—“”漢字かשم🙂👩🇪￼�\u0337\u0360" {
		ink := letterInk(t, string(letter), scene.Start)
		assert.Greater(t, ink, 15.0, "%q %U", letter, letter)
	}
	for _, nothing := range []string{" ", "\u00a0", "\u200d", "\ufe0f", "\u202e", "\u2066", "\ufeff"} {
		assert.Zero(t, letterInk(t, nothing, scene.Start), "%q", nothing)
	}
	assert.Equal(t, letterInk(t, "é", scene.Start), letterInk(t, "e\u0301", scene.Start), "an accent joins its letter")
}

// letterInk returns the number of pixels that a text of 20 points covers at 144 DPI.
func letterInk(t *testing.T, text string, anchor scene.Anchor) float64 {
	s := &scene.Scene{Width: 200, Height: 40, Items: []scene.Item{
		scene.Text{At: geom.Point{X: 100, Y: 25}, Font: typeset.Font{Size: 20}, Fill: "#000000", Anchor: anchor, String: text},
	}}
	sum := 0.0
	picture := pixels(t, s, nil)
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			sum += 1 - float64(colourAt(picture, x, y).G)/255
		}
	}
	return sum
}

// TestPNGAnchorsTexts checks that a text is at the side of its point that its anchor requires.
func TestPNGAnchorsTexts(t *testing.T) {
	m, err := typeset.NewMeasurer()
	require.NoError(t, err)
	width := 3 * float64(m.Glyph('H', typeset.Font{}).Advance) * 20 / typeset.UnitsPerEm
	for anchor, begin := range map[scene.Anchor]float64{scene.Start: 100, scene.Middle: 100 - width/2, scene.End: 100 - width} {
		s := &scene.Scene{Width: 200, Height: 40, Items: []scene.Item{
			scene.Text{At: geom.Point{X: 100, Y: 25}, Font: typeset.Font{Size: 20}, Fill: "#000000", Anchor: anchor, String: "HHH"},
		}}
		picture := pixels(t, s, nil)
		left, right := math.Inf(1), math.Inf(-1)
		for y := range picture.Bounds().Dy() {
			for x := range picture.Bounds().Dx() {
				if colourAt(picture, x, y) != white {
					left, right = min(left, float64(x)/2), max(right, float64(x+1)/2)
				}
			}
		}
		const bearing = 1.5 // between the sides of a letter and its ink
		assert.InDelta(t, begin+bearing, left, 1, "anchor %d", anchor)
		assert.InDelta(t, begin+width-bearing, right, 1, "anchor %d", anchor)
	}
}

func TestPNGOfHostileTexts(t *testing.T) {
	norace.Only(t)
	for _, text := range append(scenetest.Hostile(), "\x00", "a\xff", "\ufffe", strings.Repeat("\u0301", 900)) {
		g := scenetest.Small()
		g.Title, g.Nodes[0].Label, g.Groups[0].Label = text, text, text
		s := painttest.Compose(t, g)
		assert.Equal(t, pngOf(t, s, nil), pngOf(t, s, nil), "the same bytes each time")
		s.Items = append(s.Items, scene.Text{At: geom.Point{X: 20, Y: 20}, Font: typeset.Font{Size: 9}, Fill: "#000000", String: text})
		pixels(t, s, nil)
	}
}

// TestAPNGStops checks that a PNG ends with its context, after some bands or before the first.
func TestAPNGStops(t *testing.T) {
	s := &scene.Scene{Width: 10, Height: 5000}
	for _, bands := range []int{0, 3} {
		var b bytes.Buffer
		ctx := &ending{Context: t.Context(), asked: bands}
		assert.ErrorIs(t, png.Write(ctx, &b, s, nil), context.Canceled)
		assert.Zero(t, b.Len())
	}
}

// ending is a context that is cancelled after some questions.
type ending struct {
	context.Context
	mu    sync.Mutex
	asked int
}

func (e *ending) Err() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.asked--; e.asked < 0 {
		return context.Canceled
	}
	return nil
}

func TestEveryFailingWriterFailsAPNG(t *testing.T) {
	s := &scene.Scene{Width: 10, Height: 10}
	for n := range len(pngOf(t, s, nil)) {
		assert.ErrorIs(t, png.Write(t.Context(), &painttest.Failing{N: n}, s, nil), painttest.ErrFull)
	}
	assert.NoError(t, png.Write(t.Context(), &painttest.Failing{N: len(pngOf(t, s, nil))}, s, nil))
}
