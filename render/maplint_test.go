package render

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// mapFaults lists what makes the lines and names of a drawn map hard to read. Each entry describes
// one fault.
type mapFaults struct {
	crossings  []string // places where two lines of different people cross
	closeRuns  []string // parallel lines closer than lineDistance for more than longRun, or overlapping
	nearText   []string // a line is closer than lineDistance to a text outside cards
	nearCard   []string // a line is closer than lineDistance to another card, or to a box of the head
	nearFrame  []string // a line runs along the side of a unit's box closer than frameDistance for more than longRun
	heads      []string // another line is closer than lineDistance to the last headRoom before an arrowhead's tip
	cutNames   []string // a name ends in an ellipsis
	brokenName []string // a name is broken inside a word
}

const (
	lineDistance  = 8
	frameDistance = 6
	longRun       = 40
	headRoom      = 24
)

func (f *mapFaults) String() string {
	return fmt.Sprintf("%d crossings, %d close runs, %d near text, %d near cards, %d near frames, %d arrowheads not free, %d cut names, %d broken names",
		len(f.crossings), len(f.closeRuns), len(f.nearText), len(f.nearCard), len(f.nearFrame), len(f.heads), len(f.cutNames), len(f.brokenName))
}

func number(e svgElement, name string) float64 {
	v, _ := strconv.ParseFloat(e.attr(name), 64)
	return v
}

// below returns the descendants of an element with a name, in document order.
func below(e svgElement, name string) (found []svgElement) {
	e.walk(func(c svgElement) {
		if c.XMLName.Local == name {
			found = append(found, c)
		}
	})
	return found
}

// drawnLine is a line of the map: its corners, the person it comes from, and the cards at its ends.
type drawnLine struct {
	title, class string
	points       []geom.Point
	owner        int
	ends         []int
	arrow        bool
}

type drawnText struct {
	geom.Rect
	text string
}

type drawnMap struct {
	lines  []drawnLine
	frames []geom.Rect // of units
	points []geom.Rect // the boxes of the heading
	cards  []geom.Rect
	names  []string // all lines of the names on cards
	texts  []drawnText
}

var pathToken = regexp.MustCompile(`[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?`)

// corners returns the corner points of the first outline of a path.
func corners(d string) []geom.Point { return outlines(d)[0] }

// outlines returns the corner points of the outlines of a path. A rounded corner between a
// horizontal and a vertical stretch becomes a point.
func outlines(d string) (all [][]geom.Point) {
	var points []geom.Point
	tokens := pathToken.FindAllString(d, -1)
	at, command, i := geom.Point{}, "", 0
	next := func() float64 { v, _ := strconv.ParseFloat(tokens[i], 64); i++; return v }
	for i < len(tokens) {
		if c := tokens[i]; len(c) == 1 && (c[0] >= 'A' && c[0] <= 'Z' || c[0] >= 'a' && c[0] <= 'z') {
			command = c
			i++
		}
		from := at
		base := geom.Point{}
		if command == strings.ToLower(command) {
			base = at
		}
		switch strings.ToLower(command) {
		case "z":
			continue
		case "m":
			if len(points) > 0 {
				all, points = append(all, points), nil
			}
			at = base.Add(next(), next())
			command = map[string]string{"m": "l", "M": "L"}[command]
		case "h":
			at.X = base.X + next()
		case "v":
			at.Y = base.Y + next()
		case "l":
			at = base.Add(next(), next())
		case "c", "s":
			if strings.ToLower(command) == "c" {
				i += 2
			}
			c2 := base.Add(next(), next())
			at = base.Add(next(), next())
			if math.Abs(c2.X-at.X) < 0.01 { // the curve ends vertically
				points = append(points, geom.Pt(at.X, from.Y))
			} else {
				points = append(points, geom.Pt(from.X, at.Y))
			}
		default:
			panic("unexpected path command " + command)
		}
		points = append(points, at)
	}
	return append(all, points)
}

func outline(points []geom.Point) geom.Rect {
	lo, hi := points[0], points[0]
	for _, p := range points {
		lo, hi = geom.Pt(min(lo.X, p.X), min(lo.Y, p.Y)), geom.Pt(max(hi.X, p.X), max(hi.Y, p.Y))
	}
	return geom.Between(lo, hi)
}

