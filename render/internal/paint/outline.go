package paint

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// Outline returns the shape of a letter in points.
func Outline(l Letter, t scene.Text, m *typeset.Measurer) scene.Path {
	outline, err := m.Outline(l.Glyph, t.Font)
	if err != nil {
		return scene.Path{}
	}
	scale := t.Size / typeset.UnitsPerEm
	to := func(p geom.Point) geom.Point {
		return geom.Point{X: l.X + float64(p.X*scale), Y: t.At.Y + float64(p.Y*scale)}
	}
	segments := Segments(outline)
	for i, s := range segments {
		segments[i] = scene.Segment{Op: s.Op, C1: to(s.C1), C2: to(s.C2), To: to(s.To)}
	}
	return scene.Path{Fill: t.Fill, Segments: segments}
}

// Segments converts the outline of a glyph, in font units.
func Segments(outline sfnt.Segments) []scene.Segment {
	out := make([]scene.Segment, 0, len(outline)+4) // with the ends of up to four contours
	var pen fixed.Point26_6
	for _, s := range outline {
		to := point(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if len(out) > 0 {
				out = append(out, scene.Segment{Op: scene.Close})
			}
			out = append(out, scene.Segment{Op: scene.Move, To: to})
			pen = s.Args[0]
		case sfnt.SegmentOpLineTo:
			out = append(out, scene.Segment{Op: scene.Line, To: to})
			pen = s.Args[0]
		case sfnt.SegmentOpQuadTo:
			from, lead, end := point(pen), to, point(s.Args[1])
			out = append(out, scene.Segment{Op: scene.Cubic, C1: third(from, lead), C2: third(end, lead), To: end})
			pen = s.Args[1]
		case sfnt.SegmentOpCubeTo:
			out = append(out, scene.Segment{Op: scene.Cubic, C1: to, C2: point(s.Args[1]), To: point(s.Args[2])})
			pen = s.Args[2]
		}
	}
	return append(out, scene.Segment{Op: scene.Close})
}

func point(p fixed.Point26_6) geom.Point { return geom.Point{X: float64(p.X), Y: float64(p.Y)} }

// third returns a control point of a cubic Bézier curve, given an end and the control point of a
// quadratic curve.
func third(from, lead geom.Point) geom.Point {
	return from.Add(float64((lead.X-from.X)*2/3), float64((lead.Y-from.Y)*2/3))
}
