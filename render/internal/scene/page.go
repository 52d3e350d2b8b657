package scene

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

const (
	margin = 24
	// leastWidth is the width of the narrowest page, wide enough for a title and a legend.
	leastWidth = 420
	// shapeSlack is the largest ratio between the shape of a page and the requested shape.
	shapeSlack = 1.2

	legendDown = 12 // from the picture
)

// Input is a graph with the data that its drawing needs.
type Input struct {
	Graph *graph.Graph
	// Cards, Heads and Labels have an element for each node, group and edge of the graph, by index.
	// Placed has their positions.
	Cards  []Card
	Heads  []Head
	Labels []Label
	// Wider is the least width of each card in excess of [CardWidth], by index.
	Wider []float64
	// Grid is the table of the graph. It is nil without one.
	Grid   *Grid
	Placed *layout.Placed
	Theme  *theme.Theme
	// Measurer measures texts. It need not be the measurer of the cards.
	Measurer *typeset.Measurer
	// Fallback is for the letters that the embedded fonts lack. Browsers have fonts of their own
	// for these, so texts are not measured with it.
	Fallback *typeset.Fallback
	// InWords are the edges that cards describe in words. They are no longer in the graph.
	InWords []graph.Edge
	// Shape is the ratio of width to height of the page. White space widens the drawing, and
	// heightens a map, until it is within a fifth of the ratio; nothing is scaled. Zero means no
	// white space.
	Shape float64
}

// Compose draws the head lines, the placed graph and the legend on one page.
func Compose(in Input) *Scene {
	p, narrow := shapedPage(in, false)
	if narrow && len(in.Graph.Points) > 0 {
		if left, _ := shapedPage(in, true); left.height < p.height {
			p = left
		}
	}
	if in.Shape > 0 && in.Grid == nil { // a table ends at its legend
		p.height = max(p.height, math.Ceil(p.width/(in.Shape*shapeSlack)))
	}
	p.addPicture()
	return &Scene{
		Width: p.width, Height: p.height,
		Title: typeset.CleanLine(in.Graph.Title), Description: typeset.CleanLine(in.Graph.Description), Language: cmp.Or(in.Graph.Language, "en"),
		Ground: colour(in.Theme.Style("page").Fill), Fallback: in.Fallback, Items: slices.Concat(p.head, p.picture, p.legend),
		InWords: p.inWords(),
	}
}

// shapedPage returns a page of about the requested shape. narrow reports that the drawing is
// narrower.
func shapedPage(in Input, pointsLeft bool) (p *page, narrow bool) {
	wide := in.Placed.Width + 2*margin
	if pointsLeft {
		wide += sideColumn
	}
	p = newPage(in, math.Ceil(max(leastWidth, wide)), pointsLeft)
	if narrow = in.Shape > 0 && p.width < p.height*in.Shape/shapeSlack; narrow {
		p = newPage(in, math.Ceil(p.height*in.Shape/shapeSlack), pointsLeft)
	}
	return p, narrow
}

// Margins returns the size of head lines, legend and margins on a page of a width.
func Margins(g *graph.Graph, t *theme.Theme, m *typeset.Measurer, width float64) geom.Size {
	width = math.Ceil(max(leastWidth, width))
	in := Input{Graph: g, Placed: &layout.Placed{Width: width - 2*margin}, Theme: t, Measurer: m}
	return geom.Size{W: 2 * margin, H: newPage(in, width, false).height}
}

// page is a drawing under construction, from the top down. The picture is added last, since the
// width is final only then.
type page struct {
	in            Input
	width, height float64
	left          float64    // the left edge of head lines, picture and legend
	corner        geom.Point // the top left corner of the picture
	// pointsLeft puts the boxes of the head in a column to the left of the picture.
	pointsLeft bool

	head, picture, legend []Item
}

