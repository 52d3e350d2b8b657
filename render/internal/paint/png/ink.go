package png

import "github.com/accountatlas/accountatlas/internal/rgb"

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
