package presentation

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// drawn returns the points of a preset as defined by ISO 29500-1: in the frame of its box,
// mirrored, then rotated about the centre of the box.
func drawn(t *testing.T, b bent) []Point {
	w, h := float64(b.box.W), float64(b.box.H)
	var frame [][2]float64
	switch b.preset {
	case "straightConnector1":
		frame = [][2]float64{{0, 0}, {w, h}}
	case "bentConnector2":
		frame = [][2]float64{{0, 0}, {w, 0}, {w, h}}
	case "bentConnector3":
		frame = [][2]float64{{0, 0}, {w / 2, 0}, {w / 2, h}, {w, h}}
	default:
		t.Fatalf("no preset %q", b.preset)
	}
	var points []Point
	for _, p := range frame {
		x, y := p[0]-w/2, p[1]-h/2
		if b.flipH {
			x = -x
		}
		if b.flipV {
			y = -y
		}
		switch b.rotation {
		case quarterTurn:
			x, y = -y, x
		case threeQuartersTurn:
			x, y = y, -x
		}
		points = append(points, Point{int64(math.Round(float64(b.box.X) + w/2 + x)), int64(math.Round(float64(b.box.Y) + h/2 + y))})
	}
	return points
}

func assertCourse(t *testing.T, want, got []Point) {
	t.Helper()
	require.Len(t, got, len(want))
	for i := range want {
		assert.InDelta(t, want[i].X, got[i].X, minBox, "x of point %d of %v", i, want)
		assert.InDelta(t, want[i].Y, got[i].Y, minBox, "y of point %d of %v", i, want)
	}
}

func TestBend(t *testing.T) {
	const u = 10 * perPoint
	for name, test := range map[string]struct {
		preset string
		points []Point
	}{
		"straight":       {"straightConnector1", []Point{{0, 0}, {5 * u, 0}}},
		"slanted":        {"straightConnector1", []Point{{5 * u, 0}, {0, 3 * u}}},
		"down and right": {"bentConnector2", []Point{{0, 0}, {0, 5 * u}, {3 * u, 5 * u}}},
		"right and up":   {"bentConnector2", []Point{{0, 9 * u}, {3 * u, 9 * u}, {3 * u, 0}}},
		"to a report":    {"bentConnector3", []Point{{9 * u, 0}, {9 * u, 2 * u}, {u, 2 * u}, {u, 4 * u}}},
	} {
		b := bend(test.points)
		assert.Equal(t, test.preset, b.preset, name)
		assertCourse(t, test.points, drawn(t, b))
	}
}

// TestCut cuts courses that LibreOffice would draw differently.
func TestCut(t *testing.T) {
	const u = 10 * perPoint
	for name, test := range map[string]struct {
		points []Point
		pieces int
	}{
		"below each other": {[]Point{{0, 0}, {0, 4 * u}, {8 * u, 4 * u}, {8 * u, 0}}, 2},
		"beside":           {[]Point{{0, 0}, {-2 * u, 0}, {-2 * u, 6 * u}, {0, 6 * u}}, 2},
		"to a list":        {[]Point{{9 * u, 0}, {9 * u, u}, {u, u}, {u, 7 * u}, {2 * u, 7 * u}}, 3},
		"round a card":     {[]Point{{0, 0}, {u, 0}, {u, 3 * u}, {9 * u, 3 * u}, {9 * u, u}, {12 * u, u}}, 4},
		"halfway":          {[]Point{{0, 0}, {3 * u, 0}, {3 * u, 2 * u}, {6 * u, 2 * u}}, 1},
		"not halfway":      {[]Point{{0, 0}, {2 * u, 0}, {2 * u, 2 * u}, {6 * u, 2 * u}}, 2},
		"around":           {[]Point{{0, 0}, {u, 0}, {u, 8 * u}, {-6 * u, 8 * u}, {-6 * u, 3 * u}, {-5 * u, 3 * u}}, 4},
	} {
		assertCut(t, test.points, cut(test.points))
		assert.Len(t, cut(test.points), test.pieces, name)
	}
}

// assertCut checks that pieces are plain and together follow the whole course.
func assertCut(t *testing.T, course []Point, pieces [][]Point) {
	t.Helper()
	joined := pieces[0][:1]
	for i, piece := range pieces {
		assert.True(t, plain(piece), "%v", piece)
		assertCourse(t, piece, drawn(t, bend(piece)))
		assert.Equal(t, joined[len(joined)-1], piece[0], "piece %d begins where the last ends", i)
		joined = append(joined[:len(joined)-1:len(joined)-1], piece...)
	}
	assert.Equal(t, straightened(course), straightened(joined))
}

// FuzzCut draws any rectangular course in plain pieces, and another course from end to end.
func FuzzCut(f *testing.F) {
	f.Add(true, []byte{10, 250, 3})
	f.Add(false, []byte{1, 2, 3, 4, 5, 6, 7, 8})
	f.Add(true, []byte{5, 7, 0, 249})
	f.Fuzz(func(t *testing.T, upright bool, lengths []byte) {
		if len(lengths) > 20 {
			return
		}
		points := []Point{{1000 * perPoint, 1000 * perPoint}}
		for i, length := range lengths {
			next := points[len(points)-1]
			if step := int64(int8(length)) * perPoint; (i%2 == 0) == upright {
				next.Y += step
			} else {
				next.X += step
			}
			points = append(points, next)
		}
		pieces := cut(points)
		if rectangular(straightened(points)) {
			assertCut(t, points, pieces)
		}
		got := drawn(t, bend(pieces[len(pieces)-1]))
		assertCourse(t, []Point{pieces[0][0], points[len(points)-1]}, []Point{points[0], got[len(got)-1]})
	})
}
