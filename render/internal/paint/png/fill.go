package png

import (
	"image"
	"image/draw"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/internal/rgb"
)

// tile is the side of the squares, in pixels, in which a large shape is painted. A square is
// painted pixel by pixel if the outline crosses it, and at once if it is inside.
const tile = 32

type shape struct {
	edges []edge
	box   image.Rectangle
	ink   rgb.Colour
}

type edge struct{ x0, y0, x1, y1 float32 }

// farthest is the largest coordinate of a shape, in pixels.
const farthest = 1 << 24

// add adds a closed outline. It ignores an outline with a corner that is NaN, or beyond [farthest].
func (s *shape) add(outline []dot) {
	for _, p := range outline {
		if !(math.Abs(p.x) < farthest && math.Abs(p.y) < farthest) {
			return
		}
	}
	s.edges = slices.Grow(s.edges, len(outline))
	for i, from := range outline {
		to := outline[(i+1)%len(outline)]
		e := edge{float32(from.x), float32(from.y), float32(to.x), float32(to.y)}
		s.edges = append(s.edges, e)
		s.box = s.box.Union(image.Rect(
			int(math.Floor(min(from.x, to.x))), int(math.Floor(min(from.y, to.y))),
			int(math.Floor(max(from.x, to.x)))+1, int(math.Floor(max(from.y, to.y)))+1))
	}
}

type tiles struct {
	edges   []edge // the edges in the row
	touched []bool // by tile, whether an edge touches it
	turns   []int  // the change of the winding number at the tile, at half its height
}

func (b *band) fill(s *shape) {
	box := s.box.Intersect(b.Rect)
	for y := box.Min.Y; y < box.Max.Y; y += tile {
		row := image.Rect(box.Min.X, y, box.Max.X, min(y+tile, box.Max.Y))
		b.survey(s.edges, s.box.Min.X, row)
		winding := 0
		for i, touched := range b.rows.touched {
			square := row
			square.Min.X = s.box.Min.X + i*tile
			square.Max.X = square.Min.X + tile
			square = square.Intersect(row)
			switch {
			case square.Empty():
			case touched:
				b.mask(square, s.ink)
			case winding != 0:
				b.solid(square, s.ink)
			}
			winding += b.rows.turns[i]
		}
	}
}

// survey finds the edges of a row and the tiles that they touch. The first tile begins at left.
func (b *band) survey(edges []edge, left int, row image.Rectangle) {
	n := (row.Max.X - left + tile - 1) / tile
	t := &b.rows
	t.edges, t.touched, t.turns = t.edges[:0], resized(t.touched, n), resized(t.turns, n)
	top, bottom := float32(row.Min.Y), float32(row.Max.Y)
	middle := (top + bottom) / 2
	column := func(x float32) int { return max(0, min(n-1, int((x-float32(left))/tile))) }
	for _, e := range edges {
		if max(e.y0, e.y1) <= top || min(e.y0, e.y1) >= bottom {
			continue
		}
		t.edges = append(t.edges, e)
		if (e.y0 <= middle) != (e.y1 <= middle) {
			turn := 1
			if e.y0 > e.y1 {
				turn = -1
			}
			t.turns[column(e.at(middle))] += turn
		}
		e = e.between(top, bottom)
		// An outline along the side of a tile is invisible inside the tile, but the adjacent tile
		// does not know of it.
		for i := column(min(e.x0, e.x1) - 1.0/64); i <= column(max(e.x0, e.x1)+1.0/64); i++ {
			t.touched[i] = true
		}
	}
}

// resized returns a slice of n zeros, in the memory of s if that is large enough.
func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// at returns the x of the edge at a y between its ends.
func (e edge) at(y float32) float32 { return e.x0 + float32((e.x1-e.x0)*((y-e.y0)/(e.y1-e.y0))) }

// between returns the part of the edge between two heights.
func (e edge) between(top, bottom float32) edge {
	cut := e
	if e.y0 < top || e.y0 > bottom {
		cut.y0 = min(max(e.y0, top), bottom)
		cut.x0 = e.at(cut.y0)
	}
	if e.y1 < top || e.y1 > bottom {
		cut.y1 = min(max(e.y1, top), bottom)
		cut.x1 = e.at(cut.y1)
	}
	return cut
}

func (b *band) mask(square image.Rectangle, k rgb.Colour) {
	w, h := square.Dx(), square.Dy()
	b.raster.Reset(w, h)
	b.raster.DrawOp = draw.Src
	dx, dy := float32(square.Min.X), float32(square.Min.Y)
	for _, e := range b.rows.edges {
		b.trace(edge{e.x0 - dx, e.y0 - dy, e.x1 - dx, e.y1 - dy}.between(0, float32(h)), float32(w))
	}
	cover := image.Alpha{Pix: b.cover[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	b.raster.Draw(&cover, cover.Rect, image.Opaque, image.Point{})
	b.lay(&cover, square.Min, k)
}

// trace adds an edge to the rasterizer. Parts to the left or right of the tile follow its side.
func (b *band) trace(e edge, width float32) {
	to := func(x, y float32) { b.raster.LineTo(min(max(x, 0), width), y) }
	b.raster.MoveTo(min(max(e.x0, 0), width), e.y0)
	first, second := float32(0), width
	if e.x0 > e.x1 {
		first, second = second, first
	}
	for _, side := range [2]float32{first, second} {
		if (e.x0 < side) != (e.x1 < side) && e.x0 != side && e.x1 != side {
			to(side, e.y0+float32((e.y1-e.y0)*((side-e.x0)/(e.x1-e.x0))))
		}
	}
	to(e.x1, e.y1)
}

// stamp paints the shape as a mask.
func (b *band) stamp(s *shape) *image.Alpha {
	mask := image.NewAlpha(s.box)
	w, h := s.box.Dx(), s.box.Dy()
	b.raster.Reset(w, h)
	b.raster.DrawOp = draw.Src
	dx, dy := float32(s.box.Min.X), float32(s.box.Min.Y)
	for _, e := range s.edges {
		b.raster.MoveTo(e.x0-dx, e.y0-dy)
		b.raster.LineTo(e.x1-dx, e.y1-dy)
	}
	whole := image.Alpha{Pix: mask.Pix, Stride: w, Rect: image.Rect(0, 0, w, h)}
	b.raster.Draw(&whole, whole.Rect, image.Opaque, image.Point{})
	return mask
}
