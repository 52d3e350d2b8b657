package png

import (
	"encoding/binary"
	"image"

	"golang.org/x/image/vector"

	"github.com/accountatlas/accountatlas/internal/rgb"
)

// bandRows is the number of rows painted at a time, small enough for the processor's cache.
const bandRows = 2 * tile

type band struct {
	image.NRGBA
	raster vector.Rasterizer
	cover  []byte // of a tile
	rows   tiles
}

// paint paints marks on some rows of the picture, over one colour or transparent.
func (b *band) paint(marks []mark, rows image.Rectangle, ground rgb.Colour, opaque bool) {
	b.Rect = rows
	b.Pix = b.Pix[:b.Stride*rows.Dy()]
	if opaque {
		b.solid(b.Rect, ground)
	} else {
		clear(b.Pix)
	}
	for _, m := range marks {
		if m.shape != nil {
			b.fill(m.shape)
			continue
		}
		for _, p := range m.line.prints {
			b.lay(p.mask, p.at, m.line.ink)
		}
	}
}

func (b *band) solid(r image.Rectangle, k rgb.Colour) {
	first := b.Pix[b.PixOffset(r.Min.X, r.Min.Y):][:4*r.Dx()]
	copy(first, []byte{k.R, k.G, k.B, 255})
	for done := 4; done < len(first); done *= 2 {
		copy(first[done:], first[:done])
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(b.Pix[b.PixOffset(r.Min.X, y):], first)
	}
}

// lay blends a colour over the band through a mask, whose origin is at the point.
func (b *band) lay(mask *image.Alpha, at image.Point, k rgb.Colour) {
	r := mask.Rect.Add(at).Intersect(b.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := b.Pix[b.PixOffset(r.Min.X, y):][:4*r.Dx()]
		cover := mask.Pix[mask.PixOffset(r.Min.X-at.X, y-at.Y):][:r.Dx()]
		for x := 0; x < len(cover); x++ {
			if c := cover[x]; c != 0 {
				over(k, row[4*x:], c)
			} else if x+8 <= len(cover) && binary.LittleEndian.Uint64(cover[x:]) == 0 {
				x += 7
			}
		}
	}
}

func newBand(width int) *band {
	return &band{
		NRGBA: image.NRGBA{Pix: make([]byte, 4*width*bandRows), Stride: 4 * width, Rect: image.Rect(0, 0, width, bandRows)},
		cover: make([]byte, tile*tile),
	}
}

// over blends a colour over a pixel of red, green, blue and alpha. A cover of 255 is opaque.
func over(k rgb.Colour, pixel []byte, cover byte) {
	pixel = pixel[:4:4]
	switch {
	case cover == 255:
		pixel[0], pixel[1], pixel[2], pixel[3] = k.R, k.G, k.B, 255
	case pixel[3] == 255:
		a, b := uint32(cover), 255-uint32(cover)
		pixel[0] = part(uint32(k.R)*a + uint32(pixel[0])*b)
		pixel[1] = part(uint32(k.G)*a + uint32(pixel[1])*b)
		pixel[2] = part(uint32(k.B)*a + uint32(pixel[2])*b)
	case cover != 0:
		above := uint32(cover) * 255
		below := uint32(pixel[3]) * (255 - uint32(cover))
		whole := above + below
		mix := func(above0, below0 uint8) byte {
			return byte((uint32(above0)*above + uint32(below0)*below + whole/2) / whole)
		}
		pixel[0], pixel[1], pixel[2] = mix(k.R, pixel[0]), mix(k.G, pixel[1]), mix(k.B, pixel[2])
		pixel[3] = part(whole)
	}
}

// part returns v/255, rounded, for v up to 255*255.
func part(v uint32) byte { v += 128; return byte((v + v>>8) >> 8) }