// readMap reads the lines, cards and texts of an account map from its SVG.
func readMap(t testing.TB, svg string) *drawnMap {
	t.Helper()
	root := parseSVG(t, svg)
	measurer, err := typeset.NewMeasurer()
	require.NoError(t, err)
	m := &drawnMap{}
	addText := func(e svgElement) {
		text := strings.TrimSpace(e.Text)
		size := number(e, "font-size")
		width := measurer.Width(text, typeset.Font{Size: size, Bold: e.attr("font-weight") == "bold"})
		r := geom.Rect{X: number(e, "x"), Y: number(e, "y") - 0.74*size, W: width, H: 0.74*size + 0.2*size}
		switch e.attr("text-anchor") {
		case "middle":
			r.X -= width / 2
		case "end":
			r.X -= width
		}
		m.texts = append(m.texts, drawnText{r, text})
	}
	var walk func(e svgElement)
	walk = func(e svgElement) {
		for _, c := range e.Children {
			kind, _, _ := strings.Cut(c.attr("class"), " ")
			switch {
			case c.XMLName.Local == "text":
				addText(c)
			case kind == "edge":
				paths := below(c, "path")
				line := drawnLine{class: c.attr("class"), points: corners(paths[0].attr("d")), owner: -1, arrow: len(paths) > 1}
				if titles := below(c, "title"); len(titles) > 0 {
					line.title = titles[0].Text
				}
				if line.arrow { // the tip is the second point of the arrowhead's outline
					line.points = append(line.points, corners(paths[1].attr("d"))[1])
				}
				m.lines = append(m.lines, line)
				for _, branch := range outlines(paths[0].attr("d"))[1:] {
					line.points = branch
					m.lines = append(m.lines, line)
				}
			case kind == "node":
				m.cards = append(m.cards, outline(corners(below(c, "path")[0].attr("d"))))
				var names []string
				for _, text := range below(c, "text") {
					names = append(names, strings.TrimSpace(text.Text))
				}
				m.names = append(m.names, strings.Join(names, "\n"))
			default:
				if paths := below(c, "path"); len(paths) > 0 && kind == "cluster" {
					m.frames = append(m.frames, outline(corners(paths[0].attr("d"))))
				} else if len(paths) > 0 && kind == "point" {
					m.points = append(m.points, outline(corners(paths[0].attr("d"))))
				}
				walk(c)
			}
		}
	}
	walk(root)
	m.findOwners()
	return m
}

// cardAt returns the card with a point on its outline, or -1.
func (m *drawnMap) cardAt(p geom.Point) int {
	return slices.IndexFunc(m.cards, func(r geom.Rect) bool { return onSide(r.Grow(0.5), p) || onSide(r, p) })
}

// findOwners finds the person that each line comes from: the card at its start or, if the line
// starts on another line, the person of that line.
func (m *drawnMap) findOwners() {
	for i := range m.lines {
		l := &m.lines[i]
		for _, p := range []geom.Point{l.points[0], l.points[len(l.points)-1]} {
			if card := m.cardAt(p); card >= 0 {
				l.ends = append(l.ends, card)
			}
		}
		l.owner = m.cardAt(l.points[0])
	}
	for again := true; again; {
		again = false
		for i := range m.lines {
			l := &m.lines[i]
			if l.owner >= 0 {
				continue
			}
			for j, other := range m.lines {
				if i != j && other.owner >= 0 && other.class == l.class &&
					slices.ContainsFunc(stretchesOf(other.points), func(r geom.Rect) bool {
						return r.Grow(0.75).Contains(geom.Rect{X: l.points[0].X, Y: l.points[0].Y})
					}) {
					l.owner, again = other.owner, true
					l.ends = append(l.ends, other.owner)
					break
				}
			}
		}
	}
}

// faults returns the faults of the lines of the map.
func (m *drawnMap) faults() *mapFaults {
	f, met := &mapFaults{}, map[geom.Point]bool{}
	parts := make([][]geom.Rect, len(m.lines))
	for i, l := range m.lines {
		parts[i] = stretchesOf(l.points)
	}
	for i, a := range m.lines {
		for j := range i {
			b := m.lines[j]
			if a.owner == b.owner && a.owner >= 0 {
				continue
			}
			m.compare(f, met, a, b, parts[i], parts[j])
		}
		for _, p := range parts[i] {
			for _, text := range m.texts {
				if text.Grow(lineDistance - 0.25).Overlaps(p.Grow(0.01)) {
					f.nearText = append(f.nearText, fmt.Sprintf("%q near %q at %v", a.title, text.text, p))
				}
			}
			for c, card := range m.cards {
				if !slices.Contains(a.ends, c) && card.Grow(lineDistance-0.5).Overlaps(p.Grow(0.01)) {
					f.nearCard = append(f.nearCard, fmt.Sprintf("%q near %.40q at %v", a.title, m.names[c], p))
				}
			}
			for _, point := range m.points {
				if point.Grow(lineDistance - 0.5).Overlaps(p.Grow(0.01)) {
					f.nearCard = append(f.nearCard, fmt.Sprintf("%q near a box of the head at %v", a.title, p))
				}
			}
			for _, frame := range m.frames {
				if alongside(frame, p) > longRun {
					f.nearFrame = append(f.nearFrame, fmt.Sprintf("%q runs along the box %v at %v", a.title, frame, p))
				}
			}
		}
		if a.arrow {
			m.checkHead(f, i, parts)
		}
	}
	for _, rule := range m.frames {
		for c, card := range m.cards {
			if rule.H == 0 && card.Overlaps(rule.Grow(0.01)) {
				f.nearCard = append(f.nearCard, fmt.Sprintf("the rule of a bracket at %v meets %.40q", rule, m.names[c]))
			}
		}
	}
	return f
}

