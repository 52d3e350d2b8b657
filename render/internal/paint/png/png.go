// Package png writes a scene in pixels.
package png

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"io"
	"math"

	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

const (
	// UsualDPI is the default resolution: two pixels per point.
	UsualDPI = 144
	// usualPixels is the largest number of pixels by default: four screens of 4K. Viewers open such
	// a picture at once, while the map of 1,000 people would have 157 million pixels.
	usualPixels = 32_000_000
	// leastUsualDPI keeps small text legible by default: one pixel per point.
	leastUsualDPI = 72
	// MostPixels is the largest number of pixels in a PNG.
	MostPixels = 200_000_000
	// maxSide is the largest side, in pixels, that picture viewers can open.
	maxSide = 1 << 19
)

// Options are the options of a PNG. A nil *Options and the zero Options mean the defaults.
type Options struct {
	// DPI is the number of pixels per inch, which is 72 points. Zero means [UsualDPI], or less for
	// a picture of more than 32 million pixels, down to 72 if [MostPixels] allows that.
	DPI int
	// MaxDPI limits the resolution, in pixels per inch. Zero means no limit.
	MaxDPI int
	// Transparent omits the scene's background.
	Transparent bool
}

// Write writes the scene in pixels, with sides rounded up. A scene without a background gets a
// white one, unless the picture is transparent. Nothing is written before everything is ready. The
// error comes from ctx or the writer, or names the highest possible resolution.
func Write(ctx context.Context, w io.Writer, s *scene.Scene, o *Options) error {
	o = cmp.Or(o, &Options{})
	dpi, err := resolution(s, o.DPI)
	if err != nil {
		return fmt.Errorf("PNG: %w", err)
	}
	if o.MaxDPI > 0 {
		dpi = min(dpi, o.MaxDPI)
	}
	measurer, err := s.Fallback.NewMeasurer()
	if err != nil {
		return fmt.Errorf("PNG: %w", err)
	}
	if err := newCanvas(s, dpi, measurer).encode(ctx, w, !o.Transparent); err != nil {
		return fmt.Errorf("PNG: %w", err)
	}
	return nil
}

// resolution returns the requested resolution, or the default. The error reports too many pixels.
func resolution(s *scene.Scene, dpi int) (int, error) {
	most := highest(s)
	switch {
	case dpi < 0:
		return 0, fmt.Errorf("%d DPI: the resolution has to be positive, or zero for the default", dpi)
	case most == 0:
		return 0, fmt.Errorf("a picture of %.0f by %.0f points cannot be drawn at any resolution: draw a part of it", s.Width, s.Height)
	case dpi == 0:
		usual := int(72 * math.Sqrt(usualPixels/(s.Width*s.Height)))
		return min(UsualDPI, max(usual, leastUsualDPI), most), nil
	case dpi > most:
		return 0, fmt.Errorf("at %d DPI a picture of %.0f by %.0f points has too many pixels: use %d DPI or less", dpi, s.Width, s.Height, most)
	}
	return dpi, nil
}

// highest returns the highest possible resolution, or 0 if even the lowest is too high.
func highest(s *scene.Scene) int {
	if !(s.Width > 0 && s.Height > 0) {
		return 0
	}
	most := min(72*math.Sqrt(MostPixels/(s.Width*s.Height)), 72*maxSide/max(s.Width, s.Height))
	dpi := int(min(most, maxSide))
	for dpi > 0 && pixels(s.Width, dpi)*pixels(s.Height, dpi) > MostPixels {
		dpi--
	}
	return dpi
}

func pixels(points float64, dpi int) float64 { return math.Ceil(points * float64(dpi) / 72) }

type canvas struct {
	width, height int
	dpi           int
	ground        rgb.Colour
	marks         []mark
	letters       typesetter
}

type mark struct {
	shape *shape
	line  *line
}

func (m mark) box() image.Rectangle {
	if m.shape != nil {
		return m.shape.box
	}
	return m.line.box
}

func newCanvas(s *scene.Scene, dpi int, m *typeset.Measurer) *canvas {
	c := &canvas{
		width: int(pixels(s.Width, dpi)), height: int(pixels(s.Height, dpi)), dpi: dpi, ground: rgb.Colour{R: 255, G: 255, B: 255},
		letters: typesetter{measurer: m, scale: float64(dpi) / 72, masks: map[cast]*image.Alpha{}},
	}
	if k, ok := rgb.Parse(s.Ground); ok {
		c.ground = k
	}
	c.add(s.Items)
	return c
}

func (c *canvas) add(items []scene.Item) {
	for _, item := range items {
		switch item := item.(type) {
		case scene.Group:
			c.add(item.Items)
		case scene.Path:
			c.path(item)
		case scene.Text:
			c.text(item)
		}
	}
}

func (c *canvas) path(p scene.Path) {
	scale := c.letters.scale
	traces := flatten(p.Segments, scale)
	if k, ok := rgb.Parse(p.Fill); ok {
		s := &shape{ink: k}
		for _, t := range traces {
			s.add(t.dots)
		}
		c.mark(mark{shape: s})
	}
	if k, ok := rgb.Parse(p.Stroke); ok && p.Width > 0 {
		s := &shape{ink: k}
		for _, t := range traces {
			for _, piece := range t.dashes(p.Dash, scale) {
				for _, outline := range stroke(piece, p.Width*scale) {
					s.add(outline)
				}
			}
		}
		c.mark(mark{shape: s})
	}
}

func (c *canvas) text(t scene.Text) {
	k, ok := rgb.Parse(t.Fill)
	if !ok {
		return
	}
	line, boxes := c.letters.set(t, k)
	c.mark(mark{line: &line})
	for _, box := range boxes {
		c.path(box)
	}
}

// mark adds a mark unless it is outside the picture.
func (c *canvas) mark(m mark) {
	if m.box().Overlaps(image.Rect(0, 0, c.width, c.height)) {
		c.marks = append(c.marks, m)
	}
}

// paint paints the picture from top to bottom, and passes each band to done, which runs
// concurrently with the painting of the next band. When ctx ends, it returns the error of ctx after
// the band in progress.
func (c *canvas) paint(ctx context.Context, opaque bool, done func(*band) error) error {
	bands := make([][]mark, (c.height+bandRows-1)/bandRows)
	for _, m := range c.marks {
		box := m.box()
		for i := max(0, box.Min.Y) / bandRows; i*bandRows < min(box.Max.Y, c.height); i++ {
			bands[i] = append(bands[i], m)
		}
	}
	blank, painted := make(chan *band, 2), make(chan *band, 2)
	blank <- newBand(c.width)
	blank <- newBand(c.width)
	go func() {
		defer close(painted)
		for i, marks := range bands {
			b := <-blank
			if ctx.Err() != nil {
				return
			}
			b.paint(marks, image.Rect(0, i*bandRows, c.width, min((i+1)*bandRows, c.height)), c.ground, opaque)
			painted <- b
		}
	}()
	var err error
	for b := range painted {
		if err == nil {
			err = done(b)
		}
		blank <- b
	}
	return cmp.Or(err, ctx.Err())
}
