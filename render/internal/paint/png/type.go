package png

import (
	"image"
	"math"

	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// steps is the number of horizontal positions of a letter within a pixel. Vertically, lines of text
// are on whole pixels, which keeps them crisp.
const steps = 1 << stepBits

const stepBits = 2

type print struct {
	mask *image.Alpha
	at   image.Point
}

type line struct {
	prints []print
	box    image.Rectangle
	ink    rgb.Colour
}

// cast identifies the mask of a letter: its glyph, its font and its offset within a pixel.
type cast struct {
	font  typeset.Font
	glyph typeset.Glyph
	step  int
}

// typesetter makes the masks of letters, and caches them.
type typesetter struct {
	measurer *typeset.Measurer
	scale    float64 // pixels per point
	masks    map[cast]*image.Alpha
	band     band  // for painting the masks
	outline  shape // of a letter, whose memory the next letter reuses
}

// set makes a line of text, and boxes for letters that no font has.
func (ts *typesetter) set(t scene.Text, k rgb.Colour) (line, []scene.Path) {
	letters := paint.Spell(t, ts.measurer)
	y := math.Round(t.At.Y * ts.scale)
	l := line{ink: k, prints: make([]print, 0, len(letters))}
	var boxes []scene.Path
	for _, letter := range letters {
		at := letter.X * ts.scale
		if !(math.Abs(at) < farthest && math.Abs(y) < farthest) {
			continue
		}
		if letter.Missing {
			boxes = append(boxes, paint.StandIn(letter, t))
			continue
		}
		step := int(math.Floor(at*steps + 0.5))
		if mask := ts.mask(cast{t.Font, letter.Glyph, step & (steps - 1)}); mask != nil {
			p := print{mask, image.Pt(step>>stepBits, int(y))}
			l.prints = append(l.prints, p)
			l.box = l.box.Union(mask.Rect.Add(p.at))
		}
	}
	return l, boxes
}

// mask returns the picture of a letter relative to the start of its baseline, or nil for an
// invisible letter.
func (ts *typesetter) mask(c cast) *image.Alpha {
	if mask, ok := ts.masks[c]; ok {
		return mask
	}
	mask := ts.paint(c)
	ts.masks[c] = mask
	return mask
}

func (ts *typesetter) paint(c cast) *image.Alpha {
	outline, err := ts.measurer.Outline(c.glyph, c.font)
	if err != nil || len(outline) == 0 {
		return nil
	}
	scale := c.font.Size / typeset.UnitsPerEm * ts.scale
	s := &ts.outline
	s.edges, s.box = s.edges[:0], image.Rectangle{}
	for _, t := range flatten(paint.Segments(outline), scale) {
		for i := range t.dots {
			t.dots[i].x += float64(c.step) / steps
		}
		s.add(t.dots)
	}
	return ts.band.stamp(s)
}