func newPage(in Input, width float64, pointsLeft bool) *page {
	p := &page{in: in, width: width, pointsLeft: pointsLeft}
	p.left = margin + p.indent()
	p.addHeadLines()
	if p.corner = (geom.Point{X: p.left, Y: p.height}); pointsLeft {
		p.corner.X += sideColumn
		p.height = max(p.height+in.Placed.Height, p.addPoints(1, sideColumn-pointGap))
	} else {
		p.addPointRows()
		p.corner.Y = p.height
		p.height += in.Placed.Height
	}
	p.addLegend()
	p.height = math.Ceil(p.height + margin)
	return p
}

// addPicture draws boxes, then lines, then cards, so that no line hides a text. Reporting lines are
// below the other lines.
func (p *page) addPicture() {
	in, at := p.in, p.corner
	if in.Grid != nil {
		p.addGrid()
	}
	for i, g := range in.Graph.Groups {
		r := in.Placed.Boxes[i].Move(at.X, at.Y)
		p.addElement(Group{ID: "clust" + number(i), DataID: g.ID, Classes: with("cluster", g.Class), Title: in.Heads[i].Title, Link: g.Link,
			Items: in.Heads[i].draw(r, in.Theme), Label: typeset.CleanLine(g.Label), Detail: typeset.CleanLine(g.Detail), Frame: r, In: boxID(g.Parent)})
	}
	p.addLines()
	for i, r := range in.Placed.Labels {
		if r.W > 0 {
			e := in.Graph.Edges[i]
			r = r.Move(at.X, at.Y)
			p.addElement(Group{ID: "label" + number(i), Classes: with("label", e.Class), Title: typeset.CleanLines(e.Tooltip), Items: in.Labels[i].draw(r),
				Label: typeset.CleanLine(e.Label), Frame: r})
		}
	}
	for i, n := range in.Graph.Nodes {
		card, r := in.Cards[i], in.Placed.Cards[i]
		corner := geom.Point{X: quarter(at.X + r.X), Y: quarter(at.Y + r.Y)}
		frame := geom.Rect{X: corner.X, Y: corner.Y, W: card.W, H: card.H}
		var items []Item
		switch {
		case n.Place == nil:
			items = card.draw(corner, in.Theme, in.Measurer)
		case n.Place.Span != nil:
			frame = in.Placed.Grid.Bars[i]
			frame.X, frame.Y = quarter(frame.X+at.X), quarter(frame.Y+at.Y)
			items = append(card.drawBare(corner.Add(0, table.BarHeight), in.Theme, in.Measurer), spanBar(frame, *n.Place.Span, card.style)...)
		case n.Place.Bare:
			items = card.drawBare(corner, in.Theme, in.Measurer)
		default:
			items = card.drawSmall(corner, in.Theme, in.Measurer)
		}
		p.addElement(Group{ID: nodeID(i), DataID: n.ID, Classes: with("node", n.Class), Title: card.Title, Link: n.Link, Items: items,
			Label: typeset.CleanLine(n.Label), Detail: typeset.CleanLine(n.Detail), Frame: frame,
			In: boxID(n.Group), Tags: n.Tags, Key: n.KeyChips > 0})
	}
}

// addLines draws the reporting lines, then the others. Reporting lines of one card and one style
// form a trunk.
func (p *page) addLines() {
	type stem struct {
		from   int
		looks  string
		weight float64
	}
	var stems []stem
	on := map[stem][]int{}
	for i, e := range p.in.Graph.Edges {
		if e.Hierarchy {
			s := stem{e.From, fmt.Sprint(e.Class), cmp.Or(e.Weight, 1)}
			if on[s] == nil {
				stems = append(stems, s)
			}
			on[s] = append(on[s], i)
		}
	}
	for _, s := range stems {
		p.addTrunk(on[s])
	}
	for i, e := range p.in.Graph.Edges {
		if !e.Hierarchy {
			p.addElement(p.line(i))
		}
	}
}