// compare adds the crossings and the close runs of two lines.
func (m *drawnMap) compare(f *mapFaults, met map[geom.Point]bool, a, b drawnLine, ours, theirs []geom.Rect) {
	for _, p := range ours {
		for _, q := range theirs {
			level := func(r geom.Rect) bool { return r.W >= r.H }
			if level(p) != level(q) {
				flat, upright := p, q
				if level(q) {
					flat, upright = q, p
				}
				at := geom.Pt(math.Round(upright.X), math.Round(flat.Y))
				const inside = 0.5
				if flat.X+inside < upright.X && upright.X < flat.Right()-inside && upright.Y+inside < flat.Y && flat.Y < upright.Bottom()-inside && !met[at] {
					met[at] = true
					f.crossings = append(f.crossings, fmt.Sprintf("%q crosses %q at %v", a.title, b.title, at))
				}
				continue
			}
			along, apart := min(p.Right(), q.Right())-max(p.X, q.X), math.Abs(p.Y-q.Y)
			if !level(p) {
				along, apart = min(p.Bottom(), q.Bottom())-max(p.Y, q.Y), math.Abs(p.X-q.X)
			}
			if along > longRun && apart < lineDistance-0.25 || along > 1 && apart < 2 {
				f.closeRuns = append(f.closeRuns, fmt.Sprintf("%q runs %.1f beside %q for %.0f at %v", a.title, apart, b.title, along, p))
			}
		}
	}
}

// alongside returns the length over which a stretch is closer than frameDistance to a parallel side
// of a frame.
func alongside(frame, p geom.Rect) float64 {
	near := func(a, b float64) bool { return math.Abs(a-b) < frameDistance-0.25 }
	switch {
	case p.H > p.W && (near(p.X, frame.X) || near(p.X, frame.Right())):
		return min(p.Bottom(), frame.Bottom()) - max(p.Y, frame.Y)
	case p.W > p.H && (near(p.Y, frame.Y) || near(p.Y, frame.Bottom())):
		return min(p.Right(), frame.Right()) - max(p.X, frame.X)
	}
	return 0
}

// checkHead finds lines near the last stretch before an arrowhead's tip.
func (m *drawnMap) checkHead(f *mapFaults, line int, parts [][]geom.Rect) {
	l := m.lines[line]
	tip, before := l.points[len(l.points)-1], l.points[len(l.points)-2]
	if len(l.points) > 2 && l.points[len(l.points)-3].X == tip.X || len(l.points) > 2 && l.points[len(l.points)-3].Y == tip.Y {
		before = l.points[len(l.points)-3]
	}
	long := math.Abs(tip.X-before.X) + math.Abs(tip.Y-before.Y)
	from := geom.Pt(tip.X+(before.X-tip.X)*min(1, headRoom/long), tip.Y+(before.Y-tip.Y)*min(1, headRoom/long))
	room := geom.Between(tip, from)
	for j := range m.lines {
		if j == line {
			continue
		}
		if slices.ContainsFunc(parts[j], func(r geom.Rect) bool { return r.Grow(lineDistance - 0.25).Overlaps(room.Grow(0.01)) }) {
			f.heads = append(f.heads, fmt.Sprintf("%q beside the arrowhead of %q at %v", m.lines[j].title, l.title, tip))
		}
	}
}

// faultsOf returns the faults of the map of an account.
func faultsOf(t testing.TB, d *Drawing) *mapFaults {
	t.Helper()
	var svg bytes.Buffer
	require.NoError(t, d.Write(&svg, SVG))
	f := readMap(t, svg.String()).faults()
	for i, card := range d.picture.Input.Cards {
		label := typeset.CleanLine(d.picture.Input.Graph.Nodes[i].Label)
		switch name := strings.Join(card.Name, " "); {
		case strings.HasSuffix(name, "…") && !strings.HasSuffix(label, "…"):
			f.cutNames = append(f.cutNames, label)
		case !typeset.Whole(card.Name, label):
			f.brokenName = append(f.brokenName, fmt.Sprintf("%q", card.Name))
		}
	}
	return f
}
