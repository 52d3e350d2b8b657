// Package logo reads the picture of a brand for documents, workbooks and slides.
package logo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
)

// A Logo is the picture of a brand, re-encoded from its pixels without the texts, dates and
// profiles of the file.
type Logo struct {
	PNG []byte
	// Width and Height are in points, at most [MaxWidth] and [MaxHeight].
	Width, Height float64
}

// The largest size of a logo on a page, in points.
const (
	MaxWidth  = 120
	MaxHeight = 30
)

// The limits of a logo file. A larger logo would make every page slow.
const (
	maxBytes = 1 << 20
	maxSide  = 2000 // pixels
)

// Read reads a PNG of at most 1 MB, and 2,000 pixels wide and high. It returns nil for empty data.
func Read(data []byte) (*Logo, error) {
	if len(data) == 0 {
		return nil, nil
	}
	if len(data) > maxBytes {
		return nil, fmt.Errorf("the logo has %d bytes: give a PNG of at most %d", len(data), maxBytes)
	}
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the logo is not a PNG that can be read (%w): save it as PNG", err)
	}
	if size.Width > maxSide || size.Height > maxSide {
		return nil, fmt.Errorf("the logo is %d by %d pixels: make it at most %d wide and high", size.Width, size.Height, maxSide)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the logo is not a whole PNG (%w): save it again", err)
	}
	pixels := image.NewNRGBA(image.Rect(0, 0, size.Width, size.Height))
	draw.Draw(pixels, pixels.Rect, picture, picture.Bounds().Min, draw.Src)
	var clean bytes.Buffer
	if err := png.Encode(&clean, pixels); err != nil {
		return nil, errors.New("the logo cannot be written again")
	}
	width, height := float64(size.Width), float64(size.Height)
	scale := min(MaxWidth/width, MaxHeight/height)
	return &Logo{PNG: clean.Bytes(), Width: width * scale, Height: height * scale}, nil
}