func (p *page) addTrunk(edges []int) {
	first := p.line(edges[0])
	if len(edges) == 1 || first.Connector.Arrow {
		for _, i := range edges {
			p.addElement(p.line(i))
		}
		return
	}
	e := p.in.Graph.Edges[edges[0]]
	whole := Group{ID: "trunk" + number(edges[0]), Classes: first.Classes}
	var lines [][]geom.Point
	var titles []string
	for _, i := range edges {
		l := p.line(i)
		whole.Lines, lines, titles = append(whole.Lines, l), append(lines, l.Connector.Points), append(titles, l.Title)
	}
	whole.Title, whole.Items = typeset.CleanLines(strings.Join(titles, "\n")), trunk(lines, e.Class, cmp.Or(e.Weight, 1), p.in.Theme)
	p.addElement(whole)
}

func (p *page) line(i int) Group {
	e := p.in.Graph.Edges[i]
	points := moved(p.in.Placed.Lines[i], p.corner)
	return Group{ID: "edge" + number(i), Classes: with("edge", e.Class), Title: typeset.CleanLines(e.Tooltip),
		Items: edge(points, e.Class, cmp.Or(e.Weight, 1), p.in.Theme), Connector: p.connector(e, points)}
}

// addElement adds an element of the graph, unless it is invisible.
func (p *page) addElement(g Group) {
	if len(g.Items) > 0 {
		p.picture = append(p.picture, g)
	}
}

// connector returns the line through the points, from card to card.
func (p *page) connector(e graph.Edge, points []geom.Point) *Connector {
	return &Connector{From: nodeID(e.From), To: nodeID(e.To), Points: distinct(points),
		Arrow: p.in.Theme.Style(with("edge", e.Class)...).Arrow, Kind: p.kind(e)}
}

func (p *page) kind(e graph.Edge) string {
	for _, section := range p.in.Graph.Legend {
		for _, entry := range section.Entries {
			if entry.Kind == graph.LegendLine && len(entry.Class) == 1 && slices.Contains(e.Class, entry.Class[0]) {
				return typeset.CleanLine(entry.Label)
			}
		}
	}
	if len(e.Class) > 0 {
		return string(e.Class[0])
	}
	return "edge"
}

// inWords returns the lines that cards describe in words.
func (p *page) inWords() []Group {
	var said []Group
	for _, e := range p.in.InWords {
		said = append(said, Group{Classes: with("said", e.Class), Title: typeset.CleanLines(e.Tooltip), Connector: p.connector(e, nil)})
	}
	return said
}

func boxID(index int) string {
	if index == graph.None {
		return ""
	}
	return "clust" + number(index)
}

func nodeID(index int) string { return "node" + number(index) }

// number returns the part of an id that numbers the elements of a kind, from 1.
func number(index int) string { return strconv.Itoa(index + 1) }

// moved returns the points moved by at and rounded to a [quarter].
func moved(points []geom.Point, at geom.Point) []geom.Point {
	out := make([]geom.Point, len(points))
	for i, p := range points {
		out[i] = geom.Point{X: quarter(p.X + at.X), Y: quarter(p.Y + at.Y)}
	}
	return out
}

// stripes reports whether a card has a stripe with a pattern.
func (p *page) stripes() bool {
	return slices.ContainsFunc(p.in.Cards, func(c Card) bool {
		return !c.plain() && (c.node.Place == nil || c.node.Place.Span == nil) && c.style.Stripe != nil
	})
}

func (p *page) addLegend() {
	top := p.height + legendDown
	items, high := legend(geom.Point{X: p.left, Y: top}, p.width-margin-p.left, p.in.Graph.Legend, p.stripes(), p.in.Theme, p.in.Measurer)
	if high > 0 {
		p.legend = []Item{Group{ID: "legend", Classes: []graph.Class{"legend"}, Items: items}}
		p.height = top + high
	}
}
