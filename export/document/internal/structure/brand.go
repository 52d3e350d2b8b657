package structure

import (
	"errors"
	"io"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/internal/logo"
)

// LogoFigure returns a logo as a figure that has pixels only.
func LogoFigure(l *logo.Logo, alt string) *document.Figure {
	return &document.Figure{Alt: alt, Picture: pixels{l}}
}

type pixels struct{ *logo.Logo }

// Size returns a size a third larger than the logo, since documents scale small pictures to three
// quarters.
func (p pixels) Size() (width, height float64) { return p.Width / .75, p.Height / .75 }

func (p pixels) SVG(io.Writer) error { return errors.New("a logo has pixels only") }

func (p pixels) PNG(w io.Writer) error {
	_, err := w.Write(p.Logo.PNG)
	return err
}
