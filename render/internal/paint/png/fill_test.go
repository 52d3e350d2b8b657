package png

import (
	"image"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// painted returns the coverage of each pixel of a canvas by the shape.
func painted(t testing.TB, s *shape, width, height int) *image.Alpha {
	c := canvas{width: width, height: height}
	c.mark(mark{shape: s})
	out := image.NewAlpha(image.Rect(0, 0, width, height))
	require.NoError(t, c.paint(t.Context(), false, func(b *band) error {
		for y := b.Rect.Min.Y; y < b.Rect.Max.Y; y++ {
			for x := range width {
				out.Pix[out.PixOffset(x, y)] = b.Pix[b.PixOffset(x, y)+3]
			}
		}
		return nil
	}))
	return out
}

// counted returns the same coverage, computed slowly: the winding number of the outline around many
// points in each pixel.
func counted(s *shape, width, height int) *image.Alpha {
	const n = 16
	out := image.NewAlpha(image.Rect(0, 0, width, height))
	for y := range height {
		hits := make([]int, width)
		for i := range n {
			level := float64(y) + (float64(i)+0.5)/n
			turns := make([]int, width*n+1)
			for _, e := range s.edges {
				y0, y1 := float64(e.y0), float64(e.y1)
				if (y0 <= level) == (y1 <= level) {
					continue
				}
				x := float64(e.x0) + float64(e.x1-e.x0)*(level-y0)/(y1-y0)
				at := max(0, min(width*n, int(math.Ceil(x*n-0.5))))
				if y0 < y1 {
					turns[at]++
				} else {
					turns[at]--
				}
			}
			winding := 0
			for x := range width * n {
				if winding += turns[x]; winding != 0 {
					hits[x/n]++
				}
			}
		}
		for x, h := range hits {
			out.Pix[out.PixOffset(x, y)] = uint8(h * 255 / (n * n))
		}
	}
	return out
}

// tolerance is the allowed error of a pixel, out of 255. Both the count of 16 by 16 points and the
// rasterizer's integers are slightly inexact in corners.
const tolerance = 20

// apart returns the largest difference between two masks.
func apart(a, b *image.Alpha) int {
	most := 0
	for i := range a.Pix {
		most = max(most, int(a.Pix[i])-int(b.Pix[i]), int(b.Pix[i])-int(a.Pix[i]))
	}
	return most
}

func rectangle(x, y, w, h float64) []dot {
	return []dot{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
}

// ellipse returns an ellipse as a Bézier outline.
func ellipse(x, y, rx, ry float64) []scene.Segment {
	const k = 0.5523
	p := func(dx, dy float64) geom.Point { return geom.Point{X: x + dx*rx, Y: y + dy*ry} }
	return []scene.Segment{
		{Op: scene.Move, To: p(0, -1)},
		{Op: scene.Cubic, C1: p(k, -1), C2: p(1, -k), To: p(1, 0)},
		{Op: scene.Cubic, C1: p(1, k), C2: p(k, 1), To: p(0, 1)},
		{Op: scene.Cubic, C1: p(-k, 1), C2: p(-1, k), To: p(-1, 0)},
		{Op: scene.Cubic, C1: p(-1, -k), C2: p(-k, -1), To: p(0, -1)},
		{Op: scene.Close},
	}
}

// TestFillCoversTheOutline compares the coverage by tiles and bands with a count point by point.
func TestFillCoversTheOutline(t *testing.T) {
	const width, height = 230, 210
	ring := func(x, y, w, h, thick float64) [][]dot {
		hole := rectangle(x+thick, y+thick, w-2*thick, h-2*thick)
		return [][]dot{rectangle(x, y, w, h), {hole[3], hole[2], hole[1], hole[0]}}
	}
	round := func(x, y, rx, ry float64) [][]dot {
		var all [][]dot
		for _, t := range flatten(ellipse(x, y, rx, ry), 1) {
			all = append(all, t.dots)
		}
		return all
	}
	shapes := map[string][][]dot{
		"a pixel":             {rectangle(10, 10, 1, 1)},
		"between pixels":      {rectangle(10.3, 11.7, 0.6, 0.45)},
		"a large rectangle":   {rectangle(3.25, 5.5, 200.5, 180.75)},
		"larger than all":     {rectangle(-500, -700, 3000, 3000)},
		"a ring":              ring(7.4, 9.6, 190, 170, 1.3),
		"a ring off the page": ring(-40, -30, 400, 180, 2.6),
		"a circle":            round(110, 100, 90, 90),
		"an ellipse half out": round(20, 190, 120, 60),
		"a wedge":             {{{5, 5}, {220, 90.5}, {6, 8}}},
		"a sliver":            {{{0, 0}, {230, 209}, {229, 210}}},
		"a star":              {{{100, 10}, {125, 80}, {200, 82}, {140, 125}, {160, 200}, {100, 155}, {40, 200}, {60, 125}, {5, 82}, {75, 80}}},
		"on the tiles' sides": {rectangle(32, 64, 64, 64)},
		"two":                 {rectangle(10, 10, 50.5, 60), rectangle(130.5, 90, 60, 100)},
	}
	for name, outlines := range shapes {
		for _, back := range []bool{false, true} {
			var s shape
			for _, o := range outlines {
				if back {
					turned := make([]dot, len(o))
					for i, p := range o {
						turned[len(o)-1-i] = p
					}
					o = turned
				}
				s.add(o)
			}
			assert.LessOrEqual(t, apart(painted(t, &s, width, height), counted(&s, width, height)), tolerance, "%s, backwards %v", name, back)
		}
	}
}

// TestFillTakesAnyTriangle paints triangles of all sizes and places.
func TestFillTakesAnyTriangle(t *testing.T) {
	const width, height = 150, 140
	random := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		reach := math.Pow(10, 1+2*random.Float64())
		corner := func() dot {
			return dot{width/2 + (random.Float64()-0.5)*reach, height/2 + (random.Float64()-0.5)*reach}
		}
		var s shape
		s.add([]dot{corner(), corner(), corner()})
		require.LessOrEqual(t, apart(painted(t, &s, width, height), counted(&s, width, height)), tolerance, "%v", s.edges)
	}
}

// TestFillIgnoresCoordinatesOutside fills outlines with coordinates outside any picture.
func TestFillIgnoresCoordinatesOutside(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e30, -1e9} {
		var s shape
		s.add([]dot{{1, 1}, {v, 5}, {3, 8}})
		s.add([]dot{{1, 1}, {5, v}, {3, 8}})
		assert.Empty(t, s.edges, "%v", v)
	}
}

func TestInkOver(t *testing.T) {
	for _, test := range []struct {
		under [4]byte
		cover byte
		want  [4]byte
	}{
		{[4]byte{255, 255, 255, 255}, 255, [4]byte{10, 20, 30, 255}},
		{[4]byte{255, 255, 255, 255}, 0, [4]byte{255, 255, 255, 255}},
		{[4]byte{255, 255, 255, 255}, 128, [4]byte{132, 137, 142, 255}},
		{[4]byte{}, 128, [4]byte{10, 20, 30, 128}},
		{[4]byte{}, 0, [4]byte{}},
		{[4]byte{200, 100, 0, 100}, 100, [4]byte{82, 50, 19, 161}}, // 100/255 over (1 - 100/255) of 100/255
	} {
		pixel := test.under
		over(rgb.Colour{R: 10, G: 20, B: 30}, pixel[:], test.cover)
		assert.Equal(t, test.want, pixel, "%v under %d", test.under, test.cover)
	}
	for v := range uint32(255*255 + 1) {
		require.Equal(t, byte((2*v+255)/510), part(v))
	}
}
