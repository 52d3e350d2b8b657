package route

import (
	"fmt"
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// fault is a broken rule.
type fault struct {
	kind string
	line int
	text string
}

func (f fault) String() string { return fmt.Sprintf("line %d: %s %s", f.line, f.kind, f.text) }

// faults returns the rules that the visible lines break.
func faults(task Task, lines [][]geom.Point) []fault {
	var faults []fault
	for i, way := range lines {
		l := task.Lines[i]
		add := func(kind, format string, args ...any) {
			faults = append(faults, fault{kind, i, fmt.Sprintf(format, args...)})
		}
		if len(way) < 2 {
			add("missing", "")
			continue
		}
		for k := 1; k < len(way); k++ {
			a, b := way[k-1], way[k]
			if a.X != b.X && a.Y != b.Y {
				add("slant", "%v %v", a, b)
			}
			for c, card := range task.Cards {
				switch {
				case c != l.From && c != l.To && passesThrough(card.Grow(3), a, b):
					add("card", "%d %v at %v %v", c, card, a, b)
				case passesThrough(card.Grow(-0.5), a, b):
					add("own card", "%d %v at %v %v", c, card, a, b)
				}
			}
			for _, text := range task.Texts {
				if passesThrough(text, a, b) {
					add("text", "%v at %v %v", text, a, b)
				}
			}
			for i, box := range task.Boxes {
				if task.Parents != nil && !inside(task, l.From, i) && !inside(task, l.To, i) && passesThrough(box, a, b) {
					add("foreign box", "%v at %v %v", box, a, b)
				}
				if alongBox(box, a, b) {
					add("box", "%v at %v %v", box, a, b)
				}
			}
			for _, drawn := range task.Drawn {
				for m := 1; m < len(drawn); m++ {
					own := l.Hierarchy && drawn[0].Y == task.Cards[l.From].Bottom()
					if !own && sharedLength(a, b, drawn[m-1], drawn[m], 1) > 2 {
						add("drawn", "%v at %v %v", drawn, a, b)
					}
				}
			}
		}
		if !leavesAt(task.Cards[l.From], way[0], way[1]) || !leavesAt(task.Cards[l.To], way[len(way)-1], way[len(way)-2]) {
			add("end", "%v %v: %v", task.Cards[l.From], task.Cards[l.To], way)
		}
		for j := range i {
			o := task.Lines[j]
			if l.Hierarchy && o.Hierarchy && l.From == o.From {
				continue
			}
			if n := overlap(way, lines[j], 0.9); n > 2 {
				add("overlap", "with %d by %g", j, n)
			} else if n := overlap(way, lines[j], 3.4); n > 2 {
				add("near", "to %d by %g", j, n)
			}
		}
	}
	return faults
}

// inside reports whether a card is in a box at any depth.
func inside(task Task, card, box int) bool {
	for b := task.CardBoxes[card]; b >= 0; b = task.Parents[b] {
		if b == box {
			return true
		}
	}
	return false
}

// passesThrough reports whether a segment passes through the inside of a rectangle.
func passesThrough(r geom.Rect, a, b geom.Point) bool {
	return max(a.X, b.X) > r.X && min(a.X, b.X) < r.Right() && max(a.Y, b.Y) > r.Y && min(a.Y, b.Y) < r.Bottom()
}

// sharedLength returns the length over which two segments are parallel at a distance of less than
// near.
func sharedLength(a, b, c, d geom.Point, near float64) float64 {
	if a.Y == b.Y && c.Y == d.Y && math.Abs(a.Y-c.Y) < near {
		return min(max(a.X, b.X), max(c.X, d.X)) - max(min(a.X, b.X), min(c.X, d.X))
	}
	if a.X == b.X && c.X == d.X && math.Abs(a.X-c.X) < near {
		return min(max(a.Y, b.Y), max(c.Y, d.Y)) - max(min(a.Y, b.Y), min(c.Y, d.Y))
	}
	return 0
}

func overlap(x, y []geom.Point, near float64) float64 {
	most := 0.0
	for i := 1; i < len(x); i++ {
		for j := 1; j < len(y); j++ {
			most = max(most, sharedLength(x[i-1], x[i], y[j-1], y[j], near))
		}
	}
	return most
}

func alongBox(r geom.Rect, a, b geom.Point) bool {
	corners := []geom.Point{geom.Pt(r.X, r.Y), geom.Pt(r.Right(), r.Y), geom.Pt(r.Right(), r.Bottom()), geom.Pt(r.X, r.Bottom()), geom.Pt(r.X, r.Y)}
	for i := 1; i < len(corners); i++ {
		if sharedLength(a, b, corners[i-1], corners[i], 2.9) > 4 {
			return true
		}
	}
	return false
}

// leavesAt reports whether a segment leaves a card at a right angle.
func leavesAt(card geom.Rect, end, next geom.Point) bool {
	const tiny = 1e-9
	inX, inY := end.X >= card.X && end.X <= card.Right(), end.Y >= card.Y && end.Y <= card.Bottom()
	switch {
	case math.Abs(end.X-card.X) < tiny && inY && next.X < end.X && next.Y == end.Y,
		math.Abs(end.X-card.Right()) < tiny && inY && next.X > end.X && next.Y == end.Y,
		math.Abs(end.Y-card.Y) < tiny && inX && next.Y < end.Y && next.X == end.X,
		math.Abs(end.Y-card.Bottom()) < tiny && inX && next.Y > end.Y && next.X == end.X:
		return true
	}
	return false
}
