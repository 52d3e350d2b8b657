package pdf

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// sheet writes a scene into a page of a PDF. Paths are written as PDF operators in the scene's
// points, so that no state of the document changes and nothing is rounded twice. The library writes
// the texts, because it collects the letters to embed.
type sheet struct {
	canvas   paper.Canvas
	b        bytes.Buffer
	measurer *typeset.Measurer
	fallback *typeset.Fallback
	height   float64 // of the page: y runs upwards in a PDF
	x, y     float64 // of the scene on the page
	scale    float64
}

func drawScene(c paper.Canvas, s *scene.Scene, x, y, scale float64) error {
	measurer, err := s.Fallback.NewMeasurer()
	if err != nil {
		return err
	}
	height := c.Size().Height
	p := sheet{canvas: c, measurer: measurer, fallback: s.Fallback, height: height, x: x, y: y, scale: scale}
	fmt.Fprintf(&p.b, "q %.5f 0 0 %.5f %.5f %.5f cm 4 M\n", scale, scale, x, height-y-scale*height)
	if s.Ground != "" {
		p.path(scene.Path{Segments: paint.Page(s), Fill: s.Ground})
	}
	p.items(s.Items)
	p.b.WriteString("Q")
	p.flush()
	return c.Err()
}

func (p *sheet) flush() {
	p.canvas.Operators(strings.TrimSuffix(p.b.String(), "\n"))
	p.b.Reset()
}

func (p *sheet) items(items []scene.Item) {
	for _, item := range items {
		switch item := item.(type) {
		case scene.Group:
			p.items(item.Items)
			p.link(item)
		case scene.Path:
			p.path(item)
		case scene.Text:
			p.text(item)
		}
	}
}

func (p *sheet) path(path scene.Path) {
	fill, filled := rgb.Parse(path.Fill)
	line, stroked := rgb.Parse(path.Stroke)
	stroked = stroked && path.Width > 0
	if !filled && !stroked || len(path.Segments) == 0 {
		return
	}
	operator := "f\n"
	if filled {
		p.ink(fill, "rg")
	}
	if stroked {
		operator = "S\n"
		p.ink(line, "RG")
		p.number(path.Width)
		p.b.WriteString("w 0 J 0 j [")
		for _, d := range path.Dash {
			p.number(d)
		}
		p.b.WriteString("] 0 d\n")
	}
	if filled && stroked {
		operator = "B\n"
	}
	for _, s := range path.Segments {
		p.segment(s)
	}
	p.b.WriteString(operator)
}

func (p *sheet) segment(s scene.Segment) {
	switch s.Op {
	case scene.Move:
		p.operator("m", s.To)
	case scene.Line:
		p.operator("l", s.To)
	case scene.Cubic:
		p.operator("c", s.C1, s.C2, s.To)
	case scene.Close:
		p.operator("h")
	}
}

func (p *sheet) operator(name string, points ...geom.Point) {
	for _, at := range points {
		p.number(at.X)
		p.number(p.height - at.Y)
	}
	p.b.WriteString(name)
	p.b.WriteByte('\n')
}

func (p *sheet) number(v float64) {
	p.b.Write(paint.AppendHundredths(p.b.AvailableBuffer(), paint.Hundredths(v)))
	p.b.WriteByte(' ')
}

func (p *sheet) ink(k rgb.Colour, operator string) {
	for _, part := range []uint8{k.R, k.G, k.B} {
		p.b.Write(strconv.AppendFloat(p.b.AvailableBuffer(), float64(part)/255, 'f', 4, 64))
		p.b.WriteByte(' ')
	}
	p.b.WriteString(operator)
	p.b.WriteByte('\n')
}

// text writes a line of text in runs of one font. Letters that no font has become letters without
// marks, or boxes. The original letters are invisible over them, so that they can be searched for.
func (p *sheet) text(t scene.Text) {
	k, ok := rgb.Parse(t.Fill)
	letters := paint.Spell(t, p.measurer)
	if !ok || len(letters) == 0 {
		return
	}
	p.ink(k, "rg")
	p.flush()
	for i, l := range letters {
		if l.Rune > lastRune {
			letters[i].Missing, letters[i].Glyph.Fallback = true, false
		}
	}
	for len(letters) > 0 {
		first := letters[0]
		n := slices.IndexFunc(letters, func(l paint.Letter) bool {
			return l.Missing != first.Missing || l.Glyph.Plain != first.Glyph.Plain || l.Glyph.Fallback != first.Glyph.Fallback
		})
		if n < 0 {
			n = len(letters)
		}
		p.run(t, k, letters[:n])
		letters = letters[n:]
	}
}

// run writes letters of one font, or the substitutes for letters that no font has.
func (p *sheet) run(t scene.Text, k rgb.Colour, letters []paint.Letter) {
	var b strings.Builder
	for _, l := range letters {
		b.WriteRune(l.Rune)
	}
	line := paper.Text{
		X: letters[0].X, Y: t.At.Y, String: printable(b.String()), Font: goFont(t.Font), Size: t.Size,
		Red: k.R, Green: k.G, Blue: k.B, Hidden: letters[0].Missing || letters[0].Glyph.Plain,
	}
	if letters[0].Glyph.Fallback {
		line.Font = paper.Font{Family: p.fallback.Name(), TrueType: p.fallback.TrueType()}
	}
	p.canvas.Text(line)
	if letters[0].Glyph.Plain {
		for _, l := range letters {
			p.path(paint.Outline(l, t, p.measurer))
		}
	}
	if letters[0].Missing {
		for _, l := range letters {
			p.path(paint.StandIn(l, t))
		}
	}
}

func goFont(f typeset.Font) paper.Font {
	return paper.Font{Family: "go", Bold: f.Bold, Italic: f.Italic, TrueType: f.TrueType()}
}

// lastRune is the largest rune that the library can write.
const lastRune = 0xFFFF

// printable replaces runes beyond [lastRune] and invalid UTF-8, at which the library stops.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r > lastRune {
			return unicode.ReplacementChar
		}
		return cleantext.Rune(r)
	}, s)
}

func (p *sheet) link(g scene.Group) {
	to := paint.SafeLink(g.Link)
	box, ok := extent(g.Items, p.measurer)
	if to == "" || !ok {
		return
	}
	x, y, w, h := p.x+box.X*p.scale, p.y+box.Y*p.scale, box.W*p.scale, box.H*p.scale
	p.canvas.Link(x, y, w, h, to)
}

// extent returns the rectangle around all items, and reports whether there are any.
func extent(items []scene.Item, m *typeset.Measurer) (geom.Rect, bool) {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	reach := func(x, y float64) {
		left, top, right, bottom = min(left, x), min(top, y), max(right, x), max(bottom, y)
	}
	var visit func(items []scene.Item)
	visit = func(items []scene.Item) {
		for _, item := range items {
			switch item := item.(type) {
			case scene.Group:
				visit(item.Items)
			case scene.Path:
				for _, s := range item.Segments {
					if s.Op == scene.Cubic {
						reach(s.C1.X, s.C1.Y)
						reach(s.C2.X, s.C2.Y)
					}
					if s.Op != scene.Close {
						reach(s.To.X, s.To.Y)
					}
				}
			case scene.Text:
				for _, l := range paint.Spell(item, m) {
					reach(l.X, item.At.Y-item.Size)
					reach(l.X+paint.Points(l.Glyph.Advance, item.Font), item.At.Y+item.Size/4)
				}
			}
		}
	}
	visit(items)
	return geom.Rect{X: left, Y: top, W: right - left, H: bottom - top}, left <= right
}
