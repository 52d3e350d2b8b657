package pptx

import (
	"math"

	"github.com/accountatlas/accountatlas/internal/presentation"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// mostParts is the largest number of outlines in a path that become shapes of their own, such as the
// dots of a level. The rules of a table are one shape.
const mostParts = 12

// path returns the objects of a path: a preset for each part that is one, or one freeform.
func (d *drawer) path(p scene.Path) []object {
	if len(p.Segments) == 0 || p.Fill == "" && p.Stroke == "" {
		return nil
	}
	parts := split(p.Segments)
	var objects []object
	for _, part := range parts {
		g, ok := preset(part)
		if ok && len(parts) <= mostParts {
			g.Round = d.emu(g.radius)
			objects = append(objects, d.shape(p, part, g.Geometry))
			continue
		}
		if straight := len(part) == 2 && part[1].Op == scene.Line; straight && len(parts) <= mostParts {
			objects = append(objects, object{box: d.box(bounds(part)), line: &presentation.Connector{
				Points: []presentation.Point{d.point(part[0].To), d.point(part[1].To)}, Line: d.line(p)}})
			continue
		}
		return []object{d.shape(p, p.Segments, presentation.Geometry{Outline: d.steps(p.Segments)})}
	}
	return objects
}

func (d *drawer) shape(p scene.Path, outline []scene.Segment, g presentation.Geometry) object {
	box := d.box(bounds(outline))
	return object{box: box, shape: &presentation.Shape{Box: box, Geometry: g, Fill: p.Fill, Line: d.line(p)}}
}

// split divides an outline where the pen moves.
func split(segments []scene.Segment) (parts [][]scene.Segment) {
	begin := 0
	for i := range segments {
		if i > begin && segments[i].Op == scene.Move {
			parts = append(parts, segments[begin:i])
			begin = i
		}
	}
	return append(parts, segments[begin:])
}

type presetShape struct {
	presentation.Geometry
	radius float64
}

// preset recognises the outlines that a scene makes: rectangles, with round corners too, and
// circles.
func preset(part []scene.Segment) (presetShape, bool) {
	ops := make([]byte, len(part))
	for i, s := range part {
		ops[i] = "MLCZ"[s.Op]
	}
	switch string(ops) {
	case "MLLLZ":
		corners := [4]geom.Point{part[0].To, part[1].To, part[2].To, part[3].To}
		if corners[0].Y == corners[1].Y && corners[1].X == corners[2].X && corners[2].Y == corners[3].Y && corners[3].X == corners[0].X {
			return presetShape{Geometry: presentation.Geometry{Preset: "rect"}}, true
		}
	case "MLCLCLCLCZ":
		return presetShape{presentation.Geometry{Preset: "roundRect"}, part[0].To.X - bounds(part).X}, true
	case "MCCCCZ":
		return presetShape{Geometry: presentation.Geometry{Preset: "ellipse"}}, true
	}
	return presetShape{}, false
}

// bounds is the rectangle around an outline. The control points of the curves of a scene are never
// outside it.
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
