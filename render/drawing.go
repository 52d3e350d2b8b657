package render

import (
	"context"
	"errors"
	"fmt"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/dot"
	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf"
	"github.com/accountatlas/accountatlas/render/internal/paint/png"
	"github.com/accountatlas/accountatlas/render/internal/paint/svg"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/theme"
)

// Drawing is a picture with everything in its place, to be painted as often as wanted. It is read-only and safe for any number of goroutines. It
// can be the picture of a document.Figure and of the summary in a workbook.
type Drawing struct {
	graph  *graph.Graph
	theme  *theme.Theme
	placed *layout.Placed
	scene  *scene.Scene
	cards  []scene.Card
	heads  []scene.Head
	labels []scene.Label
	png    png.Options
	grid   *scene.Grid // nil for a graph without one
}

// Layout makes the graph of a view and gives everything its place. A nil opts means the defaults. The errors are those of [Draw].
func Layout(ctx context.Context, m *accountmap.Map, v View, opts *Options) (*Drawing, error) {
	if m == nil || v == nil {
		return nil, errors.New("nothing to draw: the map or the view is nil")
	}
	o := opts.defaults(m)
	g, err := makeGraph(m, v, &o)
	if err != nil {
		return nil, err
	}
	return layGraph(ctx, g, &o)
}

// makeGraph makes the graph of a view and checks that it can be drawn.
func makeGraph(m *accountmap.Map, v View, o *Options) (*graph.Graph, error) {
	g, err := v.Graph(m, o)
	if err != nil {
		return nil, err
	}
	if err := checkGraph(g); err != nil {
		return nil, fmt.Errorf("the view %T: %w", v, err)
	}
	if err := checkClasses(g, o.Theme); err != nil {
		return nil, fmt.Errorf("the view %T: %w", v, err)
	}
	if o.HideLegend {
		shown := *g
		shown.Legend = nil
		g = &shown
	}
	return g, nil
}

// layGraph gives everything in a graph its place.
func layGraph(ctx context.Context, g *graph.Graph, o *Options) (*Drawing, error) {
	if err := checkSize(g, o.Limit); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	measurer, err := scene.NewMeasurer()
	if err != nil {
		return nil, err
	}
	var fallback *scene.Fallback
	if o.Fallback != nil {
		if fallback, err = scene.NewFallback(o.Fallback); err != nil {
			return nil, fmt.Errorf("the font in Options.Fallback: %w", err)
		}
	}
	d := &Drawing{graph: g, theme: o.Theme, png: png.Options{DPI: o.DPI, Transparent: o.Transparent}}
	in := d.measure(o.Page, measurer)
	placed, err := layout.Place(ctx, in, o.Engine)
	if err != nil {
		return nil, fmt.Errorf("laying out %q: %w", g.Title, err)
	}
	for _, warning := range placed.Warnings {
		o.Logger.WarnContext(ctx, "layout engine", "warning", warning)
	}
	d.placed = placed
	d.scene = scene.Compose(scene.Input{Graph: g, Theme: o.Theme, Placed: placed, Cards: d.cards, Heads: d.heads, Labels: d.labels, Grid: d.grid,
		Shape: in.Aspect, Measurer: measurer, Fallback: fallback})
	return d, nil
}

