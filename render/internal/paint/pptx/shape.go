package pptx

import (
	"math"

	"github.com/accountatlas/accountatlas/internal/presentation"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// maxParts is the largest number of outlines in a path that become separate shapes, such as the
// dots of a level. The rules of a table are one shape.
const maxParts = 12

// path returns the objects of a path: a preset shape for each outline, or one freeform shape.
func (d *drawer) path(p scene.Path) []object {
	if len(p.Segments) == 0 || p.Fill == "" && p.Stroke == "" {
		return nil
	}
	whole := []object{d.shape(p, p.Segments, presentation.Geometry{Outline: d.steps(p.Segments)})}
	parts := paint.Outlines(p)
	if len(parts) > maxParts {
		return whole
	}
	var objects []object
	for _, part := range parts {
		outline := part.Segments
		switch straight := len(outline) == 2 && outline[1].Op == scene.Line; {
		case part.Shape == paint.Oval:
			objects = append(objects, d.shape(p, outline, presentation.Geometry{Preset: "ellipse"}))
		case part.Shape == paint.Box && part.Radius > 0:
			objects = append(objects, d.shape(p, outline, presentation.Geometry{Preset: "roundRect", Round: d.emu(part.Radius)}))
		case part.Shape == paint.Box:
			objects = append(objects, d.shape(p, outline, presentation.Geometry{Preset: "rect"}))
		case straight:
			objects = append(objects, object{box: d.box(bounds(outline)), line: &presentation.Connector{
				Points: []presentation.Point{d.point(outline[0].To), d.point(outline[1].To)}, Line: d.line(p)}})
		default:
			return whole
		}
	}
	return objects
}

func (d *drawer) shape(p scene.Path, outline []scene.Segment, g presentation.Geometry) object {
	box := d.box(bounds(outline))
	return object{box: box, shape: &presentation.Shape{Box: box, Geometry: g, Fill: p.Fill, Line: d.line(p)}}
}

// bounds returns the rectangle around an outline. In a scene, the control points of curves are
// never outside it.
func bounds(segments []scene.Segment) geom.Rect {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	reach := func(p geom.Point) {
		left, top, right, bottom = min(left, p.X), min(top, p.Y), max(right, p.X), max(bottom, p.Y)
	}
	for _, s := range segments {
		if s.Op == scene.Cubic {
			reach(s.C1)
			reach(s.C2)
		}
		if s.Op != scene.Close {
			reach(s.To)
		}
	}
	return geom.Rect{X: left, Y: top, W: right - left, H: bottom - top}
}

func (d *drawer) steps(segments []scene.Segment) []presentation.Step {
	ops := [...]presentation.Op{scene.Move: presentation.MoveTo, scene.Line: presentation.LineTo, scene.Cubic: presentation.CubicTo, scene.Close: presentation.Close}
	steps := make([]presentation.Step, len(segments))
	for i, s := range segments {
		steps[i] = presentation.Step{Op: ops[s.Op], C1: d.point(s.C1), C2: d.point(s.C2), To: d.point(s.To)}
	}
	return steps
}
