package structure

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"

	"github.com/accountatlas/accountatlas/export/document"
)

// A Logo is the picture of a brand, written anew from its pixels.
type Logo struct {
	PNG []byte
	// Width and Height are points, no more than [LogoWidth] and [LogoHeight].
	Width, Height float64
}

// The largest size of a logo in a document, in points.
const (
	LogoWidth  = 120
	LogoHeight = 30
)

// The bounds of a logo. A larger one would make every page of it heavy.
const (
	mostLogoBytes = 1 << 20
	mostLogoSide  = 2000 // pixels
)

// ReadLogo reads the logo of a document, nil without one. What is returned holds pixels alone: no
// text, date or profile of the file.
func ReadLogo(d *document.Document) (*Logo, error) {
	if len(d.Logo) == 0 {
		return nil, nil
	}
	if len(d.Logo) > mostLogoBytes {
		return nil, fmt.Errorf("the logo has %d bytes: give a PNG of at most %d", len(d.Logo), mostLogoBytes)
	}
	size, err := png.DecodeConfig(bytes.NewReader(d.Logo))
	if err != nil {
		return nil, fmt.Errorf("the logo is not a PNG that can be read (%w): save it as PNG", err)
	}
	if size.Width > mostLogoSide || size.Height > mostLogoSide {
		return nil, fmt.Errorf("the logo is %d by %d pixels: make it at most %d wide and high", size.Width, size.Height, mostLogoSide)
	}
	picture, err := png.Decode(bytes.NewReader(d.Logo))
	if err != nil {
		return nil, fmt.Errorf("the logo is not a whole PNG (%w): save it anew", err)
	}
	pixels := image.NewNRGBA(image.Rect(0, 0, size.Width, size.Height))
	draw.Draw(pixels, pixels.Rect, picture, picture.Bounds().Min, draw.Src)
	var clean bytes.Buffer
	if err := png.Encode(&clean, pixels); err != nil {
		return nil, errors.New("the logo cannot be written again")
	}
	width, height := float64(size.Width), float64(size.Height)
	scale := min(LogoWidth/width, LogoHeight/height)
	return &Logo{PNG: clean.Bytes(), Width: width * scale, Height: height * scale}, nil
}

// Figure is the logo as a figure that has pixels only.
func (l *Logo) Figure(alt string) *document.Figure {
	return &document.Figure{Alt: alt, Picture: pixels{l}}
}

type pixels struct{ *Logo }

// Size is a third larger than the logo, since documents set small pictures at three quarters.
func (p pixels) Size() (width, height float64) { return p.Width / .75, p.Height / .75 }

func (p pixels) SVG(io.Writer) error { return errors.New("a logo has pixels only") }

func (p pixels) PNG(w io.Writer) error {
	_, err := w.Write(p.Logo.PNG)
	return err
}