// measure composes what stands on the picture, and returns the sizes from which the layout gives it its places.
func (d *Drawing) measure(page Page, m *scene.Measurer) *layout.Input {
	g, largest := d.graph, page.largest()
	in := &layout.Input{Aspect: page.shape(), LegibleHeight: largest.Height, Reserved: scene.Beside(g, d.theme, m, min(usualWidth, largest.Width))}
	d.heads, in.Boxes = make([]scene.Head, 0, len(g.Groups)), make([]pack.Box, 0, len(g.Groups))
	d.cards, in.Cards = make([]scene.Card, 0, len(g.Nodes)), make([]layout.Card, 0, len(g.Nodes))
	d.labels, in.Edges = make([]scene.Label, 0, len(g.Edges)), make([]layout.Edge, 0, len(g.Edges))
	for _, group := range g.Groups {
		head := scene.NewHead(group, d.theme, m)
		d.heads = append(d.heads, head)
		in.Boxes = append(in.Boxes, pack.Box{Parent: group.Parent, Head: head.Size, HeadTexts: head.Texts})
	}
	if g.Grid != nil {
		d.grid = scene.NewGrid(g.Grid, d.theme, m)
		in.Grid = d.grid.Layout()
	}
	for _, n := range g.Nodes {
		card := scene.NewCard(n, d.theme, m)
		d.cards = append(d.cards, card)
		in.Cards = append(in.Cards, layout.Card{Size: card.Size, Box: n.Group, Place: placeOf(n)})
	}
	kinds := edgeKinds{}
	for _, e := range g.Edges {
		arrow := d.theme.Style(append([]graph.Class{"edge"}, e.Class...)...).Arrow
		label := scene.NewLabel(e, d.theme, m)
		d.labels = append(d.labels, label)
		in.Edges = append(in.Edges, layout.Edge{From: e.From, To: e.To, Hierarchy: e.Hierarchy, Assistant: e.Beside, Arrow: arrow, Kind: kinds.of(e.Class), Label: label.Size})
	}
	return in
}

// usualWidth is the width of a usual map. It is for an estimate of how high the legend will be, as the width is not known before the layout is.
const usualWidth = 1900

// placeOf is a node's place in the grid, as the layout takes it.
func placeOf(n graph.Node) *table.Place {
	if n.Place == nil {
		return nil
	}
	place := &table.Place{Row: n.Place.Row, Column: n.Place.Column}
	if s := n.Place.Span; s != nil {
		place.Span = &table.Span{From: s.From, To: s.To}
	}
	return place
}

// Size returns the width and height of the picture in points, which are also the user units of its SVG.
func (d *Drawing) Size() (width, height float64) { return d.scene.Width, d.scene.Height }

// Title returns the heading of the picture, such as "Acme · account map".
func (d *Drawing) Title() string { return d.graph.Title }

// Description returns a sentence that says what the picture shows, for readers who cannot see it.
func (d *Drawing) Description() string { return d.graph.Description }

// SVG writes the picture as an SVG file. The error is that of w.
func (d *Drawing) SVG(w io.Writer) error { return svg.Write(w, d.scene, nil) }

// PNG writes the picture in pixels, in the resolution of Options.DPI. The error is that of w, or says that there would be too many pixels and
// which resolution would do.
func (d *Drawing) PNG(w io.Writer) error { return png.Write(w, d.scene, &d.png) }

// PDF writes the picture as a PDF file of one page, of the size of the picture. The error is that of w.
func (d *Drawing) PDF(w io.Writer) error {
	return pdf.Write(w, []pdf.Page{{Scene: d.scene}}, nil)
}

// DrawPDF draws the picture as vectors into the current page of a PDF whose unit is the point: as large as fits into the given rectangle, whose
// top left corner is (x, y), and centred in it. The fonts are the Go fonts under the family name "go"; those that are needed and not there yet
// are added. Colours, font, line width and position are restored afterwards, but a dash pattern is reset to a solid line. The error is that of
// the PDF, which keeps it too.
func (d *Drawing) DrawPDF(doc *fpdf.Fpdf, x, y, width, height float64) error {
	return pdf.Draw(doc, d.scene, x, y, width, height)
}

// DOT writes the picture in the language of Graphviz, with positions. The error is that of w.
func (d *Drawing) DOT(w io.Writer) error {
	return dot.Write(w, scene.Input{Graph: d.graph, Theme: d.theme, Placed: d.placed, Cards: d.cards, Heads: d.heads, Labels: d.labels,
		Grid: d.grid})
}
