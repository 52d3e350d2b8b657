package pack

import (
	"bytes"
	"io"
	"sync"

	"github.com/accountatlas/accountatlas/render"
)

// painted is a drawing whose PNG is painted once for all files.
type painted struct {
	*render.Drawing
	png func() ([]byte, error)
}

func paint(d *render.Drawing, err error) (*painted, error) {
	if err != nil {
		return nil, err
	}
	return &painted{d, sync.OnceValues(func() ([]byte, error) {
		var png bytes.Buffer
		err := d.PNG(&png)
		return png.Bytes(), err
	})}, nil
}

// PNG writes the picture. Further calls repeat the bytes.
func (p *painted) PNG(w io.Writer) error {
	png, err := p.png()
	if err != nil {
		return err
	}
	_, err = w.Write(png)
	return err
}

// PNGAt writes the same pixels: painting fewer of them would take longer.
func (p *painted) PNGAt(w io.Writer, _ int) error { return p.PNG(w) }
