// Package dot writes a laid-out graph as self-contained DOT: texts, colours, classes, tooltips and
// positions. Any Graphviz draws the same map from it, more plainly.
package dot

import (
	"cmp"
	"fmt"
	"io"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

const (
	fontName = "Arial"
	margin   = 24
	// minWidth is the width of title and legend above and below a narrow picture.
	minWidth = 440
)

// Write writes a graph with the positions of its nodes, groups and edges. The graph names the
// layout nop2, which keeps them: any Graphviz command draws it, and so does `neato -n2`. Nodes are
// n1, n2, ... in the order of the graph, with the ids of the SVG: node1, clust1, edge1. The error
// is [paint.ErrTable] or comes from the writer.
func Write(w io.Writer, in scene.Input) error {
	if in.Graph.Grid != nil {
		return fmt.Errorf("%q as DOT: %w", in.Graph.Title, paint.ErrTable)
	}
	m, err := typeset.NewMeasurer()
	if err != nil {
		return fmt.Errorf("DOT: %w", err)
	}
	e := exporter{graph: in.Graph, placed: in.Placed, theme: in.Theme, cards: in.Cards, heads: in.Heads, labels: in.Labels, measurer: m}
	e.b.WriteString("// To lay it out anew, take out layout, and each pos, bb and lp.\n")
	e.begin("digraph map")
	e.defaults()
	e.groups(graph.None)
	e.nodes(graph.None)
	for i := range in.Graph.Edges {
		e.edge(i)
	}
	e.legend()
	e.end()
	if _, err := e.b.WriteTo(w); err != nil {
		return fmt.Errorf("DOT: %w", err)
	}
	return nil
}

type exporter struct {
	writer
	graph  *graph.Graph
	placed *layout.Placed
	theme  *theme.Theme
	cards  []scene.Card
	heads  []scene.Head
	labels []scene.Label

	measurer *typeset.Measurer
}

func (e *exporter) defaults() {
	page, line := e.theme.Style("page"), e.theme.Style("edge")
	e.statement("graph",
		attr{"layout", word("nop2")},
		attr{"id", word("map")},
		attr{"bb", e.box(geom.Rect{W: e.placed.Width, H: e.placed.Height})},
		attr{"pad", inches(margin)},
		attr{"bgcolor", colour(page.Fill)},
		attr{"fontname", word(fontName)},
		attr{"label", e.title()},
		attr{"labelloc", word("t")},
		attr{"labeljust", word("l")},
		attr{"tooltip", hint(typeset.CleanLines(e.graph.Description))})
	e.statement("node", attr{"shape", word("none")}, attr{"margin", number(0)}, attr{"fixedsize", word("true")}, attr{"label", word("")},
		attr{"fontname", word(fontName)})
	e.statement("edge", attr{"color", colour(line.Stroke)}, attr{"penwidth", number(line.Width)}, attr{"dir", word("none")},
		attr{"arrowsize", number(0.8)}, attr{"fontname", word(fontName)})
}

func (e *exporter) groups(parent int) {
	for i, g := range e.graph.Groups {
		if g.Parent != parent {
			continue
		}
		s := e.theme.Style(append([]graph.Class{"group"}, g.Class...)...)
		r := e.placed.Boxes[i]
		text, at := e.boxHead(i)
		e.begin(name("subgraph cluster_", i))
		e.statement("graph",
			attr{"id", word(name("clust", i))},
			attr{"data_id", dataID(g.ID)},
			attr{"class", classes(g.Class)},
			attr{"bb", e.box(r)},
			attr{"lp", at},
			attr{"style", word("rounded,filled" + dashed(s.Dash))},
			attr{"fillcolor", colour(s.Fill)},
			attr{"color", colour(s.Stroke)},
			attr{"penwidth", number(s.Width)},
			attr{"label", text},
			attr{"tooltip", hint(e.heads[i].Title)},
			attr{"URL", link(g.Link)})
		e.nodes(i)
		e.groups(i)
		e.end()
	}
}

func (e *exporter) nodes(group int) {
	for i, n := range e.graph.Nodes {
		if n.Group != group {
			continue
		}
		r := e.placed.Cards[i]
		e.statement(name("n", i),
			attr{"id", word(name("node", i))},
			attr{"data_id", dataID(n.ID)},
			attr{"class", classes(n.Class)},
			attr{"pos", e.pinned(r)},
			attr{"width", inches(r.W)},
			attr{"height", inches(r.H)},
			attr{"label", e.card(i)},
			attr{"tooltip", hint(e.cards[i].Title)},
			attr{"URL", link(n.Link)})
	}
}

func (e *exporter) edge(i int) {
	edge := e.graph.Edges[i]
	s := e.theme.Style(append([]graph.Class{"edge"}, edge.Class...)...)
	attrs := []attr{
		{"id", word(name("edge", i))},
		{"class", classes(edge.Class)},
		{"pos", e.spline(e.line(i), s.Arrow)},
		{"color", colour(s.Stroke)},
		{"penwidth", number(s.Width * cmp.Or(edge.Weight, 1))},
	}
	if style := dashed(s.Dash); style != "" {
		attrs = append(attrs, attr{"style", word(style[1:])})
	}
	if s.Arrow {
		attrs = append(attrs, attr{"dir", word("forward")})
	}
	if at := e.place(i); at != nil {
		attrs = append(attrs, attr{"label", e.plate(e.labels[i].Text, e.theme.Part(s, "label"))}, attr{"lp", at})
	}
	attrs = append(attrs, attr{"tooltip", hint(typeset.CleanLines(edge.Tooltip))})
	e.statement(name("n", edge.From)+" -> "+name("n", edge.To), attrs...)
}

// dashed returns the Graphviz style nearest to a dash pattern, to be appended to a list of styles.
func dashed(pattern []float64) string {
	switch {
	case len(pattern) == 0 || pattern[0] == 0:
		return ""
	case pattern[0] < 2:
		return ",dotted"
	default:
		return ",dashed"
	}
}
